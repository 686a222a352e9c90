//! Titles, and staff named by title and surname: `Mrs King`, `Mr S. Church`.

use std::collections::HashSet;

use gatepost_matcher::{Prose, Span};
use gatepost_model::Certainty;

use crate::index::Index;
use crate::mention::{Mention, Reason, Who};
use crate::part::key;
use crate::surroundings::{Gap, Scene};

/// Words that make the name after them an adult's, a saint's or a monarch's.
const TITLES: &str = "mr mrs ms miss mx dr doctor prof professor sir dame madam lady lord rev revd \
                      reverend canon fr cllr councillor st saint king queen prince princess president \
                      captain major colonel coach";

/// The titles of staff among them, whose surname alone names a person.
const STAFF_TITLES: &str = "mr mrs ms miss mx dr doctor prof professor sir rev revd reverend";

/// Titles by the hash of the word.
pub(crate) struct Titles {
    all: HashSet<u64>,
    staff: HashSet<u64>,
}

impl Titles {
    pub(crate) fn new() -> Self {
        let hashes = |words| Prose::new(words).tokens().iter().map(|token| token.hash).collect();
        Self { all: hashes(TITLES), staff: hashes(STAFF_TITLES) }
    }

    /// True if the token before this one is a title of it.
    pub(crate) fn precede(&self, scene: &Scene<'_>, at: usize) -> bool {
        is_after(&self.all, scene, at)
    }

    /// The member of staff whom the title at a token names, if it is one and does.
    pub(crate) fn name_staff(
        &self,
        index: &Index,
        scene: &Scene<'_>,
        at: usize,
    ) -> Option<Mention> {
        let title = scene.tokens().get(at).filter(|token| self.staff.contains(&token.hash))?;
        let last = surname_end(index, scene, at, None)
            .or_else(|| surname_end(index, scene, at + 1, Some(at + 1)))?;
        let span = scene.tokens().get(last).map_or(title.span, |token| title.span.join(token.span));
        Some(Mention {
            span: Span::new(span.start, span.end),
            first: at,
            last,
            certainty: Certainty::Certain,
            who: Who::Staff,
            reason: Reason::Staff,
        })
    }
}

fn is_after(titles: &HashSet<u64>, scene: &Scene<'_>, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|left| {
        scene.tokens().get(left).is_some_and(|token| titles.contains(&token.hash))
            && scene.gap(left) == Gap::Joins
    })
}

/// The last token of a staff surname that follows token `before`; `given` must be a forename or
/// initial of the same person.
fn surname_end(
    index: &Index,
    scene: &Scene<'_>,
    before: usize,
    given: Option<usize>,
) -> Option<usize> {
    let tokens = scene.tokens();
    let given = match given {
        Some(at) => Some(tokens.get(at).filter(|_| scene.gap(at - 1) == Gap::Joins)?.hash),
        None => None,
    };
    let first = before + 1;
    let longest = usize::from(index.start(tokens.get(first)?.hash)?.surname);
    (first..first + longest).rev().find(|&last| {
        tokens.get(first..=last).is_some_and(|run| {
            scene.is_run(before, last)
                && index.staff_surnames.get(key(run.iter().map(|token| token.hash))).any(|number| {
                    given.is_none_or(|hash| {
                        index
                            .given(number)
                            .is_some_and(|names| names.has_word(hash) || names.has_initial(hash))
                    })
                })
        })
    })
}
