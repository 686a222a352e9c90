//! The school that the examples assume, and a detector for it.
#![allow(dead_code, unreachable_pub)] // each test binary uses its own part

use std::sync::LazyLock;

use gatepost_model::{Field, Finding, Findings, Prose, Span};
use gatepost_records::{Account, SchoolFile};
use gatepost_text::TextDetector;

/// Oakfield Primary School, invented.
pub fn school() -> SchoolFile {
    SchoolFile {
        name: "Oakfield Primary School".into(),
        policy: "strict".into(),
        domains: vec!["oakfield.example".into()],
        contacts: vec![
            "office@oakfield.example".into(),
            "01632 960123".into(),
            "pta@friends.example".into(),
        ],
        address: Some("Oakfield Lane, Anytown, ZE99 1ZZ".into()),
        urn: Some("138982".into()),
        charity: Some("1234567".into()),
        links: vec!["bbc.co.uk".into(), "gov.uk".into()],
        handles: vec!["@OakfieldPTA".into()],
        places: vec!["Lincoln Building".into()],
        accounts: vec![Account {
            id: "x".into(),
            platform: "x".into(),
            handle: Some("@OakfieldPrimary".into()),
            email: Some("media@oakfield.example".into()),
            ..Account::default()
        }],
        ..SchoolFile::default()
    }
}

/// A detector for [`school`].
pub fn detector() -> &'static TextDetector {
    static DETECTOR: LazyLock<TextDetector> =
        LazyLock::new(|| TextDetector::new(&school()).expect("the invented school is in order"));
    &DETECTOR
}

/// Everything found in a text.
pub fn findings(detector: &TextDetector, text: &str) -> Vec<Finding> {
    let mut findings = Findings::default();
    detector.screen(Field::Text, &Prose::new(text), &mut findings);
    findings.into_vec()
}

/// Where a rule found something in a text.
pub fn found(detector: &TextDetector, text: &str, rule: &str) -> Vec<Span> {
    findings(detector, text)
        .into_iter()
        .filter(|finding| finding.rule.id == rule)
        .filter_map(|finding| finding.place.span)
        .collect()
}
