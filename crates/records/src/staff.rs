//! The staff register.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap};
use std::fmt;

use gatepost_model::StaffId;
use jiff::civil::Date;

/// A member of staff, a governor, a volunteer: anyone who may write posts. `Debug` shows nothing of it.
#[derive(Clone, PartialEq, Eq)]
pub struct Staff {
    /// The staff id.
    pub id: StaffId,
    /// `Mr`, `Mrs`, `Dr`, ...
    pub title: Option<String>,
    /// Forename.
    pub forename: String,
    /// Surname.
    pub surname: String,
    /// E-mail address.
    pub email: Option<String>,
    /// What they do.
    pub role: Option<String>,
    /// Authorised to post.
    pub authorised: bool,
    /// The day of their last training, for platforms without a day of their own; blank is not trained.
    pub trained_on: Option<Date>,
    /// The day of their last training by platform, in lower case, where the register has a column for it.
    pub trained_on_platform: BTreeMap<String, Date>,
    /// The day on which they signed the agreement.
    pub agreement_signed: Option<Date>,
    /// Their last day.
    pub leaves: Option<Date>,
}

/// All staff. `Debug` shows their number.
#[derive(Clone, Default)]
pub struct StaffRegister {
    staff: Vec<Staff>,
    by_id: HashMap<StaffId, usize>,
}

impl StaffRegister {
    /// A register of these people. Of two with one id the first is kept: readers refuse such a file before.
    pub fn new(staff: Vec<Staff>) -> Self {
        Self::build(staff).0
    }

    /// A register of these people, and which of them have the id of an earlier one: the earlier first.
    pub(crate) fn build(staff: Vec<Staff>) -> (Self, Vec<(usize, usize)>) {
        let mut by_id = HashMap::with_capacity(staff.len());
        let mut doubled = Vec::new();
        for (index, person) in staff.iter().enumerate() {
            match by_id.entry(person.id.clone()) {
                Entry::Vacant(place) => {
                    place.insert(index);
                }
                Entry::Occupied(first) => doubled.push((*first.get(), index)),
            }
        }
        (Self { staff, by_id }, doubled)
    }

    /// Everyone, in the order of the file.
    pub fn staff(&self) -> &[Staff] {
        &self.staff
    }

    /// The person with this id.
    pub fn get(&self, id: &StaffId) -> Option<&Staff> {
        self.by_id.get(id).and_then(|&index| self.staff.get(index))
    }

    /// The person whom an author or attestation means: a staff id, or an e-mail address in any case.
    /// An address that two people share means neither of them.
    pub fn find(&self, id_or_email: &str) -> Option<&Staff> {
        let wanted = id_or_email.trim();
        self.get(&StaffId::new(wanted)).or_else(|| {
            let has_it = |person: &&Staff| {
                person.email.as_deref().is_some_and(|mail| mail.eq_ignore_ascii_case(wanted))
            };
            let mut people = self.staff.iter().filter(has_it);
            people.next().filter(|_| people.next().is_none()).or_else(|| {
                // `s014` for S014: an id is typed by hand.
                let is_it = |person: &&Staff| person.id.as_str().eq_ignore_ascii_case(wanted);
                let mut people = self.staff.iter().filter(is_it);
                people.next().filter(|_| people.next().is_none())
            })
        })
    }
}

impl Staff {
    /// True if they are still there on this day.
    pub fn present(&self, day: Date) -> bool {
        self.leaves.is_none_or(|last| day <= last)
    }
}

impl fmt::Debug for Staff {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Staff(···)")
    }
}

impl fmt::Debug for StaffRegister {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "StaffRegister({} people)", self.staff.len())
    }
}
