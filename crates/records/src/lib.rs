//! A school's registers: who its pupils and staff are, who consented to what, its accounts, devices
//! and calendar.
//!
//! The only crate that holds personal data; none of its types shows any of it in `Debug`, and no
//! error or problem names a person: they name file, row and column.

mod calendar;
mod consent;
mod pupils;
mod school;
mod staff;

pub use calendar::{Calendar, Term};
pub use consent::{ConsentDecision, ConsentEntry, ConsentRegister, Medium};
pub use pupils::{Pupil, Roster};
pub use school::{Account, Device, SchoolFile};
pub use staff::{Staff, StaffRegister};
