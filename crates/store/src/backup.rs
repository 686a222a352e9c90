//! A copy of the ledger, and putting one back.

use std::fs;
use std::path::Path;

use jiff::Timestamp;

use crate::entry::Entry;
use crate::error::StoreError;
use crate::ledger::{Ledger, beside, owner_only};
use crate::record::Head;

/// Copies a ledger while it is in use, and verifies the copy. Gives where the copy ends.
///
/// # Errors
///
/// If a file of that name is there, it cannot be written, or the copy is not what it should be.
pub fn backup(ledger: &Ledger, to: &Path) -> Result<Head, StoreError> {
    owner_only(to).map_err(|source| StoreError::Io {
        what: "cannot write the copy",
        path: to.to_owned(),
        source,
    })?;
    copy(ledger, to)?;
    let copy = Ledger::open(to)?;
    copy.verify(None)
}

/// Puts a copy back in the place of a ledger, after verifying it. A ledger that stands there is kept
/// beside it, under a name that ends in `.before-restore`. That it was put back is a record of its own.
///
/// # Errors
///
/// If the copy is not whole, or cannot be put there; then what stood there still does.
pub fn restore(from: &Path, to: &Path, at: Timestamp) -> Result<Head, StoreError> {
    let source = Ledger::open(from)?;
    let head = source.verify(None)?;
    let io = |what| {
        let path = to.to_owned();
        move |source| StoreError::Io { what, path, source }
    };
    let fresh = to.with_extension("db.restoring");
    for ending in ["", "-wal", "-shm"] {
        let _ = fs::remove_file(beside(&fresh, ending));
    }
    owner_only(&fresh).map_err(io("cannot restore"))?;
    copy(&source, &fresh)?;
    let mut restored = Ledger::open(&fresh)?;
    restored.append(at, None, Entry::Restored { from: head.seq }, None)?;
    restored.settle()?;
    let head = restored.verify(None)?;
    drop(restored);
    for ending in ["-wal", "-shm", ""] {
        let old = beside(to, ending);
        if fs::symlink_metadata(&old).is_ok() {
            let kept = free(&beside(to, &format!("{ending}.before-restore")));
            fs::rename(&old, kept).map_err(io("cannot put aside"))?;
        }
    }
    fs::rename(&fresh, to).map_err(io("cannot restore"))?;
    Ok(head)
}

fn copy(ledger: &Ledger, to: &Path) -> Result<(), StoreError> {
    let database = |problem: rusqlite::Error| StoreError::of(&problem, to);
    let mut copy = rusqlite::Connection::open(to).map_err(database)?;
    let backup = rusqlite::backup::Backup::new(ledger.connection(), &mut copy).map_err(database)?;
    backup.run_to_completion(1000, std::time::Duration::from_millis(1), None).map_err(database)
}

fn free(path: &Path) -> std::path::PathBuf {
    let mut free = path.to_owned();
    let mut number = 1_u32;
    while fs::symlink_metadata(&free).is_ok() {
        number += 1;
        free = beside(path, &format!("-{number}"));
    }
    free
}
