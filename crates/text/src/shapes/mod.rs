//! What a text is made of, found in one pass over its bytes: the gates of the patterns ask for it.
//!
//! In: a text. Out: which of a few shapes stand in it, such as an `@`, a number of many digits or
//! the end of a postcode. A shape may be seen where it is not, since a pattern looks closer; it is
//! never overlooked.

mod digits;
mod marks;

use digits::Digits;
pub(crate) use digits::EACH;
use marks::{BLOCK, Marks};

/// A set of shapes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Shapes(u32);

impl Shapes {
    /// How many there are.
    pub(crate) const COUNT: usize = 23;

    /// Nothing.
    pub(crate) const NONE: Self = Self(0);
    /// `@`, also of full width.
    pub(crate) const AT: Self = Self(1);
    /// `#`.
    pub(crate) const HASH: Self = Self(1 << 1);
    /// A full stop with a letter at once behind it, as in a web address.
    pub(crate) const DOTTED: Self = Self(1 << 2);
    /// `:/`, as in `https://`.
    pub(crate) const SCHEME: Self = Self(1 << 3);
    /// An opening bracket before `at`, `@`, a full stop, or a blank.
    pub(crate) const BRACKETED: Self = Self(1 << 4);
    /// A character beyond ASCII, or a control character.
    pub(crate) const ODD: Self = Self(1 << 5);
    /// A character beyond the first 65,536, as nearly all emoji are.
    pub(crate) const ASTRAL: Self = Self(1 << 6);
    /// A sign of degree, or what is taken for one.
    pub(crate) const DEGREE: Self = Self(1 << 7);
    /// An ASCII digit.
    pub(crate) const DIGIT: Self = Self(1 << 8);
    /// Six ASCII digits parted by no more than a blank or hyphen each.
    pub(crate) const SIX_DIGITS: Self = Self(1 << 9);
    /// Nine ASCII digits parted by no more than a blank or hyphen each.
    pub(crate) const NINE_DIGITS: Self = Self(1 << 10);
    /// A run of nine digits or more as [`crate::numbers`] reads them: however parted, also spelled
    /// out, in any script, or with letters that look like digits.
    pub(crate) const NUMBER: Self = Self(1 << 11);
    /// Letter, digit or blank, then a digit and two letters that end a word, as a postcode does.
    pub(crate) const POSTCODE: Self = Self(1 << 12);
    /// Two letters, no more, and two digits at once behind them: number plates and IBANs.
    pub(crate) const PLATE: Self = Self(1 << 13);
    /// Four decimal places.
    pub(crate) const FRACTION: Self = Self(1 << 14);
    /// Three digits or more with a letter at once before or behind them, or fewer behind one capital and
    /// before three.
    pub(crate) const MIXED: Self = Self(1 << 15);

    /// Three words of four capitals or more, four of `!` and `?` in a row, or eight characters beyond ASCII.
    pub(crate) const SHOUT: Self = Self(1 << 16);
    /// Marks that may open a quotation, in a text of 140 bytes or more.
    pub(crate) const QUOTATION: Self = Self(1 << 17);
    /// Four numbers with full stops between them, two colons in a row, or five in all: the address
    /// of a computer.
    pub(crate) const HOST: Self = Self(1 << 18);
    /// A short number and a word with a capital behind it, as a house and its street.
    pub(crate) const HOUSE: Self = Self(1 << 19);
    /// A digit near a `+`, as in a plus code: no more than letters between them.
    pub(crate) const PLUS: Self = Self(1 << 20);
    /// A sign of copyright, or what is written for one.
    pub(crate) const NOTICE: Self = Self(1 << 21);
    /// Anything at all. The last.
    pub(crate) const TEXT: Self = Self(1 << 22);

    /// What characters that stand for plain ones may hide: see [`crate::clear`].
    pub(crate) const DISGUISED: Self = Self(
        Self::AT.0
            | Self::DOTTED.0
            | Self::DIGIT.0
            | Self::SIX_DIGITS.0
            | Self::NINE_DIGITS.0
            | Self::NUMBER.0
            | Self::POSTCODE.0
            | Self::PLATE.0
            | Self::FRACTION.0
            | Self::MIXED.0
            | Self::PLUS.0
            | Self::HOST.0,
    );

    /// All of two sets.
    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// True if the shape of this number is in it.
    pub(crate) const fn contains(self, number: usize) -> bool {
        self.0 >> number & 1 == 1
    }

    /// True if any of these shapes is in it.
    pub(crate) const fn any(self, of: Self) -> bool {
        self.0 & of.0 != 0
    }

    /// The numbers of its shapes.
    pub(crate) fn iter(self) -> impl Iterator<Item = usize> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let number = (rest != 0).then_some(rest.trailing_zeros() as usize)?;
            rest &= rest - 1;
            Some(number)
        })
    }

    fn add(&mut self, shape: Self) {
        self.0 |= shape.0;
    }

    fn add_if(&mut self, shape: Self, there: bool) {
        self.0 |= if there { shape.0 } else { 0 };
    }
}

/// What a pass over a text sees.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Seen {
    /// Its shapes; [`Shapes::NUMBER`] only for numbers that are written in ASCII digits.
    pub(crate) shapes: Shapes,
    /// How many digits a number may have that uses all of its ASCII digits.
    pub(crate) digits: usize,
}

/// Looks a text over.
pub(crate) fn of(text: &str) -> Seen {
    let bytes = text.as_bytes();
    let mut marks = Marks::default();
    let mut digits = Digits::of(bytes);
    let (blocks, rest) = bytes.as_chunks();
    for (number, block) in blocks.iter().enumerate() {
        digits.add_edges(number * BLOCK, marks.add(block));
    }
    let mut last = [b' '; BLOCK];
    last.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
    digits.add_edges(blocks.len() * BLOCK, marks.add(&last));
    let (mut shapes, digits) = digits.finish();

    shapes.add(Shapes::TEXT);
    shapes.add_if(Shapes::AT, marks.has(Marks::AT));
    shapes.add_if(Shapes::HASH, marks.has(Marks::HASH));
    shapes.add_if(Shapes::DOTTED, marks.has(Marks::DOTTED));
    shapes.add_if(Shapes::SCHEME, marks.has(Marks::SCHEME));
    shapes.add_if(Shapes::HOST, marks.colons >= 5 || marks.has(Marks::TWO_COLONS));
    shapes.add_if(Shapes::ODD, marks.has(Marks::BEYOND.or(Marks::CONTROL)));
    shapes.add_if(Shapes::ASTRAL, marks.has(Marks::ASTRAL));
    shapes.add_if(Shapes::DIGIT, digits > 0);
    shapes.add_if(Shapes::SHOUT, marks.shouts());
    let long = bytes.len() >= 140;
    shapes.add_if(Shapes::QUOTATION, long && marks.has(Marks::QUOTE));
    if marks.has(Marks::BRACKET) {
        shapes.add_if(Shapes::BRACKETED, bytes.windows(2).any(is_bracketed));
        shapes.add_if(Shapes::NOTICE, text.contains("(c)") || text.contains("(C)"));
    }
    if marks.has(Marks::BEYOND) {
        shapes.add_if(Shapes::DEGREE, text.contains('°') || text.contains('º'));
        shapes.add_if(Shapes::AT, text.contains('＠') || text.contains('﹫'));
        let notice = ["©", "℗", "🄯"].into_iter().any(|sign| text.contains(sign));
        shapes.add_if(Shapes::NOTICE, notice);
        let opens = text.contains('“') || text.contains('«');
        shapes.add_if(Shapes::QUOTATION, long && opens);
    }
    Seen { shapes, digits }
}

fn is_bracketed(pair: &[u8]) -> bool {
    let &[bracket, next] = pair else { return false };
    let opens = matches!(bracket, b'(' | b'<' | b'[' | b'{');
    opens && (matches!(next, b'a' | b'A' | b'd' | b'D' | b'@' | b'.' | 0x80..) || next <= b' ')
}
