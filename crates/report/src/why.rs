//! A verdict as a note to the person who dropped the draft.

use gatepost::Gate;
use gatepost_model::{Decision, Severity, Verdict};

use crate::line::taken_out_words;
use crate::matter::{Matter, matters};
use crate::next::{next, who};
use crate::visible::one_line;
use crate::words::capital;
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
    paragraph(note, &mark, &format!("{}.", matter.heading));
    for sentence in matter.said() {
        paragraph(note, &indent, &sentence);
    }
    if !matter.place.is_empty() {
        let at = matter.quoted().map_or(String::new(), |quoted| format!(", at {quoted}"));
        paragraph(note, &indent, &format!("Where: {}{at}.", matter.place));
    }
    if let Some(whom) = matter.whom() {
        paragraph(note, &indent, &whom);
    }
    if !matter.is_certain() {
        paragraph(note, &indent, matter.sureness());
    }
    if !matter.remedies.is_empty() {
        paragraph(note, &indent, &format!("To put it right: {}", matter.remedies.join(" ")));
    }
    if let Some(clause) = matter.clauses.first() {
        let section = capital(&clause.section);
        let sentence = format!("{section}: {} {}", clause.asks, clause.why);
        paragraph(note, &indent, &sentence);
    }
}

fn told(note: &mut String, matter: &Matter, verdict: &Verdict) {
    if matter.is_cleaned() {
        let what = taken_out_words(verdict);
        let sentence = format!("{}: {what}.", matter.heading);
        paragraph(note, "  - ", if what.is_empty() { &matter.heading } else { &sentence });
        return;
    }
    let at = matter.quoted().map_or(String::new(), |quoted| format!(", at {quoted}"));
    let place =
        if matter.place.is_empty() { String::new() } else { format!(" ({}{at})", matter.place) };
    paragraph(note, "  - ", &format!("{}{place}.", matter.heading));
    for sentence in matter.said() {
        paragraph(note, "    ", &sentence);
    }
    if !matter.remedies.is_empty() {
        paragraph(note, "    ", &matter.remedies.join(" "));
    }
}
