//! The tables under `fixtures/draft/`, run.

use std::fs;
use std::path::Path;

use gatepost_model::{DefectKind, DetectError, Detector, Draft, Findings, Limits, Reading, Rule};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::{UNCHECKED, of};
use crate::gate::run;
use crate::intake::open_draft;
use crate::media::MediaReading;
use crate::reading::read;

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct FolderCase {
    name: String,
    #[serde(rename = "why")]
    _why: String,
    files: Vec<FileCase>,
    found: bool,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct FileCase {
    name: String,
    words: Option<String>,
    bytes: Option<Vec<u8>>,
    repeat: Option<usize>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct FailureCase {
    name: String,
    #[serde(rename = "why")]
    _why: String,
    fails: String,
    found: bool,
}

fn write(folder: &Path, files: &[FileCase]) {
    for file in files {
        let bytes = match (&file.words, &file.bytes, file.repeat) {
            (Some(words), None, None) => words.clone().into_bytes(),
            (None, Some(bytes), None) => bytes.clone(),
            (None, None, Some(length)) => vec![b'a'; length],
            _ => panic!("{}: one of words, bytes and repeat", file.name),
        };
        fs::write(folder.join(&file.name), bytes).unwrap();
    }
}

/// The rules that are found in a folder, by opening it and its media.
fn found_in(folder: &Path, limits: &Limits) -> Vec<&'static str> {
    let draft = open_draft(folder, None, limits).draft;
    let mut found: Vec<&str> = draft.defects.iter().map(|defect| of(defect.kind).id).collect();
    for (index, file) in draft.media.iter().enumerate() {
        let media = MediaReading::open(file, limits, crate::media::Workshop::Nowhere);
        let findings = media.findings(index, &gatepost_image::DeviceRegister::default(), true, &[]);
        found.extend(findings.iter().map(|finding| finding.rule.id));
    }
    found
}

fn run_table(kind: DefectKind, limits: &Limits) {
    let rule = of(kind);
    let table = format!("{}.toml", rule.id);
    for case in gatepost_cases::table::<FolderCase>(&table) {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), &case.files);
        let found = found_in(folder.path(), limits);
        assert_eq!(found.contains(&rule.id), case.found, "{table}: {}: {found:?}", case.name);
    }
}

#[test]
fn malformed() {
    run_table(DefectKind::Malformed, &Limits::default());
}

#[test]
fn unreadable() {
    run_table(DefectKind::Unreadable, &Limits::default());
}

#[test]
fn too_large() {
    let limits = Limits { text_bytes: 100, media_files: 2, media_bytes: 50, ..Limits::default() };
    run_table(DefectKind::TooLarge, &limits);
}

struct Failing(String);

impl Detector for Failing {
    fn rules(&self) -> &'static [&'static Rule] {
        &[]
    }

    fn inspect(&self, _: &Reading<'_>, _: &mut Findings) -> Result<(), DetectError> {
        match self.0.as_str() {
            "with an error" => Err(DetectError { reason: "It could not look.".into() }),
            "by panic" => panic!("a detector that panics"),
            _ => Ok(()),
        }
    }
}

#[test]
fn unchecked() {
    for case in gatepost_cases::table::<FailureCase>("draft/unchecked.toml") {
        let draft = Draft::from_text("a", "Sports day");
        let reading = read(&draft, &[], &TimeZone::UTC, Timestamp::UNIX_EPOCH);
        let mut findings = Findings::default();
        run(&Failing(case.fails), &reading, &mut findings);
        let found = findings.iter().any(|finding| finding.rule == UNCHECKED);
        assert_eq!(found, case.found, "{}", case.name);
    }
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct ReplyCase {
    name: String,
    #[serde(rename = "why")]
    _why: String,
    replied_to: String,
    found: bool,
    #[serde(default = "sure")]
    sure: bool,
}

const fn sure() -> bool {
    true
}

#[test]
fn reply_to_hostile() {
    let school = gatepost_records::SchoolFile::default();
    let text = gatepost_text::TextDetector::new(&school).unwrap();
    for case in gatepost_cases::table::<ReplyCase>("draft/reply-to-hostile.toml") {
        let draft = Draft { in_reply_to: Some(case.replied_to), ..Draft::default() };
        let replied_to = super::reply_to_hostile::replied_to(&draft).unwrap();
        let reading = read(&draft, &[], &TimeZone::UTC, Timestamp::UNIX_EPOCH);
        let aside = crate::reading::read_words_aside(&draft, replied_to, &reading);
        let mut words = Findings::default();
        run(&text, &aside, &mut words);
        let finding = super::reply_to_hostile::look(replied_to, &words);
        assert_eq!(finding.is_some(), case.found, "{}", case.name);
        if let Some(finding) = finding {
            let certain = finding.certainty == gatepost_model::Certainty::Certain;
            assert_eq!(certain, case.sure, "{}", case.name);
        }
    }
}
