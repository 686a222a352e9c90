//! The texts of a draft with its findings marked in place.
//!
//! In: an outcome and its matters. Out: each text in stretches; where matters overlap, the stretches are
//! cut so that each belongs to the same matters throughout. A span that does not fit its text marks
//! nothing: its matter is told all the same.

use std::collections::BTreeSet;

use gatepost::{Outcome, ShownText};
use gatepost_model::{Ruling, Severity};

use crate::matter::Matter;
use crate::visible::{Run, runs};
use crate::words::excerpt_fits;

/// Bytes of a text that a matter is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Mark {
    start: usize,
    end: usize,
    matter: usize,
    severity: Severity,
}

/// A part of a text throughout which the same matters are marked.
#[derive(Debug)]
pub(crate) struct Stretch {
    pub(crate) runs: Vec<Run>,
    /// The gravest severity of its matters; `None` if it has none.
    pub(crate) severity: Option<Severity>,
    /// The matters whose first mark in the whole draft begins here.
    pub(crate) begins: Vec<usize>,
    /// The matters whose mark ends here.
    pub(crate) ends: Vec<Link>,
}

/// A number on the page that leads to a matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Link {
    pub(crate) number: usize,
    pub(crate) severity: Severity,
}

/// The marks of a draft, by text.
pub(crate) struct Marks {
    by_text: Vec<Vec<Mark>>,
    /// The matters that have a mark already: a page leads to the first.
    begun: BTreeSet<usize>,
}

impl Marks {
    /// Places the findings of `matters` in the texts of `outcome`.
    pub(crate) fn new(outcome: &Outcome, matters: &[Matter]) -> Self {
        let mut by_text: Vec<Vec<Mark>> = outcome.texts.iter().map(|_| Vec::new()).collect();
        for matter in matters {
            let findings = matter.points.iter().flat_map(|point| &point.findings);
            for ruling in findings.filter_map(|&index| outcome.verdict.findings.get(index)) {
                let Some((index, start, end)) = locate(ruling, &outcome.texts) else { continue };
                if let Some(marks) = by_text.get_mut(index) {
                    marks.push(Mark {
                        start,
                        end,
                        matter: matter.number,
                        severity: matter.severity,
                    });
                }
            }
        }
        for marks in &mut by_text {
            marks.sort_unstable_by_key(|mark| (mark.matter, mark.start, mark.end));
            *marks = joined(marks);
            marks.sort_unstable();
        }
        Self { by_text, begun: BTreeSet::new() }
    }

    /// The matters that are marked anywhere.
    pub(crate) fn marked(&self) -> BTreeSet<usize> {
        self.by_text.iter().flatten().map(|mark| mark.matter).collect()
    }

    /// Bytes `from..from + part.len()` of the text with this index, which are `part`.
    pub(crate) fn stretches(&mut self, text: usize, from: usize, part: &str) -> Vec<Stretch> {
        let until = from + part.len();
        let marks: Vec<Mark> = self
            .by_text
            .get(text)
            .into_iter()
            .flatten()
            .filter(|mark| mark.start < until && mark.end > from)
            .map(|mark| Mark {
                start: mark.start.max(from) - from,
                end: mark.end.min(until) - from,
                ..*mark
            })
            .collect();
        let mut edges: BTreeSet<usize> =
            marks.iter().flat_map(|mark| [mark.start, mark.end]).collect();
        edges.extend([0, part.len()]);
        let edges: Vec<usize> = edges.into_iter().collect();
        let mut coming = marks.into_iter().peekable();
        let mut open: Vec<Mark> = Vec::new();
        let mut stretches = Vec::new();
        for edge in edges.windows(2) {
            let &[start, end] = edge else { continue };
            open.retain(|mark| mark.end > start);
            let mut begins = Vec::new();
            while let Some(mark) = coming.next_if(|mark| mark.start <= start) {
                if self.begun.insert(mark.matter) {
                    begins.push(mark.matter);
                }
                open.push(mark);
            }
            stretches.push(Stretch {
                runs: runs(part.get(start..end).unwrap_or_default()),
                severity: open.iter().map(|mark| mark.severity).max(),
                begins,
                ends: open
                    .iter()
                    .filter(|mark| mark.end == end)
                    .map(|mark| Link { number: mark.matter, severity: mark.severity })
                    .collect(),
            });
        }
        stretches
    }
}

impl Stretch {
    /// A text without marks.
    pub(crate) fn plain(text: &str) -> Vec<Self> {
        vec![Self { runs: runs(text), severity: None, begins: Vec::new(), ends: Vec::new() }]
    }

    /// The class of a mark on the page; empty for words that are not marked.
    pub(crate) fn class(&self) -> &'static str {
        self.severity.map_or("", class)
    }
}

impl Link {
    /// The class of the number on the page.
    pub(crate) fn class(&self) -> &'static str {
        class(self.severity)
    }
}

/// The class of a severity on the page.
pub(crate) const fn class(severity: Severity) -> &'static str {
    match severity {
        Severity::Hold => "hold",
        Severity::Advice => "advice",
    }
}

/// The text that a finding points into, and its bytes there: of several files with the same name, the
/// one in which its excerpt stands.
fn locate(ruling: &Ruling, texts: &[ShownText]) -> Option<(usize, usize, usize)> {
    let (start, end) = (ruling.start?, ruling.end?);
    let mut fitting = texts
        .iter()
        .enumerate()
        .filter(|(_, text)| text.label == ruling.field)
        .filter_map(|(index, text)| Some((index, text.text.get(start..end)?)))
        .filter(|(_, words)| !words.is_empty())
        .peekable();
    let &(first, _) = fitting.peek()?;
    let exact = ruling.excerpt.as_deref().and_then(|excerpt| {
        fitting.find(|(_, words)| excerpt_fits(excerpt, words)).map(|(index, _)| index)
    });
    Some((exact.unwrap_or(first), start, end))
}

/// Marks of the same matter that touch become one; they come sorted by matter and start.
fn joined(marks: &[Mark]) -> Vec<Mark> {
    let mut joined: Vec<Mark> = Vec::with_capacity(marks.len());
    for mark in marks {
        match joined.last_mut() {
            Some(last) if last.matter == mark.matter && mark.start <= last.end => {
                last.end = last.end.max(mark.end);
            }
            _ => joined.push(*mark),
        }
    }
    joined
}
