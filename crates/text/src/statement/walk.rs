//! Walks through a plain text along the steps of a statement.
//!
//! In: a plain text. Out: where the statement stands first, just as its expression would match: the
//! leftmost place, and there the first way that the expression tries.

use std::ops::Range;

use super::steps::{DONE, START, Step, Steps};

/// A way that is still open: the place that it came to, and where it began.
type Way = (u32, usize);

impl Steps {
    /// The first place that begins within `reach`, whose first byte must be at the edge of a word.
    pub(super) fn find(&self, plain: &str, reach: Range<usize>) -> Option<Range<usize>> {
        let mut found = None;
        // The ways, the one that is tried first in front.
        let (mut ways, mut next): (Vec<Way>, Vec<Way>) = (Vec::new(), Vec::new());
        let mut steps: Vec<Step> = Vec::new();
        let mut at = reach.start;
        for word in plain.get(reach.start..).unwrap_or_default().split(' ') {
            let (start, end) = (at, at + word.len());
            at = end + 1;
            if word.is_empty() {
                continue;
            }
            if found.is_none() && start < reach.end {
                ways.push((START, start));
            }
            let number = self.words.get(word).copied();
            next.clear();
            'ways: for &(place, begun) in &ways {
                let Some(place) = self.place(place) else { continue };
                steps.clear();
                steps.extend(number.into_iter().flat_map(|number| place.by(number)));
                let first = word.as_bytes().first();
                let may = |front: &str| front.is_empty() || front.as_bytes().first() == first;
                let partly = place.partly.iter().filter(|(known, _)| may(&known.front));
                let fits = partly.filter(|(known, _)| known.fits(word));
                steps.extend(fits.map(|(_, step)| *step));
                // The word behind must begin with a letter that has an edge before it.
                let complete = place
                    .complete
                    .filter(|_| word.starts_with(|c: char| c.is_ascii_alphanumeric()));
                if steps.len() > 1 {
                    steps.sort_unstable();
                }
                for step in &steps {
                    if complete.is_some_and(|rank| rank < step.rank) {
                        break;
                    }
                    if step.to == DONE {
                        found = Some(begun..end);
                        break 'ways;
                    }
                    if !next.iter().any(|(place, _)| *place == step.to) {
                        next.push((step.to, begun));
                    }
                }
                if complete.is_some() {
                    found = Some(begun..start);
                    break;
                }
            }
            std::mem::swap(&mut ways, &mut next);
            if ways.is_empty() && (found.is_some() || at >= reach.end) {
                break;
            }
        }
        found
    }
}
