//! `consent/unknown-pupil`: somebody on no roster.

use gatepost_model::{Excerpt, Rule};

/// Somebody on no roster.
pub(crate) static RULE: Rule = Rule {
    id: "consent/unknown-pupil",
    title: "Somebody on no roster",
    finds: "An entry of `pupils` or `groups` in a draft that fits no pupil, class or year of the \
            rosters.",
    why: "Consent cannot be looked up for somebody whom the registers do not know, and a slip in a \
          name can hide the wrong child.",
    remedy: "Write the UPN or the full name as the roster has it, or leave the picture out.",
    flagged: &[
        "`pupils = [\"Maya\"]`: a forename alone is nobody's.",
        "`groups = [\"4X\"]` in a school without 4X.",
    ],
    clean: &["A UPN of the roster.", "A full name in any case and order."],
    misses: &[],
    excerpt: Excerpt::Masked,
};
