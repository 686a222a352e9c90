//! The staff register, from its file.
//!
//! Whoever is not on it cannot write a post, and who has no `y` under `authorised` may not: where that
//! column is missing nobody may, which is said.

use std::collections::{BTreeMap, HashMap};

use gatepost_model::StaffId;
use jiff::civil::Date;

use super::footer::is_footer;
use super::names::parts;
use crate::columns::{Field, plain};
use crate::files::RegisterFile;
use crate::platform::{PLATFORMS, platform};
use crate::problem::{Problem, Problems, shown_rows};
use crate::reader::Reader;
use crate::sheet::Row;
use crate::staff::{Staff, StaffRegister};
use crate::table::{Table, content, listed};

const ID: usize = 0;
const FORENAME: usize = 1;
const SURNAME: usize = 2;
const NAME: usize = 3;
const TITLE: usize = 4;
const EMAIL: usize = 5;
const ROLE: usize = 6;
const AUTHORISED: usize = 7;
const TRAINED: usize = 8;
const AGREEMENT: usize = 9;
const LEAVES: usize = 10;

/// The fields of the staff register.
const FIELDS: &[Field] = &[
    Field {
        label: "staff id",
        names: &["staffid"],
        also: &["staffcode", "staffnumber", "employeeid", "employeenumber", "id"],
    },
    Field {
        label: "forename",
        names: &["forename"],
        also: &["firstname", "legalforename", "preferredforename", "givenname"],
    },
    Field {
        label: "surname",
        names: &["surname"],
        also: &["lastname", "legalsurname", "familyname"],
    },
    Field { label: "name", names: &["name"], also: &["fullname", "staffname"] },
    Field { label: "title", names: &["title"], also: &[] },
    Field {
        label: "email",
        names: &["email"],
        also: &["emailaddress", "workemail", "schoolemail", "workemailaddress"],
    },
    Field { label: "role", names: &["role"], also: &["jobtitle", "post", "position", "jobrole"] },
    Field {
        label: "authorised",
        names: &["authorised"],
        also: &["authorisedtopost", "authorized", "authorizedtopost", "maypost"],
    },
    Field {
        label: "trained on",
        names: &["trainedon"],
        also: &["trained", "trainingdate", "lasttrained", "lasttrainedon"],
    },
    Field {
        label: "agreement signed",
        names: &["agreementsigned"],
        also: &["agreementsignedon", "agreement", "signedagreement"],
    },
    Field {
        label: "leaving date",
        names: &["leavingdate"],
        also: &["dateofleaving", "leavedate", "dateleft", "leaverdate"],
    },
];

/// Words before a name that are no part of it.
const TITLES: &[&str] =
    &["mr", "mrs", "miss", "ms", "mx", "dr", "prof", "professor", "rev", "sir", "dame"];

/// Reads the staff register.
pub(crate) fn read(file: &RegisterFile, problems: &mut Problems) -> StaffRegister {
    let Some(content) = content(file, problems) else { return StaffRegister::default() };
    let Some(mut table) = Table::find(&file.shown, &content, FIELDS, &[], problems) else {
        return StaffRegister::default();
    };
    let before = problems.stops();
    table.require(ID, problems);
    if !table.has(NAME) || table.has(FORENAME) || table.has(SURNAME) {
        table.require(FORENAME, problems);
        table.require(SURNAME, problems);
    }
    if problems.stops() > before {
        return StaffRegister::default();
    }
    let trained = trained_columns(&table, problems);
    if !table.has(AUTHORISED) {
        let message = "There is no such column, so nobody counts as authorised to post. Add it, with y for \
                       everyone who may.";
        let problem = Problem::warning(&file.shown, message);
        problems.push(problem.row(table.heading_row).column("authorised"));
    }
    table.mark_known(trained.iter().map(|(column, _)| *column).collect());

    let (mut staff, mut rows, mut footers) = (Vec::new(), Vec::new(), Vec::new());
    let mut row = Row::default();
    while table.next_into(&mut row, problems) {
        let mut reader = Reader { table: &table, row: &row, problems };
        match person(&mut reader, &trained) {
            Entry::Person(person) => {
                staff.push(*person);
                rows.push(row.number);
            }
            Entry::Footer => footers.push(row.number),
            Entry::Wrong => {}
        }
    }
    if !footers.is_empty() {
        let message = format!("A line under the table was left out: {}.", shown_rows(&footers));
        problems.push(Problem::warning(&file.shown, message));
    }
    if staff.is_empty() && problems.stops() == before {
        let message = "There are headings and nobody under them. Export the register again.";
        problems.push(Problem::stop(&file.shown, message));
    }
    shared_addresses(&file.shown, &staff, &rows, problems);
    let (register, doubled) = StaffRegister::build(staff);
    for (first, second) in doubled {
        let row = |index: usize| rows.get(index).copied().unwrap_or_default();
        let message = format!(
            "This staff id stands in row {} as well. Everyone needs an id of their own: correct the one that \
             is wrong, or remove one of the two rows.",
            row(first)
        );
        problems.push(Problem::stop(&file.shown, message).row(row(second)).column("staff id"));
    }
    register
}

enum Entry {
    Person(Box<Staff>),
    Footer,
    Wrong,
}

/// The columns `trained on PLATFORM`, each with its platform.
fn trained_columns(table: &Table<'_>, problems: &mut Problems) -> Vec<(usize, &'static str)> {
    let mut columns: Vec<(usize, &'static str)> = Vec::new();
    for (column, heading) in table.headings.iter().enumerate() {
        let plain = plain(heading);
        let Some(word) = plain.strip_prefix("trainedon").filter(|word| !word.is_empty()) else {
            continue;
        };
        let message = match platform(word) {
            Some(platform) if columns.iter().any(|(_, other)| *other == platform) => {
                "This column stands twice. Remove one of them.".to_owned()
            }
            Some(platform) => {
                columns.push((column, platform));
                continue;
            }
            None => format!(
                "This column does not name a platform. What may follow \"trained on\": {}.",
                listed(PLATFORMS)
            ),
        };
        let problem = Problem::stop(&table.file, message);
        problems.push(problem.row(table.heading_row).column(heading));
    }
    columns
}

fn person(reader: &mut Reader<'_, '_>, trained: &[(usize, &'static str)]) -> Entry {
    let before = reader.problems.stops();
    let id = reader.text(ID);
    let (title, forename, surname) = name(reader);
    let nameless = forename.is_empty() && surname.is_empty();
    if reader.problems.stops() > before {
        return Entry::Wrong;
    }
    if (nameless || id.is_none()) && is_footer(reader.row) || nameless && id.is_none() {
        return Entry::Footer;
    }
    let Some(id) = id else {
        reader.stop(ID, "This member of staff has no staff id. Fill one in that nobody else has.");
        return Entry::Wrong;
    };
    if nameless {
        let field = if reader.table.has(NAME) { NAME } else { SURNAME };
        reader.stop(field, "This member of staff has no name. Fill it in, or remove the row.");
        return Entry::Wrong;
    }
    let dates: BTreeMap<String, Date> = trained
        .iter()
        .filter_map(|&(column, platform)| Some((platform.to_owned(), reader.date_in(column)?)))
        .collect();
    let person = Staff {
        id: StaffId::new(id),
        title,
        forename,
        surname,
        email: reader.text(EMAIL).map(str::to_owned),
        role: reader.text(ROLE).map(str::to_owned),
        authorised: reader.yes(AUTHORISED).unwrap_or(false),
        trained_on: reader.date(TRAINED),
        trained_on_platform: dates,
        agreement_signed: reader.date(AGREEMENT),
        leaves: reader.date(LEAVES),
    };
    if reader.problems.stops() > before { Entry::Wrong } else { Entry::Person(Box::new(person)) }
}

/// Title, forename and surname.
fn name(reader: &mut Reader<'_, '_>) -> (Option<String>, String, String) {
    let title = reader.text(TITLE).map(str::to_owned);
    let own = |text: Option<&str>| text.unwrap_or_default().to_owned();
    let (forename, surname) = (own(reader.text(FORENAME)), own(reader.text(SURNAME)));
    let Some(whole) = reader.text(NAME).filter(|_| forename.is_empty() && surname.is_empty())
    else {
        return (title, forename, surname);
    };
    let first = whole.split_whitespace().next().unwrap_or("");
    if TITLES.contains(&first.trim_end_matches('.').to_lowercase().as_str()) {
        let rest = whole.strip_prefix(first).unwrap_or(whole).trim();
        let named = parts(rest);
        // "Mrs King": what follows a title alone is a surname.
        let (forename, surname) = if named.surname.is_empty() {
            (String::new(), named.forename)
        } else {
            (named.forename, named.surname)
        };
        (title.or(Some(first.to_owned())), forename, surname)
    } else {
        let named = parts(whole);
        (title, named.forename, named.surname)
    }
}

/// Warns of an e-mail address that two people have: as an author it means neither.
fn shared_addresses(file: &str, staff: &[Staff], rows: &[usize], problems: &mut Problems) {
    let mut seen: HashMap<String, usize> = HashMap::new();
    for (person, &row) in staff.iter().zip(rows) {
        let Some(email) = &person.email else { continue };
        if let Some(first) = seen.insert(email.to_lowercase(), row) {
            let message = format!(
                "The same e-mail address stands in row {first}. A draft whose author is given by it is held, \
                 as it could be either of them: the staff id tells them apart."
            );
            problems.push(Problem::warning(file, message).row(row).column("email"));
        }
    }
}
