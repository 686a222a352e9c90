//! One letter or sign of a suspicious place, and what such a place has among them.

use super::Disguise;
use crate::letter::Look;
use crate::span::Span;

/// What a cell is to a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A letter.
    Letter,
    /// A digit, which may stand for a letter.
    Digit,
    /// A symbol that may stand for a letter.
    Leet,
    /// A symbol that may hide a letter, or mark words up.
    Wild,
    /// A sign that may part letters.
    Part,
    /// White space.
    Space,
    /// A letter of a flag.
    Flag,
    /// Anything else. It parts words.
    Other,
}

/// One letter or sign that a reader sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Cell {
    /// The letter in lower case, as it reads among Latin letters; or the sign.
    pub(crate) sign: char,
    /// The letter in its own script.
    pub(crate) own: char,
    pub(crate) look: Look,
    pub(crate) kind: Kind,
    pub(crate) is_capital: bool,
    /// The escape that it was written as.
    pub(crate) escape: Option<Disguise>,
    /// Where it stands in the original, with the marks upon it.
    pub(crate) span: Span,
}

/// What a place may have among its cells, so that most disguises need not look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Trait {
    /// A mark of Markdown, or another sign of a word that is no letter or digit.
    Markup,
    /// A digit.
    Digit,
    /// `#` or `@`.
    Tag,
    /// A letter of a flag.
    Flag,
    /// The end of a line.
    Line,
    /// A sign that turns the direction of reading.
    Turn,
    /// A letter beyond ASCII.
    Odd,
    /// Three letters or more that each stand alone.
    Singles,
}

/// Some [`Trait`]s: one bit each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Traits(u16);

impl Traits {
    pub(super) const NONE: Self = Self(0);

    pub(super) const fn of(one: Trait) -> Self {
        Self(1 << one as u16)
    }

    pub(crate) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// True if this is one of them.
    pub(crate) const fn has(self, one: Trait) -> bool {
        self.0 & Self::of(one).0 != 0
    }
}

impl Cell {
    /// True if a word may hold it.
    pub(crate) fn is_wordy(&self) -> bool {
        matches!(self.kind, Kind::Letter | Kind::Digit | Kind::Leet | Kind::Wild)
    }

    /// True if it is a letter or a digit.
    pub(crate) fn is_plain(&self) -> bool {
        matches!(self.kind, Kind::Letter | Kind::Digit)
    }

    /// True if it is a mark of Markdown.
    pub(crate) fn is_markup(&self) -> bool {
        self.kind == Kind::Wild && matches!(self.sign, '*' | '_' | '~' | '`')
    }

    /// What a place has that holds it.
    pub(super) const fn traits(&self) -> Traits {
        match self.kind {
            Kind::Letter if self.span.len() > 1 => Traits::of(Trait::Odd),
            Kind::Digit => Traits::of(Trait::Digit),
            Kind::Leet if self.sign == '@' => Traits::of(Trait::Tag),
            Kind::Wild if self.sign == '#' => {
                Traits::of(Trait::Tag).with(Traits::of(Trait::Markup))
            }
            Kind::Wild | Kind::Leet => Traits::of(Trait::Markup),
            Kind::Flag => Traits::of(Trait::Flag),
            Kind::Space if matches!(self.sign, '\n' | '\r') => Traits::of(Trait::Line),
            Kind::Other if self.sign == '\u{202e}' => Traits::of(Trait::Turn),
            _ => Traits::NONE,
        }
    }
}
