//! Which words are looked for misspelt, and which words are never a misspelling.
//!
//! In: the word lists. Out: whether the words of an entry are looked for in
//! [slips](gatepost_matcher::Slip), and the words that a slip of theirs may be by chance: *friends* typed quickly is no rude word, and
//! neither is the first half of *assembly*. Those stand in `wordlists/en-GB/no-slips.txt`, which a test
//! writes where dictionaries are at hand, and in `no-slips-names.txt`, which was written by hand.

use std::collections::BTreeSet;

use crate::inflection::Inflects;
use crate::rules::SCREENS;
use crate::school_words;
use crate::screen::Look;
use crate::statement::Statement;
use crate::wordlist::{Entry, Source, Tier};

/// Words that a slip may be by chance.
const WORDS: &str = include_str!("../../../wordlists/en-GB/no-slips.txt");

/// Names and abbreviations that no dictionary has.
const NAMES: &str = include_str!("../../../wordlists/en-GB/no-slips-names.txt");

/// The lists whose words people disguise.
const LISTS: &[&str] = &["en-GB/profanity.toml", "en-GB/slurs.toml", "en-GB/sexual.toml"];

/// Rules whose statements are hostile.
const HOSTILE: &[&str] = &["text/derogatory", "text/harassment", "text/threat"];

/// Telling words that are everyday words too, or short.
const OF_GROUPS: &[&str] = &["black", "gay", "gays", "jew", "jews", "women", "woman"];

/// How few letters another telling word has.
pub(crate) const FEWEST: usize = 4;

/// Categories whose words are not looked for in slips: of other languages nobody here knows what their
/// slips mean, and what is spelt in another way or made of parts already is one of many.
const UNSOUGHT: &[&str] = &["foreign", "regional", "spelling", "abbreviation", "looks", "place"];

/// True if the words of an entry are looked for in slips: those that hold a draft wherever they stand,
/// in English.
pub(crate) fn are_sought(source: &Source, entry: &Entry) -> bool {
    LISTS.contains(&source.path)
        && !UNSOUGHT.contains(&entry.category.as_str())
        && entry.inflects != Inflects::Compound
        && matches!(entry.tier, Tier::Always | Tier::UnlessInnocent)
}

/// The telling words of hostile statements: a text that misspells one is read once more with it put
/// right. Everyday words tell nothing.
pub(crate) fn telling() -> BTreeSet<&'static str> {
    let hostile = SCREENS.iter().filter(|screen| HOSTILE.contains(&screen.rule.id));
    let gates = hostile.flat_map(|screen| screen.looks).filter_map(|look| match look {
        Look::Pattern { gate, .. } => Some(gate),
        Look::Words(_) => None,
    });
    let words = gates.flat_map(|gate| gate.statements).flat_map(Statement::words);
    let tells = |word: &&str| {
        word.len() >= FEWEST
            && word.bytes().all(|byte| byte.is_ascii_lowercase())
            && !school_words::is_common(word)
    };
    words.filter(tells).chain(OF_GROUPS.iter().copied()).collect()
}

/// The words that are never slips.
pub(crate) fn spared() -> impl Iterator<Item = &'static str> {
    let lines = WORDS.lines().chain(NAMES.lines());
    lines.filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;
    use std::path::Path;

    use gatepost_matcher::Slip;

    use super::*;
    use crate::statement::parts::Parts;
    use crate::wordlist::Wordlist;

    /// A word list of Debian's `wbritish-huge`, `wbritish-large`, `wbritish-small`, `wamerican-large`, `wfrench`,
    /// `witalian`, `wngerman` or `wspanish`: in the folder `DICTIONARIES`, or where those packages put
    /// them. A school writes words of the languages that it teaches.
    fn dictionary(name: &str) -> Option<Vec<String>> {
        let folder = std::env::var("DICTIONARIES").unwrap_or_else(|_| "/usr/share/dict".into());
        let text = std::fs::read(Path::new(&folder).join(name)).ok()?;
        let words = String::from_utf8_lossy(&text);
        let words = words.lines().map(str::to_lowercase).filter(|word| !word.contains('\''));
        Some(words.collect())
    }

    /// Words of two letters, and what stands beside numbers and names: a dictionary has every pair of
    /// letters, for chemistry and for counties.
    const SHORT: &[&str] = &[
        "ad", "ah", "al", "am", "an", "as", "at", "ay", "be", "bo", "by", "cc", "cm", "co", "cv",
        "de", "di", "do", "dr", "ed", "eh", "el", "em", "en", "er", "es", "ex", "fa", "go", "ha",
        "he", "hi", "ho", "id", "if", "in", "is", "it", "jo", "kg", "km", "ks", "la", "le", "ll",
        "lo", "ma", "me", "mi", "mm", "mo", "mr", "ms", "mu", "my", "na", "nd", "no", "of", "oh",
        "oi", "ok", "on", "oo", "op", "or", "os", "ow", "ox", "oz", "pa", "pe", "pi", "pm", "po",
        "pr", "qi", "rd", "re", "so", "st", "ta", "te", "th", "ti", "to", "tv", "uk", "um", "un",
        "up", "us", "va", "ve", "vs", "we", "ye", "yo",
    ];

    /// The words that are looked for in slips, of these tiers.
    fn rude(of: fn(Tier) -> bool) -> BTreeSet<String> {
        let lists = SCREENS.iter().flat_map(|screen| screen.looks).filter_map(|look| match look {
            Look::Words(source) => Some(*source),
            Look::Pattern { .. } => None,
        });
        let mut all = BTreeSet::new();
        for source in lists {
            let list = Wordlist::read(source).expect("the lists are in order");
            let entries =
                list.entries.iter().filter(|entry| are_sought(source, entry) && of(entry.tier));
            all.extend(entries.flat_map(Entry::forms));
        }
        all.retain(|form| !form.contains(' '));
        all
    }

    /// The slips that are English words, or as well a slip of an everyday word.
    #[test]
    fn no_slip_is_a_word() {
        let names = [
            "british-english-huge",
            "american-english-large",
            "french",
            "italian",
            "ngerman",
            "spanish",
        ];
        let known: Option<Vec<Vec<String>>> = names.into_iter().map(dictionary).collect();
        let (Some(known), Some(everyday)) = (known, dictionary("british-english-small")) else {
            eprintln!("skipped: the dictionaries of Debian are not here");
            return;
        };
        let Some(usual) = dictionary("british-english-large") else { return };
        let usual: HashSet<&str> = usual.iter().map(String::as_str).collect();
        let words = rude(|_| true);
        let all: HashSet<&str> = known.iter().flatten().map(String::as_str).collect();
        let plain: HashSet<&str> = everyday.iter().map(String::as_str).collect();
        let mut typed = HashSet::new();
        for word in everyday.iter().filter(|word| !words.contains(*word)) {
            Slip::each(word, |slip, form| {
                if matches!(slip, Slip::Missing | Slip::Swapped) {
                    typed.insert(form.to_string());
                }
            });
        }
        let common = include_str!("../../../wordlists/en-GB/common.txt");
        let mut often = HashSet::new();
        for word in common.split_whitespace() {
            Slip::each(word, |slip, form| {
                if matches!(slip, Slip::Missing | Slip::Swapped) {
                    often.insert(form.to_string());
                }
            });
        }
        let mut spared = BTreeSet::new();
        for word in &words {
            Slip::each(word, |slip, form| {
                let by_chance = match slip {
                    Slip::Missing | Slip::Swapped => typed.contains(form),
                    _ => often.contains(form),
                };
                if (all.contains(form) || by_chance) && !words.contains(form) {
                    spared.insert(form.to_string());
                }
            });
            Slip::halves(word, |half| {
                let is_word = match half.len() {
                    2 => SHORT.contains(&half),
                    _ => plain.contains(half),
                };
                if is_word && !words.contains(half) {
                    spared.insert(half.to_string());
                }
            });
        }
        for word in telling() {
            Slip::each(word, |slip, form| {
                // A rare word may well be a slip, where what is left is hostile.
                let typed = matches!(slip, Slip::Missing | Slip::Swapped);
                if typed && usual.contains(form) && !words.contains(form) {
                    spared.insert(form.to_string());
                }
            });
        }
        let always = rude(|tier| tier == Tier::Always).into_iter().map(String::into_boxed_str);
        let parts = Parts::new(telling().into_iter(), always, std::iter::empty());
        // Of English only: what is left of a foreign word says nothing.
        let strong =
            |word: &str| ["fuck", "shit", "bitch", "bollock"].iter().any(|one| word.contains(one));
        let whole = |word: &&String| parts.of(word).is_some() && !strong(word);
        spared.extend(known.iter().take(1).flatten().filter(whole).cloned());
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../wordlists/en-GB/no-slips.txt");
        if std::env::var_os("WRITE_SLIPS").is_some() {
            let mut text = String::from(
                "# Words that a misspelt rude word, or half of one, may be by chance. Written by\n# WRITE_SLIPS=1 DICTIONARIES=FOLDER cargo test -p gatepost-text no_slip_is_a_word\n",
            );
            let mut line = String::new();
            for word in &spared {
                if line.len() + word.len() > 116 {
                    text.push_str(&std::mem::take(&mut line));
                    text.push('\n');
                }
                if !line.is_empty() {
                    line.push(' ');
                }
                line.push_str(word);
            }
            std::fs::write(path, text + &line + "\n").expect("the repository can be written");
            return;
        }
        let listed: HashSet<&str> = super::spared().collect();
        let lacking: Vec<&String> =
            spared.iter().filter(|word| !listed.contains(word.as_str())).collect();
        assert!(
            lacking.is_empty(),
            "words that count as slips: {lacking:?}. Run this test with WRITE_SLIPS=1."
        );
    }
}
