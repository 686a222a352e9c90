//! Rows of a comma-, semicolon- or tab-separated text.
//!
//! Stricter than parsers that read anything: a quotation mark that is never closed would swallow the
//! pupils behind it, so it is a fault that names its row. Rows are numbered as a spreadsheet numbers
//! them: a blank line is a row, a line break within quotation marks is not, and Excel's own `sep=`
//! line is none. Form: RFC 4180, with any line ending.

use std::borrow::Cow;

use super::{Cell, Fault, FaultKind, Row};

/// A text, and how far it is read. Cells without doubled quotation marks borrow from it.
#[derive(Clone)]
pub(crate) struct Csv<'t> {
    text: &'t str,
    at: usize,
    delimiter: u8,
    row: usize,
}

impl<'t> Csv<'t> {
    /// The rows of a text that is parted by `delimiter`.
    pub(crate) fn new(text: &'t str, delimiter: u8) -> Self {
        Self { text, at: 0, delimiter, row: 0 }
    }

    /// The delimiter that a first line `sep=;` names, and the text behind that line.
    pub(crate) fn declared_delimiter(text: &'t str) -> (Option<u8>, &'t str) {
        let line = text.split(['\r', '\n']).next().unwrap_or("");
        let named = line.trim_matches('"').get(..4).filter(|key| key.eq_ignore_ascii_case("sep="));
        let delimiter = line.trim_matches('"').as_bytes().get(4).copied().filter(u8::is_ascii);
        let (Some(_), Some(delimiter)) = (named, delimiter) else { return (None, text) };
        let rest = text.get(line.len()..).unwrap_or("");
        let rest = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\r', '\n']));
        (Some(delimiter), rest.unwrap_or(""))
    }

    /// How many lines are left to read.
    pub(crate) fn lines(&self) -> usize {
        self.text.get(self.at..).unwrap_or("").matches('\n').count() + 1
    }

    /// True if the text breaks off without a line ending after the last row read.
    pub(crate) fn ends_open(&self) -> bool {
        self.at >= self.text.len() && !self.text.ends_with(['\r', '\n'])
    }

    /// Puts the next row into `row`, blank or not; false at the end.
    pub(crate) fn next_into(&mut self, row: &mut Row<'t>) -> Result<bool, Fault> {
        row.cells.clear();
        if self.at >= self.text.len() {
            return Ok(false);
        }
        self.row += 1;
        row.number = self.row;
        loop {
            let cell = match self.peek() {
                Some(b'"') => self.quoted()?,
                _ => self.plain(),
            };
            row.cells.push(cell);
            match self.peek() {
                Some(byte) if byte == self.delimiter => self.at += 1,
                Some(b'\r') => {
                    self.at += 1;
                    if self.peek() == Some(b'\n') {
                        self.at += 1;
                    }
                    return Ok(true);
                }
                _ => {
                    self.at += 1;
                    return Ok(true);
                }
            }
        }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// From here to `end`, which is on a character boundary as all bytes looked for are ASCII.
    fn taken(&mut self, end: usize) -> &'t str {
        let taken = self.text.get(self.at..end).unwrap_or("");
        self.at = end;
        taken
    }

    fn plain(&mut self) -> Cell<'t> {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or(&[]);
        let delimiter = self.delimiter;
        let length =
            rest.iter().position(|&byte| byte == delimiter || byte == b'\n' || byte == b'\r');
        let end = self.at + length.unwrap_or(rest.len());
        Cell::of(Cow::Borrowed(self.taken(end)))
    }

    fn quoted(&mut self) -> Result<Cell<'t>, Fault> {
        let fault = |row, kind| Err(Fault { row, kind });
        self.at += 1;
        let mut text = Cow::Borrowed("");
        loop {
            let rest = self.text.as_bytes().get(self.at..).unwrap_or(&[]);
            let Some(length) = rest.iter().position(|&byte| byte == b'"') else {
                return fault(self.row, FaultKind::UnclosedQuote);
            };
            let end = self.at + length;
            let part = self.taken(end);
            if text.is_empty() {
                text = Cow::Borrowed(part);
            } else {
                text.to_mut().push_str(part);
            }
            self.at += 1;
            match self.peek() {
                Some(b'"') => {
                    text.to_mut().push('"');
                    self.at += 1;
                }
                None | Some(b'\r' | b'\n') => break,
                Some(byte) if byte == self.delimiter => break,
                Some(_) => return fault(self.row, FaultKind::AfterQuote),
            }
        }
        Ok(Cell::of(text))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Csv, FaultKind};
    use crate::sheet::{Cell, Row};

    fn rows(text: &str, delimiter: u8) -> Result<Vec<(usize, Vec<String>)>, super::Fault> {
        let mut csv = Csv::new(text, delimiter);
        let mut row = Row::default();
        let mut rows = Vec::new();
        while csv.next_into(&mut row)? {
            let cells = row.cells.iter().map(|cell| match cell {
                Cell::Text(text) => text.to_string(),
                _ => String::new(),
            });
            rows.push((row.number, cells.collect()));
        }
        Ok(rows)
    }

    fn row(number: usize, cells: &[&str]) -> (usize, Vec<String>) {
        (number, cells.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn rows_are_numbered_as_a_spreadsheet_numbers_them() {
        let text = "a,b\r\n\r\n\"1\n2\",\"say \"\"hi\"\"\"\n, =\"007\" \rlast";
        assert_eq!(
            rows(text, b',').unwrap(),
            [
                row(1, &["a", "b"]),
                row(2, &[""]),
                row(3, &["1\n2", "say \"hi\""]),
                row(4, &["", "007"]),
                row(5, &["last"]),
            ]
        );
    }

    #[test]
    fn a_quotation_mark_in_the_wrong_place_names_its_row() {
        let unclosed = rows("a,b\n\"c,d\ne,f\n", b',').unwrap_err();
        assert_eq!((unclosed.row, unclosed.kind), (2, FaultKind::UnclosedQuote));
        let after = rows("a,b\nc,d\n\"e\"x,f\n", b',').unwrap_err();
        assert_eq!((after.row, after.kind), (3, FaultKind::AfterQuote));
        assert_eq!(rows("5\" pipe,b", b',').unwrap(), [row(1, &["5\" pipe", "b"])]);
    }

    #[test]
    fn excels_own_first_line_is_no_row() {
        assert_eq!(Csv::declared_delimiter("sep=;\r\na;b"), (Some(b';'), "a;b"));
        assert_eq!(Csv::declared_delimiter("\"SEP=\t\"\na\tb"), (Some(b'\t'), "a\tb"));
        assert_eq!(Csv::declared_delimiter("separate,b"), (None, "separate,b"));
    }

    proptest! {
        /// What the `csv` crate writes, this reads back.
        #[test]
        fn agrees_with_a_writer_of_another_hand(
            table in prop::collection::vec(prop::collection::vec("[a-zé\",;\n\r ]{0,6}", 2), 1..8)
        ) {
            let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
            for cells in &table {
                writer.write_record(cells).unwrap();
            }
            let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
            let read = rows(&text, b',').unwrap();
            let expected: Vec<_> = table
                .iter()
                .enumerate()
                .map(|(index, cells)| {
                    (index + 1, cells.iter().map(|cell| super::super::bare(cell).to_owned()).collect())
                })
                .collect();
            prop_assert_eq!(read, expected);
        }

        #[test]
        fn never_loops_or_panics(text in "\\PC*", delimiter in prop::sample::select(&b",;\t"[..])) {
            if let Ok(rows) = rows(&text, delimiter) {
                prop_assert!(rows.len() <= text.len() + 1);
            }
        }
    }
}
