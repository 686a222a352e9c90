//! Drafts with photos of pupils who may, or may not, be shown.

use super::Expect::{Hold, Release};
use super::desk::{CONFIRMED, Desk, expected_of_all, held};
use super::manifest::Manifest;
use super::plan::{Media, Plan};
use crate::cast::{AMIRA, CALLUM, CARYS, MIRZA, RHYS, TUNDE};

/// The drafts, in the order in which they are told.
pub(super) fn plans(desk: &Desk<'_>) -> Vec<Plan> {
    let mut undeclared = desk.sheet("website", "information");
    undeclared.attest = CONFIRMED;
    undeclared.alt = vec![("IMG_4211.JPG", "The new climbing frame")];
    vec![
        Plan {
            name: "art-club",
            account: "facebook",
            told: "One of the pupils on the photo has parents who refused.",
            expect: const { &held("consent/refused") },
            text: "Our art club has painted a mural. It brightens the whole corridor!",
            manifest: Some(desk.pictured("facebook", "good-news", &[RHYS, CALLUM], "IMG_4173.JPG")),
            media: Some(("IMG_4173.JPG", Media::photo(desk.canon(6)))),
        },
        Plan {
            name: "choir",
            account: "x",
            told: "One of the pupils on the photo has parents who withdrew their consent last \
                   week.",
            expect: const { &held("consent/withdrawn") },
            text: "The choir sang for our neighbours at the care home. They are asking for \
                   more already.",
            manifest: Some(desk.pictured("x", "good-news", &[CARYS, AMIRA], "IMG_4188.JPG")),
            media: Some(("IMG_4188.JPG", Media::photo(desk.canon(7)))),
        },
        Plan {
            name: "bug-hotel",
            account: "x",
            told: "A pupil who may be shown on the website, but not on social media.",
            expect: const { &held("consent/wrong-channel") },
            text: "The bug hotel is finished, and the first guests have moved in.",
            manifest: Some(desk.pictured("x", "good-news", &[MIRZA], "IMG_0031.JPG")),
            media: Some(("IMG_0031.JPG", Media::photo(desk.ipad(8)))),
        },
        Plan {
            name: "climbing-frame",
            account: "website",
            told: "A photo without a word on who is in it.",
            expect: const { &held("consent/undeclared-subjects") },
            text: "The new climbing frame is open, and already the most popular corner of the \
                   playground.",
            manifest: Some(undeclared),
            media: Some(("IMG_4211.JPG", Media::photo(desk.canon(9)))),
        },
        Plan {
            name: "forest-school",
            account: "x",
            told: "Nobody has confirmed that the pupils are suitably dressed and not made fun \
                   of. Only some policies ask for it.",
            expect: const {
                &expected_of_all(
                    Hold("attest/missing"),
                    Release,
                    Hold("attest/missing"),
                    [Hold("attest/missing"), Release, Release],
                )
            },
            text: "Mud, sticks and hot chocolate: forest school is back.",
            manifest: Some(Manifest {
                attest: &[],
                ..desk.pictured("x", "good-news", &[TUNDE, CARYS], "IMG_0044.JPG")
            }),
            media: Some(("IMG_0044.JPG", Media::photo(desk.ipad(10)))),
        },
    ]
}
