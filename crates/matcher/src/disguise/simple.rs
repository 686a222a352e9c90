//! Words of ASCII letters and digits alone: `b4dg3r`, `goooal`, `word2025`, with punctuation around
//! them, read without cells.
//!
//! In: what stands between white space around a mark. Out: the same readings that its cells would
//! give; or nothing, where it holds any sign that may be a letter, hide one or escape one, where
//! letters stand alone, and where it may be more than it seems: a web address, a word that goes on.

use super::place::Room;
use super::{Disguise, characters, innocent, leet, repeated, run_on, word};
use crate::reading::Found;
use crate::span::Span;

/// What a byte is to such words.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Word,
    /// It parts words.
    Part,
    /// An exclamation mark: punctuation behind a word and before one, but not inside.
    Bang,
    Other,
}

static CLASSES: [Class; 256] = {
    let mut classes = [Class::Other; 256];
    let mut byte = 0_u8;
    while byte < 0x80 {
        classes[byte as usize] = match byte {
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => Class::Word,
            b'!' => Class::Bang,
            b'"'
            | b'\''
            | b'('
            | b')'
            | b','
            | b'-'
            | b'.'
            | b'/'
            | b':'..=b'?'
            | b'['
            | b']'
            | b'{'
            | b'}' => Class::Part,
            _ => Class::Other,
        };
        byte += 1;
    }
    classes
};

/// How many letters that stand alone may be parted ones.
const SINGLES: usize = 3;

/// Reads the words around `mark`, if that is all that stands there; `false` if it needs a closer look.
pub(super) fn read(
    text: &str,
    mark: usize,
    here: Span,
    room: &mut Room,
    found: &mut Found,
) -> bool {
    let chunk = here.slice(text).unwrap_or_default().as_bytes();
    // Letters that stand alone may go on beyond the white space.
    let Some((head, tail)) = chunk.split_at_checked(mark - here.start) else { return false };
    let last = head.last().zip(tail.first()).is_some_and(|(one, other)| is_pair(*one, *other));
    if !(last || has_pair(head)) || !has_pair(tail) {
        return false;
    }
    if innocent::is_plain(chunk) {
        return true;
    }
    if !is_simple(chunk) {
        return false;
    }
    let mut from = 0;
    while let Some(start) = chunk.iter().skip(from).position(u8::is_ascii_alphanumeric) {
        let start = from + start;
        let rest = chunk.get(start..).unwrap_or_default();
        let length = rest.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
        from = start + length;
        if length > 1 {
            spell(text, Span::new(here.start + start, here.start + from), room, found);
        }
    }
    true
}

/// True for two ASCII letters or digits.
pub(super) fn is_pair(one: u8, other: u8) -> bool {
    one.is_ascii_alphanumeric() && other.is_ascii_alphanumeric()
}

/// True if two ASCII letters or digits stand side by side.
pub(super) fn has_pair(bytes: &[u8]) -> bool {
    bytes.array_windows().any(|[one, other]| is_pair(*one, *other))
}

/// True if a part of a text holds such words and nothing else.
fn is_simple(chunk: &[u8]) -> bool {
    let (mut length, mut singles, mut colons) = (0, 0, 0);
    // An exclamation mark right behind a word, or after others there.
    let mut bang = false;
    for byte in chunk {
        match CLASSES.get(usize::from(*byte)).copied().unwrap_or(Class::Other) {
            Class::Word if bang || length == word::MOST => return false,
            Class::Word => length += 1,
            Class::Bang => {
                bang |= length > 0;
                singles += usize::from(length == 1);
                length = 0;
            }
            Class::Part => {
                colons += usize::from(*byte == b':');
                singles += usize::from(length == 1);
                (length, bang) = (0, false);
            }
            Class::Other => return false,
        }
    }
    let is_address = colons > 0 && chunk.array_windows().any(|window| window == b"://")
        || chunk.starts_with(b"www.");
    singles + usize::from(length == 1) < SINGLES && !is_address && !chunk.ends_with(b"-")
}

/// Adds what one word spells.
fn spell(text: &str, span: Span, room: &mut Room, found: &mut Found) {
    let mut letters = [0; word::MOST];
    let mut length = 0;
    let mut digits = 0;
    for (to, from) in letters.iter_mut().zip(span.slice(text).unwrap_or_default().bytes()) {
        *to = from.to_ascii_lowercase();
        digits += usize::from(from.is_ascii_digit());
        length += 1;
    }
    let letters = letters.get(..length).unwrap_or_default();
    if digits == 0 {
        repeated::spell_plain(letters, span, Disguise::Repeated, found);
    } else if digits < length {
        let is_spelt = leet::spell_plain(text, letters, span, found);
        if !is_spelt {
            characters::read(text, span, &mut room.picked.cells);
            word::spell(text, &room.picked.cells, None, found);
        }
        if let Some((head, tail)) = run_on::numbers(letters, u8::is_ascii_digit) {
            if is_spelt {
                let part = Span::new(span.start + head, span.end - tail);
                found.add_part(text, span, Disguise::RunOn, part);
            } else {
                // What was squeezed may be the word without its number.
                let word = letters.get(head..letters.len() - tail).unwrap_or_default();
                found.add(span, Disguise::RunOn, word.iter().map(|letter| char::from(*letter)));
            }
        }
    }
}
