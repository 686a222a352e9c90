//! `text/sexual`: sexual words, and emoji that stand for them.
//!
//! Science lessons and relationships education name bodies and acts; such words count only where
//! nothing of the kind stands near.

use std::sync::LazyLock;

use gatepost_model::{Certainty, Excerpt, Rule};
use regex::Regex;

use crate::expression::compile;
use crate::gate::Gate;
use crate::screen::{Look, Screen, Sighting};
use crate::shapes::Shapes;
use crate::sight::Sight;
use crate::wordlists;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    id: "text/sexual",
    title: "Sexual words",
    finds: "Sexual words and phrases, and strings of emoji that stand for them.",
    why: "Nothing sexual belongs where children read, and such words about people in a school are a safeguarding matter.",
    remedy: "Take it out. If somebody wrote it about a person, tell the safeguarding lead.",
    flagged: &[
        "Come for the ⟦sexy⟧ bar staff",
        "Someone asked pupils to ⟦send nudes⟧",
        "Good night ⟦🍆💦⟧",
    ],
    clean: &[
        "Year 6 relationships and sex education starts on Monday",
        "The telescope shows what the naked eye cannot",
        "Our hooker won the scrum in the rugby final",
    ],
    misses: &["Innuendo."],
    excerpt: Excerpt::Plain,
};

/// How it looks.
pub(crate) static SCREEN: Screen = Screen {
    rule: &RULE,
    looks: &[
        Look::Words(&wordlists::SEXUAL),
        Look::Pattern { gate: Gate::shapes(Shapes::ASTRAL), find: emoji },
    ],
};

/// Two in a row that stand for bodies or acts; one alone is a vegetable.
static PAIR: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        "[🍆🍑🌮🍌👅💦](?:\\x{FE0F}|\\s)?[🍆🍑👅💦🥵][🍆🍑👅💦🥵]*|[🍆🍑](?:\\x{FE0F}|\\s)?[💦👅🥵🔥]",
    )
});

fn emoji(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    seen.extend(PAIR.find_iter(sight.text()).map(|found| {
        Sighting::new(
            found.range().into(),
            Certainty::Likely,
            "Emoji that stand for something sexual.",
        )
    }));
}
