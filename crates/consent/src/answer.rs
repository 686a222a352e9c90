//! The register's word on one question: a pure function of a pupil's rows.
//!
//! How rows are weighed:
//!
//! 1. A row counts if it is about this medium and its channel covers the one asked for, from its `from`
//!    on. Without `from` it counts from the beginning.
//! 2. On one channel the latest `from` decides; earlier rows are amended by it and do not come back.
//!    Of rows of one day the most restrictive decides, and of two consents the one that ends sooner.
//! 3. A consent past its `until`, or past the end of the academic year in which it was given where the
//!    policy says so and no `until` is written, has expired. A *no* does not run out: it stands until a row amends it.
//! 4. Between channels (`x`, `social`, `any`) the restrictive answer wins, in whichever row it stands,
//!    with one exception: a later consent to the narrower channel amends an earlier *no* to the wider.
//!    A later consent to `any` does not undo a *no* to `x`: whoever said that named X.
//! 5. Where the register says who gave an answer (mother, father, the child), one person's does not amend
//!    another's: if any of them says no, it is no.
//! 6. No row for the medium and channel is no consent, whatever the rows for others say.

use gatepost_records::{ConsentDecision, ConsentEntry};
use jiff::civil::Date;

use crate::question::{Fit, Question};

/// What the register says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Answer<'r> {
    /// Yes, by this row.
    Consent(&'r ConsentEntry),
    /// Not yes, for this reason, by this row if any has a say.
    Not(No, Option<&'r ConsentEntry>),
}

/// Why it is not yes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum No {
    /// No row has a say.
    Nothing,
    /// A consent is on record that begins later.
    NotYet,
    /// There are rows for this medium, but for other channels only.
    WrongChannel,
    /// There are rows, but for other media only.
    WrongMedium,
    /// The consent has ended.
    Expired,
    /// Asked, and not answered.
    Pending,
    /// Consent was taken back.
    Withdrawn,
    /// An objection.
    Objected,
    /// The answer was no.
    Refused,
}

impl No {
    /// True if someone said so, and not the calendar or a gap in the register.
    pub(crate) fn was_said(self) -> bool {
        matches!(self, Self::Withdrawn | Self::Objected | Self::Refused)
    }
}

/// What the rows of one channel say.
#[derive(Clone, Copy)]
struct Word<'r> {
    fit: Fit,
    row: &'r ConsentEntry,
    no: Option<No>,
}

/// Asks the rows of one pupil.
pub(crate) fn answer<'r>(rows: &'r [ConsentEntry], question: &Question) -> Answer<'r> {
    let covering: Vec<(Fit, &ConsentEntry)> = rows
        .iter()
        .filter(|row| row.medium == question.medium)
        .filter_map(|row| question.channel.fit(&row.channel).map(|fit| (fit, row)))
        .collect();
    let words: Vec<Word<'_>> = covering
        .iter()
        .filter(|(_, row)| row.from.is_none_or(|from| from <= question.day))
        .filter(|(_, row)| decides_its_channel(row, &covering, question))
        .map(|&(fit, row)| Word { fit, row, no: no(row, question) })
        .collect();
    let standing = words
        .iter()
        .filter_map(|word| Some((word, word.no?)))
        .filter(|(word, _)| !words.iter().any(|other| other.amends(word)))
        .max_by_key(|(word, no)| (word.fit, word.row.from, *no));
    if let Some((word, no)) = standing {
        return Answer::Not(no, Some(word.row));
    }
    if let Some(word) = words.iter().filter(|word| word.no.is_none()).max_by_key(|word| word.fit) {
        return Answer::Consent(word.row);
    }
    nothing_covers(rows, &covering, question)
}

/// True if no other row of the same channel, in force on the day, weighs more.
fn decides_its_channel(
    row: &ConsentEntry,
    covering: &[(Fit, &ConsentEntry)],
    question: &Question,
) -> bool {
    let weight = |row: &ConsentEntry| {
        let ends = question.last_day(row).unwrap_or(Date::MAX);
        (row.from.unwrap_or(Date::MIN), row.decision, std::cmp::Reverse(ends))
    };
    covering
        .iter()
        .filter(|(_, other)| other.from.is_none_or(|from| from <= question.day))
        .filter(|(_, other)| may_amend(other, row))
        .filter(|(_, other)| other.channel.trim().eq_ignore_ascii_case(row.channel.trim()))
        .all(|(_, other)| weight(other) <= weight(row))
}

impl Word<'_> {
    /// True if this is a later consent to a narrower channel than that of a *no*.
    fn amends(&self, other: &Self) -> bool {
        self.no.is_none()
            && self.fit > other.fit
            && self.row.from > other.row.from
            && may_amend(self.row, other.row)
    }
}

/// True unless two people are known to have given two answers: neither takes the other's back.
fn may_amend(later: &ConsentEntry, earlier: &ConsentEntry) -> bool {
    later.by.is_none() || earlier.by.is_none() || later.by == earlier.by
}

fn no(row: &ConsentEntry, question: &Question) -> Option<No> {
    match row.decision {
        ConsentDecision::Granted => {
            let last = question.last_day(row);
            last.is_some_and(|last| last < question.day).then_some(No::Expired)
        }
        ConsentDecision::Pending => Some(No::Pending),
        ConsentDecision::Withdrawn => Some(No::Withdrawn),
        ConsentDecision::Objected => Some(No::Objected),
        ConsentDecision::Refused => Some(No::Refused),
    }
}

/// No row is in force for this medium and channel: what comes nearest.
fn nothing_covers<'r>(
    rows: &'r [ConsentEntry],
    covering: &[(Fit, &'r ConsentEntry)],
    question: &Question,
) -> Answer<'r> {
    if let Some((_, later)) = covering.iter().min_by_key(|(_, row)| row.from) {
        return Answer::Not(No::NotYet, Some(later));
    }
    if let Some(elsewhere) = rows.iter().find(|row| row.medium == question.medium) {
        return Answer::Not(No::WrongChannel, Some(elsewhere));
    }
    match rows.first() {
        Some(other) => Answer::Not(No::WrongMedium, Some(other)),
        None => Answer::Not(No::Nothing, None),
    }
}
