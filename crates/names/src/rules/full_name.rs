//! `names/full-name`: forename and surname of a pupil.

use gatepost_model::{Excerpt, Rule};

/// A pupil's full name, in any spelling that folds to the register's.
pub(crate) static RULE: Rule = Rule {
    id: "names/full-name",
    title: "A pupil's full name",
    finds: "The forename and surname of a pupil on the rosters, legal or preferred, in either order, with \
            or without middle names, accents, hyphens and capitals; by a short form or another spelling of \
            the forename; with one slip; run together in a tag or a file's name; or the only name that a \
            pupil has.",
    why: "A full name lets a stranger look a child up, find the family, and pretend to know them. It \
          stays findable for years after the post is forgotten.",
    remedy: "Leave the surname out, or the name altogether: \"one of our Year 4 gardeners\".",
    flagged: &[
        "Well done ⟦Maya Patel⟧ on your swimming badge.",
        "Team sheet: ⟦SMITH, Jack⟧",
        "⟦Jack Smith⟧'s volcano erupted.",
        "So proud of ⟦sean oneill⟧!",
        "⟦Kathy Ashworth⟧ and ⟦Zoë Hartely⟧ read aloud.",
        "#WellDone⟦MayaPatel⟧",
    ],
    clean: &[
        "Mrs Patel led the assembly.",
        "Our Year 4 gardeners planted bulbs.",
        "Thank you to Mr Smith, Jack and Maya came home happy.",
    ],
    misses: &[
        "Nicknames that are no form of the forename: \"Champ\", \"Smudge\".",
        "Two slips in one name, and a slip in a name of two or three letters.",
    ],
    excerpt: Excerpt::Masked,
};
