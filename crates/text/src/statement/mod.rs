//! Statements: patterns of grammar with thousands of wordings, tried word by word.
//!
//! In: an expression over [plain](crate::plain) text, with classes of words. Out: where it stands. An
//! expression of this size is slow for any machine that reads letters: it can stand at too many places
//! at once. So it is turned into steps from word to word ([`steps`]). The steps of all statements
//! together are one automaton ([`nfa`]), which is run over the tokens of each text ([`lazy`]) and turns
//! nearly every one away; a walk through the plain text ([`walk`]) then finds exactly what the
//! expression would match.

pub(crate) mod lazy;
mod letters;
pub(crate) mod nfa;
pub(crate) mod parts;
mod steps;
mod tree;
mod walk;

use std::ops::Range;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use regex::Regex;

use crate::plain;
use crate::sight::Sight;
use letters::Told;
use steps::Steps;

/// A class of words: its name in the expression, and expressions for its words.
pub(crate) type Class = (&'static str, &'static [&'static str]);

/// A pattern of grammar.
pub(crate) struct Statement {
    template: &'static str,
    classes: &'static [Class],
    steps: OnceLock<Steps>,
    expression: OnceLock<Regex>,
}

impl Statement {
    /// A pattern from the edge of a word to the edge of another. In `template`, a name in braces
    /// stands for any of the words of its class.
    pub(crate) const fn new(template: &'static str, classes: &'static [Class]) -> Self {
        Self { template, classes, steps: OnceLock::new(), expression: OnceLock::new() }
    }

    /// Where it stands in a text: in bytes of the plain text, in order.
    pub(crate) fn find_iter<'s>(
        &'s self,
        sight: &'s Sight<'_>,
    ) -> impl Iterator<Item = Range<usize>> + 's {
        let mut reach = sight.reach_of(self);
        std::iter::from_fn(move || {
            let found = self.find(sight.plain().text(), reach.clone());
            reach.start = found.as_ref().map_or(reach.end, |found| found.end);
            found
        })
    }

    /// The first place that begins within some bytes of a plain text, of which the first must be at the
    /// edge of a word.
    pub(crate) fn find(&self, plain: &str, reach: Range<usize>) -> Option<Range<usize>> {
        if reach.is_empty() {
            return None;
        }
        match self.steps().told {
            Told::Exactly => self.steps().find(plain, reach),
            Told::Roughly => {
                let found = self.expression().find_at(plain, reach.start)?.range();
                (found.start < reach.end).then_some(found)
            }
        }
    }

    /// The words that it is made of, in no order: those of which every letter is known.
    pub(crate) fn words(&self) -> impl Iterator<Item = &str> {
        self.steps().words.keys().map(String::as_str)
    }

    /// Its expression over plain text: for the groups in it.
    pub(crate) fn expression(&self) -> &Regex {
        self.expression.get_or_init(|| plain::compile(&plain::expand(self.template, self.classes)))
    }

    /// About how long its expression is.
    fn length(&self) -> usize {
        let length = |(name, words): &Class| {
            let each: usize = words.iter().map(|word| word.len() + 1).sum();
            self.template.matches(&format!("{{{name}}}")).count() * each
        };
        self.template.len() + self.classes.iter().map(length).sum::<usize>()
    }

    fn steps(&self) -> &Steps {
        self.steps.get_or_init(|| Steps::of(&plain::expand(self.template, self.classes)))
    }
}

/// Works out the steps of statements, on as many threads as help: the longest first.
pub(crate) fn prepare(statements: impl Iterator<Item = &'static Statement>) {
    let mut statements: Vec<_> = statements.collect();
    statements.sort_by_key(|statement| std::cmp::Reverse(statement.length()));
    let next = AtomicUsize::new(0);
    let work = || {
        while let Some(statement) = statements.get(next.fetch_add(1, Ordering::Relaxed)) {
            statement.steps();
        }
    };
    let threads = std::thread::available_parallelism().map_or(1, usize::from).min(4);
    std::thread::scope(|scope| {
        for _ in 1..threads {
            scope.spawn(work);
        }
        work();
    });
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use gatepost_model::Prose;

    use super::lazy::Lazy;
    use super::nfa::Nfa;
    use super::*;
    use crate::plain::Plain;
    use crate::rules::SCREENS;
    use crate::screen::Look;

    const BEASTS: &[&str] = &["cats?", "wol(?:f|ves)", "guinea pigs?", "sea \\w+", "sheep(?:dog)?"];

    static STATEMENT: Statement = Statement::new(
        concat!(
            r"(?:all |the |very )*{BEAST} (?:is|are) (?:not )?(?:\w+ly |so )*(?:bad|good(?: (?:for|to) \w+)?|un\w+ed)",
            r"|no {BEAST}|{BEAST} (?:[^.¶ ]+ ){0,3}?bite|(?:how |so ){2}sad|ends$|full (?:cats )?|year [0-9]+|[1-9][a-z]{1,2}",
        ),
        &[("BEAST", BEASTS)],
    );

    fn may_stand_in(text: &str) -> bool {
        let nfa = Nfa::of([(3, &STATEMENT)].into_iter());
        let (open, _) = Lazy::default().read(&nfa, &Prose::new(text));
        assert!(open.iter().all(|look| look == 3));
        !open.is_empty()
    }

    #[test]
    fn every_word_is_told_exactly() {
        // Else the expression itself would be run over whole texts.
        for screen in SCREENS {
            for look in screen.looks {
                if let Look::Pattern { gate, .. } = look {
                    let told = gate.statements.iter().all(|one| one.steps().told == Told::Exactly);
                    assert!(told, "{}", screen.rule.id);
                }
            }
        }
    }

    #[test]
    fn steps_lead_to_an_end_or_nowhere() {
        for text in [
            "all the very cats are really so bad",
            "x sea urchin is good for nothing",
            "guinea pigs are unloved",
            "the wolf , they bite",
            "no sheepdog",
            "how so sad",
            "full of it",
        ] {
            assert!(may_stand_in(text), "{text}");
        }
        for text in ["cats are", "guinea cat bad", "how sad", "no sheeps", "un cats"] {
            assert!(!may_stand_in(text), "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_walk_finds_what_the_expression_matches(
            words in prop::collection::vec(
                prop_oneof![
                    8 => prop::sample::select("all the very cat cats wolf guinea pigs sea sheepdog is are not badly ly so bad good hahaha for to unfed no bite how sad ends hahah full 4b 44 year".split(' ').collect::<Vec<_>>()),
                    1 => prop::sample::select(vec![". ", ",", "\"x\"", "ДА", "catsЖ", "é", "!"]),
                ],
                0..12,
            )
        ) {
            let prose = Prose::new(&words.join(" "));
            let plain = Plain::of(&prose);
            let wanted: Vec<_> =
                STATEMENT.expression().find_iter(plain.text()).map(|found| found.range()).collect();
            let mut found = Vec::new();
            while let Some(next) = STATEMENT.find(plain.text(), found.last().map_or(0, |last: &Range<usize>| last.end)..plain.text().len()) {
                found.push(next);
            }
            prop_assert!(found.is_empty() || may_stand_in(prose.text()), "{}", plain.text());
            prop_assert_eq!(found, wanted, "{}", plain.text());
        }
    }
}
