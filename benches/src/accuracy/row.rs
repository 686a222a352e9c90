//! A labelled text, in any of the shapes in which such sets are written.
//!
//! Offsets are code points, end exclusive. What a row should come to is said by `expect`, or else by
//! its labels; a row of neither is counted and not judged.

use serde::Deserialize;

/// A row of a labelled set.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Row {
    /// Its name within the set.
    pub id: String,
    /// The text.
    pub text: String,
    /// What it is, in the words of the set.
    pub labels: Vec<String>,
    /// What should be found, and where.
    pub spans: Vec<Gold>,
    /// `hold` or `release`.
    pub expect: Option<String>,
    /// What makes it one to hold: `profanity`, `pii.phone`, ...
    pub category: Option<String>,
    /// How that is written: `plain`, `leet`, ...
    pub style: Option<String>,
    /// What makes an innocent one look like another.
    pub trap: Option<String>,
    /// The disguise that was put on a word.
    pub transform: Option<String>,
    /// The part of a draft that it stands for; the text of it where nothing is said.
    pub field: Option<String>,
    /// Pupils named in it; `None` in a set that is not about names.
    pub gold: Option<Vec<Named>>,
    /// What may or may not name a pupil: not scored.
    pub ambiguous: Vec<Gold>,
    /// How a name was changed.
    pub op: Option<String>,
}

/// A labelled stretch.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Gold {
    /// First code point.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// What it is.
    pub kind: String,
}

/// A pupil named in a text.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Named {
    /// First code point.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// The pupil.
    pub pupil_id: String,
    /// All who may be meant, where several may.
    pub pupil_ids: Vec<String>,
    /// How much of the name stands there, and in which form.
    pub kind: String,
}

/// What a row should come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Expected {
    /// It should be held.
    Hold,
    /// It should be released.
    Release,
    /// Nobody says.
    Anything,
}

const HELD: &[&str] =
    &["hateful", "positive", "listed", "toxic", "offensive", "hate", "sexist", "profanity"];
const RELEASED: &[&str] = &["non-hateful", "benign", "negative", "neither", "not sexist"];

impl Row {
    /// What it should come to.
    pub fn expected(&self) -> Expected {
        let labelled =
            |these: &[&str]| self.labels.iter().any(|label| these.contains(&label.as_str()));
        match self.expect.as_deref() {
            Some("hold") => Expected::Hold,
            Some("release") => Expected::Release,
            _ if self.gold.is_some() => Expected::Anything,
            _ if labelled(RELEASED) || self.invalid().is_some() => Expected::Release,
            _ if labelled(HELD) || !self.spans.is_empty() => Expected::Hold,
            _ => Expected::Anything,
        }
    }

    /// The kind of personal data that it looks like and is not.
    pub fn invalid(&self) -> Option<&str> {
        self.labels.iter().find_map(|label| label.strip_prefix("invalid:"))
    }

    /// The kind of personal data that it is made of, in a set of such vectors.
    pub fn vector(&self) -> Option<&str> {
        let kind = self.spans.first().map(|span| span.kind.as_str())?;
        let ours = self.expect.is_none() && kind != "profanity";
        (ours && kind.chars().all(|letter| letter.is_ascii_lowercase() || letter == '_'))
            .then_some(kind)
    }

    /// True if it is about words that are rude, hateful or sexual.
    pub fn is_rude(&self) -> bool {
        matches!(self.category.as_deref(), Some("profanity" | "slur" | "sexual"))
    }

    /// True if any of its labels is this.
    pub fn is(&self, label: &str) -> bool {
        self.labels.iter().any(|one| one == label)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(json: &str) -> Row {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn what_is_expected_is_said_in_many_ways() {
        for (json, expected) in [
            (r#"{"expect":"hold","labels":["benign"]}"#, Expected::Hold),
            (
                r#"{"expect":"release","spans":[{"start":0,"end":1,"kind":"phone"}]}"#,
                Expected::Release,
            ),
            (r#"{"labels":["non-hateful","x"]}"#, Expected::Release),
            (r#"{"labels":["hateful","x"]}"#, Expected::Hold),
            (r#"{"labels":["invalid:upn"],"spans":[]}"#, Expected::Release),
            (
                r#"{"labels":["phone"],"spans":[{"start":0,"end":5,"kind":"phone"}]}"#,
                Expected::Hold,
            ),
            (r#"{"labels":["robustness"]}"#, Expected::Anything),
            (r#"{"gold":[{"start":0,"end":4,"pupil_id":"P1","kind":"full"}]}"#, Expected::Anything),
        ] {
            assert_eq!(row(json).expected(), expected, "{json}");
        }
    }

    #[test]
    fn vectors_are_told_from_word_lists() {
        let vector = row(r#"{"spans":[{"start":0,"end":5,"kind":"ni_number"}]}"#);
        assert_eq!(vector.vector(), Some("ni_number"));
        assert_eq!(row(r#"{"spans":[{"start":0,"end":5,"kind":"profanity"}]}"#).vector(), None);
        assert_eq!(row(r#"{"spans":[{"start":0,"end":5,"kind":"US_SSN"}]}"#).vector(), None);
    }
}
