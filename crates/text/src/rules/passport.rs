//! `privacy/passport`: passport numbers.
//!
//! HM Passport Office: nine digits; other countries mix letters in (ICAO Doc 9303, part 4, has nine
//! characters for all). Nine digits prove nothing by themselves, so that the word *passport* must stand
//! near; two capitals and seven digits are one too where nothing else stands in the line. The two lines
//! for machines at the foot of the page prove themselves.

use std::sync::LazyLock;

use gatepost_model::{Certainty, Excerpt, Rule};
use regex::Regex;

use crate::expression::{captures, compile};
use crate::gate::Gate;
use crate::screen::{Look, Screen, Sighting};
use crate::shapes::Shapes;
use crate::sight::Sight;
use crate::surroundings::{speaks_of, stands_alone};

/// The rule.
pub(crate) static RULE: Rule = Rule {
    id: "privacy/passport",
    title: "Passport numbers",
    finds: "A number of nine digits, or of letters and digits, near the word passport; two capitals and seven digits alone in a line; and the lines that machines read.",
    why: "With a name, it is enough to apply for much in somebody's name.",
    remedy: "Take the number out.",
    flagged: &[
        "Passport number ⟦999000123⟧ for the ski trip",
        "His passport (⟦ZZ 1234567⟧) is in the safe",
        "⟦ZZ1234567⟧",
    ],
    clean: &[
        "Bring your passport to the ski trip on 12 February",
        "We counted 999000123 stars",
        "Reading passports: collect 10 stamps",
        "Invoice ZZ1234567",
    ],
    misses: &["A number that nothing announces."],
    excerpt: Excerpt::Masked,
};

/// How it looks.
pub(crate) static SCREEN: Screen = Screen {
    rule: &RULE,
    looks: &[
        Look::Pattern {
            gate: Gate::shapes(Shapes::MIXED.or(Shapes::SIX_DIGITS)).and_cues(&[CONTEXT]),
            find: numbers,
        },
        Look::Pattern { gate: Gate::shapes(Shapes::PLATE.or(Shapes::NINE_DIGITS)), find: bare },
    ],
};

/// Words that say what the number is.
const CONTEXT: &[&str] = &["passport", "passports"];

static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?i)\b(?P<number>[0-9]{9}|[0-9]{3} [0-9]{3} [0-9]{3}|[A-Z]{1,2} ?[0-9]{7}|[A-Z]{2}[0-9][A-Z0-9]{6}|[0-9]{2}[A-Z]{2}[0-9]{5}|[CFGHJK][0-9][A-Z0-9]{7})\b",
    )
});

static BARE: LazyLock<Regex> = LazyLock::new(|| {
    compile(concat!(
        r"\b(?P<number>[A-Z]{2}[0-9]{7})\b",
        // The second line for machines: number, its check digit, country, birth, sex, expiry.
        r"|\b(?P<line>[A-Z0-9<]{9}[0-9][A-Z<]{3}[0-9]{7}[MFX<][0-9]{7})",
    ))
});

fn numbers(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    for found in captures(&NUMBER, sight.clear()) {
        let Some(number) = found.name("number") else { continue };
        let span = sight.place(number.range());
        if speaks_of(sight, span, CONTEXT) {
            seen.push(Sighting::new(span, Certainty::Certain, "A passport's number."));
        }
    }
}

fn bare(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    for found in captures(&BARE, sight.clear()) {
        let Some(whole) = found.get(0) else { continue };
        let span = sight.place(whole.range());
        if found.name("line").is_some() {
            seen.push(Sighting::new(span, Certainty::Certain, "A passport's line for machines."));
        } else if stands_alone(sight, span) {
            let message = "Letters and digits in the form of a passport's number.";
            seen.push(Sighting::new(span, Certainty::Likely, message));
        }
    }
}
