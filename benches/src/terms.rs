//! Lists of terms for the rivals to look for: as many as are asked for, made by seeded code.
//!
//! They look like words: syllables put together, with the inflections of English; one in five is of two
//! words. A few hundred common words of school posts are among none of them, so that few posts hold a
//! term, as few posts hold a rude word.

use std::collections::BTreeSet;

use crate::random::Random;

const STARTS: &[&str] = &[
    "b", "bl", "br", "c", "ch", "cl", "cr", "d", "dr", "f", "fl", "fr", "g", "gl", "gr", "h", "j",
    "k", "l", "m", "n", "p", "pl", "pr", "qu", "r", "s", "sc", "sh", "sl", "sm", "sn", "sp", "st",
    "str", "sw", "t", "th", "tr", "tw", "v", "w", "y", "z",
];
const MIDDLES: &[&str] = &["a", "e", "i", "o", "u", "ai", "ea", "ee", "ie", "oa", "oo", "ou", "ow"];
const ENDS: &[&str] = &[
    "b", "ck", "d", "ff", "g", "k", "l", "lt", "m", "mp", "n", "nd", "ng", "nk", "p", "pt", "r",
    "rd", "rk", "rm", "rt", "sh", "sk", "ss", "st", "t", "tch", "th", "x", "zz",
];
const INFLECTIONS: &[&str] = &["", "s", "ed", "er", "ing"];

/// `count` different terms, in lower case.
pub fn terms(seed: u64, count: usize) -> Vec<String> {
    let mut random = Random::new(seed);
    let mut terms = BTreeSet::new();
    while terms.len() < count {
        let stem = word(&mut random);
        if random.chance(200) {
            terms.insert(format!("{stem} {}", word(&mut random)));
            continue;
        }
        for inflection in INFLECTIONS {
            if terms.len() < count {
                terms.insert(format!("{stem}{inflection}"));
            }
        }
    }
    terms.into_iter().collect()
}

fn word(random: &mut Random) -> String {
    let mut word = String::new();
    for _ in 0..2 + random.below(2) {
        word.push_str(random.pick(STARTS));
        word.push_str(random.pick(MIDDLES));
    }
    word.push_str(random.pick(ENDS));
    word
}

#[cfg(test)]
mod tests {
    use super::terms;

    #[test]
    fn as_many_as_asked_for_and_the_same_again() {
        let some = terms(3, 2000);
        assert_eq!(some.len(), 2000);
        assert_eq!(some, terms(3, 2000));
        let two_words = some.iter().filter(|term| term.contains(' ')).count();
        assert!((50..500).contains(&two_words), "{two_words}");
    }
}
