//! The steps of an expression from letter to letter, and the words that they spell.
//!
//! In: the parts of an expression. Out: for each place where a word may begin, every word that may
//! stand there and what it leads to. Letters that may be anything, or come again and again, make a
//! word of which only the front and the end are known.

use super::tree::{Tree, Unknown};

/// A step from letter to letter.
pub(super) enum Letter {
    Is(char, usize),
    In(Vec<char>, usize),
    Any(Unknown, usize),
    /// No letter: on to each of these.
    Split(Vec<usize>),
    Done,
}

/// The steps of an expression from letter to letter.
#[derive(Default)]
pub(super) struct Letters {
    steps: Vec<Letter>,
}

/// A word that leads on: its letters, or those in front of and behind some that are unknown.
pub(super) struct Word {
    /// What it begins with, or all of it.
    pub(super) front: String,
    /// What it ends with, where letters before that are unknown.
    pub(super) back: Option<(Unknown, String)>,
}

/// What a word leads to.
pub(super) enum End {
    /// A blank, and the letter behind it.
    Word(usize),
    Statement,
}

impl Letters {
    /// Adds a step, and gives its number.
    pub(super) fn add(&mut self, step: Letter) -> usize {
        self.steps.push(step);
        self.steps.len() - 1
    }

    /// Adds the steps of a part that goes on at `next`, and gives its first.
    pub(super) fn build(&mut self, part: &Tree, next: usize) -> usize {
        match part {
            Tree::Letter(letter) => self.add(Letter::Is(*letter, next)),
            Tree::Set(set) => self.add(Letter::In(set.clone(), next)),
            Tree::Any(what) => self.add(Letter::Any(*what, next)),
            Tree::All(parts) => parts.iter().rev().fold(next, |next, part| self.build(part, next)),
            Tree::Either(parts) => {
                let starts = parts.iter().map(|part| self.build(part, next)).collect();
                self.add(Letter::Split(starts))
            }
            Tree::Repeated(part, least, most) => {
                let mut start = next;
                if let Some(most) = most {
                    for _ in *least..*most {
                        let again = self.build(part, start);
                        start = self.add(Letter::Split(vec![again, next]));
                    }
                } else {
                    start = self.add(Letter::Split(vec![next]));
                    let again = self.build(part, start);
                    if let Some(Letter::Split(to)) = self.steps.get_mut(start) {
                        to.push(again);
                    }
                }
                (0..*least).fold(start, |next, _| self.build(part, next))
            }
        }
    }

    /// Calls `found` for every word that may stand at a place.
    pub(super) fn words_from(&self, begin: usize, found: &mut impl FnMut(&Word, End)) {
        let mut path = Path { word: Word { front: String::new(), back: None }, passed: Vec::new() };
        self.follow(begin, &mut path, found);
    }

    fn follow(&self, at: usize, path: &mut Path, found: &mut impl FnMut(&Word, End)) {
        let Some(step) = self.steps.get(at) else { return };
        let begun = !path.word.front.is_empty() || path.word.back.is_some();
        let length = path.word.front.len();
        match step {
            Letter::Split(to) => {
                let mut passed = path.passed.iter().filter(|(before, _)| *before == at);
                let before = passed.next().map(|(_, length)| *length);
                if passed.next().is_some() {
                    return;
                }
                path.passed.push((at, length));
                match before {
                    None => {
                        for &next in to {
                            self.follow(next, path, found);
                        }
                    }
                    // Letters that may come again and again.
                    Some(length) => path.unknown_from(length, Unknown::Plain, |path| {
                        for &next in to {
                            self.follow(next, path, found);
                        }
                    }),
                }
                path.passed.pop();
            }
            Letter::Done => found(&path.word, End::Statement),
            Letter::Is(' ', next) if begun => found(&path.word, End::Word(*next)),
            // No two blanks follow each other.
            Letter::Is(' ', _) => {}
            Letter::Is(letter, next) => self.write(*letter, *next, path, found),
            Letter::In(set, next) => {
                for &letter in set {
                    self.write(letter, *next, path, found);
                }
            }
            // Once more around the same letter would say nothing new.
            Letter::Any(..) if path.passed.iter().any(|(before, _)| *before == at) => {}
            Letter::Any(what, next) => {
                path.passed.push((at, length));
                path.unknown_from(length, *what, |path| self.follow(*next, path, found));
                path.passed.pop();
            }
        }
    }

    fn write(
        &self,
        letter: char,
        next: usize,
        path: &mut Path,
        found: &mut impl FnMut(&Word, End),
    ) {
        path.part().push(letter);
        self.follow(next, path, found);
        path.part().pop();
    }
}

/// A word on the way.
struct Path {
    word: Word,
    /// The steps without a letter of their own that were passed, each with the length of the front.
    passed: Vec<(usize, usize)>,
}

impl Path {
    /// The part that is being written.
    fn part(&mut self) -> &mut String {
        self.word.back.as_mut().map_or(&mut self.word.front, |(_, back)| back)
    }

    /// Goes on with all letters unknown from so far into the front, and comes back.
    fn unknown_from(&mut self, length: usize, what: Unknown, on: impl FnOnce(&mut Self)) {
        let rest = self.word.front.split_off(length);
        let before = self.word.back.take();
        let inside = before.as_ref().is_some_and(|(before, _)| *before == Unknown::Inside);
        let what = if inside { Unknown::Inside } else { what };
        self.word.back = Some((what, String::new()));
        on(self);
        self.word.back = before;
        self.word.front.push_str(&rest);
    }
}
