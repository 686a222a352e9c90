//! The rules on the draft itself: what the pipeline finds while it opens and reads.

use gatepost_model::{DefectKind, Rule};

mod duplicate;
mod incomplete;
mod malformed;
pub(crate) mod reply_to_hostile;
mod too_large;
mod unchecked;
mod unreadable;

#[cfg(test)]
mod cases;

/// All of them.
pub(crate) static RULES: &[&Rule] = &[
    &duplicate::RULE,
    &incomplete::RULE,
    &malformed::RULE,
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
    }
}

/// The rule that reports a detector that failed.
pub(crate) static UNCHECKED: &Rule = &unchecked::RULE;
