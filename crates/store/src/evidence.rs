//! What stands beside the chain: whom a verdict was about, and what its author declared.
//!
//! A record carries the salted hash of its evidence alone. Evidence can therefore be removed, when the
//! policy's time for it is over or a pupil is to be forgotten, and the chain still verifies; evidence that
//! is there can still be proved. Pupils stand in it by the keys of the rosters.

use std::collections::BTreeMap;

use jiff::Timestamp;
use rusqlite::params;
use serde::{Deserialize, Serialize};

use crate::entry::Entry;
use crate::error::StoreError;
use crate::ledger::{Ledger, new_token, sha256};
use crate::record::{canonical, value};

/// What a verdict was made from, as far as it is kept.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// What was found.
    pub seen: Vec<Seen>,
    /// The keys of all pupils who are declared as pictured; `None` where nothing was declared.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub pupils: Option<Vec<String>>,
    /// The classes declared as pictured.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub groups: Option<Vec<String>>,
    /// Who wrote it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub author: Option<String>,
    /// What for.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub purpose: Option<String>,
    /// The moment for which it was judged.
    pub judged_at: String,
    /// Posted with pupils, while teaching social media.
    #[serde(default)]
    pub teaching: bool,
    /// What named members of staff confirmed.
    pub attest: BTreeMap<String, String>,
}

/// A finding, without the words that it is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seen {
    /// The rule.
    pub rule: String,
    /// `advice` or `hold`.
    pub severity: String,
    /// Where, as the verdict writes it.
    pub field: String,
    /// The keys of the pupils who may be meant, the likeliest first.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub pupils: Vec<String>,
}

/// Evidence that is kept about one pupil: one judged draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PupilEvidence {
    /// The number of the record.
    pub seq: u64,
    /// When it was written.
    #[serde(with = "crate::moment")]
    pub at: Timestamp,
    /// The draft.
    pub draft: String,
    /// Its name, masked where it is personal.
    pub name: String,
    /// The account.
    pub account: String,
    /// Where the draft stands today.
    pub phase: String,
    /// The rules whose findings may mean this pupil.
    pub rules: Vec<String>,
    /// True if the draft declares the pupil as pictured.
    pub declared: bool,
}

impl Evidence {
    /// Every pupil that it names, each once.
    fn named(&self) -> Vec<&str> {
        let found = self.seen.iter().flat_map(|seen| &seen.pupils);
        let mut named: Vec<&str> =
            found.chain(self.pupils.iter().flatten()).map(String::as_str).collect();
        named.sort_unstable();
        named.dedup();
        named
    }
}

/// Evidence, ready to be kept: its salt, its text and the hash for the chain.
pub(crate) struct Kept {
    salt: String,
    body: String,
    pub(crate) hash: String,
}

pub(crate) fn prepare(evidence: &Evidence) -> Kept {
    let salt = new_token();
    let body = canonical(&value(evidence));
    let hash = hash(&salt, &body);
    Kept { salt, body, hash }
}

fn hash(salt: &str, body: &str) -> String {
    sha256(format!("{salt}\n{body}").as_bytes())
}

pub(crate) fn keep(
    on: &rusqlite::Connection,
    seq: u64,
    kept: &Kept,
    evidence: &Evidence,
) -> rusqlite::Result<()> {
    let seq = i64::try_from(seq).unwrap_or(i64::MAX);
    on.execute(
        "INSERT INTO evidence (seq, salt, body) VALUES (?1, ?2, ?3)",
        params![seq, kept.salt, kept.body],
    )?;
    for pupil in evidence.named() {
        on.execute("INSERT INTO pupil (pupil, seq) VALUES (?1, ?2)", params![pupil, seq])?;
    }
    Ok(())
}

impl Ledger {
    /// The evidence beside a record, if it was kept and is still there.
    ///
    /// # Errors
    ///
    /// If it cannot be read, or is not what the chain vouches for.
    pub fn evidence(&self, seq: u64) -> Result<Option<Evidence>, StoreError> {
        let Some(record) = self.record(seq)? else { return Ok(None) };
        let Entry::Judged { evidence: Some(vouched), .. } = &record.entry else { return Ok(None) };
        let Some((salt, body)) = self.evidence_row(seq)? else { return Ok(None) };
        let read = serde_json::from_str(&body).ok().filter(|_| hash(&salt, &body) == *vouched);
        match read {
            Some(evidence) => Ok(Some(evidence)),
            None => Err(self.damaged(&format!("the evidence beside record {seq} was changed"))),
        }
    }

    /// True if the evidence beside every record that still has some is what the chain vouches for; else
    /// the number of the first where it is not.
    pub(crate) fn wrong_evidence(&self) -> Result<Option<u64>, StoreError> {
        for (seq, salt, body) in self.evidence_rows()? {
            let record = self.record(seq)?;
            let vouched = record.is_some_and(|record| {
                matches!(&record.entry, Entry::Judged { evidence: Some(vouched), .. }
                    if *vouched == hash(&salt, &body))
            });
            if !vouched {
                return Ok(Some(seq));
            }
        }
        Ok(None)
    }

    /// What is kept about a pupil, by the key of the roster, oldest first.
    ///
    /// # Errors
    ///
    /// If it cannot be read.
    pub fn pupil_evidence(&self, pupil: &str) -> Result<Vec<PupilEvidence>, StoreError> {
        let mut found = Vec::new();
        for seq in self.evidence_of(pupil)? {
            let (Some(record), Some(evidence)) = (self.record(seq)?, self.evidence(seq)?) else {
                continue;
            };
            let Some(draft) = record.draft else { continue };
            let Some(state) = self.draft(&draft)? else { continue };
            let about = |keys: &[String]| keys.iter().any(|key| key == pupil);
            let mut rules: Vec<String> = evidence
                .seen
                .iter()
                .filter(|seen| about(&seen.pupils))
                .map(|seen| seen.rule.clone())
                .collect();
            rules.dedup();
            found.push(PupilEvidence {
                seq,
                at: record.at,
                draft,
                name: state.name,
                account: state.account,
                phase: state.phase.word().to_owned(),
                rules,
                declared: evidence.pupils.as_deref().is_some_and(about),
            });
        }
        Ok(found)
    }

    /// Removes the evidence that names a pupil. The chain says that it was done, of how many records, and
    /// not for whom.
    ///
    /// # Errors
    ///
    /// If it cannot be written.
    pub fn forget(&mut self, pupil: &str, at: Timestamp) -> Result<u64, StoreError> {
        let seqs = self.evidence_of(pupil)?;
        let records = u64::try_from(seqs.len()).unwrap_or(u64::MAX);
        self.append(at, None, Entry::Forgotten { records }, None)?;
        self.remove_evidence(&seqs)?;
        Ok(records)
    }

    /// Removes the evidence of records before a moment.
    ///
    /// # Errors
    ///
    /// If it cannot be written.
    pub fn purge(&mut self, before: Timestamp, at: Timestamp) -> Result<u64, StoreError> {
        let mut old = Vec::new();
        for (seq, ..) in self.evidence_rows()? {
            if self.record(seq)?.is_some_and(|record| record.at < before) {
                old.push(seq);
            }
        }
        let records = u64::try_from(old.len()).unwrap_or(u64::MAX);
        if records > 0 {
            let entry = Entry::Purged { before: before.to_string(), records };
            self.append(at, None, entry, None)?;
            self.remove_evidence(&old)?;
        }
        Ok(records)
    }
}
