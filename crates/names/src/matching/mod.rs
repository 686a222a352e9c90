//! The ways in which a person is named: one file each.
//!
//! - `occurrences`: where a word of the registers' vocabulary stands, before anyone is named;
//! - `full`: forename and surname, in either order; a pupil's only name;
//! - `slip`: the same with one slip of the keyboard, or as another ear spells it;
//! - `shared`: a surname that several forenames share: `Sophie and Oliver Taylor`;
//! - `initials`: `Jack S.`, `J. Smith`, `J.S.` beside a class;
//! - `alone`: a forename or a rare surname alone, where something beside it says whose it is;
//! - `titled`: a title and the surname of a member of staff.

pub(crate) mod alone;
pub(crate) mod context;
pub(crate) mod full;
pub(crate) mod initials;
pub(crate) mod occurrences;
pub(crate) mod shared;
pub(crate) mod slip;
pub(crate) mod titled;
