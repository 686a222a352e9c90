//! `privacy/coordinates`: places told so exactly that one can walk there.
//!
//! Decimal degrees of four places or more (eleven metres), degrees with minutes and seconds (ISO
//! 6709, annex D), links to a map's pin, `geo:` addresses (RFC 5870) and what3words.

use std::sync::LazyLock;

use gatepost_model::{Certainty, Excerpt, Rule, Span};
use regex::Regex;

use crate::expression::{captures, compile};
use crate::gate::Gate;
use crate::links::without_end;
use crate::screen::{Look, Screen, Sighting};
use crate::shapes::Shapes;
use crate::sight::Sight;
use crate::surroundings::speaks_of;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    id: "privacy/coordinates",
    title: "Coordinates and map pins",
    finds: "Latitude and longitude, links to a pin on a map, and what3words.",
    why: "Coordinates lead a stranger to the spot where pupils are, or where somebody lives.",
    remedy: "Name the town or the venue instead.",
    flagged: &[
        "We are at ⟦53.40521, -1.47013⟧",
        "Camp: ⟦53°24'18\"N 1°28'12\"W⟧",
        "Pin: ⟦https://maps.app.goo.gl/AbC123⟧",
        "Meet at ⟦///filled.count.soap⟧",
    ],
    clean: &[
        "Pi is 3.14159 and e is 2.71828",
        "The point (3.5, -1.25) lies on the line",
        "It was 21.5°C at noon",
    ],
    misses: &[
        "Ordnance Survey grid references.",
        "A shortened link to a map, which is a shortened link.",
    ],
    excerpt: Excerpt::Masked,
};

/// How it looks.
pub(crate) static SCREEN: Screen = Screen {
    rule: &RULE,
    looks: &[
        Look::Pattern { gate: Gate::shapes(Shapes::FRACTION), find: decimals },
        Look::Pattern { gate: Gate::shapes(Shapes::DEGREE), find: sexagesimals },
        Look::Pattern { gate: Gate::shapes(Shapes::DOTTED).or_cues(&[&["geo"]]), find: pins },
    ],
};

static DECIMAL: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?i)[-+−]?\b(?P<lat>[0-9]{1,2}\.[0-9]{4,15})°?\s?[NS]?\s?[,;/ ]\s?(?P<west>[-+−]?)(?P<long>[0-9]{1,3}\.[0-9]{4,15})\b(?:°?\s?[EW]\b)?",
    )
});

static SEXAGESIMAL: LazyLock<Regex> = LazyLock::new(|| {
    compile(concat!(
        r#"[0-9]{1,2}\s?[°º]\s?[0-9]{1,2}\s?['′’](?:\s?[0-9]{1,2}(?:\.[0-9]+)?\s?(?:["″”]|''))?\s?[NSns]"#,
        r#"[\s,;]{0,2}[0-9]{1,3}\s?[°º]\s?[0-9]{1,2}\s?['′’](?:\s?[0-9]{1,2}(?:\.[0-9]+)?\s?(?:["″”]|''))?\s?[EWew]\b"#,
    ))
});

static PIN: LazyLock<Regex> = LazyLock::new(|| {
    compile(concat!(
        r"(?i)(?:https?://)?\b(?:www\.)?(?:maps\.app\.goo\.gl/|goo\.gl/maps/|maps\.google\.[a-z.]{2,6}/|google\.[a-z.]{2,6}/maps/",
        r"|maps\.apple\.com/|waze\.com/ul|openstreetmap\.org/(?:\?|#map|node)|what3words\.com/|w3w\.co/)[^\s<>()]*",
        r"|\bgeo:-?[0-9.]+,-?[0-9.]+",
        r"|///\p{L}+\.\p{L}+\.\p{L}+",
    ))
});

/// Words that speak of places on a map.
const CONTEXT: &[&str] = &[
    "coordinates",
    "coords",
    "gps",
    "lat",
    "latitude",
    "location",
    "long",
    "longitude",
    "map",
    "pin",
];

fn decimals(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    for found in captures(&DECIMAL, sight.text()) {
        let Some(whole) = found.get(0) else { continue };
        let number = |name| found.name(name).and_then(|part| part.as_str().parse::<f64>().ok());
        let (Some(lat), Some(long)) = (number("lat"), number("long")) else { continue };
        let west = found.name("west").is_some_and(|sign| matches!(sign.as_str(), "-" | "−"));
        let span = Span::from(whole.range());
        let british = (49.0..=61.0).contains(&lat) && if west { long <= 9.0 } else { long <= 2.2 };
        let certainty = match speaks_of(sight, span, CONTEXT) {
            _ if lat > 90.0 || long > 180.0 => continue,
            true => Certainty::Certain,
            false if british => Certainty::Likely,
            false => Certainty::Possible,
        };
        seen.push(Sighting::new(span, certainty, "Latitude and longitude of a place."));
    }
}

fn sexagesimals(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    seen.extend(SEXAGESIMAL.find_iter(sight.text()).map(|found| {
        Sighting::new(
            found.range().into(),
            Certainty::Certain,
            "Latitude and longitude of a place.",
        )
    }));
}

fn pins(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    seen.extend(PIN.find_iter(sight.text()).map(|found| {
        let span = Span::new(found.start(), found.start() + without_end(found.as_str()).len());
        Sighting::new(span, Certainty::Likely, "A pin on a map.")
    }));
}
