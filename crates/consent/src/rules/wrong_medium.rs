//! `consent/wrong-medium`: consent for another medium only.

use gatepost_model::{Excerpt, Rule};

/// Consent for another medium only.
pub(crate) static RULE: Rule = Rule {
    id: "consent/wrong-medium",
    title: "Consent for another medium only",
    finds: "A pupil whose register rows are all for other media than this draft brings.",
    why: "Consent to photos is no consent to films, and consent to a name is neither.",
    remedy: "Ask the parents about this medium, use the medium for which there is consent, leave it \
             out, or blur the child.",
    flagged: &["Consent for image, and a film."],
    clean: &["Consent for image, and a photo."],
    misses: &[],
    excerpt: Excerpt::Masked,
};
