//! Makes a school, its registers, its terms and a draft out of a case: the base, with the case's own
//! keys in their place.

#![allow(clippy::unwrap_used, reason = "a case that cannot be made is a failed test")]

use std::collections::BTreeMap;
use std::sync::Arc;

use gatepost_authority::{
    AccountEmail, AuthorityDetector, Particular, RequiredAttestation, Requirement, Situation,
    TeachingException, Terms, Training, valid_attestations,
};
use gatepost_model::{
    Attestations, Detector as _, Draft, Excerpt, Field, Finding, Findings, Media, MediaKind,
    MediaSource, Passage, Picture, Place, Prose, PublishAt, PupilKey, Reading, Rule, StaffId,
};
use gatepost_records::{Account, Calendar, Pupil, Roster, SchoolFile, Staff, StaffRegister, Term};
use jiff::civil::{Date, DateTime, date, time};
use serde::Deserialize;
use toml::{Table, Value};

/// One case of a table.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Case {
    /// What it is called in the output of a failed test.
    pub(crate) name: String,
    /// Why it must, or must not, be found.
    #[allow(dead_code, reason = "for the reader of the table")]
    pub(crate) why: String,
    /// The ids of all rules that find something, in any order.
    pub(crate) expect: Vec<String>,
    /// The attestations that count, where the case is about them.
    pub(crate) attested: Option<Vec<String>>,
    /// Whether the draft says when it is to be published.
    #[serde(default)]
    scheduled: bool,
    /// Rules that the detectors before this one found.
    #[serde(default)]
    before: Vec<String>,
    at: Option<String>,
    now: Option<String>,
    #[serde(default)]
    school: Table,
    #[serde(default)]
    people: Table,
    #[serde(default)]
    account: Table,
    #[serde(default)]
    author: Table,
    #[serde(default)]
    draft: Table,
    #[serde(default)]
    terms: Table,
}

/// What the detector says of a case.
pub(crate) struct Outcome {
    /// What it found.
    pub(crate) findings: Vec<Finding>,
    /// The attestations that count.
    pub(crate) attested: Vec<String>,
}

static BEFORE: [Rule; 2] = [other("image/third-party-copyright"), other("text/quoted-work")];

const fn other(id: &'static str) -> Rule {
    Rule {
        id,
        title: "Another's rule",
        finds: "Something.",
        why: "For the test.",
        remedy: "Mend it.",
        flagged: &[],
        clean: &[],
        misses: &[],
        excerpt: Excerpt::Plain,
    }
}

impl Case {
    /// Runs the detector on it.
    pub(crate) fn run(&self) -> Outcome {
        let base: Table = toml::from_str(include_str!("../base.toml")).unwrap();
        let part = |key: &str, changes: &Table| -> Table {
            let mut table = base.get(key).unwrap().as_table().unwrap().clone();
            for (name, value) in changes {
                let known = table.contains_key(name) || matches!(key, "people" | "school");
                assert!(known, "{}: `{key}.{name}` is not in the base", self.name);
                table.insert(name.clone(), value.clone());
            }
            table
        };
        let moment = |key: &str, own: &Option<String>| {
            let text = own.as_deref().unwrap_or_else(|| base.get(key).unwrap().as_str().unwrap());
            text.parse::<DateTime>().unwrap().in_tz("Europe/London").unwrap()
        };
        let school = part("school", &self.school);
        let people = part("people", &self.people);
        let account = part("account", &self.account);
        let author = part("author", &self.author);
        let manifest = part("draft", &self.draft);
        let terms = part("terms", &self.terms);

        let staff = Arc::new(staff(&author));
        let detector = AuthorityDetector::new(
            Arc::new(school_file(&school, &people, &account)),
            Arc::clone(&staff),
            Arc::new(roster()),
            self::terms(&terms),
        );
        let mut draft = draft(&manifest);
        let at = moment("at", &self.at);
        if self.scheduled {
            draft.publish_at = Some(PublishAt::Local(at.datetime()));
        }
        let picture = |kind, bytes| Picture { kind, has_alt: true, bytes };
        let bytes = number(&manifest, "bytes") as u64;
        let mut pictures = vec![picture(MediaKind::Image, bytes); number(&manifest, "pictures")];
        pictures.extend(vec![picture(MediaKind::Video, bytes); number(&manifest, "films")]);
        let reading = Reading {
            draft: &draft,
            at,
            now: moment("now", &self.now),
            passages: vec![Passage { field: Field::Text, prose: Prose::new(&draft.text) }],
            pictures,
        };
        let mut findings = Findings::default();
        for id in &self.before {
            let rule = BEFORE.iter().find(|rule| rule.id == id).unwrap();
            findings.push(Finding::new(rule, Place::whole(Field::Media(0)), "Seen before."));
        }
        detector.inspect(&reading, &mut findings).unwrap();
        let mut findings = findings.into_vec();
        findings.drain(..self.before.len());
        Outcome { findings, attested: valid_attestations(&reading, &staff).into_iter().collect() }
    }
}

fn school_file(school: &Table, people: &Table, account: &Table) -> SchoolFile {
    SchoolFile {
        domains: list(school, "domains"),
        people: people
            .keys()
            .map(|role| (role.clone(), ids(people, role)))
            .collect::<BTreeMap<_, _>>(),
        accounts: vec![Account {
            id: text(account, "id").unwrap_or_default(),
            platform: text(account, "platform").unwrap_or_default(),
            email: text(account, "email"),
            aim: text(account, "aim"),
            audience: text(account, "audience"),
            promotion: text(account, "promotion"),
            access: text(account, "access"),
            lead: text(account, "lead").map(StaffId::new),
            approved_by: text(account, "approved_by").map(StaffId::new),
            approved_on: day(account, "approved_on"),
            risk_assessed_by: ids(account, "risk_assessed_by"),
            risk_assessed_on: day(account, "risk_assessed_on"),
            operators: ids(account, "operators"),
            ..Account::default()
        }],
        calendar: Calendar {
            teaching: vec![
                (time(8, 50, 0, 0), time(10, 30, 0, 0)),
                (time(10, 50, 0, 0), time(12, 10, 0, 0)),
                (time(13, 10, 0, 0), time(15, 15, 0, 0)),
            ],
            terms: vec![Term { from: date(2026, 9, 2), to: date(2026, 12, 18) }],
            inset: list(school, "inset").iter().map(|day| day.parse().unwrap()).collect(),
            ..Calendar::default()
        },
        ..SchoolFile::default()
    }
}

/// The author, colleagues without anything particular, and one who left in July.
fn staff(author: &Table) -> StaffRegister {
    let colleague = |id: &str, leaves: Option<Date>| Staff {
        id: StaffId::new(id),
        title: None,
        forename: "Robin".into(),
        surname: "Colleague".into(),
        email: None,
        role: None,
        authorised: false,
        trained_on: None,
        trained_on_platform: BTreeMap::new(),
        agreement_signed: None,
        leaves,
    };
    let by_platform = author.get("trained_on_platform").unwrap().as_table().unwrap();
    let writer = Staff {
        id: StaffId::new(text(author, "id").unwrap()),
        title: None,
        forename: "Rachel".into(),
        surname: "Whitfield".into(),
        email: text(author, "email"),
        role: None,
        authorised: author.get("authorised").unwrap().as_bool().unwrap(),
        trained_on: day(author, "trained_on"),
        trained_on_platform: by_platform
            .keys()
            .map(|platform| (platform.clone(), day(by_platform, platform).unwrap()))
            .collect(),
        agreement_signed: day(author, "agreement_signed"),
        leaves: day(author, "leaves"),
    };
    let mut people = vec![writer, colleague("S020", Some(date(2026, 7, 17)))];
    people.extend(["S001", "S002", "S003", "S004", "S005"].map(|id| colleague(id, None)));
    StaffRegister::new(people)
}

/// One pupil, known by another forename than the register's first.
fn roster() -> Roster {
    Roster::new(vec![Pupil {
        key: PupilKey::new("A000000000001"),
        forename: "Maya".into(),
        preferred_forename: Some("May".into()),
        middle_names: None,
        surname: "Patel".into(),
        preferred_surname: None,
        year: Some("4".into()),
        class: Some("4W".into()),
        born: None,
        leaves: None,
        do_not_publish: false,
    }])
}

fn draft(manifest: &Table) -> Draft {
    let attest = manifest.get("attest").unwrap().as_table().unwrap();
    Draft {
        account: text(manifest, "account"),
        author: text(manifest, "author"),
        purpose: text(manifest, "purpose"),
        teaching: manifest.get("teaching").unwrap().as_bool().unwrap(),
        pupils: match number(manifest, "pictured") {
            0 => manifest.get("nobody").unwrap().as_bool().unwrap().then(Vec::new),
            pupils => Some(vec!["Maya Patel".to_owned(); pupils]),
        },
        alt: text(manifest, "alt").map(|alt| ("a.jpg".to_owned(), alt)).into_iter().collect(),
        media: text(manifest, "alt")
            .map(|_| Media { name: "a.jpg".into(), source: MediaSource::Bytes(Vec::new().into()) })
            .into_iter()
            .collect(),
        attest: Attestations {
            given: attest.keys().map(|key| (key.clone(), text(attest, key).unwrap())).collect(),
        },
        ..Draft::from_text(
            "case",
            text(manifest, "text").unwrap_or_default().repeat(number(manifest, "repeat")),
        )
    }
}

fn terms(terms: &Table) -> Terms {
    let asked = |key: &str| match text(terms, key).as_deref() {
        Some("asked") => Requirement::Asked,
        _ => Requirement::NotAsked,
    };
    let purposes = terms.get("purposes").unwrap().as_table().unwrap();
    let attestations = terms.get("attestations").unwrap().as_table().unwrap();
    let months = text(terms, "training_months");
    Terms {
        training: match asked("training") {
            Requirement::NotAsked => Training::NotAsked,
            Requirement::Asked => {
                Training::Asked { months: months.map(|months| months.parse().unwrap()) }
            }
        },
        agreement: asked("agreement"),
        purpose: asked("purpose"),
        purposes: purposes.keys().map(|key| (key.clone(), list(purposes, key))).collect(),
        teaching_exception: match text(terms, "teaching_exception").as_deref() {
            Some("allowed") => TeachingException::Allowed,
            _ => TeachingException::None,
        },
        account_approvers: list(terms, "account_approvers"),
        account_particulars: list(terms, "particulars")
            .iter()
            .map(|word| *Particular::ALL.iter().find(|known| known.word() == word).unwrap())
            .collect(),
        account_email: match text(terms, "account_email").as_deref() {
            Some("school-domain") => AccountEmail::SchoolDomain,
            _ => AccountEmail::Any,
        },
        operators_at_least: u32::try_from(number(terms, "operators_at_least")).unwrap(),
        risk_assessment: list(terms, "risk_assessment"),
        group_pictures: asked("group_pictures"),
        attestations: attestations
            .iter()
            .map(|(key, when)| RequiredAttestation {
                key: key.clone(),
                when: match when.as_str().unwrap() {
                    "pupils-pictured" => Situation::PupilsPictured,
                    "purpose-learning" => Situation::PurposeLearning,
                    "quoted-work" => Situation::QuotedWork,
                    "third-party-copyright" => Situation::ThirdPartyCopyright,
                    other => panic!("{other} is no situation"),
                },
            })
            .collect(),
    }
}

/// The text under a key; `None` if it is empty.
fn text(table: &Table, key: &str) -> Option<String> {
    let words = match table.get(key).unwrap_or_else(|| panic!("no `{key}`")) {
        Value::Integer(number) => number.to_string(),
        value => value.as_str().unwrap_or_else(|| panic!("`{key}` is no text")).to_owned(),
    };
    (!words.is_empty()).then_some(words)
}

fn day(table: &Table, key: &str) -> Option<Date> {
    text(table, key).map(|words| words.parse().unwrap())
}

fn number(table: &Table, key: &str) -> usize {
    usize::try_from(table.get(key).unwrap().as_integer().unwrap()).unwrap()
}

fn list(table: &Table, key: &str) -> Vec<String> {
    let words = table.get(key).unwrap().as_array().unwrap();
    words.iter().map(|word| word.as_str().unwrap().to_owned()).collect()
}

fn ids(table: &Table, key: &str) -> Vec<StaffId> {
    list(table, key).into_iter().map(StaffId::new).collect()
}
