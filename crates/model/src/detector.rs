//! What looks at a reading.

use std::sync::Arc;

use crate::finding::Finding;
use crate::reading::Reading;
use crate::rule::Rule;

/// Looks at a draft as it was read, and adds what it sees.
///
/// Built once, with what it needs; shared by every thread; holds no settings object. It sees the
/// findings of the detectors before it, and can add to them but never take away.
pub trait Detector: Send + Sync {
    /// Every rule that it may report.
    fn rules(&self) -> &'static [&'static Rule];

    /// Adds what it sees in `reading` to `findings`.
    ///
    /// # Errors
    ///
    /// Where it could not look at all of it. The draft is then held.
    fn inspect(&self, reading: &Reading<'_>, findings: &mut Findings) -> Result<(), DetectError>;
}

impl<D: Detector> Detector for Arc<D> {
    fn rules(&self) -> &'static [&'static Rule] {
        (**self).rules()
    }

    fn inspect(&self, reading: &Reading<'_>, findings: &mut Findings) -> Result<(), DetectError> {
        (**self).inspect(reading, findings)
    }
}

/// A detector could not do its work on a draft.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{reason}")]
pub struct DetectError {
    /// Why, in words for the author of the draft and without personal data.
    pub reason: String,
}

/// Findings so far: they can be read and added to, never removed.
#[derive(Debug, Clone, Default)]
pub struct Findings {
    found: Vec<Finding>,
}

impl Findings {
    /// Adds one.
    pub fn push(&mut self, finding: Finding) {
        self.found.push(finding);
    }

    /// All so far, in the order in which they were added.
    pub fn iter(&self) -> std::slice::Iter<'_, Finding> {
        self.found.iter()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.found.len()
    }

    /// True if there are none.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// All of them, to be judged.
    pub fn into_vec(self) -> Vec<Finding> {
        self.found
    }
}

impl<'f> IntoIterator for &'f Findings {
    type Item = &'f Finding;
    type IntoIter = std::slice::Iter<'f, Finding>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl Extend<Finding> for Findings {
    fn extend<I: IntoIterator<Item = Finding>>(&mut self, findings: I) {
        self.found.extend(findings);
    }
}
