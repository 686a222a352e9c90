//! Reads the tables of cases under `fixtures/`, for tests.
//!
//! A table is a TOML file of `[[case]]` with `name`, `text` and `why`; what a rule must find in the
//! text stands between `⟦` and `⟧`, and a text without marks must pass. This is the only loader.

use std::path::{Path, PathBuf};

use gatepost_model::Marked;
use serde::de::DeserializeOwned;

/// One case of a table on words.
#[derive(Debug, Clone, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// What it is called in the output of a failed test.
    pub name: String,
    /// The text, with marks.
    pub text: String,
    /// Why it must, or must not, be found.
    pub why: String,
}

/// A table with cases of any shape.
#[derive(Debug, Clone, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Table<C> {
    /// Its cases, in order.
    #[serde(rename = "case")]
    pub cases: Vec<C>,
}

impl Case {
    /// The text without marks, and what is marked.
    pub fn marked(&self) -> Marked {
        Marked::parse(&self.text)
    }
}

/// The folder `fixtures/` of this repository.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures")
}

/// Reads `fixtures/PATH`.
///
/// # Panics
///
/// If the table is missing or not as it should be: the test that asked for it has failed.
pub fn table<C: DeserializeOwned>(path: &str) -> Vec<C> {
    let file = folder().join(path);
    let text = std::fs::read_to_string(&file)
        .unwrap_or_else(|problem| panic!("cannot read {}: {problem}", file.display()));
    let table: Table<C> = toml::from_str(&text)
        .unwrap_or_else(|problem| panic!("{} is not a table of cases: {problem}", file.display()));
    assert!(!table.cases.is_empty(), "{} has no cases", file.display());
    table.cases
}
