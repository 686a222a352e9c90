//! Which places of a text may hold a disguise, by the classes of their bytes alone.
//!
//! In: what each byte of a block is, one bit each, and the same of the block before. Out: one bit
//! at the end of each pattern that plain words do not make: a digit or symbol among letters, a run
//! of one letter, a run of single letters, a symbol before a word. Most of the places are innocent
//! (`3pm`, `#tag`); whoever reads them decides. A quick look turns most blocks of plain words away.

/// What each byte of a block is: bit *i* tells of byte *i*.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Bits {
    /// ASCII letters.
    pub(crate) letter: u64,
    /// ASCII digits.
    pub(crate) digit: u64,
    /// Bytes beyond ASCII and control characters that show nothing.
    pub(crate) odd: u64,
    /// Symbols that stand for letters, hide them or mark them up: `! # $ % & * + @ _ | ~ ^`, the
    /// backtick and backslash, and brackets but round ones.
    pub(crate) symbol: u64,
    /// ASCII letters that are the same, but for case, as the byte after them.
    pub(crate) twin: u64,
    /// Hyphens before the end of a line.
    pub(crate) broken: u64,
    /// Dollar signs.
    pub(crate) dollar: u64,
}

impl Bits {
    /// Bytes that belong to runs.
    pub(crate) fn run(self) -> u64 {
        self.letter | self.digit | self.odd
    }
}

/// The block before, and what is left of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Before {
    bits: Bits,
    /// What stood alone: bit *i* is set if the byte before *i* has no neighbour.
    alone: u64,
    /// What the quick look saw in the last eight bytes.
    late: u64,
}

impl Before {
    /// True if the last byte belongs to a run.
    #[inline]
    pub(crate) fn is_run(&self) -> bool {
        self.bits.run() >> 63 == 1
    }

    /// Goes one block on, and gives the ends of the suspicious patterns in it, and its bytes that are
    /// suspicious by themselves. A quick look comes first, kind by kind.
    #[inline]
    pub(crate) fn next(&mut self, now: Bits) -> (u64, u64) {
        let Self { bits: before, alone: alone_before, late } = *self;
        let (sign, sign_before) = (now.run() | now.symbol, before.run() | before.symbol);
        let letter_behind = behind(now.letter, before.letter, 1);
        let digit_behind = behind(now.digit, before.digit, 1);
        let symbol_behind = behind(now.symbol, before.symbol, 1);
        let mixed = now.letter & digit_behind | now.digit & letter_behind;
        let symbols = sign & symbol_behind;
        let alone = behind(sign, sign_before, 1) & !behind(sign, sign_before, 2) & !sign;
        let near = |by| behind(alone, alone_before, by);
        let pair = alone & (near(2) | near(3) | near(4));
        let twin = now.twin & (behind(now.twin, before.twin, 1) | behind(now.twin, before.twin, 2));
        let seen = mixed | symbols | pair | twin;
        // Patterns go on for a few bytes behind what the quick look sees.
        *self = Self { bits: now, alone, late: seen >> 56 };
        let rare = now.broken | now.dollar & letter_behind;
        if seen | late == 0 {
            return (0, rare);
        }
        let pair_of_blocks = Pair { now: &now, before: &before };
        let late = late != 0;
        (pair_of_blocks.ends([mixed, symbols, pair, twin].map(|seen| seen != 0 || late)), rare)
    }
}

/// A block and the one before it.
struct Pair<'b> {
    now: &'b Bits,
    before: &'b Bits,
}

impl Pair<'_> {
    /// The ends of suspicious patterns of the kinds that were seen: digits, symbols, parted letters and
    /// repeated ones.
    #[inline(never)]
    fn ends(&self, [mixed, symbols, pair, twin]: [bool; 4]) -> u64 {
        let mut ends = 0;
        if mixed {
            ends |= self.digit_ends();
        }
        if symbols {
            ends |= self.symbol_ends();
        }
        if pair {
            ends |= self.parted_ends();
        }
        if twin {
            ends |= self.repeated_ends();
        }
        ends
    }

    /// `b4d`, `b00k`, `t0553d`, `0f0`: up to four digits inside, or a letter among digits; `5end`,
    /// `en5`: one at an edge of two letters.
    fn digit_ends(&self) -> u64 {
        let Self { now, before } = *self;
        let letter = |by| behind(now.letter, before.letter, by);
        let digit = |by| behind(now.digit, before.digit, by);
        let two_inside = digit(2) & (letter(3) | digit(3) & (letter(4) | digit(4) & letter(5)));
        let inside = now.letter & digit(1) & (letter(2) | two_inside);
        let among = now.digit & letter(1) & digit(2);
        let leading = now.letter & letter(1) & digit(2);
        let trailing = now.digit & letter(1) & letter(2);
        inside | among | leading | trailing
    }

    /// One to three symbols between letters or digits; one before a letter; two behind a letter.
    fn symbol_ends(&self) -> u64 {
        let Self { now, before } = *self;
        let symbol = |by| behind(now.symbol, before.symbol, by);
        let (word, word_before) = (now.run(), before.run());
        let word_behind = |by| behind(word, word_before, by);
        let (one, two) = (symbol(1), symbol(1) & symbol(2));
        let between = word & (one & word_behind(2) | two & (word_behind(3) | symbol(3)));
        let before_word = (now.letter | now.odd) & one | now.digit & two;
        let behind_word = now.symbol & one & word_behind(2);
        between | before_word | behind_word
    }

    /// Three characters of a word's kind, each alone, with one to three bytes between.
    fn parted_ends(&self) -> u64 {
        let Self { now, before } = *self;
        let (all, all_before) = (now.run() | now.symbol, before.run() | before.symbol);
        let letter = |by| behind(now.letter, before.letter, by);
        let sign = |by| behind(all, all_before, by);
        let alone = |by| sign(by) & !sign(by + 1) & !sign(by - 1);
        let first = sign(1) & !sign(2) & !all;
        let then = |by| alone(by) & (alone(by + 2) | alone(by + 3) | alone(by + 4));
        let any_letter = letter(1) | letter(3) | letter(4) | letter(5);
        first & (then(3) | then(4) | then(5)) & any_letter
    }

    /// Three of a letter, or three doubled letters in a row.
    fn repeated_ends(&self) -> u64 {
        let twin = |by| behind(self.now.twin, self.before.twin, by);
        twin(1) & twin(2) | twin(1) & twin(3) & twin(5)
    }
}

/// The bits as they were `by` bytes before: bit *i* of the result tells of byte *i* − `by`.
fn behind(now: u64, before: u64, by: u32) -> u64 {
    now << by | before >> (64 - by)
}
