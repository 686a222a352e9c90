//! What is under way, on disk before it happens.
//!
//! Each draft that was taken has a folder of its own in `.gatepost/work/`: `note.json` says what it is
//! and what is about to happen to it, `draft/` holds its files, `out/` the release being built. A run
//! that was cut short leaves such a folder; [`Job::recover`] decides from the note, and from which of
//! the two folders is still there, whether the last rename had happened.

use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use gatepost_store::step;
use serde::{Deserialize, Serialize};

use crate::error::{During, WatchError};
use crate::inbox::name_of;

/// A draft that was taken out of the inbox and not yet placed.
pub(crate) struct Job {
    folder: PathBuf,
    pub(crate) note: Note,
}

/// What `note.json` says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Note {
    /// By which the ledger knows it.
    pub(crate) key: String,
    /// The account's folder in the inbox.
    pub(crate) account: String,
    /// The name of the draft's folder or file.
    pub(crate) name: String,
    /// Which of the two it was.
    pub(crate) shape: Shape,
    /// Set when it was still arriving as the time for that ran out.
    pub(crate) incomplete: bool,
    /// Set once a copy of it, made because the inbox lies in another file system, is whole: what is left
    /// in the inbox is to be removed, and not to be taken again.
    pub(crate) copied: bool,
    /// What is about to happen to it.
    pub(crate) next: Next,
}

/// A folder, or a loose file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Shape {
    Folder,
    File,
}

/// The step that the note announces.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Next {
    /// It is taken, or about to be, and will be judged.
    Judge,
    /// `out/` is about to become a folder in `released/`.
    Release,
    /// These files of ours are about to be written beside its own, and `draft/` to become a folder in `held/`.
    Hold { ours: Vec<String> },
}

/// What recovery found of a job.
pub(crate) enum Recovered {
    /// It is to be judged.
    ToJudge(Job),
    /// Nothing of it is left to do.
    Done,
}

impl Job {
    /// Notes that a draft is about to be taken, and makes the folder for it.
    pub(crate) fn begin(work: &Path, note: Note) -> Result<Self, WatchError> {
        let folder = free_name(work, "job", "");
        step();
        fs::create_dir_all(&folder).during("cannot make", &folder)?;
        step();
        let job = Self { folder, note };
        job.write_note()?;
        step();
        Ok(job)
    }

    /// Takes up a job that an earlier run left. `inbox` is where what was being copied still lies.
    pub(crate) fn recover(folder: &Path, inbox: &Path) -> Result<Recovered, WatchError> {
        let draft = folder.join("draft");
        let note = match fs::read(folder.join("note.json")) {
            Ok(json) => serde_json::from_slice(&json).ok(),
            Err(problem) if problem.kind() == ErrorKind::NotFound => None,
            Err(problem) => return Err(problem).during("cannot read the note in", folder),
        };
        let Some(note) = note else {
            if is_there(&draft)? {
                return Err(WatchError::Journal { place: folder.to_owned() });
            }
            // Cut short before anything was taken, or after everything was placed.
            remove(folder)?;
            return Ok(Recovered::Done);
        };
        let mut job = Self { folder: folder.to_owned(), note };
        crate::take::tidy(&job, inbox)?;
        // A rename that the note announced has happened if what it renames is gone.
        let done = match &job.note.next {
            Next::Judge => job.is_untaken()?,
            Next::Release => !is_there(&job.out())?,
            Next::Hold { .. } => !is_there(&draft)?,
        };
        if done {
            job.end()?;
            return Ok(Recovered::Done);
        }
        if let Next::Hold { ours } = &job.note.next {
            for name in ours {
                fs::remove_file(draft.join(name))
                    .or_else(ignore_missing)
                    .during("cannot tidy", folder)?;
            }
        }
        // Announced before `out/` goes: a release whose `out/` is gone counts as placed.
        job.announce(Next::Judge)?;
        remove(&job.out())?;
        Ok(Recovered::ToJudge(job))
    }

    /// Notes what is about to happen, on disk before this returns.
    pub(crate) fn announce(&mut self, next: Next) -> Result<(), WatchError> {
        step();
        self.note.next = next;
        self.write_note()?;
        step();
        Ok(())
    }

    /// Notes that the copy of it is whole.
    pub(crate) fn announce_copy(&mut self) -> Result<(), WatchError> {
        self.note.copied = true;
        self.write_note()
    }

    /// Where all of it lies.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Where the draft's own files lie.
    pub(crate) fn draft(&self) -> PathBuf {
        self.folder.join("draft")
    }

    /// Where its release is built.
    pub(crate) fn out(&self) -> PathBuf {
        self.folder.join("out")
    }

    /// Forgets a job that is done. The note goes last: without it nobody could tell that it was.
    pub(crate) fn end(&self) -> Result<(), WatchError> {
        step();
        remove(&self.draft())?;
        step();
        remove(&self.out())?;
        step();
        remove(&self.folder)
    }

    /// True if its draft is still in the inbox.
    fn is_untaken(&self) -> Result<bool, WatchError> {
        match self.note.shape {
            Shape::Folder => Ok(!is_there(&self.draft())?),
            Shape::File => Ok(crate::inbox::entries(&self.draft())?.is_empty()),
        }
    }

    fn write_note(&self) -> Result<(), WatchError> {
        let path = self.folder.join("note.json");
        let fresh = self.folder.join("note.new");
        serde_json::to_vec(&self.note)
            .map_err(std::io::Error::from)
            .and_then(|json| {
                // Left by a run that was cut short while it wrote.
                fs::remove_file(&fresh).or_else(ignore_missing)?;
                write_synced(&fresh, &json)?;
                step();
                Ok(())
            })
            .and_then(|()| fs::rename(&fresh, &path))
            .and_then(|()| sync_folder(&self.folder))
            .during("cannot write the note in", &self.folder)
    }
}

/// True if something has this name, whatever it is; an error where that cannot be told.
pub(crate) fn is_there(path: &Path) -> Result<bool, WatchError> {
    match fs::symlink_metadata(path) {
        Ok(_) => Ok(true),
        Err(problem) if problem.kind() == ErrorKind::NotFound => Ok(false),
        Err(problem) => Err(problem).during("cannot look at", path),
    }
}

/// How long a name may be, in bytes: what common file systems allow.
const LONGEST_NAME: usize = 255;

/// A path in `folder` that nothing has yet: `stem` + `ending`, or with `-2`, `-3`, ... between them; the
/// stem is cut where the name would be too long otherwise.
pub(crate) fn free_name(folder: &Path, stem: &str, ending: &str) -> PathBuf {
    let named = |mark: &str| {
        let mut room = LONGEST_NAME.saturating_sub(mark.len() + ending.len()).min(stem.len());
        while !stem.is_char_boundary(room) {
            room -= 1;
        }
        let stem = stem.get(..room).unwrap_or_default();
        folder.join(format!("{stem}{mark}{ending}"))
    };
    let mut path = named("");
    let mut number = 1_u64;
    while fs::symlink_metadata(&path).is_ok() {
        number += 1;
        path = named(&format!("-{number}"));
    }
    path
}

/// Writes a file that must not exist yet, and waits until it is on disk.
pub(crate) fn write_synced(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut file = fs::OpenOptions::new().write(true).create_new(true).open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// Waits until the names in a folder are on disk, where the system can do that.
pub(crate) fn sync_folder(folder: &Path) -> std::io::Result<()> {
    if cfg!(unix) { fs::File::open(folder)?.sync_all() } else { Ok(()) }
}

pub(crate) fn remove(folder: &Path) -> Result<(), WatchError> {
    fs::remove_dir_all(folder).or_else(ignore_missing).during("cannot remove", folder)
}

fn ignore_missing(problem: std::io::Error) -> std::io::Result<()> {
    if problem.kind() == ErrorKind::NotFound { Ok(()) } else { Err(problem) }
}

/// The name of a path, split before its ending.
pub(crate) fn split_name(path: &Path) -> (String, String) {
    let name = name_of(path);
    match name.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() => (stem.to_owned(), format!(".{ending}")),
        _ => (name, String::new()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn job(work: &Path) -> Job {
        let note = Note {
            key: "k".into(),
            account: "x".into(),
            name: "friday".into(),
            shape: Shape::Folder,
            incomplete: false,
            copied: false,
            next: Next::Judge,
        };
        Job::begin(work, note).unwrap()
    }

    fn taken(work: &Path) -> Job {
        let job = job(work);
        fs::create_dir(job.draft()).unwrap();
        fs::write(job.draft().join("post.txt"), "words").unwrap();
        job
    }

    fn is_done(job: &Job) -> bool {
        match Job::recover(&job.folder, Path::new("none")).unwrap() {
            Recovered::Done => {
                assert!(!job.folder.exists());
                true
            }
            Recovered::ToJudge(found) => {
                assert_eq!(found.note.next, Next::Judge);
                let left: Vec<String> = fs::read_dir(found.draft())
                    .unwrap()
                    .map(|entry| name_of(&entry.unwrap().path()))
                    .collect();
                assert_eq!(left, ["post.txt"], "its own files, and none of ours");
                assert!(!found.out().exists());
                false
            }
        }
    }

    /// Every state in which a run can be cut short, and whether anything is left to do.
    #[test]
    fn a_run_that_was_cut_short_is_taken_up_where_it_stood() {
        let work = tempfile::tempdir().unwrap();
        let announced = job(work.path());
        assert!(is_done(&announced), "noted, and the draft still in the inbox");

        let moved = taken(work.path());
        fs::create_dir(moved.out()).unwrap();
        assert!(!is_done(&moved), "taken, and half of a release built");

        let mut releasing = taken(work.path());
        fs::create_dir(releasing.out()).unwrap();
        releasing.announce(Next::Release).unwrap();
        assert!(!is_done(&releasing), "about to be released");

        let mut returning = taken(work.path());
        fs::create_dir(returning.out()).unwrap();
        returning.announce(Next::Release).unwrap();
        returning.announce(Next::Judge).unwrap();
        fs::remove_dir(returning.out()).unwrap();
        assert!(!is_done(&returning), "taken up again, and what was built of its release removed");

        let mut released = taken(work.path());
        released.announce(Next::Release).unwrap();
        assert!(is_done(&released), "released, and its originals not yet removed");

        let mut tidied = taken(work.path());
        tidied.announce(Next::Release).unwrap();
        fs::remove_dir_all(tidied.draft()).unwrap();
        assert!(is_done(&tidied), "released, and half tidied away");

        let mut holding = taken(work.path());
        holding
            .announce(Next::Hold { ours: vec!["WHY.txt".into(), "report.html".into()] })
            .unwrap();
        fs::write(holding.draft().join("WHY.txt"), "half").unwrap();
        assert!(!is_done(&holding), "about to be held, with one of our files written");

        let mut held = taken(work.path());
        held.announce(Next::Hold { ours: Vec::new() }).unwrap();
        fs::remove_dir_all(held.draft()).unwrap();
        assert!(is_done(&held), "held");
    }

    #[test]
    fn a_name_that_is_taken_gives_way_however_long_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let long = "é".repeat(127);
        fs::create_dir(folder.path().join(&long)).unwrap();
        let path = free_name(folder.path(), &long, "");
        fs::create_dir(&path).unwrap();
        assert!(name_of(&path).ends_with("-2"));
    }

    #[test]
    fn a_damaged_note_is_never_guessed_at() {
        let work = tempfile::tempdir().unwrap();
        let job = taken(work.path());
        fs::write(job.folder.join("note.json"), "{").unwrap();
        assert!(matches!(
            Job::recover(&job.folder, Path::new("none")),
            Err(WatchError::Journal { .. })
        ));
        assert!(job.draft().join("post.txt").is_file());
    }
}
