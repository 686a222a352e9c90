//! Whose something is, going by the words around it: a venue's, or a person's home.

use gatepost_model::{Span, Token};

use crate::sight::Sight;

/// How many tokens on either side count.
const REACH: usize = 10;

/// Places and bodies whose address or landline anybody may give.
const VENUES: &[&str] = &[
    "academy",
    "allotment",
    "allotments",
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

/// Judges by the words of the same paragraph, as far as they are near.
pub(crate) fn whose(sight: &Sight<'_>, span: Span) -> Whose {
    let mut whose = Whose::Unknown;
    for token in neighbours(sight, span, REACH) {
        if sight.is_one_of(token, HOMES) {
            return Whose::Person;
        }
        if sight.is_one_of(token, VENUES) {
            whose = Whose::Venue;
        }
    }
    whose
}

/// True if one of these words, folded, stands near a place in the same paragraph.
pub(crate) fn speaks_of(sight: &Sight<'_>, span: Span, words: &[&str]) -> bool {
    neighbours(sight, span, REACH).any(|token| sight.is_one_of(token, words))
}

/// The same, within so many words.
pub(crate) fn speaks_at_once_of(
    sight: &Sight<'_>,
    span: Span,
    words: &[&str],
    reach: usize,
) -> bool {
    neighbours(sight, span, reach).any(|token| sight.is_one_of(token, words))
}

/// True if the word before a place, or the one before that, is one of these.
pub(crate) fn follows(sight: &Sight<'_>, span: Span, words: &[&str]) -> bool {
    let first = sight.token_at(span.start);
    let before = sight.prose.tokens().get(first.saturating_sub(2)..first).unwrap_or_default();
    before.iter().any(|token| sight.is_one_of(token, words))
}

/// True if nothing else is said in the line of a place: a bare identifier, as lists have them.
pub(crate) fn stands_alone(sight: &Sight<'_>, span: Span) -> bool {
    let before = sight.text().get(..span.start).unwrap_or_default().chars().rev();
    let behind = sight.text().get(span.end..).unwrap_or_default().chars();
    let wordless = |c: char| !c.is_alphanumeric();
    before.take_while(|c| *c != '\n').all(wordless)
        && behind.take_while(|c| *c != '\n').all(wordless)
}

/// The tokens within so many of a place, in the same paragraph.
fn neighbours<'s>(
    sight: &'s Sight<'_>,
    span: Span,
    reach: usize,
) -> impl Iterator<Item = &'s Token> {
    let tokens = sight.prose.tokens();
    let first = sight.token_at(span.start);
    let last = sight.token_at(span.end);
    let before = tokens.get(first.saturating_sub(reach)..first).unwrap_or_default();
    let behind = tokens.get(last..tokens.len().min(last + reach)).unwrap_or_default();
    let from = before.first().map_or(span.start, |token| token.span.end);
    let to = behind.last().map_or(span.end, |token| token.span.start);
    let text = |from: usize, to: usize| sight.text().get(from..to).unwrap_or_default();
    let from = text(from, span.start).rfind("\n\n").map_or(0, |at| from + at);
    let to = text(span.end, to).find("\n\n").map_or(usize::MAX, |at| span.end + at);
    before
        .iter()
        .filter(move |token| token.span.end > from)
        .chain(behind.iter().filter(move |token| token.span.start <= to))
}
