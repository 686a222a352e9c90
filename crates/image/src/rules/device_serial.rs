//! `image/device-serial`: the serial number of a camera body or lens, in EXIF or XMP.

use gatepost_model::{Excerpt, Rule};

use crate::examination::Examination;
use crate::exposure::Exposure;
use crate::findings::{At, Seen, Surroundings};

/// Serial number of a camera.
pub(crate) static RULE: Rule = Rule {
    id: "image/device-serial",
    title: "Serial number of a camera",
    finds: "The serial number of a camera or lens in a photo’s hidden data.",
    why: "One serial number ties together every photo that a camera ever took, at school and elsewhere.",
    remedy: "Nothing to do: cleaning takes it out.",
    flagged: &["A photo from a camera that writes its serial number."],
    clean: &["A phone photo: phones write no serial number."],
    misses: &[
        "Serial numbers in a maker’s private block: the block goes with cleaning, but is not named.",
    ],
    excerpt: Excerpt::Masked,
};

pub(crate) fn look(examination: &Examination, _: &Surroundings<'_>) -> Option<Seen> {
    let serial = |exposure: &Exposure| matches!(exposure, Exposure::DeviceSerial(_));
    examination.exposures.iter().any(serial).then(|| {
        Seen::new(
            At::Meta,
            "The file holds the serial number of the camera or lens that took the photo.",
        )
    })
}
