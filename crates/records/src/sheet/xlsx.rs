//! Sheets of an Excel workbook.
//!
//! `calamine` reads them, cell by cell, so that a sheet said to be a million rows high costs what it
//! holds. Before that the archive is unpacked once to nowhere: how large it really is, is measured and
//! not believed, and so is the number of texts that it announces.

use std::borrow::Cow;
use std::io::{Cursor, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{DataRef, Reader, SheetType, Xlsx};
use jiff::civil::Date;

use super::{Cell, Row};

/// Bytes that a workbook may unpack to: five million cells, ten for each of half a million pupils, are half of it.
const UNPACKED_BYTES: u64 = 512 << 20;
/// Filled cells of a workbook.
const FILLED_CELLS: usize = 16_000_000;
/// Columns that are looked at; a register has a few dozen.
const COLUMNS: u32 = 1_000;

/// The sheets that have anything in them.
pub(crate) struct Workbook {
    /// By place in the workbook, the first being 1: the rows that are not blank.
    pub(crate) sheets: Vec<(usize, Vec<Row<'static>>)>,
}

/// Why a workbook cannot be read whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unreadable {
    /// It is no workbook, or a damaged one, or one with a password.
    Damaged,
    /// It unpacks to more than a register can be.
    TooLarge,
}

/// Reads every worksheet of a workbook.
pub(crate) fn read_workbook(bytes: &[u8]) -> Result<Workbook, Unreadable> {
    measure(bytes)?;
    // The reader's own faults with a damaged workbook must not take the program down.
    catch_unwind(AssertUnwindSafe(|| read(bytes))).unwrap_or(Err(Unreadable::Damaged))
}

/// Unpacks every member to nowhere.
fn measure(bytes: &[u8]) -> Result<(), Unreadable> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unreadable::Damaged)?;
    let mut left = UNPACKED_BYTES;
    for index in 0..archive.len() {
        let member = archive.by_index(index).map_err(|_| Unreadable::Damaged)?;
        let texts =
            member.name().is_ok_and(|name| name.to_lowercase().ends_with("sharedstrings.xml"));
        let mut member = member.take(left + 1);
        let mut head = Vec::new();
        let unpacked = if texts {
            let start = member.by_ref().take(64 << 10).read_to_end(&mut head);
            start.map(|length| length as u64)
        } else {
            Ok(0)
        }
        .and_then(|start| Ok(start + std::io::copy(&mut member, &mut std::io::sink())?))
        .map_err(|_| Unreadable::Damaged)?;
        left = left.checked_sub(unpacked).ok_or(Unreadable::TooLarge)?;
        let headless = texts && !head.windows(3).any(|window| window == b"sst");
        if headless || announced_texts(&head).is_some_and(|count| count > unpacked) {
            return Err(Unreadable::Damaged);
        }
    }
    Ok(())
}

/// The largest number of texts that the head of the list of texts announces, for which the reader
/// would set memory aside.
fn announced_texts(head: &[u8]) -> Option<u64> {
    let key = b"uniqueCount";
    let places = head.windows(key.len()).enumerate().filter(|(_, window)| window == key);
    let counts = places.map(|(place, _)| {
        let rest = head.get(place + key.len()..).unwrap_or(&[]);
        let digits = rest.iter().skip_while(|byte| !byte.is_ascii_digit());
        digits.take_while(|byte| byte.is_ascii_digit()).fold(0_u64, |count, byte| {
            count.saturating_mul(10).saturating_add(u64::from(byte - b'0'))
        })
    });
    counts.max()
}

fn read(bytes: &[u8]) -> Result<Workbook, Unreadable> {
    let damaged = |_| Unreadable::Damaged;
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(damaged)?;
    let names: Vec<String> = workbook
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .map(|sheet| sheet.name.clone())
        .collect();
    let mut filled = 0;
    let mut sheets = Vec::new();
    for (index, name) in names.iter().enumerate() {
        let mut cells = workbook.worksheet_cells_reader(name).map_err(damaged)?;
        let mut rows: Vec<Row<'static>> = Vec::new();
        while let Some(cell) = cells.next_cell().map_err(damaged)? {
            let (row, column) = cell.get_position();
            let value = value(cell.get_value());
            if value.is_empty() || column >= COLUMNS {
                continue;
            }
            filled += 1;
            if filled > FILLED_CELLS {
                return Err(Unreadable::TooLarge);
            }
            put(&mut rows, row as usize + 1, column as usize, value).ok_or(Unreadable::Damaged)?;
        }
        if !rows.is_empty() {
            sheets.push((index + 1, rows));
        }
    }
    Ok(Workbook { sheets })
}

/// Adds a cell behind the others; `None` if it stands before one of them.
fn put(
    rows: &mut Vec<Row<'static>>,
    number: usize,
    column: usize,
    value: Cell<'static>,
) -> Option<()> {
    if rows.last().is_none_or(|last| last.number < number) {
        rows.push(Row { number, cells: Vec::new() });
    }
    let row = rows.last_mut().filter(|row| row.number == number)?;
    if row.cells.len() > column {
        return None;
    }
    row.cells.resize(column, Cell::Empty);
    row.cells.push(value);
    Some(())
}

fn value(value: &DataRef<'_>) -> Cell<'static> {
    match value {
        DataRef::Empty => Cell::Empty,
        DataRef::Int(number) => Cell::Text(Cow::Owned(number.to_string())),
        // `{}` of a whole float has no decimal point: 4.0 is "4", as the sheet shows it.
        DataRef::Float(number) => Cell::Text(Cow::Owned(number.to_string())),
        DataRef::String(text) => Cell::of(Cow::Owned(text.clone())),
        DataRef::SharedString(text) => Cell::of(Cow::Owned((*text).to_owned())),
        DataRef::Bool(yes) => Cell::Text(Cow::Borrowed(if *yes { "yes" } else { "no" })),
        DataRef::DateTime(moment) if moment.is_datetime() => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            date(year, month, day).map_or(Cell::Broken, Cell::Date)
        }
        DataRef::DateTimeIso(text) => {
            let day = text.get(..10).unwrap_or(text).parse().ok();
            day.map_or(Cell::Broken, Cell::Date)
        }
        DataRef::DateTime(_) | DataRef::DurationIso(_) | DataRef::Error(_) => Cell::Broken,
    }
}

fn date(year: u16, month: u8, day: u8) -> Option<Date> {
    let (year, month, day) =
        (i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    Date::new(year, month, day).ok()
}

#[cfg(test)]
mod tests {
    use super::announced_texts;

    #[test]
    fn the_number_of_texts_is_found_however_it_is_written() {
        assert_eq!(announced_texts(b"<sst count='9' uniqueCount = '12'>"), Some(12));
        assert_eq!(
            announced_texts(b"<sst uniqueCount=\"99999999999999999999999\">"),
            Some(u64::MAX)
        );
        assert_eq!(announced_texts(b"<sst>"), None);
    }
}
