//! `image/ai-generated`: a picture that says of itself that a program made it, by its IPTC digital source type, by its
//! content credentials, or by the words that a program was asked to paint.

use gatepost_model::{Excerpt, Rule};

use crate::examination::Examination;
use crate::exposure::Exposure;
use crate::findings::{At, Seen, Surroundings};

/// A picture made by a program.
pub(crate) static RULE: Rule = Rule {
    id: "image/ai-generated",
    title: "A picture made by a program",
    finds: "A mark in the picture’s hidden data that artificial intelligence made it, in whole or in part.",
    why: "Families take a school’s pictures to be real. Cleaning takes the mark out, so the post itself should say so.",
    remedy: "Use a photo instead, or say in the post that the picture was made by a program.",
    flagged: &["A picture whose hidden data say that a trained program made it."],
    clean: &["A photo whose hidden data say that a camera took it."],
    misses: &["Pictures whose mark was taken out before, or that never had one."],
    excerpt: Excerpt::Masked,
};

pub(crate) fn look(examination: &Examination, _: &Surroundings<'_>) -> Option<Seen> {
    let marked = |exposure: &Exposure| matches!(exposure, Exposure::AiGenerated(_));
    examination.exposures.iter().any(marked).then(|| {
        let message = "The file says that a program made this picture, in whole or in part.";
        Seen::new(At::Media, message)
    })
}
