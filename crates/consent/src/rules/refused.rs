//! `consent/refused`: consent refused.

use gatepost_model::{Excerpt, Rule};

/// Consent refused.
pub(crate) static RULE: Rule = Rule {
    id: "consent/refused",
    title: "Consent refused",
    finds: "A pupil for whom the answer is no.",
    why: "A family that said no must be able to rely on it. Where two answers of one day differ, no is \
          the answer.",
    remedy: "Leave the picture out, or blur the child.",
    flagged: &[
        "Refused for social media, and a post on X.",
        "Granted by one parent and refused by the other on one day.",
    ],
    clean: &["Refused for press, and a post on X with consent."],
    misses: &[],
    excerpt: Excerpt::Masked,
};
