//! With which four letters words may begin: one bit for each four.
//!
//! In: words, and later a place in a word. Out: whether any of those words may begin there. Of each byte the
//! five lowest bits count, which are the same of capitals and small letters: nothing is folded to ask.

use crate::bytes::{Reader, Writer};

/// How many bytes count, and how many bits of each.
const BYTES: usize = 4;
const BITS: usize = 5;

/// The beginnings of words.
pub(crate) struct Beginnings {
    bits: Box<[u64]>,
}

impl Default for Beginnings {
    fn default() -> Self {
        Self { bits: vec![0; (1 << (BYTES * BITS)) / 64].into() }
    }
}

impl Beginnings {
    /// Adds a word.
    pub(crate) fn add(&mut self, word: &str) {
        let place = place(word.as_bytes());
        // Of a shorter word, whatever follows it.
        let more = 1 << (BITS * BYTES.saturating_sub(word.len()));
        for place in place..place + more {
            self.bits.iter_mut().skip(place / 64).take(1).for_each(|all| *all |= 1 << (place % 64));
        }
    }

    /// The table as bytes.
    pub(crate) fn write(&self, to: &mut Writer) {
        to.longs(&self.bits);
    }

    /// The table from bytes.
    pub(crate) fn read(from: &mut Reader<'_>) -> Option<Self> {
        from.longs().map(|bits| Self { bits })
    }

    /// True if a word may begin where these bytes do.
    #[inline]
    pub(crate) fn has(&self, rest: &[u8]) -> bool {
        let place = place(rest);
        self.bits.get(place / 64).is_some_and(|all| all >> (place % 64) & 1 == 1)
    }
}

#[inline]
fn place(rest: &[u8]) -> usize {
    let low = |byte: &u8| usize::from(byte & 0x1f);
    match rest {
        [first, second, third, fourth, ..] => {
            low(first) << 15 | low(second) << 10 | low(third) << 5 | low(fourth)
        }
        _ => (0..BYTES).fold(0, |place, at| place << BITS | rest.get(at).map_or(0, low)),
    }
}

#[cfg(test)]
mod tests {
    use super::Beginnings;

    #[test]
    fn a_word_may_begin_where_its_letters_stand_in_either_case() {
        let mut beginnings = Beginnings::default();
        for word in ["holloway", "mia", "bo", "łucja"] {
            beginnings.add(word);
        }
        for there in ["HollowaySmith", "hollow", "mia", "MIAxyz", "bo", "Bob", "boz9", "łucja"] {
            assert!(beginnings.has(there.as_bytes()), "{there}");
        }
        for absent in ["hol", "smith", "mi", "ba", ""] {
            assert!(!beginnings.has(absent.as_bytes()), "{absent}");
        }
    }
}
