//! The ledger as a file for others: JSON lines that can be verified without gatepost's database, and a
//! table for a spreadsheet.
//!
//! An export is one record a line, in order, and a last line `{"head":{"hash":...,"seq":...}}`. Each line
//! is the one canonical form of its record, so that any changed byte shows.

use std::io::{BufRead, Write};

use serde::{Deserialize, Serialize};

use crate::error::{Fault, FaultKind, StoreError};
use crate::ledger::Ledger;
use crate::record::{Head, Record, canonical, value};
use crate::verify::verify;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct LastLine {
    head: Head,
}

/// Writes every record as JSON, one a line, and where the ledger ends.
///
/// # Errors
///
/// If the ledger cannot be read; whatever `out` says is given as it is.
pub fn write_json_lines(ledger: &Ledger, out: &mut impl Write) -> Result<(), StoreError> {
    let mut written = Ok(());
    let mut head = Head::empty();
    ledger.records(|record| {
        head = record.head();
        if written.is_ok() {
            written = writeln!(out, "{}", record.line());
        }
    })?;
    written
        .and_then(|()| writeln!(out, "{}", canonical(&value(&LastLine { head }))))
        .map_err(|source| cannot_write(ledger, source))
}

/// Writes every record as a row of a table; what a spreadsheet would run as a formula begins with an
/// apostrophe.
///
/// # Errors
///
/// As [`write_json_lines`].
pub fn write_csv(ledger: &Ledger, out: &mut impl Write) -> Result<(), StoreError> {
    let mut written = writeln!(out, "seq,at,draft,kind,entry,hash\r").map(|()| ());
    ledger.records(|record| {
        if written.is_ok() {
            let cells = [
                record.seq.to_string(),
                record.at.to_string(),
                record.draft.clone().unwrap_or_default(),
                record.entry.word().to_owned(),
                canonical(&value(&record.entry)),
                record.hash.clone(),
            ];
            let row: Vec<String> = cells.iter().map(|cell| defused(cell)).collect();
            written = write!(out, "{}\r\n", row.join(","));
        }
    })?;
    written.map_err(|source| cannot_write(ledger, source))
}

/// A cell as CSV writes it (RFC 4180), and that no spreadsheet runs.
pub fn defused(cell: &str) -> String {
    let runs = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
    let cell = if runs { format!("'{cell}") } else { cell.to_owned() };
    if cell.contains(['"', ',', '\r', '\n']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell
    }
}

/// Reads an export and verifies it; gives where it ends. `anchor` is one that was kept elsewhere.
///
/// # Errors
///
/// The first fault; a line that cannot be read is one.
pub fn read_export(export: impl BufRead, anchor: Option<&Head>) -> Result<Head, Fault> {
    let mut head = None;
    let mut number = 0;
    let records = export.split(b'\n').filter_map(|line| {
        number += 1;
        let unreadable = Fault { seq: number, kind: FaultKind::Unreadable };
        let text = line.ok().and_then(|line| String::from_utf8(line).ok());
        let Some(text) = text else { return Some(Err(unreadable)) };
        if head.is_some() {
            return Some(Err(unreadable));
        }
        if let Ok(last) = serde_json::from_str::<LastLine>(&text) {
            if canonical(&value(&last)) != text {
                return Some(Err(unreadable));
            }
            head = Some(last.head);
            return None;
        }
        let record = serde_json::from_str::<Record>(&text).ok();
        Some(record.filter(|record| record.line() == text).ok_or(unreadable))
    });
    let mut last = Head::empty();
    let watched = records.inspect(|record| {
        if let Ok(record) = record {
            last = record.head();
        }
    });
    verify(watched, &[anchor])?;
    match head {
        Some(head) if head == last => Ok(head),
        _ => Err(Fault { seq: last.seq, kind: FaultKind::Truncated }),
    }
}

fn cannot_write(ledger: &Ledger, source: std::io::Error) -> StoreError {
    StoreError::Io { what: "cannot write an export of", path: ledger.path().to_owned(), source }
}
