//! A register's table within a file: its row of headings found, its columns known.
//!
//! Exports put titles above the headings, workbooks have several sheets, and a text file may be parted
//! by commas, semicolons or tabs. The headings decide: the row, the sheet and the delimiter are those
//! with which most of the register's fields are recognised.

use std::borrow::Cow;

use crate::columns::{Field, Located, letter, plain};
use crate::files::{Format, RegisterFile};
use crate::problem::{Problem, ProblemKind, Problems, shown_rows};
use crate::sheet::{self, Cell, Csv, Fault, FaultKind, Row, Rows, Workbook};

/// Rows in which the headings are looked for.
const HEADING_ROWS: usize = 15;
/// Fields that a row must have to be one of headings, unless the first, the key, is among them: with
/// fewer it may be anybody's data.
const LEAST_FIELDS: usize = 2;

/// What a register file holds, before its table is found.
pub(crate) enum Content<'f> {
    /// Text.
    Text(Cow<'f, str>),
    /// Sheets.
    Workbook(Workbook),
}

/// A register's table, read row by row.
pub(crate) struct Table<'t> {
    /// The file, as problems name it.
    pub(crate) file: String,
    /// The row of the headings.
    pub(crate) heading_row: usize,
    /// The headings, as the file writes them.
    pub(crate) headings: Vec<String>,
    /// Where the fields stand.
    pub(crate) located: Located,
    fields: &'static [Field],
    rows: Rows<'t>,
    known: Vec<usize>,
    /// Rows with something in a column that has no heading.
    unheaded: Vec<usize>,
    /// The most cells of any row.
    widest: usize,
}

/// What a file holds; `None` where a problem stops.
pub(crate) fn content<'f>(file: &'f RegisterFile, problems: &mut Problems) -> Option<Content<'f>> {
    let trouble = match file.format {
        Format::Text => match sheet::decode(&file.bytes) {
            Ok(text) => return Some(Content::Text(text)),
            Err(sheet::Undecodable::Malformed(encoding)) => format!(
                "This file is marked as {encoding}, and part of it is not. It may have been cut off: \
                 export it again."
            ),
            Err(sheet::Undecodable::NotText) => "This is not a text file, whatever its name says. Export \
                                                 it again as CSV or as an Excel workbook."
                .to_owned(),
        },
        Format::Workbook => match sheet::read_workbook(&file.bytes) {
            Ok(workbook) => return Some(Content::Workbook(workbook)),
            Err(sheet::Unreadable::Damaged) => "This Excel workbook cannot be read. It may be damaged, \
                                                protected by a password, or of another kind: open it, \
                                                save it as .xlsx without a password, and try again."
                .to_owned(),
            Err(sheet::Unreadable::TooLarge) => {
                "This Excel workbook is larger than any register. Check that it is the right one, or \
                 export it as CSV."
                    .to_owned()
            }
        },
    };
    problems.push(Problem::stop(&file.shown, trouble));
    None
}

impl<'t> Table<'t> {
    /// Finds the table of a register with these fields, and with columns of these further (plain)
    /// headings, in a file; `None` where a problem stops.
    pub(crate) fn find(
        file: &str,
        content: &'t Content<'_>,
        fields: &'static [Field],
        further: &[String],
        problems: &mut Problems,
    ) -> Option<Self> {
        let candidates = match content {
            Content::Text(text) => {
                let (declared, text) = Csv::declared_delimiter(text);
                let delimiters =
                    declared.map_or(vec![b',', b';', b'\t'], |delimiter| vec![delimiter]);
                let rows =
                    delimiters.into_iter().map(|delimiter| Rows::Text(Csv::new(text, delimiter)));
                let headed = rows.map(|rows| (1, Headed::look(rows, fields, further)));
                // Of equals the last wins in `max_by_key`: so the comma comes last.
                headed.rev().max_by_key(|(_, headed)| headed.count).into_iter().collect()
            }
            Content::Workbook(workbook) => workbook
                .sheets
                .iter()
                .map(|(place, rows)| {
                    (*place, Headed::look(Rows::Sheet(rows.iter()), fields, further))
                })
                .collect::<Vec<_>>(),
        };
        let (headed, others): (Vec<_>, Vec<_>) =
            candidates.into_iter().partition(|(_, headed)| headed.is_found());
        if headed.len() > 1 {
            let places: Vec<String> = headed.iter().map(|(place, _)| place.to_string()).collect();
            let message = format!(
                "Sheets {} of this workbook all look like the register, and only one can be. Keep the one \
                 that counts and move the others to a file of their own.",
                places.join(" and ")
            );
            problems.push(Problem::stop(file, message));
            return None;
        }
        let Some((_, headed)) = headed.into_iter().next() else {
            problems.push(no_headings(
                file,
                fields,
                others.into_iter().find_map(|(_, other)| other.fault),
            ));
            return None;
        };
        for (place, _) in others {
            let message = format!("Sheet {place} of this workbook was not read.");
            problems.push(Problem::new(ProblemKind::Ignored, file, message));
        }
        Some(headed.into_table(file, fields, problems))
    }

    /// The column of a field, if the table has one.
    pub(crate) fn has(&self, field: usize) -> bool {
        self.located.column(field).is_some()
    }

    /// How many rows there may be, blank ones and those before the headings included.
    pub(crate) fn expected_rows(&self) -> usize {
        self.rows.expected()
    }

    /// Asks for a field's column, and says so if it is missing.
    pub(crate) fn require(&self, field: usize, problems: &mut Problems) {
        if let (None, Some(field)) = (self.located.column(field), self.fields.get(field)) {
            let message = format!(
                "There is no such column, and the register cannot be read without it. Add it to the \
                 export; it may be headed {}.",
                listed(field.names)
            );
            let problem = Problem::stop(&self.file, message);
            problems.push(problem.row(self.heading_row).column(field.label));
        }
    }

    /// Puts the next row into `row`; false at the end, and where a problem stops.
    pub(crate) fn next_into(&mut self, row: &mut Row<'t>, problems: &mut Problems) -> bool {
        match self.rows.next_into(row) {
            Ok(true) => {
                self.look_outside(row, problems);
                true
            }
            Ok(false) => {
                self.look_back(problems);
                false
            }
            Err(fault) => {
                problems.push(fault_problem(&self.file, fault));
                false
            }
        }
    }

    /// Notes further columns that are read, beside those of the fields.
    pub(crate) fn mark_known(&mut self, columns: Vec<usize>) {
        self.known = columns;
    }

    fn is_read(&self, column: usize) -> bool {
        self.located.at.contains(&Some(column)) || self.known.contains(&column)
    }

    /// Says which columns were not read.
    fn list_ignored(&self, problems: &mut Problems) {
        for (column, heading) in self.headings.iter().enumerate() {
            if !self.is_read(column) && !heading.is_empty() {
                let message = "This column is not needed and was not read.";
                let problem = Problem::new(ProblemKind::Ignored, &self.file, message);
                problems.push(problem.row(self.heading_row).column(heading));
            }
        }
    }

    /// A problem at a cell of a column.
    pub(crate) fn at(&self, row: &Row<'_>, column: usize, message: impl Into<String>) -> Problem {
        let problem = Problem::stop(&self.file, message).row(row.number);
        match self.headings.get(column).filter(|heading| !heading.is_empty()) {
            Some(heading) => problem.column(heading),
            None => problem.column(&letter(column)),
        }
    }

    fn look_outside(&mut self, row: &Row<'t>, problems: &mut Problems) {
        let width = self.headings.len();
        self.widest = self.widest.max(row.cells.len());
        let beyond = row.cells.get(width..).unwrap_or(&[]);
        if beyond.iter().any(|cell| !cell.is_empty()) {
            if matches!(self.rows, Rows::Text(_)) {
                let message = format!(
                    "This row has more cells than there are headings ({width}). A comma within a cell \
                     parts it in two unless the cell stands in quotation marks: export the file again, or \
                     mend the row."
                );
                problems.push(Problem::stop(&self.file, message).row(row.number));
            } else {
                self.unheaded.push(row.number);
            }
        }
        if let Rows::Text(csv) = &self.rows
            && row.cells.len() < width
            && csv.ends_open()
        {
            let message = "The file ends in the middle of this row. It may have been cut off: export it \
                           again.";
            problems.push(Problem::stop(&self.file, message).row(row.number));
        }
        let unheaded = self.headings.iter().zip(&row.cells);
        if unheaded.clone().any(|(heading, cell)| heading.is_empty() && !cell.is_empty()) {
            self.unheaded.push(row.number);
        }
    }

    /// What can be told of the columns when all rows are read.
    fn look_back(&mut self, problems: &mut Problems) {
        // A line break lost behind the headings makes headings of the first row: nothing of it is shown.
        let columns = self.widest..self.headings.len();
        let strange = matches!(self.rows, Rows::Text(_)) && self.widest > 0;
        if strange && columns.into_iter().any(|column| !self.is_read(column)) {
            let message = "The row of headings has more cells than any row below it. It may have run together \
                           with the row behind it: export the file again.";
            problems.push(Problem::stop(&self.file, message).row(self.heading_row));
            return;
        }
        self.list_ignored(problems);
        let rows = std::mem::take(&mut self.unheaded);
        if !rows.is_empty() {
            let message = format!(
                "There is a column without a heading that was not read, with something in {}. Give it a \
                 heading if it matters, or empty it.",
                shown_rows(&rows)
            );
            problems.push(Problem::warning(&self.file, message));
        }
    }
}

/// Rows, with the best row of headings among the first.
struct Headed<'t> {
    count: usize,
    row: usize,
    headings: Vec<String>,
    located: Located,
    rows: Rows<'t>,
    fault: Option<Fault>,
}

impl<'t> Headed<'t> {
    fn is_found(&self) -> bool {
        self.count >= LEAST_FIELDS || self.located.column(0).is_some()
    }

    fn look(mut rows: Rows<'t>, fields: &'static [Field], further: &[String]) -> Self {
        let mut best = Self {
            count: 0,
            row: 0,
            headings: Vec::new(),
            located: Located::default(),
            rows: rows.clone(),
            fault: None,
        };
        let mut row = Row::default();
        for _ in 0..HEADING_ROWS {
            match rows.next_into(&mut row) {
                Ok(true) => {}
                Ok(false) => break,
                Err(fault) => {
                    best.fault = Some(fault);
                    break;
                }
            }
            let headings: Vec<String> = row.cells.iter().map(heading).collect();
            let plain: Vec<String> = headings.iter().map(|heading| plain(heading)).collect();
            let located = Located::among(fields, &plain);
            let further = further.iter().filter(|heading| plain.contains(heading)).count();
            let count = located.count() + further;
            if count > best.count {
                best.count = count;
                best.row = row.number;
                best.headings = headings;
                best.located = located;
                best.rows = rows.clone();
            }
        }
        best
    }

    fn into_table(
        mut self,
        file: &str,
        fields: &'static [Field],
        problems: &mut Problems,
    ) -> Table<'t> {
        while self.headings.last().is_some_and(String::is_empty) {
            self.headings.pop();
        }
        for &(field, first, second) in &self.located.doubled {
            let label = fields.get(field).map_or("", |field| field.label);
            let (first, second) = (letter(first), letter(second));
            let message = format!(
                "This column stands twice, in columns {first} and {second}. Remove one of them, or give \
                 the one that means something else another heading."
            );
            problems.push(Problem::stop(file, message).row(self.row).column(label));
        }
        Table {
            file: file.to_owned(),
            heading_row: self.row,
            headings: self.headings,
            located: self.located,
            fields,
            rows: self.rows,
            known: Vec::new(),
            unheaded: Vec::new(),
            widest: 0,
        }
    }
}

fn heading(cell: &Cell<'_>) -> String {
    match cell {
        Cell::Text(text) => text.to_string(),
        _ => String::new(),
    }
}

fn no_headings(file: &str, fields: &'static [Field], fault: Option<Fault>) -> Problem {
    if let Some(fault) = fault {
        return fault_problem(file, fault);
    }
    let key = fields.iter().map(|field| field.label).take(1);
    let plain = fields.iter().skip(1).map(|field| field.label).filter(|label| !label.contains(' '));
    let labels: Vec<&str> = key.chain(plain.take(4)).collect();
    let message = format!(
        "No row of headings was found in the first {HEADING_ROWS} rows. The register needs one, with \
         headings such as {}.",
        listed(&labels).replace(" or ", " and ")
    );
    Problem::stop(file, message)
}

fn fault_problem(file: &str, fault: Fault) -> Problem {
    let message = match fault.kind {
        FaultKind::UnclosedQuote => {
            "A quotation mark opens a cell of this row and is never closed, so that the rows behind it \
             cannot be told apart. Remove it, or export the file again."
        }
        FaultKind::AfterQuote => {
            "Something stands behind the closing quotation mark of a cell of this row, so that its cells \
             cannot be told apart. Remove the quotation marks, or export the file again."
        }
    };
    Problem::stop(file, message).row(fault.row)
}

/// `"a", "b" or "c"`.
pub(crate) fn listed(words: &[&str]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("\"{word}\"")).collect();
    match quoted.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., last] => format!("{} or {last}", rest.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::listed;

    #[test]
    fn words_are_listed_as_people_list_them() {
        assert_eq!(listed(&["a"]), "\"a\"");
        assert_eq!(listed(&["a", "b", "c"]), "\"a\", \"b\" or \"c\"");
    }
}
