//! Looks through every passage of a reading.

use std::sync::Mutex;

use gatepost_matcher::{Gap as PhraseGap, Phrases, Prose};
use gatepost_model::{
    Certainty, DetectError, Detector, Draft, Field, Findings, NameForm, Passage, PupilKey, Reading,
    Rule,
};
use gatepost_records::{Roster, SchoolFile, StaffRegister};
use jiff::civil::Date;

use crate::cache::IndexCache;
use crate::gatherings;
use crate::index::Index;
use crate::matching::context::{Context, Group};
use crate::matching::occurrences::Occurrences;
use crate::matching::{alone, full, initials};
use crate::mention::{Mention, Reason, Who};
use crate::pieces::Pieces;
use crate::report::{Sighting, report};
use crate::rules::RULES;
use crate::sieve;
use crate::surroundings::Scene;

/// Finds pupils and staff of the registers in every text of a draft.
///
/// Built once from the registers and shared by all threads. Pupils who have left are found for as long as
/// the roster holds them, until they are of age.
pub struct NameDetector {
    index: Index,
    places: Phrases<()>,
    has_no_place: bool,
    /// What earlier readings were taken apart in, to be used again.
    spare: Mutex<Vec<Desk>>,
}

/// The memory in which a reading is taken apart.
#[derive(Default)]
struct Desk {
    passages: Vec<Taken>,
    context: Context,
}

/// A passage taken apart.
#[derive(Default)]
struct Taken {
    pieces: Pieces,
    occurrences: Occurrences,
    mentions: Vec<Mention>,
    room: full::Room,
}

impl NameDetector {
    /// A detector of these people. The places of `school.toml` and the school's own name are no pupil's.
    pub fn new(roster: &Roster, staff: &StaffRegister, school: &SchoolFile) -> Self {
        Self::with_index(Index::new(roster, staff), school)
    }

    /// The same, with the index of a large roster taken from where it was kept, or kept there.
    pub fn kept(
        roster: &Roster,
        staff: &StaffRegister,
        school: &SchoolFile,
        cache: &IndexCache,
    ) -> Self {
        let index = cache.index(roster.pupils().len(), || Index::new(roster, staff));
        Self::with_index(index, school)
    }

    fn with_index(index: Index, school: &SchoolFile) -> Self {
        let mut places = Phrases::default();
        for place in school.places.iter().chain([&school.name]) {
            places.insert(place, PhraseGap::Joined, ());
        }
        let has_no_place = school.places.is_empty() && school.name.is_empty();
        Self { index, places, has_no_place, spare: Mutex::default() }
    }

    /// True unless nobody can be named in a reading.
    fn may_name(&self, reading: &Reading<'_>) -> bool {
        let declares = |all: &Option<Vec<String>>| all.as_ref().is_some_and(|all| !all.is_empty());
        declares(&reading.draft.pupils)
            || declares(&reading.draft.groups)
            || reading.passages.iter().any(|passage| sieve::may_name(&self.index, passage))
    }

    /// Takes every passage of a reading apart, and notes who is named in it.
    fn read(&self, reading: &Reading<'_>, desk: &mut Desk) {
        self.declared(reading.draft, &mut desk.context);
        if desk.passages.len() < reading.passages.len() {
            desk.passages.resize_with(reading.passages.len(), Taken::default);
        }
        let pairs = || reading.passages.iter();
        let context = &mut desk.context;
        for (passage, taken) in pairs().zip(&mut desk.passages) {
            self.full(passage, taken);
            let of_age = |number: &u32| self.is_of_age(*number, reading.at.date());
            for mention in &mut taken.mentions {
                if let Who::Pupils(pupils, _) = &mut mention.who {
                    pupils.retain(|number| !of_age(number));
                }
                context.named.extend(mention.pupils());
            }
            taken.mentions.retain(|one| !matches!(&one.who, Who::Pupils(all, _) if all.is_empty()));
        }
        for (passage, taken) in pairs().zip(&mut desk.passages) {
            let scene = Scene::new(&self.index, passage, &taken.pieces);
            if taken.occurrences.is_empty() && !initials::may_be(&scene) {
                continue;
            }
            initials::find(&scene, &taken.occurrences, &mut taken.mentions);
            let from = taken.mentions.len();
            alone::find(&scene, &taken.occurrences, context, &mut taken.mentions);
            if taken.mentions.len() > from {
                self.mind_places(passage, from, &mut taken.mentions);
            }
            taken.mentions.sort_by_key(|mention| (mention.first, mention.last));
            gatherings::find(&scene, &mut taken.mentions);
        }
    }

    fn full(&self, passage: &Passage, taken: &mut Taken) {
        taken.mentions.clear();
        taken.pieces.read(&self.index, passage);
        let scene = Scene::new(&self.index, passage, &taken.pieces);
        taken.occurrences.find(&scene);
        if taken.occurrences.is_empty() {
            return;
        }
        taken.mentions.append(&mut full::find(&scene, &taken.occurrences, &mut taken.room));
        if !taken.mentions.is_empty() {
            self.mind_places(passage, taken.mentions.len(), &mut taken.mentions);
        }
    }

    /// A full name within a place is likely a pupil's; names from number `alone` on are the place's.
    fn mind_places(&self, passage: &Passage, alone: usize, mentions: &mut Vec<Mention>) {
        if self.has_no_place {
            return;
        }
        let mut kept = vec![true; mentions.len()];
        self.places.find(&passage.prose, |place| {
            for (number, mention) in mentions.iter_mut().enumerate() {
                let within = mention.span.overlaps(place.span);
                if within && number >= alone {
                    kept.iter_mut().skip(number).take(1).for_each(|kept| *kept = false);
                } else if within && matches!(mention.who, Who::Pupils(..)) {
                    mention.certainty = mention.certainty.min(Certainty::Likely);
                    mention.reason = Reason::WithinPlace;
                }
            }
        });
        let mut kept = kept.into_iter();
        mentions.retain(|_| kept.next().unwrap_or(true));
    }

    /// Whom the draft itself declares as pictured.
    fn declared(&self, draft: &Draft, context: &mut Context) {
        context.declared.clear();
        context.groups.clear();
        context.named.clear();
        for declared in draft.pupils.iter().flatten() {
            let wanted = declared.trim();
            let people = &self.index.people;
            let numbers = 0..people.pupils();
            let same = |number: &u32| people.key(*number).eq_ignore_ascii_case(wanted);
            context.declared.extend(numbers.filter(same));
            let passage = Passage { field: Field::Draft, prose: Prose::new(wanted) };
            let mut name = Taken::default();
            self.full(&passage, &mut name);
            context.declared.extend(name.mentions.iter().flat_map(Mention::pupils));
        }
        context.groups.extend(draft.groups.iter().flatten().map(|group| Group::parse(group)));
    }

    /// True if a pupil has left and is a child no more.
    fn is_of_age(&self, number: u32, on: Date) -> bool {
        self.index.people.pupil(number).is_some_and(|pupil| {
            pupil.leaves.is_some_and(|last| last < on) && pupil.of_age.is_some_and(|day| day <= on)
        })
    }

    /// The pupils of a mention, those on roll first, then the likeliest.
    fn keys(&self, numbers: &[u32], on: Date) -> Vec<PupilKey> {
        let people = &self.index.people;
        let children = numbers.iter().filter(|number| !self.is_of_age(**number, on));
        let mut pupils: Vec<u32> = children.copied().collect();
        let has_left = |number: u32| people.pupil(number).and_then(|pupil| pupil.leaves);
        pupils.sort_by_key(|&number| has_left(number).is_some_and(|last| last < on));
        pupils.into_iter().map(|number| PupilKey::new(people.key(number))).collect()
    }
}

impl Detector for NameDetector {
    fn rules(&self) -> &'static [&'static Rule] {
        RULES
    }

    fn inspect(&self, reading: &Reading<'_>, findings: &mut Findings) -> Result<(), DetectError> {
        if !self.may_name(reading) {
            return Ok(());
        }
        let spare = self.spare.lock().ok().and_then(|mut spare| spare.pop());
        let mut desk = spare.unwrap_or_default();
        self.read(reading, &mut desk);
        let on = reading.at.date();
        let mut sightings: Vec<Sighting> = Vec::new();
        for (passage, taken) in reading.passages.iter().zip(&mut desk.passages) {
            for mention in taken.mentions.drain(..) {
                let (keys, form) = match &mention.who {
                    Who::Pupils(numbers, form) => (self.keys(numbers, on), *form),
                    Who::Family(numbers) => (self.keys(numbers, on), NameForm::Part),
                    Who::Staff | Who::List => (Vec::new(), NameForm::Full),
                };
                sightings.push(Sighting { field: passage.field, mention, keys, form });
            }
        }
        if let Ok(mut spare) = self.spare.lock() {
            spare.push(desk);
        }
        if !sightings.is_empty() {
            report(reading, &sightings, findings);
        }
        Ok(())
    }
}
