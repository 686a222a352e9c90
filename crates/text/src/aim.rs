//! Is a word said of a person or a group?
//!
//! Grammar on a shoestring: *you X*, *you are such an X*, *he's a right X*, *what an X*, *those X*,
//! *Smith is an X*. Negation (*nobody is an X*, *never call anyone an X*) and quotation as teaching
//! (*the word X*) say the opposite.

use gatepost_model::Token;

use crate::sight::Sight;

/// Words that may stand between the person and the word: articles, degrees, other abuse.
const BETWEEN: &[&str] = &[
    "a", "absolute", "all", "an", "are", "ass", "being", "big", "bit", "bloody", "bunch", "called",
    "complete", "dirty", "fat", "filthy", "fucking", "fuckin", "horrible", "is", "just", "kind",
    "like", "little", "massive", "most", "nasty", "of", "old", "proper", "pure", "re", "real",
    "really", "right", "s", "silly", "smelly", "so", "such", "stinking", "stupid", "the", "thick",
    "total", "totally", "ugly", "utter", "utterly", "very", "was", "were",
];

/// Words for people.
const PEOPLE: &[&str] = &[
    "boy",
    "boys",
    "everyone",
    "girl",
    "girls",
    "guy",
    "he",
    "head",
    "headteacher",
    "her",
    "him",
    "kid",
    "kids",
    "lad",
    "lads",
    "lot",
    "man",
    "parent",
    "parents",
    "people",
    "pupil",
    "pupils",
    "ref",
    "referee",
    "she",
    "team",
    "them",
    "these",
    "they",
    "those",
    "teacher",
    "teachers",
    "u",
    "ur",
    "woman",
    "women",
    "ya",
    "you",
    "your",
    "youre",
];

/// Words that turn a statement round, or speak of the word and not of anybody.
const TURNED: &[&str] = &[
    "call", "calling", "isn", "never", "nobody", "not", "phrase", "said", "spelling", "term",
    "word", "words",
];

/// How far before the word its target is looked for, in tokens.
const REACH: usize = 7;

/// True if the token at `index` is said of somebody, in the text's own words.
pub(crate) fn at_somebody(sight: &Sight<'_>, index: usize) -> bool {
    seems_aimed(sight, index) && !sight.is_distanced(index)
}

fn seems_aimed(sight: &Sight<'_>, index: usize) -> bool {
    let tokens = sight.prose.tokens();
    let before = tokens.get(index.saturating_sub(REACH)..index).unwrap_or_default();
    let mut next = tokens.get(index);
    for (links, token) in before.iter().rev().enumerate() {
        if next.is_some_and(|later| !same_clause(sight.prose.between(token, later))) {
            return false;
        }
        next = Some(token);
        if sight.is_one_of(token, TURNED) {
            return false;
        }
        if sight.is_one_of(token, &["what"]) && links > 0 {
            return true;
        }
        if sight.is_one_of(token, PEOPLE) || (links > 0 && is_name(sight, token)) {
            return !denied(sight, before, token);
        }
        if !sight.is_one_of(token, BETWEEN) {
            return false;
        }
    }
    false
}

/// True if a token begins with a capital and goes on in small letters, as names do.
pub(crate) fn is_name(sight: &Sight<'_>, token: &Token) -> bool {
    let mut letters = sight.prose.slice(token.span).chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
}

fn denied(sight: &Sight<'_>, before: &[Token], person: &Token) -> bool {
    let clause = |token: &&Token| {
        let between = sight.text().get(token.span.end..person.span.start);
        token.span.start < person.span.start && between.is_some_and(same_clause)
    };
    before.iter().filter(clause).any(|token| sight.is_one_of(token, TURNED))
}

fn same_clause(between: &str) -> bool {
    !between.contains(['.', '!', '?', ':', ';', '\n', '"', '“', '”'])
}
