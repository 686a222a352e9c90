//! The forms of a word, so that one line of a word list stands for many.
//!
//! Spelling follows British usage: `wank` gives *wanks, wanked, wanking, wankin, wanker, wankers*;
//! `shag` doubles its consonant. A form that no one would write does no harm: it is never met.

use serde::Deserialize;

/// How a term bends.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Inflects {
    /// Not at all.
    #[default]
    Fixed,
    /// One and many: *slur, slurs*. The last word of several bends.
    Noun,
    /// As one does it: *-s, -ed, -ing, -in, -er, -ers*. The first word of several bends.
    Verb,
    /// More and most: *-er, -est, -ly, -ness*. The last word of several bends.
    Adjective,
    /// The first part of joined words: *shit* in *shitgoblin, shitgoblins*. It is not met alone.
    Compound,
}

/// What people put behind a rude word to call somebody or something by: joined, one or many.
const BEHIND: &[&str] = &[
    "arse", "ass", "badger", "bag", "bandit", "basket", "biscuit", "biter", "blaster", "boi",
    "boy", "brain", "breath", "bubble", "bucket", "burger", "cake", "cannon", "canoe", "clown",
    "cunt", "dick", "dog", "donkey", "eater", "face", "fart", "fest", "flap", "fuck", "fucker",
    "gibbon", "goblin", "gobbler", "gremlin", "guzzler", "hammer", "hat", "head", "hole", "hound",
    "house", "jockey", "juice", "kicker", "lad", "licker", "lips", "load", "loaf", "lord", "lover",
    "magnet", "master", "mongrel", "monger", "monkey", "monster", "mouth", "muncher", "mop",
    "muffin", "nose", "nozzle", "nugget", "nut", "pants", "party", "pig", "pile", "pipe", "pirate",
    "poo", "puffin", "puppet", "rag", "rat", "rider", "rocket", "sack", "sandwich", "sausage",
    "shit", "show", "slapper", "smear", "smoker", "sniffer", "sock", "socket", "spanner", "splash",
    "splat", "sponge", "stain", "stick", "storm", "sucker", "tard", "teaser", "tickler", "tit",
    "ton", "tonne", "tosser", "trumpet", "tugger", "turd", "twat", "twister", "waffle", "wad",
    "wagon", "wank", "wanker", "weasel", "weed", "whistle", "wipe", "wiper", "wit", "wizard",
    "womble",
];

/// All forms of a term, the term first. A hyphen in it stands for a hyphen, a space or nothing:
/// `bell-end` is also *bell end* and *bellend*.
pub(crate) fn forms(term: &str, inflects: Inflects) -> Vec<String> {
    let spellings = if term.contains('-') {
        vec![term.replace('-', " "), term.replace('-', "")]
    } else {
        vec![term.to_string()]
    };
    spellings.iter().flat_map(|spelling| bent(spelling, inflects)).collect()
}

fn bent(term: &str, inflects: Inflects) -> Vec<String> {
    let mut forms = vec![term.to_string()];
    match inflects {
        Inflects::Fixed => {}
        Inflects::Compound => {
            forms = BEHIND
                .iter()
                .flat_map(|part| [format!("{term}{part}"), format!("{term}{}", with_s(part))])
                .collect();
        }
        Inflects::Noun => {
            let (start, word) = term.rsplit_once(' ').map_or(("", term), |(a, b)| (a, b));
            forms.push(joined(start, &with_s(word), ""));
        }
        Inflects::Adjective => {
            let (start, word) = term.rsplit_once(' ').map_or(("", term), |(a, b)| (a, b));
            let stem = doubled(word);
            let soft =
                word.strip_suffix('y').map_or_else(|| word.to_string(), |rest| format!("{rest}i"));
            let comparing = if soft.ends_with('i') { &soft } else { &stem };
            for ending in ["er", "est"] {
                forms.push(joined(start, &ended(comparing, ending), ""));
            }
            for ending in ["ly", "ness"] {
                forms.push(joined(start, &format!("{soft}{ending}"), ""));
            }
        }
        Inflects::Verb => {
            let (word, end) = term.split_once(' ').map_or((term, ""), |(a, b)| (a, b));
            let stem = doubled(word);
            let past = word.strip_suffix('y').filter(|rest| !rest.ends_with(is_vowel));
            let past = past.map_or_else(|| stem.clone(), |rest| format!("{rest}i"));
            forms.push(joined("", &with_s(word), end));
            for ending in ["ed", "er", "ers"] {
                forms.push(joined("", &ended(&past, ending), end));
            }
            for ending in ["ing", "in", "ings"] {
                forms.push(joined("", &ended(&stem, ending), end));
            }
        }
    }
    forms
}

fn joined(start: &str, word: &str, end: &str) -> String {
    [start, word, end].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

fn with_s(word: &str) -> String {
    match word.strip_suffix('y') {
        Some(stem) if !stem.ends_with(is_vowel) => format!("{stem}ies"),
        _ if ["s", "x", "z", "ch", "sh"].iter().any(|end| word.ends_with(end)) => {
            format!("{word}es")
        }
        _ => format!("{word}s"),
    }
}

/// A word with an ending that begins with a vowel: a silent e goes.
fn ended(word: &str, ending: &str) -> String {
    format!(
        "{}{ending}",
        word.strip_suffix('e').filter(|rest| !rest.ends_with('e')).unwrap_or(word)
    )
}

/// The word with its last letter doubled, where British spelling doubles it: one vowel between
/// consonants at the end of a word of one syllable.
fn doubled(word: &str) -> String {
    let letters: Vec<char> = word.chars().collect();
    let syllables = letters.iter().filter(|letter| is_vowel(**letter)).count();
    match letters.as_slice() {
        [.., before, vowel, last]
            if syllables == 1
                && !is_vowel(*before)
                && is_vowel(*vowel)
                && !is_vowel(*last)
                && !matches!(last, 'w' | 'x' | 'y') =>
        {
            format!("{word}{last}")
        }
        _ => word.to_string(),
    }
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_bend_as_the_british_spell_them() {
        let verb = forms("shag", Inflects::Verb);
        for form in ["shag", "shags", "shagged", "shagging", "shaggin", "shagger", "shaggers"] {
            assert!(verb.iter().any(|known| known == form), "{form} in {verb:?}");
        }
        assert!(forms("piss off", Inflects::Verb).contains(&"pissing off".to_string()));
        assert!(forms("pikey", Inflects::Noun).contains(&"pikeys".to_string()));
        assert!(forms("tranny", Inflects::Noun).contains(&"trannies".to_string()));
        let joined = forms("knob", Inflects::Compound);
        for form in ["knobgoblin", "knobgoblins", "knobwit"] {
            assert!(joined.iter().any(|known| known == form), "{form}");
        }
        assert!(!joined.contains(&"knob".to_string()));
        assert!(forms("shitty", Inflects::Adjective).contains(&"shittiest".to_string()));
        assert_eq!(
            forms("bell-end", Inflects::Noun),
            ["bell end", "bell ends", "bellend", "bellends"]
        );
    }
}
