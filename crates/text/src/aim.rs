//! Is a word said of a person or a group?
//!
//! Grammar on a shoestring: *you X*, *you are such an X*, *he's a right X*, *what an X*, *those X*,
//! *Smith is an X*. Negation (*nobody is an X*, *never call anyone an X*) and quotation as teaching
//! (*the word X*) say the opposite.

use gatepost_model::Token;

use crate::sight::Sight;

/// Words that may stand between the person and the word: articles, degrees, other abuse.
const BETWEEN: &[&str] = &[
    "a",
    "absolute",
    "absolutely",
    "act",
    "acting",
    "acts",
    "all",
    "always",
    "am",
    "an",
    "are",
    "arrogant",
    "as",
    "ass",
    "be",
    "been",
    "being",
    "big",
    "biggest",
    "bit",
    "bitter",
    "bloody",
    "boring",
    "both",
    "bunch",
    "called",
    "cheeky",
    "clueless",
    "complete",
    "completely",
    "crazy",
    "daft",
    "dead",
    "dirty",
    "dumb",
    "fat",
    "filthy",
    "fucking",
    "fuckin",
    "greedy",
    "grumpy",
    "horrible",
    "huge",
    "ignorant",
    "im",
    "is",
    "just",
    "kind",
    "lazy",
    "like",
    "literally",
    "little",
    "load",
    "looked",
    "looking",
    "looks",
    "lying",
    "mad",
    "massive",
    "mean",
    "miserable",
    "most",
    "nasty",
    "nosy",
    "of",
    "old",
    "pair",
    "pathetic",
    "pretty",
    "proper",
    "pure",
    "quite",
    "re",
    "real",
    "really",
    "right",
    "rude",
    "s",
    "sad",
    "selfish",
    "shower",
    "silly",
    "single",
    "smelly",
    "smug",
    "so",
    "sounds",
    "still",
    "stinking",
    "stupid",
    "such",
    "the",
    "thick",
    "tiny",
    "too",
    "total",
    "totally",
    "ugly",
    "useless",
    "utter",
    "utterly",
    "very",
    "was",
    "well",
    "were",
];

/// Words for people.
const PEOPLE: &[&str] = &[
    "boy",
    "boys",
    "bloke",
    "blokes",
    "brother",
    "captain",
    "caretaker",
    "chap",
    "child",
    "children",
    "class",
    "coach",
    "council",
    "councillor",
    "councillors",
    "dad",
    "dads",
    "driver",
    "drivers",
    "everyone",
    "fans",
    "girl",
    "girls",
    "goalie",
    "governor",
    "governors",
    "guy",
    "guys",
    "he",
    "head",
    "headteacher",
    "her",
    "him",
    "inspector",
    "inspectors",
    "keeper",
    "kid",
    "kids",
    "lad",
    "lads",
    "linesman",
    "lot",
    "lunchtime",
    "man",
    "mate",
    "men",
    "miss",
    "mum",
    "mums",
    "nan",
    "neighbour",
    "neighbours",
    "ofsted",
    "opposition",
    "parent",
    "parents",
    "people",
    "person",
    "pupil",
    "pupils",
    "receptionist",
    "ref",
    "referee",
    "she",
    "sir",
    "sister",
    "somebody",
    "someone",
    "student",
    "students",
    "supporters",
    "teacher",
    "teachers",
    "team",
    "them",
    "these",
    "they",
    "those",
    "u",
    "umpire",
    "ur",
    "whoever",
    "woman",
    "women",
    "ya",
    "yous",
    "you",
    "your",
    "youre",
];

/// Words before a surname, which then needs no capital.
const TITLES: &[&str] = &["coach", "dr", "miss", "mr", "mrs", "ms", "professor", "sir"];

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
        let titled = before
            .len()
            .checked_sub(links + 2)
            .and_then(|at| before.get(at))
            .is_some_and(|title| sight.is_one_of(title, TITLES));
        if sight.is_one_of(token, PEOPLE) || (links > 0 && (titled || is_name(sight, token))) {
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
