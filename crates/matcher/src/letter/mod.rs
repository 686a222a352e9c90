//! What each character of Unicode is to a word, looked up in tables that are made on first use.
//!
//! In: a character. Out: whether it parts words, shows nothing, is a mark upon a letter, or is a
//! letter or digit, and then what folding leaves of it and which Latin letter it looks like.
//!
//! The tables are one page for 256 characters, made from the Unicode data in
//! `unicode-normalization` and `unicode-security` and from the rows in [`rows`] the first time that
//! a character of the page is read (about a tenth of a millisecond), and kept. Pages that no text
//! needs are never made.
//!
//! Sources: compatibility decomposition (NFKD), UAX #15 section 1.2; look-alikes, UTS #39 section 4
//! (skeletons); letters, case and combining classes, UAX #44 section 5.

mod make;
mod rows;

use std::sync::OnceLock;

/// What a character is to a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Glyph {
    /// It parts words.
    Break,
    /// It shows nothing, and is passed over inside a word.
    Hidden,
    /// It is a mark upon the letter before it, and is dropped.
    Mark,
    /// It shows these letters and digits: one at least.
    Letters(&'static [Part]),
}

/// One letter or digit that a character shows, in lower case and without marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Part {
    /// The letter in its own script.
    pub(crate) letter: char,
    /// The Latin letter that it reads as in a Latin word; `letter` again where there is none.
    pub(crate) latin: char,
    /// How far the two are alike.
    pub(crate) look: Look,
}

/// How a letter reads among Latin letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Look {
    /// It is one: `a` to `z`.
    Latin,
    /// It is a digit, which belongs to every script.
    Digit,
    /// A letter of a script with capitals, not to be told from its Latin letter.
    Twin,
    /// A letter that reads as its Latin letter only when it stands among Latin letters.
    Echo,
    /// It looks like no Latin letter.
    Own,
    /// A vowel sign, as in Indic scripts: it means something after letters of its script only.
    Sign,
}

/// What `character` is to a word.
pub(crate) fn read(character: char) -> Glyph {
    look_up(character).0
}

/// What `character` is to a word, and whether it is seldom seen but in disguises.
pub(crate) fn look_up(character: char) -> (Glyph, bool) {
    let code = character as usize;
    let Some(page) = PAGES.get(code >> 8) else { return (Glyph::Break, false) };
    let page = page.get_or_init(|| Page::make(code >> 8));
    let Some(entry) = page.entries.get(code & 0xff) else { return (Glyph::Break, false) };
    let glyph = match entry.kind {
        Kind::Letter => Glyph::Letters(std::slice::from_ref(&entry.letter)),
        Kind::Letters { start, end } => {
            let parts = page.parts.get(usize::from(start)..usize::from(end));
            Glyph::Letters(parts.unwrap_or_default())
        }
        Kind::Hidden => Glyph::Hidden,
        Kind::Mark => Glyph::Mark,
        Kind::Break => Glyph::Break,
    };
    (glyph, entry.is_suspect)
}

/// True if a character that Unicode counts as a letter serves as an apostrophe or a stress mark.
pub(crate) fn is_apostrophe(character: char) -> bool {
    rows::APOSTROPHES.contains(character)
}

/// 256 characters.
struct Page {
    entries: Box<[Entry; 256]>,
    /// The parts of its letters, one behind the other.
    parts: Box<[Part]>,
}

#[derive(Clone, Copy)]
struct Entry {
    kind: Kind,
    is_suspect: bool,
    /// What it shows, if that is one letter.
    letter: Part,
}

#[derive(Clone, Copy)]
enum Kind {
    Break,
    Hidden,
    Mark,
    /// It shows one letter, as nearly all do.
    Letter,
    /// Where its parts begin and end in its page.
    Letters {
        start: u16,
        end: u16,
    },
}

/// Every page of Unicode: 17 planes of 256.
static PAGES: [OnceLock<Page>; 17 * 256] = [const { OnceLock::new() }; 17 * 256];

impl Page {
    fn make(number: usize) -> Self {
        let none = Part { letter: ' ', latin: ' ', look: Look::Own };
        let mut parts = Vec::new();
        let mut entries =
            Box::new([Entry { kind: Kind::Break, is_suspect: false, letter: none }; 256]);
        for (low, entry) in entries.iter_mut().enumerate() {
            let code = u32::try_from(number << 8 | low).ok();
            let Some(character) = code.and_then(char::from_u32) else { continue };
            let start = parts.len();
            if make::is_hidden(character) {
                entry.kind = Kind::Hidden;
            } else {
                parts.extend(make::parts(character));
                let place = |at: usize| u16::try_from(at).expect("at most 18 parts a character");
                entry.kind = match parts.get(start..).unwrap_or_default() {
                    [] if make::is_mark(character) => Kind::Mark,
                    [] => Kind::Break,
                    [one] => {
                        entry.letter = *one;
                        Kind::Letter
                    }
                    _ => Kind::Letters { start: place(start), end: place(parts.len()) },
                };
            }
            let is_letter = matches!(entry.kind, Kind::Letter | Kind::Letters { .. });
            entry.is_suspect = crate::disguise::is_suspect(character, is_letter);
        }
        Self { entries, parts: parts.into() }
    }
}
