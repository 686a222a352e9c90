//! `archive/missing-media`.

use gatepost_model::{Excerpt, Rule};

/// The rule `archive/missing-media`.
pub(crate) static RULE: Rule = Rule {
    id: "archive/missing-media",
    title: "A photo or video of the post is not in the archive",
    finds: "A post that names a photo or video which the archive does not hold.",
    why: "Nobody has looked at the picture, and it may still stand on the network.",
    remedy: "Look at the post where it was published, or download the archive again with its media.",
    flagged: &["An export that was made without its media"],
    clean: &["A post whose photos all lie in the archive"],
    misses: &[],
    excerpt: Excerpt::Plain,
};
