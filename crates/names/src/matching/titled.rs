//! Titles, and staff named by title and surname: `Mrs King`, `Mr S. Church`.

use gatepost_model::Certainty;

use crate::lexicon::Kind;
use crate::matching::occurrences::Occurrences;
use crate::mention::{Mention, Reason, Who};
use crate::surroundings::Scene;
use crate::vocabulary::{How, Role};

/// True if the piece before this one is a title of it.
pub(crate) fn precedes(scene: &Scene<'_>, at: usize) -> bool {
    scene.joined_before(at).is_some_and(|left| {
        scene.kinds(left).has(Kind::Title) && !scene.is_small(left)
            || scene.kinds(left).has(Kind::StaffTitle)
    })
}

/// True if the piece before this one is a title that adults alone have: `Mr`, `Dr`.
pub(crate) fn is_adult(scene: &Scene<'_>, at: usize) -> bool {
    scene.joined_before(at).is_some_and(|left| scene.kinds(left).has(Kind::StaffTitle))
}

/// The members of staff whom titles name.
pub(crate) fn find(scene: &Scene<'_>, occurrences: &Occurrences) -> Vec<Mention> {
    let starts = occurrences.iter().filter(|one| one.surname.is_some());
    let mut found: Vec<Mention> = Vec::new();
    for surname in starts {
        let Some(title) = title_of(scene, surname.first) else { continue };
        let given = (title + 1 < surname.first).then_some(surname.first - 1);
        if !names_staff(scene, occurrences, surname.form, given) {
            continue;
        }
        found.push(Mention {
            span: scene.span(title, surname.last),
            first: title,
            last: surname.last,
            certainty: Certainty::Certain,
            who: Who::Staff,
            reason: Reason::Staff,
        });
    }
    found
}

/// True if a title and a surname of this form name a member of staff, `given` the forename or initial.
fn names_staff(
    scene: &Scene<'_>,
    occurrences: &Occurrences,
    surname: u32,
    given: Option<usize>,
) -> bool {
    let pupils = scene.index.people.pupils();
    let letter = given.and_then(|at| scene.letter(at));
    let mut senses = scene.index.vocabulary.senses(surname).iter();
    senses.any(|sense| {
        let whole = sense.role == Role::Surname && sense.how == How::Whole;
        let all = scene.index.people.by_surname.of(sense.name);
        whole
            && all.iter().filter(|bearing| bearing.person() >= pupils).any(|bearing| {
                let Some(at) = given else { return true };
                let initial = letter.map(|letter| scene.index.forenames_in(letter));
                initial.is_some_and(|range| range.contains(&bearing.other))
                    || occurrences.ending(at).any(|one| {
                        one.senses(scene, Role::Forename).any(|sense| sense.name == bearing.other)
                    })
            })
    })
}

/// The title before a surname, with nothing or one given name between.
fn title_of(scene: &Scene<'_>, surname: usize) -> Option<usize> {
    let is_title = |at: &usize| scene.kinds(*at).has(Kind::StaffTitle);
    let before = scene.joined_before(surname)?;
    Some(before).filter(is_title).or_else(|| scene.joined_before(before).filter(is_title))
}
