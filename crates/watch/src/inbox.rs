//! What lies in the inbox.

use std::collections::VecDeque;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::error::{During, WatchError};

/// A draft in the inbox: a folder, or a loose file, under an account's folder.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Arrival {
    /// The account's folder.
    pub(crate) account: String,
    /// Its own folder or file.
    pub(crate) path: PathBuf,
    /// When it last changed, as far as its listing tells.
    pub(crate) changed: SystemTime,
}

/// What a listing of the inbox shows.
#[derive(Default)]
pub(crate) struct Listing {
    /// Drafts, account by account in turn, the oldest of each first.
    pub(crate) drafts: VecDeque<Arrival>,
    /// Files that systems leave behind.
    pub(crate) junk: usize,
    /// Files that lie in no account's folder, and so belong to no draft.
    pub(crate) strays: usize,
    /// Accounts whose folders could not be listed.
    pub(crate) problems: Vec<WatchError>,
}

/// How names begin that gatepost gives to files of its own in the inbox: they are nobody's draft.
pub(crate) const OURS: &str = ".gatepost-";

/// Lists the inbox. A school without one has none waiting.
pub(crate) fn list(inbox: &Path) -> Result<Listing, WatchError> {
    let mut listing = Listing::default();
    let mut accounts = Vec::new();
    for path in entries(inbox)? {
        let name = name_of(&path);
        if name.starts_with(OURS) {
            continue;
        }
        if gatepost::is_junk(&name) {
            listing.junk += 1;
        } else if fs::symlink_metadata(&path).is_ok_and(|found| found.is_dir()) {
            match drafts_of(inbox, &path, &name, &mut listing) {
                Ok(drafts) => accounts.push(drafts),
                Err(problem) => listing.problems.push(problem),
            }
        } else {
            listing.strays += 1;
        }
    }
    while accounts.iter().any(|waiting| !waiting.is_empty()) {
        listing.drafts.extend(accounts.iter_mut().filter_map(VecDeque::pop_front));
    }
    Ok(listing)
}

fn drafts_of(
    inbox: &Path,
    folder: &Path,
    account: &str,
    listing: &mut Listing,
) -> Result<VecDeque<Arrival>, WatchError> {
    let mut drafts = Vec::new();
    // Told of the inbox: an account's folder may be named after anybody.
    let paths = read_entries(folder).during("cannot list a folder in", inbox)?;
    for path in paths {
        let name = name_of(&path);
        if name.starts_with(OURS) {
            continue;
        }
        if gatepost::is_junk(&name) {
            listing.junk += 1;
            continue;
        }
        // What vanishes while it is listed has been taken back by its author.
        let Ok(found) = fs::symlink_metadata(&path) else { continue };
        let changed = found.modified().unwrap_or(SystemTime::UNIX_EPOCH);
        drafts.push(Arrival { account: account.to_owned(), path, changed });
    }
    drafts.sort_by(|one, other| (one.changed, &one.path).cmp(&(other.changed, &other.path)));
    Ok(drafts.into())
}

/// The entries of one of the school's folders, by name; none where there is no such folder.
pub(crate) fn entries(folder: &Path) -> Result<Vec<PathBuf>, WatchError> {
    match read_entries(folder) {
        Err(problem) if problem.kind() == std::io::ErrorKind::NotFound => Ok(Vec::new()),
        listing => listing.during("cannot list", folder),
    }
}

fn read_entries(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        paths.push(entry?.path());
    }
    paths.sort();
    Ok(paths)
}

pub(crate) fn name_of(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
