//! A consent register in typed form: a row for every answer, with a consent type of the school's own system.
//!
//! Arbor, Bromcom, `ScholarPack` and their like let each school name its own consent types (`Website
//! photographs`) and export a type and a status a row. What a type asks, `[consent.columns]` of
//! `school.toml` says, in the same words as for the columns of a wide register. A type that is not listed
//! stops, as it may hold refusals; so does one that is listed and that no row has: somebody may have
//! deleted or renamed it, and its answers with it.

use std::cell::RefCell;
use std::collections::BTreeSet;

use super::answers::{WIDE, wide_answer};
use super::consent::{DENIED, GIVEN_ON, STATUS, TYPE, dates, giver, place};
use crate::columns::plain;
use crate::consent::ConsentEntry;
use crate::problem::{Problem, Problems};
use crate::reader::Reader;
use crate::school::{ConsentColumn, SchoolFile, Sense};
use crate::table::Table;

/// The consent types of a school, and which of them were met with.
pub(super) struct Types {
    listed: Vec<(String, ConsentColumn)>,
    met: RefCell<BTreeSet<String>>,
    denied: bool,
}

impl Types {
    /// The types, if a register is in typed form: it has a column of types and one of answers. A column
    /// of that heading which `school.toml` lists by itself is one of a wide register.
    pub(super) fn of(table: &Table<'_>, school: &SchoolFile, listed: bool) -> Option<Self> {
        /// The columns `medium` and `decision` of long form.
        const MEDIUM: usize = 2;
        const DECISION: usize = 4;
        let answers = table.has(DECISION) || table.has(STATUS) || table.has(DENIED);
        let typed = table.has(TYPE) && !listed && !table.has(MEDIUM) && answers;
        typed.then(|| Self {
            listed: school
                .consent_columns
                .iter()
                .map(|column| (plain(&column.heading), column.clone()))
                .collect(),
            met: RefCell::default(),
            denied: table.has(DENIED) && !table.has(DECISION) && !table.has(STATUS),
        })
    }

    /// The answer of a row; none for a type that has nothing to do with consent, and a blank.
    pub(super) fn entry(
        &self,
        reader: &mut Reader<'_, '_>,
        decision: usize,
    ) -> Option<ConsentEntry> {
        let (from, until) = dates(reader);
        let from = from.or_else(|| reader.date(GIVEN_ON));
        let Some(word) = reader.text(TYPE).map(plain) else {
            reader
                .stop(TYPE, "What this answer is about cannot be told. Fill in the consent type.");
            return None;
        };
        let Some((_, column)) = self.listed.iter().find(|(known, _)| *known == word) else {
            reader.stop(
                TYPE,
                "school.toml does not say what this consent type is about. Add a line under \
                 [consent.columns] with its name and { medium = ..., channel = ... }, or { ignore = true } \
                 if it has nothing to do with pictures or names.",
            );
            return None;
        };
        self.met.borrow_mut().insert(word);
        let asks = column.asks.as_ref()?;
        let field =
            [decision, STATUS, DENIED].into_iter().find(|field| reader.table.has(*field))?;
        let at = reader.table.located.column(field)?;
        let sense = match (asks.sense, self.denied) {
            (Sense::Granted, true) | (Sense::Denied, false) => Sense::Denied,
            (Sense::Granted, false) | (Sense::Denied, true) => Sense::Granted,
        };
        let read = wide_answer(reader.row.cell(at), sense);
        let decision = reader.kept(read, at, WIDE)?;
        Some(ConsentEntry {
            medium: asks.medium,
            channel: asks.channel.clone(),
            decision,
            from,
            until,
            by: giver(reader),
            row: place(reader),
        })
    }

    /// Stops at types that are listed and that no row has.
    pub(super) fn missing(&self, table: &Table<'_>, problems: &mut Problems) {
        let met = self.met.borrow();
        for (word, column) in &self.listed {
            if column.asks.is_some() && !met.contains(word) {
                let message = "school.toml lists this consent type under [consent.columns], and no row of the \
                               register has it. It may have been deleted or renamed, and its answers with it: \
                               export it again, or take the line out of school.toml.";
                problems.push(Problem::stop(&table.file, message).column(&column.heading));
            }
        }
    }
}
