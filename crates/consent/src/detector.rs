//! Asks the register for everyone whom a draft concerns.

use std::sync::{Arc, OnceLock};

use gatepost_model::{
    DetectError, Detector, Field, Finding, Findings, Place, PupilKey, Reading, Rule, Subject,
};
use gatepost_records::{Account, ConsentRegister, Medium, Roster, SchoolFile};
use jiff::civil::Date;

use crate::answer::{Answer, answer};
use crate::directory::Directory;
use crate::objection::Objection;
use crate::pictured::{Asked, Source, Unknown, concerned};
use crate::question::{Channel, Question, day, questions};
use crate::rules::{RULES, stale_register, undeclared_subjects, unknown_pupil};
use crate::terms::Terms;

/// Checks the consent of everyone who is or may be pictured in a draft.
///
/// It reads the findings of the detectors before it: run it after those on names and images.
pub struct ConsentDetector {
    roster: Arc<Roster>,
    register: Arc<ConsentRegister>,
    school: Arc<SchoolFile>,
    terms: Terms,
    /// Made when the first draft declares someone: most texts of a scan declare nobody.
    directory: OnceLock<Directory>,
}

impl ConsentDetector {
    /// A detector that asks this register.
    pub fn new(
        roster: Arc<Roster>,
        register: Arc<ConsentRegister>,
        school: Arc<SchoolFile>,
    ) -> Self {
        Self { roster, register, school, terms: Terms::default(), directory: OnceLock::new() }
    }

    /// The same detector, by the terms of a policy.
    #[must_use]
    pub fn with_terms(mut self, terms: Terms) -> Self {
        self.terms = terms;
        self
    }

    /// The rule by which a pupil may not be shown in a medium on an account on a day; `None` if there is
    /// consent.
    pub fn refusal(
        &self,
        pupil: &PupilKey,
        medium: Medium,
        account: &Account,
        day: Date,
    ) -> Option<&'static Rule> {
        let question = Question {
            medium,
            channel: Channel::of(Some(account)),
            day,
            lasts: self.terms.lasts,
            undated_from: self.school.consent_exported,
        };
        self.objection(pupil, &question).map(|objection| objection.rule)
    }

    /// True if a pupil's family has consented to the name's being published where and when this draft is.
    pub fn may_be_named(&self, pupil: &PupilKey, reading: &Reading<'_>) -> bool {
        let question = Question::of(Medium::Name, reading, &self.school, self.terms.lasts);
        let consented =
            matches!(answer(self.register.entries(pupil), &question), Answer::Consent(_));
        let here = self
            .roster
            .get(pupil)
            .is_some_and(|pupil| !pupil.do_not_publish && pupil.on_roll(question.day));
        consented && here
    }

    /// A finding, if the register is older than the policy allows.
    fn stale(&self, reading: &Reading<'_>) -> Option<Finding> {
        let most = self.terms.register_days.filter(|_| reading.may_picture_pupils())?;
        let written = self.school.consent_exported.or_else(|| self.register.latest());
        let message = match written {
            None => "The consent register does not tell how old it is, and the policy sets a limit to that."
                .to_owned(),
            Some(day) if age(day, reading.at.date()) <= i64::from(most) => return None,
            Some(day) => format!(
                "The consent register is of {}, and the policy lets it be {most} days old.",
                self::day(day)
            ),
        };
        Some(Finding::new(&stale_register::RULE, Place::whole(Field::Draft), message))
    }

    /// The keys of all pupils whom these declarations may mean, by key or name, each once.
    pub fn declared(&self, pupils: &[String]) -> Vec<PupilKey> {
        let mut keys: Vec<PupilKey> = pupils
            .iter()
            .flat_map(|entry| self.directory().pupils(entry))
            .map(|pupil| pupil.key.clone())
            .collect();
        keys.sort_unstable();
        keys.dedup();
        keys
    }

    fn directory(&self) -> &Directory {
        self.directory.get_or_init(|| Directory::new(Arc::clone(&self.roster)))
    }

    /// What keeps a pupil from being shown, if anything does.
    fn objection(&self, pupil: &PupilKey, question: &Question) -> Option<Objection> {
        if self.is_never_published(pupil) {
            return Some(Objection::never());
        }
        let answer = answer(self.register.entries(pupil), question);
        let last_day = self.roster.get(pupil).and_then(|pupil| pupil.leaves);
        let version = self.terms.version.as_deref();
        let not = |no, row| Some(Objection::of(no, row, question, version));
        match (answer, last_day) {
            (Answer::Not(no, row), _) if no.was_said() => not(no, row),
            (_, Some(last)) if last < question.day => Some(Objection::left(last, question)),
            (Answer::Not(..), _) if self.register.has_lost(pupil) => {
                Some(Objection::lost(question, version))
            }
            (Answer::Not(no, row), _) => not(no, row),
            (Answer::Consent(_), _) => None,
        }
    }

    fn is_never_published(&self, pupil: &PupilKey) -> bool {
        self.roster.get(pupil).is_some_and(|pupil| pupil.do_not_publish)
    }
}

impl Detector for ConsentDetector {
    fn rules(&self) -> &'static [&'static Rule] {
        RULES
    }

    fn inspect(&self, reading: &Reading<'_>, findings: &mut Findings) -> Result<(), DetectError> {
        let concerned = concerned(reading, findings, || self.directory());
        let mut found = Vec::new();
        found.extend(concerned.unknown.iter().copied().map(unknown));
        if reading.has_media() && declares_nothing(reading) {
            let place = Place::whole(Field::Draft);
            let message = "There is a picture or film, and the draft does not say who is on it.";
            found.push(Finding::new(&undeclared_subjects::RULE, place, message));
        }
        found.extend(self.stale(reading));
        for asked in &concerned.pictured {
            for (question, media) in questions(reading, &self.school, self.terms.lasts) {
                if let Some(objection) = self.objection(&asked.pupil, &question) {
                    found.push(report(asked, &objection, media));
                }
            }
        }
        for asked in concerned.named.iter().filter(|asked| self.is_never_published(&asked.pupil)) {
            found.push(report(asked, &Objection::never(), 0));
        }
        findings.extend(found);
        Ok(())
    }
}

/// How many days lie between two days.
fn age(from: Date, to: Date) -> i64 {
    (to - from).get_days().into()
}

/// A picture without a word on who is on it. A draft that says `pupils = []` says that nobody is.
fn declares_nothing(reading: &Reading<'_>) -> bool {
    reading.draft.pupils.is_none() && reading.draft.groups.as_ref().is_none_or(Vec::is_empty)
}

fn report(asked: &Asked, objection: &Objection, media: usize) -> Finding {
    let place = asked.place.unwrap_or(Place::whole(Field::Media(media)));
    let who = match asked.source {
        Source::Declared => "A pupil whom the draft says is pictured.",
        Source::Group => "A pupil of a class or year that the draft says is pictured.",
        Source::Named => "A pupil who is or may be named here.",
    };
    let finding = Finding::new(objection.rule, place, format!("{who} {}", objection.message))
        .certainty(asked.certainty)
        .about(Subject::one(asked.pupil.clone(), asked.form));
    match objection.remedy {
        Some(remedy) => finding.remedy(remedy),
        None => finding,
    }
}

/// An entry of a declaration that is nobody's. It is shown by its number: it may be a name.
fn unknown(entry: Unknown) -> Finding {
    let place = Place::whole(Field::Draft);
    match entry {
        Unknown::Pupil(number) => Finding::new(
            &unknown_pupil::RULE,
            place,
            format!("Entry {number} of `pupils` in this draft is on no roster."),
        ),
        Unknown::Group(number) => Finding::new(
            &unknown_pupil::RULE,
            place,
            format!(
                "Entry {number} of `groups` in this draft is no class or year that has pupils on roll \
                 that day."
            ),
        )
        .remedy("Write the class or the year as the roster does, such as 4W or Year 4."),
    }
}
