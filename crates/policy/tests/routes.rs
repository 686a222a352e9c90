//! Who sees a held draft, who may let it go, and whom to turn to.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod house;

use std::collections::BTreeSet;

use gatepost_model::{Approval, Field, Finding, Place};
use gatepost_policy::{Context, Judged, Pack, judge};
use house::{CATALOGUE, rule};

fn judged(pack: &str, rules: &[&str], author_roles: &[&str]) -> Judged {
    let pack = Pack::builtin(pack, &CATALOGUE).unwrap();
    let findings =
        rules.iter().map(|id| Finding::new(rule(id), Place::whole(Field::Text), "Seen.")).collect();
    let author_roles: BTreeSet<String> = author_roles.iter().map(ToString::to_string).collect();
    judge(&pack, findings, &Context { author_roles, ..Context::default() })
}

fn approval(pack: &str, rules: &[&str], author_roles: &[&str]) -> Approval {
    judged(pack, rules, author_roles).approval.unwrap()
}

#[test]
fn a_released_draft_needs_nobody() {
    let judged = judged("woodstock", &["text/tone"], &[]);
    assert_eq!(judged.approval, None);
    assert!(judged.route.is_empty() && judged.held_by.is_empty());
}

#[test]
fn whoever_sees_it_may_let_it_go_unless_the_clause_says_who() {
    let approval = approval("woodstock", &["names/full-name-with-image"], &[]);
    assert_eq!(approval.by, ["dsl", "head", "business-manager"]);
    assert_eq!((approval.people, approval.must.len()), (1, 0));
    assert_eq!(approval.held, "Held for the School Business Manager");
}

#[test]
fn at_holy_cross_the_head_alone_decides_about_individual_matters() {
    let alone = approval("holy-cross", &["text/individual-matter"], &[]);
    assert_eq!(alone.by, ["head"]);
    let with_more = approval("holy-cross", &["text/individual-matter", "consent/refused"], &[]);
    assert_eq!(with_more.by, ["head"], "another finding does not let others decide");
}

#[test]
fn the_safeguarding_lead_must_agree_where_the_clause_says_so() {
    assert_eq!(approval("holy-cross", &["text/extremism"], &[]).must, ["dsl"]);
    assert_eq!(approval("holme-court", &["consent/do-not-publish"], &[]).must, ["dsl"]);
    assert!(approval("holme-court", &["account/not-approved"], &[]).must.is_empty());
}

#[test]
fn a_draft_of_the_head_goes_to_the_chair_of_governors() {
    let by_teacher = judged("woodstock", &["account/not-approved"], &["slt"]);
    assert_eq!(by_teacher.route, ["head", "business-manager"]);
    let by_head = judged("woodstock", &["account/not-approved"], &["head", "slt"]);
    assert_eq!(by_head.route, ["chair-of-governors", "business-manager"]);
    assert_eq!(by_head.approval.unwrap().by, ["chair-of-governors", "business-manager"]);
}

#[test]
fn contacts_stand_beside_what_is_grave_and_nothing_else() {
    let names = |rules: &[&str]| -> Vec<String> {
        approval("woodstock", rules, &[]).contacts.into_iter().map(|contact| contact.name).collect()
    };
    assert!(names(&["text/threat"]).contains(&"The police".to_owned()));
    assert!(names(&["draft/purpose-missing"]).is_empty());
}

#[test]
fn two_people_where_a_pack_asks_for_two() {
    let text = r#"
extend = "strict"
id = "two"
title = "Two people"
version = "1"

[[clause]]
id = "every-rule"
approvals = 2
must = ["dsl"]
"#;
    let pack = Pack::parse(text, "two.toml", &CATALOGUE).unwrap();
    let finding = Finding::new(rule("text/slur"), Place::whole(Field::Text), "Seen.");
    let approval = judge(&pack, vec![finding], &Context::default()).approval.unwrap();
    assert_eq!((approval.people, approval.must), (2, vec!["dsl".to_owned()]));
    let wrong = text.replace("approvals = 2", "approvals = 9");
    let told = Pack::parse(&wrong, "two.toml", &CATALOGUE).unwrap_err().to_string();
    assert!(told.contains("`approvals` should be a number of people from 1 to 5"), "{told}");
}

#[test]
fn consent_to_the_name_lets_a_full_name_stand_beside_a_picture_at_holme_court() {
    let pack = Pack::builtin("holme-court", &CATALOGUE).unwrap();
    let pupil = gatepost_model::PupilKey::new("A1");
    let finding =
        Finding::new(rule("names/full-name-with-image"), Place::whole(Field::Text), "Seen.")
            .about(gatepost_model::Subject::one(pupil.clone(), None));
    let held = judge(&pack, vec![finding.clone()], &Context::default());
    assert_eq!(held.held_by, ["holme-court:10.names"]);
    let context = Context { named_by_consent: [pupil].into(), ..Context::default() };
    let released = judge(&pack, vec![finding], &context);
    assert!(released.held_by.is_empty());
}
