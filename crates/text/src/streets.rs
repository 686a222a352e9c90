//! House numbers and streets.
//!
//! In: a text as it was written. Out: the places of lines such as `12 Beech Close`, `Flat 3, 27
//! Station Road` and `4a The Mews`: a number of a house, one to three words with capitals, and a
//! word for a street. BS 7666 part 2 has the parts; the words for streets are those of everyday.

use std::sync::LazyLock;

use gatepost_model::Span;
use regex::Regex;

use crate::expression::{captures, compile};
use crate::sight::Sight;

/// Words that end the name of a street. Also the cues of the gate.
pub(crate) const KINDS: &[&str] = &[
    "road",
    "rd",
    "street",
    "st",
    "avenue",
    "ave",
    "lane",
    "ln",
    "close",
    "cl",
    "drive",
    "dr",
    "way",
    "crescent",
    "cres",
    "court",
    "ct",
    "gardens",
    "gdns",
    "grove",
    "place",
    "pl",
    "terrace",
    "terr",
    "row",
    "walk",
    "mews",
    "square",
    "sq",
    "parade",
    "rise",
    "croft",
    "fold",
    "chase",
    "meadow",
    "meadows",
    "vale",
    "bank",
    "brow",
    "wynd",
    "loan",
    "brae",
    "hill",
    "green",
    "view",
    "park",
    "gate",
    "mount",
    "quay",
    "wharf",
    "yard",
    "cottages",
    "villas",
    "buildings",
    "house",
    "common",
    "end",
    "heath",
    "crest",
    "dene",
    "garth",
    "drove",
    "causeway",
    "promenade",
    "esplanade",
    "heights",
    "spinney",
    "copse",
    "orchard",
    "paddock",
    "paddocks",
    "circus",
    "broadway",
    "highway",
    "bypass",
    "nook",
    "leas",
    "lea",
    "dell",
    "glade",
    "reach",
    "side",
    "ridge",
    "slade",
    "approach",
    "arcade",
    "alley",
    "passage",
    "path",
    "mill",
];

/// Those of them that end most streets, for lines in small letters.
pub(crate) const PLAIN_KINDS: &[&str] = &[
    "road", "rd", "street", "avenue", "ave", "lane", "close", "drive", "crescent", "grove",
    "terrace", "mews", "gardens", "court",
];

/// Streets of books, films and power, which everybody knows.
const FAMOUS: &[&str] = &[
    "downing street",
    "baker street",
    "privet drive",
    "wallaby way",
    "windsor gardens",
    "festive road",
    "cherry tree lane",
    "coronation street",
    "sesame street",
    "albert square",
    "ramsay street",
    "evergreen terrace",
    "grimmauld place",
    "spinner s end",
    "drury lane",
    "spooner street",
    "penny lane",
    "acacia avenue",
    "wimpole street",
    "mulberry street",
    "wisteria lane",
    "elm street",
    "pudding lane",
    "bank street tower",
];

static LINE: LazyLock<Regex> = LazyLock::new(|| {
    compile(&format!(
        r"(?P<flat>\b(?i:flat|apartment|apt|unit|room)\s?[0-9]{{1,3}}[A-Za-z]?,?\s)?\b(?P<number>[0-9]{{1,4}}[A-Za-z]?)(?:\s?[-–/]\s?[0-9]{{1,4}}[A-Za-z]?)?,?\s(?P<street>(?:(?:The|the|St\.?|Old|Upper|Lower|Great|Little|North|South|East|West|New|[A-Z][a-z'’-]+)\s){{1,4}}(?i:{kinds}))\b(?P<behind>,?\s(?i:[A-Z]{{1,2}}[0-9][0-9A-Z]?\s[0-9][A-Z]{{2}}\b|estate\b)?)?",
        kinds = KINDS.join("|"),
    ))
});

/// `lives at 12 beech close`: in small letters, but behind words that speak of a home.
static HOME: LazyLock<Regex> = LazyLock::new(|| {
    compile(&format!(
        r"(?i)\b(?:lives?|living|address|moved|moving|party|house|home|round)\b(?:\s(?:is|are|at|in|on|to|now|over|just))*[\s:,]{{1,2}}(?P<line>(?:number\s|no\.?\s?)?[0-9]{{1,4}}[a-z]?,?\s(?P<street>(?:[a-z'’-]+\s){{1,3}}?(?:{kinds})))\b",
        kinds = PLAIN_KINDS.join("|"),
    ))
});

/// What stands in front of numbers that are no houses.
const NO_HOUSES: &[&str] = &[
    "age", "aged", "chapter", "class", "classes", "day", "form", "grade", "group", "ks", "lesson",
    "level", "page", "part", "platform", "round", "room", "route", "set", "stage", "team", "term",
    "under", "unit", "week", "year", "years", "y", "bus", "house", "chelsea", "area", "junction",
    "exit",
];

/// What stands behind classes and houses of a school, and behind no street.
const NO_STREETS: &[&str] = &[
    "badges",
    "books",
    "captain",
    "captains",
    "cards",
    "certificates",
    "children",
    "class",
    "classes",
    "club",
    "friends",
    "medals",
    "merits",
    "players",
    "point",
    "points",
    "prefects",
    "pupil",
    "pupils",
    "stars",
    "stickers",
    "students",
    "team",
    "teams",
    "tickets",
    "tokens",
    "winners",
];

/// Words before a place where somebody or something is.
const AT: &[&str] = &[
    "at", "to", "address", "from", "of", "on", "near", "outside", "live", "lives", "home", "in",
    "visit", "meet", "is", "by",
];

/// A line of an address.
pub(crate) struct Line {
    /// Its place.
    pub(crate) span: Span,
    /// True if it names a flat, or a word before it says that somebody or something is there.
    pub(crate) told: bool,
    /// The name of its street, as written.
    pub(crate) street: Span,
}

/// Words of a name of a street that say it is none: *the party at 2 is on a school drive*.
const NO_NAMES: &[&str] = &[
    "a", "am", "and", "at", "for", "in", "is", "near", "of", "on", "our", "pm", "the", "this",
    "to", "will", "with", "your",
];

/// The houses of people in a text, with their streets.
pub(crate) fn homes<'s>(sight: &'s Sight<'_>) -> impl Iterator<Item = (Span, Span)> + 's {
    captures(&HOME, sight.text()).filter_map(|found| {
        let (line, street) = (found.name("line")?, found.name("street")?);
        let name = street.as_str().to_lowercase();
        let plain = name.split_whitespace().any(|word| NO_NAMES.contains(&word));
        let famous = FAMOUS.iter().any(|famous| name.ends_with(famous));
        (!plain && !famous).then(|| (line.range().into(), street.range().into()))
    })
}

/// The lines of a text, in order.
pub(crate) fn lines<'s>(sight: &'s Sight<'_>) -> impl Iterator<Item = Line> + 's {
    captures(&LINE, sight.text()).filter_map(move |found| {
        let number = found.name("number")?;
        let street = found.name("street")?;
        let from = found.name("flat").map_or(number.start(), |flat| flat.start());
        let span = Span::new(from, street.end());
        let index = sight.token_at(from);
        let before = index.checked_sub(1).and_then(|at| sight.prose.tokens().get(at));
        let close = before.is_some_and(|token| {
            let between = sight.text().get(token.span.end..from).unwrap_or_default();
            between.trim().is_empty() || between.trim() == ":"
        });
        if close && before.is_some_and(|token| sight.is_one_of(token, NO_HOUSES)) {
            return None;
        }
        let name = street.as_str().to_lowercase().replace(['\'', '’'], " ");
        if FAMOUS.iter().any(|famous| name.ends_with(famous)) {
            return None;
        }
        // `3 Oak Class`, `2 Park pupils`: a word for a street in small letters ends no name.
        let kind = street.as_str().rsplit(char::is_whitespace).next()?;
        if kind.starts_with(char::is_lowercase) {
            return None;
        }
        let behind = sight.prose.tokens().get(sight.token_at(street.end()));
        if behind.is_some_and(|token| sight.is_one_of(token, NO_STREETS)) {
            return None;
        }
        let told = found.name("flat").is_some()
            || close && before.is_some_and(|token| sight.is_one_of(token, AT));
        Some(Line { span, told, street: Span::from(street.range()) })
    })
}
