//! What lies where, and why: for `gatepost status`. Reads folders alone, and changes nothing.

use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

use gatepost::{Gate, Limits, Verdict, mask};
use serde::Serialize;

use crate::error::WatchError;
use crate::health::health;
use crate::inbox::{self, name_of};
use crate::settle;

/// What lies where.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Status {
    /// Drafts in the inbox, those that are settling among them.
    pub inbox: usize,
    /// Those of them that are still arriving.
    pub settling: usize,
    /// Drafts that were taken and are not placed yet.
    pub under_way: usize,
    /// Drafts in `held/`.
    pub held: usize,
    /// Drafts in `released/`.
    pub released: usize,
    /// Files that systems leave behind, in the inbox and in its drafts: left out.
    pub junk: usize,
    /// Files in the inbox that lie in no account's folder.
    pub strays: usize,
    /// `events`, `polling` or `ended`, as the watched folder last said; absent where it never ran.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub watch: Option<String>,
    /// What keeps everything waiting, if anything does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub problem: Option<String>,
    /// Every draft.
    pub drafts: Vec<DraftStatus>,
}

/// Where one draft is, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DraftStatus {
    /// Its name, masked where it is personal.
    pub draft: String,
    /// The account.
    pub account: String,
    /// `settling`, `inbox`, `stuck`, `returned`, `held` or `released`.
    pub state: String,
    /// Why it is there: rules that hold it, or what it waits for.
    pub why: Vec<String>,
    /// Who must see it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub route: Vec<String>,
}

/// Looks at a school's folders. Without a gate every name in the inbox is masked.
///
/// # Errors
///
/// If one of the school's own folders cannot be listed.
pub fn status(school: &Path, gate: Option<&Gate>) -> Result<Status, WatchError> {
    let mut status = Status::default();
    let limits = gate.map_or_else(Limits::default, |gate| gate.records().school.limits);
    let report = health(school);
    let stuck = report.as_ref().map(|report| report.waiting.as_slice()).unwrap_or_default();
    let shown = |name: &str| gate.map_or_else(|| mask(name), |gate| gate.shown_name(name));
    let account = |name: &str| match gate {
        Some(gate) if gate.records().school.account(name).is_some() => name.to_owned(),
        _ => mask(name),
    };
    let listing = inbox::list(&school.join("inbox"))?;
    status.junk = listing.junk;
    status.strays = listing.strays;
    for arrival in &listing.drafts {
        status.inbox += 1;
        status.junk += junk_in(&arrival.path);
        let draft = shown(&name_of(&arrival.path));
        let account = account(&arrival.account);
        let problem =
            stuck.iter().find(|waiting| waiting.draft == draft && waiting.account == account);
        let (state, why) = if let Some(waiting) = problem {
            ("stuck", waiting.problem.clone())
        } else if arrival.path.join("WHY.txt").is_file() {
            ("returned", "it was returned, and waits for its author to change it".into())
        } else if is_settling(&arrival.path, &limits) {
            status.settling += 1;
            (
                "settling",
                "its files are still arriving, or have not lain still for long enough".into(),
            )
        } else {
            ("inbox", "it waits to be taken".into())
        };
        status.drafts.push(DraftStatus {
            draft,
            account,
            state: state.into(),
            why: vec![why],
            route: Vec::new(),
        });
    }
    for folder in inbox::entries(&school.join(".gatepost").join("work"))? {
        status.under_way += usize::from(folder.join("draft").exists());
    }
    for side in ["held", "released"] {
        for folder in inbox::entries(&school.join(side))? {
            if !folder.is_dir() {
                continue;
            }
            for draft in inbox::entries(&folder)? {
                let verdict = verdict_in(&draft);
                if gatepost::is_junk(&name_of(&draft)) {
                    status.junk += 1;
                    continue;
                }
                *(if side == "held" { &mut status.held } else { &mut status.released }) += 1;
                let mut why: Vec<String> = verdict
                    .iter()
                    .flat_map(Verdict::holding)
                    .map(|ruling| ruling.rule.clone())
                    .collect();
                why.dedup();
                status.drafts.push(DraftStatus {
                    draft: verdict
                        .as_ref()
                        .map_or_else(|| mask(&name_of(&draft)), |verdict| verdict.draft.clone()),
                    account: account(&name_of(&folder)),
                    state: side.into(),
                    why,
                    route: verdict.map(|verdict| verdict.route).unwrap_or_default(),
                });
            }
        }
    }
    status.watch = report.as_ref().map(|report| report.mode.clone());
    status.problem = report.and_then(|report| report.problem);
    Ok(status)
}

/// The verdict that lies in a draft's folder: ours, where the draft brought one of its own.
fn verdict_in(folder: &Path) -> Option<Verdict> {
    ["verdict-2.json", "verdict.json"]
        .iter()
        .find_map(|name| serde_json::from_slice(&fs::read(folder.join(name)).ok()?).ok())
}

/// True if something of it changed within the time for which it must lie still, or is being written.
fn is_settling(draft: &Path, limits: &Limits) -> bool {
    let settle = Duration::from_secs(limits.settle_seconds);
    settle::look_at(draft).iter().any(|(path, _, changed)| {
        let is_fresh = changed
            .and_then(|changed| SystemTime::now().duration_since(changed).ok())
            .is_some_and(|age| age < settle);
        settle::is_arriving(path) || is_fresh
    })
}

/// Files in a draft that systems leave behind.
fn junk_in(draft: &Path) -> usize {
    inbox::entries(draft)
        .map(|entries| entries.iter().filter(|path| gatepost::is_junk(&name_of(path))).count())
        .unwrap_or_default()
}
