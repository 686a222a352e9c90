//! The scorer counts what a person would count, on a small table of invented texts.

#![expect(clippy::unwrap_used, reason = "a test")]

use std::path::Path;

use gatepost::Gate;
use gatepost_benches::accuracy::{
    By, Count, Expected, Found, Judgement, Row, Scores, jsonl, judge, table, wanted,
};
use gatepost_benches::school::{Invented, Wanted};

fn rows() -> Vec<Row> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/benches/accuracy.jsonl");
    let text = std::fs::read_to_string(path).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn found(rule: &str, start: usize, end: usize, pupils: &[&str]) -> Found {
    Found {
        rule: rule.into(),
        start,
        end,
        pupils: pupils.iter().map(|one| (*one).into()).collect(),
    }
}

/// Answers made up so that every kind of right and wrong occurs.
fn judgements() -> Vec<Judgement> {
    let phone = |start, end| vec![found("privacy/phone", start, end, &[])];
    let names = vec![
        found("names/first-name", 0, 3, &["P9"]),
        found("names/full-name", 18, 27, &["P1"]),
        found("names/full-name", 32, 40, &["P3"]),
        found("names/staff", 32, 40, &[]),
    ];
    [
        phone(22, 34),
        vec![],
        vec![],
        phone(13, 22),
        // Held, but by something else than what it is made of.
        vec![found("text/profanity", 30, 34, &[])],
        phone(0, 10),
        vec![],
        phone(0, 3),
        names,
        vec![found("names/first-name", 26, 29, &["P1"])],
    ]
    .into_iter()
    .map(|found| Judgement { held: !found.is_empty(), found })
    .collect()
}

const fn count(held: usize, of: usize) -> Count {
    Count { of, held }
}

#[test]
fn every_group_is_counted() {
    let scores = Scores::new(&rows(), &judgements());
    for (by, group, expected, wanted) in [
        (By::All, "texts", Expected::Hold, count(2, 3)),
        (By::All, "texts", Expected::Release, count(2, 4)),
        (By::All, "texts", Expected::Anything, count(1, 1)),
        (By::Category, "pii.phone", Expected::Hold, count(1, 2)),
        (By::Style, "plain", Expected::Hold, count(1, 1)),
        (By::Style, "spelled", Expected::Hold, count(0, 1)),
        (By::Trap, "number", Expected::Release, count(0, 1)),
        (By::Disguise, "spaced", Expected::Release, count(1, 1)),
        (By::Label, "phone", Expected::Hold, count(1, 1)),
        (By::Label, "invalid:phone", Expected::Release, count(1, 1)),
        (By::Label, "surname", Expected::Release, count(0, 1)),
        (By::Label, "pii.phone", Expected::Hold, count(0, 0)),
        (By::All, "pupils named", Expected::Hold, count(2, 2)),
        (By::Name, "full", Expected::Hold, count(2, 2)),
        (By::All, "posts that name no pupil", Expected::Release, count(1, 1)),
        (By::Precision, "findings of a pupil that are right", Expected::Anything, count(2, 3)),
    ] {
        assert_eq!(scores.count(by, group, expected), wanted, "{by:?} {group} {expected:?}");
    }
    let ids = |places: &[usize]| -> Vec<String> {
        places.iter().map(|&at| rows()[at].id.clone()).collect()
    };
    assert_eq!(ids(&scores.missed), ["own-2"]);
    assert_eq!(ids(&scores.wrong), ["own-4", "own-6", "own-10"]);
}

#[test]
fn what_is_wanted_takes_the_rows_it_is_about() {
    let (rows, judgements) = (rows(), judgements());
    let lines = wanted(&[(&rows, &judgements)]);
    let line = |about: &str| lines.iter().find(|line| line.about == about).unwrap();
    for (about, wanted, reached) in [
        ("school posts: personal data, plain", count(1, 1), true),
        ("school posts: personal data, disguised", count(0, 1), false),
        ("school posts: innocent", count(0, 1), true),
        ("disguises: innocent words", count(1, 1), false),
        ("personal data: valid", count(0, 1), false),
        ("personal data: invalid", count(1, 1), false),
        ("innocent words and names", count(0, 1), true),
    ] {
        assert_eq!((line(about).count, line(about).reached()), (wanted, reached), "{about}");
    }
    assert!(lines.iter().all(|line| line.count.of > 0), "a line without rows says nothing");
}

#[test]
fn tables_and_json_hold_every_count_and_no_text() {
    let (rows, judgements) = (rows(), judgements());
    let scores = [("own".to_owned(), Scores::new(&rows, &judgements))];
    let lines = wanted(&[(&rows, &judgements)]);
    let (people, programs) = (table(&scores, &lines), jsonl(&scores, &lines));
    assert_eq!(programs.lines().count(), scores[0].1.counts.len() + lines.len());
    assert!(programs.lines().all(|line| serde_json::from_str::<serde_json::Value>(line).is_ok()));
    for row in &rows {
        assert!(!people.contains(&row.text) && !programs.contains(&row.text));
    }
}

#[test]
fn judgements_are_the_library_s_and_places_are_code_points() {
    let invented = Invented::new(&Wanted::default()).unwrap();
    let gate = Gate::new(&invented.school).unwrap();
    let mut row = rows().remove(0);
    row.text = format!("Zoë 🎉 {}", row.text);
    let clean = rows().remove(2);
    let judged = judge(&gate, &[row, clean]);
    assert!(judged[0].held && !judged[1].held);
    assert!(
        judged[0]
            .found
            .iter()
            .any(|one| one.rule == "privacy/phone" && (one.start, one.end) == (28, 40))
    );
}
