//! An author who is on no register.
//!
//! In: the author that the manifest names, the staff register and the rosters. A pupil is no unknown author:
//! `author/not-authorised` speaks of that.

use gatepost_model::{Excerpt, Findings, Rule};

use crate::case::{Author, Case, finding};

/// `author/unknown`
pub(crate) static RULE: Rule = Rule {
    id: "author/unknown",
    title: "The author is not on the staff register",
    finds: "An author whose staff id or e-mail address is not on the staff register.",
    why: "Whether somebody may post can be told only of people whom the school has on record.",
    remedy: "Check the staff id or e-mail address in post.toml for a slip. If it is right, ask \
             the office to add the person to the staff register.",
    flagged: &["A draft with `author = \"S999\"`, which nobody has."],
    clean: &["A draft with the e-mail address of a colleague in capital letters."],
    misses: &["Somebody who gives another's id: the manifest is taken at its word."],
    excerpt: Excerpt::Plain,
};

/// Looks for an author whom nobody knows.
pub(crate) fn look(case: &Case<'_>, findings: &mut Findings) {
    if matches!(case.author, Author::Unknown) {
        findings.push(finding(&RULE, "The author of this draft is not on the staff register."));
    }
}
