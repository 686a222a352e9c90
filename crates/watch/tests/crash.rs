//! A run may be killed at any instant: afterwards there is exactly one of each draft, and nothing that must
//! be held was ever to be seen in `released/`.
//!
//! The run that is killed is this very test program, started again as a child.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod common;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use common::*;

const SCHOOL: &str = "GATEPOST_CRASH_SCHOOL";

/// Not a test of its own: what the child does.
#[test]
fn child() {
    let Ok(folder) = std::env::var(SCHOOL) else { return };
    let _ =
        worker(Path::new(&folder), AT_ONCE).and_then(|mut worker| worker.work_off(&GO_ON, |_| {}));
}

fn start(school: &Path, fail_at: Option<u64>) -> Child {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command
        .args(["--exact", "child", "--quiet"])
        .env(SCHOOL, school)
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    if let Some(number) = fail_at {
        command.env("GATEPOST_FAIL_AT", number.to_string());
    }
    command.spawn().unwrap()
}

/// Everything dropped is somewhere exactly once, and only good drafts are out.
fn look(school: &Path, dropped: &BTreeSet<String>, at_rest: bool) {
    let mut found = Vec::new();
    for draft in drafts(school, "released") {
        let folder = school.join("released").join(&draft);
        assert!(draft.contains("good"), "{draft} was to be held");
        for file in ["post.txt", "release.json", "verdict.json"] {
            assert!(fs::metadata(folder.join(file)).unwrap().len() > 0, "{draft}: {file}");
        }
        assert!(!folder.join("post.toml").exists());
        found.push(draft);
    }
    for draft in drafts(school, "held") {
        let folder = school.join("held").join(&draft);
        for file in ["post.txt", "WHY.txt", "report.html", "verdict.json"] {
            assert!(fs::metadata(folder.join(file)).unwrap().len() > 0, "{draft}: {file}");
        }
        assert!(draft.contains("bad"), "{draft} was to be released: {:?}", holding(school, &draft));
        found.push(draft);
    }
    if at_rest {
        found.sort();
        assert_eq!(found, dropped.iter().cloned().collect::<Vec<_>>());
        assert!(drafts(school, "inbox").is_empty());
        assert!(listed(&school.join(".gatepost/work")).is_empty());
    }
}

fn drop_some(school: &Path, round: u64, dropped: &mut BTreeSet<String>) {
    for (account, number) in [("x", 0), ("facebook", 1)] {
        let good = format!("good-{round}-{number}");
        drop_good(school, account, &good);
        dropped.insert(format!("{account}/{good}"));
        let bad = format!("bad-{round}-{number}");
        drop_bad(school, account, &bad);
        dropped.insert(format!("{account}/{bad}"));
    }
}

/// Killed at once, as by `kill -9`, after times that differ. `GATEPOST_KILLS` says how often.
#[test]
fn killed_at_any_instant_nothing_is_lost_doubled_or_leaked() {
    let kills: u64 =
        std::env::var("GATEPOST_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(12);
    let school = school();
    let mut dropped = BTreeSet::new();
    let mut in_time = 0;
    // How long a run takes here, to kill within it.
    let began = Instant::now();
    assert!(start(school.path(), None).wait().unwrap().success());
    let whole = began.elapsed().max(Duration::from_millis(40)) * 2;
    let mut chance = 0x9e37_79b9_7f4a_7c15_u64;
    for kill in 0..kills {
        drop_some(school.path(), kill, &mut dropped);
        let mut child = start(school.path(), None);
        chance =
            chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        std::thread::sleep(
            whole.mul_f64(f64::from(u32::try_from(chance >> 40).unwrap()) / f64::from(1 << 24)),
        );
        if child.try_wait().unwrap().is_none() {
            in_time += 1;
        }
        child.kill().unwrap();
        child.wait().unwrap();
        look(school.path(), &dropped, false);
    }
    assert!(start(school.path(), None).wait().unwrap().success());
    look(school.path(), &dropped, true);
    let kinds = kinds(school.path());
    let (out, void) = (kinds["released"], kinds.get("void").copied().unwrap_or(0));
    println!(
        "{kills} kills, {in_time} of them before the run had ended; {} drafts: {} released, {} held, none lost, \
         none doubled, none leaked; {} records, {void} of them of steps that were cut short",
        dropped.len(),
        drafts(school.path(), "released").len(),
        drafts(school.path(), "held").len(),
        ledger(school.path()).head().unwrap().seq,
    );
    assert!(out >= drafts(school.path(), "released").len());
}

/// Killed at every step of the journal, one after the other.
#[test]
#[cfg(feature = "failpoints")]
fn killed_at_every_step_nothing_is_lost_doubled_or_leaked() {
    let mut step = 1;
    loop {
        let school = school();
        let mut dropped = BTreeSet::new();
        drop_some(school.path(), 0, &mut dropped);
        let has_ended = start(school.path(), Some(step)).wait().unwrap().success();
        look(school.path(), &dropped, has_ended);
        if has_ended {
            break;
        }
        assert!(start(school.path(), None).wait().unwrap().success());
        look(school.path(), &dropped, true);
        step += 1;
    }
    println!("killed at each of {} steps", step - 1);
    assert!(step > 60, "only {step} steps: the build has no failpoints");
}
