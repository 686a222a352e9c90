//! Families of forenames: spellings of one name, and the short forms that people use for it.
//!
//! In: `data/families.txt`. Out: for a forename, every other way in which its bearer may be called. A
//! family's full forms stand for one another (`Muhammad`, `Mohammed`); a short form stands for each of
//! them, and each of them for it. Two short forms stand for one another only if one begins the other:
//! a Ben may be called Benji, but a Lizzie is hardly called Beth.

use std::collections::HashMap;

use crate::vocabulary::How;

static TABLE: &str = include_str!("../data/families.txt");

/// Two short forms of which one begins the other share so many letters at least.
const LEAST_BEGINNING: usize = 2;

/// The table.
pub(crate) struct Families {
    families: Vec<Family>,
    by_name: HashMap<&'static str, Vec<usize>>,
}

#[derive(Default)]
struct Family {
    full: Vec<&'static str>,
    short: Vec<&'static str>,
}

impl Families {
    /// The table that comes with gatepost.
    pub(crate) fn new() -> Self {
        let lines = TABLE.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        let families: Vec<Family> = lines
            .map(|line| {
                let (full, short) = line.split_once(':').unwrap_or((line, ""));
                let words = |part: &'static str| part.split_whitespace().collect();
                Family { full: words(full), short: words(short) }
            })
            .collect();
        let mut by_name: HashMap<&str, Vec<usize>> = HashMap::new();
        for (number, family) in families.iter().enumerate() {
            for name in family.full.iter().chain(&family.short) {
                by_name.entry(name).or_default().push(number);
            }
        }
        Self { families, by_name }
    }

    /// The table as it is written.
    pub(crate) fn table() -> &'static str {
        TABLE
    }

    /// Every other way of calling someone of this forename, and how near that is.
    pub(crate) fn related(&self, forename: &str) -> Vec<(&'static str, How)> {
        let mut related = Vec::new();
        let families = self.by_name.get(forename).into_iter().flatten();
        for family in families.filter_map(|&number| self.families.get(number)) {
            let is_full = family.full.contains(&forename);
            let full = if is_full { How::Variant } else { How::Nick };
            related.extend(family.full.iter().map(|name| (*name, full)));
            let short = family.short.iter().filter(|name| is_full || begin_alike(name, forename));
            related.extend(short.map(|name| (*name, How::Nick)));
        }
        related.retain(|(name, _)| *name != forename);
        related.sort_unstable();
        related.dedup_by_key(|(name, _)| *name);
        related
    }

    /// Every forename of the table.
    pub(crate) fn names(&self) -> impl Iterator<Item = &'static str> {
        self.by_name.keys().copied()
    }
}

fn begin_alike(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    short.len() >= LEAST_BEGINNING
        && (long.starts_with(short)
            || short
                .strip_suffix(['e', 'y', 'i'])
                .is_some_and(|stem| stem.len() >= LEAST_BEGINNING && long.starts_with(stem)))
}

#[cfg(test)]
mod tests {
    use super::{Families, TABLE};
    use gatepost_matcher::fold;
    use std::collections::BTreeSet;

    fn calls(forename: &str) -> BTreeSet<&'static str> {
        Families::new().related(forename).into_iter().map(|(name, _)| name).collect()
    }

    #[test]
    fn every_name_is_folded_and_stands_once_in_its_family() {
        for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
            let names: Vec<&str> = line.split([' ', ':']).filter(|name| !name.is_empty()).collect();
            assert!(names.iter().all(|name| fold(name) == **name), "{line}");
            let distinct: BTreeSet<_> = names.iter().collect();
            assert_eq!(distinct.len(), names.len(), "{line}");
        }
    }

    #[test]
    fn the_table_is_as_large_as_british_schools_need() {
        let families = Families::new();
        let pairs: usize = families
            .families
            .iter()
            .map(|family| {
                let full = family.full.len();
                full * family.short.len() + full * full.saturating_sub(1) / 2
            })
            .sum();
        assert!(pairs >= 1500, "{pairs} pairs");
    }

    #[test]
    fn people_are_called_by_short_forms_and_other_spellings() {
        assert!(calls("benjamin").contains("ben") && calls("ben").contains("benjamin"));
        assert!(calls("ben").contains("benji") && calls("kate").contains("katie"));
        assert!(!calls("lizzie").contains("beth"));
        assert!(calls("muhammad").contains("mohammed") && calls("mohamed").contains("mo"));
        assert!(calls("oleksandr").contains("olexandr") && calls("anastasiia").contains("nastya"));
        assert!(calls("nobody").is_empty());
    }
}
