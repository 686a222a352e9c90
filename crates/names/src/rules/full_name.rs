//! `names/full-name`: forename and surname of a pupil.

use gatepost_model::{Excerpt, Rule};

/// A pupil's full name, in any spelling that folds to the register's.
pub(crate) static RULE: Rule = Rule {
    id: "names/full-name",
    title: "A pupil's full name",
    finds: "The forename and surname of a pupil on the rosters, legal or preferred, in either order, with \
            or without middle names, accents, hyphens and capitals; or the only name that a pupil has.",
    why: "A full name lets a stranger look a child up, find the family, and pretend to know them. It \
          stays findable for years after the post is forgotten.",
    remedy: "Leave the surname out, or the name altogether: \"one of our Year 4 gardeners\".",
    flagged: &[
        "Well done ⟦Maya Patel⟧ on your swimming badge.",
        "Team sheet: ⟦SMITH, Jack⟧",
        "⟦Jack Smith⟧'s volcano erupted.",
        "So proud of ⟦sean oneill⟧!",
    ],
    clean: &[
        "Mrs Patel led the assembly.",
        "Our Year 4 gardeners planted bulbs.",
        "Thank you to Mr Smith, Jack and Maya came home happy.",
    ],
    misses: &[
        "Nicknames that the register does not hold as preferred names, initials, and slips of the keyboard.",
        "Half of a double surname.",
    ],
    excerpt: Excerpt::Masked,
};
