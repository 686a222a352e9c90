//! `names/staff`: a member of staff, by full name or by title and surname.

use gatepost_model::{Excerpt, Rule};

/// A member of staff is named.
pub(crate) static RULE: Rule = Rule {
    id: "names/staff",
    title: "A member of staff",
    finds: "The full name of someone on the staff register, or a title with their surname. Most policies \
            allow it; it is said so that nobody takes the name for a pupil's.",
    why: "Staff in their role may be named by most schools, but not by all, and not with everything.",
    remedy: "Nothing, unless your policy keeps staff out of posts.",
    flagged: &["⟦Mrs King⟧ ran the cake stall.", "⟦Daniel Young⟧ is our head."],
    clean: &["The King visited Oakfield.", "Young at heart: our tea dance was a hit."],
    misses: &["A forename alone, and staff who are not on the register."],
    excerpt: Excerpt::Masked,
};
