//! `privacy/bank-account`: sort codes, account numbers and IBANs.
//!
//! A sort code has the shape of many dates, so that it counts only beside an account number or
//! words of banking. An IBAN proves itself by its check digits (ISO 13616-1, section 5; ISO 7064
//! MOD 97-10).

use std::sync::LazyLock;

use gatepost_model::{Certainty, Excerpt, Rule, Span};
use regex::Regex;

use crate::expression::{captures, compile};
use crate::gate::Gate;
use crate::own::squeezed;
use crate::screen::{Look, Screen, Sighting};
use crate::shapes::Shapes;
use crate::sight::Sight;
use crate::surroundings::speaks_of;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    id: "privacy/bank-account",
    title: "Bank accounts",
    finds: "A sort code with an account number or with words of banking around it, an account number behind such words, and IBANs.",
    why: "Published bank details invite fraud, and parents should pay by the school's own system alone.",
    remedy: "Take the details out, and point to the school's payment system.",
    flagged: &[
        "Pay into sort code ⟦00-00-99⟧, account number ⟦00012345⟧",
        "Deposits: ⟦00-00-99 00012345⟧",
        "IBAN ⟦GB33 BUKB 2020 1555 5555 55⟧",
    ],
    clean: &[
        "Term dates: 02-09-26 to 18-12-26",
        "On account of the 12345678 visitors",
        "Code GB34 BUKB 2020 1555 5555 55",
    ],
    misses: &["Bank details told without a word of banking and without a sort code's hyphens."],
    excerpt: Excerpt::Masked,
};

/// How it looks.
pub(crate) static SCREEN: Screen = Screen {
    rule: &RULE,
    looks: &[
        Look::Pattern { gate: Gate::shapes(Shapes::SIX_DIGITS), find: accounts },
        Look::Pattern { gate: Gate::shapes(Shapes::PLATE), find: ibans },
    ],
};

static SORT_CODE: LazyLock<Regex> = LazyLock::new(|| {
    compile(r"\b[0-9]{2}[- ][0-9]{2}[- ][0-9]{2}\b(?P<account>[ ,/|]{1,3}[0-9]{8}\b)?")
});

static ACCOUNT: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?i)\b(?:account|acc|acct|a/c)\s*(?:number|no|num|nr|#)?[\s.:=]{0,3}(?:is\s)?(?P<number>[0-9]{8})\b",
    )
});

static IBAN: LazyLock<Regex> = LazyLock::new(|| {
    compile(r"(?i)\b[A-Z]{2}[0-9]{2}(?:[ -]?[A-Z0-9]{4}){2,7}(?:[ -]?[A-Z0-9]{1,4})?\b")
});

/// Words of banking.
const CONTEXT: &[&str] = &[
    "sort", "sortcode", "bank", "bacs", "iban", "payee", "barclays", "natwest", "hsbc", "lloyds",
    "monzo",
];

fn accounts(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    for found in captures(&SORT_CODE, sight.text()) {
        let Some(whole) = found.get(0) else { continue };
        let span = Span::from(whole.range());
        let certainty = match (found.name("account"), speaks_of(sight, span, CONTEXT)) {
            (_, true) => Certainty::Certain,
            (Some(_), false) => Certainty::Likely,
            (None, false) => continue,
        };
        seen.push(Sighting::new(span, certainty, "A bank's sort code."));
    }
    for found in captures(&ACCOUNT, sight.text()) {
        if let Some(number) = found.name("number") {
            let span = Span::from(number.range());
            seen.push(Sighting::new(span, Certainty::Certain, "A bank account's number."));
        }
    }
}

fn ibans(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    for found in IBAN.find_iter(sight.text()) {
        // The pattern may have run on into the next words: the longest part that proves itself counts.
        let text = found.as_str();
        let ends = text.char_indices().map(|(at, c)| at + c.len_utf8()).rev();
        let proved = ends.filter_map(|end| text.get(..end)).find(|part| is_iban(part));
        if let Some(part) = proved {
            let span = Span::new(found.start(), found.start() + part.len());
            seen.push(Sighting::new(
                span,
                Certainty::Certain,
                "An international bank account number.",
            ));
        }
    }
}

fn is_iban(text: &str) -> bool {
    let iban = squeezed(text);
    let Some((head, body)) = iban.split_at_checked(4) else { return false };
    let length_fits =
        if head.starts_with("GB") { iban.len() == 22 } else { (15..=34).contains(&iban.len()) };
    if !length_fits || text.ends_with([' ', '-']) {
        return false;
    }
    let remainder = body.chars().chain(head.chars()).try_fold(0_u32, |rest, c| {
        let value = c.to_digit(36)?;
        Some(if value < 10 { (rest * 10 + value) % 97 } else { (rest * 100 + value) % 97 })
    });
    remainder == Some(1)
}
