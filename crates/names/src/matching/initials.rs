//! Initials: `Jack S.`, `J. Smith`, and `J.S.` beside the class.
//!
//! One name stands there whole, and the other by its first letter; or both by their first letters, where
//! the class or year of the pupil stands in the same sentence. A surname or a further initial beside it
//! makes it another's: `Samuel L. Jackson`, `A. J. Smith` (unless both letters are the pupil's).

use gatepost_matcher::Span;
use gatepost_model::{Certainty, NameForm};

use crate::lexicon::Kind;
use crate::matching::context::{Groups, groups_beside};
use crate::matching::occurrences::{Occurrence, Occurrences};
use crate::matching::titled;
use crate::mention::{Mention, Reason, Who};
use crate::surroundings::{Gap, Scene};
use crate::vocabulary::{How, Role};

/// An initial that so many pupils fit says too little.
const MOST_CANDIDATES: usize = 30;

/// Adds the mentions by initials, beside those found before.
pub(crate) fn find(scene: &Scene<'_>, occurrences: &Occurrences, mentions: &mut Vec<Mention>) {
    for one in occurrences.iter() {
        if one.forename.is_some_and(|how| how <= How::Nick) {
            forename_initial(scene, one, mentions);
        }
        if one.surname.is_some_and(|how| how <= How::Variant) {
            initial_surname(scene, occurrences, one, mentions);
        }
    }
    for at in 0..scene.list().len().saturating_sub(1) {
        both(scene, at, mentions);
    }
}

/// True if two letters stand together as initials do.
pub(crate) fn may_be(scene: &Scene<'_>) -> bool {
    scene.list().array_windows().any(|[one, next]| {
        one.span.len() == 1 && next.span.len() == 1 && one.span.end + 1 == next.span.start
    })
}

fn forename_initial(scene: &Scene<'_>, one: &Occurrence, mentions: &mut Vec<Mention>) {
    let Some(at) = scene.joined_after(one.last) else { return };
    let Some(letter) = initial(scene, at) else { return };
    let dotted = scene.after(at) == Some('.');
    let word = (one.first..=one.last).all(|at| scene.kinds(at).is_word());
    let next = scene.joined_after(at);
    let anothers = next.is_some_and(|next| {
        scene.is_capital(next)
            && (!scene.kinds(next).has(Kind::Common) || scene.kinds(next).is_word())
            && !scene.begins_sentence(next)
            && scene.field.media().is_none()
    });
    // A nickname and a letter may be a stage name: `Chuck D is here`.
    let staged = one.forename.is_some_and(|how| how == How::Nick)
        && !dotted
        && next.is_some_and(|next| !scene.kinds(next).has(Kind::And));
    // `Well, Will I` and `Grace a`: a word before a word.
    let doubtful =
        !dotted && next.is_some() && (letter == 'i' || word && scene.begins_sentence(one.first));
    let small = scene.is_small(one.first) || !scene.is_capital(one.first);
    if anothers || doubtful || staged || small || titled::is_adult(scene, one.first) {
        return;
    }
    let letters = scene.index.surnames_in(letter);
    let mut people: Vec<(How, u32)> = Vec::new();
    for sense in one.senses(scene, Role::Forename).filter(|sense| sense.how <= How::Nick) {
        let bearings = scene.index.people.by_forename.within(sense.name, letters.clone()).iter();
        let first = bearings.filter(|bearing| !bearing.is_middle());
        people.extend(first.map(|bearing| (sense.how, bearing.person())));
    }
    push(scene, (one.first, at), people, Reason::ForenameInitial, mentions);
}

fn initial_surname(
    scene: &Scene<'_>,
    occurrences: &Occurrences,
    one: &Occurrence,
    mentions: &mut Vec<Mention>,
) {
    let Some(at) = scene.joined_before(one.first) else { return };
    let capital = scene.is_capital(one.first) || scene.is_capital(one.last);
    let Some(letter) = initial(scene, at).filter(|_| capital) else { return };
    let dotted = scene.after(at) == Some('.');
    let word = (one.first..=one.last)
        .all(|at| scene.kinds(at).is_word() || scene.kinds(at).has(Kind::Common));
    // `A Chamberland filter`, but `A Chamberland from 4W`.
    let next = scene.joined_after(one.last);
    let noun = next.is_some_and(|next| !scene.kinds(next).has(Kind::Common));
    let article = letter == 'a' && (word || scene.begins_sentence(at) && noun);
    let shown = scene.joined_before(at).is_some_and(|before| scene.is_capital(before));
    let doubtful = !dotted && (letter == 'i' || article || word && shown);
    let other = |at: usize| {
        let kinds = scene.kinds(at);
        scene.is_capital(at)
            && !scene.begins_sentence(at)
            && !kinds.has(Kind::Common)
            && !kinds.has(Kind::Title)
            || occurrences.ending(at).any(|one| one.forename.is_some()) && scene.is_capital(at)
    };
    let before = scene.joined_before(at);
    let anothers = before.is_some_and(other) || titled::is_adult(scene, at);
    let thing = scene
        .joined_after(one.last)
        .is_some_and(|next| scene.kinds(next).has(Kind::Thing) && scene.is_capital(next));
    if doubtful || anothers || thing {
        return;
    }
    let letters = scene.index.forenames_in(letter);
    let mut people: Vec<(How, u32)> = Vec::new();
    for sense in one.senses(scene, Role::Surname).filter(|sense| sense.how <= How::Variant) {
        let bearings = scene.index.people.by_surname.within(sense.name, letters.clone()).iter();
        let first = bearings.filter(|bearing| !bearing.is_middle());
        people.extend(first.map(|bearing| (sense.how, bearing.person())));
    }
    push(scene, (at, one.last), people, Reason::InitialSurname, mentions);
}

/// `J.S.` or `JS` as two pieces, beside the class.
fn both(scene: &Scene<'_>, at: usize, mentions: &mut Vec<Mention>) {
    let (Some(first), Some(last)) = (initial(scene, at), initial(scene, at + 1)) else { return };
    let dotted = matches!(scene.between(at), "." | ". ") && scene.after(at + 1) == Some('.');
    let alone = at.checked_sub(1).is_none_or(|before| scene.letter(before).is_none())
        && scene.letter(at + 2).is_none();
    if !dotted || !alone || scene.gap(at) != Gap::Joins {
        return;
    }
    let groups = Groups::gather(groups_beside(scene, at));
    let people = &scene.index.people;
    let mut found = Vec::new();
    for forename in scene.index.forenames_in(first).filter(|_| groups.iter().next().is_some()) {
        let bearings = people.by_forename.within(forename, scene.index.surnames_in(last)).iter();
        let fit = bearings.filter(|bearing| {
            let pupil = people.pupil(bearing.person());
            !bearing.is_middle()
                && pupil.is_some_and(|pupil| groups.iter().any(|group| group.has(pupil)))
        });
        found.extend(fit.map(|bearing| (How::Whole, bearing.person())));
    }
    push(scene, (at, at + 1), found, Reason::Initials, mentions);
}

/// The small form of a piece that is one letter, a capital or with a full stop.
fn initial(scene: &Scene<'_>, at: usize) -> Option<char> {
    scene.letter(at).filter(|_| scene.is_capital(at) || scene.after(at) == Some('.'))
}

fn push(
    scene: &Scene<'_>,
    (first, last): (usize, usize),
    mut people: Vec<(How, u32)>,
    reason: Reason,
    mentions: &mut Vec<Mention>,
) {
    people.retain(|(_, person)| scene.index.people.pupil(*person).is_some());
    people.sort_unstable();
    let mut pupils: Vec<u32> = Vec::with_capacity(people.len());
    for (_, person) in people {
        if !pupils.contains(&person) {
            pupils.push(person);
        }
    }
    let taken = mentions.iter().any(|mention| mention.meets(first, last));
    if taken || pupils.is_empty() || pupils.len() > MOST_CANDIDATES {
        return;
    }
    let initials = reason == Reason::Initials;
    let mut span = scene.span(first, last);
    if scene.letter(last).is_some() && scene.after(last) == Some('.') {
        span = Span::new(span.start, span.end + 1);
    }
    mentions.push(Mention {
        span,
        first,
        last,
        certainty: if initials { Certainty::Possible } else { Certainty::Likely },
        who: Who::Pupils(pupils, if initials { NameForm::Initials } else { NameForm::Part }),
        reason,
    });
}
