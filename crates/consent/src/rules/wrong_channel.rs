//! `consent/wrong-channel`: consent for another channel only.

use gatepost_model::{Excerpt, Rule};

/// Consent for another channel only.
pub(crate) static RULE: Rule = Rule {
    id: "consent/wrong-channel",
    title: "Consent for another channel only",
    finds: "A pupil whose register rows for this medium are all for other channels than the account's.",
    why: "A family may be happy with the school's website and not with social media.",
    remedy: "Ask the parents about this channel, publish where there is consent, leave the picture \
             out, or blur the child.",
    flagged: &["Consent for the website, and a post on X."],
    clean: &["Consent for social, and a post on X.", "Consent for any."],
    misses: &[],
    excerpt: Excerpt::Masked,
};
