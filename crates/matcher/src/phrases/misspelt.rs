//! Which words of a text may be slips of words of the phrases.
//!
//! In: words that are looked for in slips too, and words that are never slips. Out: for a hash of a
//! text, which word it may be a slip of, or that it may be half of one. All slips lie in one table by
//! their hash, so that a text costs one look-up for a word that the bits in front let through.

use std::collections::{HashMap, HashSet};

use super::slips::{self, Slip};
use crate::hash::{self, BuildReady};

/// How many slips there is room for from the start.
const FORMS: usize = 1 << 16;

/// Words and the table of their slips.
#[derive(Clone, Default)]
pub(super) struct Misspelt {
    /// Each with its hash.
    words: Vec<(Box<str>, u64)>,
    /// By the hash of a form.
    forms: HashMap<u64, Clue, BuildReady>,
    /// The hashes of words that are never slips.
    spared: HashSet<u64, BuildReady>,
}

/// What a form may be.
#[derive(Debug, Clone, Copy, Default)]
struct Clue {
    /// A slip of the word of this number.
    slip: Option<(u32, Slip)>,
    half: Half,
}

/// Whether a form may be half of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Half {
    #[default]
    No,
    Maybe,
}

impl Misspelt {
    /// True if no word is looked for in slips.
    pub(super) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Takes a word for no slip of any other.
    pub(super) fn spare(&mut self, word: &str) {
        self.spared.insert(hash::of_folded(word.as_bytes()));
    }

    /// Adds a word, and tells the hashes of its slips, of those that are wanted. Where two words have a
    /// slip in common it is one of the first.
    pub(super) fn insert(
        &mut self,
        word: &str,
        tell: &mut impl FnMut(u64),
        wanted: impl Fn(Slip) -> bool,
        is_phrase: impl Fn(u64) -> bool,
    ) {
        let number = super::number(self.words.len());
        // Whoever looks for slips looks for those of many words: growing costs as much as adding.
        if self.words.is_empty() {
            self.forms.reserve(FORMS);
        }
        self.words.push((word.into(), hash::of_folded(word.as_bytes())));
        let Self { forms, spared, .. } = self;
        slips::each(word, wanted, |slip, form| {
            let hash = hash::of_folded(form.as_bytes());
            if !spared.contains(&hash) && !is_phrase(hash) {
                let clue = forms.entry(hash).or_insert_with(|| {
                    tell(hash);
                    Clue::default()
                });
                clue.slip.get_or_insert((number, slip));
            }
        });
    }

    /// Adds the halves of a word, and tells their hashes.
    pub(super) fn insert_halves(&mut self, word: &str, tell: &mut impl FnMut(u64)) {
        let Self { forms, spared, .. } = self;
        slips::halves(word, |half| {
            let hash = hash::of_folded(half.as_bytes());
            if !spared.contains(&hash) {
                let clue = forms.entry(hash).or_insert_with(|| {
                    tell(hash);
                    Clue::default()
                });
                clue.half = Half::Maybe;
            }
        });
    }

    /// The word that a form of this hash is a slip of, with the hash of that word, if `is` says that
    /// the form is this one.
    pub(super) fn behind(&self, hash: u64, is: impl Fn(&str) -> bool) -> Option<(&str, u64, Slip)> {
        let (number, slip) = self.forms.get(&hash)?.slip?;
        let (word, known) = self.words.get(number as usize)?;
        let mut same = false;
        slips::each(word, |one| one == slip, |one, form| same |= one == slip && is(form));
        same.then_some((word, *known, slip))
    }

    /// Whether a form of this hash may be half of a word.
    pub(super) fn half(&self, hash: u64) -> Half {
        self.forms.get(&hash).map_or(Half::No, |clue| clue.half)
    }
}
