//! `privacy/upn`: unique pupil numbers.
//!
//! The Department for Education's *Unique pupil numbers* guide, annex on the check letter: a
//! letter, a local authority's number, the establishment's, the year, a serial number; the letter
//! follows from the twelve digits, weighted 2 to 13, modulo 23. A temporary number ends with a
//! letter.

use std::sync::LazyLock;

use gatepost_model::{Certainty, Excerpt, Rule};
use regex::Regex;

use crate::expression::compile;
use crate::gate::Gate;
use crate::screen::{Look, Screen, Sighting};
use crate::shapes::Shapes;
use crate::sight::Sight;
use crate::surroundings::speaks_of;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    id: "privacy/upn",
    title: "Unique pupil numbers",
    finds: "Unique pupil numbers (UPN), permanent and temporary: letter, local authority and check letter must fit together.",
    why: "The number follows a child from school to school and opens their records.",
    remedy: "Take the number out. It belongs in the management information system alone.",
    flagged: &["UPN ⟦H801200001001⟧ starts on Monday", "list: ⟦H801 2000 01 001⟧"],
    clean: &["Part number A801200001001", "Booking H80120000100", "Serial H001200001001"],
    misses: &["A number with a typing error, which no longer fits its check letter."],
    excerpt: Excerpt::Masked,
};

/// How it looks.
pub(crate) static SCREEN: Screen = Screen {
    rule: &RULE,
    looks: &[Look::Pattern { gate: Gate::shapes(Shapes::NINE_DIGITS), find: numbers }],
};

static SHAPE: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?i)\b[A-HJ-NP-RT-Z][ -]?[0-9]{3}[ -]?[0-9]{4}[ -]?[0-9]{2}[ -]?[0-9]{2}[0-9A-HJ-NP-RT-Z]\b",
    )
});

/// Check letters by remainder; I, O and S are left out.
const LETTERS: &[u8; 23] = b"ABCDEFGHJKLMNPQRTUVWXYZ";

/// Words that say that a number is a pupil's.
const CONTEXT: &[&str] = &["upn", "upns", "pupil", "pupils", "unique"];

fn numbers(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    for found in SHAPE.find_iter(sight.clear()) {
        if is_upn(found.as_str()) {
            let span = sight.place(found.range());
            let certainty = if speaks_of(sight, span, CONTEXT) {
                Certainty::Certain
            } else {
                Certainty::Likely
            };
            seen.push(Sighting::new(
                span,
                certainty,
                "A unique pupil number: its check letter fits.",
            ));
        }
    }
}

fn is_upn(number: &str) -> bool {
    let mut symbols =
        number.bytes().filter(u8::is_ascii_alphanumeric).map(|b| b.to_ascii_uppercase());
    let letter = symbols.next();
    let digits: Option<Vec<usize>> = symbols.map(value).collect();
    let Some(digits) = digits.filter(|digits| digits.len() == 12) else { return false };
    let authority = digits.iter().take(3).fold(0, |sum, digit| sum * 10 + digit);
    let sum: usize = digits.iter().zip(2..).map(|(digit, weight)| digit * weight).sum();
    matches!(authority, 1 | 201..=399 | 660..=681 | 800..=999)
        && LETTERS.get(sum % 23).copied() == letter
}

/// A digit's value, or a check letter's, as temporary numbers count them.
fn value(symbol: u8) -> Option<usize> {
    match symbol {
        b'0'..=b'9' => Some(usize::from(symbol - b'0')),
        _ => LETTERS.iter().position(|letter| *letter == symbol),
    }
}
