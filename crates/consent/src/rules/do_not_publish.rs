//! `consent/do-not-publish`: a pupil who must not be published.

use gatepost_model::{Excerpt, Rule};

/// A pupil who must not be published.
pub(crate) static RULE: Rule = Rule {
    id: "consent/do-not-publish",
    title: "A pupil who must not be published",
    finds: "A pupil with *do not publish* in the registers who is or may be pictured, or who is named \
            in words, with or without a picture. It overrides every consent, and its reason is never \
            shown.",
    why: "Some families must not be found. One picture or one name in public can put a child in \
          danger, and nobody outside need know why.",
    remedy: "Take the picture and the name out, and speak to the designated safeguarding lead before \
             anything else is done.",
    flagged: &[
        "A photo for which the draft declares a pupil marked do not publish, with consent on record.",
        "A text without a picture that names such a pupil.",
    ],
    clean: &["A photo of other pupils."],
    misses: &["A pupil whom neither the declaration nor any word names."],
    excerpt: Excerpt::Masked,
};
