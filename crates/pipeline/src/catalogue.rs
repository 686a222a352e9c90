//! Every rule of the house.

use std::sync::LazyLock;

use gatepost_model::Rule;

use crate::rules;

static CATALOGUE: LazyLock<Vec<&'static Rule>> = LazyLock::new(|| {
    let families: [&[&'static Rule]; 7] = [
        gatepost_text::rules(),
        gatepost_names::RULES,
        gatepost_image::RULES,
        gatepost_consent::RULES,
        gatepost_authority::RULES,
        rules::RULES,
        gatepost_policy::RULES,
    ];
    let mut catalogue: Vec<&'static Rule> = families.concat();
    catalogue.sort_by_key(|rule| rule.id);
    catalogue
});

/// Every rule of the house, by id.
pub fn catalogue() -> &'static [&'static Rule] {
    &CATALOGUE
}

/// The rule with this id.
pub fn rule(id: &str) -> Option<&'static Rule> {
    catalogue().binary_search_by_key(&id, |rule| rule.id).ok().map(|index| catalogue()[index])
}

/// The id that `id` was probably meant to be.
pub fn nearest_rule(id: &str) -> Option<&'static str> {
    let ids: Vec<&'static str> = catalogue().iter().map(|rule| rule.id).collect();
    crate::intake::nearest(id, &ids)
}
