//! `image/undecodable`: a file that is cut off, damaged, built in an unusual way, or from which no
//! picture comes.

use gatepost_model::{Excerpt, Rule};

use crate::examination::Examination;
use crate::findings::{Seen, Surroundings};
use crate::rules::refused;

/// A picture that cannot be read.
pub(crate) static RULE: Rule = Rule {
    id: "image/undecodable",
    title: "A picture that cannot be read",
    finds: "A picture that is cut off or damaged, or that could not be cleaned for certain.",
    why: "What cannot be read whole cannot be shown to give nothing away.",
    remedy: "Copy the picture from the camera again, or open it in a picture program and save it anew as JPEG or PNG.",
    flagged: &["A photo whose transfer broke off."],
    clean: &["A photo that opens in full."],
    misses: &[],
    excerpt: Excerpt::Masked,
};

pub(crate) fn look(examination: &Examination, _: &Surroundings<'_>) -> Option<Seen> {
    examination.obstacle.as_ref().filter(|obstacle| *obstacle.rule() == RULE).map(refused)
}
