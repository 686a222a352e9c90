//! A catalogue made of rule ids alone: this crate cannot see the detectors, and needs of their rules
//! no more than the ids.

use gatepost_model::{Excerpt, Rule};

macro_rules! catalogue {
    ($($id:literal)*) => {
        /// Every rule that the house has, by id alone.
        pub(crate) const CATALOGUE: &[&Rule] = &[$(&Rule {
            id: $id,
            title: "A rule",
            finds: "Something.",
            why: "For the test.",
            remedy: "Mend it.",
            flagged: &[],
            clean: &[],
            misses: &[],
            excerpt: Excerpt::Masked,
        }),*];
    };
}

catalogue! {
    "text/profanity" "text/slur"
    "privacy/email" "privacy/phone" "privacy/address"
    "names/class-list" "names/family-member" "names/initials" "names/part-name"
    "names/full-name" "names/first-name" "names/full-name-with-image" "names/name-with-image"
    "names/individual-label" "names/staff"
    "image/location" "image/timestamp" "image/device-serial" "image/unregistered-device"
    "image/unknown-device" "image/owner-name" "image/person-tag" "image/caption"
    "image/third-party-copyright" "image/thumbnail" "image/trailing-data"
    "image/unsupported-format" "image/undecodable" "image/too-large" "image/extension-mismatch"
    "image/missing-alt-text"
    "consent/no-record" "consent/refused" "consent/withdrawn" "consent/objected" "consent/pending"
    "consent/expired" "consent/wrong-medium" "consent/wrong-channel" "consent/do-not-publish"
    "consent/undeclared-subjects" "consent/unknown-pupil"
    "account/unregistered" "account/not-approved" "account/incomplete" "account/too-few-operators"
    "account/email-not-school" "account/no-risk-assessment" "account/lead-left"
    "author/missing" "author/unknown" "author/not-authorised" "author/not-operator" "author/left"
    "author/training-lapsed" "author/agreement-missing"
    "schedule/teaching-time" "schedule/past"
    "attest/missing" "draft/purpose-missing" "draft/purpose-not-allowed"
    "draft/malformed" "draft/unreadable" "draft/too-large" "draft/incomplete" "draft/unchecked"
    "policy/review-overdue"
}

/// The rule with this id.
#[allow(dead_code, reason = "each test program uses a part of this module")]
pub(crate) fn rule(id: &str) -> &'static Rule {
    CATALOGUE
        .iter()
        .copied()
        .find(|rule| rule.id == id)
        .unwrap_or_else(|| panic!("no rule is called {id}"))
}
