//! What a text is made of, found in one pass over its bytes: the gates of the patterns ask for it.
//!
//! In: a text. Out: which of a few shapes stand in it, such as an `@`, a number of many digits or
//! the end of a postcode. A shape may be seen where it is not, since a pattern looks closer; it is
//! never overlooked.

/// How many bytes are looked at together.
const BLOCK: usize = 64;

/// A set of shapes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Shapes(u32);

impl Shapes {
    /// How many there are.
    pub(crate) const COUNT: usize = 22;

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
    /// Three digits or more with a letter at once before or behind them.
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
    /// Anything at all. The last.
    pub(crate) const TEXT: Self = Self(1 << 21);

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
    let mut start = 0;
    while let Some(window) = bytes.get(start..).and_then(<[u8]>::first_chunk) {
        marks.add(window);
        start += BLOCK;
    }
    let mut window = [b' '; BLOCK + 1];
    let rest = bytes.get(start..).unwrap_or_default();
    window.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
    marks.add(&window);

    let mut seen = Seen::default();
    let shapes = &mut seen.shapes;
    shapes.add(Shapes::TEXT);
    shapes.add_if(Shapes::AT, marks.at != 0);
    shapes.add_if(Shapes::HASH, marks.hash != 0);
    shapes.add_if(Shapes::DOTTED, marks.dotted != 0);
    shapes.add_if(Shapes::SCHEME, marks.scheme != 0);
    if marks.colon != 0 {
        let colons = text.split(':').count() - 1;
        shapes.add_if(Shapes::HOST, colons >= 5 || bytes.windows(2).any(|pair| pair == b"::"));
    }
    shapes.add_if(Shapes::ODD, marks.highest >= 0x80 || marks.control != 0);
    shapes.add_if(Shapes::ASTRAL, marks.highest >= 0xf0);
    if marks.bracket != 0 {
        shapes.add_if(Shapes::BRACKETED, bytes.windows(2).any(is_bracketed));
    }
    if marks.highest >= 0x80 {
        shapes.add_if(Shapes::DEGREE, text.contains(['°', 'º']));
        shapes.add_if(Shapes::AT, text.contains(['＠', '﹫']));
    }
    if marks.loud != 0 || shapes.any(Shapes::ODD) {
        shapes.add_if(Shapes::SHOUT, shouts(bytes));
    }
    if bytes.len() >= 140 {
        let odd = marks.highest >= 0x80 && text.contains(['“', '«']);
        shapes.add_if(Shapes::QUOTATION, odd || marks.quote != 0);
    }
    if marks.digit != 0 {
        shapes.add(Shapes::DIGIT);
        seen.digits = Digits::of(bytes).add_to(&mut seen.shapes);
    }
    seen
}

/// What stands in the bytes of a text: each is 0 where nothing of it does.
#[derive(Default)]
struct Marks {
    highest: u8,
    control: u8,
    digit: u8,
    at: u8,
    hash: u8,
    dotted: u8,
    scheme: u8,
    colon: u8,
    bracket: u8,
    loud: u8,
    quote: u8,
}

impl Marks {
    /// Adds a block of bytes and the one behind it. Each step is the same for every byte, so that
    /// compilers turn them into vector instructions.
    fn add(&mut self, window: &[u8; BLOCK + 1]) {
        let Some((behind, block)) = window.split_first().map(|(_, behind)| (behind, window)) else {
            return;
        };
        for (&byte, &next) in block.iter().zip(behind) {
            self.highest = self.highest.max(byte);
            self.control |= u8::from(byte < 0x20) & u8::from(byte.wrapping_sub(b'\t') > 4);
            self.control |= u8::from(byte == 0x7f);
            self.digit |= u8::from(byte.wrapping_sub(b'0') < 10);
            self.at |= u8::from(byte == b'@');
            self.hash |= u8::from(byte == b'#');
            // A letter, or one of few other signs, or a part of a character beyond ASCII.
            self.dotted |= u8::from(byte == b'.') & u8::from(next | 0x20 >= b'a');
            let colon = u8::from(byte == b':');
            self.colon |= colon;
            self.scheme |= colon & u8::from(next == b'/');
            self.bracket |= u8::from(byte == b'(') | u8::from(byte == b'<');
            self.bracket |= u8::from(byte | 0x20 == b'{');
            self.quote |= u8::from(byte == b'"');
            let (least, most) = (byte.min(next), byte.max(next));
            self.loud |= u8::from(least >= b'A') & u8::from(most <= b'Z');
            let sign = u8::from(byte == b'!') | u8::from(byte == b'?');
            self.loud |= sign & (u8::from(next == b'!') | u8::from(next == b'?'));
        }
    }
}

/// True where three words may shout, or a row of signs or emoji may.
fn shouts(bytes: &[u8]) -> bool {
    let (mut words, mut capitals, mut signs, mut odd) = (0, 0, 0, 0);
    for &byte in bytes {
        let capital = byte.is_ascii_uppercase() || is_odd(byte);
        capitals = if capital { capitals + 1 } else { 0 };
        words += usize::from(capitals == 4);
        signs = if matches!(byte, b'!' | b'?') { signs + 1 } else { 0 };
        // The first byte of a character.
        odd += usize::from(byte >= 0xc2);
        if words == 3 || signs == 4 || odd == 8 {
            return true;
        }
    }
    false
}

/// A part of a character beyond ASCII, or a control character that is not white space.
fn is_odd(byte: u8) -> bool {
    byte >= 0x7f || (byte < b' ' && !matches!(byte, b'\t'..=b'\r'))
}

fn is_bracketed(pair: &[u8]) -> bool {
    let &[bracket, next] = pair else { return false };
    let opens = matches!(bracket, b'(' | b'<' | b'[' | b'{');
    opens && (matches!(next, b'a' | b'A' | b'd' | b'D' | b'@' | b'.' | 0x80..) || next <= b' ')
}

/// The groups of ASCII digits of a text, and what stands around them.
struct Digits<'t> {
    bytes: &'t [u8],
    shapes: Shapes,
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
    fn of(bytes: &'t [u8]) -> Self {
        let shapes = Shapes::default();
        let mut digits = Self {
            bytes,
            shapes,
            end: None,
            tight: 0,
            run: 0,
            dotted: 0,
            lettered: false,
            each: 1,
            all: 0,
        };
        let mut begun = None;
        let (blocks, rest) = bytes.as_chunks::<BLOCK>();
        let mut last = [b' '; BLOCK];
        last.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
        let mut inside = 0;
        for (number, block) in blocks.iter().chain(std::iter::once(&last)).enumerate() {
            let found = digits_of(block);
            let mut edges = found ^ (found << 1 | inside);
            inside = found >> 63;
            while edges != 0 {
                let at = number * BLOCK + edges.trailing_zeros() as usize;
                edges &= edges - 1;
                match begun.take() {
                    None => begun = Some(at),
                    Some(start) => digits.group(start, at),
                }
            }
        }
        if let Some(start) = begun {
            digits.group(start, bytes.len());
        }
        digits
    }

    fn add_to(self, shapes: &mut Shapes) -> usize {
        shapes.add(self.shapes);
        self.all * self.each
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
        self.shapes.add_if(Shapes::MIXED, length >= 3 && lettered);
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

/// One bit for each byte that is a digit.
fn digits_of(block: &[u8; BLOCK]) -> u64 {
    let mut flags = [0_u8; BLOCK];
    for (flag, &byte) in flags.iter_mut().zip(block) {
        *flag = u8::from(byte.wrapping_sub(b'0') < 10);
    }
    // Eight flags of a byte each become eight bits: the product moves flag i to bit 56 + i.
    flags.as_chunks::<8>().0.iter().rev().fold(0, |bits, eight| {
        bits << 8 | u64::from_le_bytes(*eight).wrapping_mul(0x0102_0408_1020_4080) >> 56
    })
}
