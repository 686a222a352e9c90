//! `link/unlisted-domain`: links to sites that the school has not listed.

use gatepost_model::{Certainty, Excerpt, Rule};

use crate::gate::Gate;
use crate::rules::shortener::SERVICES;
use crate::screen::{Look, Screen, Sighting};
use crate::shapes::Shapes;
use crate::sight::Sight;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    id: "link/unlisted-domain",
    title: "Links to other sites",
    finds: "Web addresses on domains that are neither the school's nor among the links in school.toml. One of a public body is only possible.",
    why: "Pupils follow what their school links to; a person should have looked at the site first.",
    remedy: "Take the link out, or link to a page of the school's own site. If posts may link to the site, add it to the links in school.toml.",
    flagged: &["Read more at ⟦https://news.blog.example/story⟧", "Kit from ⟦www.kit.example⟧!"],
    clean: &[
        "Read more at https://www.oakfield.example/news and bbc.co.uk/bitesize",
        "Write to office@oakfield.example.",
        "The end.To begin with, see no. 4.2",
    ],
    misses: &["Bare domains with an ending that the program does not know."],
    excerpt: Excerpt::Plain,
};

/// How it looks.
pub(crate) static SCREEN: Screen = Screen {
    rule: &RULE,
    looks: &[Look::Pattern {
        gate: Gate::shapes(Shapes::DOTTED.or(Shapes::SCHEME)).or_cues(&[&["www"]]),
        find: unlisted,
    }],
};

/// Domains under which public bodies alone have sites, and two that every school meets.
const BODIES: &[&str] = &[
    "ac.uk",
    "bbc.co.uk",
    "gov.scot",
    "gov.uk",
    "gov.wales",
    "llyw.cymru",
    "mod.uk",
    "nhs.uk",
    "nspcc.org.uk",
    "parliament.uk",
    "police.uk",
    "sch.uk",
];

fn unlisted(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    for link in sight.links() {
        if sight.own.has_link(&link.host) || SERVICES.contains(&link.host.as_str()) {
            continue;
        }
        let public = BODIES.iter().any(|body| {
            link.host.strip_suffix(body).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
        });
        let (certainty, message) = if public {
            (Certainty::Possible, "A link to a public body that the school has not listed.")
        } else {
            (Certainty::Certain, "A link to a site that the school has not listed.")
        };
        seen.push(Sighting::new(link.span, certainty, message));
    }
}
