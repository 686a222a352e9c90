//! `privacy/address`: where somebody lives.
//!
//! Lines with a number and a street (`12 Beech Close`, `Flat 3, 27 Station Road`), and postcodes: the
//! shape of Royal Mail's *Programmers' Guide to PAF*, section on postcode formats, with the area and the
//! kind of district proved, so that `Y7 CAT`, `S12 LAB` and `MP3 4GB` are none.

use std::sync::LazyLock;

use gatepost_model::{Certainty, Excerpt, Rule, Span};
use regex::Regex;

use crate::expression::{captures, compile};
use crate::gate::Gate;
use crate::own::squeezed;
use crate::screen::{Look, Screen, Sighting};
use crate::shapes::Shapes;
use crate::sight::Sight;
use crate::streets;
use crate::surroundings::{Whose, speaks_of, stands_alone, whose};

/// The rule.
pub(crate) static RULE: Rule = Rule {
    id: "privacy/address",
    title: "Addresses",
    finds: "House numbers with a street, and full postcodes, other than the school's own. One of a named venue or firm is only possible.",
    why: "An address leads a stranger to a front door, and a postcode to fifteen of them.",
    remedy: "Take the address out, or name the town or venue alone.",
    flagged: &[
        "Party at Maya's, postcode ⟦ZE98 9ZZ⟧",
        "He lives at ⟦M99 9zz⟧",
        "Cards to ⟦Flat 3, 27 Nowhere Road⟧",
    ],
    clean: &[
        "Find us at Oakfield Lane, ZE99 1ZZ",
        "Well done to Y7 CAT and S12 LAB",
        "Bring an MP3 4GB player and 2 AA batteries",
        "E7 2nd place, B1 1st place",
        "The Prime Minister lives at 10 Downing Street",
    ],
    misses: &["A house with a name and no number.", "Half a postcode."],
    excerpt: Excerpt::Masked,
};

/// How it looks.
pub(crate) static SCREEN: Screen = Screen {
    rule: &RULE,
    looks: &[
        Look::Pattern {
            gate: Gate::shapes(Shapes::POSTCODE).or_cues(&[&["gir", "gir0aa"]]),
            find: postcodes,
        },
        Look::Pattern {
            gate: Gate::shapes(Shapes::HOUSE).and_cues(&[streets::KINDS]),
            find: lines,
        },
        Look::Pattern {
            gate: Gate::shapes(Shapes::DIGIT).and_cues(&[streets::PLAIN_KINDS]),
            find: homes,
        },
    ],
};

/// The 124 postcode areas, and `BF` of the forces.
const AREAS: &[&str] = &[
    "AB", "AL", "B", "BA", "BB", "BD", "BF", "BH", "BL", "BN", "BR", "BS", "BT", "CA", "CB", "CF",
    "CH", "CM", "CO", "CR", "CT", "CV", "CW", "DA", "DD", "DE", "DG", "DH", "DL", "DN", "DT", "DY",
    "E", "EC", "EH", "EN", "EX", "FK", "FY", "G", "GL", "GU", "GY", "HA", "HD", "HG", "HP", "HR",
    "HS", "HU", "HX", "IG", "IM", "IP", "IV", "JE", "KA", "KT", "KW", "KY", "L", "LA", "LD", "LE",
    "LL", "LN", "LS", "LU", "M", "ME", "MK", "ML", "N", "NE", "NG", "NN", "NP", "NR", "NW", "OL",
    "OX", "PA", "PE", "PH", "PL", "PO", "PR", "RG", "RH", "RM", "S", "SA", "SE", "SG", "SK", "SL",
    "SM", "SN", "SO", "SP", "SR", "SS", "ST", "SW", "SY", "TA", "TD", "TF", "TN", "TQ", "TR", "TS",
    "TW", "UB", "W", "WA", "WC", "WD", "WF", "WN", "WR", "WS", "WV", "YO", "ZE",
];

static POSTCODE: LazyLock<Regex> = LazyLock::new(|| {
    compile(concat!(
        r"(?i)\b(?:(?P<area>[A-Z]{1,2})(?P<district>[1-9][0-9]|[0-9]|[1-9][A-HJKMNPR-Y])",
        r"(?P<gap>[ \u{a0}\u{202f}]{0,3}-?)(?P<inward>[0-9][ABD-HJLNP-UW-Z]{2})",
        r"|GIR[ \u{a0}]?0AA)\b",
    ))
});

/// Words behind which a postcode may be written anyhow.
const ANNOUNCED: &[&str] =
    &["address", "home", "house", "lives", "live", "postcode", "postcodes", "satnav"];

/// Small-letter endings that belong to a number: `1st`, `5yr`, `2lb`.
const UNITS: &[&str] = &[
    "st", "nd", "rd", "th", "yr", "hr", "ft", "lb", "pt", "pp", "ss", "ad", "up", "bn", "gb", "tb",
];

fn lines(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    for line in streets::lines(sight) {
        if sight.own.has_street(sight.prose.slice(line.street)) {
            continue;
        }
        let (certainty, message) = match whose(sight, line.span) {
            Whose::Person => (
                Certainty::Certain,
                "A house and a street, and words that speak of somebody's home.",
            ),
            Whose::Venue => (
                Certainty::Possible,
                "A house and a street; they seem to be a venue's or a firm's.",
            ),
            Whose::Unknown if line.told => {
                (Certainty::Likely, "A house and a street that are not the school's.")
            }
            Whose::Unknown => (Certainty::Likely, "What looks like a house and a street."),
        };
        seen.push(Sighting::new(line.span, certainty, message));
    }
}

fn homes(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    for (span, street) in streets::homes(sight) {
        if !sight.own.has_street(sight.prose.slice(street)) {
            let message = "A house and a street, behind words that speak of somebody's home.";
            seen.push(Sighting::new(span, Certainty::Likely, message));
        }
    }
}

fn postcodes(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    for place in valid(sight.clear()) {
        let span = sight.place(place.start..place.end);
        let glued = |c: Option<char>| {
            c.is_some_and(|c| matches!(c, '/' | '=' | '#' | '@' | '_' | '?' | '&'))
        };
        let postcode = place.slice(sight.clear()).unwrap_or_default();
        // `m11ae` without a gap is a serial number as often as a postcode: capitals make the difference.
        let small = !postcode.contains(char::is_whitespace)
            && postcode.contains(|c: char| c.is_ascii_lowercase());
        if small && !speaks_of(sight, span, ANNOUNCED) && !stands_alone(sight, span) {
            continue;
        }
        if glued(sight.before(span)) || sight.own.has_postcode(postcode) {
            continue;
        }
        let (certainty, message) = match whose(sight, span) {
            Whose::Person => {
                (Certainty::Certain, "A postcode, and words that speak of somebody's home.")
            }
            Whose::Venue => {
                (Certainty::Possible, "A postcode; it seems to be a venue's or a firm's.")
            }
            Whose::Unknown => (Certainty::Likely, "A postcode that is not the school's."),
        };
        seen.push(Sighting::new(span, certainty, message));
    }
}

/// Every postcode in a text, in capitals without a space.
pub(crate) fn postcodes_in(text: &str) -> impl Iterator<Item = String> {
    valid(text).filter_map(move |span| span.slice(text)).map(squeezed)
}

fn valid(text: &str) -> impl Iterator<Item = Span> {
    captures(&POSTCODE, text).filter_map(|found| {
        let whole = found.get(0)?;
        let part = |name| found.name(name).map_or("", |part| part.as_str());
        let area = part("area").to_uppercase();
        if area.is_empty() {
            return Some(Span::from(whole.range()));
        }
        if AREAS.binary_search(&area.as_str()).is_err() || !has_district(&area, part("district")) {
            return None;
        }
        let ending = part("inward").get(1..)?;
        if UNITS.contains(&ending) {
            return None;
        }
        Some(Span::from(whole.range()))
    })
}

/// True if an area may have a district: one that ends in a letter is central London's, and 0 stands
/// for a tenth district in a few areas alone.
fn has_district(area: &str, district: &str) -> bool {
    match district.as_bytes() {
        [b'0'] => ["BL", "BS", "CM", "CR", "FY", "HA", "PR", "SL", "SS"].contains(&area),
        [_, letter] if letter.is_ascii_alphabetic() => {
            ["E", "EC", "N", "NW", "SE", "SW", "W", "WC"].contains(&area)
        }
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn areas_are_sorted_and_complete() {
        assert!(super::AREAS.is_sorted());
        // 121 of the United Kingdom, three of the Crown dependencies, one of the forces.
        assert_eq!(super::AREAS.len(), 125);
    }
}
