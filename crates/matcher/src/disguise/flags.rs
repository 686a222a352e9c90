//! Letters of flags, the regional indicators: 🇼 🇴 🇷 🇩.
//!
//! Two in a row are a flag. Three or more that are parted, by anything or nothing that shows, are
//! read as a word; so are two flags and more in a row, which together seldom spell one.

use super::cell::{Cell, Kind};
use super::place::{Picked, Place};
use super::{Disguise, Way, word};
use crate::reading::Found;

pub(super) static WAY: Way = Way { name: "flags", disguise: Disguise::Flags };

pub(super) fn join(
    place: &Place<'_>,
    Picked { cells: picked, .. }: &mut Picked,
    found: &mut Found,
) {
    let other = |cell: &Cell| !matches!(cell.kind, Kind::Flag | Kind::Space | Kind::Part);
    for run in place.cells.split(other) {
        picked.clear();
        picked.extend(run.iter().filter(|cell| cell.kind == Kind::Flag));
        if (3..=word::MOST).contains(&picked.len()) {
            word::one(place.text, picked, Some(Disguise::Flags), found);
        }
    }
}
