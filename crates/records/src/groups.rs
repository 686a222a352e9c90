//! Classes and year groups, as registers and authors write them.
//!
//! A register says `Year 4`, `4`, `Y4` or `R`; an author says `4W`, `Holly class` or `Year 4`. Both are
//! compared by what they mean: the number of the year, or the name of the class without the word
//! *class*, folded. What a group is called elsewhere (sets, clubs, houses) is not known here.

use gatepost_model::Prose;

use crate::pupils::Pupil;

/// A year group of England and Wales: nursery, reception, and years by number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum YearGroup {
    /// Before reception.
    Nursery,
    /// The first year of a primary school.
    Reception,
    /// Years 1 to 14.
    Year(u8),
}

impl YearGroup {
    /// Reads `Year 4`, `Yr 4`, `Y4`, `4`, `Reception`, `R`, `YR`, `Nursery` or `N`, in any case.
    ///
    /// ```
    /// use gatepost_records::YearGroup;
    /// assert_eq!(YearGroup::parse("Yr 4"), Some(YearGroup::Year(4)));
    /// assert_eq!(YearGroup::parse("4W"), None);
    /// ```
    pub fn parse(written: &str) -> Option<Self> {
        if written.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            Self::of_word(written)
        } else {
            Self::of_word(&folded(written))
        }
    }

    /// Reads one word, in any case.
    fn of_word(word: &str) -> Option<Self> {
        let is = |rest: &str, wanted: &str| rest.eq_ignore_ascii_case(wanted);
        let behind = |start: &str| {
            let (first, rest) = word.split_at_checked(start.len())?;
            is(first, start).then_some(rest)
        };
        let rest = ["year", "yr", "y"].into_iter().find_map(behind).unwrap_or(word);
        if is(rest, "nursery") || is(rest, "n") {
            return Some(Self::Nursery);
        }
        if is(rest, "reception") || is(rest, "r") || rest.is_empty() && is(word, "yr") {
            return Some(Self::Reception);
        }
        rest.parse().ok().filter(|year| (1..=14).contains(year)).map(Self::Year)
    }
}

impl Pupil {
    /// The year group, where the register's word for it is understood.
    pub fn year_group(&self) -> Option<YearGroup> {
        self.year.as_deref().and_then(YearGroup::parse)
    }

    /// True if this class or year group is the pupil's. On which days is not asked.
    pub fn in_group(&self, group: &str) -> bool {
        let class = self.class.as_deref().map(class_name).filter(|name| !name.is_empty());
        class.is_some_and(|name| name == class_name(group))
            || self.year_group().is_some_and(|year| YearGroup::parse(group) == Some(year))
    }
}

/// A class's name in the form in which two spellings of it are equal: folded, and without the word
/// *class* before or after it. Empty for none.
///
/// ```
/// assert_eq!(gatepost_records::class_name("Holly Class"), "holly");
/// assert_eq!(gatepost_records::class_name("4-W"), "4w");
/// ```
pub fn class_name(written: &str) -> String {
    let folded = folded(written);
    let bare = folded.strip_prefix("class").or_else(|| folded.strip_suffix("class"));
    bare.filter(|name| !name.is_empty()).map(str::to_owned).unwrap_or(folded)
}

fn folded(written: &str) -> String {
    let prose = Prose::new(written);
    prose.tokens().iter().map(|token| prose.folded(token).to_string()).collect()
}

#[cfg(test)]
mod tests {
    use super::{YearGroup, class_name};

    #[test]
    fn years_are_read_as_schools_write_them() {
        for (written, year) in [
            ("Year 4", Some(YearGroup::Year(4))),
            ("Y11", Some(YearGroup::Year(11))),
            ("6", Some(YearGroup::Year(6))),
            ("R", Some(YearGroup::Reception)),
            ("YR", Some(YearGroup::Reception)),
            ("Nursery", Some(YearGroup::Nursery)),
            ("Year 40", None),
            ("5A", None),
            ("", None),
        ] {
            assert_eq!(YearGroup::parse(written), year, "{written}");
        }
    }

    #[test]
    fn a_class_is_one_however_it_is_written() {
        assert_eq!(class_name("class 4W"), class_name("4w"));
        assert_ne!(class_name("4W"), class_name("4P"));
        assert_eq!(class_name("Class"), "class");
    }
}
