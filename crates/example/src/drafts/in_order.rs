//! Drafts in which nothing is wrong.

use super::Expect::{Hold, Release};
use super::desk::{CONFIRMED, Desk, expected};
use super::plan::{Media, Plan};
use crate::cast::{TUNDE, ZOFIA};
use crate::photo::Png;

/// The drafts, in the order in which they are told.
pub(super) fn plans(desk: &Desk<'_>) -> Vec<Plan> {
    let mut sports = desk.sheet("x", "achievement");
    // Pupils may be declared by number or by name.
    sports.pupils = Some(vec![desk.upn(ZOFIA), desk.upn(TUNDE), "Maya Patel".to_owned()]);
    sports.attest = CONFIRMED;
    sports.alt = vec![("IMG_4127.JPG", "Children running across the mown field")];
    let photo = desk
        .canon(1)
        .gps(54.3842, -0.8517)
        .owner("Oakfield Primary School")
        .comment("Edited on the office laptop")
        .preview();
    let mut poster = desk.sheet("website", "information");
    poster.pupils = Some(Vec::new());
    poster.alt = vec![("open-evening.png", "Poster for the open evening")];
    let (width, height) = desk.sides(1240, 1754);
    let png = Png::new(width, height, 2)
        .text("Software", "Poster Maker 4")
        .text("Comment", "Second version, approved by the office")
        .caption("Open evening poster")
        .changed(desk.noon(-6))
        .profile();
    vec![
        Plan {
            name: "sports-day",
            account: "x",
            told: "A photo of pupils whose parents agreed. It says where and with which \
                   camera it was taken; the released copy does not.",
            expect: const { &expected(Release, Release, Release) },
            text: "Year 4 ran, jumped and cheered their hearts out at sports day this week. \
                   Well done to every team!",
            manifest: Some(sports),
            media: Some(("IMG_4127.JPG", Media::photo(photo))),
        },
        Plan {
            name: "school-photographs",
            account: "facebook",
            told: "A reminder in words alone. The telephone number and address in it are the \
                   school's own.",
            expect: const { &expected(Release, Release, Release) },
            text: "Reminder: school photographs are on Wednesday. Please send children in \
                   full uniform. Questions? Ring the office on 01632 960123 or write to \
                   office@oakfield.example.",
            manifest: Some(desk.sheet("facebook", "reminder")),
            media: None,
        },
        Plan {
            name: "open-evening",
            account: "website",
            told: "A poster on which nobody is pictured. No camera made it, and with nobody \
                   on it that does not matter.",
            expect: const { &expected(Release, Release, Hold("image/unknown-device")) },
            text: "Our open evening for new families is next week. The poster has the times.",
            manifest: Some(poster),
            media: Some(("open-evening.png", Media::Poster(Box::new(png)))),
        },
    ]
}
