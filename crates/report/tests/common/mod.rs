//! The invented school's gate, and verdicts put together by hand.

#![allow(dead_code, reason = "each test file uses its own part")]

use std::fs;

use gatepost::{Gate, School};
use gatepost_model::{
    Certainty, CleanedFile, Decision, PolicyRef, RecordsRef, Ruling, Severity, Verdict,
};
use jiff::civil::date;

/// The gate of the invented school under a built-in pack.
pub(crate) fn gate(policy: &str) -> Gate {
    let folder = tempfile::tempdir().expect("a folder");
    for file in gatepost_example::registers(policy, date(2026, 11, 18)) {
        let path = folder.path().join(&file.path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, &file.bytes).expect("a file");
    }
    let school = School::open(folder.path()).expect("the invented school can be read");
    Gate::new(&school).expect("a gate")
}

/// A verdict with these findings and files.
pub(crate) fn verdict(findings: Vec<Ruling>, cleaned: Vec<CleanedFile>) -> Verdict {
    let decision =
        findings.iter().map(|ruling| ruling.severity.into()).max().unwrap_or(Decision::Release);
    Verdict {
        draft: "sports-day".into(),
        account: Some("x".into()),
        decision,
        route: if decision == Decision::Hold { vec!["dsl".into(), "head".into()] } else { vec![] },
        approval: None,
        findings,
        cleaned,
        policy: PolicyRef {
            pack: "woodstock".into(),
            version: "2024-03".into(),
            sha256: "0123456789abcdef".repeat(4),
        },
        records: RecordsRef::default(),
        judged_at: "2026-11-20T15:45:00+00:00".into(),
    }
}

/// A finding on a whole field.
pub(crate) fn ruling(rule: &str, severity: Severity, field: &str) -> Ruling {
    let known = gatepost::rule(rule).expect("a rule of the house");
    Ruling {
        rule: rule.into(),
        severity,
        field: field.into(),
        start: None,
        end: None,
        excerpt: None,
        pupil: None,
        candidates: Vec::new(),
        certainty: Certainty::Certain,
        clauses: Vec::new(),
        message: "Something was seen.".into(),
        remedy: known.remedy.into(),
    }
}

/// The same finding at a place in a text, about a pupil.
pub(crate) fn at(ruling: Ruling, start: usize, end: usize, pupil: &str) -> Ruling {
    Ruling {
        start: Some(start),
        end: Some(end),
        excerpt: Some("M··· P····".into()),
        pupil: Some(pupil.into()),
        ..ruling
    }
}

/// A file that was cleaned of these things.
pub(crate) fn cleaned(file: &str, removed: &[&str]) -> CleanedFile {
    CleanedFile {
        file: file.into(),
        sha256_in: Some("a".repeat(64)),
        sha256_out: Some("b".repeat(64)),
        removed: removed.iter().map(|&word| word.to_owned()).collect(),
        verified: true,
    }
}
