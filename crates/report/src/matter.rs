//! What a person has to think about: a matter.
//!
//! In: a verdict and the pack that it was judged by. Out: its findings as matters, the gravest first, in
//! words that can be shown as they are: nothing in them can turn a terminal or a page around. Names stay
//! masked where the verdict masks them.

use std::cmp::Reverse;
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
    /// Where, in words: `in the words of the post`; empty if that is the draft as a whole.
    pub place: String,
    /// What stands there, masked where it is personal; each once, in the order of the text.
    pub excerpts: Vec<String>,
    /// The keys of the pupils concerned, the likeliest where several fit.
    pub pupils: Vec<String>,
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
    /// Where it stands: `the policy, section 10.4`, `the policy, “Data Protection”`, or
    /// `a rule for every school`.
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

    /// True if the gravest finding is beyond doubt.
    pub fn is_certain(&self) -> bool {
        self.certainty == Certainty::Certain
    }

    /// True if it tells of nothing but what cleaning has taken out.
    pub fn is_cleaned(&self) -> bool {
        self.kind == MatterKind::Cleaned
    }

    /// How sure it is, in a sentence.
    pub fn sureness(&self) -> &'static str {
        words::certainty(self.certainty)
    }

    /// What was seen, in sentences for people: what was said already is not said again, and of a matter
    /// that holds, only what holds.
    pub fn said(&self) -> Vec<String> {
        let mut known: BTreeSet<&str> = BTreeSet::new();
        let mut said = Vec::new();
        for point in self.points.iter().filter(|point| point.severity == self.severity) {
            let new: Vec<&str> = words::sentences(&point.message)
                .filter(|sentence| known.insert(sentence))
                .collect();
            if new.is_empty() {
                continue;
            }
            let mut sentence = new.join(" ");
            if !point.place.is_empty() {
                sentence = format!("{} ({}).", sentence.trim_end_matches('.'), point.place);
            }
            said.push(sentence);
        }
        said
    }

    /// Whom it is about, in a sentence; `None` if no pupil is concerned.
    pub fn whom(&self) -> Option<String> {
        match self.pupils.as_slice() {
            [] => None,
            [pupil] if self.candidates > 1 => Some(format!(
                "{} pupils on the roster have a name that fits; the likeliest has the number {pupil}.",
                self.candidates
            )),
            [pupil] => Some(format!("The pupil’s number is {pupil}.")),
            pupils => Some(format!("{} pupils: {}.", pupils.len(), words::listed(pupils))),
        }
    }

    /// What stands there, in quotation marks; a few of many. `None` if no words are meant.
    pub fn quoted(&self) -> Option<String> {
        const SHOWN: usize = 4;
        let quoted: Vec<String> =
            self.excerpts.iter().take(SHOWN).map(|excerpt| format!("“{excerpt}”")).collect();
        match self.excerpts.len().saturating_sub(SHOWN) {
            _ if quoted.is_empty() => None,
            0 => Some(quoted.join(", ")),
            more => Some(format!("{} and {more} more", quoted.join(", "))),
        }
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
        MatterKind::StillThere => "What the files give away".into(),
    };
    Some(Matter {
        number,
        kind: group.kind,
        severity: gravest.severity,
        certainty: gravest.certainty,
        heading,
        place: if fields.len() == 1 && fields.contains("draft") {
            String::new()
        } else {
            places(&fields)
        },
        excerpts: excerpts(&rulings),
        pupils: rulings
            .iter()
            .filter_map(|(_, ruling)| ruling.pupil.as_deref())
            .collect::<BTreeSet<&str>>()
            .into_iter()
            .map(one_line)
            .collect(),
        candidates: rulings.iter().map(|(_, ruling)| ruling.candidates.len()).max().unwrap_or(0),
        points: points(&rulings, files(&fields) > 1),
        remedies: match group.kind {
            MatterKind::Found | MatterKind::Cleaned => remedies(&rulings, gravest.severity),
            MatterKind::StillThere => {
                vec!["It will be taken out once the file can be cleaned.".into()]
            }
        },
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

/// How many parts of the draft these are, with everything about one file as one.
fn files(fields: &BTreeSet<&str>) -> usize {
    let parts: BTreeSet<&str> =
        fields.iter().map(|field| field.split_once(':').map_or(*field, |(_, file)| file)).collect();
    parts.len()
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

/// What stands at the places of the findings; where one lies within another, the longer alone.
fn excerpts(rulings: &[(usize, &Ruling)]) -> Vec<String> {
    let mut placed: Vec<(usize, Reverse<usize>, &str)> = rulings
        .iter()
        .filter_map(|(_, ruling)| {
            Some((ruling.start?, Reverse(ruling.end?), ruling.excerpt.as_deref()?))
        })
        .collect();
    placed.sort_unstable();
    let mut reach = 0;
    let mut excerpts: Vec<String> = Vec::new();
    for (_, Reverse(end), excerpt) in placed {
        let excerpt = one_line(excerpt);
        if (end > reach || reach == 0) && !excerpts.contains(&excerpt) {
            excerpts.push(excerpt);
        }
        reach = reach.max(end);
    }
    excerpts
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
        format!("the policy, section {section}")
    } else {
        format!("the policy, “{section}”")
    };
    Cited {
        reference: one_line(reference),
        section,
        asks: one_line(&clause.asks),
        why: one_line(&clause.why),
    }
}
