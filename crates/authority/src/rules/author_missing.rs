//! A draft without an author.
//!
//! In: the author that the manifest names.

use gatepost_model::{Excerpt, Findings, Rule};

use crate::case::{Author, Case, finding};

/// `author/missing`
pub(crate) static RULE: Rule = Rule {
    id: "author/missing",
    title: "Nobody is named as the author",
    finds: "A draft that does not say who wrote it.",
    why: "Everyone answers for what they publish, and a post that nobody wrote is one that \
          nobody answers for. It also protects colleagues from being taken for the author.",
    remedy: "Write `author = ...` into post.toml, with your staff id or your school e-mail \
             address.",
    flagged: &["A draft without a post.toml."],
    clean: &["A draft with `author = \"S014\"`."],
    misses: &[],
    excerpt: Excerpt::Plain,
};

/// Looks for an author.
pub(crate) fn look(case: &Case<'_>, findings: &mut Findings) {
    if matches!(case.author, Author::Unnamed) {
        findings.push(finding(&RULE, "This draft does not say who wrote it."));
    }
}
