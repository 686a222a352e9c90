//! Reads the `[[clause]]` tables of a pack and puts the floor before them.

use gatepost_model::{Certainty, Rule, Severity};

use super::parameters::known;
use super::situations;
use crate::clause::{Clause, FieldKind, Met, When};
use crate::error::{FaultKind, nearest};
use crate::floor;
use crate::parameters::Attestation;
use crate::source::{Table, Word, text_of};

const SEVERITIES: &[(&str, Severity)] = &[("hold", Severity::Hold), ("advice", Severity::Advice)];

const CERTAINTIES: &[(&str, Certainty)] = &[
    ("possible", Certainty::Possible),
    ("likely", Certainty::Likely),
    ("certain", Certainty::Certain),
];

/// What a family's consent may be to, for a clause to let a finding go.
const CONSENTS: &[(&str, ())] = &[("name", ())];

/// Which rules a clause is about.
enum Scope {
    /// Those that it names.
    Named,
    /// Those that neither the floor nor another clause names, planned ones among them.
    Rest,
}

/// The floor, and the clauses of a pack in the order of its file.
pub(super) fn clauses(
    root: &Table<'_>,
    catalogue: &[&'static Rule],
    roles: &[String],
    attestations: &[Attestation],
) -> Vec<Clause> {
    let mut own: Vec<Clause> = Vec::new();
    let mut rest = None;
    let mut lowered = Vec::new();
    for table in tables(root) {
        let (clause, scope) = clause(&table, catalogue, roles, attestations);
        if own.iter().any(|other| other.id == clause.id) {
            table.fault(FaultKind::Twice(clause.id.clone()));
        }
        if matches!(scope, Scope::Rest) && rest.replace(own.len()).is_some() {
            table.fault(contradiction(&clause, "is the second one with `rest = true`"));
        }
        lowered.extend(floor_of(&table, &clause));
        coherent(&table, &clause, &scope);
        own.push(clause);
    }
    disagreements(root, &own);
    if let Some(index) = rest {
        let named = |rule: &Rule| {
            own.iter().any(|clause| {
                clause.names(rule) || clause.planned_rules.iter().any(|planned| planned == rule.id)
            })
        };
        let remaining: Vec<&'static Rule> = catalogue
            .iter()
            .copied()
            .filter(|rule| floor::holds_from(rule.id).is_none() && !named(rule))
            .collect();
        if let Some(clause) = own.get_mut(index) {
            clause.rules.extend(remaining);
        }
    }
    let mut clauses = Vec::from(floor::clauses(catalogue, &lowered));
    clauses.append(&mut own);
    clauses
}

/// The clauses: those of the pack that is extended, each with what the pack itself changes of it, then
/// the pack's own new ones.
fn tables<'t>(root: &Table<'t>) -> Vec<Table<'t>> {
    const WITHIN: &str = "a clause";
    let mut changed = root.tables("clause", WITHIN);
    let mut tables = Vec::new();
    for below in root.tables_below("clause") {
        let id = text_of(below, "id");
        let own = changed.iter().position(|table| table.own_text("id") == id);
        tables.push(match own {
            Some(index) => changed.remove(index).over(Some(below)),
            None => Table::below(root.source(), below, WITHIN, root.at()),
        });
    }
    tables.append(&mut changed);
    tables
}

/// Notes rules that one clause makes advice and another holds whatever else is so: the gravest counts,
/// so that the first would say what is not true.
fn disagreements(root: &Table<'_>, clauses: &[Clause]) {
    let always = |clause: &&Clause| {
        clause.severity == Severity::Hold
            && clause.unless_attested.is_none()
            && !clause.unless_name_consent
            && clause.when.is_none()
            && clause.with.is_empty()
            && clause.fields.is_empty()
    };
    for mild in clauses.iter().filter(|clause| clause.severity == Severity::Advice) {
        for rule in &mild.rules {
            let Some(grave) = clauses.iter().filter(always).find(|clause| clause.names(rule))
            else {
                continue;
            };
            let problem = format!(
                "makes `{}` advice, and clause `{}` holds it in every case",
                rule.id, grave.id
            );
            let at = root.clause_at(&mild.id).or_else(|| root.clause_at(&grave.id));
            root.fault_at(at.unwrap_or(root.at()), contradiction(mild, &problem));
        }
    }
}

fn clause(
    table: &Table<'_>,
    catalogue: &[&'static Rule],
    roles: &[String],
    attestations: &[Attestation],
) -> (Clause, Scope) {
    let ways: Vec<(&str, Met)> = Met::ALL.iter().map(|&met| (met.word(), met)).collect();
    let fields: Vec<(&str, FieldKind)> =
        FieldKind::ALL.iter().map(|&kind| (kind.word(), kind)).collect();
    let keys: Vec<&str> = attestations.iter().map(|wanted| wanted.key.as_str()).collect();

    let id = table.words("id");
    if id == floor::FLOOR || id.starts_with("floor.") || id.contains(':') {
        table.fault(contradiction_of(&id, "needs another id: this one belongs to the house"));
    }
    let mut met = Vec::new();
    for word in table.list("met") {
        met.extend(table.choose(word, &ways, "a way of meeting a clause"));
    }
    if met.is_empty() {
        table.fault(contradiction_of(&id, "does not say how it is `met`"));
    }
    let mut rules = rules(table, "rules", catalogue);
    let mut planned_rules = Vec::new();
    for word in table.list("planned_rules") {
        pattern(table, word);
        match catalogue.iter().copied().find(|rule| rule.id == word.text) {
            Some(rule) if !rules.contains(&rule) => rules.push(rule),
            Some(_) => {}
            None => planned_rules.push(word.text.to_owned()),
        }
    }
    let unless_attested = table.word("unless_attested");
    if let Some(key) = unless_attested
        && super::ATTESTATIONS.iter().all(|(known, ())| *known != key.text)
    {
        table.unknown(
            key,
            super::ATTESTATIONS.iter().map(|(known, ())| *known),
            "an attestation that a draft can carry",
        );
    }
    let when = table.one_of("when", &situations(), "a situation");
    if matches!(when, Some(When::QuotedWork | When::ThirdPartyCopyright)) {
        table.fault(contradiction_of(
            &id,
            "can depend on `pupils-pictured` or `purpose-learning` alone: for the others use `with`",
        ));
    }
    let advises = met.contains(&Met::Advice) && !met.contains(&Met::Rule);
    let clause = Clause {
        section: table.words("section"),
        asks: table.words("asks"),
        rules,
        planned_rules,
        planned: table.word("planned").map(|word| word.text.to_owned()),
        severity: table
            .one_of("severity", SEVERITIES, "`hold` or `advice`")
            .unwrap_or(if advises { Severity::Advice } else { Severity::Hold }),
        from: table.one_of("from", CERTAINTIES, "`possible`, `likely` or `certain`"),
        unless_attested: unless_attested.map(|key| key.text.to_owned()),
        unless_name_consent: table.one_of("unless_consent", CONSENTS, "`name`").is_some(),
        when,
        with: self::rules(table, "with", catalogue),
        fields: table
            .list("fields")
            .into_iter()
            .filter_map(|word| table.choose(word, &fields, "a part of a draft"))
            .collect(),
        attests: known(table, "attests", &keys, "an attestation that this pack asks for"),
        route: roles_of(table, "route", roles),
        approve: roles_of(table, "approve", roles),
        must: roles_of(table, "must", roles),
        approvals: approvals(table),
        why: table.words("why"),
        met,
        id,
    };
    let scope = if table.flag("rest").unwrap_or_default() { Scope::Rest } else { Scope::Named };
    table.finish();
    (clause, scope)
}

/// How many people must agree.
fn approvals(table: &Table<'_>) -> u32 {
    /// More would never be found at one school in one day.
    const MOST: u32 = 5;
    let wanted = table.number("approvals");
    if wanted.is_some_and(|people| !(1..=MOST).contains(&people)) {
        table.fault(FaultKind::WrongValue {
            key: "approvals".into(),
            expected: format!("a number of people from 1 to {MOST}"),
        });
    }
    wanted.unwrap_or(1)
}

/// The roles under a key, each of which must be one of the pack's.
pub(super) fn roles_of(table: &Table<'_>, key: &'static str, roles: &[String]) -> Vec<String> {
    known(table, key, roles, "one of this pack's `roles`")
}

pub(super) fn rules(
    table: &Table<'_>,
    key: &'static str,
    catalogue: &[&'static Rule],
) -> Vec<&'static Rule> {
    let mut rules: Vec<&'static Rule> = Vec::new();
    for word in table.list(key) {
        if pattern(table, word) {
            continue;
        }
        match catalogue.iter().copied().find(|rule| rule.id == word.text) {
            Some(rule) if rules.contains(&rule) => {
                table.fault_at(word.at(), FaultKind::Twice(word.text.to_owned()));
            }
            Some(rule) => rules.push(rule),
            None => table.fault_at(
                word.at(),
                FaultKind::UnknownRule {
                    rule: word.text.to_owned(),
                    nearest: nearest(word.text, catalogue.iter().map(|rule| rule.id)),
                },
            ),
        }
    }
    rules
}

/// True, with a fault noted, if a word is a pattern instead of a rule's id.
fn pattern(table: &Table<'_>, word: Word<'_>) -> bool {
    let pattern = word.text.contains(['*', '?']) || word.text.ends_with('/');
    if pattern {
        table.fault_at(word.at(), FaultKind::Pattern(word.text.to_owned()));
    }
    pattern
}

/// The rules of the floor that a clause lowers, where it may; a fault for each where it may not.
fn floor_of(table: &Table<'_>, clause: &Clause) -> Vec<&'static Rule> {
    let conditional = clause.unless_attested.is_some()
        || clause.unless_name_consent
        || clause.when.is_some()
        || !clause.with.is_empty()
        || !clause.fields.is_empty();
    let mut lowered = Vec::new();
    for &rule in &clause.rules {
        let Some(from) = floor::holds_from(rule.id) else { continue };
        if clause.severity == Severity::Advice && floor::may_be_lowered(rule.id) {
            lowered.push(rule);
        } else if clause.severity == Severity::Advice
            || clause.holds_from(rule) > from
            || conditional
        {
            table.fault(FaultKind::LowersFloor(rule.id.to_owned()));
        }
    }
    lowered
}

/// Notes where a clause says that it is met in a way for which it has nothing, or the reverse.
fn coherent(table: &Table<'_>, clause: &Clause, scope: &Scope) {
    let has = |met: Met| clause.met.contains(&met);
    let say = |problem: &str| table.fault(contradiction(clause, problem));
    let judges = has(Met::Floor) || has(Met::Rule) || has(Met::Advice) || has(Met::Attest);
    let any_rules = !clause.rules.is_empty() || matches!(scope, Scope::Rest);
    let awaited = !clause.planned_rules.is_empty() || clause.planned.is_some();
    if (has(Met::Rule) || has(Met::Advice) || has(Met::Floor)) && !any_rules {
        say("is met by rules and has none that exist; if they are to come, it is `planned`");
    }
    if !clause.rules.is_empty() && !judges && !has(Met::Planned) {
        say("has rules, and `met` does not say `rule` or `advice`");
    }
    if has(Met::Advice) && !has(Met::Rule) && clause.severity == Severity::Hold {
        say("is met by advice, and holds");
    }
    if has(Met::Rule) && clause.severity == Severity::Advice {
        say("is met by a rule that holds, and its severity is advice");
    }
    if has(Met::Attest) == clause.attests.is_empty() {
        say("needs both `attest` among the ways it is met and the keys under `attests`");
    }
    if has(Met::Route) && clause.route.is_empty() {
        say("is met by a route and names no role");
    }
    if has(Met::Outside) && judges {
        say("cannot be both checked and outside of what is checked");
    }
    if has(Met::Planned) && !awaited && clause.rules.is_empty() {
        say("is planned and does not say what it waits for");
    }
    if awaited && !has(Met::Planned) {
        say("waits for something, and `met` does not say `planned`");
    }
}

fn contradiction(clause: &Clause, problem: &str) -> FaultKind {
    contradiction_of(&clause.id, problem)
}

fn contradiction_of(clause: &str, problem: &str) -> FaultKind {
    FaultKind::Contradiction { clause: clause.to_owned(), problem: problem.to_owned() }
}
