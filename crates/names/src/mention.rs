//! A place where someone is named, before it becomes a finding.

use gatepost_matcher::Span;
use gatepost_model::{Certainty, NameForm};

/// Someone of the registers is named here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mention {
    /// Where in the passage's original text.
    pub(crate) span: Span,
    /// Index of its first token.
    pub(crate) first: usize,
    /// Index of its last token.
    pub(crate) last: usize,
    /// How sure.
    pub(crate) certainty: Certainty,
    /// Who fits.
    pub(crate) who: Who,
    /// Why it is believed.
    pub(crate) reason: Reason,
}

/// Who is named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Who {
    /// Pupils, by their number in the index, and how much of the name stands there.
    Pupils(Vec<u32>, NameForm),
    /// A member of staff.
    Staff,
}

/// Why a mention is believed. Each has its sentence in `report`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reason {
    /// Forename and surname as the register has them.
    Whole,
    /// The only name that the register has for the pupil.
    OnlyName,
    /// Surname before the forename, with a comma between, within a sentence.
    SurnameFirst,
    /// With an initial of a middle name between.
    MiddleInitial,
    /// Both parts run together: `jacksmith`.
    RunTogether,
    /// The name is two everyday words as well.
    EverydayWords,
    /// A title stands before it, and the staff register has no such person.
    Titled,
    /// A member of staff has the name too.
    SharedWithStaff,
    /// It stands within a place or building of the school.
    WithinPlace,
    /// A forename of someone whom the draft declares as pictured.
    Declared,
    /// A forename of someone in a class that the draft declares.
    DeclaredGroup,
    /// A forename beside the pupil's class or year.
    ClassBeside,
    /// A forename in what belongs to a picture: its alternative text, its name or its metadata.
    OfPicture,
    /// A forename of someone whose full name stands elsewhere in the draft.
    NamedInFull,
    /// A member of staff, by name or by title and surname.
    Staff,
}

impl Mention {
    /// True if the two share a token.
    pub(crate) fn overlaps(&self, other: &Self) -> bool {
        self.first <= other.last && other.first <= self.last
    }

    /// True if a token is in it.
    pub(crate) fn covers(&self, token: usize) -> bool {
        self.first <= token && token <= self.last
    }

    /// The pupils who fit; none for staff.
    pub(crate) fn pupils(&self) -> &[u32] {
        match &self.who {
            Who::Pupils(pupils, _) => pupils,
            Who::Staff => &[],
        }
    }
}
