//! `text/solicits-contact`: asking readers for private contact.

mod invitations;

use gatepost_model::{Excerpt, Rule};

use crate::gate::Gate;
use crate::screen::{Look, Screen};
use crate::wordlists;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    id: "text/solicits-contact",
    title: "Asking for private contact",
    finds: "Invitations to private messages, personal accounts, private numbers and meetings; “message us” from the school's account is only possible.",
    why: "Contact between staff and families or pupils goes through the school's channels, where others can see it.",
    remedy: "Give the school office's address instead.",
    flagged: &["Any questions, ⟦DM me⟧", "⟦Add me on Snapchat⟧ for updates"],
    clean: &[
        "Any questions, ring the school office",
        "In maths: my number is even and a multiple of 7. What am I?",
    ],
    misses: &["Hints that both sides understand."],
    excerpt: Excerpt::Plain,
};

/// How it looks.
pub(crate) static SCREEN: Screen = Screen {
    rule: &RULE,
    looks: &[
        Look::Words(&wordlists::SOLICITS_CONTACT),
        Look::Pattern {
            gate: Gate::statement(&invitations::INVITATION),
            find: invitations::invitations,
        },
    ],
};
