//! A few letters, kept without asking for memory.
//!
//! In: the letters of a word, one by one. Out: the word, if it is no longer than any name.

use std::fmt;

/// The longest word that is kept, in bytes.
pub(crate) const MOST_LETTERS: usize = 64;

/// The letters of one word.
#[derive(Clone, Copy)]
pub(crate) struct Letters {
    bytes: [u8; MOST_LETTERS],
    length: usize,
}

impl Default for Letters {
    fn default() -> Self {
        Self { bytes: [0; MOST_LETTERS], length: 0 }
    }
}

impl Letters {
    /// These letters; `None` if they are too many.
    pub(crate) fn gather(all: impl Iterator<Item = char>) -> Option<Self> {
        let mut letters = Self::default();
        for letter in all {
            letters.push(letter)?;
        }
        Some(letters)
    }

    /// Adds a letter; `None` if there is no room.
    pub(crate) fn push(&mut self, letter: char) -> Option<()> {
        let room = self.bytes.get_mut(self.length..)?;
        self.length += letter.encode_utf8(room.get_mut(..letter.len_utf8())?).len();
        Some(())
    }

    /// Takes the last letter away.
    pub(crate) fn pop(&mut self) {
        self.length -= self.as_str().chars().next_back().map_or(0, char::len_utf8);
    }

    /// The word.
    pub(crate) fn as_str(&self) -> &str {
        let bytes = self.bytes.get(..self.length).unwrap_or_default();
        std::str::from_utf8(bytes).unwrap_or_default()
    }
}

impl fmt::Debug for Letters {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Letters({} bytes)", self.length)
    }
}

#[cfg(test)]
mod tests {
    use super::{Letters, MOST_LETTERS};

    #[test]
    fn letters_are_kept_as_long_as_there_is_room() {
        let mut word = Letters::gather("zoë".chars()).unwrap();
        assert_eq!(word.as_str(), "zoë");
        word.pop();
        assert_eq!(word.as_str(), "zo");
        assert!(Letters::gather("x".repeat(MOST_LETTERS).chars()).is_some());
        assert!(Letters::gather("x".repeat(MOST_LETTERS + 1).chars()).is_none());
    }
}
