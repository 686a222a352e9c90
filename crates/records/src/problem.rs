//! What is wrong with the registers, said for the person who keeps them.
//!
//! A problem names a file, a row and a column, says what is wrong there and what to do about it. It
//! never repeats what stands in a cell: that may be somebody's name.

use std::collections::BTreeMap;
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

impl Problem {
    pub(crate) fn new(kind: ProblemKind, file: &str, message: impl Into<String>) -> Self {
        Self { kind, file: file.to_owned(), row: None, column: None, message: message.into() }
    }

    pub(crate) fn stop(file: &str, message: impl Into<String>) -> Self {
        Self::new(ProblemKind::Stop, file, message)
    }

    pub(crate) fn warning(file: &str, message: impl Into<String>) -> Self {
        Self::new(ProblemKind::Warning, file, message)
    }

    pub(crate) fn row(mut self, row: usize) -> Self {
        self.row = Some(row);
        self
    }

    pub(crate) fn column(mut self, heading: &str) -> Self {
        self.column = Some(shown_heading(heading));
        self
    }
}

/// Problems as they are found. A file that is wrong in every row is told of its first rows and of how
/// many more there are.
#[derive(Debug, Default)]
pub(crate) struct Problems {
    found: Vec<Problem>,
    by_file: BTreeMap<(ProblemKind, String), usize>,
    stops: usize,
}

/// How many problems of one kind are told of one file.
const TOLD: usize = 100;

impl Problems {
    pub(crate) fn push(&mut self, problem: Problem) {
        if problem.kind == ProblemKind::Stop {
            self.stops += 1;
        }
        let key = (problem.kind, problem.file.clone());
        let told = self.by_file.entry(key).or_default();
        *told += 1;
        if *told <= TOLD {
            self.found.push(problem);
        }
    }

    /// How many problems stop, those that are not told included.
    pub(crate) fn stops(&self) -> usize {
        self.stops
    }

    /// True if a problem of a file of this register stops.
    pub(crate) fn stops_in(&self, register: &str) -> bool {
        self.by_file.keys().any(|(kind, file)| {
            *kind == ProblemKind::Stop && file.to_lowercase().starts_with(register)
        })
    }

    /// All of them, gravest first and otherwise in the order in which they were found; as the error
    /// where any stops.
    pub(crate) fn finish(mut self) -> Result<Vec<Problem>, RecordsError> {
        let stops = self.stops() > 0;
        for ((kind, file), count) in &self.by_file {
            if let Some(more) = count.checked_sub(TOLD).filter(|&more| more > 0) {
                let message = format!("{more} more problems of this file are not listed here.");
                self.found.push(Problem::new(*kind, file, message));
            }
        }
        self.found.sort_by_key(|problem| std::cmp::Reverse(problem.kind));
        if stops { Err(RecordsError::Registers(self.found)) } else { Ok(self.found) }
    }
}

/// A heading on one line and of a length to be read.
pub(crate) fn shown_heading(heading: &str) -> String {
    let mut shown: String = heading.split_whitespace().collect::<Vec<_>>().join(" ");
    shown.retain(|letter| !letter.is_control());
    if shown.chars().count() > 60 {
        shown = shown.chars().take(59).chain(['…']).collect();
    }
    shown
}

/// `row 14`, `rows 14 and 20`, `rows 14, 20, 31 and 15 more`.
pub(crate) fn shown_rows(rows: &[usize]) -> String {
    match rows {
        [] => "no row".into(),
        [one] => format!("row {one}"),
        [first, last] => format!("rows {first} and {last}"),
        [first, second, third] => format!("rows {first}, {second} and {third}"),
        [first, second, third, rest @ ..] => {
            format!("rows {first}, {second}, {third} and {} more", rest.len())
        }
    }
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
            let unit = if self.file == "school.toml" { "line" } else { "row" };
            write!(f, ", {unit} {row}")?;
        }
        if let Some(column) = &self.column {
            write!(f, ", column \"{column}\"")?;
        }
        write!(f, ": {}", self.message)
    }
}
