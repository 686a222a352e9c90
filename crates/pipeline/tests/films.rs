//! Films are cleaned page by page: what `strip` leaves in a folder, and what a draft releases.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[allow(dead_code, reason = "each test uses another part of it")]
#[path = "../../image/tests/photo/boxes.rs"]
mod boxes;

use std::fs::{self, File};
use std::path::Path;
use std::time::{Duration, SystemTime};

use boxes::Film;
use gatepost::{Destination, Limits, hex_sha256, inspect_file, is_whole_film, strip};

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn in_place_it_keeps_permissions_and_times_and_leaves_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.mp4");
    fs::write(&path, Film::telling().bytes()).unwrap();
    let then = SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000);
    File::options().write(true).open(&path).unwrap().set_modified(then).unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
    }
    let before = fs::metadata(&path).unwrap();
    let stripped = strip(&path, Destination::InPlace, &Limits::default());
    assert_eq!(stripped.problem, None);
    assert!(stripped.cleaned.verified);
    assert!(stripped.cleaned.removed.contains(&"gps".to_owned()));
    let bytes = fs::read(&path).unwrap();
    assert_eq!(stripped.cleaned.sha256_out, Some(hex_sha256(&bytes)));
    assert_eq!(names(folder.path()), ["a.mp4"]);
    let after = fs::metadata(&path).unwrap();
    assert_eq!(after.modified().unwrap(), then);
    assert_eq!(after.permissions(), before.permissions());
    // Once more changes nothing.
    let again = strip(&path, Destination::InPlace, &Limits::default());
    assert!(again.cleaned.verified && again.cleaned.removed.is_empty());
    assert_eq!(fs::read(&path).unwrap(), bytes);
    assert_eq!(names(folder.path()), ["a.mp4"]);
}

#[test]
fn beside_it_takes_a_free_name_and_a_failure_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.mp4");
    fs::write(&path, Film::telling().bytes()).unwrap();
    for _ in 0..2 {
        assert_eq!(strip(&path, Destination::Beside, &Limits::default()).problem, None);
    }
    assert_eq!(names(folder.path()), ["a-clean-2.mp4", "a-clean.mp4", "a.mp4"]);
    let held = folder.path().join("held.mp4");
    fs::write(&held, Film { entry: *b"encv", ..Film::default() }.bytes()).unwrap();
    let refused = strip(&held, Destination::Folder(&folder.path().join("out")), &Limits::default());
    assert!(!refused.cleaned.verified && refused.output.is_none());
    assert!(refused.problem.unwrap().contains("encrypted"));
    assert!(!folder.path().join("out").exists());
}

#[test]
fn a_film_past_the_limit_of_a_draft_can_be_cleaned_and_inspected() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("long.mp4");
    fs::write(&path, Film::telling().bytes()).unwrap();
    let limits = Limits { media_bytes: 100, ..Limits::default() };
    assert_eq!(is_whole_film(&path, &Limits::default()).unwrap(), Some(true));
    let seen = inspect_file(&path, &limits);
    assert_eq!(seen.problem, None);
    assert_eq!(seen.location.map(|(north, _)| north), Some(52.5));
    let stripped = strip(&path, Destination::Beside, &limits);
    assert_eq!(stripped.problem, None);
    let cut = fs::read(&path).unwrap();
    fs::write(&path, &cut[..cut.len() - 60]).unwrap();
    assert_eq!(is_whole_film(&path, &Limits::default()).unwrap(), Some(false));
}
