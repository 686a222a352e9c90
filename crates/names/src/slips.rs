//! Slips of the keyboard and other ears' spellings: `Hollaway` for Holloway, `Fatema` for Fatima.
//!
//! In: a word that is no form of the vocabulary. Out: the forms that it may be meant for. A slip is one
//! letter more, less, or another, or two neighbours exchanged; it is found by what is left when any one
//! letter is taken away, on both sides, and then measured. Two words sound the same if they come to the
//! same letters when those that are written for one another (`y` and `i`, `ck` and `k`, `ph` and `f`)
//! are. Whoever asks must know the other half of the name already: by itself a slip says nothing.

use gatepost_matcher::word_hash;

use crate::bytes::{Reader, Writer};
use crate::letters::Letters;
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
        for form in 0..vocabulary.len() {
            let senses = vocabulary.senses(form);
            let nearest = senses.iter().map(|sense| sense.how).min();
            let letters = vocabulary.letters(form);
            if nearest.is_none_or(|how| how > How::Variant) || letters.len() < SHORTEST {
                continue;
            }
            for skip in 0..letters.chars().count() {
                let rest = without(letters, skip);
                shortened.extend(rest.map(|rest| (word_hash(rest.as_str()), form)));
            }
            sounds.extend(sound(letters).map(|heard| (word_hash(heard.as_str()), form)));
        }
        Self { shortened: Postings::new(shortened), sounds: Postings::new(sounds) }
    }

    /// The tables as bytes.
    pub(crate) fn write(&self, to: &mut Writer) {
        self.shortened.write(to);
        self.sounds.write(to);
    }

    /// The tables from bytes.
    pub(crate) fn read(from: &mut Reader<'_>) -> Option<Self> {
        Some(Self { shortened: Postings::read(from)?, sounds: Postings::read(from)? })
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
        for rest in (0..count).filter_map(|skip| without(word, skip)) {
            let hash = word_hash(rest.as_str());
            self.shortened.get(hash).filter(near).for_each(&mut add);
            vocabulary.word(rest.as_str()).into_iter().for_each(&mut add);
        }
    }

    /// Adds the forms that sound the same as a word.
    pub(crate) fn alike(&self, vocabulary: &Vocabulary, word: &str, forms: &mut Vec<u32>) {
        let Some(heard) = sound(word) else { return };
        let alike = |form: &u32| {
            let other = sound(vocabulary.letters(*form));
            other.is_some_and(|other| other.as_str() == heard.as_str())
        };
        for form in self.sounds.get(word_hash(heard.as_str())).filter(alike) {
            if !forms.contains(&form) {
                forms.push(form);
            }
        }
    }
}

/// A word without one of its letters; `None` of very long ones.
fn without(word: &str, skip: usize) -> Option<Letters> {
    let kept = word.chars().enumerate().filter(|(at, _)| *at != skip);
    Letters::gather(kept.map(|(_, letter)| letter))
}

/// True if one letter more, less, or another, or two neighbours exchanged, makes one of the other.
fn is_near(one: &str, other: &str) -> bool {
    let start = one.chars().zip(other.chars()).take_while(|(l, r)| l == r).count();
    let (one, other) = (behind(one, start), behind(other, start));
    let ends = one.chars().rev().zip(other.chars().rev());
    let end = ends.take_while(|(l, r)| l == r).count();
    let (left, right) = (one.chars().count() - end, other.chars().count() - end);
    let (mut one, mut other) = (one.chars(), other.chars());
    match (left, right) {
        (1, 0 | 1) | (0, 1) => true,
        (2, 2) => {
            let (a, b) = (one.next(), one.next());
            let (c, d) = (other.next(), other.next());
            a == d && b == c
        }
        _ => false,
    }
}

/// What follows the first letters of a word.
fn behind(word: &str, letters: usize) -> &str {
    let mut rest = word.chars();
    rest.by_ref().take(letters).for_each(drop);
    rest.as_str()
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

/// What a word comes to when letters that are written for one another are the same; `None` of very long
/// ones.
fn sound(word: &str) -> Option<Letters> {
    let mut heard = Letters::default();
    let mut rest = word;
    while let Some(letter) = rest.chars().next() {
        let same = SAME.iter().find_map(|(from, to)| Some((rest.strip_prefix(from)?, *to)));
        let (after, to) = same.unwrap_or((rest.get(letter.len_utf8()..).unwrap_or_default(), ""));
        let sounds =
            if same.is_some() { to } else { rest.get(..letter.len_utf8()).unwrap_or_default() };
        for letter in sounds.chars() {
            if !heard.as_str().ends_with(letter) {
                heard.push(letter)?;
            }
        }
        rest = after;
    }
    // A last `h` is not heard: Sarah, Hannah.
    if heard.as_str().len() > SHORTEST && heard.as_str().ends_with('h') {
        heard.pop();
    }
    Some(heard)
}

#[cfg(test)]
mod tests {
    use super::{is_near, sound};

    fn heard(word: &str) -> String {
        sound(word).unwrap().as_str().to_owned()
    }

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
            assert_eq!(heard(one), heard(other), "{one} {other}");
        }
        assert_ne!(heard("mia"), heard("maya"));
    }
}
