//! Screens words: rude and hateful words, and the personal data of anyone.
//!
//! A [`TextDetector`] is built once from `school.toml`, so that the school's own telephone number,
//! addresses and handles are never findings, and then looks at every text of a draft: its words,
//! alternative texts, file names and metadata.
//!
//! Each rule has a file of its own under `rules/`, with the [`Rule`](gatepost_model::Rule) it
//! reports and how it looks: by a word list under `wordlists/`, by a pattern, or by both. What a
//! finding means, the policy says.
//!
//! This crate knows no pupil: names are the business of `gatepost-names`.

mod affairs;
mod aim;
mod clear;
mod cues;
mod detector;
mod error;
mod expression;
mod gate;
mod hostility;
mod inflection;
mod lexicon;
mod links;
mod menace;
mod numbers;
mod own;
mod people;
mod plain;
mod respelt;
mod rules;
mod school_words;
mod screen;
mod shapes;
mod sight;
mod slips;
mod stance;
mod statement;
mod streets;
mod surroundings;
mod wordlist;
mod wordlists;
mod words;

pub use detector::{TextDetector, rules};
pub use error::TextError;
pub use school_words::{Exception, SchoolWords};
