//! Whole schools, read from their folders: what is in the registers, and what is said about them.

#![allow(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

use std::fs;
use std::path::{Path, PathBuf};

use gatepost_model::{PupilKey, StaffId};
use gatepost_records::{
    ConsentDecision, Medium, ProblemKind, Pupil, Records, RecordsError, find_school,
};
use jiff::civil::{date, time};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use tempfile::TempDir;

fn fixture(school: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/records").join(school)
}

const SCHOOL: &str = "name = \"Test\"\npolicy = \"strict\"\n[calendar]\nteaching = [\"09:00-15:00\"]\n\
                      terms = [{ from = 2026-09-02, to = 2026-12-18 }]\n";
const STAFF: &str = "staff id,forename,surname,authorised\nS1,Una,Brock,y\n";
const PUPILS: &str = "upn,forename,surname\nA1,Ada,Penrose\nA2,Ben,Achebe\n";
const CONSENT: &str = "upn,medium,channel,decision\nA1,image,social,granted\n";

/// A school folder with these files, in place of or beside the usual ones; an empty one is left out.
fn school(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let usual = [
        ("school.toml", SCHOOL),
        ("staff.csv", STAFF),
        ("pupils.csv", PUPILS),
        ("consent.csv", CONSENT),
    ];
    for (name, text) in usual {
        fs::write(folder.path().join(name), text).unwrap();
    }
    for (name, bytes) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        if bytes.is_empty() {
            fs::remove_file(path).unwrap();
        } else {
            fs::write(path, bytes).unwrap();
        }
    }
    folder
}

fn opened(files: &[(&str, &[u8])]) -> Records {
    Records::open(school(files).path()).unwrap()
}

/// What is said, a line each; with the files of a school that must not open.
fn refused(files: &[(&str, &[u8])]) -> String {
    Records::open(school(files).path()).unwrap_err().to_string()
}

fn warned(records: &Records, kind: ProblemKind) -> String {
    let of_kind = records.problems.iter().filter(|problem| problem.kind == kind);
    of_kind.map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

fn pupil<'r>(records: &'r Records, key: &str) -> &'r Pupil {
    records.roster.get(&PupilKey::new(key)).unwrap()
}

fn answers(records: &Records, key: &str) -> Vec<(Medium, String, ConsentDecision)> {
    let entries = records.consent.entries(&PupilKey::new(key)).iter();
    entries.map(|entry| (entry.medium, entry.channel.clone(), entry.decision)).collect()
}

#[test]
fn a_primary_school_is_read_whole() {
    let records = Records::open(&fixture("primary")).unwrap();
    assert_eq!(records.roster.pupils().len(), 6);
    let chichi = pupil(&records, "H801200126001");
    assert_eq!(chichi.forename, "Chidinma");
    assert_eq!(chichi.known_as(), "Chichi");
    assert_eq!(chichi.middle_names.as_deref(), Some("Grace"));
    assert_eq!(chichi.class.as_deref(), Some("Holly"));
    assert_eq!(chichi.year.as_deref(), Some("Year 2"));
    assert_eq!(chichi.born, Some(date(2020, 3, 14)));
    assert_eq!(pupil(&records, "H801200126003").surname, "Wójcik");
    assert_eq!(pupil(&records, "H801200126006").leaves, Some(date(2026, 12, 18)));
    assert!(pupil(&records, "H801200126005").do_not_publish, "said by the roster");
    assert!(pupil(&records, "H801200126004").do_not_publish, "said by the consent register");
    assert!(!pupil(&records, "H801200126006").do_not_publish);

    let social = |decision| (Medium::Image, "social".to_owned(), decision);
    let website = |decision| (Medium::Image, "website".to_owned(), decision);
    let (granted, refused) = (ConsentDecision::Granted, ConsentDecision::Refused);
    assert_eq!(answers(&records, "H801200126001"), [social(granted), website(granted)]);
    assert_eq!(answers(&records, "H801200126002"), [social(refused), website(refused)]);
    assert_eq!(answers(&records, "H801200126003"), [social(ConsentDecision::Pending)]);
    assert_eq!(answers(&records, "H801200126004"), [social(granted), website(granted)]);

    let idris = records.staff.find("I.Bowen@harbourlane.example").unwrap();
    assert_eq!(idris.id, StaffId::new("S002"));
    assert_eq!(idris.trained_on, Some(date(2026, 9, 1)));
    assert_eq!(idris.trained_on_platform.get("x"), Some(&date(2026, 10, 5)));
    assert!(records.staff.staff().iter().all(|person| person.authorised));

    let x = records.school.account("x").unwrap();
    assert_eq!((x.platform.as_str(), x.channel()), ("x", "social"));
    assert_eq!(x.risk_assessed_on, Some(date(2026, 9, 1)));
    assert_eq!(records.school.links, ["bbc.co.uk", "gov.uk"]);
    assert_eq!(records.school.handles, ["@HarbourLanePTA", "@HarbourLaneReads"]);
    assert_eq!(records.school.people["dsl"].len(), 2);
    assert_eq!(records.school.calendar.teaching[0], (time(8, 50, 0, 0), time(10, 30, 0, 0)));
    assert_eq!(records.school.limits.text_bytes, 32 << 10);
    assert_eq!(records.school.limits.settle_seconds, 5);
    assert_eq!(records.school.limits.media_files, 32, "the default");

    insta::assert_snapshot!(warned(&records, ProblemKind::Warning), @r"
    pupils/holly.csv: A line under the table was left out, being no pupil: row 8.
    consent.csv: Pupils who are on no roster have answers here, which were left out: row 6. That is as it should be for one who has left.
    ");
    insta::assert_snapshot!(warned(&records, ProblemKind::Ignored), @r#"
    pupils/holly.csv, row 3, column "Eye colour": This column is not needed and was not read.
    pupils/oak.csv, row 1, column "reason": This column is not needed and was not read.
    consent.csv, row 1, column "Surname": This column is not needed and was not read.
    "#);
    insta::assert_snapshot!(records.summary(), @r"
    Pupils: 6 pupils in 2 classes, 2 never to be published
    Staff: 3 people, 3 authorised to post
    Consent: 7 answers, and none for 2 pupils
    School: 1 account, 1 device
    ");
}

#[test]
fn a_secondary_school_is_read_whole() {
    let records = Records::open(&fixture("secondary")).unwrap();
    let thandiwe = pupil(&records, "001201");
    assert_eq!((thandiwe.forename.as_str(), thandiwe.surname.as_str()), ("Thandiwe", "MBEKI"));
    assert_eq!(thandiwe.middle_names.as_deref(), Some("Ruth"));
    assert_eq!(pupil(&records, "K820200126002").known_as(), "Jay");
    assert_eq!(pupil(&records, "K820200126003").surname, "van Houten");

    let granted = ConsentDecision::Granted;
    assert_eq!(answers(&records, "001201"), [(Medium::Image, "social".into(), granted)]);
    assert_eq!(
        answers(&records, "K820200126002"),
        [(Medium::Image, "social".into(), ConsentDecision::Refused)]
    );
    let saskia = records.consent.entries(&PupilKey::new("K820200126003"));
    assert_eq!(saskia.len(), 3);
    assert_eq!(saskia[1].decision, ConsentDecision::Withdrawn);
    assert_eq!(saskia[1].from, Some(date(2026, 11, 2)));
    assert_eq!(saskia[1].row, "consent.csv row 5");
    assert_eq!(saskia[2].channel, "prospectus");

    let staff = records.staff.staff();
    assert_eq!((staff[0].title.as_deref(), staff[0].surname.as_str()), (Some("Dr"), "Achterberg"));
    assert_eq!((staff[1].forename.as_str(), staff[1].surname.as_str()), ("", "Fairweather"));
    assert!(staff[0].authorised && !staff[1].authorised);
    insta::assert_snapshot!(warned(&records, ProblemKind::Warning), @"pupils.csv: There is no UPN in row 2, and the pupil id is used instead. Add the UPN when it is known.");
}

#[test]
fn every_mistake_is_told_at_once_and_nobody_is_named() {
    let error = Records::open(&fixture("broken")).unwrap_err();
    let told = error.to_string();
    for name in ["Una", "Brock", "Idris", "Keel", "NOBODY"] {
        assert!(!told.contains(name), "{told}");
        assert!(!format!("{error:?}").contains(name));
    }
    insta::assert_snapshot!(told, @r#"
    school.toml: There is no "policy". Add a line such as policy = "strict".
    school.toml, line 2: "polici" is not a word that is known here. Did you mean "policy"?
    school.toml, line 3: "domains" should be a list of texts in square brackets, such as ["one", "two"], and is not.
    school.toml, line 10: This platform is not known. It is one of "x", "facebook", "instagram", "youtube", "mastodon", "bluesky", "website", "newsletter" or "other". Did you mean "facebook"?
    school.toml, line 11: "acess" is not a word that is known here in [[account]]. Did you mean "access"?
    school.toml, line 12: This line does not follow the form of the file (invalid date, expected month between 01 and 12). Compare it with the lines around it.
    school.toml, line 15: There is another account of this "id" above. Every account needs one of its own.
    school.toml, line 17: "access" should be "open" or "closed", and is not.
    school.toml, line 20: This time zone is not known. Schools in the UK write "Europe/London". Did you mean "Europe/London"?
    school.toml, line 21: A time of lessons is written "08:50-10:30": hours from 00 to 23, the start before the end.
    school.toml, line 22: This term ends before it begins. Correct one of the two days.
    school.toml, line 23: "inset" should be a date such as 2026-09-01, and is not.
    school.toml, line 25: "settle_max" is shorter than "settle", so that no draft could ever come to rest.
    school.toml, line 26: "text" should be a number of bytes, or a size such as "64 KiB" or "256 MiB", and is not.
    pupils.csv, row 1, column "surname": This column stands twice, in columns C and D. Remove one of them, or give the one that means something else another heading.
    staff.csv, row 1, column "Trained on TikTok": This column does not name a platform. What may follow "trained on": "x", "facebook", "instagram", "youtube", "mastodon", "bluesky", "website", "newsletter" or "other".
    staff.csv, row 2, column "Authorised": This cell cannot be understood. What is accepted: y or n (also yes, no, true, false, 1, 0 or a tick).
    staff.csv, row 2, column "Trained on": This cell cannot be understood. What is accepted: a date such as 2026-10-05 or 05/10/2026 (day first).
    staff.csv, row 4, column "staff id": This staff id stands in row 3 as well. Everyone needs an id of their own: correct the one that is wrong, or remove one of the two rows.
    consent.csv, row 1, column "Photos": This column answers yes or no, and school.toml does not say to what. Add a line under [consent.columns] with its heading and { medium = ..., channel = ... }, or { ignore = true } if it has nothing to do with consent.
    "#);
}

/// What one roster leads to.
fn roster(text: &str) -> String {
    refused(&[("pupils.csv", text.as_bytes())])
}

#[test]
fn a_roster_that_cannot_be_read_whole_stops() {
    insta::assert_snapshot!(roster("upn,forename,family\nA1,Ada,Penrose\n"), @r#"pupils.csv, row 1, column "surname": There is no such column, and the register cannot be read without it. Add it to the export; it may be headed "surname"."#);
    insta::assert_snapshot!(roster("upn,forename,surname\nA1,Ada,Penrose\nA2,Ben,Achebe\nA1,Cy,Dobbs\n"), @r#"pupils.csv, row 4, column "upn": This UPN or pupil id stands in row 2 as well. Every pupil may stand on the rosters once: remove one of the two rows, or correct the one that is wrong."#);
    insta::assert_snapshot!(roster("upn,forename,surname\n,Ada,Penrose\nA2,,\n"), @r#"
    pupils.csv, row 2, column "upn": This pupil has no UPN or pupil id. Fill one in; until a new pupil has a UPN, any id that nobody else has will do.
    pupils.csv, row 3, column "surname": This pupil has no name. Fill it in, or remove the row.
    "#);
    insta::assert_snapshot!(roster("upn,forename,surname,dob\nA1,Ada,Penrose,3/4/19\n"), @r#"pupils.csv, row 2, column "dob": This cell cannot be understood. What is accepted: a date such as 2026-10-05 or 05/10/2026 (day first)."#);
    insta::assert_snapshot!(roster("upn,forename,surname\nA1,\"Ada,Penrose\nA2,Ben,Achebe\n"), @"pupils.csv, row 2: A quotation mark opens a cell of this row and is never closed, so that the rows behind it cannot be told apart. Remove it, or export the file again.");
    insta::assert_snapshot!(roster("upn,forename,surname\nA1,\"Ada\"x,Penrose\n"), @"pupils.csv, row 2: Something stands behind the closing quotation mark of a cell of this row, so that its cells cannot be told apart. Remove the quotation marks, or export the file again.");
    insta::assert_snapshot!(roster("upn,forename,surname\nA1,Ada,Penrose,Jones\n"), @"pupils.csv, row 2: This row has more cells than there are headings (3). A comma within a cell parts it in two unless the cell stands in quotation marks: export the file again, or mend the row.");
    insta::assert_snapshot!(roster("upn,forename,surname,class\nA1,Ada,Penrose,4W\nA2,Be"), @"pupils.csv, row 3: The file ends in the middle of this row. It may have been cut off: export it again.");
    insta::assert_snapshot!(roster("upn,forename,surname\n\"A1\",\"Ada\nPenrose\",\"Xu\"\n"), @r#"pupils.csv, row 2, column "forename": This cell runs over several lines or is far too long. A quotation mark that is not closed can do that: mend the row, or export the file again."#);
    insta::assert_snapshot!(roster("upn,forename,surname\n"), @"pupils.csv: There are headings and no pupils. Export the register again, or remove the file.");
    insta::assert_snapshot!(roster("Ada,Penrose\nBen,Achebe\n"), @r#"pupils.csv: No row of headings was found in the first 15 rows. The register needs one, with headings such as "UPN", "forename", "surname", "name" and "year"."#);
    insta::assert_snapshot!(roster("\u{0}"), @"pupils.csv: This is not a text file, whatever its name says. Export it again as CSV or as an Excel workbook.");
    insta::assert_snapshot!(refused(&[("pupils.csv", b"")]), @r#"pupils: There is no pupils.csv, no pupils.xlsx and no folder "pupils" of such files in the school's folder. Without it no pupil can be recognised, and nothing is released."#);
    insta::assert_snapshot!(refused(&[("pupils.xlsx", b"PK")]), @"pupils.xlsx: There is also pupils.csv, and only one of the two can be the register. Remove the one that is out of date: pupils.csv or pupils.xlsx.");
    insta::assert_snapshot!(refused(&[("pupils/4W.csv", PUPILS.as_bytes())]), @r#"pupils.csv: There is also a folder "pupils" with files, and only one of the two can be the register. Remove the one that is out of date."#);
    insta::assert_snapshot!(refused(&[("pupils.csv", b""), ("pupils/4W.xls", b"x")]), @"pupils/4W.xls: This kind of file cannot be read. Open it in a spreadsheet, save it as .xlsx or .csv, and remove this one.");
}

#[test]
fn a_pupil_in_two_classes_is_told_with_both_files() {
    let files: [(&str, &[u8]); 3] = [
        ("pupils.csv", b""),
        ("pupils/4W.csv", b"upn,name\nA1,Ada Penrose\n"),
        ("pupils/5A.csv", b"\nupn,name\nA2,Ben Achebe\nA1,Ada Penrose\n"),
    ];
    insta::assert_snapshot!(refused(&files), @r#"pupils/5A.csv, row 4, column "upn": This UPN or pupil id stands in row 2 of pupils/4W.csv as well. Every pupil may stand on the rosters once: remove one of the two rows, or correct the one that is wrong."#);
}

#[test]
fn more_pupils_than_the_limit_stop() {
    let toml = format!("{SCHOOL}[limits]\npupils = 1\n");
    insta::assert_snapshot!(refused(&[("school.toml", toml.as_bytes())]), @r#"pupils.csv, row 3: There are more than 1 pupils on the rosters. If that is right, raise "pupils" under [limits] in school.toml."#);
}

#[test]
fn a_missing_register_stops_unless_it_is_that_of_consent() {
    insta::assert_snapshot!(refused(&[("staff.csv", b"")]), @"staff: There is no staff.csv and no staff.xlsx in the school's folder. Without it nobody can be known to be allowed to post.");
    let records = opened(&[("consent.csv", b"")]);
    assert!(records.consent.is_empty());
    assert_eq!(records.digests.consent, None);
    insta::assert_snapshot!(warned(&records, ProblemKind::Warning), @"consent: There is no consent register (consent.csv or consent.xlsx). No record means no consent: no post that pictures a pupil is released.");
}

/// What one consent register leads to, with these columns listed.
fn consent(text: &str, columns: &str) -> Result<Records, String> {
    let toml = format!("{SCHOOL}[consent.columns]\n{columns}\n");
    let files = school(&[("school.toml", toml.as_bytes()), ("consent.csv", text.as_bytes())]);
    Records::open(files.path()).map_err(|error| error.to_string())
}

#[test]
fn a_consent_register_that_could_be_misunderstood_stops() {
    let social = "\"Photos\" = { medium = \"image\", channel = \"social\" }";
    let denied = "\"Photos\" = { medium = \"image\", channel = \"social\", denied = true }";
    let told = |text, columns| consent(text, columns).unwrap_err();
    insta::assert_snapshot!(told("upn,Photos,Press\nA1,y,n\n", social), @r#"consent.csv, row 1, column "Press": This column answers yes or no, and school.toml does not say to what. Add a line under [consent.columns] with its heading and { medium = ..., channel = ... }, or { ignore = true } if it has nothing to do with consent."#);
    insta::assert_snapshot!(told("upn,Press\nA1,n\n", social), @r#"
    consent.csv, row 1, column "Photos": school.toml lists this column under [consent.columns], and the register does not have it. Export it with that column, or take the line out of school.toml.
    consent.csv, row 1, column "Press": This column answers yes or no, and school.toml does not say to what. Add a line under [consent.columns] with its heading and { medium = ..., channel = ... }, or { ignore = true } if it has nothing to do with consent.
    "#);
    insta::assert_snapshot!(told("upn,Photos\nA1,x\n", social), @r#"consent.csv, row 2, column "Photos": This cell cannot be understood. What is accepted: y or n (also yes, no, 1, 0, a tick, granted, refused, withdrawn, objected, pending or nothing)."#);
    insta::assert_snapshot!(told("upn,Photos\nA1,granted\n", denied), @r#"consent.csv, row 2, column "Photos": This cell cannot be understood. What is accepted: y or n (also yes, no, 1, 0, a tick, granted, refused, withdrawn, objected, pending or nothing)."#);
    insta::assert_snapshot!(told("upn,Photos,photos\nA1,y,n\n", social), @r#"consent.csv, row 1, column "Photos": This column stands twice, in columns B and C. Remove one of them."#);
    insta::assert_snapshot!(told("upn,medium,channel\nA1,image,social\n", ""), @r#"consent.csv, row 1, column "decision": There is no such column, and the register cannot be read without it. Add it to the export; it may be headed "decision"."#);
    insta::assert_snapshot!(told("upn,medium,channel,decision\nA1,image,scoial,granted\nA1,pic,any,\n", ""), @r#"
    consent.csv, row 2, column "channel": This cell cannot be understood. What is accepted: one of "social", "website", "press", "newsletter", "any", "x", "facebook", "instagram", "youtube", "mastodon", "bluesky" or "other".
    consent.csv, row 3, column "medium": This cell cannot be understood. What is accepted: image, video, name or work.
    consent.csv, row 3, column "decision": This cell is empty. What is accepted: granted, refused, withdrawn, objected or pending.
    "#);
    insta::assert_snapshot!(
        told("upn,medium,channel,decision,from,until\nA1,image,any,granted,2026-09-02,2026-09-01\n", ""),
        @r#"consent.csv, row 2, column "until": This day is before the day under "from", so that the answer would never count. Correct one of the two."#
    );
    insta::assert_snapshot!(told("upn,medium,channel,decision\n,image,any,granted\n", ""), @r#"consent.csv, row 2, column "upn": Whose answer this is cannot be told. Fill in the UPN or pupil id, or remove the row."#);
}

#[test]
fn a_second_row_of_a_wide_register_can_only_be_stricter() {
    let social = "\"Photos\" = { medium = \"image\", channel = \"social\" }";
    let records =
        consent("upn,Photos,do not publish\nA1,n,y\nA1,y,\nA2,y,\nA2,n,\n", social).unwrap();
    for key in ["A1", "A2"] {
        let refused = (Medium::Image, "social".to_owned(), ConsentDecision::Refused);
        assert_eq!(answers(&records, key), [refused]);
    }
    assert!(pupil(&records, "A1").do_not_publish);
    insta::assert_snapshot!(warned(&records, ProblemKind::Warning), @"consent.csv: Pupils who have a row already have another: rows 3 and 5. Of two answers to one question the stricter counts.");
}

#[test]
fn a_row_that_only_says_do_not_publish_is_enough() {
    let text = "upn,medium,channel,decision,do not publish,reason\nA2,,,,y,secret\nA1,image,any,granted,,\n";
    let records = consent(text, "").unwrap();
    assert!(pupil(&records, "A2").do_not_publish);
    assert!(!pupil(&records, "A1").do_not_publish);
    assert_eq!(answers(&records, "A2"), []);
}

#[test]
fn text_files_are_read_as_every_spreadsheet_writes_them() {
    let text = "UPN;Forename;Surname;Class\r\nA1;Zoë;O’Neill;4W\r\n\r\nA2;\"Siân \"\"Shan\"\"\";Rees;4W\r\n";
    let utf16: Vec<u8> =
        [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let windows = encoding_rs::WINDOWS_1252.encode(text).0.into_owned();
    let marked = [b"\xEF\xBB\xBF", text.as_bytes()].concat();
    let tabs = text.replace(';', "\t");
    for bytes in [text.as_bytes(), &utf16, &windows, &marked, tabs.as_bytes()] {
        let records = opened(&[("pupils.csv", bytes)]);
        assert_eq!(pupil(&records, "A1").forename, "Zoë");
        assert_eq!(pupil(&records, "A1").surname, "O’Neill");
        assert_eq!(pupil(&records, "A2").forename, "Siân \"Shan\"");
    }
}

/// A workbook as offices make them: a title, a blank row, date cells, numbers.
fn workbook() -> Workbook {
    let mut workbook = Workbook::new();
    let day = Format::new().set_num_format("dd/mm/yyyy");
    let sheet = workbook.add_worksheet();
    sheet.write(0, 0, "Class lists, autumn").unwrap();
    for (column, heading) in ["Pupil ID", "Surname", "Forename", "Year", "DOB"].iter().enumerate() {
        sheet.write(2, u16::try_from(column).unwrap(), *heading).unwrap();
    }
    for (row, (id, surname, forename)) in
        [(1001.0, "Penrose", "Ada"), (1002.0, "Achebe", "Ben")].into_iter().enumerate()
    {
        let row = u32::try_from(row).unwrap() + 4;
        sheet.write(row, 0, id).unwrap();
        sheet.write(row, 1, surname).unwrap();
        sheet.write(row, 2, forename).unwrap();
        sheet.write(row, 3, 4.0).unwrap();
        let born = ExcelDateTime::from_ymd(2018, 3, 14).unwrap();
        sheet.write_with_format(row, 4, born, &day).unwrap();
    }
    workbook
}

#[test]
fn workbooks_are_read_with_their_dates_and_numbers() {
    let mut book = workbook();
    book.add_worksheet().write(0, 0, "Notes of the office").unwrap();
    book.add_worksheet();
    let records = opened(&[("pupils.csv", b""), ("pupils.xlsx", &book.save_to_buffer().unwrap())]);
    let ada = pupil(&records, "1001");
    assert_eq!(ada.year.as_deref(), Some("4"));
    assert_eq!(ada.born, Some(date(2018, 3, 14)));
    assert_eq!(records.roster.pupils().len(), 2);
    insta::assert_snapshot!(warned(&records, ProblemKind::Ignored), @"pupils.xlsx: Sheet 2 of this workbook was not read.");
}

#[test]
fn problems_of_a_workbook_name_the_row_that_the_spreadsheet_shows() {
    let mut book = workbook();
    let sheet = book.worksheet_from_index(0).unwrap();
    sheet.write(5, 0, 1001.0).unwrap();
    let day = Format::new().set_num_format("dd/mm/yyyy");
    sheet.write_with_format(6, 0, 1003.0, &day).unwrap();
    sheet.write(6, 1, "Dobbs").unwrap();
    sheet.write(7, 0, 1004.0).unwrap();
    sheet.write(7, 2, "Cy").unwrap();
    sheet.write(7, 4, "March").unwrap();
    let bytes = book.save_to_buffer().unwrap();
    insta::assert_snapshot!(refused(&[("pupils.csv", b""), ("pupils.xlsx", &bytes)]), @r#"
    pupils.xlsx, row 7, column "Pupil ID": A date stands here where a text belongs: the spreadsheet may have turned it into one. Format the cell as text and type it again.
    pupils.xlsx, row 8, column "DOB": This cell cannot be understood. What is accepted: a date such as 2026-10-05 or 05/10/2026 (day first).
    pupils.xlsx, row 6, column "Pupil ID": This UPN or pupil id stands in row 5 as well. Every pupil may stand on the rosters once: remove one of the two rows, or correct the one that is wrong.
    "#);
}

#[test]
fn two_sheets_that_look_like_the_register_stop() {
    let mut book = workbook();
    let sheet = book.add_worksheet();
    for (column, heading) in ["UPN", "Forename", "Surname"].iter().enumerate() {
        sheet.write(0, u16::try_from(column).unwrap(), *heading).unwrap();
    }
    let bytes = book.save_to_buffer().unwrap();
    insta::assert_snapshot!(refused(&[("pupils.csv", b""), ("pupils.xlsx", &bytes)]), @"pupils.xlsx: Sheets 1 and 2 of this workbook all look like the register, and only one can be. Keep the one that counts and move the others to a file of their own.");
}

#[test]
fn the_plain_column_beside_a_legal_one_is_the_name_in_use() {
    let text =
        "upn,legal forename,forename,legal surname,surname\nA1,Adelaide,Addie,Penrose,Marlow\n";
    let records = opened(&[("pupils.csv", text.as_bytes())]);
    let ada = pupil(&records, "A1");
    assert_eq!((ada.forename.as_str(), ada.known_as()), ("Adelaide", "Addie"));
    assert_eq!(
        (ada.surname.as_str(), ada.preferred_surname.as_deref()),
        ("Penrose", Some("Marlow"))
    );
}

#[test]
fn a_preferred_name_loses_the_surname_behind_it() {
    let text = "upn,forename,surname,preferred name\nA1,Adelaide,Penrose,Addie Penrose\nA2,Ben,Achebe,Ben\n";
    let records = opened(&[("pupils.csv", text.as_bytes())]);
    assert_eq!(pupil(&records, "A1").known_as(), "Addie");
    assert_eq!(pupil(&records, "A2").preferred_forename, None);
}

#[test]
fn the_upn_is_the_key_and_the_pupil_id_stands_in_for_a_blank_one() {
    let text = "pupil id,upn,name\n7,A1,Ada Penrose\n8,,Ben Achebe\n";
    let records = opened(&[("pupils.csv", text.as_bytes())]);
    assert_eq!(pupil(&records, "A1").forename, "Ada");
    assert_eq!(pupil(&records, "8").forename, "Ben");
    insta::assert_snapshot!(warned(&records, ProblemKind::Warning), @"pupils.csv: There is no UPN in row 3, and the pupil id is used instead. Add the UPN when it is known.");
}

#[test]
fn digests_are_those_of_the_files() {
    let one = opened(&[]);
    let same = opened(&[]);
    assert_eq!(one.digests, same.digests);
    let changed = opened(&[("pupils.csv", b"upn,name\nA1,Ada Penrose\n")]);
    assert_ne!(one.digests.pupils, changed.digests.pupils);
    assert_eq!(one.digests.staff, changed.digests.staff);
    assert_eq!(one.digests.pupils.as_ref().map(String::len), Some(64));
}

#[test]
fn nothing_shows_who_is_in_the_registers() {
    let records = Records::open(&fixture("primary")).unwrap();
    let shown = format!("{records:?}{:?}", records.roster.pupils());
    for name in ["Okonkwo", "Chidinma", "H801200126001", "Tranter", "court"] {
        assert!(!shown.contains(name));
    }
}

#[test]
fn the_nearest_school_upwards_is_found() {
    let folder = school(&[]);
    let deep = folder.path().join("inbox/x/draft");
    fs::create_dir_all(&deep).unwrap();
    let found = find_school(&deep).unwrap();
    assert_eq!(found.canonicalize().unwrap(), folder.path().canonicalize().unwrap());
    let elsewhere = tempfile::tempdir().unwrap();
    assert!(matches!(
        Records::open(elsewhere.path()),
        Err(RecordsError::NoSchoolFile(path)) if path == elsewhere.path()
    ));
}

#[test]
fn a_school_file_is_read_from_its_text_alone() {
    let school = gatepost_records::SchoolFile::parse(
        "name = \"Test\"\npolicy = \"strict\"\n[[account]]\nid = \"news\"\nplatform = \"Newsletter\"\n",
    )
    .unwrap();
    assert_eq!(school.account("news").unwrap().channel(), "newsletter");
    assert_eq!(school.calendar.timezone.iana_name(), Some("Europe/London"));
    let error = gatepost_records::SchoolFile::parse("name = 7\npolicy = \"strict\"\n").unwrap_err();
    insta::assert_snapshot!(error, @r#"school.toml, line 1: "name" should be a text in quotation marks; what stands there is a number."#);
}

#[test]
fn staff_ids_on_no_register_are_told_with_their_line() {
    let toml = format!("{SCHOOL}[people]\nhead = \"S1\"\ndsl = [\"S1\",\n  \"S9\"]\n");
    let records = opened(&[("school.toml", toml.as_bytes())]);
    insta::assert_snapshot!(warned(&records, ProblemKind::Warning), @r#"school.toml, line 9: The staff id given for "dsl" under [people] is not on the staff register. Correct it, or add the person."#);
}

#[test]
fn sample_rosters_beside_the_repository_are_read() {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/names");
    for (roster, staff, pupils) in
        [("uk_roster.csv", Some("uk_staff.csv"), 50), ("dev.roster.csv", None, 100)]
    {
        let Ok(bytes) = fs::read(samples.join(roster)) else {
            println!("skipped: {roster} is not here");
            continue;
        };
        let staff = staff.and_then(|name| fs::read(samples.join(name)).ok());
        let staff = staff.unwrap_or_else(|| STAFF.into());
        let records =
            opened(&[("pupils.csv", &bytes), ("staff.csv", &staff), ("consent.csv", b"")]);
        assert!(records.roster.pupils().len() > pupils, "{roster}");
        assert!(records.roster.pupils().iter().all(|pupil| !pupil.forename.is_empty()));
    }
}
