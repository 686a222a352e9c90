//! Written backwards, behind a character that turns the direction of reading (U+202E), so that a
//! reader sees the word.

use super::cell::Cell;
use super::place::{Picked, Place, segments};
use super::{Disguise, Way, word};
use crate::letter::Look;
use crate::reading::Found;

pub(super) static WAY: Way = Way { name: "mirrored", disguise: Disguise::Mirrored };

pub(super) fn join(
    place: &Place<'_>,
    Picked { cells: picked, .. }: &mut Picked,
    found: &mut Found,
) {
    picked.clear();
    let mut from = None;
    for cell in place.cells {
        match cell.sign {
            '\u{202e}' if from.is_none() => from = Some(picked.len()),
            '\u{202c}' => turn(picked, from.take()),
            '\u{202e}' => {}
            // Backwards, a vowel sign would come before its letter.
            _ if cell.look == Look::Sign => {}
            _ => picked.push(*cell),
        }
    }
    turn(picked, from);
    for segment in segments(picked) {
        word::spell(place.text, segment, Some(Disguise::Mirrored), found);
    }
}

/// Turns round what was read from there on.
fn turn(seen: &mut [Cell], from: Option<usize>) {
    if let Some(backwards) = from.and_then(|from| seen.get_mut(from..)) {
        backwards.reverse();
    }
}
