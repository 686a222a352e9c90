//! `names/name-with-image`: any part of a pupil's name beside a picture or film.

use gatepost_model::{Excerpt, Rule};

/// Every mention of a pupil in a draft on whose pictures pupils may be.
pub(crate) static RULE: Rule = Rule {
    id: "names/name-with-image",
    title: "A pupil's name beside a picture",
    finds: "Any part of a pupil's name in the words, alternative text, file name, caption or tags of a \
            draft with a picture or film. Where the draft says that nobody is pictured, the words of the \
            post do not count; what belongs to the picture always does.",
    why: "With a face beside it, a first name is enough to call a child by it at the school gate.",
    remedy: "Leave the name out, or post without the picture.",
    flagged: &["⟦Maya Patel⟧ with her cup.", "⟦Maya⟧ from 4W with her cup."],
    clean: &["Year 4 with their cup."],
    misses: &["Names within the picture itself: on a certificate, a peg or a jumper."],
    excerpt: Excerpt::Masked,
};
