//! `image/missing-alt-text`: a picture for which the draft gives no alternative text.

use gatepost_model::{Excerpt, MediaKind, Rule};

use crate::examination::Examination;
use crate::findings::{AltText, At, Seen, Surroundings};

/// No description for people who cannot see it.
pub(crate) static RULE: Rule = Rule {
    id: "image/missing-alt-text",
    title: "No description for people who cannot see it",
    finds: "A picture without a description in words.",
    why: "People who use a screen reader hear the description instead of the picture.",
    remedy: "Add a sentence under `alt` that says what can be seen, without naming pupils.",
    flagged: &["A photo without an entry under `alt`."],
    clean: &["A photo described as \"Children planting bulbs\"."],
    misses: &["Films."],
    excerpt: Excerpt::Masked,
};

pub(crate) fn look(examination: &Examination, surroundings: &Surroundings<'_>) -> Option<Seen> {
    let picture = examination.kind == MediaKind::Image;
    (picture && surroundings.alt == AltText::Missing).then(|| {
        Seen::new(At::Alt, "This picture has no description for people who cannot see it.")
    })
}
