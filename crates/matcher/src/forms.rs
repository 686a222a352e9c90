//! Words that are not plain ASCII, read by character.
//!
//! In: runs of word bytes that hold characters beyond ASCII or such as show nothing. Out: their words,
//! with the folded form of each that is not its own in lower case; and of these the places where a
//! disguise may be.

use std::num::NonZeroUsize;

use crate::disguise;
use crate::fold::Parts;
use crate::hash;
use crate::letter::{self, Glyph};
use crate::span::Span;
use crate::token::{Token, Tokens};

/// The folded forms of the tokens that are not plain.
#[derive(Clone, Default)]
pub(crate) struct Forms {
    /// All of them, one behind the other.
    letters: String,
    /// Where each ends.
    ends: Vec<usize>,
    /// What the token at hand is made of; kept for its memory alone.
    parts: Parts,
    /// A byte of each place that may hold a disguise, by what its characters are.
    pub(crate) marks: Vec<usize>,
}

impl Forms {
    pub(crate) fn clear(&mut self) {
        self.letters.clear();
        self.ends.clear();
        self.marks.clear();
    }

    pub(crate) fn get(&self, form: NonZeroUsize) -> Option<&str> {
        let end = *self.ends.get(form.get() - 1)?;
        let start =
            form.get().checked_sub(2).map_or(Some(0), |before| self.ends.get(before).copied())?;
        self.letters.get(start..end)
    }

    /// True if the folded form of a token is of Latin letters.
    fn is_latin(&self, token: &Token) -> bool {
        token.form.is_none_or(|form| self.get(form).is_some_and(str::is_ascii))
    }

    /// Reads a run of `text` by character, and adds its words to `tokens`.
    pub(crate) fn take_apart(&mut self, text: &str, run: Span, tokens: &mut Tokens) {
        let start = run.start;
        let run = run.slice(text).unwrap_or_default();
        let mut word = Word::default();
        for (at, character) in run.char_indices() {
            let here = start + at;
            let (glyph, is_suspect) = letter::look_up(character);
            if is_suspect {
                self.marks.push(here);
            }
            match glyph {
                Glyph::Letters(letters) => {
                    if !word.is_open {
                        word = Word { span: Span::new(here, here), is_plain: true, ..word };
                        word.is_open = true;
                    }
                    word.is_plain &= character.is_ascii() && word.span.end == here;
                    word.is_ambiguous |= disguise::is_ambiguous(character);
                    word.span.end = here + character.len_utf8();
                    self.parts.extend(letters);
                }
                Glyph::Mark => {
                    word.span.end = here + character.len_utf8();
                    word.is_plain = false;
                }
                Glyph::Hidden => {}
                Glyph::Break => self.close(text, &std::mem::take(&mut word), tokens),
            }
        }
        self.close(text, &word, tokens);
    }

    fn close(&mut self, text: &str, word: &Word, tokens: &mut Tokens) {
        if !word.is_open {
            return;
        }
        let span = word.span;
        if word.is_plain {
            self.parts.clear();
            tokens.push(Token::plain(text.as_bytes(), span.start, span.end));
        } else {
            let begin = self.letters.len();
            // Amid Latin words only, or texts in other scripts would be full of such places.
            let disguised = self.parts.may_be_latin()
                && tokens.all().last().is_none_or(|last| self.is_latin(last));
            let suspicious = self.parts.write(&mut self.letters);
            self.ends.push(self.letters.len());
            let folded = self.letters.get(begin..).unwrap_or_default();
            let hash = hash::of_folded(folded.as_bytes());
            if disguised || suspicious || word.is_ambiguous && folded.is_ascii() {
                self.marks.push(span.start);
            }
            tokens.push(Token { span, hash, form: NonZeroUsize::new(self.ends.len()) });
        }
        if is_third_single(text, tokens.all()) {
            self.marks.push(span.start);
        }
    }
}

/// What is known of the word at hand.
#[derive(Default)]
struct Word {
    /// False while there is none.
    is_open: bool,
    /// Where it lies so far.
    span: Span,
    /// True if it is of ASCII letters and digits alone so far.
    is_plain: bool,
    /// True if it holds a letter that looks like two.
    is_ambiguous: bool,
}

/// True if the last three tokens are one character each, with little between.
fn is_third_single(text: &str, tokens: &[Token]) -> bool {
    let Some(last) = tokens.last_chunk::<3>() else { return false };
    let near = |[left, right]: &[Token; 2]| right.span.start - left.span.end <= 12;
    last.iter().rev().all(|token| is_single(token, text)) && last.array_windows().all(near)
}

/// True if a token is one character, not counting marks upon it, and not a ligature.
fn is_single(token: &Token, text: &str) -> bool {
    if token.span.len() == 1 || token.span.len() >= 16 {
        return token.span.len() == 1;
    }
    let mut shown = token.span.slice(text).unwrap_or_default().chars().map(letter::read);
    matches!(shown.next(), Some(Glyph::Letters([_])))
        && shown.all(|mark| !matches!(mark, Glyph::Letters(_)))
}
