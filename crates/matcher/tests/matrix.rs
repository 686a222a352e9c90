//! Rude and innocent words under many disguises, where such a list lies beside the repository.

use std::collections::BTreeMap;
use std::path::Path;

use gatepost_matcher::{Gap, Phrases, Prose};

#[derive(serde::Deserialize)]
struct Line {
    text: String,
    expect: String,
    base: String,
    transform: String,
}

/// Disguises of a word that need a dictionary, or a list of terms, to be told from plain words.
const PLAIN: &[&str] =
    &["drop_vowel", "linebreak", "one_dash", "one_space", "prefix_x", "reversed"];

#[test]
fn disguised_words_are_found_and_innocent_ones_are_not() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../../shared/data/text/evasion_matrix.dev.jsonl");
    let Ok(lines) = std::fs::read_to_string(file) else {
        eprintln!("skipped: there is no matrix of disguises");
        return;
    };
    let lines: Vec<Line> =
        lines.lines().map(|line| serde_json::from_str(line).expect("a line is JSON")).collect();
    let mut phrases = Phrases::default();
    for line in lines.iter().filter(|line| line.expect == "hold") {
        phrases.insert(&line.base, Gap::Joined, line.base.clone());
    }
    let mut recall: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let mut wrong = Vec::new();
    let mut innocent = 0;
    for line in &lines {
        let prose = Prose::new(&line.text);
        let mut found = false;
        phrases.find(&prose, |one| found |= line.expect != "hold" || *one.value == line.base);
        if line.expect == "hold" {
            let counts = recall.entry(&line.transform).or_default();
            counts.0 += usize::from(found);
            counts.1 += 1;
            if !found && !PLAIN.contains(&line.transform.as_str()) {
                println!("missed: {} as {}", line.base, line.text);
            }
        } else {
            innocent += 1;
            if found {
                wrong.push(&line.text);
            }
        }
    }
    for (transform, (found, of)) in &recall {
        println!("{transform}: {found} of {of}");
    }
    println!("innocent: {} of {innocent} found: {wrong:?}", wrong.len());
    assert!(wrong.is_empty(), "{wrong:?}");
    for (transform, (found, of)) in recall {
        assert!(found == of || PLAIN.contains(&transform), "{transform}: {found} of {of}");
    }
}
