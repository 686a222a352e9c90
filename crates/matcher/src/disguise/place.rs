//! A suspicious place: what of the text belongs to it, and what its characters are.
//!
//! In: a text and the marks of the scan. Out: for each place its [`Cell`]s, one for each letter and
//! sign that a reader sees, which are then handed to every disguise. A place is what stands between
//! white space; single letters with spaces between are one place, and so are the two halves of a
//! word that is parted at the end of a line ([`extent`](super::extent)). Each byte belongs to one place
//! at most. What most places are is read without cells: plain words and times, hashtags, and words of
//! ASCII letters and digits ([`simple`]).

use super::cell::{Cell, Trait, Traits};
use super::extent::{Seen, chunk, extent, part_of_address};
use super::{JOINS, characters, hashtag, innocent, simple, word};
use crate::reading::Found;
use crate::span::Span;

/// A suspicious place.
pub(crate) struct Place<'t> {
    /// The whole text.
    pub(crate) text: &'t str,
    pub(crate) cells: &'t [Cell],
    has: Traits,
}

impl Place<'_> {
    /// True if the place has this.
    pub(crate) fn has(&self, one: Trait) -> bool {
        self.has.has(one)
    }
}

/// Room for the cells of a place, kept for its memory alone.
#[derive(Clone, Default)]
pub(crate) struct Room {
    /// Those of the place at hand.
    cells: Vec<Cell>,
    pub(super) picked: Picked,
}

/// The cells that a disguise picks out of those of a place, and the gaps before them.
#[derive(Clone, Default)]
pub(crate) struct Picked {
    pub(super) cells: Vec<Cell>,
    pub(super) gaps: Vec<usize>,
}

impl Picked {
    pub(super) fn clear(&mut self) {
        self.cells.clear();
        self.gaps.clear();
    }
}

/// Undoes every disguise at the places marked: `plain` and `odd` are bytes of them, each in order.
pub(crate) fn undo(text: &str, [plain, odd]: [&[usize]; 2], room: &mut Room, found: &mut Found) {
    let bytes = text.as_bytes();
    let (mut plain, mut odd) = (plain.iter().copied().peekable(), odd.iter().copied().peekable());
    let mut done = 0;
    let mut seen = Seen::default();
    loop {
        let next = match (plain.peek(), odd.peek()) {
            (Some(left), Some(right)) if left <= right => plain.next(),
            (Some(_), None) => plain.next(),
            _ => odd.next(),
        };
        let Some(mark) = next else { return };
        if mark < done || mark >= text.len() {
            continue;
        }
        if let Some(end) = hashtag::read_plain(text, mark, found) {
            done = end;
            continue;
        }
        let span = if seen.address.contains(mark) {
            part_of_address(bytes, Span::new(done, seen.address.end), mark)
        } else {
            let here = chunk(bytes, mark, done);
            if simple::read(text, mark, here, room, found) {
                done = here.end;
                continue;
            }
            extent(text, mark, done, here, &mut seen)
        };
        done = span.end;
        if innocent::is_plain(span.slice(text).unwrap_or_default().as_bytes()) {
            continue;
        }
        read(text, span, room, found);
    }
}

/// Undoes every disguise at one place.
fn read(text: &str, span: Span, room: &mut Room, found: &mut Found) {
    let Room { cells, picked } = room;
    let has = characters::read(text, span, cells);
    let from = found.counts();
    let place = Place { text, cells, has };
    // The words as they are written, hidden letters and signs for letters among them.
    for segment in segments(place.cells) {
        if segment.len() > 1 {
            word::spell(place.text, segment, None, found);
        }
    }
    for (wanted, join) in JOINS {
        if place.has(*wanted) {
            join(&place, picked, found);
        }
    }
    found.order(from);
}

/// The runs of cells that words may be made of.
pub(crate) fn segments(cells: &[Cell]) -> impl Iterator<Item = &[Cell]> {
    cells.split(|cell| !cell.is_wordy()).filter(|segment| !segment.is_empty())
}
