//! Looking up many phrases at once.
//!
//! In: a text that has been read, and phrases of one or more words. Out: every place where a phrase
//! stands.
//!
//! The phrases are kept as one tree of words, whose steps are keyed by the hash of a word. From
//! each token that begins some phrase one path is walked down the tree, so that a text costs at
//! most one look-up for a token and a word of the longest phrase, however many phrases begin alike;
//! beyond that it costs what is found. A bit table in front of the tree turns away nearly every
//! token that begins no phrase.
//!
//! Where a text has disguised places ([`lattice`]), a word of a phrase may be a token or a reading, and
//! each way through them is tried. A word with hidden letters ([`masks`]) is compared with the words of
//! its length that begin and end alike.
//!
//! Phrases of one word may be looked for in [slips](Slip) too: the forms that a word takes when it is
//! misspelt lie in a table of their own behind the same bits ([`misspelt`]).

mod heads;
mod lattice;
mod masks;
mod misspelt;
mod slipped;
mod slips;

use std::cell::Cell;
use std::collections::HashMap;
use std::ops::Range;

use crate::disguise::Disguise;
use crate::gap::Gap;
use crate::hash::{self, BuildReady};
use crate::prose::Prose;
use crate::span::Span;
use crate::token::Token;
use heads::Heads;
use masks::Vocabulary;
use misspelt::Misspelt;
pub use slips::Slip;

/// A set of phrases of one or more words, each with a value of the caller's.
///
/// Words are compared by their folded form. Every occurrence of every phrase is found, overlapping
/// ones too.
///
/// ```
/// use gatepost_matcher::{Gap, Phrases, Prose};
///
/// let mut phrases = Phrases::default();
/// phrases.insert("Sports Day", Gap::Joined, "event");
/// phrases.insert("day", Gap::Joined, "time");
///
/// let prose = Prose::new("After SPÓRTS-DAY");
/// let mut found = Vec::new();
/// phrases.find(&prose, |found_one| found.push((*found_one.value, prose.slice(found_one.span))));
/// assert_eq!(found, [("event", "SPÓRTS-DAY"), ("time", "DAY")]);
/// ```
#[derive(Clone)]
pub struct Phrases<T> {
    /// The steps of the tree: from a node, by the hash of a word, to another.
    steps: HashMap<u64, u32, BuildReady>,
    /// The entries that end at each node, by node: the first and the last of a chain.
    nodes: Vec<Option<(u32, u32)>>,
    /// Whether any step leads on from a node, by node.
    onward: Vec<bool>,
    entries: Vec<Entry<T>>,
    /// How many words the longest phrase has.
    longest: usize,
    /// The words that something may be found at.
    heads: Heads,
    /// Those of them that are found without the word behind them.
    alone: Heads,
    /// The first two words of phrases, as pairs.
    pairs: Heads,
    /// Every word of every phrase.
    vocabulary: Vocabulary,
    /// The entries of several words, by the hash of their letters written as one word.
    joined: HashMap<u64, Vec<u32>, BuildReady>,
    /// The first few and the last few letters of those.
    joined_ends: [Heads; 2],
    misspelt: Misspelt,
    /// The entries that only slips lead to, by the hash of their word.
    only_slips: HashMap<u64, u32, BuildReady>,
    /// Kept for its memory alone.
    reader: Prose,
}

/// An entry that was met at tokens of a text.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Here {
    entry: u32,
    first: usize,
    last: usize,
    slip: Option<Slip>,
}

#[derive(Clone)]
struct Entry<T> {
    words: Box<[Box<str>]>,
    gap: Gap,
    /// The next entry that ends at the same node.
    next: Option<u32>,
    value: T,
}

/// One occurrence of a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PhraseMatch<'a, T> {
    /// From the first byte of its first word to the end of its last, in the original text.
    pub span: Span,
    /// Index in [`Prose::tokens`] of its first token, or of the one that its first disguised word
    /// begins in. A disguised word without a letter in it may have none: then this is the token
    /// beside it, or 0 in a text without any.
    pub first: usize,
    /// Index of its last token, likewise.
    pub last: usize,
    /// How its first disguised word is disguised; `None` if each of its words is a token.
    pub disguise: Option<Disguise>,
    /// How it is misspelt, if it is looked for in slips and stands there as one.
    pub slip: Option<Slip>,
    /// What was stored with the phrase.
    pub value: &'a T,
}

thread_local! {
    /// What is found at one token, kept from text to text for its memory.
    static HERE: Cell<Vec<Here>> = const { Cell::new(Vec::new()) };
}

/// The node that every phrase begins at.
const ROOT: u32 = 0;

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Self {
            steps: HashMap::default(),
            nodes: vec![None],
            onward: vec![false],
            entries: Vec::new(),
            longest: 0,
            heads: Heads::default(),
            alone: Heads::default(),
            pairs: Heads::default(),
            vocabulary: Vocabulary::default(),
            joined: HashMap::default(),
            joined_ends: <[Heads; 2]>::default(),
            misspelt: Misspelt::default(),
            only_slips: HashMap::default(),
            reader: Prose::default(),
        }
    }
}

impl<T> Phrases<T> {
    /// Adds a phrase. One without a letter or digit is not added, and gives `false`.
    pub fn insert(&mut self, phrase: &str, gap: Gap, value: T) -> bool {
        let mut prose = std::mem::take(&mut self.reader);
        prose.read(phrase);
        let added = self.insert_words(&prose, gap, value);
        self.reader = prose;
        added
    }

    fn insert_words(&mut self, prose: &Prose, gap: Gap, value: T) -> bool {
        let Some(head) = prose.tokens().first() else { return false };
        let mut node = ROOT;
        for token in prose.tokens() {
            let next = number(self.nodes.len());
            self.onward.iter_mut().skip(node as usize).take(1).for_each(|onward| *onward = true);
            node = *self.steps.entry(step(node, token.hash)).or_insert(next);
            if node == next {
                self.nodes.push(None);
                self.onward.push(false);
            }
        }
        let words: Box<[Box<str>]> =
            prose.tokens().iter().map(|token| prose.folded(token).to_string().into()).collect();
        self.longest = self.longest.max(words.len());
        let this = number(self.entries.len());
        for (word, token) in words.iter().zip(prose.tokens()) {
            self.vocabulary.insert(word, token.hash);
        }
        if words.len() > 1 {
            let word = words.concat();
            self.joined.entry(hash::of_folded(word.as_bytes())).or_default().push(this);
            for (heads, end) in self.joined_ends.iter_mut().zip(ends(&word).into_iter().flatten()) {
                heads.insert(end);
            }
        }
        self.entries.push(Entry { words, gap, next: None, value });
        if let Some(ends) = self.nodes.get_mut(node as usize) {
            let first = ends.map_or(this, |(first, _)| first);
            let before = ends.replace((first, this)).map(|(_, last)| last);
            let before = before.and_then(|last| self.entries.get_mut(last as usize));
            if let Some(before) = before {
                before.next = Some(this);
            }
        }
        self.heads.insert(head.hash);
        match prose.tokens() {
            [first, second, ..] => self.pairs.insert(pair(first.hash, second.hash)),
            _ => self.alone.insert(head.hash),
        }
        true
    }

    /// Looks for a phrase of one word in [slips](Slip) too, of the kinds that `wanted` says. A phrase that
    /// it holds already is no slip of another. Words of less than four letters, and with others than
    /// ASCII letters, have none.
    ///
    /// ```
    /// use gatepost_matcher::{Gap, Phrases, Prose, Slip};
    ///
    /// let mut phrases = Phrases::default();
    /// phrases.insert("custard", Gap::Joined, ());
    /// phrases.spare("mustard");
    /// phrases.insert_slips("custard", |slip| slip != Slip::Backwards);
    ///
    /// let prose = Prose::new("No cstard, no cus tard, no mustard, no dratsuc!");
    /// let mut found = Vec::new();
    /// phrases.find(&prose, |one| found.push((prose.slice(one.span), one.slip)));
    /// assert_eq!(found, [("cstard", Some(Slip::Missing)), ("cus tard", Some(Slip::Halved))]);
    /// ```
    pub fn insert_slips(&mut self, word: &str, wanted: impl Fn(Slip) -> bool) {
        let Self { misspelt, heads, alone, steps, nodes, .. } = self;
        let is_phrase = |hash: u64| {
            let node = steps.get(&step(ROOT, hash));
            node.and_then(|node| nodes.get(*node as usize)).is_some_and(Option::is_some)
        };
        let mut tell = |hash| {
            heads.insert(hash);
            alone.insert(hash);
        };
        misspelt.insert(word, &mut tell, &wanted, is_phrase);
        if wanted(Slip::Halved) {
            misspelt.insert_halves(word, &mut tell);
        }
    }

    /// Looks for the [slips](Slip) of a word alone, of the kinds that `wanted` says, and not for the word
    /// itself. A word that was added so before keeps its first value.
    pub fn insert_only_slips(&mut self, word: &str, value: T, wanted: impl Fn(Slip) -> bool) {
        let this = number(self.entries.len());
        let words: Box<[Box<str>]> = [word.into()].into();
        self.only_slips.entry(hash::of_folded(word.as_bytes())).or_insert(this);
        self.entries.push(Entry { words, gap: Gap::Joined, next: None, value });
        self.insert_slips(word, wanted);
    }

    /// Takes a word, in small letters, for itself: neither for a slip of another nor for half of one.
    /// It counts for slips that are added later.
    pub fn spare(&mut self, word: &str) {
        self.misspelt.spare(word);
    }

    /// The word that a token is a slip of, and how.
    pub fn slip_of(&self, prose: &Prose, token: &Token) -> Option<(&str, Slip)> {
        let folded = prose.folded(token);
        let (word, _, slip) = self.misspelt.behind(token.hash, |form| folded == form)?;
        Some((word, slip))
    }

    /// Whether a tag may begin with a phrase written as one word, and whether it may end with one.
    fn may_be_joined(&self, tag: &str) -> [bool; 2] {
        let [front, back] = ends(tag);
        let [fronts, backs] = &self.joined_ends;
        let may =
            |heads: &Heads, end: Option<u64>| end.is_some_and(|end| heads.view().may_hold(end));
        [may(fronts, front), may(backs, back)]
    }

    /// How many phrases it holds.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// True if it holds none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Calls `found` for every occurrence in `prose`, by place, and by order of insertion at a
    /// place; a word in halves stands at the place of the half that tells.
    ///
    /// Allocates nothing where nothing is found.
    pub fn find<'a>(&'a self, prose: &Prose, found: impl FnMut(PhraseMatch<'a, T>)) {
        self.find_from(prose, 0..prose.tokens().len(), found);
    }

    /// Calls `found` for every occurrence that begins at one of these tokens, or at a disguised word
    /// between them, in the order of [`Self::find`].
    pub fn find_from<'a>(
        &'a self,
        prose: &Prose,
        tokens: Range<usize>,
        mut found: impl FnMut(PhraseMatch<'a, T>),
    ) {
        let tokens = tokens.start.min(prose.tokens().len())..tokens.end;
        if !prose.found().is_empty() {
            lattice::find(self, prose, tokens, found);
            return;
        }
        let mut here = HERE.take();
        let heads = self.heads.view();
        let firsts = prose.tokens().iter().enumerate().take(tokens.end).skip(tokens.start);
        for (first, token) in firsts {
            if !heads.may_hold(token.hash) || !self.may_begin(token, prose.tokens().get(first + 1))
            {
                continue;
            }
            self.walk(prose, first, &mut here);
            self.slips_at(prose, first, &mut here);
            // The tree gives the short ones first.
            here.sort_unstable();
            for Here { entry, first, last, slip } in here.drain(..) {
                let Some(entry) = self.entries.get(entry as usize) else { continue };
                let span = span(prose, first, last);
                found(PhraseMatch { span, first, last, disguise: None, slip, value: &entry.value });
            }
        }
        HERE.set(here);
    }

    /// False only where nothing is found at a token with this one behind it: common words begin many
    /// phrases, each with few others.
    #[inline]
    fn may_begin(&self, token: &Token, behind: Option<&Token>) -> bool {
        self.alone.view().may_hold(token.hash)
            || behind.is_some_and(|next| self.pairs.view().may_hold(pair(token.hash, next.hash)))
    }

    /// True if some phrase goes on beyond this node.
    fn goes_on(&self, node: u32) -> bool {
        self.onward.get(node as usize) == Some(&true)
    }

    /// Walks down the tree from the token `first`, and notes the entries that are met.
    fn walk(&self, prose: &Prose, first: usize, here: &mut Vec<Here>) {
        let tokens = prose.tokens().get(first..).unwrap_or_default();
        let mut node = ROOT;
        let mut joined = true;
        let mut before: Option<&Token> = None;
        for (depth, token) in tokens.iter().enumerate() {
            let Some(&next) = self.steps.get(&step(node, token.hash)) else { return };
            if let Some(before) = before {
                let between = prose.between(before, token);
                joined = joined && Gap::Joined.allows(between);
                if !joined && !Gap::Comma.allows(between) {
                    return;
                }
            }
            let mut chain =
                self.nodes.get(next as usize).copied().flatten().map(|(first, _)| first);
            while let Some((index, entry)) =
                chain.and_then(|index| Some((index, self.entries.get(index as usize)?)))
            {
                let run = tokens.get(..=depth).unwrap_or_default();
                if (joined || entry.gap == Gap::Comma) && entry.is(prose, run) {
                    here.push(Here { entry: index, first, last: first + depth, slip: None });
                }
                chain = entry.next;
            }
            if !self.goes_on(next) {
                return;
            }
            before = Some(token);
            node = next;
        }
    }
}

impl<T> Entry<T> {
    /// True if these tokens are its words: two words, or two paths, may share a hash.
    fn is(&self, prose: &Prose, run: &[Token]) -> bool {
        run.len() == self.words.len()
            && run.iter().zip(&self.words).all(|(token, word)| prose.folded(token) == **word)
    }
}

/// From the first of these tokens to the last.
fn span(prose: &Prose, first: usize, last: usize) -> Span {
    let at = |index: usize| prose.tokens().get(index).map_or(Span::new(0, 0), |token| token.span);
    at(first).join(at(last))
}

/// The hashes of the first few and of the last few letters of a word, if it has as many.
fn ends(word: &str) -> [Option<u64>; 2] {
    let bytes = word.as_bytes();
    let first = bytes.get(..lattice::FEWEST);
    let last = bytes.len().checked_sub(lattice::FEWEST).and_then(|from| bytes.get(from..));
    [first, last].map(|end| end.map(hash::of_folded))
}

/// One number for two words in a row.
#[inline]
fn pair(first: u64, second: u64) -> u64 {
    let both = (first ^ second.rotate_left(29)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    both ^ both >> 32
}

/// The key of the step from a node by a word. The root's steps are keyed by the word alone.
fn step(node: u32, hash: u64) -> u64 {
    hash ^ u64::from(node).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

fn number(count: usize) -> u32 {
    u32::try_from(count).expect("fewer than four thousand million words")
}
