//! Screening in bulk says of words what the gate says of them.

#![expect(clippy::unwrap_used, reason = "a test")]

use std::collections::BTreeSet;
use std::fs;

use gatepost::{Decision, Draft, Gate, Reveal, Ruling, School, ScreenedLine, Screener};
use gatepost_example::PhotoSize;
use jiff::civil::date;
use tempfile::TempDir;

/// The families of rules that read words alone.
const OF_WORDS: [&str; 4] = ["text", "privacy", "link", "names"];

fn school(limits: &str) -> (TempDir, School) {
    let folder = tempfile::tempdir().unwrap();
    for file in gatepost_example::registers("strict", date(2026, 11, 20)) {
        fs::write(folder.path().join(&file.path), &file.bytes).unwrap();
    }
    let settings = folder.path().join("school.toml");
    let toml = fs::read_to_string(&settings).unwrap();
    fs::write(settings, format!("{toml}\n{limits}")).unwrap();
    let school = School::open(folder.path()).unwrap();
    (folder, school)
}

fn first_pupil(school: &School) -> String {
    let pupil = school.records().roster.pupils().first().unwrap();
    format!("{} {}", pupil.forename, pupil.surname)
}

fn texts(school: &School) -> Vec<String> {
    let name = first_pupil(school);
    gatepost_example::drafts(date(2026, 11, 20), PhotoSize::Small)
        .iter()
        .flat_map(|draft| &draft.files)
        .filter(|file| file.path.extension().is_some_and(|ending| ending == "txt"))
        .map(|file| String::from_utf8_lossy(&file.bytes).into_owned())
        .chain(gatepost::catalogue().iter().flat_map(|rule| {
            rule.flagged.iter().chain(rule.clean).map(|example| example.replace(['⟦', '⟧'], ""))
        }))
        .chain([format!("Well done {name}, ring 07700 900123"), String::new()])
        .collect()
}

#[test]
fn a_text_is_judged_as_the_gate_judges_it() {
    let (_folder, school) = school("");
    let gate = Gate::new(&school).unwrap();
    let screener = Screener::new(&gate);
    let mut reader = screener.reader();
    let mut held = 0;
    for text in texts(&school) {
        let screened = reader.screen(&text);
        let verdict = gate.check(&Draft::from_text("a draft", text)).unwrap();
        let of_words: Vec<Ruling> = verdict
            .findings
            .into_iter()
            .filter(|ruling| {
                ruling.rule.split_once('/').is_some_and(|(f, _)| OF_WORDS.contains(&f))
            })
            .collect();
        assert_eq!(screened.findings, of_words);
        let holds = of_words.iter().any(|ruling| ruling.severity == gatepost::Severity::Hold);
        assert_eq!(screened.decision == Decision::Hold, holds);
        held += usize::from(holds);
    }
    assert!(held > 20, "only {held} texts were held: the test looks at the wrong texts");
}

/// The answer to a line, and what became of it.
fn answer(gate: &Gate, line: &str, number: u64) -> (serde_json::Value, ScreenedLine) {
    let screener = Screener::new(gate);
    let mut out = Vec::new();
    let fate = screener.reader().screen_line(line.as_bytes(), number, &mut out);
    assert_eq!(out.pop(), Some(b'\n'));
    assert!(!out.contains(&b'\n'), "an answer is one line");
    (serde_json::from_slice(&out).unwrap(), fate)
}

#[test]
fn a_line_is_answered_whatever_is_in_it() {
    let (_folder, school) = school("");
    let gate = Gate::new(&school).unwrap();
    for (line, id, fate) in [
        (r#"{"id":"a","text":"Sports day"}"#, "a", ScreenedLine::Released),
        (r#"{"text":"Sports\nday \ud83c\udfc3","id":"a"}"#, "a", ScreenedLine::Released),
        (r#"{"id":17,"text":"Sports day"}"#, "17", ScreenedLine::Released),
        (r#"{"id":"a","text":""}"#, "a", ScreenedLine::Released),
        (r#"{"text":"Sports day"}"#, "line 3", ScreenedLine::Released),
        (r#"{"id":"a","text":"Sports day","account":"x"}"#, "a", ScreenedLine::Released),
        (r#"{"id":"a","text":"Ring 07700 900123"}"#, "a", ScreenedLine::Held),
        (r#"{"id":"a","text":"Ring 07700 900123","account":"x"}"#, "a", ScreenedLine::Held),
        (r#"{"id":"a","text":"Ring\u0020\u00307700 900123"}"#, "a", ScreenedLine::Held),
        (r#"{"id":"a"}"#, "a", ScreenedLine::Malformed),
        (r#"{"id":"a","text":null}"#, "a", ScreenedLine::Malformed),
        (r#"{"id":"a","text":["Sports day"]}"#, "a", ScreenedLine::Malformed),
        (r#"{"id":"a","text":"Sports day","txet":"b"}"#, "a", ScreenedLine::Malformed),
        (r#"{"id":"a","text":"Sports day""#, "line 3", ScreenedLine::Malformed),
        (r#"["a","Sports day"]"#, "line 3", ScreenedLine::Malformed),
        ("Sports day", "line 3", ScreenedLine::Malformed),
    ] {
        let (answer, became) = answer(&gate, line, 3);
        assert_eq!((answer["id"].as_str().unwrap(), became), (id, fate), "{line}");
        let released = fate == ScreenedLine::Released;
        assert_eq!(answer["decision"], if released { "release" } else { "hold" }, "{line}");
        assert_eq!(answer["findings"].as_array().unwrap().is_empty(), released, "{line}");
    }
}

#[test]
fn a_first_line_may_begin_with_a_byte_order_mark() {
    let (_folder, school) = school("");
    let gate = Gate::new(&school).unwrap();
    let line = "\u{feff}{\"id\":\"a\",\"text\":\"Sports day\"}";
    assert_eq!(answer(&gate, line, 1).1, ScreenedLine::Released);
    assert_eq!(answer(&gate, line, 2).1, ScreenedLine::Malformed);
}

#[test]
fn what_is_too_long_is_held_unread() {
    let (_folder, school) = school("[limits]\ntext = \"1 KiB\"\n");
    let gate = Gate::new(&school).unwrap();
    let line = |words: &str| serde_json::json!({ "id": "a", "text": words }).to_string();
    let rules = |line: &str| -> BTreeSet<String> {
        let findings = answer(&gate, line, 1).0["findings"].as_array().unwrap().clone();
        findings.iter().map(|finding| finding["rule"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(rules(&line(&"day ".repeat(256))), BTreeSet::new());
    let too_large = BTreeSet::from(["draft/too-large".to_owned()]);
    assert_eq!(rules(&line(&"day ".repeat(257))), too_large);
    let endless = line(&"a".repeat(Screener::new(&gate).line_bytes()));
    assert_eq!(rules(&endless), too_large);
    assert_eq!(answer(&gate, &endless, 9).0["id"], "line 9");
}

#[test]
fn an_answer_shows_no_name() {
    let (_folder, school) = school("");
    let name = first_pupil(&school);
    let gate = Gate::new(&school).unwrap();
    let line = format!(r#"{{"id":"{name}-1","text":"Well done {name}"}}"#);
    let (masked, fate) = answer(&gate, &line, 1);
    assert_eq!(fate, ScreenedLine::Held);
    assert!(!masked.to_string().contains(name.split(' ').next_back().unwrap()));
    let (plain, _) = answer(&Gate::new(&school).unwrap().with_reveal(Reveal::Plain), &line, 1);
    assert_eq!(plain["id"], format!("{name}-1"));
    assert!(plain["findings"].to_string().contains(&name));
}
