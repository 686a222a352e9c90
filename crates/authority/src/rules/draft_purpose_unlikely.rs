//! A purpose that the words do not bear out.
//!
//! In: the purpose that the manifest gives, and the words. It looks for little: a reminder without any day or
//! time, and learning that sells something. It never holds by itself anywhere.

use gatepost_model::{Certainty, Excerpt, Findings, Rule};

use crate::case::{Case, finding};
use crate::phrases::{names_a_time, sells};

/// `draft/purpose-unlikely`
pub(crate) static RULE: Rule = Rule {
    id: "draft/purpose-unlikely",
    title: "The purpose does not fit the words",
    finds: "A draft with the purpose `reminder` whose words name no day or time, and one with the \
            purpose `learning` whose words sell something.",
    why: "Which purposes an account may serve is the policy's word. A purpose that was picked \
          without a thought gets round that.",
    remedy: "Choose the purpose that fits, or say when: a reminder without a day reminds nobody.",
    flagged: &[
        "A reminder: \"Please bring your PE kit.\"",
        "Learning: \"Tickets for the fair are on sale, 2 pounds each.\"",
    ],
    clean: &["A reminder: \"Please bring your PE kit on Thursday.\""],
    misses: &["Every other purpose that does not fit."],
    excerpt: Excerpt::Plain,
};

/// Holds the purpose against the words.
pub(crate) fn look(case: &Case<'_>, findings: &mut Findings) {
    let Some(text) = case.reading.text().map(gatepost_model::Prose::text) else { return };
    if text.trim().is_empty() {
        return;
    }
    let message = match case.reading.draft.purpose.as_deref().map(str::trim) {
        Some("reminder") if !names_a_time(text) => {
            "The purpose is `reminder`, and the words name no day or time."
        }
        Some("learning") if sells(text) => {
            "The purpose is `learning`, and the words speak of something for sale."
        }
        _ => return,
    };
    findings.push(finding(&RULE, message).certainty(Certainty::Likely));
}
