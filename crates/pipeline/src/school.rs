//! A school folder, opened.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use gatepost_records::{Records, RecordsError};
use gatepost_text::SchoolWords;

use crate::exceptions::{self, Granted};
use crate::words::read_words;

/// A school: its folder, all its registers, and its own words, read whole.
#[derive(Debug, Clone)]
pub struct School {
    folder: PathBuf,
    records: Arc<Records>,
    words: Arc<SchoolWords>,
    exceptions: Arc<Vec<Granted>>,
}

impl School {
    /// Reads `school.toml`, every register, every `words/*.txt` and `exceptions.toml` in `folder`.
    ///
    /// # Errors
    ///
    /// If any of them cannot be read whole; the error names every problem with file, row and column.
    pub fn open(folder: impl AsRef<Path>) -> Result<Self, RecordsError> {
        let folder = folder.as_ref().to_owned();
        let records = Arc::new(Records::open(&folder)?);
        let words = read_words(&folder, &records.school).map_err(RecordsError::Registers)?;
        let exceptions = exceptions::read(&folder, &records).map_err(RecordsError::Registers)?;
        Ok(Self { folder, records, words: Arc::new(words), exceptions: Arc::new(exceptions) })
    }

    /// The folder that it was opened from.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The exceptions that were granted.
    pub fn exceptions(&self) -> &Arc<Vec<Granted>> {
        &self.exceptions
    }

    /// Its own words.
    pub(crate) fn words(&self) -> &SchoolWords {
        &self.words
    }

    /// Its registers.
    pub fn records(&self) -> &Arc<Records> {
        &self.records
    }
}
