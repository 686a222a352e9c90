//! The watched folder: takes drafts out of the inbox, and places each whole where it belongs.
//!
//! A draft is taken by one rename, judged, and placed by one rename: in `released/ACCOUNT/DRAFT/` (its
//! words and clean media, `verdict.json`, `release.json`) or in `held/ACCOUNT/DRAFT/` (its originals
//! untouched, `verdict.json`, `report.html`, `WHY.txt`). What is under way lies in `.gatepost/`, so
//! that a run that was cut short is finished by the next one: nothing is lost, altered, overwritten or
//! released twice.
//!
//! It does not follow links, does not reach into other file systems, and reads no clock but the one it
//! is given for settling.

mod error;
mod inbox;
mod journal;
mod place;
mod settle;
mod work;

pub use error::WatchError;
pub use settle::Pace;
pub use work::{Event, Tally, Worker};
