//! `consent/withdrawn`: consent withdrawn.

use gatepost_model::{Excerpt, Rule};

/// Consent withdrawn.
pub(crate) static RULE: Rule = Rule {
    id: "consent/withdrawn",
    title: "Consent withdrawn",
    finds: "A pupil whose consent was withdrawn on or before the day of publication.",
    why: "Consent can be taken back at any time; from that day on the picture may not go out.",
    remedy: "Leave the picture out, or blur the child.",
    flagged: &["Withdrawn from today, and a post today."],
    clean: &["Withdrawn from tomorrow, and a post today."],
    misses: &[],
    excerpt: Excerpt::Masked,
};
