//! What this crate reports: one file a rule.

pub(crate) mod do_not_publish;
pub(crate) mod expired;
pub(crate) mod no_record;
pub(crate) mod objected;
pub(crate) mod pending;
pub(crate) mod refused;
pub(crate) mod stale_register;
pub(crate) mod undeclared_subjects;
pub(crate) mod unknown_pupil;
pub(crate) mod vanished;
pub(crate) mod withdrawn;
pub(crate) mod wrong_channel;
pub(crate) mod wrong_medium;

use gatepost_model::Rule;

/// Every rule on consent, by id.
pub static RULES: &[&Rule] = &[
    &do_not_publish::RULE,
    &expired::RULE,
    &no_record::RULE,
    &objected::RULE,
    &pending::RULE,
    &refused::RULE,
    &stale_register::RULE,
    &undeclared_subjects::RULE,
    &unknown_pupil::RULE,
    &vanished::RULE,
    &withdrawn::RULE,
    &wrong_channel::RULE,
    &wrong_medium::RULE,
];
