//! Rows and judgements become counts.

use std::collections::BTreeMap;

use super::judge::{Found, Judgement};
use super::row::{Expected, Row};

/// By what rows are put together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum By {
    /// All of them.
    All,
    /// What makes a text one to hold.
    Category,
    /// How it is written.
    Style,
    /// What makes an innocent text look like another.
    Trap,
    /// The disguise put on a word.
    Disguise,
    /// The label of the set: a functionality, a severity, a kind of data.
    Label,
    /// How much of a pupil's name stands there.
    Name,
    /// How a pupil's name was changed.
    Change,
    /// Findings that name a pupil: which of them are right.
    Precision,
}

impl By {
    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Category => "category",
            Self::Style => "style",
            Self::Trap => "trap",
            Self::Disguise => "disguise",
            Self::Label => "label",
            Self::Name => "name",
            Self::Change => "change",
            Self::Precision => "precision",
        }
    }
}

/// How many, and how many of them held or found.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    /// How many there are.
    pub of: usize,
    /// How many of them are held, or found.
    pub held: usize,
}

/// All counts of one set.
#[derive(Debug, Clone, Default)]
pub struct Scores {
    /// By group, and by what its rows should come to.
    pub counts: BTreeMap<(By, String, Expected), Count>,
    /// The rows that should be held and are not, by their place in the set.
    pub missed: Vec<usize>,
    /// The rows that are held and should not be.
    pub wrong: Vec<usize>,
}

impl Count {
    /// Adds one.
    pub fn add(&mut self, held: bool) {
        self.of += 1;
        self.held += usize::from(held);
    }

    /// Per cent held; nothing of none.
    pub fn share(self) -> Option<f64> {
        (self.of > 0)
            .then(|| crate::clock::to_f64(self.held) * 100.0 / crate::clock::to_f64(self.of))
    }
}

impl Scores {
    /// Scores a set: as many judgements as rows, in their order.
    pub fn new(rows: &[Row], judgements: &[Judgement]) -> Self {
        let mut scores = Self::default();
        for (place, (row, judgement)) in rows.iter().zip(judgements).enumerate() {
            if row.gold.is_some() {
                scores.add_names(place, row, judgement);
            } else {
                scores.add(place, row, judgement.held);
            }
        }
        scores
    }

    /// The count of one group.
    pub fn count(&self, by: By, group: &str, expected: Expected) -> Count {
        self.counts.get(&(by, group.to_owned(), expected)).copied().unwrap_or_default()
    }

    fn add(&mut self, place: usize, row: &Row, held: bool) {
        let expected = row.expected();
        match (expected, held) {
            (Expected::Hold, false) => self.missed.push(place),
            (Expected::Release, true) => self.wrong.push(place),
            _ => {}
        }
        for (by, group) in groups(row) {
            self.counts.entry((by, group, expected)).or_default().add(held);
        }
    }

    /// A row of names: every pupil named counts, and every finding that names a pupil.
    fn add_names(&mut self, place: usize, row: &Row, judgement: &Judgement) {
        let gold = row.gold.as_deref().unwrap_or_default();
        let pupils = || judgement.found.iter().filter(|found| is_pupil(found));
        let mut missed = false;
        for named in gold {
            let meant = |found: &&Found| {
                found.overlaps(named.start, named.end)
                    && found
                        .pupils
                        .iter()
                        .any(|pupil| *pupil == named.pupil_id || named.pupil_ids.contains(pupil))
            };
            let found = pupils().any(|found| meant(&found));
            missed |= !found;
            let mut add = |by: By, group: &str| {
                self.counts.entry((by, group.to_owned(), Expected::Hold)).or_default().add(found);
            };
            add(By::All, "pupils named");
            add(By::Name, &named.kind);
            if let Some(op) = &row.op {
                add(By::Change, op);
            }
        }
        let mut wrong = false;
        for found in pupils() {
            let at = |start: usize, end: usize| found.overlaps(start, end);
            if row.ambiguous.iter().any(|stretch| at(stretch.start, stretch.end)) {
                continue;
            }
            let right = gold.iter().any(|named| {
                at(named.start, named.end)
                    && found
                        .pupils
                        .iter()
                        .any(|pupil| *pupil == named.pupil_id || named.pupil_ids.contains(pupil))
            });
            wrong |= !right;
            let group = (
                By::Precision,
                "findings of a pupil that are right".to_owned(),
                Expected::Anything,
            );
            self.counts.entry(group).or_default().add(right);
        }
        if gold.is_empty() {
            let group = (By::All, "posts that name no pupil".to_owned(), Expected::Release);
            self.counts.entry(group).or_default().add(wrong);
        }
        if missed {
            self.missed.push(place);
        }
        if wrong {
            self.wrong.push(place);
        }
    }
}

fn is_pupil(found: &Found) -> bool {
    found.rule.starts_with("names/") && !found.pupils.is_empty()
}

/// Every group that a row belongs to.
fn groups(row: &Row) -> Vec<(By, String)> {
    let mut groups = vec![(By::All, "texts".to_owned())];
    let mut add =
        |by: By, group: Option<&String>| groups.extend(group.map(|group| (by, group.clone())));
    add(By::Category, row.category.as_ref());
    add(By::Style, row.style.as_ref().filter(|_| row.category.is_some()));
    add(By::Trap, row.trap.as_ref());
    add(By::Disguise, row.transform.as_ref());
    for label in &row.labels {
        let told = ["trap:", "style:", "transform:"].iter().any(|told| label.starts_with(told));
        let known = label == "hold" || label == "release" || Some(label) == row.category.as_ref();
        add(By::Label, Some(label).filter(|_| !told && !known));
    }
    groups
}
