//! `draft/unchecked`.

use gatepost_model::{Excerpt, Rule};

/// The rule `draft/unchecked`.
pub(crate) static RULE: Rule = Rule {
    id: "draft/unchecked",
    title: "A part of gatepost could not do its work",
    finds: "A detector that failed on this draft.",
    why: "What has not been looked at is not released.",
    remedy: "Drop the draft again; if it is held again, tell whoever looks after gatepost, and have a person decide meanwhile.",
    flagged: &["A detector that stops with an error", "A detector that panics"],
    clean: &["A draft that every detector has looked at"],
    misses: &[],
    excerpt: Excerpt::Plain,
};
