//! `privacy/driving-licence`: numbers of driving licences of Great Britain.
//!
//! DVLA: five characters of the surname, padded with 9; a digit of the decade; the month, with 5
//! added to its first digit for women; the day; a digit of the year; two initials, padded with 9; a
//! digit and two check characters.

use std::sync::LazyLock;

use gatepost_model::{Certainty, Excerpt, Rule};
use regex::Regex;

use crate::expression::{captures, compile};
use crate::gate::Gate;
use crate::screen::{Look, Screen, Sighting};
use crate::shapes::Shapes;
use crate::sight::Sight;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    id: "privacy/driving-licence",
    title: "Driving licence numbers",
    finds: "The sixteen characters of a British driving licence, with or without its issue number, and the eight digits of a Northern Irish one behind the word.",
    why: "It holds a name and a date of birth, and opens accounts.",
    remedy: "Take the number out.",
    flagged: &["Minibus driver: ⟦ZZTOP 902157 AB9 CD⟧", "licence ⟦ZZ999 654301 Z99 AA 10⟧"],
    clean: &["Code ZZTOP902357AB9CD has a month of 23", "MORGAN won 657054 points"],
    misses: &["The eight digits of a Northern Irish licence, unless the word stands before them."],
    excerpt: Excerpt::Masked,
};

/// How it looks.
pub(crate) static SCREEN: Screen = Screen {
    rule: &RULE,
    looks: &[
        Look::Pattern { gate: Gate::shapes(Shapes::SIX_DIGITS), find: numbers },
        Look::Pattern {
            gate: Gate::shapes(Shapes::SIX_DIGITS).and_cues(&[&["licen[cs]e"]]),
            find: northern_irish,
        },
    ],
};

static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    compile(concat!(
        r"(?i)\b(?:[A-Z]{5}|[A-Z]{4}9|[A-Z]{3}99|[A-Z]{2}999|[A-Z]9999)[ -]?[0-9][ -]?(?P<month>0[1-9]|1[0-2]|5[1-9]|6[0-2])[ -]?(?P<day>0[1-9]|[12][0-9]|3[01])[ -]?[0-9]",
        r"[ -]?(?:[A-Z]{2}|[A-Z]9|99)[ -]?[0-9A-Z][ -]?[A-Z]{2}(?:[ -]?[0-9]{2})?\b",
    ))
});

static NORTHERN_IRISH: LazyLock<Regex> = LazyLock::new(|| {
    compile(r"(?i)\blicen[cs]e\s?(?:number|num|no|#)?\.?[\s:=]{1,3}(?:is\s)?(?P<number>[0-9]{8})\b")
});

fn numbers(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    for found in captures(&NUMBER, sight.clear()) {
        let part = |name| found.name(name).and_then(|part| part.as_str().parse::<u8>().ok());
        let (Some(whole), Some(month), Some(day)) = (found.get(0), part("month"), part("day"))
        else {
            continue;
        };
        let days = match if month > 50 { month - 50 } else { month } {
            2 => 29,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        if day <= days {
            seen.push(Sighting::new(
                sight.place(whole.range()),
                Certainty::Certain,
                "A number in the form of a driving licence's.",
            ));
        }
    }
}

fn northern_irish(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    for found in captures(&NORTHERN_IRISH, sight.clear()) {
        if let Some(number) = found.name("number") {
            let message = "A driving licence's number.";
            seen.push(Sighting::new(sight.place(number.range()), Certainty::Likely, message));
        }
    }
}
