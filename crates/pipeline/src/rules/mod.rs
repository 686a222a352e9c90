//! The rules on the draft itself: what the pipeline finds while it opens and reads.

use gatepost_model::{DefectKind, Rule};

mod bad_member;
mod duplicate;
mod incomplete;
mod malformed;
mod missing_media;
mod orphan_media;
pub(crate) mod reply_to_hostile;
mod too_large;
mod unchecked;
mod unreadable;

#[cfg(test)]
mod cases;

/// All of them.
pub(crate) static RULES: &[&Rule] = &[
    &bad_member::RULE,
    &duplicate::RULE,
    &incomplete::RULE,
    &malformed::RULE,
    &missing_media::RULE,
    &orphan_media::RULE,
    &reply_to_hostile::RULE,
    &too_large::RULE,
    &unchecked::RULE,
    &unreadable::RULE,
];

/// The rule that reports a defect of this kind.
pub(crate) fn of(kind: DefectKind) -> &'static Rule {
    match kind {
        DefectKind::Malformed => &malformed::RULE,
        DefectKind::Unreadable => &unreadable::RULE,
        DefectKind::TooLarge => &too_large::RULE,
        DefectKind::Duplicate => &duplicate::RULE,
        DefectKind::Incomplete => &incomplete::RULE,
        DefectKind::BadMember => &bad_member::RULE,
        DefectKind::MissingMedia => &missing_media::RULE,
        DefectKind::OrphanMedia => &orphan_media::RULE,
    }
}

/// The rule that reports a detector that failed.
pub(crate) static UNCHECKED: &Rule = &unchecked::RULE;
