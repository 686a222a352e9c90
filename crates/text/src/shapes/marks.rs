//! What the bytes of a text are, in blocks of 64.
//!
//! In: blocks, in order, the last one filled up with blanks. Out: which marks stand in any of them.
//! Sixteen bytes are compared at once; what stands side by side is found by shifting bits, which carry
//! over from one block to the next.

use wide::u8x16;

/// How many bytes are looked at together.
pub(super) const BLOCK: usize = 64;

/// How many bytes are compared at once.
const LANES: usize = 16;

/// How many words of capitals shout, how many signs or capitals in a row, and how many characters
/// beyond ASCII.
const SHOUTING: (u32, u32) = (3, 8);

/// What stands in a text.
#[derive(Default)]
pub(super) struct Marks {
    all: Mark,
    /// How many colons there are.
    pub(super) colons: u32,
    /// How many characters beyond ASCII.
    beyond: u32,
    /// How many words have four capitals in a row.
    loud_words: u32,
    before: Before,
}

/// A mark, or several.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Mark(u16);

/// The bits of the block before, of which the last few count.
#[derive(Default)]
struct Before {
    digit: u64,
    dot: u64,
    colon: u64,
    capital: u64,
    loud: u64,
    sign: u64,
}

impl Mark {
    /// All of two sets.
    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl Marks {
    /// `@`.
    pub(super) const AT: Mark = Mark(1);
    /// `#`.
    pub(super) const HASH: Mark = Mark(1 << 1);
    /// A full stop with a letter behind it, one of few other signs, or a character beyond ASCII.
    pub(super) const DOTTED: Mark = Mark(1 << 2);
    /// `:/`.
    pub(super) const SCHEME: Mark = Mark(1 << 3);
    /// `::`.
    pub(super) const TWO_COLONS: Mark = Mark(1 << 4);
    /// `(`, `<`, `[` or `{`.
    pub(super) const BRACKET: Mark = Mark(1 << 5);
    /// A character beyond ASCII.
    pub(super) const BEYOND: Mark = Mark(1 << 6);
    /// A character beyond the first 65,536.
    pub(super) const ASTRAL: Mark = Mark(1 << 7);
    /// A control character that is no white space.
    pub(super) const CONTROL: Mark = Mark(1 << 8);
    /// `"`.
    pub(super) const QUOTE: Mark = Mark(1 << 9);
    /// Four of `!` and `?` in a row.
    const SIGNS: Mark = Mark(1 << 10);

    /// True if one of these stands in the text.
    pub(super) const fn has(&self, marks: Mark) -> bool {
        self.all.0 & marks.0 != 0
    }

    /// True where three words shout, or a row of signs or emoji does.
    pub(super) const fn shouts(&self) -> bool {
        self.loud_words >= SHOUTING.0 || self.beyond >= SHOUTING.1 || self.has(Self::SIGNS)
    }

    /// Adds a block, and gives the edges of its groups of digits: one bit for each.
    #[inline]
    pub(super) fn add(&mut self, block: &[u8; BLOCK]) -> u64 {
        let (mut digit, mut dot, mut tail, mut colon, mut slash) = (0, 0, 0, 0, 0);
        let (mut capital, mut sign, mut beyond, mut control) = (0, 0, 0, 0);
        let (mut at, mut hash, mut quote) = (u8x16::ZERO, u8x16::ZERO, u8x16::ZERO);
        let (mut bracket, mut highest) = (u8x16::ZERO, u8x16::ZERO);
        for (number, lanes) in block.as_chunks::<LANES>().0.iter().enumerate() {
            let bytes = u8x16::from(*lanes);
            let is = |byte: u8| bytes.simd_eq(u8x16::splat(byte));
            let small = bytes | u8x16::splat(0x20);
            let put = |mask: u8x16| u64::from(mask.to_bitmask()) << (number * LANES);
            at |= is(b'@');
            hash |= is(b'#');
            quote |= is(b'"');
            bracket |= is(b'(') | is(b'<') | small.simd_eq(u8x16::splat(b'{'));
            highest = highest.max(bytes);
            digit |= put(within(bytes, b'0', b'9'));
            dot |= put(is(b'.'));
            tail |= put(small.max(u8x16::splat(b'a')).simd_eq(small));
            colon |= put(is(b':'));
            slash |= put(is(b'/'));
            capital |= put(within(bytes, b'A', b'Z'));
            sign |= put(is(b'!') | is(b'?'));
            beyond |= put(bytes);
            control |= put((within(bytes, 0, 0x1f) & !within(bytes, b'\t', b'\r')) | is(0x7f));
        }
        let before = std::mem::take(&mut self.before);
        // Capitals, or what may be some.
        let capital = capital | beyond | control;
        let loud = in_a_row(capital, before.capital);
        let dotted = tail & after(dot, before.dot);
        let any = |mask: u8x16| mask.to_bitmask() != 0;
        let mut add = |mark: Mark, there: bool| self.all.0 |= if there { mark.0 } else { 0 };
        add(Self::AT, any(at));
        add(Self::HASH, any(hash));
        add(Self::QUOTE, any(quote));
        add(Self::BRACKET, any(bracket));
        add(Self::DOTTED, dotted != 0);
        add(Self::CONTROL, control != 0);
        add(Self::SIGNS, in_a_row(sign, before.sign) != 0);
        if (colon | before.colon) != 0 {
            add(Self::SCHEME, slash & after(colon, before.colon) != 0);
            add(Self::TWO_COLONS, colon & after(colon, before.colon) != 0);
        }
        if beyond != 0 {
            add(Self::BEYOND, true);
            add(Self::ASTRAL, any(highest.max(u8x16::splat(0xf0)).simd_eq(highest)));
            // The first bytes of characters.
            self.beyond += count(block.iter().filter(|byte| **byte >= 0xc2).count());
        }
        self.colons += colon.count_ones();
        self.loud_words += (loud & !after(loud, before.loud)).count_ones();
        let edges = digit ^ after(digit, before.digit);
        self.before = Before { digit, dot, colon, capital, loud, sign };
        edges
    }
}

/// The bits of the bytes behind those of a bit.
const fn after(bits: u64, before: u64) -> u64 {
    bits << 1 | before >> 63
}

/// The bits at which four stand in a row.
const fn in_a_row(bits: u64, before: u64) -> u64 {
    bits & after(bits, before) & (bits << 2 | before >> 62) & (bits << 3 | before >> 61)
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// Lanes from `low` to `high`.
#[inline]
fn within(bytes: u8x16, low: u8, high: u8) -> u8x16 {
    let above = bytes - u8x16::splat(low);
    above.min(u8x16::splat(high - low)).simd_eq(above)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Marks {
        let mut marks = Marks::default();
        let (blocks, rest) = text.as_bytes().as_chunks();
        for block in blocks {
            marks.add(block);
        }
        let mut last = [b' '; BLOCK];
        last.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
        marks.add(&last);
        marks
    }

    #[test]
    fn marks_are_seen_at_every_place() {
        let cases = [
            ("@", Marks::AT),
            ("#", Marks::HASH),
            (".u", Marks::DOTTED),
            (".É", Marks::DOTTED),
            ("s:/", Marks::SCHEME),
            ("::", Marks::TWO_COLONS),
            ("(", Marks::BRACKET),
            ("{", Marks::BRACKET),
            ("é", Marks::BEYOND),
            ("🎉", Marks::ASTRAL),
            ("\u{1}", Marks::CONTROL),
            ("\u{7f}", Marks::CONTROL),
            ("\"", Marks::QUOTE),
            ("!?!!", Marks::SIGNS),
        ];
        for (mark, wanted) in cases {
            for place in 0..140 {
                let text = format!("{}{mark} end", "a ".repeat(place)[place..].to_owned());
                assert!(read(&text).has(wanted), "{mark:?} behind {place}");
            }
        }
        assert_eq!(read(&"Plain words, at 9.30; no more! \t\n".repeat(9)).all, Mark(0));
    }

    #[test]
    fn shouting_is_counted_across_blocks() {
        for place in 0..140 {
            let before = "a ".repeat(place)[place..].to_owned();
            assert!(read(&format!("{before} LOUD WORDS SHOUT")).shouts(), "{place}");
            assert!(!read(&format!("{before} LOUD WORDS BBC NHS Loud")).shouts(), "{place}");
            assert!(read(&format!("{before}🎉🎉🎉🎉🎉🎉🎉🎉")).shouts(), "{place}");
            assert!(!read(&format!("{before}🎉🎉 no!!! more??")).shouts(), "{place}");
        }
    }
}
