//! The steps of a statement from word to word.
//!
//! In: an expression. Out: whether a text may hold it. They allow all that the expression allows (a
//! test compares the two on many texts), and the end of the text, `$`, anywhere.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::ops::Range;

use super::letters::{End, Letter, Letters};
use super::tree::{Tree, Unknown};

/// The steps of a statement from word to word.
#[derive(Default)]
pub(super) struct Steps {
    /// The words that it knows, with their numbers.
    words: HashMap<Box<str>, u32, BuildHasherDefault<Mixed>>,
    /// By word: where the steps from the beginning stand among those of the first place.
    first: Vec<Range<usize>>,
    /// By place: the next place for each word, sorted by word.
    exact: Vec<Vec<(u32, u32)>>,
    /// By place: the next place for words of which it knows an end.
    partly: Vec<Vec<(Ends, u32)>>,
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
        let mut letters = Letters::default();
        let tree = Tree::read(&mut source.chars().peekable());
        let done = letters.add(Letter::Done);
        let start = letters.build(&tree, done);
        let mut steps = Self::default();
        // The letter at which each place begins.
        let mut begins = vec![start];
        let mut numbers = HashMap::from([(start, START)]);
        // The places at which it is complete as well.
        let mut complete = Vec::new();
        let mut place = 0;
        while let Some(&begin) = begins.get(place) {
            let mut exact = Vec::new();
            let mut partly: Vec<(Ends, u32)> = Vec::new();
            letters.words_from(begin, &mut |word, ends| {
                let next = match ends {
                    End::Statement => DONE,
                    End::Word(letter) => *numbers.entry(letter).or_insert_with(|| {
                        begins.push(letter);
                        place_number(begins.len() - 1)
                    }),
                };
                match &word.back {
                    None if word.front.is_empty() => complete.push(place_number(place)),
                    None => {
                        let front = word.front.as_str();
                        let number =
                            u32::try_from(steps.words.len()).expect("fewer words than letters");
                        let known = *steps.words.entry(front.into()).or_insert(number);
                        exact.push((known, next));
                    }
                    Some((between, back)) => {
                        let (front, back) = (word.front.clone(), back.clone());
                        let step = (Ends { front, back, between: *between }, next);
                        if !partly.contains(&step) {
                            partly.push(step);
                        }
                    }
                }
            });
            exact.sort_unstable();
            exact.dedup();
            steps.exact.push(exact);
            steps.partly.push(partly);
            place += 1;
        }
        for steps in &mut steps.exact {
            let ends = steps.iter().filter(|(_, next)| complete.contains(next));
            let ends: Vec<(u32, u32)> = ends.map(|(word, _)| (*word, DONE)).collect();
            steps.extend(ends);
            steps.sort_unstable();
        }
        for steps in &mut steps.partly {
            let ends = steps.iter().filter(|(_, next)| complete.contains(next));
            let ends: Vec<(Ends, u32)> = ends.map(|(word, _)| (word.clone(), DONE)).collect();
            steps.extend(ends);
        }
        steps.first = steps.ranges_of_first();
        steps
    }

    fn ranges_of_first(&self) -> Vec<Range<usize>> {
        let mut ranges = vec![0..0; self.words.len()];
        for (at, (word, _)) in self.exact.iter().take(1).flatten().enumerate() {
            if let Some(range) = ranges.get_mut(*word as usize) {
                let start = if range.end == 0 { at } else { range.start };
                *range = start..at + 1;
            }
        }
        ranges
    }

    /// True where the expression may match: false only where it does not.
    pub(super) fn may_match(&self, plain: &str) -> bool {
        let mut here: Vec<u32> = Vec::new();
        let mut next: Vec<u32> = Vec::new();
        for word in plain.split(' ').filter(|word| !word.is_empty()) {
            // The expression sees the edge of a word between letters of ASCII and others.
            if !word.is_ascii() && word.bytes().any(|byte| byte.is_ascii_alphanumeric()) {
                return true;
            }
            let number = self.words.get(word).copied();
            next.clear();
            self.begin(word, number, &mut next);
            for &place in &here {
                self.step(place, word, number, &mut next);
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

    /// Adds the places after a first word.
    fn begin(&self, word: &str, number: Option<u32>, next: &mut Vec<u32>) {
        let range = number.and_then(|number| self.first.get(number as usize)).cloned();
        let exact = self.exact.first().map_or(&[][..], Vec::as_slice);
        let steps = range.and_then(|range| exact.get(range)).unwrap_or_default();
        next.extend(steps.iter().map(|(_, place)| *place));
        self.step_partly(START, word, next);
    }

    /// Adds the places after a word.
    fn step(&self, place: u32, word: &str, number: Option<u32>, next: &mut Vec<u32>) {
        if let Some(number) = number {
            let exact = self.exact.get(place as usize).map_or(&[][..], Vec::as_slice);
            let from = exact.partition_point(|(known, _)| *known < number);
            let steps = exact.get(from..).unwrap_or_default();
            next.extend(
                steps.iter().take_while(|(known, _)| *known == number).map(|(_, place)| *place),
            );
        }
        self.step_partly(place, word, next);
    }

    fn step_partly(&self, place: u32, word: &str, next: &mut Vec<u32>) {
        let partly = self.partly.get(place as usize).map_or(&[][..], Vec::as_slice);
        let fits = partly.iter().filter(|(ends, _)| ends.fit(word));
        next.extend(fits.map(|(_, place)| *place));
    }

    /// A wording that needs none of these words, if there is one: its words, `*` for any.
    #[cfg(test)]
    pub(super) fn without(&self, cues: &std::collections::BTreeSet<String>) -> Option<String> {
        let names: HashMap<u32, &str> =
            self.words.iter().map(|(word, number)| (*number, &**word)).collect();
        let mut seen = std::collections::BTreeSet::from([START]);
        let mut queue = std::collections::VecDeque::from([(START, String::new())]);
        while let Some((place, wording)) = queue.pop_front() {
            if place == DONE {
                return Some(wording);
            }
            let known = self.exact[place as usize].iter().filter_map(|(word, next)| {
                let word = names[word];
                (!cues.contains(word)).then(|| (word.to_string(), *next))
            });
            let partly = self.partly[place as usize]
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

/// Hashes a short word.
#[derive(Default)]
struct Mixed(u64);

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
}

fn place_number(place: usize) -> u32 {
    u32::try_from(place).expect("fewer places than letters")
}

impl Ends {
    fn fit(&self, word: &str) -> bool {
        let Some(rest) = word.strip_prefix(self.front.as_str()) else { return false };
        let Some(between) = rest.strip_suffix(self.back.as_str()) else { return false };
        match self.between {
            Unknown::Plain => between.bytes().all(|byte| byte.is_ascii_alphanumeric()),
            Unknown::Inside => !between.contains(['.', '¶']),
        }
    }
}

/// Words of which every wording has one.
#[cfg(test)]
pub(super) struct Cut(pub(super) std::collections::BTreeSet<String>);

#[cfg(test)]
impl Steps {
    /// The lightest such words, or nearly so, none of them among `without`. None where a wording is
    /// all of unknown words and those.
    pub(super) fn cut(
        &self,
        weight: impl Fn(&str) -> u64,
        without: &std::collections::BTreeSet<String>,
    ) -> Option<Cut> {
        const ENDLESS: u64 = 1 << 40;
        let names: HashMap<u32, &str> =
            self.words.iter().map(|(word, number)| (*number, &**word)).collect();
        let end = self.exact.len();
        let place = |next: u32| if next == DONE { end } else { next as usize };
        // What may still flow from a place to another.
        let mut room: Vec<std::collections::BTreeMap<usize, u64>> =
            vec![std::collections::BTreeMap::default(); end + 1];
        for (from, steps) in self.exact.iter().enumerate() {
            for (word, next) in steps {
                let word = names[word];
                let weight = if without.contains(word) { ENDLESS } else { weight(word) };
                *room[from].entry(place(*next)).or_default() += weight;
            }
        }
        for (from, steps) in self.partly.iter().enumerate() {
            for (_, next) in steps {
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
        let mut words = std::collections::BTreeSet::new();
        for (_, steps) in self.exact.iter().enumerate().filter(|(from, _)| inside(*from)) {
            let leaving = steps.iter().filter(|(_, next)| !inside(place(*next)));
            words.extend(leaving.map(|(word, _)| names[word].to_string()));
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
