//! The registers: whole, right in form, the same every time, and true on every day of the year.

#![allow(clippy::unwrap_used, reason = "a test that cannot read what it tests has failed")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use gatepost_example::{File, registers, registers_wide};
use jiff::civil::{Date, date};

const DAY: Date = date(2026, 11, 20);

/// The rows of a table, by column.
fn rows(files: &[File], name: &str) -> Vec<BTreeMap<String, String>> {
    let file = files.iter().find(|file| file.path == Path::new(name)).unwrap();
    csv::Reader::from_reader(&*file.bytes).deserialize().map(Result::unwrap).collect()
}

fn school(files: &[File]) -> toml::Table {
    let file = files.iter().find(|file| file.path == Path::new("school.toml")).unwrap();
    toml::from_str(std::str::from_utf8(&file.bytes).unwrap()).unwrap()
}

#[test]
fn committed_files_are_what_the_generator_makes() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/school");
    for file in registers("woodstock", DAY) {
        let committed = std::fs::read(folder.join(&file.path)).unwrap();
        assert!(
            committed == file.bytes,
            "fixtures/school/{} is old: run `cargo run -p gatepost-example --example write-fixtures`",
            file.path.display()
        );
    }
}

#[test]
fn fourteen_classes_of_thirty() {
    let pupils = rows(&registers("woodstock", DAY), "pupils.csv");
    assert_eq!(pupils.len(), 420);
    let mut classes: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for pupil in &pupils {
        *classes.entry((&pupil["Year Group"], &pupil["Reg Group"])).or_default() += 1;
    }
    assert_eq!(classes.len(), 14);
    assert!(classes.values().all(|&size| size == 30), "{classes:?}");
}

#[test]
fn numbers_are_unique_and_their_letters_right() {
    let pupils = rows(&registers("woodstock", DAY), "pupils.csv");
    let numbers: BTreeSet<&str> = pupils.iter().map(|pupil| &*pupil["UPN"]).collect();
    assert_eq!(numbers.len(), pupils.len());
    for upn in numbers {
        let digits: Vec<usize> =
            upn[1..].chars().map(|c| c.to_digit(10).unwrap() as usize).collect();
        assert_eq!(digits.len(), 12);
        assert_eq!(digits[..3], [9, 9, 9], "an authority that is not in use");
        let sum: usize = digits.iter().zip(2..).map(|(digit, weight)| digit * weight).sum();
        // The alphabet without I, O and S.
        assert_eq!(upn.chars().next(), "ABCDEFGHJKLMNPQRTUVWXYZ".chars().nth(sum % 23), "{upn}");
    }
}

#[test]
fn names_are_as_varied_as_in_a_real_school() {
    let pupils = rows(&registers("woodstock", DAY), "pupils.csv");
    let share = |test: &dyn Fn(&BTreeMap<String, String>) -> bool| {
        pupils.iter().filter(|pupil| test(pupil)).count()
    };
    let surname = |pupil: &BTreeMap<String, String>| pupil["Legal Surname"].clone();
    assert!(share(&|pupil| !surname(pupil).is_ascii()) > 20, "diacritics");
    assert!(share(&|pupil| surname(pupil).contains('-')) > 5, "hyphens");
    assert!(share(&|pupil| surname(pupil).contains('\'')) > 2, "apostrophes");
    assert!(share(&|pupil| surname(pupil).contains(' ')) > 5, "particles");
    assert!(share(&|pupil| surname(pupil).chars().count() == 2) > 2, "two letters");
    assert!(share(&|pupil| !pupil["Preferred Forename"].is_empty()) > 8, "names used");
    assert!(share(&|pupil| !pupil["Middle Names"].is_empty()) > 80, "middle names");
    let mut families: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for pupil in &pupils {
        families.entry(surname(pupil)).or_default().insert(&pupil["Year Group"]);
    }
    assert!(families.values().filter(|years| years.len() > 1).count() > 30, "families");
    let surnames = families.len();
    assert!(surnames > 200, "only {surnames} surnames");
    let twice = pupils.iter().enumerate().filter(|(at, one)| {
        pupils[..*at].iter().any(|other| {
            ["Legal Forename", "Legal Surname", "Reg Group"].iter().all(|&c| one[c] == other[c])
        })
    });
    assert_eq!(twice.count(), 1, "one pair of one name in one class, and no other");
}

#[test]
fn the_same_people_every_year_and_the_same_bytes_every_time() {
    assert_eq!(registers("strict", DAY), registers("strict", DAY));
    let names = |day| -> Vec<(String, String)> {
        rows(&registers("strict", day), "pupils.csv")
            .into_iter()
            .map(|pupil| (pupil["Legal Forename"].clone(), pupil["Legal Surname"].clone()))
            .collect()
    };
    assert_eq!(names(DAY), names(date(2031, 2, 3)));
}

#[test]
fn school_toml_has_every_key_and_names_people_who_exist() {
    let files = registers("woodstock", DAY);
    let school = school(&files);
    let keys = [
        "name", "policy", "domains", "contacts", "address", "urn", "charity", "links", "handles",
        "places", "people", "account", "device", "calendar",
    ];
    assert_eq!(
        school.keys().map(String::as_str).collect::<BTreeSet<_>>(),
        keys.into_iter().collect::<BTreeSet<_>>()
    );
    assert_eq!(school["policy"].as_str(), Some("woodstock"));
    let staff: BTreeSet<String> =
        rows(&files, "staff.csv").into_iter().map(|person| person["Staff ID"].clone()).collect();
    assert_eq!(staff.len(), 38);
    let text = toml::to_string(&school).unwrap();
    for id in text.split('"').filter(|word| word.len() == 4 && word.starts_with("S0")) {
        assert!(staff.contains(id), "{id}");
    }
    let ids: Vec<&str> = school["account"]
        .as_array()
        .unwrap()
        .iter()
        .map(|account| account["id"].as_str().unwrap())
        .collect();
    assert_eq!(ids, ["x", "facebook", "website"]);
}

#[test]
fn a_path_with_backslashes_is_still_toml() {
    let files = registers(r"C:\packs\our own.toml", DAY);
    assert_eq!(school(&files)["policy"].as_str(), Some(r"C:\packs\our own.toml"));
}

#[test]
fn the_wide_form_lists_every_yes_or_no_column() {
    let files = registers_wide("woodstock", DAY);
    let columns = school(&files)["consent"]["columns"].as_table().unwrap().clone();
    let consent = rows(&files, "consent.csv");
    assert!(consent.len() > 380);
    for column in consent[0].keys() {
        let known = ["UPN", "Do not publish"].contains(&column.as_str());
        assert!(known || columns.contains_key(column), "{column}");
    }
    for row in &consent {
        for (column, cell) in row.iter().filter(|(column, _)| *column != "UPN") {
            assert!(["Y", "N", ""].contains(&cell.as_str()), "{column}: {cell}");
        }
    }
}

#[test]
fn dates_hold_together_on_every_day_of_the_year() {
    let mut day = date(2026, 1, 1);
    while day < date(2027, 1, 1) {
        let files = registers("woodstock", day);
        let mut granted: BTreeMap<(String, String, String), Date> = BTreeMap::new();
        for row in rows(&files, "consent.csv") {
            let from: Date = row["From"].parse().unwrap();
            let key = (row["UPN"].clone(), row["Medium"].clone(), row["Channel"].clone());
            match row["Decision"].as_str() {
                "granted" => {
                    let until: Date = row["Until"].parse().unwrap();
                    assert!(from < until);
                    granted.insert(key, from);
                }
                "withdrawn" => {
                    assert!(from < day, "withdrawn before {day}");
                    assert!(granted[&key] < from, "withdrawn after it was granted");
                }
                _ => assert!(from <= day, "answered by {day}"),
            }
        }
        for person in rows(&files, "staff.csv") {
            for column in ["Trained On", "Trained On Facebook", "Agreement Signed"] {
                if let Ok(on) = person[column].parse::<Date>() {
                    assert!(on < day);
                }
            }
        }
        day = day.tomorrow().unwrap();
    }
}
