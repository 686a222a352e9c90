//! `privacy/coordinates`: places told so exactly that one can walk there.
//!
//! Decimal degrees of four places or more (eleven metres), degrees with minutes and seconds (ISO
//! 6709, annex D), references to Great Britain's national grid to a hundred metres or closer (Ordnance
//! Survey, *A guide to coordinate systems in Great Britain*, section 7), plus codes (Open Location
//! Code), links to a map's pin, `geo:` addresses (RFC 5870) and what3words.

use std::sync::LazyLock;

use gatepost_model::{Certainty, Excerpt, Rule, Span};
use regex::Regex;

use crate::expression::{captures, compile};
use crate::gate::Gate;
use crate::links::without_end;
use crate::screen::{Look, Screen, Sighting};
use crate::shapes::Shapes;
use crate::sight::Sight;
use crate::surroundings::{speaks_of, stands_alone};

/// The rule.
pub(crate) static RULE: Rule = Rule {
    id: "privacy/coordinates",
    title: "Coordinates and map pins",
    finds: "Latitude and longitude, references to the national grid, plus codes, links to a pin on a map, and what3words.",
    why: "Coordinates lead a stranger to the spot where pupils are, or where somebody lives.",
    remedy: "Name the town or the venue instead.",
    flagged: &[
        "We are at ⟦53.40521, -1.47013⟧",
        "Camp: ⟦53°24'18\"N 1°28'12\"W⟧",
        "Pin: ⟦https://maps.app.goo.gl/AbC123⟧",
        "Meet at ⟦///filled.count.soap⟧",
        "Camp at grid reference ⟦SK 123 456⟧",
        "Gate: ⟦9C5W9JX8+MQ⟧",
    ],
    clean: &[
        "Pi is 3.14159 and e is 2.71828",
        "The point (3.5, -1.25) lies on the line",
        "It was 21.5°C at noon",
    ],
    misses: &[
        "Grid references of six digits that nothing announces, and those of Ireland.",
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
        Look::Pattern { gate: Gate::shapes(Shapes::SIX_DIGITS), find: grid },
        Look::Pattern { gate: Gate::shapes(Shapes::PLUS), find: plus_codes },
        Look::Pattern { gate: Gate::cues(&[PINS]), find: pins },
        Look::Pattern { gate: Gate::shapes(Shapes::DOTTED), find: three_words },
    ],
};

static DECIMAL: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?i)(?:[-+−]?\b|\b[NS]\s?)(?P<lat>[0-9]{1,2}\.[0-9]{4,15})°?\s?[NS]?\s?[,;/ ]\s?(?:(?:long|longitude|lon|lng)\.?[\s:=]{1,3})?(?P<west>(?:[-+−]|[EW]\s?)?)(?P<long>[0-9]{1,3}\.[0-9]{4,15})\b(?:°?\s?[EW]\b)?",
    )
});

static SEXAGESIMAL: LazyLock<Regex> = LazyLock::new(|| {
    compile(concat!(
        r#"(?i)(?P<n>[NS]\s?)?[0-9]{1,2}\s?[°º]\s?[0-9]{1,2}(?:\.[0-9]+)?\s?['′’]?(?:\s?[0-9]{1,2}(?:\.[0-9]+)?\s?(?:["″”]|''))?(?:\s?(?P<north>[NS]))?"#,
        r#"[\s,;]{0,3}(?P<e>[EW]\s?)?[0-9]{1,3}\s?[°º]\s?[0-9]{1,2}(?:\.[0-9]+)?\s?['′’]?(?:\s?[0-9]{1,2}(?:\.[0-9]+)?\s?(?:["″”]|''))?(?:\s?(?P<east>[EW])\b)?"#,
    ))
});

static PIN: LazyLock<Regex> = LazyLock::new(|| {
    compile(concat!(
        r"(?i)(?:https?://)?\b(?:www\.)?(?:maps\.app\.goo\.gl/|goo\.gl/maps/|maps\.google\.[a-z.]{2,6}/|google\.[a-z.]{2,6}/maps/",
        r"|maps\.apple\.com/|waze\.com/ul|openstreetmap\.org/(?:\?|#map|node)|what3words\.com/|w3w\.co/)[^\s<>()]*",
        r"|\bgeo:-?[0-9.]+,-?[0-9.]+",
        r"|\b(?:what3words|w3w)(?:\s(?:is|are|address|location))*[\s:=-]{1,3}/{0,3}(?P<words>\p{L}+\.\p{L}+\.\p{L}+)",
    ))
});

/// One of these stands in every match of [`PIN`].
const PINS: &[&str] = &["geo", "goo", "maps", "openstreetmap", "w3w", "waze", "what3words"];

static THREE_WORDS: LazyLock<Regex> = LazyLock::new(|| compile(r"///\p{L}+\.\p{L}+\.\p{L}+"));

static GRID: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"\b(?P<square>[HNOST][A-HJ-Z])\s?(?:[0-9]{3}\s?[0-9]{3}|[0-9]{4}\s?[0-9]{4}|[0-9]{5}\s?[0-9]{5})\b",
    )
});

/// Ten places or more, of twenty signs (Open Location Code, section on the code digits).
static PLUS_CODE: LazyLock<Regex> =
    LazyLock::new(|| compile(r"\b[23456789CFGHJMPQRVWX]{4,8}\+[23456789CFGHJMPQRVWX]{2,3}\b"));

/// The squares of the national grid that hold land.
const SQUARES: &[&str] = &[
    "HP", "HT", "HU", "HW", "HX", "HY", "HZ", "NA", "NB", "NC", "ND", "NF", "NG", "NH", "NJ", "NK",
    "NL", "NM", "NN", "NO", "NR", "NS", "NT", "NU", "NW", "NX", "NY", "NZ", "OV", "SC", "SD", "SE",
    "SH", "SJ", "SK", "SM", "SN", "SO", "SP", "SR", "SS", "ST", "SU", "SV", "SW", "SX", "SY", "SZ",
    "TA", "TF", "TG", "TL", "TM", "TQ", "TR", "TV",
];

/// Words that announce a reference to the grid.
const GRIDS: &[&str] = &[
    "camp",
    "coordinates",
    "grid",
    "gridref",
    "location",
    "map",
    "meet",
    "meeting",
    "navigate",
    "os",
    "summit",
    "waypoint",
];

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
    for found in captures(&DECIMAL, sight.clear()) {
        let Some(whole) = found.get(0) else { continue };
        let number = |name| found.name(name).and_then(|part| part.as_str().parse::<f64>().ok());
        let (Some(lat), Some(long)) = (number("lat"), number("long")) else { continue };
        let west =
            found.name("west").is_some_and(|sign| sign.as_str().starts_with(['-', '−', 'w', 'W']))
                || whole.as_str().ends_with(['w', 'W']);
        let span = sight.place(whole.range());
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
    for found in captures(&SEXAGESIMAL, sight.text()) {
        let one = |before, behind| found.name(before).or_else(|| found.name(behind)).is_some();
        // Without directions they are temperatures, or angles of a lesson.
        if let Some(whole) = found.get(0)
            && one("n", "north")
            && one("e", "east")
        {
            let message = "Latitude and longitude of a place.";
            seen.push(Sighting::new(whole.range().into(), Certainty::Certain, message));
        }
    }
}

fn grid(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    for found in captures(&GRID, sight.clear()) {
        let (Some(whole), Some(square)) = (found.get(0), found.name("square")) else { continue };
        if !SQUARES.contains(&square.as_str()) {
            continue;
        }
        let span = sight.place(whole.range());
        let digits = whole.as_str().bytes().filter(u8::is_ascii_digit).count();
        let certainty = if speaks_of(sight, span, GRIDS) {
            Certainty::Certain
        } else if digits == 10 || stands_alone(sight, span) {
            Certainty::Likely
        } else {
            continue;
        };
        seen.push(Sighting::new(span, certainty, "A reference to the national grid."));
    }
}

fn plus_codes(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    for found in captures(&PLUS_CODE, sight.clear()) {
        let Some(whole) = found.get(0) else { continue };
        let both = whole.as_str().contains(|c: char| c.is_ascii_digit())
            && whole.as_str().contains(|c: char| c.is_ascii_alphabetic());
        if both {
            let span = sight.place(whole.range());
            seen.push(Sighting::new(span, Certainty::Likely, "A plus code of a place."));
        }
    }
}

fn three_words(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    if sight.text().contains("///") {
        let found = THREE_WORDS.find_iter(sight.text());
        seen.extend(found.map(|found| {
            Sighting::new(found.range().into(), Certainty::Likely, "A place in three words.")
        }));
    }
}

fn pins(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    seen.extend(captures(&PIN, sight.text()).filter_map(|found| {
        let pin = found.name("words").or_else(|| found.get(0))?;
        let span = Span::new(pin.start(), pin.start() + without_end(pin.as_str()).len());
        Some(Sighting::new(span, Certainty::Likely, "A pin on a map."))
    }));
}
