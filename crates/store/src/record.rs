//! A record, and how it is written so that its hash can be made again by anybody.
//!
//! The hash of a record is SHA-256 over the hash of the record before it (64 zeros for the first), a line
//! feed, and the record as JSON without blanks, keys in the order of their bytes at every depth, holding
//! `at`, `draft` (where there is one), `entry` and `seq`.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::entry::Entry;
use crate::ledger::sha256;

/// What stands before the first record.
pub(crate) const NOTHING: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// One record of the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// Its number, from 1, without gaps.
    pub seq: u64,
    /// When it was written.
    #[serde(with = "crate::moment")]
    pub at: Timestamp,
    /// The key of the draft that it is about, if it is about one.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub draft: Option<String>,
    /// What it says.
    pub entry: Entry,
    /// Its hash.
    pub hash: String,
}

/// Where a ledger ends: the anchor that can be kept on paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Head {
    /// The number of the last record; 0 for none.
    pub seq: u64,
    /// Its hash.
    pub hash: String,
}

impl Head {
    /// Where a ledger without records ends.
    pub fn empty() -> Self {
        Self { seq: 0, hash: NOTHING.to_owned() }
    }
}

impl std::fmt::Display for Head {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}", self.seq, self.hash)
    }
}

impl std::str::FromStr for Head {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const FORM: &str = "an anchor is written NUMBER:HASH, as gatepost ledger head prints it";
        let (seq, hash) = text.trim().split_once(':').ok_or(FORM)?;
        let seq = seq.parse().map_err(|_| FORM)?;
        let is_hash = hash.len() == 64 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
        if is_hash { Ok(Self { seq, hash: hash.to_lowercase() }) } else { Err(FORM) }
    }
}

impl Record {
    /// The record that follows `head`.
    pub(crate) fn following(
        head: &Head,
        at: Timestamp,
        draft: Option<String>,
        entry: Entry,
    ) -> Self {
        let mut record = Self { seq: head.seq + 1, at, draft, entry, hash: String::new() };
        record.hash = record.hash_after(&head.hash);
        record
    }

    /// Where a ledger ends whose last record this is.
    pub fn head(&self) -> Head {
        Head { seq: self.seq, hash: self.hash.clone() }
    }

    /// The hash that it must have after a record of this hash.
    pub(crate) fn hash_after(&self, previous: &str) -> String {
        let mut object = Map::new();
        object.insert("at".into(), Value::String(self.at.to_string()));
        if let Some(draft) = &self.draft {
            object.insert("draft".into(), Value::String(draft.clone()));
        }
        object.insert("entry".into(), value(&self.entry));
        object.insert("seq".into(), Value::from(self.seq));
        sha256(format!("{previous}\n{}", canonical(&Value::Object(object))).as_bytes())
    }

    /// As a line of an export, and nothing but it is the line of this record.
    pub(crate) fn line(&self) -> String {
        canonical(&value(self))
    }
}

/// A value of ours as JSON: all of them can be written so.
pub(crate) fn value(of: &impl Serialize) -> Value {
    serde_json::to_value(of).expect("texts, numbers and maps with text keys are JSON")
}

/// JSON without blanks, keys in the order of their bytes.
pub(crate) fn canonical(value: &Value) -> String {
    let mut written = String::new();
    write_canonical(value, &mut written);
    written
}

fn write_canonical(value: &Value, out: &mut String) {
    match value {
        Value::Object(object) => {
            let mut keys: Vec<&String> = object.keys().collect();
            keys.sort();
            out.push('{');
            for (index, key) in keys.into_iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                out.push_str(&Value::String(key.clone()).to_string());
                out.push(':');
                write_canonical(object.get(key).unwrap_or(&Value::Null), out);
            }
            out.push('}');
        }
        Value::Array(values) => {
            out.push('[');
            for (index, value) in values.iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                write_canonical(value, out);
            }
            out.push(']');
        }
        plain => out.push_str(&plain.to_string()),
    }
}
