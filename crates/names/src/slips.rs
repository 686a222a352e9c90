//! Slips of the keyboard and other ears' spellings: `Hollaway` for Holloway, `Fatema` for Fatima.
//!
//! In: a word that is no form of the vocabulary. Out: the forms that it may be meant for. A slip is one
//! letter more, less, or another, or two neighbours exchanged; it is found by what is left when any one
//! letter is taken away, on both sides, and then measured. Two words sound the same if they come to the
//! same letters when those that are written for one another (`y` and `i`, `ck` and `k`, `ph` and `f`)
//! are. Whoever asks must know the other half of the name already: by itself a slip says nothing.

use gatepost_matcher::word_hash;

use crate::postings::Postings;
use crate::vocabulary::{How, Vocabulary};

/// Words of fewer letters are too near to others.
const SHORTEST: usize = 3;

/// By what is left of the letters of forms.
pub(crate) struct Slips {
    /// A form's letters without one of them → form.
    shortened: Postings,
    /// How a form sounds → form.
    sounds: Postings,
}

impl Slips {
    /// Of every form that the registers have as it is.
    pub(crate) fn new(vocabulary: &Vocabulary) -> Self {
        let (mut shortened, mut sounds) = (Vec::new(), Vec::new());
        let mut rest = String::new();
        for form in 0..vocabulary.len() {
            let senses = vocabulary.senses(form);
            let nearest = senses.iter().map(|sense| sense.how).min();
            let letters = vocabulary.letters(form);
            if nearest.is_none_or(|how| how > How::Variant) || letters.len() < SHORTEST {
                continue;
            }
            for skip in 0..letters.chars().count() {
                without(letters, skip, &mut rest);
                shortened.push((word_hash(&rest), form));
            }
            sounds.push((word_hash(&sound(letters)), form));
        }
        Self { shortened: Postings::new(shortened), sounds: Postings::new(sounds) }
    }

    /// Adds the forms that a word may be meant for: those one slip off, and those that sound the same.
    pub(crate) fn meant(&self, vocabulary: &Vocabulary, word: &str, forms: &mut Vec<u32>) {
        let count = word.chars().count();
        if count < SHORTEST {
            return;
        }
        self.alike(vocabulary, word, forms);
        let mut add = |form: u32| {
            if !forms.contains(&form) {
                forms.push(form);
            }
        };
        let near = |form: &u32| is_near(vocabulary.letters(*form), word);
        self.shortened.get(word_hash(word)).filter(near).for_each(&mut add);
        let mut rest = String::new();
        for skip in 0..count {
            without(word, skip, &mut rest);
            let hash = word_hash(&rest);
            self.shortened.get(hash).filter(near).for_each(&mut add);
            vocabulary.word(&rest).into_iter().for_each(&mut add);
        }
    }

    /// Adds the forms that sound the same as a word.
    pub(crate) fn alike(&self, vocabulary: &Vocabulary, word: &str, forms: &mut Vec<u32>) {
        let heard = sound(word);
        let alike = |form: &u32| sound(vocabulary.letters(*form)) == heard;
        for form in self.sounds.get(word_hash(&heard)).filter(alike) {
            if !forms.contains(&form) {
                forms.push(form);
            }
        }
    }
}

fn without(word: &str, skip: usize, rest: &mut String) {
    rest.clear();
    rest.extend(word.chars().enumerate().filter(|(at, _)| *at != skip).map(|(_, letter)| letter));
}

/// True if one letter more, less, or another, or two neighbours exchanged, makes one of the other.
fn is_near(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let start = one.iter().zip(&other).take_while(|(l, r)| l == r).count();
    let (one, other) =
        (one.get(start..).unwrap_or_default(), other.get(start..).unwrap_or_default());
    let end = one.iter().rev().zip(other.iter().rev()).take_while(|(l, r)| l == r).count();
    let one = one.get(..one.len() - end).unwrap_or_default();
    let other = other.get(..other.len() - end).unwrap_or_default();
    match (one, other) {
        ([_], [] | [_]) | ([], [_]) => true,
        ([a, b], [c, d]) => a == d && b == c,
        _ => false,
    }
}

/// Letters written for one another, longer ones first.
const SAME: &[(&str, &str)] = &[
    ("tsch", "c"),
    ("sch", "s"),
    ("tch", "c"),
    ("szcz", "s"),
    ("chs", "ks"),
    ("ck", "k"),
    ("ch", "k"),
    ("kh", "k"),
    ("qu", "k"),
    ("gh", "g"),
    ("ph", "f"),
    ("th", "t"),
    ("dh", "d"),
    ("bh", "b"),
    ("sh", "s"),
    ("sz", "s"),
    ("zh", "s"),
    ("cz", "s"),
    ("ts", "s"),
    ("ou", "u"),
    ("oo", "u"),
    ("iyy", "i"),
    ("iya", "ia"),
    ("yia", "ia"),
    ("iia", "ia"),
    ("ija", "ia"),
    ("iy", "i"),
    ("yi", "i"),
    ("ij", "i"),
    ("ay", "ai"),
    ("ey", "ei"),
    ("ee", "i"),
    ("ie", "i"),
    ("ea", "i"),
    ("x", "ks"),
    ("q", "k"),
    ("c", "k"),
    ("y", "i"),
    ("w", "v"),
    ("z", "s"),
    ("j", "i"),
];

/// What a word comes to when letters that are written for one another are the same.
fn sound(word: &str) -> String {
    let mut heard = String::with_capacity(word.len());
    let mut rest = word;
    while let Some(letter) = rest.chars().next() {
        let same = SAME.iter().find_map(|(from, to)| Some((rest.strip_prefix(from)?, *to)));
        let (after, to) = same.unwrap_or((rest.get(letter.len_utf8()..).unwrap_or_default(), ""));
        let sounds =
            if same.is_some() { to } else { rest.get(..letter.len_utf8()).unwrap_or_default() };
        for letter in sounds.chars() {
            if !heard.ends_with(letter) {
                heard.push(letter);
            }
        }
        rest = after;
    }
    // A last `h` is not heard: Sarah, Hannah.
    if heard.len() > SHORTEST && heard.ends_with('h') {
        heard.pop();
    }
    heard
}

#[cfg(test)]
mod tests {
    use super::{is_near, sound};

    #[test]
    fn one_slip_is_near_and_two_are_not() {
        for slip in ["hollaway", "holoway", "hollowway", "hollowya", "olloway", "hollowayx"] {
            assert!(is_near("holloway", slip), "{slip}");
        }
        for other in ["holloway", "hallaway", "holow", "yawolloh"] {
            assert!(!is_near("holloway", other), "{other}");
        }
    }

    #[test]
    fn names_sound_alike_in_other_letters() {
        for (one, other) in [
            ("yousuf", "yusuf"),
            ("zaynab", "zainab"),
            ("sofiya", "sofia"),
            ("anastasiia", "anastasia"),
            ("zielinsky", "zielinski"),
            ("kowalchuk", "kovalchuk"),
            ("sarah", "sara"),
            ("stephen", "stefen"),
            ("mathew", "matthew"),
        ] {
            assert_eq!(sound(one), sound(other), "{one} {other}");
        }
        assert_ne!(sound("mia"), sound("maya"));
    }
}
