//! A post during lessons.
//!
//! In: the moment for which the draft is judged, in the school's time zone, and the school's calendar. Pupils
//! who are taught social media with the account are the exception, on the word of an author whom the school
//! knows.

use gatepost_model::{Excerpt, Findings, Rule};

use crate::case::{Case, finding};
use crate::terms::TeachingException;

/// `schedule/teaching-time`
pub(crate) static RULE: Rule = Rule {
    id: "schedule/teaching-time",
    title: "It would go out in teaching time",
    finds: "A draft that would be published between two bells on a day on which pupils are taught.",
    why: "In teaching time adults are there for the pupils in front of them, and a picture \
          posted at once tells where a class is at this moment.",
    remedy: "Set `publish_at` to a time outside lessons. If you are teaching pupils about social \
             media with this account, write `teaching = true` into post.toml.",
    flagged: &["A draft for 10:15 on a Thursday in term."],
    clean: &[
        "A draft for 10:30, when the bell has rung.",
        "A draft for 10:15 on an inset day.",
        "A draft for 10:15 with `teaching = true`.",
    ],
    misses: &["A post scheduled on the platform itself."],
    excerpt: Excerpt::Plain,
};

/// Looks at the time of the post.
pub(crate) fn look(case: &Case<'_>, findings: &mut Findings) {
    let calendar = &case.school.calendar;
    let local = case.reading.at.with_time_zone(calendar.timezone.clone()).datetime();
    let excepted = case.terms.teaching_exception == TeachingException::Allowed
        && case.reading.draft.teaching
        && case.author_on_staff().is_some_and(|person| person.present(case.day));
    if calendar.teaching_at(local) && !excepted {
        findings.push(finding(&RULE, "This post would go out while lessons are on."));
    }
}
