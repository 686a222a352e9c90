//! `privacy/passport`: passport numbers.
//!
//! HM Passport Office: nine digits; other countries mix letters in. Nine characters prove nothing by
//! themselves, so that the word *passport* must stand near.

use std::sync::LazyLock;

use gatepost_model::{Certainty, Excerpt, Rule, Span};
use regex::Regex;

use crate::expression::{captures, compile};
use crate::gate::Gate;
use crate::screen::{Look, Screen, Sighting};
use crate::shapes::Shapes;
use crate::sight::Sight;
use crate::surroundings::speaks_of;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    id: "privacy/passport",
    title: "Passport numbers",
    finds: "A number of nine digits, or two letters and seven, near the word passport.",
    why: "With a name, it is enough to apply for much in somebody's name.",
    remedy: "Take the number out.",
    flagged: &[
        "Passport number ⟦999000123⟧ for the ski trip",
        "His passport (⟦ZZ 1234567⟧) is in the safe",
    ],
    clean: &[
        "Bring your passport to the ski trip on 12 February",
        "We counted 999000123 stars",
        "Reading passports: collect 10 stamps",
    ],
    misses: &["A number that nothing announces."],
    excerpt: Excerpt::Masked,
};

/// How it looks.
pub(crate) static SCREEN: Screen = Screen {
    rule: &RULE,
    looks: &[Look::Pattern {
        gate: Gate::shapes(Shapes::SIX_DIGITS).and_cues(&[CONTEXT]),
        find: numbers,
    }],
};

/// Words that say what the number is.
const CONTEXT: &[&str] = &["passport", "passports"];

static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?i)\b(?P<number>[0-9]{9}|[0-9]{3} [0-9]{3} [0-9]{3}|[A-Z]{1,2} ?[0-9]{7}|[A-Z]{2}[0-9][A-Z0-9]{6})\b",
    )
});

fn numbers(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    for found in captures(&NUMBER, sight.text()) {
        let Some(number) = found.name("number") else { continue };
        let span = Span::from(number.range());
        if speaks_of(sight, span, CONTEXT) {
            seen.push(Sighting::new(span, Certainty::Certain, "A passport's number."));
        }
    }
}
