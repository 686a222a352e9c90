//! A verdict as a note to the person who dropped the draft.

use gatepost::Gate;
use gatepost_model::{Decision, Severity, Verdict};

use crate::group::MatterKind;
use crate::line::taken_out_words;
use crate::matter::{Matter, matters};
use crate::next::{next, who};
use crate::visible::one_line;
use crate::words::{capital, certainty};
use crate::wrap::paragraph;

/// The note: short plain words, lines of at most 78 characters, ended by `\n`. It names no pupil, and
/// can be read without the draft.
pub fn why(verdict: &Verdict, gate: &Gate) -> String {
    note(verdict, gate.pack())
}

pub(crate) fn note(verdict: &Verdict, pack: &gatepost::Pack) -> String {
    let matters = matters(verdict, pack);
    let (holding, advice): (Vec<&Matter>, Vec<&Matter>) =
        matters.iter().partition(|matter| matter.severity == Severity::Hold);
    let mut note = String::new();
    let held = verdict.decision == Decision::Hold;
    let heading = if held { pack.held() } else { "Released" };
    paragraph(&mut note, "", &format!("{heading}: {}", one_line(&verdict.draft)));
    note.push('\n');
    if held {
        paragraph(&mut note, "", "Nothing has been published.");
    }
    paragraph(&mut note, "", &next(verdict, holding.len()));
    if let Some(who) = who(verdict) {
        paragraph(&mut note, "", &format!("It must be seen by {who}."));
    }
    if !holding.is_empty() {
        note.push_str("\nWhat to put right\n-----------------\n");
        for matter in holding {
            note.push('\n');
            reason(&mut note, matter);
        }
    }
    if !advice.is_empty() {
        note.push_str("\nWorth knowing\n-------------\n\n");
        for matter in advice {
            told(&mut note, matter, verdict);
        }
    }
    note
}

fn reason(note: &mut String, matter: &Matter) {
    let mark = format!("{:>2}. ", matter.number);
    let indent = " ".repeat(mark.chars().count());
    for (index, point) in matter.points.iter().enumerate() {
        if point.severity == Severity::Hold {
            paragraph(note, if index == 0 { &mark } else { &indent }, &point.message);
        }
    }
    let mut place = format!("Where: {}", matter.place);
    if let Some(excerpt) = &matter.excerpt {
        place.push_str(&format!(", at “{excerpt}”"));
    }
    paragraph(note, &indent, &format!("{place}."));
    if matter.candidates > 1 {
        let sentence = format!("{} pupils have a name that fits.", matter.candidates);
        paragraph(note, &indent, &sentence);
    }
    if matter.certainty != gatepost_model::Certainty::Certain {
        paragraph(note, &indent, certainty(matter.certainty));
    }
    for remedy in &matter.remedies {
        paragraph(note, &indent, &format!("To put it right: {remedy}"));
    }
    if let Some(clause) = matter.clauses.first() {
        let sentence = format!("The policy, {}: {} {}", clause.section, clause.asks, clause.why);
        paragraph(note, &indent, &sentence);
    }
}

fn told(note: &mut String, matter: &Matter, verdict: &Verdict) {
    if matter.kind == MatterKind::Cleaned {
        let what = taken_out_words(verdict);
        let sentence = format!("{}: {what}.", matter.heading);
        paragraph(note, "  - ", if what.is_empty() { &matter.heading } else { &sentence });
        return;
    }
    let Some(point) = matter.points.first() else { return };
    paragraph(note, "  - ", &format!("{} ({})", point.message, matter.place));
    for remedy in &matter.remedies {
        paragraph(note, "    ", &capital(remedy));
    }
}
