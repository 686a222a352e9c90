//! `draft/malformed`.

use gatepost_model::{Excerpt, Rule};

/// The rule `draft/malformed`.
pub(crate) static RULE: Rule = Rule {
    id: "draft/malformed",
    title: "The draft is not as it should be",
    finds: "A manifest that cannot be read, a key that does not exist, two texts in one draft, a folder inside a draft, and whatever else leaves it unclear what is to be posted.",
    why: "What cannot be read as its author meant it cannot be judged, and a misspelt key would silently drop a declaration, such as who is pictured.",
    remedy: "Mend what the message names, and drop the draft again.",
    flagged: &["A `post.toml` with the key `purpse`", "Two text files in one draft"],
    clean: &["A draft of one `post.txt` and two photos"],
    misses: &[],
    excerpt: Excerpt::Plain,
};
