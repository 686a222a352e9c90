//! A confirmation that the policy wants and that nobody gave.
//!
//! In: the attestations of the manifest, the staff register, what the policy wants in which situation, and what
//! the detectors before this one found. One finding a missing key.

use gatepost_model::{Excerpt, Findings, Rule};

use std::collections::BTreeSet;

use crate::case::{Case, finding, valid_attestations};
use crate::terms::Situation;

/// `attest/missing`
pub(crate) static RULE: Rule = Rule {
    id: "attest/missing",
    title: "A confirmation is missing",
    finds: "A draft without a confirmation that the policy wants of it, or with one that was not \
            given by somebody who is on the staff register and has not left.",
    why: "Whether a child is suitably dressed or looks foolish, and whether the school may use \
          another's work, no program can tell. Somebody must have looked, and must say so by \
          name.",
    remedy: "Look at the draft with this in mind, then write your staff id under `attest` in \
             post.toml.",
    flagged: &[
        "A photo of a class without `attest.dress`, under a policy that wants it.",
        "A photo with `attest.dress` given by somebody who left in July.",
    ],
    clean: &[
        "A photo with `attest.dress` given by a member of staff.",
        "A draft without pictures.",
    ],
    misses: &["Whether the person really looked."],
    excerpt: Excerpt::Plain,
};

/// Looks for each confirmation that the policy wants of this draft.
pub(crate) fn look(case: &Case<'_>, findings: &mut Findings) {
    let given = valid_attestations(case.reading, case.staff);
    let wanted: BTreeSet<&str> = case
        .terms
        .attestations
        .iter()
        .filter(|wanted| applies(wanted.when, case, findings))
        .map(|wanted| wanted.key.as_str())
        .filter(|&key| !given.contains(key))
        .collect();
    for key in wanted {
        let message = if case.reading.draft.attest.given.contains_key(key) {
            format!("The confirmation `{key}` was not given by a present member of staff.")
        } else {
            format!("Nobody has given the confirmation `{key}`.")
        };
        findings.push(finding(&RULE, message).remedy(remedy(key)));
    }
}

fn applies(when: Situation, case: &Case<'_>, findings: &Findings) -> bool {
    let found = |rule: &str| findings.iter().any(|finding| finding.rule.id == rule);
    match when {
        Situation::PupilsPictured => case.reading.may_picture_pupils(),
        Situation::PurposeLearning => {
            case.reading.draft.purpose.as_deref().map(str::trim) == Some("learning")
        }
        Situation::QuotedWork => found("text/quoted-work"),
        Situation::ThirdPartyCopyright => found("image/third-party-copyright"),
    }
}

/// What to look for, and what to write.
fn remedy(key: &str) -> String {
    let look = match key {
        "dress" => "Look at each picture: is every pupil suitably dressed?",
        "dignity" => "Look at each picture: does it make anybody look foolish or distressed?",
        "rights" => "Make sure that the school may use this work.",
        "learning" => "Make sure that this shows the learning in the school.",
        _ => "Make sure that this is in order.",
    };
    format!("{look} Then write your staff id as `{key}` under `attest` in post.toml.")
}
