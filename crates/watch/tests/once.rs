//! Working off an inbox, with real files.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use gatepost::{Decision, School, Verdict};
use gatepost_example::{Expect, PhotoSize};
use gatepost_watch::{Event, Listen, Settings, Tally, WatchError, Worker};
use jiff::civil::date;
use tempfile::TempDir;

const AT_ONCE: Settings =
    Settings { settle: Some(Duration::ZERO), settle_max: None, as_of: None, listen: Listen::Never };
static GO_ON: AtomicBool = AtomicBool::new(false);

fn write(folder: &Path, files: &[gatepost_example::File]) {
    for file in files {
        let path = folder.join(&file.path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, &file.bytes).unwrap();
    }
}

fn school(policy: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), &gatepost_example::registers(policy, date(2026, 11, 20)));
    folder
}

fn drop_text(school: &TempDir, account: &str, name: &str) -> PathBuf {
    let folder = school.path().join("inbox").join(account).join(name);
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("post.txt"), "Sports day is on Friday.").unwrap();
    folder
}

fn worker(school: &TempDir, settings: Settings) -> Result<Worker, WatchError> {
    Worker::new(School::open(school.path()).unwrap(), settings)
}

fn work_off_at(school: &TempDir, settings: Settings) -> (Tally, Vec<Verdict>) {
    let mut verdicts = Vec::new();
    let tally = worker(school, settings)
        .unwrap()
        .work_off(&GO_ON, |event| match event {
            Event::Placed { verdict, .. } => verdicts.push(*verdict),
            other => panic!("{other:?}"),
        })
        .unwrap();
    (tally, verdicts)
}

fn work_off(school: &TempDir) -> (Tally, Vec<Verdict>) {
    work_off_at(school, AT_ONCE)
}

/// Every file under a folder with its content.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut waiting = vec![folder.to_owned()];
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            waiting.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        } else {
            found.insert(path.strip_prefix(folder).unwrap().to_owned(), fs::read(&path).unwrap());
        }
    }
    found
}

#[test]
fn the_example_drafts_end_where_they_belong() {
    for policy in ["strict", "woodstock", "holy-cross"] {
        let school = school(policy);
        let drafts = gatepost_example::drafts(date(2026, 11, 20), PhotoSize::Small);
        for draft in &drafts {
            write(school.path(), &draft.in_inbox());
        }
        let (tally, verdicts) = work_off(&school);
        assert_eq!(tally.seen, drafts.len(), "{policy}");
        assert_eq!(tally.released + tally.held, tally.seen, "{policy}");
        assert_eq!(files(&school.path().join("inbox")).len(), 0, "{policy}: the inbox is empty");
        for draft in &drafts {
            let verdict = verdicts.iter().find(|verdict| verdict.draft == draft.name);
            let verdict =
                verdict.unwrap_or_else(|| panic!("{policy}: no verdict on {}", draft.name));
            let holding: Vec<&str> = verdict.holding().map(|ruling| ruling.rule.as_str()).collect();
            match draft.expected(policy) {
                Some(Expect::Release) => {
                    assert_eq!(
                        verdict.decision,
                        Decision::Release,
                        "{policy}: {}: {holding:?}",
                        draft.name
                    );
                }
                Some(Expect::Hold(rule)) => {
                    assert!(
                        holding.contains(&rule),
                        "{policy}: {} for {rule}: {holding:?}",
                        draft.name
                    );
                }
                None => panic!("{policy}: nothing is expected of {}", draft.name),
            }
            let side = if verdict.decision == Decision::Release { "released" } else { "held" };
            let place = school.path().join(side).join(draft.account).join(draft.name);
            let placed = files(&place);
            assert!(placed.contains_key(Path::new("verdict.json")), "{policy}: {}", draft.name);
            if side == "held" {
                assert!(placed.contains_key(Path::new("report.html")));
                assert!(placed.contains_key(Path::new("WHY.txt")));
                for file in &draft.files {
                    assert_eq!(
                        placed.get(&file.path),
                        Some(&file.bytes),
                        "{}: untouched",
                        draft.name
                    );
                }
            } else {
                assert!(!placed.contains_key(Path::new("post.toml")), "it names pupils");
                assert!(placed.contains_key(Path::new("release.json")));
                for file in &verdict.cleaned {
                    assert!(file.verified, "{}", draft.name);
                }
            }
        }
        assert_eq!(
            files(&school.path().join(".gatepost/work")).len(),
            0,
            "nothing is left under way"
        );
    }
}

#[test]
fn the_same_draft_differs_between_policies() {
    let decisions = |policy: &str| -> BTreeMap<String, Decision> {
        let school = school(policy);
        for draft in gatepost_example::drafts(date(2026, 11, 20), PhotoSize::Small) {
            write(school.path(), &draft.in_inbox());
        }
        let (_, verdicts) = work_off(&school);
        verdicts.into_iter().map(|verdict| (verdict.draft, verdict.decision)).collect()
    };
    let (woodstock, holy_cross) = (decisions("woodstock"), decisions("holy-cross"));
    // A first name beside a photo of several pupils, and a post at half past ten on a school day.
    for draft in ["food-bank", "writing-week"] {
        assert_eq!(woodstock[draft], Decision::Release, "{draft}");
        assert_eq!(holy_cross[draft], Decision::Hold, "{draft}");
    }
}

#[test]
fn nothing_is_ever_overwritten() {
    let school = school("woodstock");
    for round in 1..=3 {
        drop_text(&school, "x", "friday");
        let (tally, _) = work_off(&school);
        assert_eq!(tally.held, 1, "round {round}: it has no author");
    }
    for name in ["friday", "friday-2", "friday-3"] {
        assert!(school.path().join("held/x").join(name).join("post.txt").is_file(), "{name}");
    }
}

#[test]
fn a_file_of_the_authors_that_is_called_like_ours_stays() {
    let school = school("woodstock");
    let draft = drop_text(&school, "x", "friday");
    fs::write(draft.join("verdict.json"), "mine").unwrap();
    let (tally, _) = work_off(&school);
    assert_eq!(tally.held, 1);
    let placed = files(&school.path().join("held/x/friday"));
    assert_eq!(placed.get(Path::new("verdict.json")).map(Vec::as_slice), Some(&b"mine"[..]));
    assert!(placed.contains_key(Path::new("verdict-2.json")));
}

#[test]
fn a_loose_text_is_a_draft() {
    let school = school("woodstock");
    fs::create_dir_all(school.path().join("inbox/x")).unwrap();
    fs::write(school.path().join("inbox/x/a.txt"), "Sports day is on Friday.").unwrap();
    let (tally, _) = work_off(&school);
    assert_eq!((tally.seen, tally.held), (1, 1));
    assert!(school.path().join("held/x/a/a.txt").is_file());
}

#[test]
fn junk_and_strays_are_counted_and_left() {
    let school = school("woodstock");
    drop_text(&school, "x", "friday");
    let inbox = school.path().join("inbox");
    fs::write(inbox.join("x/Thumbs.db"), "x").unwrap();
    fs::write(inbox.join("note.txt"), "x").unwrap();
    let (tally, _) = work_off(&school);
    assert_eq!((tally.seen, tally.junk, tally.strays), (1, 1, 1));
    assert!(inbox.join("note.txt").is_file());
}

#[test]
fn only_one_at_a_time() {
    let school = school("woodstock");
    let first = worker(&school, AT_ONCE).unwrap();
    assert!(matches!(worker(&school, AT_ONCE), Err(WatchError::Busy)));
    drop(first);
    assert!(worker(&school, AT_ONCE).is_ok());
}

#[test]
fn a_draft_named_after_a_pupil_is_masked_in_its_verdict() {
    let folder = school("woodstock");
    let school_opened = School::open(folder.path()).unwrap();
    let pupil = school_opened
        .records()
        .roster
        .pupils()
        .iter()
        .find(|pupil| {
            pupil.forename.is_ascii() && pupil.surname.is_ascii() && pupil.surname.len() > 4
        })
        .unwrap();
    let name = format!("{} {}", pupil.forename, pupil.surname);
    drop_text(&folder, "x", &name);
    let (_, verdicts) = work_off(&folder);
    let json = serde_json::to_string(&verdicts).unwrap();
    assert!(!json.contains(&pupil.surname), "the verdict names the pupil");
    assert!(folder.path().join("held/x").join(&name).is_dir(), "the folder keeps its name");
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct IncompleteCase {
    name: String,
    #[serde(rename = "why")]
    _why: String,
    files: Vec<CaseFile>,
    found: bool,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct CaseFile {
    name: String,
    words: String,
}

#[test]
fn drafts_that_never_come_to_rest_are_held_as_incomplete() {
    let none = Settings { settle_max: Some(Duration::ZERO), ..AT_ONCE };
    for case in gatepost_cases::table::<IncompleteCase>("draft/incomplete.toml") {
        let school = school("woodstock");
        let draft = school.path().join("inbox/x/friday");
        fs::create_dir_all(&draft).unwrap();
        for file in &case.files {
            fs::write(draft.join(&file.name), &file.words).unwrap();
        }
        let (_, verdicts) = work_off_at(&school, none);
        let found = verdicts
            .iter()
            .any(|v| v.findings.iter().any(|ruling| ruling.rule == "draft/incomplete"));
        assert_eq!(found, case.found, "{}", case.name);
    }
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct DuplicateCase {
    name: String,
    #[serde(rename = "why")]
    _why: String,
    drops: Vec<Drop>,
    found: bool,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Drop {
    account: String,
    name: String,
    words: String,
}

#[test]
fn what_was_released_to_an_account_is_held_when_it_comes_again() {
    for case in gatepost_cases::table::<DuplicateCase>("draft/duplicate.toml") {
        let school = school("woodstock");
        let mut last = Vec::new();
        for drop in &case.drops {
            let folder = school.path().join("inbox").join(&drop.account).join(&drop.name);
            fs::create_dir_all(&folder).unwrap();
            fs::write(folder.join("post.txt"), &drop.words).unwrap();
            fs::write(folder.join("post.toml"), "author = \"S003\"\npurpose = \"reminder\"\n")
                .unwrap();
            (_, last) = work_off(&school);
        }
        let rules: Vec<&str> = last[0].holding().map(|ruling| ruling.rule.as_str()).collect();
        assert_eq!(rules.contains(&"draft/duplicate"), case.found, "{}: {rules:?}", case.name);
        assert_eq!(last[0].decision == Decision::Hold, case.found, "{}: {rules:?}", case.name);
    }
}
