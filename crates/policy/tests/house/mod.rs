//! A catalogue made of rule ids alone: this crate cannot see the detectors, and needs of their rules
//! no more than the ids. They are those of the generated page of the rules.

use std::sync::LazyLock;

use gatepost_model::{Excerpt, Rule};

/// Every rule that the house has, by id alone.
pub(crate) static CATALOGUE: LazyLock<Vec<&'static Rule>> = LazyLock::new(|| {
    let page = include_str!("../../../RULES.md");
    let headings = page.lines().filter_map(|line| line.strip_prefix("### `"));
    headings.filter_map(|line| line.split_once('`')).map(|(id, _)| named(id)).collect()
});

/// A rule of this id that says nothing.
pub(crate) fn named(id: &'static str) -> &'static Rule {
    Box::leak(Box::new(Rule {
        id,
        title: "A rule",
        finds: "Something.",
        why: "For the test.",
        remedy: "Mend it.",
        flagged: &[],
        clean: &[],
        misses: &[],
        excerpt: Excerpt::Masked,
    }))
}

/// The rule with this id.
#[allow(dead_code, reason = "each test program uses a part of this module")]
pub(crate) fn rule(id: &str) -> &'static Rule {
    CATALOGUE
        .iter()
        .copied()
        .find(|rule| rule.id == id)
        .unwrap_or_else(|| panic!("no rule is called {id}"))
}
