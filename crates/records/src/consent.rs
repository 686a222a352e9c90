//! The consent register.

use std::collections::HashMap;
use std::fmt;

use gatepost_model::PupilKey;
use jiff::civil::Date;

use crate::seen::Seen;

/// What consent is given for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Medium {
    /// A still picture.
    Image,
    /// A film.
    Video,
    /// The pupil's name.
    Name,
    /// The pupil's work.
    Work,
}

/// What the register says of a pupil, a medium and a channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ConsentDecision {
    /// Yes.
    Granted,
    /// Asked, and not answered.
    Pending,
    /// Yes once, no from a day on.
    Withdrawn,
    /// An objection to processing on another ground than consent.
    Objected,
    /// No.
    Refused,
}

/// One row of the register in long form, or one answer of a row in wide form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConsentEntry {
    /// What it is for.
    pub medium: Medium,
    /// `social`, `website`, `press`, `newsletter`, a platform's name, or `any`; in lower case.
    pub channel: String,
    /// The answer.
    pub decision: ConsentDecision,
    /// The first day on which it counts; from the beginning if absent.
    pub from: Option<Date>,
    /// The last day on which it counts; without end if absent.
    pub until: Option<Date>,
    /// Who gave it, where the register says so: the answers of two people stand beside one another, and the
    /// narrower counts.
    pub by: Option<Giver>,
    /// Where it stands, `consent.csv row 12`: safe to show.
    pub row: String,
}

/// Who gave an answer, as far as registers tell without a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Giver {
    /// The pupil.
    Child,
    /// A mother.
    Mother,
    /// A father.
    Father,
    /// The first of two contacts.
    First,
    /// The second of two contacts.
    Second,
    /// A carer or guardian.
    Carer,
}

/// All answers by pupil. `Debug` shows how many pupils have any.
#[derive(Clone, Default)]
pub struct ConsentRegister {
    entries: HashMap<PupilKey, Vec<ConsentEntry>>,
    /// Who had an answer in an earlier version of it.
    seen: Seen,
}

impl ConsentRegister {
    /// Makes room for the answers of this many more pupils.
    pub(crate) fn reserve(&mut self, pupils: usize) {
        self.entries.reserve(pupils);
    }

    /// Adds an answer; within a pupil the order of the files is kept.
    pub fn insert(&mut self, pupil: PupilKey, entry: ConsentEntry) {
        self.entries.entry(pupil).or_default().push(entry);
    }

    /// Adds answers of a pupil's further row; where one to the same question stands, the stricter counts.
    pub(crate) fn stricter(&mut self, pupil: &PupilKey, entries: Vec<ConsentEntry>) {
        let answers = self.entries.entry(pupil.clone()).or_default();
        for entry in entries {
            let same = |other: &&mut ConsentEntry| {
                other.medium == entry.medium && other.channel == entry.channel
            };
            match answers.iter_mut().find(same) {
                Some(other) if entry.decision > other.decision => *other = entry,
                Some(_) => {}
                None => answers.push(entry),
            }
        }
    }

    /// The answers for a pupil, in the order of the files; none if the register has none.
    pub fn entries(&self, pupil: &PupilKey) -> &[ConsentEntry] {
        self.entries.get(pupil).map_or(&[], Vec::as_slice)
    }

    /// Notes who had an answer in an earlier version of the register.
    pub fn remember(&mut self, seen: Seen) {
        self.seen = seen;
    }

    /// True if an earlier version had an answer for this pupil and this one has none.
    pub fn has_lost(&self, pupil: &PupilKey) -> bool {
        self.entries(pupil).is_empty() && self.seen.contains(pupil)
    }

    /// Who had an answer in an earlier version.
    pub(crate) fn seen(&self) -> &Seen {
        &self.seen
    }

    /// The latest day from which any answer counts: when somebody last wrote in the register, as far
    /// as it tells.
    pub fn latest(&self) -> Option<Date> {
        self.entries.values().flatten().filter_map(|entry| entry.from).max()
    }

    /// How many pupils have any answer.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// How many answers there are in all.
    pub fn answers(&self) -> usize {
        self.entries.values().map(Vec::len).sum()
    }

    /// True if it is empty.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

impl fmt::Debug for ConsentRegister {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ConsentRegister({} pupils)", self.entries.len())
    }
}
