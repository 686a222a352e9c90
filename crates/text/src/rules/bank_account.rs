//! `privacy/bank-account`: sort codes, account numbers and IBANs.
//!
//! A sort code has the shape of many dates, so that it counts only beside an account number or
//! words of banking. An IBAN proves itself by its check digits (ISO 13616-1, section 5; ISO 7064
//! MOD 97-10).

use std::sync::LazyLock;

use gatepost_model::{Certainty, Excerpt, Rule};
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
    compile(concat!(
        r"\b[0-9]{2}[- ][0-9]{2}[- ][0-9]{2}\b(?P<account>[ ,/|]{1,3}[0-9]{8}\b)?",
        r"|(?i:\bsort\s?code\s?(?:is|no|number)?[\s:=.]{1,3})(?P<plain>[0-9]{6})\b",
    ))
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
    for found in captures(&SORT_CODE, sight.clear()) {
        let Some(whole) = found.name("plain").or_else(|| found.get(0)) else { continue };
        let span = sight.place(whole.range());
        let certainty = match (found.name("account"), speaks_of(sight, span, CONTEXT)) {
            (_, true) => Certainty::Certain,
            (Some(_), false) => Certainty::Likely,
            (None, false) => continue,
        };
        seen.push(Sighting::new(span, certainty, "A bank's sort code."));
    }
    for found in captures(&ACCOUNT, sight.clear()) {
        if let Some(number) = found.name("number") {
            let span = sight.place(number.range());
            seen.push(Sighting::new(span, Certainty::Certain, "A bank account's number."));
        }
    }
}

fn ibans(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    let clear = sight.clear();
    for found in IBAN.find_iter(clear) {
        // The pattern may have run on into the next words: the longest part that proves itself counts.
        let text = found.as_str();
        let ends = text.char_indices().map(|(at, c)| at + c.len_utf8()).rev();
        let ends_word = |end: usize| {
            let behind = clear.get(found.start() + end..).and_then(|rest| rest.chars().next());
            !behind.is_some_and(|c| c.is_ascii_alphanumeric())
        };
        let mut parts = ends.filter(|end| ends_word(*end)).filter_map(|end| text.get(..end));
        if let Some(part) = parts.find(|part| is_iban(part)) {
            let span = sight.place(found.start()..found.start() + part.len());
            seen.push(Sighting::new(
                span,
                Certainty::Certain,
                "An international bank account number.",
            ));
        }
    }
}

/// How long an account number of each country is: SWIFT's registry of IBAN, as ISO 13616 asks for.
const LENGTHS: &[(&str, usize)] = &[
    ("AD", 24),
    ("AE", 23),
    ("AL", 28),
    ("AT", 20),
    ("AZ", 28),
    ("BA", 20),
    ("BE", 16),
    ("BG", 22),
    ("BH", 22),
    ("BI", 27),
    ("BR", 29),
    ("BY", 28),
    ("CH", 21),
    ("CR", 22),
    ("CY", 28),
    ("CZ", 24),
    ("DE", 22),
    ("DJ", 27),
    ("DK", 18),
    ("DO", 28),
    ("EE", 20),
    ("EG", 29),
    ("ES", 24),
    ("FI", 18),
    ("FK", 18),
    ("FO", 18),
    ("FR", 27),
    ("GB", 22),
    ("GE", 22),
    ("GI", 23),
    ("GL", 18),
    ("GR", 27),
    ("GT", 28),
    ("HN", 28),
    ("HR", 21),
    ("HU", 28),
    ("IE", 22),
    ("IL", 23),
    ("IQ", 23),
    ("IS", 26),
    ("IT", 27),
    ("JO", 30),
    ("KW", 30),
    ("KZ", 20),
    ("LB", 28),
    ("LC", 32),
    ("LI", 21),
    ("LT", 20),
    ("LU", 20),
    ("LV", 21),
    ("LY", 25),
    ("MC", 27),
    ("MD", 24),
    ("ME", 22),
    ("MK", 19),
    ("MN", 20),
    ("MR", 27),
    ("MT", 31),
    ("MU", 30),
    ("NI", 28),
    ("NL", 18),
    ("NO", 15),
    ("OM", 23),
    ("PK", 24),
    ("PL", 28),
    ("PS", 29),
    ("PT", 25),
    ("QA", 29),
    ("RO", 24),
    ("RS", 22),
    ("RU", 33),
    ("SA", 24),
    ("SC", 31),
    ("SD", 18),
    ("SE", 24),
    ("SI", 19),
    ("SK", 24),
    ("SM", 27),
    ("SO", 23),
    ("ST", 25),
    ("SV", 28),
    ("TL", 23),
    ("TN", 24),
    ("TR", 26),
    ("UA", 29),
    ("VA", 22),
    ("VG", 24),
    ("XK", 20),
    ("YE", 30),
];

fn is_iban(text: &str) -> bool {
    let iban = squeezed(text);
    let Some((head, body)) = iban.split_at_checked(4) else { return false };
    let length = LENGTHS.iter().find(|(country, _)| head.starts_with(country));
    if length.is_none_or(|(_, length)| *length != iban.len()) || text.ends_with([' ', '-']) {
        return false;
    }
    let remainder = body.chars().chain(head.chars()).try_fold(0_u32, |rest, c| {
        let value = c.to_digit(36)?;
        Some(if value < 10 { (rest * 10 + value) % 97 } else { (rest * 100 + value) % 97 })
    });
    remainder == Some(1)
}
