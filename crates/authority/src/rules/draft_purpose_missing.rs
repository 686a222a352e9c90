//! A draft that does not say what it is for.
//!
//! In: the purpose that the manifest gives.

use gatepost_model::{Excerpt, Findings, Rule};

use crate::case::{Case, finding};
use crate::terms::Requirement;

/// `draft/purpose-missing`
pub(crate) static RULE: Rule = Rule {
    id: "draft/purpose-missing",
    title: "The purpose is not given",
    finds: "A draft without a `purpose`, where the policy lets an account serve certain purposes \
            alone.",
    why: "Asking what a post is for keeps an account to what the school set it up to do.",
    remedy: "Write `purpose = ...` into post.toml: reminder, good-news, achievement, information \
             or learning.",
    flagged: &["A draft without a post.toml."],
    clean: &["A draft with `purpose = \"reminder\"`."],
    misses: &[],
    excerpt: Excerpt::Plain,
};

/// Looks for a purpose.
pub(crate) fn look(case: &Case<'_>, findings: &mut Findings) {
    let given = case.reading.draft.purpose.as_deref().is_some_and(|words| !words.trim().is_empty());
    if case.terms.purpose == Requirement::Asked && !given {
        findings.push(finding(&RULE, "This draft does not say what it is for."));
    }
}
