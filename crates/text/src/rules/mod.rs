//! The rules, one file each: a `mod` line and a line in [`SCREENS`] make one known.

use gatepost_model::Rule;

use crate::screen::Screen;

pub(crate) mod address;
mod bank_account;
mod blocked_domain;
mod business_confidential;
mod card;
mod commercial_gain;
mod coordinates;
mod credential;
mod date_of_birth;
mod derogatory;
mod dress;
mod driving_licence;
mod email;
mod extremism;
mod harassment;
mod individual_matter;
mod ip_address;
mod live_location;
pub(crate) mod lookalike_domain;
mod national_insurance;
mod nhs_number;
mod passport;
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
mod solicits_personal_data;
mod special_category;
mod threat;
mod tone;
mod unlawful;
mod unlisted_domain;
mod upn;
mod vehicle_registration;

/// Every rule with how it looks: words, then personal data, then links.
pub(crate) static SCREENS: [&Screen; 44] = [
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
    &individual_matter::SCREEN,
    &live_location::SCREEN,
    &solicits_contact::SCREEN,
    &solicits_personal_data::SCREEN,
    &email::SCREEN,
    &phone::SCREEN,
    &address::SCREEN,
    &social_handle::SCREEN,
    &upn::SCREEN,
    &national_insurance::SCREEN,
    &nhs_number::SCREEN,
    &date_of_birth::SCREEN,
    &passport::SCREEN,
    &driving_licence::SCREEN,
    &vehicle_registration::SCREEN,
    &bank_account::SCREEN,
    &card::SCREEN,
    &coordinates::SCREEN,
    &ip_address::SCREEN,
    &credential::SCREEN,
    &special_category::SCREEN,
    &shortener::SCREEN,
    &unlisted_domain::SCREEN,
    &blocked_domain::SCREEN,
    &lookalike_domain::SCREEN,
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

#[cfg(test)]
mod tests {
    use gatepost_model::Prose;

    use crate::lexicon::Lexicon;
    use crate::statement::lazy::Lazy;

    #[test]
    fn times_and_years_open_no_gate_of_personal_data() {
        let lexicon = Lexicon::get().expect("the word lists are in order");
        for text in [
            "Assembly is at 10:30 for Year 4",
            "Doors open at 6.30pm; tickets cost £5.50",
            "Y7, 4B and KS2 sang on 12/06/2026",
            "The score was 24-12 in the end, with 3 tries",
            "Children in Year 10, bring £10 by 3rd May",
        ] {
            let prose = Prose::new(text);
            let (open, _) = lexicon.read(&prose, &mut Vec::new(), &mut Lazy::default());
            let rules: Vec<&str> = open
                .iter()
                .filter_map(|look| lexicon.patterns().get(look))
                .map(|pattern| super::SCREENS[pattern.screen].rule.id)
                .filter(|id| !id.starts_with("text/"))
                .collect();
            assert!(rules.is_empty(), "{text}: {rules:?}");
        }
    }
}
