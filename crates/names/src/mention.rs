//! A place where someone is named, before it becomes a finding.

use gatepost_matcher::Span;
use gatepost_model::{Certainty, NameForm};

/// Someone of the registers is named here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mention {
    /// Where in the passage's original text.
    pub(crate) span: Span,
    /// Index of its first piece.
    pub(crate) first: usize,
    /// Index of its last piece.
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
    /// Pupils, by their number in the index, the likeliest first, and how much of the name stands there.
    Pupils(Vec<u32>, NameForm),
    /// A member of staff.
    Staff,
    /// Someone of a pupil's family, by the pupil's name.
    Family(Vec<u32>),
    /// A class or a team, one by one.
    List,
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
    /// With what someone is called between, in quotation marks or brackets.
    Quoted,
    /// Both parts run together: `jacksmith`.
    RunTogether,
    /// Another spelling of the forename.
    Spelling,
    /// A short form or nickname.
    Nickname,
    /// Half of a double name, or a middle name.
    Half,
    /// One slip of the keyboard, or spelt as it sounds.
    Slip,
    /// A forename that shares a surname with another: `Sophie and Oliver Taylor`.
    Shared,
    /// A forename and the first letter of the surname.
    ForenameInitial,
    /// The first letter of the forename and the surname.
    InitialSurname,
    /// Two first letters beside the class.
    Initials,
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
    /// A name beside the pupil's class or year.
    ClassBeside,
    /// A forename in what belongs to a picture: its alternative text, its name or its metadata.
    OfPicture,
    /// Part of the name of someone whose full name stands elsewhere in the draft.
    NamedInFull,
    /// After words of praise.
    Praised,
    /// Beside a word for someone of the family.
    OfFamily,
    /// A member of staff, by name or by title and surname.
    Staff,
    /// Someone of the family.
    Family,
    /// Many pupils in a row.
    List,
}

impl Mention {
    /// True if the two share a piece.
    pub(crate) fn overlaps(&self, other: &Self) -> bool {
        self.meets(other.first, other.last)
    }

    /// True if it has any of these pieces.
    pub(crate) fn meets(&self, first: usize, last: usize) -> bool {
        self.first <= last && first <= self.last
    }

    /// The pupils who fit; none for staff.
    pub(crate) fn pupils(&self) -> &[u32] {
        match &self.who {
            Who::Pupils(pupils, _) | Who::Family(pupils) => pupils,
            Who::Staff | Who::List => &[],
        }
    }
}
