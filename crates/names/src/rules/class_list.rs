//! `names/class-list`: five pupils or more in a row.

use gatepost_model::{Excerpt, Rule};

/// Five pupils or more in a row.
pub(crate) static RULE: Rule = Rule {
    id: "names/class-list",
    title: "A list of pupils",
    finds: "Five pupils or more named one after the other, with nothing between but commas, numbers, \
            classes and line breaks.",
    why: "A list tells who belongs together: a class, a team, a cast. It shows a stranger a whole \
            group at once, and those who are missing from it too.",
    remedy: "Name the group instead: \"our Year 4 gardeners\".",
    flagged: &["Cast: ⟦Maya Patel, Jack Smith, Zoë Hartley, Grace Bennett, Amelia Hughes⟧."],
    clean: &["Cast: Maya Patel, Jack Smith and Zoë Hartley."],
    misses: &["Lists with a sentence on each pupil."],
    excerpt: Excerpt::Masked,
};
