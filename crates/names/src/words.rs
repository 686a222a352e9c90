//! Names that are words too: `Will`, `May`, `Grace`, `Lincoln`, `Young`.
//!
//! A name of this table needs more than its letters to be taken for a person. The table is data,
//! `data/name-words.txt`; it is the language's, not a school's: a school's own places stand in
//! `school.toml`.

use std::collections::HashMap;

use gatepost_matcher::{Prose, Token};

/// What a name means as a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// A month, a season, a day: `5 May`, `Summer term`.
    Calendar,
    /// A city, a country, a river.
    Place,
    /// Anything else.
    Word,
}

/// The table, by the hash of the word.
#[derive(Clone)]
pub(crate) struct NameWords {
    meanings: HashMap<u64, Meaning>,
}

static TABLE: &str = include_str!("../data/name-words.txt");

impl NameWords {
    /// The table that comes with gatepost.
    pub(crate) fn new() -> Self {
        let mut meanings = HashMap::new();
        let lines = TABLE.lines().filter(|line| !line.starts_with('#'));
        for (kind, words) in lines.filter_map(|line| line.split_once(' ')) {
            let meaning = match kind {
                "calendar" => Meaning::Calendar,
                "place" => Meaning::Place,
                _ => Meaning::Word,
            };
            for token in Prose::new(words).tokens() {
                meanings.entry(token.hash).or_insert(meaning);
            }
        }
        Self { meanings }
    }

    /// What a token means as a word; `None` if it is a name alone.
    pub(crate) fn meaning(&self, token: &Token) -> Option<Meaning> {
        self.meaning_of(token.hash)
    }

    /// The same, by hash.
    pub(crate) fn meaning_of(&self, hash: u64) -> Option<Meaning> {
        self.meanings.get(&hash).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::{Meaning, NameWords, TABLE};
    use gatepost_matcher::{Prose, fold};

    #[test]
    fn every_line_is_a_kind_and_its_words() {
        for line in TABLE.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let kind = line.split(' ').next().unwrap();
            assert!(["calendar", "place", "word"].contains(&kind), "{line}");
            assert!(line.split_whitespace().all(|word| fold(word) == word), "{line}");
        }
    }

    #[test]
    fn names_are_told_from_words() {
        let words = NameWords::new();
        let meaning = |word: &str| words.meaning(Prose::new(word).tokens().first().unwrap());
        assert_eq!(meaning("May"), Some(Meaning::Calendar));
        assert_eq!(meaning("Lincoln"), Some(Meaning::Place));
        assert_eq!(meaning("WILL"), Some(Meaning::Word));
        assert_eq!(meaning("Aoife"), None);
    }
}
