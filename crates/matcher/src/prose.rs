//! A text and its tokens.
//!
//! In: a text. Out: the text as it was, and its words with their places and the hashes of their
//! folded forms. Runs of letters are found without a branch on any byte; a run of plain ASCII is a
//! word as it stands, and only the runs that hold anything else are read by character, so that one
//! accent in a text costs the word it is in. Places that may hold a disguise are noted on the way,
//! and read once more when the tokens are known: what they may be read as stands beside the tokens.
//!
//! A text may be of any size that memory holds. Each word costs 32 bytes beside the text.

use std::fmt;
use std::num::NonZeroUsize;

use crate::disguise::{self, Cell};
use crate::fold::Parts;
use crate::hash;
use crate::letter::{self, Glyph};
use crate::reading::{Found, Reading};
use crate::scan::{self, BLOCK, GROUP, Pair, ROOM};
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
    form: Option<NonZeroUsize>,
}

/// A text, folded and tokenised once.
///
/// [`Prose::read`] takes the next text into the same buffers, so that a stream of plain ASCII texts
/// allocates nothing once the buffers have grown. `Debug` shows sizes, never the text: it may hold
/// personal data.
///
/// ```
/// use gatepost_matcher::Prose;
///
/// let mut prose = Prose::new("Well done, Ｊａｃｋ");
/// let jack = prose.tokens()[2];
/// assert!(prose.folded(&jack) == "jack");
/// assert_eq!(jack.span.slice(prose.text()), Some("Ｊａｃｋ"));
///
/// prose.read("Sports day");
/// assert_eq!(prose.tokens().len(), 2);
/// ```
#[derive(Clone, Default)]
pub struct Prose {
    /// The text, and after it [`PADDING`].
    padded: String,
    /// How many bytes of `padded` are the text.
    length: usize,
    tokens: Vec<Token>,
    forms: Forms,
    /// Where runs begin and end, for one group of blocks; kept for its memory alone.
    edges: Vec<usize>,
    /// A byte of each place that may hold a disguise, by what its bytes are; kept for its memory.
    marks: Vec<usize>,
    found: Found,
    /// The signs of the place at hand; kept for its memory.
    cells: Vec<Cell>,
}

/// The folded forms of the tokens that are not plain.
#[derive(Clone, Default)]
struct Forms {
    /// All of them, one behind the other.
    letters: String,
    /// Where each ends.
    ends: Vec<usize>,
    /// What the token at hand is made of; kept for its memory alone.
    parts: Parts,
    /// A byte of each place that may hold a disguise, by what its characters are.
    marks: Vec<usize>,
}

/// The folded form of a token: compare it, print it, or copy it out.
///
/// ```
/// let prose = gatepost_matcher::Prose::new("HOUSE");
/// let folded = prose.folded(&prose.tokens()[0]);
/// assert!(folded == "house");
/// assert_eq!(folded.to_string(), "house");
/// ```
#[derive(Clone, Copy)]
pub struct Folded<'p> {
    letters: &'p str,
}

/// What follows the text in memory, so that its last word is closed and whole blocks can be read.
const PADDING: &str = match std::str::from_utf8(&[b' '; BLOCK + hash::STEP]) {
    Ok(spaces) => spaces,
    Err(_) => "",
};

impl Prose {
    /// Reads a text.
    pub fn new(text: &str) -> Self {
        let mut prose = Self::default();
        prose.read(text);
        prose
    }

    /// Reads another text into the same buffers; what was read before is gone.
    pub fn read(&mut self, text: &str) {
        self.padded.clear();
        self.padded.push_str(text);
        self.padded.push_str(PADDING);
        self.length = text.len();
        self.tokens.clear();
        self.forms.clear();
        // One more for the edge that a group leaves to the next.
        self.edges.resize(ROOM + 1, 0);

        self.marks.clear();
        self.found.clear();
        self.read_tokens();
        if !self.marks.is_empty() || !self.forms.marks.is_empty() {
            let text = self.padded.get(..self.length).unwrap_or_default();
            let marks = [&self.marks[..], &self.forms.marks];
            disguise::undo(text, marks, &mut self.cells, &mut self.found);
        }
    }

    fn read_tokens(&mut self) {
        let bytes = self.padded.as_bytes();
        // One block more than the text fills, so that every run is closed by a space.
        let end = (self.length / BLOCK + 1) * BLOCK;
        // A run that goes on from one group into the next leaves its first edge, and whether it may
        // be odd.
        let mut held = 0;
        let mut held_odd = false;
        let mut odd = [0; GROUP];
        let mut pair = Pair::default();
        for base in (0..end).step_by(GROUP * BLOCK) {
            let range = base..end.min(base + GROUP * BLOCK);
            let room = self.edges.get_mut(held..).unwrap_or_default();
            let seen = scan::edges(bytes, range, &mut pair, room, &mut odd, &mut self.marks);
            let edges = self.edges.get(..held + seen.edges).unwrap_or_default();
            let (runs, open) = edges.as_chunks::<2>();
            if seen.odd || held_odd {
                for &[start, end] in runs {
                    let begun_odd = held_odd && start < base;
                    let from = start.max(base) - base;
                    if begun_odd || seen.odd && scan::any_odd(&odd, from, end - base) {
                        self.forms.take_apart(&self.padded, start, end, &mut self.tokens);
                    } else {
                        self.tokens.push(Token::plain(bytes, start, end));
                    }
                }
            } else {
                self.tokens
                    .extend(runs.iter().map(|&[start, end]| Token::plain(bytes, start, end)));
            }
            held = open.len();
            held_odd = held == 1 && (seen.odd || held_odd);
            if let &[start] = open {
                self.edges.iter_mut().take(1).for_each(|edge| *edge = start);
            }
        }
    }

    /// The original text.
    pub fn text(&self) -> &str {
        self.padded.get(..self.length).unwrap_or_default()
    }

    /// Its tokens, in order; they never overlap.
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// The folded form of one of its tokens: what [`crate::fold()`] gives of its original letters.
    pub fn folded(&self, token: &Token) -> Folded<'_> {
        let letters = match token.form {
            Some(form) => self.forms.get(form),
            None => self.padded.get(token.span.start..token.span.end),
        };
        Folded { letters: letters.unwrap_or_default() }
    }

    /// What its disguised places may be read as, by place: words beside the tokens. A place may have
    /// several readings, and readings may overlap.
    pub fn readings(&self) -> impl ExactSizeIterator<Item = &Reading> {
        self.found.readings.iter()
    }

    /// The folded form of one of its readings.
    pub fn recovered(&self, reading: &Reading) -> Folded<'_> {
        Folded { letters: self.found.letters(reading) }
    }

    /// All that was found at disguised places.
    pub(crate) fn found(&self) -> &Found {
        &self.found
    }

    /// What stands between two tokens in the original: empty if they touch or are out of order.
    pub fn between(&self, left: &Token, right: &Token) -> &str {
        self.text().get(left.span.end..right.span.start).unwrap_or_default()
    }

    /// The original text of a span, or nothing where the span does not fit.
    pub fn slice(&self, span: Span) -> &str {
        span.slice(self.text()).unwrap_or_default()
    }
}

impl Token {
    fn plain(text: &[u8], start: usize, end: usize) -> Self {
        let hash = hash::of_plain(text, start, end);
        Self { span: Span::new(start, end), hash, form: None }
    }

    /// True if it is one character, not counting marks upon it, and not a ligature.
    fn is_single(&self, text: &str) -> bool {
        let mut shown = self.span.slice(text).unwrap_or_default().chars();
        self.span.len() == 1
            || self.span.len() < 16
                && shown
                    .by_ref()
                    .skip(1)
                    .all(|mark| !matches!(letter::read(mark), Glyph::Letters(_)))
    }
}

impl Forms {
    fn clear(&mut self) {
        self.letters.clear();
        self.ends.clear();
        self.marks.clear();
    }

    fn get(&self, form: NonZeroUsize) -> Option<&str> {
        let end = *self.ends.get(form.get() - 1)?;
        let start =
            form.get().checked_sub(2).map_or(Some(0), |before| self.ends.get(before).copied())?;
        self.letters.get(start..end)
    }

    /// True if the folded form of a token is of Latin letters.
    fn is_latin(&self, token: &Token) -> bool {
        token.form.is_none_or(|form| self.get(form).is_some_and(str::is_ascii))
    }

    /// Reads the run at `start..end` of `text` by character, and adds its words to `tokens`.
    fn take_apart(&mut self, text: &str, start: usize, end: usize, tokens: &mut Vec<Token>) {
        let run = text.get(start..end).unwrap_or_default();
        // The word at hand, if any: where it lies so far, and whether it is plain so far.
        let mut word: Option<(Span, bool)> = None;
        for (at, character) in run.char_indices() {
            let here = Span::new(start + at, start + at + character.len_utf8());
            let (glyph, is_suspect) = letter::look_up(character);
            if is_suspect {
                self.marks.push(start + at);
            }
            match glyph {
                Glyph::Letters(letters) => {
                    let (span, plain) = word.unwrap_or((here, true));
                    let next =
                        plain && character.is_ascii() && (span.end == here.start || span == here);
                    word = Some((span.join(here), next));
                    self.parts.extend(letters);
                }
                Glyph::Mark => word = word.map(|(span, _)| (span.join(here), false)),
                Glyph::Hidden => {}
                Glyph::Break => self.close(text, word.take(), tokens),
            }
        }
        self.close(text, word, tokens);
    }

    fn close(&mut self, text: &str, word: Option<(Span, bool)>, tokens: &mut Vec<Token>) {
        let Some((span, plain)) = word else { return };
        if plain {
            tokens.push(Token::plain(text.as_bytes(), span.start, span.end));
        } else {
            let begin = self.letters.len();
            // Amid Latin words only, or texts in other scripts would be full of such places.
            let disguised =
                self.parts.may_be_latin() && tokens.last().is_none_or(|last| self.is_latin(last));
            self.parts.write(&mut self.letters);
            self.ends.push(self.letters.len());
            let folded = self.letters.get(begin..).unwrap_or_default();
            let hash = hash::of_folded(folded.as_bytes());
            let shown = span.slice(text).unwrap_or_default();
            let ambiguous = folded.is_ascii() && disguise::is_ambiguous(shown);
            if disguised || ambiguous || is_suspicious(folded) {
                self.marks.push(span.start);
            }
            tokens.push(Token { span, hash, form: NonZeroUsize::new(self.ends.len()) });
        }
        if is_third_single(text, tokens) {
            self.marks.push(span.start);
        }
        self.parts.clear();
    }
}

/// True if a folded form has a digit beside a letter, or three of one letter.
fn is_suspicious(folded: &str) -> bool {
    let (mut before, mut last) = (' ', ' ');
    folded.chars().any(|letter| {
        let mixed = last != ' ' && letter.is_ascii_digit() != last.is_ascii_digit();
        let thrice = letter == last && last == before && !letter.is_ascii_digit();
        (before, last) = (last, letter);
        mixed || thrice
    })
}

/// True if the last three tokens are one character each, with little between.
fn is_third_single(text: &str, tokens: &[Token]) -> bool {
    let Some(last) = tokens.last_chunk::<3>() else { return false };
    let near = |[left, right]: &[Token; 2]| right.span.start - left.span.end <= 12;
    last.iter().rev().all(|token| token.is_single(text)) && last.array_windows().all(near)
}

impl fmt::Debug for Prose {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Prose")
            .field("bytes", &self.length)
            .field("tokens", &self.tokens.len())
            .finish_non_exhaustive()
    }
}

impl PartialEq<str> for Folded<'_> {
    /// True if `other`, which must be folded already, is this form.
    fn eq(&self, other: &str) -> bool {
        self.letters.eq_ignore_ascii_case(other)
    }
}

impl PartialEq<&str> for Folded<'_> {
    fn eq(&self, other: &&str) -> bool {
        *self == **other
    }
}

impl fmt::Display for Folded<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.chars().try_for_each(|letter| fmt::Write::write_char(f, letter))
    }
}

impl fmt::Debug for Folded<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Folded({} bytes)", self.letters.len())
    }
}

impl Folded<'_> {
    /// Its letters and digits, in lower case.
    pub fn chars(&self) -> impl Iterator<Item = char> {
        self.letters.chars().map(|letter| letter.to_ascii_lowercase())
    }
}
