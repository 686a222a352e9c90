//! `names/part-name`: a part of a pupil's name beyond the forename.

use gatepost_model::{Excerpt, Rule};

/// A part of a name beyond the forename.
pub(crate) static RULE: Rule = Rule {
    id: "names/part-name",
    title: "Part of a pupil's name",
    finds: "A pupil's forename with the first letter of the surname, an initial with the surname, half \
            of a double name, or a rare surname where the class, the full name or praise says whose it \
            is.",
    why: "To those who know the class, Jack S. is Jack Smith; to a stranger it is one search away.",
    remedy: "Leave the letter and the surname out.",
    flagged: &[
        "Well done ⟦Jack S.⟧ on your badge.",
        "⟦M. Patel⟧ scored twice.",
        "⟦Hartley⟧ of 6B took the lead.",
    ],
    clean: &["Mr J. Smith will collect the coats.", "Plan A and plan B are ready."],
    misses: &["A common surname alone."],
    excerpt: Excerpt::Masked,
};
