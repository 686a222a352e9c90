//! The registers, turned into tables of folded names.
//!
//! A person's forename is every spelling of the legal and of the preferred forename, the surname
//! likewise; a full name is any pair of them. Pupils are numbered as on the roster, staff after them.
//! What is kept of a pupil beyond the tables is what matching must ask: key, middle names, class, year
//! and last day.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use gatepost_matcher::Prose;
use gatepost_model::PupilKey;
use gatepost_records::{Roster, StaffRegister, YearGroup, class_name};
use jiff::civil::Date;

use crate::part::{Part, Spelling, pair};
use crate::postings::Postings;
use crate::words::NameWords;

/// Everyone whom the registers hold, by name.
pub(crate) struct Index {
    /// Which tokens begin a part of a name, and how long such a part may be.
    starts: HashMap<u64, Start, BuildHasherDefault<Ready>>,
    /// Forename and surname → people.
    pub(crate) pairs: Postings,
    /// A full name run together, by the hash of the one token → people.
    pub(crate) run_together: Postings,
    /// A name that is the only one its pupil has → pupils.
    pub(crate) only_names: Postings,
    /// Forename → pupils.
    pub(crate) forenames: Postings,
    /// Surname → staff.
    pub(crate) staff_surnames: Postings,
    /// The pupils, as on the roster.
    pub(crate) pupils: Vec<Entry>,
    /// The staff: hashes of the words of their forenames, and those words' first letters.
    pub(crate) staff: Vec<GivenNames>,
    /// Classes' names, folded and hashed, that are a word and no code such as `4W`.
    pub(crate) class_words: Vec<u64>,
    /// Names that are words.
    pub(crate) words: NameWords,
}

/// How many tokens a part of a name that begins with some token may have; 0 if none begins with it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Start {
    pub(crate) forename: u8,
    pub(crate) surname: u8,
}

/// What is kept of a pupil.
pub(crate) struct Entry {
    pub(crate) key: PupilKey,
    /// Middle names and both forenames: what may stand between forename and surname.
    pub(crate) between: GivenNames,
    /// The hash of the class's name; `None` without a class.
    pub(crate) class: Option<u64>,
    pub(crate) year: Option<YearGroup>,
    pub(crate) leaves: Option<Date>,
}

/// Words of given names.
#[derive(Default)]
pub(crate) struct GivenNames {
    words: Box<[u64]>,
    initials: Box<[u64]>,
}

/// Names of fewer letters than this in both parts together are not looked for run together.
pub(crate) const LEAST_RUN_TOGETHER: usize = 5;

impl Index {
    /// Builds it.
    pub(crate) fn new(roster: &Roster, staff: &StaffRegister) -> Self {
        let mut build = Build::default();
        let mut classes = HashMap::new();
        for pupil in roster.pupils() {
            let number = build.next();
            let forenames =
                build.parts([Some(&*pupil.forename), pupil.preferred_forename.as_deref()]);
            let surnames = build.parts([Some(&*pupil.surname), pupil.preferred_surname.as_deref()]);
            build.person(number, &forenames, &surnames, Register::Pupils);
            let middle = pupil.middle_names.as_deref().unwrap_or_default();
            let middle = Part::read(middle, &mut build.scratch);
            let between = build.given_names(forenames.iter().chain([&middle]));
            let class = pupil
                .class
                .as_deref()
                .filter(|class| !class.is_empty())
                .map(|class| *classes.entry(class).or_insert_with(|| class_hash(class)));
            build.pupils.push(Entry {
                key: pupil.key.clone(),
                between,
                class,
                year: pupil.year_group(),
                leaves: pupil.leaves,
            });
        }
        for person in staff.staff() {
            let number = build.next();
            let forenames = build.parts([Some(&*person.forename), None]);
            let surnames = build.parts([Some(&*person.surname), None]);
            build.person(number, &forenames, &surnames, Register::Staff);
            let given = build.given_names(forenames.iter());
            build.staff.push(given);
        }
        let mut class_words: Vec<u64> = classes
            .into_iter()
            .filter(|(class, _)| class.chars().all(|c| !c.is_numeric()))
            .map(|(_, hash)| hash)
            .collect();
        class_words.sort_unstable();
        build.finish(class_words)
    }

    /// What begins with a token.
    pub(crate) fn start(&self, hash: u64) -> Option<Start> {
        self.starts.get(&hash).copied()
    }

    /// The pupil of this number; `None` for staff.
    pub(crate) fn pupil(&self, number: u32) -> Option<&Entry> {
        self.pupils.get(number as usize)
    }

    /// The given names of anyone, pupil or staff.
    pub(crate) fn given(&self, number: u32) -> Option<&GivenNames> {
        match self.pupil(number) {
            Some(pupil) => Some(&pupil.between),
            None => self.staff.get((number as usize).checked_sub(self.pupils.len())?),
        }
    }
}

impl GivenNames {
    /// True if a token is one of the words.
    pub(crate) fn has_word(&self, hash: u64) -> bool {
        self.words.contains(&hash)
    }

    /// True if a token is the first letter of one of the words.
    pub(crate) fn has_initial(&self, hash: u64) -> bool {
        self.initials.contains(&hash)
    }
}

/// The hash under which a class is known, however its name is written.
pub(crate) fn class_hash(class: &str) -> u64 {
    let name = Prose::new(&class_name(class));
    name.tokens().first().map_or(0, |token| token.hash)
}

/// Which register a person is from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Register {
    Pupils,
    Staff,
}

#[derive(Default)]
struct Build {
    scratch: Prose,
    starts: HashMap<u64, Start, BuildHasherDefault<Ready>>,
    pairs: Vec<(u64, u32)>,
    run_together: Vec<(u64, u32)>,
    only_names: Vec<(u64, u32)>,
    forenames: Vec<(u64, u32)>,
    staff_surnames: Vec<(u64, u32)>,
    pupils: Vec<Entry>,
    staff: Vec<GivenNames>,
}

impl Build {
    fn next(&self) -> u32 {
        u32::try_from(self.pupils.len() + self.staff.len()).expect("fewer people than there are")
    }

    /// The parts that hold a word, each once.
    fn parts(&mut self, written: [Option<&str>; 2]) -> Vec<Part> {
        let mut parts: Vec<Part> = Vec::with_capacity(2);
        for written in written.into_iter().flatten() {
            let part = Part::read(written, &mut self.scratch);
            if !part.is_empty() && !parts.contains(&part) {
                parts.push(part);
            }
        }
        parts
    }

    fn person(&mut self, number: u32, forenames: &[Part], surnames: &[Part], register: Register) {
        let first = self.spellings(forenames);
        let last = self.spellings(surnames);
        for forename in &first {
            for surname in &last {
                self.pairs.push((pair(forename.key, surname.key), number));
            }
            if register == Register::Pupils {
                self.forenames.push((forename.key, number));
            }
            let longest = &mut self.starts.entry(forename.first).or_default().forename;
            *longest = (*longest).max(count(forename));
        }
        for surname in &last {
            if register == Register::Staff {
                self.staff_surnames.push((surname.key, number));
            }
            let longest = &mut self.starts.entry(surname.first).or_default().surname;
            *longest = (*longest).max(count(surname));
        }
        if register == Register::Pupils && (first.is_empty() || last.is_empty()) {
            for only in first.iter().chain(&last) {
                self.only_names.push((only.key, number));
                let longest = &mut self.starts.entry(only.first).or_default().forename;
                *longest = (*longest).max(count(only));
            }
        }
        self.together(number, forenames, surnames);
    }

    /// Forename and surname as one word, in both orders.
    fn together(&mut self, number: u32, forenames: &[Part], surnames: &[Part]) {
        let mut text = String::new();
        for (forename, surname) in forenames
            .iter()
            .flat_map(|forename| surnames.iter().map(move |surname| (forename, surname)))
        {
            let (forename, surname) = (forename.joined(), surname.joined());
            if forename.chars().count() + surname.chars().count() >= LEAST_RUN_TOGETHER {
                for part in [&*forename, &surname, " ", &surname, &forename, " "] {
                    text.push_str(part);
                }
            }
        }
        self.scratch.read(&text);
        self.run_together.extend(self.scratch.tokens().iter().map(|token| (token.hash, number)));
    }

    fn spellings(&mut self, parts: &[Part]) -> Vec<Spelling> {
        parts.iter().flat_map(|part| part.spellings(&mut self.scratch)).collect()
    }

    fn given_names<'p>(&mut self, parts: impl Iterator<Item = &'p Part>) -> GivenNames {
        let (mut all, mut initials) = (String::new(), String::new());
        for word in parts.flat_map(Part::words) {
            all.push_str(word);
            all.push(' ');
            initials.extend(word.chars().next());
            initials.push(' ');
        }
        let mut hashes = |text: &str| {
            self.scratch.read(text);
            self.scratch.tokens().iter().map(|token| token.hash).collect()
        };
        GivenNames { words: hashes(&all), initials: hashes(&initials) }
    }

    fn finish(self, class_words: Vec<u64>) -> Index {
        Index {
            starts: self.starts,
            pairs: Postings::new(self.pairs),
            run_together: Postings::new(self.run_together),
            only_names: Postings::new(self.only_names),
            forenames: Postings::new(self.forenames),
            staff_surnames: Postings::new(self.staff_surnames),
            pupils: self.pupils,
            staff: self.staff,
            class_words,
            words: NameWords::new(),
        }
    }
}

fn count(spelling: &Spelling) -> u8 {
    u8::try_from(spelling.tokens).unwrap_or(u8::MAX)
}

/// Takes a token's hash for what it is: hashed already.
#[derive(Default)]
struct Ready(u64);

impl Hasher for Ready {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |state, &byte| state.rotate_left(8) ^ u64::from(byte));
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash.wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(26);
    }
}
