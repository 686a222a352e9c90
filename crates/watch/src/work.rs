//! Working off the inbox.

use std::fs;
use std::path::PathBuf;
use std::time::Instant;

use gatepost::{Draft, Gate, Outcome, School, mask, open_draft};
use gatepost_model::{Decision, Defect, DefectKind, Verdict};

use crate::error::{During, WatchError};
use crate::inbox::{self, Arrival, name_of};
use crate::journal::{Job, Next, Note, Recovered, Shape};
use crate::place;
use crate::settle::{self, Pace, Rest, Settling};

/// Works off the inbox of one school. Only one at a time can: the others are refused.
#[derive(Debug)]
pub struct Worker<'s> {
    school: &'s School,
    gate: &'s Gate,
    pace: Pace,
    work: PathBuf,
    /// Held for as long as the worker lives; the system lets go of it, whatever happens to us.
    _lock: fs::File,
}

/// Something that a run did, to be told to people. Drafts are named as their verdicts name them.
#[derive(Debug)]
#[non_exhaustive]
pub enum Event {
    /// A draft was judged and placed.
    Placed {
        /// The account's folder.
        account: String,
        /// The verdict on it.
        verdict: Box<Verdict>,
        /// Where it lies now.
        folder: PathBuf,
    },
    /// A draft could not be taken, and is where it was in the inbox.
    Stuck {
        /// The account's folder.
        account: String,
        /// Its name, masked.
        draft: String,
        /// Why.
        problem: WatchError,
    },
    /// A draft was taken and could not be placed: it lies in `.gatepost/work/`, and the next run takes it
    /// up again.
    Unfinished {
        /// Why.
        problem: WatchError,
    },
    /// Drafts are still arriving, or have not lain still for long enough; told once.
    Waiting {
        /// How many.
        drafts: usize,
    },
    /// Part of the inbox could not be looked at, or what was done with could not be tidied away.
    Obstacle {
        /// Why.
        problem: WatchError,
    },
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
}

impl<'s> Worker<'s> {
    /// A worker for a school.
    ///
    /// # Errors
    ///
    /// [`WatchError::Busy`] if another has the school, and if its folder cannot be written to.
    pub fn new(school: &'s School, gate: &'s Gate, pace: Pace) -> Result<Self, WatchError> {
        let own = school.folder().join(".gatepost");
        let work = own.join("work");
        fs::create_dir_all(&work).during("cannot make", &own)?;
        let path = own.join("lock");
        let lock = fs::File::create(&path).during("cannot write", &path)?;
        match lock.try_lock() {
            Ok(()) => Ok(Self { school, gate, pace, work, _lock: lock }),
            Err(fs::TryLockError::WouldBlock) => Err(WatchError::Busy),
            Err(fs::TryLockError::Error(problem)) => Err(problem).during("cannot lock", &path),
        }
    }

    /// Works off what lies in the inbox now, and ends: first what an earlier run left under way, then
    /// every draft as it comes to rest. One that does not come to rest in the time that the pace
    /// allows is held as incomplete.
    ///
    /// # Errors
    ///
    /// If the inbox itself cannot be listed. What goes wrong with one draft or account is an [`Event`],
    /// and the others go on.
    pub fn work_off(&self, mut tell: impl FnMut(Event)) -> Result<Tally, WatchError> {
        let mut tally = Tally::default();
        for folder in inbox::entries(&self.work)? {
            if !fs::symlink_metadata(&folder).is_ok_and(|found| found.is_dir()) {
                continue;
            }
            match Job::recover(&folder) {
                Ok(Recovered::ToJudge(job)) => self.finish(job, &mut tally, &mut tell),
                Ok(Recovered::Done) => {}
                Err(problem) => hinder(problem, &mut tally, &mut tell),
            }
        }
        let listing = inbox::list(&self.school.folder().join("inbox"))?;
        tally.junk += listing.junk;
        tally.strays += listing.strays;
        for problem in listing.problems {
            hinder(problem, &mut tally, &mut tell);
        }
        let mut waiting = listing.drafts;
        let mut settling = Settling::new(self.school.records().school.limits);
        let mut has_told = false;
        while !waiting.is_empty() {
            let mut arriving = std::collections::VecDeque::new();
            for arrival in waiting {
                match settling.look(&arrival.path, Instant::now(), self.pace) {
                    Rest::Arriving => arriving.push_back(arrival),
                    rest => self.take(&arrival, rest, &mut tally, &mut tell),
                }
            }
            waiting = arriving;
            if !waiting.is_empty() {
                if !has_told {
                    has_told = true;
                    tell(Event::Waiting { drafts: waiting.len() });
                }
                std::thread::sleep(self.pace.settle.min(LOOK_AGAIN).max(SHORTEST));
            }
        }
        Ok(tally)
    }

    fn take(&self, arrival: &Arrival, rest: Rest, tally: &mut Tally, tell: &mut impl FnMut(Event)) {
        let name = name_of(&arrival.path);
        let Ok(found) = fs::symlink_metadata(&arrival.path) else { return };
        let shape = if found.is_dir() { Shape::Folder } else { Shape::File };
        let note = Note {
            account: arrival.account.clone(),
            name: name.clone(),
            shape,
            incomplete: rest == Rest::Restless,
            next: Next::Judge,
        };
        let taken = Job::begin(&self.work, note).and_then(|job| {
            let to = match (shape, arrival.path.file_name()) {
                (Shape::File, Some(own_name)) => {
                    fs::create_dir(job.draft()).during("cannot make", &self.work)?;
                    job.draft().join(own_name)
                }
                _ => job.draft(),
            };
            if let Err(problem) = fs::rename(&arrival.path, to) {
                job.end()?;
                let inbox = self.school.folder().join("inbox");
                return Err(problem).during("cannot move a draft out of", &inbox);
            }
            Ok(job)
        });
        match taken {
            Ok(job) => self.finish(job, tally, tell),
            Err(problem) => {
                tally.seen += 1;
                tally.stuck += 1;
                let account = self.shown_account(&arrival.account);
                tell(Event::Stuck { account, draft: mask(&name), problem });
            }
        }
    }

    /// Judges a draft that was taken, and places it.
    fn finish(&self, mut job: Job, tally: &mut Tally, tell: &mut impl FnMut(Event)) {
        tally.seen += 1;
        match self.judge_and_place(&mut job, tally) {
            Ok((verdict, folder)) => {
                match verdict.decision {
                    Decision::Release => tally.released += 1,
                    Decision::Hold => tally.held += 1,
                }
                let account = self.shown_account(&job.note.account);
                tell(Event::Placed { account, verdict: Box::new(verdict), folder });
                if let Err(problem) = job.end() {
                    hinder(problem, tally, tell);
                }
            }
            Err(problem) => {
                tally.stuck += 1;
                tell(Event::Unfinished { problem });
            }
        }
    }

    fn judge_and_place(
        &self,
        job: &mut Job,
        tally: &mut Tally,
    ) -> Result<(Verdict, PathBuf), WatchError> {
        let limits = &self.school.records().school.limits;
        let place = match (job.note.shape, inbox::entries(&job.draft())?.as_slice()) {
            (Shape::File, [only]) => only.clone(),
            _ => job.draft(),
        };
        let before = settle::look_at(&job.draft());
        let opened = open_draft(&place, Some(&job.note.account), limits);
        tally.junk += opened.junk;
        let mut draft = opened.draft;
        if job.note.shape == Shape::Folder {
            draft.id.clone_from(&job.note.name);
            if job.note.name.contains(char::REPLACEMENT_CHARACTER) {
                let message =
                    "The draft's name is not written in letters that this system knows: rename it.";
                draft.defects.push(Defect { kind: DefectKind::Malformed, message: message.into() });
            }
        }
        if job.note.incomplete {
            draft
                .defects
                .push(incomplete("Its files were still arriving when the time for that ran out."));
        }
        let mut outcome = self.examine(job, &draft)?;
        if settle::look_at(&job.draft()) != before {
            // Somebody still had a file of it open: what was judged is not what is there.
            draft.defects.push(incomplete("Its files were still changing while it was judged."));
            outcome = self.examine(job, &draft)?;
        }
        let folder = match outcome.verdict.decision {
            Decision::Release => place::release(self.school, job, &draft, &outcome)?,
            Decision::Hold => place::hold(self.school, self.gate, job, &draft, &outcome)?,
        };
        Ok((outcome.verdict, folder))
    }

    fn examine(&self, job: &Job, draft: &Draft) -> Result<Outcome, WatchError> {
        let out = job.out();
        if fs::symlink_metadata(&out).is_ok() {
            fs::remove_dir_all(&out).during("cannot remove", &self.work)?;
        }
        fs::create_dir(&out).during("cannot make", &self.work)?;
        Ok(match self.gate.examine(draft, Some(&out)) {
            Ok(outcome) => outcome,
            Err(problem) => self.gate.unchecked(draft, &problem),
        })
    }

    /// An account's folder as people may read it: one that the school does not have may be named after
    /// anybody.
    fn shown_account(&self, account: &str) -> String {
        let known = self.school.records().school.account(account).is_some();
        if known { account.to_owned() } else { mask(account) }
    }
}

fn hinder(problem: WatchError, tally: &mut Tally, tell: &mut impl FnMut(Event)) {
    tally.obstacles += 1;
    tell(Event::Obstacle { problem });
}

fn incomplete(message: &str) -> Defect {
    Defect { kind: DefectKind::Incomplete, message: message.into() }
}

/// How long to wait before looking again at drafts that are arriving.
const LOOK_AGAIN: std::time::Duration = std::time::Duration::from_secs(1);
const SHORTEST: std::time::Duration = std::time::Duration::from_millis(20);
