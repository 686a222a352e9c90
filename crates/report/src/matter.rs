//! What a person has to think about: a matter.
//!
//! In: a verdict and the pack that it was judged by. Out: its findings as matters, the gravest first, in
//! words that can be shown as they are: nothing in them can turn a terminal or a page around. Names stay
//! masked where the verdict masks them.

use std::collections::BTreeSet;

use gatepost::Pack;
use gatepost_model::{Certainty, Ruling, Severity, Verdict};
use gatepost_policy::{Clause, Met};

use crate::group::{Group, MatterKind, groups};
use crate::marks::class;
use crate::visible::one_line;
use crate::words;

/// Findings that are one thing to a person: the same place and the same pupil, the same thing about
/// several files, or everything that cleaning took out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matter {
    /// Counted from 1, those that hold first.
    pub number: usize,
    /// What makes its findings one.
    pub kind: MatterKind,
    /// Whether it holds the draft.
    pub severity: Severity,
    /// How sure the gravest finding is.
    pub certainty: Certainty,
    /// A few words.
    pub heading: String,
    /// Where, in words: `in the words of the post`.
    pub place: String,
    /// What stands there, masked where it is personal.
    pub excerpt: Option<String>,
    /// The key of the likeliest pupil, if one is concerned.
    pub pupil: Option<String>,
    /// How many pupils fit; 0 and 1 where there is no doubt.
    pub candidates: usize,
    /// What was found, the gravest first.
    pub points: Vec<Point>,
    /// How to mend it.
    pub remedies: Vec<String>,
    /// The clauses of the policy that ask for it, the school's own first.
    pub clauses: Vec<Cited>,
}

/// What one rule found, in one place or in several that look alike to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// Which of the verdict's findings, counted from 0.
    pub findings: Vec<usize>,
    /// The id of the rule.
    pub rule: String,
    /// What it means by the policy.
    pub severity: Severity,
    /// What was seen, in a sentence.
    pub message: String,
    /// Where, in words; empty if that is the place of the whole matter.
    pub place: String,
}

/// A clause of the policy in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cited {
    /// As the verdict cites it: `woodstock:data-protection.full-names`.
    pub reference: String,
    /// Where it stands: `section 10.4`, `“Data Protection”`, or `a rule for every school`.
    pub section: String,
    /// What it asks.
    pub asks: String,
    /// Why.
    pub why: String,
}

impl Matter {
    /// True if it holds the draft.
    pub fn holds(&self) -> bool {
        self.severity == Severity::Hold
    }

    /// How sure it is, in a sentence.
    pub fn sureness(&self) -> &'static str {
        words::certainty(self.certainty)
    }

    /// Its class on the page.
    pub(crate) fn class(&self) -> &'static str {
        class(self.severity)
    }

    /// The ids of its rules, each once.
    pub(crate) fn rules(&self) -> Vec<&str> {
        let mut rules: Vec<&str> = Vec::new();
        for point in &self.points {
            if !rules.contains(&point.rule.as_str()) {
                rules.push(&point.rule);
            }
        }
        rules
    }
}

/// The findings of a verdict as matters, the gravest first. Each finding is in exactly one.
pub fn matters(verdict: &Verdict, pack: &Pack) -> Vec<Matter> {
    groups(verdict)
        .iter()
        .enumerate()
        .filter_map(|(index, group)| matter(index + 1, group, verdict, pack))
        .collect()
}

fn matter(number: usize, group: &Group, verdict: &Verdict, pack: &Pack) -> Option<Matter> {
    let rulings: Vec<(usize, &Ruling)> = group
        .findings
        .iter()
        .filter_map(|&index| Some((index, verdict.findings.get(index)?)))
        .collect();
    let (_, gravest) = *rulings.first()?;
    let fields: BTreeSet<&str> = rulings.iter().map(|(_, ruling)| ruling.field.as_str()).collect();
    let heading = match group.kind {
        MatterKind::Found => title(&gravest.rule),
        MatterKind::Cleaned => "What the files gave away is taken out".into(),
    };
    // The longest stands for those that it overlaps.
    let excerpt = rulings
        .iter()
        .filter(|(_, ruling)| ruling.excerpt.is_some())
        .max_by_key(|(index, ruling)| {
            let length = ruling.end.zip(ruling.start).map(|(end, start)| end.saturating_sub(start));
            (length, std::cmp::Reverse(*index))
        })
        .and_then(|(_, ruling)| ruling.excerpt.as_deref());
    Some(Matter {
        number,
        kind: group.kind,
        severity: gravest.severity,
        certainty: gravest.certainty,
        heading,
        place: places(&fields),
        excerpt: excerpt.map(one_line),
        pupil: gravest.pupil.as_deref().map(one_line),
        candidates: rulings.iter().map(|(_, ruling)| ruling.candidates.len()).max().unwrap_or(0),
        points: points(&rulings, fields.len() > 1),
        remedies: remedies(&rulings, gravest.severity),
        clauses: clauses(&rulings, gravest.severity, pack),
    })
}

/// The heading of a rule, or its id where it is none of this house's.
pub(crate) fn title(rule: &str) -> String {
    gatepost::rule(rule).map_or_else(|| one_line(rule), |rule| rule.title.to_owned())
}

fn places(fields: &BTreeSet<&str>) -> String {
    const SHOWN: usize = 4;
    let words: Vec<String> = fields.iter().map(|field| words::place(field)).collect();
    if let [only] = words.as_slice() {
        return only.clone();
    }
    let names: BTreeSet<String> = fields
        .iter()
        .map(|field| match field.split_once(':') {
            Some((_, name)) => words::file(name),
            None if *field == "text" => "the words of the post".into(),
            None => "the draft as a whole".into(),
        })
        .collect();
    let mut names: Vec<String> = names.into_iter().collect();
    if names.len() > SHOWN {
        let more = names.len() - (SHOWN - 1);
        names.truncate(SHOWN - 1);
        names.push(format!("{more} more"));
    }
    format!("in {}", words::listed(&names))
}

/// Findings of one rule with the same words are one point. `apart`: they stand in several places.
fn points(rulings: &[(usize, &Ruling)], apart: bool) -> Vec<Point> {
    let mut points: Vec<(Point, BTreeSet<&str>)> = Vec::new();
    for &(index, ruling) in rulings {
        let message = one_line(&ruling.message);
        let known = points.iter_mut().find(|(point, _)| {
            point.rule == ruling.rule
                && point.severity == ruling.severity
                && point.message == message
        });
        match known {
            Some((point, fields)) => {
                point.findings.push(index);
                fields.insert(&ruling.field);
            }
            None => points.push((
                Point {
                    findings: vec![index],
                    rule: ruling.rule.clone(),
                    severity: ruling.severity,
                    message,
                    place: String::new(),
                },
                BTreeSet::from([ruling.field.as_str()]),
            )),
        }
    }
    points
        .into_iter()
        .map(|(point, fields)| Point {
            place: if apart { places(&fields) } else { String::new() },
            ..point
        })
        .collect()
}

fn remedies(rulings: &[(usize, &Ruling)], severity: Severity) -> Vec<String> {
    let mut remedies = Vec::new();
    for (_, ruling) in rulings.iter().filter(|(_, ruling)| ruling.severity == severity) {
        let remedy = one_line(&ruling.remedy);
        if !remedy.is_empty() && !remedies.contains(&remedy) {
            remedies.push(remedy);
        }
    }
    remedies
}

/// The clauses of the findings as grave as the matter: of one that is held, those that can hold.
fn clauses(rulings: &[(usize, &Ruling)], severity: Severity, pack: &Pack) -> Vec<Cited> {
    let mut found: Vec<(&str, &Clause)> = Vec::new();
    for (_, ruling) in rulings.iter().filter(|(_, ruling)| ruling.severity == severity) {
        for reference in &ruling.clauses {
            let known = found.iter().any(|(other, _)| other == reference);
            if let (false, Some(clause)) = (known, pack.clause(reference)) {
                found.push((reference, clause));
            }
        }
    }
    if found.iter().any(|(_, clause)| clause.severity == severity) {
        found.retain(|(_, clause)| clause.severity == severity);
    }
    found.sort_by_key(|(_, clause)| is_floor(clause));
    found.into_iter().map(|(reference, clause)| cited(reference, clause)).collect()
}

fn is_floor(clause: &Clause) -> bool {
    clause.met == [Met::Floor]
}

fn cited(reference: &str, clause: &Clause) -> Cited {
    let section = one_line(&clause.section);
    let section = if is_floor(clause) {
        "a rule for every school".to_owned()
    } else if section.starts_with(|first: char| first.is_ascii_digit()) {
        format!("section {section}")
    } else {
        format!("“{section}”")
    };
    Cited {
        reference: one_line(reference),
        section,
        asks: one_line(&clause.asks),
        why: one_line(&clause.why),
    }
}
