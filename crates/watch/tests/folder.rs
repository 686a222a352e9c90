//! How watched folders fail, played with real files.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![allow(clippy::print_stderr, reason = "a test that cannot be played here says so")]

mod common;

use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::time::{Duration, Instant};

use common::*;
use gatepost_watch::{Listen, Settings, WatchError};

const SHORT: Settings = Settings { settle: Some(Duration::from_millis(300)), ..AT_ONCE };

#[test]
fn a_draft_that_arrives_while_it_runs_is_found_with_and_without_events() {
    for listen in [Listen::IfEventsCome, Listen::Never] {
        let school = school();
        let running = Running::start(school.path(), Settings { listen, ..AT_ONCE });
        let began = Instant::now();
        drop_good(school.path(), "x", "friday");
        drop_bad(school.path(), "facebook", "monday");
        wait_until("both are placed", || {
            drafts(school.path(), "released") == ["x/friday"]
                && drafts(school.path(), "held") == ["facebook/monday"]
        });
        assert!(began.elapsed() < Duration::from_secs(30), "{listen:?}");
        let tally = running.stop().unwrap();
        assert_eq!((tally.seen, tally.released, tally.held), (2, 1, 1));
        assert!(drafts(school.path(), "inbox").is_empty());
    }
}

#[test]
fn nothing_is_taken_while_it_is_still_being_copied() {
    let school = school();
    let running = Running::start(school.path(), SHORT);
    let draft = school.path().join("inbox/x/slow");
    fs::create_dir(&draft).unwrap();
    for part in 0..12 {
        let text = "Sports day. ".repeat(part + 1);
        fs::write(draft.join("post.txt"), text).unwrap();
        assert!(draft.is_dir(), "taken while it was written");
        std::thread::sleep(Duration::from_millis(100));
    }
    wait_until("it is placed", || drafts(school.path(), "held") == ["x/slow"]);
    let words = fs::read_to_string(school.path().join("held/x/slow/post.txt")).unwrap();
    assert_eq!(words, "Sports day. ".repeat(12));
    running.stop().unwrap();
}

#[test]
fn times_that_lie_change_nothing() {
    let school = school();
    for (name, seconds) in [("past", 0), ("future", 9_000_000_000)] {
        let draft = drop_good(school.path(), "x", name);
        let when = std::time::UNIX_EPOCH + Duration::from_secs(seconds);
        for file in listed(&draft) {
            fs::File::options().write(true).open(file).unwrap().set_modified(when).unwrap();
        }
    }
    let (tally, _) = work_off(school.path(), SHORT);
    assert_eq!((tally.seen, tally.released), (2, 2));
}

#[test]
fn names_of_files_that_are_being_written_are_never_taken_and_the_final_one_is_once() {
    for part in
        ["IMG_1.jpg.part", "IMG_1.jpg.crdownload", ".syncthing.IMG_1.jpg.tmp", ".~lock.post.txt#"]
    {
        let school = school();
        let running = Running::start(school.path(), AT_ONCE);
        let made = tempfile::tempdir_in(school.path()).unwrap();
        fs::write(made.path().join("post.txt"), "Sports day.").unwrap();
        fs::write(made.path().join(part), "x").unwrap();
        let draft = school.path().join("inbox/x/friday");
        fs::rename(made.path(), &draft).unwrap();
        std::thread::sleep(Duration::from_millis(300));
        assert!(draft.is_dir(), "{part}: taken");
        fs::remove_file(draft.join(part)).unwrap();
        wait_until("it is placed", || drafts(school.path(), "held") == ["x/friday"]);
        assert_eq!(running.stop().unwrap().seen, 1, "{part}");
    }
}

#[test]
fn a_cut_off_photo_is_held_as_incomplete_and_the_whole_draft_is_another() {
    let school = school();
    let photo = gatepost_example::photo::Jpeg::new(64, 48, 1).build();
    let draft = drop_good(school.path(), "x", "friday");
    fs::write(draft.join("IMG_1.jpg"), &photo[..photo.len() / 2]).unwrap();
    let patient = Settings { settle_max: Some(Duration::from_millis(200)), ..AT_ONCE };
    work_off(school.path(), patient);
    assert!(holding(school.path(), "x/friday").contains(&"draft/incomplete".to_owned()));
    let draft = drop_good(school.path(), "x", "friday");
    fs::write(draft.join("IMG_1.jpg"), &photo).unwrap();
    work_off(school.path(), patient);
    assert!(!holding(school.path(), "x/friday-2").contains(&"draft/incomplete".to_owned()));
}

#[test]
fn a_start_waits_for_what_is_half_copied() {
    let school = school();
    let draft = drop_bad(school.path(), "x", "friday");
    let running = Running::start(school.path(), SHORT);
    for part in 0..6 {
        fs::write(draft.join("more.jpg"), vec![0; part + 1]).unwrap();
        std::thread::sleep(Duration::from_millis(100));
        assert!(draft.is_dir());
    }
    fs::remove_file(draft.join("more.jpg")).unwrap();
    wait_until("it is placed", || drafts(school.path(), "held") == ["x/friday"]);
    assert_eq!(running.stop().unwrap().seen, 1);
}

#[test]
fn a_draft_that_is_taken_back_leaves_nothing() {
    let school = school();
    let running = Running::start(school.path(), SHORT);
    for round in 0..5 {
        let draft = drop_good(school.path(), "x", "friday");
        std::thread::sleep(Duration::from_millis(20 * round));
        fs::remove_dir_all(draft).unwrap();
    }
    drop_good(school.path(), "x", "monday");
    wait_until("the other is placed", || drafts(school.path(), "released") == ["x/monday"]);
    assert!(running.stop().is_ok());
    assert!(drafts(school.path(), "held").is_empty());
}

#[test]
fn an_urgent_draft_overtakes_a_large_drop() {
    let school = school();
    for number in 0..300 {
        drop_bad(school.path(), "x", &format!("old-{number:04}"));
    }
    let running = Running::start(school.path(), AT_ONCE);
    wait_until("the drop is being worked off", || !drafts(school.path(), "held").is_empty());
    drop_good(school.path(), "facebook", "urgent");
    wait_until("the urgent one is out", || {
        drafts(school.path(), "released") == ["facebook/urgent"]
    });
    let before = drafts(school.path(), "held").len();
    assert!(before < 290, "{before} of 300 went before it");
    running.stop().unwrap();
}

#[test]
fn only_one_watches_and_a_lock_that_is_left_over_stops_nobody() {
    let school = school();
    let running = Running::start(school.path(), AT_ONCE);
    assert!(matches!(worker(school.path(), AT_ONCE), Err(WatchError::Busy)));
    running.stop().unwrap();
    assert!(school.path().join(".gatepost/lock").is_file());
    assert!(worker(school.path(), AT_ONCE).is_ok());
}

#[test]
fn the_inbox_may_lie_in_another_file_system() {
    let Ok(elsewhere) = tempfile::tempdir_in("/dev/shm") else {
        eprintln!("skipped: there is no second file system");
        return;
    };
    let school = school();
    fs::remove_dir_all(school.path().join("inbox")).unwrap();
    std::os::unix::fs::symlink(elsewhere.path(), school.path().join("inbox")).unwrap();
    let made = common::school();
    for name in ["friday", "monday"] {
        let draft = drop_good(made.path(), "x", name);
        let to = elsewhere.path().join("x").join(name);
        fs::create_dir_all(&to).unwrap();
        for file in listed(&draft) {
            fs::copy(&file, to.join(file.file_name().unwrap())).unwrap();
        }
    }
    std::os::unix::fs::symlink("/etc/hostname", elsewhere.path().join("x/monday/link")).unwrap();
    fs::write(elsewhere.path().join("x/loose.txt"), "Sports day.").unwrap();
    let (tally, told) = work_off(school.path(), AT_ONCE);
    assert_eq!((tally.released, tally.held, tally.stuck), (1, 2, 0), "{told:?}");
    assert!(listed(&elsewhere.path().join("x")).is_empty());
    assert_eq!(drafts(school.path(), "released"), ["x/friday"]);
    assert_eq!(drafts(school.path(), "held"), ["x/loose", "x/monday"]);
}

/// Root may do everything: then there is nothing to play.
fn permissions_count(folder: &Path) -> bool {
    let probe = folder.join("probe");
    fs::create_dir(&probe).unwrap();
    fs::set_permissions(&probe, fs::Permissions::from_mode(0o500)).unwrap();
    let counts = fs::write(probe.join("a"), "").is_err();
    fs::set_permissions(&probe, fs::Permissions::from_mode(0o700)).unwrap();
    fs::remove_dir_all(&probe).unwrap();
    if !counts {
        eprintln!("skipped: this user may write everywhere");
    }
    counts
}

#[test]
fn what_cannot_be_removed_from_the_inbox_waits_there() {
    let school = school();
    if !permissions_count(school.path()) {
        return;
    }
    let account = school.path().join("inbox/x");
    drop_good(school.path(), "x", "friday");
    fs::set_permissions(&account, fs::Permissions::from_mode(0o500)).unwrap();
    let running = Running::start(school.path(), AT_ONCE);
    wait_until("it is told", || running.was_told("Stuck"));
    drop_good(school.path(), "facebook", "monday");
    wait_until("others go on", || drafts(school.path(), "released") == ["facebook/monday"]);
    let found = gatepost_watch::status(school.path(), None).unwrap();
    assert_eq!(found.inbox, 1);
    fs::set_permissions(&account, fs::Permissions::from_mode(0o700)).unwrap();
    wait_until("it goes once it can", || drafts(school.path(), "released").len() == 2);
    running.stop().unwrap();
    assert_eq!(kinds(school.path())["released"], 2, "each once");
}

#[test]
fn an_inbox_that_is_gone_is_waited_for() {
    let school = school();
    let inbox = school.path().join("inbox");
    let running = Running::start(school.path(), AT_ONCE);
    fs::rename(&inbox, school.path().join("away")).unwrap();
    wait_until("it is told", || running.was_told("InboxGone"));
    fs::rename(school.path().join("away"), &inbox).unwrap();
    drop_good(school.path(), "x", "friday");
    wait_until("it goes on", || drafts(school.path(), "released") == ["x/friday"]);
    running.stop().unwrap();
}

#[test]
fn strange_names_and_kinds_are_held_and_nothing_is_followed() {
    let school = school();
    let inbox = school.path().join("inbox/x");
    let outside = tempfile::tempdir().unwrap();
    fs::write(outside.path().join("secret.txt"), "secret").unwrap();
    let names: Vec<String> = [
        "a\u{301}".into(),
        "\u{e1}".into(),
        "Case".into(),
        "case".into(),
        "dot.".into(),
        "space ".into(),
        "CON".into(),
        "\u{202e}gpj.exe".into(),
        "new\nline".into(),
        "\u{1f600}".into(),
        "\u{175}\u{177}".into(),
        "n".repeat(255),
    ]
    .into();
    for name in &names {
        drop_bad(school.path(), "x", name);
    }
    let odd = inbox.join(std::ffi::OsStr::from_bytes(b"odd-\xff"));
    fs::create_dir(&odd).unwrap();
    fs::write(odd.join("post.txt"), "Sports day.").unwrap();
    std::os::unix::fs::symlink(outside.path(), inbox.join("link")).unwrap();
    let looped = drop_bad(school.path(), "x", "loop");
    std::os::unix::fs::symlink(&looped, looped.join("again")).unwrap();
    let deep = (0..60).fold(inbox.join("deep"), |path, _| path.join("d"));
    fs::create_dir_all(&deep).unwrap();
    let piped = drop_bad(school.path(), "x", "pipe");
    let made = std::process::Command::new("mkfifo").arg(piped.join("fifo.jpg")).status();
    let (tally, told) = work_off(school.path(), AT_ONCE);
    assert_eq!(tally.seen, names.len() + 5, "{told:?}");
    assert_eq!((tally.held, tally.stuck), (tally.seen, 0), "{told:?}");
    assert!(listed(&inbox).is_empty());
    assert_eq!(fs::read_to_string(outside.path().join("secret.txt")).unwrap(), "secret");
    drop(made);
}

#[test]
fn files_that_no_gate_can_read_are_held() {
    let school = school();
    let cases: [(&str, &str, &[u8]); 6] = [
        ("unknown", "plan.xyz", b"anything"),
        ("zip", "all.zip", b"PK\x03\x04"),
        ("misnamed", "IMG_1.jpg", b"\0\0\0\x18ftypheic"),
        ("empty-photo", "IMG_1.jpg", b""),
        ("binary-words", "post.md", b"\xff\xfe\x00"),
        ("twin", "IMG_1 (Office-PC).jpg", b"not a photo"),
    ];
    for (name, file, bytes) in cases {
        let draft = drop_good(school.path(), "x", name);
        fs::write(draft.join(file), bytes).unwrap();
    }
    let quick = Settings { settle_max: Some(Duration::from_millis(100)), ..AT_ONCE };
    let (tally, _) = work_off(school.path(), quick);
    assert_eq!((tally.seen, tally.held), (6, 6), "{:?}", drafts(school.path(), "released"));
}

#[test]
fn junk_is_left_out_and_counted() {
    let school = school();
    let draft = drop_good(school.path(), "x", "friday");
    for junk in ["Thumbs.db", ".DS_Store", "desktop.ini", "~$post.docx", "._post.txt"] {
        fs::write(draft.join(junk), "x").unwrap();
        fs::write(school.path().join("inbox/x").join(junk), "x").unwrap();
    }
    fs::create_dir(draft.join("@eaDir")).unwrap();
    let found = gatepost_watch::status(school.path(), None).unwrap();
    assert_eq!((found.inbox, found.junk), (1, 11));
    let (tally, _) = work_off(school.path(), AT_ONCE);
    assert_eq!((tally.released, tally.junk), (1, 11));
    assert_eq!(
        listed(&school.path().join("released/x/friday")).len(),
        3,
        "words, release, verdict"
    );
}

#[test]
fn registers_that_change_are_read_again_whole_or_not_at_all() {
    let school = school();
    let running = Running::start(school.path(), AT_ONCE);
    drop_good(school.path(), "x", "one");
    wait_until("the first is out", || drafts(school.path(), "released") == ["x/one"]);
    let staff = school.path().join("staff.csv");
    let whole = fs::read(&staff).unwrap();
    fs::write(&staff, "staff id,no such table\n\"unclosed").unwrap();
    wait_until("it is told", || running.was_told("Obstacle"));
    let waiting = drop_good(school.path(), "x", "two");
    std::thread::sleep(Duration::from_millis(1500));
    assert!(waiting.is_dir(), "nothing is judged by half a register");
    let found = gatepost_watch::status(school.path(), None).unwrap();
    assert!(found.problem.is_some(), "{found:?}");
    fs::write(&staff, &whole).unwrap();
    wait_until("it goes on by itself", || drafts(school.path(), "released").len() == 2);
    // S003 may no longer post.
    let text = String::from_utf8(whole).unwrap();
    let mended: String = text.lines().filter(|line| !line.starts_with("S003")).fold(
        String::new(),
        |mut text, line| {
            text.push_str(line);
            text.push('\n');
            text
        },
    );
    assert_ne!(mended, text);
    fs::write(&staff, mended).unwrap();
    wait_until("it is told", || running.was_told("Renewed"));
    drop_good(school.path(), "x", "three");
    wait_until("judged by the new ones", || drafts(school.path(), "held") == ["x/three"]);
    running.stop().unwrap();
    assert!(kinds(school.path())["in-force"] >= 2);
}

#[test]
fn a_ledger_that_is_lost_or_harmed_ends_the_run_and_nothing_is_released() {
    type Harm = fn(&Path);
    let harms: [(&str, Harm); 3] = [
        ("missing", |path| fs::remove_file(path).unwrap()),
        ("overwritten", |path| fs::write(path, "no ledger").unwrap()),
        ("another", |path| {
            let other = path.with_extension("other");
            fs::copy(path, &other).unwrap();
            fs::rename(other, path).unwrap();
        }),
    ];
    for (how, harm) in harms {
        let school = school();
        let path = school.path().join("gatepost.db");
        let running = Running::start(school.path(), AT_ONCE);
        drop_good(school.path(), "x", "one");
        wait_until("the first is out", || drafts(school.path(), "released") == ["x/one"]);
        wait_until("it rests", || {
            !path.with_extension("db-wal").metadata().is_ok_and(|wal| wal.len() > 0)
        });
        std::thread::sleep(Duration::from_millis(300));
        harm(&path);
        drop_good(school.path(), "x", "two");
        let ended = running.ended();
        assert!(matches!(&ended, Err(problem) if problem.is_final()), "{how}: {ended:?}");
        assert!(ended.unwrap_err().to_string().contains("gatepost.db"), "{how}");
        assert_eq!(drafts(school.path(), "released"), ["x/one"], "{how}");
        if how != "another" {
            let again = worker(school.path(), AT_ONCE);
            assert!(matches!(&again, Err(problem) if problem.is_final()), "{how}: at the start");
        }
    }
}

#[test]
fn a_locked_ledger_is_waited_for() {
    let school = school();
    let running = Running::start(school.path(), AT_ONCE);
    let other = rusqlite::Connection::open(school.path().join("gatepost.db")).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    drop_good(school.path(), "x", "friday");
    std::thread::sleep(Duration::from_millis(700));
    assert!(drafts(school.path(), "released").is_empty());
    other.execute_batch("COMMIT").unwrap();
    wait_until("it goes on", || drafts(school.path(), "released") == ["x/friday"]);
    running.stop().unwrap();
    assert_eq!(kinds(school.path())["released"], 1);
}

#[test]
fn an_idle_run_does_nothing() {
    let school = school();
    for number in 0..20 {
        drop_bad(school.path(), "x", &format!("d{number}"));
    }
    work_off(school.path(), AT_ONCE);
    let running =
        Running::start(school.path(), Settings { listen: Listen::IfEventsCome, ..AT_ONCE });
    std::thread::sleep(Duration::from_millis(300));
    let before = ledger(school.path()).head().unwrap();
    let look = || fs::metadata(school.path().join("gatepost.db")).unwrap().modified().unwrap();
    let was = look();
    std::thread::sleep(Duration::from_secs(2));
    assert_eq!(ledger(school.path()).head().unwrap(), before, "its own reading wakes nobody");
    assert_eq!(look(), was);
    running.stop().unwrap();
}
