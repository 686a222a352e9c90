//! `text/political`: taking sides among parties, candidates and campaigns.
//!
//! Education Act 1996, sections 406 and 407. Lessons, mock elections and visits told neutrally are
//! no side: words of teaching near excuse ambiguous ones.

use gatepost_model::{Excerpt, Rule};

use crate::screen::{Look, Screen};
use crate::wordlists;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    id: "text/political",
    title: "Party politics",
    finds: "Calls to vote for or against a party or person, campaign slogans, strikes and protests to join.",
    why: "The law forbids a school to promote partisan political views.",
    remedy: "Take it out, or tell the event neutrally.",
    flagged: &[
        "Parents: ⟦vote Labour⟧ on Thursday",
        "Staff say ⟦stop Brexit⟧",
        "Join staff on the ⟦picket line⟧ on Wednesday",
    ],
    clean: &[
        "In our mock election the posters said vote Labour, vote Conservative and vote Green",
        "Our MP visited Year 6 during Parliament Week",
    ],
    misses: &["A side taken in words of its own."],
    excerpt: Excerpt::Plain,
};

/// How it looks.
pub(crate) static SCREEN: Screen =
    Screen { rule: &RULE, looks: &[Look::Words(&wordlists::POLITICAL)] };
