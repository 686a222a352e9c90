//! `draft/too-large`.

use gatepost_model::{Excerpt, Rule};

/// The rule `draft/too-large`.
pub(crate) static RULE: Rule = Rule {
    id: "draft/too-large",
    title: "The draft is past a limit",
    finds: "More text, more files or larger files than the limits of the school allow.",
    why: "Limits keep one draft from stopping all others; nothing is read half.",
    remedy: "Make it smaller, or split it into two drafts.",
    flagged: &["A draft of 33 photos", "A film of 300 MiB"],
    clean: &["A draft of 32 photos of 4 MiB each"],
    misses: &[],
    excerpt: Excerpt::Plain,
};
