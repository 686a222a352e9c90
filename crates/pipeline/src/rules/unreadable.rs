//! `draft/unreadable`.

use gatepost_model::{Excerpt, Rule};

/// The rule `draft/unreadable`.
pub(crate) static RULE: Rule = Rule {
    id: "draft/unreadable",
    title: "Something in the draft could not be read",
    finds: "A file that could not be opened or read, a link to elsewhere, or words in no known encoding.",
    why: "What nobody can read, nobody can vouch for.",
    remedy: "Save the file again under a plain name, and drop the draft again.",
    flagged: &["A photo that is a link to a file outside the draft", "A Word file that is damaged"],
    clean: &["A text saved by an old Windows program, in Windows-1252"],
    misses: &[],
    excerpt: Excerpt::Plain,
};
