//! The rules, one file each: a `mod` line and a line in [`SCREENS`] make one known.

use gatepost_model::Rule;

use crate::screen::Screen;

pub(crate) mod address;
mod email;
mod phone;
mod profanity;
mod slur;

/// Every rule with how it looks, in the order of the `mod` lines' families: words, then data.
pub(crate) static SCREENS: [&Screen; 5] =
    [&profanity::SCREEN, &slur::SCREEN, &email::SCREEN, &phone::SCREEN, &address::SCREEN];

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
