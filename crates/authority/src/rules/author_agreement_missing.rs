//! An author who has not signed the school's agreement.
//!
//! In: the day on which the author signed, and the day for which the draft is judged.

use gatepost_model::{Excerpt, Findings, Rule};

use crate::case::{Case, finding};
use crate::terms::Requirement;

/// `author/agreement-missing`
pub(crate) static RULE: Rule = Rule {
    id: "author/agreement-missing",
    title: "The author has not signed the agreement",
    finds: "An author who had not signed the school's social media agreement by the day of the \
            post, where the policy asks for one.",
    why: "A signature says that somebody has read what the school expects. Without it nobody can \
          be held to it.",
    remedy: "Have the author read and sign the agreement, then write the date into the staff \
             register.",
    flagged: &["An author with nothing under `agreement signed`."],
    clean: &["An author who signed in September, and a draft for November."],
    misses: &["Whether it was the present version of the agreement."],
    excerpt: Excerpt::Plain,
};

/// Looks at the day on which the author signed.
pub(crate) fn look(case: &Case<'_>, findings: &mut Findings) {
    if case.terms.agreement == Requirement::NotAsked {
        return;
    }
    let Some(person) = case.author_on_staff() else { return };
    if person.agreement_signed.is_none_or(|signed| signed > case.day) {
        findings.push(finding(
            &RULE,
            "The author had not signed the school's social media agreement by the day of this post.",
        ));
    }
}
