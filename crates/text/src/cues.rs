//! The words without which a pattern finds nothing.
//!
//! In: the gates of the patterns, with classes of expressions such as `(?:asylum )?seekers?`. Out:
//! for each word that may be met in a text, the looks that it opens. Each class is spelled out into
//! the phrases that it stands for, and the first telling word of each phrase is its cue.
//!
//! Words of a text are its tokens. A word that touches letters beyond ASCII or invisible characters
//! is one token with them, while an ASCII pattern sees it as a word by itself: such tokens are read
//! once more, part by part.

use std::collections::BTreeMap;

use gatepost_model::Prose;

use crate::gate::{Gate, Looks};

/// Words that say too little: another word of the same phrase is its cue, if there is one.
const COMMON: &[&str] = &[
    "a", "all", "an", "and", "are", "at", "be", "by", "do", "down", "for", "go", "has", "have",
    "i", "in", "is", "it", "like", "me", "my", "no", "not", "of", "off", "on", "or", "our", "out",
    "people", "s", "t", "that", "the", "their", "this", "to", "up", "us", "we", "will", "with",
    "you", "your",
];

/// The cues of all gates.
#[derive(Default)]
pub(crate) struct Cues {
    /// By word, sorted, with the looks that it may open.
    words: Vec<(String, Looks)>,
    /// All looks that have a cue in the text as it was written.
    all: Looks,
}

impl Cues {
    /// The cues of these gates, which are numbered in this order.
    pub(crate) fn of(gates: impl Iterator<Item = &'static Gate>) -> Self {
        let mut all = Looks::default();
        let mut cues: BTreeMap<String, Looks> = BTreeMap::new();
        for (look, gate) in gates.enumerate() {
            let expressions = gate.cues.iter().flat_map(|class| class.iter());
            for word in expressions.flat_map(|expression| words(expression)) {
                cues.entry(word).or_default().insert(look);
                all.insert(look);
            }
        }
        Self { words: cues.into_iter().collect(), all }
    }

    /// The words, each with the looks that it may open.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, Looks)> {
        self.words.iter().map(|(word, looks)| (word.as_str(), *looks))
    }

    /// What the tokens hold that are not of ASCII letters and digits alone.
    pub(crate) fn in_odd_tokens(&self, prose: &Prose) -> Odd {
        let mut odd = Odd::default();
        for token in prose.tokens() {
            let word = prose.slice(token.span);
            if word.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
                continue;
            }
            odd.digits |= prose.folded(token).chars().any(|c| c.is_ascii_digit());
            for part in word.split(|c: char| !c.is_ascii_alphanumeric()) {
                let part = part.to_ascii_lowercase();
                let number = self.words.binary_search_by(|(word, _)| word.as_str().cmp(&part));
                if let Some((_, looks)) = number.ok().and_then(|number| self.words.get(number)) {
                    odd.opens.extend(*looks);
                }
            }
            // What patterns without regard to case take for s and k.
            if word.contains(['ſ', '\u{212a}']) {
                odd.opens.extend(self.all);
            }
        }
        odd
    }
}

/// What stands in tokens that are not of ASCII letters and digits alone.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Odd {
    /// The looks that a part of one opens.
    pub(crate) opens: Looks,
    /// True if one has a digit, in ASCII or not.
    pub(crate) digits: bool,
}

/// What stands for a part of a word that cannot be spelled out.
const UNKNOWN: char = '\u{0}';

/// The cues of an expression: for each phrase that it stands for, one word of it.
///
/// The expression is made of letters, blanks, groups `(?:a|b)`, sets `[ab]` and the sign `?`.
/// Anything else counts as a part of a word that could be anything; a phrase needs one word without.
pub(crate) fn words(expression: &str) -> Vec<String> {
    let mut rest = expression.chars().peekable();
    let phrases = alternatives(&mut rest);
    let mut words: Vec<String> = phrases
        .iter()
        .map(|phrase| {
            let known = || phrase.split(' ').filter(|w| !w.is_empty() && !w.contains(UNKNOWN));
            let cue = known().find(|word| !COMMON.contains(word)).or_else(|| known().next());
            cue.expect("every phrase of a cue has a word that is spelled out").to_string()
        })
        .collect();
    words.sort();
    words.dedup();
    words
}

type Chars<'e> = std::iter::Peekable<std::str::Chars<'e>>;

/// Every way of reading what stands up to the end of a group.
fn alternatives(rest: &mut Chars<'_>) -> Vec<String> {
    let mut all = Vec::new();
    let mut here = vec![String::new()];
    while let Some(c) = rest.next() {
        let mut next = match c {
            ')' => break,
            '|' => {
                all.append(&mut here);
                here.push(String::new());
                continue;
            }
            '(' => {
                while rest.next_if(|c| matches!(c, '?' | ':')).is_some() {}
                alternatives(rest)
            }
            '[' => {
                let set: Vec<char> = rest.by_ref().take_while(|c| *c != ']').collect();
                if set.iter().all(char::is_ascii_lowercase) {
                    set.iter().map(char::to_string).collect()
                } else {
                    vec![UNKNOWN.to_string()]
                }
            }
            '\\' => match rest.next() {
                Some('b') | None => continue,
                Some('s') => vec![" ".to_string()],
                Some(_) => vec![UNKNOWN.to_string()],
            },
            '$' | '^' => continue,
            '.' => vec![UNKNOWN.to_string()],
            letter => vec![letter.to_string()],
        };
        match rest.peek() {
            Some('?') => {
                rest.next();
                next.push(String::new());
            }
            Some('*' | '+') => {
                rest.next();
                next = vec![UNKNOWN.to_string()];
            }
            _ => {}
        }
        here = here
            .iter()
            .flat_map(|start| next.iter().map(move |end| format!("{start}{end}")))
            .collect();
    }
    all.append(&mut here);
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expressions_are_spelled_out() {
        assert_eq!(words("muslims?"), ["muslim", "muslims"]);
        assert_eq!(words("gyps(?:y|ies)"), ["gypsies", "gypsy"]);
        assert_eq!(words("the (?:irish|french)"), ["french", "irish"]);
        assert_eq!(
            words("(?:illegal )?(?:im)?migrants?"),
            ["illegal", "immigrant", "immigrants", "migrant", "migrants"]
        );
        assert_eq!(words(r"lgbt\w* people"), ["people"]);
        assert_eq!(words("wom[ae]n drivers"), ["woman", "women"]);
        assert_eq!(words("black(?:s| people)"), ["black", "blacks"]);
    }

    #[test]
    fn words_that_touch_other_letters_are_seen() {
        static GATE: Gate = Gate::cues(&[&["pin", "key"]]);
        let cues = Cues::of(std::iter::once(&GATE));
        for text in ["²pin: 1234", "x\u{200b}PIN: 1234", "épin", "pin\u{0}ned", "\u{212a}ey"] {
            assert!(!cues.in_odd_tokens(&Prose::new(text)).opens.is_empty(), "{text:?}");
        }
        assert!(cues.in_odd_tokens(&Prose::new("épine pin")).opens.is_empty());
        assert!(cues.in_odd_tokens(&Prose::new("７")).digits);
    }
}
