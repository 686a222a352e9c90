//! What words mean beside names, and what names mean as words.
//!
//! Three tables, all data of the language and none of a school's: `name-words.txt` (names that are words
//! too), `context-words.txt` (titles, dates, praise, relatives) and `known-people.txt` (people and
//! characters whom everyone names). A school's own places stand in `school.toml`.

use std::collections::{HashMap, HashSet};
use std::hash::BuildHasherDefault;

use gatepost_matcher::word_hash;

use crate::beginnings::Beginnings;
use crate::families::Families;
use crate::marks::{Mark, Marks};
use crate::part::key;
use crate::vocabulary::Ready;

static WORDS: &str = include_str!("../data/name-words.txt");
static CONTEXT: &str = include_str!("../data/context-words.txt");
static COMMON: &str = include_str!("../../../wordlists/en-GB/common.txt");
static PEOPLE: &str = include_str!("../data/known-people.txt");

/// What a word may be; several at once.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Kinds(u32);

/// One of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A month, a season, a day: `5 May`, `Summer term`.
    Calendar,
    /// A city, a country, a river.
    Place,
    /// Any other everyday word that is a name too.
    Word,
    /// A word of everyday texts, whether a name or not.
    Common,
    /// A forename of some family.
    Forename,
    Title,
    StaffTitle,
    Article,
    Date,
    Thing,
    Year,
    Class,
    And,
    Praise,
    Star,
    Relative,
    Tag,
}

const KINDS: &[(&str, Kind)] = &[
    ("calendar", Kind::Calendar),
    ("place", Kind::Place),
    ("word", Kind::Word),
    ("title", Kind::Title),
    ("staff-title", Kind::StaffTitle),
    ("article", Kind::Article),
    ("date", Kind::Date),
    ("thing", Kind::Thing),
    ("year", Kind::Year),
    ("class", Kind::Class),
    ("and", Kind::And),
    ("praise", Kind::Praise),
    ("star", Kind::Star),
    ("relative", Kind::Relative),
    ("tag", Kind::Tag),
];

impl Kinds {
    /// True if it may be this.
    pub(crate) fn has(self, kind: Kind) -> bool {
        self.0 >> kind as u32 & 1 == 1
    }

    /// True if it is an everyday word that is a name too.
    pub(crate) fn is_word(self) -> bool {
        self.has(Kind::Calendar) || self.has(Kind::Place) || self.has(Kind::Word)
    }

    fn add(&mut self, kind: Kind) {
        self.0 |= 1 << kind as u32;
    }
}

/// The tables, by hash.
pub(crate) struct Lexicon {
    kinds: HashMap<u64, Kinds, BuildHasherDefault<Ready>>,
    known: HashSet<u64>,
}

impl Lexicon {
    /// The tables that come with gatepost.
    pub(crate) fn new(families: &Families) -> Self {
        let mut kinds: HashMap<u64, Kinds, BuildHasherDefault<Ready>> = HashMap::default();
        let mut add = |word: &str, kind| kinds.entry(word_hash(word)).or_default().add(kind);
        for (name, words) in lines(WORDS).chain(lines(CONTEXT)).filter_map(|l| l.split_once(' ')) {
            for &(_, kind) in KINDS.iter().filter(|(known, _)| *known == name) {
                words.split_whitespace().for_each(|word| add(word, kind));
            }
        }
        for word in lines(COMMON).flat_map(str::split_whitespace) {
            add(word, Kind::Common);
        }
        families.names().for_each(|name| add(name, Kind::Forename));
        let known = lines(PEOPLE).map(|name| key(name.split(' ').map(word_hash))).collect();
        Self { kinds, known }
    }

    /// What an index is made of beside names.
    pub(crate) fn tables() -> &'static str {
        CONTEXT
    }

    /// What a word may be.
    pub(crate) fn kinds(&self, hash: u64) -> Kinds {
        self.kinds.get(&hash).copied().unwrap_or_default()
    }

    /// Marks the words that tell of names around them, and those that are run together with names.
    pub(crate) fn mark(marks: &mut Marks, beginnings: &mut Beginnings) {
        for (kind, words) in lines(CONTEXT).filter_map(|line| line.split_once(' ')) {
            for word in words.split_whitespace() {
                if matches!(kind, "praise" | "star" | "relative" | "year") {
                    marks.add(word_hash(word), Mark::TELLING);
                } else if kind == "tag" {
                    marks.add(word_hash(word), Mark::TAG);
                    beginnings.add(word);
                }
            }
        }
        let years =
            ["year", "yr", "y"].iter().flat_map(|word| (0..=99).map(move |n| format!("{word}{n}")));
        let others = ["done", "reception", "nursery"].map(str::to_owned);
        for word in years.chain(others) {
            marks.add(word_hash(&word), Mark::TELLING);
        }
    }

    /// True if everyone knows someone whose names have these hashes.
    pub(crate) fn is_known(&self, forename: u64, surname: u64) -> bool {
        self.known.contains(&key([forename, surname]))
    }
}

fn lines(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

#[cfg(test)]
mod tests {
    use super::{CONTEXT, KINDS, Kind, Lexicon, PEOPLE, WORDS, lines};
    use crate::families::Families;
    use gatepost_matcher::{fold, word_hash};

    #[test]
    fn every_line_is_a_kind_and_its_words() {
        for line in lines(WORDS).chain(lines(CONTEXT)) {
            let kind = line.split(' ').next().unwrap();
            assert!(KINDS.iter().any(|(known, _)| *known == kind), "{line}");
            assert!(line.split_whitespace().skip(1).all(|word| fold(word) == word), "{line}");
        }
        for line in lines(PEOPLE) {
            assert_eq!(line.split(' ').count(), 2, "{line}");
            assert!(line.split(' ').all(|word| fold(word) == word), "{line}");
        }
    }

    #[test]
    fn names_are_told_from_words() {
        let lexicon = Lexicon::new(&Families::new());
        let has = |word: &str, kind| lexicon.kinds(word_hash(word)).has(kind);
        assert!(
            has("may", Kind::Calendar) && has("lincoln", Kind::Place) && has("will", Kind::Word)
        );
        assert!(!lexicon.kinds(word_hash("aoife")).is_word() && has("benji", Kind::Forename));
        assert!(lexicon.is_known(word_hash("harry"), word_hash("potter")));
        assert!(!lexicon.is_known(word_hash("potter"), word_hash("harry")));
    }
}
