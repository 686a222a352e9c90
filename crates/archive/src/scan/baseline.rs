//! An earlier report: what stands in it as it is now is not told again.

use std::collections::HashMap;
use std::fs::File;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{BufRead, BufReader};
use std::path::Path;

use super::judge::Judged;
use super::record::Record;
use crate::error::ArchiveError;

/// What an earlier report said, by draft.
pub(super) struct Baseline {
    /// A number for the findings of each draft.
    findings: HashMap<u64, u64>,
}

impl Baseline {
    pub(super) fn open(folder: &Path) -> Result<Self, ArchiveError> {
        let path = folder.join("report.jsonl");
        let wrong = |reason: String| ArchiveError::Report { path: path.clone(), reason };
        let file = File::open(&path)
            .map_err(|problem| wrong(format!("it cannot be opened: {}", problem.kind())))?;
        let mut findings = HashMap::new();
        for (line, number) in BufReader::new(file).lines().zip(1..) {
            let line =
                line.map_err(|problem| wrong(format!("line {number}: {}", problem.kind())))?;
            let record: Record = serde_json::from_str(&line).map_err(|_| {
                wrong(format!("line {number} is no line of a report of this program"))
            })?;
            findings.insert(number_of(&record.verdict.draft), number_of_findings(&record));
        }
        Ok(Self { findings })
    }

    /// True if the earlier report says the same of a post.
    pub(super) fn knows(&self, judged: &Judged) -> bool {
        match &judged.record {
            // Nothing was found, so that nothing is new.
            None => true,
            Some(record) => {
                let before = self.findings.get(&number_of(&record.verdict.draft));
                before == Some(&number_of_findings(record))
                    || before.is_none() && record.verdict.findings.is_empty()
            }
        }
    }
}

fn number_of(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

fn number_of_findings(record: &Record) -> u64 {
    let mut hasher = DefaultHasher::new();
    for one in &record.verdict.findings {
        (&one.rule, &one.field, one.start, one.end, &one.pupil, one.severity as u8)
            .hash(&mut hasher);
    }
    hasher.finish()
}
