//! `text/self-harm`: self-harm and suicide.
//!
//! Encouragement, methods and somebody's own state. Samaritans' *Media Guidelines for Reporting
//! Suicide* advise against methods and against the phrase *commit suicide*.

use gatepost_model::{Excerpt, Rule};

use crate::screen::{Look, Screen};
use crate::wordlists;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    id: "text/self-harm",
    title: "Self-harm and suicide",
    finds: "Words that encourage self-harm, tell how, or tell of somebody's own. Helplines and awareness weeks pass.",
    why: "A vulnerable child may read it; and about a person it is for the safeguarding lead alone.",
    remedy: "Do not post it. If it is about somebody, tell the safeguarding lead at once.",
    flagged: &["Nobody likes you, ⟦kill yourself⟧", "She has been ⟦cutting herself⟧ since May"],
    clean: &[
        "Worried? Our webinar on self-harm tells you the signs and where to find help",
        "World Suicide Prevention Day: Samaritans answer on 116 123",
    ],
    misses: &["Despair without any of these words."],
    excerpt: Excerpt::Plain,
};

/// How it looks.
pub(crate) static SCREEN: Screen =
    Screen { rule: &RULE, looks: &[Look::Words(&wordlists::SELF_HARM)] };
