//! The steps of an expression from letter to letter, and the words that they spell.
//!
//! In: the parts of an expression. Out: for each place where a word may begin, every word that may
//! stand there and what it leads to. Letters that may be anything, or come again and again, make a
//! word of which only the front and the end are known.

use super::tree::{First, Tree, Unknown};

/// A step from letter to letter.
pub(super) enum Letter<'e> {
    Is(char, usize),
    /// Letters in a row.
    Are(&'e str, usize),
    In(Vec<char>, usize),
    Any(Unknown, usize),
    /// No letter: on to each of these.
    Split(Vec<usize>),
    Done,
}

/// The steps of an expression from letter to letter.
#[derive(Default)]
pub(super) struct Letters<'e> {
    steps: Vec<Letter<'e>>,
}

/// A word that leads on.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub(super) struct Word {
    /// The letters that it begins with, or all of it.
    pub(super) front: String,
    /// What follows them, from its first unknown letter on.
    pub(super) parts: Vec<Part>,
    /// Whether it is told apart from all others.
    pub(super) told: Told,
}

/// A part of a word.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Part {
    Letters(String),
    /// So many letters that are unknown, at least and at most.
    Unknown(Unknown, usize, Option<usize>),
}

/// How well a word is known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub(super) enum Told {
    /// It is each word that fits, and no other.
    #[default]
    Exactly,
    /// Some words that fit are none.
    Roughly,
}

/// What a word leads to.
pub(super) enum End {
    /// A blank, and the letter behind it.
    Word(usize),
    Statement,
}

impl<'e> Letters<'e> {
    /// Adds a step, and gives its number.
    pub(super) fn add(&mut self, step: Letter<'e>) -> usize {
        self.steps.push(step);
        self.steps.len() - 1
    }

    /// Adds the steps of a part that goes on at `next`, and gives its first.
    pub(super) fn build(&mut self, part: &Tree<'e>, next: usize) -> usize {
        match part {
            Tree::Letter(letter) => self.add(Letter::Is(*letter, next)),
            Tree::Letters(letters) => self.add(Letter::Are(letters, next)),
            Tree::Set(set) => self.add(Letter::In(set.clone(), next)),
            Tree::Any(what) => self.add(Letter::Any(*what, next)),
            Tree::All(parts) => parts.iter().rev().fold(next, |next, part| self.build(part, next)),
            Tree::Either(parts) => {
                let starts = parts.iter().map(|part| self.build(part, next)).collect();
                self.add(Letter::Split(starts))
            }
            Tree::Never => self.add(Letter::Split(Vec::new())),
            Tree::Repeated(part, least, most, first) => {
                let ways = |again, on| match first {
                    First::More => vec![again, on],
                    First::On => vec![on, again],
                };
                let mut start = next;
                if let Some(most) = most {
                    for _ in *least..*most {
                        let again = self.build(part, start);
                        start = self.add(Letter::Split(ways(again, next)));
                    }
                } else {
                    start = self.add(Letter::Split(Vec::new()));
                    let again = self.build(part, start);
                    if let Some(Letter::Split(to)) = self.steps.get_mut(start) {
                        *to = ways(again, next);
                    }
                }
                (0..*least).fold(start, |next, _| self.build(part, next))
            }
        }
    }

    /// Calls `found` for every word that may stand at a place, in the order in which the expression
    /// tries them.
    pub(super) fn words_from(&self, begin: usize, found: &mut impl FnMut(&Word, End)) {
        self.follow(begin, &mut Path::default(), found);
    }

    fn follow(&self, at: usize, path: &mut Path, found: &mut impl FnMut(&Word, End)) {
        let Some(step) = self.steps.get(at) else { return };
        let begun = !path.word.front.is_empty() || !path.word.parts.is_empty();
        let here = Passed { at, written: path.written, parts: path.word.parts.len() };
        match step {
            Letter::Split(to) => {
                let mut passed = path.passed.iter().filter(|before| before.at == at);
                let before = passed.next().copied();
                if passed.next().is_some() {
                    return;
                }
                path.passed.push(here);
                let kept = before.map(|before| path.word.again_since(before, here));
                for &next in to {
                    self.follow(next, path, found);
                }
                if let Some(kept) = kept {
                    path.word = kept;
                }
                path.passed.pop();
            }
            Letter::Done => found(&path.word, End::Statement),
            Letter::Is(' ', next) if begun => found(&path.word, End::Word(*next)),
            // No two blanks follow each other.
            Letter::Is(' ', _) => {}
            Letter::Is(letter, next) => {
                self.write(letter.encode_utf8(&mut [0; 4]), *next, path, found);
            }
            Letter::Are(letters, next) => self.write(letters, *next, path, found),
            Letter::In(set, next) => {
                for letter in set {
                    self.write(letter.encode_utf8(&mut [0; 4]), *next, path, found);
                }
            }
            // Once more around the same letter would say nothing new.
            Letter::Any(..) if path.passed.iter().any(|before| before.at == at) => {}
            Letter::Any(what, next) => {
                path.passed.push(here);
                let kept = path.word.parts.last().cloned();
                match path.word.parts.last_mut() {
                    Some(Part::Unknown(known, least, most)) if known == what => {
                        *least += 1;
                        *most = most.map(|most| most + 1);
                        self.follow(*next, path, found);
                        path.word.parts.pop();
                        path.word.parts.extend(kept);
                    }
                    _ => {
                        path.word.parts.push(Part::Unknown(*what, 1, Some(1)));
                        self.follow(*next, path, found);
                        path.word.parts.pop();
                    }
                }
                path.passed.pop();
            }
        }
    }

    fn write(
        &self,
        letters: &str,
        next: usize,
        path: &mut Path,
        found: &mut impl FnMut(&Word, End),
    ) {
        path.written += letters.len();
        match path.word.parts.last_mut() {
            None => {
                path.word.front.push_str(letters);
                self.follow(next, path, found);
                path.word.front.truncate(path.word.front.len() - letters.len());
            }
            Some(Part::Unknown(..)) => {
                path.word.parts.push(Part::Letters(letters.to_string()));
                self.follow(next, path, found);
                path.word.parts.pop();
            }
            Some(Part::Letters(before)) => {
                before.push_str(letters);
                self.follow(next, path, found);
                if let Some(Part::Letters(all)) = path.word.parts.last_mut() {
                    all.truncate(all.len() - letters.len());
                }
            }
        }
        path.written -= letters.len();
    }
}

/// A word on the way.
#[derive(Default)]
struct Path {
    word: Word,
    /// How many bytes its known letters have.
    written: usize,
    /// The steps that were passed and may come again.
    passed: Vec<Passed>,
}

/// A step that was passed, and how far the word was.
#[derive(Clone, Copy)]
struct Passed {
    at: usize,
    written: usize,
    parts: usize,
}

impl Word {
    /// What came since a step was passed may come again and again. Gives the word as it was.
    fn again_since(&mut self, before: Passed, here: Passed) -> Self {
        let kept = self.clone();
        let unknown_alone = here.written == before.written && here.parts <= before.parts + 1;
        match self.parts.last_mut() {
            Some(Part::Unknown(_, _, most)) if unknown_alone => *most = None,
            _ => {
                self.parts.push(Part::Unknown(Unknown::Inside, 0, None));
                self.told = Told::Roughly;
            }
        }
        kept
    }

    /// Takes in another word that has some more or fewer unknown letters and is the same else, if it
    /// is one.
    pub(super) fn join(&mut self, other: &Self) -> bool {
        let ([Part::Unknown(what, least, most)], [Part::Unknown(others, other_least, other_most)]) =
            (self.parts.as_mut_slice(), other.parts.as_slice())
        else {
            return false;
        };
        if what != others || self.front != other.front {
            return false;
        }
        let follows =
            |most: Option<usize>, least: usize| most.is_some_and(|most| most + 1 == least);
        if follows(*most, *other_least) {
            *most = *other_most;
            return true;
        }
        if follows(*other_most, *least) {
            *least = *other_least;
            return true;
        }
        false
    }

    /// True if a word is this one.
    pub(super) fn fits(&self, word: &str) -> bool {
        let rest = match self.front.as_str() {
            "" => Some(word),
            front => word.strip_prefix(front),
        };
        rest.is_some_and(|rest| fit(&self.parts, rest))
    }
}

fn fit(parts: &[Part], word: &str) -> bool {
    match parts.split_first() {
        None => word.is_empty(),
        Some((Part::Letters(letters), parts)) => {
            word.strip_prefix(letters.as_str()).is_some_and(|rest| fit(parts, rest))
        }
        Some((Part::Unknown(what, least, most), parts)) => {
            let ends = word.char_indices().map(|(at, _)| at).chain([word.len()]);
            let known = word.chars().take_while(|c| what.may_be(*c)).count();
            let most = most.map_or(known, |most| most.min(known));
            ends.enumerate()
                .skip(*least)
                .take_while(|(count, _)| *count <= most)
                .any(|(_, end)| word.get(end..).is_some_and(|rest| fit(parts, rest)))
        }
    }
}
