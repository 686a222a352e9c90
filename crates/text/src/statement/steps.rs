//! The steps of a statement from word to word.
//!
//! In: an expression. Out: the places between its words, and the words that lead from one to another,
//! in the order in which the expression tries them. Its words, and the punctuation of plain text, are
//! numbered.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use gatepost_model::Prose;

use super::letters::{End, Letter, Letters, Told, Word};
use super::tree::Tree;

/// The steps of a statement from word to word.
#[derive(Default)]
pub(super) struct Steps {
    /// The numbers of its words.
    pub(super) words: HashMap<String, u32, BuildHasherDefault<Mixed>>,
    /// The numbers of those that are tokens, by their hashes.
    pub(super) tokens: HashMap<u64, u32, BuildHasherDefault<Mixed>>,
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
        let tree = Tree::read(&mut source.chars().peekable());
        let done = letters.add(Letter::Done);
        let start = letters.build(&tree, done);
        let mut steps = Self::default();
        // The letter at which each place begins.
        let mut begins = vec![start];
        let mut numbers = HashMap::from([(start, START)]);
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
                if let [token] = prose.tokens()
                    && prose.folded(token) == word.front.as_str()
                {
                    self.tokens.insert(token.hash, new);
                }
                new
            });
            place.exact.push((known, step));
        }
    }

    /// The place of a number.
    pub(super) fn place(&self, number: u32) -> Option<&Place> {
        self.places.get(number as usize)
    }

    /// A wording that needs none of these words, if there is one: its words, `*` for any.
    #[cfg(test)]
    pub(super) fn without(&self, cues: &std::collections::BTreeSet<String>) -> Option<String> {
        let names: HashMap<u32, &str> =
            self.words.iter().map(|(word, number)| (*number, word.as_str())).collect();
        let mut seen = std::collections::BTreeSet::from([START]);
        let mut queue = std::collections::VecDeque::from([(START, String::new())]);
        while let Some((place, wording)) = queue.pop_front() {
            if place == DONE {
                return Some(wording);
            }
            let here = &self.places[place as usize];
            if here.complete.is_some() {
                return Some(wording);
            }
            let known = here.exact.iter().filter_map(|(word, step)| {
                let word = names[word];
                (!cues.contains(word)).then(|| (word.to_string(), step.to))
            });
            let partly =
                here.partly.iter().map(|(word, step)| (format!("{}*", word.front), step.to));
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
pub(super) struct Mixed(u64);

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
}

/// Words of which every wording has one.
#[cfg(test)]
pub(super) struct Cut(pub(super) std::collections::BTreeSet<String>);

#[cfg(test)]
impl Steps {
    /// The lightest such words, or nearly so. None where a wording is all of unknown words.
    pub(super) fn cut(&self, weight: impl Fn(&str) -> u64) -> Option<Cut> {
        const ENDLESS: u64 = 1 << 50;
        let names: HashMap<u32, &str> =
            self.words.iter().map(|(word, number)| (*number, word.as_str())).collect();
        let end = self.places.len();
        let place = |next: u32| if next == DONE { end } else { next as usize };
        // What may still flow from a place to another.
        let mut room: Vec<std::collections::BTreeMap<usize, u64>> =
            vec![std::collections::BTreeMap::default(); end + 1];
        for (from, here) in self.places.iter().enumerate() {
            for (word, step) in &here.exact {
                *room[from].entry(place(step.to)).or_default() += weight(names[word]);
            }
            for (_, step) in &here.partly {
                *room[from].entry(place(step.to)).or_default() += ENDLESS;
            }
            if here.complete.is_some() {
                room[from].insert(end, ENDLESS);
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
        for (_, here) in self.places.iter().enumerate().filter(|(from, _)| inside(*from)) {
            let leaving = here.exact.iter().filter(|(_, step)| !inside(place(step.to)));
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
