//! Looking up many phrases at once.

use std::collections::HashMap;

use crate::prose::{Prose, Token};
use crate::span::Span;

/// What may stand between two words of a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gap {
    /// White space, hyphens, apostrophes, underscores, dots and Markdown marks, three characters at
    /// most, and no line break beyond one.
    Joined,
    /// The same, or one comma: `Smith, Jack`.
    Comma,
}

/// A set of phrases of one or more words, each with a value of the caller's.
///
/// Words are compared by their folded form. Every occurrence of every phrase is found, overlapping
/// ones too.
#[derive(Clone)]
pub struct Phrases<T> {
    heads: HashMap<u64, Vec<u32>>,
    entries: Vec<Entry<T>>,
}

#[derive(Clone)]
struct Entry<T> {
    words: Box<[Box<str>]>,
    hashes: Box<[u64]>,
    gap: Gap,
    value: T,
}

/// One occurrence of a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PhraseMatch<'a, T> {
    /// From the first byte of its first word to the end of its last, in the original text.
    pub span: Span,
    /// Index of its first token in [`Prose::tokens`].
    pub first: usize,
    /// Index of its last token.
    pub last: usize,
    /// What was stored with the phrase.
    pub value: &'a T,
}

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Self { heads: HashMap::new(), entries: Vec::new() }
    }
}

impl<T> Phrases<T> {
    /// Adds a phrase. One without a letter or digit is not added, and gives `false`.
    pub fn insert(&mut self, phrase: &str, gap: Gap, value: T) -> bool {
        let prose = Prose::new(phrase);
        let hashes: Box<[u64]> = prose.tokens().iter().map(|token| token.hash).collect();
        let Some(&head) = hashes.first() else { return false };
        let words =
            prose.tokens().iter().map(|token| prose.folded(token).to_string().into()).collect();
        let index =
            u32::try_from(self.entries.len()).expect("fewer than four thousand million phrases");
        self.heads.entry(head).or_default().push(index);
        self.entries.push(Entry { words, hashes, gap, value });
        true
    }

    /// How many phrases it holds.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// True if it holds none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Calls `found` for every occurrence in `prose`, by place, and by order of insertion at a place.
    pub fn find<'a>(&'a self, prose: &Prose, mut found: impl FnMut(PhraseMatch<'a, T>)) {
        if self.entries.is_empty() {
            return;
        }
        let tokens = prose.tokens();
        for (first, token) in tokens.iter().enumerate() {
            let Some(candidates) = self.heads.get(&token.hash) else { continue };
            for entry in candidates.iter().filter_map(|&index| self.entries.get(index as usize)) {
                let last = first + entry.words.len() - 1;
                let Some(run) = tokens.get(first..=last) else { continue };
                if entry.is(prose, run) {
                    let span = run.iter().fold(token.span, |span, next| span.join(next.span));
                    found(PhraseMatch { span, first, last, value: &entry.value });
                }
            }
        }
    }
}

impl<T> Entry<T> {
    fn is(&self, prose: &Prose, run: &[Token]) -> bool {
        run.iter().zip(&self.hashes).all(|(token, hash)| token.hash == *hash)
            && run.iter().zip(&self.words).all(|(token, word)| prose.folded(token) == **word)
            && run.windows(2).all(|pair| match pair {
                [left, right] => self.gap.allows(prose.between(left, right)),
                _ => true,
            })
    }
}

impl Gap {
    /// True if two words with this text between them may belong to one phrase.
    pub fn allows(self, between: &str) -> bool {
        let commas = usize::from(self == Self::Comma);
        between.chars().count() <= 3
            && between.matches('\n').count() <= 1
            && between.matches(',').count() <= commas
            && between.chars().all(|c| {
                c.is_whitespace()
                    || matches!(c, '-' | '‐'..='―' | '\'' | '’' | '‘' | 'ʼ' | '_' | '.' | '*' | ',')
            })
    }
}
