//! Mentions become findings.

use gatepost_model::{
    Draft, Field, Finding, Findings, NameForm, Place, PupilKey, Reading, Subject,
};

use crate::mention::{Mention, Reason, Who};
use crate::rules::{
    class_list, family_member, first_name, full_name, full_name_with_image, individual_label,
    initials, name_with_image, part_name, staff,
};

/// A mention, where it is and whom it may mean.
pub(crate) struct Sighting {
    pub(crate) field: Field,
    pub(crate) mention: Mention,
    /// Who fits, the likeliest first; none for staff.
    pub(crate) keys: Vec<PupilKey>,
    pub(crate) form: NameForm,
}

/// Adds the findings of all mentions of a draft, by place.
pub(crate) fn report(reading: &Reading<'_>, sightings: &[Sighting], findings: &mut Findings) {
    let only = the_only_pupil(reading, sightings);
    for sighting in sightings {
        if sighting.mention.who == Who::Staff {
            findings.push(Finding::new(&staff::RULE, sighting.place(), STAFF));
            continue;
        }
        if sighting.mention.who == Who::List {
            let list = Finding::new(&class_list::RULE, sighting.place(), LIST);
            findings.push(list.certainty(sighting.mention.certainty));
            continue;
        }
        let Some(subject) = Subject::among(sighting.keys.clone(), Some(sighting.form)) else {
            continue;
        };
        let why = sighting.why();
        if matches!(sighting.mention.who, Who::Family(_)) {
            let family = Finding::new(&family_member::RULE, sighting.place(), why);
            findings.push(family.certainty(sighting.mention.certainty).about(subject));
            continue;
        }
        let base = match sighting.form {
            NameForm::Full => &full_name::RULE,
            NameForm::First => &first_name::RULE,
            NameForm::Part => &part_name::RULE,
            NameForm::Initials => &initials::RULE,
        };
        let mut push = |rule, message: String| {
            findings.push(
                Finding::new(rule, sighting.place(), message)
                    .certainty(sighting.mention.certainty)
                    .about(subject.clone()),
            );
        };
        push(base, why.clone());
        if sighting.is_beside_a_picture(reading) {
            if sighting.form == NameForm::Full {
                let beside = "It goes out beside a picture or film on which pupils may be.";
                push(&full_name_with_image::RULE, format!("{why} {beside}"));
            }
            let beside = "It goes out beside a picture or film on which pupils may be.";
            push(&name_with_image::RULE, format!("{why} {beside}"));
            if only.is_some_and(|only| std::ptr::eq(only, sighting)) {
                let alone =
                    "It is the only pupil's name here, so readers can tell who is pictured.";
                push(&individual_label::RULE, format!("{why} {alone}"));
            }
        }
    }
}

const LIST: &str = "This lists many pupils by name: a class, a team or a cast.";

const STAFF: &str = "This names a member of staff: by the full name, or by title and surname.";

/// Where the only pupil is named whose name goes out beside a picture: at the fullest mention, the first
/// of those; `None` if nobody is, or several are. The words and alternative texts are read by people;
/// file names and metadata count where those name nobody. A forename in the words of a post says nothing
/// of who is who on a picture of several pupils; on one of a single pupil, and in what belongs to the
/// picture, it does.
fn the_only_pupil<'s>(reading: &Reading<'_>, sightings: &'s [Sighting]) -> Option<&'s Sighting> {
    let beside = sightings
        .iter()
        .filter(|sighting| matches!(sighting.mention.who, Who::Pupils(..)))
        .filter(|sighting| !sighting.keys.is_empty() && sighting.is_beside_a_picture(reading));
    let (read, hidden): (Vec<_>, Vec<_>) =
        beside.partition(|sighting| matches!(sighting.field, Field::Text | Field::Alt(_)));
    let named = if read.is_empty() { hidden } else { read };
    let of_several = pictures_several(reading.draft)
        && named
            .iter()
            .all(|sighting| sighting.field == Field::Text && sighting.form == NameForm::First);
    if of_several {
        return None;
    }
    let first = *named.first()?;
    let mut common = first.keys.clone();
    for sighting in &named {
        common.retain(|key| sighting.keys.contains(key));
    }
    if common.is_empty() {
        return None;
    }
    Some(named.into_iter().find(|sighting| sighting.form == NameForm::Full).unwrap_or(first))
}

/// True if the draft says that more than one pupil is pictured.
fn pictures_several(draft: &Draft) -> bool {
    draft.pupils.as_ref().is_some_and(|pupils| pupils.len() > 1)
        || draft.groups.as_ref().is_some_and(|groups| !groups.is_empty())
}

impl Sighting {
    fn place(&self) -> Place {
        Place::at(self.field, self.mention.span)
    }

    /// The words of a post stand beside its pictures unless the draft says that nobody is on them;
    /// what belongs to a picture stands beside it always.
    fn is_beside_a_picture(&self, reading: &Reading<'_>) -> bool {
        reading.may_picture_pupils() || self.field.media().is_some() && reading.has_media()
    }

    /// What was seen and why it is believed.
    fn why(&self) -> String {
        let seen = match self.mention.reason {
            Reason::Whole => "This is a pupil's full name.",
            Reason::OnlyName => "This is the only name that the roster has for a pupil.",
            Reason::SurnameFirst => {
                "This reads as a pupil's full name with the surname first, or as two names in a row."
            }
            Reason::MiddleInitial => "This is a pupil's full name with a middle initial.",
            Reason::Quoted => {
                "This is a pupil's full name with what someone is called between the two parts."
            }
            Reason::RunTogether => "This is a pupil's full name, run together.",
            Reason::Spelling => "This is a pupil's full name, the forename in another spelling.",
            Reason::Nickname => "This is a pupil's full name with a short form of the forename.",
            Reason::Half => {
                "This is a pupil's name with half of a double name, or with a middle name."
            }
            Reason::Slip => "This is one letter off a pupil's full name, or sounds the same.",
            Reason::Shared => {
                "This is a pupil's forename, and the surname follows for several at once."
            }
            Reason::ForenameInitial => {
                "This is a pupil's forename and the first letter of the surname."
            }
            Reason::InitialSurname => {
                "This is the first letter of a pupil's forename and the surname."
            }
            Reason::Initials => "These are a pupil's initials, beside the class or year.",
            Reason::EverydayWords => {
                "This is a pupil's full name, though both parts are everyday words too."
            }
            Reason::Titled => {
                "This is a pupil's full name, though a title before it speaks for an adult."
            }
            Reason::SharedWithStaff => {
                "This is the full name of a pupil and of a member of staff as well."
            }
            Reason::WithinPlace => {
                "This is a pupil's full name, though it stands within the name of a place here."
            }
            Reason::Declared => {
                "This is part of the name of a pupil whom the draft says is pictured."
            }
            Reason::DeclaredGroup => {
                "This is the forename of a pupil in a class that the draft says is pictured."
            }
            Reason::ClassBeside => {
                "This is part of a pupil's name, with the pupil's class or year beside it."
            }
            Reason::OfPicture => {
                "This is a pupil's forename, in words that belong to the picture itself."
            }
            Reason::NamedInFull => {
                "This is part of the name of a pupil whose full name also stands in this draft."
            }
            Reason::Praised => "This is part of a pupil's name, after words of praise.",
            Reason::OfFamily => {
                "This is a pupil's forename, beside a word for someone of the family."
            }
            Reason::Staff => STAFF,
            Reason::Family => "This speaks of someone of a pupil's family, by the pupil's name.",
            Reason::List => LIST,
        };
        match self.keys.len() {
            0 | 1 => seen.to_owned(),
            several => format!("{seen} It fits {several} pupils on the roster."),
        }
    }
}
