//! A line of the report.

use gatepost_model::Verdict;
use serde::{Deserialize, Serialize};

use crate::post::Origin;

/// A verdict, and the place in the archive that it is about.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Record {
    #[serde(flatten)]
    pub(super) verdict: Verdict,
    #[serde(flatten)]
    pub(super) origin: Origin,
}

impl Record {
    /// As a line, with its end.
    pub(super) fn line(&self) -> Vec<u8> {
        let mut line = serde_json::to_vec(self)
            .expect("texts, numbers and lists are written to memory without fail");
        line.push(b'\n');
        line
    }
}
