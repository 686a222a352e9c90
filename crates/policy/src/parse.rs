//! Reads a policy pack from TOML.
//!
//! In: a text and every rule of the house. Out: a sound pack, or everything that is wrong with it, by
//! line. What a pack may say stands in this crate's README.

mod clauses;
mod parameters;

use std::fmt::Write as _;

use gatepost_model::Rule;
use jiff::civil::Date;
use sha2::{Digest, Sha256};
use toml::de::DeTable;

use crate::clause::When;
use crate::error::{Fault, FaultKind};
use crate::pack::Pack;
use crate::parameters::{Attestation, Contact};
use crate::review::last_day;
use crate::source::{Source, Table};

const ATTESTATIONS: &[(&str, ())] =
    &[("dress", ()), ("dignity", ()), ("rights", ()), ("learning", ())];

/// Reads a pack.
pub(crate) fn pack(text: &str, catalogue: &[&'static Rule]) -> Result<Pack, Vec<Fault>> {
    let source = Source::new(text);
    let document = match DeTable::parse(text) {
        Ok(document) => document,
        Err(problem) => {
            let at = problem.span().map_or(0, |span| span.start);
            source.fault(at, FaultKind::Syntax(problem.message().trim().to_owned()));
            return Err(source.faults());
        }
    };
    let root = Table::new(&source, document.get_ref(), "a policy pack", &(0..0));
    let roles = root.owned_list("roles");
    let route = clauses::roles_of(&root, "route", &roles);
    let attestations = attestations(&root);
    let pack = Pack {
        id: root.words("id"),
        title: root.words("title"),
        version: root.words("version"),
        date: day(&root, "date"),
        next_review: day(&root, "next_review"),
        held: root.words("held"),
        parameters: parameters::parameters(&root, &roles),
        contacts: contacts(&root),
        clauses: clauses::clauses(&root, catalogue, &roles, &attestations),
        attestations,
        sha256: sha256(text),
        roles,
        route,
    };
    if pack.route.is_empty() {
        root.fault(FaultKind::MissingKey { key: "route".into(), within: "a policy pack".into() });
    }
    root.finish();
    let faults = source.faults();
    if faults.is_empty() { Ok(pack) } else { Err(faults) }
}

/// The situations by their words.
fn situations() -> Vec<(&'static str, When)> {
    When::ALL.iter().map(|&when| (when.word(), when)).collect()
}

fn attestations(root: &Table<'_>) -> Vec<Attestation> {
    let mut attestations: Vec<Attestation> = Vec::new();
    for table in root.tables("attestation", "an attestation") {
        let key = table.words("key");
        table.one_of("key", ATTESTATIONS, "an attestation that a draft can carry");
        table.require("when");
        let when = table.one_of("when", &situations(), "a situation");
        let why = table.words("why");
        table.finish();
        let Some(when) = when else { continue };
        if attestations.iter().any(|other| other.key == key && other.when == when) {
            table.fault(FaultKind::Twice(key.clone()));
        }
        attestations.push(Attestation { key, when, why });
    }
    attestations
}

fn contacts(root: &Table<'_>) -> Vec<Contact> {
    root.tables("contact", "a contact")
        .iter()
        .map(|table| {
            let contact = Contact {
                name: table.words("name"),
                reach: table.words("reach"),
                when: table.words("when"),
            };
            table.finish();
            contact
        })
        .collect()
}

fn day(table: &Table<'_>, key: &'static str) -> Option<Date> {
    let (written, at) = table.day(key)?;
    let day = last_day(&written);
    if day.is_none() {
        table.fault_at(
            at,
            FaultKind::WrongValue {
                key: key.to_owned(),
                expected: "a day (2024-03-15), a month (\"2024-03\") or \"spring 2024\"".into(),
            },
        );
    }
    day
}

fn sha256(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().fold(String::with_capacity(64), |mut hex, byte| {
        // Writing to a `String` cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}
