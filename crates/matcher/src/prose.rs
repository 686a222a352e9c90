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

use crate::disguise::{self, Room};
use crate::forms::Forms;
use crate::hash;
use crate::reading::{Found, Reading};
use crate::scan::BLOCK;
use crate::span::Span;
use crate::token::{Token, Tokens};

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
    tokens: Tokens,
    forms: Forms,
    /// A byte of each place that may hold a disguise, by what its bytes are; kept for its memory.
    marks: Vec<usize>,
    found: Found,
    /// Room for the signs of a disguised place; kept for its memory.
    room: Room,
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
        self.forms.clear();
        self.marks.clear();
        self.found.clear();
        self.tokens.read(&self.padded, self.length, &mut self.forms, &mut self.marks);
        if !self.marks.is_empty() || !self.forms.marks.is_empty() {
            let text = self.padded.get(..self.length).unwrap_or_default();
            let marks = [&self.marks[..], &self.forms.marks];
            disguise::undo(text, marks, &mut self.room, &mut self.found);
        }
    }

    /// The original text.
    #[inline]
    pub fn text(&self) -> &str {
        self.padded.get(..self.length).unwrap_or_default()
    }

    /// Its tokens, in order; they never overlap.
    #[inline]
    pub fn tokens(&self) -> &[Token] {
        self.tokens.all()
    }

    /// The folded form of one of its tokens: what [`crate::fold()`] gives of its original letters.
    #[inline]
    pub fn folded(&self, token: &Token) -> Folded<'_> {
        let letters = match token.form {
            Some(form) => self.forms.get(form),
            None => self.padded.get(token.span.start..token.span.end),
        };
        Folded { letters: letters.unwrap_or_default() }
    }

    /// What its disguised places may be read as, by place: words beside the tokens. A place may have
    /// several readings, and readings may overlap.
    #[inline]
    pub fn readings(&self) -> impl ExactSizeIterator<Item = &Reading> {
        self.found.readings.iter()
    }

    /// The folded form of one of its readings.
    #[inline]
    pub fn recovered(&self, reading: &Reading) -> Folded<'_> {
        Folded { letters: self.found.letters(reading, self.text()) }
    }

    /// All that was found at disguised places.
    pub(crate) fn found(&self) -> &Found {
        &self.found
    }

    /// What stands between two tokens in the original: empty if they touch or are out of order.
    #[inline]
    pub fn between(&self, left: &Token, right: &Token) -> &str {
        self.text().get(left.span.end..right.span.start).unwrap_or_default()
    }

    /// The original text of a span, or nothing where the span does not fit.
    #[inline]
    pub fn slice(&self, span: Span) -> &str {
        span.slice(self.text()).unwrap_or_default()
    }
}

impl fmt::Debug for Prose {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Prose")
            .field("bytes", &self.length)
            .field("tokens", &self.tokens().len())
            .finish_non_exhaustive()
    }
}

impl PartialEq<str> for Folded<'_> {
    /// True if `other`, which must be folded already, is this form.
    #[inline]
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
        if !self.letters.bytes().any(|byte| byte.is_ascii_uppercase()) {
            return f.write_str(self.letters);
        }
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
