//! A text in plain words: what patterns of grammar read.
//!
//! In: a [`Prose`]. Out: its folded words, one blank between two, with the punctuation that parts
//! sentences, clauses and quotations as words of their own: `.` `:` `,` `"` `£` `%`, and `¶` between
//! paragraphs. *“You’re DÉAD,” he said.* reads `" you re dead , " he said .`. A pattern over it needs no thought about case,
//! accents, invisible characters or kinds of apostrophe, and its place in the original follows from
//! the words that it covers.

use std::ops::Range;

use gatepost_model::{Prose, Span};
use regex::Regex;

/// How far the words around a place count, in bytes of plain text.
const REACH: usize = 400;

/// How many bytes a word may have that patterns look into: a longer one is none of any language.
pub(crate) const LONGEST: usize = 64;

/// What stands for a word that no pattern knows.
pub(crate) const UNKNOWN: char = 'ж';

/// A text in plain words.
pub(crate) struct Plain {
    text: String,
    /// Where each word begins in `text`, and its place in the original.
    words: Vec<(usize, Span)>,
    /// True behind a single quotation mark that opens and before the one that closes.
    within: bool,
}

impl Plain {
    /// Reads a text.
    pub(crate) fn of(prose: &Prose) -> Self {
        let original = prose.text();
        let mut plain = Self {
            text: String::with_capacity(original.len() + 16),
            words: Vec::new(),
            within: false,
        };
        plain.text.push(' ');
        let mut end = 0;
        for token in prose.tokens() {
            let inner = end > 0;
            let between = original.get(end..token.span.start).unwrap_or_default();
            let capital = || prose.slice(token.span).starts_with(char::is_uppercase);
            if inner && ends_with_picture(between) && capital() {
                plain.punctuate(".", false);
            } else {
                plain.punctuate(between, inner);
            }
            plain.words.push((plain.text.len(), token.span));
            let begin = plain.text.len();
            plain.text.extend(prose.folded(token).chars());
            plain.unmix(begin);
            plain.text.push(' ');
            end = token.span.end;
        }
        plain.punctuate(original.get(end..).unwrap_or_default(), false);
        plain
    }

    /// The whole of it.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The place in the original of the words that begin in a range of the plain text.
    pub(crate) fn place(&self, range: Range<usize>) -> Option<Span> {
        let first = self.words.partition_point(|(start, _)| *start < range.start);
        let behind = self.words.partition_point(|(start, _)| *start < range.end);
        let words = self.words.get(first..behind)?;
        Some(words.first()?.1.join(words.last()?.1))
    }

    /// Where the word of a token stands in the plain text.
    pub(crate) fn word(&self, index: usize) -> Option<Range<usize>> {
        let &(start, _) = self.words.get(index)?;
        let end = self.text.get(start..)?.find(' ')?;
        Some(start..start + end)
    }

    /// The token whose word begins at a place of the plain text.
    pub(crate) fn token(&self, at: usize) -> Option<usize> {
        self.words.binary_search_by_key(&at, |(start, _)| *start).ok()
    }

    /// The part of the sentence that stands before a range.
    pub(crate) fn before(&self, range: &Range<usize>) -> &str {
        let before = self.paragraph_before(range);
        before.rsplit(" . ").next().unwrap_or_default()
    }

    /// The part of the sentence that stands behind a range.
    pub(crate) fn behind(&self, range: &Range<usize>) -> &str {
        let behind = self.paragraph_behind(range);
        behind.split(" . ").next().unwrap_or_default()
    }

    /// The sentence around a range.
    pub(crate) fn sentence(&self, range: &Range<usize>) -> &str {
        let (before, behind) = (self.before(range).len(), self.behind(range).len());
        self.text.get(range.start - before..range.end + behind).unwrap_or_default()
    }

    /// The paragraph around a range, as far as [`REACH`] on either side.
    pub(crate) fn paragraph(&self, range: &Range<usize>) -> &str {
        let (before, behind) =
            (self.paragraph_before(range).len(), self.paragraph_behind(range).len());
        self.text.get(range.start - before..range.end + behind).unwrap_or_default()
    }

    /// The words of the same paragraph before a range, as far as [`REACH`].
    pub(crate) fn paragraph_before(&self, range: &Range<usize>) -> &str {
        let from = floor(&self.text, range.start.saturating_sub(REACH));
        let before = self.text.get(from..range.start).unwrap_or_default();
        before.rsplit('¶').next().unwrap_or_default()
    }

    /// The words of the same paragraph behind a range, as far as [`REACH`].
    pub(crate) fn paragraph_behind(&self, range: &Range<usize>) -> &str {
        let to = floor(&self.text, self.text.len().min(range.end + REACH));
        let behind = self.text.get(range.end..to).unwrap_or_default();
        behind.split('¶').next().unwrap_or_default()
    }

    /// True if a range stands in quotation marks.
    pub(crate) fn quoted(&self, range: &Range<usize>) -> bool {
        let opened = self.paragraph_before(range).matches('"').count() % 2 == 1;
        opened && self.paragraph_behind(range).contains('"')
    }

    /// Takes a word of several scripts, which no pattern knows, as one letter that none knows either:
    /// the expressions would see the edge of a word inside it. So is one of a length that no word has.
    fn unmix(&mut self, begin: usize) {
        let word = self.text.get(begin..).unwrap_or_default();
        let mixed = !word.is_ascii() && word.bytes().any(|byte| byte.is_ascii_alphanumeric());
        if mixed || word.len() > LONGEST {
            self.text.truncate(begin);
            self.text.push(UNKNOWN);
        }
    }

    /// `inner` is true between two words.
    fn punctuate(&mut self, between: &str, inner: bool) {
        if between == " " || between.is_empty() {
            return;
        }
        let glued = inner && !between.contains(char::is_whitespace);
        let mut breaks = 0;
        // An apostrophe at the end of a word opens nothing: *the girls' team*.
        let mut before = if self.words.is_empty() { ' ' } else { 'x' };
        for c in between.chars() {
            let word = match c {
                // `U.K.` and `4.30` are one clause.
                '.' if glued && between.len() == 1 => None,
                '.' | '!' | '?' | ';' | '…' | '•' => Some('.'),
                '\n' => {
                    breaks += 1;
                    (breaks == 2).then_some('¶')
                }
                ':' if !glued || between.len() > 1 => Some(':'),
                ',' | '(' | ')' | '[' | ']' | '–' | '—' | '/' => Some(','),
                '-' if before == ' ' && !glued => Some(','),
                '"' | '“' | '”' | '«' | '»' | '„' | '‘' => Some('"'),
                '\'' | '’' if !glued && (self.within || before == ' ') => {
                    self.within = !self.within;
                    Some('"')
                }
                '£' | '€' | '$' => Some('£'),
                '%' => Some('%'),
                _ => None,
            };
            before = if c.is_whitespace() { ' ' } else { c };
            if let Some(word) = word
                && !(word == '.' && self.text.ends_with(" . "))
            {
                self.text.push_str(if word == '¶' { ". ¶ " } else { "" });
                self.text.extend([word, ' '].into_iter().filter(|_| word != '¶'));
            }
        }
    }
}

/// True for a picture and white space behind it: before a capital it ends a sentence as a full stop does.
/// Pictures that are verbs (*I ❤ London*) end none.
fn ends_with_picture(between: &str) -> bool {
    let picture = between.trim_end_matches(|c: char| c.is_whitespace() || c == '\u{fe0f}');
    between.ends_with(char::is_whitespace)
        && !between.contains('\n')
        && picture.chars().next_back().is_some_and(|c| match u32::from(c) {
            0x1f44a
            | 0x1f493..=0x1f49f
            | 0x1f4a3
            | 0x1f52a..=0x1f52b
            | 0x1f595
            | 0x1f5a4
            | 0x1f5e1
            | 0x1f90d..=0x1f90f
            | 0x1f9e1 => false,
            code => matches!(code, 0x2600..=0x2763 | 0x2765..=0x27bf | 0x1f300..=0x1faff),
        })
}

fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// A pattern over plain text, from the edge of a word to the edge of another. In `template`, a name
/// in braces stands for any of the words of its class.
pub(crate) fn pattern(template: &str, classes: &[(&str, &[&str])]) -> Regex {
    compile(&expand(template, classes))
}

/// An expression with its classes spelled out.
pub(crate) fn expand(template: &str, classes: &[(&str, &[&str])]) -> String {
    let mut source = template.to_string();
    for (name, words) in classes {
        source = source.replace(&format!("{{{name}}}"), &format!("(?:{})", words.join("|")));
    }
    // Plain text is folded: letters beyond ASCII are of other scripts, and no pattern's business.
    source.replace(r"\w", "[a-z0-9]")
}

/// Compiles an expression whose classes are spelled out.
pub(crate) fn compile(source: &str) -> Regex {
    Regex::new(&format!(r"(?-u:\b)(?:{source})(?-u:\b)"))
        .expect("a pattern of this crate, compiled by its tests")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        Plain::of(&Prose::new(text)).text().trim().to_string()
    }

    #[test]
    fn words_and_what_parts_them() {
        assert_eq!(read("“You’re DÉAD,” he said."), "\" you re dead , \" he said .");
        assert_eq!(read("Only £4.50 - 10% off!\n\nBuy"), "only £ 4 50 , 10 % off . . ¶ buy");
        assert_eq!(read("one\ntwo, 'three' four's"), "one two , \" three \" four s");
        assert_eq!(read("the girls' team"), "the girls team");
        assert_eq!(
            read("At the beach 🏖️ Please bring 🩳 shorts"),
            "at the beach . please bring shorts"
        );
        assert_eq!(read("I ❤ London"), "i london");
    }

    #[test]
    fn places_are_of_the_original() {
        let prose = Prose::new("👩🏽\u{200d}🏫 Ｗe “hate” it");
        let plain = Plain::of(&prose);
        let at = plain.text().find("we \" hate").expect("it is there");
        let span = plain.place(at..at + "we \" hate".len()).expect("words are there");
        assert_eq!(prose.slice(span), "Ｗe “hate");
        assert!(plain.quoted(&(at + 5..at + 9)));
    }
}
