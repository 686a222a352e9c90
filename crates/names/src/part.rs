//! One part of a name (a forename, a surname) and the ways in which its words are written.
//!
//! `O'Neill` is written `ONeill`, `Anne-Marie` is written `Annemarie` and `Al Hassan` is written
//! `Alhassan`: every way of joining neighbouring words gives a spelling of its own. Half of a double
//! name stands for it too (`Sophie Taylor` for Taylor-Bright, `Hassan` for Al Hassan), but never what is
//! left of a prefix that makes another name (`Neill`). Case, accents and punctuation are gone already:
//! the matcher folded them.

use gatepost_matcher::{Prose, word_hash};

/// The words of a part of a name, folded. Empty where the register holds nothing that is a word (`.`).
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Part {
    words: Vec<String>,
}

/// One way of writing a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Spelling {
    /// The hashes of its tokens, in order.
    pub(crate) hashes: Vec<u64>,
}

/// Parts of more words than this are looked for as written and run together whole, nothing between.
const MOST_WORDS_JOINED: usize = 4;

/// A word shorter than this is no half of a name.
const LEAST_HALF: usize = 3;

/// Small words that are left out of a name at will.
const LEFT_OUT: &[&str] = &[
    "al", "el", "ul", "ur", "ad", "as", "bin", "bint", "ibn", "da", "das", "de", "del", "dela",
    "della", "den", "der", "di", "do", "dos", "du", "la", "las", "le", "los", "ten", "ter", "van",
    "vande", "vander", "von", "y", "zu", "thi",
];

/// Small words that make another name of what follows them.
const BOUND: &[&str] =
    &["o", "d", "l", "mac", "mc", "ap", "ab", "fitz", "st", "saint", "ni", "nic", "abu"];

impl Part {
    /// Reads what a register holds; `scratch` lends its buffers.
    pub(crate) fn read(written: &str, scratch: &mut Prose) -> Self {
        scratch.read(written);
        let words =
            scratch.tokens().iter().map(|token| scratch.folded(token).to_string()).collect();
        Self { words }
    }

    /// True if there is no word in it.
    pub(crate) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Its words run together.
    pub(crate) fn joined(&self) -> String {
        self.words.concat()
    }

    /// Its words.
    pub(crate) fn words(&self) -> &[String] {
        &self.words
    }

    /// Every way of writing it; none for an empty part.
    pub(crate) fn spellings(&self) -> Vec<Spelling> {
        let breaks = self.words.len().saturating_sub(1);
        if self.words.is_empty() {
            return Vec::new();
        }
        let ways: Vec<u32> = if self.words.len() <= MOST_WORDS_JOINED {
            (0..1 << breaks).collect()
        } else {
            vec![0, u32::MAX]
        };
        ways.into_iter().map(|way| self.spelling(way)).collect()
    }

    /// The words that stand for the whole of a name of several, and what is left without its small words.
    pub(crate) fn halves(&self) -> Vec<&str> {
        let is = |list: &[&str], word: &String| list.contains(&word.as_str());
        let words = self.words.iter().enumerate();
        let halves = words.filter(|(at, word)| {
            let is_bound = at.checked_sub(1).and_then(|before| self.words.get(before));
            word.chars().count() >= LEAST_HALF
                && !is(LEFT_OUT, word)
                && !is(BOUND, word)
                && is_bound.is_none_or(|before| !is(BOUND, before))
        });
        if self.words.len() < 2 { Vec::new() } else { halves.map(|(_, word)| &**word).collect() }
    }

    /// The spelling in which the words before and after break *n* touch where bit *n* of `way` is set.
    fn spelling(&self, way: u32) -> Spelling {
        let mut runs: Vec<String> = Vec::with_capacity(self.words.len());
        for (at, word) in self.words.iter().enumerate() {
            match runs.last_mut() {
                Some(last) if way >> (at.saturating_sub(1)).min(31) & 1 == 1 => last.push_str(word),
                _ => runs.push(word.clone()),
            }
        }
        Spelling { hashes: runs.iter().map(|run| word_hash(run)).collect() }
    }
}

/// The key of a run of tokens, by their hashes.
pub(crate) fn key(hashes: impl IntoIterator<Item = u64>) -> u64 {
    hashes.into_iter().fold(0x5a1d_7e2b_93c4_60f7, |left: u64, right| {
        let mixed = (left.rotate_left(23) ^ right).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        mixed ^ (mixed >> 29)
    })
}

#[cfg(test)]
mod tests {
    use super::{Part, key};
    use gatepost_matcher::Prose;

    fn keys_of(text: &str) -> u64 {
        key(Prose::new(text).tokens().iter().map(|token| token.hash))
    }

    #[test]
    fn words_may_touch() {
        let mut scratch = Prose::default();
        for (register, written) in [
            ("O'Neill", "ONEILL"),
            ("O'Neill", "o’neill"),
            ("Anne-Marie", "Annemarie"),
            ("Al Hassan", "AlHassan"),
            ("van der Berg", "Vander Berg"),
            ("Østergaard", "Ostergaard"),
        ] {
            let spellings = Part::read(register, &mut scratch).spellings();
            assert!(
                spellings.iter().any(|s| key(s.hashes.clone()) == keys_of(written)),
                "{written}"
            );
        }
        let o_neill = Part::read("O'Neill", &mut scratch).spellings();
        assert!(o_neill.iter().all(|s| key(s.hashes.clone()) != keys_of("Neill")));
    }

    #[test]
    fn half_of_a_double_name_stands_for_it() {
        let mut scratch = Prose::default();
        for (register, halves) in [
            ("Taylor-Bright", &["taylor", "bright"][..]),
            ("Al Hassan", &["hassan"]),
            ("van der Berg", &["berg"]),
            ("García Molina", &["garcia", "molina"]),
            ("O'Neill", &[]),
            ("Mac Aodha", &[]),
            ("Smith", &[]),
        ] {
            assert_eq!(Part::read(register, &mut scratch).halves(), halves, "{register}");
        }
    }

    #[test]
    fn a_blank_has_no_spelling() {
        let mut scratch = Prose::default();
        for blank in ["", ".", " - "] {
            assert!(Part::read(blank, &mut scratch).spellings().is_empty());
        }
    }

    #[test]
    fn many_words_stay_few_spellings() {
        let mut scratch = Prose::default();
        let part = Part::read("a b c d e f g h i j k l", &mut scratch);
        assert_eq!(part.spellings().len(), 2);
    }
}
