//! `privacy/vehicle-registration`: number plates.
//!
//! DVLA INF104 and V796. Plates since 2001 (`AB12 CDE`: two letters of an area, an age, three letters)
//! are plates wherever they stand in capitals; the ages go from 02 and 51 upwards. Older ones with three
//! digits (`A123 BCD`, `ABC 123D`) are plates alone in a line, and others (`A1 BCD`, `ABC 123`, `AIZ
//! 1234`) look like classes and rooms, so that words of cars must stand near.

use std::sync::LazyLock;

use gatepost_model::{Certainty, Excerpt, Rule, Span};
use regex::Regex;

use crate::expression::{captures, compile};
use crate::gate::Gate;
use crate::screen::{Look, Screen, Sighting};
use crate::shapes::Shapes;
use crate::sight::Sight;
use crate::surroundings::{follows, speaks_at_once_of, speaks_of, stands_alone};

/// The rule.
pub(crate) static RULE: Rule = Rule {
    id: "privacy/vehicle-registration",
    title: "Number plates",
    finds: "Registration marks of vehicles: modern ones anywhere, older ones near words of cars or alone in a line.",
    why: "A plate leads to its keeper, and naming it in public starts a quarrel.",
    remedy: "Take the plate out; speak to the driver, or say “a grey car”.",
    flagged: &[
        "Would the owner of ⟦ZZ99 ZZA⟧ please move it",
        "The grey car ⟦Q123 ZZZ⟧ blocks the gate",
        "reg ⟦q123 zzz⟧ is across the drive",
    ],
    clean: &[
        "Well done to Y7 CAT and S12 LAB",
        "Class A123 BCD meets in room 4",
        "Set texts: WW2 and KS3 ICT",
        "Paper AB49 ABC is for the display",
        "We raised GBP 340 for the minibus",
    ],
    misses: &["Plates of other countries."],
    excerpt: Excerpt::Masked,
};

/// How it looks.
pub(crate) static SCREEN: Screen = Screen {
    rule: &RULE,
    looks: &[
        Look::Pattern { gate: Gate::shapes(Shapes::PLATE), find: modern },
        Look::Pattern { gate: Gate::shapes(Shapes::MIXED), find: dated },
        Look::Pattern {
            gate: Gate::shapes(Shapes::DIGIT).and_cues(&[PLATES, CARS]),
            find: undated,
        },
        Look::Pattern { gate: Gate::shapes(Shapes::DIGIT).and_cues(&[PLATES]), find: announced },
    ],
};

/// Words for plates, behind which one may be written in small letters.
const PLATES: &[&str] = &[
    "numberplate",
    "numberplates",
    "plate",
    "plates",
    "reg",
    "regs",
    "registered",
    "registration",
    "vrm",
];

/// Words of cars and where they stand.
const CARS: &[&str] = &[
    "audi",
    "blocking",
    "bmw",
    "car",
    "cars",
    "citroen",
    "clamped",
    "corsa",
    "dacia",
    "drives",
    "driveway",
    "driven",
    "estate",
    "fiat",
    "fiesta",
    "ford",
    "golf",
    "headlights",
    "honda",
    "hatchback",
    "hyundai",
    "jaguar",
    "jeep",
    "keeper",
    "kia",
    "lorry",
    "mazda",
    "mercedes",
    "minibus",
    "motorbike",
    "nissan",
    "owner",
    "owns",
    "parked",
    "parking",
    "peugeot",
    "polo",
    "qashqai",
    "renault",
    "rover",
    "saloon",
    "seat",
    "skoda",
    "suzuki",
    "taxi",
    "tesla",
    "tow",
    "towed",
    "toyota",
    "truck",
    "van",
    "vans",
    "vauxhall",
    "vehicle",
    "vehicles",
    "volkswagen",
    "volvo",
    "vw",
    "yaris",
    "zigzags",
];

/// Words of cars that are other things as often: they count beside a plate, and start no search.
const MAYBE_CARS: &[&str] =
    &["blocked", "bus", "driver", "driving", "lights", "mini", "move", "number", "yellow"];

static MODERN: LazyLock<Regex> = LazyLock::new(|| {
    compile(r"(?i)\b(?P<plate>[A-Z]{2}[ -]?(?P<age>[0-9]{2})[ \u{a0}.-]?[A-Z]{3})\b")
});

static DATED: LazyLock<Regex> = LazyLock::new(|| {
    compile(concat!(
        r"(?i)\b(?P<plate>[A-HJ-NPQR-TV-Y](?P<after>[0-9]{1,3})[ \u{a0}.-]?[A-HJ-PR-Z]{3}",
        r"|[A-HJ-PR-Z]{3}[ \u{a0}.-]?(?P<before>[0-9]{1,3})[A-HJ-NPR-TV-Y])\b",
    ))
});

static UNDATED: LazyLock<Regex> = LazyLock::new(|| {
    compile(concat!(
        r"\b(?P<plate>[A-Z]?[A-Z]?[IZ][A-Z]?[ -]?[0-9]{3,4}|[A-Z]{3}[ -]?[0-9]{3,4}|[A-Z]{1,2}[ -]?[0-9]{4}",
        r"|[0-9]{1,4}[ -][A-Z]{2,3}|[0-9]{3,4}[A-Z]{2,3}|[0-9]{3}[ -]?[DX][ -]?[0-9]{3})\b",
    ))
});

/// Capitals and digits at once behind a word for plates: nothing else is written there.
static ANNOUNCED: LazyLock<Regex> = LazyLock::new(|| {
    compile(concat!(
        r"(?:\b(?i:reg|registration|plate|numberplate|vrm)(?:\s(?i:number|no|mark|is))*[.:]{0,2}\s{1,2})",
        r"(?P<plate>[A-Z0-9](?:[ .-]?[A-Z0-9]){3,6})(?:[^A-Za-z0-9]|$)",
    ))
});

/// Letters of what looks like a plate and is a class, a test, money or a thing.
const NO_PLATES: &[&str] = &[
    "cat", "sat", "lab", "art", "ict", "pse", "rse", "pta", "sen", "gcs", "the", "and", "for",
    "are", "was", "not", "all", "but", "per", "pts", "day", "min", "mph", "cars", "men", "car",
    "van", "bus", "new", "old", "red", "out", "off", "can", "has", "had", "who", "may", "june",
    "am", "pm", "km", "st", "nd", "rd", "th", "of", "in", "on", "at", "to", "or", "by", "my", "is",
    "it", "as", "we", "hrs", "mins", "gbp", "eur", "usd", "urn", "iso", "isbn", "pin", "tel",
    "fax", "ext", "box", "co", "mb", "gb", "tb", "kg", "cm", "mm", "ml", "ks", "ww", "bc", "ad",
    "ce", "bce", "sats", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "oct", "nov",
    "dec", "mon", "tue", "wed", "thu", "fri", "sun", "kwh", "mpg", "pcs", "max", "led", "usb",
    "amp", "hz", "vat", "ref", "bst", "gmt", "yr", "yrs",
];

/// Words before what is a class, a room or a model.
const NO_CARS: &[&str] = &[
    "class", "code", "form", "group", "invoice", "item", "model", "module", "order", "part", "ref",
    "room", "set", "unit",
];

/// How near words of cars and plates stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Said {
    /// A word for plates.
    Plate,
    /// A word of cars.
    Car,
    /// None.
    Nothing,
}

fn said(sight: &Sight<'_>, span: Span) -> Said {
    if speaks_of(sight, span, PLATES) {
        Said::Plate
    } else if speaks_of(sight, span, CARS) || speaks_of(sight, span, MAYBE_CARS) {
        Said::Car
    } else {
        Said::Nothing
    }
}

fn modern(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    for found in captures(&MODERN, sight.clear()) {
        let (Some(plate), Some(age)) = (found.name("plate"), found.name("age")) else { continue };
        let span = sight.place(plate.range());
        let shouted = !plate.as_str().contains(char::is_lowercase);
        let strict = is_issued(plate.as_str(), age.as_str());
        let certainty = match said(sight, span) {
            Said::Plate => Certainty::Certain,
            Said::Car if shouted => Certainty::Certain,
            Said::Car if !is_word(plate.as_str()) => Certainty::Likely,
            Said::Nothing
                if strict && !is_word(plate.as_str()) && (shouted || stands_alone(sight, span)) =>
            {
                Certainty::Likely
            }
            _ => continue,
        };
        seen.push(Sighting::new(span, certainty, "A vehicle's registration mark."));
    }
}

/// True for a mark that may have been issued: no `I` and `Q`, no `Z` among the first two letters, and an
/// age of a half year since September 2001.
fn is_issued(plate: &str, age: &str) -> bool {
    let mut letters =
        plate.chars().filter(char::is_ascii_alphabetic).map(|c| c.to_ascii_uppercase());
    let area = letters.by_ref().take(2).all(|c| !matches!(c, 'I' | 'Q' | 'Z'));
    let rest = letters.all(|c| !matches!(c, 'I' | 'Q'));
    area && rest && matches!(age.parse(), Ok(2..=29_u8 | 51..=79))
}

fn dated(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    for found in captures(&DATED, sight.clear()) {
        let Some(plate) = found.name("plate") else { continue };
        let span = sight.place(plate.range());
        let digits = found.name("after").or_else(|| found.name("before"));
        let three = digits.is_some_and(|digits| digits.len() == 3);
        // `Y7 KLM` is a class of Year 7.
        let prefixed = found.name("after").is_some() && !plate.as_str().starts_with('Y');
        let shouted = !plate.as_str().contains(char::is_lowercase);
        let message = "What looks like a registration mark.";
        // What is no word is looked at first: nearly all that is found here is one.
        let word = is_word(plate.as_str());
        let plated = || speaks_of(sight, span, PLATES);
        let certain = match (shouted, word) {
            (false, true) => false,
            (true, true) | (false, false) => plated(),
            (true, false) => {
                said(sight, span) != Said::Nothing
                    || ((three || prefixed) && stands_alone(sight, span))
            }
        };
        if !certain {
            continue;
        }
        if !follows(sight, span, NO_CARS) {
            seen.push(Sighting::new(span, Certainty::Likely, message));
        }
    }
}

fn undated(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    // Also those with few digits, and those whose letters and age are parted.
    modern(sight, seen);
    dated(sight, seen);
    for found in captures(&UNDATED, sight.clear()) {
        let Some(plate) = found.name("plate") else { continue };
        let span = sight.place(plate.range());
        let money = sight.before(span).is_some_and(|c| matches!(c, '£' | '€' | '$'));
        let digits = plate.as_str().trim_matches(|c: char| !c.is_ascii_digit());
        let year = digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
        // `12 BMX`: a number before capitals is a number of things, unless a word says what it is.
        let spoken_of = if plate.as_str().starts_with(|c: char| c.is_ascii_digit()) {
            follows(sight, span, PLATES)
        } else {
            speaks_of(sight, span, PLATES) || (!year && speaks_at_once_of(sight, span, CARS, 3))
        };
        if !money && spoken_of && !is_word(plate.as_str()) && !follows(sight, span, NO_CARS) {
            seen.push(Sighting::new(
                span,
                Certainty::Likely,
                "What looks like a registration mark.",
            ));
        }
    }
}

fn announced(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    for found in captures(&ANNOUNCED, sight.clear()) {
        let Some(plate) = found.name("plate") else { continue };
        let mark: String = plate.as_str().chars().filter(char::is_ascii_alphanumeric).collect();
        let both = mark.contains(|c: char| c.is_ascii_digit())
            && mark.contains(|c: char| c.is_ascii_alphabetic());
        if both && (4..=7).contains(&mark.len()) {
            let span = sight.place(plate.range());
            let message = "What stands behind the word for a registration mark.";
            seen.push(Sighting::new(span, Certainty::Likely, message));
        }
    }
}

/// True if its letters are a plain word or abbreviation.
fn is_word(plate: &str) -> bool {
    let words = plate.split(|c: char| !c.is_ascii_alphabetic());
    words
        .filter(|word| !word.is_empty())
        .any(|word| NO_PLATES.iter().any(|known| known.eq_ignore_ascii_case(word)))
}
