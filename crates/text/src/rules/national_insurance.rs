//! `privacy/national-insurance`: National Insurance numbers.
//!
//! HMRC's *National Insurance Manual*, NIM39110: two letters, six digits, a suffix A to D; D, F, I,
//! Q, U and V never begin one, O is never second, and some pairs are not issued.

use std::sync::LazyLock;

use gatepost_model::{Certainty, Excerpt, Rule};
use regex::Regex;

use crate::expression::compile;
use crate::gate::Gate;
use crate::own::squeezed;
use crate::screen::{Look, Screen, Sighting};
use crate::shapes::Shapes;
use crate::sight::Sight;
use crate::surroundings::speaks_of;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    id: "privacy/national-insurance",
    title: "National Insurance numbers",
    finds: "National Insurance numbers with their suffix, and without it where the words around speak of one.",
    why: "With it and a name a stranger can claim to be that member of staff.",
    remedy: "Take the number out. It belongs in the personnel file alone.",
    flagged: &["NI number: ⟦AB 12 34 56 C⟧", "it is ⟦CE123456D⟧", "NINO ⟦JK 12 34 56⟧ for payroll"],
    clean: &[
        "QQ 12 34 56 C is the specimen",
        "Flight BA 12 34 56 lands at noon",
        "Order GB123456A",
    ],
    misses: &["A number whose letters are spelled out."],
    excerpt: Excerpt::Masked,
};

/// How it looks.
pub(crate) static SCREEN: Screen = Screen {
    rule: &RULE,
    looks: &[Look::Pattern { gate: Gate::shapes(Shapes::SIX_DIGITS), find: numbers }],
};

static SHAPE: LazyLock<Regex> = LazyLock::new(|| {
    compile(concat!(
        r"(?i)\b[A-CEGHJ-PR-TW-Z][ .-]?[A-CEGHJ-NPR-TW-Z][ .-]?",
        r"[0-9](?:[ .-]?[0-9]){5}(?:[ .-]?[A-D])?\b"
    ))
});

/// Pairs of letters that are not issued.
const UNISSUED: &[&str] = &["BG", "GB", "KN", "NK", "NT", "TN", "ZZ"];

/// Words that say what the number is.
const CONTEXT: &[&str] = &["ni", "nino", "insurance", "payroll", "hmrc"];

fn numbers(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    for found in SHAPE.find_iter(sight.clear()) {
        let span = sight.place(found.range());
        let number = squeezed(found.as_str());
        if UNISSUED.iter().any(|pair| number.starts_with(pair)) {
            continue;
        }
        let spoken_of = speaks_of(sight, span, CONTEXT);
        let certainty = match (number.len(), spoken_of) {
            (9, true) => Certainty::Certain,
            (9, false) | (8, true) => Certainty::Likely,
            _ => continue,
        };
        seen.push(Sighting::new(span, certainty, "A National Insurance number."));
    }
}
