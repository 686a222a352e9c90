//! `image/unknown-device`: a picture that says nothing of the device that took it.

use gatepost_model::{Excerpt, Rule};

use crate::device::DeviceMatch;
use crate::examination::Examination;
use crate::findings::{At, Seen, Surroundings};
use crate::formats;

/// Device cannot be told.
pub(crate) static RULE: Rule = Rule {
    id: "image/unknown-device",
    title: "Device cannot be told",
    finds: "A picture that does not say which camera, phone or tablet took it.",
    why: "Messaging apps strip a photo of its origin, so a private phone cannot be told from a school camera.",
    remedy: "If it is a photo, add the original file from the school’s device. A poster, a drawing or a screenshot never names one.",
    flagged: &["A photo that came through a messaging app.", "A poster saved as PNG."],
    clean: &["A photo as the camera wrote it."],
    misses: &[],
    excerpt: Excerpt::Masked,
};

pub(crate) fn look(examination: &Examination, surroundings: &Surroundings<'_>) -> Option<Seen> {
    let device = examination.device.as_ref();
    let read = formats::can_be_cleaned(examination.format);
    (read && surroundings.devices.match_of(device) == DeviceMatch::Unknown).then(|| {
        let message = "This picture does not say which camera, phone or tablet took it, so it cannot be shown that it was one of the school\u{2019}s.";
        Seen::new(At::Meta, message)
    })
}
