//! A rule and how it looks.

use gatepost_model::{Certainty, Rule, Span};

use crate::gate::Gate;
use crate::sight::Sight;
use crate::wordlist::Source;

/// A rule with everything that looks for it. Each file under `rules/` holds one.
pub(crate) struct Screen {
    /// What is reported.
    pub(crate) rule: &'static Rule,
    /// How it is found; sightings of several looks that overlap become one finding.
    pub(crate) looks: &'static [Look],
}

/// A way of finding something in a text.
pub(crate) enum Look {
    /// By the entries of a word list, which also say what excuses them.
    Words(&'static Source),
    /// By code over the text.
    Pattern {
        /// Closed only for texts in which `find` finds nothing: it saves the work.
        gate: Gate,
        /// Adds what it sees.
        find: Find,
    },
}

/// Code that adds what it sees.
pub(crate) type Find = fn(&Sight<'_>, &mut Vec<Sighting>);

/// What a look saw. Its sentences are fixed, so that no personal data can get into a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sighting {
    /// Bytes of the original text.
    pub(crate) span: Span,
    /// How sure the look is.
    pub(crate) certainty: Certainty,
    /// What was seen, in a sentence for the author.
    pub(crate) message: &'static str,
}

impl Sighting {
    /// Something seen at a place.
    pub(crate) const fn new(span: Span, certainty: Certainty, message: &'static str) -> Self {
        Self { span, certainty, message }
    }
}

/// A sighting and the number of the rule whose it is.
pub(crate) type Seen = (usize, Sighting);

/// Sorts sightings by rule and place, and joins those of one rule that overlap: the longest speaks
/// for them, with the highest certainty of any.
pub(crate) fn join_overlapping(sightings: &mut Vec<Seen>) {
    sightings
        .sort_by_key(|(rule, seen)| (*rule, seen.span.start, std::cmp::Reverse(seen.span.end)));
    sightings.dedup_by(|(next_rule, next), (rule, kept)| {
        if rule != next_rule || !kept.span.overlaps(next.span) {
            return false;
        }
        if next.span.len() > kept.span.len() {
            kept.message = next.message;
        }
        kept.span = kept.span.join(next.span);
        kept.certainty = kept.certainty.max(next.certainty);
        true
    });
}
