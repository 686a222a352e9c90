//! `link/shortener`: links that hide where they lead.

use gatepost_model::{Certainty, Excerpt, Rule};

use crate::gate::Gate;
use crate::screen::{Look, Screen, Sighting};
use crate::shapes::Shapes;
use crate::sight::Sight;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    id: "link/shortener",
    title: "Shortened links",
    finds: "Links through a service that shortens them, such as bit.ly or tinyurl.com.",
    why: "Nobody can see where a shortened link leads, and whoever owns it can change that after the post is out.",
    remedy: "Put the full address instead.",
    flagged: &["Book here: ⟦https://bit.ly/3AbCdE⟧", "Form at ⟦tinyurl.com/oakfair⟧."],
    clean: &["Book at www.oakfield.example/fair", "Habit.ly is no service"],
    misses: &["Services that are new or little used."],
    excerpt: Excerpt::Plain,
};

/// How it looks.
pub(crate) static SCREEN: Screen = Screen {
    rule: &RULE,
    looks: &[Look::Pattern {
        gate: Gate::shapes(Shapes::DOTTED.or(Shapes::SCHEME)).or_cues(&[&["www"]]),
        find: shortened,
    }],
};

/// Services that shorten links.
pub(crate) const SERVICES: &[&str] = &[
    "adf.ly",
    "bit.do",
    "bit.ly",
    "bitly.com",
    "buff.ly",
    "clck.ru",
    "cutt.ly",
    "dlvr.it",
    "fb.me",
    "goo.gl",
    "gg.gg",
    "ht.ly",
    "ift.tt",
    "is.gd",
    "j.mp",
    "linktr.ee",
    "lnk.bio",
    "lnkd.in",
    "ow.ly",
    "qrco.de",
    "rb.gy",
    "rebrand.ly",
    "s.id",
    "shorturl.at",
    "shor.by",
    "short.io",
    "shorte.st",
    "snip.ly",
    "soo.gd",
    "spoti.fi",
    "t.co",
    "t.ly",
    "t2m.io",
    "tiny.cc",
    "tiny.one",
    "tinyurl.com",
    "trib.al",
    "urlz.fr",
    "v.gd",
    "wp.me",
    "zpr.io",
];

fn shortened(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    for link in sight.links() {
        if SERVICES.contains(&link.host.as_str()) && !sight.own.has_link(&link.host) {
            seen.push(Sighting::new(
                link.span,
                Certainty::Certain,
                "A shortened link: nobody sees where it leads.",
            ));
        }
    }
}
