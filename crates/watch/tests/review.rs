//! Decisions on held drafts, with real files.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod common;

use std::fs;
use std::path::Path;

use common::*;
use gatepost::School;
use gatepost_store::{Phase, StoreError};
use gatepost_watch::{Choice, Decided, Review, Settings, WatchError, recheck, record_takedowns};

fn review(school: &Path) -> Review {
    Review::open(School::open(school).unwrap(), None).unwrap()
}

fn decide(school: &Path, draft: &str, choice: Choice, staff: &str) -> Result<Decided, WatchError> {
    let mut review = review(school);
    let draft = review.find(draft).unwrap();
    review.decide(&draft, choice, staff, "looked at, and in order")
}

/// A draft with a word that the policy holds, by somebody who may post.
fn drop_held(school: &Path, name: &str) {
    let draft = drop_good(school, "x", name);
    fs::write(draft.join("post.txt"), "Ring the trip line on 07700 900123 tonight.").unwrap();
}

/// Who may approve a draft, by the roles that it needs; the first who is not its author.
fn approver(school: &Path, draft: &str) -> String {
    let review = review(school);
    let draft = review.find(draft).unwrap();
    let needs = draft.state.judgement.unwrap().needs;
    let wanted = needs.must.first().or(needs.roles.first()).unwrap().clone();
    let people = &review.school().records().school.people;
    let ids = people.get(&wanted).unwrap_or_else(|| panic!("nobody is {wanted}"));
    ids.iter().map(|id| id.as_str().to_owned()).find(|id| id != "S014").unwrap()
}

/// The draft's author is S014, who decides on nothing of their own.
fn held_school() -> tempfile::TempDir {
    let school = school();
    drop_held(school.path(), "friday");
    let manifest = school.path().join("inbox/x/friday/post.toml");
    fs::write(manifest, "author = \"S014\"\npurpose = \"reminder\"\n").unwrap();
    work_off(school.path(), AT_ONCE);
    assert_eq!(drafts(school.path(), "held"), ["x/friday"]);
    school
}

#[test]
fn an_approved_draft_is_released_with_its_approvals() {
    let school = held_school();
    let staff = approver(school.path(), "friday");
    let decided = decide(school.path(), "x/friday", Choice::Approve, &staff).unwrap();
    assert!(matches!(decided, Decided::Released(_)), "{decided:?}");
    assert!(drafts(school.path(), "held").is_empty());
    assert_eq!(drafts(school.path(), "released"), ["x/friday"]);
    let folder = school.path().join("released/x/friday");
    let json = fs::read(folder.join("release.json")).unwrap();
    let release: serde_json::Value = serde_json::from_slice(&json).unwrap();
    assert_eq!(release["approvals"][0]["by"], staff.as_str());
    assert_eq!(release["token"].as_str().unwrap().len(), 64);
    assert!(!folder.join("post.toml").exists());
    assert!(listed(&school.path().join(".gatepost/review")).is_empty());
    let found = ledger(school.path());
    let state = found.draft(&found.drafts(&[Phase::Released]).unwrap()[0].key).unwrap().unwrap();
    assert_eq!(state.release.unwrap().approved_by, [staff]);
}

#[test]
fn what_people_may_not_decide_is_refused_and_changes_nothing() {
    let school = held_school();
    let staff = approver(school.path(), "friday");
    let author = decide(school.path(), "friday", Choice::Approve, "S014");
    assert!(matches!(author, Err(WatchError::Ledger(StoreError::Refused(_)))), "{author:?}");
    let nobody = decide(school.path(), "friday", Choice::Approve, "S999");
    assert!(matches!(nobody, Err(WatchError::Refused(_))), "{nobody:?}");
    let mut review = review(school.path());
    let draft = review.find("friday").unwrap();
    let unsaid = review.decide(&draft, Choice::Approve, &staff, "  ");
    assert!(matches!(unsaid, Err(WatchError::Refused(_))), "{unsaid:?}");
    let pupil = review
        .school()
        .records()
        .roster
        .pupils()
        .iter()
        .find(|pupil| pupil.forename.is_ascii() && pupil.surname.len() > 4)
        .map(|pupil| format!("{} {} is on it", pupil.forename, pupil.surname))
        .unwrap();
    let named = review.decide(&draft, Choice::Approve, &staff, &pupil);
    assert!(matches!(named, Err(WatchError::Refused(_))), "{named:?}");
    assert!(matches!(review.find("monday"), Err(WatchError::NoSuchDraft(_))));
    assert!(drafts(school.path(), "released").is_empty());
    assert!(!kinds(school.path()).contains_key("approved"));
}

#[test]
fn a_draft_that_changed_is_looked_at_again_before_it_can_be_approved() {
    let school = held_school();
    let staff = approver(school.path(), "friday");
    let words = school.path().join("held/x/friday/post.txt");
    fs::write(&words, "Ring the trip line on 07700 900456 tonight.").unwrap();
    let changed = decide(school.path(), "friday", Choice::Approve, &staff);
    assert!(matches!(changed, Err(WatchError::Ledger(StoreError::Refused(_)))), "{changed:?}");
    assert!(drafts(school.path(), "released").is_empty());
    assert_eq!(kinds(school.path())["void"], 1);
    let again = decide(school.path(), "friday", Choice::Approve, &staff).unwrap();
    assert!(matches!(again, Decided::Released(_)));
    let released = fs::read_to_string(school.path().join("released/x/friday/post.txt")).unwrap();
    assert!(released.contains("900456"), "what was looked at is what went out");
}

#[test]
fn registers_that_change_the_verdict_void_an_approval() {
    let school = held_school();
    let staff = approver(school.path(), "friday");
    let toml = school.path().join("school.toml");
    let text = fs::read_to_string(&toml).unwrap();
    // An account that nobody approved: one more thing to hold it for.
    let kept: Vec<&str> =
        text.lines().filter(|line| !line.trim_start().starts_with("approved_")).collect();
    let changed = kept.join("\n");
    fs::write(&toml, changed).unwrap();
    let refused = decide(school.path(), "friday", Choice::Approve, &staff);
    assert!(matches!(refused, Err(WatchError::Ledger(StoreError::Refused(_)))), "{refused:?}");
    assert!(holding(school.path(), "x/friday").iter().any(|rule| rule.starts_with("account/")));
}

#[test]
fn a_returned_draft_waits_in_the_inbox_until_it_changes() {
    let school = held_school();
    let staff = approver(school.path(), "friday");
    let decided = decide(school.path(), "friday", Choice::Return, &staff).unwrap();
    assert!(matches!(decided, Decided::Returned(_)));
    let back = school.path().join("inbox/x/friday");
    let names: Vec<_> =
        listed(&back).iter().map(|path| path.file_name().unwrap().to_owned()).collect();
    assert_eq!(names, ["WHY.txt", "post.toml", "post.txt"]);
    assert!(fs::read_to_string(back.join("WHY.txt")).unwrap().contains("looked at, and in order"));
    let (tally, _) = work_off(school.path(), AT_ONCE);
    assert_eq!((tally.seen, tally.returned), (0, 1));
    assert!(back.is_dir());
    assert_eq!(gatepost_watch::status(school.path(), None).unwrap().drafts[0].state, "returned");
    fs::write(back.join("post.txt"), "The trip is on Friday.").unwrap();
    let (tally, _) = work_off(school.path(), AT_ONCE);
    assert_eq!((tally.seen, tally.released), (1, 1));
    assert!(!school.path().join("released/x/friday/WHY.txt").exists());
}

#[test]
fn a_rejected_draft_is_out_of_the_way_and_kept() {
    let school = held_school();
    let staff = approver(school.path(), "friday");
    assert!(matches!(
        decide(school.path(), "friday", Choice::Reject, &staff),
        Ok(Decided::Rejected(_))
    ));
    assert!(drafts(school.path(), "held").is_empty());
    assert_eq!(drafts(school.path(), "rejected"), ["x/friday"]);
}

#[test]
fn a_claim_keeps_others_out_and_an_approval_can_be_taken_back_in_time() {
    let school = held_school();
    let toml = school.path().join("school.toml");
    let text = fs::read_to_string(&toml).unwrap();
    fs::write(&toml, format!("{text}\n[limits]\ngrace = 3600\n")).unwrap();
    let staff = approver(school.path(), "friday");
    assert!(matches!(
        decide(school.path(), "friday", Choice::Claim, &staff),
        Ok(Decided::Claimed(_))
    ));
    let decided = decide(school.path(), "friday", Choice::Approve, &staff).unwrap();
    assert!(matches!(decided, Decided::ReleasedLater(_)), "{decided:?}");
    work_off(school.path(), AT_ONCE);
    assert!(drafts(school.path(), "released").is_empty(), "it can still be taken back");
    assert_eq!(decide(school.path(), "friday", Choice::Undo, &staff).unwrap(), Decided::Undone);
    fs::write(&toml, format!("{text}\n[limits]\ngrace = 0\n")).unwrap();
    work_off(school.path(), AT_ONCE);
    assert!(drafts(school.path(), "released").is_empty(), "nobody approves it any more");
    fs::write(&toml, format!("{text}\n[limits]\ngrace = 1\n")).unwrap();
    decide(school.path(), "friday", Choice::Approve, &staff).unwrap();
    std::thread::sleep(std::time::Duration::from_millis(1100));
    work_off(school.path(), AT_ONCE);
    assert_eq!(drafts(school.path(), "released"), ["x/friday"]);
}

#[test]
fn what_could_not_be_checked_cannot_be_approved() {
    let school = school();
    let draft = drop_good(school.path(), "x", "friday");
    fs::write(draft.join("post.toml"), "author = \"S014\"\npurpos = \"x\"\n").unwrap();
    work_off(school.path(), AT_ONCE);
    let staff = approver(school.path(), "friday");
    let refused = decide(school.path(), "friday", Choice::Approve, &staff);
    assert!(matches!(refused, Err(WatchError::Refused(_))), "{refused:?}");
}

#[test]
fn what_was_released_is_found_when_the_registers_change() {
    let school = school();
    drop_good(school.path(), "x", "friday");
    drop_good(school.path(), "x", "egg and spoon");
    work_off(school.path(), AT_ONCE);
    let open = || School::open(school.path()).unwrap();
    let found = recheck(open(), None, None).unwrap();
    assert_eq!((found.checked, found.unknown), (2, 0));
    assert!(found.exposed.is_empty(), "{found:?}");
    // From today on a word of it is one of the school's own.
    fs::create_dir_all(school.path().join("words")).unwrap();
    fs::write(school.path().join("words/own.txt"), "[text/derogatory]\negg and spoon\n").unwrap();
    let found = recheck(open(), None, None).unwrap();
    let names: Vec<&str> = found.exposed.iter().map(|exposed| exposed.draft.as_str()).collect();
    assert_eq!(names, ["egg and spoon"]);
    assert_eq!(record_takedowns(school.path(), &found).unwrap(), 1);
    assert_eq!(record_takedowns(school.path(), &found).unwrap(), 0, "once");
    assert_eq!(kinds(school.path())["takedown-due"], 1);
    let _ = Settings::default();
}
