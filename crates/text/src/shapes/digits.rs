//! The groups of digits of a text.
//!
//! In: where groups of ASCII digits begin and end. Out: the shapes that they make with what stands
//! around them.

use super::Shapes;

/// The groups of ASCII digits of a text, and what stands around them.
pub(super) struct Digits<'t> {
    bytes: &'t [u8],
    shapes: Shapes,
    /// Where the group at hand begins.
    begun: Option<usize>,
    /// One past the group before.
    end: Option<usize>,
    /// How many digits the groups have that are parted by no more than a blank or hyphen.
    tight: usize,
    /// How many digits the groups have that may belong to one number.
    run: usize,
    /// How many groups end here that have but a full stop between them.
    dotted: usize,
    /// True if a letter stands before the group before.
    lettered: bool,
    /// How many digits a number may have for each digit in it.
    each: usize,
    all: usize,
}

/// How many digits [`crate::numbers`] may read in a word for each digit that is written in it.
pub(crate) const EACH: usize = 3;

impl<'t> Digits<'t> {
    /// No group of these bytes.
    pub(super) fn of(bytes: &'t [u8]) -> Self {
        Self {
            bytes,
            shapes: Shapes::default(),
            begun: None,
            end: None,
            tight: 0,
            run: 0,
            dotted: 0,
            lettered: false,
            each: 1,
            all: 0,
        }
    }

    /// Adds the edges of groups in the block that begins at a byte: one bit for each.
    pub(super) fn add_edges(&mut self, from: usize, mut edges: u64) {
        while edges != 0 {
            let at = from + edges.trailing_zeros() as usize;
            edges &= edges - 1;
            match self.begun.take() {
                None => self.begun = Some(at),
                Some(start) => self.group(start, at),
            }
        }
    }

    /// The shapes of all groups, and how many digits a number may have that uses all of them.
    pub(super) fn finish(mut self) -> (Shapes, usize) {
        if let Some(start) = self.begun.take() {
            self.group(start, self.bytes.len());
        }
        (self.shapes, self.all * self.each)
    }

    fn at(&self, place: usize) -> u8 {
        self.bytes.get(place).copied().unwrap_or(b' ')
    }

    /// The byte so far before a place.
    fn before(&self, place: usize, far: usize) -> u8 {
        place.checked_sub(far).map_or(b' ', |place| self.at(place))
    }

    fn group(&mut self, start: usize, end: usize) {
        let length = end - start;
        let gap = self.end.and_then(|last| self.bytes.get(last..start));
        self.all += length;

        self.tight = match gap {
            Some([b' ' | b'-']) => self.tight + length,
            _ => length,
        };
        self.shapes.add_if(Shapes::SIX_DIGITS, self.tight >= 6);
        self.shapes.add_if(Shapes::NINE_DIGITS, self.tight >= 9);

        let joined = gap.is_some_and(|gap| gap.iter().all(|byte| may_part(*byte)));
        self.run = if joined { self.run + length } else { length };
        let before = if self.follows_sign(start) { b' ' } else { self.before(start, 1) };
        let behind = if self.precedes_sign(end) { b' ' } else { self.at(end) };
        let resembles = |byte: u8| byte >= 0x80 || is_like_a_digit(byte);
        if resembles(before) || resembles(behind) {
            self.each = EACH;
        }
        self.shapes.add_if(Shapes::NUMBER, self.run * self.each >= 9);

        self.dotted = if gap == Some(b".") { self.dotted + 1 } else { 1 };
        self.shapes.add_if(Shapes::HOST, self.dotted >= 4);
        self.shapes.add_if(Shapes::HOUSE, length <= 4 && self.begins_house(end));

        if is_letter(behind) && self.ends_postcode(start, end, gap) {
            self.shapes.add(Shapes::POSTCODE);
        }
        if length >= 2 && is_letter(before) {
            let letters = is_letter(self.before(start, 2)) && !is_letter(self.before(start, 3));
            self.shapes.add_if(Shapes::PLATE, letters);
        }
        if length >= 4 && before == b'.' {
            self.shapes.add_if(Shapes::FRACTION, self.before(start, 2).is_ascii_digit());
        }
        let lettered = is_letter(before) || is_letter(behind);
        let mixed = (length >= 3 && lettered) || (length < 3 && self.is_marked(start, end));
        self.shapes.add_if(Shapes::MIXED, mixed);
        self.shapes.add_if(Shapes::PLUS, self.is_near_plus(start, end));
        self.end = Some(end);
        self.lettered = is_letter(before);
    }

    /// True behind a sign of money, a dash or a quotation mark, which are no letters.
    fn follows_sign(&self, place: usize) -> bool {
        is_sign([self.before(place, 3), self.before(place, 2), self.before(place, 1)])
            || is_short_sign([self.before(place, 2), self.before(place, 1)])
    }

    /// True before such a sign.
    fn precedes_sign(&self, place: usize) -> bool {
        let bytes = [self.at(place), self.at(place + 1), self.at(place + 2)];
        is_sign(bytes) || is_short_sign([bytes[0], bytes[1]])
    }

    /// Behind a capital that begins a word, and before three that end one, parted by one sign or none.
    fn is_marked(&self, start: usize, end: usize) -> bool {
        let parted = end + usize::from(!is_letter(self.at(end)));
        self.before(start, 1).is_ascii_uppercase()
            && !is_letter(self.before(start, 2))
            && (parted..parted + 3).all(|place| self.at(place).is_ascii_uppercase())
            && !self.at(parted + 3).is_ascii_alphabetic()
    }

    /// As far as a plus code goes: seven signs before its `+`, and two behind it.
    fn is_near_plus(&self, start: usize, end: usize) -> bool {
        let code = |byte: &u8| byte.is_ascii_alphanumeric();
        let behind = (end..end + 8).map(|place| self.at(place)).find(|byte| !code(byte));
        let before = (1..=3).map(|far| self.before(start, far)).find(|byte| !code(byte));
        behind == Some(b'+') || before == Some(b'+')
    }

    /// A letter or none, a comma or none, white space, and a capital or the letter of `the`.
    fn begins_house(&self, end: usize) -> bool {
        let lettered = end + usize::from(self.at(end).is_ascii_alphabetic());
        let parted = lettered + usize::from(self.at(lettered) == b',');
        let space = self.at(parted);
        let word = self.at(parted + 1);
        let the = self.bytes.get(parted + 1..parted + 4) == Some(b"the");
        space >= 0x80 || (space <= b' ' && (word.is_ascii_uppercase() || word >= 0x80 || the))
    }

    fn ends_postcode(&self, start: usize, end: usize, gap: Option<&[u8]>) -> bool {
        let tail = [self.at(end), self.at(end + 1), self.at(end + 2)];
        let two = is_letter(tail[1]) && (!is_letter(tail[2]) || tail[2] >= 0x80);
        let odd = tail.iter().any(|byte| *byte >= 0x80);
        // `M11AE`: the digit of the district stands in the same group.
        let district = (end - start >= 2 && is_letter(self.before(start, 1)))
            || self.lettered
                && gap.is_some_and(|gap| {
                    let parts = |byte: &u8| matches!(byte, b' ' | b'-' | 0x80..);
                    gap.len() <= 8
                        && gap.split_first().is_some_and(|(first, rest)| {
                            (is_letter(*first) || parts(first)) && rest.iter().all(parts)
                        })
                });
        (two || odd) && district
    }
}

/// Dashes, quotation marks, bullets, the ellipsis (U+2013 to U+203F) and the sign of the euro.
fn is_sign(bytes: [u8; 3]) -> bool {
    matches!(bytes, [0xe2, 0x80, 0x93..=0xbf] | [0xe2, 0x82, 0xac])
}

/// The signs of pound and degree.
fn is_short_sign(bytes: [u8; 2]) -> bool {
    matches!(bytes, [0xc2, 0xa3 | 0xb0])
}

/// A letter, or a part of a character beyond ASCII.
fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || byte >= 0x80
}

/// Letters that [`crate::numbers`] reads as digits.
fn is_like_a_digit(byte: u8) -> bool {
    matches!(byte | 0x20, b'o' | b'i' | b'l')
}

/// What may stand between two groups of digits of one number.
fn may_part(byte: u8) -> bool {
    matches!(byte, b' ' | b'-' | b'.' | b'(' | b')' | b'_' | 0x80..)
        || (byte < b' ' && !matches!(byte, b'\n' | b'\r'))
        || byte == 0x7f
        || is_like_a_digit(byte)
}
