//! The steps of a statement from word to word.
//!
//! In: an expression. Out: whether a text may hold it, going by the tokens of the text. The steps allow
//! all that the expression allows (a test compares the two on many texts), and more: punctuation and
//! the end of the text, `$`, may be anywhere.

#[cfg(test)]
use std::collections::BTreeMap;
use std::collections::{BTreeSet, HashMap};
use std::hash::{BuildHasherDefault, Hasher};

use gatepost_model::{Prose, Token};

use super::letters::{End, Letter, Letters};
use super::tree::{Tree, Unknown};

/// The steps of a statement from word to word.
#[derive(Default)]
pub(super) struct Steps {
    /// The numbers of the words that it knows, by the hash of a token.
    words: HashMap<u64, u32, BuildHasherDefault<Ready>>,
    /// The words, by number.
    names: Vec<String>,
    places: Vec<Place>,
    /// By word: its steps, from a place to another.
    of_word: Vec<Vec<(u32, u32)>>,
}

/// A place between two words.
#[derive(Default)]
struct Place {
    /// The next place for each word, sorted by word.
    exact: Vec<(u32, u32)>,
    /// The next place for words of which an end is known.
    partly: Vec<(Ends, u32)>,
    /// The words that lead here, sorted.
    from: Vec<u32>,
    /// Whether any word may stand before it.
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

/// A word of which the beginning and the end are known.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Ends {
    front: String,
    back: String,
    between: Unknown,
}

/// The place where a statement is complete.
const DONE: u32 = u32::MAX;

/// The place where it begins.
const START: u32 = 0;

impl Steps {
    /// Those of an expression with its classes spelled out.
    pub(super) fn of(source: &str) -> Self {
        let mut steps = Self::default();
        let passing = steps.spell_out(source);
        steps.pass(&passing);
        steps.of_word = vec![Vec::new(); steps.names.len()];
        for from in 0..steps.places.len() {
            let place = steps.places.get(from).map(|place| place.exact.clone()).unwrap_or_default();
            for (word, next) in place {
                if let Some(of_word) = steps.of_word.get_mut(word as usize) {
                    of_word.push((number(from), next));
                }
                if let Some(next) = steps.places.get_mut(next as usize) {
                    next.from.push(word);
                }
            }
            let place =
                steps.places.get(from).map(|place| place.partly.clone()).unwrap_or_default();
            for (_, next) in place {
                if let Some(next) = steps.places.get_mut(next as usize) {
                    next.before = Before::Any;
                }
            }
        }
        for place in &mut steps.places {
            place.from.sort_unstable();
            place.from.dedup();
        }
        steps.places.iter_mut().take(1).for_each(|start| start.before = Before::Any);
        steps
    }

    /// Adds every place and every word from it; gives the steps that are no word, from place to place.
    fn spell_out(&mut self, source: &str) -> Vec<Vec<u32>> {
        let mut letters = Letters::default();
        let tree = Tree::read(&mut source.chars().peekable());
        let done = letters.add(Letter::Done);
        let start = letters.build(&tree, done);
        // The letter at which each place begins.
        let mut begins = vec![start];
        let mut numbers = HashMap::from([(start, START)]);
        let mut passing: Vec<Vec<u32>> = Vec::new();
        let mut known: HashMap<String, Option<u32>> = HashMap::new();
        let mut prose = Prose::default();
        while let Some(&begin) = begins.get(self.places.len()) {
            let mut place = Place::default();
            let mut passed = Vec::new();
            letters.words_from(begin, &mut |word, end| {
                let next = match end {
                    End::Statement => DONE,
                    End::Word(letter) => *numbers.entry(letter).or_insert_with(|| {
                        begins.push(letter);
                        number(begins.len() - 1)
                    }),
                };
                let Some((between, back)) = &word.back else {
                    let word = known.get(&word.front).copied().unwrap_or_else(|| {
                        prose.read(&word.front);
                        let new = self.name(&prose, &word.front);
                        known.insert(word.front.clone(), new);
                        new
                    });
                    match word {
                        Some(word) => place.exact.push((word, next)),
                        // Punctuation, or nothing.
                        None => passed.push(next),
                    }
                    return;
                };
                let (front, back) = (word.front.clone(), back.clone());
                let step = (Ends { front, back, between: *between }, next);
                if !place.partly.contains(&step) {
                    place.partly.push(step);
                }
            });
            self.places.push(place);
            passing.push(passed);
        }
        passing
    }

    /// The number of the word that a text is; `None` if it is not one word.
    fn name(&mut self, prose: &Prose, word: &str) -> Option<u32> {
        let [token] = prose.tokens() else { return None };
        let new = number(self.names.len());
        let known = *self.words.entry(token.hash).or_insert(new);
        if known == new {
            self.names.push(word.to_string());
        }
        Some(known)
    }

    /// Lets each step go on at once wherever no word is wanted.
    fn pass(&mut self, passing: &[Vec<u32>]) {
        let reached: Vec<BTreeSet<u32>> =
            (0..passing.len()).map(|place| reached(number(place), passing)).collect();
        let beyond = |next: u32| {
            let places = reached.get(next as usize);
            places.into_iter().flatten().copied().filter(move |place| *place != next)
        };
        for place in &mut self.places {
            let more: Vec<(u32, u32)> = place
                .exact
                .iter()
                .flat_map(|(word, next)| beyond(*next).map(move |place| (*word, place)))
                .collect();
            place.exact.extend(more);
            place.exact.sort_unstable();
            place.exact.dedup();
            let more: Vec<(Ends, u32)> = place
                .partly
                .iter()
                .flat_map(|(ends, next)| beyond(*next).map(|place| (ends.clone(), place)))
                .collect();
            place.partly.extend(more);
        }
        let mut exact = Vec::new();
        let mut partly = Vec::new();
        for place in beyond(START).filter_map(|place| self.places.get(place as usize)) {
            exact.extend(place.exact.iter().copied());
            partly.extend(place.partly.iter().cloned());
        }
        for start in self.places.iter_mut().take(1) {
            start.exact.append(&mut exact);
            start.exact.sort_unstable();
            start.exact.dedup();
            start.partly.append(&mut partly);
        }
    }

    /// False only where the expression matches nowhere in a text.
    pub(super) fn may_stand_in(&self, prose: &Prose) -> bool {
        let mut here: Vec<u32> = Vec::new();
        let mut next: Vec<u32> = Vec::new();
        let mut letters = String::new();
        for token in prose.tokens() {
            let word = self.words.get(&token.hash).copied();
            next.clear();
            letters.clear();
            for &place in here.iter().chain(&[START]) {
                let Some(place) = self.places.get(place as usize) else { continue };
                next.extend(word.into_iter().flat_map(|word| place.after(word)));
                if !place.partly.is_empty() {
                    if letters.is_empty() {
                        letters.extend(prose.folded(token).chars());
                    }
                    let fits = place.partly.iter().filter(|(ends, _)| ends.fit(&letters));
                    next.extend(fits.map(|(_, place)| *place));
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

    /// False only where a token, which is a word that the statement needs, stands between words that
    /// it does not stand between in the statement.
    pub(super) fn may_stand_at(&self, prose: &Prose, index: usize) -> bool {
        let tokens = prose.tokens();
        let number = |token: Option<&Token>| self.words.get(&token?.hash).copied();
        let Some(word) = number(tokens.get(index)) else { return false };
        let before = number(index.checked_sub(1).and_then(|before| tokens.get(before)));
        let behind = number(tokens.get(index + 1));
        let steps = self.of_word.get(word as usize).map_or(&[][..], Vec::as_slice);
        steps.iter().any(|(from, to)| {
            let behind = *to == DONE
                || self.places.get(*to as usize).is_some_and(|place| {
                    !place.partly.is_empty()
                        || behind.is_some_and(|word| place.after(word).next().is_some())
                });
            behind
                && self.places.get(*from as usize).is_some_and(|place| {
                    place.before == Before::Any
                        || before.is_some_and(|word| place.from.binary_search(&word).is_ok())
                })
        })
    }

    /// A wording that needs none of these words, if there is one: its words, `*` for any.
    #[cfg(test)]
    pub(super) fn without(&self, cues: &BTreeSet<String>) -> Option<String> {
        let mut seen = BTreeSet::from([START]);
        let mut queue = std::collections::VecDeque::from([(START, String::new())]);
        while let Some((place, wording)) = queue.pop_front() {
            if place == DONE {
                return Some(wording);
            }
            let known = self.places[place as usize].exact.iter().filter_map(|(word, next)| {
                let word = &self.names[*word as usize];
                (!cues.contains(word)).then(|| (word.clone(), *next))
            });
            let partly = self.places[place as usize]
                .partly
                .iter()
                .map(|(ends, next)| (format!("{}*{}", ends.front, ends.back), *next));
            for (word, next) in known.chain(partly).collect::<Vec<_>>() {
                if seen.insert(next) {
                    queue.push_back((next, format!("{wording} {word}")));
                }
            }
        }
        None
    }
}

impl Place {
    /// The places after a word.
    fn after(&self, word: u32) -> impl Iterator<Item = u32> {
        let from = self.exact.partition_point(|(known, _)| *known < word);
        let steps = self.exact.get(from..).unwrap_or_default();
        steps.iter().take_while(move |(known, _)| *known == word).map(|(_, place)| *place)
    }
}

/// All places that a place passes into, itself too.
fn reached(place: u32, passing: &[Vec<u32>]) -> BTreeSet<u32> {
    let mut reached = BTreeSet::from([place]);
    let mut queue = vec![place];
    while let Some(place) = queue.pop() {
        let next = passing.get(place as usize).into_iter().flatten();
        queue.extend(next.copied().filter(|next| reached.insert(*next)));
    }
    reached
}

fn number(count: usize) -> u32 {
    u32::try_from(count).expect("fewer places and words than letters")
}

impl Ends {
    fn fit(&self, word: &str) -> bool {
        let Some(rest) = word.strip_prefix(self.front.as_str()) else { return false };
        let Some(between) = rest.strip_suffix(self.back.as_str()) else { return false };
        match self.between {
            Unknown::Plain => between.bytes().all(|byte| byte.is_ascii_alphanumeric()),
            Unknown::Inside => true,
        }
    }
}

/// A hasher for hashes: it hands them on.
#[derive(Default)]
struct Ready(u64);

impl Hasher for Ready {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}

/// Words of which every wording has one.
#[cfg(test)]
pub(super) struct Cut(pub(super) BTreeSet<String>);

#[cfg(test)]
impl Steps {
    /// The lightest such words, or nearly so. None where a wording is all of unknown words.
    pub(super) fn cut(&self, weight: impl Fn(&str) -> u64) -> Option<Cut> {
        const ENDLESS: u64 = 1 << 40;
        let end = self.places.len();
        let place = |next: u32| if next == DONE { end } else { next as usize };
        // What may still flow from a place to another.
        let mut room: Vec<BTreeMap<usize, u64>> = vec![BTreeMap::default(); end + 1];
        for (from, here) in self.places.iter().enumerate() {
            for (word, next) in &here.exact {
                let weight = weight(&self.names[*word as usize]);
                *room[from].entry(place(*next)).or_default() += weight;
            }
            for (_, next) in &here.partly {
                *room[from].entry(place(*next)).or_default() += ENDLESS;
            }
        }
        let mut flow = 0;
        let reached = loop {
            let mut came = vec![usize::MAX; end + 1];
            let mut queue = std::collections::VecDeque::from([0]);
            came[0] = 0;
            while let Some(at) = queue.pop_front() {
                for (&next, &more) in &room[at] {
                    if more > 0 && came[next] == usize::MAX {
                        came[next] = at;
                        queue.push_back(next);
                    }
                }
            }
            if came[end] == usize::MAX {
                break came;
            }
            let mut path = vec![end];
            while path[path.len() - 1] != 0 {
                path.push(came[path[path.len() - 1]]);
            }
            path.reverse();
            let least = path.windows(2).map(|step| room[step[0]][&step[1]]).min().unwrap_or(0);
            flow += least;
            if flow >= ENDLESS {
                return None;
            }
            for step in path.windows(2) {
                *room[step[0]].entry(step[1]).or_default() -= least;
                *room[step[1]].entry(step[0]).or_default() += least;
            }
        };
        let inside = |place: usize| reached[place] != usize::MAX;
        let mut words = BTreeSet::new();
        for (_, here) in self.places.iter().enumerate().filter(|(from, _)| inside(*from)) {
            let leaving = here.exact.iter().filter(|(_, next)| !inside(place(*next)));
            words.extend(leaving.map(|(word, _)| self.names[*word as usize].clone()));
        }
        // One word may stand at several places, so that others are not needed.
        let mut heaviest: Vec<String> = words.iter().cloned().collect();
        heaviest.sort_by_key(|word| std::cmp::Reverse(weight(word)));
        for word in heaviest {
            words.remove(&word);
            if self.without(&words).is_some() {
                words.insert(word);
            }
        }
        Some(Cut(words))
    }
}
