//! `privacy/card`: numbers of payment cards.
//!
//! ISO/IEC 7812-1: the issuer's prefix (annex on the major industry identifier) and the Luhn check
//! digit must fit, and the digits must stand as on a card, in one or in its groups.

use gatepost_model::{Certainty, Excerpt, Rule};

use crate::gate::Gate;
use crate::screen::{Look, Screen, Sighting};
use crate::shapes::Shapes;
use crate::sight::Sight;
use crate::surroundings::speaks_of;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    id: "privacy/card",
    title: "Card numbers",
    finds: "Numbers of payment cards, by prefix, grouping and check digit.",
    why: "A published card number is used by strangers within minutes.",
    remedy: "Take the number out, and tell the bank if it was ever public.",
    flagged: &["Card ⟦4111 1111 1111 1111⟧ exp 12/28", "⟦5555555555554444⟧"],
    clean: &["Card 4111 1111 1111 1112", "1111 2222 3333 4444 sheep", "ISBN 978 0 14 036 415 3"],
    misses: &["A number of which some digits are left out."],
    excerpt: Excerpt::Masked,
};

/// How it looks.
pub(crate) static SCREEN: Screen = Screen {
    rule: &RULE,
    looks: &[Look::Pattern { gate: Gate::shapes(Shapes::NUMBER), find: numbers }],
};

/// Words that speak of cards.
const CONTEXT: &[&str] = &[
    "amex",
    "card",
    "credit",
    "cvc",
    "cvv",
    "debit",
    "exp",
    "expires",
    "expiry",
    "mastercard",
    "visa",
];

fn numbers(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    for run in sight.runs() {
        for (first, last, digits) in run.stretches(19) {
            let groups = run.groups.get(first..=last).unwrap_or_default();
            let shape: Vec<usize> = groups.iter().map(|group| group.digits.len()).collect();
            let as_on_a_card = matches!(
                shape.as_slice(),
                [12..=16 | 19] | [4, 4, 4, 4] | [4, 4, 4, 4, 3] | [4, 6, 4 | 5]
            );
            if !as_on_a_card || !issued(&digits) || !luhn(&digits) {
                continue;
            }
            let Some(span) = run.span(first, last) else { continue };
            let certainty = if speaks_of(sight, span, CONTEXT) {
                Certainty::Certain
            } else if is_seldom(&digits) {
                continue;
            } else {
                Certainty::Likely
            };
            seen.push(Sighting::new(
                span,
                certainty,
                "A payment card's number: its check digit fits.",
            ));
        }
    }
}

fn issued(digits: &str) -> bool {
    let prefix =
        |length: usize| digits.get(..length).and_then(|p| p.parse::<u32>().ok()).unwrap_or(0);
    match digits.len() {
        14 => matches!(prefix(3), 300..=305 | 309) || matches!(prefix(2), 36 | 38 | 39),
        15 => matches!(prefix(2), 34 | 37) || matches!(prefix(4), 1800 | 2131),
        13 => prefix(1) == 4,
        16 => {
            prefix(1) == 4
                || matches!(prefix(2), 50..=58 | 62 | 63 | 65 | 67)
                || matches!(prefix(4), 2221..=2720 | 6011 | 6440..=6499 | 3528..=3589)
        }
        _ => prefix(1) == 4 || matches!(prefix(2), 50 | 56..=58 | 62 | 63 | 67),
    }
}

/// True for a form that few cards have and other numbers have as often: words of cards must stand near.
fn is_seldom(digits: &str) -> bool {
    matches!(digits.len(), 12 | 13) || (digits.len() == 15 && !digits.starts_with('3'))
}

fn luhn(digits: &str) -> bool {
    let sum: u32 = digits
        .chars()
        .rev()
        .filter_map(|c| c.to_digit(10))
        .enumerate()
        .map(|(place, digit)| match digit * 2 {
            _ if place % 2 == 0 => digit,
            double if double > 9 => double - 9,
            double => double,
        })
        .sum();
    sum.is_multiple_of(10)
}
