//! `image/extension-mismatch`: a file whose name promises another format than its content is.

use gatepost_model::{Excerpt, Rule};

use crate::examination::Examination;
use crate::findings::{At, Seen, Surroundings};

/// The name says another format.
pub(crate) static RULE: Rule = Rule {
    id: "image/extension-mismatch",
    title: "The name says another format",
    finds: "A file whose ending does not fit its content.",
    why: "Websites and programs go by the ending, and a wrong one can hide what a file is.",
    remedy: "Rename the file so that its ending fits.",
    flagged: &["A PNG picture that is called photo.jpg."],
    clean: &["A JPEG photo that is called IMG_1.JPG."],
    misses: &["Files without an ending."],
    excerpt: Excerpt::Masked,
};

pub(crate) fn look(examination: &Examination, _: &Surroundings<'_>) -> Option<Seen> {
    let mismatch = examination.extension?;
    let message = format!(
        "The ending of the file\u{2019}s name says {}, but the content is {}.",
        mismatch.promised.name(),
        mismatch.actual.name()
    );
    Some(Seen::new(At::Name, message))
}
