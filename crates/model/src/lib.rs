//! The nouns that every part of gatepost shares.
//!
//! A [`Draft`] is what a school wants to post. The pipeline reads it once into a [`Reading`]: its
//! [`Passage`]s folded and tokenised, its media listed. A [`Detector`] looks at a reading and adds
//! [`Finding`]s, each of a [`Rule`] and with a [`Place`]; what a finding means is the policy's word,
//! and the answer is a [`Verdict`].
//!
//! Nothing here opens a file, reads a clock, logs, or knows a rule by name.

mod detector;
mod draft;
mod finding;
mod key;
mod limits;
mod marked;
mod place;
mod reading;
mod rule;
mod verdict;

pub use detector::{DetectError, Detector, Findings};
pub use draft::{Attestations, Defect, DefectKind, Draft, Media, MediaSource, PublishAt};
pub use finding::{Certainty, Finding, NameForm, Subject};
pub use gatepost_matcher::{Prose, Span, Token};
pub use key::{PupilKey, StaffId};
pub use limits::Limits;
pub use marked::Marked;
pub use place::{Field, Place};
pub use reading::{MediaKind, Passage, Picture, Reading};
pub use rule::{Excerpt, Rule};
pub use verdict::{
    Approval, CleanedFile, ContactRef, Decision, PolicyRef, RecordsRef, Ruling, Severity, Verdict,
};
