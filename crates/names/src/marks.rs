//! What may be said of a word by its hash alone: one byte for each place of a table.
//!
//! In: hashes of words, each with what the word may be. Out: for any hash, at most what words of that
//! place may be. Two words may share a place, so that a mark is no proof; but a word without a mark is
//! none of those. Nearly every word of a text is passed over by this one byte.

use crate::bytes::{Reader, Writer};

/// What a word may be; several at once.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Mark(u8);

impl Mark {
    /// A form that stands for a forename begins with it.
    pub(crate) const FORENAME: Self = Self(1);
    /// A form that stands for a surname begins with it.
    pub(crate) const SURNAME: Self = Self(1 << 1);
    /// A form of several words begins with it.
    pub(crate) const LONG: Self = Self(1 << 2);
    /// It stands within a form of several words, behind the first.
    pub(crate) const WITHIN: Self = Self(1 << 3);
    /// It begins somebody's only name.
    pub(crate) const ONLY: Self = Self(1 << 4);
    /// It begins the surname of a member of staff.
    pub(crate) const STAFF: Self = Self(1 << 5);
    /// It tells of the names around it: a class, praise, a relative.
    pub(crate) const TELLING: Self = Self(1 << 6);
    /// It is run together with names in a tag.
    pub(crate) const TAG: Self = Self(1 << 7);

    /// Both.
    pub(crate) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// True if it is any of these.
    pub(crate) const fn has(self, any: Self) -> bool {
        self.0 & any.0 != 0
    }
}

/// The marks of words.
pub(crate) struct Marks {
    table: Box<[u8]>,
}

/// The fewest and the most places of a table.
const FEWEST: usize = 1 << 12;
const MOST: usize = 1 << 20;

/// As many places as there may be words, so that few share one.
const PLACES_A_WORD: usize = 16;

impl Marks {
    /// A table for so many words, none of them marked.
    pub(crate) fn new(words: usize) -> Self {
        let places = (words * PLACES_A_WORD).next_power_of_two().clamp(FEWEST, MOST);
        Self { table: vec![0; places].into() }
    }

    /// Marks a word.
    pub(crate) fn add(&mut self, hash: u64, mark: Mark) {
        let place = self.place(hash);
        self.table.iter_mut().skip(place).take(1).for_each(|byte| *byte |= mark.0);
    }

    /// What a word may be.
    #[inline]
    pub(crate) fn of(&self, hash: u64) -> Mark {
        Mark(self.table.get(self.place(hash)).copied().unwrap_or_default())
    }

    /// The table as bytes.
    pub(crate) fn write(&self, to: &mut Writer) {
        to.raw(&self.table);
    }

    /// The table from bytes.
    pub(crate) fn read(from: &mut Reader<'_>) -> Option<Self> {
        let table: Box<[u8]> = from.raw()?.into();
        table.len().is_power_of_two().then_some(Self { table })
    }

    #[inline]
    #[expect(clippy::cast_possible_truncation, reason = "the low bits are wanted")]
    fn place(&self, hash: u64) -> usize {
        hash as usize & self.table.len().wrapping_sub(1)
    }
}

#[cfg(test)]
mod tests {
    use super::{Mark, Marks};

    #[test]
    fn a_word_keeps_its_marks_and_gains_others() {
        let mut marks = Marks::new(3);
        marks.add(7, Mark::FORENAME);
        marks.add(7, Mark::TELLING);
        assert!(marks.of(7).has(Mark::FORENAME) && marks.of(7).has(Mark::TELLING));
        assert!(!marks.of(7).has(Mark::SURNAME.and(Mark::TAG)));
        assert_eq!(marks.of(8), Mark::default());
    }
}
