//! Why archives could not be scanned.

use std::path::PathBuf;

/// Why an archive could not be scanned, or its report not be written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ArchiveError {
    /// It cannot be opened.
    #[error("{} cannot be opened: {reason}", path.display())]
    Unreadable {
        /// Its path.
        path: PathBuf,
        /// What the system says.
        reason: String,
    },
    /// It is damaged, or cut off.
    #[error(
        "{} is damaged or was cut off: {reason}. {read} of its files were read; copy or download it again",
        path.display()
    )]
    Broken {
        /// Its path.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
        /// How many of its members were read.
        read: usize,
    },
    /// Nothing in it is known.
    #[error(
        "{}: no posts were found in it. Give a folder of drafts, a file of JSON lines, or an export of X, \
         Facebook, Instagram, Mastodon, WordPress, YouTube, Hootsuite or Buffer in its data format \
         (JSON, not HTML)",
        path.display()
    )]
    Unknown {
        /// Its path.
        path: PathBuf,
    },
    /// The counts of an archive do not add up: something was dropped.
    #[error("{}: {what} do not add up, so that the report cannot be relied on", path.display())]
    Sums {
        /// Its path.
        path: PathBuf,
        /// Which.
        what: &'static str,
    },
    /// The report cannot be written, or an earlier one not be read.
    #[error("{}: {reason}", path.display())]
    Report {
        /// The file or folder.
        path: PathBuf,
        /// What went wrong, and what to do.
        reason: String,
    },
    /// Lines cannot be handed on.
    #[error("the verdicts cannot be written")]
    Output(#[source] std::io::Error),
    /// The gate cannot judge.
    #[error(transparent)]
    Gate(#[from] gatepost::GateError),
}
