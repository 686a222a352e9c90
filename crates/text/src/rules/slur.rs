//! `text/slur`: words that demean people for who they are.
//!
//! The grounds are the protected characteristics of the Equality Act 2010, section 4. Naming a
//! group is no finding, and neither is teaching: *gay*, *Jewish* and *Traveller* stand in no list.

use gatepost_model::{Excerpt, Rule};

use crate::screen::{Look, Screen};
use crate::wordlists;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    id: "text/slur",
    title: "Slurs",
    finds: "Words that demean people for their race, faith, origin, disability, sex, sexuality or age; ambiguous ones where nothing shows an innocent meaning or where they are said of somebody.",
    why: "A slur hurts the children and families whom it names, and the Equality Act 2010 forbids a school to discriminate.",
    remedy: "Take the word out. If a historical text or a lesson needs it, ask the person who approves drafts.",
    flagged: &[
        "The away fans were a bunch of ⟦pikeys⟧",
        "That rule is for ⟦spastics⟧",
        "You are such a ⟦retard⟧",
    ],
    clean: &[
        "Faggots and peas are on the menu on Thursday",
        "Thank you governors #MentalHealthMatters",
        "The pupils learned that a spade is a garden tool",
        "Coach Dyke took the under-11s to the final",
        "Our Gypsy, Roma and Traveller History Month assembly",
    ],
    misses: &[
        "Hostility without a slur, which is a matter for other rules.",
        "Words that a small circle gave a new meaning.",
    ],
    excerpt: Excerpt::Plain,
};

/// How it looks.
pub(crate) static SCREEN: Screen = Screen { rule: &RULE, looks: &[Look::Words(&wordlists::SLURS)] };
