//! The rules, one file each: a `mod` line and a line in [`SCREENS`] make one known.

use gatepost_model::Rule;

use crate::screen::Screen;

pub(crate) mod address;
mod bank_account;
mod business_confidential;
mod card;
mod commercial_gain;
mod coordinates;
mod credential;
mod date_of_birth;
mod derogatory;
mod dress;
mod email;
mod extremism;
mod harassment;
mod national_insurance;
mod nhs_number;
mod personal_view;
mod phone;
mod political;
mod press_enquiry;
mod profanity;
mod quoted_work;
mod ridicule;
mod self_harm;
mod sensitive_topic;
mod sexual;
pub(crate) mod shortener;
mod slur;
mod social_handle;
mod solicits_contact;
mod threat;
mod tone;
mod unlawful;
mod unlisted_domain;
mod upn;

/// Every rule with how it looks: words, then personal data, then links.
pub(crate) static SCREENS: [&Screen; 34] = [
    &profanity::SCREEN,
    &slur::SCREEN,
    &sexual::SCREEN,
    &threat::SCREEN,
    &extremism::SCREEN,
    &self_harm::SCREEN,
    &unlawful::SCREEN,
    &derogatory::SCREEN,
    &harassment::SCREEN,
    &ridicule::SCREEN,
    &political::SCREEN,
    &personal_view::SCREEN,
    &commercial_gain::SCREEN,
    &dress::SCREEN,
    &sensitive_topic::SCREEN,
    &quoted_work::SCREEN,
    &press_enquiry::SCREEN,
    &business_confidential::SCREEN,
    &tone::SCREEN,
    &solicits_contact::SCREEN,
    &email::SCREEN,
    &phone::SCREEN,
    &address::SCREEN,
    &social_handle::SCREEN,
    &upn::SCREEN,
    &national_insurance::SCREEN,
    &nhs_number::SCREEN,
    &date_of_birth::SCREEN,
    &bank_account::SCREEN,
    &card::SCREEN,
    &coordinates::SCREEN,
    &credential::SCREEN,
    &shortener::SCREEN,
    &unlisted_domain::SCREEN,
];

/// The rules alone, in the same order.
pub(crate) static RULES: [&Rule; SCREENS.len()] = {
    let mut rules = [SCREENS[0].rule; SCREENS.len()];
    let mut index = 1;
    while index < rules.len() {
        rules[index] = SCREENS[index].rule;
        index += 1;
    }
    rules
};
