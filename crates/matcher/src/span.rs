//! A place in a text.

use std::ops::Range;

/// A half-open range of bytes in the UTF-8 of an original text: `start` is in, `end` is not.
///
/// Both ends of a span made by this crate lie on character boundaries.
///
/// ```
/// use gatepost_matcher::Span;
///
/// let span = Span::new(5, 9);
/// assert_eq!(span.slice("Well done"), Some("done"));
/// assert!(span.contains(8) && !span.contains(9));
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The span from `start` up to, and without, `end`.
    #[inline]
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// How many bytes it covers.
    #[inline]
    pub const fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// True if it covers nothing.
    pub const fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// True if the byte at `offset` is covered. `end` itself is not.
    #[inline]
    pub const fn contains(self, offset: usize) -> bool {
        self.start <= offset && offset < self.end
    }

    /// True if the two share at least one byte.
    #[inline]
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that covers both.
    #[must_use]
    pub fn join(self, other: Self) -> Self {
        Self::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// What it covers of `text`, or `None` where it does not fit: out of range or inside a
    /// character.
    #[inline]
    pub fn slice(self, text: &str) -> Option<&str> {
        text.get(self.start..self.end)
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}

impl From<Span> for Range<usize> {
    fn from(span: Span) -> Self {
        span.start..span.end
    }
}

#[cfg(test)]
mod tests {
    use super::Span;

    #[test]
    fn its_end_is_outside() {
        let span = Span::new(2, 5);
        assert!(!span.contains(1) && span.contains(2) && span.contains(4) && !span.contains(5));
        assert!(!span.overlaps(Span::new(5, 9)) && span.overlaps(Span::new(4, 9)));
    }
}
