//! Who bears which names: the registers by number, with no letter of any name.
//!
//! A person is a number: pupils as on the roster, staff after them. A bearing of a forename and a surname
//! is kept twice, by surname and by forename, each list in the order of the other's letters, so that "Jack
//! and a surname in S" is one stretch of a list. What is kept of a pupil beside that is what matching must
//! ask: key, class, year, last day, and when childhood ends.

use std::num::NonZeroU32;
use std::ops::Range;

use gatepost_model::PupilKey;
use gatepost_records::YearGroup;
use jiff::civil::Date;

use crate::bytes::{Reader, Writer};
use crate::vocabulary::short;

/// One person's bearing of two names, as it lies in the list of one of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Bearing {
    /// The other name's number.
    pub(crate) other: u32,
    tagged: u32,
}

/// Set in a bearing whose forename is a middle name.
const MIDDLE: u32 = 1 << 31;

impl Bearing {
    /// Who it is.
    pub(crate) fn person(self) -> u32 {
        self.tagged & !MIDDLE
    }

    /// True if the forename is one of the person's middle names.
    pub(crate) fn is_middle(self) -> bool {
        self.tagged & MIDDLE != 0
    }
}

/// Bearings by the number of a name.
#[derive(Default)]
pub(crate) struct Bearings {
    bounds: Box<[u32]>,
    list: Box<[Bearing]>,
}

impl Bearings {
    fn new(names: usize, mut all: Vec<(u32, Bearing)>) -> Self {
        all.sort_unstable();
        all.dedup();
        let mut bounds = vec![0_u32; names + 1];
        for (name, _) in &all {
            if let Some(count) = bounds.get_mut(*name as usize + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for bound in &mut bounds {
            sum += *bound;
            *bound = sum;
        }
        let list = all.into_iter().map(|(_, bearing)| bearing).collect();
        Self { bounds: bounds.into(), list }
    }

    fn write(&self, to: &mut Writer) {
        to.numbers(self.bounds.iter().copied());
        to.pairs(self.list.iter().map(|bearing| (bearing.other, bearing.tagged)));
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        let bounds = from.numbers()?;
        Some(Self { bounds, list: from.pairs(|other, tagged| Bearing { other, tagged })? })
    }

    /// All of a name.
    pub(crate) fn of(&self, name: u32) -> &[Bearing] {
        let bound = |at: u32| self.bounds.get(at as usize).map_or(0, |&bound| bound as usize);
        self.list.get(bound(name)..bound(name + 1)).unwrap_or_default()
    }

    /// Those of a name with the other name among these numbers.
    pub(crate) fn within(&self, name: u32, others: Range<u32>) -> &[Bearing] {
        let all = self.of(name);
        let from = all.partition_point(|bearing| bearing.other < others.start);
        let to = all.partition_point(|bearing| bearing.other < others.end);
        all.get(from..to).unwrap_or_default()
    }
}

/// What is kept of a pupil.
#[derive(Clone, Copy)]
pub(crate) struct Entry {
    /// `None` without a class.
    pub(crate) class: Option<ClassMark>,
    pub(crate) year: Option<YearGroup>,
    pub(crate) leaves: Option<Date>,
    /// The eighteenth birthday.
    pub(crate) of_age: Option<Date>,
}

/// By what two classes are told apart: half of the hash of the name, for there are as many as pupils.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ClassMark(NonZeroU32);

impl ClassMark {
    /// That of the class whose name has this hash.
    #[expect(clippy::cast_possible_truncation, reason = "the lower half is wanted")]
    pub(crate) fn new(hash: u64) -> Self {
        Self(NonZeroU32::new(hash as u32).unwrap_or(NonZeroU32::MIN))
    }
}

/// Everyone.
pub(crate) struct People {
    entries: Box<[Entry]>,
    keys: String,
    ends: Box<[u32]>,
    pub(crate) by_surname: Bearings,
    pub(crate) by_forename: Bearings,
}

/// Gathers them.
#[derive(Default)]
pub(crate) struct Gathering {
    entries: Vec<Entry>,
    keys: String,
    ends: Vec<u32>,
    staff: u32,
    /// Forename, surname, person.
    bearings: Vec<(u32, u32, u32)>,
}

impl Gathering {
    /// Adds a pupil. All pupils come before all staff.
    pub(crate) fn pupil(&mut self, key: &PupilKey, entry: Entry) -> u32 {
        self.keys.push_str(key.as_str());
        self.ends.push(short(self.keys.len()));
        self.entries.push(entry);
        short(self.entries.len() - 1)
    }

    /// Adds a member of staff.
    pub(crate) fn staff(&mut self) -> u32 {
        self.staff += 1;
        short(self.entries.len()) + self.staff - 1
    }

    /// Says that someone bears these names.
    pub(crate) fn bears(&mut self, person: u32, forename: u32, surname: u32, place: Given) {
        let tag = if place == Given::Middle { MIDDLE } else { 0 };
        self.bearings.push((forename, surname, person | tag));
    }

    /// Everyone, with the numbers of names changed to those of their alphabetical order.
    pub(crate) fn finish(
        self,
        forenames: &[u32],
        surnames: &[u32],
        counts: (usize, usize),
    ) -> People {
        let number = |of: &[u32], name: u32| of.get(name as usize).copied().unwrap_or_default();
        let all = || {
            self.bearings.iter().map(|&(forename, surname, tagged)| {
                (number(forenames, forename), number(surnames, surname), tagged)
            })
        };
        let by_surname = all().map(|(other, surname, tagged)| (surname, Bearing { other, tagged }));
        let by_forename =
            all().map(|(forename, other, tagged)| (forename, Bearing { other, tagged }));
        People {
            by_surname: Bearings::new(counts.1, by_surname.collect()),
            by_forename: Bearings::new(counts.0, by_forename.collect()),
            entries: self.entries.into(),
            keys: self.keys,
            ends: self.ends.into(),
        }
    }
}

/// Years that have no number, as numbers.
const NURSERY: u32 = 1_000;
const RECEPTION: u32 = 1_001;

/// A day as a number: 20261120, or 0 for none.
fn number_of(day: Option<Date>) -> u32 {
    day.map_or(0, |day| {
        let part = |part: i8| u32::try_from(part).unwrap_or_default();
        u32::try_from(day.year()).unwrap_or_default() * 10_000
            + part(day.month()) * 100
            + part(day.day())
    })
}

/// The day of a number; `None` if it is none.
fn day_of(number: u32) -> Option<Date> {
    let part = |part: u32| i8::try_from(part % 100).ok();
    let year = i16::try_from(number / 10_000).ok()?;
    Date::new(year, part(number / 100)?, part(number)?).ok()
}

/// Which of someone's given names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Given {
    First,
    Middle,
}

impl People {
    /// The tables as bytes.
    pub(crate) fn write(&self, to: &mut Writer) {
        to.pairs(self.entries.iter().map(|entry| {
            let class = entry.class.map_or(0, |class| class.0.get());
            let year = match entry.year {
                None => 0,
                Some(YearGroup::Nursery) => NURSERY,
                Some(YearGroup::Reception) => RECEPTION,
                Some(YearGroup::Year(year)) => u32::from(year) + 1,
            };
            (class, year)
        }));
        to.pairs(
            self.entries.iter().map(|entry| (number_of(entry.leaves), number_of(entry.of_age))),
        );
        to.raw(self.keys.as_bytes());
        to.numbers(self.ends.iter().copied());
        self.by_surname.write(to);
        self.by_forename.write(to);
    }

    /// The tables from bytes.
    pub(crate) fn read(from: &mut Reader<'_>) -> Option<Self> {
        let groups = from.pairs(|class, year| {
            let year = match year {
                0 => None,
                NURSERY => Some(YearGroup::Nursery),
                RECEPTION => Some(YearGroup::Reception),
                year => u8::try_from(year - 1).ok().map(YearGroup::Year),
            };
            (NonZeroU32::new(class).map(ClassMark), year)
        })?;
        let days = from.pairs(|leaves, of_age| (day_of(leaves), day_of(of_age)))?;
        let entries = groups.iter().zip(&days);
        let entry = |(&(class, year), &(leaves, of_age))| Entry { class, year, leaves, of_age };
        let entries: Box<[Entry]> = entries.map(entry).collect();
        let (keys, ends) = (from.text()?, from.numbers()?);
        if groups.len() != days.len() || ends.len() != entries.len() {
            return None;
        }
        let (by_surname, by_forename) = (Bearings::read(from)?, Bearings::read(from)?);
        Some(Self { entries, keys, ends, by_surname, by_forename })
    }

    /// The pupil of this number; `None` for staff.
    pub(crate) fn pupil(&self, number: u32) -> Option<&Entry> {
        self.entries.get(number as usize)
    }

    /// How many pupils there are.
    pub(crate) fn pupils(&self) -> u32 {
        short(self.entries.len())
    }

    /// A pupil's key as the register has it; empty for staff.
    pub(crate) fn key(&self, number: u32) -> &str {
        let at = number as usize;
        let from = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied();
        let to = self.ends.get(at).map_or(0, |&end| end as usize);
        self.keys.get(from.unwrap_or_default() as usize..to).unwrap_or_default()
    }

    /// True if someone has this forename or middle name, with this surname.
    pub(crate) fn has(&self, person: u32, forename: u32, surname: u32) -> bool {
        let bearings = self.by_surname.within(surname, forename..forename + 1);
        bearings.iter().any(|bearing| bearing.person() == person)
    }
}
