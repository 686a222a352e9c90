//! A file that says how the watched folder is, for `gatepost status` and for those who watch over services:
//! `.gatepost/health.json`. It names nobody.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::hints::Mode;

/// How often it is written where nothing changes.
const HEARTBEAT: Duration = Duration::from_secs(5);

/// What the file says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HealthReport {
    /// When it was written.
    pub at: String,
    /// The process; absent once it has ended.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub pid: Option<u32>,
    /// `events`, `polling`, or `ended`.
    pub mode: String,
    /// What keeps everything waiting, if anything does.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub problem: Option<String>,
    /// What could not be done and is tried again.
    pub waiting: Vec<Waiting>,
}

/// Something that could not be done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waiting {
    /// The account; empty where it is nobody's.
    pub account: String,
    /// The draft, masked where its name is personal; empty for one that was taken already.
    pub draft: String,
    /// Why.
    pub problem: String,
    /// Seconds until it is tried again.
    pub seconds: u64,
}

#[derive(Debug)]
pub(crate) struct Health {
    folder: PathBuf,
    last: Option<(Instant, String)>,
}

impl Health {
    pub(crate) fn new(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), last: None }
    }

    /// Writes the file, if it would say something else or was not written for a while. That it cannot be
    /// written stops nothing.
    pub(crate) fn write(&mut self, running: Option<(Mode, Option<&str>)>, waiting: &[Waiting]) {
        let report = HealthReport {
            at: Timestamp::now().to_string(),
            pid: running.is_some().then(std::process::id),
            mode: match running {
                Some((Mode::Events, _)) => "events",
                Some((Mode::Polling, _)) => "polling",
                None => "ended",
            }
            .to_owned(),
            problem: running.and_then(|(_, problem)| problem).map(str::to_owned),
            waiting: waiting.to_vec(),
        };
        let gist = format!("{} {:?} {}", report.mode, report.problem, waiting.len());
        let is_due = self
            .last
            .as_ref()
            .is_none_or(|(when, last)| *last != gist || when.elapsed() >= HEARTBEAT);
        if is_due && let Ok(json) = serde_json::to_vec(&report) {
            let fresh = self.folder.join("health.new");
            let _ = fs::write(&fresh, json)
                .and_then(|()| fs::rename(&fresh, self.folder.join("health.json")));
            self.last = Some((Instant::now(), gist));
        }
    }
}

/// What the file of a school says, if there is one.
pub fn health(school: &Path) -> Option<HealthReport> {
    let json = fs::read(school.join(".gatepost").join("health.json")).ok()?;
    serde_json::from_slice(&json).ok()
}
