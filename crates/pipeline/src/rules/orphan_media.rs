//! `archive/orphan-media`.

use gatepost_model::{Excerpt, Rule};

/// The rule `archive/orphan-media`.
pub(crate) static RULE: Rule = Rule {
    id: "archive/orphan-media",
    title: "A photo or video that no post names",
    finds: "A photo or video in an archive that no post in it names.",
    why: "It may have been published in a way that the archive does not tell, such as a story.",
    remedy: "Look whether it is public, and take it down if it should not be.",
    flagged: &["A photo in an export that none of its posts names"],
    clean: &["A photo that a post names"],
    misses: &[],
    excerpt: Excerpt::Plain,
};
