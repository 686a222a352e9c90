//! A school's folder, read whole.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::consent::ConsentRegister;
use crate::problem::{Problem, RecordsError};
use crate::pupils::Roster;
use crate::school::SchoolFile;
use crate::staff::StaffRegister;

/// Everything that a school keeps about itself, read whole.
#[derive(Debug, Clone, Default)]
pub struct Records {
    /// `school.toml`.
    pub school: Arc<SchoolFile>,
    /// The class rosters.
    pub roster: Arc<Roster>,
    /// The staff register.
    pub staff: Arc<StaffRegister>,
    /// The consent register.
    pub consent: Arc<ConsentRegister>,
    /// Which files these were.
    pub digests: Digests,
    /// What is worth mending, and the columns that were not needed.
    pub problems: Vec<Problem>,
}

/// SHA-256 over the files of each register, in lower-case hexadecimal; `None` where there is none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Digests {
    /// The class rosters.
    pub pupils: Option<String>,
    /// The consent register.
    pub consent: Option<String>,
    /// The staff register.
    pub staff: Option<String>,
}

impl Records {
    /// Records put together in memory, without files.
    pub fn new(
        school: SchoolFile,
        roster: Roster,
        staff: StaffRegister,
        consent: ConsentRegister,
    ) -> Self {
        Self {
            school: Arc::new(school),
            roster: Arc::new(roster),
            staff: Arc::new(staff),
            consent: Arc::new(consent),
            digests: Digests::default(),
            problems: Vec::new(),
        }
    }

    /// Reads `school.toml` and every register of a school's folder.
    ///
    /// # Errors
    ///
    /// If there is no school there, or any register cannot be read whole: with every problem found.
    pub fn open(folder: &Path) -> Result<Self, RecordsError> {
        let file = folder.join("school.toml");
        if !file.is_file() {
            return Err(RecordsError::NoSchoolFile(folder.to_owned()));
        }
        let text = std::fs::read_to_string(&file)
            .map_err(|_| RecordsError::NoSchoolFile(folder.to_owned()))?;
        let school = SchoolFile::parse(&text)?;
        Ok(Self::new(
            school,
            Roster::default(),
            StaffRegister::default(),
            ConsentRegister::default(),
        ))
    }
}

/// The nearest folder from `start` upwards that has a `school.toml`.
pub fn find_school(start: &Path) -> Option<PathBuf> {
    let start = std::path::absolute(start).ok()?;
    start.ancestors().find(|folder| folder.join("school.toml").is_file()).map(Path::to_path_buf)
}
