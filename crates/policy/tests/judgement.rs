//! What the packs make of findings: the tables of `fixtures/policy/`, and what must be true of every
//! judgement.

mod house;

use std::collections::BTreeSet;

use gatepost_model::{Certainty, Decision, Field, Finding, Place, Severity, Span};
use gatepost_policy::{Context, Judged, Pack, When, builtin_ids, judge};
use house::{CATALOGUE, rule};
use proptest::prelude::*;
use serde::Deserialize;

/// A finding as a table tells it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Found {
    rule: String,
    #[serde(default = "certain")]
    certainty: Certainty,
    #[serde(default)]
    field: String,
}

/// A draft and what one pack makes of it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    #[allow(dead_code, reason = "for the reader of the table")]
    why: String,
    findings: Vec<Found>,
    #[serde(default)]
    attested: BTreeSet<String>,
    #[serde(default)]
    situations: Vec<String>,
    decision: Decision,
    clauses: Option<Vec<String>>,
    route: Option<Vec<String>>,
}

const fn certain() -> Certainty {
    Certainty::Certain
}

fn pack(id: &str) -> Pack {
    Pack::builtin(id, &CATALOGUE).unwrap_or_else(|fault| panic!("{fault}"))
}

fn field(written: &str) -> Field {
    match written.split_once(':').map_or(written, |(kind, _)| kind) {
        "" | "draft" => Field::Draft,
        "text" => Field::Text,
        "alt" => Field::Alt(0),
        "name" => Field::Name(0),
        "meta" => Field::Meta(0),
        "media" => Field::Media(0),
        other => panic!("{other} is no field"),
    }
}

fn findings(found: &[Found]) -> Vec<Finding> {
    found
        .iter()
        .map(|found| {
            Finding::new(rule(&found.rule), Place::whole(field(&found.field)), "Seen.")
                .certainty(found.certainty)
        })
        .collect()
}

fn context(attested: &BTreeSet<String>, situations: &[String]) -> Context {
    let situations = situations
        .iter()
        .map(|word| {
            *When::ALL
                .iter()
                .find(|when| when.word() == word)
                .unwrap_or_else(|| panic!("{word} is no situation"))
        })
        .collect();
    Context { attested: attested.clone(), situations, ..Context::default() }
}

/// Every clause that is cited, in order of first mention.
fn cited(judged: &Judged) -> Vec<String> {
    let mut cited: Vec<String> = Vec::new();
    for clause in judged.rulings.iter().flat_map(|ruling| &ruling.clauses) {
        if !cited.contains(clause) {
            cited.push(clause.clone());
        }
    }
    cited
}

#[test]
fn each_pack_judges_as_its_table_says() {
    for id in ["strict", "woodstock", "holy-cross"] {
        let pack = pack(id);
        for case in gatepost_cases::table::<Case>(&format!("policy/{id}.toml")) {
            let context = context(&case.attested, &case.situations);
            let judged = judge(&pack, findings(&case.findings), &context);
            assert_eq!(judged.decision, case.decision, "{id}: {}", case.name);
            if let Some(clauses) = &case.clauses {
                assert_eq!(&cited(&judged), clauses, "{id}: {}", case.name);
            }
            if let Some(route) = &case.route {
                assert_eq!(&judged.route, route, "{id}: {}", case.name);
            }
        }
    }
}

#[test]
fn findings_that_hold_come_first_then_by_place_and_rule() {
    let at = |id: &str, place| Finding::new(rule(id), place, "Seen.");
    let text = |start, end| Place::at(Field::Text, Span::new(start, end));
    let judged = judge(
        &pack("holy-cross"),
        vec![
            at("image/location", Place::whole(Field::Meta(0))),
            at("text/slur", text(9, 12)),
            at("names/full-name", text(0, 4)),
            at("text/profanity", text(9, 12)),
            at("author/unknown", Place::whole(Field::Draft)),
        ],
        &Context::default(),
    );
    let order: Vec<&str> = judged.rulings.iter().map(|ruling| ruling.finding.rule.id).collect();
    assert_eq!(
        order,
        ["author/unknown", "text/profanity", "text/slur", "names/full-name", "image/location"]
    );
}

/// Any finding that a detector could make.
fn any_finding() -> impl Strategy<Value = Finding> {
    let certainty =
        prop_oneof![Just(Certainty::Possible), Just(Certainty::Likely), Just(Certainty::Certain)];
    let field = prop_oneof![
        Just(Field::Draft),
        Just(Field::Text),
        (0..3_usize).prop_map(Field::Alt),
        (0..3_usize).prop_map(Field::Name),
        (0..3_usize).prop_map(Field::Meta),
        (0..3_usize).prop_map(Field::Media),
    ];
    let span = proptest::option::of((0..9_usize, 1..9_usize));
    (0..CATALOGUE.len(), field, span, certainty, "[a-c]").prop_map(
        |(index, field, span, certainty, message)| {
            let span = span.map(|(start, length)| Span::new(start, start + length));
            Finding::new(CATALOGUE[index], Place { field, span }, message).certainty(certainty)
        },
    )
}

fn any_context() -> impl Strategy<Value = Context> {
    let keys = proptest::collection::btree_set(
        prop_oneof![Just("dress".to_owned()), Just("rights".to_owned())],
        0..3,
    );
    let situations = proptest::collection::btree_set(
        prop_oneof![Just(When::PupilsPictured), Just(When::PurposeLearning)],
        0..3,
    );
    (keys, situations).prop_map(|(attested, situations)| Context {
        attested,
        situations,
        ..Context::default()
    })
}

fn any_pack() -> impl Strategy<Value = Pack> {
    proptest::sample::select(builtin_ids().collect::<Vec<_>>()).prop_map(pack)
}

proptest! {
    #[test]
    fn one_more_finding_never_lowers_a_judgement(
        pack in any_pack(),
        context in any_context(),
        findings in proptest::collection::vec(any_finding(), 0..12),
        more in any_finding(),
    ) {
        let before = judge(&pack, findings.clone(), &context);
        let after = judge(&pack, [findings, vec![more]].concat(), &context);
        prop_assert!(after.decision >= before.decision);
        for role in &before.route {
            prop_assert!(after.route.contains(role));
        }
    }

    #[test]
    fn the_order_of_findings_makes_no_difference(
        pack in any_pack(),
        context in any_context(),
        (findings, shuffled) in proptest::collection::vec(any_finding(), 0..12)
            .prop_flat_map(|findings| (Just(findings.clone()), Just(findings).prop_shuffle())),
    ) {
        prop_assert_eq!(judge(&pack, findings, &context), judge(&pack, shuffled, &context));
    }

    #[test]
    fn nothing_vanishes_and_the_decision_is_the_gravest(
        pack in any_pack(),
        context in any_context(),
        findings in proptest::collection::vec(any_finding(), 0..12),
    ) {
        let judged = judge(&pack, findings.clone(), &context);
        prop_assert_eq!(judged.rulings.len(), findings.len());
        for finding in &findings {
            let given = findings.iter().filter(|other| *other == finding).count();
            let kept =
                judged.rulings.iter().filter(|ruling| &ruling.finding == finding).count();
            prop_assert_eq!(kept, given);
        }
        let holds = judged.rulings.iter().any(|ruling| ruling.severity == Severity::Hold);
        prop_assert_eq!(judged.decision == Decision::Hold, holds);
        prop_assert_eq!(judged.route.is_empty(), !holds);
        for ruling in &judged.rulings {
            for clause in &ruling.clauses {
                let names = pack.clause(clause).is_some_and(|own| own.names(ruling.finding.rule));
                prop_assert!(names, "{} does not name {}", clause, ruling.finding.rule.id);
            }
        }
    }

    #[test]
    fn words_in_metadata_are_advice_since_cleaning_removes_them(
        pack in any_pack(),
        context in any_context(),
        finding in any_finding(),
    ) {
        let words = ["text", "link", "privacy"].contains(&finding.rule.family());
        if words && matches!(finding.place.field, Field::Meta(_)) {
            prop_assert_eq!(judge(&pack, vec![finding], &context).decision, Decision::Release);
        }
    }

    #[test]
    fn the_floor_holds_whatever_is_attested(
        pack in any_pack(),
        context in any_context(),
        finding in any_finding(),
    ) {
        let family = finding.rule.family();
        // Metadata and personal file names do not go out with a released copy.
        let goes_out = !matches!(finding.place.field, Field::Meta(_) | Field::Name(_));
        let floor = family == "consent"
            || (family == "privacy" && finding.certainty >= Certainty::Likely && goes_out)
            || ["draft/unchecked", "author/unknown", "image/undecodable"]
                .contains(&finding.rule.id);
        if floor {
            prop_assert_eq!(judge(&pack, vec![finding], &context).decision, Decision::Hold);
        }
    }
}
