//! The floor: the rules that hold in every pack.
//!
//! No pack lists them and no pack can lower them. The clause `floor` is put before a pack's own, so
//! that `policy show` and every verdict show it under its own heading. Personal data and consent are
//! here as whole families: a rule added to either holds from its first day.
//!
//! One rule may be lowered, by a clause that says so: an unnamed author, since one of the policies
//! that we follow does not ask for a name.

use gatepost_model::{Certainty, Rule, Severity};

use crate::clause::{Clause, Met};

/// The id of the clause that every pack has.
pub(crate) const FLOOR: &str = "floor";

/// The rule of the floor that a pack may turn into advice.
const MAY_BE_LOWERED: &str = "author/missing";

const SINGLE_RULES: &[&str] = &[
    "account/unregistered",
    "archive/bad-member",
    "author/missing",
    "author/unknown",
    "draft/duplicate",
    "draft/incomplete",
    "draft/malformed",
    "draft/too-large",
    "draft/unchecked",
    "draft/unreadable",
    "image/too-large",
    "image/undecodable",
    "image/unsupported-format",
];

/// The certainty from which a rule of the floor holds; `None` for all other rules.
///
/// Personal data hold from `likely`: below it stand the landline of a firm and the postcode of a
/// venue, which are advice.
pub(crate) fn holds_from(rule: &str) -> Option<Certainty> {
    if rule.starts_with("privacy/") {
        Some(Certainty::Likely)
    } else if rule.starts_with("consent/") || SINGLE_RULES.contains(&rule) {
        Some(Certainty::Possible)
    } else {
        None
    }
}

/// True if a pack's clause may turn this rule of the floor into advice.
pub(crate) fn may_be_lowered(rule: &str) -> bool {
    rule == MAY_BE_LOWERED
}

/// The clause for those rules of the catalogue that are the floor, without the ones the pack lowers;
/// in two parts by the certainty from which they hold.
pub(crate) fn clauses(catalogue: &[&'static Rule], lowered: &[&'static Rule]) -> [Clause; 2] {
    let part = |from: Certainty| -> Vec<&'static Rule> {
        catalogue
            .iter()
            .copied()
            .filter(|rule| holds_from(rule.id) == Some(from) && !lowered.contains(rule))
            .collect()
    };
    [
        clause(
            FLOOR.into(),
            "Only drafts that could be read whole, from a registered account and a known author, \
             and with a consent record for everyone pictured, are released.",
            "These rules hold whichever policy a school follows: without them nobody can say who \
             published what about whom, or on whose word.",
            part(Certainty::Possible),
            Certainty::Possible,
        ),
        clause(
            format!("{FLOOR}.personal-data"),
            "Nobody's private contact or personal details are published.",
            "Personal details that have once been published cannot be called back, and data \
             protection law asks a school not to publish them.",
            part(Certainty::Likely),
            Certainty::Likely,
        ),
    ]
}

fn clause(id: String, asks: &str, why: &str, rules: Vec<&'static Rule>, from: Certainty) -> Clause {
    Clause {
        id,
        section: "The floor of every pack".into(),
        asks: asks.into(),
        met: vec![Met::Floor],
        rules,
        planned_rules: Vec::new(),
        planned: None,
        severity: Severity::Hold,
        from: Some(from),
        unless_attested: None,
        unless_name_consent: false,
        when: None,
        with: Vec::new(),
        fields: Vec::new(),
        attests: Vec::new(),
        route: Vec::new(),
        approve: Vec::new(),
        must: Vec::new(),
        approvals: 1,
        why: why.into(),
    }
}
