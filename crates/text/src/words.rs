//! All word lists, looked up in one pass.
//!
//! In: the lists of the rules. Out: for a text, the sightings of every rule that has a list. Terms
//! and what excuses them lie in one [`Phrases`]; an excuse counts only for the list, or the entry,
//! that names it.

use gatepost_matcher::{Gap, Phrases};
use gatepost_model::{Certainty, Span};

use crate::aim;
use crate::error::TextError;
use crate::screen::{Look, Screen, Sighting};
use crate::sight::Sight;
use crate::wordlist::{Entry, MayBeName, Source, Tier, Wordlist};

/// How many tokens away a word still counts as near.
const NEAR: usize = 12;

/// The lists of all rules.
pub(crate) struct Words {
    phrases: Phrases<Meaning>,
    terms: Vec<Term>,
}

/// A term, for every form that it has.
struct Term {
    screen: usize,
    source: &'static Source,
    tier: Tier,
    name: MayBeName,
}

/// What a phrase means when it is met. Numbers are places in [`Words::terms`].
#[derive(Clone, Copy)]
enum Meaning {
    /// It is a form of this term.
    Term(usize),
    /// It holds this term, and excuses it.
    Excuse(usize),
    /// It excuses this term wherever it stands near.
    Near(usize),
    /// It excuses whatever it holds of this rule's lists.
    ListExcuse(usize),
}

/// A phrase that was met.
struct Met {
    meaning: Meaning,
    span: Span,
    first: usize,
    last: usize,
}

impl Words {
    /// Reads and compiles the lists of these rules.
    ///
    /// # Errors
    ///
    /// [`TextError::Wordlist`] for a list that is not as it should be.
    pub(crate) fn of(screens: &[&Screen]) -> Result<Self, TextError> {
        let mut words = Self { phrases: Phrases::default(), terms: Vec::new() };
        for (screen, looks) in screens.iter().map(|screen| screen.looks).enumerate() {
            for look in looks {
                if let Look::Words(source) = look {
                    words.add(screen, source)?;
                }
            }
        }
        Ok(words)
    }

    fn add(&mut self, screen: usize, source: &'static Source) -> Result<(), TextError> {
        let list = Wordlist::read(source)?;
        for phrase in &list.innocent {
            self.phrases.insert(phrase, Gap::Joined, Meaning::ListExcuse(screen));
        }
        for entry in &list.entries {
            self.add_entry(screen, source, entry);
        }
        Ok(())
    }

    fn add_entry(&mut self, screen: usize, source: &'static Source, entry: &Entry) {
        let index = self.terms.len();
        self.terms.push(Term { screen, source, tier: entry.tier, name: entry.name });
        for form in entry.forms() {
            self.phrases.insert(&form, Gap::Joined, Meaning::Term(index));
        }
        for phrase in &entry.innocent {
            self.phrases.insert(phrase, Gap::Joined, Meaning::Excuse(index));
        }
        for word in &entry.near {
            self.phrases.insert(word, Gap::Joined, Meaning::Near(index));
        }
    }

    /// Calls `seen` with the number of the rule and the sighting, for every term that counts.
    pub(crate) fn find(&self, sight: &Sight<'_>, mut seen: impl FnMut(usize, Sighting)) {
        let mut met: Vec<Met> = Vec::new();
        self.phrases.find(sight.prose, |found| {
            met.push(Met {
                meaning: *found.value,
                span: found.span,
                first: found.first,
                last: found.last,
            });
        });
        if met.is_empty() {
            return;
        }
        let excuses = Excuses::of(&met);
        for here in &met {
            let Meaning::Term(index) = here.meaning else { continue };
            let Some(term) = self.terms.get(index) else { continue };
            let excused = term.tier != Tier::Always
                && (excuses.excuse(index, term.screen, here) || names_someone(sight, term, here));
            if excused || (term.tier == Tier::Aimed && !aim::at_somebody(sight, here.first)) {
                continue;
            }
            let (certainty, message) = match term.tier {
                Tier::Always => (Certainty::Certain, term.source.message),
                Tier::UnlessInnocent | Tier::Aimed => (Certainty::Likely, term.source.doubtful),
                Tier::Advice => (Certainty::Possible, term.source.doubtful),
            };
            seen(term.screen, Sighting::new(here.span, certainty, message));
        }
    }
}

/// The excuses met in a text, sorted so that asking for one takes logarithmic time.
struct Excuses {
    /// Term and first token, with the last token.
    phrases: Vec<(usize, usize, usize)>,
    /// Rule and first token, with the last token.
    lists: Vec<(usize, usize, usize)>,
    /// Term and token.
    near: Vec<(usize, usize)>,
}

/// How many tokens the longest innocent phrase has.
const LONGEST_PHRASE: usize = 12;

impl Excuses {
    fn of(met: &[Met]) -> Self {
        let mut excuses = Self { phrases: Vec::new(), lists: Vec::new(), near: Vec::new() };
        for here in met {
            match here.meaning {
                Meaning::Term(_) => {}
                Meaning::Excuse(term) => excuses.phrases.push((term, here.first, here.last)),
                Meaning::ListExcuse(screen) => excuses.lists.push((screen, here.first, here.last)),
                Meaning::Near(term) => excuses.near.push((term, here.first)),
            }
        }
        excuses.phrases.sort_unstable();
        excuses.lists.sort_unstable();
        excuses.near.sort_unstable();
        excuses
    }

    fn excuse(&self, term: usize, screen: usize, here: &Met) -> bool {
        holds(&self.phrases, term, here)
            || holds(&self.lists, screen, here)
            || self.stands_near(term, here)
    }

    /// True if a word that excuses a term stands near it, and is not a part of it.
    fn stands_near(&self, term: usize, here: &Met) -> bool {
        let first = (term, here.first.saturating_sub(NEAR));
        let from = self.near.partition_point(|&near| near < first);
        let later = self.near.get(from..).unwrap_or_default();
        later
            .iter()
            .take_while(|&&(of, at)| of == term && at <= here.last + NEAR)
            .any(|&(_, at)| at < here.first || at > here.last)
    }
}

/// True if one of these phrases covers the tokens of a term.
fn holds(phrases: &[(usize, usize, usize)], of: usize, here: &Met) -> bool {
    let from = phrases.partition_point(|&(key, first, _)| {
        (key, first) < (of, here.first.saturating_sub(LONGEST_PHRASE))
    });
    let later = phrases.get(from..).unwrap_or_default();
    later
        .iter()
        .take_while(|&&(key, first, _)| key == of && first <= here.first)
        .any(|&(_, _, last)| last >= here.last)
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

/// True if a term that people bear as a name stands like one: with a capital, behind a title or
/// beside another capitalised word. In a text that shouts nothing is told apart.
fn names_someone(sight: &Sight<'_>, term: &Term, here: &Met) -> bool {
    let tokens = sight.prose.tokens();
    if term.name == MayBeName::No {
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
