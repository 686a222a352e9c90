//! The rules of the family `image/`, one a file.
//!
//! A new rule is a file, a line in each of the two arrays, and a table under `fixtures/image/`. Every rule
//! has a `look` that sees an examination and what surrounds the file; none knows of severity.

use gatepost_model::Rule;

use crate::error::CleanError;
use crate::examination::Examination;
use crate::exposure::Cleaning;
use crate::findings::{At, Seen, Surroundings};

mod ai_generated;
mod caption;
mod device_serial;
mod extension_mismatch;
mod location;
mod missing_alt_text;
mod owner_name;
mod person_tag;
mod third_party_copyright;
mod thumbnail;
mod timestamp;
mod too_large;
mod trailing_data;
mod undecodable;
mod unknown_device;
mod unregistered_device;
mod unsupported_format;

pub(crate) use too_large::RULE as TOO_LARGE;
pub(crate) use undecodable::RULE as UNDECODABLE;
pub(crate) use unsupported_format::RULE as UNSUPPORTED_FORMAT;

/// Every rule on media files.
pub static RULES: &[&Rule] = &[
    &location::RULE,
    &timestamp::RULE,
    &device_serial::RULE,
    &unregistered_device::RULE,
    &unknown_device::RULE,
    &owner_name::RULE,
    &person_tag::RULE,
    &caption::RULE,
    &third_party_copyright::RULE,
    &ai_generated::RULE,
    &thumbnail::RULE,
    &trailing_data::RULE,
    &unsupported_format::RULE,
    &undecodable::RULE,
    &too_large::RULE,
    &extension_mismatch::RULE,
    &missing_alt_text::RULE,
];

/// What sees a thing in an examination.
pub(crate) type Look = fn(&Examination, &Surroundings<'_>) -> Option<Seen>;

/// Every rule, in the order of [`RULES`], with what cleaning does about it and what sees it.
pub(crate) static LOOKS: &[(&Rule, Cleaning, Look)] = &[
    (&location::RULE, Cleaning::Removes, location::look),
    (&timestamp::RULE, Cleaning::Removes, timestamp::look),
    (&device_serial::RULE, Cleaning::Removes, device_serial::look),
    (&unregistered_device::RULE, Cleaning::Leaves, unregistered_device::look),
    (&unknown_device::RULE, Cleaning::Leaves, unknown_device::look),
    (&owner_name::RULE, Cleaning::Removes, owner_name::look),
    (&person_tag::RULE, Cleaning::Removes, person_tag::look),
    (&caption::RULE, Cleaning::Removes, caption::look),
    (&third_party_copyright::RULE, Cleaning::Leaves, third_party_copyright::look),
    (&ai_generated::RULE, Cleaning::Leaves, ai_generated::look),
    (&thumbnail::RULE, Cleaning::Removes, thumbnail::look),
    (&trailing_data::RULE, Cleaning::Removes, trailing_data::look),
    (&unsupported_format::RULE, Cleaning::Leaves, unsupported_format::look),
    (&undecodable::RULE, Cleaning::Leaves, undecodable::look),
    (&too_large::RULE, Cleaning::Leaves, too_large::look),
    (&extension_mismatch::RULE, Cleaning::Leaves, extension_mismatch::look),
    (&missing_alt_text::RULE, Cleaning::Leaves, missing_alt_text::look),
];

/// What cleaning does about the findings of a rule of this family; of a rule of another family it
/// leaves everything. A finding that cleaning removes is advice once a clean copy has been verified.
pub fn cleaning(rule: &Rule) -> Cleaning {
    LOOKS
        .iter()
        .find(|(known, _, _)| *known == rule)
        .map_or(Cleaning::Leaves, |(_, cleaning, _)| *cleaning)
}

/// The words for a file of which no clean copy was made.
pub(crate) fn refused(obstacle: &CleanError) -> Seen {
    Seen::new(At::Media, format!("This file cannot go out as it is: {obstacle}."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_arrays_list_the_same_rules() {
        let looks: Vec<_> = LOOKS.iter().map(|(rule, _, _)| rule.id).collect();
        let rules: Vec<_> = RULES.iter().map(|rule| rule.id).collect();
        assert_eq!(looks, rules);
        assert!(rules.iter().all(|id| id.starts_with("image/")));
    }
}
