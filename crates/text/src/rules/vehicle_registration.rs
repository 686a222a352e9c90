//! `privacy/vehicle-registration`: number plates.
//!
//! DVLA INF104. Plates since 2001 (`AB12 CDE`: two letters of an area, an age, three letters) are
//! plates wherever they stand in capitals. Older ones (`A123 BCD`, `ABC 123D`, `ABC 123`) look like
//! classes and rooms, so that words of cars must stand near.

use std::sync::LazyLock;

use gatepost_model::{Certainty, Excerpt, Rule, Span};
use regex::Regex;

use crate::expression::{captures, compile};
use crate::gate::Gate;
use crate::screen::{Look, Screen, Sighting};
use crate::shapes::Shapes;
use crate::sight::Sight;
use crate::surroundings::speaks_of;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    id: "privacy/vehicle-registration",
    title: "Number plates",
    finds: "Registration marks of vehicles: modern ones anywhere, older ones near words of cars.",
    why: "A plate leads to its keeper, and naming it in public starts a quarrel.",
    remedy: "Take the plate out; speak to the driver, or say “a grey car”.",
    flagged: &[
        "Would the owner of ⟦ZZ99 ZZA⟧ please move it",
        "The grey car ⟦Q123 ZZZ⟧ blocks the gate",
    ],
    clean: &[
        "Well done to Y7 CAT and S12 LAB",
        "Class A123 BCD meets in room 4",
        "Set texts: WW2 and KS3 ICT",
    ],
    misses: &["Plates of other countries."],
    excerpt: Excerpt::Masked,
};

/// How it looks.
pub(crate) static SCREEN: Screen = Screen {
    rule: &RULE,
    looks: &[
        Look::Pattern { gate: Gate::shapes(Shapes::PLATE), find: modern },
        Look::Pattern { gate: Gate::shapes(Shapes::DIGIT).and_cues(&[CARS]), find: older },
    ],
};

/// Words of cars and where they stand.
const CARS: &[&str] = &[
    "audi",
    "blocking",
    "bmw",
    "bus",
    "car",
    "cars",
    "clamped",
    "driver",
    "drives",
    "driving",
    "driven",
    "estate",
    "fiesta",
    "ford",
    "headlights",
    "honda",
    "hatchback",
    "jeep",
    "keeper",
    "lights",
    "lorry",
    "mini",
    "minibus",
    "motorbike",
    "nissan",
    "number",
    "numberplate",
    "owner",
    "parked",
    "parking",
    "peugeot",
    "plate",
    "plates",
    "reg",
    "registered",
    "registration",
    "renault",
    "rover",
    "saloon",
    "seat",
    "tesla",
    "tow",
    "towed",
    "toyota",
    "truck",
    "van",
    "vauxhall",
    "vehicle",
    "vehicles",
    "volvo",
    "vrm",
    "vw",
    "yaris",
    "zigzags",
];

static MODERN: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?i)\b(?P<plate>[A-HJ-PR-Z][A-HJ-PR-Z](?:0[1-9]|[1-9][0-9])[ \u{a0}-]?[A-HJ-PR-Z]{3})\b",
    )
});

static OLDER: LazyLock<Regex> = LazyLock::new(|| {
    compile(concat!(
        r"(?i)\b(?P<plate>[A-HJ-NPQR-TV-Y][0-9]{1,3}[ -]?[A-HJ-PR-Z]{3}|[A-HJ-PR-Z]{3}[ -]?[0-9]{1,3}[ -]?[A-HJ-NPR-TV-Y]",
        r"|[A-Z]?[A-Z]?[IZ][A-Z]?[ -]?[0-9]{3,4}|[A-Z]{3}[ -]?[0-9]{3,4}|[A-Z]{1,2}[ -]?[0-9]{4}|[0-9]{1,4}[ -][A-Z]{2,3}|[0-9]{3}[ -]?[DX][ -]?[0-9]{3})\b",
    ))
});

/// Letters that end what looks like a plate and is a class, a test or a thing.
const NO_PLATES: &[&str] = &[
    "cat", "sat", "lab", "art", "ict", "pse", "rse", "pta", "sen", "gcs", "the", "and", "for",
    "are", "was", "not", "all", "but", "per", "pts", "day", "min", "mph", "cars", "men", "car",
    "van", "bus", "new", "old", "red", "out", "off", "can", "has", "had", "who", "may", "june",
    "am", "pm", "km", "st", "nd", "rd", "th", "of", "in", "on", "at", "to", "or", "by", "my", "is",
    "it", "as", "we", "hrs", "mins",
];

fn modern(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    for found in captures(&MODERN, sight.text()) {
        let Some(plate) = found.name("plate") else { continue };
        let span = Span::from(plate.range());
        let near = speaks_of(sight, span, CARS);
        let shouted = !plate.as_str().contains(char::is_lowercase);
        let certainty = match (near, shouted) {
            (true, _) => Certainty::Certain,
            (false, true) => Certainty::Likely,
            (false, false) => continue,
        };
        if !is_word(plate.as_str()) || near && shouted {
            seen.push(Sighting::new(span, certainty, "A vehicle's registration mark."));
        }
    }
}

fn older(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    for found in captures(&OLDER, sight.text()) {
        let Some(plate) = found.name("plate") else { continue };
        let span = Span::from(plate.range());
        let shouted = !plate.as_str().contains(char::is_lowercase);
        if shouted && !is_word(plate.as_str()) && speaks_of(sight, span, CARS) {
            seen.push(Sighting::new(
                span,
                Certainty::Likely,
                "What looks like a registration mark.",
            ));
        }
    }
}

/// True if its letters are a plain word or abbreviation.
fn is_word(plate: &str) -> bool {
    let lower = plate.to_lowercase();
    lower.split(|c: char| !c.is_ascii_lowercase()).any(|letters| NO_PLATES.contains(&letters))
}
