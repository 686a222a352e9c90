//! Files that nobody would write by hand: damaged, cut off, made to do harm. Whatever they hold, they are
//! read or refused, within bounds and without taking the program down.

#![allow(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

use std::fs;
use std::io::{Cursor, Read, Write};
use std::time::Duration;

use cpu_time::ThreadTime;
use gatepost_records::{ProblemKind, Records, RecordsError, SchoolFile};
use proptest::prelude::*;
use rust_xlsxwriter::Workbook;
use tempfile::TempDir;
use zip::write::SimpleFileOptions;

const SCHOOL: &str = "name = \"Test\"\npolicy = \"strict\"\n[consent.columns]\n\
                      \"Photos\" = { medium = \"image\", channel = \"social\" }\n";
const STAFF: &str = "staff id,name,authorised,trained on\nS1,Una Brock,y,2026-09-01\n";
const PUPILS: &str = "Class 4W\nupn,forename,surname,dob,do not publish\n\"A1\",Ada,\"Penrose\",2018-03-14,y\n\
                      A2,Ben,Achebe,14/03/2018,\nTotal: 2\n";
const CONSENT: &str = "upn,Photos,do not publish\nA1,y,\nA2,n,y\n";

fn school() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in [("school.toml", SCHOOL), ("staff.csv", STAFF), ("consent.csv", CONSENT)] {
        fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

/// A school whose rosters are one workbook of these bytes.
fn opened(workbook: &[u8]) -> Result<Records, RecordsError> {
    let folder = school();
    fs::write(folder.path().join("pupils.xlsx"), workbook).unwrap();
    Records::open(folder.path())
}

fn workbook() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, line) in PUPILS.lines().enumerate() {
        for (column, cell) in line.split(',').enumerate() {
            let (row, column) = (u32::try_from(row).unwrap(), u16::try_from(column).unwrap());
            sheet.write(row, column, cell).unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

/// The workbook with the text of its members changed.
fn rewritten(change: impl Fn(&str, Vec<u8>) -> Vec<u8>) -> Vec<u8> {
    let mut old = zip::ZipArchive::new(Cursor::new(workbook())).unwrap();
    let mut new = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..old.len() {
        let mut member = old.by_index(index).unwrap();
        let name = member.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        member.read_to_end(&mut bytes).unwrap();
        new.start_file(name.as_str(), SimpleFileOptions::default()).unwrap();
        new.write_all(&change(&name, bytes)).unwrap();
    }
    new.finish().unwrap().into_inner()
}

/// The bytes with a few of them changed, put in or taken out.
fn damaged(mut bytes: Vec<u8>, changes: &[(u16, u8, u8)]) -> Vec<u8> {
    for &(place, byte, kind) in changes {
        let place = usize::from(place) % bytes.len().max(1);
        match kind % 4 {
            0 => bytes.truncate(bytes.len().max(1) - place / 64),
            1 => bytes.insert(place.min(bytes.len()), byte),
            _ => {
                if let Some(at) = bytes.get_mut(place) {
                    *at = byte;
                }
            }
        }
    }
    bytes
}

fn changes() -> impl Strategy<Value = Vec<(u16, u8, u8)>> {
    prop::collection::vec(any::<(u16, u8, u8)>(), 1..6)
}

/// Characters that mean something in a register, and some that do not.
fn odd_text() -> impl Strategy<Value = Vec<u8>> {
    prop::collection::vec(
        prop::sample::select(&b"\"\",;\t\r\n=yn10/-A\xEF\xBB\xBF\xFF\xFE\x00\x80"[..]),
        0..200,
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn damaged_text_registers_are_read_or_refused(
        (pupils, staff, consent) in (changes(), changes(), changes()),
        odd in odd_text(),
    ) {
        let folder = school();
        let files = [
            ("pupils.csv", damaged([PUPILS.as_bytes(), &odd].concat(), &pupils)),
            ("staff.csv", damaged([STAFF.as_bytes(), &odd].concat(), &staff)),
            ("consent.csv", damaged([CONSENT.as_bytes(), &odd].concat(), &consent)),
        ];
        for (name, bytes) in files {
            fs::write(folder.path().join(name), bytes).unwrap();
        }
        let _ = Records::open(folder.path());
    }

    #[test]
    fn damaged_workbooks_are_read_or_refused(archive in changes(), inside in changes()) {
        let _ = opened(&damaged(workbook(), &archive));
        let _ = opened(&rewritten(|_, bytes| damaged(bytes, &inside)));
    }

    #[test]
    fn damaged_school_files_are_read_or_refused(changes in changes()) {
        let text = damaged(SCHOOL.into(), &changes);
        let _ = SchoolFile::parse(&String::from_utf8_lossy(&text));
    }
}

/// A roster from which any one byte is missing is refused, or still has both pupils.
#[test]
fn no_pupil_is_lost_in_silence() {
    let folder = school();
    for place in 0..PUPILS.len() {
        let mut bytes = PUPILS.as_bytes().to_vec();
        bytes.remove(place);
        fs::write(folder.path().join("pupils.csv"), bytes).unwrap();
        if let Ok(records) = Records::open(folder.path()) {
            assert_eq!(records.roster.pupils().len(), 2, "without byte {place}");
        }
    }
}

#[test]
fn a_workbook_that_announces_too_many_texts_is_refused() {
    let book = rewritten(|_, bytes| {
        let text = String::from_utf8(bytes).unwrap();
        let (before, after) = text.split_once("uniqueCount=\"").unwrap_or((&text, ""));
        let after =
            after.split_once('"').map(|(_, after)| format!("uniqueCount=\"99999999999\"{after}"));
        format!("{before}{}", after.unwrap_or_default()).into()
    });
    insta::assert_snapshot!(opened(&book).unwrap_err(), @"pupils.xlsx: This Excel workbook cannot be read. It may be damaged, protected by a password, or of another kind: open it, save it as .xlsx without a password, and try again.");
}

#[test]
fn a_workbook_that_unpacks_without_end_is_refused() {
    let book = rewritten(
        |name, bytes| {
            if name.ends_with("styles.xml") { vec![b' '; 600 << 20] } else { bytes }
        },
    );
    assert!(book.len() < 2 << 20);
    insta::assert_snapshot!(opened(&book).unwrap_err(), @"pupils.xlsx: This Excel workbook is larger than any register. Check that it is the right one, or export it as CSV.");
}

#[test]
fn a_cell_at_the_far_corner_of_a_sheet_costs_nothing() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, heading) in ["upn", "forename", "surname"].iter().enumerate() {
        sheet.write(0, u16::try_from(column).unwrap(), *heading).unwrap();
    }
    for (column, cell) in ["A1", "Ada", "Penrose"].iter().enumerate() {
        sheet.write(1_000_000, u16::try_from(column).unwrap(), *cell).unwrap();
    }
    sheet.write(1_048_575, 16_383, "x").unwrap();
    let started = ThreadTime::now();
    let records = opened(&book.save_to_buffer().unwrap()).unwrap();
    assert_eq!(records.roster.pupils().len(), 1);
    assert!(started.elapsed() < Duration::from_secs(5));
}

#[test]
fn a_file_wrong_in_every_row_is_not_told_row_by_row() {
    let rows: Vec<String> = (0..5_000).map(|row| format!("A{row},Ada,\n,Ben,x\n")).collect();
    let rows = rows.concat();
    let folder = school();
    fs::write(folder.path().join("pupils.csv"), format!("upn,forename,surname\n{rows}")).unwrap();
    let error = Records::open(folder.path()).unwrap_err();
    let stops = error.problems().iter().filter(|problem| problem.kind == ProblemKind::Stop);
    assert_eq!(stops.count(), 101);
    assert!(error.to_string().contains("4900 more problems of this file"));
}
