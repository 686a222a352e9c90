//! A draft, and whom and what its manifest means in the school's records.

use std::collections::BTreeSet;

use gatepost_model::{Field, Finding, Place, Reading, Rule, StaffId};
use gatepost_records::{Account, Pupil, Roster, SchoolFile, Staff, StaffRegister};
use jiff::civil::Date;

use crate::terms::Terms;

/// A draft with its account and author looked up.
#[derive(Debug)]
pub(crate) struct Case<'c> {
    pub(crate) reading: &'c Reading<'c>,
    pub(crate) school: &'c SchoolFile,
    pub(crate) staff: &'c StaffRegister,
    pub(crate) terms: &'c Terms,
    /// The account that it is for, if it names one that is registered.
    pub(crate) account: Option<&'c Account>,
    pub(crate) author: Author<'c>,
    /// The day for which it is judged, in the school's time zone.
    pub(crate) day: Date,
}

/// Who a draft says wrote it.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Author<'c> {
    /// Nobody.
    Unnamed,
    /// Somebody on no register.
    Unknown,
    /// A pupil; also where the staff register has the same person.
    Pupil(&'c Pupil),
    /// Somebody on the staff register.
    Staff(&'c Staff),
}

impl<'c> Case<'c> {
    /// Looks up the account and the author of a draft.
    pub(crate) fn new(
        reading: &'c Reading<'c>,
        school: &'c SchoolFile,
        staff: &'c StaffRegister,
        roster: &'c Roster,
        terms: &'c Terms,
    ) -> Self {
        let account = reading
            .draft
            .account
            .as_deref()
            .and_then(|id| school.accounts.iter().find(|account| account.id == id));
        let author = author(reading.draft.author.as_deref(), staff, roster);
        Self { reading, school, staff, terms, account, author, day: reading.at.date() }
    }

    /// The author, if on the staff register and no pupil.
    pub(crate) fn author_on_staff(&self) -> Option<&'c Staff> {
        match self.author {
            Author::Staff(person) => Some(person),
            Author::Unnamed | Author::Unknown | Author::Pupil(_) => None,
        }
    }

    /// True if this person fills any of these roles.
    pub(crate) fn fills(&self, person: &StaffId, roles: &[String]) -> bool {
        roles.iter().any(|role| self.holders(role).contains(person))
    }

    /// Who fills a role; nobody, if the school does not say.
    pub(crate) fn holders(&self, role: &str) -> &'c [StaffId] {
        self.school.people.get(role).map_or(&[], Vec::as_slice)
    }

    /// True if this person is on the staff register and has not left.
    pub(crate) fn still_here(&self, person: &StaffId) -> bool {
        self.staff.get(person).is_some_and(|person| person.present(self.day))
    }
}

/// The keys of a draft's attestations that count: each given by somebody on the staff register who has
/// not left on the day for which the draft is judged.
pub fn valid_attestations(reading: &Reading<'_>, staff: &StaffRegister) -> BTreeSet<String> {
    let day = reading.at.date();
    let given = &reading.draft.attest.given;
    given
        .iter()
        .filter(|(_, by)| staff.find(by).is_some_and(|person| person.present(day)))
        .map(|(key, _)| key.clone())
        .collect()
}

/// A certain finding about the draft as a whole.
pub(crate) fn finding(rule: &'static Rule, message: impl Into<String>) -> Finding {
    Finding::new(rule, Place::whole(Field::Draft), message)
}

fn author<'c>(named: Option<&str>, staff: &'c StaffRegister, roster: &'c Roster) -> Author<'c> {
    let Some(name) = named.map(str::trim).filter(|name| !name.is_empty()) else {
        return Author::Unnamed;
    };
    if let Some(pupil) = roster.get(&gatepost_model::PupilKey::new(name)) {
        return Author::Pupil(pupil);
    }
    if let Some(person) = staff.find(name) {
        return Author::Staff(person);
    }
    let named = folded(name);
    roster
        .pupils()
        .iter()
        .find(|pupil| names_of(pupil).any(|name| name == named))
        .map_or(Author::Unknown, Author::Pupil)
}

/// The full names by which a pupil may sign.
fn names_of(pupil: &Pupil) -> impl Iterator<Item = String> {
    let surname = pupil.preferred_surname.as_deref().unwrap_or(&pupil.surname);
    [
        folded(&format!("{} {}", pupil.forename, pupil.surname)),
        folded(&format!("{} {surname}", pupil.known_as())),
    ]
    .into_iter()
}

fn folded(name: &str) -> String {
    name.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}
