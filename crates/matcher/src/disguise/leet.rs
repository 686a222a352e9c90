//! Digits and symbols for letters: `b4dg3r`, `$ch00l`, `h!t`.
//!
//! A digit or symbol is taken for the letters that it looks like, and a word that holds any is read
//! in each of these ways. Digits alone are never letters, nor is one letter beside digits: roads and
//! rooms (`A55`), years and classes (`5B`), scores and times stay what they are, and so do postcodes
//! and the number plates of cars. A word with two letters at least, or with one and else only symbols
//! (`a$$`), may be leet.

use super::repeated;
use super::word::{MOST, Word};
use super::{Disguise, Undo, Way};
use crate::reading::Found;

pub(super) static WAY: Way =
    Way { name: "leet", disguise: Disguise::Leet, undo: Undo::Spell(spell) };

/// The letters that a digit or symbol may stand for: the likely one, and another.
pub(super) fn letters(sign: char) -> Option<(char, char)> {
    Some(match sign {
        '0' => ('o', 'o'),
        '1' | '!' | '|' => ('i', 'l'),
        '2' => ('z', 'z'),
        '3' | '€' => ('e', 'e'),
        '4' | '@' => ('a', 'a'),
        '5' | '$' | '§' => ('s', 's'),
        '6' => ('g', 'b'),
        '7' | '+' | '†' => ('t', 't'),
        '8' => ('b', 'b'),
        '9' => ('g', 'q'),
        '£' => ('l', 'e'),
        '¢' | '©' => ('c', 'c'),
        '®' => ('r', 'r'),
        '¥' => ('y', 'y'),
        '×' => ('x', 'x'),
        _ => return None,
    })
}

/// How many signs of a word are each tried both ways; where there are more, all are read alike.
const TRIED: usize = 3;

fn spell(word: &Word<'_>, found: &mut Found) {
    if word.hidden > 0 || word.digits + word.symbols == 0 || !may_be(word) {
        return;
    }
    // Signs in a row that are the same are read alike, but for those that may be two letters.
    let mut signs = [(' ', 0_u32); MOST];
    let mut length = 0_usize;
    for cell in word.cells {
        let sign = word.letter(cell);
        let last = length.checked_sub(1).and_then(|last| signs.get_mut(last));
        if let Some((_, count)) = last.filter(|(last, _)| *last == sign && !is_open(sign)) {
            *count += 1;
        } else {
            let Some(free) = signs.get_mut(length) else { return };
            *free = (sign, 1);
            length += 1;
        }
    }
    let signs = signs.get(..length).unwrap_or_default();
    let open = signs.iter().filter(|(sign, _)| is_open(*sign)).count();
    let disguise = word.joined.unwrap_or(Disguise::Leet);
    let ways = if open <= TRIED { 1_u32 << open } else { 2 };
    for way in 0..ways {
        let choices = if open <= TRIED || way == 0 { way } else { u32::MAX };
        let read = signs.iter().scan(choices, |choices, &(sign, count)| {
            let Some((likely, other)) = letters(sign) else { return Some((sign, count)) };
            if likely == other {
                return Some((likely, count));
            }
            let other_is_meant = *choices & 1 == 1;
            *choices = *choices >> 1 | *choices & 1 << 31;
            Some((if other_is_meant { other } else { likely }, count))
        });
        repeated::add_all(read, word.span, disguise, found);
    }
}

/// True if a sign has two letters to choose from.
fn is_open(sign: char) -> bool {
    letters(sign).is_some_and(|(likely, other)| likely != other)
}

/// True if a word with digits or symbols may be leet at all.
fn may_be(word: &Word<'_>) -> bool {
    let enough = word.letters >= 2 || word.letters == 1 && word.digits == 0 && word.symbols >= 2;
    enough && !is_run_on(word) && !is_postcode(word)
}

/// True for letters and a number behind or before them: `Autumn2025`, `2025Leavers`. One digit may
/// be a letter.
fn is_run_on(word: &Word<'_>) -> bool {
    let is_digit = |cell: &super::place::Cell| cell.sign.is_ascii_digit();
    let edge = word.cells.iter().take_while(|cell| is_digit(cell)).count()
        + word.cells.iter().rev().take_while(|cell| is_digit(cell)).count();
    word.symbols == 0 && edge >= 4 && edge == word.digits && word.joined.is_none()
}

/// True if a word is one half or the whole of a British postcode in capitals: `SW1A`, `4SS`.
fn is_postcode(word: &Word<'_>) -> bool {
    if word.joined.is_some() || word.symbols > 0 || word.cells.len() > 7 {
        return false;
    }
    let mut shape = [0; 7];
    for (place, cell) in shape.iter_mut().zip(word.cells) {
        *place = match () {
            () if cell.sign.is_ascii_digit() => b'9',
            () if cell.is_capital => b'A',
            () => return false,
        };
    }
    let shape = shape.get(..word.cells.len()).unwrap_or_default();
    let before = word.text.get(..word.span.start).unwrap_or_default();
    let behind = word.text.get(word.span.end..).unwrap_or_default();
    let last = before.strip_suffix(' ').and_then(|rest| rest.rsplit(' ').next());
    let next = behind.strip_prefix(' ').and_then(|rest| rest.get(..3));
    match shape {
        b"9AA" => last.is_some_and(|last| is_outward(shape_of(last, &mut [0; 4]))),
        _ if is_outward(shape) => next.is_some_and(|next| shape_of(next, &mut [0; 4]) == b"9AA"),
        _ => shape.strip_suffix(b"9AA").is_some_and(is_outward),
    }
}

/// The first half of a postcode.
fn is_outward(shape: &[u8]) -> bool {
    matches!(shape, b"A9" | b"A99" | b"AA9" | b"AA99" | b"A9A" | b"AA9A")
}

/// `A` for a capital and `9` for a digit; nothing if it is neither, or too long.
fn shape_of<'b>(text: &str, buffer: &'b mut [u8; 4]) -> &'b [u8] {
    if text.len() > buffer.len() {
        return &[];
    }
    for (place, byte) in buffer.iter_mut().zip(text.bytes()) {
        *place = match byte {
            b'0'..=b'9' => b'9',
            b'A'..=b'Z' => b'A',
            _ => return &[],
        };
    }
    buffer.get(..text.len()).unwrap_or_default()
}
