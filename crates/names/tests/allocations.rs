//! A text in which nobody is named asks for no memory.
//!
//! Every text of the invented posts in which nothing is found is looked at again and again, in turn with the
//! others, with buffers that have grown: not one of the calls may ask for memory.

#![expect(clippy::unwrap_used, reason = "a test")]

use std::path::Path;

use gatepost_model::{Detector, Draft, Field, Findings, Passage, Prose, PupilKey, Reading};
use gatepost_names::NameDetector;
use gatepost_records::{Pupil, Roster, SchoolFile, StaffRegister};

/// Posts with words that are nearly names: forenames that are words, classes, praise, tags, titles, slips.
const POSTS: &[&str] = &[
    "Willow Class had a wonderful trip to the castle. Well done, everyone! #WillowClass #ProudOfOurSchool",
    "May half term runs from 25 May to 29 May. School closes at 2.30pm on Friday for staff training.",
    "Year 4 spent Thursday baking bread with three kinds of flour. Homework for 4M is on the usual page.",
    "A big welcome to Mr Penhaligon, who joins us to teach French. See https://oakfield.example/clubs?term=autumn",
    "Congratulations to our Year 6 choir, who will sing at the cathedral. Thanks to all who came along.",
    "Our author visit with Ellisiv Ødegård was a delight – thank you! Bore da! Email office@oakfield.example",
    "Grace Darling rowed out into the storm. Rose Class wrote diaries about her. #GraceDarling #History2026",
];

fn detector() -> (NameDetector, Vec<String>) {
    let sets = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../benches/sets");
    let mut rows = csv::Reader::from_path(sets.join("names-held-out.roster.csv")).unwrap();
    let pupils = rows.deserialize::<std::collections::BTreeMap<String, String>>().map(|row| {
        let row = row.unwrap();
        let some = |column: &str| row.get(column).filter(|value| !value.is_empty()).cloned();
        Pupil {
            key: PupilKey::new(&row["pupil_id"]),
            forename: row["legal_forename"].clone(),
            preferred_forename: some("preferred_forename"),
            middle_names: some("middle_names"),
            surname: row["surname"].clone(),
            preferred_surname: None,
            year: some("year_group"),
            class: some("reg_group"),
            born: None,
            leaves: None,
            do_not_publish: false,
        }
    });
    let roster = Roster::new(pupils.collect());
    let posts = std::fs::read_to_string(sets.join("names-held-out.jsonl")).unwrap();
    let text = |line: &str| {
        let post: serde_json::Value = serde_json::from_str(line).unwrap();
        post["text"].as_str().unwrap().to_owned()
    };
    let posts = posts.lines().map(text).chain(POSTS.iter().map(|post| (*post).to_owned()));
    let detector = NameDetector::new(&roster, &StaffRegister::default(), &SchoolFile::default());
    (detector, posts.collect())
}

#[test]
fn a_text_that_names_nobody_asks_for_no_memory() {
    let (detector, posts) = detector();
    let draft = Draft::default();
    let at: jiff::Zoned = "2026-11-20T16:00[Europe/London]".parse().unwrap();
    let passages = vec![Passage { field: Field::Text, prose: Prose::default() }];
    let mut reading =
        Reading { draft: &draft, now: at.clone(), at, passages, pictures: Vec::new() };
    let mut clean = 0;
    for round in 0..2 {
        clean = 0;
        for post in &posts {
            reading.passages[0].prose.read(post);
            let mut findings = Findings::default();
            let asked = allocation_counter::measure(|| {
                detector.inspect(&reading, &mut findings).unwrap();
            });
            if findings.is_empty() {
                clean += 1;
                assert!(round == 0 || asked.count_total == 0, "{post}");
            }
        }
    }
    assert!(clean > 50, "{clean} posts name nobody");
}
