//! The class rosters, from their files.
//!
//! Every pupil has a key (the UPN, or the pupil id of the school's own system where the UPN is blank)
//! and a name. A row that has neither is a line under the table, and told; a row with one of them is an
//! error: a pupil whom the gate does not know is a pupil whom it cannot protect.

use std::collections::HashMap;

use gatepost_model::PupilKey;

use super::footer::is_footer;
use super::names::parts;
use crate::columns::Field;
use crate::files::RegisterFile;
use crate::problem::{Problem, Problems, shown_rows};
use crate::pupils::{Pupil, Roster};
use crate::reader::Reader;
use crate::sheet::Row;
use crate::table::{Table, content};

const UPN: usize = 0;
const ID: usize = 1;
const LEGAL_FORENAME: usize = 2;
const FORENAME: usize = 3;
const PREFERRED_FORENAME: usize = 4;
const MIDDLE: usize = 5;
const LEGAL_SURNAME: usize = 6;
const SURNAME: usize = 7;
const PREFERRED_SURNAME: usize = 8;
const NAME: usize = 9;
const YEAR: usize = 10;
const CLASS: usize = 11;
const BORN: usize = 12;
const LEAVES: usize = 13;
const DO_NOT_PUBLISH: usize = 14;

/// The fields of a roster.
pub(crate) const FIELDS: &[Field] = &[
    Field { label: "UPN", names: &["upn"], also: &["uniquepupilnumber", "upnnumber", "pupilupn"] },
    Field {
        label: "pupil id",
        names: &["pupilid"],
        also: &[
            "studentid",
            "misid",
            "arborstudentid",
            "admissionnumber",
            "admissionno",
            "admno",
            "adno",
            "pupilnumber",
            "studentnumber",
            "personid",
        ],
    },
    Field {
        label: "legal forename",
        names: &["legalforename"],
        also: &["legalfirstname", "legalforenames"],
    },
    Field {
        label: "forename",
        names: &["forename", "firstname"],
        also: &["forenames", "givenname", "givennames", "pupilforename", "studentforename"],
    },
    Field {
        label: "preferred forename",
        names: &["preferredforename", "knownas"],
        also: &[
            "preferredfirstname",
            "preferredname",
            "chosenname",
            "chosenforename",
            "usualforename",
        ],
    },
    Field {
        label: "middle names",
        names: &["middlenames"],
        also: &["middlename", "legalmiddlenames", "legalmiddlename"],
    },
    Field { label: "legal surname", names: &["legalsurname"], also: &["legallastname"] },
    Field {
        label: "surname",
        names: &["surname"],
        also: &["lastname", "familyname", "pupilsurname", "studentsurname"],
    },
    Field {
        label: "preferred surname",
        names: &["preferredsurname"],
        also: &["preferredlastname", "chosensurname", "knownassurname", "usualsurname"],
    },
    Field {
        label: "name",
        names: &["name"],
        also: &[
            "fullname",
            "pupilname",
            "studentname",
            "pupil",
            "student",
            "pupilfullname",
            "legalname",
        ],
    },
    Field {
        label: "year",
        names: &["year", "yeargroup"],
        also: &["yr", "ncyear", "nationalcurriculumyear", "curriculumyear", "yrgroup"],
    },
    Field {
        label: "class",
        names: &["class", "reggroup", "registrationgroup"],
        also: &[
            "regform",
            "registrationform",
            "form",
            "formgroup",
            "tutorgroup",
            "classname",
            "reg",
        ],
    },
    Field {
        label: "date of birth",
        names: &["dob", "dateofbirth"],
        also: &["birthdate", "birthday"],
    },
    Field {
        label: "leaving date",
        names: &["leavingdate"],
        also: &["dateofleaving", "leavedate", "leaverdate", "dateleft"],
    },
    Field {
        label: "do not publish",
        names: &["donotpublish"],
        also: &["nevertopublish", "neverpublish", "nopublicity"],
    },
];

/// The rosters, and what else is known of whom they name.
#[derive(Default)]
pub(crate) struct Pupils {
    /// Everyone.
    pub(crate) roster: Roster,
    ids: Ids,
}

/// Pupil ids of pupils whose key is their UPN. They are needed only where the consent register goes by
/// them, and so kept end to end in one text.
#[derive(Default)]
struct Ids {
    text: String,
    /// Where an id ends, and the index of its pupil.
    ends: Vec<(usize, usize)>,
}

impl Ids {
    fn push(&mut self, id: &str, pupil: usize) {
        self.text.push_str(id);
        self.ends.push((self.text.len(), pupil));
    }
}

impl Pupils {
    /// Keys by pupil id, of pupils whose key is their UPN. Of two with one id neither is meant.
    pub(crate) fn by_id(&self) -> HashMap<&str, Option<&PupilKey>> {
        let mut by_id = HashMap::with_capacity(self.ids.ends.len());
        let mut start = 0;
        for &(end, pupil) in &self.ids.ends {
            let id = self.ids.text.get(start..end).unwrap_or("");
            let key = self.roster.pupils().get(pupil).map(|pupil| &pupil.key);
            by_id.entry(id).and_modify(|key| *key = None).or_insert(key);
            start = end;
        }
        by_id
    }
}

/// Reads the files of the rosters.
pub(crate) fn read(files: &[RegisterFile], most: usize, problems: &mut Problems) -> Pupils {
    let mut reading = Reading { most, ..Reading::default() };
    for (index, file) in files.iter().enumerate() {
        let Some(content) = content(file, problems) else { continue };
        let Some(mut table) = Table::find(&file.shown, &content, FIELDS, &[], problems) else {
            continue;
        };
        if !required(&table, problems) {
            continue;
        }
        let (before, stops) = (reading.pupils.len(), problems.stops());
        reading.file = index;
        let key = [UPN, ID].into_iter().find_map(|field| table.located.column(field));
        let heading = key.and_then(|column| table.headings.get(column));
        reading.key_headings.insert(index, heading.cloned().unwrap_or_default());
        reading.read(&mut table, problems);
        if reading.pupils.len() == before && problems.stops() == stops {
            let message =
                "There are headings and no pupils. Export the register again, or remove the file.";
            problems.push(Problem::stop(&file.shown, message));
        }
    }
    reading.finish(files, problems)
}

/// Asks for the columns without which there is no roster; false if one is missing.
fn required(table: &Table<'_>, problems: &mut Problems) -> bool {
    let before = problems.stops();
    if !table.has(ID) {
        table.require(UPN, problems);
    }
    let forename = [LEGAL_FORENAME, FORENAME].into_iter().any(|field| table.has(field));
    let surname = [LEGAL_SURNAME, SURNAME].into_iter().any(|field| table.has(field));
    if !table.has(NAME) || forename || surname {
        if !forename {
            table.require(FORENAME, problems);
        }
        if !surname {
            table.require(SURNAME, problems);
        }
    }
    problems.stops() == before
}

#[derive(Default)]
struct Reading {
    most: usize,
    file: usize,
    pupils: Vec<Pupil>,
    /// File and row of each.
    places: Vec<(usize, usize)>,
    ids: Ids,
    /// The heading over the keys, by file.
    key_headings: HashMap<usize, String>,
}

/// Rows of one file of which something is told together.
#[derive(Default)]
struct Told {
    footers: Vec<usize>,
    keyed_by_id: Vec<usize>,
}

impl Reading {
    fn read(&mut self, table: &mut Table<'_>, problems: &mut Problems) {
        let mut row = Row::default();
        let mut told = Told::default();
        let expected = table.expected_rows().min(self.most - self.pupils.len().min(self.most));
        self.pupils.reserve(expected);
        self.places.reserve(expected);
        while table.next_into(&mut row, problems) {
            let mut reader = Reader { table, row: &row, problems };
            let Some(pupil) = self.pupil(&mut reader, &mut told) else { continue };
            if self.pupils.len() == self.most {
                let message = format!(
                    "There are more than {} pupils on the rosters. If that is right, raise \"pupils\" under \
                     [limits] in school.toml.",
                    self.most
                );
                problems.push(Problem::stop(&table.file, message).row(row.number));
                break;
            }
            self.pupils.push(pupil);
            self.places.push((self.file, row.number));
        }
        if !told.footers.is_empty() {
            let message = format!(
                "A line under the table was left out, being no pupil: {}.",
                shown_rows(&told.footers)
            );
            problems.push(Problem::warning(&table.file, message));
        }
        if !told.keyed_by_id.is_empty() {
            let message = format!(
                "There is no UPN in {}, and the pupil id is used instead. Add the UPN when it is known.",
                shown_rows(&told.keyed_by_id)
            );
            problems.push(Problem::warning(&table.file, message));
        }
    }

    fn pupil(&mut self, reader: &mut Reader<'_, '_>, told: &mut Told) -> Option<Pupil> {
        let before = reader.problems.stops();
        let upn = reader.text(UPN);
        let id = reader.text(ID);
        let mut pupil = named(reader);
        let nameless = pupil.forename.is_empty() && pupil.surname.is_empty();
        let keyless = upn.is_none() && id.is_none();
        if reader.problems.stops() > before {
            return None;
        }
        if (nameless || keyless) && is_footer(reader.row) || nameless && keyless {
            told.footers.push(reader.row.number);
            return None;
        }
        if nameless {
            let field = if reader.table.has(NAME) { NAME } else { SURNAME };
            reader.stop(field, "This pupil has no name. Fill it in, or remove the row.");
            return None;
        }
        let Some(key) = upn.or(id) else {
            let field = if reader.table.has(UPN) { UPN } else { ID };
            let message = "This pupil has no UPN or pupil id. Fill one in; until a new pupil has a UPN, any \
                           id that nobody else has will do.";
            reader.stop(field, message);
            return None;
        };
        pupil.key = PupilKey::new(key);
        if upn.is_none() && reader.table.has(UPN) {
            told.keyed_by_id.push(reader.row.number);
        }
        pupil.year = reader.text(YEAR).map(str::to_owned);
        pupil.class = reader.text(CLASS).map(str::to_owned);
        pupil.born = reader.date(BORN);
        pupil.leaves = reader.date(LEAVES);
        pupil.do_not_publish = reader.yes(DO_NOT_PUBLISH).unwrap_or(false);
        if reader.problems.stops() > before {
            return None;
        }
        if let (Some(_), Some(id)) = (upn, id) {
            self.ids.push(id, self.pupils.len());
        }
        Some(pupil)
    }

    fn finish(self, files: &[RegisterFile], problems: &mut Problems) -> Pupils {
        let (roster, doubled) = Roster::build(self.pupils);
        for (first, second) in doubled {
            let place = |index: usize| {
                let (file, row) = self.places.get(index).copied().unwrap_or_default();
                let heading = self.key_headings.get(&file).map_or("", String::as_str);
                (files.get(file).map_or("", |file| file.shown.as_str()), row, heading)
            };
            let ((file, row, heading), (other_file, other_row, _)) = (place(second), place(first));
            let elsewhere = if file == other_file {
                format!("row {other_row}")
            } else {
                format!("row {other_row} of {other_file}")
            };
            let message = format!(
                "This UPN or pupil id stands in {elsewhere} as well. Every pupil may stand on the rosters once: \
                 remove one of the two rows, or correct the one that is wrong."
            );
            problems.push(Problem::stop(file, message).row(row).column(heading));
        }
        Pupils { roster, ids: self.ids }
    }
}

/// A pupil with a name and nothing else yet.
fn named(reader: &mut Reader<'_, '_>) -> Pupil {
    let mut pupil = Pupil {
        key: PupilKey::new(""),
        forename: String::new(),
        preferred_forename: None,
        middle_names: None,
        surname: String::new(),
        preferred_surname: None,
        year: None,
        class: None,
        born: None,
        leaves: None,
        do_not_publish: false,
    };
    let [forename, surname] =
        [(LEGAL_FORENAME, FORENAME), (LEGAL_SURNAME, SURNAME)].map(|(legal, plain)| {
            // Where both stand, the plain one is the name in use, as in exports from SIMS.
            let (legal, plain) = (reader.text(legal), reader.text(plain));
            (legal.or(plain), legal.and(plain))
        });
    let whole = reader.text(NAME);
    pupil.middle_names = reader.text(MIDDLE).map(tidy);
    if forename.0.is_none()
        && surname.0.is_none()
        && let Some(whole) = whole
    {
        let parts = parts(whole);
        pupil.forename = parts.forename;
        pupil.surname = parts.surname;
        pupil.preferred_forename = parts.preferred;
        pupil.middle_names = pupil.middle_names.or(parts.middle);
    } else {
        pupil.forename = forename.0.map(tidy).unwrap_or_default();
        pupil.surname = surname.0.map(tidy).unwrap_or_default();
    }
    let called = reader.text(PREFERRED_FORENAME).or(forename.1).map(tidy);
    let surname_used = reader.text(PREFERRED_SURNAME).or(surname.1).map(tidy);
    // "Preferred name" may hold the whole name: the surname behind it is not a part of the forename.
    let called = called.map(|called| {
        let surnames = [Some(&pupil.surname), surname_used.as_ref()];
        let bare = surnames.into_iter().flatten().find_map(|surname| {
            called.strip_suffix(surname.as_str())?.strip_suffix(' ').map(str::to_owned)
        });
        bare.unwrap_or(called)
    });
    let other = |name: &String, than: &str| !name.is_empty() && name != than;
    if let Some(called) = called.filter(|called| other(called, &pupil.forename)) {
        pupil.preferred_forename = Some(called);
    }
    pupil.preferred_surname = surname_used.filter(|surname| other(surname, &pupil.surname));
    pupil
}

/// A name with single blanks between its words.
fn tidy(name: &str) -> String {
    let odd = name.contains("  ")
        || name.contains(|letter: char| letter != ' ' && letter.is_whitespace());
    if odd { name.split_whitespace().collect::<Vec<_>>().join(" ") } else { name.to_owned() }
}
