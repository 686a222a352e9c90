//! Folding: what is left of a word when case, accents, styles and look-alikes are taken away.
//!
//! In: one word. Out: its letters and digits, in lower case. Undone are
//!
//! - case, by way of the capital, so that `ß`, `ẞ` and `SS` are the same (UAX #44, case mapping);
//! - accents and other marks, composed or combining, and compatibility forms: full width, styled
//!   mathematical alphabets, circled and squared letters, ligatures, digits of any script (UAX #15, NFKD);
//! - invisible characters inside the word;
//! - look-alike letters (UTS #39, skeletons), by the rule below.
//!
//! # Which script a word is in
//!
//! A word that holds at least one Latin letter is read as Latin: every letter of it that looks like
//! a Latin one becomes that one. A word without any is read as Latin only if each of its letters
//! comes from a script with capitals and *cannot be told* from a Latin letter, as in a Cyrillic
//! `сосо`: nobody who sees it could say which it is. Any other word stays in its own script, so
//! that a Ukrainian `вода` is itself and nothing else. The rule sees the word alone, never its
//! neighbours, and folds a term to look for just as it folds a text: every word finds itself,
//! whatever its script.
//!
//! Known limit: a wholly Greek word of such letters goes by what is seen, and some Greek capitals
//! look unlike their small letters (`ΝΗ`, `νη`), so that it does not always find itself in the
//! other case.
//!
//! Plain ASCII letters and digits are never taken for others: `1` is not `l`, and `rn` is not `m`.
//! Flags made of regional indicators are not letters.

use crate::letter::{self, Glyph, Look, Part};

/// Folds one word: lower case, compatibility forms resolved (NFKD), diacritics dropped, look-alike
/// letters of other scripts turned into the Latin letter that they show, everything that is
/// neither letter nor digit removed.
///
/// Folding what is folded changes nothing. The whole argument is taken for one word: parts of
/// several words that are folded together may come out otherwise than one by one.
///
/// ```
/// use gatepost_matcher::fold;
///
/// assert_eq!(fold("Zoë"), "zoe");
/// assert_eq!(fold("ＪＡＣＫ"), "jack");
/// assert_eq!(fold("J\u{200b}а\u{0301}ck"), "jack"); // a zero-width space, a Cyrillic а, an accent
/// assert_eq!(fold("вода"), "вода");
/// ```
pub fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    if word.is_ascii() {
        let letters = word.chars().filter(char::is_ascii_alphanumeric);
        folded.extend(letters.map(|letter| letter.to_ascii_lowercase()));
        return folded;
    }
    let mut parts = Parts::default();
    for character in word.chars() {
        if let Glyph::Letters(letters) = letter::read(character) {
            parts.extend(letters);
        }
    }
    parts.write(&mut folded);
    folded
}

/// What one word is made of, gathered letter by letter.
#[derive(Debug, Clone, Default)]
pub(crate) struct Parts {
    letters: Vec<Part>,
    /// Which looks its letters have: one bit each.
    looks: u8,
}

/// The looks that keep a word without a Latin letter in its own script. Vowel signs have no say:
/// they may be dropped, and what is left must fold to itself.
const FOREIGN: u8 = bit(Look::Echo) | bit(Look::Own);

const fn bit(look: Look) -> u8 {
    1 << look as u8
}

impl Parts {
    /// Adds what one character shows.
    pub(crate) fn extend(&mut self, letters: &[Part]) {
        for part in letters {
            self.looks |= bit(part.look);
            self.letters.push(*part);
        }
    }

    /// Appends the folded form of the word, and begins the next one. True if it has a digit beside a
    /// letter, or three of one letter.
    pub(crate) fn write(&mut self, out: &mut String) -> bool {
        // The rule of the chapter: a Latin letter, or nothing but twins of Latin letters.
        let latin = self.looks & bit(Look::Latin) != 0 || self.looks & FOREIGN == 0;
        let (mut before, mut last) = (' ', ' ');
        let (mut suspicious, mut was_digit) = (false, false);
        for part in &self.letters {
            // A vowel sign says nothing about a Latin letter: it is one more mark upon it.
            if part.look == Look::Sign && last.is_ascii_alphanumeric() {
                continue;
            }
            let shown = if latin { part.latin } else { part.letter };
            let is_digit = part.look == Look::Digit;
            let thrice = shown == last && last == before && !is_digit;
            suspicious |= thrice || is_digit != was_digit && last != ' ';
            (before, last, was_digit) = (last, shown, is_digit);
            out.push(shown);
        }
        self.clear();
        suspicious
    }

    /// True if the word stays in its own script although each of its letters looks like a Latin one.
    pub(crate) fn may_be_latin(&self) -> bool {
        let foreign = self.looks & FOREIGN;
        foreign == bit(Look::Echo) && self.looks & bit(Look::Latin) == 0
    }

    /// Begins the next word.
    pub(crate) fn clear(&mut self) {
        self.letters.clear();
        self.looks = 0;
    }
}
