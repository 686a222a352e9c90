//! Recall and wrong findings on labelled posts: those of `benches/sets`, and those that lie beside the
//! repository, where they do.
//!
//! Without the latter their tests say that they were skipped. A finding is right if it overlaps a
//! labelled span and its candidates hold the labelled pupil.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test that prints what it measured"
)]

use std::collections::BTreeMap;
use std::fs::read_to_string;
use std::path::{Path, PathBuf};

use gatepost_matcher::Prose;
use gatepost_model::{
    Detector, Draft, Field, Finding, Findings, Passage, PupilKey, Reading, Span, StaffId,
};
use gatepost_names::NameDetector;
use gatepost_records::{Pupil, Roster, SchoolFile, Staff, StaffRegister};
use serde::Deserialize;

#[derive(Deserialize)]
struct Post {
    id: String,
    text: String,
    #[serde(default)]
    field: Option<String>,
    #[serde(default)]
    op: Option<String>,
    gold: Vec<Gold>,
    #[serde(default)]
    ambiguous: Vec<Stretch>,
}

#[derive(Deserialize)]
struct Gold {
    start: usize,
    end: usize,
    pupil_id: String,
    #[serde(default)]
    pupil_ids: Vec<String>,
    kind: String,
}

#[derive(Deserialize)]
struct Stretch {
    start: usize,
    end: usize,
}

#[derive(Default, Clone, Copy)]
struct Count {
    wanted: usize,
    found: usize,
}

struct Score {
    kinds: BTreeMap<String, Count>,
    right: usize,
    wrong: usize,
    posts_without: usize,
    posts_wrongly_held: usize,
}

fn folder() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/names");
    folder.is_dir().then_some(folder)
}

/// The invented posts of this repository.
fn sets() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../benches/sets")
}

fn rows(file: &Path) -> Vec<BTreeMap<String, String>> {
    csv::Reader::from_path(file).unwrap().deserialize().map(Result::unwrap).collect()
}

fn detector(roster: &Path, staff: Option<&Path>) -> NameDetector {
    let some = |row: &BTreeMap<String, String>, column: &str| {
        row.get(column).filter(|value| !value.is_empty()).cloned()
    };
    let pupils = rows(roster).into_iter().map(|row| Pupil {
        key: PupilKey::new(&row["pupil_id"]),
        forename: row["legal_forename"].clone(),
        preferred_forename: some(&row, "preferred_forename"),
        middle_names: some(&row, "middle_names"),
        surname: row["surname"].clone(),
        preferred_surname: None,
        year: some(&row, "year_group"),
        class: some(&row, "reg_group"),
        born: None,
        leaves: None,
        do_not_publish: false,
    });
    let staff = staff.map(rows).unwrap_or_default().into_iter().map(|row| Staff {
        id: StaffId::new(&row["staff_id"]),
        title: some(&row, "title"),
        forename: row["forename"].clone(),
        surname: row["surname"].clone(),
        email: None,
        role: some(&row, "role"),
        authorised: false,
        trained_on: None,
        trained_on_platform: BTreeMap::default(),
        agreement_signed: None,
        leaves: None,
    });
    let (roster, staff) = (Roster::new(pupils.collect()), StaffRegister::new(staff.collect()));
    NameDetector::new(&roster, &staff, &SchoolFile::default())
}

fn find(detector: &NameDetector, post: &Post) -> Vec<Finding> {
    let field = match post.field.as_deref() {
        None | Some("text") => Field::Text,
        Some("filename") => Field::Name(0),
        Some("alt") => Field::Alt(0),
        Some(_) => Field::Meta(0),
    };
    let draft = Draft::default();
    let at: jiff::Zoned = "2026-11-20T16:00[Europe/London]".parse().unwrap();
    let passages = vec![Passage { field, prose: Prose::new(&post.text) }];
    let reading = Reading { draft: &draft, now: at.clone(), at, passages, pictures: Vec::new() };
    let mut findings = Findings::default();
    detector.inspect(&reading, &mut findings).unwrap();
    findings.into_vec().into_iter().filter(|finding| finding.subject.is_some()).collect()
}

/// Labels count characters; findings count bytes.
fn bytes(text: &str, start: usize, end: usize) -> Span {
    let offset = |at: usize| text.char_indices().nth(at).map_or(text.len(), |(byte, _)| byte);
    Span::new(offset(start), offset(end))
}

fn score(detector: &NameDetector, file: &Path) -> Score {
    let mut score = Score {
        kinds: BTreeMap::new(),
        right: 0,
        wrong: 0,
        posts_without: 0,
        posts_wrongly_held: 0,
    };
    for line in read_to_string(file).unwrap().lines() {
        let post: Post = serde_json::from_str(line).unwrap();
        let findings = find(detector, &post);
        let is_right = |finding: &Finding, gold: &Gold| {
            let subject = finding.subject.as_ref().unwrap();
            let span = finding.place.span.unwrap();
            span.overlaps(bytes(&post.text, gold.start, gold.end))
                && subject.candidates.iter().any(|key| {
                    key.as_str() == gold.pupil_id
                        || gold.pupil_ids.iter().any(|id| id == key.as_str())
                })
        };
        for gold in &post.gold {
            let kind = post.op.clone().unwrap_or_else(|| gold.kind.clone());
            let count = score.kinds.entry(kind).or_default();
            count.wanted += 1;
            let ok = findings.iter().any(|finding| is_right(finding, gold));
            count.found += usize::from(ok);
            if !ok {
                let slice = bytes(&post.text, gold.start, gold.end).slice(&post.text);
                println!("missed: {} {slice:?} {}", post.id, gold.kind);
            }
        }
        let mut wrongly = false;
        for finding in &findings {
            let span = finding.place.span.unwrap();
            if post.ambiguous.iter().any(|a| span.overlaps(bytes(&post.text, a.start, a.end))) {
                continue;
            }
            if post.gold.iter().any(|gold| is_right(finding, gold)) {
                score.right += 1;
            } else {
                score.wrong += 1;
                wrongly = true;
                let slice = span.slice(&post.text).unwrap_or_default();
                println!("wrong: {} {} {slice:?}", post.id, finding.rule.id);
                println!("    {:?}", finding.message);
            }
        }
        if post.gold.is_empty() && post.ambiguous.is_empty() {
            score.posts_without += 1;
            score.posts_wrongly_held += usize::from(wrongly);
        }
    }
    score
}

impl Score {
    fn recall(&self) -> f64 {
        let all = self.kinds.values().fold(Count::default(), |sum, count| Count {
            wanted: sum.wanted + count.wanted,
            found: sum.found + count.found,
        });
        share(all.found, all.wanted)
    }

    fn precision(&self) -> f64 {
        share(self.right, self.right + self.wrong)
    }

    fn print(&self, name: &str) {
        println!(
            "{name}: recall {:.3}, precision {:.3}, posts without a pupil held {}/{}",
            self.recall(),
            self.precision(),
            self.posts_wrongly_held,
            self.posts_without
        );
        for (kind, count) in &self.kinds {
            println!("  {kind}: {}/{}", count.found, count.wanted);
        }
    }
}

fn share(part: usize, whole: usize) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "a few thousand")]
    let share = part as f64 / whole.max(1) as f64;
    share
}

#[test]
fn invented_posts() {
    let (sets, name) = (sets(), "names-held-out");
    let staff = sets.join(format!("{name}.staff.csv"));
    let detector = detector(&sets.join(format!("{name}.roster.csv")), Some(&staff));
    let score = crate::score(&detector, &sets.join(format!("{name}.jsonl")));
    score.print("invented posts");
    assert!(score.recall() >= 0.96 && score.precision() >= 0.98);
    assert!(score.posts_wrongly_held <= 1);
}

#[test]
fn school_posts() {
    let Some(folder) = folder() else {
        println!("skipped: no labelled posts beside the repository");
        return;
    };
    let staff = folder.join("uk_staff.csv");
    let detector = detector(&folder.join("uk_roster.csv"), Some(&staff));
    let score = score(&detector, &folder.join("uk_names.dev.jsonl"));
    score.print("school posts");
    for kind in ["full", "preferred_full", "caps", "diacritic_stripped", "apostrophe_variant"] {
        let count = score.kinds[kind];
        assert_eq!(count.found, count.wanted, "{kind}");
    }
    assert!(score.posts_wrongly_held <= 2);
}

#[test]
fn public_texts_with_rosters() {
    let Some(folder) = folder() else {
        println!("skipped: no labelled posts beside the repository");
        return;
    };
    let detector = detector(&folder.join("dev.roster.csv"), None);
    let public = score(&detector, &folder.join("dev.jsonl"));
    public.print("public texts");
    assert!(public.recall() >= 0.95 && public.precision() >= 0.96);
    let one_change = score(&detector, &folder.join("perturbed.dev.jsonl"));
    one_change.print("one change at a time");
    assert!(one_change.recall() >= 0.95 && one_change.precision() >= 0.99);
}
