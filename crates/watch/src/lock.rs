//! Locks: one run a school, one decision at a time. The system lets go of them, whatever happens to us.

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;

use crate::error::{During, WatchError};

/// Held by whoever works off the inbox.
pub(crate) const WATCH: &str = "lock";

/// Takes a lock of a school, or says that another has it.
pub(crate) fn lock(school: &Path, name: &str) -> Result<File, WatchError> {
    let own = school.join(".gatepost");
    fs::create_dir_all(&own).during("cannot make", &own)?;
    let path = own.join(name);
    let mut lock = fs::OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .open(&path)
        .during("cannot write", &path)?;
    match lock.try_lock() {
        Ok(()) => {
            // For people who look who it is; nothing depends on it.
            let _ = lock.set_len(0).and_then(|()| writeln!(lock, "{}", std::process::id()));
            Ok(lock)
        }
        Err(fs::TryLockError::WouldBlock) => Err(WatchError::Busy),
        Err(fs::TryLockError::Error(problem)) => Err(problem).during("cannot lock", &path),
    }
}
