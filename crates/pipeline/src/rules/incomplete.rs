//! `draft/incomplete`.

use gatepost_model::{Excerpt, Rule};

/// The rule `draft/incomplete`.
pub(crate) static RULE: Rule = Rule {
    id: "draft/incomplete",
    title: "The draft was still arriving",
    finds: "Files that were still being written, or are cut off, when the time for settling ran out.",
    why: "Half a draft says something else than the whole.",
    remedy: "Wait until everything is copied, and drop the draft again.",
    flagged: &[
        "A folder with `IMG_1.jpg.part` in it, ten minutes after it appeared",
        "A film whose copying stopped half-way",
    ],
    clean: &["A draft whose files have been still for ten seconds"],
    misses: &[],
    excerpt: Excerpt::Plain,
};
