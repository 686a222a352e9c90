//! What a draft tells about who may be meant: declared pupils and groups, classes and years beside a
//! name, praise before it, family beside it.

use std::collections::HashSet;

use gatepost_records::{YearGroup, class_name};

use crate::index::class_hash;
use crate::lexicon::Kind;
use crate::people::{ClassMark, Entry};
use crate::surroundings::{Gap, Scene};

/// What a draft tells as a whole.
#[derive(Debug, Default)]
pub(crate) struct Context {
    /// Pupils declared as pictured, by their number in the index.
    pub(crate) declared: HashSet<u32>,
    /// Classes and years declared as pictured.
    pub(crate) groups: Vec<Group>,
    /// Pupils whose full name stands somewhere in the draft.
    pub(crate) named: HashSet<u32>,
}

/// A class or a year group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Group {
    class: Option<ClassMark>,
    year: Option<YearGroup>,
}

impl Group {
    /// What a draft calls a group.
    pub(crate) fn parse(written: &str) -> Self {
        let class = (!class_name(written).is_empty()).then(|| ClassMark::new(class_hash(written)));
        Self { class, year: YearGroup::parse(written) }
    }

    /// True if a pupil is in it.
    pub(crate) fn has(self, pupil: &Entry) -> bool {
        self.class.is_some() && self.class == pupil.class
            || self.year.is_some() && self.year == pupil.year
    }
}

/// A few classes and years, kept without asking for memory.
#[derive(Default)]
pub(crate) struct Groups {
    few: [Option<Group>; 6],
    more: Vec<Group>,
}

impl Groups {
    /// These.
    pub(crate) fn gather(mut all: impl Iterator<Item = Group>) -> Self {
        let few = std::array::from_fn(|_| all.next());
        Self { few, more: all.collect() }
    }

    /// All of them.
    pub(crate) fn iter(&self) -> impl Iterator<Item = Group> + Clone {
        self.few.iter().flatten().chain(&self.more).copied()
    }
}

/// The classes and years in the sentence of a piece.
pub(crate) fn groups_beside(scene: &Scene<'_>, at: usize) -> impl Iterator<Item = Group> {
    scene.sentence(at).filter_map(|at| group(scene, at))
}

/// The classes and years in a whole passage.
pub(crate) fn groups_anywhere(scene: &Scene<'_>) -> impl Iterator<Item = Group> {
    (0..scene.list().len()).filter_map(|at| group(scene, at))
}

/// The class or year that a piece, with its neighbour, names.
fn group(scene: &Scene<'_>, at: usize) -> Option<Group> {
    let piece = scene.piece(at)?;
    let slice = scene.slice(at);
    let of_year = |year| Group { class: None, year: Some(year) };
    // Nearly every word is none of these.
    let may_be_year = slice.starts_with(['y', 'Y', 'r', 'R', 'n', 'N']);
    let is_class_word = scene.index.is_class_word(piece.hash);
    let has_digit = slice.contains(char::is_numeric);
    if !may_be_year && !is_class_word && !has_digit {
        return None;
    }
    if has_digit {
        // `Y4` is a year, and may be a class; `4W` is a class.
        let code = slice.contains(char::is_alphabetic);
        let year = slice.starts_with(['y', 'Y']).then(|| YearGroup::parse(slice)).flatten();
        return code.then_some(Group { class: Some(ClassMark::new(piece.hash)), year });
    }
    let kinds = scene.kinds(at);
    if kinds.has(Kind::Year) && slice.len() > 1 {
        let number = scene.slice(at + 1);
        let short = number.len() <= LONGEST_YEAR && scene.gap(at) == Gap::Joins;
        return short.then(|| YearGroup::parse(number)).flatten().map(of_year);
    }
    let is_class = |at: usize| scene.kinds(at).has(Kind::Class) || scene.kinds(at).has(Kind::Year);
    if is_class_word && (is_class(at + 1) || at.checked_sub(1).is_some_and(is_class)) {
        return Some(Group { class: Some(ClassMark::new(piece.hash)), year: None });
    }
    let early = ["reception", "nursery"].iter().any(|early| slice.eq_ignore_ascii_case(early));
    early.then(|| YearGroup::parse(slice)).flatten().map(of_year)
}

/// What stands for a year behind the word *year* has as many bytes at most: `reception`.
const LONGEST_YEAR: usize = 9;

/// How far back praise may stand.
const FAR: usize = 8;

/// True if words of praise stand a little before a name, in its sentence. What stands between them must
/// be names, small words that lead to one, or what somebody is a star of.
pub(crate) fn is_praised(scene: &Scene<'_>, at: usize) -> bool {
    if scene.begins_sentence(at) {
        return false;
    }
    for before in (at.saturating_sub(FAR)..at).rev() {
        let kinds = scene.kinds(before);
        let well_done = scene.slice(before).eq_ignore_ascii_case("done")
            && before
                .checked_sub(1)
                .is_some_and(|well| scene.slice(well).eq_ignore_ascii_case("well"));
        if well_done || kinds.has(Kind::Praise) {
            return (before + 1..at).all(|at| leads_on(scene, at));
        }
        if kinds.has(Kind::Star) {
            // `Star of the week: Arjun`, `Player of the tournament was young Jack`
            let said = scene.between(at - 1).contains(':')
                || (before + 1..at).any(|at| matches!(scene.slice(at), "is" | "was" | "goes"));
            let of = matches!(scene.slice(before + 1), "of" | "Of" | "OF");
            return of && said;
        }
        if scene.begins_sentence(before) {
            return false;
        }
    }
    false
}

/// True for what may stand between praise and a name.
fn leads_on(scene: &Scene<'_>, at: usize) -> bool {
    let kinds = scene.kinds(at);
    let small = matches!(
        scene.slice(at),
        "to" | "for"
            | "of"
            | "our"
            | "you"
            | "little"
            | "young"
            | "dear"
            | "lovely"
            | "the"
            | "on"
            | "all"
            | "go"
            | "goes"
            | "you're"
            | "very"
            | "own"
            | "superstar"
            | "both"
    );
    small
        || kinds.has(Kind::And)
        || kinds.has(Kind::Year)
        || kinds.has(Kind::Class)
        || scene.is_capital(at)
        || scene.slice(at).contains(|c: char| c.is_numeric())
}

/// The last or first piece of someone of the family whom a name stands beside: `Jack's little brother`,
/// `mum of Jack`.
pub(crate) fn relative_beside(scene: &Scene<'_>, first: usize, last: usize) -> Option<usize> {
    let is_relative = |at: usize| scene.kinds(at).has(Kind::Relative);
    let written = scene.slice(last);
    // `Jack's`: the apostrophe parts the two pieces, or the name has it within.
    let own = matches!(scene.slice(last + 1), "s" | "S")
        && matches!(scene.between(last), "'" | "’" | "ʼ" | "‘" | "`");
    let own_end = scene.after(last).is_some_and(|sign| matches!(sign, '\'' | '’'))
        && written.ends_with(['s', 'S']);
    if own || own_end {
        let from = if own { last + 2 } else { last + 1 };
        let near = from..from + 3;
        let joined = |at: usize| (from - 1..at).all(|left| scene.gap(left) == Gap::Joins);
        return near.filter(|&at| is_relative(at)).find(|&at| joined(at));
    }
    let of = scene.joined_before(first)?;
    let before = scene.joined_before(of)?;
    (matches!(scene.slice(of), "of" | "to") && is_relative(before)).then_some(before)
}
