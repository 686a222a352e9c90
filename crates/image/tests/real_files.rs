//! Photos that real cameras and programs wrote, where they lie beside the repository.
//!
//! None may crash; every picture of a format that can be is cleaned and decodes, or is held with a reason; a copy that is
//! cleaned again does not change. The copies are left in the target folder, to be judged by others.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::path::{Path, PathBuf};

use gatepost_image::{Exposure, Format, Location, clean, examine, prove_decodes, verify};
use gatepost_model::Limits;

/// Formats that can be cleaned.
const OURS: &[Format] = &[
    Format::Jpeg,
    Format::Png,
    Format::WebP,
    Format::Gif,
    Format::Tiff,
    Format::Heif,
    Format::Avif,
    Format::Mp4,
    Format::Mov,
];

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            files(&path, found);
        } else {
            found.push(path);
        }
    }
}

#[test]
fn each_is_cleaned_or_held_with_a_reason() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/images/dev");
    if !folder.is_dir() {
        println!("skipped: no folder of real photos beside the repository");
        return;
    }
    let mut found = Vec::new();
    files(&folder, &mut found);
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cleaned");
    let _ = fs::remove_dir_all(&out);
    fs::create_dir_all(&out).unwrap();
    let limits = Limits::default();
    let (mut cleaned, mut held) = (0, 0);
    for path in &found {
        let bytes = fs::read(path).unwrap();
        let name = path.file_name().unwrap().to_str().unwrap();
        let examination = examine(&bytes, name, &limits);
        let ours = OURS.contains(&examination.format);
        let outcome = clean(&bytes, &limits).and_then(|copy| {
            prove_decodes(&copy.bytes, &limits)?;
            Ok(copy)
        });
        match outcome {
            Ok(copy) => {
                assert!(ours, "{name}");
                cleaned += 1;
                assert_eq!(verify(&bytes, &copy.bytes, &limits), Ok(()), "{name}");
                let again = clean(&copy.bytes, &limits).unwrap();
                assert!(again.bytes == copy.bytes, "{name} changes when it is cleaned again");
                assert!(again.removed.is_empty(), "{name}");
                fs::write(out.join(name), &copy.bytes).unwrap();
                let removed: Vec<_> = copy.removed.iter().map(|removed| removed.as_str()).collect();
                println!("cleaned {name}: {}", removed.join(" "));
            }
            Err(problem) => {
                if ours {
                    held += 1;
                    println!("held {name}: {problem}");
                } else {
                    let named = examination.obstacle.as_ref().map(ToString::to_string);
                    println!("other {name}: {}", named.unwrap());
                }
            }
        }
    }
    println!(
        "{} files: {cleaned} cleaned, {held} of formats that can be cleaned held",
        found.len()
    );
    assert!(cleaned > 0);
}

/// What an independent reader saw in a file.
#[derive(serde::Deserialize)]
struct Truth {
    file: String,
    kind: String,
    has_gps: bool,
    lat: serde_json::Value,
    lon: serde_json::Value,
    model: Option<serde_json::Value>,
    body_serial: Option<serde_json::Value>,
    persons: serde_json::Map<String, serde_json::Value>,
    captions: serde_json::Map<String, serde_json::Value>,
    keywords: serde_json::Map<String, serde_json::Value>,
    dates: serde_json::Map<String, serde_json::Value>,
    thumbnails: Vec<String>,
}

#[test]
fn what_another_reader_finds_is_found() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/images");
    let Ok(lines) = fs::read_to_string(folder.join("dev/truth.jsonl")) else {
        println!("skipped: no folder of real photos beside the repository");
        return;
    };
    let limits = Limits::default();
    let mut missed = Vec::new();
    let mut asked = 0;
    for line in lines.lines() {
        let truth: Truth = serde_json::from_str(line).unwrap();
        if !matches!(
            truth.kind.as_str(),
            "jpeg" | "png" | "webp" | "gif" | "tiff" | "heif" | "video"
        ) {
            continue;
        }
        let bytes = fs::read(folder.join(&truth.file)).unwrap();
        let seen = examine(&bytes, &truth.file, &limits);
        let mut wants = |what: &str, wanted: bool, found: bool| {
            if wanted {
                asked += 1;
                if !found {
                    missed.push(format!("{what} of {}", truth.file));
                }
            }
        };
        let any = |test: fn(&Exposure) -> bool| seen.exposures.iter().any(test);
        let near =
            |a: f64, b: &serde_json::Value| b.as_f64().is_some_and(|b| (a - b).abs() < 0.001);
        let located = seen.exposures.iter().any(|exposure| {
            matches!(exposure, Exposure::Location(Location::Coordinates { latitude, longitude })
                if truth.lat.as_f64().is_none()
                    || near(*latitude, &truth.lat) && near(*longitude, &truth.lon))
        });
        wants("coordinates", truth.has_gps, located);
        let device = seen.device.clone().unwrap_or_default();
        let same = |ours: Option<&str>, theirs: &Option<serde_json::Value>| {
            let theirs = theirs.as_ref().map(|value| match value {
                serde_json::Value::String(text) => text.trim().to_owned(),
                other => other.to_string(),
            });
            ours.map(|ours| ours.trim().trim_start_matches('0')) == theirs.as_deref()
        };
        wants("model", truth.model.is_some(), same(device.model.as_deref(), &truth.model));
        let serial = same(device.serial.as_deref(), &truth.body_serial);
        wants("serial", truth.body_serial.is_some(), serial);
        let person = any(|exposure| matches!(exposure, Exposure::PersonTag(_)));
        let tagged =
            truth.persons.keys().any(|key| key.contains("Person") || key.contains("Region"));
        wants("person", tagged, person);
        let said = |words: &serde_json::Map<String, serde_json::Value>| {
            words.values().any(|word| word.as_str().is_none_or(|word| !word.trim().is_empty()))
        };
        let caption = any(|exposure| matches!(exposure, Exposure::Caption(_)));
        wants("caption", said(&truth.captions) || said(&truth.keywords), caption);
        let time = any(|exposure| matches!(exposure, Exposure::Timestamp { .. }));
        wants(
            "time",
            truth.dates.values().any(|date| date.as_str().is_some_and(|date| date.len() > 9)),
            time,
        );
        let hidden = any(|exposure| {
            matches!(exposure, Exposure::Thumbnail { .. } | Exposure::TrailingData { .. })
        });
        wants("thumbnail", !truth.thumbnails.is_empty(), hidden);
    }
    println!("{asked} things asked for, {} missed: {missed:#?}", missed.len());
    assert!(missed.iter().all(|missed| !missed.starts_with("coordinates")), "{missed:#?}");
    assert!(missed.len() * 50 <= asked, "{missed:#?}");
}
