//! Identifiers by their standards: bare and disguised ones are found, and what is nearly one is not.

mod common;

use common::{detector, findings};
use gatepost_cases::table;
use gatepost_model::Certainty;
use serde::Deserialize;

/// The kinds of identifiers, each with a table under `fixtures/identifiers/`.
const KINDS: [&str; 16] = [
    "address",
    "bank-account",
    "card",
    "coordinates",
    "credential",
    "date-of-birth",
    "driving-licence",
    "email",
    "ip-address",
    "national-insurance",
    "nhs-number",
    "passport",
    "phone",
    "social-handle",
    "upn",
    "vehicle-registration",
];

/// How few texts make a table worth the name.
const FEWEST: usize = 15;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Is {
    Valid,
    Invalid,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Samples {
    is: Is,
    why: String,
    texts: Vec<String>,
}

/// The rules on personal data that would hold a text.
fn held_by(text: &str) -> Vec<&'static str> {
    let found = findings(detector(), text).into_iter();
    found
        .filter(|finding| finding.certainty > Certainty::Possible)
        .map(|finding| finding.rule.id)
        .filter(|id| id.starts_with("privacy/"))
        .collect()
}

#[test]
fn identifiers_are_found_and_what_is_nearly_one_is_not() {
    let mut wrong = Vec::new();
    for kind in KINDS {
        let rule = format!("privacy/{kind}");
        for case in table::<Samples>(&format!("identifiers/{kind}.toml")) {
            assert!(case.texts.len() >= FEWEST, "{kind} has too few: {}", case.why);
            for text in &case.texts {
                let held = held_by(text);
                let right = match case.is {
                    Is::Valid => held.contains(&rule.as_str()),
                    Is::Invalid => held.is_empty(),
                };
                if !right {
                    wrong.push(format!("{kind} {:?}: {text:?} {held:?}", case.is));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
