//! Full names: `Jack Smith`, `SMITH, Jack`, `Jack E. Smith`, `#JackSmith`, and a pupil's only name.
//!
//! In: a passage's tokens. Out: mentions of pupils and of staff, none overlapping another, and where
//! forenames stand alone. The folded tokens decide who is named; capitals, titles and punctuation
//! decide how sure that is, and turn away only what is plainly something else: `Mr Smith, Jack` (two
//! people) and `it will cook` (two words).

use gatepost_matcher::Span;
use gatepost_model::{Certainty, Field, NameForm};

use crate::index::{Index, LEAST_RUN_TOGETHER};
use crate::matching::titled::Titles;
use crate::mention::{Mention, Reason, Who};
use crate::part::{key, pair};
use crate::surroundings::{Gap, Scene};

/// As many words of given names may stand between forename and surname.
const MOST_BETWEEN: usize = 3;

/// A name run together without a capital between its parts is looked for from this many letters on.
const LEAST_WITHOUT_CAPITALS: usize = 8;

/// A forename that may stand alone: its first token and how many it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Forename {
    pub(crate) first: usize,
    pub(crate) tokens: usize,
}

/// People whose name stands here, before anything around it was looked at.
#[derive(Debug)]
struct Found {
    first: usize,
    last: usize,
    shape: Shape,
    people: Vec<u32>,
}

/// How the name is written. The order is that in which overlapping ones give way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Shape {
    ForenameFirst,
    MiddleInitial,
    SurnameFirst { surname_ends: usize },
    RunTogether,
    OnlyName,
}

/// Looks for full names in one pass; adds where forenames begin to `forenames`.
pub(crate) fn find(
    index: &Index,
    titles: &Titles,
    scene: &Scene<'_>,
    forenames: &mut Vec<Forename>,
) -> Vec<Mention> {
    let mut found = Vec::new();
    let mut staff = Vec::new();
    for (at, token) in scene.tokens().iter().enumerate() {
        if token.span.len() >= LEAST_RUN_TOGETHER && may_run_together(scene, at) {
            let people = index.run_together.get(token.hash).collect();
            keep(&mut found, Found { first: at, last: at, shape: Shape::RunTogether, people });
        }
        staff.extend(titles.name_staff(index, scene, at));
        let Some(start) = index.start(token.hash) else { continue };
        for (last, forename) in parts(scene, at, start.forename) {
            if !index.forenames.lacks(forename) {
                forenames.push(Forename { first: at, tokens: last + 1 - at });
            }
            let people = index.only_names.get(forename).collect();
            keep(&mut found, Found { first: at, last, shape: Shape::OnlyName, people });
            forename_first(index, scene, (at, last), forename, &mut found);
        }
        for (last, surname) in parts(scene, at, start.surname) {
            surname_first(index, scene, (at, last), surname, &mut found);
        }
    }
    let mut mentions: Vec<Mention> = Vec::new();
    found.sort_by_key(|f| (f.shape_rank(), std::cmp::Reverse(f.last - f.first), f.first));
    for found in merged(found) {
        if mentions.iter().all(|m| m.last < found.first || found.last < m.first) {
            found.grade(index, titles, scene, &mut mentions);
        }
    }
    for person in staff {
        if mentions.iter().all(|mention| !mention.overlaps(&person)) {
            mentions.push(person);
        }
    }
    mentions.sort_by_key(|mention| (mention.first, mention.last));
    mentions
}

fn keep(found: &mut Vec<Found>, new: Found) {
    if !new.people.is_empty() {
        found.push(new);
    }
}

/// One entry a place: what several spellings found there is one.
fn merged(found: Vec<Found>) -> Vec<Found> {
    let mut merged: Vec<Found> = Vec::with_capacity(found.len());
    for next in found {
        match merged.last_mut() {
            Some(last)
                if (last.first, last.last, last.shape_rank())
                    == (next.first, next.last, next.shape_rank()) =>
            {
                last.people.extend(next.people);
            }
            _ => merged.push(next),
        }
    }
    for place in &mut merged {
        place.people.sort_unstable();
        place.people.dedup();
    }
    merged
}

/// The runs of up to `longest` tokens from `first` on: the last token of each, and its key.
fn parts(scene: &Scene<'_>, first: usize, longest: u8) -> impl Iterator<Item = (usize, u64)> {
    let tokens = scene.tokens();
    (first..first + usize::from(longest))
        .map_while(move |last| tokens.get(first..=last).map(|run| (last, run)))
        .take_while(move |(last, _)| *last == first || scene.gap(last - 1) == Gap::Joins)
        .map(|(last, run)| (last, key(run.iter().map(|token| token.hash))))
}

fn forename_first(
    index: &Index,
    scene: &Scene<'_>,
    (first, forename_ends): (usize, usize),
    forename: u64,
    found: &mut Vec<Found>,
) {
    let tokens = scene.tokens();
    for between in 0..=MOST_BETWEEN {
        let at = forename_ends + 1 + between;
        if scene.gap(at - 1) != Gap::Joins {
            return;
        }
        let Some(start) = tokens.get(at).and_then(|token| index.start(token.hash)) else {
            continue;
        };
        let given = tokens.get(forename_ends + 1..at).unwrap_or_default();
        for (last, surname) in parts(scene, at, start.surname) {
            let (mut whole, mut initialled) = (Vec::new(), Vec::new());
            for person in index.pairs.get(pair(forename, surname)) {
                let Some(names) = index.given(person) else { continue };
                if given.iter().all(|token| names.has_word(token.hash)) {
                    whole.push(person);
                } else if given
                    .iter()
                    .all(|token| names.has_word(token.hash) || names.has_initial(token.hash))
                {
                    initialled.push(person);
                }
            }
            keep(found, Found { first, last, shape: Shape::ForenameFirst, people: whole });
            keep(found, Found { first, last, shape: Shape::MiddleInitial, people: initialled });
        }
    }
}

fn surname_first(
    index: &Index,
    scene: &Scene<'_>,
    (first, surname_ends): (usize, usize),
    surname: u64,
    found: &mut Vec<Found>,
) {
    let at = surname_ends + 1;
    if scene.gap(surname_ends) == Gap::Parts {
        return;
    }
    let Some(start) = scene.tokens().get(at).and_then(|token| index.start(token.hash)) else {
        return;
    };
    for (last, forename) in parts(scene, at, start.forename) {
        let people = index.pairs.get(pair(forename, surname)).collect();
        keep(found, Found { first, last, shape: Shape::SurnameFirst { surname_ends }, people });
    }
}

impl Found {
    fn shape_rank(&self) -> u8 {
        match self.shape {
            Shape::ForenameFirst => 0,
            Shape::MiddleInitial => 1,
            Shape::SurnameFirst { .. } => 2,
            Shape::RunTogether => 3,
            Shape::OnlyName => 4,
        }
    }

    /// Looks around the name, and adds whom it names.
    fn grade(self, index: &Index, titles: &Titles, scene: &Scene<'_>, mentions: &mut Vec<Mention>) {
        let Some((certainty, reason)) = self.judge(index, titles, scene) else { return };
        let (pupils, staff): (Vec<u32>, Vec<u32>) =
            self.people.iter().copied().partition(|&number| index.pupil(number).is_some());
        let span = scene
            .tokens()
            .get(self.first..=self.last)
            .unwrap_or_default()
            .iter()
            .map(|token| token.span)
            .reduce(Span::join);
        let Some(span) = span else { return };
        let mention = |who, certainty, reason| Mention {
            span,
            first: self.first,
            last: self.last,
            certainty,
            who,
            reason,
        };
        if !staff.is_empty() {
            mentions.push(mention(Who::Staff, certainty, Reason::Staff));
            // A title settles it; without one both are meant until a person has looked.
            if !pupils.is_empty() && !titles.precede(scene, self.first) {
                let who = Who::Pupils(pupils, NameForm::Full);
                let certainty = certainty.min(Certainty::Likely);
                mentions.push(mention(who, certainty, Reason::SharedWithStaff));
            }
        } else if !pupils.is_empty() {
            mentions.push(mention(Who::Pupils(pupils, NameForm::Full), certainty, reason));
        }
    }

    /// How sure it is and why; `None` for what is plainly no name.
    fn judge(
        &self,
        index: &Index,
        titles: &Titles,
        scene: &Scene<'_>,
    ) -> Option<(Certainty, Reason)> {
        let words = (self.first..=self.last).all(|at| means_something(index, scene, at));
        let titled = titles.precede(scene, self.first);
        match self.shape {
            Shape::RunTogether => self.judge_run_together(scene),
            Shape::OnlyName if titled => None,
            Shape::OnlyName if words => (scene.is_capital(self.first)
                && !scene.begins_sentence(self.first))
            .then_some((Certainty::Possible, Reason::OnlyName)),
            Shape::OnlyName => Some((Certainty::Certain, Reason::OnlyName)),
            Shape::SurnameFirst { surname_ends } => {
                // `Smith will` is no name; `Mr Smith, Jack` are two people if we have a Mr Smith.
                let verb = scene.is_small(self.last) && (words || !scene.is_small(self.first));
                let of_staff = titled && titles.name_staff(index, scene, self.first - 1).is_some();
                if verb || of_staff {
                    return None;
                }
                let (certainty, reason) =
                    self.judge_surname_first(index, scene, surname_ends, words)?;
                Some(if titled { (Certainty::Likely, Reason::Titled) } else { (certainty, reason) })
            }
            Shape::ForenameFirst | Shape::MiddleInitial if titled => {
                Some((Certainty::Likely, Reason::Titled))
            }
            Shape::ForenameFirst | Shape::MiddleInitial if words => {
                if scene.is_small(self.last) {
                    return None;
                }
                let doubtful = scene.is_small(self.first) || scene.has_no_capitals();
                let certainty = if doubtful { Certainty::Possible } else { Certainty::Likely };
                Some((certainty, Reason::EverydayWords))
            }
            Shape::MiddleInitial => Some((Certainty::Likely, Reason::MiddleInitial)),
            Shape::ForenameFirst => {
                // `When will Taylor sing?`
                let verb = scene.is_small(self.first)
                    && scene.is_capital(self.last)
                    && means_something(index, scene, self.first);
                Some(if verb {
                    (Certainty::Possible, Reason::EverydayWords)
                } else {
                    (Certainty::Certain, Reason::Whole)
                })
            }
        }
    }

    /// `SMITH, Jack` is as sure as `Jack Smith`; `Thomas, Oliver` may be two children of a list.
    fn judge_surname_first(
        &self,
        index: &Index,
        scene: &Scene<'_>,
        surname_ends: usize,
        words: bool,
    ) -> Option<(Certainty, Reason)> {
        let run = scene.tokens().get(self.first..=surname_ends)?;
        let is_forename = !index.forenames.lacks(key(run.iter().map(|token| token.hash)));
        let comma = scene.gap(surname_ends) == Gap::Comma;
        if comma && !scene.is_shouted(surname_ends) && is_anothers_surname(index, scene, self.first)
        {
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

    /// Capitals show where one name ends and the next begins; without them it must be long.
    fn judge_run_together(&self, scene: &Scene<'_>) -> Option<(Certainty, Reason)> {
        let long = scene.slice(self.first).chars().count() >= LEAST_WITHOUT_CAPITALS;
        if scene.is_camel_case(self.first) {
            Some((Certainty::Certain, Reason::RunTogether))
        } else {
            long.then_some((Certainty::Likely, Reason::RunTogether))
        }
    }
}

/// True for `#jacksmith`, `@jacksmith`, words of file names and metadata, and `JackSmith` anywhere: in
/// prose, small letters run together are one word.
fn may_run_together(scene: &Scene<'_>, at: usize) -> bool {
    matches!(scene.field, Field::Name(_) | Field::Meta(_))
        || scene.is_camel_case(at)
        || matches!(scene.before(at), Some('#' | '@'))
}

/// True if the word before is a forename, so that a comma ends another's name: `Dave Clarke, Richard`.
fn is_anothers_surname(index: &Index, scene: &Scene<'_>, surname: usize) -> bool {
    surname.checked_sub(1).and_then(|before| scene.tokens().get(before)).is_some_and(|before| {
        scene.gap(surname - 1) == Gap::Joins
            && scene.is_capital(surname - 1)
            && !index.forenames.lacks(key([before.hash]))
    })
}

/// True if a token means something as an everyday word.
fn means_something(index: &Index, scene: &Scene<'_>, at: usize) -> bool {
    scene.tokens().get(at).is_some_and(|token| index.words.meaning(token).is_some())
}
