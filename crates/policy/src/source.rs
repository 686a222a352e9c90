//! Reads tables of TOML key by key, and tells faults with their line.
//!
//! A table knows the keys that were asked of it; whatever else stands in it is a fault, with the
//! nearest key that was meant. Reading goes on past a fault, so that all are told at once.

use std::cell::RefCell;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::error::{Fault, FaultKind, nearest};

/// A text and what has been found wrong with it.
#[derive(Debug)]
pub(crate) struct Source<'t> {
    text: &'t str,
    faults: RefCell<Vec<Fault>>,
}

/// A word of the text and where it stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Word<'t> {
    pub(crate) text: &'t str,
    at: usize,
}

/// A table within a source.
#[derive(Debug)]
pub(crate) struct Table<'t> {
    source: &'t Source<'t>,
    keys: &'t DeTable<'t>,
    within: String,
    at: usize,
    asked: RefCell<Vec<&'static str>>,
}

impl<'t> Source<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Self { text, faults: RefCell::default() }
    }

    /// Notes a fault at a byte of the text.
    pub(crate) fn fault(&self, at: usize, kind: FaultKind) {
        let before = self.text.get(..at).unwrap_or(self.text);
        let line = before.matches('\n').count() + 1;
        self.faults.borrow_mut().push(Fault { line, kind });
    }

    /// Everything that was wrong, in the order of the lines.
    pub(crate) fn faults(&self) -> Vec<Fault> {
        let mut faults = self.faults.borrow().clone();
        faults.sort();
        faults
    }
}

impl Word<'_> {
    /// Where it stands.
    pub(crate) const fn at(self) -> usize {
        self.at
    }
}

impl<'t> Table<'t> {
    pub(crate) fn new(
        source: &'t Source<'t>,
        table: &'t DeTable<'t>,
        within: impl Into<String>,
        span: &Range<usize>,
    ) -> Self {
        Self {
            source,
            keys: table,
            within: within.into(),
            at: span.start,
            asked: RefCell::default(),
        }
    }

    /// Notes a fault of the table as a whole.
    pub(crate) fn fault(&self, kind: FaultKind) {
        self.source.fault(self.at, kind);
    }

    fn get(&self, key: &'static str) -> Option<&'t Spanned<DeValue<'t>>> {
        self.asked.borrow_mut().push(key);
        self.keys.get(key)
    }

    fn wrong(&self, key: &str, value: &Spanned<DeValue<'_>>, expected: &str) {
        let kind = FaultKind::WrongValue { key: key.to_owned(), expected: expected.to_owned() };
        self.source.fault(value.span().start, kind);
    }

    /// A text with more than blanks in it, if the key is there.
    pub(crate) fn word(&self, key: &'static str) -> Option<Word<'t>> {
        let value = self.get(key)?;
        let word = as_word(value).filter(|word| !word.text.trim().is_empty());
        if word.is_none() {
            self.wrong(key, value, "words in quotation marks");
        }
        word
    }

    /// True if the key is there; a fault is noted if it is not.
    pub(crate) fn require(&self, key: &'static str) -> bool {
        let there = self.keys.contains_key(key);
        if !there {
            let within = self.within.clone();
            self.fault(FaultKind::MissingKey { key: key.to_owned(), within });
        }
        there
    }

    /// A text that must be there, its blanks made single; empty, with a fault noted, if it is not.
    pub(crate) fn words(&self, key: &'static str) -> String {
        self.asked.borrow_mut().push(key);
        if !self.require(key) {
            return String::new();
        }
        self.word(key).map_or_else(String::new, |word| {
            word.text.split_whitespace().collect::<Vec<_>>().join(" ")
        })
    }

    /// A list of texts, or one text alone; empty if the key is not there.
    pub(crate) fn list(&self, key: &'static str) -> Vec<Word<'t>> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let words = match value.get_ref() {
            DeValue::String(_) => as_word(value).map(|word| vec![word]),
            DeValue::Array(array) => array.iter().map(as_word).collect(),
            _ => None,
        };
        words.unwrap_or_else(|| {
            self.wrong(key, value, "a list of words in quotation marks");
            Vec::new()
        })
    }

    /// The same, as owned texts.
    pub(crate) fn owned_list(&self, key: &'static str) -> Vec<String> {
        self.list(key).into_iter().map(|word| word.text.to_owned()).collect()
    }

    /// A whole number, if the key is there.
    pub(crate) fn number(&self, key: &'static str) -> Option<u32> {
        let value = self.get(key)?;
        let number = match value.get_ref() {
            DeValue::Integer(integer) => {
                u32::from_str_radix(integer.as_str(), integer.radix()).ok()
            }
            _ => None,
        };
        if number.is_none() {
            self.wrong(key, value, "a whole number, without quotation marks");
        }
        number
    }

    /// Yes or no, if the key is there.
    pub(crate) fn flag(&self, key: &'static str) -> Option<bool> {
        let value = self.get(key)?;
        let flag = value.get_ref().as_bool();
        if flag.is_none() {
            self.wrong(key, value, "true or false, without quotation marks");
        }
        flag
    }

    /// A day in TOML's own notation, or a text; as it is written.
    pub(crate) fn day(&self, key: &'static str) -> Option<(String, usize)> {
        let value = self.get(key)?;
        let text = match value.get_ref() {
            DeValue::Datetime(day) => day.to_string(),
            DeValue::String(text) => text.trim().to_owned(),
            _ => String::new(),
        };
        Some((text, value.span().start))
    }

    /// One of the words allowed, if the key is there. `expected` follows "is not".
    pub(crate) fn one_of<T: Copy>(
        &self,
        key: &'static str,
        allowed: &[(&'static str, T)],
        expected: &str,
    ) -> Option<T> {
        self.word(key).and_then(|word| self.choose(word, allowed, expected))
    }

    /// What a word stands for; a fault is noted if it is none of those allowed.
    pub(crate) fn choose<T: Copy>(
        &self,
        word: Word<'_>,
        allowed: &[(&'static str, T)],
        expected: &str,
    ) -> Option<T> {
        let meant = allowed.iter().find(|(known, _)| *known == word.text).map(|(_, value)| *value);
        if meant.is_none() {
            self.unknown(word, allowed.iter().map(|(known, _)| *known), expected);
        }
        meant
    }

    /// Notes that a word is none of those known.
    pub(crate) fn unknown<'w>(
        &self,
        word: Word<'_>,
        known: impl Iterator<Item = &'w str>,
        expected: &str,
    ) {
        self.source.fault(
            word.at,
            FaultKind::UnknownWord {
                word: word.text.to_owned(),
                expected: expected.to_owned(),
                nearest: nearest(word.text, known),
            },
        );
    }

    /// Notes a fault at a word.
    pub(crate) fn fault_at(&self, at: usize, kind: FaultKind) {
        self.source.fault(at, kind);
    }

    /// The table under a key, if it is there.
    pub(crate) fn table(&self, key: &'static str, within: &str) -> Option<Table<'t>> {
        let value = self.get(key)?;
        let table = value.get_ref().as_table();
        if table.is_none() {
            self.wrong(key, value, "a table");
        }
        table.map(|table| Table::new(self.source, table, within, &value.span()))
    }

    /// The tables of `[[key]]`, in order.
    pub(crate) fn tables(&self, key: &'static str, within: &str) -> Vec<Table<'t>> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let tables = value.get_ref().as_array().and_then(|array| {
            array
                .iter()
                .map(|item| {
                    let table = item.get_ref().as_table()?;
                    Some(Table::new(self.source, table, within, &item.span()))
                })
                .collect()
        });
        tables.unwrap_or_else(|| {
            self.wrong(key, value, &format!("a table under `[[{key}]]`"));
            Vec::new()
        })
    }

    /// All keys of a table whose keys are free, each with its list of words.
    pub(crate) fn free_lists(&self) -> Vec<(Word<'t>, Vec<Word<'t>>)> {
        let mut lists = Vec::new();
        for (key, value) in self.keys {
            let name = Word { text: key.get_ref().as_ref(), at: key.span().start };
            let words: Option<Vec<Word<'t>>> =
                value.get_ref().as_array().and_then(|array| array.iter().map(as_word).collect());
            match words {
                Some(words) => lists.push((name, words)),
                None => self.wrong(name.text, value, "a list of words in quotation marks"),
            }
        }
        lists
    }

    /// Notes every key that was never asked for. To be called last.
    pub(crate) fn finish(&self) {
        let asked = self.asked.borrow();
        for key in self.keys.keys() {
            let name = key.get_ref().as_ref();
            if !asked.contains(&name) {
                self.source.fault(
                    key.span().start,
                    FaultKind::UnknownKey {
                        key: name.to_owned(),
                        within: self.within.clone(),
                        nearest: nearest(name, asked.iter().copied()),
                    },
                );
            }
        }
    }
}

fn as_word<'t>(value: &'t Spanned<DeValue<'t>>) -> Option<Word<'t>> {
    value.get_ref().as_str().map(|text| Word { text, at: value.span().start })
}
