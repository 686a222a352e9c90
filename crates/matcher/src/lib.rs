//! Folds and tokenises a text once, and finds phrases in it.
//!
//! A [`Prose`] keeps the original text and its [`Token`]s. Each token knows its place in the
//! *original* (a [`Span`]) and the hash of its folded form, so that every word list, name index
//! and detector reads the same pass and reports places that can be sliced out of what the author
//! wrote. Folding undoes case, diacritics, compatibility forms, look-alike letters and invisible
//! characters. What goes further ([`Disguise`]: `p4ss`, `p.a.s.s`, `p*ss`, `paaass`) is undone beside the
//! tokens: such a place has [`Reading`]s, and its tokens stay the words as written. [`Phrases`] looks up
//! many terms of one or more words at once, in tokens and readings.
//!
//! This crate knows nothing about schools: it takes text and terms, and gives places.
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

mod disguise;
mod fold;
mod forms;
mod gap;
mod hash;
mod letter;
mod phrases;
mod prose;
mod reading;
mod scan;
mod span;
mod token;

pub use disguise::Disguise;
pub use fold::fold;
pub use gap::Gap;
pub use hash::word_hash;
pub use phrases::{PhraseMatch, Phrases, Slip};
pub use prose::{Folded, Prose};
pub use reading::Reading;
pub use span::Span;
pub use token::Token;
