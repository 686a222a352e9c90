//! `text/unlawful`: drugs, weapons, fraud, theft and piracy.

use gatepost_model::{Excerpt, Rule};

use crate::screen::{Look, Screen};
use crate::wordlists;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    id: "text/unlawful",
    title: "Unlawful things",
    finds: "Words that offer, ask for or praise drugs, drink for children, weapons, fraud, theft or pirated works.",
    why: "A school that jokes about it has lost the argument in the next assembly; an offer may be a crime.",
    remedy: "Take it out. If it is an offer or a plan, tell the safeguarding lead.",
    flagged: &["Legends ⟦smoking weed⟧ behind the pavilion", "Watch it on a ⟦dodgy firestick⟧"],
    clean: &[
        "The police visited us to talk about knife crime and drugs",
        "Vapes are banned on the school site",
    ],
    misses: &["Slang that is new or local."],
    excerpt: Excerpt::Plain,
};

/// How it looks.
pub(crate) static SCREEN: Screen =
    Screen { rule: &RULE, looks: &[Look::Words(&wordlists::UNLAWFUL)] };
