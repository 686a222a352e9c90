//! Whom a draft's declarations mean: pupils by key or name, classes and years.
//!
//! A declared name is taken for a pupil if all of it is the pupil's: forename and surname, legal or
//! preferred, in either order, with or without middle names, folded. A forename alone is nobody's.

use std::collections::HashMap;
use std::sync::Arc;

use gatepost_matcher::fold;
use gatepost_model::PupilKey;
use gatepost_records::{Pupil, Roster, YearGroup, class_name};
use jiff::civil::Date;

/// The roster, by folded name, class and year.
pub(crate) struct Directory {
    roster: Arc<Roster>,
    names: HashMap<String, Vec<u32>>,
    classes: HashMap<String, Vec<u32>>,
    years: HashMap<YearGroup, Vec<u32>>,
}

impl Directory {
    /// A directory of these pupils.
    pub(crate) fn new(roster: Arc<Roster>) -> Self {
        let mut names: HashMap<String, Vec<u32>> = HashMap::new();
        let mut classes: HashMap<String, Vec<u32>> = HashMap::new();
        let mut years: HashMap<YearGroup, Vec<u32>> = HashMap::new();
        for (number, pupil) in (0..).zip(roster.pupils()) {
            for name in full_names(pupil) {
                names.entry(name).or_default().push(number);
            }
            if let Some(class) = pupil.class.as_deref().map(class_name).filter(|c| !c.is_empty()) {
                classes.entry(class).or_default().push(number);
            }
            if let Some(year) = pupil.year_group() {
                years.entry(year).or_default().push(number);
            }
        }
        Self { roster, names, classes, years }
    }

    /// Every pupil whom a declared key or name may mean; none for one on no roster.
    pub(crate) fn pupils(&self, declared: &str) -> Vec<&Pupil> {
        let wanted = declared.trim();
        let key = self
            .roster
            .get(&PupilKey::new(wanted))
            .or_else(|| self.roster.get(&PupilKey::new(wanted.to_uppercase())));
        match key {
            Some(pupil) => vec![pupil],
            None => self.numbered(self.names.get(&fold(wanted))),
        }
    }

    /// Every pupil of a class or year on roll on a day; none for a group that has nobody.
    pub(crate) fn group(&self, group: &str, day: Date) -> Vec<&Pupil> {
        let class = self.classes.get(&class_name(group));
        let year = YearGroup::parse(group).and_then(|year| self.years.get(&year));
        let mut numbers: Vec<u32> = class.into_iter().chain(year).flatten().copied().collect();
        numbers.sort_unstable();
        numbers.dedup();
        let mut pupils = self.numbered(Some(&numbers));
        pupils.retain(|pupil| pupil.on_roll(day));
        pupils
    }

    fn numbered(&self, numbers: Option<&Vec<u32>>) -> Vec<&Pupil> {
        let pupils = self.roster.pupils();
        numbers.into_iter().flatten().filter_map(|&number| pupils.get(number as usize)).collect()
    }
}

/// Every way of writing a pupil's full name, folded and run together, each once.
fn full_names(pupil: &Pupil) -> Vec<String> {
    let middle = fold(pupil.middle_names.as_deref().unwrap_or_default());
    let mut names = Vec::new();
    for forename in [Some(&pupil.forename), pupil.preferred_forename.as_ref()].into_iter().flatten()
    {
        for surname in
            [Some(&pupil.surname), pupil.preferred_surname.as_ref()].into_iter().flatten()
        {
            let (forename, surname) = (fold(forename), fold(surname));
            names.push(format!("{forename}{surname}"));
            names.push(format!("{surname}{forename}"));
            names.push(format!("{forename}{middle}{surname}"));
            names.push(format!("{surname}{forename}{middle}"));
        }
    }
    names.retain(|name| !name.is_empty());
    names.sort_unstable();
    names.dedup();
    names
}
