//! Why no clean copy was made.
//!
//! Every kind says what is the matter in words for the author of the draft, and holds nothing that
//! stood in the file.

use gatepost_model::Rule;

use crate::format::Format;
use crate::rules;

/// No clean copy was made: the draft is held.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CleanError {
    /// A format that cannot be cleaned yet, or at all.
    #[error("it is {}, which cannot be cleaned; send it as JPEG or PNG", .0.with_article())]
    Unsupported(Format),
    /// A format that can be cleaned, in a kind that cannot; the text says which kind.
    #[error("it is {} {}, which cannot be cleaned; save it anew as a plain file", .0.with_article(), .1)]
    UnsupportedKind(Format, &'static str),
    /// The file could not be read to its end: the disk or the network failed.
    #[error("it could not be read to its end")]
    Unread,
    /// The end of the file is missing, as after a broken transfer.
    #[error("the file is cut off: its end is missing")]
    CutOff,
    /// It is not built as its format asks; the text says what is wrong.
    #[error("the file is damaged or unusual: {0}")]
    Malformed(&'static str),
    /// Its colour profile is damaged, and without it the colours would change.
    #[error("its colour profile is damaged: {0}")]
    Profile(&'static str),
    /// It is past a limit; the text says which.
    #[error("it is too large to be looked at: {0}")]
    TooLarge(&'static str),
    /// A copy was made, read again and found wanting; it was thrown away.
    #[error("the cleaned copy could not be proven clean: {0}")]
    Unverified(&'static str),
    /// It is built well, but no picture comes out of it.
    #[error("no picture could be read from it")]
    Undecodable,
}

impl CleanError {
    /// The rule under which it holds a draft.
    pub fn rule(&self) -> &'static Rule {
        match self {
            Self::Unsupported(_) | Self::UnsupportedKind(..) => &rules::UNSUPPORTED_FORMAT,
            Self::TooLarge(_) => &rules::TOO_LARGE,
            Self::CutOff
            | Self::Unread
            | Self::Malformed(_)
            | Self::Profile(_)
            | Self::Unverified(_)
            | Self::Undecodable => &rules::UNDECODABLE,
        }
    }
}
