//! `text/personal-view`: personal opinions in the school's name.
//!
//! *We are proud of...* is none, and neither is what pupils learn to write.

use gatepost_model::{Excerpt, Rule};

use crate::screen::{Look, Screen};
use crate::wordlists;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    id: "text/personal-view",
    title: "Personal views",
    finds: "Words that announce the writer's own opinion, dislikes and judgements of people and bodies.",
    why: "The account speaks for the school, and a member of staff's opinion is not the school's.",
    remedy: "Say what happened, and leave the opinion out.",
    flagged: &[
        "⟦In my opinion⟧ parents should be fined double",
        "Personally, the inspection ⟦was a joke⟧",
    ],
    clean: &[
        "Pupils used phrases such as in my opinion in their persuasive letters",
        "We are proud of our Year 6 choir",
    ],
    misses: &["An opinion told as a fact."],
    excerpt: Excerpt::Plain,
};

/// How it looks.
pub(crate) static SCREEN: Screen =
    Screen { rule: &RULE, looks: &[Look::Words(&wordlists::PERSONAL_VIEW)] };
