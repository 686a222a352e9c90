//! `image/too-large`: a file or picture past the limits of size, pixels, or words in its metadata.

use gatepost_model::{Excerpt, Rule};

use crate::examination::Examination;
use crate::findings::{Seen, Surroundings};
use crate::rules::refused;

/// A picture past the limits.
pub(crate) static RULE: Rule = Rule {
    id: "image/too-large",
    title: "A picture past the limits",
    finds: "A picture that has more bytes, pixels or hidden words than the limits allow.",
    why: "A small file can claim a huge picture and bring a computer to a halt.",
    remedy: "Save the picture in a smaller size and add that instead.",
    flagged: &["A picture that claims to be a million pixels wide."],
    clean: &["A photo of 48 megapixels."],
    misses: &[],
    excerpt: Excerpt::Masked,
};

pub(crate) fn look(examination: &Examination, _: &Surroundings<'_>) -> Option<Seen> {
    examination.obstacle.as_ref().filter(|obstacle| *obstacle.rule() == RULE).map(refused)
}
