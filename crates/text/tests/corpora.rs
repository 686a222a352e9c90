//! Measures the rules on labelled texts that lie beside the repository, where they do. Skipped, and
//! says so, where they do not.
//!
//! `cargo test -p gatepost-text --test corpora -- --nocapture` prints recall and wrong holds.

#![allow(clippy::print_stdout)] // printing is what it is for

mod common;

use std::collections::BTreeMap;
use std::path::PathBuf;

use common::findings;
use gatepost_model::Certainty;
use gatepost_records::SchoolFile;
use gatepost_text::TextDetector;
use serde_json::Value;

/// The labelled texts of one file, or nothing where it is absent.
fn rows(file: &str) -> Vec<Value> {
    let path =
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/text").join(file);
    let Ok(text) = std::fs::read_to_string(&path) else {
        println!("skipped: {} is not there", path.display());
        return Vec::new();
    };
    text.lines().filter_map(|line| serde_json::from_str(line).ok()).collect()
}

/// The school that the labelled posts assume.
fn school() -> SchoolFile {
    let own = |values: &[&str]| values.iter().map(ToString::to_string).collect();
    SchoolFile {
        name: "Oakfield Primary School".into(),
        domains: own(&["oakfieldprimary.example.sch.uk"]),
        contacts: own(&["01632 960100"]),
        address: Some("ZE99 1ZZ".into()),
        handles: own(&["@OakfieldPri", "@NSPCC", "@RSPBEngland"]),
        ..SchoolFile::default()
    }
}

/// The rules that find something in a text, those that are only possible left out.
fn held_by(detector: &TextDetector, text: &str) -> Vec<&'static str> {
    let mut rules: Vec<&str> = findings(detector, text)
        .into_iter()
        .filter(|finding| finding.certainty > Certainty::Possible)
        .map(|finding| finding.rule.id)
        .collect();
    rules.dedup();
    rules
}

fn text(row: &Value) -> &str {
    row["text"].as_str().unwrap_or_default()
}

fn shown(row: &Value) -> String {
    text(row).chars().take(110).collect()
}

/// Prints, per category, how many of the rows that should be held are, and gives the share of
/// innocent rows that are held too.
fn score(file: &str, category: fn(&Value) -> String) -> Option<f64> {
    let detector = TextDetector::new(&school()).expect("the school is in order");
    let rows = rows(file);
    let mut table: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    let (mut innocent, mut wrong) = (0_u32, 0_u32);
    let verbose = std::env::var_os("SHOW").is_some();
    for row in &rows {
        let rules = held_by(&detector, text(row));
        if row["expect"] == "hold" {
            let (found, all) = table.entry(category(row)).or_default();
            *all += 1;
            *found += usize::from(!rules.is_empty());
            if verbose && rules.is_empty() {
                println!("  missed {}: {}", category(row), shown(row));
            }
        } else {
            innocent += 1;
            wrong += u32::from(!rules.is_empty());
            if verbose && !rules.is_empty() {
                println!("  wrong  {rules:?}: {}", shown(row));
            }
        }
    }
    for (category, (found, all)) in table {
        println!("{file} {category}: {found}/{all}");
    }
    println!("{file} wrongly held: {wrong}/{innocent}");
    (innocent > 0).then(|| f64::from(wrong) / f64::from(innocent))
}

#[test]
fn school_posts() {
    let category = |row: &Value| row["category"].as_str().unwrap_or("none").to_string();
    if let Some(wrong) = score("uk_school_traps.dev.jsonl", category) {
        assert!(wrong <= 0.02, "{wrong} of innocent posts are held");
    }
}

#[test]
fn disguises() {
    let transform = |row: &Value| row["transform"].as_str().unwrap_or("none").to_string();
    if let Some(wrong) = score("evasion_matrix.dev.jsonl", transform) {
        assert!(wrong <= 0.02, "{wrong} of innocent words are held");
    }
}

#[test]
fn surnames_and_words_with_rude_parts() {
    for file in ["uk_surnames.dev.jsonl", "scunthorpe_words.dev.jsonl"] {
        if let Some(wrong) = score(file, |_| String::new()) {
            assert!(wrong <= 0.01, "{wrong} of {file} are held");
        }
    }
}

#[test]
fn identifiers() {
    let detector = TextDetector::new(&school()).expect("the school is in order");
    for file in ["uk_pii_vectors.dev.jsonl", "uk_pii_embedded.dev.jsonl"] {
        let mut table: BTreeMap<String, (usize, usize)> = BTreeMap::new();
        for row in rows(file) {
            let kind = row["labels"][0].as_str().unwrap_or("none").to_string();
            let found = findings(&detector, text(&row));
            let held = found.iter().any(|f| f.rule.family() == "privacy");
            if std::env::var_os("SHOW").is_some() && held == kind.starts_with("invalid") {
                let rules: Vec<&str> = found.iter().map(|f| f.rule.id).collect();
                println!("  {kind}: {rules:?} {}", shown(&row));
            }
            let (count, all) = table.entry(kind).or_default();
            *count += usize::from(held);
            *all += 1;
        }
        for (kind, (count, all)) in table {
            println!("{file} {kind}: {count}/{all} found");
        }
    }
}
