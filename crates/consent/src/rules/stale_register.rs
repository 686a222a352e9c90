//! `consent/stale-register`: a consent register that nobody has brought up to date.

use gatepost_model::{Excerpt, Rule};

/// A register that is older than the policy allows.
pub(crate) static RULE: Rule = Rule {
    id: "consent/stale-register",
    title: "The consent register is out of date",
    finds: "A draft with pictures, where the consent register is older than the policy allows: by the day \
            of its export as `school.toml` gives it, else by the latest day that stands in it.",
    why: "Withdrawals reach the school's system first. A register of last year does not know of them.",
    remedy: "Export the register again and put it in the school's folder; write the day under \
             `[consent]` as `exported` in school.toml.",
    flagged: &["A register of September, a photo in March, and a policy that allows 60 days."],
    clean: &["The same under a policy that says nothing of it.", "Words without a picture."],
    misses: &[
        "A register that was exported lately and that nobody keeps up in the school's system.",
    ],
    excerpt: Excerpt::Plain,
};
