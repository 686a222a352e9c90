//! Disguises: a word written so that it looks like no word to a list, and like itself to a reader.
//!
//! In: the places of a text that the scan marked as suspicious. Out: [`Reading`]s, the words that
//! those places may be read as, each with its place in the original. A reading stands for the whole
//! of what was written: an innocent word in disguise gives that innocent word and no part of it.
//! Plain words give no readings, and every token stays as it was.
//!
//! Each file undoes one disguise, and each of them does one of four things: it reads an escape, it
//! finds which letters of a place make a word, it says what a word of other signs than letters
//! spells, or it notes a word whose letters are hidden.
//!
//! [`Reading`]: crate::Reading

mod cell;
mod censored;
mod characters;
mod entities;
mod extent;
mod flags;
mod hashtag;
mod hyphenated;
mod innocent;
mod leet;
mod look_alikes;
mod marked;
mod mirrored;
mod parted;
mod percent;
mod place;
mod postcode;
mod repeated;
mod run_on;
mod signs;
mod simple;
mod turned;
mod word;

pub(crate) use look_alikes::is_ambiguous;
pub(crate) use place::{Room, undo};
pub(crate) use signs::is_suspect;

use crate::reading::Found;
use cell::Trait;
use place::{Picked, Place};

/// How a word was disguised. Case, accents, styles, look-alikes and invisible characters are not
/// among these: folding undoes them in every word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Disguise {
    /// Letters hidden behind signs: `s**t`, `f#ck`.
    Censored,
    /// HTML entities and numeric references: `&#119;ord`.
    Entities,
    /// Letters of flags: 🇼 🇴 🇷 🇩.
    Flags,
    /// Several words run together behind `#` or `@`: `#WellDone`.
    Hashtag,
    /// A hyphen at the end of a line.
    Hyphenated,
    /// Digits and symbols for letters: `w0rd`.
    Leet,
    /// A word wholly of another script's letters, amid Latin words: `ѕсһооӏ`.
    LookAlikes,
    /// Markdown marks inside the word: `w**or**d`.
    Marked,
    /// Written backwards, with a character that turns the direction of reading.
    Mirrored,
    /// Letters one by one: `w.o.r.d`, `w o r d`.
    Parted,
    /// Percent-escapes of a web address: `%77ord`.
    Percent,
    /// Letters repeated: `woooord`.
    Repeated,
    /// A number run together with the word: `word2025`.
    RunOn,
    /// Letters upside down: `pɹoʍ`.
    Turned,
}

impl Disguise {
    /// Every disguise there is.
    pub fn all() -> impl Iterator<Item = Self> {
        WAYS.iter().map(|way| way.disguise)
    }

    /// What it is called, in small letters and hyphens: `run-on`.
    pub fn name(self) -> &'static str {
        WAYS.iter().find(|way| way.disguise == self).map_or("", |way| way.name)
    }
}

/// One disguise.
pub(crate) struct Way {
    /// What it is called, in small letters and hyphens.
    pub(crate) name: &'static str,
    pub(crate) disguise: Disguise,
}

/// Every disguise, in the order of their files.
static WAYS: &[&Way] = &[
    &censored::WAY,
    &entities::WAY,
    &flags::WAY,
    &hashtag::WAY,
    &hyphenated::WAY,
    &leet::WAY,
    &look_alikes::WAY,
    &marked::WAY,
    &mirrored::WAY,
    &parted::WAY,
    &percent::WAY,
    &repeated::WAY,
    &run_on::WAY,
    &turned::WAY,
];

/// Reads an escape at the front of a text: which character it means, and how many bytes it is.
type Escape = fn(&str) -> Option<(char, usize)>;

/// Finds letters of a place that make a word otherwise than as written.
type Join = fn(&Place<'_>, &mut Picked, &mut Found);

/// What reads escapes. What spells words of other signs than letters, [`word::one`] calls.
static ESCAPES: &[(Disguise, Escape)] =
    &[(Disguise::Entities, entities::read), (Disguise::Percent, percent::read)];

/// What joins letters, and what a place must have for it.
static JOINS: &[(Trait, Join)] = &[
    (Trait::Flag, flags::join),
    (Trait::Tag, hashtag::join),
    (Trait::Line, hyphenated::join),
    (Trait::Markup, marked::join),
    (Trait::Turn, mirrored::join),
    (Trait::Singles, parted::join),
    (Trait::Digit, run_on::join),
    (Trait::Odd, turned::join),
];
