//! Words by their length and their edges, to compare words with hidden letters with.
//!
//! In: the words of all phrases; a mask, whose hidden letters are [`HIDDEN`]. Out: the words that may
//! stand behind the mask.

use std::collections::HashMap;

use crate::reading::HIDDEN;

/// How many letters a word behind a mask may have.
const LENGTHS: std::ops::RangeInclusive<usize> = 3..=32;

/// Every word that may stand behind a mask.
#[derive(Clone, Default)]
pub(super) struct Vocabulary {
    words: Vec<(Box<str>, u64)>,
    /// Numbers of words by their length and their first and last letter, and again without the last.
    by_edges: HashMap<(usize, char, char), Vec<u32>>,
}

impl Vocabulary {
    /// Adds a word and its hash.
    pub(super) fn insert(&mut self, word: &str, hash: u64) {
        let length = word.chars().count();
        let edges = word.chars().next().zip(word.chars().last());
        let Some((first, last)) = edges.filter(|_| LENGTHS.contains(&length)) else { return };
        let number = super::number(self.words.len());
        let list = self.by_edges.entry((length, first, last)).or_default();
        let known = list.iter().any(|known| {
            self.words.get(*known as usize).is_some_and(|(known, _)| **known == *word)
        });
        if known {
            return;
        }
        list.push(number);
        self.by_edges.entry((length, first, HIDDEN)).or_default().push(number);
        self.words.push((word.into(), hash));
    }

    /// Calls `found` with every word that may stand behind a mask, and its hash.
    pub(super) fn behind<'v>(&'v self, mask: &str, mut found: impl FnMut(&'v str, u64)) {
        let length = mask.chars().count();
        let edges = mask.chars().next().zip(mask.chars().last());
        let list = edges.and_then(|(first, last)| self.by_edges.get(&(length, first, last)));
        for (word, hash) in
            list.into_iter().flatten().filter_map(|one| self.words.get(*one as usize))
        {
            if word
                .chars()
                .zip(mask.chars())
                .all(|(letter, shown)| shown == HIDDEN || shown == letter)
            {
                found(word, *hash);
            }
        }
    }
}
