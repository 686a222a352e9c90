//! A school's own pack over a built-in one: it changes what it names, and everything else stands.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod house;

use gatepost_model::{Decision, Field, Finding, Place, Severity};
use gatepost_policy::{Context, Met, Pack, judge};
use house::{CATALOGUE, rule};

const HEAD: &str = r#"
extend  = "woodstock"
id      = "oakfield"
title   = "Oakfield Primary School: social media policy"
version = "1"
"#;

fn parse(more: &str) -> Result<Pack, String> {
    let text = format!("{HEAD}{more}");
    Pack::parse(&text, "oakfield.toml", &CATALOGUE).map_err(|faults| faults.to_string())
}

fn faults(more: &str) -> String {
    parse(more).expect_err("the pack is in order")
}

#[test]
fn what_is_not_named_stands_as_it_was() {
    let own = parse("").unwrap();
    let woodstock = Pack::builtin("woodstock", &CATALOGUE).unwrap();
    assert_eq!(own.id(), "oakfield");
    assert_eq!(own.base(), "woodstock");
    assert_eq!(own.clauses(), woodstock.clauses());
    assert_eq!(own.parameters(), woodstock.parameters());
    assert_eq!(own.attestations(), woodstock.attestations());
    assert_eq!(own.contacts(), woodstock.contacts());
    assert_eq!(own.concerns(), woodstock.concerns());
    assert_ne!(own.reference().sha256, woodstock.reference().sha256);
}

#[test]
fn one_key_of_one_clause_is_changed() {
    let own = parse(
        r#"
[[clause]]
id       = "staff-conduct.objectives"
met      = "advice"
severity = "advice"
"#,
    )
    .unwrap();
    let clause = own.clause("staff-conduct.objectives").unwrap();
    assert_eq!(clause.severity, Severity::Advice);
    assert_eq!(clause.met, [Met::Advice]);
    assert_eq!(clause.rules.len(), 2);
    assert!(clause.asks.starts_with("Posts are reminders"));
    let missing = Finding::new(rule("draft/purpose-missing"), Place::whole(Field::Draft), "Seen.");
    let judged = judge(&own, vec![missing.clone()], &Context::default());
    assert_eq!(judged.decision, Decision::Release);
    assert_eq!(judged.rulings[0].clauses, ["oakfield:staff-conduct.objectives"]);
    let woodstock = Pack::builtin("woodstock", &CATALOGUE).unwrap();
    assert_eq!(judge(&woodstock, vec![missing], &Context::default()).decision, Decision::Hold);
}

#[test]
fn parameters_roles_and_further_clauses() {
    let own = parse(
        r#"
next_review = 2027-09-01

[parameters]
training_months = 12

[parameters.purposes]
website = ["information"]

[[clause]]
id      = "our-own"
section = "9"
asks    = "Nothing goes out in lessons."
met     = "rule"
rules   = ["schedule/teaching-time"]
why     = "Adults are there for the pupils."
"#,
    )
    .unwrap();
    assert_eq!(own.next_review().unwrap().to_string(), "2027-09-01");
    assert_eq!(own.parameters().training_months, Some(12));
    assert_eq!(own.parameters().purposes["website"], ["information"]);
    assert_eq!(own.parameters().purposes["any"].len(), 4);
    assert_eq!(own.clauses().last().unwrap().id, "our-own");
}

#[test]
fn faults_are_told_at_the_pack_s_own_lines() {
    let told = faults(
        r#"
[[clause]]
id    = "data-protection.devices"
rules = ["image/unregisterd-device", "image/unregistered-device"]
"#,
    );
    assert_eq!(
        told,
        "oakfield.toml, line 9: no rule is called `image/unregisterd-device`; did you mean \
         `image/unregistered-device`?"
    );
    assert!(
        faults("\n[[clause]]\nid = \"new\"\nmet = \"rule\"\n")
            .contains("line 7: a clause has no `section`")
    );
    let unknown = Pack::parse("extend = \"woodstok\"", "own.toml", &CATALOGUE).unwrap_err();
    assert!(unknown.to_string().contains(
        "line 1: `woodstok` is not a built-in policy pack; did you mean \
                                          `woodstock`?"
    ));
    let nameless = Pack::parse("extend = \"woodstock\"", "own.toml", &CATALOGUE).unwrap_err();
    assert_eq!(nameless.to_string(), "own.toml, line 1: a policy pack has no `id`");
}

#[test]
fn a_clause_that_says_what_another_makes_untrue_is_told() {
    let told = faults(
        r#"
[[clause]]
id      = "gently"
section = "9"
asks    = "Swearing is mentioned."
met     = "advice"
rules   = ["text/profanity"]
why     = "It may be a quotation."
"#,
    );
    assert_eq!(
        told,
        "oakfield.toml, line 7: clause `gently` makes `text/profanity` advice, and clause \
         `staff-conduct.disrepute` holds it in every case"
    );
}

#[test]
fn the_floor_cannot_be_lowered_from_above() {
    let told = faults(
        r#"
[[clause]]
id       = "data-protection.consent"
met      = "advice"
severity = "advice"
"#,
    );
    assert!(told.contains("`consent/no-record` is part of the floor"), "{told}");
}
