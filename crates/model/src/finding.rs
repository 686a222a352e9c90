//! What was found.

use serde::{Deserialize, Serialize};

use crate::key::PupilKey;
use crate::place::Place;
use crate::rule::Rule;

/// Something that a detector saw, without a judgement: how grave it is, the policy says.
///
/// `message` and `remedy` are read by people and logged: they hold no name, number or address that
/// was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule that found it.
    pub rule: &'static Rule,
    /// Where.
    pub place: Place,
    /// How sure the rule is.
    pub certainty: Certainty,
    /// What was seen and why it is believed, in a sentence for the author.
    pub message: String,
    /// How to mend it here, where that is not the rule's own remedy.
    pub remedy: Option<String>,
    /// The pupil concerned, if one is.
    pub subject: Option<Subject>,
}

/// How sure a rule is of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Certainty {
    /// It may be, going by its surroundings.
    Possible,
    /// It probably is.
    Likely,
    /// It is.
    Certain,
}

/// The pupil whom a finding is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// The likeliest.
    pub pupil: PupilKey,
    /// Everyone who fits, the likeliest first; one alone where there is no doubt.
    pub candidates: Vec<PupilKey>,
    /// What of the name stands there; `None` where the pupil was not found by a name.
    pub form: Option<NameForm>,
}

/// How much of a name a mention gives. Policies differ on exactly that.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameForm {
    /// Initials alone: `J.S.`
    Initials,
    /// A forename or a preferred name alone.
    First,
    /// A surname, or a part of a name beyond the forename: `Jack S.`
    Part,
    /// Forename and surname.
    Full,
}

impl Finding {
    /// A certain finding at a place.
    pub fn new(rule: &'static Rule, place: Place, message: impl Into<String>) -> Self {
        Self {
            rule,
            place,
            certainty: Certainty::Certain,
            message: message.into(),
            remedy: None,
            subject: None,
        }
    }

    /// The same, less sure.
    #[must_use]
    pub fn certainty(mut self, certainty: Certainty) -> Self {
        self.certainty = certainty;
        self
    }

    /// The same, with a way to mend it that fits this case.
    #[must_use]
    pub fn remedy(mut self, remedy: impl Into<String>) -> Self {
        self.remedy = Some(remedy.into());
        self
    }

    /// The same, about a pupil.
    #[must_use]
    pub fn about(mut self, subject: Subject) -> Self {
        self.subject = Some(subject);
        self
    }
}

impl Subject {
    /// One pupil, without doubt.
    pub fn one(pupil: PupilKey, form: Option<NameForm>) -> Self {
        Self { candidates: vec![pupil.clone()], pupil, form }
    }

    /// Several pupils who fit, the likeliest first; `None` of an empty list.
    pub fn among(candidates: Vec<PupilKey>, form: Option<NameForm>) -> Option<Self> {
        candidates.first().cloned().map(|pupil| Self { pupil, candidates, form })
    }
}
