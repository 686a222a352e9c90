//! Passes over the passages that name nobody, before anything is taken apart.
//!
//! In: a passage of a draft that declares nobody. Out: whether `matching` may find someone in it. Most words
//! are dismissed by one byte of `Marks`. What is left is asked, in the order of what it costs, whether it
//! could begin any of the ways in which `matching` finds somebody: a forename with a surname near it, a name
//! beside an initial or a title or a word that may be a slip, a capitalised name near praise, a relative or a
//! class, or names run together in a tag.
//!
//! It may let a passage through in vain, but never the reverse: whoever adds a way of naming somebody asks
//! for it here too, and a test compares what is found with and without this.

use gatepost_matcher::{Prose, Token};
use gatepost_model::{Field, Passage};

use crate::index::Index;
use crate::letters::Letters;
use crate::lexicon::{Kind, Kinds};
use crate::marks::Mark;
use crate::pieces::{
    LEAST_RUN_TOGETHER, is_camel_case, is_glued, is_written_so, letters_to_cut, may_be_read,
};
use crate::rises::any_rise;
use crate::split;
use crate::surroundings::{Gap, gap_between};
use crate::vocabulary::{How, Role, short};

/// A passage with more words that may be names is taken apart without further questions.
const MOST: usize = 32;

/// From a surname back to the first of several forenames that share it, in words at most.
const SHARED_WITHIN: usize = 10;

/// Praise stands as many words before a name at most, and a relative as many around it.
const PRAISED_WITHIN: usize = 9;
const RELATED_WITHIN: usize = 6;

/// A word with a slip has as many letters at least, and what is slipped as many words at most.
const LEAST_SLIPPED: usize = 3;
const MOST_PIECES: usize = 4;

/// A letter with its accents has as many bytes at most.
const LONGEST_LETTER: usize = 8;

/// Signs before a word by which it may be part of a tag, an address or an escape.
#[inline]
fn is_odd(before: u8) -> bool {
    matches!(before, b'#' | b'@' | b'_' | b'.' | b'/' | b'%' | b'&')
}

/// True unless nobody can be named in a passage.
pub(crate) fn may_name(index: &Index, passage: &Passage) -> bool {
    if matches!(passage.field, Field::Name(_) | Field::Meta(_)) {
        return true;
    }
    let prose = &passage.prose;
    let (tokens, bytes) = (prose.tokens(), prose.text().as_bytes());
    let sieve = Sieve { index, prose, tokens, bytes, field: passage.field };
    let wanted = Mark::FORENAME.and(Mark::SURNAME).and(Mark::WITHIN).and(Mark::TELLING);
    let mut words = Words { list: [(0, Mark::default()); MOST], count: 0 };
    let (mut single, mut singles, mut odd) = (0, false, false);
    // Nearly no branch in here can be foreseen, so that there are as few as can be.
    for (at, token) in tokens.iter().enumerate() {
        let mark = index.vocabulary.marks.of(token.hash);
        let before = bytes.get(token.span.start.wrapping_sub(1)).copied().unwrap_or(b' ');
        odd |= is_odd(before);
        let length = token.span.end - token.span.start;
        singles |= length + single == 2;
        single = length;
        words.offer(at, mark, mark.has(wanted));
    }
    if words.count >= MOST || odd && sieve.may_be_cut_behind_signs() {
        return true;
    }
    sieve.may_be_cut()
        || prose.readings().len() > 0 && sieve.may_be_read()
        || singles && sieve.may_be_initials(&words)
        || words.count > 0 && sieve.may_be_named(&words)
}

/// Words that may be names, or tell of names, by the numbers of their tokens.
struct Words {
    list: [(u32, Mark); MOST],
    count: usize,
}

impl Words {
    /// Adds a word if it is wanted. The last place is written over once it is reached.
    #[inline]
    fn offer(&mut self, at: usize, mark: Mark, is_wanted: bool) {
        if let Some(place) = self.list.get_mut(self.count.min(MOST - 1)) {
            *place = (short(at), mark);
        }
        self.count += usize::from(is_wanted);
    }

    fn all(&self) -> impl Iterator<Item = (usize, Mark)> {
        let all = self.list.get(..self.count).unwrap_or_default().iter();
        all.map(|(at, mark)| (*at as usize, *mark))
    }

    fn telling(&self) -> impl Iterator<Item = usize> {
        self.all().filter(|(_, mark)| mark.has(Mark::TELLING)).map(|(at, _)| at)
    }
}

/// A word that is a name of the registers.
#[derive(Clone, Copy)]
struct Name {
    at: usize,
    form: u32,
    forename: Option<How>,
    surname: Option<How>,
}

/// A passage in its tokens.
struct Sieve<'p> {
    index: &'p Index,
    prose: &'p Prose,
    tokens: &'p [Token],
    bytes: &'p [u8],
    field: Field,
}

impl Sieve<'_> {
    /// True if a forename and a surname may stand run together in a word with an odd sign before it, or in
    /// the word before that.
    #[inline(never)]
    fn may_be_cut_behind_signs(&self) -> bool {
        (0..).zip(self.tokens).any(|(at, token)| {
            let before = self.bytes.get(token.span.start.wrapping_sub(1)).copied();
            before.is_some_and(|before| is_odd(before) && self.may_be_cut_at(at, before))
        })
    }

    fn may_be_cut_at(&self, at: usize, before: u8) -> bool {
        let Some(token) = self.tokens.get(at) else { return false };
        let slice = self.prose.slice(token.span);
        match before {
            b'%' if slice.bytes().take(2).all(|byte| byte.is_ascii_hexdigit()) => true,
            b'&' if slice.eq_ignore_ascii_case("nbsp") => true,
            b'_' | b'@' => {
                self.may_cut(token)
                    || at
                        .checked_sub(1)
                        .and_then(|at| self.tokens.get(at))
                        .is_some_and(|t| self.may_cut(t))
            }
            _ => self.may_cut(token),
        }
    }

    /// True if a forename and a surname may stand run together in a word with capitals inside.
    fn may_be_cut(&self) -> bool {
        let (found, is_beyond_ascii) = any_rise(self.bytes, |at| {
            let token = self.tokens.partition_point(|token| token.span.end <= at);
            self.tokens.get(token).is_some_and(|token| {
                let before = self.bytes.get(token.span.start.wrapping_sub(1));
                // Those with a sign before them were looked at.
                !before.is_some_and(|before| is_odd(*before)) && self.may_cut(token)
            })
        });
        let is_other = |token: &Token| {
            let slice = self.prose.slice(token.span);
            !slice.is_ascii() && is_camel_case(slice) && self.may_cut(token)
        };
        found || is_beyond_ascii && self.tokens.iter().any(is_other)
    }

    fn may_cut(&self, token: &Token) -> bool {
        if token.span.len() < LEAST_RUN_TOGETHER {
            return false;
        }
        let slice = self.prose.slice(token.span);
        split::may_split(self.index, slice)
            && letters_to_cut(self.index, self.prose, token, self.field)
                .is_some_and(|letters| self.is_cut(&letters, slice))
    }

    fn is_cut(&self, letters: &Letters, written: &str) -> bool {
        letters.as_str().len() >= LEAST_RUN_TOGETHER
            && split::split(self.index, letters.as_str(), written).is_some()
    }

    /// True if what a disguised place reads as may be a name.
    fn may_be_read(&self) -> bool {
        let (prose, vocabulary) = (self.prose, &self.index.vocabulary);
        prose.readings().any(|reading| {
            if !may_be_read(self.index, reading) {
                return false;
            }
            let letters = prose.recovered(reading);
            let is_word =
                vocabulary.hashed_word(reading.hash, |stored| letters == stored).is_some()
                    || vocabulary.begins_several(reading.hash);
            if is_word {
                return !is_written_so(self.index, prose, reading.span);
            }
            is_glued(reading)
                && split::may_split(self.index, prose.slice(reading.span))
                && Letters::gather(letters.chars())
                    .is_some_and(|letters| self.is_cut(&letters, prose.slice(reading.span)))
        })
    }

    /// True if two letters with full stops stand together, and anything tells of a class.
    fn may_be_initials(&self, words: &Words) -> bool {
        let stopped = |token: &Token| self.bytes.get(token.span.end) == Some(&b'.');
        words.telling().next().is_some()
            && self.tokens.array_windows().any(|[one, next]| {
                one.span.len() == 1 && next.span.len() == 1 && stopped(one) && stopped(next)
            })
    }

    /// True if any word may name somebody, with what stands around it.
    fn may_be_named(&self, words: &Words) -> bool {
        let mut names = [Name { at: 0, form: 0, forename: None, surname: None }; MOST];
        let mut count = 0;
        let mut long = None;
        for (at, mark) in words.all() {
            if mark.has(Mark::WITHIN) && long.is_some_and(|before| before + 1 == at) {
                return true;
            }
            if mark.has(Mark::LONG) {
                long = Some(at);
            }
            if let Some(name) = self.name(at, mark) {
                if mark.has(Mark::ONLY) && self.is_only_name(&name)
                    || mark.has(Mark::STAFF) && self.is_titled(at)
                {
                    return true;
                }
                names.iter_mut().skip(count).take(1).for_each(|place| *place = name);
                count += 1;
            }
        }
        let names = names.get(..count).unwrap_or_default();
        names.iter().enumerate().any(|(number, name)| {
            self.is_paired(names, number)
                || !self.is_small(name.at)
                    && (self.may_be_alone(name, words)
                        || self.may_have_initial(name)
                        || self.may_be_slipped(name))
        })
    }

    fn name(&self, at: usize, mark: Mark) -> Option<Name> {
        if !mark.has(Mark::FORENAME.and(Mark::SURNAME)) {
            return None;
        }
        let token = self.tokens.get(at)?;
        let letters = self.prose.folded(token);
        let vocabulary = &self.index.vocabulary;
        let form = vocabulary.hashed_word(token.hash, |stored| letters == stored)?;
        let (forename, surname) = vocabulary.nearest(form);
        Some(Name { at, form, forename, surname })
    }

    fn is_only_name(&self, name: &Name) -> bool {
        let senses = self.index.vocabulary.senses(name.form).iter();
        senses
            .filter(|sense| sense.role == Role::Forename && sense.how == How::Whole)
            .any(|sense| self.index.only_named(sense.name).next().is_some())
    }

    /// True if a surname's forename stands near it.
    fn is_paired(&self, names: &[Name], number: usize) -> bool {
        let Some(surname) = names.get(number).filter(|name| name.surname.is_some()) else {
            return false;
        };
        let mut forenames = names.iter().filter(|one| {
            one.forename.is_some()
                && one.at != surname.at
                && one.at <= surname.at + 1
                && one.at + SHARED_WITHIN >= surname.at
        });
        forenames.any(|one| self.index.is_pair(one.form, surname.form))
    }

    /// True if a title stands one or two words before.
    fn is_titled(&self, at: usize) -> bool {
        (1..=2)
            .filter_map(|back| at.checked_sub(back))
            .any(|at| self.kinds(at).has(Kind::StaffTitle))
    }

    /// True if something tells whose a name is, although it stands alone.
    fn may_be_alone(&self, name: &Name, words: &Words) -> bool {
        if self.field != Field::Text && self.field != Field::Draft {
            return true;
        }
        if name.forename.is_none() && name.surname != Some(How::Whole) {
            return false;
        }
        let before = name.at.checked_sub(1).filter(|&before| self.gap(before) == Gap::Joins);
        if before.is_some_and(|before| self.kinds(before).has(Kind::StaffTitle)) {
            return false;
        }
        words.telling().any(|at| {
            let kinds = self.kinds(at);
            let praise = kinds.has(Kind::Praise) || kinds.has(Kind::Star) || self.is_done(at);
            let relative = kinds.has(Kind::Relative);
            praise && at < name.at && at + PRAISED_WITHIN >= name.at
                || relative && at.abs_diff(name.at) <= RELATED_WITHIN
                || !praise && !relative
        })
    }

    fn is_done(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| self.prose.folded(token) == "done")
    }

    /// True if a letter stands behind a forename or before a surname.
    fn may_have_initial(&self, name: &Name) -> bool {
        let before = name.at.checked_sub(1).filter(|_| name.surname.is_some());
        let after = name.forename.is_some().then_some(name.at + 1);
        before.is_some_and(|at| self.is_initial(at)) || after.is_some_and(|at| self.is_initial(at))
    }

    /// True for a letter that is a capital, or has a full stop behind it.
    fn is_initial(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else { return false };
        let first = self.bytes.get(token.span.start).copied().unwrap_or_default();
        let is_letter = token.span.len() == 1 && first.is_ascii_alphabetic()
            || token.span.len() <= LONGEST_LETTER && !self.prose.slice(token.span).is_ascii();
        is_letter && (!first.is_ascii_lowercase() || self.bytes.get(token.span.end) == Some(&b'.'))
    }

    /// True if the words behind a forename or before a surname may be the other half with a slip.
    fn may_be_slipped(&self, name: &Name) -> bool {
        let near = |how: Option<How>| how.is_some_and(|how| how < How::Half);
        near(name.forename)
            && self.gap(name.at) == Gap::Joins
            && self.may_be_slip_behind(name.at + 1)
            || near(name.surname)
                && name.at.checked_sub(1).is_some_and(|before| {
                    self.gap(before) == Gap::Joins && self.may_be_slip_before(before)
                })
    }

    fn may_be_slip_behind(&self, first: usize) -> bool {
        let mut capital = !self.is_small(first);
        capital && self.may_be_slip(first, Role::Surname)
            || (first + 1..first + MOST_PIECES).take_while(|last| self.hangs_on(last - 1)).any(
                |last| {
                    capital |= !self.is_small(last);
                    capital
                },
            )
    }

    fn may_be_slip_before(&self, last: usize) -> bool {
        let mut capital = !self.is_small(last);
        capital && self.may_be_slip(last, Role::Forename)
            || (1..MOST_PIECES)
                .map_while(|back| last.checked_sub(back))
                .take_while(|first| self.hangs_on(*first))
                .any(|first| {
                    capital |= !self.is_small(first);
                    capital
                })
    }

    /// True if a word and the next may be one part of a name.
    fn hangs_on(&self, at: usize) -> bool {
        self.gap(at) == Gap::Joins
            && (self.between(at) != " "
                || self.is_small(at)
                || self.tokens.get(at).is_some_and(|token| token.span.len() <= 3))
    }

    /// True unless a word is an everyday word or a name itself.
    fn may_be_slip(&self, at: usize, role: Role) -> bool {
        let Some(token) = self.tokens.get(at) else { return false };
        let kinds = self.kinds(at);
        let is_name = || {
            let mark = self.index.vocabulary.marks.of(token.hash);
            self.name(at, mark).is_some_and(|name| match role {
                Role::Forename => name.forename.is_some(),
                Role::Surname => name.surname.is_some_and(|how| how < How::Half),
            })
        };
        token.span.len() >= LEAST_SLIPPED
            && !kinds.is_word()
            && !kinds.has(Kind::Common)
            && !kinds.has(Kind::Title)
            && !kinds.has(Kind::Relative)
            && !is_name()
    }

    fn kinds(&self, at: usize) -> Kinds {
        self.tokens.get(at).map(|token| self.index.lexicon.kinds(token.hash)).unwrap_or_default()
    }

    /// What parts a token and the next.
    fn gap(&self, left: usize) -> Gap {
        let (Some(one), Some(_)) = (self.tokens.get(left), self.tokens.get(left + 1)) else {
            return Gap::Parts;
        };
        gap_between(self.prose.slice(one.span), self.between(left))
    }

    fn between(&self, left: usize) -> &str {
        match (self.tokens.get(left), self.tokens.get(left + 1)) {
            (Some(one), Some(next)) => self.prose.between(one, next),
            _ => "",
        }
    }

    /// True if a word begins with a small letter in a text with capitals, and is no part of a tag.
    fn is_small(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else { return false };
        let byte = |at: usize| self.bytes.get(at).copied().unwrap_or(b' ');
        let tagged =
            matches!(byte(token.span.start.wrapping_sub(1)), b'#' | b'@' | b'_' | b'.' | b'/')
                || matches!(byte(token.span.end), b'_' | b'@');
        byte(token.span.start).is_ascii_lowercase()
            && !tagged
            && self.prose.text().chars().any(char::is_uppercase)
    }
}
