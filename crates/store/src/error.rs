//! What can go wrong with a ledger, kept apart: it is not there, it is damaged, it is busy, or a step is
//! refused.

use std::path::PathBuf;

/// Why the ledger could not be read or written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// There is no ledger.
    #[error("the ledger {} is missing", path.display())]
    Missing {
        /// Where it should be.
        path: PathBuf,
    },
    /// It is there, and is not what was written.
    #[error("the ledger {} is damaged: {what}", path.display())]
    Damaged {
        /// Which file.
        path: PathBuf,
        /// How that shows.
        what: String,
    },
    /// A newer gatepost wrote it.
    #[error("the ledger {} was written by a newer gatepost (form {found}; this one reads up to {known})", path.display())]
    Newer {
        /// Which file.
        path: PathBuf,
        /// Its form.
        found: i64,
        /// The newest form that is known here.
        known: i64,
    },
    /// Another program has it locked and does not let go.
    #[error("the ledger is in use by another program and was not let go in time")]
    Busy,
    /// The disk is full, or cannot be written to.
    #[error("the ledger cannot be written: {0}")]
    Unwritable(String),
    /// The step is not allowed.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// Anything else that the database says.
    #[error("the ledger cannot be used: {0}")]
    Database(String),
    /// A file beside it could not be read or written.
    #[error("{what} {}: {source}", path.display())]
    Io {
        /// What was tried.
        what: &'static str,
        /// Which file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
}

/// Why a step in the life of a draft is not allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Refusal {
    /// There is no such draft.
    #[error("the ledger knows no such draft")]
    Unknown,
    /// Not from where the draft stands now.
    #[error("that cannot be done with this draft as it stands now")]
    OutOfTurn,
    /// The draft's files are not those that were judged.
    #[error("its files have changed since it was judged: look at it again")]
    BytesChanged,
    /// The verdict is not the one that was looked at.
    #[error("its verdict has changed since: look at it again")]
    VerdictChanged,
    /// Whoever wrote a draft does not approve it.
    #[error("whoever wrote a draft cannot decide on it: ask somebody else")]
    OwnDraft,
    /// The same person a second time.
    #[error("this person has approved it already: a second approval must be another's")]
    Twice,
    /// Not one of the roles that the policy asks for.
    #[error("this person fills none of the roles that the policy asks for here")]
    WrongRole,
    /// Somebody else is deciding on it at the moment.
    #[error("somebody else has claimed it: wait until that ends, or ask them")]
    Claimed,
    /// Approvals are missing.
    #[error("not everyone whose approval the policy asks for has given it")]
    NotApproved,
    /// The same bytes were released to this account before.
    #[error("the same draft was released to this account before")]
    Duplicate,
    /// No such token.
    #[error("this token is not known")]
    UnknownToken,
    /// The token was used, or its release was withdrawn.
    #[error("this token has been used, or its release was withdrawn")]
    Spent,
    /// The token is another account's, or another draft's.
    #[error("what is to be posted is not what was released for this account")]
    OtherBytes,
    /// Before the time of its release.
    #[error("it may not be posted yet")]
    TooEarly,
    /// After it.
    #[error("the time in which it might be posted is over")]
    Expired,
}

/// What is wrong with a chain of records.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("record {seq}: {kind}")]
pub struct Fault {
    /// The number of the record at which it shows.
    pub seq: u64,
    /// What.
    pub kind: FaultKind,
}

/// The kinds of [`Fault`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FaultKind {
    /// It is not what was written.
    #[error("it was changed, or one before it was")]
    Changed,
    /// One or more are missing before it, or stand in another order.
    #[error("records before it are missing, or the order was changed")]
    Gap,
    /// Records after it are missing.
    #[error("records after it are missing")]
    Truncated,
    /// It cannot be read.
    #[error("it cannot be read")]
    Unreadable,
    /// It says something that was never allowed.
    #[error("it says something that could not have happened")]
    Impossible,
    /// What the ledger makes of its records is not what they say.
    #[error("the state that is kept of its draft is not what the records say")]
    State,
    /// What stands beside it is not what it vouches for.
    #[error("the evidence beside it was changed")]
    Evidence,
}

impl StoreError {
    pub(crate) fn of(problem: &rusqlite::Error, path: &std::path::Path) -> Self {
        use rusqlite::ErrorCode as Code;
        match problem.sqlite_error_code() {
            Some(Code::DatabaseBusy | Code::DatabaseLocked) => Self::Busy,
            Some(Code::DatabaseCorrupt | Code::NotADatabase) => {
                Self::Damaged { path: path.to_owned(), what: "it is not a whole database".into() }
            }
            Some(Code::DiskFull) => Self::Unwritable("the disk is full".into()),
            Some(Code::ReadOnly) => Self::Unwritable("it may only be read".into()),
            Some(Code::PermissionDenied) => Self::Unwritable("permission denied".into()),
            Some(Code::SystemIoFailure) => Self::Unwritable("the disk refuses".into()),
            Some(Code::CannotOpen) => Self::Database("it cannot be opened".into()),
            _ => Self::Database(problem.to_string()),
        }
    }
}
