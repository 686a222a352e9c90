//! `names/first-name`: a pupil's forename where something says whose it is.

use gatepost_model::{Excerpt, Rule};

/// A forename with context: a declared pupil or class, the class or year beside it, the full name elsewhere.
pub(crate) static RULE: Rule = Rule {
    id: "names/first-name",
    title: "A pupil's first name",
    finds: "A pupil's forename, legal or preferred, or a short form of it, where the draft says that the \
            pupil or the class is pictured, where the class or year stands in the same sentence, where the \
            full name stands elsewhere in the draft, after words of praise, or beside a word for someone of \
            the family. A forename without any of that is nobody's.",
    why: "A first name with a class, a uniform or a face is often enough for someone who is looking for \
          that child.",
    remedy: "Leave the name out, or check that your policy allows first names here.",
    flagged: &[
        "⟦Maya⟧ from 4W grew the tallest sunflower.",
        "Well done ⟦Jack⟧ and ⟦Maya⟧ in Year 4!",
        "Maya Patel sang first. Then ⟦Maya⟧ took a bow.",
        "Well done ⟦Zoë⟧!",
    ],
    clean: &[
        "Jack climbed the beanstalk in our pantomime.",
        "May half term begins on Friday for Year 3.",
        "Jack Grealish sent Year 4 a signed shirt.",
    ],
    misses: &[
        "A forename without context, such as \"Jack found a newt\" alone.",
        "A forename that is an everyday word at the start of a sentence.",
    ],
    excerpt: Excerpt::Masked,
};
