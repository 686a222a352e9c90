//! All statements as one nondeterministic automaton over the words of a text.
//!
//! In: the steps of the statements, and the look that each opens. Out: an automaton that reads tokens.
//! Punctuation between words is passed over, but for the end of a sentence, so that it may open a look
//! for a text in which the walk through the plain text finds nothing; it overlooks none. It is run by
//! [`super::lazy`].

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use super::Statement;
use super::lazy::{Mixed, mix};
use super::letters::Word;
use super::parts::Parts;
use super::steps::{DONE, START, Steps};
use crate::gate::Bits;

/// The automaton. Its states are the places between the words of statements, numbered throughout.
#[derive(Default)]
pub(crate) struct Nfa {
    /// By the hash of a word: the number of its class in `classes`.
    words: HashMap<u64, u32, BuildHasherDefault<Mixed>>,
    /// Words that lead from the same states to the same others: the steps, sorted. The first class is
    /// that of words of which no statement says anything.
    classes: Vec<Box<[(u32, u32)]>>,
    /// Words with unknown letters, sorted by their first, which is 0 where that is unknown too.
    patterns: Vec<(u8, Word)>,
    states: Vec<State>,
    /// The states that statements begin at.
    starts: Vec<u32>,
    /// What words may be made of that are run together.
    parts: Parts,
    /// The statements, each with the look that it opens.
    statements: Vec<(usize, &'static Statement)>,
}

/// A state of the automaton.
#[derive(Default)]
struct State {
    /// The steps by patterns: the number of a pattern, and where it leads.
    partly: Vec<(u32, u32)>,
    /// Whether the end of a sentence leads out of it.
    sentence: Sentence,
}

/// The words of statements, by their hashes, with their steps.
#[derive(Default)]
struct Known {
    numbers: HashMap<u64, usize, BuildHasherDefault<Mixed>>,
    words: Vec<(u64, Vec<(u32, u32)>)>,
}

impl Known {
    /// The steps of a word so far.
    fn steps_of(&mut self, hash: u64) -> &mut Vec<(u32, u32)> {
        let next = self.words.len();
        let number = *self.numbers.entry(hash).or_insert(next);
        if number == next {
            self.words.push((hash, Vec::new()));
        }
        &mut self.words.get_mut(number).expect("a number that was given out").1
    }
}

/// Whether a statement may go on behind the end of a sentence.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Sentence {
    #[default]
    Ends,
    GoesOn,
}

/// States from this on stand for the ends of statements: this, and the number of one.
pub(super) const ENDS: u32 = u32::MAX - 255;

impl Nfa {
    /// The automaton of these statements, each with the look that it opens.
    pub(crate) fn of(statements: impl Iterator<Item = (usize, &'static Statement)>) -> Self {
        let mut nfa = Self { classes: vec![Box::default()], ..Self::default() };
        let mut known = Known::default();
        let mut partly: Vec<(u32, &Word, u32)> = Vec::new();
        for (look, statement) in statements {
            let end = ENDS + count(nfa.statements.len());
            nfa.statements.push((look, statement));
            nfa.add(end, statement.steps(), &mut known, &mut partly);
        }
        nfa.add_classes(known);
        nfa.add_patterns(partly);
        nfa
    }

    fn add<'s>(
        &mut self,
        end: u32,
        steps: &'s Steps,
        known: &mut Known,
        partly: &mut Vec<(u32, &'s Word, u32)>,
    ) {
        let first = count(self.states.len());
        self.starts.push(first + START);
        let stops = [".", "¶"].map(|stop| steps.words.get(stop).copied());
        let token = |word: u32| steps.tokens.get(word as usize).copied().flatten();
        // A word of letters and signs is no word of a plain text.
        let is_sign = |word: &str| !word.contains(char::is_alphanumeric);
        let mut signs = vec![false; steps.words.len()];
        steps.words.iter().for_each(|(word, number)| {
            signs.iter_mut().skip(*number as usize).take(1).for_each(|sign| *sign = is_sign(word));
        });
        let is_sign = |word: u32| signs.get(word as usize) == Some(&true);
        // The places that each passes into without a token. Anything may be punctuation.
        let mut sentence = Sentence::Ends;
        let mut passing: Vec<Vec<u32>> = Vec::with_capacity(steps.places.len());
        for place in &steps.places {
            let mut next = Vec::new();
            for (word, step) in place.exact.iter().filter(|(word, _)| is_sign(*word)) {
                next.push(step.to);
                if stops.contains(&Some(*word)) {
                    sentence = Sentence::GoesOn;
                }
            }
            next.extend(
                place.partly.iter().filter(|(word, _)| word.fits(",")).map(|(_, step)| step.to),
            );
            next.extend(place.complete.map(|_| DONE));
            passing.push(next);
        }
        let beyond: Vec<Vec<u32>> = (0..count(passing.len()))
            .map(|place| {
                let mut reached = vec![place];
                let mut at = 0;
                while let Some(&place) = reached.get(at) {
                    for next in passing.get(place as usize).into_iter().flatten() {
                        if !reached.contains(next) {
                            reached.push(*next);
                        }
                    }
                    at += 1;
                }
                let number = |place| if place == DONE { end } else { first + place };
                reached.into_iter().map(number).collect()
            })
            .collect();
        let ended = [end];
        let beyond = |place: u32| beyond.get(place as usize).map_or(&ended[..], Vec::as_slice);
        for (from, place) in (first..).zip(&steps.places) {
            for (word, step) in &place.exact {
                let Some(hash) = token(*word) else { continue };
                let all = known.steps_of(hash);
                all.extend(beyond(step.to).iter().map(|to| (from, *to)));
            }
            for (word, step) in &place.partly {
                partly.extend(beyond(step.to).iter().map(|to| (from, word, *to)));
            }
            self.states.push(State { partly: Vec::new(), sentence });
        }
    }

    /// Puts words into classes.
    fn add_classes(&mut self, known: Known) {
        let mut classes: HashMap<u64, u32, BuildHasherDefault<Mixed>> = HashMap::default();
        self.words.reserve(known.words.len());
        for (hash, mut steps) in known.words {
            steps.sort_unstable();
            steps.dedup();
            let mut key = steps
                .iter()
                .fold(0, |key, (from, to)| mix(key ^ (u64::from(*from) << 32 | u64::from(*to))));
            let class = loop {
                let Some(&class) = classes.get(&key) else {
                    let class = count(self.classes.len());
                    self.classes.push(steps.into());
                    classes.insert(key, class);
                    break class;
                };
                if self.classes.get(class as usize).is_some_and(|known| **known == *steps) {
                    break class;
                }
                key = mix(key);
            };
            self.words.insert(hash, class);
        }
    }

    fn add_patterns(&mut self, partly: Vec<(u32, &Word, u32)>) {
        let mut numbers: HashMap<&Word, u32> = HashMap::new();
        for (_, word, _) in &partly {
            let next = count(numbers.len());
            numbers.entry(word).or_insert(next);
        }
        let mut patterns: Vec<(u8, &Word)> =
            numbers.keys().map(|word| (word.front.bytes().next().unwrap_or(0), *word)).collect();
        patterns.sort_unstable_by(|(a, left), (b, right)| {
            a.cmp(b).then_with(|| numbers.get(left).cmp(&numbers.get(right)))
        });
        let places: HashMap<&Word, u32> =
            (0..).zip(&patterns).map(|(number, (_, word))| (*word, number)).collect();
        for (from, word, to) in partly {
            let state = self.states.get_mut(from as usize);
            if let Some((state, pattern)) = state.zip(places.get(word)) {
                state.partly.push((*pattern, to));
            }
        }
        for state in &mut self.states {
            state.partly.sort_unstable();
            state.partly.dedup();
        }
        self.patterns = patterns.into_iter().map(|(first, word)| (first, word.clone())).collect();
    }

    /// The same, with what words may be made of that are run together.
    pub(crate) fn with_parts(self, parts: Parts) -> Self {
        Self { parts, ..self }
    }

    /// What words may be made of that are run together.
    pub(crate) fn parts(&self) -> &Parts {
        &self.parts
    }

    /// True if some statement has the word of this hash.
    pub(crate) fn knows(&self, hash: u64) -> bool {
        self.words.contains_key(&hash)
    }

    /// The number of a statement, if it is one of these.
    pub(crate) fn number(&self, statement: &Statement) -> Option<usize> {
        self.statements.iter().position(|(_, known)| std::ptr::eq(*known, statement))
    }

    /// The look that a statement opens.
    pub(super) fn look(&self, statement: usize) -> Option<usize> {
        self.statements.get(statement).map(|(look, _)| *look)
    }

    /// The class of the word of a hash.
    pub(super) fn class(&self, hash: u64) -> u32 {
        self.words.get(&hash).copied().unwrap_or(0)
    }

    /// How many patterns there are.
    pub(super) fn patterns(&self) -> usize {
        self.patterns.len()
    }

    /// Calls `fits` for the number of each pattern that a folded word fits.
    pub(super) fn fit(&self, word: &str, mut fits: impl FnMut(usize)) {
        for first in [0, word.bytes().next().unwrap_or(0)] {
            let from = self.patterns.partition_point(|(known, _)| *known < first);
            for (number, (known, pattern)) in self.patterns.iter().enumerate().skip(from) {
                if *known != first {
                    break;
                }
                if pattern.fits(word) {
                    fits(number);
                }
            }
        }
    }

    /// Adds to `next` the states that a word leads to from these states, and from the start: a word of
    /// a class, which fits patterns.
    pub(super) fn step(
        &self,
        from: &[u32],
        class: u32,
        fits: impl Fn(usize) -> bool,
        next: &mut Vec<u32>,
    ) {
        let steps = self.classes.get(class as usize).map_or(&[][..], |steps| &**steps);
        for &state in self.starts.iter().chain(from) {
            let first = steps.partition_point(|(from, _)| *from < state);
            let exact = steps.get(first..).unwrap_or_default();
            next.extend(exact.iter().take_while(|(from, _)| *from == state).map(|(_, to)| *to));
            if let Some(state) = self.states.get(state as usize) {
                let partly = state.partly.iter().filter(|(pattern, _)| fits(*pattern as usize));
                next.extend(partly.map(|(_, to)| *to));
            }
        }
        next.sort_unstable();
        next.dedup();
    }

    /// Adds to `next` those of these states that the end of a sentence leaves.
    pub(super) fn end_sentence(&self, from: &[u32], next: &mut Vec<u32>) {
        let goes_on = |state: &&u32| {
            let state = self.states.get(**state as usize);
            state.is_some_and(|state| state.sentence == Sentence::GoesOn)
        };
        next.extend(from.iter().filter(goes_on));
    }

    /// Takes the ends of statements out of sorted states, and gives the statements.
    pub(super) fn take_ends(states: &mut Vec<u32>) -> Bits {
        let ends = states.partition_point(|state| *state < ENDS);
        let mut statements = Bits::default();
        states.drain(ends..).for_each(|end| statements.insert((end - ENDS) as usize));
        statements
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).expect("fewer states and words than letters")
}
