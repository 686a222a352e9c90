//! What can be wrong with a policy pack, in words for the person who wrote it.
//!
//! A pack is read to its end and all its faults are told at once, each with its line. Faults name
//! keys, rules and clauses, never a person.

use std::fmt;
use std::path::PathBuf;

/// A pack that cannot be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PolicyError {
    /// No built-in pack has this id.
    #[error("no policy pack is called `{id}`; the built-in ones are {known}")]
    UnknownPack {
        /// What was asked for.
        id: String,
        /// The ids that there are, with commas between.
        known: String,
    },
    /// The pack's file could not be read.
    #[error("the policy pack {} could not be read: {source}", path.display())]
    Unreadable {
        /// Which file.
        path: PathBuf,
        /// What the operating system said.
        source: std::io::Error,
    },
    /// The pack was read, and is not as it should be.
    #[error("{}", told(file, faults))]
    Faulty {
        /// The file's name, as the reader was told it.
        file: String,
        /// Everything that is wrong with it, in the order of its lines; never empty.
        faults: Vec<Fault>,
    },
}

/// One thing that is wrong with a pack.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// The line it stands in, counted from 1.
    pub line: usize,
    /// What it is.
    pub kind: FaultKind,
}

/// The kinds of [`Fault`].
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
#[non_exhaustive]
pub enum FaultKind {
    /// It is not TOML.
    #[error("this is not TOML: {0}")]
    Syntax(String),
    /// A key that no pack has.
    #[error("`{key}` is not a key of {within}{}", suggestion(nearest.as_ref()))]
    UnknownKey {
        /// The key.
        key: String,
        /// The table it stands in.
        within: String,
        /// The key that was probably meant.
        nearest: Option<String>,
    },
    /// A key that must be there is not.
    #[error("{within} has no `{key}`")]
    MissingKey {
        /// The key.
        key: String,
        /// The table it belongs to.
        within: String,
    },
    /// A value of the wrong kind.
    #[error("`{key}` should be {expected}")]
    WrongValue {
        /// The key.
        key: String,
        /// What was expected, as it would follow "should be".
        expected: String,
    },
    /// A word that is not one of those allowed.
    #[error("`{word}` is not {expected}{}", suggestion(nearest.as_ref()))]
    UnknownWord {
        /// The word.
        word: String,
        /// What was expected, as it would follow "is not".
        expected: String,
        /// The word that was probably meant.
        nearest: Option<String>,
    },
    /// A rule that the house does not have.
    #[error("no rule is called `{rule}`{}", suggestion(nearest.as_ref()))]
    UnknownRule {
        /// The id as written.
        rule: String,
        /// The rule that was probably meant.
        nearest: Option<String>,
    },
    /// A pattern where a rule's id should stand.
    #[error("`{0}` is a pattern; name each rule, so that a reader can see what is checked")]
    Pattern(String),
    /// A rule of the floor that this clause would let go.
    #[error("`{0}` is part of the floor and holds in every pack; a clause cannot make it advice")]
    LowersFloor(String),
    /// Two clauses, attestations or contacts with one name.
    #[error("`{0}` stands here a second time")]
    Twice(String),
    /// A clause that contradicts itself or leaves out what its way of being met needs.
    #[error("clause `{clause}` {problem}")]
    Contradiction {
        /// The clause's id.
        clause: String,
        /// What is wrong with it, as it would follow the clause's name.
        problem: String,
    },
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.kind)
    }
}

/// The word of `known` that is most like `word`, if one is like it at all.
pub(crate) fn nearest<'w>(word: &str, known: impl Iterator<Item = &'w str>) -> Option<String> {
    /// Below this the likeness is chance: found by trying misspelt rule ids against all others.
    const ALIKE: f64 = 0.5;
    known
        .map(|candidate| (strsim::normalized_damerau_levenshtein(word, candidate), candidate))
        .filter(|(likeness, _)| *likeness >= ALIKE)
        .max_by(|(one, a), (other, b)| one.total_cmp(other).then_with(|| b.cmp(a)))
        .map(|(_, candidate)| candidate.to_owned())
}

fn suggestion(nearest: Option<&String>) -> String {
    nearest.map_or_else(String::new, |word| format!("; did you mean `{word}`?"))
}

fn told(file: &str, faults: &[Fault]) -> String {
    let lines: Vec<String> = faults.iter().map(|fault| format!("{file}, {fault}")).collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn the_nearest_word_is_suggested_and_a_far_one_is_not() {
        let known = ["names/full-name", "names/first-name", "text/slur"];
        assert_eq!(nearest("names/ful-name", known.into_iter()).unwrap(), "names/full-name");
        assert_eq!(nearest("zzz", known.into_iter()), None);
    }
}
