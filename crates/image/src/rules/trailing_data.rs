//! `image/trailing-data`: bytes after the end mark of a picture, or after the end of its compressed
//! data.

use gatepost_model::{Excerpt, Rule};

use crate::examination::Examination;
use crate::exposure::{Exposure, TrailingKind};
use crate::findings::{At, Seen, Surroundings};

/// Data after the end of the picture.
pub(crate) static RULE: Rule = Rule {
    id: "image/trailing-data",
    title: "Data after the end of the picture",
    finds: "Further data behind the end of the picture: a film, a second picture, or the rest of an older one.",
    why: "Phones hide a short film with sound there, and some crop tools leave what was cropped away.",
    remedy: "Nothing to do: cleaning takes it out.",
    flagged: &[
        "A moving photo with its film.",
        "A screenshot that was cropped, with the rest of the old one behind it.",
    ],
    clean: &["A photo that ends where its end mark stands."],
    misses: &[],
    excerpt: Excerpt::Masked,
};

pub(crate) fn look(examination: &Examination, _: &Surroundings<'_>) -> Option<Seen> {
    let mut total = 0usize;
    let mut looks = None;
    for exposure in &examination.exposures {
        if let Exposure::TrailingData { bytes, kind } = exposure {
            total = total.saturating_add(*bytes);
            looks = looks.or(Some(match kind {
                TrailingKind::Picture => "a further picture",
                TrailingKind::Film => {
                    "a short film, perhaps with sound (the copy is a still picture)"
                }
                TrailingKind::OldPicture => {
                    "part of an older picture, perhaps what was cropped away"
                }
                TrailingKind::Other => "data that do not belong to the picture",
            }));
        }
    }
    let looks = looks?;
    Some(Seen::new(
        At::Media,
        format!("Behind the end of the picture the file goes on for {}: {looks}.", amount(total)),
    ))
}

fn amount(bytes: usize) -> String {
    match bytes {
        0..=1 => format!("{bytes} byte"),
        2..=9_999 => format!("{bytes} bytes"),
        10_000..=9_999_999 => format!("{} kilobytes", bytes / 1_000),
        _ => format!("{} megabytes", bytes / 1_000_000),
    }
}
