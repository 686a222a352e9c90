//! One row of a register's table, field by field.
//!
//! A cell that cannot be understood is told with its row and heading, and with what is accepted there;
//! what stands in it is not repeated.

use jiff::civil::Date;

use crate::cells::{self, Misread};
use crate::problem::Problems;
use crate::sheet::Row;
use crate::table::Table;

/// Reads the fields of one row, and says where a cell cannot be understood.
pub(crate) struct Reader<'r, 't> {
    /// The table.
    pub(crate) table: &'r Table<'t>,
    /// The row.
    pub(crate) row: &'r Row<'t>,
    /// Where problems go.
    pub(crate) problems: &'r mut Problems,
}

impl<'r> Reader<'r, '_> {
    /// A text; `None` if the cell is empty or cannot be understood.
    pub(crate) fn text(&mut self, field: usize) -> Option<&'r str> {
        let column = self.table.located.column(field)?;
        let read = cells::text(self.row.cell(column));
        self.kept(read, column, "a text")
    }

    /// A date.
    pub(crate) fn date(&mut self, field: usize) -> Option<Date> {
        self.date_in(self.table.located.column(field)?)
    }

    /// A date, by column.
    pub(crate) fn date_in(&mut self, column: usize) -> Option<Date> {
        let read = cells::date(self.row.cell(column));
        self.kept(read, column, cells::DATES)
    }

    /// Yes or no.
    pub(crate) fn yes(&mut self, field: usize) -> Option<bool> {
        let column = self.table.located.column(field)?;
        let read = cells::yes(self.row.cell(column));
        self.kept(read, column, cells::ANSWERS)
    }

    /// Says that the cell of a field is not as it should be.
    pub(crate) fn stop(&mut self, field: usize, message: impl Into<String>) {
        let column = self.table.located.column(field).unwrap_or(0);
        self.problems.push(self.table.at(self.row, column, message));
    }

    /// What was read, or a problem that says what is accepted.
    pub(crate) fn kept<T>(
        &mut self,
        read: Result<Option<T>, Misread>,
        column: usize,
        accepted: &str,
    ) -> Option<T> {
        let message = match read {
            Ok(value) => return value,
            Err(Misread::DateForText) => "A date stands here where a text belongs: the spreadsheet may have \
                                          turned it into one. Format the cell as text and type it again."
                .to_owned(),
            Err(Misread::Sprawling) => "This cell runs over several lines or is far too long. A quotation \
                                        mark that is not closed can do that: mend the row, or export the \
                                        file again."
                .to_owned(),
            Err(Misread::Broken) => format!(
                "This cell holds a formula's error or a date that does not exist. Type {accepted}."
            ),
            Err(Misread::Other) => {
                format!("This cell cannot be understood. What is accepted: {accepted}.")
            }
        };
        self.problems.push(self.table.at(self.row, column, message));
        None
    }
}
