//! Words by their length and their edges, to compare words with hidden letters with.
//!
//! In: the words of all phrases; a mask, whose hidden letters are [`HIDDEN`]. Out: the words that may
//! stand behind the mask.
//!
//! Words are listed by their length and first letter, and again with the last and with the second
//! letter beside it, so that a mask is compared with few of them: sixteen letters at once. The lists
//! are made when the first mask is met, since most texts hold none.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::OnceLock;

use crate::hash::{self, BuildReady};
use crate::reading::HIDDEN;

/// How many letters a word behind a mask may have.
const LENGTHS: std::ops::RangeInclusive<usize> = 3..=32;

/// Every word that may stand behind a mask.
#[derive(Clone, Default)]
pub(super) struct Vocabulary {
    words: Vec<(Box<str>, u64)>,
    known: HashSet<u64, BuildReady>,
    index: OnceLock<Index>,
}

#[derive(Clone, Default)]
struct Index {
    /// Which part of `rows` a key is of.
    lists: HashMap<u64, Range<usize>, BuildReady>,
    rows: Vec<Row>,
}

/// A word of a list.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Row {
    key: u64,
    number: u32,
    /// Its first sixteen letters, if all are ASCII.
    letters: Option<u128>,
}

/// Which of a word's letters is in a key beside the first.
#[derive(Clone, Copy)]
enum Beside {
    Nothing = 0,
    Last = 1,
    Second = 2,
}

impl Vocabulary {
    /// Adds a word and its hash.
    pub(super) fn insert(&mut self, word: &str, hash: u64) {
        // Of two words with one hash, which nobody has ever met, the second would not be unmasked.
        if LENGTHS.contains(&word.chars().count()) && self.known.insert(hash) {
            self.words.push((word.into(), hash));
            self.index.take();
        }
    }

    /// Calls `found` with every word that may stand behind a mask, and its hash.
    pub(super) fn behind<'v>(&'v self, mask: &str, mut found: impl FnMut(&'v str, u64)) {
        let index = self.index.get_or_init(|| Index::of(&self.words));
        let shown = |letter: &char| *letter != HIDDEN;
        let length = mask.chars().count();
        let Some(first) = mask.chars().next() else { return };
        let last = mask.chars().next_back().filter(shown);
        let second = mask.chars().nth(1).filter(shown);
        let (beside, letter) = match (last, second) {
            (Some(last), _) => (Beside::Last, last),
            (None, Some(second)) => (Beside::Second, second),
            _ => (Beside::Nothing, HIDDEN),
        };
        let range = index.lists.get(&key(length, first, beside, letter)).cloned();
        let rows = range.and_then(|range| index.rows.get(range)).unwrap_or_default();
        let short = length <= hash::STEP && mask.is_ascii();
        let (value, kept) = (packed(mask), shown_bytes(mask));
        for row in rows {
            if short && row.letters.is_some_and(|letters| letters & kept != value & kept) {
                continue;
            }
            let Some((word, hash)) = self.words.get(row.number as usize) else { continue };
            let is = |(letter, shown): (char, char)| shown == HIDDEN || shown == letter;
            if short && row.letters.is_some() || word.chars().zip(mask.chars()).all(is) {
                found(word, *hash);
            }
        }
    }
}

impl Index {
    fn of(words: &[(Box<str>, u64)]) -> Self {
        let mut rows = Vec::with_capacity(words.len() * 3);
        for (number, (word, _)) in (0..).zip(words) {
            let length = word.chars().count();
            let mut letters = word.chars();
            let (first, second, last) = (letters.next(), letters.next(), letters.next_back());
            let (Some(first), Some(second), Some(last)) = (first, second, last) else { continue };
            let letters = word.is_ascii().then(|| packed(word));
            let keys = [
                key(length, first, Beside::Nothing, HIDDEN),
                key(length, first, Beside::Last, last),
                key(length, first, Beside::Second, second),
            ];
            rows.extend(keys.map(|key| Row { key, number, letters }));
        }
        rows.sort_unstable();
        let mut lists = HashMap::default();
        let mut start = 0;
        for list in rows.chunk_by(|one, next| one.key == next.key) {
            if let Some(row) = list.first() {
                lists.insert(row.key, start..start + list.len());
            }
            start += list.len();
        }
        Self { lists, rows }
    }
}

/// The key of a list: a hash of all that its words have in common.
fn key(length: usize, first: char, beside: Beside, letter: char) -> u64 {
    let parts = [length as u64, u64::from(first), beside as u64, u64::from(letter)];
    let mut bytes = [0; 32];
    for (place, part) in bytes.chunks_mut(8).zip(parts) {
        place.copy_from_slice(&part.to_le_bytes());
    }
    hash::of_folded(&bytes)
}

/// The first sixteen bytes of a word.
fn packed(word: &str) -> u128 {
    let mut bytes = [0; hash::STEP];
    bytes.iter_mut().zip(word.bytes()).for_each(|(to, from)| *to = from);
    u128::from_le_bytes(bytes)
}

/// Which of the first sixteen bytes of a mask are shown.
fn shown_bytes(mask: &str) -> u128 {
    let mut bytes = [0; hash::STEP];
    for (to, from) in bytes.iter_mut().zip(mask.chars()) {
        *to = if from == HIDDEN { 0 } else { 0xff };
    }
    u128::from_le_bytes(bytes)
}

#[cfg(test)]
mod tests {
    use super::{HIDDEN, Vocabulary};
    use crate::hash;

    #[test]
    fn behind_a_mask_are_all_words_that_fit_it_and_no_others() {
        let words = [
            "abc",
            "abd",
            "aec",
            "bbc",
            "abcd",
            "abce",
            "accd",
            "żaba",
            "żabka",
            "żubr",
            "жаба",
            "internationalisation",
            "internationalization",
            "internationalisierung",
            "ab",
            "zzzz",
        ];
        let mut vocabulary = Vocabulary::default();
        for word in words.iter().chain(&words) {
            vocabulary.insert(word, hash::of_folded(word.as_bytes()));
        }
        let mut met = 0;
        for word in words {
            for hidden in 0..1_u32 << word.chars().count().min(11) {
                let hide = |(at, letter): (usize, char)| match hidden >> at & 1 {
                    1 if at > 0 => HIDDEN,
                    _ => letter,
                };
                let mask: String = word.chars().enumerate().map(hide).collect();
                let fits = |other: &&&str| {
                    other.chars().count() == mask.chars().count()
                        && other.len() > 2
                        && other
                            .chars()
                            .zip(mask.chars())
                            .all(|(letter, shown)| shown == HIDDEN || shown == letter)
                };
                let mut expected: Vec<&str> = words.iter().filter(fits).copied().collect();
                let mut found = Vec::new();
                vocabulary.behind(&mask, |word, _| found.push(word));
                found.sort_unstable();
                expected.sort_unstable();
                assert_eq!(found, expected, "{mask}");
                met += found.len();
            }
        }
        assert!(met > 1000, "{met}");
    }
}
