//! Letters of flags, the regional indicators: 🇼 🇴 🇷 🇩.
//!
//! Two in a row are a flag. Three or more that are parted, by anything or nothing that shows, are
//! read as a word; so are two flags and more in a row, which together seldom spell one.

use super::place::{Cell, Kind, Place, Trait};
use super::{Disguise, Undo, Way, word};
use crate::reading::Found;

pub(super) static WAY: Way =
    Way { name: "flags", disguise: Disguise::Flags, undo: Undo::Join(join) };

fn join(place: &Place<'_>, found: &mut Found) {
    if !place.has(Trait::Flag) {
        return;
    }
    let other = |cell: &Cell| !matches!(cell.kind, Kind::Flag | Kind::Space | Kind::Part);
    for run in place.cells.split(other) {
        let letters: Vec<Cell> =
            run.iter().filter(|cell| cell.kind == Kind::Flag).copied().collect();
        if (3..=word::MOST).contains(&letters.len()) {
            word::one(place.text, &letters, Some(Disguise::Flags), found);
        }
    }
}
