//! The watched folder, the ledger and decisions, as they are typed.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::path::Path;
use std::process::Output;

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;

fn gatepost(school: &Path, arguments: &[&str]) -> Output {
    Command::cargo_bin("gatepost")
        .unwrap()
        .args(arguments)
        .args(["--school", school.to_str().unwrap()])
        .output()
        .unwrap()
}

fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&output.stdout)))
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

/// An invented school with an empty inbox.
fn school() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let day = jiff::civil::date(2026, 11, 20);
    for file in gatepost_example::registers("woodstock", day) {
        let path = folder.path().join(&file.path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, &file.bytes).unwrap();
    }
    folder
}

fn drop_draft(school: &Path, name: &str, words: &str) {
    // Made elsewhere and moved in: whole at once.
    let draft = school.join("made");
    fs::create_dir(&draft).unwrap();
    fs::write(draft.join("post.toml"), "author = \"S003\"\npurpose = \"reminder\"\n").unwrap();
    fs::write(draft.join("post.txt"), words).unwrap();
    fs::create_dir_all(school.join("inbox/x")).unwrap();
    fs::rename(draft, school.join("inbox/x").join(name)).unwrap();
}

const ONCE: &[&str] = &["watch", "--once", "--settle", "0", "--json"];

#[test]
fn a_draft_goes_once_and_everything_is_on_record() {
    let school = school();
    drop_draft(school.path(), "friday", "Sports day is on Friday.");
    fs::write(school.path().join("inbox/x/Thumbs.db"), "x").unwrap();
    let waiting = json(&gatepost(school.path(), &["status", "--json"]));
    assert_eq!((&waiting["inbox"], &waiting["junk"]), (&1.into(), &1.into()));
    assert_eq!(waiting["drafts"][0]["draft"], "friday");
    assert_eq!(code(&gatepost(school.path(), ONCE)), 0);
    drop_draft(school.path(), "again", "Sports day is on Friday.");
    let again = gatepost(school.path(), ONCE);
    assert_eq!(code(&again), 1);
    assert_eq!(json(&again)["findings"][0]["rule"], "draft/duplicate");
    let found = json(&gatepost(school.path(), &["status", "--json"]));
    for (key, number) in [("inbox", 0), ("settling", 0), ("held", 1), ("released", 1), ("junk", 1)]
    {
        assert_eq!(found[key], number, "{key}: {found}");
    }
    let release = fs::read(school.path().join("released/x/friday/release.json")).unwrap();
    let release: Value = serde_json::from_slice(&release).unwrap();
    for key in ["token", "sha256", "account", "not_before", "expires"] {
        assert!(!release[key].is_null(), "{key}: {release}");
    }

    let verified = gatepost(school.path(), &["ledger", "verify", "--json"]);
    assert_eq!((code(&verified), &json(&verified)["whole"]), (0, &true.into()));
    let anchor = String::from_utf8(gatepost(school.path(), &["ledger", "head"]).stdout).unwrap();
    let export = school.path().join("export.jsonl");
    let path = export.to_str().unwrap();
    assert_eq!(code(&gatepost(school.path(), &["ledger", "export", "--out", path])), 0);
    let offline = |anchor: &str| {
        gatepost(school.path(), &["ledger", "verify", "--export", path, "--anchor", anchor])
    };
    assert_eq!(code(&offline(anchor.trim())), 0);
    let text = fs::read_to_string(&export).unwrap().replace("draft/duplicate", "draft/incomplete");
    fs::write(&export, text).unwrap();
    assert_eq!(code(&offline(anchor.trim())), 1);
    let shown = gatepost(school.path(), &["ledger", "show", "--json"]);
    let kinds: Vec<Value> = String::from_utf8(shown.stdout)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap()["entry"]["kind"].clone())
        .collect();
    let expected =
        ["began", "in-force", "sealed", "judged", "released", "sealed", "judged", "held"];
    assert_eq!(kinds, expected);
    let table = gatepost(school.path(), &["ledger", "export", "--csv"]);
    assert_eq!(String::from_utf8(table.stdout).unwrap().lines().count(), 9);
}

#[test]
fn a_ledger_that_is_missing_or_damaged_ends_with_two_and_is_named() {
    let school = school();
    drop_draft(school.path(), "friday", "Sports day is on Friday.");
    assert_eq!(code(&gatepost(school.path(), ONCE)), 0);
    let ledger = school.path().join("gatepost.db");
    let whole = fs::read(&ledger).unwrap();
    drop_draft(school.path(), "monday", "Swimming is on Monday.");
    let refused = || {
        let output = gatepost(school.path(), ONCE);
        assert_eq!(code(&output), 2);
        assert!(String::from_utf8_lossy(&output.stderr).contains("gatepost.db"));
        assert!(school.path().join("inbox/x/monday/post.txt").is_file());
    };
    fs::remove_file(&ledger).unwrap();
    refused();
    fs::write(&ledger, &whole[..whole.len() / 2]).unwrap();
    refused();
    fs::write(&ledger, "").unwrap();
    refused();
    fs::write(&ledger, &whole).unwrap();
    assert_eq!(code(&gatepost(school.path(), ONCE)), 0);
}

#[test]
fn held_drafts_are_decided_on() {
    let school = school();
    drop_draft(school.path(), "friday", "Ring the trip line on 07700 900123 tonight.");
    assert_eq!(code(&gatepost(school.path(), ONCE)), 1);
    let listed = json(&gatepost(school.path(), &["review", "list", "--json"]));
    assert_eq!(listed["draft"], "friday");
    let needs = &listed["needs"];
    let role = needs["must"].get(0).or(needs["roles"].get(0)).unwrap().as_str().unwrap();
    let toml = fs::read_to_string(school.path().join("school.toml")).unwrap();
    let toml: toml::Table = toml.parse().unwrap();
    let filled = &toml["people"][role];
    let staff = filled.as_str().or_else(|| filled[0].as_str()).unwrap().to_owned();
    let approve = |staff: &str, reason: &[&str]| {
        let mut arguments = vec!["review", "approve", "x/friday", "--as", staff, "--json"];
        arguments.extend(reason);
        gatepost(school.path(), &arguments)
    };
    assert_eq!(code(&approve("S999", &["--reason", "in order"])), 1);
    assert_eq!(code(&approve(&staff, &[])), 1, "no reason is given");
    let shown = gatepost(school.path(), &["review", "show", "friday", "--json"]);
    assert_eq!(json(&shown)["verdict"]["decision"], "hold");
    assert_eq!(code(&gatepost(school.path(), &["review", "show", "nothing"])), 2);
    let wrong = approve("S003", &["--reason", "in order"]);
    assert_eq!(code(&wrong), 1, "it is S003's own draft");
    assert!(!school.path().join("released/x").exists());
    if staff != "S003" {
        let done = approve(&staff, &["--reason", "the number is the trip line's"]);
        assert_eq!(code(&done), 0, "{}", String::from_utf8_lossy(&done.stdout));
        assert!(school.path().join("released/x/friday/release.json").is_file());
    }
    assert_eq!(
        code(&gatepost(school.path(), &["recheck"])),
        0,
        "what people let pass is not told again"
    );
    assert_eq!(code(&gatepost(school.path(), &["pupil", "report", "A000000000000"])), 0);
}

#[test]
#[cfg(unix)]
fn it_watches_until_it_is_told_to_stop() {
    use std::process::{Command, Stdio};
    use std::time::{Duration, Instant};
    let school = school();
    for signal in ["INT", "TERM"] {
        let mut running = Command::new(assert_cmd::cargo::cargo_bin("gatepost"))
            .args(["watch", "--settle", "0", "--school"])
            .arg(school.path())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        drop_draft(school.path(), signal, &format!("Sports day {signal}. Ring 07700 900123."));
        let held = school.path().join("held/x").join(signal);
        let until = Instant::now() + Duration::from_mins(1);
        while !held.exists() {
            assert!(Instant::now() < until, "{signal}: not held");
            std::thread::sleep(Duration::from_millis(20));
        }
        let second = gatepost(school.path(), ONCE);
        assert_eq!(code(&second), 2, "a second one is refused");
        let id = running.id().to_string();
        assert!(Command::new("kill").args(["-s", signal, &id]).status().unwrap().success());
        assert_eq!(running.wait().unwrap().code(), Some(0), "{signal}");
    }
}
