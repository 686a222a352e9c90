//! What is wrong with the registers, said for the person who keeps them.
//!
//! A problem names a file, a row and a column, says what is wrong there and what to do about it. It
//! never repeats what stands in a cell: that may be somebody's name.

use std::fmt;
use std::path::PathBuf;

/// Something about a register that the person who keeps it should know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// How grave it is.
    pub kind: ProblemKind,
    /// The file, relative to the school folder, with `/` between folders.
    pub file: String,
    /// The row as a spreadsheet numbers it, the first being 1 (in `school.toml`: the line).
    pub row: Option<usize>,
    /// The heading of the column, as the file writes it.
    pub column: Option<String>,
    /// What is wrong and what to do about it.
    pub message: String,
}

/// How grave a [`Problem`] is. `Ignored < Warning < Stop`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ProblemKind {
    /// A column or sheet that was not needed and not read.
    Ignored,
    /// Worth mending; the registers were read all the same.
    Warning,
    /// The registers cannot be relied on, and no draft is released until it is mended.
    Stop,
}

/// Why a school could not be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RecordsError {
    /// The folder has no `school.toml`.
    #[error(
        "There is no school.toml in {}. Name the school's folder, or make one with `gatepost init`.",
        .0.display()
    )]
    NoSchoolFile(PathBuf),
    /// At least one of these stops; gravest first.
    #[error("{}", Listed(.0))]
    Registers(Vec<Problem>),
}

impl RecordsError {
    /// Everything that was found, gravest first; none where there is no school at all.
    pub fn problems(&self) -> &[Problem] {
        match self {
            Self::NoSchoolFile(_) => &[],
            Self::Registers(problems) => problems,
        }
    }
}

/// The problems that stop, one a line.
struct Listed<'p>(&'p [Problem]);

impl fmt::Display for Listed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let stops = self.0.iter().filter(|problem| problem.kind == ProblemKind::Stop);
        for (index, problem) in stops.enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            problem.fmt(f)?;
        }
        Ok(())
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(row) = self.row {
            let unit = if self.file.ends_with(".toml") { "line" } else { "row" };
            write!(f, ", {unit} {row}")?;
        }
        if let Some(column) = &self.column {
            write!(f, ", column \"{column}\"")?;
        }
        write!(f, ": {}", self.message)
    }
}
