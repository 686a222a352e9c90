//! The class rosters.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::fmt;

use gatepost_model::PupilKey;
use jiff::civil::Date;

/// A pupil of the rosters. `Debug` shows nothing of it.
#[derive(Clone, PartialEq, Eq)]
pub struct Pupil {
    /// The UPN, or the MIS's pupil id where no UPN is kept.
    pub key: PupilKey,
    /// The legal forename; may be empty for a pupil of one name.
    pub forename: String,
    /// The forename by which the pupil is known, where it is another.
    pub preferred_forename: Option<String>,
    /// Middle names, as the register writes them.
    pub middle_names: Option<String>,
    /// The legal surname; may be empty for a pupil of one name.
    pub surname: String,
    /// The surname by which the pupil is known, where it is another.
    pub preferred_surname: Option<String>,
    /// The year group, as the register writes it: `Year 4`, `4`, `R`.
    pub year: Option<String>,
    /// The class or registration group: `4W`, `Holly`.
    pub class: Option<String>,
    /// Date of birth.
    pub born: Option<Date>,
    /// The last day on roll, if one is known.
    pub leaves: Option<Date>,
    /// Never to be published, whatever any consent says.
    pub do_not_publish: bool,
}

/// All pupils of the rosters. `Debug` shows their number.
#[derive(Clone, Default)]
pub struct Roster {
    pupils: Vec<Pupil>,
    by_key: HashMap<PupilKey, usize>,
}

impl Roster {
    /// A roster of these pupils. Of two with one key the first is kept: readers refuse such a file before.
    pub fn new(pupils: Vec<Pupil>) -> Self {
        Self::build(pupils).0
    }

    /// A roster of these pupils, and which of them have the key of an earlier one: the earlier first.
    pub(crate) fn build(pupils: Vec<Pupil>) -> (Self, Vec<(usize, usize)>) {
        let mut by_key = HashMap::with_capacity(pupils.len());
        let mut doubled = Vec::new();
        for (index, pupil) in pupils.iter().enumerate() {
            match by_key.entry(pupil.key.clone()) {
                Entry::Vacant(place) => {
                    place.insert(index);
                }
                Entry::Occupied(first) => doubled.push((*first.get(), index)),
            }
        }
        (Self { pupils, by_key }, doubled)
    }

    /// Marks a pupil as never to be published.
    pub(crate) fn mark_do_not_publish(&mut self, key: &PupilKey) {
        let index = self.by_key.get(key).copied();
        if let Some(pupil) = index.and_then(|index| self.pupils.get_mut(index)) {
            pupil.do_not_publish = true;
        }
    }

    /// All pupils, in the order of the files.
    pub fn pupils(&self) -> &[Pupil] {
        &self.pupils
    }

    /// The pupil with this key.
    pub fn get(&self, key: &PupilKey) -> Option<&Pupil> {
        self.by_key.get(key).and_then(|&index| self.pupils.get(index))
    }
}

impl Pupil {
    /// The forename by which the pupil is known.
    pub fn known_as(&self) -> &str {
        self.preferred_forename.as_deref().unwrap_or(&self.forename)
    }

    /// True if the pupil is on roll on this day, as far as the register tells.
    pub fn on_roll(&self, day: Date) -> bool {
        self.leaves.is_none_or(|last| day <= last)
    }
}

impl fmt::Debug for Pupil {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Pupil(···)")
    }
}

impl fmt::Debug for Roster {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Roster({} pupils)", self.pupils.len())
    }
}
