//! A number run together with a word: `word2025`, `7word`.

use super::cell::Kind;
use super::place::{Picked, Place, segments};
use super::word::Word;
use super::{Disguise, Way};
use crate::reading::Found;

pub(super) static WAY: Way = Way { name: "run-on", disguise: Disguise::RunOn };

/// How many letters the word must have: two are a unit or a key stage.
const FEWEST: usize = 3;

pub(super) fn join(place: &Place<'_>, _: &mut Picked, found: &mut Found) {
    for segment in segments(place.cells) {
        for name in segment.split(|cell| !cell.is_plain()) {
            let Some((head, tail)) = numbers(name, |cell| cell.kind == Kind::Digit) else {
                continue;
            };
            let letters = name.get(head..name.len() - tail).unwrap_or_default();
            let whole = name.iter().map(|cell| cell.span).reduce(crate::span::Span::join);
            if let (Some(span), Some(word)) = (whole, Word::of(place.text, letters, None)) {
                let letters = letters.iter().map(|cell| word.letter(cell));
                found.add(span, Disguise::RunOn, letters);
            }
        }
    }
}

/// How many digits stand before and behind a word, if there are any, and it is long enough and holds
/// none.
pub(super) fn numbers<L>(name: &[L], is_digit: fn(&L) -> bool) -> Option<(usize, usize)> {
    let head = name.iter().take_while(|letter| is_digit(letter)).count();
    let tail = name.iter().rev().take_while(|letter| is_digit(letter)).count();
    let letters = name.get(head..name.len().saturating_sub(tail)).unwrap_or_default();
    let is_word = letters.len() >= FEWEST && !letters.iter().any(is_digit);
    (head + tail > 0 && is_word).then_some((head, tail))
}
