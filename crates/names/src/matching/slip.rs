//! Full names with a slip: `Benjamin Hollaway`, `Jakc Smith`, `Fatema Begum`, and `Noah Griggss`.
//!
//! One half must stand there as it is, and the other beside it, with its capital, one letter off or spelt
//! as it sounds. A word that is a name or an everyday word itself is no slip; nor is a name that everyone
//! knows (`David Walliams` in a school with a David Williams). The larger the roster, the longer the
//! slipped half must be.

use gatepost_matcher::word_hash;

use crate::index::Fits;
use crate::letters::Letters;
use crate::lexicon::Kind;
use crate::matching::full::{Found, Shape};
use crate::matching::occurrences::{Occurrence, Occurrences};
use crate::surroundings::{Gap, Scene};
use crate::vocabulary::{How, Role, Sense};

/// Rosters with more pupils than this need longer words.
const LARGE: u32 = 20_000;

/// How short a slipped half may be: of a forename, of a surname, of either on a large roster or of several
/// pieces.
const SHORTEST: (usize, usize, usize) = (3, 4, 6);

/// A slipped half may be of as many pieces.
const MOST_PIECES: usize = 4;

/// Adds the people whose name stands here with a slip in one half.
///
/// `forms` lends its memory.
pub(crate) fn find(
    scene: &Scene<'_>,
    occurrences: &Occurrences,
    forms: &mut Vec<u32>,
    found: &mut Vec<Found>,
) {
    let taken = |found: &[Found], at: usize| {
        found.iter().any(|found| {
            found.first <= at
                && at <= found.last
                && !found.people.is_empty()
                && found.shape < Shape::Slip
        })
    };
    for one in occurrences.iter() {
        if one.forename.is_some_and(|how| how < How::Half) {
            let next = one.last + 1;
            if scene.gap(one.last) == Gap::Joins && !taken(found, one.first) && !taken(found, next)
            {
                for last in
                    (next..next + MOST_PIECES).take_while(|&last| hangs_on(scene, next, last))
                {
                    let place = (next, last, Role::Surname);
                    if look(scene, occurrences, place, forms) {
                        push(scene, (one, place), forms, found);
                    }
                }
            }
        }
        if one.surname.is_some_and(|how| how < How::Half)
            && let Some(before) = scene.joined_before(one.first)
            && !taken(found, one.first)
            && !taken(found, before)
        {
            let firsts = (0..MOST_PIECES).filter_map(|back| before.checked_sub(back));
            for first in firsts.take_while(|&first| hangs_on(scene, first, before)) {
                let place = (first, before, Role::Forename);
                if look(scene, occurrences, place, forms) {
                    push(scene, (one, place), forms, found);
                }
            }
        }
    }
}

/// True if pieces make one part of a name: a hyphen ties them, or a small word begins them.
fn hangs_on(scene: &Scene<'_>, first: usize, last: usize) -> bool {
    (first..last).all(|at| {
        scene.gap(at) == Gap::Joins
            && (scene.between(at) != " " || scene.is_small(at) || scene.slice(at).len() <= 3)
    })
}

/// Which forms pieces may be meant for; false if they mean something themselves.
fn look(
    scene: &Scene<'_>,
    occurrences: &Occurrences,
    (at, last, role): (usize, usize, Role),
    forms: &mut Vec<u32>,
) -> bool {
    let kinds = scene.kinds(at);
    forms.clear();
    let mut letters = Letters::default();
    let written = (at..=last).try_for_each(|at| scene.pieces.write(scene.prose, at, &mut letters));
    let word = letters.as_str();
    if written.is_none() {
        return false;
    }
    // `Kids` is no slip for a name, and `kid` no name.
    let several = word.strip_suffix('s').map(|one| scene.index.lexicon.kinds(word_hash(one)));
    let itself = at == last
        && (kinds.is_word()
            || kinds.has(Kind::Common)
            || kinds.has(Kind::Title)
            || kinds.has(Kind::Relative)
            || role == Role::Forename && several.is_some_and(|kinds| kinds.has(Kind::Common))
            || occurrences.beginning(at).any(|one| match role {
                Role::Forename => one.forename.is_some(),
                Role::Surname => one.surname.is_some_and(|how| how < How::Half),
            }));
    let capital = (at..=last).any(|at| scene.is_capital(at));
    if itself || !capital && !scene.has_no_capitals() {
        return false;
    }
    let shortest = match role {
        _ if scene.index.people.pupils() > LARGE => SHORTEST.2,
        _ if at < last => SHORTEST.2,
        Role::Forename => SHORTEST.0,
        Role::Surname => SHORTEST.1,
    };
    if word.chars().count() < shortest || word.contains(|letter: char| letter.is_numeric()) {
        return false;
    }
    let (slips, vocabulary) = (&scene.index.slips, &scene.index.vocabulary);
    if at == last && role == Role::Forename && kinds.has(Kind::Forename) {
        // Another forename: only one that sounds the same may be meant.
        slips.alike(vocabulary, word, forms);
    } else {
        slips.meant(vocabulary, word, forms);
    }
    !forms.is_empty()
}

/// Adds the people whom the half that stands there and the forms that were meant name.
fn push(
    scene: &Scene<'_>,
    (one, (at, end, role)): (&Occurrence, (usize, usize, Role)),
    forms: &[u32],
    found: &mut Vec<Found>,
) {
    let hash = |at: usize| scene.piece(at).map_or(0, |piece| piece.hash);
    let (first, last) = (one.first.min(at), one.last.max(end));
    if scene.index.lexicon.is_known(hash(first), hash(last)) {
        return;
    }
    let mut people = Fits::new();
    for form in forms {
        let meant = scene.index.vocabulary.senses(*form).iter();
        for meant in meant.filter(|sense| sense.role == role && sense.how <= How::Variant) {
            let other = if role == Role::Surname { Role::Forename } else { Role::Surname };
            for sense in one.senses(scene, other).filter(|sense| sense.how < How::Half) {
                let slip = |sense: Sense| Sense { how: How::Slip, ..sense };
                match role {
                    Role::Surname => people.extend(scene.index.named(sense, slip(*meant))),
                    Role::Forename => people.extend(scene.index.named(slip(*meant), sense)),
                }
            }
        }
    }
    if !people.is_empty() {
        found.push(Found { first, last, shape: Shape::Slip, people });
    }
}
