//! The gate that every post from a school's official social-media account passes before anyone sees it.
//!
//! A [`School`] is a folder with the school's registers; a [`Gate`] is built from it once and judges
//! drafts, many at a time. A [`Draft`] is words, media and what their author declares; the answer is a
//! [`Verdict`]: released, or held with every finding, the clause that makes it matter, and how to mend
//! it.
//!
//! ```
//! # use std::path::Path;
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let folder = tempfile::tempdir()?;
//! # for file in gatepost_example::registers("woodstock", jiff::civil::date(2026, 11, 20)) {
//! #     std::fs::write(folder.path().join(&file.path), &file.bytes)?;
//! # }
//! # let school = folder.path();
//! use gatepost::{Decision, Draft, Gate, Limits, School, open_draft};
//!
//! let school = School::open(school)?;
//! let gate = Gate::new(&school)?;
//!
//! // A draft in memory. A folder is opened with `open_draft`, JSON is read with `read_json`.
//! let mut draft = Draft::from_text("lost-lunch-box", "Ring Sam's mum on 07700 900123 tonight.");
//! draft.account = Some("facebook".into());
//! let verdict = gate.check(&draft)?;
//! assert_eq!(verdict.decision, Decision::Hold);
//! assert!(verdict.holding().any(|ruling| ruling.rule == "privacy/phone"));
//!
//! // Many, in parallel; the verdicts stand in the order of the drafts.
//! let drafts = [draft, open_draft(Path::new("no/such/draft"), None, &Limits::default()).draft];
//! let verdicts = gate.check_all(&drafts);
//! assert_eq!(verdicts.len(), 2);
//! assert!(verdicts[1].holding().any(|ruling| ruling.rule == "draft/unreadable"));
//! # Ok(())
//! # }
//! ```
//!
//! Nothing here prints, asks or ends the program, and nothing opens a socket.

mod catalogue;
mod coverage;
mod error;
mod examples;
mod exceptions;
mod film;
mod gate;
mod inspect;
mod intake;
mod manual;
mod mask;
mod media;
mod outcome;
mod packs;
mod reading;
mod release_names;
mod rules;
mod schema;
mod school;
mod screen;
mod standing;
mod strip;
mod strip_film;
mod terms;
mod verdict;
mod words;

pub use catalogue::{catalogue, nearest_rule, rule};
pub use coverage::{ClauseCoverage, Coverage, CoverageState};
pub use error::GateError;
pub use examples::{
    ClauseExamples, EXAMPLE_ACCOUNTS, PolicyExample, clause_examples, policy_examples,
};
pub use exceptions::Granted;
pub use film::is_whole_film;
pub use gate::{Gate, Scope};
pub use gatepost_model::{
    Decision, Draft, Finding, Limits, Media, MediaSource, Rule, Ruling, Severity, Verdict,
};
pub use gatepost_policy::{Pack, PolicyError};
pub use gatepost_records::{Records, RecordsError, find_school};
pub use gatepost_text::Exception;
pub use inspect::{Inspected, inspect_file};
pub use intake::{
    Opened, draft_of_files, is_junk, open_draft, open_held_draft, open_past_draft, read_json,
};
pub use manual::rules_page;
pub use mask::mask;
pub use media::{hex_sha256, read_media};
pub use outcome::{MediaOutcome, Outcome, ShownText};
pub use schema::policy_schema;
pub use school::School;
pub use screen::{ScreenReader, Screened, ScreenedLine, Screener};
pub use standing::{ConsentStanding, StaffStanding};
pub use strip::{Destination, Stripped, Sums, strip, strip_with};
pub use verdict::Reveal;
