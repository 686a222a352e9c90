//! Sheets: rows of cells, from whatever kind of file.
//!
//! A text file and a workbook come out alike: rows numbered as a spreadsheet numbers them, and cells
//! that hold a text or a date. What the columns mean is not known here.

mod csv;
mod decode;
mod xlsx;

use std::borrow::Cow;
use std::fmt;

use jiff::civil::Date;

pub(crate) use csv::Csv;
pub(crate) use decode::{Undecodable, decode};
pub(crate) use xlsx::{Unreadable, Workbook, read_workbook};

/// One cell. `Debug` does not show what stands in it.
#[derive(Clone, PartialEq, Default)]
pub(crate) enum Cell<'t> {
    /// Nothing, or blanks alone.
    #[default]
    Empty,
    /// A text without blanks around it; of a number, its digits.
    Text(Cow<'t, str>),
    /// A date cell of a workbook.
    Date(Date),
    /// A formula's error, a duration, a date out of range.
    Broken,
}

/// One row. `Debug` does not show what stands in it.
#[derive(Clone, Default)]
pub(crate) struct Row<'t> {
    /// As a spreadsheet numbers it; the first is 1.
    pub(crate) number: usize,
    /// From the first column on; what is missing at the end is empty.
    pub(crate) cells: Vec<Cell<'t>>,
}

/// The rows of one sheet that are not blank, in order.
#[derive(Clone)]
pub(crate) enum Rows<'t> {
    /// Of a text file, read as one goes.
    Text(Csv<'t>),
    /// Of a workbook's sheet, in memory.
    Sheet(std::slice::Iter<'t, Row<'static>>),
}

/// Why the rows of a text file end before the file does. The row is where the trouble begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Fault {
    /// The row, as a spreadsheet numbers it.
    pub(crate) row: usize,
    /// What is wrong.
    pub(crate) kind: FaultKind,
}

/// What can be wrong with the rows of a text file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FaultKind {
    /// A quotation mark opens a cell and none closes it.
    UnclosedQuote,
    /// Something other than the next cell follows a closing quotation mark.
    AfterQuote,
}

impl<'t> Rows<'t> {
    /// How many rows there may be, blank ones included.
    pub(crate) fn expected(&self) -> usize {
        match self {
            Self::Text(csv) => csv.lines(),
            Self::Sheet(rows) => rows.len(),
        }
    }

    /// Puts the next row that is not blank into `row`; false at the end.
    pub(crate) fn next_into(&mut self, row: &mut Row<'t>) -> Result<bool, Fault> {
        match self {
            Self::Text(csv) => loop {
                if !csv.next_into(row)? {
                    return Ok(false);
                }
                if !row.is_blank() {
                    return Ok(true);
                }
            },
            Self::Sheet(rows) => {
                let Some(next) = rows.next() else { return Ok(false) };
                row.number = next.number;
                row.cells.clear();
                row.cells.extend(next.cells.iter().map(Cell::borrowed));
                Ok(true)
            }
        }
    }
}

impl<'t> Row<'t> {
    /// The cell of a column, counted from 0.
    pub(crate) fn cell(&self, column: usize) -> &Cell<'t> {
        self.cells.get(column).unwrap_or(&Cell::Empty)
    }

    pub(crate) fn is_blank(&self) -> bool {
        self.cells.iter().all(Cell::is_empty)
    }
}

impl<'t> Cell<'t> {
    /// A cell of a text file.
    pub(crate) fn of(text: Cow<'t, str>) -> Self {
        let text = match text {
            Cow::Borrowed(text) => Cow::Borrowed(bare(text)),
            Cow::Owned(text) => {
                let trimmed = bare(&text);
                if trimmed.len() == text.len() {
                    Cow::Owned(text)
                } else {
                    Cow::Owned(trimmed.into())
                }
            }
        };
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }

    pub(crate) fn is_empty(&self) -> bool {
        matches!(self, Self::Empty)
    }

    fn borrowed(&self) -> Cell<'_> {
        match self {
            Self::Empty => Cell::Empty,
            Self::Text(text) => Cell::Text(Cow::Borrowed(text)),
            Self::Date(date) => Cell::Date(*date),
            Self::Broken => Cell::Broken,
        }
    }
}

/// A cell's text without blanks around it, and without the `="..."` by which exports keep a
/// spreadsheet from taking the zeros off a number.
fn bare(text: &str) -> &str {
    let text = text.trim();
    let kept = text.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"'));
    kept.map_or(text, str::trim)
}

impl fmt::Debug for Cell<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "Empty",
            Self::Text(_) => "Text(···)",
            Self::Date(_) => "Date(···)",
            Self::Broken => "Broken",
        })
    }
}

impl fmt::Debug for Row<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Row({}, {} cells)", self.number, self.cells.len())
    }
}
