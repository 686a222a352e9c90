//! Working off the inbox: once, or for as long as the program runs.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use gatepost::{Draft, Gate, Outcome, School, mask, open_draft};
use gatepost_model::{Decision, Defect, DefectKind, Verdict};
use gatepost_store::{Entry, Ledger, Phase, new_key};
use jiff::Timestamp;

use crate::books;
use crate::error::{During, WatchError};
use crate::health::{Health, Waiting};
use crate::hints::{Hints, Listen, Mode};
use crate::inbox::{self, Arrival, name_of};
use crate::journal::{Job, Next, Note, Recovered, Shape};
use crate::place;
use crate::reload::{InForce, Renewed};
use crate::retry::Retries;
use crate::seal::seal;
use crate::settle::{self, Pace, Rest, Settling};
use crate::take;

/// How a worker works.
#[derive(Debug, Clone, Copy, Default)]
pub struct Settings {
    /// How long a draft must lie still; what `school.toml` says where this is absent.
    pub settle: Option<Duration>,
    /// After how long a draft that does not come to rest is held; what `school.toml` says where this is
    /// absent.
    pub settle_max: Option<Duration>,
    /// The moment for which drafts are judged; the moment of the call where this is absent.
    pub as_of: Option<Timestamp>,
    /// Whether events of the file system are listened to.
    pub listen: Listen,
}

/// Works off the inbox of one school. Only one at a time can: the others are refused.
pub struct Worker {
    in_force: InForce,
    settings: Settings,
    ledger: Ledger,
    work: PathBuf,
    settling: Settling,
    /// Drafts that could not be taken, and jobs that could not be finished.
    retries: Retries,
    health: Health,
    /// Held for as long as the worker lives; the system lets go of it, whatever happens to us.
    _lock: fs::File,
}

/// Something that a run did, to be told to people. Drafts are named as their verdicts name them.
#[derive(Debug)]
#[non_exhaustive]
pub enum Event {
    /// The inbox is watched from here on.
    Watching {
        /// How.
        mode: Mode,
    },
    /// A draft was judged and placed.
    Placed {
        /// The account's folder.
        account: String,
        /// The verdict on it.
        verdict: Box<Verdict>,
        /// Where it lies now.
        folder: PathBuf,
    },
    /// A held draft that people had approved was released.
    Approved {
        /// Where it lies now.
        folder: PathBuf,
    },
    /// A draft could not be taken, and is where it was in the inbox. It is tried again later.
    Stuck {
        /// The account's folder.
        account: String,
        /// Its name, masked.
        draft: String,
        /// Why.
        problem: WatchError,
    },
    /// A draft was taken and could not be placed: it lies in `.gatepost/work/`, and is taken up again
    /// later, or by the next run.
    Unfinished {
        /// Why.
        problem: WatchError,
    },
    /// Drafts are still arriving, or have not lain still for long enough; told once.
    Waiting {
        /// How many.
        drafts: usize,
    },
    /// Part of the inbox could not be looked at, or what was done with could not be tidied away, or the
    /// registers cannot be read: told once, for as long as it lasts.
    Obstacle {
        /// Why.
        problem: WatchError,
    },
    /// The registers or the policy changed, and drafts are judged by the new ones from here on.
    Renewed,
}

/// What a run came to. `seen = released + held + stuck`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Drafts that were found, in the inbox or left by a run that was cut short.
    pub seen: usize,
    /// Drafts placed in `released/`.
    pub released: usize,
    /// Drafts placed in `held/`.
    pub held: usize,
    /// Drafts that could not be taken or placed.
    pub stuck: usize,
    /// Folders that could not be looked at or tidied away.
    pub obstacles: usize,
    /// Files that systems leave behind, in the inbox and in drafts: left out.
    pub junk: usize,
    /// Files in the inbox that lie in no account's folder: left where they are.
    pub strays: usize,
    /// Drafts that lie in the inbox as they were returned, and wait for their authors to change them.
    pub returned: usize,
}

/// What one pass over the inbox left.
struct Passed {
    /// Drafts that are still arriving.
    arriving: usize,
    /// True if it was broken off to list again.
    unfinished: bool,
}

impl Worker {
    /// A worker for a school. Its ledger is opened and verified, or begun.
    ///
    /// # Errors
    ///
    /// [`WatchError::Busy`] if another has the school; if its folder cannot be written to, its policy cannot
    /// be read, or its ledger is missing or damaged.
    pub fn new(school: School, settings: Settings) -> Result<Self, WatchError> {
        let own = school.folder().join(".gatepost");
        let work = own.join("work");
        fs::create_dir_all(&work).during("cannot make", &own)?;
        let lock = crate::lock::lock(school.folder(), crate::lock::WATCH)?;
        let ledger_path = school.folder().join(books::LEDGER);
        if fs::symlink_metadata(&ledger_path).is_err() && has_taken_jobs(&work)? {
            return Err(WatchError::NoLedger { place: ledger_path });
        }
        let mut ledger = books::open_ledger(school.folder())?;
        let in_force = InForce::new(school, settings.as_of)?;
        books::in_force(&mut ledger, &in_force.school, &in_force.gate)?;
        crate::review::tidy(&in_force, &mut ledger)?;
        let limits = in_force.school.records().school.limits;
        Ok(Self {
            health: Health::new(&own),
            in_force,
            settings,
            ledger,
            work,
            settling: Settling::new(limits),
            retries: Retries::default(),
            _lock: lock,
        })
    }

    /// The school as it is judged now.
    pub fn school(&self) -> &School {
        &self.in_force.school
    }

    /// The gate by which it is judged now.
    pub fn gate(&self) -> &Gate {
        &self.in_force.gate
    }

    /// Works off what lies in the inbox now, and ends: first what an earlier run left under way, then
    /// every draft as it comes to rest. One that does not come to rest in the time that the pace
    /// allows is held as incomplete. Ends early where `stop` becomes true.
    ///
    /// # Errors
    ///
    /// If the inbox itself cannot be listed, or the ledger is lost or damaged. What goes wrong with one
    /// draft or account is an [`Event`], and the others go on.
    pub fn work_off(
        &mut self,
        stop: &AtomicBool,
        mut tell: impl FnMut(Event),
    ) -> Result<Tally, WatchError> {
        let mut tally = Tally::default();
        self.recover(&mut tally, &mut tell)?;
        self.release_approved(&mut tally, &mut tell)?;
        let listing = inbox::list(&self.inbox())?;
        tally.junk += listing.junk;
        tally.strays += listing.strays;
        for problem in listing.problems {
            hinder(problem, &mut tally, &mut tell);
        }
        // What comes later is for the next run.
        let ours: BTreeSet<PathBuf> =
            listing.drafts.into_iter().map(|arrival| arrival.path).collect();
        let mut has_told = false;
        while !stop.load(Ordering::Relaxed) {
            let passed = self.pass(Some(&ours), None, stop, &mut tally, &mut tell)?;
            if passed.arriving == 0 && !passed.unfinished {
                break;
            }
            if passed.arriving > 0 && !has_told {
                has_told = true;
                tell(Event::Waiting { drafts: passed.arriving });
            }
            std::thread::sleep(self.pace().settle.min(LOOK_AGAIN).max(SHORTEST));
        }
        self.close_books();
        self.write_health(None);
        Ok(tally)
    }

    /// Watches the inbox and works off what comes to rest in it, until `stop` becomes true.
    ///
    /// # Errors
    ///
    /// If the ledger is lost or damaged. Everything else is told, waited for and tried again.
    pub fn run(
        &mut self,
        stop: &AtomicBool,
        mut tell: impl FnMut(Event),
    ) -> Result<Tally, WatchError> {
        let mut tally = Tally::default();
        let inbox = self.inbox();
        let mut identity = identity(&inbox);
        let mut hints = Hints::new(&inbox, self.settings.listen);
        tell(Event::Watching { mode: hints.mode() });
        let mut told = String::new();
        let mut is_written = true;
        while !stop.load(Ordering::Relaxed) {
            self.ledger.watch()?;
            let now = self::identity(&inbox);
            let looked = if now.is_none() || is_elsewhere(identity, now) {
                Err(WatchError::InboxGone { place: inbox.clone() })
            } else {
                if now != identity {
                    // Renamed away and made anew: events of the old one mean nothing.
                    identity = now;
                    hints = Hints::new(&inbox, self.settings.listen);
                }
                self.renew(&mut tell)
            };
            let mut wait = match hints.mode() {
                Mode::Events => IDLE_WITH_EVENTS,
                Mode::Polling => IDLE,
            };
            match looked {
                Ok(()) => {
                    told.clear();
                    let before = tally;
                    self.recover(&mut tally, &mut tell)?;
                    self.release_approved(&mut tally, &mut tell)?;
                    match self.pass(None, Some(&hints), stop, &mut tally, &mut tell) {
                        Ok(passed) if passed.unfinished => wait = Duration::ZERO,
                        Ok(passed) if passed.arriving > 0 => {
                            wait = self.pace().settle.min(LOOK_AGAIN).max(SHORTEST);
                        }
                        Ok(_) => {}
                        Err(problem) if problem.is_final() => return Err(problem),
                        Err(problem) => hinder(problem, &mut tally, &mut tell),
                    }
                    is_written |= before != tally;
                    if is_written && !wait.is_zero() {
                        self.close_books();
                        is_written = false;
                    }
                    self.write_health(Some((hints.mode(), None)));
                }
                Err(problem) => {
                    let words = problem.to_string();
                    self.write_health(Some((hints.mode(), Some(&words))));
                    if words != told {
                        told = words;
                        tally.obstacles += 1;
                        tell(Event::Obstacle { problem });
                    }
                    wait = LOOK_AGAIN;
                }
            }
            if let Some(due) = self.retries.next() {
                wait = wait.min(due).max(SHORTEST.min(wait));
            }
            rest(&hints, wait, stop);
        }
        self.close_books();
        self.write_health(None);
        Ok(tally)
    }

    fn inbox(&self) -> PathBuf {
        self.in_force.school.folder().join("inbox")
    }

    fn pace(&self) -> Pace {
        let limits = &self.in_force.school.records().school.limits;
        Pace {
            settle: self.settings.settle.unwrap_or(Duration::from_secs(limits.settle_seconds)),
            settle_max: (self.settings.settle_max)
                .unwrap_or(Duration::from_secs(limits.settle_max_seconds)),
        }
    }

    /// Reads the registers again if they changed.
    fn renew(&mut self, tell: &mut impl FnMut(Event)) -> Result<(), WatchError> {
        for _ in 0..RENEWALS {
            match self.in_force.renew() {
                Renewed::Same => return Ok(()),
                Renewed::Anew => {
                    let InForce { school, gate, .. } = &self.in_force;
                    books::in_force(&mut self.ledger, school, gate)?;
                    // Whoever had an answer and has none any more is told from those never asked; where that
                    // cannot be noted, they count as never asked, which holds as well.
                    let _ = school.records().remember_consent(school.folder());
                    self.settling.set_limits(school.records().school.limits);
                    tell(Event::Renewed);
                    return Ok(());
                }
                Renewed::Changing => std::thread::sleep(CHANGING),
                Renewed::Unreadable(problem) => return Err(problem),
            }
        }
        Err(WatchError::RecordsChanged)
    }

    /// Takes up what an earlier run left, or what could not be finished and is due again.
    fn recover(
        &mut self,
        tally: &mut Tally,
        tell: &mut impl FnMut(Event),
    ) -> Result<(), WatchError> {
        for folder in inbox::entries(&self.work)? {
            let is_folder = fs::symlink_metadata(&folder).is_ok_and(|found| found.is_dir());
            if !is_folder || !self.retries.is_due(&folder) {
                continue;
            }
            match Job::recover(&folder, &self.inbox()) {
                Ok(Recovered::ToJudge(job)) => self.finish(job, &folder, tally, tell)?,
                Ok(Recovered::Done) => self.retries.done(&folder),
                Err(problem) => {
                    if self.retries.failed(&folder, &problem) {
                        hinder(problem, tally, tell);
                    }
                }
            }
        }
        Ok(())
    }

    /// Releases what people have approved, once the time for taking that back is over.
    fn release_approved(
        &mut self,
        tally: &mut Tally,
        tell: &mut impl FnMut(Event),
    ) -> Result<(), WatchError> {
        match crate::review::release_due(&self.in_force, &mut self.ledger) {
            Ok(released) => {
                for folder in released {
                    tell(Event::Approved { folder });
                }
            }
            Err(problem) if problem.is_final() => return Err(problem),
            Err(problem) => {
                let held = self.in_force.school.folder().join("held");
                if self.retries.failed(&held, &problem) {
                    hinder(problem, tally, tell);
                }
            }
        }
        Ok(())
    }

    /// Goes through the inbox once, taking what lies still, account by account in turn.
    fn pass(
        &mut self,
        only: Option<&BTreeSet<PathBuf>>,
        hints: Option<&Hints>,
        stop: &AtomicBool,
        tally: &mut Tally,
        tell: &mut impl FnMut(Event),
    ) -> Result<Passed, WatchError> {
        let listing = inbox::list(&self.inbox())?;
        if only.is_none() {
            tally.junk = tally.junk.max(listing.junk);
            for problem in listing.problems {
                if self.retries.failed(&self.inbox(), &problem) {
                    hinder(problem, tally, tell);
                }
            }
        }
        let began = Instant::now();
        let pace = self.pace();
        self.settling.keep(listing.drafts.iter().map(|arrival| arrival.path.as_path()));
        self.retries.keep(&self.work, listing.drafts.iter().map(|arrival| arrival.path.as_path()));
        let mut passed = Passed { arriving: 0, unfinished: false };
        let mut returned = 0;
        for arrival in &listing.drafts {
            if stop.load(Ordering::Relaxed) {
                break;
            }
            if only.is_some_and(|only| !only.contains(&arrival.path)) {
                continue;
            }
            let is_due = self.retries.is_due(&arrival.path);
            if !is_due {
                continue;
            }
            let rest = self.settling.look(&arrival.path, Instant::now(), pace);
            if rest == Rest::Arriving {
                passed.arriving += 1;
                continue;
            }
            if self.is_returned(arrival)? {
                returned += 1;
                continue;
            }
            self.ledger.watch()?;
            self.take(arrival, rest, tally, tell)?;
            // An urgent draft of another account must not wait until a large drop is worked off.
            let is_time = began.elapsed() > LIST_AGAIN || hints.is_some_and(Hints::is_woken);
            if only.is_none() && is_time {
                passed.unfinished = true;
                break;
            }
        }
        tally.returned = tally.returned.max(returned);
        Ok(passed)
    }

    /// True if it lies there as it was returned to its author.
    fn is_returned(&mut self, arrival: &Arrival) -> Result<bool, WatchError> {
        let name = name_of(&arrival.path);
        let place = self.ledger.place(&["inbox", &arrival.account, &name]);
        let found = self.ledger.draft_at(&place)?;
        let returned = found
            .filter(|found| found.state.phase == Phase::Returned)
            .and_then(|found| found.state.returned);
        let Some((content, why)) = returned else { return Ok(false) };
        Ok(self.settling.is_returned(&arrival.path, || {
            let ours = our_note(&arrival.path, &why);
            seal(&arrival.path, &ours).content == content
        }))
    }

    fn take(
        &mut self,
        arrival: &Arrival,
        rest: Rest,
        tally: &mut Tally,
        tell: &mut impl FnMut(Event),
    ) -> Result<(), WatchError> {
        let name = name_of(&arrival.path);
        let Ok(found) = fs::symlink_metadata(&arrival.path) else { return Ok(()) };
        let shape = if found.is_dir() { Shape::Folder } else { Shape::File };
        let note = Note {
            key: new_key(Timestamp::now()),
            account: arrival.account.clone(),
            name: name.clone(),
            shape,
            incomplete: rest == Rest::Restless,
            copied: false,
            next: Next::Judge,
        };
        let inbox = self.inbox();
        let taken = Job::begin(&self.work, note).and_then(|mut job| {
            take::take(&mut job, &arrival.path, &inbox)?;
            Ok(job)
        });
        match taken {
            Ok(job) => {
                self.retries.done(&arrival.path);
                self.drop_our_note(&job, arrival)?;
                let folder = job.folder().to_owned();
                self.finish(job, &folder, tally, tell)
            }
            Err(problem) => {
                let is_news = self.retries.failed(&arrival.path, &problem);
                let account = books::shown_account(&self.in_force.school, &arrival.account);
                let draft = self.in_force.gate.shown_name(&name);
                self.retries.describe(&arrival.path, &account, &draft);
                if is_news {
                    tally.seen += 1;
                    tally.stuck += 1;
                    tell(Event::Stuck { account, draft: mask(&name), problem });
                }
                Ok(())
            }
        }
    }

    /// Removes the note that was put beside a draft when it was returned: it is ours.
    fn drop_our_note(&self, job: &Job, arrival: &Arrival) -> Result<(), WatchError> {
        let place = self.ledger.place(&["inbox", &arrival.account, &job.note.name]);
        let found = self.ledger.draft_at(&place)?;
        if let Some((_, why)) = found.and_then(|found| found.state.returned) {
            for name in our_note(&job.draft(), &why) {
                fs::remove_file(job.draft().join(name)).during("cannot tidy", &self.work)?;
            }
        }
        Ok(())
    }

    /// Judges a draft that was taken, and places it. Only what ends the run is an error.
    fn finish(
        &mut self,
        mut job: Job,
        folder: &Path,
        tally: &mut Tally,
        tell: &mut impl FnMut(Event),
    ) -> Result<(), WatchError> {
        let is_new = self.retries.is_new(folder);
        let mut placed = Err(WatchError::RecordsChanged);
        for _ in 0..RENEWALS {
            placed = self.judge_and_place(&mut job, tally);
            match &placed {
                Err(WatchError::RecordsChanged) => {
                    if let Err(problem) = self.renew(tell) {
                        placed = Err(problem);
                        break;
                    }
                }
                _ => break,
            }
        }
        tally.seen += usize::from(is_new);
        match placed {
            Ok((verdict, placed)) => {
                if !is_new {
                    tally.stuck = tally.stuck.saturating_sub(1);
                }
                self.retries.done(folder);
                match verdict.decision {
                    Decision::Release => tally.released += 1,
                    Decision::Hold => tally.held += 1,
                }
                let account = books::shown_account(&self.in_force.school, &job.note.account);
                tell(Event::Placed { account, verdict: Box::new(verdict), folder: placed });
                if let Err(problem) = job.end()
                    && self.retries.failed(folder, &problem)
                {
                    hinder(problem, tally, tell);
                }
            }
            Err(problem) if problem.is_final() => return Err(problem),
            Err(problem) => {
                tally.stuck += usize::from(is_new);
                if self.retries.failed(folder, &problem) {
                    tell(Event::Unfinished { problem });
                }
            }
        }
        Ok(())
    }

    fn judge_and_place(
        &mut self,
        job: &mut Job,
        tally: &mut Tally,
    ) -> Result<(Verdict, PathBuf), WatchError> {
        let Self { in_force, ledger, .. } = self;
        let InForce { school, gate, .. } = &*in_force;
        let limits = &school.records().school.limits;
        let place = match (job.note.shape, inbox::entries(&job.draft())?.as_slice()) {
            (Shape::File, [only]) => only.clone(),
            _ => job.draft(),
        };
        let before = settle::look_at(&job.draft());
        let sealed = seal(&job.draft(), &[]);
        let opened = open_draft(&place, Some(&job.note.account), limits);
        let junk = opened.junk;
        let mut draft = opened.draft;
        if job.note.shape == Shape::Folder {
            draft.id.clone_from(&job.note.name);
            if job.note.name.contains(char::REPLACEMENT_CHARACTER) {
                let message =
                    "The draft's name is not written in letters that this system knows: rename it.";
                draft.defects.push(Defect { kind: DefectKind::Malformed, message: message.into() });
            }
        }
        let account =
            books::shown_account(school, &books::account_of(school, &draft, &job.note.account));
        let entry = Entry::Sealed {
            account: account.clone(),
            name: gate.shown_name(&draft.id),
            seal: sealed.whole,
            content: sealed.content.clone(),
            files: sealed.files,
        };
        let state = ledger.draft(&job.note.key)?;
        books::reopen(ledger, &job.note.key, state, entry)?;
        if job.note.incomplete {
            draft.defects.push(incomplete(STILL_ARRIVING));
        }
        if ledger.was_released(&account, &sealed.content)? {
            let message = RELEASED_BEFORE.into();
            draft.defects.push(Defect { kind: DefectKind::Duplicate, message });
        }
        let mut outcome = examine(gate, job, &draft)?;
        if settle::look_at(&job.draft()) != before {
            // Somebody still had a file of it open: what was judged is not what is there.
            draft.defects.push(incomplete(STILL_ARRIVING));
            outcome = examine(gate, job, &draft)?;
        }
        if !in_force.is_current() {
            return Err(WatchError::RecordsChanged);
        }
        let (entry, evidence) = books::judged(gate, &draft, &outcome.verdict);
        books::write(ledger, &job.note.key, entry, Some(&evidence))?;
        let folder = match outcome.verdict.decision {
            Decision::Release => place::release(school, ledger, job, &draft, &outcome)?,
            Decision::Hold => place::hold(school, gate, ledger, job, &draft, &outcome)?,
        };
        tally.junk += junk;
        Ok((outcome.verdict, folder))
    }

    /// Brings the ledger into its one file; what cannot be done now is done later.
    fn close_books(&mut self) {
        let _ = self.ledger.settle();
    }

    fn write_health(&mut self, running: Option<(Mode, Option<&str>)>) {
        let waiting: Vec<Waiting> = self.retries.waiting();
        self.health.write(running, &waiting);
    }
}

fn examine(gate: &Gate, job: &Job, draft: &Draft) -> Result<Outcome, WatchError> {
    let out = job.out();
    crate::journal::remove(&out)?;
    fs::create_dir(&out).during("cannot make", &out)?;
    Ok(match gate.examine(draft, Some(&out)) {
        Ok(outcome) => outcome,
        Err(problem) => gate.unchecked(draft, &problem),
    })
}

/// The name of the note of ours in a folder, if it is there as it was written.
pub(crate) fn our_note(folder: &Path, hash: &str) -> Vec<String> {
    let is_ours = |path: &PathBuf| {
        name_of(path).starts_with("WHY")
            && crate::seal::hash_file(path).is_ok_and(|found| found == hash)
    };
    let entries = inbox::entries(folder).unwrap_or_default();
    entries.iter().filter(|path| is_ours(path)).map(|path| name_of(path)).collect()
}

/// True if a run that was cut short left a draft in its work folder.
fn has_taken_jobs(work: &Path) -> Result<bool, WatchError> {
    let jobs = inbox::entries(work)?;
    Ok(jobs.iter().any(|job| fs::symlink_metadata(job.join("draft")).is_ok()))
}

fn hinder(problem: WatchError, tally: &mut Tally, tell: &mut impl FnMut(Event)) {
    tally.obstacles += 1;
    tell(Event::Obstacle { problem });
}

fn incomplete(message: &str) -> Defect {
    Defect { kind: DefectKind::Incomplete, message: message.into() }
}

/// Waits, unless something happens or is to end.
fn rest(hints: &Hints, wait: Duration, stop: &AtomicBool) {
    let until = Instant::now() + wait;
    while !stop.load(Ordering::Relaxed) {
        let left = until.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return;
        }
        if hints.wait(left.min(SLICE)) {
            // What was hinted at is seldom alone: one look for all of it.
            std::thread::sleep(SHORTEST);
            return;
        }
    }
}

/// In which file system a folder lies, and which folder it is; `None` if it is not there.
fn identity(folder: &Path) -> Option<(u64, u64)> {
    let found = fs::metadata(folder).ok()?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        Some((found.dev(), found.ino()))
    }
    #[cfg(not(unix))]
    {
        let _ = found;
        Some((0, 0))
    }
}

/// True if a folder lies in another file system than before: what was mounted there is gone, or something
/// else is.
fn is_elsewhere(before: Option<(u64, u64)>, now: Option<(u64, u64)>) -> bool {
    matches!((before, now), (Some((before, _)), Some((now, _))) if before != now)
}

/// What is said of a draft that was not at rest.
pub(crate) const STILL_ARRIVING: &str =
    "Its files were still arriving when the time for that ran out, or changed while it was judged.";
/// What is said of a draft that was released before.
pub(crate) const RELEASED_BEFORE: &str =
    "The same words and files were released to this account before.";

/// How long to wait before looking again at drafts that are arriving.
const LOOK_AGAIN: Duration = Duration::from_secs(1);
const SHORTEST: Duration = Duration::from_millis(20);
/// How long to wait where nothing is arriving.
const IDLE: Duration = Duration::from_secs(2);
const IDLE_WITH_EVENTS: Duration = Duration::from_secs(5);
/// How often to see whether the run is to end.
const SLICE: Duration = Duration::from_millis(100);
/// For how long at most drafts are taken from one listing.
const LIST_AGAIN: Duration = Duration::from_secs(1);
/// How long registers must lie still before they are read again.
const CHANGING: Duration = Duration::from_millis(200);
/// How often they are waited for before that is told.
const RENEWALS: usize = 25;
