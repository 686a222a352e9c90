//! A post on something that is going on at this moment.
//!
//! In: the words and whether anybody is pictured. Where pupils are is for the rule on whereabouts; this one is about
//! the time alone.

use gatepost_model::{Certainty, Excerpt, Findings, Rule};

use crate::case::{Case, finding};
use crate::phrases::is_live;

/// `schedule/live-event`
pub(crate) static RULE: Rule = Rule {
    id: "schedule/live-event",
    title: "It tells of something that is going on now",
    finds: "Words such as \"live now\" or \"happening right now\": a post on an event while pupils \
            are still at it.",
    why: "A post during an event tells everybody where a group of children is at this moment. The \
          same post an hour later tells as much and puts nobody at risk.",
    remedy: "Set `publish_at` to a time when everybody is back, and write in the past tense.",
    flagged: &["\"Our choir is on stage right now, live from the town hall.\""],
    clean: &["\"Our choir sang at the town hall yesterday.\"", "\"Book now for the pantomime.\""],
    misses: &["An event that is told in the present tense without such words."],
    excerpt: Excerpt::Plain,
};

/// Looks for words that say that it is now.
pub(crate) fn look(case: &Case<'_>, findings: &mut Findings) {
    let Some(text) = case.reading.text().map(gatepost_model::Prose::text) else { return };
    if is_live(text) {
        let sure = case.reading.may_picture_pupils();
        let certainty = if sure { Certainty::Likely } else { Certainty::Possible };
        findings.push(
            finding(&RULE, "The words say that this is going on at this moment.")
                .certainty(certainty),
        );
    }
}
