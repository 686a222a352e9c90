//! The rules of this crate: one file, and one line in each array, in the same order.

use gatepost_model::{Findings, Rule};

use crate::case::Case;

mod account_email_not_school;
mod account_incomplete;
mod account_lead_left;
mod account_no_risk_assessment;
mod account_not_approved;
mod account_too_few_operators;
mod account_unregistered;
mod attest_missing;
mod author_agreement_missing;
mod author_left;
mod author_missing;
mod author_not_authorised;
mod author_not_operator;
mod author_training_lapsed;
mod author_unknown;
mod draft_pictured_alone;
mod draft_platform_limit;
mod draft_purpose_missing;
mod draft_purpose_not_allowed;
mod draft_purpose_unlikely;
mod schedule_live_event;
mod schedule_past;
mod schedule_teaching_time;

/// Every rule of this crate.
pub static RULES: &[&Rule] = &[
    &account_email_not_school::RULE,
    &account_incomplete::RULE,
    &account_lead_left::RULE,
    &account_no_risk_assessment::RULE,
    &account_not_approved::RULE,
    &account_too_few_operators::RULE,
    &account_unregistered::RULE,
    &attest_missing::RULE,
    &author_agreement_missing::RULE,
    &author_left::RULE,
    &author_missing::RULE,
    &author_not_authorised::RULE,
    &author_not_operator::RULE,
    &author_training_lapsed::RULE,
    &author_unknown::RULE,
    &draft_pictured_alone::RULE,
    &draft_platform_limit::RULE,
    &draft_purpose_missing::RULE,
    &draft_purpose_not_allowed::RULE,
    &draft_purpose_unlikely::RULE,
    &schedule_live_event::RULE,
    &schedule_past::RULE,
    &schedule_teaching_time::RULE,
];

/// How each rule looks at a draft.
pub(crate) const LOOKS: &[fn(&Case<'_>, &mut Findings)] = &[
    account_email_not_school::look,
    account_incomplete::look,
    account_lead_left::look,
    account_no_risk_assessment::look,
    account_not_approved::look,
    account_too_few_operators::look,
    account_unregistered::look,
    attest_missing::look,
    author_agreement_missing::look,
    author_left::look,
    author_missing::look,
    author_not_authorised::look,
    author_not_operator::look,
    author_training_lapsed::look,
    author_unknown::look,
    draft_pictured_alone::look,
    draft_platform_limit::look,
    draft_purpose_missing::look,
    draft_purpose_not_allowed::look,
    draft_purpose_unlikely::look,
    schedule_live_event::look,
    schedule_past::look,
    schedule_teaching_time::look,
];
