//! The spellings that a word is met in when a hand slips, or means to slip past a word list.
//!
//! In: a word. Out: every form of it that counts as a slip, see [`Slip`]. A form may be a word of its
//! own, such as *itch*, which somebody who knows the language must say ([`Phrases::spare`]).
//!
//! [`Phrases::spare`]: super::Phrases::spare

/// How a word was written otherwise than it is spelled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Slip {
    /// Its letters in reverse order: `drow`.
    Backwards,
    /// With an `x` before it, behind it or on both sides: `xwordx`.
    Framed,
    /// In two halves: `wo rd`, `wo-rd`, or one on each of two lines.
    Halved,
    /// A letter behind the first left out, or all vowels behind it: `wod`, `wrd`.
    Missing,
    /// As it sounds, or with a letter doubled: `werd`, `woord`.
    Respelt,
    /// Two letters beside each other changed places: `wrod`.
    Swapped,
}

impl Slip {
    /// Calls `found` with every form that a word has as a slip, but for its halves. Words of less than
    /// four letters, and with others than small ASCII letters, have none.
    pub fn each(word: &str, found: impl FnMut(Self, &str)) {
        each(word, |_| true, found);
    }

    /// Calls `found` with every half of two letters or more that such a word may be parted into.
    pub fn halves(word: &str, found: impl FnMut(&str)) {
        halves(word, found);
    }
}

/// How many letters a word may have.
pub(super) const MOST: usize = 24;

/// How many letters a word must have, and may have.
const LENGTHS: std::ops::RangeInclusive<usize> = 4..=MOST;

/// How few letters a slip may have: three are an abbreviation of something.
const FEWEST: usize = 4;

/// How few letters a word must have for a letter to be left out.
const FEWEST_TO_MISS: usize = 5;

/// Letters and what is written for them, wherever they stand.
const SOUNDS: &[(&str, &str)] = &[
    ("f", "ph"),
    ("ph", "f"),
    ("ck", "k"),
    ("ck", "q"),
    ("ck", "kk"),
    ("ck", "xx"),
    ("ck", "x"),
    ("c", "k"),
    ("gg", "qq"),
    ("qu", "kw"),
    ("u", "oo"),
    ("i", "ee"),
    ("i", "y"),
    ("ee", "ea"),
    ("ar", "ah"),
];

/// Letters at the end of a word, and what is written for them.
const ENDINGS: &[(&str, &str)] = &[
    ("er", "a"),
    ("er", "ah"),
    ("er", "uh"),
    ("er", "ar"),
    ("ers", "as"),
    ("ers", "az"),
    ("ers", "ahs"),
    ("s", "z"),
    ("ss", "zz"),
    ("y", "ie"),
    ("y", "i"),
    ("y", "ee"),
    ("ing", "en"),
    ("ing", "ng"),
    ("ing", "un"),
    ("ks", "x"),
    ("cks", "x"),
    ("e", ""),
];

/// Calls `found` with every slip of a word of small ASCII letters that is of a kind that is wanted, in
/// halves not.
pub(super) fn each(word: &str, wanted: impl Fn(Slip) -> bool, mut found: impl FnMut(Slip, &str)) {
    if !LENGTHS.contains(&word.len()) || !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return;
    }
    let mut form = String::with_capacity(word.len() + 4);
    let mut tell = |slip: Slip, form: &str| {
        if form.len() >= FEWEST && form != word {
            found(slip, form);
        }
    };
    let mut write = |slip: Slip, parts: &[&str]| {
        if !wanted(slip) {
            return;
        }
        form.clear();
        form.extend(parts.iter().copied());
        tell(slip, &form);
    };
    for parts in [["x", word, "x"], ["x", word, ""], ["", word, "x"], ["xx", word, "xx"]] {
        write(Slip::Framed, &parts);
    }
    let halves = |at: usize| word.split_at_checked(at).unwrap_or_default();
    for at in 1..word.len() {
        let (before, behind) = halves(at);
        let (letter, rest) = behind.split_at_checked(1).unwrap_or_default();
        if word.len() >= FEWEST_TO_MISS && !before.ends_with(letter) {
            write(Slip::Missing, &[before, rest]);
        }
        let (start, last) = halves(at).0.split_at_checked(at - 1).unwrap_or_default();
        if last != letter {
            write(Slip::Swapped, &[start, letter, last, rest]);
        }
        let single = last != letter && !rest.starts_with(letter);
        if single && (is_vowel(letter) || rest.is_empty()) {
            write(Slip::Respelt, &[before, letter, letter, rest]);
        }
    }
    let sounds = if wanted(Slip::Respelt) { SOUNDS } else { &[] };
    for (sound, spelling) in sounds {
        for (at, _) in word.match_indices(sound) {
            let (before, behind) = halves(at);
            write(Slip::Respelt, &[before, spelling, behind.strip_prefix(sound).unwrap_or(behind)]);
        }
    }
    for (ending, spelling) in ENDINGS {
        if let Some(stem) = word.strip_suffix(ending) {
            write(Slip::Respelt, &[stem, spelling]);
        }
    }
    let reversed: String = word.chars().rev().collect();
    write(Slip::Backwards, &[&reversed]);
    let (first, rest) = halves(1);
    let bare: String =
        rest.chars().filter(|letter| !is_vowel(letter.encode_utf8(&mut [0; 4]))).collect();
    if bare.len() + 2 < word.len() {
        write(Slip::Missing, &[first, &bare]);
    }
}

/// Calls `found` with every part that a word may be halved into.
pub(super) fn halves(word: &str, mut found: impl FnMut(&str)) {
    if !LENGTHS.contains(&word.len()) || !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return;
    }
    for at in 1..word.len() {
        for half in word.split_at_checked(at).map_or(["", ""], |(a, b)| [a, b]) {
            if half.len() >= 2 {
                found(half);
            }
        }
    }
}

/// True if two halves of a word may have this between them: one blank, sign or end of a line.
pub(super) fn may_part(between: &str) -> bool {
    matches!(
        between,
        " " | "-"
            | "."
            | "_"
            | "/"
            | "\n"
            | "\r\n"
            | "-\n"
            | "- "
            | " -"
            | " \n"
            | "\u{2010}"
            | "\u{a0}"
    )
}

fn is_vowel(letter: &str) -> bool {
    matches!(letter, "a" | "e" | "i" | "o" | "u")
}

#[cfg(test)]
mod tests {
    use super::{Slip, each, halves};

    fn all(word: &str) -> Vec<(Slip, String)> {
        let mut all = Vec::new();
        each(word, |_| true, |slip, form| all.push((slip, form.to_string())));
        all
    }

    #[test]
    fn words_slip() {
        let fires = all("fires");
        for (slip, form) in [
            (Slip::Backwards, "serif"),
            (Slip::Framed, "xfiresx"),
            (Slip::Missing, "fres"),
            (Slip::Missing, "fire"),
            (Slip::Respelt, "firez"),
            (Slip::Respelt, "phires"),
            (Slip::Respelt, "fiires"),
            (Slip::Swapped, "fries"),
        ] {
            assert!(fires.contains(&(slip, form.to_string())), "{form} of {fires:?}");
        }
        assert!(all("picker").contains(&(Slip::Missing, "pckr".into())));
        assert!(all("picker").contains(&(Slip::Respelt, "picka".into())));
        assert!(!all("picker").iter().any(|(_, form)| form == "picker" || form == "icker"));
    }

    #[test]
    fn short_words_and_others_do_not() {
        for word in ["cat", "Cats", "café", "two words", "catsandcatsandcatsandcats"] {
            assert_eq!(all(word), [], "{word}");
        }
        assert!(all("cats").iter().all(|(_, form)| form.len() >= 4));
    }

    #[test]
    fn words_are_halved() {
        let mut parts = Vec::new();
        halves("cats", |half| parts.push(half.to_string()));
        assert_eq!(parts, ["ats", "ca", "ts", "cat"]);
    }
}
