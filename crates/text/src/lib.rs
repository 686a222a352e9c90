//! Screens words: wordlists and personal data.
