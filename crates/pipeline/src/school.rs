//! A school folder, opened.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use gatepost_records::{Records, RecordsError};

/// A school: its folder, and all its registers, read whole.
#[derive(Debug, Clone)]
pub struct School {
    folder: PathBuf,
    records: Arc<Records>,
}

impl School {
    /// Reads `school.toml` and every register in `folder`.
    ///
    /// # Errors
    ///
    /// If any of them cannot be read whole; the error names every problem with file, row and column.
    pub fn open(folder: impl AsRef<Path>) -> Result<Self, RecordsError> {
        let folder = folder.as_ref().to_owned();
        let records = Arc::new(Records::open(&folder)?);
        Ok(Self { folder, records })
    }

    /// The folder that it was opened from.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Its registers.
    pub fn records(&self) -> &Arc<Records> {
        &self.records
    }
}
