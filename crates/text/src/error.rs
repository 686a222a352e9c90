//! What can go wrong when a [`TextDetector`](crate::TextDetector) is built.

/// A text detector could not be built. None of these names a value from `school.toml`: contacts are
/// personal data.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TextError {
    /// A contact in `school.toml` is of no kind that a post could hold. Counted from 1.
    #[error(
        "contact {index} in school.toml is not an e-mail address, a telephone number, a handle or a web address"
    )]
    Contact {
        /// Which, counted from 1.
        index: usize,
    },
    /// A word list of the program is not as it should be.
    #[error("word list {list}: {problem}")]
    Wordlist {
        /// Its path under `wordlists/`.
        list: &'static str,
        /// What is wrong, and with which entry.
        problem: String,
    },
}
