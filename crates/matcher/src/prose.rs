//! A text and its tokens.

use std::fmt;

use crate::fold::fold_character;
use crate::span::Span;

/// One word of a text: a run of letters, digits, the marks upon them and invisible characters
/// between them. Apostrophes, hyphens and all other punctuation part words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Where it stands in the original text.
    pub span: Span,
    /// The hash of its folded form: equal forms have equal hashes, on every machine and run.
    pub hash: u64,
    /// Where its folded form stands in the side buffer; `None` if it is the original in lower case.
    form: Option<(u32, u32)>,
}

/// A text, folded and tokenised once.
///
/// [`Prose::read`] takes the next text into the same buffers, so that a stream of plain ASCII texts
/// allocates nothing once the buffers have grown. `Debug` shows sizes, never the text: it may hold
/// personal data.
#[derive(Clone, Default)]
pub struct Prose {
    text: String,
    tokens: Vec<Token>,
    forms: String,
}

/// The folded form of a token: compare it, print it, or copy it out.
#[derive(Clone, Copy)]
pub struct Folded<'p> {
    letters: &'p str,
}

impl Prose {
    /// Reads a text.
    pub fn new(text: &str) -> Self {
        let mut prose = Self::default();
        prose.read(text);
        prose
    }

    /// Reads another text into the same buffers; what was read before is gone.
    pub fn read(&mut self, text: &str) {
        self.text.clear();
        self.text.push_str(text);
        self.tokens.clear();
        self.forms.clear();
        let mut start = None;
        let mut last = 0;
        let mut plain = true;
        for (at, character) in text.char_indices() {
            let end = at + character.len_utf8();
            if is_word(character) {
                if start.is_none() {
                    start = Some(at);
                    plain = true;
                }
                plain &= character.is_ascii();
                last = end;
            } else if is_invisible(character) && start.is_some() {
                plain = false;
            } else if let Some(begin) = start.take() {
                self.push(Span::new(begin, last), plain);
            }
        }
        if let Some(begin) = start {
            self.push(Span::new(begin, last), plain);
        }
    }

    /// The original text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Its tokens, in order; they never overlap.
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// The folded form of one of its tokens.
    pub fn folded(&self, token: &Token) -> Folded<'_> {
        let letters = match token.form {
            Some((start, end)) => self.forms.get(start as usize..end as usize),
            None => token.span.slice(&self.text),
        };
        Folded { letters: letters.unwrap_or_default() }
    }

    /// What stands between two tokens in the original: empty if they touch or are out of order.
    pub fn between(&self, left: &Token, right: &Token) -> &str {
        self.text.get(left.span.end..right.span.start).unwrap_or_default()
    }

    /// The original text of a span, or nothing where the span does not fit.
    pub fn slice(&self, span: Span) -> &str {
        span.slice(&self.text).unwrap_or_default()
    }

    fn push(&mut self, span: Span, plain: bool) {
        let Some(original) = span.slice(&self.text) else { return };
        if plain {
            self.tokens.push(Token { span, hash: hash(original), form: None });
            return;
        }
        let begin = self.forms.len();
        for character in original.chars() {
            fold_character(character, &mut self.forms);
        }
        let folded = self.forms.get(begin..).unwrap_or_default();
        if folded.is_empty() {
            return;
        }
        let form = (begin as u32, self.forms.len() as u32);
        self.tokens.push(Token { span, hash: hash(folded), form: Some(form) });
    }
}

impl fmt::Debug for Prose {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Prose")
            .field("bytes", &self.text.len())
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
        self.letters.chars().try_for_each(|c| fmt::Write::write_char(f, c.to_ascii_lowercase()))
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
        self.letters.chars().map(|c| c.to_ascii_lowercase())
    }
}

fn is_word(character: char) -> bool {
    character.is_alphanumeric() || unicode_normalization::char::is_combining_mark(character)
}

/// Characters that show nothing: soft hyphen, zero-width and direction marks, variation selectors.
fn is_invisible(character: char) -> bool {
    matches!(character,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
        | '\u{e0000}'..='\u{e0fff}')
}

/// FNV-1a over the bytes in ASCII lower case.
pub(crate) fn hash(folded: &str) -> u64 {
    folded.bytes().fold(0xcbf2_9ce4_8422_2325, |state, byte| {
        (state ^ u64::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0000_01b3)
    })
}
