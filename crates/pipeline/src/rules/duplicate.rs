//! `draft/duplicate`.

use gatepost_model::{Excerpt, Rule};

/// The rule `draft/duplicate`.
pub(crate) static RULE: Rule = Rule {
    id: "draft/duplicate",
    title: "The same draft was released before",
    finds: "A draft whose words, media and declarations are, byte for byte, those of one that was released to the same account.",
    why: "What is dropped twice by mistake would be posted twice; a post that was taken down would come back unseen.",
    remedy: "If it is to be posted again, have it approved; else remove it.",
    flagged: &[
        "Yesterday's folder, copied into the inbox again",
        "The same folder under another name",
    ],
    clean: &[
        "The same words and photos for another account, which is judged anew",
        "The same words with another photo",
    ],
    misses: &["The same words with one letter changed"],
    excerpt: Excerpt::Plain,
};
