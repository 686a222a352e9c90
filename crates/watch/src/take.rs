//! Taking a draft out of the inbox, so that it is in one place at every instant.
//!
//! Within a file system that is one rename. From another it is copied: first it is renamed where it lies,
//! so that nobody writes to it any more and it is known to be removable; then copied, synced and compared;
//! then the note says that the copy is whole; then what is left is removed.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use gatepost_store::step;

use crate::error::{During, WatchError};
use crate::inbox::OURS;
use crate::journal::{Job, Shape, free_name, is_there, remove, sync_folder};
use crate::seal::seal;

/// Takes the draft at `from` into a job.
pub(crate) fn take(job: &mut Job, from: &Path, inbox: &Path) -> Result<(), WatchError> {
    let to = match (job.note.shape, from.file_name()) {
        (Shape::File, Some(own_name)) => {
            fs::create_dir(job.draft()).during("cannot make a folder in", inbox)?;
            step();
            job.draft().join(own_name)
        }
        _ => job.draft(),
    };
    let taken = match fs::rename(from, &to) {
        Err(problem) if problem.kind() == ErrorKind::CrossesDevices => {
            take_across(job, from, &to, inbox)
        }
        renamed => renamed
            .and_then(|()| sync_folder(from.parent().unwrap_or(from)))
            .during("cannot move a draft out of", inbox),
    };
    step();
    if taken.is_err() && !is_there(&to)? {
        job.end()?;
    }
    taken
}

fn take_across(job: &mut Job, from: &Path, to: &Path, inbox: &Path) -> Result<(), WatchError> {
    let aside = aside(job, inbox);
    fs::rename(from, &aside).during("cannot move a draft out of", inbox)?;
    step();
    let copied = copy(&aside, to)
        .and_then(|()| sync_folder(&job.draft()))
        .during("cannot copy a draft from", inbox)
        .and_then(|()| {
            step();
            let is_same = match job.note.shape {
                Shape::Folder => seal(&aside, &[]) == seal(to, &[]),
                Shape::File => {
                    crate::seal::hash_file(&aside).ok() == crate::seal::hash_file(to).ok()
                }
            };
            let differs = || std::io::Error::other("the copy differs from the draft");
            is_same.then_some(()).ok_or_else(differs).during("cannot copy a draft from", inbox)
        });
    if let Err(problem) = copied {
        remove(&job.draft())?;
        fs::rename(&aside, from).during("cannot move a draft back into", inbox)?;
        return Err(problem);
    }
    job.announce_copy()?;
    step();
    tidy(job, inbox)
}

/// Brings what a copying that was cut short left in the inbox to its end: removed where the copy is whole,
/// else back where it was.
pub(crate) fn tidy(job: &Job, inbox: &Path) -> Result<(), WatchError> {
    let aside = aside(job, inbox);
    if !is_there(&aside)? {
        return Ok(());
    }
    if job.note.copied {
        let removed = match job.note.shape {
            Shape::Folder => fs::remove_dir_all(&aside),
            Shape::File => fs::remove_file(&aside),
        };
        return removed.during("cannot remove a draft that was copied from", inbox);
    }
    remove(&job.draft())?;
    let account = inbox.join(&job.note.account);
    fs::rename(&aside, free_name(&account, &job.note.name, ""))
        .during("cannot move a draft back into", inbox)
}

/// Where a draft lies while it is copied: in the inbox, and listed by nobody.
fn aside(job: &Job, inbox: &Path) -> PathBuf {
    inbox.join(&job.note.account).join(format!("{OURS}{}", job.note.key))
}

/// Copies a file, a folder or a link, each file on disk before this returns.
pub(crate) fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    let found = fs::symlink_metadata(from)?;
    if found.is_dir() {
        fs::create_dir(to)?;
        for entry in fs::read_dir(from)? {
            let entry = entry?;
            copy(&entry.path(), &to.join(entry.file_name()))?;
        }
        sync_folder(to)
    } else if found.is_file() {
        fs::copy(from, to)?;
        fs::File::open(to)?.sync_all()
    } else if found.is_symlink() {
        copy_link(from, to)
    } else {
        Err(std::io::Error::other("it is neither a file nor a folder"))
    }
}

/// A link stays a link, and is never followed.
#[cfg(unix)]
fn copy_link(from: &Path, to: &Path) -> std::io::Result<()> {
    std::os::unix::fs::symlink(fs::read_link(from)?, to)
}

#[cfg(not(unix))]
fn copy_link(_: &Path, _: &Path) -> std::io::Result<()> {
    Err(std::io::Error::other("it is a link"))
}
