//! The rivals, and gatepost beside them, each as something that screens one text.
//!
//! A rival is built as its users build it: automata over the terms with a look at the letters on both
//! sides, a set of patterns for personal data with each pattern that matches run again for its places.
//! Before any of them is timed its answers are held against a slow oracle ([`prove`]).

use std::collections::HashSet;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use anyhow::{Result, ensure};
use gatepost::{ScreenReader, Screener};
use gatepost_model::{Field, Findings, Prose};
use gatepost_text::TextDetector;
use regex::bytes::{Regex, RegexBuilder, RegexSet, RegexSetBuilder};
use rustrict::{Censor, Type};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfkc_quick};

pub mod names;
pub mod patterns;

/// Something that screens texts, one after another.
pub trait Variant {
    /// How many things it finds in a text.
    fn screen(&mut self, text: &str) -> usize;
}

/// An automaton over terms, and patterns.
#[derive(Debug)]
pub struct Automaton {
    terms: AhoCorasick,
    set: RegexSet,
    each: Vec<Regex>,
    folding: Folding,
}

/// Whether a text is brought into a normal form first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Folding {
    /// It is not.
    None,
    /// NFKC, where the text is not in it already.
    Nfkc,
}

impl Automaton {
    /// One over these terms, without regard to ASCII case.
    ///
    /// # Errors
    ///
    /// If an automaton would be too large.
    pub fn new(terms: &[String], kind: AhoCorasickKind, folding: Folding) -> Result<Self> {
        let terms = AhoCorasick::builder()
            .kind(Some(kind))
            .match_kind(MatchKind::Standard)
            .ascii_case_insensitive(true)
            .build(terms)?;
        let set = RegexSetBuilder::new(patterns::PATTERNS).unicode(false).build()?;
        let each = patterns::PATTERNS
            .iter()
            .map(|pattern| RegexBuilder::new(pattern).unicode(false).build())
            .collect::<Result<_, _>>()?;
        Ok(Self { terms, set, each, folding })
    }

    /// How many terms stand in a text as whole words.
    pub fn terms(&self, text: &str) -> usize {
        let whole = |start: usize, end: usize| {
            let bytes = text.as_bytes();
            let word = |at: Option<usize>| {
                at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_alphanumeric)
            };
            !word(start.checked_sub(1)) && !word(Some(end))
        };
        self.terms
            .find_overlapping_iter(text)
            .filter(|found| whole(found.start(), found.end()))
            .count()
    }

    /// How many stretches of a text its patterns match.
    pub fn data(&self, text: &str) -> usize {
        let matched = self.set.matches(text.as_bytes());
        matched
            .iter()
            .filter_map(|number| self.each.get(number))
            .map(|pattern| pattern.find_iter(text.as_bytes()).count())
            .sum()
    }
}

impl Variant for Automaton {
    fn screen(&mut self, text: &str) -> usize {
        if self.folding == Folding::Nfkc && is_nfkc_quick(text.chars()) != IsNormalized::Yes {
            let folded: String = text.nfkc().collect();
            return self.terms(&folded) + self.data(&folded);
        }
        self.terms(text) + self.data(text)
    }
}

/// `rustrict` by its own word list, as its documentation uses it.
#[derive(Debug, Clone, Copy)]
pub struct Rustrict;

impl Variant for Rustrict {
    fn screen(&mut self, text: &str) -> usize {
        usize::from(Censor::from_str(text).analyze().is(Type::INAPPROPRIATE))
    }
}

/// A scan for one byte: what reading the text costs, and nothing else.
#[derive(Debug, Clone, Copy)]
pub struct Scan;

impl Variant for Scan {
    fn screen(&mut self, text: &str) -> usize {
        usize::from(memchr::memchr3(0, 1, 2, text.as_bytes()).is_some())
    }
}

/// Gatepost's words and personal data: texts to findings with places.
pub struct Words<'d> {
    detector: &'d TextDetector,
    prose: Prose,
}

impl<'d> Words<'d> {
    /// With buffers of its own.
    pub fn new(detector: &'d TextDetector) -> Self {
        Self { detector, prose: Prose::default() }
    }
}

impl Variant for Words<'_> {
    fn screen(&mut self, text: &str) -> usize {
        self.prose.read(text);
        let mut findings = Findings::default();
        self.detector.screen(Field::Text, &self.prose, &mut findings);
        findings.len()
    }
}

/// Gatepost as `gatepost screen` uses it: words, personal data, names, and the pack's judgement.
pub struct Whole<'s> {
    reader: ScreenReader<'s>,
}

impl<'s> Whole<'s> {
    /// With buffers of its own.
    pub fn new(screener: &'s Screener<'_>) -> Self {
        Self { reader: screener.reader() }
    }
}

impl Variant for Whole<'_> {
    fn screen(&mut self, text: &str) -> usize {
        self.reader.screen(text).findings.len()
    }
}

/// Holds an automaton's answers against slow oracles: for terms, every word and every two words looked
/// up in a set; for patterns, each of them alone.
///
/// # Errors
///
/// If any answer differs on any text.
pub fn prove(automaton: &Automaton, terms: &[String], texts: &[String]) -> Result<()> {
    let known: HashSet<&str> = terms.iter().map(String::as_str).collect();
    let mut found = 0;
    for text in texts {
        let lower = text.to_ascii_lowercase();
        let wanted = by_words(&lower, &known);
        ensure!(automaton.terms(text) == wanted, "an automaton and the oracle differ on terms");
        found += wanted;
        let alone: usize =
            automaton.each.iter().map(|pattern| pattern.find_iter(text.as_bytes()).count()).sum();
        ensure!(automaton.data(text) == alone, "a set of patterns and its patterns differ");
    }
    ensure!(found > 0, "no text holds a term: nothing was proved");
    Ok(())
}

/// How many terms of one or two words stand in a text in lower case.
fn by_words(text: &str, terms: &HashSet<&str>) -> usize {
    let base = text.as_ptr() as usize;
    let words: Vec<(usize, usize)> = text
        .split(|letter: char| !letter.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| {
            let start = word.as_ptr() as usize - base;
            (start, start + word.len())
        })
        .collect();
    let has = |start: usize, end: usize| {
        usize::from(text.get(start..end).is_some_and(|term| terms.contains(term)))
    };
    let single: usize = words.iter().map(|&(start, end)| has(start, end)).sum();
    let double: usize = words
        .windows(2)
        .map(|pair| match *pair {
            [(start, _), (_, end)] => has(start, end),
            _ => 0,
        })
        .sum();
    single + double
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Corpus;
    use crate::terms::terms;

    #[test]
    fn rivals_answer_as_the_oracles_do() {
        let terms = terms(1, 500);
        let texts: Vec<String> = Corpus::new(5)
            .take(400)
            .zip(&terms)
            .map(|(post, term)| format!("{} {}, x{term}", post.text, term.to_uppercase()))
            .collect();
        for kind in [AhoCorasickKind::DFA, AhoCorasickKind::ContiguousNFA] {
            prove(&Automaton::new(&terms, kind, Folding::None).unwrap(), &terms, &texts).unwrap();
        }
        let other = Automaton::new(&terms[1..], AhoCorasickKind::DFA, Folding::None).unwrap();
        assert!(prove(&other, &terms, &texts).is_err(), "the oracle sees what is missing");
    }

    #[test]
    fn normal_forms_are_undone_where_asked() {
        let terms = ["marrow".to_owned()];
        let wide = "A \u{ff4d}arrow";
        for (folding, found) in [(Folding::None, 0), (Folding::Nfkc, 1)] {
            let mut rival = Automaton::new(&terms, AhoCorasickKind::DFA, folding).unwrap();
            assert_eq!(rival.screen(wide), found);
        }
    }

    #[test]
    fn every_pattern_finds_its_kind() {
        let automaton =
            Automaton::new(&["x".to_owned()], AhoCorasickKind::DFA, Folding::None).unwrap();
        for text in patterns::EXAMPLES {
            assert!(automaton.data(text) > 0, "{text}");
        }
        assert_eq!(automaton.data("Sports day is on Friday at two, all welcome"), 0);
    }
}
