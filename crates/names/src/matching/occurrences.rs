//! Where words of the registers' vocabulary stand.

use crate::part::key;
use crate::surroundings::{Gap, Scene};
use crate::vocabulary::{How, Role, Sense};

/// A run of pieces that is a form of the vocabulary.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Occurrence {
    pub(crate) first: usize,
    pub(crate) last: usize,
    pub(crate) form: u32,
    /// How near the form is to the nearest forename; `None` if it is none.
    pub(crate) forename: Option<How>,
    /// How near it is to the nearest surname.
    pub(crate) surname: Option<How>,
}

/// All of a passage, by first piece.
#[derive(Default)]
pub(crate) struct Occurrences {
    list: Vec<Occurrence>,
    /// Their numbers, those that end last first, and of those the longest first.
    by_end: Vec<usize>,
}

/// A form may end as many pieces after its first, so that those that end somewhere are found.
const LONGEST: usize = 8;

impl Occurrences {
    /// Looks for them; what was found before is gone.
    pub(crate) fn find(&mut self, scene: &Scene<'_>) {
        self.list.clear();
        self.by_end.clear();
        let vocabulary = &scene.index.vocabulary;
        for (first, piece) in scene.list().iter().enumerate() {
            if !vocabulary.may_begin(piece.hash) {
                continue;
            }
            let longest = vocabulary.longest(piece.hash).min(LONGEST);
            for last in first..first + longest {
                let Some(run) = scene.list().get(first..=last) else { break };
                if last > first && scene.gap(last - 1) != Gap::Joins {
                    break;
                }
                let key = key(run.iter().map(|piece| piece.hash));
                let is = |stored: &str| scene.pieces.spell(scene.prose, first, last, stored);
                let Some(form) = vocabulary.form(key, is) else { continue };
                let (forename, surname) = vocabulary.nearest(form);
                self.list.push(Occurrence { first, last, form, forename, surname });
            }
        }
        let list = &self.list;
        self.by_end.extend(0..list.len());
        self.by_end.sort_unstable_by_key(|&number| {
            list.get(number).map(|one| (std::cmp::Reverse(one.last), one.first))
        });
    }

    /// All of them, those that end last first, and of those the longest first.
    pub(crate) fn by_end(&self) -> impl Iterator<Item = &Occurrence> {
        self.by_end.iter().filter_map(|&number| self.list.get(number))
    }

    /// All of them.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Occurrence> {
        self.list.iter()
    }

    /// True if there are none.
    pub(crate) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Those that begin with a piece.
    pub(crate) fn beginning(&self, first: usize) -> impl Iterator<Item = &Occurrence> {
        let from = self.list.partition_point(|one| one.first < first);
        self.list.iter().skip(from).take_while(move |one| one.first == first)
    }

    /// Those that end with a piece.
    pub(crate) fn ending(&self, last: usize) -> impl Iterator<Item = &Occurrence> {
        let from = last.saturating_sub(LONGEST);
        let from = self.list.partition_point(|one| one.first < from);
        let near = self.list.iter().skip(from).take_while(move |one| one.first <= last);
        near.filter(move |one| one.last == last)
    }
}

impl Occurrence {
    /// What it may stand for in a role.
    pub(crate) fn senses<'i>(
        &self,
        scene: &Scene<'i>,
        role: Role,
    ) -> impl Iterator<Item = Sense> + Clone + use<'i> {
        let senses = scene.index.vocabulary.senses(self.form).iter();
        senses.filter(move |sense| sense.role == role).copied()
    }
}
