//! What can keep a gate from being built or from answering.

use std::path::PathBuf;

/// Why there is no gate, or no verdict.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum GateError {
    /// The policy pack cannot be used.
    #[error(transparent)]
    Policy(#[from] gatepost_policy::PolicyError),
    /// The policy pack's file cannot be read.
    #[error(
        "school.toml: the policy \"{name}\" is neither a built-in pack ({known}) nor a file that can be read"
    )]
    PolicyFile {
        /// What `school.toml` says.
        name: String,
        /// The built-in packs.
        known: String,
    },
    /// An exception was granted by somebody who may not by the policy.
    #[error(transparent)]
    Exceptions(gatepost_records::RecordsError),
    /// The words to look for cannot be used.
    #[error(transparent)]
    Words(#[from] gatepost_text::TextError),
    /// A clean copy could not be written.
    #[error("a clean copy cannot be written to {}: {source}", folder.display())]
    Stage {
        /// The folder.
        folder: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// Gatepost failed on this draft.
    #[error("Gatepost itself failed on this draft, so nobody has checked it.")]
    Failed,
}

impl GateError {
    /// What to tell the author of a draft for which there is no verdict: no path, and nothing that only
    /// whoever looks after the program can use.
    pub(crate) fn for_authors(&self) -> &'static str {
        match self {
            Self::Stage { .. } => {
                "Its clean copies could not be written, so nothing of it is released."
            }
            _ => "Gatepost itself failed on this draft, so nobody has checked it.",
        }
    }
}
