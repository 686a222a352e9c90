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

/// A table within a source, over one of the pack that it extends if there is any: a key that it does
/// not have is looked up there. Faults are always told where the table itself stands.
#[derive(Debug)]
pub(crate) struct Table<'t> {
    source: &'t Source<'t>,
    keys: Option<&'t DeTable<'t>>,
    below: Option<&'t DeTable<'t>>,
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
            keys: Some(table),
            below: None,
            within: within.into(),
            at: span.start,
            asked: RefCell::default(),
        }
    }

    /// The same table over another.
    pub(crate) fn over(self, below: Option<&'t DeTable<'t>>) -> Self {
        Self { below, ..self }
    }

    /// A table of the pack that is extended, as it stands there; faults are told at `at`.
    pub(crate) fn below(
        source: &'t Source<'t>,
        below: &'t DeTable<'t>,
        within: impl Into<String>,
        at: usize,
    ) -> Self {
        Self {
            source,
            keys: None,
            below: Some(below),
            within: within.into(),
            at,
            asked: RefCell::default(),
        }
    }

    /// Where it stands.
    pub(crate) const fn at(&self) -> usize {
        self.at
    }

    /// The text under a key of the table itself.
    pub(crate) fn own_text(&self, key: &str) -> Option<&'t str> {
        text_of(self.keys?, key)
    }

    /// Where the clause of this id stands in the table itself.
    pub(crate) fn clause_at(&self, id: &str) -> Option<usize> {
        let clauses = self.keys?.get("clause")?.get_ref().as_array()?;
        let own = clauses.iter().find(|clause| {
            clause.get_ref().as_table().is_some_and(|table| text_of(table, "id") == Some(id))
        });
        own.map(|clause| clause.span().start)
    }

    /// The source of its faults.
    pub(crate) const fn source(&self) -> &'t Source<'t> {
        self.source
    }

    /// Notes a fault of the table as a whole.
    pub(crate) fn fault(&self, kind: FaultKind) {
        self.source.fault(self.at, kind);
    }

    fn get(&self, key: &'static str) -> Option<Found<'t>> {
        self.asked.borrow_mut().push(key);
        let own = self.keys.and_then(|keys| keys.get(key));
        let own = own.map(|value| Found { value, at: None });
        own.or_else(|| {
            let value = self.below?.get(key)?;
            Some(Found { value, at: Some(self.at) })
        })
    }

    fn wrong(&self, key: &str, found: Found<'_>, expected: &str) {
        let kind = FaultKind::WrongValue { key: key.to_owned(), expected: expected.to_owned() };
        self.source.fault(found.at(found.value), kind);
    }

    /// A text with more than blanks in it, if the key is there.
    pub(crate) fn word(&self, key: &'static str) -> Option<Word<'t>> {
        let found = self.get(key)?;
        let word = found.word(found.value).filter(|word| !word.text.trim().is_empty());
        if word.is_none() {
            self.wrong(key, found, "words in quotation marks");
        }
        word
    }

    /// True if the key is there; a fault is noted if it is not.
    pub(crate) fn require(&self, key: &'static str) -> bool {
        let has = |table: Option<&DeTable<'_>>| table.is_some_and(|keys| keys.contains_key(key));
        let there = has(self.keys) || has(self.below);
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
        let Some(found) = self.get(key) else { return Vec::new() };
        let words = match found.value.get_ref() {
            DeValue::String(_) => found.word(found.value).map(|word| vec![word]),
            DeValue::Array(array) => array.iter().map(|value| found.word(value)).collect(),
            _ => None,
        };
        words.unwrap_or_else(|| {
            self.wrong(key, found, "a list of words in quotation marks");
            Vec::new()
        })
    }

    /// The same, as owned texts.
    pub(crate) fn owned_list(&self, key: &'static str) -> Vec<String> {
        self.list(key).into_iter().map(|word| word.text.to_owned()).collect()
    }

    /// A whole number, if the key is there.
    pub(crate) fn number(&self, key: &'static str) -> Option<u32> {
        let found = self.get(key)?;
        let number = match found.value.get_ref() {
            DeValue::Integer(integer) => {
                u32::from_str_radix(integer.as_str(), integer.radix()).ok()
            }
            _ => None,
        };
        if number.is_none() {
            self.wrong(key, found, "a whole number, without quotation marks");
        }
        number
    }

    /// Yes or no, if the key is there.
    pub(crate) fn flag(&self, key: &'static str) -> Option<bool> {
        let found = self.get(key)?;
        let flag = found.value.get_ref().as_bool();
        if flag.is_none() {
            self.wrong(key, found, "true or false, without quotation marks");
        }
        flag
    }

    /// A day in TOML's own notation, or a text; as it is written.
    pub(crate) fn day(&self, key: &'static str) -> Option<(String, usize)> {
        let found = self.get(key)?;
        let text = match found.value.get_ref() {
            DeValue::Datetime(day) => day.to_string(),
            DeValue::String(text) => text.trim().to_owned(),
            _ => String::new(),
        };
        Some((text, found.at(found.value)))
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

    /// The table under a key, if it is there, over the one of the pack that is extended.
    pub(crate) fn table(&self, key: &'static str, within: &str) -> Option<Table<'t>> {
        self.asked.borrow_mut().push(key);
        let below =
            self.below.and_then(|keys| keys.get(key)).and_then(|value| value.get_ref().as_table());
        let Some(value) = self.keys.and_then(|keys| keys.get(key)) else {
            return below.map(|below| Table::below(self.source, below, within, self.at));
        };
        let table = value.get_ref().as_table();
        if table.is_none() {
            self.wrong(key, Found { value, at: None }, "a table");
        }
        let span = value.span();
        table.map(|table| Table::new(self.source, table, within, &span).over(below))
    }

    /// The tables of `[[key]]` that stand in the table itself, in order.
    pub(crate) fn tables(&self, key: &'static str, within: &str) -> Vec<Table<'t>> {
        self.asked.borrow_mut().push(key);
        let Some(value) = self.keys.and_then(|keys| keys.get(key)) else { return Vec::new() };
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
            let found = Found { value, at: None };
            self.wrong(key, found, &format!("a table under `[[{key}]]`"));
            Vec::new()
        })
    }

    /// The tables of `[[key]]` in the pack that is extended, in order.
    pub(crate) fn tables_below(&self, key: &str) -> Vec<&'t DeTable<'t>> {
        let array =
            self.below.and_then(|keys| keys.get(key)).and_then(|value| value.get_ref().as_array());
        array.into_iter().flatten().filter_map(|item| item.get_ref().as_table()).collect()
    }

    /// Every key of a table whose keys are free, with what stands there: its own, then those beneath.
    fn free(&self) -> Vec<(Word<'t>, Found<'t>)> {
        let own = self.keys.into_iter().flatten().map(|(key, value)| {
            let name = Word { text: key.get_ref().as_ref(), at: key.span().start };
            (name, Found { value, at: None })
        });
        let own: Vec<_> = own.collect();
        let below = self.below.into_iter().flatten().map(|(key, value)| {
            (Word { text: key.get_ref().as_ref(), at: self.at }, Found { value, at: Some(self.at) })
        });
        let below = below.filter(|(name, _)| own.iter().all(|(other, _)| other.text != name.text));
        let below: Vec<_> = below.collect();
        [own, below].concat()
    }

    /// All keys of a table whose keys are free, each with its list of words.
    pub(crate) fn free_lists(&self) -> Vec<(Word<'t>, Vec<Word<'t>>)> {
        let mut lists = Vec::new();
        for (name, found) in self.free() {
            let array = found.value.get_ref().as_array();
            let words: Option<Vec<Word<'t>>> =
                array.and_then(|array| array.iter().map(|value| found.word(value)).collect());
            match words {
                Some(words) => lists.push((name, words)),
                None => self.wrong(name.text, found, "a list of words in quotation marks"),
            }
        }
        lists
    }

    /// All keys of a table whose keys are free, each with its word.
    pub(crate) fn free_words(&self) -> Vec<(Word<'t>, Word<'t>)> {
        let mut words = Vec::new();
        for (name, found) in self.free() {
            match found.word(found.value) {
                Some(word) => words.push((name, word)),
                None => self.wrong(name.text, found, "words in quotation marks"),
            }
        }
        words
    }

    /// Notes every key that was never asked for. To be called last.
    pub(crate) fn finish(&self) {
        let asked = self.asked.borrow();
        for key in self.keys.into_iter().flat_map(DeTable::keys) {
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

/// A value, and where its faults are told if not at the value itself.
#[derive(Debug, Clone, Copy)]
struct Found<'t> {
    value: &'t Spanned<DeValue<'t>>,
    at: Option<usize>,
}

impl<'t> Found<'t> {
    fn at(self, value: &Spanned<DeValue<'_>>) -> usize {
        self.at.unwrap_or_else(|| value.span().start)
    }

    /// A text of it or within it.
    fn word(self, value: &'t Spanned<DeValue<'t>>) -> Option<Word<'t>> {
        value.get_ref().as_str().map(|text| Word { text, at: self.at(value) })
    }
}

/// The text under a key of a table, if it is one.
pub(crate) fn text_of<'t>(table: &'t DeTable<'t>, key: &str) -> Option<&'t str> {
    table.get(key).and_then(|value| value.get_ref().as_str())
}
