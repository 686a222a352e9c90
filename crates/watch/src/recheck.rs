//! Looking at what was released again: what today's registers and policy would hold.
//!
//! A released draft is judged from its clean files and from what the ledger keeps of its declarations.
//! Whether its author might still post, and when, is not asked again: only what it shows, of whom.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use gatepost::{School, open_held_draft};
use gatepost_model::{Attestations, Draft};
use gatepost_store::{DraftState, Entry, Evidence, Ledger, Phase, StoreError};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::books;
use crate::error::WatchError;
use crate::inbox::{self, name_of};
use crate::place;
use crate::reload::InForce;

/// What a look at everything released came to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Rechecked {
    /// How many were looked at.
    pub checked: usize,
    /// Folders in `released/` of which the ledger knows nothing.
    pub unknown: usize,
    /// Those that would be held today.
    pub exposed: Vec<Exposed>,
}

/// A released draft that would be held today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Exposed {
    /// By which the ledger knows it.
    pub key: String,
    /// Its name, masked where it is personal.
    pub draft: String,
    /// The account.
    pub account: String,
    /// When it was released.
    pub released: String,
    /// Where it was posted, if that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The rules that would hold it, without those that people let pass when they approved it.
    pub rules: Vec<String>,
    /// The clauses that make them matter.
    pub clauses: Vec<String>,
    /// The keys of the pupils concerned.
    pub pupils: Vec<String>,
}

#[derive(Deserialize)]
struct Released {
    #[serde(default)]
    alt: BTreeMap<String, String>,
}

/// Families of rules that are about who posts, when and how, and not about what is shown.
const NOT_ASKED: [&str; 5] = ["account", "author", "schedule", "attest", "policy"];

/// Judges everything in `released/` again, that was released since a moment.
///
/// # Errors
///
/// If the ledger or a folder cannot be read.
pub fn recheck(
    school: School,
    as_of: Option<Timestamp>,
    since: Option<Timestamp>,
) -> Result<Rechecked, WatchError> {
    let ledger = books::open_ledger(school.folder())?;
    let in_force = InForce::new(school, Some(as_of.unwrap_or_else(Timestamp::now)))?;
    let mut found = Rechecked::default();
    let side = in_force.school.folder().join("released");
    for account in inbox::entries(&side)? {
        if !account.is_dir() {
            continue;
        }
        for folder in inbox::entries(&account)? {
            let account = name_of(&account);
            let place = place::place_of(&ledger, "released", &account, &folder);
            let known = ledger.draft_at(&place)?.filter(|known| known.state.phase.is_out());
            let Some(known) = known else {
                found.unknown += usize::from(folder.is_dir());
                continue;
            };
            let (released, evidence) = released(&ledger, &known.key)?;
            if known.state.phase == Phase::TakenDown
                || since.is_some_and(|since| released.is_none_or(|when| when < since))
            {
                continue;
            }
            found.checked += 1;
            let exposed = look(&in_force, &account, &folder, &known.state, evidence)?;
            if let Some(exposed) = exposed {
                found.exposed.push(Exposed {
                    key: known.key,
                    released: released.map(|when| when.to_string()).unwrap_or_default(),
                    ..exposed
                });
            }
        }
    }
    Ok(found)
}

/// Says in the ledger of each that it is to be taken down.
///
/// # Errors
///
/// If the ledger cannot be written.
pub fn record_takedowns(school: &Path, found: &Rechecked) -> Result<usize, WatchError> {
    let mut ledger = books::open_ledger(school)?;
    let mut recorded = 0;
    for exposed in &found.exposed {
        let entry = Entry::TakedownDue { rules: exposed.rules.clone() };
        match books::write(&mut ledger, &exposed.key, entry, None) {
            Ok(()) => recorded += 1,
            // It stands there already.
            Err(WatchError::Ledger(StoreError::Refused(_))) => {}
            Err(problem) => return Err(problem),
        }
    }
    Ok(recorded)
}

/// When a draft was released, and what is kept of its last verdict.
fn released(
    ledger: &Ledger,
    key: &str,
) -> Result<(Option<Timestamp>, Option<Evidence>), WatchError> {
    let history = ledger.history(key)?;
    let last = |is: fn(&Entry) -> bool| history.iter().rev().find(|record| is(&record.entry));
    let released = last(|entry| matches!(entry, Entry::Released { .. })).map(|record| record.at);
    let evidence = match last(|entry| matches!(entry, Entry::Judged { .. })) {
        Some(record) => ledger.evidence(record.seq)?,
        None => None,
    };
    Ok((released, evidence))
}

fn look(
    in_force: &InForce,
    account: &str,
    folder: &Path,
    state: &DraftState,
    evidence: Option<Evidence>,
) -> Result<Option<Exposed>, WatchError> {
    let limits = &in_force.school.records().school.limits;
    let release = fs::read(folder.join("release.json")).ok();
    let release: Option<Released> = release.and_then(|json| serde_json::from_slice(&json).ok());
    let opened = open_held_draft(folder, Some(account), limits).draft;
    let mut draft = Draft {
        alt: release.map(|release| release.alt).unwrap_or_default(),
        media: opened.media,
        text: opened.text,
        text_name: opened.text_name,
        defects: opened.defects,
        id: state.name.clone(),
        account: Some(account.to_owned()),
        ..Draft::default()
    };
    // What lies beside the words and media is ours.
    draft.media.retain(|file| file.name != "release.json");
    if let Some(evidence) = evidence {
        draft.pupils = evidence.pupils;
        draft.groups = evidence.groups;
        draft.author = evidence.author;
        draft.purpose = evidence.purpose;
        draft.teaching = evidence.teaching;
        draft.attest = Attestations { given: evidence.attest };
    }
    let verdict = in_force.gate.check(&draft)?;
    let approved: &[String] = match &state.judgement {
        Some(judged) if !state.approvals.is_empty() => &judged.rules,
        _ => &[],
    };
    let mut exposed = Exposed {
        key: String::new(),
        draft: state.name.clone(),
        account: state.account.clone(),
        released: String::new(),
        url: state.url.clone(),
        rules: Vec::new(),
        clauses: Vec::new(),
        pupils: Vec::new(),
    };
    let add = |list: &mut Vec<String>, item: &str| {
        if !list.iter().any(|known| known == item) {
            list.push(item.to_owned());
        }
    };
    for ruling in verdict.holding() {
        let family = ruling.rule.split('/').next().unwrap_or_default();
        let is_purpose = ruling.rule.starts_with("draft/purpose");
        if NOT_ASKED.contains(&family) || is_purpose || approved.contains(&ruling.rule) {
            continue;
        }
        add(&mut exposed.rules, &ruling.rule);
        ruling.clauses.iter().for_each(|clause| add(&mut exposed.clauses, clause));
        ruling.pupil.iter().for_each(|pupil| add(&mut exposed.pupils, pupil));
    }
    Ok((!exposed.rules.is_empty()).then_some(exposed))
}

/// The key of a released draft: by its key, its name, or its account and name (`x/friday`).
///
/// # Errors
///
/// If there is none, or more than one.
pub fn released_key(school: &Path, ledger: &Ledger, named: &str) -> Result<String, WatchError> {
    let named = named.trim_end_matches('/').trim_start_matches("released/");
    let mut keys = Vec::new();
    for account in inbox::entries(&school.join("released"))? {
        for folder in inbox::entries(&account).unwrap_or_default() {
            let (account, name) = (name_of(&account), name_of(&folder));
            let place = place::place_of(ledger, "released", &account, &folder);
            let Some(known) = ledger.draft_at(&place)? else { continue };
            if known.key == named
                || name == named
                || known.state.name == named
                || format!("{account}/{name}") == named
            {
                keys.push(known.key);
            }
        }
    }
    match (keys.pop(), keys.len()) {
        (Some(key), 0) => Ok(key),
        (Some(_), _) => Err(WatchError::NoSuchDraft(
            "more than one released draft has this name: give its account as well (x/friday), or its key"
                .into(),
        )),
        (None, _) => Err(WatchError::NoSuchDraft("there is no released draft of this name".into())),
    }
}
