//! `image/unregistered-device`: a photo that names its device, where that device is not among those
//! in `school.toml`.

use gatepost_model::{Excerpt, Rule};

use crate::device::DeviceMatch;
use crate::examination::Examination;
use crate::findings::{At, Seen, Surroundings};

/// Not one of the school's devices.
pub(crate) static RULE: Rule = Rule {
    id: "image/unregistered-device",
    title: "Not one of the school’s devices",
    finds: "A photo whose camera, phone or tablet is not on the school’s list of devices.",
    why: "Photos of pupils are to be taken on the school’s own devices, so that no copy stays on a private phone.",
    remedy: "Take the photo with a school device, or ask for this one to be approved and added to the list. If it was a private phone, make sure that the photo is deleted from it.",
    flagged: &[
        "A photo from a phone that is not on the list.",
        "A photo from a camera of a listed model, with another serial number.",
    ],
    clean: &[
        "A photo from a listed camera, known by its serial number.",
        "A photo from a listed tablet, known by make and model.",
    ],
    misses: &["A private phone of the same model as a listed one: phones write no serial number."],
    excerpt: Excerpt::Masked,
};

pub(crate) fn look(examination: &Examination, surroundings: &Surroundings<'_>) -> Option<Seen> {
    let device = examination.device.as_ref();
    (surroundings.devices.match_of(device) == DeviceMatch::Unregistered).then(|| {
        let message = "This photo was taken with a camera, phone or tablet that is not on the school\u{2019}s list of devices.";
        Seen::new(At::Meta, message)
    })
}
