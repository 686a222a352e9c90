//! What disguised places may be read as.
//!
//! In: words that the disguises recover. Out: [`Reading`]s by place, each with the hash and the
//! letters of its folded form, so that they are looked up as tokens are.

use crate::disguise::Disguise;
use crate::hash;
use crate::span::Span;

/// One word that a disguised place of a text may be read as. The same place may have several, and
/// the tokens of what was written stand beside them.
///
/// ```
/// use gatepost_matcher::{Disguise, Prose};
///
/// let prose = Prose::new("Such a s.p.0.r.t!");
/// let reading = prose.readings().find(|reading| prose.recovered(reading) == "sport").unwrap();
/// assert_eq!(prose.slice(reading.span), "s.p.0.r.t");
/// assert_eq!(reading.disguise, Disguise::Parted);
/// assert_eq!(reading.hash, Prose::new("Sport").tokens()[0].hash);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    /// The whole disguised word in the original text.
    pub span: Span,
    /// The hash of its folded form, as that of a token.
    pub hash: u64,
    /// How it was disguised; where it was in several ways, in which way its letters were joined.
    pub disguise: Disguise,
    /// Where its folded form lies, and in what.
    letters: Span,
    source: Source,
}

/// Where the letters of a reading lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Source {
    /// In the text itself, in either case: ASCII letters alone.
    Text,
    /// Beside it.
    Beside,
}

/// All that was found in a text, by place. Kept from text to text for its memory.
#[derive(Clone, Default)]
pub(crate) struct Found {
    /// Words whose letters are all known.
    pub(crate) readings: Vec<Reading>,
    /// Words of which some letters are hidden: each shows as [`HIDDEN`]. Their hashes mean nothing.
    pub(crate) masks: Vec<Reading>,
    /// Small letters behind `#` or `@` that may be several words.
    pub(crate) run_ons: Vec<Reading>,
    letters: String,
}

/// What stands for a hidden letter in a mask.
pub(crate) const HIDDEN: char = '*';

/// How many readings back a double is looked for: those of one word lie together.
const NEAR: usize = 24;

impl Found {
    pub(crate) fn clear(&mut self) {
        self.readings.clear();
        self.masks.clear();
        self.run_ons.clear();
        self.letters.clear();
    }

    /// True if nothing was found.
    pub(crate) fn is_empty(&self) -> bool {
        self.readings.is_empty() && self.masks.is_empty() && self.run_ons.is_empty()
    }

    /// The letters of something found in this text. Case does not count.
    pub(crate) fn letters<'f>(&'f self, one: &Reading, text: &'f str) -> &'f str {
        let source = if one.source == Source::Text { text } else { &self.letters };
        one.letters.slice(source).unwrap_or_default()
    }

    /// Adds a word, unless it was found at this place before.
    pub(crate) fn add(
        &mut self,
        span: Span,
        disguise: Disguise,
        letters: impl IntoIterator<Item = char>,
    ) {
        let one = self.write(span, disguise, letters);
        if one.letters.is_empty() || self.is_known(&one) {
            self.letters.truncate(one.letters.start);
        } else {
            self.readings.push(one);
        }
    }

    /// Adds a word of ASCII letters, unless it was found at this place before.
    pub(crate) fn add_ascii(&mut self, span: Span, disguise: Disguise, letters: &[u8]) {
        let start = self.letters.len();
        self.add_new(span, disguise, letters);
        if let Some(one) = self.readings.pop()
            && !self.is_known(&one)
        {
            self.readings.push(one);
        } else {
            self.letters.truncate(start);
        }
    }

    /// True if a word was found at its place before.
    fn is_known(&self, one: &Reading) -> bool {
        let near = self.readings.iter().rev().take(NEAR);
        near.take_while(|other| other.span.end >= one.span.start)
            .any(|other| other.span == one.span && other.hash == one.hash)
    }

    /// Adds a word of ASCII letters that was not found at this place before.
    pub(crate) fn add_new(&mut self, span: Span, disguise: Disguise, letters: &[u8]) {
        let start = self.letters.len();
        self.letters.push_str(std::str::from_utf8(letters).unwrap_or_default());
        let hash = hash::of_folded(letters);
        let letters = Span::new(start, self.letters.len());
        self.readings.push(Reading { span, hash, disguise, letters, source: Source::Beside });
    }

    /// Adds a word that stands in the text as it is, in ASCII letters, and was not found at this place
    /// before.
    pub(crate) fn add_part(&mut self, text: &str, span: Span, disguise: Disguise, part: Span) {
        let one = Self::part(text, span, disguise, part);
        self.readings.push(one);
    }

    fn part(text: &str, span: Span, disguise: Disguise, letters: Span) -> Reading {
        let hash = hash::of_letters(letters.slice(text).unwrap_or_default().as_bytes());
        Reading { span, hash, disguise, letters, source: Source::Text }
    }

    /// Adds a word of which some letters are [`HIDDEN`].
    pub(crate) fn add_mask(&mut self, span: Span, letters: impl IntoIterator<Item = char>) {
        let one = self.write(span, Disguise::Censored, letters);
        self.masks.push(one);
    }

    /// Adds small ASCII letters of the text that may be several words.
    pub(crate) fn add_run_on(&mut self, text: &str, letters: Span) {
        let one = Self::part(text, letters, Disguise::Hashtag, letters);
        self.run_ons.push(one);
    }

    /// Puts what was found from these numbers on in the order of the text.
    pub(crate) fn order(&mut self, from: [usize; 3]) {
        let lists = [&mut self.readings, &mut self.masks, &mut self.run_ons];
        for (list, from) in lists.into_iter().zip(from) {
            let fresh = list.get_mut(from..).unwrap_or_default();
            if !fresh.is_sorted_by_key(|one| one.span.start) {
                fresh.sort_unstable_by_key(|one| (one.span, one.source, one.letters));
            }
        }
    }

    /// How many of each there are.
    pub(crate) fn counts(&self) -> [usize; 3] {
        [self.readings.len(), self.masks.len(), self.run_ons.len()]
    }

    fn write(
        &mut self,
        span: Span,
        disguise: Disguise,
        letters: impl IntoIterator<Item = char>,
    ) -> Reading {
        let start = self.letters.len();
        self.letters.extend(letters);
        let letters = Span::new(start, self.letters.len());
        let form = letters.slice(&self.letters).unwrap_or_default();
        let hash = hash::of_folded(form.as_bytes());
        Reading { span, hash, disguise, letters, source: Source::Beside }
    }
}
