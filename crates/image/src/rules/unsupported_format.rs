//! `image/unsupported-format`: a file of a format for which there is no walker.

use gatepost_model::{Excerpt, Rule};

use crate::examination::Examination;
use crate::findings::{Seen, Surroundings};
use crate::rules::refused;

/// A format that cannot be cleaned.
pub(crate) static RULE: Rule = Rule {
    id: "image/unsupported-format",
    title: "A format that cannot be cleaned",
    finds: "A file of a format that cannot be cleaned or is not known; a film in fragments or encrypted.",
    why: "What cannot be cleaned cannot be shown to give nothing away.",
    remedy: "Save the picture as JPEG or PNG, the film as a plain MP4, and add that instead.",
    flagged: &["A film saved by a streaming program in fragments.", "A PDF."],
    clean: &["A JPEG photo.", "An iPhone photo in HEIC format.", "A phone’s MP4 film."],
    misses: &[],
    excerpt: Excerpt::Masked,
};

pub(crate) fn look(examination: &Examination, _: &Surroundings<'_>) -> Option<Seen> {
    examination.obstacle.as_ref().filter(|obstacle| *obstacle.rule() == RULE).map(refused)
}
