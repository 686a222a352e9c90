//! A school to drop drafts into, and a watched folder that runs beside the test.
#![allow(dead_code, unreachable_pub, reason = "every test file uses its own part")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use gatepost::School;
use gatepost_store::Ledger;
use gatepost_watch::{Event, Listen, Settings, Tally, WatchError, Worker};
use jiff::civil::date;
use tempfile::TempDir;

pub const AT_ONCE: Settings =
    Settings { settle: Some(Duration::ZERO), settle_max: None, as_of: None, listen: Listen::Never };
pub static GO_ON: AtomicBool = AtomicBool::new(false);

/// A school with nothing in its inbox.
pub fn school() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    make_school(folder.path());
    folder
}

pub fn make_school(folder: &Path) {
    for file in gatepost_example::registers("woodstock", date(2026, 11, 20)) {
        let path = folder.join(&file.path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, &file.bytes).unwrap();
    }
    for account in ["x", "facebook"] {
        fs::create_dir_all(folder.join("inbox").join(account)).unwrap();
    }
}

/// A draft that is released, with words of its own.
pub fn drop_good(school: &Path, account: &str, name: &str) -> PathBuf {
    // Made elsewhere and moved in: whole at once.
    let made = tempfile::tempdir_in(school).unwrap();
    let draft = made.path().join("draft");
    fs::create_dir(&draft).unwrap();
    fs::write(draft.join("post.txt"), format!("Sports day is on Friday ({name}).")).unwrap();
    fs::write(draft.join("post.toml"), "author = \"S003\"\npurpose = \"reminder\"\n").unwrap();
    let to = school.join("inbox").join(account).join(name);
    fs::rename(&draft, &to).unwrap();
    to
}

/// A draft that is held: it has no author.
pub fn drop_bad(school: &Path, account: &str, name: &str) -> PathBuf {
    let draft = drop_good(school, account, name);
    fs::remove_file(draft.join("post.toml")).unwrap();
    draft
}

pub fn worker(school: &Path, settings: Settings) -> Result<Worker, WatchError> {
    Worker::new(School::open(school).unwrap(), settings)
}

/// Works off what is there; problems are given as well.
pub fn work_off(school: &Path, settings: Settings) -> (Tally, Vec<String>) {
    let mut told = Vec::new();
    let tally = worker(school, settings)
        .unwrap()
        .work_off(&GO_ON, |event| match event {
            Event::Placed { .. } | Event::Waiting { .. } => {}
            other => told.push(format!("{other:?}")),
        })
        .unwrap();
    (tally, told)
}

/// The drafts of a side, `account/name`.
pub fn drafts(school: &Path, side: &str) -> Vec<String> {
    let mut found = Vec::new();
    for account in listed(&school.join(side)) {
        for draft in listed(&account) {
            let name = |path: &Path| path.file_name().unwrap().to_string_lossy().into_owned();
            found.push(format!("{}/{}", name(&account), name(&draft)));
        }
    }
    found
}

pub fn listed(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

/// The rules that hold a draft.
pub fn holding(school: &Path, draft: &str) -> Vec<String> {
    let json = fs::read(school.join("held").join(draft).join("verdict.json")).unwrap();
    let verdict: gatepost::Verdict = serde_json::from_slice(&json).unwrap();
    verdict.holding().map(|ruling| ruling.rule.clone()).collect()
}

pub fn ledger(school: &Path) -> Ledger {
    let ledger = Ledger::open(&school.join("gatepost.db")).unwrap();
    ledger.verify(None).unwrap();
    ledger
}

/// How many records of each kind.
pub fn kinds(school: &Path) -> BTreeMap<&'static str, usize> {
    let mut kinds = BTreeMap::new();
    ledger(school).records(|record| *kinds.entry(record.entry.word()).or_insert(0) += 1).unwrap();
    kinds
}

/// A watched folder that runs beside the test.
pub struct Running {
    stop: Arc<AtomicBool>,
    told: Arc<Mutex<Vec<String>>>,
    thread: Option<JoinHandle<Result<Tally, WatchError>>>,
}

impl Running {
    pub fn start(school: &Path, settings: Settings) -> Self {
        let stop = Arc::new(AtomicBool::new(false));
        let told = Arc::new(Mutex::new(Vec::new()));
        let mut worker = worker(school, settings).unwrap();
        let thread = std::thread::spawn({
            let (stop, told) = (Arc::clone(&stop), Arc::clone(&told));
            move || worker.run(&stop, |event| told.lock().unwrap().push(format!("{event:?}")))
        });
        let running = Self { stop, told, thread: Some(thread) };
        wait_until("it watches", || running.was_told("Watching"));
        running
    }

    pub fn was_told(&self, what: &str) -> bool {
        self.told.lock().unwrap().iter().any(|event| event.contains(what))
    }

    pub fn stop(mut self) -> Result<Tally, WatchError> {
        self.stop.store(true, Ordering::Relaxed);
        self.thread.take().unwrap().join().unwrap()
    }

    /// Waits for it to end by itself.
    pub fn ended(mut self) -> Result<Tally, WatchError> {
        let thread = self.thread.take().unwrap();
        wait_until("it ends by itself", || thread.is_finished());
        thread.join().unwrap()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// Waits until something is so; the time is far more than it takes.
pub fn wait_until(what: &str, mut is_so: impl FnMut() -> bool) {
    let until = Instant::now() + Duration::from_mins(1);
    while !is_so() {
        assert!(Instant::now() < until, "waited in vain: {what}");
        std::thread::sleep(Duration::from_millis(10));
    }
}
