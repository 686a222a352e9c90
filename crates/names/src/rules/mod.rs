//! What this crate reports: one file a rule.

pub(crate) mod class_list;
pub(crate) mod family_member;
pub(crate) mod first_name;
pub(crate) mod full_name;
pub(crate) mod full_name_with_image;
pub(crate) mod individual_label;
pub(crate) mod initials;
pub(crate) mod name_with_image;
pub(crate) mod part_name;
pub(crate) mod staff;

use gatepost_model::Rule;

/// Every rule on names, by id.
pub static RULES: &[&Rule] = &[
    &class_list::RULE,
    &family_member::RULE,
    &first_name::RULE,
    &full_name::RULE,
    &full_name_with_image::RULE,
    &individual_label::RULE,
    &initials::RULE,
    &name_with_image::RULE,
    &part_name::RULE,
    &staff::RULE,
];
