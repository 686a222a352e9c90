//! What holds for all rows and all declarations.

use std::sync::Arc;

use gatepost_model::{Detector, Draft, Findings, MediaKind, Picture, PupilKey, Reading};
use gatepost_records::{
    Account, ConsentDecision, ConsentEntry, ConsentRegister, Medium, Pupil, Roster, SchoolFile,
};
use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use proptest::prelude::*;

use crate::ConsentDetector;
use crate::answer::{Answer, answer};
use crate::question::{Channel, Question};
use crate::terms::Lasts;

const CHANNELS: [&str; 4] = ["x", "social", "any", "website"];
const DECISIONS: [ConsentDecision; 5] = [
    ConsentDecision::Granted,
    ConsentDecision::Pending,
    ConsentDecision::Withdrawn,
    ConsentDecision::Objected,
    ConsentDecision::Refused,
];

fn row(decision: impl Strategy<Value = ConsentDecision>) -> impl Strategy<Value = ConsentEntry> {
    let day = || proptest::option::of((1_i8..=9).prop_map(|month| date(2026, month, 1)));
    let medium = prop_oneof![Just(Medium::Image), Just(Medium::Video)];
    (medium, proptest::sample::select(&CHANNELS[..]), decision, day(), day()).prop_map(
        |(medium, channel, decision, from, until)| ConsentEntry {
            medium,
            channel: channel.into(),
            decision,
            from,
            until,
            by: None,
            row: "consent.csv row 2".into(),
        },
    )
}

fn any_row() -> impl Strategy<Value = ConsentEntry> {
    row(proptest::sample::select(&DECISIONS[..]))
}

fn question(day: Date) -> Question {
    let account = Account { platform: "x".into(), ..Account::default() };
    Question {
        medium: Medium::Image,
        channel: Channel::of(Some(&account)),
        day,
        lasts: Lasts::UntilWithdrawn,
        undated_from: None,
    }
}

fn consents(rows: &[ConsentEntry], day: Date) -> bool {
    matches!(answer(rows, &question(day)), Answer::Consent(_))
}

fn pupil(number: usize) -> Pupil {
    Pupil {
        key: PupilKey::new(format!("P{number}")),
        forename: String::new(),
        preferred_forename: None,
        middle_names: None,
        surname: String::new(),
        preferred_surname: None,
        year: None,
        class: None,
        born: None,
        leaves: None,
        do_not_publish: false,
    }
}

proptest! {
    #[test]
    fn another_no_never_makes_a_yes(
        mut rows in proptest::collection::vec(any_row(), 0..8),
        no in row(proptest::sample::select(&DECISIONS[1..])),
        at in any::<prop::sample::Index>(),
        month in 1_i8..=10,
    ) {
        let day = date(2026, month, 15);
        let before = consents(&rows, day);
        rows.insert(at.index(rows.len() + 1), no);
        prop_assert!(before || !consents(&rows, day));
    }

    #[test]
    fn the_order_of_the_files_does_not_matter(
        rows in proptest::collection::vec(any_row(), 0..6).prop_flat_map(|rows| (Just(rows.clone()), Just(rows).prop_shuffle())),
        month in 1_i8..=10,
    ) {
        let day = date(2026, month, 15);
        prop_assert_eq!(consents(&rows.0, day), consents(&rows.1, day));
    }

    #[test]
    fn a_yes_needs_a_grant_in_force(
        rows in proptest::collection::vec(any_row(), 0..8),
        month in 1_i8..=10,
    ) {
        let day = date(2026, month, 15);
        let grant = rows.iter().any(|row| {
            row.decision == ConsentDecision::Granted
                && row.medium == Medium::Image
                && row.channel != "website"
                && row.from.is_none_or(|from| from <= day)
                && row.until.is_none_or(|until| day <= until)
        });
        prop_assert!(grant || !consents(&rows, day));
    }

    #[test]
    fn more_pupils_pictured_never_give_fewer_findings(
        rows in proptest::collection::vec(proptest::collection::vec(any_row(), 0..3), 1..6),
        declared in proptest::collection::vec(0_usize..8, 0..6),
        another in 0_usize..8,
        film in any::<bool>(),
    ) {
        let mut register = ConsentRegister::default();
        for (number, rows) in rows.iter().enumerate() {
            for row in rows {
                register.insert(PupilKey::new(format!("P{number}")), row.clone());
            }
        }
        let detector = ConsentDetector::new(
            Arc::new(Roster::new((0..rows.len()).map(pupil).collect())),
            Arc::new(register),
            Arc::new(SchoolFile::default()),
        );
        let count = |declared: &[usize]| {
            let pupils = declared.iter().map(|number| format!("P{number}")).collect();
            let draft = Draft { pupils: Some(pupils), ..Draft::default() };
            let at = date(2026, 6, 15).at(16, 0, 0, 0).to_zoned(TimeZone::UTC).unwrap();
            let kind = if film { MediaKind::Video } else { MediaKind::Image };
            let pictures = vec![Picture { kind, has_alt: true, bytes: 0 }];
            let reading = Reading { draft: &draft, now: at.clone(), at, passages: Vec::new(), pictures };
            let mut findings = Findings::default();
            detector.inspect(&reading, &mut findings).unwrap();
            findings.len()
        };
        let before = count(&declared);
        let more: Vec<usize> = declared.into_iter().chain([another]).collect();
        prop_assert!(before <= count(&more));
    }
}
