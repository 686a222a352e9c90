//! Who sees a held draft, and who may let it go.
//!
//! In: the clauses that hold a draft, and the roles that its author fills. Out: roles, in the pack's
//! order. Nobody decides about a draft of their own: where the pack says who takes the place of a role
//! (`concerns`), a draft by its holder goes to that role instead.

use std::collections::BTreeSet;

use gatepost_model::{Approval, ContactRef, Severity};

use crate::clause::Clause;
use crate::judge::JudgedFinding;
use crate::pack::Pack;

/// The roles of the clauses that hold, in the pack's order of roles. A clause that names no role sends
/// the draft where the pack sends drafts.
pub(crate) fn route(
    pack: &Pack,
    holding: &[&Clause],
    author_roles: &BTreeSet<String>,
) -> Vec<String> {
    let named: BTreeSet<&str> = holding
        .iter()
        .flat_map(|clause| if clause.route.is_empty() { pack.route() } else { &clause.route })
        .map(|role| instead(pack, role, author_roles))
        .collect();
    in_order(pack, &named)
}

/// Who may let a held draft go. A clause that names no one who may leaves it to the route; where
/// several name someone, those whom all of them name, or failing that all whom any of them names.
pub(crate) fn approval(
    pack: &Pack,
    holding: &[&Clause],
    route: &[String],
    rulings: &[JudgedFinding],
    author_roles: &BTreeSet<String>,
) -> Approval {
    let explicit: Vec<&[String]> = holding
        .iter()
        .map(|clause| clause.approve.as_slice())
        .filter(|roles| !roles.is_empty())
        .collect();
    let any: BTreeSet<&str> = explicit.iter().copied().flatten().map(String::as_str).collect();
    let all: BTreeSet<&str> = any
        .iter()
        .copied()
        .filter(|role| explicit.iter().all(|roles| roles.iter().any(|other| other == role)))
        .collect();
    let chosen = if all.is_empty() { any } else { all };
    let chosen: BTreeSet<&str> =
        chosen.into_iter().map(|role| instead(pack, role, author_roles)).collect();
    let by = if chosen.is_empty() { route.to_vec() } else { in_order(pack, &chosen) };
    let must: BTreeSet<&str> = holding
        .iter()
        .flat_map(|clause| &clause.must)
        .map(|role| instead(pack, role, author_roles))
        .collect();
    Approval {
        held: pack.held().to_owned(),
        by,
        must: in_order(pack, &must),
        people: holding.iter().map(|clause| clause.approvals).max().unwrap_or(1).max(1),
        contacts: pack
            .contacts()
            .iter()
            .filter(|contact| {
                rulings.iter().any(|ruling| {
                    ruling.severity == Severity::Hold
                        && contact.rules.contains(&ruling.finding.rule)
                })
            })
            .map(|contact| ContactRef {
                name: contact.name.clone(),
                reach: contact.reach.clone(),
                when: contact.when.clone(),
            })
            .collect(),
    }
}

/// The role itself, or the one that takes its place where the author fills it.
fn instead<'p>(pack: &'p Pack, role: &'p str, author_roles: &BTreeSet<String>) -> &'p str {
    match pack.concerns().get(role) {
        Some(other) if author_roles.contains(role) => other,
        _ => role,
    }
}

fn in_order(pack: &Pack, roles: &BTreeSet<&str>) -> Vec<String> {
    pack.roles().iter().filter(|role| roles.contains(role.as_str())).cloned().collect()
}
