//! What keeps the watched folder from being worked off.

use std::path::{Path, PathBuf};

use gatepost::{GateError, RecordsError};
use gatepost_store::StoreError;

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
    /// The ledger is missing although there are drafts that it should know.
    #[error(
        "the ledger {} is missing, and there are drafts in held/ or released/ that it should know: nothing is released. Put a copy back (gatepost ledger restore FILE), or move held/, released/ and .gatepost/work away to begin anew",
        place.display()
    )]
    NoLedger {
        /// Where it should be.
        place: PathBuf,
    },
    /// The ledger cannot be read or written.
    #[error("{0}")]
    Ledger(#[from] StoreError),
    /// A register cannot be read whole.
    #[error("{0}")]
    Records(#[from] RecordsError),
    /// The policy or a word list cannot be read.
    #[error("{0}")]
    Gate(#[from] GateError),
    /// The registers changed while a draft was judged by them.
    #[error("the registers or the policy changed while a draft was judged: it is judged anew")]
    RecordsChanged,
    /// The inbox is another folder than before, or is not there.
    #[error(
        "the inbox {} is not there, or is not the one that it was: nothing is taken until it is back",
        place.display()
    )]
    InboxGone {
        /// Where it should be.
        place: PathBuf,
    },
    /// There is no such draft to decide on, or more than one.
    #[error("{0}")]
    NoSuchDraft(String),
    /// A decision is not allowed.
    #[error("{0}")]
    Refused(String),
}

impl WatchError {
    /// True if nothing can go on: the ledger is not there, or not what was written.
    pub fn is_final(&self) -> bool {
        matches!(
            self,
            Self::NoLedger { .. }
                | Self::Ledger(
                    StoreError::Missing { .. }
                        | StoreError::Damaged { .. }
                        | StoreError::Newer { .. }
                )
        )
    }
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
