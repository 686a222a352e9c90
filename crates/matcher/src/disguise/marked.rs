//! Markdown marks inside a word: `w**or**d`, `w_or_d`.
//!
//! Marks around a word are no disguise: the word between them is a token as it stands.

use super::place::{Cell, Place, Trait, segments};
use super::{Disguise, Undo, Way, word};
use crate::reading::Found;

pub(super) static WAY: Way =
    Way { name: "marked", disguise: Disguise::Marked, undo: Undo::Join(join) };

fn join(place: &Place<'_>, found: &mut Found) {
    if !place.has(Trait::Markup) {
        return;
    }
    for segment in segments(place.cells) {
        let Some(first) = segment.iter().position(|cell| !cell.is_markup()) else { continue };
        let last = segment.iter().rposition(|cell| !cell.is_markup()).unwrap_or(first);
        let core = segment.get(first..=last).unwrap_or_default();
        if core.iter().any(Cell::is_markup) {
            let letters: Vec<Cell> =
                core.iter().filter(|cell| !cell.is_markup()).copied().collect();
            word::spell(place.text, &letters, Some(Disguise::Marked), found);
        }
    }
}
