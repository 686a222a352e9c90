//! The detector as the pipeline uses it: every text of a draft, and the school's own contact points.

mod common;

use common::{findings, school};
use gatepost_model::{Detector, Draft, Field, Findings, Passage, Prose, Reading};
use gatepost_records::SchoolFile;
use gatepost_text::{SchoolWords, TextDetector, TextError};

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

#[test]
fn the_school_adds_words_and_excepts_others() {
    let text = "[text/derogatory]\ndaft apeth\n[text/profanity]\n! bloody brilliant -- the head's motto\n! arse -- never needed\n[privacy/phone]\n! 07700 900456 -- the pool\n";
    let (words, problems) = SchoolWords::parse(text, "words/own.txt");
    assert!(problems.is_empty());
    let detector =
        TextDetector::with_words(&school(), words).expect("the invented school is in order");
    let rules = |text: &str| -> Vec<&str> {
        findings(&detector, text).iter().map(|finding| finding.rule.id).collect()
    };
    assert_eq!(rules("What a Daft-Apeth!"), ["text/derogatory"]);
    assert!(rules("What a daft apethy").is_empty());
    assert!(rules("Maths week was bloody brilliant").is_empty());
    assert_eq!(rules("Maths week was bloody awful"), ["text/profanity"]);
    assert!(rules("Ring 07700-900 456").is_empty());
    assert_eq!(rules("Ring 07700 900457"), ["privacy/phone"]);
    let unused: Vec<usize> = detector.unused_exceptions().map(|exception| exception.line).collect();
    assert_eq!(unused, [5]);
}
