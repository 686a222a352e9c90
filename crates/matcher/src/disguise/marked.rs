//! Markdown marks inside a word: `w**or**d`, `w_or_d`.
//!
//! Marks around a word are no disguise: the word between them is a token as it stands.

use super::cell::Cell;
use super::place::{Picked, Place, segments};
use super::{Disguise, Way, word};
use crate::reading::Found;

pub(super) static WAY: Way = Way { name: "marked", disguise: Disguise::Marked };

pub(super) fn join(
    place: &Place<'_>,
    Picked { cells: picked, .. }: &mut Picked,
    found: &mut Found,
) {
    for segment in segments(place.cells) {
        let Some(first) = segment.iter().position(|cell| !cell.is_markup()) else { continue };
        let last = segment.iter().rposition(|cell| !cell.is_markup()).unwrap_or(first);
        let core = segment.get(first..=last).unwrap_or_default();
        if core.iter().any(Cell::is_markup) {
            picked.clear();
            picked.extend(core.iter().filter(|cell| !cell.is_markup()));
            word::spell(place.text, picked, Some(Disguise::Marked), found);
        }
    }
}
