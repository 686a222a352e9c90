//! `names/full-name-with-image`: a pupil's full name beside a picture or film.

use gatepost_model::{Excerpt, Rule};

/// Every `names/full-name` of a draft on whose pictures pupils may be.
pub(crate) static RULE: Rule = Rule {
    id: "names/full-name-with-image",
    title: "A pupil's full name beside a picture",
    finds: "A pupil's full name in the words, alternative text, file name, caption or tags of a draft with \
            a picture or film. Where the draft says that nobody is pictured, the words of the post do not \
            count; what belongs to the picture always does.",
    why: "A face with a full name identifies a child to anyone. Guidance for schools is plain: name or \
          picture, never both.",
    remedy: "Leave the name out, or post without the picture.",
    flagged: &["Our champion ⟦Maya Patel⟧ with her cup."],
    clean: &["Our champion with her cup."],
    misses: &["Names within the picture itself: on a certificate, a peg or a jumper."],
    excerpt: Excerpt::Masked,
};
