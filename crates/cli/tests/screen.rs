//! `gatepost screen`, as it is typed.

#![expect(clippy::unwrap_used, reason = "a test")]

use std::fs;
use std::path::Path;
use std::process::Output;

use jiff::civil::date;
use serde_json::Value;
use tempfile::TempDir;

const CLEAN: &str = "Sports day is on Friday";
const NUMBER: &str = "The number is 07700 900123";

fn school() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for file in gatepost_example::registers("strict", date(2026, 11, 20)) {
        fs::write(folder.path().join(&file.path), &file.bytes).unwrap();
    }
    folder
}

fn screen(folder: &Path, arguments: &[&str], input: &str) -> Output {
    assert_cmd::Command::cargo_bin("gatepost")
        .unwrap()
        .current_dir(folder)
        .arg("screen")
        .args(arguments)
        .write_stdin(input)
        .timeout(std::time::Duration::from_mins(2))
        .output()
        .unwrap()
}

fn answers(output: &Output) -> Vec<Value> {
    let text = std::str::from_utf8(&output.stdout).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn ids(output: &Output) -> Vec<String> {
    answers(output).iter().map(|answer| answer["id"].as_str().unwrap().to_owned()).collect()
}

fn line(id: &str, text: &str) -> String {
    serde_json::json!({ "id": id, "text": text }).to_string() + "\n"
}

#[test]
fn the_status_says_whether_anything_is_held() {
    let school = school();
    let clean = line("a", CLEAN);
    let output = screen(school.path(), &[], &clean);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(output.stdout, b"{\"id\":\"a\",\"decision\":\"release\",\"findings\":[]}\n");
    assert!(output.stderr.is_empty(), "nothing is said where there is no terminal");

    let output = screen(school.path(), &["-"], &(clean + &line("b", NUMBER)));
    assert_eq!(output.status.code(), Some(1));
    let answers = answers(&output);
    assert_eq!(answers[0]["decision"], "release");
    assert_eq!(answers[1]["decision"], "hold");
    let finding = &answers[1]["findings"][0];
    assert_eq!(finding["rule"], "privacy/phone");
    assert_eq!((finding["start"].as_u64(), finding["end"].as_u64()), (Some(14), Some(26)));
    assert_eq!(finding["excerpt"], "····· ······");

    assert_eq!(screen(school.path(), &[], "").status.code(), Some(0));
    assert_eq!(screen(school.path(), &["no-such-file"], "").status.code(), Some(2));
    assert_eq!(screen(school.path(), &["--jobs", "0"], "").status.code(), Some(2));
    assert_eq!(screen(school.path(), &["--as-of", "soon"], "").status.code(), Some(2));
}

#[test]
fn a_bad_line_is_named_and_stops_nothing() {
    let school = school();
    let input = format!(
        "{}not json\n\n{}{{\"id\":\"c\"}}\n{}",
        line("a", CLEAN),
        line("b", NUMBER),
        line("d", CLEAN)
    );
    let output = screen(school.path(), &[], &input);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(ids(&output), ["a", "line 2", "b", "c", "d"]);
    let decisions: Vec<_> =
        answers(&output).iter().map(|answer| answer["decision"].clone()).collect();
    assert_eq!(decisions, ["release", "hold", "hold", "hold", "release"]);
    let complaint = String::from_utf8(output.stderr).unwrap();
    assert!(complaint.contains("line 2 ") && complaint.contains("line 5 "), "{complaint}");
    assert!(complaint.contains("2 lines could not be read"), "{complaint}");
    assert!(!complaint.contains("not json"), "a complaint quotes nothing");
}

#[test]
fn many_lines_keep_their_order_whatever_the_number_of_jobs() {
    let school = school();
    let mut input = String::new();
    for number in 0..40_000 {
        let text = match number % 100 {
            0 => format!("{NUMBER} ({number})"),
            50 => "Wow! \u{1f389}\n".repeat(number % 300),
            other => format!("{CLEAN}{}", "!".repeat(other % 7)),
        };
        input += &line(&format!("post-{number}"), &text);
    }
    let file = school.path().join("posts.jsonl");
    fs::write(&file, &input).unwrap();
    let file = file.to_str().unwrap();
    let one = screen(school.path(), &["--jobs", "1", file], "");
    assert_eq!(one.status.code(), Some(1));
    let wanted: Vec<String> = (0..40_000).map(|number| format!("post-{number}")).collect();
    assert_eq!(ids(&one), wanted);
    let held = answers(&one).iter().filter(|answer| answer["decision"] == "hold").count();
    assert_eq!(held, 400);
    let three = screen(school.path(), &["--jobs", "3"], &input);
    assert!(one.stdout == three.stdout, "the answers depend on the number of jobs");
}

#[test]
fn names_are_masked_unless_they_are_asked_for() {
    let school = school();
    let roster = gatepost::School::open(school.path()).unwrap();
    let pupil = roster.records().roster.pupils().first().unwrap();
    let name = format!("{} {}", pupil.forename, pupil.surname);
    let input = line("a", &format!("Well done {name}"));
    let masked = screen(school.path(), &[], &input);
    assert_eq!(masked.status.code(), Some(1));
    assert!(!String::from_utf8_lossy(&masked.stdout).contains(&pupil.surname));
    let plain = screen(school.path(), &["--reveal", "--as-of", "2026-11-20"], &input);
    assert!(String::from_utf8_lossy(&plain.stdout).contains(&name));
}
