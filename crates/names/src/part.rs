//! One part of a name (a forename, a surname) and the ways in which its words are run together.
//!
//! `O'Neill` is written `ONeill`, `Anne-Marie` is written `Annemarie` and `Al Hassan` is written
//! `Alhassan`: every way of joining neighbouring words gives a spelling of its own. Case, accents and
//! punctuation are gone already: the matcher folded them.

use gatepost_matcher::Prose;

/// The words of a part of a name, folded. Empty where the register holds nothing that is a word (`.`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Part {
    words: Vec<String>,
}

/// One way of writing a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Spelling {
    /// How many tokens it has.
    pub(crate) tokens: usize,
    /// The hash of its first token.
    pub(crate) first: u64,
    /// The key of its tokens in order.
    pub(crate) key: u64,
}

/// Parts of more words than this are looked for as written and run together whole, nothing between.
const MOST_WORDS_JOINED: usize = 4;

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
    pub(crate) fn spellings(&self, scratch: &mut Prose) -> Vec<Spelling> {
        let breaks = self.words.len().saturating_sub(1);
        if self.words.is_empty() {
            return Vec::new();
        }
        let ways: Vec<u32> = if self.words.len() <= MOST_WORDS_JOINED {
            (0..1 << breaks).collect()
        } else {
            vec![0, u32::MAX]
        };
        ways.into_iter().filter_map(|way| self.spelling(way, scratch)).collect()
    }

    /// The spelling in which the words before and after break *n* touch where bit *n* of `way` is set.
    fn spelling(&self, way: u32, scratch: &mut Prose) -> Option<Spelling> {
        let mut text = String::new();
        for (at, word) in self.words.iter().enumerate() {
            if at > 0 && way >> (at - 1).min(31) & 1 == 0 {
                text.push(' ');
            }
            text.push_str(word);
        }
        scratch.read(&text);
        let hashes = scratch.tokens().iter().map(|token| token.hash);
        let first = scratch.tokens().first()?.hash;
        Some(Spelling { tokens: scratch.tokens().len(), first, key: key(hashes) })
    }
}

/// The key of a run of tokens, by their hashes.
pub(crate) fn key(hashes: impl IntoIterator<Item = u64>) -> u64 {
    hashes.into_iter().fold(0x5a1d_7e2b_93c4_60f7, pair)
}

/// The key of two keys in this order.
pub(crate) fn pair(left: u64, right: u64) -> u64 {
    let mixed = (left.rotate_left(23) ^ right).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    mixed ^ (mixed >> 29)
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
            let spellings = Part::read(register, &mut scratch).spellings(&mut scratch);
            assert!(spellings.iter().any(|s| s.key == keys_of(written)), "{written}");
        }
        let o_neill = Part::read("O'Neill", &mut scratch).spellings(&mut scratch);
        assert!(o_neill.iter().all(|s| s.key != keys_of("Neill")));
    }

    #[test]
    fn a_blank_has_no_spelling() {
        let mut scratch = Prose::default();
        for blank in ["", ".", " - "] {
            assert!(Part::read(blank, &mut scratch).spellings(&mut scratch).is_empty());
        }
    }

    #[test]
    fn many_words_stay_few_spellings() {
        let mut scratch = Prose::default();
        let part = Part::read("a b c d e f g h i j k l", &mut scratch);
        assert_eq!(part.spellings(&mut scratch).len(), 2);
    }
}
