//! A school's registers: who its pupils and staff are, who consented to what, its accounts, devices
//! and calendar.
//!
//! [`Records::open`] reads a school's folder whole or not at all; what is wrong is told as
//! [`Problem`]s, all at once. [`SchoolFile::parse`], [`Roster::new`] and their like make the same
//! without files.
//!
//! The only crate that holds personal data; none of its types shows any of it in `Debug`, and no
//! error or problem names a person: they name file, row and column.

mod calendar;
mod cells;
mod columns;
mod consent;
mod files;
mod groups;
mod open;
mod platform;
mod problem;
mod pupils;
mod reader;
mod readers;
mod school;
mod seen;
mod settings;
mod sheet;
mod staff;
mod summary;
mod table;

pub use calendar::{Calendar, Term};
pub use consent::{ConsentDecision, ConsentEntry, ConsentRegister, Giver, Medium};
pub use groups::{YearGroup, class_name};
pub use open::{Digests, Records, find_school};
pub use problem::{Problem, ProblemKind, RecordsError};
pub use pupils::{Pupil, Roster};
pub use school::{Account, Asks, ConsentColumn, Device, SchoolFile, Sense};
pub use seen::Seen;
pub use staff::{Staff, StaffRegister};
pub use summary::Summary;
