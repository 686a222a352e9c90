//! Every word of which a name on the registers may be made, and which names it may stand for.
//!
//! In: distinct forenames and surnames, numbered. Out: *forms*, the runs of tokens that stand for them (as
//! the register has them, a family's other spellings and short forms, half of a double name), each with
//! its *senses*. `Marks` say of most words that no form begins with them. What is found by its hash is
//! compared letter by letter before it counts.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::ops::Range;

use crate::beginnings::Beginnings;
use crate::bytes::{Reader, Writer};
use crate::families::Families;
use crate::marks::{Mark, Marks};
use crate::part::{Part, Spelling, key};
use crate::postings::Postings;
use gatepost_matcher::word_hash;

/// A forename or a surname.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Role {
    Forename,
    Surname,
}

/// How near a form is to the name that it stands for, the nearest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum How {
    /// As the register has it, in any folded form.
    Whole,
    /// Another spelling of the name: `Mohammed` for Muhammad.
    Variant,
    /// A short form or nickname, or the full form of one.
    Nick,
    /// One word of a name of several.
    Half,
    /// One letter off, or sounding the same.
    Slip,
}

/// What a form may stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Sense {
    pub(crate) role: Role,
    pub(crate) how: How,
    /// The number of the forename or surname.
    pub(crate) name: u32,
}

/// By how much roles are apart as numbers.
const ROLES: u32 = 8;

/// The words of the registers' names.
pub(crate) struct Vocabulary {
    /// What words may be.
    pub(crate) marks: Marks,
    /// With which letters forms begin, and what is run together with names.
    pub(crate) beginnings: Beginnings,
    /// How many tokens the longest form has that begins with a token, where that is more than one.
    longest: HashMap<u64, u8, BuildHasherDefault<Ready>>,
    /// Key of a run of tokens → form.
    forms: Postings,
    letters: String,
    /// Where the letters and the senses of each form end.
    ends: Box<[(u32, u32)]>,
    senses: Box<[Sense]>,
}

impl Vocabulary {
    /// The vocabulary of these names: the parts in which each is written, by number.
    pub(crate) fn new(
        forenames: &[Vec<Part>],
        surnames: &[Vec<Part>],
        families: &Families,
    ) -> Self {
        let mut build = Build::default();
        for (name, written) in (0..).zip(forenames) {
            build.add_all(written, Sense { role: Role::Forename, how: How::Whole, name });
            let joined = written.iter().map(Part::joined);
            for forename in joined {
                for (other, how) in families.related(&forename) {
                    build.add_word(other, Sense { role: Role::Forename, how, name });
                }
            }
        }
        for (name, written) in (0..).zip(surnames) {
            build.add_all(written, Sense { role: Role::Surname, how: How::Whole, name });
        }
        build.finish()
    }

    /// True if a form may begin with a token of this hash.
    #[inline]
    pub(crate) fn may_begin(&self, hash: u64) -> bool {
        self.marks.of(hash).has(Mark::FORENAME.and(Mark::SURNAME))
    }

    /// True if forms of several tokens begin with this one.
    pub(crate) fn begins_several(&self, first: u64) -> bool {
        self.longest.contains_key(&first)
    }

    /// How many tokens the forms that begin with this one may have.
    pub(crate) fn longest(&self, first: u64) -> usize {
        self.longest.get(&first).map_or(1, |longest| usize::from(*longest))
    }

    /// The form with this key whose letters `is` says are the right ones.
    pub(crate) fn form(&self, key: u64, is: impl Fn(&str) -> bool) -> Option<u32> {
        self.forms.get(key).find(|&form| is(self.letters(form)))
    }

    /// The form of one word.
    pub(crate) fn word(&self, letters: &str) -> Option<u32> {
        self.hashed_word(word_hash(letters), |stored| stored == letters)
    }

    /// The form of one word with this hash whose letters `is` says are the right ones.
    #[inline]
    pub(crate) fn hashed_word(&self, hash: u64, is: impl Fn(&str) -> bool) -> Option<u32> {
        if !self.may_begin(hash) {
            return None;
        }
        self.form(key([hash]), is)
    }

    /// What a form may stand for, the nearest first.
    pub(crate) fn senses(&self, form: u32) -> &[Sense] {
        self.range(form).and_then(|(_, senses)| self.senses.get(senses)).unwrap_or_default()
    }

    /// How near a form is to the nearest forename and to the nearest surname.
    pub(crate) fn nearest(&self, form: u32) -> (Option<How>, Option<How>) {
        let nearest = |role| {
            let senses = self.senses(form).iter().filter(|sense| sense.role == role);
            senses.map(|sense| sense.how).min()
        };
        (nearest(Role::Forename), nearest(Role::Surname))
    }

    /// The letters of a form, its words run together.
    pub(crate) fn letters(&self, form: u32) -> &str {
        self.range(form).and_then(|(letters, _)| self.letters.get(letters)).unwrap_or_default()
    }

    /// How many forms there are.
    pub(crate) fn len(&self) -> u32 {
        u32::try_from(self.ends.len()).unwrap_or(u32::MAX)
    }

    /// The tables as bytes.
    pub(crate) fn write(&self, to: &mut Writer) {
        self.marks.write(to);
        self.beginnings.write(to);
        let mut longest: Vec<(u64, u8)> = self.longest.iter().map(|(k, v)| (*k, *v)).collect();
        longest.sort_unstable();
        to.longs(&longest.iter().map(|(hash, _)| *hash).collect::<Vec<_>>());
        to.raw(&longest.iter().map(|(_, longest)| *longest).collect::<Vec<_>>());
        self.forms.write(to);
        to.raw(self.letters.as_bytes());
        to.pairs(self.ends.iter().copied());
        to.pairs(
            self.senses
                .iter()
                .map(|sense| (sense.role as u32 * ROLES + sense.how as u32, sense.name)),
        );
    }

    /// The tables from bytes.
    pub(crate) fn read(from: &mut Reader<'_>) -> Option<Self> {
        let (marks, beginnings) = (Marks::read(from)?, Beginnings::read(from)?);
        let (hashes, longest) = (from.longs()?, from.raw()?);
        let longest = hashes.iter().copied().zip(longest.iter().copied()).collect();
        let (forms, letters) = (Postings::read(from)?, from.text()?);
        let ends = from.pairs(|letters, senses| (letters, senses))?;
        let hows = [How::Whole, How::Variant, How::Nick, How::Half, How::Slip];
        let sense = |kind: u32, name: u32| Sense {
            role: if kind < ROLES { Role::Forename } else { Role::Surname },
            how: hows.get((kind % ROLES) as usize).copied().unwrap_or(How::Slip),
            name,
        };
        let senses = from.pairs(sense)?;
        Some(Self { marks, beginnings, longest, forms, letters, ends, senses })
    }

    fn range(&self, form: u32) -> Option<(Range<usize>, Range<usize>)> {
        let at = form as usize;
        let (letters, senses) = *self.ends.get(at)?;
        let before = at.checked_sub(1).and_then(|before| self.ends.get(before));
        let (from, first) = before.copied().unwrap_or_default();
        Some((from as usize..letters as usize, first as usize..senses as usize))
    }
}

#[derive(Default)]
struct Build {
    letters: String,
    /// Key, the place of the letters, and what they stand for.
    found: Vec<(u64, (u32, u32), Sense)>,
    /// What the words of forms are marked with.
    marked: Vec<(u64, Mark)>,
    longest: HashMap<u64, u8, BuildHasherDefault<Ready>>,
}

impl Build {
    fn add_all(&mut self, written: &[Part], sense: Sense) {
        for part in written {
            let joined = part.joined();
            for spelling in part.spellings() {
                self.add(&joined, &spelling, sense);
            }
            for half in part.halves() {
                self.add_word(half, Sense { how: How::Half, ..sense });
            }
        }
    }

    fn add_word(&mut self, word: &str, sense: Sense) {
        let hash = word_hash(word);
        self.add(word, &Spelling { hashes: vec![hash] }, sense);
    }

    fn add(&mut self, letters: &str, spelling: &Spelling, sense: Sense) {
        let from = self.letters.len();
        self.letters.push_str(letters);
        let key = key(spelling.hashes.iter().copied());
        self.found.push((key, (short(from), short(self.letters.len())), sense));
        let Some((&first, rest)) = spelling.hashes.split_first() else { return };
        let begins = match sense.role {
            Role::Forename => Mark::FORENAME,
            Role::Surname => Mark::SURNAME,
        };
        self.marked.push((first, if rest.is_empty() { begins } else { begins.and(Mark::LONG) }));
        if !rest.is_empty() {
            self.marked.extend(rest.iter().map(|hash| (*hash, Mark::WITHIN)));
            let longest = self.longest.entry(first).or_default();
            *longest = (*longest).max(u8::try_from(rest.len() + 1).unwrap_or(u8::MAX));
        }
    }

    fn finish(mut self) -> Vocabulary {
        let text = &self.letters;
        let read =
            |(from, to): (u32, u32)| text.get(from as usize..to as usize).unwrap_or_default();
        self.found.sort_unstable_by(|one, other| {
            (one.0, read(one.1), one.2).cmp(&(other.0, read(other.1), other.2))
        });
        let (mut letters, mut senses) = (String::new(), Vec::with_capacity(self.found.len()));
        let mut ends: Vec<(u32, u32)> = Vec::new();
        let mut keys = Vec::new();
        let same = |one: &(u64, (u32, u32), Sense), other: &(u64, (u32, u32), Sense)| {
            one.0 == other.0 && read(one.1) == read(other.1)
        };
        for group in self.found.chunk_by(same) {
            let Some((key, place, _)) = group.first() else { continue };
            keys.push((*key, short(ends.len())));
            letters.push_str(read(*place));
            let mut known: Vec<(Role, u32)> = Vec::new();
            for (_, _, sense) in group {
                // The senses are in order, so that the nearest way to each name comes first.
                if !known.contains(&(sense.role, sense.name)) {
                    known.push((sense.role, sense.name));
                    senses.push(*sense);
                }
            }
            ends.push((short(letters.len()), short(senses.len())));
        }
        let mut marks = Marks::new(self.marked.len());
        for (hash, mark) in self.marked {
            marks.add(hash, mark);
        }
        let mut beginnings = Beginnings::default();
        let mut from = 0;
        for (to, _) in &ends {
            beginnings.add(letters.get(from as usize..*to as usize).unwrap_or_default());
            from = *to;
        }
        Vocabulary {
            marks,
            beginnings,
            longest: self.longest,
            forms: Postings::new(keys),
            letters,
            ends: ends.into(),
            senses: senses.into(),
        }
    }
}

/// A number of a table that memory holds: no roster that fits it has four thousand million letters.
pub(crate) fn short(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// Takes a token's hash for what it is: hashed already.
#[derive(Default)]
pub(crate) struct Ready(u64);

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
