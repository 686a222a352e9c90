//! Who is or may be pictured, and who is named in words.

use std::collections::HashSet;

use gatepost_model::{Certainty, Field, Findings, NameForm, Place, PupilKey, Reading};

use crate::directory::Directory;

/// A pupil for whom the register is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Asked {
    pub(crate) pupil: PupilKey,
    /// Where the pupil is named; `None` for one who is declared.
    pub(crate) place: Option<Place>,
    pub(crate) certainty: Certainty,
    pub(crate) form: Option<NameForm>,
    pub(crate) source: Source,
}

/// Why a pupil is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Source {
    /// In the draft's `pupils`.
    Declared,
    /// In a class or year of the draft's `groups`.
    Group,
    /// Named in the words, or in what belongs to a picture.
    Named,
}

/// An entry of a declaration that is nobody's: its number, counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unknown {
    /// In `pupils`.
    Pupil(usize),
    /// In `groups`.
    Group(usize),
}

/// Whom a draft concerns.
#[derive(Debug, Default)]
pub(crate) struct Concerned {
    /// Who is or may be pictured, each once.
    pub(crate) pictured: Vec<Asked>,
    /// Who is named, but not pictured: each once.
    pub(crate) named: Vec<Asked>,
    /// Declarations that are nobody's.
    pub(crate) unknown: Vec<Unknown>,
}

/// Who is concerned by a reading, by its declarations and the findings on names so far.
pub(crate) fn concerned<'d>(
    reading: &Reading<'_>,
    findings: &Findings,
    directory: impl Fn() -> &'d Directory,
) -> Concerned {
    let mut concerned = Concerned::default();
    let mut seen = HashSet::new();
    let mut declared = Vec::new();
    for (number, entry) in reading.draft.pupils.iter().flatten().enumerate() {
        let pupils = directory().pupils(entry);
        let certainty = if pupils.len() == 1 { Certainty::Certain } else { Certainty::Likely };
        if pupils.is_empty() {
            concerned.unknown.push(Unknown::Pupil(number + 1));
        }
        declared.extend(pupils.into_iter().map(|pupil| (pupil, certainty, Source::Declared)));
    }
    for (number, entry) in reading.draft.groups.iter().flatten().enumerate() {
        let pupils = directory().group(entry, reading.at.date());
        if pupils.is_empty() {
            concerned.unknown.push(Unknown::Group(number + 1));
        }
        let certain = |pupil| (pupil, Certainty::Certain, Source::Group);
        declared.extend(pupils.into_iter().map(certain));
    }
    let pictured = |(pupil, certainty, source): (&gatepost_records::Pupil, _, _)| Asked {
        pupil: pupil.key.clone(),
        place: None,
        certainty,
        form: None,
        source,
    };
    let declared = declared.into_iter().map(pictured);
    concerned.pictured.extend(declared.filter(|asked| seen.insert(asked.pupil.clone())));
    if !reading.has_media() {
        concerned.pictured.clear();
        seen.clear();
    }
    let (with_picture, in_words): (Vec<Asked>, Vec<Asked>) =
        named(findings).into_iter().partition(|asked| {
            let belongs = asked.place.is_some_and(|place| place.field.media().is_some());
            reading.may_picture_pupils() || reading.has_media() && belongs
        });
    concerned.pictured.extend(with_picture.into_iter().filter(|a| seen.insert(a.pupil.clone())));
    concerned.named.extend(in_words.into_iter().filter(|a| seen.insert(a.pupil.clone())));
    concerned
}

/// Everyone who may be meant by a finding on names, the first mention of each.
fn named(findings: &Findings) -> Vec<Asked> {
    let mut named = Vec::new();
    for finding in findings {
        let Some(subject) = finding.subject.as_ref().filter(|_| finding.rule.family() == "names")
        else {
            continue;
        };
        if finding.place.field == Field::Draft {
            continue;
        }
        let sure =
            if subject.candidates.len() > 1 { Certainty::Likely } else { Certainty::Certain };
        named.extend(subject.candidates.iter().map(|pupil| Asked {
            pupil: pupil.clone(),
            place: Some(finding.place),
            certainty: finding.certainty.min(sure),
            form: subject.form,
            source: Source::Named,
        }));
    }
    named
}
