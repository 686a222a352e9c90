//! `text/extremism`: words of extremist movements.
//!
//! The Prevent duty (Counter-Terrorism and Security Act 2015, section 26). History, religious
//! studies and remembrance name the same things: where words of teaching stand near, ambiguous ones
//! pass.

use gatepost_model::{Excerpt, Rule};

use crate::screen::{Look, Screen};
use crate::wordlists;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    id: "text/extremism",
    title: "Extremism",
    finds: "Slogans, groups and codes of the far right, of violent Islamism, of sectarian and misogynist violence.",
    why: "The Prevent duty asks schools to keep people from being drawn into terrorism.",
    remedy: "Take it out and tell the safeguarding lead. If a lesson needs the word, say that it is a lesson.",
    flagged: &["⟦Heil Hitler⟧ from the back of the coach", "Join the ⟦EDL⟧ march on Saturday"],
    clean: &[
        "Year 9 history studied how Hitler rose to power in Nazi Germany",
        "Isis and Osiris: Year 4 love the gods of Egypt",
        "A survivor spoke to us for Holocaust Memorial Day",
    ],
    misses: &["New codes and memes."],
    excerpt: Excerpt::Plain,
};

/// How it looks.
pub(crate) static SCREEN: Screen =
    Screen { rule: &RULE, looks: &[Look::Words(&wordlists::EXTREMISM)] };
