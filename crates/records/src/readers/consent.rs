//! The consent register, from its file, in long or in wide form.
//!
//! Long form has a row for every answer, with the columns `medium` and `decision`. Wide form has a row
//! for every pupil and a y/n column for every question; which column asks what, `[consent.columns]` of
//! `school.toml` says, and a y/n column that it does not list is an error, as it may hold refusals.
//! Typed form is long form as the schools' systems export it: a consent type of the school's own and a
//! status; `[consent.columns]` lists the types as it lists columns. A blank answers nothing. The reason beside `do not publish` is never read.

use std::collections::HashMap;

use gatepost_model::PupilKey;

use super::answers::{
    Channels, DECISIONS, MEDIA, WIDE, decision_of, giver_of, medium_of, wide_answer,
};
use super::footer::is_footer;
use super::pupils::Pupils;
use super::typed::Types;
use crate::columns::{Field, Located, letter, plain};
use crate::consent::{ConsentEntry, ConsentRegister, Giver};
use crate::files::RegisterFile;
use crate::problem::{Problem, Problems, shown_rows};
use crate::pupils::Roster;
use crate::reader::Reader;
use crate::school::{Asks, SchoolFile, Sense};
use crate::sheet::Row;
use crate::table::{Content, Table, content};

const UPN: usize = 0;
const ID: usize = 1;
const MEDIUM: usize = 2;
const CHANNEL: usize = 3;
const DECISION: usize = 4;
const FROM: usize = 5;
const UNTIL: usize = 6;
const SOURCE: usize = 7;
const DO_NOT_PUBLISH: usize = 8;
pub(super) const TYPE: usize = 10;
pub(super) const STATUS: usize = 11;
pub(super) const DENIED: usize = 12;
pub(super) const GIVEN_ON: usize = 13;

/// The fields of the consent register.
const FIELDS: &[Field] = &[
    Field { label: "UPN", names: &["upn"], also: &["uniquepupilnumber", "upnnumber", "pupilupn"] },
    Field {
        label: "pupil id",
        names: &["pupilid"],
        also: &["studentid", "misid", "arborstudentid", "admissionnumber", "admissionno", "adno"],
    },
    Field { label: "medium", names: &["medium"], also: &["media"] },
    Field { label: "channel", names: &["channel"], also: &[] },
    Field { label: "decision", names: &["decision"], also: &["state", "consent", "answer"] },
    Field {
        label: "from",
        names: &["from"],
        also: &["validfrom", "fromdate", "datefrom", "startdate"],
    },
    Field {
        label: "until",
        names: &["until"],
        also: &["validuntil", "untildate", "dateto", "enddate", "to"],
    },
    Field { label: "source", names: &["source"], also: &["informedby", "givenby"] },
    Field {
        label: "do not publish",
        names: &["donotpublish"],
        also: &["nevertopublish", "neverpublish"],
    },
    Field {
        label: "reason",
        names: &["reason"],
        also: &["donotpublishreason", "reasonfordonotpublish"],
    },
    Field { label: "consent type", names: &["consenttype"], also: &["permission"] },
    Field { label: "status", names: &["status"], also: &[] },
    Field { label: "consent denied", names: &["consentdenied"], also: &[] },
    Field { label: "date", names: &["date"], also: &[] },
];

/// Reads the consent register, and marks pupils as never to be published.
pub(crate) fn read(
    file: &RegisterFile,
    school: &SchoolFile,
    pupils: &mut Pupils,
    problems: &mut Problems,
) -> ConsentRegister {
    let further: Vec<String> =
        school.consent_columns.iter().map(|column| plain(&column.heading)).collect();
    let Some(content) = content(file, problems) else { return ConsentRegister::default() };
    let Some(mut table) = Table::find(&file.shown, &content, FIELDS, &further, problems) else {
        return ConsentRegister::default();
    };
    let before = problems.stops();
    if !table.has(ID) {
        table.require(UPN, problems);
    }
    let form = form(&mut table, &content, school, &further, problems);
    if problems.stops() > before {
        return ConsentRegister::default();
    }
    let Read { register, marked } = {
        let by_id = if table.has(ID) { pupils.by_id() } else { HashMap::new() };
        let mut reading =
            Reading { roster: &pupils.roster, by_id, read: Read::default(), folded: None };
        reading.read(&mut table, &form, &Channels::of(school), problems);
        reading.read
    };
    for key in &marked {
        pupils.roster.mark_do_not_publish(key);
    }
    register
}

/// How a register gives its answers.
enum Form {
    Long,
    /// The columns and what they ask.
    Wide(Vec<(usize, Asks)>),
    /// A row for every answer, with a consent type of the school's own system: what each asks is listed in
    /// `school.toml`.
    Typed(Types),
}

fn form(
    table: &mut Table<'_>,
    content: &Content<'_>,
    school: &SchoolFile,
    further: &[String],
    problems: &mut Problems,
) -> Form {
    let before = problems.stops();
    let headings: Vec<String> = table.headings.iter().map(|heading| plain(heading)).collect();
    let listed_here = |field: usize| {
        let column = table.located.column(field);
        column.and_then(|column| headings.get(column)).is_some_and(|plain| further.contains(plain))
    };
    if let Some(types) = Types::of(table, school, listed_here(TYPE)) {
        return Form::Typed(types);
    }
    let long = [MEDIUM, DECISION].into_iter().any(|field| table.has(field) && !listed_here(field));
    // Only typed form has these; elsewhere a column of such a heading may be a question of its own.
    table.located.forget_from(TYPE);
    if long {
        for field in [MEDIUM, CHANNEL, DECISION] {
            table.require(field, problems);
        }
        return Form::Long;
    }
    let mut columns = Vec::new();
    let mut known = Vec::new();
    for (column, wanted) in school.consent_columns.iter().zip(further) {
        let mut places = (0..headings.len()).filter(|&at| headings.get(at) == Some(wanted));
        let message = match (places.next(), places.next(), &column.asks) {
            (Some(at), None, asks) => {
                known.push(at);
                columns.extend(asks.clone().map(|asks| (at, asks)));
                continue;
            }
            (Some(first), Some(second), _) => {
                known.extend([first, second]);
                let (first, second) = (letter(first), letter(second));
                format!("This column stands twice, in columns {first} and {second}. Remove one of them.")
            }
            (None, _, None) => continue,
            (None, _, Some(_)) => "school.toml lists this column under [consent.columns], and the register does \
                                   not have it. Export it with that column, or take the line out of \
                                   school.toml."
                .to_owned(),
        };
        let problem = Problem::stop(&table.file, message);
        problems.push(problem.row(table.heading_row).column(&column.heading));
    }
    unlisted(table, content, further, &known, problems);
    table.mark_known(known);
    if columns.is_empty() && !table.has(DO_NOT_PUBLISH) && problems.stops() == before {
        let message = "No column of this register gives an answer. It needs either the columns \"medium\", \
                       \"channel\" and \"decision\", or y/n columns that school.toml lists under \
                       [consent.columns].";
        problems.push(Problem::stop(&table.file, message).row(table.heading_row));
    }
    Form::Wide(columns)
}

/// Stops at y/n columns that school.toml does not list.
fn unlisted(
    table: &Table<'_>,
    content: &Content<'_>,
    further: &[String],
    known: &[usize],
    problems: &mut Problems,
) {
    let mut silent = Problems::default();
    let Some(mut rows) = Table::find(&table.file, content, FIELDS, further, &mut silent) else {
        return;
    };
    let roster: Vec<String> = table.headings.iter().map(|heading| plain(heading)).collect();
    let roster = Located::among(super::pupils::FIELDS, &roster);
    let open = |column: &usize| {
        let read = table.located.at.contains(&Some(*column)) || known.contains(column);
        !read && !roster.at.contains(&Some(*column))
    };
    let columns: Vec<usize> = (0..table.headings.len()).filter(open).collect();
    let mut filled = vec![(0_usize, 0_usize); columns.len()];
    let mut row = Row::default();
    while rows.next_into(&mut row, &mut silent) {
        for (&column, (answers, all)) in columns.iter().zip(&mut filled) {
            let cell = row.cell(column);
            *all += usize::from(!cell.is_empty());
            *answers += usize::from(matches!(wide_answer(cell, Sense::Granted), Ok(Some(_))));
        }
    }
    for (&column, &(answers, all)) in columns.iter().zip(&filled) {
        // A few cells with other words do not make a column of answers something else.
        if answers > 0 && answers * 2 >= all {
            let heading = table.headings.get(column).map_or("", String::as_str);
            let message = "This column answers yes or no, and school.toml does not say to what. Add a line under \
                           [consent.columns] with its heading and { medium = ..., channel = ... }, or { ignore \
                           = true } if it has nothing to do with consent.";
            let shown = if heading.is_empty() { letter(column) } else { heading.to_owned() };
            let problem = Problem::stop(&table.file, message);
            problems.push(problem.row(table.heading_row).column(&shown));
        }
    }
}

/// What the register says.
#[derive(Default)]
struct Read {
    register: ConsentRegister,
    /// Pupils who are never to be published.
    marked: Vec<PupilKey>,
}

struct Reading<'p> {
    roster: &'p Roster,
    by_id: HashMap<&'p str, Option<&'p PupilKey>>,
    read: Read,
    /// Keys by their lower case, made when one is first written in another; `None` where two collide.
    folded: Option<HashMap<String, Option<PupilKey>>>,
}

/// Rows of which something is told together.
#[derive(Default)]
struct Told {
    unknown: Vec<usize>,
    footers: Vec<usize>,
    again: Vec<usize>,
}

impl Reading<'_> {
    fn read(
        &mut self,
        table: &mut Table<'_>,
        form: &Form,
        channels: &Channels,
        problems: &mut Problems,
    ) {
        let mut row = Row::default();
        let mut told = Told::default();
        self.read.register.reserve(table.expected_rows().min(self.roster.pupils().len()));
        while table.next_into(&mut row, problems) {
            let mut reader = Reader { table, row: &row, problems };
            let (upn, id) = (reader.text(UPN), reader.text(ID));
            if upn.is_none() && id.is_none() {
                if is_footer(&row) {
                    told.footers.push(row.number);
                } else {
                    let field = if reader.table.has(UPN) { UPN } else { ID };
                    reader.stop(field, "Whose answer this is cannot be told. Fill in the UPN or pupil id, or remove \
                                        the row.");
                }
                continue;
            }
            let key = self.key(upn, id);
            // Every cell is read, even of a pupil who is on no roster: a register is read whole.
            let marked = reader.yes(DO_NOT_PUBLISH) == Some(true);
            let entries = match form {
                Form::Long => long(&mut reader, channels).into_iter().collect(),
                Form::Wide(columns) => wide(&mut reader, columns),
                Form::Typed(types) => types.entry(&mut reader, DECISION).into_iter().collect(),
            };
            let Some(key) = key else {
                let footer = is_footer(&row);
                if footer {
                    told.footers.push(row.number);
                } else {
                    told.unknown.push(row.number);
                }
                continue;
            };
            if marked {
                self.read.marked.push(key.clone());
            }
            let wide = matches!(form, Form::Wide(_));
            if wide && !self.read.register.entries(&key).is_empty() && !reader.table.has(FROM) {
                told.again.push(row.number);
                self.read.register.stricter(&key, entries);
            } else {
                for entry in entries {
                    self.read.register.insert(key.clone(), entry);
                }
            }
        }
        told.say(&table.file, problems);
        if let Form::Typed(types) = form {
            types.missing(table, problems);
        }
    }

    /// The pupil whom a row is about.
    fn key(&mut self, upn: Option<&str>, id: Option<&str>) -> Option<PupilKey> {
        let roster = self.roster;
        let written = upn.or(id)?;
        let exact = PupilKey::new(written);
        if roster.get(&exact).is_some() {
            return Some(exact);
        }
        if let Some(key) = id.and_then(|id| self.by_id.get(id)) {
            return key.cloned();
        }
        if let Some(key) = id.map(PupilKey::new).filter(|key| roster.get(key).is_some()) {
            return Some(key);
        }
        let folded = self.folded.get_or_insert_with(|| {
            let mut folded = HashMap::with_capacity(roster.pupils().len());
            for pupil in roster.pupils() {
                let key = Some(pupil.key.clone());
                folded
                    .entry(pupil.key.as_str().to_lowercase())
                    .and_modify(|key| *key = None)
                    .or_insert(key);
            }
            folded
        });
        folded.get(&written.to_lowercase()).cloned().flatten()
    }
}

impl Told {
    fn say(self, file: &str, problems: &mut Problems) {
        if !self.unknown.is_empty() {
            let message = format!(
                "Pupils who are on no roster have answers here, which were left out: {}. That is as it should be \
                 for one who has left.",
                shown_rows(&self.unknown)
            );
            problems.push(Problem::warning(file, message));
        }
        if !self.again.is_empty() {
            let message = format!(
                "Pupils who have a row already have another: {}. Of two answers to one question the stricter \
                 counts.",
                shown_rows(&self.again)
            );
            problems.push(Problem::warning(file, message));
        }
        if !self.footers.is_empty() {
            let message =
                format!("A line under the table was left out: {}.", shown_rows(&self.footers));
            problems.push(Problem::warning(file, message));
        }
    }
}

/// The answer of a row in long form. A row that only marks a pupil as not to be published has none.
fn long(reader: &mut Reader<'_, '_>, channels: &Channels) -> Option<ConsentEntry> {
    let (medium, channel, decision) =
        (reader.text(MEDIUM), reader.text(CHANNEL), reader.text(DECISION));
    let (from, until) = dates(reader);
    if medium.is_none()
        && channel.is_none()
        && decision.is_none()
        && reader.table.has(DO_NOT_PUBLISH)
    {
        return None;
    }
    let medium = named(reader, MEDIUM, medium, medium_of, MEDIA);
    let known = |word: &str| channels.named(word);
    let channel = named(reader, CHANNEL, channel, known, &channels.accepted);
    let decision = named(reader, DECISION, decision, decision_of, DECISIONS);
    Some(ConsentEntry {
        medium: medium?,
        channel: channel?,
        decision: decision?,
        from,
        until,
        by: giver(reader),
        row: place(reader),
    })
}

/// The answers of a row in wide form; the strictest where two columns ask the same.
fn wide(reader: &mut Reader<'_, '_>, columns: &[(usize, Asks)]) -> Vec<ConsentEntry> {
    let (from, until) = dates(reader);
    let mut entries: Vec<ConsentEntry> = Vec::with_capacity(columns.len());
    for (column, asks) in columns {
        let read = wide_answer(reader.row.cell(*column), asks.sense);
        let Some(decision) = reader.kept(read, *column, WIDE) else { continue };
        let same = |entry: &&mut ConsentEntry| {
            entry.medium == asks.medium && entry.channel == asks.channel
        };
        if let Some(entry) = entries.iter_mut().find(same) {
            entry.decision = entry.decision.max(decision);
            continue;
        }
        entries.push(ConsentEntry {
            medium: asks.medium,
            channel: asks.channel.clone(),
            decision,
            from,
            until,
            by: None,
            row: place(reader),
        });
    }
    entries
}

/// Who gave the answer of a row, where its source says so.
pub(super) fn giver(reader: &mut Reader<'_, '_>) -> Option<Giver> {
    reader.text(SOURCE).and_then(giver_of)
}

pub(super) fn place(reader: &Reader<'_, '_>) -> String {
    format!("{} row {}", reader.table.file, reader.row.number)
}

pub(super) fn dates(
    reader: &mut Reader<'_, '_>,
) -> (Option<jiff::civil::Date>, Option<jiff::civil::Date>) {
    let (from, until) = (reader.date(FROM), reader.date(UNTIL));
    if let (Some(from), Some(until)) = (from, until)
        && until < from
    {
        reader.stop(
            UNTIL,
            "This day is before the day under \"from\", so that the answer would never count. \
                            Correct one of the two.",
        );
    }
    (from, until)
}

/// A word of a fixed list, or a problem that says what is accepted.
fn named<T>(
    reader: &mut Reader<'_, '_>,
    field: usize,
    word: Option<&str>,
    known: impl Fn(&str) -> Option<T>,
    accepted: &str,
) -> Option<T> {
    let value = word.and_then(known);
    let before = reader.table.located.column(field).map(|column| reader.row.cell(column));
    let unread = word.is_none() && before.is_some_and(|cell| !cell.is_empty());
    if value.is_none() && !unread {
        let trouble = if word.is_none() { "is empty" } else { "cannot be understood" };
        reader.stop(field, format!("This cell {trouble}. What is accepted: {accepted}."));
    }
    value
}
