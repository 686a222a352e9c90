//! Words run together: *sosickening*, *hatethem*, *bloodyidiots*.
//!
//! In: a word that no statement knows. Out: the words that it is made of, if one of them tells: a rude
//! word beside any everyday words, or a telling word of a statement beside a few that stand there. The
//! fewest words are meant.

use std::collections::HashSet;
use std::hash::BuildHasherDefault;

use super::steps::Mixed;
use crate::school_words;

/// A set of words.
type Words<W> = HashSet<W, BuildHasherDefault<Mixed>>;

/// What words may be made of.
#[derive(Default)]
pub(crate) struct Parts {
    /// Words of statements that say something by themselves.
    telling: Words<&'static str>,
    /// Words that are always rude.
    rude: Words<Box<str>>,
    /// Words that are never several run together.
    spared: Words<&'static str>,
}

/// How long words may be that are run together.
const LENGTHS: std::ops::RangeInclusive<usize> = 7..=40;

/// How many words may be run together.
const MOST: usize = 8;

/// How few letters a telling word has, and a rude one.
const FEWEST: usize = 3;
const FEWEST_RUDE: usize = 4;

/// How many letters the longest part has.
const LONGEST: usize = 16;

/// Words that stand beside telling ones. They make words of their own with many letters, so that only
/// these few count.
const BESIDE: &[&str] = &[
    "all", "always", "and", "any", "are", "every", "for", "from", "how", "i", "is", "just", "like",
    "many", "more", "most", "much", "my", "no", "of", "our", "people", "really", "should", "so",
    "some", "such", "the", "their", "them", "these", "they", "this", "those", "to", "too", "very",
    "we", "will", "with", "you", "your",
];

/// What is asked of the words that a word is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wanted {
    /// A rude word, and everyday words.
    Rude,
    /// A telling word, and those that stand beside one.
    Telling,
}

/// What a part of a word is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// It is what is wanted.
    Tells,
    /// It may stand beside it.
    Beside,
}

/// A way of parting letters into words.
#[derive(Clone, Copy)]
struct Way {
    words: usize,
    /// Where the last of them begins.
    from: usize,
    /// Whether one of them tells.
    tells: bool,
}

impl Parts {
    /// Telling words, words that are always rude, and words that are never several.
    pub(crate) fn new(
        telling: impl Iterator<Item = &'static str>,
        rude: impl Iterator<Item = Box<str>>,
        spared: impl Iterator<Item = &'static str>,
    ) -> Self {
        let rude = rude.filter(|word| word.len() >= FEWEST_RUDE).collect();
        Self { telling: telling.collect(), rude, spared: spared.collect() }
    }

    /// The words that a word of small letters is made of, with blanks between.
    pub(crate) fn of(&self, word: &str) -> Option<String> {
        let plain = word.bytes().all(|byte| byte.is_ascii_lowercase());
        if !plain || !LENGTHS.contains(&word.len()) || self.spared.contains(word) {
            return None;
        }
        [Wanted::Rude, Wanted::Telling].into_iter().find_map(|wanted| self.parted(word, wanted))
    }

    fn parted(&self, word: &str, wanted: Wanted) -> Option<String> {
        // Most words have no part that tells.
        let ends = |from: usize| from + FEWEST..=word.len().min(from + LONGEST);
        let tells = (0..word.len()).any(|from| {
            ends(from).any(|end| {
                word.get(from..end).and_then(|part| self.part(part, wanted)) == Some(Part::Tells)
            })
        });
        if !tells {
            return None;
        }
        // By length of what stands before: the fewest words, and the last of them.
        let mut best: [Option<Way>; *LENGTHS.end() + 1] = [None; *LENGTHS.end() + 1];
        if let Some(first) = best.first_mut() {
            *first = Some(Way { words: 0, from: 0, tells: false });
        }
        for end in 1..=word.len() {
            for from in end.saturating_sub(LONGEST)..end {
                let Some(before) = best.get(from).copied().flatten() else { continue };
                let part = word.get(from..end).and_then(|part| self.part(part, wanted));
                let Some(part) = part else { continue };
                let tells = before.tells || part == Part::Tells;
                let way = Way { words: before.words + 1, from, tells };
                let place = best.get_mut(end)?;
                if place.is_none_or(|known| (!way.tells, way.words) < (!known.tells, known.words)) {
                    *place = Some(way);
                }
            }
        }
        let whole = best.get(word.len()).copied().flatten()?;
        if !whole.tells || !(2..=MOST).contains(&whole.words) {
            return None;
        }
        let mut parts = Vec::with_capacity(whole.words);
        let mut end = word.len();
        while let Some(way) = best.get(end).copied().flatten().filter(|way| way.words > 0) {
            parts.push(word.get(way.from..end)?);
            end = way.from;
        }
        parts.reverse();
        Some(parts.join(" "))
    }

    fn part(&self, part: &str, wanted: Wanted) -> Option<Part> {
        let (tells, beside) = match wanted {
            Wanted::Rude => (
                part.len() >= FEWEST_RUDE && self.rude.contains(part),
                school_words::is_common(part),
            ),
            Wanted::Telling => {
                (part.len() >= FEWEST && self.telling.contains(part), BESIDE.contains(&part))
            }
        };
        if tells {
            return Some(Part::Tells);
        }
        beside.then_some(Part::Beside)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_parted() {
        let parts = Parts::new(
            ["vermin", "women", "hate", "pathetic"].into_iter(),
            ["bullshit".into(), "fuck".into()].into_iter(),
            ["hateful"].into_iter(),
        );
        for (word, wanted) in [
            ("justpathetic", Some("just pathetic")),
            ("ihateallwomen", Some("i hate all women")),
            ("womenvermin", Some("women vermin")),
            ("thisisbullshitmiss", Some("this is bullshit miss")),
            ("fuckface", Some("fuck face")),
            ("pathetic", None),
            ("justlike", None),
            ("hateful", None),
            ("pathetically", None),
            ("womenswear", None),
            ("mrfuckert", None),
        ] {
            assert_eq!(parts.of(word).as_deref(), wanted, "{word}");
        }
    }
}
