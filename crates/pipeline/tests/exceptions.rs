//! Exceptions that were granted: what they let pass, what they do not, and what is wrong with them.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::path::Path;

use gatepost::{Decision, Draft, Gate, School, Severity, Verdict};
use jiff::civil::date;

const SWEARING: &str = r#"
[[exception]]
rule       = "text/profanity"
value      = "bloody brilliant"
asked_by   = "S014"
granted_by = "S001"
reason     = "The play in the county hall is called Bloody Mary, Queen of Scones."
until      = 2026-12-31
"#;

fn school(exceptions: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for file in gatepost_example::registers("woodstock", date(2026, 11, 20)) {
        fs::write(folder.path().join(&file.path), &file.bytes).unwrap();
    }
    fs::write(folder.path().join("exceptions.toml"), exceptions).unwrap();
    folder
}

fn gate(folder: &Path) -> Result<Gate, String> {
    let school = School::open(folder).map_err(|problem| problem.to_string())?;
    let as_of = "2026-11-20T08:00:00Z".parse().unwrap();
    Ok(Gate::new(&school).map_err(|problem| problem.to_string())?.with_as_of(as_of))
}

fn check(gate: &Gate, id: &str, text: &str) -> Verdict {
    let draft = Draft {
        account: Some("x".into()),
        author: Some("S014".into()),
        purpose: Some("good-news".into()),
        ..Draft::from_text(id, text)
    };
    gate.check(&draft).unwrap()
}

fn wrong(exceptions: &str) -> String {
    gate(school(exceptions).path()).expect_err("the exceptions are in order")
}

#[test]
fn an_exception_lets_one_exact_value_pass_and_says_so() {
    let folder = school(SWEARING);
    let gate = gate(folder.path()).unwrap();
    assert!(!gate.exceptions()[0].was_used());
    let verdict = check(&gate, "play", "What a bloody brilliant play.");
    let holding: Vec<_> = verdict.holding().map(|ruling| (&ruling.rule, &ruling.excerpt)).collect();
    assert_eq!(verdict.decision, Decision::Release, "{holding:?}");
    let ruling = verdict.findings.iter().find(|f| f.rule == "text/profanity").unwrap();
    assert_eq!(ruling.severity, Severity::Advice);
    assert!(
        ruling
            .message
            .ends_with("Exception 1 of exceptions.toml lets this pass until 31 December 2026.")
    );
    assert!(!ruling.message.contains("Scones"), "a reason may name somebody");
    assert!(gate.exceptions()[0].was_used());
    let other = check(&gate, "play", "What a crap play.");
    assert_eq!(other.decision, Decision::Hold);
    let both = check(&gate, "play", "What a bloody crap play.");
    assert_eq!(both.decision, Decision::Hold);
}

#[test]
fn an_exception_past_its_day_no_longer_works() {
    let folder = school(&SWEARING.replace("2026-12-31", "2026-11-19"));
    let gate = gate(folder.path()).unwrap();
    let verdict = check(&gate, "play", "What a bloody brilliant play.");
    assert_eq!(verdict.decision, Decision::Hold);
    assert!(!gate.exceptions()[0].was_used());
}

#[test]
fn an_exception_may_be_for_drafts_of_one_name() {
    let folder =
        school(&SWEARING.replace("value      = \"bloody brilliant\"", "drafts = \"play-*\""));
    let gate = gate(folder.path()).unwrap();
    let decided = |id| check(&gate, id, "What a bloody brilliant play.").decision;
    assert_eq!(decided("play-1"), Decision::Release);
    assert_eq!(decided("fair-1"), Decision::Hold);
}

#[test]
fn whoever_grants_must_be_allowed_to() {
    let told = wrong(&SWEARING.replace("\"S001\"", "\"S003\""));
    assert!(told.contains("an exception is granted by: head"), "{told}");
    assert!(wrong(&SWEARING.replace("\"S001\"", "\"S014\"")).contains("cannot grant it"));
    assert!(
        wrong(&SWEARING.replace("\"S001\"", "\"S999\"")).contains("nobody on the staff register")
    );
}

#[test]
fn what_is_wrong_stops_everything_and_is_told_by_line() {
    let told = wrong(&SWEARING.replace("text/profanity", "text/profanty"));
    assert!(
        told.contains("exceptions.toml") && told.contains("Did you mean `text/profanity`?"),
        "{told}"
    );
    assert!(
        wrong(&SWEARING.replace("text/profanity", "consent/refused"))
            .contains("cannot be excepted")
    );
    assert!(
        wrong(&SWEARING.replace("value      = \"bloody brilliant\"", ""))
            .contains("needs a `value`")
    );
    assert!(
        wrong(&SWEARING.replace("value      = \"bloody brilliant\"", "drafts = \"*\""))
            .contains("every draft")
    );
    assert!(wrong(&SWEARING.replace("reason ", "raeson ")).contains("raeson"));
    assert!(wrong(&SWEARING.replace("2026-12-31", "\"soon\"")).contains("exceptions.toml"));
}
