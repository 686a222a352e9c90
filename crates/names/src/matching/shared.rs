//! A surname that several forenames share: `Sophie and Oliver Taylor`, `Jack, Mia & Noah Griggs`.
//!
//! The last of them stands beside the surname and is found with it; this finds those before it. Who stands
//! between need not be on the register.

use crate::index::Fits;
use crate::lexicon::Kind;
use crate::matching::full::{Found, Shape};
use crate::matching::occurrences::{Occurrence, Occurrences};
use crate::surroundings::{Gap, Scene};
use crate::vocabulary::How;

/// As many forenames may share a surname.
const MOST: usize = 5;

/// As many words may stand between the last *and* and the surname.
const MOST_WORDS: usize = 2;

/// Adds the people whose forenames share this surname from a little before it.
pub(crate) fn find(
    scene: &Scene<'_>,
    occurrences: &Occurrences,
    surname: &Occurrence,
    found: &mut Vec<Found>,
) {
    let mut at = surname.first;
    for _ in 0..MOST_WORDS {
        let Some(before) = scene.joined_before(at) else { return };
        if scene.is_small(before) || scene.kinds(before).has(Kind::And) {
            return;
        }
        at = before;
        if let Some(last) = joined_by_and(scene, at) {
            forenames(scene, occurrences, surname, last, found);
            return;
        }
    }
}

/// Adds those of a list that ends with the piece `last`.
fn forenames(
    scene: &Scene<'_>,
    occurrences: &Occurrences,
    surname: &Occurrence,
    mut last: usize,
    found: &mut Vec<Found>,
) {
    for _ in 0..MOST {
        let mut next = None;
        for forename in occurrences.ending(last).filter(|one| one.forename.is_some()) {
            let mut people = Fits::new();
            scene.index.pair(forename.form, surname.form, &mut people);
            people.retain(|(how, _)| *how < How::Half);
            let (first, last) = (forename.first, forename.last);
            next = first.checked_sub(1).filter(|&before| scene.gap(before) == Gap::Comma);
            if !people.is_empty() {
                found.push(Found { first, last, shape: Shape::Shared, people });
            }
        }
        match next {
            Some(before) => last = before,
            None => return,
        }
    }
}

/// The piece before a word for *and* before this one.
fn joined_by_and(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let before = at.checked_sub(1)?;
    if matches!(scene.between(before).trim(), "&" | "+" | "/" | "&amp;") {
        return Some(before);
    }
    let is_and = scene.gap(before) == Gap::Joins && scene.kinds(before).has(Kind::And);
    before.checked_sub(1).filter(|&left| is_and && scene.gap(left) != Gap::Parts)
}
