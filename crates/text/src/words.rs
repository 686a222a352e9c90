//! Which of the terms that were met in a text count.
//!
//! In: the terms of the word lists that stand in a text. Out: sightings of those that nothing excuses.
//! An excuse counts only for the list, or the entry, that names it.

use gatepost_model::{Certainty, Token};

use crate::aim;
use crate::lexicon::{Lexicon, Met, MetExcuse, Spelling, Term};
use crate::school_words;
use crate::screen::{Seen, Sighting};
use crate::sight::Sight;
use crate::wordlist::{MayBeName, Tier};

/// How many tokens away a word still counts as near.
const NEAR: usize = 12;

/// How many tokens the longest innocent phrase has.
const LONGEST_PHRASE: usize = 12;

/// How many tokens before a term what excuses it may begin.
const REACH: usize = if NEAR > LONGEST_PHRASE { NEAR } else { LONGEST_PHRASE };

/// Adds the terms of `met` that count to `seen`. `excuses` is kept for its memory alone.
pub(crate) fn judge(
    lexicon: &Lexicon,
    sight: &Sight<'_>,
    met: &[Met],
    excuses: &mut Vec<MetExcuse>,
    seen: &mut Vec<Seen>,
) {
    excuses.clear();
    let mut excusable = met
        .iter()
        .filter(|here| lexicon.term(here.term).is_some_and(|term| is_excusable(term, here)));
    if let Some(first) = excusable.next() {
        let last = excusable.next_back().unwrap_or(first);
        // A disguised phrase may begin before the token that it is told with.
        let from = first.first.saturating_sub(REACH + 1);
        lexicon.read_excuses(sight.prose, from..last.last + NEAR + 2, excuses);
    }
    for here in met {
        let Some(term) = lexicon.term(here.term) else { continue };
        let excused = is_excusable(term, here)
            && (excused(lexicon, excuses, term, here)
                || names_someone(sight, term, here)
                || names_a_place(sight, here)
                || is_half_of_a_word(sight, here));
        let word = sight.prose.slice(here.span);
        // The best grade at GCSE, three times.
        if word == "A*s" {
            continue;
        }
        let veiled = is_veiled(word);
        let aimed = veiled || aim::at_somebody(sight, here.first);
        if excused || (term.tier == Tier::Aimed && !aimed) {
            continue;
        }
        let (certainty, message) = match term.tier {
            Tier::Always if here.spelling == Spelling::Plain => {
                (Certainty::Certain, term.source.message)
            }
            Tier::Always => (Certainty::Likely, term.source.message),
            Tier::Advice if veiled => (Certainty::Likely, term.source.doubtful),
            Tier::UnlessInnocent | Tier::Aimed => (Certainty::Likely, term.source.doubtful),
            Tier::Advice => (Certainty::Possible, term.source.doubtful),
        };
        seen.push((term.screen, Sighting::new(here.span, certainty, message)));
    }
}

/// True if anything may excuse a term here: one that always counts may be another word misspelt.
fn is_excusable(term: &Term, here: &Met) -> bool {
    term.tier != Tier::Always || here.spelling == Spelling::Misspelt
}

/// True if whoever wrote a word starred letters out: then it is meant as the rude word that it can be.
fn is_veiled(word: &str) -> bool {
    word.trim_matches(|c: char| !c.is_alphanumeric()).contains('*')
}

/// True if a phrase holds a term and excuses it, or a word that excuses it stands near and is not a
/// part of it.
fn excused(lexicon: &Lexicon, excuses: &[MetExcuse], term: &Term, here: &Met) -> bool {
    let from = excuses.partition_point(|&(_, first, ..)| first + REACH < here.first);
    let later = excuses.get(from..).unwrap_or_default();
    later.iter().take_while(|&&(_, first, ..)| first <= here.last + NEAR).any(
        |&(number, first, last, span)| {
            lexicon.excuse(number).is_some_and(|excuse| {
                (first <= here.first
                    && last >= here.last
                    && excuse.excuses_inside(here.term, term.screen))
                    || (!span.overlaps(here.span) && excuse.excuses_near(here.term))
            })
        },
    )
}

/// True if a term of one word is half of an everyday word that was parted: `gr ass`. What stands beside
/// it must be no word itself.
fn is_half_of_a_word(sight: &Sight<'_>, here: &Met) -> bool {
    let tokens = sight.prose.tokens();
    let joined = |left: usize, right: usize, beside: usize| {
        let (Some(a), Some(b)) = (tokens.get(left), tokens.get(right)) else { return false };
        let halves = [a, b].map(|token| sight.prose.folded(token).to_string());
        matches!(sight.prose.between(a, b), " " | "-" | "." | "_" | "\n" | "-\n" | "\r\n")
            && school_words::is_common(&halves.concat())
            && !tokens.get(beside).is_some_and(|token| {
                school_words::is_common(&sight.prose.folded(token).to_string())
            })
    };
    let before = here.first.checked_sub(1);
    here.first == here.last
        && (before.is_some_and(|before| joined(before, here.first, before))
            || joined(here.last, here.last + 1, here.last + 1))
}

/// Words before a surname.
const TITLES: &[&str] = &[
    "admiral",
    "captain",
    "cllr",
    "coach",
    "councillor",
    "dame",
    "dr",
    "father",
    "governor",
    "head",
    "headteacher",
    "lady",
    "lord",
    "major",
    "miss",
    "mp",
    "mr",
    "mrs",
    "ms",
    "mx",
    "prof",
    "professor",
    "rev",
    "revd",
    "reverend",
    "saint",
    "sir",
    "sister",
    "st",
];

/// What stands behind the name of a street, a village or an inn.
const PLACES: &[&str] = &[
    "arms", "avenue", "bay", "beach", "beck", "bottom", "bridge", "brook", "close", "common",
    "cottage", "court", "cove", "crescent", "cross", "drive", "end", "farm", "gardens", "green",
    "hall", "heath", "hill", "hills", "hole", "inn", "island", "lane", "locks", "mill", "moor",
    "mount", "mountain", "park", "place", "point", "road", "station", "street", "tavern",
    "terrace", "valley", "village", "way", "well", "wood", "woods", "yard",
];

/// True if a term stands in the name of a place: with a capital, before such a word with a capital. In
/// a text that shouts nothing is told apart.
fn names_a_place(sight: &Sight<'_>, here: &Met) -> bool {
    let tokens = sight.prose.tokens();
    let named = |token: &Token| aim::is_name(sight, token);
    if !tokens.get(here.first).is_some_and(named) {
        return false;
    }
    let behind = tokens.get(here.last + 1..).unwrap_or_default();
    let own = |token: &&Token| !sight.is_one_of(token, &["s"]);
    let mut row = behind.iter().take(3).filter(own).take_while(|token| named(token));
    row.any(|token| sight.is_one_of(token, PLACES))
}

/// True if a term that people bear as a name, or a slip, which many names may be, stands like a name: with a capital, behind a title or
/// beside another capitalised word. In a text that shouts nothing is told apart.
fn names_someone(sight: &Sight<'_>, term: &Term, here: &Met) -> bool {
    let tokens = sight.prose.tokens();
    if term.name == MayBeName::No && here.spelling != Spelling::Misspelt {
        return false;
    }
    let close = |left: usize, right: usize| match (tokens.get(left), tokens.get(right)) {
        (Some(a), Some(b)) => {
            let between = sight.prose.between(a, b);
            between.chars().count() <= 2 && !between.contains(['!', '?', ',', ';', '\n'])
        }
        _ => false,
    };
    let named = |index: usize| tokens.get(index).is_some_and(|token| aim::is_name(sight, token));
    if !named(here.first) {
        return false;
    }
    let before = here.first.checked_sub(1).filter(|&index| close(index, here.first));
    before.is_some_and(|index| {
        tokens.get(index).is_some_and(|token| sight.is_one_of(token, TITLES))
            || (named(index) && !begins_sentence(sight, index))
    }) || (close(here.last, here.last + 1) && named(here.last + 1))
}

/// True for a common first word of a sentence, whose capital says nothing about a name.
fn begins_sentence(sight: &Sight<'_>, index: usize) -> bool {
    const OPENERS: &[&str] =
        &["a", "an", "he", "she", "such", "that", "the", "this", "those", "what", "you", "your"];
    sight.prose.tokens().get(index).is_some_and(|token| sight.is_one_of(token, OPENERS))
}
