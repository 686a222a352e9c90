//! Reads a policy pack from TOML.
//!
//! In: a text and every rule of the house. Out: a sound pack, or everything that is wrong with it, by
//! line. What a pack may say stands in this crate's README.

mod clauses;
mod parameters;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use gatepost_model::Rule;
use jiff::civil::Date;
use sha2::{Digest, Sha256};
use toml::de::DeTable;

use crate::clause::When;
use crate::error::{Fault, FaultKind};
use crate::pack::{BUILTIN, Pack};
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
    let base = base(&root);
    let below = base.and_then(|(_, text)| DeTable::parse(text).ok());
    let root = root.over(below.as_ref().map(toml::Spanned::get_ref));
    root.word("extend");
    let roles = root.owned_list("roles");
    let route = clauses::roles_of(&root, "route", &roles);
    let attestations = attestations(&root);
    let pack = Pack {
        id: own_id(&root, base),
        title: root.words("title"),
        version: root.words("version"),
        date: day(&root, "date"),
        next_review: day(&root, "next_review"),
        held: root.words("held"),
        parameters: parameters::parameters(&root, &roles),
        contacts: contacts(&root, catalogue),
        concerns: concerns(&root, &roles),
        exception_roles: exception_roles(&root, &roles),
        clauses: clauses::clauses(&root, catalogue, &roles, &attestations),
        attestations,
        base: base.map(|(id, _)| id.to_owned()),
        sha256: match base {
            None => sha256(text),
            Some((_, base)) => sha256(&format!("{base}\n{text}")),
        },
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

/// The built-in pack that this one extends, if it does: its id and its text.
fn base(root: &Table<'_>) -> Option<(&'static str, &'static str)> {
    let wanted = root.word("extend")?;
    let base = BUILTIN.iter().find(|(id, _)| *id == wanted.text);
    if base.is_none() {
        root.unknown(wanted, BUILTIN.iter().map(|(id, _)| *id), "a built-in policy pack");
    }
    base.copied()
}

/// The pack's own id: one that extends another needs a name of its own.
fn own_id(root: &Table<'_>, base: Option<(&str, &str)>) -> String {
    let id = root.words("id");
    if base.is_some_and(|(base, _)| base == id) {
        root.fault(FaultKind::MissingKey { key: "id".into(), within: "a policy pack".into() });
    }
    id
}

/// The tables of `[[key]]`: those of the pack that is extended, then the pack's own.
fn all_tables<'t>(root: &Table<'t>, key: &'static str, within: &str) -> Vec<Table<'t>> {
    let below = root.tables_below(key).into_iter();
    let below = below.map(|table| Table::below(root.source(), table, within, root.at()));
    below.chain(root.tables(key, within)).collect()
}

/// The situations by their words.
fn situations() -> Vec<(&'static str, When)> {
    When::ALL.iter().map(|&when| (when.word(), when)).collect()
}

fn attestations(root: &Table<'_>) -> Vec<Attestation> {
    let mut attestations: Vec<Attestation> = Vec::new();
    for table in all_tables(root, "attestation", "an attestation") {
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

/// Who takes the place of a role in a draft that the holder of that role wrote.
fn concerns(root: &Table<'_>, roles: &[String]) -> BTreeMap<String, String> {
    let mut concerns = BTreeMap::new();
    let Some(table) = root.table("concerns", "the concerns") else { return concerns };
    for (role, instead) in table.free_words() {
        for word in [role, instead] {
            if !roles.iter().any(|known| known == word.text) {
                table.unknown(word, roles.iter().map(String::as_str), "one of this pack's `roles`");
            }
        }
        concerns.insert(role.text.to_owned(), instead.text.to_owned());
    }
    concerns
}

/// Who may grant exceptions: the head, unless the pack says who.
fn exception_roles(root: &Table<'_>, roles: &[String]) -> Vec<String> {
    let named = clauses::roles_of(root, "exceptions", roles);
    if named.is_empty() { vec!["head".to_owned()] } else { named }
}

fn contacts(root: &Table<'_>, catalogue: &[&'static Rule]) -> Vec<Contact> {
    all_tables(root, "contact", "a contact")
        .iter()
        .map(|table| {
            let contact = Contact {
                name: table.words("name"),
                reach: table.words("reach"),
                when: table.words("when"),
                rules: clauses::rules(table, "rules", catalogue),
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
