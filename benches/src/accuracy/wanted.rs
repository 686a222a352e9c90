//! What is wanted of words and personal data, over all sets that were given.
//!
//! Each line takes the rows that it is about, from whichever set: rows tell by themselves what they
//! are.

use super::judge::{Found, Judgement};
use super::row::{Expected, Row};
use super::score::Count;

/// A line of what is wanted.
#[derive(Debug, Clone)]
pub struct Line {
    /// What it is about.
    pub about: String,
    /// How many rows it took, and how many of them are held.
    pub count: Count,
    /// Per cent that should be held: at least this of what should be, at most this of what should not.
    pub bound: f64,
    /// Which of the two.
    pub expected: Expected,
}

impl Line {
    /// True if what is wanted is reached.
    pub fn reached(&self) -> bool {
        let Some(share) = self.count.share() else { return false };
        match self.expected {
            Expected::Hold => share >= self.bound,
            Expected::Release | Expected::Anything => share <= self.bound,
        }
    }
}

/// Categories of school posts beside rude words, as sets write them.
const CATEGORIES: &[&str] = &[
    "violent",
    "extremist",
    "bullying",
    "political",
    "commercial",
    "personal_views",
    "dress",
    "pii.sensitive",
];
const SPELLING: &[&str] = &[
    "spell_char_swap_h",
    "spell_char_del_h",
    "spell_space_del_h",
    "spell_space_add_h",
    "spell_leet_h",
];

/// What is wanted, and what is.
pub fn wanted(sets: &[(&[Row], &[Judgement])]) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut line = |about: &str, expected: Expected, bound: f64, takes: &dyn Fn(&Row) -> bool| {
        let mut count = Count::default();
        for (row, judgement) in sets.iter().flat_map(|(rows, judged)| rows.iter().zip(*judged)) {
            if row.expected() == expected && takes(row) {
                count.add(holds(row, judgement));
            }
        }
        if count.of > 0 {
            lines.push(Line { about: about.to_owned(), count, bound, expected });
        }
    };
    let (hold, release) = (Expected::Hold, Expected::Release);
    let category = |row: &Row, wanted: &str| row.category.as_deref() == Some(wanted);
    let is_data = |row: &Row| {
        row.category
            .as_deref()
            .is_some_and(|name| name.starts_with("pii.") && name != "pii.sensitive")
    };
    let is_plain = |row: &Row| row.style.as_deref() == Some("plain");
    let any = |row: &Row, labels: &[&str]| labels.iter().any(|label| row.is(label));

    line("school posts: rude, hateful and sexual words", hold, 95.0, &|row| row.is_rude());
    line("school posts: the same, plain", hold, 95.0, &|row| row.is_rude() && is_plain(row));
    line("school posts: the same, disguised", hold, 95.0, &|row| row.is_rude() && !is_plain(row));
    for name in CATEGORIES {
        line(&format!("school posts: {name}"), hold, 85.0, &|row| category(row, name));
    }
    line("school posts: personal data, plain", hold, 85.0, &|row| is_data(row) && is_plain(row));
    line("school posts: personal data, disguised", hold, 75.0, &|row| {
        is_data(row) && !is_plain(row)
    });
    line("school posts: innocent", release, 2.0, &|row| row.trap.is_some());
    line("disguises: rude words", hold, 95.0, &|row| row.transform.is_some());
    line("disguises: innocent words", release, 2.0, &|row| row.transform.is_some());
    line("HateCheck: slurs", hold, 90.0, &|row| row.is("slur_h"));
    line("HateCheck: threats", hold, 90.0, &|row| any(row, &["threat_dir_h", "threat_norm_h"]));
    line("HateCheck: spelling variants", hold, 90.0, &|row| any(row, SPELLING));
    line("HateCheck: neutral and positive mentions of groups", release, 5.0, &|row| {
        any(row, &["ident_neutral_nh", "ident_pos_nh"])
    });
    line("personal data: valid", hold, 97.0, &|row| row.vector().is_some());
    line("personal data: invalid", release, 5.0, &|row| row.invalid().is_some());
    line("innocent words and names", release, 0.5, &|row| row.is("benign"));
    lines
}

/// Whether a row is held; one made of personal data, by a finding at its place.
fn holds(row: &Row, judgement: &Judgement) -> bool {
    let at_place =
        |found: &Found| row.spans.iter().any(|span| found.overlaps(span.start, span.end));
    match row.vector() {
        Some(_) if row.expected() == Expected::Hold => judgement.found.iter().any(at_place),
        _ => judgement.held,
    }
}
