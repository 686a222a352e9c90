//! An invented school: its registers, drafts and photos, made by seeded code.
//!
//! `gatepost init` and `gatepost demo` write this school to disk, and tests and benches measure
//! against it. In goes a day; out come files in memory. The same day gives the same bytes on every
//! machine: nothing here reads a clock, a file or the network.
//!
//! Every person, number and address is invented. Names are common ones of many origins, thrown
//! together by a seed; pupil numbers carry the code of an authority that is not in use; telephone
//! numbers are of the ranges that Ofcom keeps for drama; domains end in `.example`.
//!
//! It knows no other crate of the house. What the drafts are expected to show is written down beside
//! them, so that a test of the whole can hold it against what the gate says.

mod calendar;
mod cast;
mod consent;
mod csv;
mod drafts;
mod origins;
pub mod photo;
mod pupils;
mod random;
mod registers;
mod specimens;
mod staff;
mod upn;

use std::path::PathBuf;

pub use drafts::{ExampleDraft, Expect, Loose, PhotoSize, drafts};
pub use registers::{registers, registers_wide};
pub use specimens::specimen;

/// A file of the example, in memory.
#[derive(Clone, PartialEq, Eq)]
pub struct File {
    /// Where it belongs: relative to the school folder, or to the draft's folder.
    pub path: PathBuf,
    /// What is in it.
    pub bytes: Vec<u8>,
}

impl std::fmt::Debug for File {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "File({}, {} bytes)", self.path.display(), self.bytes.len())
    }
}
