//! Names run together: where a forename and a surname of one person meet within a word.
//!
//! In: the folded letters of a word that is no name by itself, and how it was written. Out: the two
//! halves, if somebody bears them. What stands before and after them must be what people run together with
//! names (`welldone`, a year, a number), or be parted from them by a capital.

use gatepost_matcher::{Span, word_hash};

use crate::index::Index;
use crate::letters::MOST_LETTERS;
use crate::lexicon::Kind;
use crate::marks::Mark;

/// Halves that are together shorter than this are found only if capitals part them.
const LEAST_SMALL: usize = 6;

/// The first half has as many characters at least.
const LEAST_HALF: usize = 2;

/// A word before or after a name in a tag has as many letters at most.
const LONGEST_TAG: usize = 16;

/// All of them together.
const MOST_TAGS: usize = 28;

/// Where names may begin and end in a word, one bit for each of its bytes.
struct Edges {
    /// Every character's first byte.
    letters: u64,
    /// A capital after a small letter, or a digit beside a letter, stands there in what was written.
    rises: u64,
    /// What stands before is words that people run together with names, or digits.
    begun: u64,
}

/// True unless no name and nothing that stands before names begins where one may begin in a word.
pub(crate) fn may_split(index: &Index, written: &str) -> bool {
    let bytes = written.as_bytes();
    let beginnings = &index.vocabulary.beginnings;
    let rises = || {
        let pairs = (1..).zip(bytes.array_windows());
        pairs
            .filter(|(_, [before, after])| rise(*before, *after))
            .any(|(at, _)| beginnings.has(bytes.get(at..).unwrap_or_default()))
    };
    !written.is_ascii()
        || bytes.first().is_some_and(u8::is_ascii_digit)
        || beginnings.has(bytes)
        || rises()
}

/// True if a capital after another sign, or a digit beside a letter.
fn rise(before: u8, after: u8) -> bool {
    after.is_ascii_uppercase() && !before.is_ascii_uppercase()
        || before.is_ascii_digit() != after.is_ascii_digit()
}

/// The halves of `letters`, forename and surname or the reverse; of 64 bytes or fewer.
pub(crate) fn split(index: &Index, letters: &str, written: &str) -> Option<[Span; 2]> {
    if letters.len() > MOST_LETTERS {
        return None;
    }
    let boundaries = || (0..letters.len()).filter(|at| letters.is_char_boundary(*at));
    let mut edges = Edges {
        letters: if letters.is_ascii() {
            u64::MAX >> (MOST_LETTERS - letters.len()).min(63)
        } else {
            boundaries().fold(0, |all, at| all | 1 << at)
        },
        rises: rises(letters, written),
        begun: 1,
    };
    let mut start = 0;
    while start < letters.len() {
        if let Some(halves) = split_from(index, letters, start, &mut edges) {
            return Some(halves);
        }
        let starts = (edges.begun | edges.rises) & edges.letters;
        start = bits_from(starts, start + 1).next()?;
    }
    None
}

/// The halves of which the first begins at `start`; notes where tags that stand there end.
fn split_from(index: &Index, letters: &str, start: usize, edges: &mut Edges) -> Option<[Span; 2]> {
    let vocabulary = &index.vocabulary;
    let tagged = edges.begun >> start & 1 == 1 && start < MOST_TAGS;
    let rest = letters.get(start..)?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    if tagged && digits > 0 {
        edges.begun |= bit(start + digits);
    }
    if !vocabulary.beginnings.has(rest.as_bytes()) {
        return None;
    }
    let ends = bits_from(edges.letters, start + 1).chain([letters.len()]);
    for (count, end) in (1..).zip(ends) {
        let first = letters.get(start..end)?;
        let hash = word_hash(first);
        let mark = vocabulary.marks.of(hash);
        if tagged && digits == 0 && mark.has(Mark::TAG) && is_tag(index, first, hash) {
            edges.begun |= bit(end);
        }
        let is_name = mark.has(Mark::FORENAME.and(Mark::SURNAME)) && count >= LEAST_HALF;
        if !is_name || end == letters.len() {
            continue;
        }
        let form = vocabulary.hashed_word(hash, |stored| stored == first);
        if let Some(form) = form
            && let Some(last) = second(index, letters, (start, end), form, edges)
        {
            return Some([Span::new(start, end), Span::new(end, last)]);
        }
    }
    None
}

/// Where the second half ends that begins where the first does; the longest there is.
fn second(
    index: &Index,
    letters: &str,
    (start, middle): (usize, usize),
    first: u32,
    edges: &Edges,
) -> Option<usize> {
    if !index.vocabulary.beginnings.has(letters.get(middle..)?.as_bytes()) {
        return None;
    }
    let rises = edges.rises >> middle & 1 == 1;
    let mut ends = edges.letters >> middle >> 1 << 1 << middle;
    let mut end = letters.len();
    loop {
        let long = rises || end - start >= LEAST_SMALL;
        let word = letters.get(middle..end)?;
        if let Some(second) = index.vocabulary.word(word)
            && long
            && (index.is_pair(first, second) || index.is_pair(second, first))
            && (end == letters.len()
                || edges.rises >> end & 1 == 1
                || are_tags(index, letters.get(end..)?))
        {
            return Some(end);
        }
        if ends == 0 {
            return None;
        }
        end = 63 - ends.leading_zeros() as usize;
        ends &= !bit(end);
    }
}

/// The numbers of the bits that are set, from one on.
fn bits_from(bits: u64, from: usize) -> impl Iterator<Item = usize> {
    let mut bits = if from < 64 { bits >> from << from } else { 0 };
    std::iter::from_fn(move || {
        let lowest = bits.trailing_zeros() as usize;
        bits &= bits.wrapping_sub(1);
        (lowest < 64).then_some(lowest)
    })
}

fn bit(at: usize) -> u64 {
    if at < 64 { 1 << at } else { 0 }
}

/// Where a capital after a small letter, or a digit beside a letter, stands in what was written.
fn rises(letters: &str, written: &str) -> u64 {
    if !written.is_ascii() || letters.len() != written.len() {
        let at = (1..letters.len()).filter(|at| is_rise(written, letters, *at));
        return at.fold(0, |all, at| all | bit(at));
    }
    let pairs = (1..).zip(written.as_bytes().array_windows());
    pairs.fold(
        0,
        |all, (at, [before, after])| if rise(*before, *after) { all | bit(at) } else { all },
    )
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

/// True for a word that people run together with names.
fn is_tag(index: &Index, word: &str, hash: u64) -> bool {
    word.len() <= LONGEST_TAG && index.lexicon.kinds(hash).has(Kind::Tag)
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
            is_tag(index, word, word_hash(word)) && are_tags(index, rest)
        })
    })
}
