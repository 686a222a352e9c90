//! What the characters of a suspicious place are.
//!
//! In: a part of a text. Out: one [`Cell`] for each letter and sign that a reader sees, escapes read
//! and marks dropped, and what the place [has](Trait) among them. Most of ASCII is looked up by byte.

use super::cell::{Cell, Kind, Trait, Traits};
use super::signs::sign;
use super::{Disguise, ESCAPES};
use crate::letter::{self, Glyph, Look};
use crate::span::Span;

/// Reads the characters of a part of the text, and gives what it has.
pub(super) fn read(text: &str, span: Span, cells: &mut Vec<Cell>) -> Traits {
    cells.clear();
    let place = span.slice(text).unwrap_or_default();
    cells.reserve(place.len());
    let mut tally = Tally::default();
    let mut at = 0;
    while let Some(byte) = place.as_bytes().get(at).copied() {
        let start = span.start + at;
        if whole(byte).is_known {
            let rest = place.as_bytes().get(at..).unwrap_or_default();
            let length = rest.iter().take_while(|byte| whole(**byte).is_known).count();
            let run = rest.get(..length).unwrap_or_default();
            cells.extend((start..).zip(run).map(|(start, byte)| Cell {
                span: Span::new(start, start + 1),
                ..whole(*byte).cell
            }));
            for byte in run {
                let Whole { cell, traits, .. } = whole(*byte);
                tally.add(cell.kind, *traits);
            }
            at += length;
            continue;
        }
        let rest = place.get(at..).unwrap_or_default();
        let Some(character) = rest.chars().next() else { break };
        let mut meant = (character, None);
        let mut length = character.len_utf8();
        if matches!(character, '&' | '%') {
            let escaped = ESCAPES.iter().find_map(|(way, read)| Some((read(rest)?, *way)));
            if let Some(((character, bytes), way)) = escaped {
                (meant, length) = ((character, Some(way)), bytes);
            }
        }
        at += length;
        let before = cells.len();
        put(meant.0, meant.1, Span::new(start, span.start + at), cells);
        for cell in cells.get(before..).unwrap_or_default() {
            tally.add(cell.kind, cell.traits());
        }
    }
    tally.traits()
}

/// What the cells so far have.
#[derive(Default)]
struct Tally {
    has: Traits,
    singles: usize,
    /// Whether the last cell is a letter or digit, and whether it stands alone so far.
    last: (bool, bool),
}

impl Tally {
    fn add(&mut self, kind: Kind, traits: Traits) {
        let here = matches!(kind, Kind::Letter | Kind::Digit);
        let (before, alone) = self.last;
        self.has = self.has.with(traits);
        // A sign may be a letter that stands alone.
        self.singles += usize::from(alone && !here) + usize::from(kind == Kind::Leet);
        self.last = (here, here && !before);
    }

    fn traits(self) -> Traits {
        let singles = self.singles + usize::from(self.last.1);
        if singles > 2 { self.has.with(Traits::of(Trait::Singles)) } else { self.has }
    }
}

/// An ASCII character, and what a place has that holds it.
#[derive(Clone, Copy)]
struct Whole {
    cell: Cell,
    traits: Traits,
    /// True if it is what it is, wherever it stands.
    is_known: bool,
}

/// By byte, the ASCII characters that need no closer look: all but control characters and what may
/// begin an escape.
static WHOLE: [Whole; 256] = {
    let none = Cell {
        sign: ' ',
        own: ' ',
        look: Look::Digit,
        kind: Kind::Other,
        is_capital: false,
        escape: None,
        span: Span::new(0, 1),
    };
    let mut table = [Whole { cell: none, traits: Traits::NONE, is_known: false }; 256];
    let mut byte = 0_u8;
    while byte < 0x7f {
        let sign = byte.to_ascii_lowercase() as char;
        let look = if byte.is_ascii_alphabetic() { Look::Latin } else { Look::Digit };
        let kind = match byte {
            b'a'..=b'z' | b'A'..=b'Z' => Kind::Letter,
            b'0'..=b'9' => Kind::Digit,
            b'@' | b'$' | b'!' | b'+' | b'|' => Kind::Leet,
            b'*' | b'#' | b'_' | b'^' | b'\\' | b'~' | b'`' => Kind::Wild,
            b'.' | b'-' | b'/' | b',' => Kind::Part,
            b'\t'..=b'\r' | b' ' => Kind::Space,
            _ => Kind::Other,
        };
        let is_capital = byte.is_ascii_uppercase();
        let cell = Cell { sign, own: sign, look, kind, is_capital, ..none };
        let is_known =
            byte >= b' ' && !matches!(byte, b'&' | b'%') || matches!(byte, b'\t'..=b'\r');
        table[byte as usize] = Whole { cell, traits: cell.traits(), is_known };
        byte += 1;
    }
    table
};

#[inline]
fn whole(byte: u8) -> &'static Whole {
    WHOLE.get(usize::from(byte)).unwrap_or(&WHOLE[0])
}

/// Adds the cells of one character.
fn put(character: char, escape: Option<Disguise>, span: Span, cells: &mut Vec<Cell>) {
    let mut cell = Cell {
        sign: character,
        own: character,
        look: Look::Digit,
        kind: Kind::Other,
        is_capital: false,
        escape,
        span,
    };
    match letter::read(character) {
        Glyph::Letters(letters) => {
            cell.is_capital = character.is_uppercase();
            for part in letters {
                // A vowel sign says nothing about a Latin letter, as in folding.
                let last = cells.last_mut().filter(|last| last.is_plain());
                let kind = match part.look {
                    Look::Sign => match last {
                        Some(last) if last.sign.is_ascii() => {
                            last.span.end = span.end;
                            continue;
                        }
                        Some(_) => Kind::Letter,
                        None => Kind::Other,
                    },
                    Look::Digit => Kind::Digit,
                    _ => Kind::Letter,
                };
                let (sign, own, look) = (part.latin, part.letter, part.look);
                cells.push(Cell { sign, own, look, kind, ..cell });
            }
        }
        Glyph::Mark => {
            if let Some(last) = cells.last_mut() {
                last.span.end = span.end;
            }
        }
        Glyph::Hidden => {
            if let Some(last) = cells.last_mut().filter(|_| escape.is_some()) {
                last.escape = escape;
            }
            // Where the direction of reading turns.
            if matches!(character, '\u{202e}' | '\u{202c}') {
                cells.push(cell);
            }
        }
        Glyph::Break => {
            (cell.sign, cell.kind) = sign(character);
            cell.own = cell.sign;
            cells.push(cell);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{WHOLE, put, read};
    use crate::span::Span;

    #[test]
    fn ascii_characters_are_what_a_closer_look_finds() {
        let mut quick = 0;
        for byte in 0..0x80 {
            let character = char::from(byte);
            let (mut one, mut other) = (Vec::new(), Vec::new());
            put(character, None, Span::new(0, 1), &mut one);
            read(&character.to_string(), Span::new(0, 1), &mut other);
            assert_eq!(one, other, "{character:?}");
            quick += usize::from(WHOLE[usize::from(byte)].is_known);
        }
        assert_eq!(quick, 0x7f - 0x20 - 2 + 5);
    }
}
