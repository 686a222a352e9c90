//! `image/timestamp`: when a photo was taken, digitised or changed, in EXIF, XMP, IPTC or a PNG
//! chunk.

use gatepost_model::{Excerpt, Rule};

use crate::examination::Examination;
use crate::exposure::Exposure;
use crate::findings::{At, Seen, Surroundings};

/// When a photo was taken.
pub(crate) static RULE: Rule = Rule {
    id: "image/timestamp",
    title: "When a photo was taken",
    finds: "The date and time of a photo in its hidden data.",
    why: "Dates show routines: when a class swims, when a club ends, when a child is on the way home.",
    remedy: "Nothing to do: cleaning takes it out.",
    flagged: &["A camera photo with the moment it was taken."],
    clean: &["A picture that was exported without dates."],
    misses: &["Dates in the picture itself, such as on a whiteboard."],
    excerpt: Excerpt::Masked,
};

pub(crate) fn look(examination: &Examination, _: &Surroundings<'_>) -> Option<Seen> {
    let times = |exposure: &Exposure| matches!(exposure, Exposure::Timestamp { .. });
    examination.exposures.iter().any(times).then(|| {
        Seen::new(
            At::Meta,
            "The file says on which day and at what time the photo was taken or changed.",
        )
    })
}
