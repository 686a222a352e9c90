//! What else finds the names of a roster: automata of all exact full names, and windows of two words compared
//! with every name.

use aho_corasick::{AhoCorasick, AhoCorasickKind};
use anyhow::{Context, Result, anyhow};
use daachorse::DoubleArrayAhoCorasick;
use gatepost_records::Roster;
use rapidfuzz::fuzz::RatioBatchComparator;

/// From this likeness on a window counts.
const NEAR: f64 = 0.88;

/// All full names of a roster in small letters, each once.
fn full_names(roster: &Roster) -> Vec<String> {
    let names = roster.pupils().iter();
    let mut names: Vec<String> =
        names.map(|pupil| format!("{} {}", pupil.forename, pupil.surname).to_lowercase()).collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// True if a name stands between these bytes and not within a word.
fn is_whole(lower: &str, (start, end): (usize, usize)) -> bool {
    let bytes = lower.as_bytes();
    let letter = |at: Option<usize>| {
        at.and_then(|at| bytes.get(at))
            .is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte > 127)
    };
    !letter(start.checked_sub(1)) && !letter(Some(end))
}

/// `aho-corasick`, as a contiguous automaton.
pub struct Automaton {
    automaton: AhoCorasick,
}

impl Automaton {
    /// Of all full names as they are.
    ///
    /// # Errors
    ///
    /// If they are too many for it.
    pub fn new(roster: &Roster) -> Result<Self> {
        let automaton = AhoCorasick::builder()
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            .build(full_names(roster))
            .context("the names do not fit an automaton")?;
        Ok(Self { automaton })
    }

    /// Where names stand in a text in small letters.
    pub fn places(&self, lower: &str) -> Vec<(usize, usize)> {
        let all = self.automaton.find_overlapping_iter(lower);
        all.map(|found| (found.start(), found.end()))
            .filter(|place| is_whole(lower, *place))
            .collect()
    }

    /// How many names stand in a text.
    pub fn find(&self, text: &str) -> usize {
        self.places(&text.to_lowercase()).len()
    }
}

/// `daachorse`, an automaton in two arrays.
pub struct DoubleArray {
    automaton: DoubleArrayAhoCorasick<u32>,
}

impl DoubleArray {
    /// Of all full names as they are.
    ///
    /// # Errors
    ///
    /// If they are too many for it.
    pub fn new(roster: &Roster) -> Result<Self> {
        let automaton = DoubleArrayAhoCorasick::new(full_names(roster));
        let automaton = automaton.map_err(|error| anyhow!("the names do not fit: {error}"))?;
        Ok(Self { automaton })
    }

    /// How many names stand in a text.
    pub fn find(&self, text: &str) -> usize {
        let lower = text.to_lowercase();
        let all = self.automaton.find_overlapping_iter(&lower);
        all.map(|found| (found.start(), found.end()))
            .filter(|place| is_whole(&lower, *place))
            .count()
    }
}

/// Windows of two words, each compared with every full name.
pub struct Windows {
    names: Vec<String>,
    letters: Vec<Vec<char>>,
}

impl Windows {
    /// Of all full names as they are.
    pub fn new(roster: &Roster) -> Self {
        let names = roster.pupils().iter();
        let names: Vec<String> =
            names.map(|pupil| format!("{} {}", pupil.forename, pupil.surname)).collect();
        let letters = names.iter().map(|name| name.chars().collect()).collect();
        Self { names, letters }
    }

    /// How many windows are near any name, by edit distance (`strsim`).
    pub fn by_distance(&self, text: &str) -> usize {
        let near =
            |window: &str, name: &String| strsim::normalized_levenshtein(window, name) >= NEAR;
        windows(text).filter(|window| self.names.iter().any(|name| near(window, name))).count()
    }

    /// How many windows are near any name, by the share of equal letters (`rapidfuzz`).
    pub fn by_ratio(&self, text: &str) -> usize {
        let arguments = rapidfuzz::fuzz::Args::default().score_cutoff(NEAR);
        let near = |window: &RatioBatchComparator<char>, name: &[char]| {
            window.similarity_with_args(name.iter().copied(), &arguments).is_some()
        };
        windows(text)
            .map(|window| RatioBatchComparator::new(window.chars()))
            .filter(|window| self.letters.iter().any(|name| near(window, name)))
            .count()
    }
}

fn windows(text: &str) -> impl Iterator<Item = String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let all: Vec<String> =
        words.array_windows().map(|[one, other]| format!("{one} {other}")).collect();
    all.into_iter()
}

#[cfg(test)]
mod tests {
    use super::{Automaton, DoubleArray, Windows};
    use crate::rosters::roster;

    #[test]
    fn each_finds_a_name_and_nothing_in_words() {
        let roster = roster(3, 40);
        let name = &roster.pupils()[7];
        let text = format!("Well done {} {} today!", name.forename, name.surname);
        let (automaton, double) =
            (Automaton::new(&roster).unwrap(), DoubleArray::new(&roster).unwrap());
        assert_eq!((automaton.find(&text), double.find(&text)), (1, 1));
        let windows = Windows::new(&roster);
        assert!(windows.by_distance(&text) >= 1 && windows.by_ratio(&text) >= 1);
        let words = "Half term begins on Friday.";
        assert_eq!((automaton.find(words), double.find(words)), (0, 0));
        assert_eq!((windows.by_distance(words), windows.by_ratio(words)), (0, 0));
    }
}
