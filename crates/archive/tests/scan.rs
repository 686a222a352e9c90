//! Scans as a whole: bad archives, reports that are gone on with, earlier reports, fixtures.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod common;

use std::fs;

use common::{Desk, gzip, tar, zip};
use gatepost_archive::{ArchiveError, Options, Resume};

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    #[serde(rename = "why")]
    _why: String,
    files: Vec<File>,
    found: bool,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    name: String,
    words: String,
}

#[test]
fn fixtures() {
    let desk = Desk::new();
    for rule in ["archive/bad-member", "archive/missing-media", "archive/orphan-media"] {
        for case in gatepost_cases::table::<Case>(&format!("{rule}.toml")) {
            let files: Vec<(&str, &[u8])> =
                case.files.iter().map(|file| (file.name.as_str(), file.words.as_bytes())).collect();
            let found = desk.scan_zip(&files);
            assert_eq!(found.all_rules().contains(&rule), case.found, "{rule}: {}", case.name);
            let archive = &found.summary.archives[0];
            assert!(archive.files.add_up() && archive.posts.add_up(), "{rule}: {}", case.name);
        }
    }
}

#[test]
fn archives_that_are_cut_off_say_how_far_they_got() {
    let desk = Desk::new();
    let files: &[(&str, &[u8])] =
        &[("outbox.json", b"{\"orderedItems\":[]}"), ("media/1.png", &[7; 5000])];
    let (zip, tar) = (zip(files), tar(files));
    for (name, bytes, read) in
        [("cut.zip", &zip[..zip.len() - 30], 0), ("cut.tar", &tar[..2000], 1)]
    {
        let path = desk.write(name, bytes);
        let problem = desk.scan(&[&path], Options::default()).err().unwrap();
        let far = matches!(problem, ArchiveError::Broken { read: so_far, .. } if so_far == read);
        assert!(far, "{name}: {problem}");
    }
    let unknown = desk.write("notes.bin", b"nothing");
    assert!(matches!(
        desk.scan(&[&unknown], Options::default()),
        Err(ArchiveError::Unknown { .. })
    ));
}

#[test]
fn bombs_and_nested_archives_are_not_opened() {
    let desk = Desk::new();
    let zeros = vec![b' '; 30 << 20];
    let inner = zip(&[("outbox.json", b"{}")]);
    let found = desk.scan_zip(&[
        ("outbox.json", b"{\"orderedItems\":[]}"),
        ("media_attachments/1.png", &zeros),
        ("inner.zip", &inner),
    ]);
    let files = &found.summary.archives[0].files;
    assert_eq!((files.failed["compression-ratio"], files.skipped["nested-archive"]), (1, 1));
    assert!(found.all_rules().contains(&"archive/bad-member"));

    let packed = gzip(&tar(&[("outbox.json", &zeros)]));
    let path = desk.write("bomb.tar.gz", &packed);
    assert!(matches!(desk.scan(&[&path], Options::default()), Err(ArchiveError::Broken { .. })));
}

fn lines(count: usize) -> String {
    let line = |number: usize| {
        let text = if number.is_multiple_of(7) {
            "Ring 07700 900123 tonight"
        } else {
            "Sports day is on Friday"
        };
        format!("{{\"id\":\"{number}\",\"text\":\"{text}\"}}\n")
    };
    (0..count).map(line).collect()
}

#[test]
fn a_scan_that_was_cut_short_gives_the_same_report() {
    let desk = Desk::new();
    let path = desk.write("posts.jsonl", lines(500).as_bytes());
    let (whole, resumed) = (desk.path("whole"), desk.path("resumed"));
    let into = |out: &std::path::Path, resume: Resume| Options {
        out: Some(out.to_owned()),
        resume,
        ..Options::default()
    };
    desk.scan(&[&path], into(&whole, Resume::No)).unwrap();
    desk.scan(&[&path], into(&resumed, Resume::No)).unwrap();
    // As it was when it was cut short: in the middle of a line.
    let folder = resumed.join(".scan");
    fs::create_dir(&folder).unwrap();
    let report = fs::read(resumed.join("report.jsonl")).unwrap();
    fs::write(folder.join("report.jsonl"), &report[..report.len() / 2]).unwrap();
    for name in ["report.jsonl", "takedown.csv", "summary.json", "report.html"] {
        fs::remove_file(resumed.join(name)).unwrap();
    }
    let other = desk.path("other");
    // A scan that is broken off leaves its state.
    let broken = gatepost_archive::Scan::new(&desk.gate, into(&other, Resume::No)).run(
        std::slice::from_ref(&path),
        |_| Err(std::io::ErrorKind::BrokenPipe.into()),
        |_| {},
    );
    assert!(broken.is_err());
    fs::copy(other.join(".scan/state.json"), folder.join("state.json")).unwrap();
    desk.scan(&[&path], into(&resumed, Resume::Yes)).unwrap();
    for name in ["report.jsonl", "takedown.csv", "summary.json", "report.html"] {
        assert_eq!(
            fs::read(whole.join(name)).unwrap(),
            fs::read(resumed.join(name)).unwrap(),
            "{name}"
        );
    }
    assert!(!folder.exists());

    // Changed inputs are refused.
    fs::write(&path, lines(501)).unwrap();
    let refused = desk.scan(&[&path], into(&other, Resume::Yes));
    assert!(matches!(refused, Err(ArchiveError::Report { .. })));
}

#[test]
fn what_an_earlier_report_says_is_left_out() {
    let desk = Desk::new();
    let path = desk.write("posts.jsonl", lines(50).as_bytes());
    let out = desk.path("out");
    desk.scan(&[&path], Options { out: Some(out.clone()), ..Options::default() }).unwrap();
    fs::write(&path, lines(60)).unwrap();
    let options = Options { baseline: Some(out), ..Options::default() };
    let found = desk.scan(&[&path], options).unwrap();
    assert_eq!(found.lines.len(), 1, "the one new post that is held");
    assert_eq!(found.summary.unchanged, 59);
}

#[test]
fn the_same_post_in_two_exports_is_told_once() {
    let desk = Desk::new();
    let script =
        br#"window.YTD.tweets.part0 = [{"tweet":{"id_str":"1","full_text":"Sports day"}}]"#;
    let one = desk.write("one.zip", &zip(&[("data/tweets.js", script)]));
    let two = desk.write("two.zip", &zip(&[("data/tweets.js", script)]));
    let found = desk.scan(&[&one, &two], Options::default()).unwrap();
    assert_eq!(found.lines.len(), 1);
    assert_eq!(found.summary.archives[1].posts.skipped["duplicate"], 1);
}

#[test]
fn reports_hold_no_name_and_their_sums_add_up() {
    let desk = Desk::new();
    let pupil = &desk.gate.records().roster.pupils()[0];
    let pupil = format!("{} {}", pupil.forename, pupil.surname);
    let text = format!("{{\"id\":\"{pupil}\",\"text\":\"Well done {pupil}\"}}\n");
    let path = desk.write("posts.jsonl", text.as_bytes());
    let out = desk.path("out");
    let found =
        desk.scan(&[&path], Options { out: Some(out.clone()), ..Options::default() }).unwrap();
    assert_eq!(found.summary.totals.held, 1);
    for name in ["report.jsonl", "takedown.csv", "summary.json", "report.html"] {
        let text = fs::read_to_string(out.join(name)).unwrap();
        assert!(!text.contains(&pupil), "{name} names a pupil");
    }
}
