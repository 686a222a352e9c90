//! What keeps the watched folder from being worked off.

use std::path::{Path, PathBuf};

/// Why a run could not begin or go on.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum WatchError {
    /// Another run has the school.
    #[error("another gatepost is working on this school; let it finish, or stop it first")]
    Busy,
    /// The file system refused.
    #[error("{what} {}: {source}", place.display())]
    Io {
        /// What was tried, `cannot list`.
        what: &'static str,
        /// Which of the school's own folders; never one of a draft.
        place: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The note of what was under way is damaged.
    #[error(
        "the note in {} cannot be read: a draft may have been under way; see whether it lies in released/ or held/, move what is left back into the inbox, and remove that folder",
        place.display()
    )]
    Journal {
        /// The folder in `.gatepost/`.
        place: PathBuf,
    },
}

/// Adds to an I/O error what was tried and where.
pub(crate) trait During<T> {
    fn during(self, what: &'static str, place: &Path) -> Result<T, WatchError>;
}

impl<T> During<T> for std::io::Result<T> {
    fn during(self, what: &'static str, place: &Path) -> Result<T, WatchError> {
        self.map_err(|source| WatchError::Io { what, place: place.to_owned(), source })
    }
}
