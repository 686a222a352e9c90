//! Finds pupils and staff of the rosters in words.
//!
//! In: every text of a draft (its words, alternative texts, file names, metadata), folded and
//! tokenised once by the matcher, and the rosters. Out: findings that say where a pupil is named, who
//! fits, how much of the name stands there and how sure that is. One pass over the tokens with a few
//! look-ups a name; nothing is tokenised again.
//!
//! - `index` turns the registers into tables of folded names; `part` says how a name may be written;
//! - `matching` holds one file for each way in which a person is named;
//! - `rules` holds one file a rule, and `report` turns mentions into findings.
//!
//! It does not decide what a mention means (a pack does), and it knows nicknames only where the
//! register has them as preferred names.

mod detector;
mod index;
mod matching;
mod mention;
mod part;
mod postings;
mod report;
mod rules;
mod surroundings;
mod words;

#[cfg(test)]
mod fixtures;

pub use detector::NameDetector;
pub use rules::RULES;
