//! Drafts that name a pupil: in the words, or hidden in a photo.

use super::Expect::{Hold, Release};
use super::desk::{Desk, expected, expected_of_all, held};
use super::plan::{Media, Plan};
use crate::cast::{CARYS, MAYA, NIAMH, RHYS, TUNDE, ZOFIA};

/// The drafts, in the order in which they are told.
pub(super) fn plans(desk: &Desk<'_>) -> Vec<Plan> {
    vec![
        Plan {
            name: "spelling-champion",
            account: "x",
            told: "Names a pupil who must never be published.",
            expect: const { &held("consent/do-not-publish") },
            text: "Congratulations to Jessica Thornton, who won our spelling competition!",
            manifest: Some(desk.sheet("x", "achievement")),
            media: None,
        },
        Plan {
            name: "science-fair",
            account: "x",
            told: "A pupil's full name beside her photo.",
            expect: const {
                &expected_of_all(
                    Hold("names/full-name-with-image"),
                    Hold("names/name-with-image"),
                    Hold("names/full-name-with-image"),
                    [Release, Hold("names/full-name"), Release],
                )
            },
            text: "First prize at the science fair goes to Niamh O’Sullivan and her volcano.",
            manifest: Some(desk.pictured("x", "achievement", &[NIAMH], "IMG_4140.JPG")),
            media: Some(("IMG_4140.JPG", Media::photo(desk.canon(3).upright()))),
        },
        Plan {
            name: "food-bank",
            account: "x",
            told: "First names beside a class photo. One policy allows them, another forbids \
                   any name beside a picture.",
            expect: const {
                &expected_of_all(
                    Release,
                    Hold("names/name-with-image"),
                    Hold("names/name-with-image"),
                    [Release, Hold("names/first-name"), Release],
                )
            },
            text: "Zofia, Tunde and Carys helped the class to sort our gifts for the food \
                   bank.",
            manifest: Some(desk.pictured(
                "x",
                "good-news",
                &[ZOFIA, TUNDE, CARYS, MAYA],
                "IMG_4152.JPG",
            )),
            media: Some(("IMG_4152.JPG", Media::photo(desk.canon(4)))),
        },
        Plan {
            name: "chess-team",
            account: "x",
            told: "A pupil's name hidden in the photo's caption and in a marked face.",
            expect: const {
                &expected(Release, Hold("names/name-with-image"), Hold("names/name-with-image"))
            },
            text: "Our chess team came third in the county final. What concentration!",
            manifest: Some(desk.pictured("x", "achievement", &[RHYS], "IMG_4166.JPG")),
            media: Some((
                "IMG_4166.JPG",
                Media::photo(
                    desk.canon(5)
                        .caption("Rhys Pritchard of 5P at the county chess final")
                        .person("Rhys Pritchard")
                        .keyword("chess"),
                ),
            )),
        },
    ]
}
