//! A first look at the tokens of a text: may a statement stand there?
//!
//! In: the tokens of a text. Out: whether a statement may stand in it, or with one of its words at one of
//! them. Punctuation between words is passed over, but for the end of a sentence: what this look turns
//! away, the walk through the plain text would not find, and most texts are turned away.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use gatepost_model::{Prose, Token};

use super::letters::Word;
use super::steps::{DONE, START, Steps};
use super::tree::Unknown;

/// The steps of a statement over tokens: those by punctuation are taken at once.
pub(super) struct Look {
    places: Vec<Place>,
    /// By word: its steps, from a place to another.
    of_word: Vec<Vec<(u32, u32)>>,
    /// Whether the end of a sentence ends it.
    sentences: Sentences,
}

#[derive(Default)]
struct Place {
    /// The next place for each word, sorted by word.
    exact: Vec<(u32, u32)>,
    /// The next place for words of which nothing is known but a kind of letter.
    anything: Vec<(Unknown, u32)>,
    /// The next place for words with unknown letters, sorted by their first, which is 0 where that
    /// is unknown too.
    partly: Vec<(u8, Word, u32)>,
    /// The words that lead here, sorted.
    from: Vec<u32>,
    before: Before,
}

/// What may stand before a place.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Before {
    /// The words that lead there.
    #[default]
    Known,
    /// Anything.
    Any,
}

/// How many sentences a statement may be made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sentences {
    One,
    Several,
}

impl Look {
    /// The look for these steps.
    pub(super) fn of(steps: &Steps) -> Self {
        let tokens: BTreeSet<u32> = steps.tokens.values().copied().collect();
        let stops: BTreeSet<u32> =
            [".", "¶"].iter().filter_map(|stop| steps.words.get(*stop)).copied().collect();
        // The places that each passes into without a token.
        let mut passing: BTreeMap<u32, BTreeSet<u32>> = BTreeMap::new();
        let mut sentences = Sentences::One;
        for (from, place) in (0..).zip(&steps.places) {
            for (word, step) in place.exact.iter().filter(|(word, _)| !tokens.contains(word)) {
                passing.entry(from).or_default().insert(step.to);
                if stops.contains(word) {
                    sentences = Sentences::Several;
                }
            }
            // Anything may be punctuation.
            let signs = place.partly.iter().filter(|(word, _)| word.fits(","));
            passing.entry(from).or_default().extend(signs.map(|(_, step)| step.to));
            if place.complete.is_some() {
                passing.entry(from).or_default().insert(DONE);
            }
        }
        let reached = |place: u32| {
            let mut reached = BTreeSet::from([place]);
            let mut queue = vec![place];
            while let Some(place) = queue.pop() {
                let next = passing.get(&place).into_iter().flatten();
                queue.extend(next.copied().filter(|next| reached.insert(*next)));
            }
            reached
        };
        let reached: BTreeMap<u32, BTreeSet<u32>> = (0..)
            .zip(&steps.places)
            .map(|(place, _)| (place, reached(place)))
            .chain([(DONE, BTreeSet::from([DONE]))])
            .collect();
        let beyond = |place: u32| reached.get(&place).into_iter().flatten().copied();
        let mut look = Self { places: Vec::new(), of_word: Vec::new(), sentences };
        look.places.resize_with(steps.places.len(), Place::default);
        look.of_word.resize_with(steps.words.len(), Vec::new);
        for (from, place) in look.places.iter_mut().enumerate() {
            let Some(here) = steps.places.get(from) else { continue };
            let exact = here.exact.iter().filter(|(word, _)| tokens.contains(word));
            place.exact =
                exact.flat_map(|(word, step)| beyond(step.to).map(|to| (*word, to))).collect();
            place.exact.sort_unstable();
            place.exact.dedup();
            for (word, step) in &here.partly {
                for to in beyond(step.to) {
                    if let Some(what) = word.anything() {
                        place.anything.push((what, to));
                    } else {
                        let first = word.front.bytes().next().unwrap_or(0);
                        place.partly.push((first, word.clone(), to));
                    }
                }
            }
            place.partly.sort_by_key(|(first, ..)| *first);
        }
        look.connect();
        look
    }

    fn connect(&mut self) {
        let steps: Vec<(u32, u32, u32)> = (0..)
            .zip(&self.places)
            .flat_map(|(from, place)| place.exact.iter().map(move |(word, to)| (*word, from, *to)))
            .collect();
        for (word, from, to) in steps {
            if let Some(of_word) = self.of_word.get_mut(word as usize) {
                of_word.push((from, to));
            }
            if let Some(to) = self.places.get_mut(to as usize) {
                to.from.push(word);
            }
        }
        let partly: Vec<u32> = self.places.iter().flat_map(Place::by_parts).collect();
        for to in partly.into_iter().chain([START]) {
            if let Some(to) = self.places.get_mut(to as usize) {
                to.before = Before::Any;
            }
        }
        for place in &mut self.places {
            place.from.sort_unstable();
            place.from.dedup();
        }
    }

    /// False only where the statement stands nowhere in a text.
    pub(super) fn may_stand_in(&self, steps: &Steps, prose: &Prose) -> bool {
        let mut from = 0;
        while from < prose.tokens().len() {
            let to = self.end_of_sentence(prose, from);
            if self.may_stand_among(steps, prose, from..to) {
                return true;
            }
            from = to;
        }
        false
    }

    /// The tokens of the sentence around one.
    pub(super) fn sentence(&self, prose: &Prose, index: usize) -> Range<usize> {
        let tokens = prose.tokens();
        let mut from = index;
        while from > 0 && !self.parts(prose, tokens.get(from - 1), tokens.get(from)) {
            from -= 1;
        }
        from..self.end_of_sentence(prose, index)
    }

    fn end_of_sentence(&self, prose: &Prose, index: usize) -> usize {
        let tokens = prose.tokens();
        let mut to = index + 1;
        while to < tokens.len() && !self.parts(prose, tokens.get(to - 1), tokens.get(to)) {
            to += 1;
        }
        to
    }

    fn parts(&self, prose: &Prose, left: Option<&Token>, right: Option<&Token>) -> bool {
        let between = left.zip(right).map_or("", |(left, right)| prose.between(left, right));
        self.sentences == Sentences::One && ends_sentence(between)
    }

    /// False only where the statement does not stand among these tokens.
    pub(super) fn may_stand_among(
        &self,
        steps: &Steps,
        prose: &Prose,
        tokens: Range<usize>,
    ) -> bool {
        let mut here: Vec<u32> = Vec::new();
        let mut next: Vec<u32> = Vec::new();
        let mut letters = String::new();
        let mut kinds = Kinds::default();
        for token in prose.tokens().get(tokens).unwrap_or_default() {
            let word = steps.tokens.get(&token.hash).copied();
            next.clear();
            letters.clear();
            for &place in here.iter().chain(&[START]) {
                let Some(place) = self.places.get(place as usize) else { continue };
                next.extend(word.into_iter().flat_map(|word| place.by(word)));
                if place.partly.is_empty() && place.anything.is_empty() {
                    continue;
                }
                if letters.is_empty() {
                    letters.extend(prose.folded(token).chars());
                    kinds = Kinds::of(&letters);
                }
                let anything = place.anything.iter().filter(|(what, _)| kinds.fit(*what));
                next.extend(anything.map(|(_, to)| *to));
                for first in [0, letters.bytes().next().unwrap_or(0)] {
                    let partly = place.beginning_with(first);
                    let fits = partly.iter().filter(|(_, word, _)| word.fits(&letters));
                    next.extend(fits.map(|(.., to)| *to));
                }
            }
            if next.contains(&DONE) {
                return true;
            }
            if next.len() > 1 {
                next.sort_unstable();
                next.dedup();
            }
            std::mem::swap(&mut here, &mut next);
        }
        false
    }

    /// False only where no wording has the word of a token between the words beside it.
    pub(super) fn may_stand_at(&self, steps: &Steps, prose: &Prose, index: usize) -> bool {
        let tokens = prose.tokens();
        let number = |token: Option<&Token>| steps.tokens.get(&token?.hash).copied();
        let Some(word) = number(tokens.get(index)) else { return false };
        let before = number(index.checked_sub(1).and_then(|before| tokens.get(before)));
        let behind = number(tokens.get(index + 1));
        let known = self.of_word.get(word as usize).map_or(&[][..], Vec::as_slice);
        known.iter().any(|(from, to)| {
            let fits_behind = *to == DONE
                || self.places.get(*to as usize).is_some_and(|place| {
                    place.by_parts().next().is_some()
                        || behind.is_some_and(|word| place.by(word).next().is_some())
                });
            fits_behind
                && self.places.get(*from as usize).is_some_and(|place| {
                    place.before == Before::Any
                        || before.is_some_and(|word| place.from.binary_search(&word).is_ok())
                })
        })
    }
}

/// Which kinds of letters a word may be made of.
#[derive(Debug, Clone, Copy, Default)]
struct Kinds {
    plain: bool,
    small: bool,
    digits: bool,
}

impl Kinds {
    fn of(letters: &str) -> Self {
        let all = |what: Unknown| letters.chars().all(|letter| what.may_be(letter));
        Self { plain: all(Unknown::Plain), small: all(Unknown::Small), digits: all(Unknown::Digit) }
    }

    const fn fit(self, what: Unknown) -> bool {
        match what {
            Unknown::Plain => self.plain,
            Unknown::Small => self.small,
            Unknown::Digit => self.digits,
            Unknown::Inside => true,
        }
    }
}

impl Place {
    /// The places after words with unknown letters.
    fn by_parts(&self) -> impl Iterator<Item = u32> {
        let partly = self.partly.iter().map(|(.., to)| *to);
        partly.chain(self.anything.iter().map(|(_, to)| *to))
    }

    /// The words with unknown letters that begin with a letter; 0 for those that begin with any.
    fn beginning_with(&self, letter: u8) -> &[(u8, Word, u32)] {
        let from = self.partly.partition_point(|(first, ..)| *first < letter);
        let rest = self.partly.get(from..).unwrap_or_default();
        let to = rest.partition_point(|(first, ..)| *first == letter);
        rest.get(..to).unwrap_or_default()
    }

    /// The places after a word.
    fn by(&self, word: u32) -> impl Iterator<Item = u32> {
        let from = self.exact.partition_point(|(known, _)| *known < word);
        let steps = self.exact.get(from..).unwrap_or_default();
        steps.iter().take_while(move |(known, _)| *known == word).map(|(_, to)| *to)
    }
}

/// True where plain text ends a sentence between two words, at the least.
fn ends_sentence(between: &str) -> bool {
    between != " "
        && (between.contains(['!', '?', ';']) || (between.len() > 1 && between.contains('.')))
}
