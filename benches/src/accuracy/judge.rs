//! What gatepost says of a row.

use gatepost::{Decision, Gate, Screener, Severity};
use rayon::prelude::*;

use super::row::Row;

/// What was found in a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Judgement {
    /// Whether the text is held.
    pub held: bool,
    /// What holds it.
    pub found: Vec<Found>,
}

/// A finding that holds a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// The rule.
    pub rule: String,
    /// First code point.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// Every pupil who may be meant.
    pub pupils: Vec<String>,
}

impl Found {
    /// True if it and a stretch share a code point.
    pub fn overlaps(&self, start: usize, end: usize) -> bool {
        self.start < end && start < self.end
    }
}

/// Judges every row by the rules on words, links, personal data and names, on all cores.
pub fn judge(gate: &Gate, rows: &[Row]) -> Vec<Judgement> {
    let screener = Screener::new(gate);
    rows.par_iter()
        .map_init(
            || screener.reader(),
            |reader, row| {
                let screened = reader.screen(&row.text);
                let holding =
                    screened.findings.into_iter().filter(|one| one.severity == Severity::Hold);
                Judgement {
                    held: screened.decision == Decision::Hold,
                    found: holding
                        .map(|one| Found {
                            start: points(&row.text, one.start),
                            end: points(&row.text, one.end),
                            pupils: one.candidates.into_iter().chain(one.pupil).collect(),
                            rule: one.rule,
                        })
                        .collect(),
                }
            },
        )
        .collect()
}

/// How many code points stand before a byte; 0 where no place is meant.
fn points(text: &str, byte: Option<usize>) -> usize {
    byte.and_then(|byte| text.get(..byte)).map_or(0, |before| before.chars().count())
}
