//! A word list: `wordlists/LANG/NAME.toml`, read and proved to be as it should be.
//!
//! In: the text of a list. Out: its entries, every one of which can find something. A list says why
//! it exists and when a person last went through it; an entry says what kind of word it is, when it
//! counts ([`Tier`]) and, where that is not plain, why it stands there.

use std::collections::BTreeSet;

use serde::Deserialize;
use toml::value::Datetime;

use crate::error::TextError;
use crate::inflection::{Inflects, forms};

/// A list as it is built into the program.
#[derive(Debug)]
pub(crate) struct Source {
    /// Its path under `wordlists/`.
    pub(crate) path: &'static str,
    /// Its text.
    pub(crate) toml: &'static str,
    /// What is said of a word in it that always counts.
    pub(crate) message: &'static str,
    /// What is said of a word in it that has innocent meanings too.
    pub(crate) doubtful: &'static str,
}

/// A list that has been read.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Wordlist {
    /// What it holds, as a heading.
    pub(crate) title: String,
    /// Why a school needs it.
    pub(crate) why: String,
    /// The day on which a person last went through it.
    pub(crate) reviewed: Datetime,
    /// Phrases in which no word of this list counts, unless it is of the tier `always`.
    #[serde(default)]
    pub(crate) innocent: Vec<String>,
    /// Its words.
    pub(crate) entries: Vec<Entry>,
}

/// A word or phrase and what it takes to be a finding.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Entry {
    /// The term in its base form; see [`forms`] for hyphens.
    pub(crate) term: String,
    /// What kind of word: the list's own division, for readers and for counting.
    pub(crate) category: String,
    /// When it counts.
    pub(crate) tier: Tier,
    /// How it bends.
    #[serde(default)]
    pub(crate) inflects: Inflects,
    /// Other spellings and forms; they bend as the term does.
    #[serde(default)]
    pub(crate) also: Vec<String>,
    /// Phrases that hold the term and excuse it.
    #[serde(default)]
    pub(crate) innocent: Vec<String>,
    /// Words that excuse it wherever they stand near.
    #[serde(default)]
    pub(crate) near: Vec<String>,
    /// Whether people bear it as a name.
    #[serde(default)]
    pub(crate) name: MayBeName,
    /// Why it stands here, or why in this tier, where that is not plain.
    #[serde(default)]
    pub(crate) why: Option<String>,
}

/// When a word counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Tier {
    /// Always: it has no innocent meaning in a school's post.
    Always,
    /// Unless something excuses it: an innocent phrase, a word near, a person's name.
    UnlessInnocent,
    /// Only where it is said of a person or a group.
    Aimed,
    /// It is mild or often innocent: seen as possible, and excused like the second tier.
    Advice,
}

/// Whether a term is also a forename or surname of people in Britain.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum MayBeName {
    /// It is not.
    #[default]
    No,
    /// It is: with a capital beside a title or another name it is passed over.
    Yes,
}

impl Wordlist {
    /// Reads a list and proves it.
    ///
    /// # Errors
    ///
    /// [`TextError::Wordlist`] for a list that is not TOML of this shape, an entry that could never be
    /// found, a term that stands there twice, or an excuse that could never excuse.
    pub(crate) fn read(source: &Source) -> Result<Self, TextError> {
        let wrong = |problem: String| TextError::Wordlist { list: source.path, problem };
        let list: Self =
            toml::from_str(source.toml).map_err(|problem| wrong(problem.to_string()))?;
        if list.title.is_empty() || list.why.is_empty() || list.reviewed.date.is_none() {
            return Err(wrong("title, why and the date of review are needed".into()));
        }
        let mut seen = BTreeSet::new();
        let mut problems = Vec::new();
        for entry in &list.entries {
            problems
                .extend(entry.prove().err().map(|problem| format!("{}: {problem}", entry.term)));
            for spelling in entry.spellings() {
                if !seen.insert((spelling.clone(), entry.inflects == Inflects::Compound)) {
                    problems.push(format!("{spelling} stands there twice"));
                }
            }
        }
        if !problems.is_empty() {
            return Err(wrong(problems.join("; ")));
        }
        Ok(list)
    }
}

impl Entry {
    /// All its forms.
    pub(crate) fn forms(&self) -> Vec<String> {
        let mut all: Vec<String> =
            self.spellings().flat_map(|spelling| forms(spelling, self.inflects)).collect();
        all.sort();
        all.dedup();
        all
    }

    fn spellings(&self) -> impl Iterator<Item = &String> {
        std::iter::once(&self.term).chain(&self.also)
    }

    fn prove(&self) -> Result<(), String> {
        if self.category.is_empty() || self.why.as_ref().is_some_and(String::is_empty) {
            return Err("its category and reason may not be empty".into());
        }
        let wordless = |text: &String| !text.chars().any(char::is_alphanumeric);
        if self.spellings().chain(&self.near).any(wordless) {
            return Err("a word without letters".into());
        }
        if self.spellings().any(|spelling| spelling.to_lowercase() != *spelling) {
            return Err("terms are written in lower case".into());
        }
        let excused =
            !self.innocent.is_empty() || !self.near.is_empty() || self.name == MayBeName::Yes;
        match self.tier {
            Tier::Always if excused => Err("what always counts cannot be excused".into()),
            Tier::UnlessInnocent if !excused => Err("nothing is named that would excuse it".into()),
            _ => self.prove_phrases(),
        }
    }

    fn prove_phrases(&self) -> Result<(), String> {
        if self.innocent.is_empty() {
            return Ok(());
        }
        let forms = self.forms();
        for phrase in &self.innocent {
            let padded = format!(" {} ", phrase.to_lowercase().replace(['-', '\''], " "));
            if !forms.iter().any(|form| padded.contains(&format!(" {form} "))) {
                return Err(format!(
                    "the innocent phrase \u{201c}{phrase}\u{201d} does not hold it"
                ));
            }
        }
        Ok(())
    }
}
