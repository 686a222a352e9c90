//! The words without which a statement cannot be made.
//!
//! In: `needs.txt`, which a test writes. Out: the words of a statement: every wording has one of them.
//! A line there names the statement by a number that follows from its expression, so that a statement
//! that was changed has no line until the test has written it anew, and is tried on every text
//! meanwhile.

use super::Statement;

/// What is known of all statements.
const KNOWN: &str = include_str!("needs.txt");

impl Statement {
    /// The words of which it needs one, parted by blanks, if they are known.
    pub(crate) fn needs(&self) -> Option<&'static str> {
        let number = format!("{:016x} ", self.number());
        KNOWN.lines().find_map(|line| line.strip_prefix(number.as_str()))
    }

    /// A number that follows from its expression.
    fn number(&self) -> u64 {
        let classes = self.classes.iter();
        let words = classes.flat_map(|(name, words)| std::iter::once(name).chain(words.iter()));
        let texts = std::iter::once(&self.template).chain(words);
        texts.fold(0xcbf2_9ce4_8422_2325, |number, text| {
            let bytes = text.bytes().chain(std::iter::once(0));
            bytes.fold(number, |number, byte| {
                (number ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use gatepost_model::Prose;

    use super::*;
    use crate::rules::{RULES, SCREENS};
    use crate::screen::Look;
    use crate::statement::letters::Told;
    use crate::statement::steps::Cut;

    /// The most common words of English, the most common first.
    const COMMON: &str = "the and to of a in for is on we our you at your with i it this have be all are that \
        was so as from not will they us who year do what up can s out up their has school day if me my t he she \
        there one when by an or no just but more some get them about been had would how go like time make see \
        only new now am did her him his than then too very want week well could re ve ll d m people children \
        said over after back here way good many first take come made today know into off any much other down \
        where which work should must need may might let put look help thank thanks please great really best \
        still always never every everyone love big little long last next home class team play game great lots \
        show think two three four five old right left part place end keep give going went got being same own \
        most why before through again under once both few around don won can because were while off on \
        book books reading library museum trip visit church farm castle centre park pool hall coach bus train \
        assembly club clubs office staff teacher teachers parents families friends pupils boys girls lunch \
        science art music maths english history sports sport football netball garden learning learned learnt \
        photo photos picture page send asked ask know told tell say said find found money free food water \
        walk run ran share shared read write wrote work working worked life nature property attendance \
        parliament shop tired late wait out name names age ages number message email call please bring wear";

    fn statements() -> Vec<(&'static str, &'static Statement)> {
        let mut statements = Vec::new();
        for screen in SCREENS {
            for look in screen.looks {
                if let Look::Pattern { gate, .. } = look {
                    statements.extend(gate.statements.iter().map(|one| (screen.rule.id, one)));
                }
            }
        }
        statements
    }

    /// How often a word stands in innocent texts, by the clean examples and a list of common words.
    fn weights() -> BTreeMap<String, u64> {
        let mut weights = BTreeMap::new();
        let common: Vec<&str> = COMMON.split_whitespace().collect();
        for (rank, word) in common.iter().enumerate() {
            *weights.entry((*word).to_string()).or_default() +=
                20_000 + 2_000_000 / (rank as u64 + 4);
        }
        let mut add = |text: &str| {
            let prose = Prose::new(text);
            for token in prose.tokens() {
                *weights.entry(prose.folded(token).to_string()).or_default() += 10;
            }
        };
        for rule in RULES {
            rule.clean.iter().for_each(|text| add(text));
            for case in gatepost_cases::table::<gatepost_cases::Case>(&format!("{}.toml", rule.id))
            {
                if case.marked().spans.is_empty() {
                    add(&case.marked().text);
                }
            }
        }
        weights
    }

    fn line(statement: &Statement, weights: &BTreeMap<String, u64>) -> Option<String> {
        let weight = |word: &str| 1 + weights.get(word).copied().unwrap_or(0);
        let Cut(words) = statement.steps().cut(weight)?;
        let mut line = format!("{:016x}", statement.number());
        line.extend(words.iter().flat_map(|word| [" ", word]));
        Some(line)
    }

    #[test]
    fn every_word_is_told_exactly() {
        // Else the expression itself would be run over whole texts.
        for (rule, statement) in statements() {
            assert_eq!(statement.steps().told, Told::Exactly, "{rule}");
        }
    }

    #[test]
    fn every_wording_has_a_word_of_its_list() {
        let statements = statements();
        assert!(!statements.is_empty());
        let words =
            |list: &str| list.split_whitespace().map(str::to_string).collect::<BTreeSet<_>>();
        // A wording without any of the words that it should need.
        let lacking = |statement: &Statement| match statement.needs() {
            Some(needs) => statement.steps().without(&words(needs)),
            None => Some(String::new()),
        };
        let lacking: Vec<(&str, String)> = statements
            .iter()
            .filter_map(|(rule, statement)| Some((*rule, lacking(statement)?)))
            .collect();
        if std::env::var_os("WRITE_NEEDS").is_some() {
            let weights = weights();
            let lines: BTreeSet<String> =
                statements.iter().filter_map(|(_, statement)| line(statement, &weights)).collect();
            let text: String = lines.iter().flat_map(|line| [line.as_str(), "\n"]).collect();
            let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/statement/needs.txt");
            std::fs::write(path, text).expect("the folder of this file can be written to");
        } else {
            assert!(
                lacking.is_empty(),
                "{lacking:?} may be made without the words of needs.txt. Run WRITE_NEEDS=1 cargo test -p gatepost-text needs, then again without. What stays is made of words like stem\\w+ alone: spell them out."
            );
        }
    }
}
