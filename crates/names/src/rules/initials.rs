//! `names/initials`: a pupil's initials beside the class.

use gatepost_model::{Excerpt, Rule};

/// Two initials beside a class.
pub(crate) static RULE: Rule = Rule {
    id: "names/initials",
    title: "A pupil's initials",
    finds: "The first letters of a pupil's forename and surname, with their full stops, where the class \
            or year of the pupil stands in the same sentence.",
    why: "With the class beside them, two letters are enough for everyone at the school gate.",
    remedy: "Leave the initials out: \"one of our Year 4 gardeners\".",
    flagged: &["Top reader in 4W: ⟦J.S.⟧"],
    clean: &["Top reader: J.S.", "P.E. kit for 4W on Monday, please."],
    misses: &["Initials without full stops."],
    excerpt: Excerpt::Masked,
};
