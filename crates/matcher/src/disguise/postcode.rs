//! British postcodes in capitals, `SW1A 2AA`, whose halves look like leet and are not.

use crate::span::Span;

/// How long the whole is, without its space.
const MOST: usize = 7;

/// What the signs of a word are: `A` for a capital, `9` for a digit.
#[derive(Clone, Copy, Default)]
pub(super) struct Shape {
    signs: [u8; MOST],
    length: usize,
}

impl Shape {
    /// The shape of signs, each a capital or a digit; `None` if any is neither, or there are too many.
    pub(super) fn of(signs: impl Iterator<Item = Option<Sign>>) -> Option<Self> {
        let mut shape = Self::default();
        for sign in signs {
            *shape.signs.get_mut(shape.length)? = match sign? {
                Sign::Capital => b'A',
                Sign::Digit => b'9',
            };
            shape.length += 1;
        }
        Some(shape)
    }

    /// The shape of ASCII text.
    pub(super) fn of_text(text: &[u8]) -> Option<Self> {
        Self::of(text.iter().map(|byte| match byte {
            b'A'..=b'Z' => Some(Sign::Capital),
            b'0'..=b'9' => Some(Sign::Digit),
            _ => None,
        }))
    }

    fn signs(&self) -> &[u8] {
        self.signs.get(..self.length).unwrap_or_default()
    }

    /// True if it is the first half of a postcode.
    fn is_outward(&self) -> bool {
        is_outward(self.signs())
    }

    /// True if a word of this shape at `span` of `text` is one half or the whole of a postcode.
    pub(super) fn is_postcode(&self, text: &str, span: Span) -> bool {
        let bytes = text.as_bytes();
        match self.signs() {
            b"9AA" => {
                let before = bytes.get(..span.start).unwrap_or_default();
                let word = before.strip_suffix(b" ").and_then(last_word);
                word.and_then(Self::of_text).is_some_and(|word| word.is_outward())
            }
            signs if is_outward(signs) => {
                let behind = bytes.get(span.end..).unwrap_or_default();
                let word = behind.strip_prefix(b" ").and_then(|rest| rest.get(..3));
                word.and_then(Self::of_text).is_some_and(|word| word.signs() == b"9AA")
            }
            signs => signs.strip_suffix(b"9AA").is_some_and(is_outward),
        }
    }
}

/// A sign of a postcode.
#[derive(Clone, Copy)]
pub(super) enum Sign {
    Capital,
    Digit,
}

fn is_outward(signs: &[u8]) -> bool {
    matches!(signs, b"A9" | b"A99" | b"AA9" | b"AA99" | b"A9A" | b"AA9A")
}

/// The last word of a text, if it is at most four bytes long.
fn last_word(text: &[u8]) -> Option<&[u8]> {
    let length = text.iter().rev().take(5).take_while(|byte| **byte != b' ').count();
    (length < 5).then(|| text.get(text.len() - length..)).flatten()
}

#[cfg(test)]
mod tests {
    use super::{Shape, Span};

    #[test]
    fn halves_count_only_beside_each_other() {
        let is = |text: &str, word: &str| {
            let start = text.find(word).expect("the word stands in the text");
            let shape = Shape::of_text(word.as_bytes());
            shape.is_some_and(|shape| shape.is_postcode(text, Span::new(start, start + word.len())))
        };
        assert!(is("at SW1A 2AA", "SW1A") && is("at SW1A 2AA", "2AA") && is("SW1A2AA", "SW1A2AA"));
        assert!(is("M1 1AE", "1AE") && is("M1 1AE", "M1"));
        assert!(!is("at SW1A 2A", "SW1A") && !is("SW1AB 2AA", "2AA") && !is("a 2AA", "2AA"));
        assert!(!is("2AA", "2AA") && !is("b4d", "b4d") && !is("SW1A-2AA", "SW1A"));
    }
}
