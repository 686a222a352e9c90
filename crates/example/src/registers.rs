//! The files of a school folder: `school.toml`, `pupils.csv`, `staff.csv`, `consent.csv`.
//!
//! They are written as the contract of gatepost lays them down, and every key that `school.toml` may
//! have stands in it, but for `[limits]`, whose defaults suit.

use std::path::PathBuf;

use jiff::civil::{Date, date};

use crate::File;
use crate::calendar::{BELLS, Calendar, shift};
use crate::consent::{self, WIDE_COLUMNS};
use crate::csv::Table;
use crate::photo::{CANON_MODEL, CANON_SERIAL, IPAD_MODEL};
use crate::pupils::{Pupil, pupils};
use crate::staff::{AUTHOR, HEAD, Posting, STAFF};

/// The registers of Oakfield Primary School, with the consent register in long form.
///
/// `policy` is what `school.toml` names as its policy pack: the id of a built-in pack, or a path.
/// `today` is the day for which the school is made: it lies in the terms and years of the registers,
/// unless it is a holiday, and everybody's training and consent are dated by it. The same day gives
/// the same bytes.
pub fn registers(policy: &str, today: Date) -> Vec<File> {
    let calendar = Calendar::around(today);
    let pupils = pupils(&calendar);
    let consent = consent::long(&pupils, &calendar);
    files(policy, &calendar, &pupils, "", consent)
}

/// The same school with the consent register in wide form: a row a pupil, a y/n column a use.
///
/// See [`registers`] for the arguments. This form has no dates: the draft that shows a withdrawn
/// consent is held with it by `consent/refused`.
pub fn registers_wide(policy: &str, today: Date) -> Vec<File> {
    let calendar = Calendar::around(today);
    let pupils = pupils(&calendar);
    let consent = consent::wide(&pupils);
    files(policy, &calendar, &pupils, WIDE_COLUMNS, consent)
}

fn files(
    policy: &str,
    calendar: &Calendar,
    pupils: &[Pupil],
    columns: &str,
    consent: Vec<u8>,
) -> Vec<File> {
    let file = |path: &str, bytes| File { path: PathBuf::from(path), bytes };
    vec![
        file("school.toml", school(policy, calendar, columns).into_bytes()),
        file("pupils.csv", roster(pupils)),
        file("staff.csv", staff(calendar)),
        file("consent.csv", consent),
    ]
}

fn roster(pupils: &[Pupil]) -> Vec<u8> {
    let mut table = Table::new(&[
        "UPN",
        "Legal Forename",
        "Preferred Forename",
        "Middle Names",
        "Legal Surname",
        "Preferred Surname",
        "Year Group",
        "Reg Group",
        "Date of Birth",
        "Leaving Date",
        "Do Not Publish",
        "Reason",
    ]);
    for pupil in pupils {
        let year = if pupil.year == 0 { "R".to_owned() } else { format!("Year {}", pupil.year) };
        let leaves = pupil.leaves.map(british).unwrap_or_default();
        let (never, reason) =
            if pupil.do_not_publish { ("Y", "Ask the safeguarding lead") } else { ("N", "") };
        table.row(&[
            &pupil.upn,
            &pupil.forename,
            &pupil.known_as,
            &pupil.middle,
            &pupil.surname,
            &pupil.surname_used,
            &year,
            pupil.class,
            &british(pupil.born),
            &leaves,
            never,
            reason,
        ]);
    }
    table.bytes()
}

fn staff(calendar: &Calendar) -> Vec<u8> {
    let mut table = Table::new(&[
        "Staff ID",
        "Title",
        "Forename",
        "Surname",
        "Email",
        "Role",
        "Authorised",
        "Trained On",
        "Trained On Facebook",
        "Agreement Signed",
        "Leaving Date",
    ]);
    for person in STAFF {
        let on = |days: Option<i32>| {
            days.map(|days| shift(calendar.today, days).to_string()).unwrap_or_default()
        };
        let trained = on(person.trained.map(|days| -days));
        // The lead went on a course for Facebook of its own.
        let facebook = if person.id == AUTHOR { on(Some(-30)) } else { String::new() };
        table.row(&[
            person.id,
            person.title,
            person.forename,
            person.surname,
            &person.email(),
            person.role,
            if person.posting == Posting::Authorised { "y" } else { "n" },
            &trained,
            &facebook,
            &on(person.signed.map(|days| -days)),
            &on(person.leaves),
        ]);
    }
    table.bytes()
}

/// Day first, as the exports of British systems write dates.
fn british(day: Date) -> String {
    format!("{:02}/{:02}/{:04}", day.day(), day.month(), day.year())
}

/// Who is the safeguarding lead, and who fills the further roles that a policy names. At two of the
/// schools the head leads on safeguarding.
fn roles(policy: &str) -> (&'static str, &'static str) {
    match policy {
        "holme-court" => (r#"["S002", "S005"]"#, "administrator = \"S030\"\n"),
        "holy-cross" => (r#"["S002", "S005"]"#, "computing-lead = \"S016\"\n"),
        "crockham-hill" => {
            (r#"["S001"]"#, "deputy-dsl = [\"S002\", \"S005\"]\nsafeguarding-governor = \"S035\"\n")
        }
        "hemswell-cliff" => (r#"["S001"]"#, ""),
        _ => (r#"["S002", "S005"]"#, ""),
    }
}

fn school(policy: &str, calendar: &Calendar, columns: &str) -> String {
    let approved = calendar.year_began();
    let assessed = date(approved.year(), 6, 24);
    let bells = BELLS.map(|bell| format!("{bell:?}")).join(", ");
    let terms: Vec<String> = calendar
        .terms
        .iter()
        .map(|term| format!("  {{ from = {}, to = {} }},\n", term.from, term.to))
        .collect();
    let terms = terms.concat();
    let inset: Vec<String> = calendar.inset.iter().map(ToString::to_string).collect();
    let inset = inset.join(", ");
    let (dsl, more) = roles(policy);
    format!(
        r#"# An invented school: every person, number and address here is made up.
name     = "Oakfield Primary School"
policy   = {policy:?}
domains  = ["oakfield.example"]
contacts = ["office@oakfield.example", "01632 960123"]
address  = "Oakfield Lane, Anytown, ZE99 1ZZ"
urn      = "138982"
charity  = "1234567"
links    = ["bbc.co.uk", "gov.uk"]
handles  = ["@OakfieldPTA"]
places   = ["Lincoln Building", "Nightingale Room", "Florence Hall", "Brunel", "Curie", "Seacole", "Turing"]

[people]
head = "{HEAD}"
dsl  = {dsl}
business-manager = "S003"
slt  = ["{HEAD}", "S002", "S004"]
chair-of-governors = "S033"
network-manager = "S029"
{more}
[[account]]
id = "x"
platform = "x"
handle = "@OakfieldPrimary"
email = "media@oakfield.example"
aim = "Quick examples of work, events and achievements"
audience = "Families and the village"
promotion = "Newsletter and school gate"
access = "open"
lead = "{AUTHOR}"
approved_by = "{HEAD}"
approved_on = {approved}
risk_assessed_by = ["{HEAD}", "S002"]
risk_assessed_on = {assessed}
operators = ["S003", "{AUTHOR}"]
consent_channel = "social"

[[account]]
id = "facebook"
platform = "facebook"
handle = "@OakfieldPrimarySchool"
email = "media@oakfield.example"
aim = "News and reminders for families"
audience = "Families"
promotion = "Newsletter"
access = "closed"
lead = "S003"
approved_by = "{HEAD}"
approved_on = {approved}
risk_assessed_by = ["{HEAD}", "S002"]
risk_assessed_on = {assessed}
operators = ["S003", "{AUTHOR}", "S021"]
consent_channel = "social"

[[account]]
id = "website"
platform = "website"
email = "office@oakfield.example"
aim = "What the school does, and what families need to know"
audience = "Everyone"
promotion = "Every letter home"
access = "open"
lead = "S003"
approved_by = "{HEAD}"
approved_on = {approved}
risk_assessed_by = ["{HEAD}", "S002"]
risk_assessed_on = {assessed}
operators = ["S003", "{AUTHOR}"]
consent_channel = "website"

[[device]]
make = "Canon"
model = "{CANON_MODEL}"
serial = "{CANON_SERIAL}"
approved_by = "S003"

[[device]]
make = "Apple"
model = "{IPAD_MODEL}"
approved_by = "S003"
{columns}
[calendar]
timezone = "Europe/London"
teaching = [{bells}]
terms = [
{terms}]
inset = [{inset}]
"#
    )
}
