//! `privacy/nhs-number`: NHS numbers.
//!
//! The *NHS Data Dictionary*, NHS NUMBER: ten digits, the last of which follows from the others,
//! weighted 10 to 2, modulo 11. One in eleven of all ten-digit numbers fits, so that the check
//! digit alone proves nothing: the words around decide, or the form in which the NHS prints it (three
//! digits, three, four), or that nothing else stands in the line. Scotland's CHI numbers and Northern
//! Ireland's health and care numbers have the same check digit.

use gatepost_model::{Certainty, Excerpt, Rule};

use crate::gate::Gate;
use crate::screen::{Look, Screen, Sighting};
use crate::shapes::Shapes;
use crate::sight::Sight;
use crate::surroundings::{speaks_of, stands_alone};

/// The rule.
pub(crate) static RULE: Rule = Rule {
    id: "privacy/nhs-number",
    title: "NHS numbers",
    finds: "NHS numbers whose check digit fits. One in a sentence that neither speaks of health nor parts its digits as the NHS does is only possible.",
    why: "It is the key to a person's medical records.",
    remedy: "Take the number out.",
    flagged: &["NHS number ⟦999 000 0018⟧ for the flu form", "Please bring ⟦999-000-0026⟧"],
    clean: &[
        "NHS number 999 000 0017 has a wrong check digit",
        "We read 1,000,000,000 words",
        "Order 12 34 56 78 90",
        "ISBN 0 306 40615 2",
    ],
    misses: &["A number with a typing error."],
    excerpt: Excerpt::Masked,
};

/// How it looks.
pub(crate) static SCREEN: Screen = Screen {
    rule: &RULE,
    looks: &[Look::Pattern { gate: Gate::shapes(Shapes::NUMBER), find: numbers }],
};

/// Words that speak of health records.
const CONTEXT: &[&str] = &[
    "chi",
    "clinic",
    "consent",
    "doctor",
    "flu",
    "gp",
    "hcn",
    "health",
    "hospital",
    "immunisation",
    "medical",
    "nhs",
    "patient",
    "prescription",
    "surgery",
    "vaccination",
];

/// Words that say that it is something else: old ISBN have the same check digit.
const OTHERS: &[&str] = &["barcode", "isbn", "meeting", "zoom"];

fn numbers(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    for run in sight.runs() {
        for (first, last, digits) in run.stretches(10) {
            let groups = run.groups.get(first..=last).unwrap_or_default();
            let shape: Vec<usize> = groups.iter().map(|group| group.digits.len()).collect();
            let single = shape.iter().all(|length| *length == 1);
            let printed = matches!(shape.as_slice(), [10] | [3, 3, 4]);
            if digits.len() != 10 || !(printed || single) || !fits(&digits) {
                continue;
            }
            let Some(span) = run.span(first, last) else { continue };
            let (certainty, message) = if speaks_of(sight, span, CONTEXT) {
                (Certainty::Certain, "An NHS number.")
            } else if single || speaks_of(sight, span, OTHERS) {
                continue;
            } else if shape.len() == 3 || stands_alone(sight, span) {
                (Certainty::Likely, "A number in the form of an NHS number; its check digit fits.")
            } else {
                (
                    Certainty::Possible,
                    "A number that could be an NHS number; nothing around it says so.",
                )
            };
            seen.push(Sighting::new(span, certainty, message));
        }
    }
}

fn fits(number: &str) -> bool {
    let digits: Vec<u32> = number.chars().filter_map(|c| c.to_digit(10)).collect();
    let [body @ .., check] = digits.as_slice() else { return false };
    let sum: u32 = body.iter().zip((2..=10).rev()).map(|(digit, weight)| digit * weight).sum();
    let wanted = (11 - sum % 11) % 11;
    wanted == *check && digits.iter().any(|digit| digit != check)
}
