//! Finds pupils and staff of the rosters in words.
//!
//! In: every text of a draft (its words, alternative texts, file names, metadata), folded and
//! tokenised once by the matcher, and the rosters. Out: findings that say where a pupil is named, who
//! fits, how much of the name stands there and how sure that is. One pass over the tokens with a few
//! look-ups a name; nothing is tokenised again.
//!
//! - `sieve` passes over the texts that name nobody, by a byte a word;
//! - `vocabulary` says which names a word may stand for, `families` which short forms and spellings a
//!   forename has, `people` who bears which names; `index` makes them of the registers;
//! - `pieces` are the words of a passage, disguises undone and run-together names cut in two;
//! - `matching` holds one file for each way in which a person is named;
//! - `rules` holds one file a rule, and `report` turns mentions into findings.
//!
//! It does not decide what a mention means: a pack does.

mod beginnings;
mod bytes;
mod cache;
mod detector;
mod families;
mod gatherings;
mod index;
mod letters;
mod lexicon;
mod marks;
mod matching;
mod mention;
mod part;
mod people;
mod pieces;
mod postings;
mod report;
mod rises;
mod rules;
mod sieve;
mod slips;
mod split;
mod surroundings;
mod vocabulary;

#[cfg(test)]
mod fixtures;

pub use cache::IndexCache;
pub use detector::NameDetector;
pub use rules::RULES;
