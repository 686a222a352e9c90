//! Letters one by one: `w.o.r.d`, `W O R D`, `w-o-r-d`, and with emoji between them.
//!
//! Each letter stands alone, with up to three spaces or signs to the next. Three letters at least
//! make a word, so that initials before a name do not. The whole run is one reading; where its gaps
//! differ, what the wider ones part are others; and `a` or `I` beside a run, after a space, may be a
//! word of its own. Letters with a comma and a space between, or in brackets, are a list.

use std::ops::Range;

use super::cell::{Cell, Kind};
use super::place::{Picked, Place};
use super::{Disguise, Way, word};
use crate::reading::Found;

pub(super) static WAY: Way = Way { name: "parted", disguise: Disguise::Parted };

/// How many signs may stand between two letters.
const GAP: usize = 3;

/// How many letters make a word.
const FEWEST: usize = 3;

/// What stands between the last letter and the next.
#[derive(Default)]
struct Between {
    cells: usize,
    spaces: usize,
    commas: usize,
    /// True if it parts letters for good.
    ends: bool,
}

pub(super) fn join(place: &Place<'_>, picked: &mut Picked, found: &mut Found) {
    picked.clear();
    let mut between = Between::default();
    let mut beside = false;
    for (at, cell) in place.cells.iter().enumerate() {
        let next = place.cells.get(at + 1);
        let single = !beside && !next.is_some_and(Cell::is_plain) && may_be_letter(cell, at, place);
        beside = cell.is_plain();
        if !single {
            between.add(cell);
            continue;
        }
        let gap = between.width();
        if gap.is_none() || picked.cells.is_empty() {
            close(place, Run { cells: &picked.cells, gaps: &picked.gaps }, found);
            picked.clear();
        }
        picked.cells.push(*cell);
        picked.gaps.push(gap.unwrap_or(0));
        between = Between::default();
    }
    close(place, Run { cells: &picked.cells, gaps: &picked.gaps }, found);
}

/// Letters that each stand alone, and how wide the gap before each is: in cells, and twice for a
/// space.
#[derive(Clone, Copy)]
struct Run<'c> {
    cells: &'c [Cell],
    gaps: &'c [usize],
}

impl Run<'_> {
    fn part(self, range: Range<usize>) -> Self {
        let gaps = self.gaps.get(range.clone()).unwrap_or_default();
        Self { cells: self.cells.get(range).unwrap_or_default(), gaps }
    }

    fn len(self) -> usize {
        self.cells.len()
    }
}

/// True if this cell, which has no letter beside it, may be one by itself.
fn may_be_letter(cell: &Cell, at: usize, place: &Place<'_>) -> bool {
    let cells = place.cells;
    let space = |other: Option<&Cell>| other.is_none_or(|other| other.kind == Kind::Space);
    match cell.kind {
        Kind::Letter | Kind::Digit => true,
        Kind::Leet => {
            matches!(cell.sign, '@' | '$')
                || space(at.checked_sub(1).and_then(|before| cells.get(before)))
                    && space(cells.get(at + 1))
        }
        _ => false,
    }
}

impl Between {
    fn add(&mut self, cell: &Cell) {
        self.cells += 1;
        match cell.kind {
            Kind::Space if !matches!(cell.sign, '\n' | '\r') => self.spaces += 1,
            Kind::Part | Kind::Wild | Kind::Leet => self.commas += usize::from(cell.sign == ','),
            _ => self.ends = true,
        }
    }

    /// How wide it is; `None` if it parts two letters for good.
    fn width(&self) -> Option<usize> {
        let list = self.commas > 0 && self.spaces > 0;
        let parts = self.ends || list || !(1..=GAP).contains(&self.cells);
        (!parts).then_some(self.cells + self.spaces)
    }
}

/// Adds what a run of single letters spells.
fn close(place: &Place<'_>, run: Run<'_>, found: &mut Found) {
    if run.len() < FEWEST {
        return;
    }
    add(place, run, found);
    let gaps = run.gaps.get(1..).unwrap_or_default();
    let least = gaps.iter().min().copied().unwrap_or(0);
    if gaps.iter().any(|gap| *gap > least) {
        // What the wider gaps part.
        let mut start = 0;
        while start < run.len() {
            let rest = gaps.get(start..).unwrap_or_default();
            let end = start + 1 + rest.iter().take_while(|gap| **gap == least).count();
            if end - start >= FEWEST {
                add(place, run.part(start..end), found);
            }
            start = end;
        }
    }
    let is_word =
        |cell: Option<&Cell>| cell.is_some_and(|cell| matches!(cell.sign, 'a' | 'i' | 'o'));
    let spaced = |gap: Option<&usize>| gap == Some(&2);
    let front = is_word(run.cells.first()) && spaced(run.gaps.get(1));
    let back = is_word(run.cells.last()) && spaced(run.gaps.last());
    for (front_out, back_out) in [(front, false), (false, back), (front && back, front && back)] {
        let inner = run.part(usize::from(front_out)..run.len() - usize::from(back_out));
        if (front_out || back_out) && inner.len() >= FEWEST {
            add(place, inner, found);
        }
    }
}

fn add(place: &Place<'_>, run: Run<'_>, found: &mut Found) {
    if run.len() <= word::MOST * 2 {
        word::one(place.text, run.cells, Some(Disguise::Parted), found);
    }
}
