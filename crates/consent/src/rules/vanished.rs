//! `consent/vanished`: an answer that the register has lost.

use gatepost_model::{Excerpt, Rule};

/// An answer that the register has lost.
pub(crate) static RULE: Rule = Rule {
    id: "consent/vanished",
    title: "An answer that the register has lost",
    finds: "A pupil on roll who had an answer in an earlier version of the consent register and has no \
            row in the present one.",
    why: "A row that is gone is neither a yes nor a withdrawal. Deleting a question in the school's \
          system, or an export of half the classes, loses answers of many children at once.",
    remedy: "Look the answer up in the school's system, or ask the family, and export the register \
             again. Until then leave the picture out.",
    flagged: &["A pupil with consent last week, and no row in this week's export."],
    clean: &["A pupil who never had a row: that is `consent/no-record`."],
    misses: &["An answer that was lost before gatepost first read the register."],
    excerpt: Excerpt::Masked,
};
