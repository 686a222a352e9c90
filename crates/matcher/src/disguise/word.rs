//! One word of a suspicious place, and what it may spell.
//!
//! In: the cells of a word, as written or as a disguise joined them. Out: its readings. Signs at the
//! edges of a word are punctuation before they are letters: `!`, `+`, `|` and all that only hides or
//! marks up are left out there, but `$` and, at the front, `@` may be letters.

use super::cell::{Cell, Kind};
use super::{Disguise, censored, leet, look_alikes, repeated};
use crate::letter::Look;
use crate::reading::Found;
use crate::span::Span;

/// How many different letters in a row a word may have: no word that is looked for has more.
pub(crate) const MOST: usize = 48;

/// A word of cells.
pub(crate) struct Word<'c> {
    /// The whole text.
    pub(crate) text: &'c str,
    pub(crate) cells: &'c [Cell],
    pub(crate) span: Span,
    /// The disguise that joined its letters, if any.
    pub(crate) joined: Option<Disguise>,
    pub(crate) letters: usize,
    pub(crate) digits: usize,
    pub(crate) symbols: usize,
    pub(crate) hidden: usize,
    /// True if it is read among Latin letters.
    latin: bool,
}

/// Adds what a run of cells spells, with and without the signs at its edges.
pub(crate) fn spell(text: &str, cells: &[Cell], joined: Option<Disguise>, found: &mut Found) {
    let Some(first) = cells.iter().position(|cell| !is_edge(cell)) else { return };
    let last = cells.iter().rposition(|cell| !is_edge(cell)).unwrap_or(first);
    let core = cells.get(first..=last).unwrap_or_default();
    one(text, core, joined, found);
    // `@` may be a letter or the sign of a handle.
    if let Some((Cell { sign: '@', .. }, rest)) = core.split_first() {
        one(text, rest, joined, found);
    }
    // Letters hidden at the end; but what marks open, marks close.
    let opens =
        first.checked_sub(1).and_then(|before| cells.get(before)).is_some_and(Cell::is_markup);
    let tail = cells.get(last + 1..).unwrap_or_default();
    let stars = tail.iter().take_while(|cell| matches!(cell.sign, '*' | '#')).count();
    if stars >= 2 && stars >= core.len() && !opens {
        one(text, cells.get(first..=last + stars).unwrap_or_default(), joined, found);
    }
}

fn is_edge(cell: &Cell) -> bool {
    match cell.kind {
        Kind::Letter | Kind::Digit => false,
        Kind::Leet => !matches!(cell.sign, '$' | '@'),
        _ => true,
    }
}

/// Adds what exactly these cells spell.
pub(crate) fn one(text: &str, cells: &[Cell], joined: Option<Disguise>, found: &mut Found) {
    if cells.len() < 2 {
        return;
    }
    let Some(word) = Word::of(text, cells, joined) else { return };
    if word.hidden > 0 {
        censored::spell(&word, found);
    } else if word.digits + word.symbols > 0 {
        leet::spell(&word, found);
    } else {
        let escape = || word.cells.iter().find_map(|cell| cell.escape);
        let known = joined.or_else(escape);
        if let Some(letters) = word.small_letters(&mut [0; MOST]) {
            if let Some(disguise) = known {
                found.add_ascii(word.span, disguise, letters);
            }
            look_alikes::spell(&word, found);
            repeated::spell_plain(letters, word.span, joined.unwrap_or(Disguise::Repeated), found);
        } else {
            if let Some(disguise) = known.filter(|_| word.letters <= MOST) {
                found.add(word.span, disguise, word.cells.iter().map(|cell| word.letter(cell)));
            }
            look_alikes::spell(&word, found);
            repeated::spell(&word, found);
        }
    }
}

impl<'c> Word<'c> {
    /// Reads these cells as a word; `None` if there are none.
    pub(super) fn of(text: &'c str, cells: &'c [Cell], joined: Option<Disguise>) -> Option<Self> {
        let first = cells.first()?;
        let mut word = Self {
            text,
            cells,
            span: first.span,
            joined,
            letters: 0,
            digits: 0,
            symbols: 0,
            hidden: 0,
            latin: true,
        };
        let (mut any_latin, mut any_foreign) = (false, false);
        for cell in cells {
            word.span = word.span.join(cell.span);
            match cell.kind {
                Kind::Letter | Kind::Flag => word.letters += 1,
                Kind::Digit => word.digits += 1,
                Kind::Leet => word.symbols += 1,
                _ => word.hidden += 1,
            }
            any_latin |= cell.look == Look::Latin;
            any_foreign |= matches!(cell.look, Look::Echo | Look::Own);
        }
        // Digits and symbols stand for Latin letters.
        word.latin = any_latin || !any_foreign || word.digits + word.symbols > 0;
        Some(word)
    }

    /// Its letters, if each is read as an ASCII letter, and there is room for them.
    fn small_letters<'b>(&self, room: &'b mut [u8; MOST]) -> Option<&'b [u8]> {
        let room = room.get_mut(..self.cells.len())?;
        let mut is_ascii = self.latin;
        for (to, cell) in room.iter_mut().zip(self.cells) {
            *to = u8::try_from(cell.sign).unwrap_or_default();
            is_ascii &= cell.sign.is_ascii();
        }
        is_ascii.then_some(room)
    }

    /// True if it is read among Latin letters.
    pub(crate) fn is_latin(&self) -> bool {
        self.latin
    }

    /// The letter that a cell shows in this word.
    pub(crate) fn letter(&self, cell: &Cell) -> char {
        if self.latin { cell.sign } else { cell.own }
    }
}

/// Letters in a row that are the same, and how many.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Group {
    pub(crate) letter: char,
    pub(crate) count: u32,
}

/// A word as groups of letters: at most [`MOST`].
#[derive(Debug, Clone, Copy)]
pub(crate) struct Groups {
    groups: [Group; MOST],
    length: usize,
}

impl Groups {
    /// Groups these letters; `None` if there are too many groups.
    pub(crate) fn of(letters: impl Iterator<Item = (char, u32)>) -> Option<Self> {
        let mut all = Self { groups: [Group::default(); MOST], length: 0 };
        for (letter, count) in letters {
            let last = all.length.checked_sub(1).and_then(|last| all.groups.get_mut(last));
            if let Some(last) = last.filter(|last| last.letter == letter) {
                last.count += count;
            } else {
                *all.groups.get_mut(all.length)? = Group { letter, count };
                all.length += 1;
            }
        }
        Some(all)
    }

    pub(crate) fn as_slice(&self) -> &[Group] {
        self.groups.get(..self.length).unwrap_or_default()
    }
}
