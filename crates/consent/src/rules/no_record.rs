//! `consent/no-record`: no consent on record.

use gatepost_model::{Excerpt, Rule};

/// No consent on record.
pub(crate) static RULE: Rule = Rule {
    id: "consent/no-record",
    title: "No consent on record",
    finds: "A pupil who is or may be pictured, and for whom the register has no answer in force.",
    why: "No record means no consent: a school must be able to show that it asked.",
    remedy: "Ask the parents and enter their answer, leave the picture out, or blur the child.",
    flagged: &[
        "A declared pupil who has no row in the register.",
        "Consent that begins next week, and a post today.",
    ],
    clean: &["Consent granted for image on any channel, without dates."],
    misses: &[],
    excerpt: Excerpt::Masked,
};
