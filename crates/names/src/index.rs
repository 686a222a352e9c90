//! The registers, compiled: from words to names, and from names to people.
//!
//! Distinct forenames and surnames are numbered in the order of their letters. The `Vocabulary` says which
//! names a word may stand for, `People` who bears which names. A pupil of one name bears it as forename and
//! as surname at once, under the number of a surname that has no letters.

use std::collections::HashMap;
use std::ops::Range;

use gatepost_matcher::Prose;
use gatepost_records::{Pupil, Roster, StaffRegister, class_name};
use jiff::ToSpan;

use crate::bytes::{Reader, Writer};
use crate::families::Families;
use crate::lexicon::Lexicon;
use crate::marks::{Mark, Marks};
use crate::part::Part;
use crate::people::{ClassMark, Entry, Gathering, Given, People};
use crate::slips::Slips;
use crate::vocabulary::{How, Role, Sense, Vocabulary, short};

/// Everyone whom the registers hold, by name.
pub(crate) struct Index {
    pub(crate) vocabulary: Vocabulary,
    pub(crate) people: People,
    pub(crate) slips: Slips,
    pub(crate) lexicon: Lexicon,
    /// First letters of the forenames and of the surnames, in their order.
    forename_letters: Box<[char]>,
    surname_letters: Box<[char]>,
    /// Classes' names, folded and hashed, that are a word and no code such as `4W`.
    pub(crate) class_words: Vec<u64>,
    /// The surname of those who have none.
    no_surname: Option<u32>,
}

/// People who fit, each with how near.
pub(crate) type Fits = Vec<(How, u32)>;

impl Index {
    /// Builds it.
    pub(crate) fn new(roster: &Roster, staff: &StaffRegister) -> Self {
        let mut build = Build::default();
        for pupil in roster.pupils() {
            build.pupil(pupil);
        }
        for person in staff.staff() {
            let number = build.people.staff();
            let forenames = [Some(&*person.forename), None];
            build.person(number, forenames, [Some(&*person.surname), None], None);
        }
        build.finish()
    }

    /// The tables that are made of the registers, as bytes.
    pub(crate) fn write(&self, to: &mut Writer) {
        self.vocabulary.write(to);
        self.people.write(to);
        self.slips.write(to);
        to.numbers(self.forename_letters.iter().map(|letter| u32::from(*letter)));
        to.numbers(self.surname_letters.iter().map(|letter| u32::from(*letter)));
        to.longs(&self.class_words);
        to.number(self.no_surname.map_or(0, |none| none + 1));
    }

    /// The same from bytes; `None` if they are not whole.
    pub(crate) fn read(from: &mut Reader<'_>) -> Option<Self> {
        let vocabulary = Vocabulary::read(from)?;
        let people = People::read(from)?;
        let slips = Slips::read(from)?;
        let letters = |all: Box<[u32]>| all.iter().map(|letter| char::from_u32(*letter)).collect();
        let forename_letters: Option<Box<[char]>> = letters(from.numbers()?);
        let surname_letters: Option<Box<[char]>> = letters(from.numbers()?);
        Some(Self {
            vocabulary,
            people,
            slips,
            lexicon: Lexicon::new(&Families::new()),
            forename_letters: forename_letters?,
            surname_letters: surname_letters?,
            class_words: from.longs()?.into(),
            no_surname: from.number()?.checked_sub(1),
        })
    }

    /// The people whom a forename in one sense and a surname in another name.
    pub(crate) fn named(
        &self,
        forename: Sense,
        surname: Sense,
    ) -> impl Iterator<Item = (How, u32)> {
        let how = forename.how.max(surname.how);
        self.people
            .by_surname
            .within(surname.name, forename.name..forename.name + 1)
            .iter()
            .filter(move |bearing| !bearing.is_middle() || how <= How::Variant)
            .map(move |bearing| {
                (if bearing.is_middle() { How::Half } else { how }, bearing.person())
            })
    }

    /// The people whom two forms name, the one as forename and the other as surname.
    pub(crate) fn pair(&self, forename: u32, surname: u32, fits: &mut Fits) {
        let of = |form: u32, role: Role| {
            self.vocabulary.senses(form).iter().filter(move |sense| sense.role == role)
        };
        for surname in of(surname, Role::Surname) {
            for forename in of(forename, Role::Forename) {
                fits.extend(self.named(*forename, *surname));
            }
        }
    }

    /// True if two forms name anybody, the one as forename and the other as surname.
    pub(crate) fn is_pair(&self, forename: u32, surname: u32) -> bool {
        let of = |form: u32, role: Role| {
            self.vocabulary.senses(form).iter().filter(move |sense| sense.role == role)
        };
        of(surname, Role::Surname).any(|surname| {
            of(forename, Role::Forename)
                .any(|forename| self.named(*forename, *surname).next().is_some())
        })
    }

    /// The forenames that begin with a letter.
    pub(crate) fn forenames_in(&self, letter: char) -> Range<u32> {
        stretch(&self.forename_letters, letter)
    }

    /// The surnames that begin with a letter.
    pub(crate) fn surnames_in(&self, letter: char) -> Range<u32> {
        stretch(&self.surname_letters, letter)
    }

    /// The pupils who have this forename and no other name.
    pub(crate) fn only_named(&self, forename: u32) -> impl Iterator<Item = u32> {
        let none = self.no_surname.map(|none| none..none + 1).unwrap_or_default();
        self.people.by_forename.within(forename, none).iter().map(|bearing| bearing.person())
    }

    /// True if a class has this word for its name.
    pub(crate) fn is_class_word(&self, hash: u64) -> bool {
        self.class_words.binary_search(&hash).is_ok()
    }
}

fn stretch(letters: &[char], letter: char) -> Range<u32> {
    let from = letters.partition_point(|first| *first < letter);
    let to = letters.partition_point(|first| *first <= letter);
    short(from)..short(to)
}

/// The hash under which a class is known, however its name is written.
pub(crate) fn class_hash(class: &str) -> u64 {
    let name = Prose::new(&class_name(class));
    name.tokens().first().map_or(0, |token| token.hash)
}

/// Numbers names as they come.
#[derive(Default)]
struct Numbers {
    by_written: HashMap<Box<str>, Option<u32>>,
    by_joined: HashMap<String, u32>,
    written: Vec<Vec<Part>>,
}

impl Numbers {
    /// The number of a name; `None` if there is no word in it.
    fn of(&mut self, written: &str, scratch: &mut Prose) -> Option<u32> {
        if let Some(number) = self.by_written.get(written) {
            return *number;
        }
        let part = Part::read(written, scratch);
        let number = (!part.is_empty()).then(|| {
            let next = short(self.written.len());
            let number = *self.by_joined.entry(part.joined()).or_insert(next);
            if number == next {
                self.written.push(Vec::new());
            }
            if let Some(parts) = self.written.get_mut(number as usize)
                && !parts.contains(&part)
            {
                parts.push(part);
            }
            number
        });
        self.by_written.insert(written.into(), number);
        number
    }

    /// The number of the name without letters.
    fn none(&mut self) -> u32 {
        let next = short(self.written.len());
        let number = *self.by_joined.entry(String::new()).or_insert(next);
        if number == next {
            self.written.push(Vec::new());
        }
        number
    }

    /// The new number of each name, and the names, in the order of their letters.
    fn sorted(self) -> (Vec<u32>, Vec<Vec<Part>>) {
        let joined = |parts: &[Part]| parts.first().map(Part::joined).unwrap_or_default();
        let mut all: Vec<(String, u32, Vec<Part>)> = (0..)
            .zip(self.written)
            .map(|(number, parts)| (joined(&parts), number, parts))
            .collect();
        all.sort_unstable_by(|one, other| one.0.cmp(&other.0));
        let mut places = vec![0; all.len()];
        for (place, (_, number, _)) in (0..).zip(&all) {
            places.iter_mut().skip(*number as usize).take(1).for_each(|to| *to = place);
        }
        (places, all.into_iter().map(|(_, _, parts)| parts).collect())
    }
}

#[derive(Default)]
struct Build {
    scratch: Prose,
    forenames: Numbers,
    surnames: Numbers,
    people: Gathering,
    classes: HashMap<String, u64>,
}

impl Build {
    fn pupil(&mut self, pupil: &Pupil) {
        let class = pupil.class.as_deref().filter(|class| !class.is_empty());
        let class = class.map(|class| match self.classes.get(class) {
            Some(hash) => *hash,
            None => *self.classes.entry(class.to_owned()).or_insert(class_hash(class)),
        });
        let entry = Entry {
            class: class.map(ClassMark::new),
            year: pupil.year_group(),
            leaves: pupil.leaves,
            of_age: pupil.born.and_then(|born| born.checked_add(18.years()).ok()),
        };
        let number = self.people.pupil(&pupil.key, entry);
        let forenames = [Some(&*pupil.forename), pupil.preferred_forename.as_deref()];
        let surnames = [Some(&*pupil.surname), pupil.preferred_surname.as_deref()];
        self.person(number, forenames, surnames, pupil.middle_names.as_deref());
    }

    fn person(
        &mut self,
        number: u32,
        forenames: [Option<&str>; 2],
        surnames: [Option<&str>; 2],
        middle: Option<&str>,
    ) {
        let scratch = &mut self.scratch;
        let mut all = |numbers: &mut Numbers, written: [Option<&str>; 2]| -> Vec<u32> {
            written.into_iter().flatten().filter_map(|name| numbers.of(name, scratch)).collect()
        };
        let mut first = all(&mut self.forenames, forenames);
        let mut last = all(&mut self.surnames, surnames);
        if first.is_empty() {
            // The only name may stand in either column.
            first = all(&mut self.forenames, surnames);
            last.clear();
        }
        if last.is_empty() && !first.is_empty() {
            last.push(self.surnames.none());
        }
        for surname in &last {
            for forename in &first {
                self.people.bears(number, *forename, *surname, Given::First);
            }
            for word in middle.unwrap_or_default().split([' ', ',']) {
                if let Some(word) = self.forenames.of(word, &mut self.scratch) {
                    self.people.bears(number, word, *surname, Given::Middle);
                }
            }
        }
    }

    fn finish(self) -> Index {
        let (forename_places, forenames) = self.forenames.sorted();
        let none = self.surnames.by_joined.get("").copied();
        let (surname_places, surnames) = self.surnames.sorted();
        let no_surname = none.and_then(|none| surname_places.get(none as usize).copied());
        let counts = (forenames.len(), surnames.len());
        let letters = |names: &[Vec<Part>]| -> Box<[char]> {
            let first = |parts: &Vec<Part>| parts.first()?.words().first()?.chars().next();
            names.iter().map(|parts| first(parts).unwrap_or('\0')).collect()
        };
        let mut class_words: Vec<u64> = self
            .classes
            .iter()
            .filter(|(class, _)| class.chars().all(|c| !c.is_numeric()))
            .map(|(_, hash)| *hash)
            .collect();
        class_words.sort_unstable();
        let families = Families::new();
        let lexicon = Lexicon::new(&families);
        let people = self.people.finish(&forename_places, &surname_places, counts);
        let mut vocabulary = Vocabulary::new(&forenames, &surnames, &families);
        let marks = &mut vocabulary.marks;
        Lexicon::mark(marks, &mut vocabulary.beginnings);
        self.classes.values().for_each(|class| marks.add(*class, Mark::TELLING));
        mark_people(marks, &people, (&forenames, &surnames), no_surname);
        Index {
            slips: Slips::new(&vocabulary),
            lexicon,
            vocabulary,
            people,
            forename_letters: letters(&forenames),
            surname_letters: letters(&surnames),
            class_words,
            no_surname,
        }
    }
}

/// Marks the only names of people, and the surnames of staff.
fn mark_people(
    marks: &mut Marks,
    people: &People,
    (forenames, surnames): (&[Vec<Part>], &[Vec<Part>]),
    no_surname: Option<u32>,
) {
    let mut mark = |parts: &[Part], mark: Mark| {
        let spellings = parts.iter().flat_map(Part::spellings);
        spellings
            .filter_map(|one| one.hashes.first().copied())
            .for_each(|hash| marks.add(hash, mark));
    };
    for bearing in no_surname.map(|none| people.by_surname.of(none)).unwrap_or_default() {
        mark(forenames.get(bearing.other as usize).map_or(&[], |parts| parts), Mark::ONLY);
    }
    for (name, parts) in (0..).zip(surnames) {
        let staff =
            people.by_surname.of(name).iter().any(|one| people.pupil(one.person()).is_none());
        if staff {
            mark(parts, Mark::STAFF);
        }
    }
}
