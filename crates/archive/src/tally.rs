//! What became of everything in an archive, in counts that add up.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::formats::Format;
use crate::post::Visibility;

/// How many were met, and what became of them: `total` = `read` + `skipped` + `failed`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// How many there are.
    pub total: u64,
    /// How many were read.
    pub read: u64,
    /// How many were left out, by reason.
    pub skipped: BTreeMap<String, u64>,
    /// How many could not be read, by reason.
    pub failed: BTreeMap<String, u64>,
}

impl Counts {
    /// True if nothing is missing.
    pub fn add_up(&self) -> bool {
        let sum = |counts: &BTreeMap<String, u64>| counts.values().sum::<u64>();
        self.total == self.read + sum(&self.skipped) + sum(&self.failed)
    }

    pub(crate) fn read(&mut self, count: u64) {
        self.total += count;
        self.read += count;
    }

    pub(crate) fn skip(&mut self, reason: &str) {
        self.total += 1;
        *self.skipped.entry(reason.to_owned()).or_default() += 1;
    }

    pub(crate) fn fail(&mut self, reason: &str) {
        self.total += 1;
        *self.failed.entry(reason.to_owned()).or_default() += 1;
    }
}

/// The media of an archive.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MediaCounts {
    /// How many posts name.
    pub named: u64,
    /// How many of those are not in the archive.
    pub missing: u64,
    /// How many lie in it that no post names.
    pub orphaned: u64,
}

/// What became of an archive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArchiveSummary {
    /// The path that was given.
    pub path: String,
    /// What it is.
    pub format: Format,
    /// Its posts.
    pub posts: Counts,
    /// Its files.
    pub files: Counts,
    /// Its posts by who can see them.
    pub by_visibility: BTreeMap<Visibility, u64>,
    /// Its media.
    pub media: MediaCounts,
    /// Keys in its data that nobody here knows, and how often each was met.
    pub unknown_keys: BTreeMap<String, u64>,
}

impl ArchiveSummary {
    pub(crate) fn new(path: String, format: Format) -> Self {
        Self {
            path,
            format,
            posts: Counts::default(),
            files: Counts::default(),
            by_visibility: BTreeMap::new(),
            media: MediaCounts::default(),
            unknown_keys: BTreeMap::new(),
        }
    }
}
