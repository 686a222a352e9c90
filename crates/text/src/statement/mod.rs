//! Statements: patterns of grammar with thousands of wordings, tried word by word.
//!
//! In: an expression over [plain](crate::plain) text, with classes of words. Out: where it matches. An expression
//! of this size is slow for any machine that reads letters: it can stand at too many places at once.
//! So it is turned into steps from word to word ([`steps`]), which nearly every text leaves after a
//! word or two, and the expression itself is compiled and run only where those steps reach an end.
//!
//! Which words a text must hold for a statement to be tried at all, [`needs`] knows.

mod letters;
pub(crate) mod needs;
mod steps;
mod tree;

use std::ops::Range;
use std::sync::OnceLock;

use gatepost_model::Prose;
use regex::Regex;

use crate::plain;
use crate::sight::Sight;
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

    /// Where it stands in a text: in bytes of the plain text.
    pub(crate) fn find_iter<'s>(
        &'s self,
        sight: &'s Sight<'_>,
    ) -> impl Iterator<Item = Range<usize>> + 's {
        let may = self.may_stand_in(sight.prose);
        let found = may.then(|| self.expression().find_iter(sight.plain().text()));
        found.into_iter().flatten().map(|found| found.range())
    }

    /// False only where it stands nowhere in a text.
    pub(crate) fn may_stand_in(&self, prose: &Prose) -> bool {
        self.steps().may_stand_in(prose)
    }

    /// False only where the token of this number is no word of it that it needs.
    pub(crate) fn may_stand_at(&self, prose: &Prose, index: usize) -> bool {
        self.steps().may_stand_at(prose, index)
    }

    /// Its expression over plain text.
    pub(crate) fn expression(&self) -> &Regex {
        self.expression.get_or_init(|| plain::compile(&plain::expand(self.template, self.classes)))
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
            r"|no {BEAST}|{BEAST} (?:[^.¶ ]+ ){0,3}?bite|(?:how |so ){2}sad|ends$|ha(?:ha)+|full (?:stop)?",
        ),
        &[("BEAST", BEASTS)],
    );

    #[test]
    fn steps_lead_to_an_end_or_nowhere() {
        let steps = STATEMENT.steps();
        for text in [
            "all the very cats are really so bad",
            "x sea urchin is good for nothing",
            "guinea pigs are unloved",
            "the wolf , they bite",
            "no sheepdog",
            "how so sad",
            "ends of it",
            "hahaha",
            "full of it",
        ] {
            assert!(steps.may_stand_in(&Prose::new(text)), "{text}");
        }
        for text in ["cats are", "guinea cat bad", "how sad", "no sheeps", "un cats"] {
            assert!(!steps.may_stand_in(&Prose::new(text)), "{text}");
        }
    }

    proptest! {
        #[test]
        fn steps_allow_what_the_expression_allows(
            words in prop::collection::vec(
                prop_oneof![
                    8 => prop::sample::select("all the very cat cats wolf guinea pigs sea sheepdog is are not badly so bad good hahaha for to unfed no bite how sad ends".split(' ').collect::<Vec<_>>()),
                    1 => prop::sample::select(vec![". ", ",", "\"x\"", "ДА", "catsЖ", "é"]),
                ],
                0..12,
            )
        ) {
                        let prose = Prose::new(&words.join(" "));
            let plain = Plain::of(&prose);
            let found = STATEMENT.expression().is_match(plain.text());
            prop_assert!(!found || STATEMENT.may_stand_in(&prose), "{}", plain.text());
        }
    }
}
