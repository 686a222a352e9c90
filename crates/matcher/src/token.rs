//! The words of a text, read block by block.
//!
//! In: a text with room behind it. Out: its [`Token`]s. A run of plain ASCII is a word as it stands; a
//! run that holds anything else is taken apart by character ([`Forms`]), so that one accent in a text
//! costs the word it is in.

use std::num::NonZeroUsize;

use crate::forms::Forms;
use crate::hash;
use crate::scan::{BLOCK, Edges, Scan};
use crate::span::Span;

/// One word of a text: a run of letters, digits, the marks upon them and invisible characters
/// between them. Apostrophes, hyphens and all other punctuation part words.
///
/// ```
/// use gatepost_matcher::Prose;
///
/// let prose = Prose::new("Zoë won. ZOE!");
/// let [first, _, last] = prose.tokens() else { panic!("three words") };
/// assert_eq!(prose.slice(first.span), "Zoë");
/// assert_eq!(first.hash, last.hash);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Where it stands in the original text.
    pub span: Span,
    /// The hash of its folded form: equal forms have equal hashes, on every machine and run.
    pub hash: u64,
    /// Which of the side forms is its folded form, from 1; `None` if it is the original in lower
    /// case.
    pub(crate) form: Option<NonZeroUsize>,
}

impl Token {
    #[inline]
    pub(crate) fn plain(text: &[u8], start: usize, end: usize) -> Self {
        let step = text.get(start..).and_then(<[u8]>::first_chunk);
        let hash = match step {
            Some(step) if end - start <= hash::STEP => hash::of_step(step, end - start),
            _ => hash::of_plain(text, start, end),
        };
        Self { span: Span::new(start, end), hash, form: None }
    }

    /// The word from `start` to `end` of the block at `base` of `text`, which `window` begins with.
    #[inline]
    fn within(window: &Window, text: &[u8], base: usize, (start, end): (usize, usize)) -> Self {
        let step = window.get(start..start + hash::STEP).and_then(<[u8]>::first_chunk);
        let span = Span::new(base + start, base + end);
        match step {
            Some(step) if end - start <= hash::STEP => {
                Self { span, hash: hash::of_step(step, end - start), form: None }
            }
            _ => Self::plain(text, span.start, span.end),
        }
    }
}

/// A block, and what a step of hashing may read behind it.
type Window = [u8; BLOCK + hash::STEP];

/// The tokens of a text, in a list whose length is kept beside it: so no token is checked for room.
#[derive(Clone, Default)]
pub(crate) struct Tokens {
    /// The tokens, and behind them room for more.
    list: Vec<Token>,
    count: usize,
}

/// How many tokens a block may close.
const MOST: usize = BLOCK / 2 + 1;

impl Tokens {
    /// All of them, in order.
    #[inline]
    pub(crate) fn all(&self) -> &[Token] {
        self.list.get(..self.count).unwrap_or_default()
    }

    /// Reads the first `length` bytes of `padded`, which goes on for a block and a step of hashing behind
    /// them, and adds to `marks` a byte of each place that may hold a disguise.
    pub(crate) fn read(
        &mut self,
        padded: &str,
        length: usize,
        forms: &mut Forms,
        marks: &mut Vec<usize>,
    ) {
        self.count = 0;
        let bytes = padded.as_bytes();
        let mut scan = Scan::default();
        let mut open = Carried::default();
        // One block more than the text fills, so that every run is closed by a space.
        for start in (0..=length).step_by(BLOCK) {
            let edges = scan.block(bytes, start, marks);
            if edges.odd == 0 && !open.is_odd {
                self.add_plain(bytes, start, edges, &mut open);
            } else {
                self.add_odd(padded, start, edges, &mut open, forms);
            }
        }
    }

    /// Adds the words that end in a block, all of them plain.
    #[inline(never)]
    fn add_plain(&mut self, bytes: &[u8], base: usize, edges: Edges, open: &mut Carried) {
        let Edges { mut starts, mut ends, .. } = edges;
        if open.is_open && ends != 0 {
            self.push(Token::plain(bytes, open.start, base + take(&mut ends)));
            open.is_open = false;
        }
        let Some(window) = bytes.get(base..).and_then(<[u8]>::first_chunk) else { return };
        let mut room = self.room();
        let before = room.len();
        while ends != 0
            && let Some(place) = room.next()
        {
            let (start, end) = (take(&mut starts), take(&mut ends));
            *place = Token::within(window, bytes, base, (start, end));
        }
        let left = room.len();
        self.count += before - left;
        if starts != 0 {
            *open = Carried { is_open: true, start: base + take(&mut starts), is_odd: false };
        }
    }

    /// Room for the words of a block.
    #[inline]
    fn room(&mut self) -> std::slice::IterMut<'_, Token> {
        if self.list.len() < self.count + MOST {
            self.grow();
        }
        self.list.get_mut(self.count..).unwrap_or_default().iter_mut()
    }

    #[cold]
    #[inline(never)]
    fn grow(&mut self) {
        let none = Token { span: Span::new(0, 0), hash: 0, form: None };
        self.list.resize((self.count + MOST) * 2, none);
    }

    /// Adds one.
    pub(crate) fn push(&mut self, token: Token) {
        if let Some(place) = self.room().next() {
            *place = token;
        }
        self.count += 1;
    }

    /// Adds the words that end in a block, some of them perhaps odd.
    fn add_odd(
        &mut self,
        padded: &str,
        base: usize,
        edges: Edges,
        open: &mut Carried,
        forms: &mut Forms,
    ) {
        let Edges { mut starts, mut ends, mut odd } = edges;
        if !open.is_open {
            *open =
                Carried { is_open: starts != 0, start: base + take(&mut starts), is_odd: false };
        }
        while ends != 0 {
            let end = take(&mut ends);
            let inside = (1 << end) - 1;
            let run = Span::new(open.start, base + end);
            if open.is_odd || odd & inside != 0 {
                forms.take_apart(padded, run, self);
            } else {
                self.push(Token::plain(padded.as_bytes(), run.start, run.end));
            }
            odd &= !inside;
            *open =
                Carried { is_open: starts != 0, start: base + take(&mut starts), is_odd: false };
        }
        open.is_odd |= odd != 0;
    }
}

/// A run that goes on into the next block.
#[derive(Default)]
struct Carried {
    is_open: bool,
    /// Where it began, if it is open.
    start: usize,
    /// True if it is open and holds an odd byte.
    is_odd: bool,
}

/// Takes the lowest bit, and gives its number; the last number if there is none.
#[inline]
fn take(bits: &mut u64) -> usize {
    let place = bits.trailing_zeros() as usize & (BLOCK - 1);
    *bits &= bits.wrapping_sub(1);
    place
}
