//! Which finding people are told of first.
//!
//! This is about order on a page alone: whether a finding holds a draft, the policy says.

use std::cmp::Reverse;

use gatepost_model::{Certainty, Ruling, Severity};

/// Beginnings of rule ids, the gravest first: what kept the draft from being checked at all, then what
/// touches a child, then what touches anybody, then what is about papers.
const ORDER: &[&str] = &[
    "draft/unchecked",
    "draft/unreadable",
    "draft/malformed",
    "draft/incomplete",
    "draft/too-large",
    "consent/do-not-publish",
    "consent/objected",
    "consent/withdrawn",
    "consent/refused",
    "names/full-name-with-image",
    "names/individual-label",
    "names/name-with-image",
    "names/",
    "consent/",
    "privacy/",
    "text/slur",
    "text/",
    "image/person-tag",
    "image/location",
    "image/",
    "account/",
    "author/",
    "attest/",
    "schedule/",
    "draft/",
    "policy/",
];

/// Sorts findings, the gravest first.
pub(crate) fn gravity(ruling: &Ruling) -> (Reverse<Severity>, usize, Reverse<Certainty>) {
    let rank = ORDER.iter().position(|beginning| ruling.rule.starts_with(beginning));
    (Reverse(ruling.severity), rank.unwrap_or(ORDER.len()), Reverse(ruling.certainty))
}
