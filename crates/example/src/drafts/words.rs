//! Drafts of words alone: who wrote them, when they go out, what they say.

use super::Expect::{Hold, Release};
use super::desk::{Desk, expected, expected_of_all, held};
use super::plan::Plan;

/// The drafts, in the order in which they are told.
pub(super) fn plans(desk: &Desk<'_>) -> Vec<Plan> {
    let mut early = desk.sheet("x", "good-news");
    early.publish_at = desk.calendar.publish.at(10, 30, 0, 0);
    vec![
        Plan {
            name: "library-van",
            account: "facebook",
            told: "A text file dropped on its own: nobody knows who wrote it.",
            expect: const {
                &expected_of_all(
                    Hold("author/missing"),
                    Hold("author/missing"),
                    Hold("author/missing"),
                    [Hold("author/missing"), Hold("author/missing"), Release],
                )
            },
            text: "Please remember: the library van is here on Thursday from three o'clock.",
            manifest: None,
            media: None,
        },
        Plan {
            name: "writing-week",
            account: "x",
            told: "A post timed for half past ten on a school day. Some schools post only \
                   outside lessons.",
            expect: const {
                &expected(Release, Hold("schedule/teaching-time"), Hold("schedule/teaching-time"))
            },
            text: "Writing week has begun: every class is making a book of poems for the \
                   library.",
            manifest: Some(early),
            media: None,
        },
        Plan {
            name: "lost-lunch-box",
            account: "facebook",
            told: "A parent's mobile number and e-mail address.",
            expect: const { &held("privacy/phone") },
            text: "Found: a blue lunch box with a rocket on it. Is it yours? Please ring the \
                   mum who found it on 07700 900461 or write to \
                   rocketfamily@mailbox.example.",
            manifest: Some(desk.sheet("facebook", "information")),
            media: None,
        },
        Plan {
            name: "winter-fair",
            account: "x",
            told: "A rude word, even a mild one.",
            expect: const { &held("text/profanity") },
            text: "What a bloody brilliant winter fair! Thank you to everyone who baked, \
                   carried and cleared away.",
            manifest: Some(desk.sheet("x", "good-news")),
            media: None,
        },
        Plan {
            name: "dance-show",
            account: "tiktok",
            told: "A draft for an account that the school does not have.",
            expect: const { &held("account/unregistered") },
            text: "Year 6 are rehearsing a dance for the end of term. Tickets from the office.",
            manifest: Some(desk.sheet("tiktok", "good-news")),
            media: None,
        },
    ]
}
