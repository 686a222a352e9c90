//! A school's folder, read whole.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::consent::ConsentRegister;
use crate::files::{self, RegisterFile, Shape};
use crate::problem::{Problem, Problems, RecordsError};
use crate::pupils::Roster;
use crate::readers::school::Reference;
use crate::readers::{consent, pupils, school, staff};
use crate::school::SchoolFile;
use crate::seen::Seen;
use crate::sheet::decode;
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
        let file = folder.join(school::FILE);
        if !file.is_file() {
            return Err(RecordsError::NoSchoolFile(folder.to_owned()));
        }
        let school::School { file: school, references, mut problems } = match read_text(&file) {
            Ok(text) => school::read(&text),
            Err(problem) => return Err(RecordsError::Registers(vec![problem])),
        };

        let pupil_files = files::find(folder, "pupils", Shape::FileOrFolder, &mut problems);
        let staff_files = files::find(folder, "staff", Shape::File, &mut problems);
        let consent_files = files::find(folder, "consent", Shape::File, &mut problems);
        missing(
            &pupil_files,
            "pupils",
            "Without it no pupil can be recognised, and nothing is released.",
            &mut problems,
        );
        missing(
            &staff_files,
            "staff",
            "Without it nobody can be known to be allowed to post.",
            &mut problems,
        );

        let mut pupils = pupils::read(&pupil_files, school.limits.pupils, &mut problems);
        let staff =
            staff_files.first().map(|file| staff::read(file, &mut problems)).unwrap_or_default();
        let mut consent = match consent_files.first() {
            Some(file) => consent::read(file, &school, &mut pupils, &mut problems),
            None if problems.stops() == 0 => {
                let message = "There is no consent register (consent.csv or consent.xlsx). No record means no \
                               consent: no post that pictures a pupil is released.";
                problems.push(Problem::warning("consent", message));
                ConsentRegister::default()
            }
            None => ConsentRegister::default(),
        };
        match Seen::read(folder) {
            Ok(seen) => consent.remember(seen),
            Err(_) => problems.push(Problem::warning(
                "consent",
                "What is remembered of earlier versions of the register (.gatepost/consent-seen) cannot be \
                 read, so an answer that is gone from it cannot be noticed. Ask for leave to read it.",
            )),
        }
        if !staff.staff().is_empty() {
            look_up(&references, &staff, &mut problems);
        }
        let digests = Digests {
            pupils: files::digest(&pupil_files),
            consent: files::digest(&consent_files),
            staff: files::digest(&staff_files),
        };
        let problems = problems.finish()?;
        Ok(Self { digests, problems, ..Self::new(school, pupils.roster, staff, consent) })
    }
}

fn read_text(file: &Path) -> Result<String, Problem> {
    const MOST: u64 = 16 << 20;
    let mut bytes = Vec::new();
    let whole = File::open(file).and_then(|file| file.take(MOST + 1).read_to_end(&mut bytes));
    let message = match (whole, decode(&bytes)) {
        (Ok(length), Ok(text)) if length as u64 <= MOST => return Ok(text.into_owned()),
        (Err(error), _) => format!("This file cannot be read ({}).", error.kind()),
        _ => "This file is not a text, or far too long for what it is.".to_owned(),
    };
    Err(Problem::stop(school::FILE, message))
}

/// Says that a register is missing, unless it is there and cannot be read, which has been said.
fn missing(files: &[RegisterFile], register: &str, why: &str, problems: &mut Problems) {
    if files.is_empty() && !problems.stops_in(register) {
        let files = if register == "pupils" {
            "no pupils.csv, no pupils.xlsx and no folder \"pupils\" of such files".to_owned()
        } else {
            format!("no {register}.csv and no {register}.xlsx")
        };
        let message = format!("There is {files} in the school's folder. {why}");
        problems.push(Problem::stop(register, message));
    }
}

/// Warns of staff ids in school.toml that are on no register. Such a person can do nothing, so that the
/// rest of the school need not wait for the line to be mended.
fn look_up(references: &[Reference], staff: &StaffRegister, problems: &mut Problems) {
    for reference in references.iter().filter(|reference| staff.get(&reference.id).is_none()) {
        let message = format!(
            "The staff id given for {} is not on the staff register. Correct it, or add the person.",
            reference.given_for
        );
        problems.push(Problem::warning(school::FILE, message).row(reference.line));
    }
}

/// The nearest folder from `start` upwards that has a `school.toml`.
pub fn find_school(start: &Path) -> Option<PathBuf> {
    let start = std::path::absolute(start).ok()?;
    start.ancestors().find(|folder| folder.join("school.toml").is_file()).map(Path::to_path_buf)
}
