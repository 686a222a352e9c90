//! A time of publication that has passed.
//!
//! In: the time that the manifest gives, and the moment of the call.

use gatepost_model::{Excerpt, Findings, Rule};

use crate::case::{Case, finding};

/// `schedule/past`
pub(crate) static RULE: Rule = Rule {
    id: "schedule/past",
    title: "The time of publication has passed",
    finds: "A draft whose `publish_at` lies before the moment at which it is looked at.",
    why: "A date that has passed is often a slip, and news of last week may no longer be true.",
    remedy: "Check `publish_at` in post.toml. If the post should go out now, leave it out.",
    flagged: &["A draft for 20 November that is looked at on 21 November."],
    clean: &["A draft without `publish_at`."],
    misses: &[],
    excerpt: Excerpt::Plain,
};

/// Compares the time of publication with the moment of the call.
pub(crate) fn look(case: &Case<'_>, findings: &mut Findings) {
    if case.reading.draft.publish_at.is_some() && case.reading.at < case.reading.now {
        findings.push(finding(&RULE, "The time at which this post was to go out has passed."));
    }
}
