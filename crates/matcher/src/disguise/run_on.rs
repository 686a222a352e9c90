//! A number run together with a word: `word2025`, `7word`.

use super::place::{Cell, Kind, Place, Trait, segments};
use super::word::Word;
use super::{Disguise, Undo, Way};
use crate::reading::Found;

pub(super) static WAY: Way =
    Way { name: "run-on", disguise: Disguise::RunOn, undo: Undo::Join(join) };

/// How many letters the word must have: two are a unit or a key stage.
const FEWEST: usize = 3;

fn join(place: &Place<'_>, found: &mut Found) {
    if !place.has(Trait::Digit) {
        return;
    }
    for segment in segments(place.cells) {
        for name in segment.split(|cell| !cell.is_plain()) {
            let is_digit = |cell: &&Cell| cell.kind == Kind::Digit;
            let head = name.iter().take_while(is_digit).count();
            let tail = name.iter().rev().take_while(is_digit).count();
            let letters = name.get(head..name.len().saturating_sub(tail)).unwrap_or_default();
            let all_letters = letters.iter().all(|cell| cell.kind == Kind::Letter);
            if head + tail == 0 || letters.len() < FEWEST || !all_letters {
                continue;
            }
            let whole = name.iter().map(|cell| cell.span).reduce(crate::span::Span::join);
            if let (Some(span), Some(word)) = (whole, Word::of(place.text, letters, None)) {
                let letters = letters.iter().map(|cell| word.letter(cell));
                found.add(span, Disguise::RunOn, letters);
            }
        }
    }
}
