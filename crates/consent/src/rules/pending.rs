//! `consent/pending`: consent asked for and not given.

use gatepost_model::{Excerpt, Rule};

/// Consent asked for and not given.
pub(crate) static RULE: Rule = Rule {
    id: "consent/pending",
    title: "Consent asked for and not given",
    finds: "A pupil whose parents were asked and have not answered.",
    why: "A question without an answer is no consent.",
    remedy: "Remind the parents and wait for the answer, leave the picture out, or blur the child.",
    flagged: &["A form sent out in September and not returned."],
    clean: &["A form returned with yes."],
    misses: &[],
    excerpt: Excerpt::Masked,
};
