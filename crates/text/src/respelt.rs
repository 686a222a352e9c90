//! A text with its disguised words put right, to be read once more.
//!
//! In: a text in which words of statements are misspelt, disguised letter by letter, or run together
//! with their neighbours: *I haet them*, *I h4te them*, *I hatethem*. Out: the same text as its author
//! means it, and where each part of it stands in the original. Statements are read in it as in any
//! text. Rude words need no such thing: they are looked up disguised.
//!
//! Made only for texts in which such a word was met: see [`Hidden`].

use std::ops::Range;

use gatepost_matcher::Disguise;
use gatepost_model::{Prose, Span};

use crate::lexicon::{Hidden, Lexicon};

/// How few letters a word of digits and signs must have: `B2B` is none.
const FEWEST_IN_LEET: usize = 4;

/// A text with its words put right.
pub(crate) struct Respelt {
    /// The text as it is meant.
    pub(crate) prose: Prose,
    /// What was put right: where it stands in that text, and where in the original.
    pieces: Vec<(Range<usize>, Span)>,
}

impl Respelt {
    /// Puts the words of a text right; `None` if there is nothing to put right.
    pub(crate) fn of(lexicon: &Lexicon, prose: &Prose, hidden: Hidden) -> Option<Self> {
        let mut words: Vec<(Span, String)> = Vec::new();
        read_disguised(lexicon, prose, &mut words);
        if hidden.misspelt {
            lexicon.misspelt(prose, |span, word| words.push((span, word)));
        }
        if hidden.run_together {
            read_run_together(lexicon, prose, &mut words);
        }
        if words.is_empty() {
            return None;
        }
        // Of two that overlap the longer is meant.
        words.sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
        let mut text = String::with_capacity(prose.text().len() + 16);
        let mut pieces: Vec<(Range<usize>, Span)> = Vec::new();
        let mut end = 0;
        for (span, word) in words {
            if span.start < end || word.is_empty() {
                continue;
            }
            text.push_str(prose.slice(Span::new(end, span.start)));
            pieces.push((text.len()..text.len() + word.len(), span));
            text.push_str(&word);
            end = span.end;
        }
        text.push_str(prose.text().get(end..).unwrap_or_default());
        Some(Self { prose: Prose::new(&text), pieces })
    }

    /// Where a place of the text that was put right stands in the original; `None` if it holds nothing
    /// that was put right.
    pub(crate) fn original(&self, span: Span) -> Option<Span> {
        let touches =
            |(piece, _): &(Range<usize>, Span)| piece.start < span.end && span.start < piece.end;
        self.pieces
            .iter()
            .any(touches)
            .then(|| Span::new(self.place(span.start, End::First), self.place(span.end, End::Last)))
    }

    /// The byte of the original that a byte of the text that was put right stands for.
    fn place(&self, at: usize, end: End) -> usize {
        let before = self.pieces.partition_point(|(piece, _)| match end {
            End::First => piece.end <= at,
            End::Last => piece.end < at,
        });
        if let Some((piece, span)) = self.pieces.get(before)
            && piece.start <= at
            && (end == End::First || piece.start < at)
        {
            return if end == End::First { span.start } else { span.end };
        }
        let last = before.checked_sub(1).and_then(|last| self.pieces.get(last));
        last.map_or(at, |(piece, span)| span.end + (at - piece.end))
    }
}

/// Which end of a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    First,
    Last,
}

/// Adds the words of statements that disguised places may be read as.
fn read_disguised(lexicon: &Lexicon, prose: &Prose, words: &mut Vec<(Span, String)>) {
    for reading in prose.readings() {
        let parted = match reading.disguise {
            // Tags and numbers beside words are no disguise.
            Disguise::Hashtag | Disguise::RunOn => continue,
            disguise => disguise == Disguise::Parted,
        };
        if lexicon.is_of_statement(reading.hash) {
            let word = prose.recovered(reading).to_string();
            if parted || word.len() >= FEWEST_IN_LEET {
                words.push((reading.span, word));
            }
        }
    }
}

/// Adds words that are several run together, one of them telling.
fn read_run_together(lexicon: &Lexicon, prose: &Prose, words: &mut Vec<(Span, String)>) {
    for token in prose.tokens().iter().filter(|token| !lexicon.is_of_statement(token.hash)) {
        let parts = lexicon.parts(&prose.folded(token).to_string());
        words.extend(parts.map(|parts| (token.span, parts)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statement::lazy::Lazy;

    fn respelt(text: &str) -> Option<Respelt> {
        let lexicon = Lexicon::get().expect("the lists are in order");
        let prose = Prose::new(text);
        let (_, hidden) = lexicon.read(&prose, &mut Vec::new(), &mut Lazy::default());
        Respelt::of(lexicon, &prose, hidden)
    }

    #[test]
    fn words_are_put_right() {
        for (text, meant) in [
            ("We haet all of them", "We hate all of them"),
            ("Those wmoen are so pthetic", "Those women are so pathetic"),
            ("We h a t e them", "We hate them"),
            ("I will st4b you", "I will stab you"),
            ("They are justpathetic, all", "They are just pathetic, all"),
            ("Deathto them", "death to them"),
        ] {
            let found = respelt(text).map(|respelt| respelt.prose.text().to_string());
            assert_eq!(found.as_deref(), Some(meant), "{text}");
        }
    }

    #[test]
    fn plain_texts_are_left_alone() {
        for text in [
            "We hate to see the Year 11s go",
            "The therapist came to our sports day, and the businesswomen too",
            "#BlackHistoryMonth in Y4, 3.30pm",
            "J. K. Rowling, R. A. F. and U11 B2B",
        ] {
            let found = respelt(text).map(|respelt| respelt.prose.text().to_string());
            assert_eq!(found, None, "{text}");
        }
    }

    #[test]
    fn places_are_those_of_the_original() {
        let text = "Zoë, I haet  those wmoen, all of them";
        let respelt = respelt(text).expect("two words are misspelt");
        let meant = respelt.prose.text();
        assert_eq!(meant, "Zoë, I hate  those women, all of them");
        for (part, original) in [
            ("hate", Some("haet")),
            ("I hate  those women", Some("I haet  those wmoen")),
            ("women, all", Some("wmoen, all")),
            ("those", None),
            ("all of them", None),
        ] {
            let at = meant.find(part).expect("it is there");
            let span = respelt.original(Span::new(at, at + part.len()));
            assert_eq!(span.and_then(|span| span.slice(text)), original, "{part}");
        }
    }
}
