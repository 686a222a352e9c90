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

/// How few letters a telling word has.
const FEWEST_TO_TELL: usize = 3;

/// How long words may be that are run together.
const RUN_TOGETHER: std::ops::RangeInclusive<usize> = 7..=LONGEST;

/// How long at most.
const LONGEST: usize = 32;

/// How many words may be run together.
const WORDS: usize = 4;

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
        if hidden.telling {
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
    for token in prose.tokens() {
        if !RUN_TOGETHER.contains(&token.span.len()) || lexicon.is_of_statement(token.hash) {
            continue;
        }
        let mut letters = [0; LONGEST];
        for (place, letter) in letters.iter_mut().zip(prose.folded(token).chars()) {
            *place = u8::try_from(letter).unwrap_or_default();
        }
        let word = letters.split(|letter| *letter == 0).next().unwrap_or_default();
        if word.iter().all(u8::is_ascii_lowercase)
            && let Ok(word) = str::from_utf8(word)
        {
            words.extend(parted(lexicon, word).map(|parts| (token.span, parts)));
        }
    }
}

/// The words that a word is made of, if the first or the last of them is telling: the fewest that there
/// can be.
fn parted(lexicon: &Lexicon, word: &str) -> Option<String> {
    let tells = |part: &str| part.len() >= FEWEST_TO_TELL && lexicon.is_telling(part);
    let mut best: Option<String> = None;
    for at in 1..word.len() {
        let (left, right) = word.split_at_checked(at).unwrap_or_default();
        let whole = if tells(left) {
            fewest(lexicon, right, WORDS - 1).map(|rest| format!("{left} {rest}"))
        } else if tells(right) {
            fewest(lexicon, left, WORDS - 1).map(|rest| format!("{rest} {right}"))
        } else {
            None
        };
        if let Some(whole) = whole
            && best.as_ref().is_none_or(|best| whole.len() < best.len())
        {
            best = Some(whole);
        }
    }
    best
}

/// The fewest words of statements that letters are made of, at most so many.
fn fewest(lexicon: &Lexicon, letters: &str, most: usize) -> Option<String> {
    let known = |part: &str| {
        (part.len() > 1 || matches!(part, "a" | "i")) && lexicon.is_word_of_statement(part)
    };
    if known(letters) {
        return Some(letters.to_string());
    }
    let next = most.checked_sub(1).filter(|next| *next > 0)?;
    (1..letters.len()).find_map(|at| {
        let (left, right) = letters.split_at_checked(at)?;
        let rest = known(left).then(|| fewest(lexicon, right, next))??;
        Some(format!("{left} {rest}"))
    })
}
