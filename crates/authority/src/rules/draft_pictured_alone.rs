//! One pupil pictured alone, under a policy that prefers groups.
//!
//! In: whom the draft declares as pictured. Who is really on the picture no program here looks at.

use gatepost_model::{Excerpt, Findings, MediaKind, Rule};

use crate::case::{Case, finding};
use crate::terms::Requirement;

/// `draft/pictured-alone`
pub(crate) static RULE: Rule = Rule {
    id: "draft/pictured-alone",
    title: "One pupil is pictured alone",
    finds: "A draft with pictures that declares one pupil and no class, under a policy that prefers \
            pictures of groups and classes.",
    why: "In a picture of a group no child stands out; a portrait is one child's face for \
          everybody to keep.",
    remedy: "Use a picture of the group or class if there is one. Otherwise it can go out as it is.",
    flagged: &["A photo with `pupils` of one."],
    clean: &["A photo with `pupils` of two.", "A photo with `pupils = []`."],
    misses: &["A portrait for which several pupils are declared."],
    excerpt: Excerpt::Plain,
};

/// Counts the pupils declared.
pub(crate) fn look(case: &Case<'_>, findings: &mut Findings) {
    let draft = case.reading.draft;
    let shown = case.reading.pictures.iter().any(|file| file.kind != MediaKind::Other);
    let one = draft.pupils.as_ref().is_some_and(|pupils| pupils.len() == 1)
        && draft.groups.as_ref().is_none_or(Vec::is_empty);
    if case.terms.group_pictures == Requirement::Asked && shown && one {
        findings.push(finding(&RULE, "One pupil is pictured alone."));
    }
}
