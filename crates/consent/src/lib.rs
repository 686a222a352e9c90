//! Who is or may be pictured or named, against the consent register.
//!
//! In: a draft's declarations, the findings so far (those on names say who is named where), the
//! roster, the consent register and the account's channel. Out: a finding for every pupil and medium
//! for which the register does not say yes on the day, with the row that decided.
//!
//! - `pictured` says who is asked for: declared, in a declared group, or named;
//! - `question` says what is asked: medium, channel, day;
//! - `answer` is the register's word on one question, a pure function;
//! - `rules` holds one file for each answer but yes.
//!
//! No record means no. It does not look at pictures: nobody is recognised by face, here or anywhere.

mod answer;
mod detector;
mod directory;
mod objection;
mod pictured;
mod question;
mod rules;
mod terms;

#[cfg(test)]
mod fixtures;
#[cfg(test)]
mod properties;

pub use detector::ConsentDetector;
pub use rules::RULES;
pub use terms::{Lasts, Terms};
