//! Several words run together behind `#` or `@`: `#WellDoneTeam`.
//!
//! Capitals part the words, and digits do. Where all letters are small, the words cannot be told by
//! themselves: such a tag is handed on whole, and whoever looks phrases up finds those of several
//! words at its ends.

use super::cell::{Cell, Kind};
use super::place::{Picked, Place, segments};
use super::{Disguise, Way, leet, word};
use crate::reading::Found;
use crate::span::Span;

pub(super) static WAY: Way = Way { name: "hashtag", disguise: Disguise::Hashtag };

/// How long a tag of small letters may be.
const LONGEST: usize = 64;

/// How short.
const SHORTEST: usize = 4;

pub(super) fn join(place: &Place<'_>, _: &mut Picked, found: &mut Found) {
    for segment in segments(place.cells) {
        let Some((sign, tag)) = segment.split_first() else { continue };
        if !matches!(sign.sign, '#' | '@') {
            continue;
        }
        for name in tag.split(|cell| !cell.is_plain()) {
            let mut rest = name;
            while let Some(end) = first_word(rest) {
                let (piece, after) = rest.split_at(end);
                if end < name.len() && piece.iter().all(|cell| cell.kind == Kind::Letter) {
                    word::one(place.text, piece, Some(Disguise::Hashtag), found);
                }
                rest = after;
            }
        }
        let small = tag
            .iter()
            .all(|cell| cell.sign.is_ascii_lowercase() && cell.span.len() == 1 && !cell.is_capital);
        let span = tag.iter().map(|cell| cell.span).reduce(Span::join);
        if let Some(span) = span.filter(|_| small && (SHORTEST..=LONGEST).contains(&tag.len())) {
            found.add_run_on(place.text, span);
        }
    }
}

/// Reads a tag of plain letters that begins at `mark`, with or without a number behind it, as nearly
/// all are, and gives where it ends; `None` if it is another.
pub(super) fn read_plain(text: &str, mark: usize, found: &mut Found) -> Option<usize> {
    let bytes = text.as_bytes();
    let (&sign, rest) = bytes.get(mark..)?.split_first()?;
    let before = mark.checked_sub(1).and_then(|before| bytes.get(before));
    if !matches!(sign, b'#' | b'@') || before.is_some_and(|before| !before.is_ascii_whitespace()) {
        return None;
    }
    let Letters { count: letters, any_capital, thrice } = Letters::of(rest);
    let (tag, behind) = rest.split_at(letters);
    let number = behind.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let (digits, behind) = behind.split_at(number);
    let is_mark = |byte: &&u8| matches!(**byte, b'!' | b'.' | b',' | b'?' | b')');
    let marks = behind.iter().take_while(is_mark).count();
    let ends = behind.get(marks).is_none_or(u8::is_ascii_whitespace);
    if !ends || letters < 2 || thrice || sign == b'@' && number > 0 {
        return None;
    }
    let start = mark + 1;
    let part = |from: usize, to: usize| Span::new(start + from, start + to);
    let whole = part(0, letters + number);
    if number > 0 {
        found.add_part(text, whole, Disguise::RunOn, part(0, letters));
    }
    // A digit or two may be letters, and `@` one.
    if (1..=3).contains(&number) {
        let read = |way: fn((char, char)) -> char| {
            let digits = digits.iter().filter_map(|digit| leet::letters(char::from(*digit)));
            small(tag).chain(digits.map(way))
        };
        found.add(whole, Disguise::Leet, read(|(likely, _)| likely));
        found.add(whole, Disguise::Leet, read(|(_, other)| other));
    }
    if sign == b'@' {
        let span = Span::new(mark, whole.end);
        found.add(span, Disguise::Leet, std::iter::once('a').chain(small(tag)));
    }
    let mut from = 0;
    if any_capital {
        for (at, [before, letter]) in (1..).zip(tag.array_windows()) {
            // `UKSchools`: the last of several capitals begins the next word.
            let next_is_small = || tag.get(at + 1).is_some_and(u8::is_ascii_lowercase);
            if letter.is_ascii_uppercase() && (before.is_ascii_lowercase() || next_is_small()) {
                found.add_part(text, part(from, at), Disguise::Hashtag, part(from, at));
                from = at;
            }
        }
    }
    if from > 0 || number > 0 {
        found.add_part(text, part(from, letters), Disguise::Hashtag, part(from, letters));
    }
    if !any_capital && number == 0 && (SHORTEST..=LONGEST).contains(&letters) {
        found.add_run_on(text, part(0, letters));
    }
    Some(whole.end + marks)
}

/// The ASCII letters at the front of a tag.
struct Letters {
    count: usize,
    any_capital: bool,
    /// True if the same stands three times in a row.
    thrice: bool,
}

impl Letters {
    fn of(tag: &[u8]) -> Self {
        let mut letters = Self { count: 0, any_capital: false, thrice: false };
        let (mut last, mut before) = (0, 0);
        for byte in tag.iter().take_while(|byte| byte.is_ascii_alphabetic()) {
            let small = byte | 0x20;
            letters.any_capital |= *byte != small;
            letters.thrice |= small == last && last == before;
            (before, last) = (last, small);
            letters.count += 1;
        }
        letters
    }
}

/// Letters in lower case.
fn small(letters: &[u8]) -> impl Iterator<Item = char> {
    letters.iter().map(|letter| char::from(letter.to_ascii_lowercase()))
}

/// How many cells the first word has; `None` if there is none.
fn first_word(cells: &[Cell]) -> Option<usize> {
    let first = cells.first()?;
    let mut end = 1;
    while let Some(cell) = cells.get(end) {
        let before = cells.get(end - 1).unwrap_or(first);
        let next_is_small =
            cells.get(end + 1).is_some_and(|next| next.kind == Kind::Letter && !next.is_capital);
        let rises = cell.is_capital && !before.is_capital;
        // `UKSchools`: the last of several capitals begins the next word.
        let begins = cell.is_capital && before.is_capital && next_is_small;
        if cell.kind != before.kind || rises || begins {
            break;
        }
        end += 1;
    }
    Some(end)
}
