//! Regular expressions over a text as it was written.
//!
//! The edge of a word, `\b`, is that of ASCII: a pattern whose words are English finds the same, and
//! a letter beyond ASCII beside one hides nothing. Expressions that know Unicode's words cannot run on
//! the fast machines of `regex` where a text is not plain ASCII.

use regex::{Captures, Regex};

/// Compiles an expression of this crate.
pub(crate) fn compile(expression: &str) -> Regex {
    Regex::new(&expression.replace(r"\b", r"(?-u:\b)"))
        .expect("an expression of this crate, compiled by its tests")
}

/// Where an expression matches, with its groups. Where it does not, this allocates nothing.
pub(crate) fn captures<'t>(
    expression: &'t Regex,
    text: &'t str,
) -> impl Iterator<Item = Captures<'t>> {
    let matches = expression.is_match(text);
    matches.then(|| expression.captures_iter(text)).into_iter().flatten()
}
