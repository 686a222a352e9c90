//! Which part of a text belongs to a suspicious place.
//!
//! In: a byte of the place. Out: what stands between white space around it; with it, single letters
//! with spaces between, the other half of a word that is parted at the end of a line, and what is
//! written backwards. Of a web address only the part around the byte: it is measured once, however
//! many places it holds.

use super::cell::Kind;
use super::{signs, simple};
use crate::letter::{self, Glyph};
use crate::span::Span;

/// How many blanks may stand between single letters.
const GAP: usize = 3;

/// How many bytes may be written backwards.
const BACKWARDS: usize = 400;

/// What turns the direction of reading back, and what turned it.
const RETURN: &str = "\u{202c}";
const TURN: char = '\u{202e}';

/// What is known of a text so far, so that nothing is looked for twice.
#[derive(Default)]
pub(super) struct Seen {
    /// The web address met last.
    pub(super) address: Span,
    /// Up to here no character turns the direction of reading back.
    no_return: usize,
}

/// Which part of the text belongs to the place at `mark`, whose [`chunk`] is `here`. It begins at
/// `done` at the earliest.
pub(super) fn extent(
    text: &str,
    mark: usize,
    done: usize,
    mut here: Span,
    seen: &mut Seen,
) -> Span {
    let bytes = text.as_bytes();
    if is_address(here.slice(text).unwrap_or_default()) {
        seen.address = here;
        return part_of_address(bytes, here, mark);
    }
    let single =
        |from, to| text.get(from..to).is_some_and(|part| !part.is_empty() && is_single(part));
    let end = here.end;
    if single(here.start, mark + 1) || single(here.start, end) {
        while let Some(before) = before(bytes, here.start, done) {
            let slice = before.slice(text).unwrap_or_default();
            let part = singles_behind(slice);
            if part.len() < slice.len() {
                let part = part.trim_start_matches(|sign| shows(sign) != Some(true));
                let cut = slice.strip_suffix(part).and_then(|rest| rest.chars().next_back());
                if !part.is_empty() && cut.is_some_and(parts_words) {
                    here.start = before.end - part.len();
                }
                break;
            }
            here.start = before.start;
        }
    }
    if single(mark, end) {
        while let Some(after) = after(bytes, here.end) {
            let slice = after.slice(text).unwrap_or_default();
            let part = singles_before(slice);
            if part.len() < slice.len() {
                let part = part.trim_end_matches(|sign| shows(sign) != Some(true));
                let cut = slice.strip_prefix(part).and_then(|rest| rest.chars().next());
                if !part.is_empty() && cut.is_some_and(parts_words) {
                    here.end = after.start + part.len();
                }
                break;
            }
            here.end = after.end;
        }
    }
    let slice = here.slice(text).unwrap_or_default();
    if slice.ends_with('-') {
        let gap = bytes.get(here.end..).unwrap_or_default();
        let blank = gap.iter().take(GAP * 4).take_while(|byte| byte.is_ascii_whitespace()).count();
        let breaks = gap.iter().take(blank).filter(|byte| **byte == b'\n').count();
        let returns = gap.iter().take(blank).filter(|byte| **byte == b'\r').count();
        if breaks.max(returns) == 1 {
            here.end = chunk(bytes, here.end + blank, here.end + blank).end;
        }
    }
    // What is written backwards may hold spaces.
    if let Some(at) = (!slice.is_ascii()).then(|| slice.find(TURN)).flatten() {
        let from = (here.start + at).max(seen.no_return);
        let to = text.floor_char_boundary(here.start + at + BACKWARDS);
        if let Some(end) = text.get(from..to).and_then(|rest| rest.find(RETURN)) {
            here.end = here.end.max(from + end);
        } else {
            seen.no_return = to.max(from);
        }
        here.end = chunk(bytes, here.end, here.end).end;
    }
    here
}

/// What stands between white space around `at`, from `done` on.
pub(super) fn chunk(bytes: &[u8], at: usize, done: usize) -> Span {
    let left = bytes.get(done..at).unwrap_or_default();
    let right = bytes.get(at..).unwrap_or_default();
    let back = left.iter().rev().take_while(|byte| !is_blank(**byte)).count();
    let ahead = right.iter().take_while(|byte| !is_blank(**byte)).count();
    Span::new(at - back, at + ahead)
}

fn is_blank(byte: u8) -> bool {
    matches!(byte, b'\t'..=b'\r' | b' ')
}

/// True for what begins as web addresses do.
pub(super) fn is_address(chunk: &str) -> bool {
    let colon = chunk.bytes().position(|byte| byte == b':').and_then(|colon| chunk.get(colon..));
    colon.is_some_and(|rest| rest.starts_with("://")) || chunk.starts_with("www.")
}

/// The part of a web address around `mark`.
pub(super) fn part_of_address(bytes: &[u8], address: Span, mark: usize) -> Span {
    let parts = |byte: &&u8| !matches!(**byte, b'/' | b':' | b'.' | b'?' | b'=' | b'&');
    let left = bytes.get(address.start..mark).unwrap_or_default();
    let right = bytes.get(mark + 1..address.end).unwrap_or_default();
    let back = left.iter().rev().take_while(parts).count();
    let ahead = right.iter().take_while(parts).count();
    Span::new(mark - back, mark + 1 + ahead)
}

fn before(bytes: &[u8], start: usize, done: usize) -> Option<Span> {
    let left = bytes.get(done..start)?;
    let blank = left.iter().rev().take(GAP + 1).take_while(|byte| **byte == b' ').count();
    (1..=GAP)
        .contains(&blank)
        .then(|| chunk(bytes, start - blank, done))
        .filter(|one| !one.is_empty())
}

fn after(bytes: &[u8], end: usize) -> Option<Span> {
    let right = bytes.get(end..)?;
    let blank = right.iter().take(GAP + 1).take_while(|byte| **byte == b' ').count();
    (1..=GAP)
        .contains(&blank)
        .then(|| chunk(bytes, end + blank, end + blank))
        .filter(|one| !one.is_empty())
}

/// True for punctuation that belongs to no disguised word.
fn parts_words(character: char) -> bool {
    !matches!(signs::sign(character).1, Kind::Leet | Kind::Wild)
}

/// True if no two letters or digits of it stand side by side.
fn is_single(chunk: &str) -> bool {
    !simple::has_pair(chunk.as_bytes()) && singles_before(chunk).len() == chunk.len()
}

/// What stands before the first two letters or digits side by side.
fn singles_before(chunk: &str) -> &str {
    if is_plain(chunk) {
        let pair = pairs(chunk).position(|is_pair| is_pair);
        return pair.and_then(|at| chunk.get(..at)).unwrap_or(chunk);
    }
    let mut before = None;
    for (at, character) in chunk.char_indices() {
        match shows(character) {
            Some(true) if before.is_some() => {
                return before.and_then(|before| chunk.get(..before)).unwrap_or_default();
            }
            Some(true) => before = Some(at),
            Some(false) => before = None,
            None => {}
        }
    }
    chunk
}

/// What stands behind the last two letters or digits side by side.
fn singles_behind(chunk: &str) -> &str {
    if is_plain(chunk) {
        let pair = pairs(chunk).rposition(|is_pair| is_pair);
        return pair.and_then(|at| chunk.get(at + 2..)).unwrap_or(chunk);
    }
    let mut after = None;
    for (at, character) in chunk.char_indices().rev() {
        match shows(character) {
            Some(true) if after.is_some() => {
                return after.and_then(|after| chunk.get(after..)).unwrap_or_default();
            }
            Some(true) => after = Some(at + character.len_utf8()),
            Some(false) => after = None,
            None => {}
        }
    }
    chunk
}

/// True if every character of it is one byte and shows.
fn is_plain(chunk: &str) -> bool {
    chunk.bytes().all(|byte| (0x20..0x7f).contains(&byte))
}

/// By byte, whether it and the next are two ASCII letters or digits side by side.
fn pairs(chunk: &str) -> impl DoubleEndedIterator<Item = bool> + ExactSizeIterator {
    chunk.as_bytes().array_windows().map(|[one, other]| simple::is_pair(*one, *other))
}

/// True for a letter or digit, false for what parts words, nothing for what is neither.
fn shows(character: char) -> Option<bool> {
    if character.is_ascii() && !character.is_ascii_control() {
        return Some(character.is_ascii_alphanumeric());
    }
    match letter::read(character) {
        Glyph::Letters(_) => Some(true),
        Glyph::Break => Some(signs::sign(character).1 == Kind::Flag),
        Glyph::Hidden | Glyph::Mark => None,
    }
}
