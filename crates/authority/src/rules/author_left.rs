//! An author who has left the school.
//!
//! In: the author and the day for which the draft is judged. The last day itself still counts.

use gatepost_model::{Excerpt, Findings, Rule};

use crate::case::{Case, finding};

/// `author/left`
pub(crate) static RULE: Rule = Rule {
    id: "author/left",
    title: "The author has left the school",
    finds: "An author whose last day at the school was before the day of the post.",
    why: "Somebody who has left no longer speaks for the school, and may no longer know what it \
          has agreed with its families.",
    remedy: "Ask a colleague who is authorised to take the draft over. If the person is still \
             here, have the staff register corrected.",
    flagged: &["An author who left on 31 August, and a draft for 20 November."],
    clean: &["An author who leaves on 20 November, and a draft for that day."],
    misses: &[],
    excerpt: Excerpt::Plain,
};

/// Looks at the author's last day.
pub(crate) fn look(case: &Case<'_>, findings: &mut Findings) {
    if case.author_on_staff().is_some_and(|person| !person.present(case.day)) {
        findings.push(finding(&RULE, "The author has left the school by the day of this post."));
    }
}
