//! Digits and symbols for letters: `b4dg3r`, `$ch00l`, `h!t`.
//!
//! A digit or symbol is taken for the letters that it looks like, and a word that holds any is read
//! in each of these ways. Digits alone are never letters, nor is one letter beside digits: roads and
//! rooms (`A55`), years and classes (`5B`), scores and times stay what they are, and so do postcodes
//! and the number plates of cars. A word with two letters at least, or with one and else only symbols
//! (`a$$`), may be leet.

use super::cell::Cell;
use super::postcode::{Shape, Sign};
use super::repeated;
use super::word::{MOST, Word};
use super::{Disguise, Way};
use crate::reading::Found;
use crate::span::Span;

pub(super) static WAY: Way = Way { name: "leet", disguise: Disguise::Leet };

/// The letters that a digit or symbol may stand for: the likely one, and another.
pub(super) const fn letters(sign: char) -> Option<(char, char)> {
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

pub(super) fn spell(word: &Word<'_>, found: &mut Found) {
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

/// Adds what small ASCII letters and digits spell, as [`spell`]; or nothing, and gives `false`, if
/// letters may be repeated among them.
pub(super) fn spell_plain(text: &str, word: &[u8], span: Span, found: &mut Found) -> bool {
    let digits = word.iter().filter(|sign| sign.is_ascii_digit()).count();
    let edge = edge_digits(word, u8::is_ascii_digit);
    let shape = || Shape::of_text(span.slice(text).unwrap_or_default().as_bytes());
    if word.len() - digits < 2
        || edge >= 4 && edge == digits
        || word.len() <= 7 && shape().is_some_and(|shape| shape.is_postcode(text, span))
    {
        return true;
    }
    let (mut likely, mut other) = ([0; MOST], [0; MOST]);
    let (mut opens, mut twins) = (0, 0);
    let mut before = [0; 2];
    for ((one, two), sign) in likely.iter_mut().zip(&mut other).zip(word) {
        let here = choices(*sign);
        [*one, *two] = here;
        opens += usize::from(one != two);
        twins += usize::from(here.iter().any(|letter| before.contains(letter)));
        before = here;
    }
    let (Some(likely), Some(other)) = (likely.get_mut(..word.len()), other.get(..word.len()))
    else {
        return false;
    };
    if twins > 1 {
        return false;
    }
    found.add_new(span, Disguise::Leet, likely);
    if opens > TRIED {
        found.add_new(span, Disguise::Leet, other);
        return true;
    }
    // Each way differs from the one before by one sign.
    for way in 1..1_u32 << opens {
        let flipped = way.trailing_zeros() as usize;
        let is_open =
            |(_, sign): &(usize, &u8)| matches!(choices(**sign), [one, two] if one != two);
        if let Some((at, sign)) = word.iter().enumerate().filter(is_open).nth(flipped)
            && let Some(letter) = likely.get_mut(at)
        {
            let [one, two] = choices(*sign);
            *letter = if *letter == one { two } else { one };
        }
        found.add_new(span, Disguise::Leet, likely);
    }
    true
}

/// By ASCII letter or digit, the likely letter that it may stand for, and the other.
static LETTERS: [[u8; 2]; 128] = {
    let mut table = [[0; 2]; 128];
    let mut byte = 0_u8;
    while byte < 128 {
        let letter = byte.to_ascii_lowercase();
        table[byte as usize] = match letters(byte as char) {
            Some((one, other)) if byte.is_ascii_digit() => [one as u8, other as u8],
            _ => [letter, letter],
        };
        byte += 1;
    }
    table
};

/// What an ASCII letter or digit may stand for: the likely letter, and the other.
fn choices(sign: u8) -> [u8; 2] {
    LETTERS.get(usize::from(sign)).copied().unwrap_or_default()
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
    if word.symbols > 0 || word.digits < 2 || word.joined.is_some() {
        return false;
    }
    let edge = edge_digits(word.cells, |cell| cell.sign.is_ascii_digit());
    edge >= 4 && edge == word.digits
}

/// How many digits stand at the two ends of a word.
fn edge_digits<L>(word: &[L], is_digit: fn(&L) -> bool) -> usize {
    word.iter().take_while(|sign| is_digit(sign)).count()
        + word.iter().rev().take_while(|sign| is_digit(sign)).count()
}

fn is_postcode(word: &Word<'_>) -> bool {
    if word.joined.is_some() || word.symbols > 0 || word.cells.len() > 7 {
        return false;
    }
    let sign = |cell: &Cell| {
        let capital = cell.is_capital.then_some(Sign::Capital);
        if cell.sign.is_ascii_digit() { Some(Sign::Digit) } else { capital }
    };
    let shape = Shape::of(word.cells.iter().map(sign));
    shape.is_some_and(|shape| shape.is_postcode(word.text, word.span))
}
