//! Statements: patterns of grammar with thousands of wordings, tried word by word.
//!
//! In: an expression over [plain](crate::plain) text, with classes of words. Out: where it stands. An
//! expression of this size is slow for any machine that reads letters: it can stand at too many places
//! at once. So it is turned into steps from word to word ([`steps`]). A first look at the tokens
//! ([`look`]) turns nearly every text away, and a walk through the plain text ([`walk`]) finds exactly
//! what the expression would match.
//!
//! Which words a text must hold for a statement to be tried at all, [`needs`] knows.

mod letters;
mod look;
pub(crate) mod needs;
mod steps;
mod tree;
mod walk;

use std::ops::Range;
use std::sync::OnceLock;

use gatepost_model::Prose;
use regex::Regex;

use crate::plain;
use crate::sight::Sight;
use letters::Told;
use look::Look;
use steps::Steps;

/// A class of words: its name in the expression, and expressions for its words.
pub(crate) type Class = (&'static str, &'static [&'static str]);

/// A pattern of grammar.
pub(crate) struct Statement {
    template: &'static str,
    classes: &'static [Class],
    steps: OnceLock<Steps>,
    look: OnceLock<Look>,
    expression: OnceLock<Regex>,
}

impl Statement {
    /// A pattern from the edge of a word to the edge of another. In `template`, a name in braces
    /// stands for any of the words of its class.
    pub(crate) const fn new(template: &'static str, classes: &'static [Class]) -> Self {
        Self {
            template,
            classes,
            steps: OnceLock::new(),
            look: OnceLock::new(),
            expression: OnceLock::new(),
        }
    }

    /// Where it stands in a text: in bytes of the plain text, in order.
    pub(crate) fn find_iter<'s>(
        &'s self,
        sight: &'s Sight<'_>,
    ) -> impl Iterator<Item = Range<usize>> + 's {
        let mut from = self.may_stand_in(sight.prose).then_some(0);
        std::iter::from_fn(move || {
            let found = self.find(sight.plain().text(), from?);
            from = found.as_ref().map(|found| found.end);
            found
        })
    }

    /// The first place at or behind a byte of a plain text, which must be at the edge of a word.
    pub(crate) fn find(&self, plain: &str, from: usize) -> Option<Range<usize>> {
        match self.steps().told {
            Told::Exactly => self.steps().find(plain, from),
            Told::Roughly => Some(self.expression().find_at(plain, from)?.range()),
        }
    }

    /// False only where it stands nowhere in a text.
    pub(crate) fn may_stand_in(&self, prose: &Prose) -> bool {
        self.look().may_stand_in(self.steps(), prose)
    }

    /// False only where it does not stand in the sentence of a token that is one of its words. Then
    /// `checked` becomes the tokens of that sentence, which are not looked at again at once.
    pub(crate) fn may_stand_at(
        &self,
        prose: &Prose,
        index: usize,
        checked: &mut Range<usize>,
    ) -> bool {
        let (look, steps) = (self.look(), self.steps());
        if checked.contains(&index) || !look.may_stand_at(steps, prose, index) {
            return false;
        }
        *checked = look.sentence(prose, index);
        look.may_stand_among(steps, prose, checked.clone())
    }

    /// Its expression over plain text: for the groups in it.
    pub(crate) fn expression(&self) -> &Regex {
        self.expression.get_or_init(|| plain::compile(&plain::expand(self.template, self.classes)))
    }

    fn look(&self) -> &Look {
        self.look.get_or_init(|| Look::of(self.steps()))
    }

    fn steps(&self) -> &Steps {
        self.steps.get_or_init(|| Steps::of(&plain::expand(self.template, self.classes)))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::plain::Plain;

    const BEASTS: &[&str] = &["cats?", "wol(?:f|ves)", "guinea pigs?", "sea \\w+", "sheep(?:dog)?"];

    static STATEMENT: Statement = Statement::new(
        concat!(
            r"(?:all |the |very )*{BEAST} (?:is|are) (?:not )?(?:\w+ly |so )*(?:bad|good(?: (?:for|to) \w+)?|un\w+ed)",
            r"|no {BEAST}|{BEAST} (?:[^.¶ ]+ ){0,3}?bite|(?:how |so ){2}sad|ends$|full (?:cats )?|year [0-9]+|[1-9][a-z]{1,2}",
        ),
        &[("BEAST", BEASTS)],
    );

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
            assert!(STATEMENT.may_stand_in(&Prose::new(text)), "{text}");
        }
        for text in ["cats are", "guinea cat bad", "how sad", "no sheeps", "un cats"] {
            assert!(!STATEMENT.may_stand_in(&Prose::new(text)), "{text}");
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
            while let Some(next) = STATEMENT.find(plain.text(), found.last().map_or(0, |last: &Range<usize>| last.end)) {
                found.push(next);
            }
            prop_assert!(found.is_empty() || STATEMENT.may_stand_in(&prose), "{}", plain.text());
            prop_assert_eq!(found, wanted, "{}", plain.text());
        }
    }
}
