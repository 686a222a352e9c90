//! The JSON Schema of pack files, made from the words that the parser knows and the rules of the house.
//!
//! Editors complete and check a pack with it while it is written; `crates/policy/pack.schema.json` is kept
//! true by a test. What a schema cannot say (a clause that contradicts itself) `gatepost policy check` says.

use gatepost_policy::{FieldKind, Met, When, builtin_ids};
use serde_json::{Value, json};

use crate::catalogue::catalogue;

const PLATFORMS: &[&str] = &[
    "any",
    "x",
    "facebook",
    "instagram",
    "youtube",
    "mastodon",
    "bluesky",
    "website",
    "newsletter",
    "other",
];
const PURPOSES: &[&str] = &["reminder", "good-news", "achievement", "information", "learning"];
const ATTESTATIONS: &[&str] = &["dress", "dignity", "rights", "learning"];

/// The schema, as text that ends with a line break.
pub fn policy_schema() -> String {
    let schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A gatepost policy pack",
        "description": "What each key means stands in crates/policy/README.md.",
        "type": "object",
        "additionalProperties": false,
        "anyOf": [{ "required": ["extend", "id"] },
                  { "required": ["id", "title", "version", "held", "roles", "route"] }],
        "properties": {
            "extend": one_of(&builtin_ids().collect::<Vec<_>>()),
            "id": text(), "title": text(), "version": text(), "held": text(),
            "date": {}, "next_review": {},
            "roles": texts(), "route": texts(), "exceptions": texts(),
            "concerns": { "type": "object", "additionalProperties": text() },
            "parameters": parameters(),
            "attestation": list(&json!({
                "type": "object", "additionalProperties": false, "required": ["key", "when", "why"],
                "properties": {
                    "key": one_of(ATTESTATIONS), "when": one_of(&situations()), "why": text(),
                },
            })),
            "contact": list(&json!({
                "type": "object", "additionalProperties": false, "required": ["name", "reach", "when"],
                "properties": {
                    "name": text(), "reach": text(), "when": text(), "rules": some_of(&rules()),
                },
            })),
            "clause": list(&clause()),
        },
    });
    format!("{schema:#}\n")
}

fn clause() -> Value {
    let met: Vec<&str> = Met::ALL.iter().map(|met| met.word()).collect();
    let fields: Vec<&str> = FieldKind::ALL.iter().map(|kind| kind.word()).collect();
    json!({
        "type": "object", "additionalProperties": false, "required": ["id"],
        "properties": {
            "id": text(), "section": text(), "asks": text(), "why": text(),
            "met": some_of(&met),
            "rules": some_of(&rules()), "with": some_of(&rules()),
            "planned_rules": texts(), "planned": text(),
            "rest": { "type": "boolean" },
            "severity": one_of(&["hold", "advice"]),
            "from": one_of(&["possible", "likely", "certain"]),
            "unless_attested": one_of(ATTESTATIONS),
            "unless_consent": one_of(&["name"]),
            "when": one_of(&["pupils-pictured", "purpose-learning"]),
            "fields": some_of(&fields),
            "attests": some_of(ATTESTATIONS),
            "route": texts(), "approve": texts(), "must": texts(),
            "approvals": { "type": "integer", "minimum": 1, "maximum": 5 },
        },
    })
}

fn parameters() -> Value {
    let asked = || one_of(&["asked", "not-asked"]);
    let number = || json!({ "type": "integer", "minimum": 0 });
    let purposes: serde_json::Map<String, Value> =
        PLATFORMS.iter().map(|platform| ((*platform).to_owned(), some_of(PURPOSES))).collect();
    json!({
        "type": "object", "additionalProperties": false,
        "properties": {
            "training": asked(), "training_months": number(), "agreement": asked(),
            "purpose": asked(),
            "purposes": { "type": "object", "additionalProperties": false, "properties": purposes },
            "teaching_exception": one_of(&["allowed", "none"]),
            "account_approvers": texts(),
            "account_particulars": some_of(&["aim", "audience", "promotion", "access"]),
            "account_email": one_of(&["school-domain", "any"]),
            "operators_at_least": number(),
            "risk_assessment": texts(),
            "consent_lasts": one_of(&["academic-year", "until-withdrawn"]),
            "consent_register_days": number(),
            "group_pictures": asked(),
        },
    })
}

fn rules() -> Vec<&'static str> {
    catalogue().iter().map(|rule| rule.id).collect()
}

fn situations() -> Vec<&'static str> {
    When::ALL.iter().map(|when| when.word()).collect()
}

fn text() -> Value {
    json!({ "type": "string", "minLength": 1 })
}

/// One text or a list of them.
fn texts() -> Value {
    json!({ "anyOf": [text(), { "type": "array", "items": text() }] })
}

fn one_of(words: &[&str]) -> Value {
    json!({ "enum": words })
}

/// One of these words or a list of them.
fn some_of(words: &[&str]) -> Value {
    json!({ "anyOf": [{ "enum": words }, { "type": "array", "items": { "enum": words } }] })
}

fn list(item: &Value) -> Value {
    json!({ "type": "array", "items": item })
}
