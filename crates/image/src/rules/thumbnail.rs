//! `image/thumbnail`: thumbnails, previews, second shots and depth maps inside a file.

use gatepost_model::{Excerpt, Rule};

use crate::examination::Examination;
use crate::exposure::{Exposure, HiddenPicture};
use crate::findings::{At, Seen, Surroundings};

/// A second picture hidden in the file.
pub(crate) static RULE: Rule = Rule {
    id: "image/thumbnail",
    title: "A second picture hidden in the file",
    finds: "A small copy, a preview or a second shot inside the file.",
    why: "The copy may show what was cropped away or blurred since: a face, a name on a peg, a visitor.",
    remedy: "Nothing to do: cleaning takes it out.",
    flagged: &["A camera photo with its thumbnail."],
    clean: &["A picture exported without a preview."],
    misses: &[],
    excerpt: Excerpt::Masked,
};

pub(crate) fn look(examination: &Examination, _: &Surroundings<'_>) -> Option<Seen> {
    let mut kinds = Vec::new();
    for exposure in &examination.exposures {
        if let Exposure::Thumbnail { picture, .. } = exposure {
            let words = match picture {
                HiddenPicture::Thumbnail => {
                    "a small copy of the picture, which may show it as it was before cropping or blurring"
                }
                HiddenPicture::Preview => "a preview or a second shot",
                HiddenPicture::Auxiliary => {
                    "a second picture that programs use for effects, such as depth"
                }
                HiddenPicture::GainMap => {
                    "a brightness map for HDR screens (the copy looks on every screen as it does on an ordinary one)"
                }
            };
            if !kinds.contains(&words) {
                kinds.push(words);
            }
        }
    }
    (!kinds.is_empty()).then(|| {
        Seen::new(At::Media, format!("Hidden in the file there is {}.", kinds.join("; and ")))
    })
}
