//! When the school teaches.

use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;

/// The school's calendar: bells, terms and the days without teaching. All times are local.
#[derive(Debug, Clone)]
pub struct Calendar {
    /// The time zone; Europe/London unless given.
    pub timezone: TimeZone,
    /// Teaching time on a school day: half-open, start in and end out.
    pub teaching: Vec<(Time, Time)>,
    /// Terms: first and last day, both in.
    pub terms: Vec<Term>,
    /// Days within terms on which pupils are not taught.
    pub inset: Vec<Date>,
}

/// A term: its first and its last day, both in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
}
