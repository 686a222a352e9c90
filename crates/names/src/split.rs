//! Names run together: where a forename and a surname of one person meet within a word.
//!
//! In: the folded letters of a word that is no name by itself, and how it was written. Out: the two
//! halves, if somebody bears them. What stands before and after them must be what people run together with
//! names (`welldone`, a year, a number), or be parted from them by a capital.

use gatepost_matcher::{Span, word_hash};

use crate::index::{Fits, Index};
use crate::lexicon::Kind;
use crate::vocabulary::Role;

/// Halves that are together shorter than this are found only if capitals part them.
const LEAST_SMALL: usize = 6;

/// A word before or after a name in a tag has as many letters at most.
const LONGEST_TAG: usize = 16;

/// All of them together.
const MOST_TAGS: usize = 28;

/// The halves of `letters`, forename and surname or the reverse.
pub(crate) fn split(index: &Index, letters: &str, written: &str) -> Option<[Span; 2]> {
    let bounds: Vec<usize> =
        letters.char_indices().map(|(at, _)| at).chain([letters.len()]).collect();
    let begun = tags_before(index, letters);
    let mut fits = Fits::new();
    for (number, &start) in bounds.iter().enumerate() {
        let rises_at_start = start == 0 || is_rise(written, letters, start);
        let after_tags = start < 64 && begun >> start & 1 == 1;
        if !rises_at_start && !after_tags {
            continue;
        }
        for (middle_number, &middle) in bounds.iter().enumerate().skip(number + 2) {
            let Some(first) = index.vocabulary.word(letters.get(start..middle)?) else { continue };
            for &end in bounds.iter().skip(middle_number + 1).rev() {
                let Some(second) = index.vocabulary.word(letters.get(middle..end)?) else {
                    continue;
                };
                let has = |form: u32, role: Role| {
                    index.vocabulary.senses(form).iter().any(|sense| sense.role == role)
                };
                fits.clear();
                if has(first, Role::Forename) && has(second, Role::Surname) {
                    index.pair(first, second, &mut fits);
                }
                if has(first, Role::Surname) && has(second, Role::Forename) {
                    index.pair(second, first, &mut fits);
                }
                let rises = is_rise(written, letters, middle);
                let ends = end == letters.len()
                    || is_rise(written, letters, end)
                    || are_tags(index, letters.get(end..)?);
                if !fits.is_empty() && ends && (rises || end - start >= LEAST_SMALL) {
                    return Some([Span::new(start, middle), Span::new(middle, end)]);
                }
            }
        }
    }
    None
}

/// Where part of the folded letters stands in what was written, if the two agree letter by letter.
pub(crate) fn place(written: &str, letters: &str, part: Span) -> Option<(usize, usize)> {
    if written.is_ascii() && letters.len() == written.len() {
        return Some((part.start, part.end));
    }
    if written.chars().count() != letters.chars().count() {
        return None;
    }
    let at = |byte: usize| {
        let number = letters.get(..byte)?.chars().count();
        Some(written.char_indices().nth(number).map_or(written.len(), |(at, _)| at))
    };
    Some((at(part.start)?, at(part.end)?))
}

/// True if a capital after a small letter, or a letter after a digit, stands there in what was written.
fn is_rise(written: &str, letters: &str, at: usize) -> bool {
    let Some((place, _)) = place(written, letters, Span::new(at, at)) else { return false };
    let before = written.get(..place).and_then(|before| before.chars().next_back());
    let after = written.get(place..).and_then(|after| after.chars().next());
    match (before, after) {
        (Some(before), Some(after)) => {
            after.is_uppercase() && !before.is_uppercase()
                || before.is_numeric() != after.is_numeric()
        }
        _ => false,
    }
}

/// By byte, whether what stands before it is words that people run together with names, or digits: one bit
/// each, the lowest for the first byte.
fn tags_before(index: &Index, letters: &str) -> u64 {
    let mut begun = 1_u64;
    for start in 0..letters.len().min(MOST_TAGS) {
        if begun >> start & 1 == 0 || !letters.is_char_boundary(start) {
            continue;
        }
        let rest = letters.get(start..).unwrap_or_default();
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        if digits > 0 {
            begun |= 1 << (start + digits).min(63);
            continue;
        }
        for end in 1..=rest.len().min(LONGEST_TAG) {
            let word = rest.get(..end);
            if word.is_some_and(|word| index.lexicon.kinds(word_hash(word)).has(Kind::Tag)) {
                begun |= 1 << (start + end).min(63);
            }
        }
    }
    begun
}

/// True if letters are words that people run together with names, or digits.
fn are_tags(index: &Index, letters: &str) -> bool {
    if letters.chars().all(char::is_numeric) {
        return true;
    }
    if letters.len() > MOST_TAGS {
        return false;
    }
    (1..=letters.len().min(LONGEST_TAG)).rev().any(|end| {
        letters.get(..end).zip(letters.get(end..)).is_some_and(|(word, rest)| {
            index.lexicon.kinds(word_hash(word)).has(Kind::Tag) && are_tags(index, rest)
        })
    })
}
