//! Whose something is, going by the words around it: a venue's, or a person's home.

use gatepost_model::Span;

use crate::sight::Sight;

/// How many tokens on either side count.
const REACH: usize = 10;

/// Places and bodies whose address or landline anybody may give.
const VENUES: &[&str] = &[
    "academy",
    "aquarium",
    "arena",
    "barn",
    "cafe",
    "castle",
    "cathedral",
    "centre",
    "charity",
    "church",
    "cinema",
    "clinic",
    "club",
    "college",
    "council",
    "farm",
    "foodbank",
    "gallery",
    "garden",
    "gardens",
    "gp",
    "hall",
    "headquarters",
    "helpline",
    "hospital",
    "hotel",
    "hq",
    "library",
    "mosque",
    "museum",
    "nursery",
    "office",
    "park",
    "pavilion",
    "pool",
    "pub",
    "reception",
    "restaurant",
    "school",
    "shop",
    "showroom",
    "stadium",
    "station",
    "store",
    "studio",
    "surgery",
    "synagogue",
    "temple",
    "theatre",
    "university",
    "venue",
    "warehouse",
    "zoo",
];

/// Words that speak of somebody's own place or number.
const HOMES: &[&str] = &[
    "dad", "daddy", "flat", "gran", "grandma", "grandad", "her", "his", "home", "live", "lives",
    "living", "mobile", "mum", "mummy", "my", "nan", "parents", "personal", "private", "their",
    "whatsapp",
];

/// Whose something seems to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Whose {
    /// A venue, firm or public body, and nothing speaks of a person.
    Venue,
    /// A person.
    Person,
    /// Nothing says.
    Unknown,
}

/// Judges by the words of the same line, as far as they are near.
pub(crate) fn whose(sight: &Sight<'_>, span: Span) -> Whose {
    let tokens = sight.prose.tokens();
    let first = sight.token_at(span.start);
    let last = sight.token_at(span.end);
    let before = tokens.get(first.saturating_sub(REACH)..first).unwrap_or_default();
    let behind = tokens.get(last..tokens.len().min(last + REACH)).unwrap_or_default();
    let same_line = |from: usize, to: usize| {
        sight.text().get(from..to).is_some_and(|between| !between.contains("\n\n"))
    };
    let near = before
        .iter()
        .filter(|token| same_line(token.span.end, span.start))
        .chain(behind.iter().filter(|token| same_line(span.end, token.span.start)));
    let mut whose = Whose::Unknown;
    for token in near {
        if sight.is_one_of(token, HOMES) {
            return Whose::Person;
        }
        if sight.is_one_of(token, VENUES) {
            whose = Whose::Venue;
        }
    }
    whose
}
