//! When a pattern is worth trying: the gates in front of the patterns.
//!
//! In: what a text is made of. Out: whether a pattern could find anything in it. Most texts open no
//! gate, so that most patterns cost nothing. A gate is closed only where the pattern behind it finds
//! nothing; whether that is so, a test of the detector tries on many texts.

use crate::shapes::Shapes;
use crate::statement::Statement;

/// What a text must hold for a pattern to be tried.
#[derive(Clone, Copy)]
pub(crate) struct Gate {
    /// One of these must be there.
    pub(crate) shapes: Shapes,
    /// One of these words must be there: the words that the expressions of these classes stand for,
    /// see [`crate::cues::words`].
    pub(crate) cues: &'static [&'static [&'static str]],
    /// How the two go together.
    pub(crate) needs: Needs,
    /// Or one of these statements may stand in the text.
    pub(crate) statements: &'static [Statement],
}

/// How the shapes and the cues of a gate go together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Needs {
    /// A shape or a cue opens it.
    Either,
    /// It takes a shape and a cue.
    Both,
}

impl Gate {
    /// Open where one of these shapes is.
    pub(crate) const fn shapes(shapes: Shapes) -> Self {
        Self { shapes, cues: &[], needs: Needs::Either, statements: &[] }
    }

    /// Open where a word of one of these classes stands.
    pub(crate) const fn cues(cues: &'static [&'static [&'static str]]) -> Self {
        Self { shapes: Shapes::NONE, cues, needs: Needs::Either, statements: &[] }
    }

    /// Open where one of the shapes is, and where such a word stands too.
    pub(crate) const fn or_cues(self, cues: &'static [&'static [&'static str]]) -> Self {
        Self { cues, needs: Needs::Either, ..self }
    }

    /// Open where one of the shapes is and such a word stands as well.
    pub(crate) const fn and_cues(self, cues: &'static [&'static [&'static str]]) -> Self {
        Self { cues, needs: Needs::Both, ..self }
    }

    /// Open where a statement may stand.
    pub(crate) const fn statement(statement: &'static Statement) -> Self {
        Self::statements(std::slice::from_ref(statement))
    }

    /// Open where one of these statements may stand.
    pub(crate) const fn statements(statements: &'static [Statement]) -> Self {
        Self { shapes: Shapes::NONE, cues: &[], needs: Needs::Either, statements }
    }
}

/// A set of looks, by their order in the rules.
pub(crate) type Looks = Bits;

/// A set of small numbers: one bit each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Bits(u128);

impl Bits {
    /// How many numbers there may be.
    pub(crate) const MOST: usize = 128;

    /// Adds a number.
    pub(crate) fn insert(&mut self, number: usize) {
        self.0 |= 1 << number;
    }

    /// Adds all of another set.
    pub(crate) fn extend(&mut self, other: Self) {
        self.0 |= other.0;
    }

    /// True if a number is in it.
    pub(crate) const fn contains(self, number: usize) -> bool {
        self.0 >> number & 1 == 1
    }

    /// True if none is in it.
    pub(crate) const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The numbers, in order.
    pub(crate) fn iter(self) -> impl Iterator<Item = usize> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let number = (rest != 0).then_some(rest.trailing_zeros() as usize)?;
            rest &= rest - 1;
            Some(number)
        })
    }
}

/// All gates together, so that asking them costs no more than what is in the text.
pub(crate) struct Gates {
    /// The looks that a shape opens, by the number of the shape.
    by_shape: [Looks; Shapes::COUNT],
    /// The looks that want a shape and a cue.
    both: Looks,
}

impl Gates {
    /// The gates of these looks, which are numbered in this order.
    pub(crate) fn of(gates: impl Iterator<Item = &'static Gate>) -> Self {
        let mut all = Self { by_shape: [Looks::default(); Shapes::COUNT], both: Looks::default() };
        for (look, gate) in gates.enumerate() {
            debug_assert!(look < Looks::MOST, "more looks than a set holds");
            for (number, looks) in all.by_shape.iter_mut().enumerate() {
                if gate.shapes.contains(number) {
                    looks.insert(look);
                }
            }
            if gate.needs == Needs::Both {
                all.both.insert(look);
            }
        }
        all
    }

    /// The looks whose gates are open in a text of these shapes, with the cues of these looks.
    pub(crate) fn open(&self, shapes: Shapes, cued: Looks) -> Looks {
        let mut shaped = Looks::default();
        for number in shapes.iter() {
            if let Some(looks) = self.by_shape.get(number) {
                shaped.extend(*looks);
            }
        }
        let either = (shaped.0 | cued.0) & !self.both.0;
        Bits(either | (shaped.0 & cued.0 & self.both.0))
    }
}
