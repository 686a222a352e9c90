//! Letters one by one: `w.o.r.d`, `W O R D`, `w-o-r-d`, and with emoji between them.
//!
//! Each letter stands alone, with up to three spaces or signs to the next. Three letters at least
//! make a word, so that initials before a name do not. The whole run is one reading; where its gaps
//! differ, what the wider ones part are others; and `a` or `I` beside a run, after a space, may be a
//! word of its own. Letters with a comma and a space between, or in brackets, are a list.

use super::place::{Cell, Kind, Place, Trait};
use super::{Disguise, Undo, Way, word};
use crate::reading::Found;

pub(super) static WAY: Way =
    Way { name: "parted", disguise: Disguise::Parted, undo: Undo::Join(join) };

/// How many signs may stand between two letters.
const GAP: usize = 3;

/// How many letters make a word.
const FEWEST: usize = 3;

/// A letter that stands alone, and how wide the gap before it is: in cells, and twice for a space.
#[derive(Debug, Clone, Copy)]
struct Single {
    cell: Cell,
    gap: usize,
}

/// What stands between the last letter and the next.
#[derive(Default)]
struct Between {
    cells: usize,
    spaces: usize,
    commas: usize,
    /// True if it parts letters for good.
    ends: bool,
}

fn join(place: &Place<'_>, found: &mut Found) {
    if !place.has(Trait::Singles) {
        return;
    }
    let mut run: Vec<Single> = Vec::new();
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
        if gap.is_none() || run.is_empty() {
            close(place, &run, found);
            run.clear();
        }
        run.push(Single { cell: *cell, gap: gap.unwrap_or(0) });
        between = Between::default();
    }
    close(place, &run, found);
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
fn close(place: &Place<'_>, run: &[Single], found: &mut Found) {
    if run.len() < FEWEST {
        return;
    }
    add(place, run, found);
    let gaps = || run.iter().skip(1).map(|single| single.gap);
    let (least, most) = (gaps().min().unwrap_or(0), gaps().max().unwrap_or(0));
    if least < most {
        // What the wider gaps part.
        let mut rest = run;
        while let Some((_, others)) = rest.split_first() {
            let end = 1 + others.iter().take_while(|single| single.gap == least).count();
            let (piece, after) = rest.split_at(end);
            if piece.len() >= FEWEST {
                add(place, piece, found);
            }
            rest = after;
        }
    }
    let is_word = |single: Option<&Single>| {
        single.is_some_and(|single| matches!(single.cell.sign, 'a' | 'i' | 'o'))
    };
    let spaced = |single: Option<&Single>| single.is_some_and(|single| single.gap == 2);
    let front = is_word(run.first()) && spaced(run.get(1));
    let back = is_word(run.last()) && spaced(run.last());
    for (front_out, back_out) in [(front, false), (false, back), (front && back, front && back)] {
        let inner = run.get(usize::from(front_out)..run.len() - usize::from(back_out));
        let inner = inner.unwrap_or_default();
        if (front_out || back_out) && inner.len() >= FEWEST {
            add(place, inner, found);
        }
    }
}

fn add(place: &Place<'_>, run: &[Single], found: &mut Found) {
    if run.len() <= word::MOST * 2 {
        let cells: Vec<Cell> = run.iter().map(|single| single.cell).collect();
        word::one(place.text, &cells, Some(Disguise::Parted), found);
    }
}
