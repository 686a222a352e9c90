//! The detector as the pipeline uses it: every text of a draft, and the school's own contact points.

mod common;

use common::{findings, school};
use gatepost_model::{Detector, Draft, Field, Findings, Passage, Prose, Reading};
use gatepost_records::SchoolFile;
use gatepost_text::{TextDetector, TextError};

#[test]
fn every_text_of_a_draft_is_looked_at() {
    let fields = [Field::Text, Field::Alt(0), Field::Name(0), Field::Meta(0), Field::Meta(1)];
    let draft = Draft::default();
    let at = jiff::Timestamp::UNIX_EPOCH.to_zoned(jiff::tz::TimeZone::UTC);
    let reading = Reading {
        draft: &draft,
        at: at.clone(),
        now: at,
        passages: fields
            .iter()
            .map(|&field| Passage { field, prose: Prose::new("ring 07700 900123") })
            .collect(),
        pictures: Vec::new(),
    };
    let mut seen = Findings::default();
    common::detector().inspect(&reading, &mut seen).expect("words can always be looked at");
    let places: Vec<Field> = seen.iter().map(|finding| finding.place.field).collect();
    assert_eq!(places, fields);
}

#[test]
fn a_contact_excuses_itself_alone() {
    let text = "Ring 07700 900123 or 07700 900456";
    assert_eq!(findings(common::detector(), text).len(), 2);
    let mut school = school();
    school.contacts.push("+44 7700 900123".into());
    let detector = TextDetector::new(&school).expect("the school is in order");
    assert_eq!(findings(&detector, text).len(), 1);
}

#[test]
fn a_contact_of_no_kind_is_refused_without_being_shown() {
    let school = SchoolFile {
        contacts: vec!["01632 960123".into(), "ask Mrs Patel".into()],
        ..SchoolFile::default()
    };
    let problem = TextDetector::new(&school).err().expect("the second contact excuses nothing");
    assert_eq!(problem, TextError::Contact { index: 2 });
    assert!(!problem.to_string().contains("Patel"));
}

#[test]
fn helplines_are_everybodys() {
    let text = "Childline 0800 1111, Samaritans 116 123 or jo@samaritans.org, NSPCC 0808 800 5000";
    assert!(findings(common::detector(), text).is_empty());
}
