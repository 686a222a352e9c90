//! An author who may not post.
//!
//! In: the author that the manifest names, the staff register and the rosters. A pupil is never an author,
//! whatever else a register says.

use gatepost_model::{Excerpt, Findings, Rule};

use gatepost_model::Subject;

use crate::case::{Author, Case, finding};

/// `author/not-authorised`
pub(crate) static RULE: Rule = Rule {
    id: "author/not-authorised",
    title: "The author is not authorised to post",
    finds: "An author whom the staff register does not mark as authorised to post, or who is a \
            pupil.",
    why: "The head decides who may speak for the school. Pupils are under the age of most \
          platforms and are never left alone with the school's voice.",
    remedy: "Ask somebody who is authorised to look at the draft and post it, or ask the head \
             for authorisation.",
    flagged: &[
        "An author with `n` under `authorised` in the staff register.",
        "A draft with a pupil's UPN as its author.",
    ],
    clean: &["An author with `y` under `authorised`."],
    misses: &["A pupil who uses an adult's id."],
    excerpt: Excerpt::Plain,
};

/// Looks at whether the author may post.
pub(crate) fn look(case: &Case<'_>, findings: &mut Findings) {
    match case.author {
        Author::Pupil(pupil) => findings.push(
            finding(&RULE, "A pupil is named as the author of this draft.")
                .about(Subject::one(pupil.key.clone(), None)),
        ),
        Author::Staff(person) if !person.authorised => findings.push(finding(
            &RULE,
            "The staff register does not mark the author as authorised to post.",
        )),
        Author::Staff(_) | Author::Unknown | Author::Unnamed => {}
    }
}
