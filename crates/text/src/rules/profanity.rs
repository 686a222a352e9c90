//! `text/profanity`: rude words, from mild to strong.
//!
//! Strength follows what British viewers told Ofcom (*Attitudes towards potentially offensive
//! language and gestures*, 2021): a school's account is read by children, so mild words count too,
//! as possible findings where they are often innocent.

use std::sync::LazyLock;

use gatepost_model::{Certainty, Excerpt, Rule, Span};

use regex::Regex;

use crate::expression::compile;
use crate::gate::Gate;
use crate::screen::{Look, Screen, Sighting};
use crate::shapes::Shapes;
use crate::sight::Sight;
use crate::wordlists;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    id: "text/profanity",
    title: "Rude words",
    finds: "Swear words and other rude words, mild ones too, in British and common American spelling.",
    why: "A school's account is read by its youngest pupils and by everyone who thinks of sending a child there.",
    remedy: "Take the word out or put it another way. If it is part of a quotation or a title that must stand, ask the person who approves drafts.",
    flagged: &[
        "What a ⟦shit⟧ result for the Year 6 team",
        "We were ⟦pissed off⟧ about the weather",
        "Maths week was ⟦bloody brilliant⟧",
    ],
    clean: &[
        "Our panto this year is Dick Whittington",
        "Blue tits and great tits visited the bird feeder",
        "We visited Scunthorpe, Penistone and Cockermouth",
        "Lady Macbeth sees a bloody dagger in our Shakespeare week",
    ],
    misses: &[
        "A rude meaning that only the whole sentence has.",
        "Words of languages that the list does not know.",
    ],
    excerpt: Excerpt::Plain,
};

/// How it looks.
pub(crate) static SCREEN: Screen = Screen {
    rule: &RULE,
    looks: &[
        Look::Words(&wordlists::PROFANITY),
        Look::Pattern { gate: Gate::shapes(Shapes::ASTRAL), find: gestures },
    ],
};

/// Emoji that are rude by themselves.
const GESTURES: &[char] = &['🖕'];

/// The heap of dung where a swear word would stand.
static DUNG: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?i)\b(?:eat|bull|piece of|load of|pile of|full of|talk(?:ing)?|what an?|absolute|total|utter|oh|holy|complete|bag of) ?💩|[🐂🐃🐄🐮🐴🐎] ?💩|💩 ?(?:head|face|show|hole|house|bag|school|teachers?|exam|homework|day|weather)\b",
    )
});

fn gestures(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    for (at, found) in sight.text().match_indices(GESTURES) {
        let span = Span::new(at, at + found.len());
        seen.push(Sighting::new(span, Certainty::Certain, "A rude gesture."));
    }
    if !sight.text().contains('💩') {
        return;
    }
    seen.extend(DUNG.find_iter(sight.text()).map(|found| {
        Sighting::new(found.range().into(), Certainty::Likely, "An emoji in a swear word's place.")
    }));
}
