//! A verdict as one line.

use std::collections::BTreeSet;

use gatepost_model::{Decision, Severity, Verdict};

use crate::group::{MatterKind, groups};
use crate::matter::title;
use crate::words::{self, counted, listed, within};

/// How many of the things that cleaning took out are named.
const NAMED: usize = 3;

/// The verdict and its reason in one short sentence, in small letters, so that it can follow a name:
/// `held: a pupil's full name beside a picture, and 2 more reasons`, or
/// `released, 1 photo cleaned (place, serial number)`.
pub fn line(verdict: &Verdict) -> String {
    match verdict.decision {
        Decision::Hold => held(verdict),
        Decision::Release => released(verdict),
    }
}

fn held(verdict: &Verdict) -> String {
    let groups = groups(verdict);
    let mut holding = groups
        .iter()
        .filter_map(|group| verdict.findings.get(*group.findings.first()?))
        .filter(|ruling| ruling.severity == Severity::Hold);
    let Some(first) = holding.next() else { return "held".into() };
    let reason = within(&title(&first.rule));
    match holding.count() {
        0 => format!("held: {reason}"),
        more => format!("held: {reason}, and {}", counted(more, "more reason")),
    }
}

fn released(verdict: &Verdict) -> String {
    let mut parts = vec!["released".to_owned()];
    let cleaned = verdict.cleaned.iter().filter(|file| !file.removed.is_empty()).count();
    let taken_out = taken_out(verdict);
    match (cleaned, taken_out.is_empty()) {
        (0, _) => {}
        (_, true) => parts.push(format!("{} cleaned", counted(cleaned, "photo"))),
        (_, false) => {
            let taken_out = taken_out.join(", ");
            parts.push(format!("{} cleaned ({taken_out})", counted(cleaned, "photo")));
        }
    }
    let notes = groups(verdict).iter().filter(|group| group.kind == MatterKind::Found).count();
    if notes > 0 {
        parts.push(format!("with {}", counted(notes, "note")));
    }
    parts.join(", ")
}

/// What cleaning took out of all files, in words, the most telling first.
fn taken_out(verdict: &Verdict) -> Vec<String> {
    let all: BTreeSet<&str> =
        verdict.cleaned.iter().flat_map(|file| &file.removed).map(String::as_str).collect();
    let named: Vec<&'static str> = words::REMOVED_FIRST
        .iter()
        .filter(|word| all.contains(**word))
        .filter_map(|word| words::removed(word))
        .collect();
    let more = named.len().saturating_sub(NAMED);
    let mut shown: Vec<String> = named.iter().take(NAMED).map(|&word| word.to_owned()).collect();
    if more > 0 {
        shown.push(format!("{more} more"));
    }
    shown
}

/// The same as a list in a sentence; empty if nothing was taken out.
pub(crate) fn taken_out_words(verdict: &Verdict) -> String {
    listed(&taken_out(verdict))
}
