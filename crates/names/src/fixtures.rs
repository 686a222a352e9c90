//! Runs the rules' own examples and the tables of `fixtures/names/` against an invented school.
//!
//! A table's case may say which pupils and groups the draft declares, whether it has media, in which
//! field the text stands, how certain the findings are and whom they may mean.

use gatepost_cases::table;
use gatepost_matcher::Prose;
use gatepost_model::{
    Detector, Draft, Field, Finding, Findings, Marked, MediaKind, Passage, Picture, PupilKey,
    Reading, StaffId,
};
use gatepost_records::{Pupil, Roster, SchoolFile, Staff, StaffRegister};
use jiff::Zoned;
use proptest::prelude::*;
use serde::Deserialize;

use crate::{NameDetector, RULES};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct School {
    places: Vec<String>,
    pupil: Vec<Child>,
    staff: Vec<Adult>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Child {
    key: String,
    forename: String,
    preferred: Option<String>,
    middle: Option<String>,
    surname: String,
    preferred_surname: Option<String>,
    year: String,
    class: String,
    leaves: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Adult {
    id: String,
    title: String,
    forename: String,
    surname: String,
}

/// One case of a table on names.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    text: String,
    why: String,
    pupils: Option<Vec<String>>,
    groups: Option<Vec<String>>,
    media: Option<bool>,
    field: Option<String>,
    certainty: Option<String>,
    candidates: Option<Vec<String>>,
}

pub(crate) fn detector() -> NameDetector {
    let file = gatepost_cases::folder().join("names/school.toml");
    let school: School = toml::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
    let pupils = school.pupil.into_iter().map(|child| Pupil {
        key: PupilKey::new(child.key),
        forename: child.forename,
        preferred_forename: child.preferred,
        middle_names: child.middle,
        surname: child.surname,
        preferred_surname: child.preferred_surname,
        year: Some(child.year),
        class: Some(child.class),
        born: None,
        leaves: child.leaves.map(|day| day.parse().unwrap()),
        do_not_publish: false,
    });
    let staff = school.staff.into_iter().map(|adult| Staff {
        id: StaffId::new(adult.id),
        title: Some(adult.title),
        forename: adult.forename,
        surname: adult.surname,
        email: None,
        role: None,
        authorised: false,
        trained_on: None,
        trained_on_platform: std::collections::BTreeMap::default(),
        agreement_signed: None,
        leaves: None,
    });
    let file = SchoolFile { places: school.places, ..SchoolFile::default() };
    NameDetector::new(&Roster::new(pupils.collect()), &StaffRegister::new(staff.collect()), &file)
}

/// What is found in passages, for a draft with these declarations.
pub(crate) fn inspect(
    detector: &NameDetector,
    draft: &Draft,
    passages: Vec<Passage>,
    pictures: usize,
) -> Vec<Finding> {
    let at: Zoned = "2026-11-20T16:00[Europe/London]".parse().unwrap();
    let picture = Picture { kind: MediaKind::Image, has_alt: true, bytes: 0 };
    let reading =
        Reading { draft, now: at.clone(), at, passages, pictures: vec![picture; pictures] };
    let mut findings = Findings::default();
    detector.inspect(&reading, &mut findings).unwrap();
    findings.into_vec()
}

fn check(detector: &NameDetector, rule: &str, case: &Case) {
    let marked = Marked::parse(&case.text);
    let field = match case.field.as_deref() {
        None => Field::Text,
        Some("name") => Field::Name(0),
        Some("alt") => Field::Alt(0),
        Some("meta") => Field::Meta(0),
        Some(other) => panic!("{}: no field {other}", case.name),
    };
    let draft =
        Draft { pupils: case.pupils.clone(), groups: case.groups.clone(), ..Draft::default() };
    let passage = Passage { field, prose: Prose::new(&marked.text) };
    let findings =
        inspect(detector, &draft, vec![passage], usize::from(case.media.unwrap_or(false)));
    let found: Vec<&Finding> = findings.iter().filter(|finding| finding.rule.id == rule).collect();
    let spans: Vec<_> = found.iter().filter_map(|finding| finding.place.span).collect();
    let name = &case.name;
    assert_eq!(spans, marked.spans, "{rule}, case {name}: {} ({})", case.text, case.why);
    for finding in found {
        if let Some(certainty) = &case.certainty {
            let got = format!("{:?}", finding.certainty).to_lowercase();
            assert_eq!(got, *certainty, "{rule}, case {name}");
        }
        if let Some(wanted) = &case.candidates {
            let subject = finding.subject.as_ref().expect("a finding on pupils has a subject");
            let got: Vec<&str> = subject.candidates.iter().map(PupilKey::as_str).collect();
            assert_eq!(got, *wanted, "{rule}, case {name}");
        }
    }
}

#[test]
fn every_rule_has_its_table_and_keeps_to_it() {
    let detector = detector();
    for rule in RULES {
        let cases: Vec<Case> = table(&format!("{}.toml", rule.id));
        assert!(cases.iter().any(|case| case.text.contains('⟦')), "{} flags nothing", rule.id);
        assert!(cases.iter().any(|case| !case.text.contains('⟦')), "{} passes nothing", rule.id);
        for case in &cases {
            check(&detector, rule.id, case);
        }
    }
}

#[test]
fn every_rule_keeps_to_its_examples() {
    let detector = detector();
    for rule in RULES {
        for (text, marked) in
            rule.flagged.iter().map(|t| (t, true)).chain(rule.clean.iter().map(|t| (t, false)))
        {
            assert_eq!(text.contains('⟦'), marked, "{}: {text}", rule.id);
            let media = ["image", "label"].iter().any(|word| rule.id.contains(word));
            let case = Case {
                name: "example".into(),
                text: (*text).into(),
                why: "the rule says so".into(),
                media: Some(media),
                ..Case::default()
            };
            check(&detector, rule.id, &case);
        }
    }
}

#[test]
fn a_label_is_where_people_read_it() {
    let passage = |field, text: &str| Passage { field, prose: Prose::new(text) };
    let detector = detector();
    let labels = |passages| {
        let findings = inspect(&detector, &Draft::default(), passages, 1);
        let labels = findings.iter().filter(|f| f.rule.id == "names/individual-label");
        labels.map(|finding| finding.place.field).collect::<Vec<_>>()
    };
    let words = || passage(Field::Text, "Maya from 4W with her cup");
    let own_file = || passage(Field::Name(0), "maya_patel.jpg");
    let others_tag = || passage(Field::Meta(0), "Zoë Hartley");
    assert_eq!(labels(vec![words(), own_file()]), [Field::Text]);
    assert_eq!(labels(vec![words(), others_tag()]), [Field::Text]);
    assert_eq!(labels(vec![own_file()]), [Field::Name(0)]);
    assert_eq!(labels(vec![own_file(), others_tag()]), []);
}

proptest! {
    #[test]
    fn every_span_can_be_sliced_out_of_what_the_author_wrote(text in ".{0,80}", file in any::<bool>()) {
        let detector = detector();
        let field = if file { Field::Name(0) } else { Field::Text };
        let text = format!("{text} Jack {text} Smith Maya\u{200b} {text}Patel 4W");
        let draft = Draft { groups: Some(vec!["4W".into()]), ..Draft::default() };
        let passage = Passage { field, prose: Prose::new(&text) };
        for finding in inspect(&detector, &draft, vec![passage], 1) {
            prop_assert!(finding.place.span.unwrap().slice(&text).is_some_and(|s| !s.is_empty()));
        }
    }

    #[test]
    fn nothing_around_it_hides_a_name(before in ".{0,60}", after in ".{0,60}") {
        let detector = detector();
        let text = format!("{before}\n\nSeán O'Neill\n\n{after}");
        let passage = Passage { field: Field::Text, prose: Prose::new(&text) };
        let found = inspect(&detector, &Draft::default(), vec![passage], 0);
        prop_assert!(found.iter().any(|finding| finding.rule.id == "names/full-name"));
    }
}

#[test]
fn two_of_one_name_and_class_are_both_named() {
    let maya = |key: &str, leaves: Option<&str>| Pupil {
        key: PupilKey::new(key),
        forename: "Maya".into(),
        preferred_forename: None,
        middle_names: None,
        surname: "Okonkwo".into(),
        preferred_surname: None,
        year: Some("4".into()),
        class: Some("4W".into()),
        born: Some("2008-11-21".parse().unwrap()),
        leaves: leaves.map(|day| day.parse().unwrap()),
        do_not_publish: false,
    };
    let roster =
        Roster::new(vec![maya("P1", Some("2026-07-21")), maya("P2", None), maya("P3", None)]);
    let detector = NameDetector::new(&roster, &StaffRegister::default(), &SchoolFile::default());
    for text in ["Maya Okonkwo won.", "Well done Maya from 4W!", "Maya O. sang.", "#MayaOkonkwo"] {
        let passage = Passage { field: Field::Text, prose: Prose::new(text) };
        let found = inspect(&detector, &Draft::default(), vec![passage], 0);
        assert_eq!(found.len(), 1, "{text}");
        let subject = found[0].subject.as_ref().unwrap();
        let keys: Vec<&str> = subject.candidates.iter().map(PupilKey::as_str).collect();
        // Who has left stands last, and until the eighteenth birthday: tomorrow.
        assert_eq!(keys, ["P2", "P3", "P1"], "{text}");
    }
}

#[test]
fn who_has_left_and_is_of_age_is_no_longer_found() {
    let leaver = |born: &str| Pupil {
        key: PupilKey::new("P1"),
        forename: "Maya".into(),
        preferred_forename: None,
        middle_names: None,
        surname: "Okonkwo".into(),
        preferred_surname: None,
        year: None,
        class: None,
        born: Some(born.parse().unwrap()),
        leaves: Some("2026-07-21".parse().unwrap()),
        do_not_publish: false,
    };
    for (born, found) in [("2008-11-21", 1), ("2008-11-20", 0)] {
        let roster = Roster::new(vec![leaver(born)]);
        let detector =
            NameDetector::new(&roster, &StaffRegister::default(), &SchoolFile::default());
        let passage = Passage { field: Field::Text, prose: Prose::new("Maya Okonkwo won.") };
        let all = inspect(&detector, &Draft::default(), vec![passage], 0);
        assert_eq!(all.len(), found, "{born}");
    }
}

#[test]
fn rules_stand_by_id() {
    assert!(RULES.is_sorted_by_key(|rule| rule.id));
}

/// Words by which people are named, and what stands around them.
const PIECES: &[&str] = &[
    "Jack",
    "jack",
    "Smith",
    "smith",
    "Maya",
    "Patel",
    "Seán",
    "O'Neill",
    "Taylor",
    "Hartley",
    "Zoë",
    "zoe",
    "Hollaway",
    "J.",
    "S.",
    "J",
    "a",
    "JS",
    "Mr",
    "Mrs",
    "Miss",
    "well done",
    "Well done",
    "Congratulations to",
    "Star of the week:",
    "mum of",
    "'s brother",
    "'s",
    "Year 4",
    "Y4",
    "4W",
    "from 4W",
    "Holly class",
    "and",
    "&",
    ",",
    ", ",
    ".",
    ". ",
    "! ",
    "\n",
    "\n\n",
    "-",
    "_",
    "#",
    "@",
    "#WellDone",
    "welldonejacksmith",
    "JackSmith",
    "jacksmith09",
    "jack_smith",
    "/jack.smith",
    "%20",
    "&nbsp;",
    "(",
    ")",
    "“",
    "”",
    "will",
    "Will",
    "May",
    "the",
    "The",
    "in",
    "our",
    "team",
    "street",
    "J4ck",
    "S.m.i.t.h",
    "мaya",
    "1",
    "23",
    "SMITH",
    "JACK",
    "é",
    "🏆",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]
    #[test]
    fn what_is_passed_over_names_nobody(
        pieces in proptest::collection::vec((proptest::sample::select(PIECES), any::<bool>()), 1..14),
        alt in any::<bool>(),
    ) {
        thread_local! {
            static DETECTOR: NameDetector = detector();
        }
        let mut text = String::new();
        for (piece, spaced) in pieces {
            text.push_str(piece);
            text.push_str(if spaced { " " } else { "" });
        }
        let field = if alt { Field::Alt(0) } else { Field::Text };
        DETECTOR.with(|detector| {
            let passage = Passage { field, prose: Prose::new(&text) };
            let draft = Draft::default();
            let passed = inspect(detector, &draft, vec![passage.clone()], 1);
            // Beside the name of a file every passage is taken apart.
            let named = Passage { field: Field::Name(0), prose: Prose::new("zzz") };
            let all = inspect(detector, &draft, vec![passage, named], 1);
            prop_assert_eq!(format!("{passed:?}"), format!("{all:?}"), "{}", text);
            Ok(())
        })?;
    }
}
