//! What is said of a pack that is not as it should be: the line, the key, and the word that was meant.

mod house;

use gatepost_model::{Certainty, Decision, Field, Finding, Place};
use gatepost_policy::{Context, Pack, PolicyError, When, judge};
use house::{CATALOGUE, rule};

/// A pack in order, with more put after it.
fn pack_with(more: &str) -> String {
    format!(
        r#"id      = "oakfield"
title   = "Oakfield"
version = "1"
held    = "Held for the head"
roles   = ["head", "dsl"]
route   = ["head"]
{more}"#
    )
}

/// A clause in order but for what is put into it; its first line is line 8 of the pack.
fn clause_with(inside: &str) -> String {
    let around = "[[clause]]\nid = \"one\"\nsection = \"1\"\nasks = \"A.\"\nwhy = \"B.\"";
    pack_with(&format!("\n{around}\n{inside}\n"))
}

fn parse(text: &str) -> Result<Pack, PolicyError> {
    Pack::parse(text, "oakfield.toml", &CATALOGUE)
}

#[track_caller]
fn faults(text: &str, expected: &[&str]) {
    let said = parse(text).expect_err("the pack is in order").to_string();
    assert_eq!(said.lines().collect::<Vec<_>>(), expected);
}

#[test]
fn a_pack_in_order_is_read() {
    let pack = parse(&clause_with("met = \"rule\"\nrules = [\"text/slur\"]")).unwrap();
    assert_eq!(pack.id(), "oakfield");
    assert_eq!(pack.clauses().len(), 3);
}

#[test]
fn every_fault_is_told_with_its_line() {
    faults(
        &pack_with(
            r#"helt = "Held"

[[clause]]
id      = "one"
section = "1"
asks    = "A."
met     = "role"
rules   = ["names/ful-name", "privacy/*", "nonsense"]
why     = "B."
"#,
        ),
        &[
            "oakfield.toml, line 7: `helt` is not a key of a policy pack; did you mean `held`?",
            "oakfield.toml, line 9: clause `one` does not say how it is `met`",
            "oakfield.toml, line 13: `role` is not a way of meeting a clause; did you mean `rule`?",
            "oakfield.toml, line 14: no rule is called `names/ful-name`; did you mean \
             `names/full-name`?",
            "oakfield.toml, line 14: no rule is called `nonsense`",
            "oakfield.toml, line 14: `privacy/*` is a pattern; name each rule, so that a reader can \
             see what is checked",
        ],
    );
}

#[test]
fn what_is_missing_is_told() {
    faults(
        "id = \"oakfield\"\n",
        &[
            "oakfield.toml, line 1: a policy pack has no `held`",
            "oakfield.toml, line 1: a policy pack has no `route`",
            "oakfield.toml, line 1: a policy pack has no `title`",
            "oakfield.toml, line 1: a policy pack has no `version`",
        ],
    );
}

#[test]
fn a_text_that_is_not_toml_is_told_by_its_line() {
    let said = parse("id = \"oakfield\"\ntitle = ").unwrap_err().to_string();
    assert!(said.starts_with("oakfield.toml, line 2: this is not TOML: "), "{said}");
}

#[test]
fn a_pack_cannot_lower_the_floor() {
    let line = |rule: &str| {
        format!(
            "oakfield.toml, line 8: `{rule}` is part of the floor and holds in every pack; a clause \
             cannot make it advice"
        )
    };
    for (inside, rule) in [
        ("met = \"advice\"\nrules = [\"consent/refused\"]", "consent/refused"),
        ("met = \"advice\"\nrules = [\"author/unknown\"]", "author/unknown"),
        ("met = \"rule\"\nrules = [\"privacy/phone\"]\nfrom = \"certain\"", "privacy/phone"),
        ("met = \"rule\"\nrules = [\"consent/refused\"]\nfrom = \"likely\"", "consent/refused"),
        (
            "met = \"rule\"\nrules = [\"consent/refused\"]\nunless_attested = \"rights\"",
            "consent/refused",
        ),
        (
            "met = \"rule\"\nrules = [\"consent/refused\"]\nwhen = \"pupils-pictured\"",
            "consent/refused",
        ),
        ("met = \"rule\"\nrules = [\"privacy/email\"]\nfields = [\"text\"]", "privacy/email"),
        (
            "met = \"rule\"\nrules = [\"draft/unchecked\"]\nwith = [\"text/slur\"]",
            "draft/unchecked",
        ),
    ] {
        faults(&clause_with(inside), &[&line(rule)]);
    }
}

#[test]
fn an_unnamed_author_alone_may_be_let_go() {
    let pack = parse(&clause_with("met = \"advice\"\nrules = [\"author/missing\"]")).unwrap();
    let unnamed = Finding::new(rule("author/missing"), Place::whole(Field::Draft), "Seen.");
    let judged = judge(&pack, vec![unnamed.clone()], &Context::default());
    assert_eq!(judged.decision, Decision::Release);

    let silent = parse(&pack_with("")).unwrap();
    assert_eq!(judge(&silent, vec![unnamed], &Context::default()).decision, Decision::Hold);
}

#[test]
fn a_clause_that_contradicts_itself_is_told() {
    for (inside, problem) in [
        (
            "met = \"rule\"",
            "is met by rules and has none that exist; if they are to come, it is `planned`",
        ),
        ("met = \"route\"", "is met by a route and names no role"),
        ("met = \"planned\"", "is planned and does not say what it waits for"),
        (
            "met = \"record\"\nplanned_rules = [\"text/unheard-of\"]",
            "waits for something, and `met` does not say `planned`",
        ),
        (
            "met = \"outside\"\nrules = [\"text/slur\"]",
            "has rules, and `met` does not say `rule` or `advice`",
        ),
        (
            "met = [\"outside\", \"rule\"]\nrules = [\"text/slur\"]",
            "cannot be both checked and outside of what is checked",
        ),
        (
            "met = \"rule\"\nseverity = \"advice\"\nrules = [\"text/slur\"]",
            "is met by a rule that holds, and its severity is advice",
        ),
        (
            "met = \"advice\"\nseverity = \"hold\"\nrules = [\"text/slur\"]",
            "is met by advice, and holds",
        ),
        (
            "met = \"attest\"\nrules = [\"attest/missing\"]",
            "needs both `attest` among the ways it is met and the keys under `attests`",
        ),
        (
            "met = \"rule\"\nrules = [\"text/slur\"]\nwhen = \"quoted-work\"",
            "can depend on `pupils-pictured` or `purpose-learning` alone: for the others use `with`",
        ),
    ] {
        faults(&clause_with(inside), &[&format!("oakfield.toml, line 8: clause `one` {problem}")]);
    }
}

#[test]
fn names_that_belong_to_the_house_and_names_given_twice_are_told() {
    let clause = |id: &str| {
        format!("[[clause]]\nid=\"{id}\"\nsection=\"1\"\nasks=\"A.\"\nmet=\"record\"\nwhy=\"B.\"\n")
    };
    faults(
        &pack_with(&format!("{}{}", clause("one"), clause("one"))),
        &["oakfield.toml, line 13: `one` stands here a second time"],
    );
    faults(
        &pack_with(&clause("floor")),
        &["oakfield.toml, line 7: clause `floor` needs another id: this one belongs to the house"],
    );
}

#[test]
fn words_of_the_parameters_are_checked() {
    faults(
        &pack_with(
            r#"next_review = "soon"

[parameters]
training        = "askd"
risk_assessment = ["hed"]

[parameters.purposes]
x = ["achievment"]
"#,
        ),
        &[
            "oakfield.toml, line 7: `next_review` should be a day (2024-03-15), a month \
             (\"2024-03\") or \"spring 2024\"",
            "oakfield.toml, line 10: `askd` is not `asked` or `not-asked`; did you mean `asked`?",
            "oakfield.toml, line 11: `hed` is not a role of this pack; did you mean `head`?",
            "oakfield.toml, line 14: `achievment` is not a purpose; did you mean `achievement`?",
        ],
    );
}

#[test]
fn a_clause_may_hold_only_beside_another_finding() {
    let pack = parse(&clause_with(
        "met = \"rule\"\nrules = [\"names/full-name\"]\nwith = [\"text/slur\"]\nfrom = \"likely\"",
    ))
    .unwrap();
    let seen = |id: &str| Finding::new(rule(id), Place::whole(Field::Text), "Seen.");
    let decided = |findings: Vec<Finding>| judge(&pack, findings, &Context::default()).decision;
    assert_eq!(decided(vec![seen("names/full-name")]), Decision::Release);
    assert_eq!(decided(vec![seen("text/slur")]), Decision::Release);
    assert_eq!(decided(vec![seen("names/full-name"), seen("text/slur")]), Decision::Hold);
    let unsure = seen("names/full-name").certainty(Certainty::Possible);
    assert_eq!(decided(vec![unsure, seen("text/slur")]), Decision::Release);
}

#[test]
fn a_clause_may_hold_in_one_situation_alone() {
    let pack =
        parse(&clause_with("met = \"rule\"\nrules = [\"text/slur\"]\nwhen = \"purpose-learning\""))
            .unwrap();
    let slur = Finding::new(rule("text/slur"), Place::whole(Field::Text), "Seen.");
    let learning = Context { situations: [When::PurposeLearning].into(), ..Context::default() };
    assert_eq!(judge(&pack, vec![slur.clone()], &learning).decision, Decision::Hold);
    assert_eq!(judge(&pack, vec![slur], &Context::default()).decision, Decision::Release);
}

#[test]
fn an_unknown_pack_and_a_missing_file_are_told() {
    assert_eq!(
        Pack::builtin("woodstok", &CATALOGUE).unwrap_err().to_string(),
        "no policy pack is called `woodstok`; the built-in ones are strict, holme-court, holy-cross, woodstock, crockham-hill, hemswell-cliff"
    );
    let missing = Pack::open(std::path::Path::new("no-such-pack.toml"), &CATALOGUE).unwrap_err();
    assert!(matches!(missing, PolicyError::Unreadable { .. }), "{missing}");
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct OverdueCase {
    name: String,
    #[serde(rename = "why")]
    _why: String,
    pack: String,
    day: String,
    found: bool,
}

#[test]
fn a_policy_is_overdue_from_the_day_after_its_review() {
    for case in gatepost_cases::table::<OverdueCase>("policy/review-overdue.toml") {
        let pack = Pack::builtin(&case.pack, &CATALOGUE).unwrap();
        let found = pack.review_overdue(case.day.parse().unwrap());
        assert_eq!(found.is_some(), case.found, "{}", case.name);
        assert!(found.is_none_or(|finding| finding.rule.id == "policy/review-overdue"));
    }
}
