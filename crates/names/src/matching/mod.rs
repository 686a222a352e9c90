//! The ways in which a person is named: one file each.
//!
//! - `full`: forename and surname, in either order, or run together; a pupil's only name;
//! - `titled`: a title and the surname of a member of staff;
//! - `forename`: a forename alone, where something beside it says whose it is.

pub(crate) mod forename;
pub(crate) mod full;
pub(crate) mod titled;
