//! `names/individual-label`: one pupil alone is named beside a picture.

use gatepost_model::{Excerpt, Rule};

/// A draft with media in which exactly one pupil is named.
pub(crate) static RULE: Rule = Rule {
    id: "names/individual-label",
    title: "A single pupil named beside a picture",
    finds: "A draft with a picture or film in which exactly one pupil is named, in full or in part. A \
            forename in the words of a post whose pictures show several pupils is none.",
    why: "A picture with one name under it says who the child is. General labels, such as the class or \
          the event, do not.",
    remedy: "Use a general label: \"making jam tarts\", \"4W on sports day\".",
    flagged: &["⟦Maya⟧ from 4W with the cup she won."],
    clean: &["Making jam tarts in 4W.", "Jack from 4W and Maya from 4W with their cups."],
    misses: &["One pupil pictured alone whom no word names."],
    excerpt: Excerpt::Masked,
};
