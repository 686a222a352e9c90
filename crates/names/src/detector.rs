//! Looks through every passage of a reading.

use gatepost_matcher::{Gap as PhraseGap, Phrases, Prose};
use gatepost_model::{
    Certainty, DetectError, Detector, Draft, Field, Findings, NameForm, Passage, Reading, Rule,
};
use gatepost_records::{Roster, SchoolFile, StaffRegister};
use jiff::civil::Date;

use crate::index::Index;
use crate::matching::forename::{self, Beside, Context, Group};
use crate::matching::full::{self, Forename};
use crate::matching::titled::Titles;
use crate::mention::{Mention, Reason, Who};
use crate::report::{Sighting, report};
use crate::rules::RULES;
use crate::surroundings::Scene;

/// Finds pupils and staff of the registers in every text of a draft.
///
/// Built once from the registers and shared by all threads. Pupils who have left stay on it for as
/// long as the roster holds them.
pub struct NameDetector {
    index: Index,
    titles: Titles,
    beside: Beside,
    places: Phrases<()>,
}

impl NameDetector {
    /// A detector of these people. The places of `school.toml` and the school's own name are no pupil's.
    pub fn new(roster: &Roster, staff: &StaffRegister, school: &SchoolFile) -> Self {
        let mut places = Phrases::default();
        for place in school.places.iter().chain([&school.name]) {
            places.insert(place, PhraseGap::Joined, ());
        }
        Self {
            index: Index::new(roster, staff),
            titles: Titles::new(),
            beside: Beside::new(),
            places,
        }
    }

    /// Every mention of a reading, by passage: the number of the passage, and what stands there.
    fn mentions(&self, reading: &Reading<'_>) -> Vec<(usize, Mention)> {
        let mut context = self.context(reading.draft);
        let mut read = Vec::with_capacity(reading.passages.len());
        for passage in &reading.passages {
            let scene = Scene::new(passage);
            let mut forenames = Vec::new();
            let mut mentions = full::find(&self.index, &self.titles, &scene, &mut forenames);
            self.mind_places(passage, &mut mentions, &mut forenames);
            for mention in &mentions {
                context.named.extend(mention.pupils());
            }
            read.push((scene, forenames, mentions));
        }
        let mut all = Vec::new();
        for (number, (scene, forenames, mut mentions)) in read.into_iter().enumerate() {
            let known = (&self.titles, &self.beside);
            let alone =
                forename::find(&self.index, known, &context, &scene, (&forenames, &mentions));
            mentions.extend(alone);
            mentions.sort_by_key(|mention| (mention.first, mention.last));
            all.extend(mentions.into_iter().map(|mention| (number, mention)));
        }
        all
    }

    /// A full name within a place is likely a pupil's; a forename within one is the place's.
    fn mind_places(
        &self,
        passage: &Passage,
        mentions: &mut [Mention],
        forenames: &mut Vec<Forename>,
    ) {
        self.places.find(&passage.prose, |place| {
            for mention in mentions.iter_mut() {
                if mention.first <= place.last
                    && place.first <= mention.last
                    && matches!(mention.who, Who::Pupils(..))
                {
                    mention.certainty = mention.certainty.min(Certainty::Likely);
                    mention.reason = Reason::WithinPlace;
                }
            }
            forenames.retain(|forename| {
                forename.first > place.last || forename.first + forename.tokens <= place.first
            });
        });
    }

    /// Whom the draft itself declares as pictured.
    fn context(&self, draft: &Draft) -> Context {
        let mut context = Context::default();
        for declared in draft.pupils.iter().flatten() {
            let wanted = declared.trim();
            let by_key = self.index.pupils.iter().zip(0..);
            context.declared.extend(
                by_key
                    .filter(|(pupil, _)| pupil.key.as_str().eq_ignore_ascii_case(wanted))
                    .map(|(_, number): (_, u32)| number),
            );
            let name = Passage { field: Field::Draft, prose: Prose::new(wanted) };
            let found = full::find(&self.index, &self.titles, &Scene::new(&name), &mut Vec::new());
            context.declared.extend(found.iter().flat_map(Mention::pupils));
        }
        context.groups.extend(draft.groups.iter().flatten().map(|group| Group::parse(group)));
        context
    }

    /// The pupils of a mention, those on roll first, then as on the roster.
    fn keys(&self, numbers: &[u32], on: Date) -> Vec<gatepost_model::PupilKey> {
        let mut pupils: Vec<_> = numbers.iter().filter_map(|&n| self.index.pupil(n)).collect();
        pupils.sort_by_key(|pupil| pupil.leaves.is_some_and(|last| last < on));
        pupils.into_iter().map(|pupil| pupil.key.clone()).collect()
    }
}

impl Detector for NameDetector {
    fn rules(&self) -> &'static [&'static Rule] {
        RULES
    }

    fn inspect(&self, reading: &Reading<'_>, findings: &mut Findings) -> Result<(), DetectError> {
        let on = reading.at.date();
        let sightings: Vec<Sighting> = self
            .mentions(reading)
            .into_iter()
            .filter_map(|(number, mention)| {
                let field = reading.passages.get(number)?.field;
                let (keys, form) = match &mention.who {
                    Who::Pupils(numbers, form) => (self.keys(numbers, on), *form),
                    Who::Staff => (Vec::new(), NameForm::Full),
                };
                Some(Sighting { field, mention, keys, form })
            })
            .collect();
        report(reading, &sightings, findings);
        Ok(())
    }
}
