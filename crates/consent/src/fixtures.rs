//! Runs the tables of `fixtures/consent/`: a roster, register rows, a draft, and what must be found.

use std::sync::Arc;

use gatepost_cases::table;
use gatepost_model::{
    Certainty, Detector, Draft, Excerpt, Field, Finding, Findings, MediaKind, NameForm, Picture,
    Place, PupilKey, Reading, Rule, Span, Subject,
};
use gatepost_records::{
    Account, ConsentDecision, ConsentEntry, ConsentRegister, Giver, Medium, Pupil, Roster,
    SchoolFile,
};
use jiff::tz::TimeZone;
use serde::Deserialize;

use crate::{ConsentDetector, Lasts, RULES, Terms};

#[derive(Deserialize, Clone)]
#[serde(deny_unknown_fields)]
pub(crate) struct Case {
    name: String,
    why: String,
    /// The day of publication; 20 November 2026 unless given.
    on: Option<String>,
    /// The account's platform; `x` unless given. An empty one is an account that is not registered.
    platform: Option<String>,
    consent_channel: Option<String>,
    /// `image`, `video` or `other`; one image unless given.
    media: Option<Vec<String>>,
    pupils: Option<Vec<String>>,
    groups: Option<Vec<String>>,
    #[serde(default, rename = "pupil")]
    roster: Vec<Child>,
    #[serde(default)]
    row: Vec<Row>,
    #[serde(default)]
    named: Vec<Named>,
    /// Pupils who had an answer in an earlier version of the register.
    #[serde(default)]
    seen: Vec<String>,
    /// How long a consent without a last day lasts; until it is withdrawn unless given.
    lasts: Option<String>,
    /// How many days old the register may be.
    register_days: Option<u32>,
    /// When the register was exported, where it is said.
    exported: Option<String>,
    /// Ids of the rules found, in order.
    expect: Vec<String>,
    /// The row that the first finding must cite.
    decided_by: Option<usize>,
    /// Words that the first finding's message must have.
    says: Option<String>,
    /// Where the first finding must be: `draft`, `text`, `alt:#1`, ...
    place: Option<String>,
}

#[derive(Deserialize, Clone)]
#[serde(deny_unknown_fields)]
struct Child {
    key: String,
    forename: Option<String>,
    preferred: Option<String>,
    surname: Option<String>,
    class: Option<String>,
    year: Option<String>,
    leaves: Option<String>,
    #[serde(default)]
    do_not_publish: bool,
}

#[derive(Deserialize, Clone)]
#[serde(deny_unknown_fields)]
struct Row {
    pupil: String,
    medium: String,
    channel: String,
    decision: String,
    from: Option<String>,
    until: Option<String>,
    /// `child`, `mother` or `father`.
    by: Option<String>,
}

/// A finding on names that stands before: the pupils who fit, and the field.
#[derive(Deserialize, Clone)]
#[serde(deny_unknown_fields)]
struct Named {
    candidates: Vec<String>,
    field: String,
}

static NAMED: Rule = Rule {
    id: "names/full-name",
    title: "",
    finds: "",
    why: "",
    remedy: "",
    flagged: &[],
    clean: &[],
    misses: &[],
    excerpt: Excerpt::Masked,
};

impl Case {
    fn run(&self) -> Vec<Finding> {
        let pupils = self.roster.iter().map(Child::pupil).collect();
        let mut register = ConsentRegister::default();
        for (number, row) in self.row.iter().enumerate() {
            register.insert(PupilKey::new(&row.pupil), row.entry(number + 1));
        }
        let seen: Vec<PupilKey> = self.seen.iter().map(PupilKey::new).collect();
        register.remember(gatepost_records::Seen::of(&seen));
        let platform = self.platform.clone().unwrap_or_else(|| "x".into());
        let account = Account {
            id: "account".into(),
            consent_channel: self.consent_channel.clone(),
            platform: platform.clone(),
            ..Account::default()
        };
        let accounts = if platform.is_empty() { Vec::new() } else { vec![account] };
        let day = |day: &String| day.parse::<jiff::civil::Date>().unwrap();
        let consent_exported = self.exported.as_ref().map(day);
        let school = SchoolFile { accounts, consent_exported, ..SchoolFile::default() };
        let detector = ConsentDetector::new(
            Arc::new(Roster::new(pupils)),
            Arc::new(register),
            Arc::new(school),
        )
        .with_terms(Terms {
            lasts: match self.lasts.as_deref() {
                None => Lasts::UntilWithdrawn,
                Some("academic-year") => Lasts::AcademicYear,
                Some(other) => panic!("{other} is no time that a consent lasts"),
            },
            register_days: self.register_days,
            version: None,
        });
        let draft = Draft {
            account: Some("account".into()),
            pupils: self.pupils.clone(),
            groups: self.groups.clone(),
            ..Draft::default()
        };
        let on: jiff::civil::Date = self.on.as_deref().unwrap_or("2026-11-20").parse().unwrap();
        let at = on.at(16, 0, 0, 0).to_zoned(TimeZone::UTC).unwrap();
        let image = vec!["image".to_owned()];
        let picture = |kind: &String| Picture {
            has_alt: true,
            bytes: 0,
            kind: match kind.as_str() {
                "image" => MediaKind::Image,
                "video" => MediaKind::Video,
                _ => MediaKind::Other,
            },
        };
        let pictures = self.media.as_ref().unwrap_or(&image).iter().map(picture).collect();
        let reading =
            Reading { draft: &draft, now: at.clone(), at, passages: Vec::new(), pictures };
        let mut findings = Findings::default();
        for named in &self.named {
            let keys = named.candidates.iter().map(PupilKey::new).collect();
            let subject = Subject::among(keys, Some(NameForm::Full)).unwrap();
            let place = Place::at(field(&named.field), Span::new(0, 4));
            findings.push(Finding::new(&NAMED, place, "named").about(subject));
        }
        detector.inspect(&reading, &mut findings).unwrap();
        findings.into_vec().into_iter().filter(|f| f.rule.family() == "consent").collect()
    }

    fn check(&self) {
        let found = self.run();
        let ids: Vec<&str> = found.iter().map(|finding| finding.rule.id).collect();
        assert_eq!(ids, self.expect, "{} ({})", self.name, self.why);
        for finding in &found {
            assert_ne!(finding.message, "", "{}", self.name);
            let names = self.roster.iter().flat_map(|child| [&child.forename, &child.surname]);
            for name in names.flatten() {
                assert!(!finding.message.contains(name), "{}: a message shows a name", self.name);
            }
        }
        let Some(first) = found.first() else { return };
        if let Some(row) = self.decided_by {
            let row = format!("Decided by consent.csv row {row}.");
            assert!(first.message.contains(&row), "{}: {}", self.name, first.message);
        }
        if let Some(words) = &self.says {
            assert!(first.message.contains(words), "{}: {}", self.name, first.message);
        }
        if let Some(place) = &self.place {
            assert_eq!(first.place.field.label(&[]), *place, "{}", self.name);
        }
    }
}

impl Child {
    fn pupil(&self) -> Pupil {
        Pupil {
            key: PupilKey::new(&self.key),
            forename: self.forename.clone().unwrap_or_default(),
            preferred_forename: self.preferred.clone(),
            middle_names: None,
            surname: self.surname.clone().unwrap_or_default(),
            preferred_surname: None,
            year: self.year.clone(),
            class: self.class.clone(),
            born: None,
            leaves: self.leaves.as_ref().map(|day| day.parse().unwrap()),
            do_not_publish: self.do_not_publish,
        }
    }
}

impl Row {
    fn entry(&self, number: usize) -> ConsentEntry {
        let day = |day: &Option<String>| day.as_ref().map(|day| day.parse().unwrap());
        ConsentEntry {
            medium: match self.medium.as_str() {
                "image" => Medium::Image,
                "video" => Medium::Video,
                "name" => Medium::Name,
                "work" => Medium::Work,
                other => panic!("no medium {other}"),
            },
            channel: self.channel.clone(),
            decision: match self.decision.as_str() {
                "granted" => ConsentDecision::Granted,
                "pending" => ConsentDecision::Pending,
                "withdrawn" => ConsentDecision::Withdrawn,
                "objected" => ConsentDecision::Objected,
                "refused" => ConsentDecision::Refused,
                other => panic!("no decision {other}"),
            },
            from: day(&self.from),
            until: day(&self.until),
            by: self.by.as_deref().map(|by| match by {
                "child" => Giver::Child,
                "mother" => Giver::Mother,
                "father" => Giver::Father,
                other => panic!("no giver {other}"),
            }),
            row: format!("consent.csv row {number}"),
        }
    }
}

fn field(name: &str) -> Field {
    match name {
        "text" => Field::Text,
        "alt" => Field::Alt(0),
        "name" => Field::Name(0),
        "meta" => Field::Meta(0),
        other => panic!("no field {other}"),
    }
}

#[test]
fn every_rule_has_its_table_and_keeps_to_it() {
    for rule in RULES {
        let cases: Vec<Case> = table(&format!("{}.toml", rule.id));
        let flags = |case: &Case| case.expect.iter().any(|id| id == rule.id);
        assert!(cases.iter().any(flags), "{} flags nothing", rule.id);
        assert!(!cases.iter().all(flags), "{} passes nothing", rule.id);
        for case in cases {
            case.check();
        }
    }
}

#[test]
fn whom_a_draft_concerns_and_which_row_decides() {
    for file in ["consent/pictured.toml", "consent/rows.toml"] {
        for case in table::<Case>(file) {
            case.check();
        }
    }
}

#[test]
fn a_doubtful_name_is_asked_for_each_who_fits() {
    let cases: Vec<Case> = table("consent/pictured.toml");
    let case = cases.iter().find(|case| case.name == "two pupils of one name").unwrap();
    let found = case.run();
    assert!(found.iter().all(|finding| finding.certainty == Certainty::Likely));
    let mut keys: Vec<&str> =
        found.iter().filter_map(|f| f.subject.as_ref()).map(|s| s.pupil.as_str()).collect();
    keys.sort_unstable();
    assert_eq!(keys, ["P1", "P2"]);
}

#[test]
fn rules_stand_by_id() {
    assert!(RULES.is_sorted_by_key(|rule| rule.id));
}
