//! `consent/objected`: an objection.

use gatepost_model::{Excerpt, Rule};

/// An objection.
pub(crate) static RULE: Rule = Rule {
    id: "consent/objected",
    title: "An objection",
    finds: "A pupil for whom an objection to being pictured is on record.",
    why: "An objection counts whatever the legal ground on which pictures are published.",
    remedy: "Leave the picture out, or blur the child.",
    flagged: &["An objection from last term, after years of consent."],
    clean: &["An objection that a later consent to the same channel amended."],
    misses: &[],
    excerpt: Excerpt::Masked,
};
