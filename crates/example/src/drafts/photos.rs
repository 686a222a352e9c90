//! Drafts whose photo is the trouble: its device, its bytes, its kind.

use super::Expect::{Hold, Release};
use super::desk::{Desk, expected_of_all, held};
use super::plan::{Media, Plan};
use crate::cast::{CARYS, MAYA, ZOFIA};

/// The drafts, in the order in which they are told.
pub(super) fn plans(desk: &Desk<'_>) -> Vec<Plan> {
    let mut sheet = desk.sheet("facebook", "good-news");
    sheet.pupils = Some(Vec::new());
    sheet.alt = vec![("library.jpg", "The new library corner")];
    vec![
        Plan {
            name: "nature-walk",
            account: "x",
            told: "A photo from a telephone that is not the school's, with a short film \
                   behind it.",
            expect: const {
                &expected_of_all(
                    Hold("image/unregistered-device"),
                    Hold("image/unregistered-device"),
                    Hold("image/unregistered-device"),
                    [Release, Release, Release],
                )
            },
            text: "We counted eleven kinds of bird on our nature walk.",
            manifest: Some(desk.pictured("x", "good-news", &[MAYA, CARYS], "IMG_0812.JPG")),
            media: Some((
                "IMG_0812.JPG",
                Media::photo(desk.iphone(11).gps(54.3901, -0.8463).film()),
            )),
        },
        Plan {
            name: "assembly",
            account: "facebook",
            told: "A photo that was damaged while it was copied.",
            expect: const { &held("image/undecodable") },
            text: "Thank you to the fire crew who came to our assembly.",
            manifest: Some(desk.pictured("facebook", "good-news", &[ZOFIA, MAYA], "IMG_4230.JPG")),
            media: Some(("IMG_4230.JPG", Media::Damaged(Box::new(desk.canon(12))))),
        },
        Plan {
            name: "library-corner",
            account: "facebook",
            told: "A picture of a kind that cannot be cleaned, under the name of a photo.",
            expect: const { &held("image/unsupported-format") },
            text: "The library corner has new cushions. Come and sit down.",
            manifest: Some(sheet),
            media: Some(("library.jpg", Media::Bitmap)),
        },
    ]
}
