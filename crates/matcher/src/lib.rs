//! Folds and tokenises a text once, and finds phrases in it.
//!
//! A [`Prose`] keeps the original text and its [`Token`]s. Each token knows its place in the
//! *original* (a [`Span`]) and the hash of its folded form, so that every word list, name index
//! and detector reads the same pass and reports places that can be sliced out of what the author
//! wrote. Folding undoes case, diacritics, compatibility forms, look-alike letters and invisible
//! characters. [`Phrases`] looks up many terms of one or more words at once.
//!
//! This crate knows nothing about schools: it takes text and terms, and gives places. It does not
//! undo leet (`p4ss`), repeated or parted letters, or markup: tokens are the words as written, and
//! that belongs to whoever reads them.
//!
//! Sources: compatibility forms, UAX #15; look-alikes, UTS #39 section 4; letters, case and marks,
//! UAX #44. Which version of Unicode, the crates that hold its tables say.
//!
//! ```
//! use gatepost_matcher::{Gap, Phrases, Prose};
//!
//! let mut phrases = Phrases::default();
//! phrases.insert("Jack Smith", Gap::Joined, 7);
//!
//! let prose = Prose::new("Well done to J\u{ad}АCK  SMİTH!");
//! let mut places = Vec::new();
//! phrases.find(&prose, |one| places.push((prose.slice(one.span), *one.value)));
//! assert_eq!(places, [("J\u{ad}АCK  SMİTH", 7)]);
//! ```

mod fold;
mod gap;
mod hash;
mod letter;
mod phrases;
mod prose;
mod scan;
mod span;

pub use fold::fold;
pub use gap::Gap;
pub use phrases::{PhraseMatch, Phrases};
pub use prose::{Folded, Prose, Token};
pub use span::Span;
