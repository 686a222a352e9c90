//! The school's own words: `words/*.txt`, with its additions to and exceptions from the rules.
//!
//! In: the text of a file. Out: what it adds and excepts, and what is wrong with it, line by line.
//!
//! ```text
//! # One term a line. What follows a hash is for people.
//! [text/profanity]
//! nesh
//! mardy bum
//! ! bloody tower -- the Year 5 trip, spring term
//!
//! [privacy/phone]
//! ! 01632 960456 -- the swimming pool
//! ```
//!
//! A term is found as whole words, whatever the case and accents. An exception excuses what it is
//! or what stands within its words, in rules on words; in rules on personal data and links it
//! excuses the same value, in any notation. Neither reaches into a word: an exception for `ass`
//! excuses no `class`.

use std::collections::HashSet;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicBool, Ordering};

use gatepost_matcher::{Gap, Phrases};
use gatepost_model::{Certainty, Prose, Rule, Span};
use gatepost_records::{Problem, ProblemKind, SchoolFile};

use crate::own::squeezed;
use crate::rules::SCREENS;
use crate::screen::{Seen, Sighting};

/// What the school adds and excepts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SchoolWords {
    additions: Vec<Addition>,
    exceptions: Vec<Exception>,
}

/// A term that the school wants found.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Addition {
    screen: usize,
    term: String,
    file: String,
    line: usize,
}

/// Something that the school excepts from a rule. `Debug` shows no value: it may be personal data.
#[derive(Clone, PartialEq, Eq)]
pub struct Exception {
    screen: usize,
    value: String,
    /// Why, as the school says.
    pub reason: String,
    /// The file in which it stands.
    pub file: String,
    /// The line, counted from 1.
    pub line: usize,
}

impl std::fmt::Debug for Exception {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Exception")
            .field("rule", &self.rule().map(|rule| rule.id))
            .field("file", &self.file)
            .field("line", &self.line)
            .finish_non_exhaustive()
    }
}

impl Exception {
    /// The rule from which it excepts.
    pub fn rule(&self) -> Option<&'static Rule> {
        SCREENS.get(self.screen).map(|screen| screen.rule)
    }
}

/// The most words that a term may have.
const MOST_WORDS: usize = 8;

/// The fewest letters that a term of one word may have: shorter ones are parts of everything.
const FEWEST_LETTERS: usize = 3;

impl SchoolWords {
    /// Reads the text of a file, whose name is for the problems. What is in order is kept, whatever
    /// else is wrong.
    pub fn parse(text: &str, file: &str) -> (Self, Vec<Problem>) {
        let mut words = Self::default();
        let mut problems = Vec::new();
        let mut section: Option<usize> = None;
        for (index, raw) in text.trim_start_matches('\u{feff}').lines().enumerate() {
            let line = index + 1;
            let mut wrong = |message: String| {
                problems.push(Problem {
                    kind: ProblemKind::Stop,
                    file: file.to_string(),
                    row: Some(line),
                    column: None,
                    message,
                });
            };
            let content = raw.split(" #").next().unwrap_or_default().trim();
            if content.is_empty() || content.starts_with('#') {
                continue;
            }
            if let Some(id) = content.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                section = SCREENS.iter().position(|screen| screen.rule.id == id.trim());
                if section.is_none() {
                    wrong("This section names no rule. `gatepost rules` lists their names, such as [text/profanity].".into());
                }
                continue;
            }
            let Some(screen) = section else {
                wrong("This line stands in no section. Put [text/profanity], or another rule, above it.".into());
                continue;
            };
            if let Err(message) = words.read_line(screen, content, file, line) {
                wrong(message.into());
            }
        }
        (words, problems)
    }

    fn read_line(
        &mut self,
        screen: usize,
        content: &str,
        file: &str,
        line: usize,
    ) -> Result<(), &'static str> {
        let family = SCREENS.get(screen).map_or("", |screen| screen.rule.family());
        if let Some(rest) = content.strip_prefix('!') {
            let (value, reason) = rest.split_once(" -- ").unwrap_or((rest, ""));
            let (value, reason) = (value.trim(), reason.trim());
            if !value.contains(char::is_alphanumeric) {
                return Err("This exception has no words.");
            }
            if !reason.contains(char::is_alphabetic) {
                return Err(
                    "This exception gives no reason. Write ` -- ` and the reason behind it.",
                );
            }
            let same = |known: &Exception| {
                known.screen == screen && squeezed(&known.value) == squeezed(value)
            };
            if self.exceptions.iter().any(same) {
                return Err("This exception stands here twice.");
            }
            self.exceptions.push(Exception {
                screen,
                value: value.to_string(),
                reason: reason.to_string(),
                file: file.to_string(),
                line,
            });
            return Ok(());
        }
        if family != "text" {
            return Err(
                "Only rules on words take terms. In this section write exceptions alone: `! value -- reason`.",
            );
        }
        let prose = Prose::new(content);
        let letters = content.chars().filter(|c| c.is_alphabetic()).count();
        match prose.tokens().len() {
            0 => return Err("This term has no words."),
            1 if letters < FEWEST_LETTERS => {
                return Err("This term is too short: it would be found in nearly every post.");
            }
            count if count > MOST_WORDS => {
                return Err("This term has more than eight words. Write the part that matters.");
            }
            _ => {}
        }
        if self
            .additions
            .iter()
            .any(|known| known.screen == screen && folded(&known.term) == folded(content))
        {
            return Err("This term stands here twice.");
        }
        self.additions.push(Addition {
            screen,
            term: content.to_string(),
            file: file.to_string(),
            line,
        });
        Ok(())
    }

    /// Adds what another file has.
    pub fn join(&mut self, other: Self) {
        self.additions.extend(other.additions);
        self.exceptions.extend(other.exceptions);
    }

    /// Terms that would flag the school's own name, places or accounts, or a common word, each with
    /// the evidence.
    pub fn check(&self, school: &SchoolFile) -> Vec<Problem> {
        let own = own_texts(school);
        let mut problems = Vec::new();
        for addition in &self.additions {
            let mut phrases = Phrases::default();
            phrases.insert(&addition.term, Gap::Joined, ());
            let flags = |text: &str| {
                let mut found = false;
                phrases.find(&Prose::new(text), |_| found = true);
                found
            };
            let evidence = own
                .iter()
                .find(|(_, text)| flags(text))
                .map(|(what, text)| format!("it would flag {what}, \u{201c}{text}\u{201d}"))
                .or_else(|| {
                    let words = folded(&addition.term);
                    common()
                        .any(|word| word == words)
                        .then(|| format!("\u{201c}{words}\u{201d} is a word of everyday"))
                });
            if let Some(evidence) = evidence {
                problems.push(Problem {
                    kind: ProblemKind::Stop,
                    file: addition.file.clone(),
                    row: Some(addition.line),
                    column: None,
                    message: format!(
                        "This term cannot be used: {evidence}. Write the phrase that is meant."
                    ),
                });
            }
        }
        problems
    }
}

/// What the school calls itself, with what it is.
fn own_texts(school: &SchoolFile) -> Vec<(&'static str, &str)> {
    let mut own = vec![("the school's own name", school.name.as_str())];
    own.extend(school.address.iter().map(|address| ("the school's address", address.as_str())));
    own.extend(school.places.iter().map(|place| ("a place of the school", place.as_str())));
    own.extend(school.handles.iter().map(|handle| ("an allowed account", handle.as_str())));
    let handles = school.accounts.iter().filter_map(|account| account.handle.as_deref());
    own.extend(handles.map(|handle| ("the school's account", handle)));
    own
}

/// Words of everyday and of every school, one a line.
fn common() -> impl Iterator<Item = &'static str> {
    include_str!("../../../wordlists/en-GB/common.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .flat_map(str::split_whitespace)
}

/// True for such a word, in small letters.
pub(crate) fn is_common(word: &str) -> bool {
    static COMMON: LazyLock<HashSet<&str>> = LazyLock::new(|| common().collect());
    COMMON.contains(word)
}

/// The words of a term, folded, with one blank between two.
fn folded(term: &str) -> String {
    let prose = Prose::new(term);
    let words: Vec<String> =
        prose.tokens().iter().map(|token| prose.folded(token).to_string()).collect();
    words.join(" ")
}

/// The school's words, ready to be looked up.
#[derive(Default)]
pub(crate) struct Lookup {
    added: Phrases<usize>,
    excepted: Phrases<usize>,
    exceptions: Vec<Exception>,
    used: Vec<AtomicBool>,
}

impl Lookup {
    /// Makes them ready.
    pub(crate) fn of(words: SchoolWords) -> Self {
        let mut lookup = Self::default();
        for addition in &words.additions {
            lookup.added.insert(&addition.term, Gap::Joined, addition.screen);
        }
        for (number, exception) in words.exceptions.iter().enumerate() {
            lookup.excepted.insert(&exception.value, Gap::Joined, number);
        }
        lookup.used = words.exceptions.iter().map(|_| AtomicBool::new(false)).collect();
        lookup.exceptions = words.exceptions;
        lookup
    }

    /// Adds the terms of the school that stand in a text.
    pub(crate) fn add(&self, prose: &Prose, seen: &mut Vec<Seen>) {
        if self.added.is_empty() {
            return;
        }
        self.added.find(prose, |found| {
            let sighting = Sighting::new(
                found.span,
                Certainty::Certain,
                "A word that the school has listed itself.",
            );
            seen.push((*found.value, sighting));
        });
    }

    /// Takes out what the school excepts.
    pub(crate) fn except(&self, prose: &Prose, seen: &mut Vec<Seen>) {
        if self.exceptions.is_empty() || seen.is_empty() {
            return;
        }
        let mut places: Vec<(usize, Span)> = Vec::new();
        self.excepted.find(prose, |found| places.push((*found.value, found.span)));
        seen.retain(|(screen, sighting)| {
            let excuse = self.exceptions.iter().enumerate().find(|(number, exception)| {
                let is_text = exception.rule().is_some_and(|rule| rule.family() == "text");
                exception.screen == *screen
                    && if is_text {
                        places.iter().any(|(of, span)| {
                            of == number
                                && span.start <= sighting.span.start
                                && sighting.span.end <= span.end
                        })
                    } else {
                        squeezed(prose.slice(sighting.span)) == squeezed(&exception.value)
                    }
            });
            if let Some(used) = excuse.and_then(|(number, _)| self.used.get(number)) {
                used.store(true, Ordering::Relaxed);
            }
            excuse.is_none()
        });
    }

    /// The exceptions that have excused nothing so far.
    pub(crate) fn unused(&self) -> impl Iterator<Item = &Exception> {
        let all = self.exceptions.iter().zip(&self.used);
        all.filter(|(_, used)| !used.load(Ordering::Relaxed)).map(|(exception, _)| exception)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_problem_has_its_line() {
        let text = "nesh\n[text/slurs]\n[text/profanity]\nnesh\nNESH\nat\n! bloody\n! -- why\n[privacy/phone]\n07700 900123\n";
        let (words, problems) = SchoolWords::parse(text, "words/own.txt");
        let rows: Vec<usize> = problems.iter().filter_map(|problem| problem.row).collect();
        assert_eq!(rows, [1, 2, 5, 6, 7, 8, 10]);
        assert!(problems.iter().all(|problem| problem.file == "words/own.txt"));
        assert!(problems.iter().all(|problem| !problem.message.contains("07700")));
        assert_eq!(words.additions.len(), 1);
    }

    #[test]
    fn terms_that_would_flag_the_school_are_refused() {
        let school =
            SchoolFile { name: "Park Lane Primary School".into(), ..SchoolFile::default() };
        let (words, problems) = SchoolWords::parse(
            "[text/derogatory]\npark\nwednesday\nPark Lane louts # a gang\n",
            "w.txt",
        );
        assert!(problems.is_empty());
        let refused = words.check(&school);
        let rows: Vec<usize> = refused.iter().filter_map(|problem| problem.row).collect();
        assert_eq!(rows, [2, 3]);
        assert!(refused.iter().any(|problem| problem.message.contains("Park Lane Primary School")));
    }
}
