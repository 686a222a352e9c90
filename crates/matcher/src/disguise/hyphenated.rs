//! A word parted at the end of a line: `half-` and, on the next line, `way`.

use super::cell::{Cell, Kind};
use super::place::{Picked, Place};
use super::{Disguise, Way, word};
use crate::reading::Found;

pub(super) static WAY: Way = Way { name: "hyphenated", disguise: Disguise::Hyphenated };

pub(super) fn join(
    place: &Place<'_>,
    Picked { cells: picked, .. }: &mut Picked,
    found: &mut Found,
) {
    let cells = place.cells;
    let breaks = |cell: &Cell| matches!(cell.sign, '\n' | '\r');
    let Some(line) = cells.iter().position(breaks) else { return };
    let blank = |cell: &Cell| cell.kind == Kind::Space;
    let (head, tail) = cells.split_at(line);
    let tail_start = tail.iter().position(|cell| !blank(cell)).unwrap_or(tail.len());
    let head_end = head.iter().rposition(|cell| !blank(cell)).unwrap_or(0);
    let Some((hyphen, head)) = head.get(..=head_end).and_then(<[Cell]>::split_last) else { return };
    if hyphen.sign != '-' {
        return;
    }
    let wordy = |cell: &&Cell| cell.is_wordy();
    let left = head.len() - head.iter().rev().take_while(wordy).count();
    let tail = tail.get(tail_start..).unwrap_or_default();
    let right = tail.iter().take_while(wordy).count();
    let halves = [head.get(left..), tail.get(..right)].map(Option::unwrap_or_default);
    if halves.iter().all(|half| !half.is_empty()) {
        picked.clear();
        for half in halves {
            picked.extend_from_slice(half);
        }
        word::spell(place.text, picked, Some(Disguise::Hyphenated), found);
    }
}
