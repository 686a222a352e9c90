//! `text/commercial-gain`: selling and advertising for a person or a firm.

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
    id: "text/commercial-gain",
    title: "Selling and advertising",
    finds: "Offers of goods and services, affiliate and discount codes, network marketing, betting, marks of paid advertising.",
    why: "A school account may not serve anybody's private purse.",
    remedy: "Take the offer out. Thanking a sponsor in a sentence is fine.",
    flagged: &[
        "⟦DM me to order⟧ hair bows, 3 for a fiver",
        "⟦Paid partnership⟧ with Toothy Dental",
        "Lovely brushes ⟦#ad⟧",
    ],
    clean: &[
        "Tickets for the PTA quiz are £5: buy now",
        "Thank you to Toothy Dental, who sponsored our kit",
    ],
    misses: &["An advertisement dressed up as praise."],
    excerpt: Excerpt::Plain,
};

/// How it looks.
pub(crate) static SCREEN: Screen = Screen {
    rule: &RULE,
    looks: &[
        Look::Words(&wordlists::COMMERCIAL_GAIN),
        Look::Pattern { gate: Gate::shapes(Shapes::HASH).and_cues(&[LABELS]), find: labels },
    ],
};

/// The words of [`LABEL`].
const LABELS: &[&str] = &[
    "ad",
    "advert",
    "advertisement",
    "spon",
    "sponsored",
    "gifted",
    "affiliate",
    "paidpartnership",
    "buynow",
    "discountcode",
];

/// Labels that the Advertising Standards Authority asks of paid posts.
static LABEL: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?i)#(?:ad|advert|advertisement|spon|sponsored|gifted|affiliate|paidpartnership|buynow|discountcode)\b",
    )
});

fn labels(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    seen.extend(LABEL.find_iter(sight.text()).map(|found| {
        Sighting::new(found.range().into(), Certainty::Certain, "A label of paid advertising.")
    }));
}
