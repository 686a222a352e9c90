//! Written backwards, behind a character that turns the direction of reading (U+202E), so that a
//! reader sees the word.

use super::place::{Cell, Place, Trait, segments};
use super::{Disguise, Undo, Way, word};
use crate::letter::Look;
use crate::reading::Found;

pub(super) static WAY: Way =
    Way { name: "mirrored", disguise: Disguise::Mirrored, undo: Undo::Join(join) };

fn join(place: &Place<'_>, found: &mut Found) {
    if !place.has(Trait::Turn) {
        return;
    }
    let mut seen: Vec<Cell> = Vec::with_capacity(place.cells.len());
    let mut from = None;
    for cell in place.cells {
        match cell.sign {
            '\u{202e}' if from.is_none() => from = Some(seen.len()),
            '\u{202c}' => turn(&mut seen, from.take()),
            '\u{202e}' => {}
            // Backwards, a vowel sign would come before its letter.
            _ if cell.look == Look::Sign => {}
            _ => seen.push(*cell),
        }
    }
    turn(&mut seen, from);
    for segment in segments(&seen) {
        word::spell(place.text, segment, Some(Disguise::Mirrored), found);
    }
}

/// Turns round what was read from there on.
fn turn(seen: &mut [Cell], from: Option<usize>) {
    if let Some(backwards) = from.and_then(|from| seen.get_mut(from..)) {
        backwards.reverse();
    }
}
