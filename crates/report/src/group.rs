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
    /// They concern the same pupil in the same part of the draft, or pupils of whom the same is said
    /// there; or they overlap, or are of the same rule.
    Found,
    /// Cleaning has taken out everything that they tell of: there is nothing to mend.
    Cleaned,
    /// Cleaning would take out everything that they tell of, and there is no clean copy.
    StillThere,
}

/// What findings are grouped by, other than by their place in a text.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Key<'v> {
    /// What is said of a pupil: of whom the same is said makes one matter with them.
    Said(Vec<(&'v str, &'v str, &'v str, Severity)>),
    Rule(Severity, &'v str),
    Cleaned,
    StillThere,
}

/// A finding with a place in a text.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Placed {
    start: usize,
    end: usize,
    index: usize,
}

/// The findings of a verdict in groups, the gravest first.
pub(crate) fn groups(verdict: &Verdict) -> Vec<Group> {
    let mut placed: BTreeMap<(&str, Option<&str>), Vec<Placed>> = BTreeMap::new();
    let mut of_pupils: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut others: BTreeMap<Key<'_>, Vec<usize>> = BTreeMap::new();
    for (index, ruling) in verdict.findings.iter().enumerate() {
        let pupil = ruling.pupil.as_deref();
        match (ruling.start, ruling.end, pupil) {
            (Some(start), Some(end), _) => {
                placed.entry((&ruling.field, pupil)).or_default().push(Placed {
                    start,
                    end,
                    index,
                });
            }
            (_, _, Some(pupil)) => of_pupils.entry(pupil).or_default().push(index),
            _ => others.entry(key(ruling, verdict)).or_default().push(index),
        }
    }
    for findings in of_pupils.into_values() {
        others.entry(said(&findings, verdict)).or_default().extend(findings);
    }

    let mut unnamed: Vec<Group> = Vec::new();
    for ((_, pupil), mut spans) in placed {
        if pupil.is_some() {
            let findings: Vec<usize> = spans.into_iter().map(|placed| placed.index).collect();
            others.entry(said(&findings, verdict)).or_default().extend(findings);
        } else {
            spans.sort_unstable();
            unnamed.extend(alike(overlapping(&spans), verdict));
        }
    }

    let mut groups: Vec<Group> = others
        .into_iter()
        .map(|(key, findings)| {
            let kind = match key {
                Key::Cleaned => MatterKind::Cleaned,
                Key::StillThere => MatterKind::StillThere,
                Key::Said(_) | Key::Rule(..) => MatterKind::Found,
            };
            Group { findings, kind }
        })
        .chain(unnamed)
        .collect();
    for group in &mut groups {
        sort(group, verdict);
    }
    groups.sort_by_key(|group| {
        let first = group.findings.first().copied();
        (first.and_then(|index| verdict.findings.get(index)).map(gravity), first)
    });
    groups
}

fn sort(group: &mut Group, verdict: &Verdict) {
    group.findings.sort_by_key(|&index| (verdict.findings.get(index).map(gravity), index));
}

/// Groups of one part of the draft whose gravest findings are of one rule become one.
fn alike(groups: Vec<Group>, verdict: &Verdict) -> Vec<Group> {
    let mut by_rule: BTreeMap<(Severity, &str), Group> = BTreeMap::new();
    for mut group in groups {
        sort(&mut group, verdict);
        let gravest = group.findings.first().and_then(|&index| verdict.findings.get(index));
        let Some(gravest) = gravest else { continue };
        by_rule
            .entry((gravest.severity, &gravest.rule))
            .and_modify(|known| known.findings.extend(&group.findings))
            .or_insert(group);
    }
    by_rule.into_values().collect()
}

fn key<'v>(ruling: &'v Ruling, verdict: &Verdict) -> Key<'v> {
    let removes = gatepost::rule(&ruling.rule)
        .is_some_and(|rule| gatepost_image::cleaning(rule) == Cleaning::Removes);
    if ruling.severity == Severity::Hold || !removes {
        return Key::Rule(ruling.severity, &ruling.rule);
    }
    let file = ruling.field.split_once(':').map(|(_, file)| file);
    let mut copies = verdict.cleaned.iter().filter(|cleaned| Some(cleaned.file.as_str()) == file);
    if copies.all(|cleaned| cleaned.verified) { Key::Cleaned } else { Key::StillThere }
}

fn said<'v>(findings: &[usize], verdict: &'v Verdict) -> Key<'v> {
    let mut said: Vec<_> = findings
        .iter()
        .filter_map(|&index| verdict.findings.get(index))
        .map(|ruling| {
            (ruling.rule.as_str(), ruling.field.as_str(), ruling.message.as_str(), ruling.severity)
        })
        .collect();
    said.sort_unstable();
    said.dedup();
    Key::Said(said)
}

/// Runs of spans each of which overlaps one before it; they come sorted by their starts.
fn overlapping(spans: &[Placed]) -> Vec<Group> {
    let mut groups: Vec<(usize, Group)> = Vec::new();
    for &Placed { start, end, index } in spans {
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
