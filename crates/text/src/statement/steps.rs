//! The steps of a statement from word to word.
//!
//! In: an expression. Out: the places between its words, and the words that lead from one to another,
//! in the order in which the expression tries them. Its words, and the punctuation of plain text, are
//! numbered.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use gatepost_model::Prose;

use super::letters::{End, Letter, Letters, Told, Word};
use super::tree::{Rest, Tree};

/// The steps of a statement from word to word.
#[derive(Default)]
pub(super) struct Steps {
    /// The numbers of its words.
    pub(super) words: HashMap<String, u32, BuildHasherDefault<Mixed>>,
    /// By number, the hashes of those that are tokens.
    pub(super) tokens: Vec<Option<u64>>,
    pub(super) places: Vec<Place>,
    /// How well its words are known.
    pub(super) told: Told,
}

/// A place between two words.
#[derive(Default)]
pub(super) struct Place {
    /// The steps by one word, sorted by word and then by rank.
    pub(super) exact: Vec<(u32, Step)>,
    /// The steps by words with unknown letters, by rank.
    pub(super) partly: Vec<(Word, Step)>,
    /// The rank at which the statement is complete before the next word, if it may be.
    pub(super) complete: Option<u32>,
}

/// A step to another place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Step {
    /// Steps of lower rank are tried first.
    pub(super) rank: u32,
    /// Where it leads.
    pub(super) to: u32,
}

/// The place where a statement is complete.
pub(super) const DONE: u32 = u32::MAX;

/// The place where it begins.
pub(super) const START: u32 = 0;

impl Steps {
    /// Those of an expression with its classes spelled out.
    pub(super) fn of(source: &str) -> Self {
        let mut letters = Letters::default();
        let tree = Tree::read(&mut Rest(source));
        let done = letters.add(Letter::Done);
        let start = letters.build(&tree, done);
        let mut steps = Self::default();
        // The letter at which each place begins.
        let mut begins = vec![start];
        let mut numbers: HashMap<usize, u32, BuildHasherDefault<Mixed>> = HashMap::default();
        numbers.insert(start, START);
        let mut prose = Prose::default();
        while let Some(&begin) = begins.get(steps.places.len()) {
            let mut place = Place::default();
            let mut rank = 0;
            letters.words_from(begin, &mut |word, end| {
                let to = match end {
                    End::Statement => DONE,
                    End::Word(letter) => *numbers.entry(letter).or_insert_with(|| {
                        begins.push(letter);
                        number(begins.len() - 1)
                    }),
                };
                steps.add(&mut place, word, Step { rank, to }, &mut prose);
                rank += 1;
            });
            place.exact.sort_unstable();
            // What is tried later need not be tried at all.
            place
                .exact
                .dedup_by(|(word, step), (before, kept)| word == before && step.to == kept.to);
            steps.places.push(place);
        }
        steps
    }

    fn add(&mut self, place: &mut Place, word: &Word, step: Step, prose: &mut Prose) {
        if !word.parts.is_empty() {
            if word.told == Told::Roughly {
                self.told = Told::Roughly;
            }
            let before = place.partly.last_mut().filter(|(_, before)| before.to == step.to);
            let joined = before.is_some_and(|(before, _)| before.join(word));
            let known = |(known, before): &(Word, Step)| known == word && before.to == step.to;
            if !joined && !place.partly.iter().any(known) {
                place.partly.push((word.clone(), step));
            }
        } else if word.front.is_empty() {
            place.complete = place.complete.or(Some(step.rank));
        } else if step.to != DONE || word.front.ends_with(|c: char| c.is_ascii_alphanumeric()) {
            // No statement ends with punctuation: no word has an edge there.
            let new = number(self.words.len());
            let known = self.words.get(&word.front).copied().unwrap_or_else(|| {
                self.words.insert(word.front.clone(), new);
                prose.read(&word.front);
                self.tokens.push(match prose.tokens() {
                    [token] if prose.folded(token) == word.front.as_str() => Some(token.hash),
                    _ => None,
                });
                new
            });
            place.exact.push((known, step));
        }
    }

    /// The place of a number.
    pub(super) fn place(&self, number: u32) -> Option<&Place> {
        self.places.get(number as usize)
    }
}

impl Place {
    /// The steps by a word, by rank.
    pub(super) fn by(&self, word: u32) -> impl Iterator<Item = Step> {
        let from = self.exact.partition_point(|(known, _)| *known < word);
        let steps = self.exact.get(from..).unwrap_or_default();
        steps.iter().take_while(move |(known, _)| *known == word).map(|(_, step)| *step)
    }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).expect("fewer places and words than letters")
}

/// Hashes a short word, or a hash.
#[derive(Default)]
pub(crate) struct Mixed(u64);

impl Hasher for Mixed {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for eight in bytes.chunks(8) {
            let mut word = [0; 8];
            word.iter_mut().zip(eight).for_each(|(to, from)| *to = *from);
            let mixed = (self.0 ^ u64::from_le_bytes(word)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
            self.0 = mixed ^ mixed >> 32;
        }
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }

    fn write_usize(&mut self, number: usize) {
        self.write(&number.to_le_bytes());
    }
}
