//! Words run together: *sosickening*, *hatethem*.
//!
//! In: a word that no statement knows. Out: the words of statements that it is made of, if one of them
//! is telling. The fewest words are meant.

use std::collections::HashSet;
use std::hash::BuildHasherDefault;

use super::nfa::Nfa;
use super::steps::Mixed;

/// Words of statements that say something by themselves.
pub(crate) type Telling = HashSet<&'static str, BuildHasherDefault<Mixed>>;

/// How long words may be that are run together.
const LENGTHS: std::ops::RangeInclusive<usize> = 7..=40;

/// How many words may be run together.
const MOST: usize = 8;

/// How few letters a telling word has.
const FEWEST: usize = 3;

/// Words that stand beside telling ones. They make words of their own with many letters, so that only
/// these few count.
const BESIDE: &[&str] = &[
    "all", "always", "and", "any", "are", "every", "for", "from", "how", "i", "is", "just", "like",
    "many", "more", "most", "much", "my", "no", "of", "our", "people", "really", "should", "so",
    "some", "such", "the", "their", "them", "these", "they", "this", "those", "to", "too", "very",
    "we", "will", "with", "you", "your",
];

impl Nfa {
    /// The words that a word of small letters is made of, with blanks between.
    pub(crate) fn parts(&self, word: &str) -> Option<String> {
        if !LENGTHS.contains(&word.len()) || !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
            return None;
        }
        // By length of what stands before: the fewest words, the last of them, and whether one tells.
        let mut best: [Option<Way>; *LENGTHS.end() + 1] = [None; *LENGTHS.end() + 1];
        if let Some(first) = best.first_mut() {
            *first = Some(Way { words: 0, from: 0, tells: false });
        }
        for end in 1..=word.len() {
            for from in 0..end {
                let Some(before) = best.get(from).copied().flatten() else { continue };
                let part = word.get(from..end).unwrap_or_default();
                let tells = part.len() >= FEWEST && self.telling().contains(part);
                if !tells && !BESIDE.contains(&part) {
                    continue;
                }
                let way = Way { words: before.words + 1, from, tells: tells || before.tells };
                let place = best.get_mut(end)?;
                if place.is_none_or(|known| (way.words, !way.tells) < (known.words, !known.tells)) {
                    *place = Some(way);
                }
            }
        }
        let whole = best.get(word.len()).copied().flatten()?;
        if !whole.tells || !(2..=MOST).contains(&whole.words) || self.is_spared(word) {
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
}

/// A way of parting letters into words.
#[derive(Clone, Copy)]
struct Way {
    words: usize,
    /// Where the last of them begins.
    from: usize,
    tells: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_parted() {
        let nfa = Nfa::default().with_telling(
            ["vermin", "women", "hate", "pathetic"].into_iter().collect(),
            ["hateful"].into_iter().collect(),
        );
        for (word, parts) in [
            ("justpathetic", Some("just pathetic")),
            ("ihateallwomen", Some("i hate all women")),
            ("womenvermin", Some("women vermin")),
            ("pathetic", None),
            ("justlike", None),
            ("hateful", None),
            ("pathetically", None),
            ("womenswear", None),
        ] {
            assert_eq!(nfa.parts(word).as_deref(), parts, "{word}");
        }
    }
}
