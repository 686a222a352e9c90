//! `consent/expired`: consent that has ended.

use gatepost_model::{Excerpt, Rule};

/// Consent that has ended.
pub(crate) static RULE: Rule = Rule {
    id: "consent/expired",
    title: "Consent that has ended",
    finds: "A pupil whose consent ended before the day of publication, or who has left the school by \
            then.",
    why: "Consent is given for a time, most often a school year, and ends when a pupil leaves.",
    remedy: "Ask the parents to renew it, leave the picture out, or blur the child.",
    flagged: &[
        "Consent until 31 August, and a post in November.",
        "A leaver whose consent has no end.",
    ],
    clean: &["A post on the last day of the consent."],
    misses: &[],
    excerpt: Excerpt::Masked,
};
