//! Full names: `Jack Smith`, `SMITH, Jack`, `Jack E. Smith`, `Ben Holloway`, and a pupil's only name.
//!
//! In: a passage's occurrences. Out: mentions of pupils and of staff, none overlapping another. The
//! letters decide who is named; capitals, titles and punctuation decide how sure that is, and turn away
//! only what is plainly something else: `Mr Smith, Jack` (two people) and `it will cook` (two words).

use gatepost_model::{Certainty, Field, NameForm};

use crate::index::Fits;
use crate::lexicon::Kind;
use crate::matching::occurrences::{Occurrence, Occurrences};
use crate::matching::{shared, slip, titled};
use crate::mention::{Mention, Reason, Who};
use crate::surroundings::{Gap, Scene};
use crate::vocabulary::{How, Role};

/// As many words may stand between forename and surname.
const MOST_BETWEEN: usize = 3;

/// People whose name stands here, before anything around it was looked at.
#[derive(Debug)]
pub(crate) struct Found {
    pub(crate) first: usize,
    pub(crate) last: usize,
    pub(crate) shape: Shape,
    pub(crate) people: Fits,
}

/// How the name is written. The order is that in which overlapping ones give way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Shape {
    ForenameFirst,
    MiddleInitial,
    Quoted,
    SurnameFirst { surname_ends: usize },
    Slip,
    Shared,
    OnlyName,
}

/// Memory that is lent from passage to passage.
#[derive(Default)]
pub(crate) struct Room {
    /// Forms that a slip may be meant for.
    forms: Vec<u32>,
    /// People whose name may stand at a place.
    people: Fits,
}

/// Looks for full names among the occurrences.
///
/// `room` lends its memory.
pub(crate) fn find(scene: &Scene<'_>, occurrences: &Occurrences, room: &mut Room) -> Vec<Mention> {
    let mut found = Vec::new();
    for one in occurrences.iter() {
        if one.forename.is_some() {
            only_name(scene, one, &mut found);
            forename_first(scene, occurrences, one, &mut room.people, &mut found);
        }
        if one.surname.is_some() {
            surname_first(scene, occurrences, one, &mut found);
            shared::find(scene, occurrences, one, &mut found);
        }
    }
    slip::find(scene, occurrences, &mut room.forms, &mut found);
    let mut mentions: Vec<Mention> = Vec::new();
    found.retain(|found| !found.people.is_empty());
    found.sort_by_key(|found| {
        let nearest = found.people.iter().map(|(how, _)| *how).min().unwrap_or(How::Slip);
        let far = nearest >= How::Half;
        (far, found.rank(), std::cmp::Reverse(found.last - found.first), found.first)
    });
    for found in merged(found) {
        if !mentions.iter().any(|mention| mention.meets(found.first, found.last)) {
            found.grade(scene, occurrences, &mut mentions);
        }
    }
    for person in titled::find(scene, occurrences) {
        if mentions.iter().all(|mention| !mention.overlaps(&person)) {
            mentions.push(person);
        }
    }
    mentions.sort_by_key(|mention| (mention.first, mention.last));
    mentions
}

/// One entry a place: what several spellings found there is one.
fn merged(found: Vec<Found>) -> Vec<Found> {
    let mut merged: Vec<Found> = Vec::with_capacity(found.len());
    for next in found {
        match merged.last_mut() {
            Some(last)
                if (last.first, last.last, last.rank()) == (next.first, next.last, next.rank()) =>
            {
                last.people.extend(next.people);
            }
            _ => merged.push(next),
        }
    }
    for place in &mut merged {
        place.people.sort_unstable_by_key(|(how, person)| (*person, *how));
        place.people.dedup_by_key(|(_, person)| *person);
        // Half a name of one pupil is the whole name of another.
        let nearest = place.people.iter().map(|(how, _)| *how).min().unwrap_or(How::Whole);
        place.people.retain(|(how, _)| *how <= How::Nick || *how == nearest);
        place.people.sort_unstable();
    }
    merged
}

fn only_name(scene: &Scene<'_>, one: &Occurrence, found: &mut Vec<Found>) {
    let near = one.senses(scene, Role::Forename).filter(|sense| sense.how == How::Whole);
    let people = near.flat_map(|sense| scene.index.only_named(sense.name));
    let people: Fits = people.map(|person| (How::Whole, person)).collect();
    if people.is_empty() {
        return;
    }
    found.push(Found { first: one.first, last: one.last, shape: Shape::OnlyName, people });
}

fn forename_first(
    scene: &Scene<'_>,
    occurrences: &Occurrences,
    forename: &Occurrence,
    all: &mut Fits,
    found: &mut Vec<Found>,
) {
    for between in 0..=MOST_BETWEEN {
        let at = forename.last + 1 + between;
        if scene.gap(at - 1) != Gap::Joins {
            return;
        }
        let middle = forename.last + 1..at;
        for surname in occurrences.beginning(at).filter(|one| one.surname.is_some()) {
            all.clear();
            scene.index.pair(forename.form, surname.form, all);
            if all.is_empty() {
                continue;
            }
            let (first, last) = (forename.first, surname.last);
            let mut push = |shape, people: Fits| {
                if !people.is_empty() {
                    found.push(Found { first, last, shape, people });
                }
            };
            if middle.is_empty() {
                push(Shape::ForenameFirst, all.clone());
                continue;
            }
            let names = |person: u32| -> [bool; 2] {
                [true, false].map(|whole| {
                    middle
                        .clone()
                        .all(|at| is_given(scene, occurrences, at, surname, person, whole))
                })
            };
            let fit = |wanted: [bool; 2]| -> Fits {
                all.iter().filter(|(_, person)| names(*person) == wanted).copied().collect()
            };
            push(Shape::ForenameFirst, fit([true, true]));
            push(Shape::MiddleInitial, fit([false, true]));
            if is_quoted(scene, forename.last + 1, at - 1) {
                push(Shape::Quoted, all.clone());
            }
        }
    }
}

/// True if a piece between someone's forename and surname is a given name of theirs, or, unless it must be
/// whole, the first letter of one.
fn is_given(
    scene: &Scene<'_>,
    occurrences: &Occurrences,
    at: usize,
    surname: &Occurrence,
    person: u32,
    whole: bool,
) -> bool {
    let people = &scene.index.people;
    let mut surnames = surname.senses(scene, Role::Surname);
    surnames.any(|surname| {
        let word = occurrences.beginning(at).any(|one| {
            one.senses(scene, Role::Forename)
                .any(|sense| people.has(person, sense.name, surname.name))
        });
        let initial = || {
            let letter = scene.letter(at).map(|letter| scene.index.forenames_in(letter));
            let bearings = letter.map(|letter| people.by_surname.within(surname.name, letter));
            bearings.is_some_and(|all| all.iter().any(|bearing| bearing.person() == person))
        };
        word || !whole && initial()
    })
}

/// True if pieces stand in quotation marks or brackets.
fn is_quoted(scene: &Scene<'_>, first: usize, last: usize) -> bool {
    let opens = |sign: char| matches!(sign, '"' | '\'' | '“' | '‘' | '„' | '«' | '(' | '[');
    let closes = |sign: char| matches!(sign, '"' | '\'' | '”' | '’' | '“' | '»' | ')' | ']');
    scene.before(first).is_some_and(opens) && scene.after(last).is_some_and(closes)
}

fn surname_first(
    scene: &Scene<'_>,
    occurrences: &Occurrences,
    surname: &Occurrence,
    found: &mut Vec<Found>,
) {
    if scene.gap(surname.last) == Gap::Parts {
        return;
    }
    for forename in occurrences.beginning(surname.last + 1).filter(|one| one.forename.is_some()) {
        let mut people = Fits::new();
        scene.index.pair(forename.form, surname.form, &mut people);
        people.retain(|(how, _)| *how < How::Half);
        let shape = Shape::SurnameFirst { surname_ends: surname.last };
        if people.is_empty() {
            continue;
        }
        found.push(Found { first: surname.first, last: forename.last, shape, people });
    }
}

impl Found {
    fn rank(&self) -> u8 {
        match self.shape {
            Shape::ForenameFirst => 0,
            Shape::MiddleInitial => 1,
            Shape::Quoted => 2,
            Shape::SurnameFirst { .. } => 3,
            Shape::Slip => 4,
            Shape::Shared => 5,
            Shape::OnlyName => 6,
        }
    }

    /// Looks around the name, and adds whom it names.
    fn grade(self, scene: &Scene<'_>, occurrences: &Occurrences, mentions: &mut Vec<Mention>) {
        let Some((certainty, reason)) = self.judge(scene, occurrences) else { return };
        let nearest = self.people.first().map_or(How::Whole, |(how, _)| *how);
        let (certainty, reason, form) = match (nearest, reason) {
            (How::Half, _) => (certainty.min(Certainty::Likely), Reason::Half, NameForm::Part),
            (How::Variant, Reason::Whole) => (Certainty::Likely, Reason::Spelling, NameForm::Full),
            (How::Nick, Reason::Whole) => (Certainty::Likely, Reason::Nickname, NameForm::Full),
            (How::Slip, Reason::Whole) => (Certainty::Likely, Reason::Slip, NameForm::Full),
            _ => (certainty, reason, NameForm::Full),
        };
        let of_pupil = |(_, number): &(How, u32)| scene.index.people.pupil(*number).is_some();
        let (pupils, staff): (Fits, Fits) = self.people.iter().partition(|person| of_pupil(person));
        let pupils: Vec<u32> = pupils.into_iter().map(|(_, person)| person).collect();
        let span = scene.span(self.first, self.last);
        let (first, last) = (self.first, self.last);
        let mention =
            |who, certainty, reason| Mention { span, first, last, certainty, who, reason };
        // A member of staff by a nickname is none where a pupil is named outright.
        let shared = staff.iter().any(|(how, _)| *how <= nearest.max(How::Variant));
        if shared {
            mentions.push(mention(Who::Staff, certainty, Reason::Staff));
        }
        let settled = shared && titled::precedes(scene, self.first);
        if pupils.is_empty() || settled {
            return;
        }
        let who = Who::Pupils(pupils, form);
        // Without a title both are meant until a person has looked.
        mentions.push(if shared {
            mention(who, certainty.min(Certainty::Likely), Reason::SharedWithStaff)
        } else {
            mention(who, certainty, reason)
        });
    }

    /// How sure it is and why; `None` for what is plainly no name.
    fn judge(&self, scene: &Scene<'_>, occurrences: &Occurrences) -> Option<(Certainty, Reason)> {
        let words = (self.first..=self.last).all(|at| scene.kinds(at).is_word());
        let titled = titled::precedes(scene, self.first);
        let nearest = self.people.first().map_or(How::Whole, |(how, _)| *how);
        match self.shape {
            Shape::OnlyName if titled => None,
            Shape::OnlyName if words => (scene.is_capital(self.first)
                && !scene.begins_sentence(self.first))
            .then_some((Certainty::Possible, Reason::OnlyName)),
            Shape::OnlyName => Some((Certainty::Certain, Reason::OnlyName)),
            Shape::SurnameFirst { surname_ends } => {
                // `Smith will` is no name; `Mr Smith, Jack` are two people if we have a Mr Smith.
                let verb = scene.is_small(self.last) && (words || !scene.is_small(self.first));
                let of_staff = titled
                    && titled::find(scene, occurrences).iter().any(|one| one.last == surname_ends);
                if verb || of_staff || nearest > How::Whole && !scene.is_capital(self.last) {
                    return None;
                }
                let (certainty, reason) =
                    self.judge_surname_first(scene, occurrences, surname_ends, words)?;
                Some(if titled { (Certainty::Likely, Reason::Titled) } else { (certainty, reason) })
            }
            // `Alex Salmond`, where an Alexander Salmond is on the roster.
            _ if nearest > How::Whole && self.is_known(scene) => None,
            // Half a name, or a nickname, needs its capitals.
            _ if nearest >= How::Nick
                && (titled::is_adult(scene, self.first)
                    || scene.is_small(self.first)
                    || scene.is_small(self.last)
                    || is_anothers(scene, occurrences, self.first)
                    || nearest == How::Half && self.is_partly_common(scene)) =>
            {
                None
            }
            Shape::Slip => (!self.goes_on(scene)).then_some((Certainty::Likely, Reason::Slip)),
            Shape::Shared => {
                let plain = !titled::is_adult(scene, self.first) && !scene.is_small(self.first);
                plain.then_some((Certainty::Likely, Reason::Shared))
            }
            _ if titled => Some((Certainty::Likely, Reason::Titled)),
            _ if words => {
                if scene.is_small(self.last) || scene.is_small(self.first) && nearest > How::Whole {
                    return None;
                }
                // `the Poppy Fields campaign`
                let next = scene.joined_after(self.last);
                if next.is_some_and(|next| scene.kinds(next).has(Kind::Thing)) {
                    return None;
                }
                let doubtful = scene.is_small(self.first) || scene.has_no_capitals();
                let certainty = if doubtful { Certainty::Possible } else { Certainty::Likely };
                Some((certainty, Reason::EverydayWords))
            }
            Shape::MiddleInitial => Some((Certainty::Likely, Reason::MiddleInitial)),
            Shape::Quoted => Some((Certainty::Likely, Reason::Quoted)),
            Shape::ForenameFirst => Some(self.judge_plain(scene)),
        }
    }

    /// True if everyone knows somebody who is called just so.
    fn is_known(&self, scene: &Scene<'_>) -> bool {
        let hash = |at: usize| scene.piece(at).map_or(0, |piece| piece.hash);
        self.first < self.last && scene.index.lexicon.is_known(hash(self.first), hash(self.last))
    }

    /// True if a word of everyday texts is a part of it: `The Elder`.
    fn is_partly_common(&self, scene: &Scene<'_>) -> bool {
        (self.first..=self.last).any(|at| scene.kinds(at).has(Kind::Common))
    }

    /// True if another's surname or a thing follows: `John Drewry Clark`, `Parker Street`.
    fn goes_on(&self, scene: &Scene<'_>) -> bool {
        scene.joined_after(self.last).is_some_and(|next| {
            let kinds = scene.kinds(next);
            // In a heading every word has its capital.
            let surname = scene.is_capital(next)
                && !scene.is_capital(next + 1)
                && scene.between(self.last) == " "
                && scene.slice(next).chars().count() > 2
                && scene.slice(next).chars().all(char::is_alphabetic)
                && !scene.is_shouted(next)
                && !(kinds.has(Kind::Common) || kinds.is_word() || kinds.has(Kind::Year));
            kinds.has(Kind::Thing) || surname && scene.field == Field::Text
        })
    }

    fn judge_plain(&self, scene: &Scene<'_>) -> (Certainty, Reason) {
        // `When will Taylor sing?`
        let verb = scene.is_small(self.first)
            && scene.is_capital(self.last)
            && scene.kinds(self.first).is_word();
        let pieces = scene.list().get(self.first..=self.last).unwrap_or_default();
        let together =
            pieces.array_windows().any(|[left, right]| left.span.end >= right.span.start);
        if verb {
            (Certainty::Possible, Reason::EverydayWords)
        } else if together && scene.slice(self.first).chars().any(char::is_uppercase) {
            (Certainty::Certain, Reason::RunTogether)
        } else if together {
            (Certainty::Likely, Reason::RunTogether)
        } else {
            (Certainty::Certain, Reason::Whole)
        }
    }

    /// `SMITH, Jack` is as sure as `Jack Smith`; `Thomas, Oliver` may be two children of a list.
    fn judge_surname_first(
        &self,
        scene: &Scene<'_>,
        occurrences: &Occurrences,
        surname_ends: usize,
        words: bool,
    ) -> Option<(Certainty, Reason)> {
        let near = |one: &Occurrence| one.forename.is_some_and(|how| how <= How::Variant);
        let is_forename =
            occurrences.beginning(self.first).any(|one| one.last == surname_ends && near(one));
        let comma = scene.gap(surname_ends) == Gap::Comma;
        // A comma ends another's name: `Dave Clarke, Richard`.
        let anothers = is_anothers(scene, occurrences, self.first);
        if comma && !scene.is_shouted(surname_ends) && anothers {
            return None;
        }
        let listed = !matches!(scene.field, Field::Text | Field::Alt(_))
            || scene.is_shouted(surname_ends) && !scene.is_shouted(self.last);
        if words && !listed && !comma && !scene.is_capital(self.last) {
            return None;
        }
        Some(if !listed && (comma && !scene.begins_sentence(self.first) || is_forename || words) {
            (Certainty::Likely, Reason::SurnameFirst)
        } else {
            (Certainty::Certain, Reason::Whole)
        })
    }
}

/// True if a forename or an initial stands before a name: what follows is then somebody else's.
pub(crate) fn is_anothers(scene: &Scene<'_>, occurrences: &Occurrences, first: usize) -> bool {
    scene.joined_before(first).is_some_and(|before| {
        let kinds = scene.kinds(before);
        let known = kinds.has(Kind::Forename)
            || occurrences
                .ending(before)
                .any(|one| one.forename.is_some_and(|how| how < How::Half));
        let initial = scene.letter(before).is_some() && scene.is_capital(before);
        let other = kinds.has(Kind::Common) || kinds.has(Kind::Title);
        scene.is_capital(before) && !other && (known || initial)
    })
}
