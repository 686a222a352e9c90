//! Reading TOML so that every mistake is told, in words and with its line.
//!
//! A [`Section`] is asked for its keys one by one; what it was asked for is what it knows, and any other
//! key is told at the end with the nearest that is known. A value of the wrong kind is told where it
//! stands. What the keys mean is not known here.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ops::Range;

use jiff::civil::Date;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::cells::parse_date;
use crate::platform::nearest;
use crate::problem::{Problem, Problems};

/// A file that is being read: where its lines begin, and what was found wrong.
pub(crate) struct Settings<'t> {
    file: &'t str,
    text: &'t str,
    problems: RefCell<Vec<Problem>>,
    /// Lines that could not be understood at all: what was made of them is not worth telling.
    garbled: RefCell<BTreeSet<usize>>,
}

impl<'t> Settings<'t> {
    pub(crate) fn new(file: &'t str, text: &'t str) -> Self {
        Self { file, text, problems: RefCell::default(), garbled: RefCell::default() }
    }

    /// The line, from 1, on which something begins.
    pub(crate) fn line(&self, span: &Range<usize>) -> usize {
        let before = self.text.get(..span.start).unwrap_or(self.text);
        before.matches('\n').count() + 1
    }

    pub(crate) fn stop(&self, span: &Range<usize>, message: impl Into<String>) {
        let line = self.line(span);
        if !self.garbled.borrow().contains(&line) {
            self.problems.borrow_mut().push(Problem::stop(self.file, message).row(line));
        }
    }

    /// Says that a line is no TOML.
    pub(crate) fn garbled(&self, span: &Range<usize>, message: impl Into<String>) {
        self.stop(span, message);
        self.garbled.borrow_mut().insert(self.line(span));
    }

    pub(crate) fn warn(&self, span: Option<&Range<usize>>, message: impl Into<String>) {
        let mut problem = Problem::warning(self.file, message);
        problem.row = span.map(|span| self.line(span));
        self.problems.borrow_mut().push(problem);
    }

    /// What was found wrong, in the order of the lines.
    pub(crate) fn into_problems(self) -> Problems {
        let mut found = self.problems.into_inner();
        found.sort_by_key(|problem| problem.row);
        let mut problems = Problems::default();
        for problem in found {
            problems.push(problem);
        }
        problems
    }
}

/// A table of a TOML file.
pub(crate) struct Section<'s> {
    settings: &'s Settings<'s>,
    table: &'s DeTable<'s>,
    /// As messages call it: `[calendar]`, or nothing for the top of the file.
    title: String,
    span: Range<usize>,
    asked: Vec<&'static str>,
}

impl<'s> Section<'s> {
    pub(crate) fn new(
        settings: &'s Settings<'s>,
        table: &'s DeTable<'s>,
        title: &str,
        span: Range<usize>,
    ) -> Self {
        Self { settings, table, title: title.to_owned(), span, asked: Vec::new() }
    }

    /// Where it begins.
    pub(crate) fn span(&self) -> &Range<usize> {
        &self.span
    }

    /// The value of a key, which is from now on known.
    pub(crate) fn value(&mut self, key: &'static str) -> Option<&'s Spanned<DeValue<'s>>> {
        self.asked.push(key);
        self.table.get(key)
    }

    /// All keys and values, for a section whose keys are the school's own.
    pub(crate) fn entries(
        &self,
    ) -> impl Iterator<Item = (&'s str, &'s Spanned<DeValue<'s>>)> + use<'s> {
        let table = self.table;
        table.iter().map(|(key, value)| (key.get_ref().as_ref(), value))
    }

    /// A text that is not blank.
    pub(crate) fn text(&mut self, key: &'static str) -> Option<String> {
        let value = self.value(key)?;
        text(self.settings, key, value)
    }

    /// A text without which the file is of no use.
    pub(crate) fn required(&mut self, key: &'static str, example: &str) -> String {
        if self.table.contains_key(key) {
            return self.text(key).unwrap_or_default();
        }
        self.asked.push(key);
        let place =
            if self.title.is_empty() { String::new() } else { format!(" in {}", self.title) };
        let message =
            format!("There is no \"{key}\"{place}. Add a line such as {key} = {example}.");
        if self.title.is_empty() {
            self.settings.problems.borrow_mut().push(Problem::stop(self.settings.file, message));
        } else {
            self.settings.stop(&self.span, message);
        }
        String::new()
    }

    /// A list of texts.
    pub(crate) fn texts(&mut self, key: &'static str) -> Vec<String> {
        let settings = self.settings;
        let placed = self.value(key).map(|value| texts(settings, key, value));
        placed.into_iter().flatten().map(|(text, _)| text).collect()
    }

    /// A text or a list of texts, each with its place.
    pub(crate) fn one_or_more(&mut self, key: &'static str) -> Vec<(String, Range<usize>)> {
        let settings = self.settings;
        self.value(key).map(|value| one_or_more(settings, key, value)).unwrap_or_default()
    }

    /// A date, with or without quotation marks.
    pub(crate) fn date(&mut self, key: &'static str) -> Option<Date> {
        let value = self.value(key)?;
        date(self.settings, key, value)
    }

    /// True or false; false where it is not said.
    pub(crate) fn flag(&mut self, key: &'static str) -> bool {
        let Some(value) = self.value(key) else { return false };
        value.get_ref().as_bool().unwrap_or_else(|| {
            wrong(self.settings, key, value, "true or false, without quotation marks");
            false
        })
    }

    /// The sections of a list of tables.
    pub(crate) fn sections(&mut self, key: &'static str, title: &str) -> Vec<Self> {
        let Some(value) = self.value(key) else { return Vec::new() };
        let expected = format!("a section of its own, begun with {title}");
        let Some(array) = value.get_ref().as_array() else {
            wrong(self.settings, key, value, &expected);
            return Vec::new();
        };
        let tables = array.iter().filter_map(|entry| {
            let Some(table) = entry.get_ref().as_table() else {
                wrong(self.settings, key, entry, &expected);
                return None;
            };
            Some(Self::new(self.settings, table, title, entry.span()))
        });
        tables.collect()
    }

    /// A section within this one.
    pub(crate) fn section(&mut self, key: &'static str, title: &str) -> Option<Self> {
        let value = self.value(key)?;
        section(self.settings, key, value, title)
    }

    /// Tells of the keys that nobody asked for.
    pub(crate) fn finish(self) {
        for key in self.table.keys() {
            let word = key.get_ref().as_ref();
            if self.asked.contains(&word) {
                continue;
            }
            let place =
                if self.title.is_empty() { String::new() } else { format!(" in {}", self.title) };
            let hint = match nearest(word, self.asked.iter().copied()) {
                Some(near) => format!("Did you mean \"{near}\"?"),
                None => "Remove it, or put a # before it.".to_owned(),
            };
            let message = format!("\"{word}\" is not a word that is known here{place}. {hint}");
            self.settings.stop(&key.span(), message);
        }
    }
}

/// A value that should be a table.
pub(crate) fn section<'s>(
    settings: &'s Settings<'s>,
    key: &str,
    value: &'s Spanned<DeValue<'s>>,
    title: &str,
) -> Option<Section<'s>> {
    let Some(table) = value.get_ref().as_table() else {
        wrong(settings, key, value, &format!("a section of its own, written as {title}"));
        return None;
    };
    Some(Section::new(settings, table, title, value.span()))
}

/// A value that should be a text that is not blank.
pub(crate) fn text(
    settings: &Settings<'_>,
    key: &str,
    value: &Spanned<DeValue<'_>>,
) -> Option<String> {
    let text = value.get_ref().as_str().map(str::trim).filter(|text| !text.is_empty());
    if text.is_none() {
        wrong(settings, key, value, "a text in quotation marks");
    }
    text.map(str::to_owned)
}

/// A value that should be a list of texts, each with its place.
fn texts(
    settings: &Settings<'_>,
    key: &str,
    value: &Spanned<DeValue<'_>>,
) -> Vec<(String, Range<usize>)> {
    let Some(array) = value.get_ref().as_array() else {
        wrong(
            settings,
            key,
            value,
            "a list of texts in square brackets, such as [\"one\", \"two\"]",
        );
        return Vec::new();
    };
    let texts = array.iter().filter_map(|entry| Some((text(settings, key, entry)?, entry.span())));
    texts.collect()
}

/// A value that should be a text or a list of texts.
pub(crate) fn one_or_more(
    settings: &Settings<'_>,
    key: &str,
    value: &Spanned<DeValue<'_>>,
) -> Vec<(String, Range<usize>)> {
    if value.get_ref().is_str() {
        text(settings, key, value).map(|text| (text, value.span())).into_iter().collect()
    } else {
        texts(settings, key, value)
    }
}

/// A value that should be a date.
pub(crate) fn date(
    settings: &Settings<'_>,
    key: &str,
    value: &Spanned<DeValue<'_>>,
) -> Option<Date> {
    let written = match value.get_ref() {
        DeValue::String(text) => Some(text.to_string()),
        DeValue::Datetime(moment) if moment.time.is_none() => {
            moment.date.map(|date| date.to_string())
        }
        _ => None,
    };
    let date = written.as_deref().and_then(parse_date);
    if date.is_none() {
        wrong(settings, key, value, "a date such as 2026-09-01");
    }
    date
}

/// A value that should be a whole number, or a text that `parse` understands.
pub(crate) fn amount(
    settings: &Settings<'_>,
    key: &str,
    value: &Spanned<DeValue<'_>>,
    expected: &str,
    parse: impl Fn(&str) -> Option<u64>,
) -> Option<u64> {
    let amount = match value.get_ref() {
        DeValue::Integer(number) => u64::from_str_radix(number.as_str(), number.radix()).ok(),
        DeValue::String(text) => parse(text.trim()),
        _ => None,
    };
    if amount.is_none() {
        wrong(settings, key, value, expected);
    }
    amount
}

/// Says that a value is not what it should be.
pub(crate) fn wrong(
    settings: &Settings<'_>,
    key: &str,
    value: &Spanned<DeValue<'_>>,
    expected: &str,
) {
    let found = match value.get_ref() {
        DeValue::String(text) if text.trim().is_empty() => ", and is empty",
        DeValue::String(_) => ", and is not",
        DeValue::Integer(_) | DeValue::Float(_) => "; what stands there is a number",
        DeValue::Boolean(_) => "; what stands there is true or false",
        DeValue::Datetime(_) => "; what stands there is a date or time",
        DeValue::Array(_) => "; what stands there is a list",
        DeValue::Table(_) => "; what stands there is a section",
    };
    settings.stop(&value.span(), format!("\"{key}\" should be {expected}{found}."));
}
