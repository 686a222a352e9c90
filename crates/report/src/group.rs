//! Findings that are one matter to a person.
//!
//! In: a verdict. Out: its findings in groups, the gravest first, each finding in exactly one. A name in
//! the words may break four rules at once, and its author has one thing to change.

use std::collections::BTreeMap;

use gatepost_image::Cleaning;
use gatepost_model::{Ruling, Severity, Verdict};

use crate::gravity::gravity;

/// Findings of one matter, as indices into the verdict's; the gravest first, never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Group {
    pub(crate) findings: Vec<usize>,
    pub(crate) kind: MatterKind,
}

/// What makes findings one matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MatterKind {
    /// They stand in the same place, concern the same pupil, or are the same rule on several files.
    Found,
    /// Cleaning has taken out everything that they tell of: there is nothing to mend.
    Cleaned,
}

/// What findings without a place in a text are grouped by.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Key<'v> {
    Pupil(&'v str),
    Rule(Severity, &'v str),
    Cleaned,
}

/// The findings of a verdict in groups, the gravest first.
pub(crate) fn groups(verdict: &Verdict) -> Vec<Group> {
    let mut placed: BTreeMap<(&str, Option<&str>), Vec<(usize, usize, usize)>> = BTreeMap::new();
    let mut others: BTreeMap<Key<'_>, Vec<usize>> = BTreeMap::new();
    for (index, ruling) in verdict.findings.iter().enumerate() {
        let pupil = ruling.pupil.as_deref();
        match (ruling.start, ruling.end) {
            (Some(start), Some(end)) => {
                placed.entry((&ruling.field, pupil)).or_default().push((start, end, index));
            }
            _ => others.entry(key(ruling, verdict)).or_default().push(index),
        }
    }

    let mut groups: Vec<Group> = others
        .into_iter()
        .map(|(key, findings)| {
            let kind = if key == Key::Cleaned { MatterKind::Cleaned } else { MatterKind::Found };
            Group { findings, kind }
        })
        .collect();
    for mut spans in placed.into_values() {
        spans.sort_unstable();
        groups.extend(overlapping(&spans));
    }
    for group in &mut groups {
        group.findings.sort_by_key(|&index| (gravity(&verdict.findings[index]), index));
    }
    groups.sort_by_key(|group| {
        let first = group.findings[0];
        (gravity(&verdict.findings[first]), first)
    });
    groups
}

fn key<'v>(ruling: &'v Ruling, verdict: &Verdict) -> Key<'v> {
    if let Some(pupil) = &ruling.pupil {
        return Key::Pupil(pupil);
    }
    if ruling.severity == Severity::Advice && is_cleaned(ruling, verdict) {
        return Key::Cleaned;
    }
    Key::Rule(ruling.severity, &ruling.rule)
}

/// True if cleaning takes away what was found, and has.
fn is_cleaned(ruling: &Ruling, verdict: &Verdict) -> bool {
    let removes = gatepost::rule(&ruling.rule)
        .is_some_and(|rule| gatepost_image::cleaning(rule) == Cleaning::Removes);
    let file = ruling.field.split_once(':').map(|(_, file)| file);
    removes
        && verdict
            .cleaned
            .iter()
            .filter(|cleaned| Some(cleaned.file.as_str()) == file)
            .all(|cleaned| cleaned.verified)
}

/// Runs of spans each of which overlaps one before it; they come sorted by their starts.
fn overlapping(spans: &[(usize, usize, usize)]) -> Vec<Group> {
    let mut groups: Vec<(usize, Group)> = Vec::new();
    for &(start, end, index) in spans {
        match groups.last_mut() {
            Some((reach, group)) if start < *reach => {
                group.findings.push(index);
                *reach = end.max(*reach);
            }
            _ => groups.push((end, Group { findings: vec![index], kind: MatterKind::Found })),
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}
