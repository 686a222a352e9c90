//! Which places of a text may hold a disguise, by the classes of their bytes alone.
//!
//! In: what each byte of a block is, one bit each, and the same of the block before. Out: one bit
//! at the end of each pattern that plain words do not make: a digit or symbol among letters, a run
//! of one letter, a run of single letters, a symbol before a word. Most of the places are innocent
//! (`3pm`, `#tag`); whoever reads them decides. No place that a disguise needs is left out.

/// What each byte of a block is: bit *i* tells of byte *i*.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Bits {
    /// ASCII letters.
    pub(crate) letter: u64,
    /// ASCII digits.
    pub(crate) digit: u64,
    /// Bytes beyond ASCII and control characters that show nothing.
    pub(crate) odd: u64,
    /// Symbols that stand for letters, hide them or mark them up: `! # $ % & * + @ _ | ~ ^` and
    /// the backtick and backslash.
    pub(crate) symbol: u64,
    /// Bytes that are the same, but for case, as the byte after them.
    pub(crate) twin: u64,
}

impl Bits {
    /// Bytes that belong to runs.
    pub(crate) fn run(self) -> u64 {
        self.letter | self.digit | self.odd
    }
}

/// The ends of suspicious patterns in the block `now`, which follows `before`.
pub(crate) fn ends(now: Bits, before: Bits) -> u64 {
    let letter = |by| behind(now.letter, before.letter, by);
    let digit = |by| behind(now.digit, before.digit, by);
    let symbol = |by| behind(now.symbol, before.symbol, by);
    let twin = |by| behind(now.twin, before.twin, by);

    // Three of a letter, or three doubled letters in a row.
    let three = twin(1) & twin(2) & now.letter;
    let doubled = twin(1) & twin(3) & twin(5) & now.letter;

    // `b4d`, `b00k`, `t0553d`, `0f0`: up to four digits inside, or a letter among digits; `5end`,
    // `en5`: one at an edge of two letters.
    let two_inside = digit(2) & (letter(3) | digit(3) & (letter(4) | digit(4) & letter(5)));
    let inside = now.letter & digit(1) & (letter(2) | two_inside);
    let among = now.digit & letter(1) & digit(2);
    let leading = now.letter & letter(1) & digit(2);
    let trailing = now.digit & letter(1) & letter(2);

    // Up to four symbols between letters or digits; one before a letter; two behind a letter.
    let (word, word_before) =
        (now.letter | now.digit | now.odd, before.letter | before.digit | before.odd);
    let word_behind = |by| behind(word, word_before, by);
    let (one, two, three_symbols) =
        (symbol(1), symbol(1) & symbol(2), symbol(1) & symbol(2) & symbol(3));
    let between = word & (one & word_behind(2) | two & word_behind(3));
    let before_word = (now.letter | now.odd) & one | now.digit & two;
    let behind_word = (now.symbol & one & word_behind(2)) | (three_symbols & word);

    // Three characters of a word's kind, each alone, with one to three bytes between.
    let alone = |by: u32| {
        let here = behind(word | now.symbol, word_before | before.symbol, by);
        let left = behind(word | now.symbol, word_before | before.symbol, by + 1);
        here & !left
    };
    let first = alone(1) & !(word | now.symbol);
    let pair = |by| alone(by) & !behind(word | now.symbol, word_before | before.symbol, by - 1);
    let second = |by| pair(by) & (pair(by + 2) | pair(by + 3) | pair(by + 4));
    let any_letter = letter(1) | letter(3) | letter(4) | letter(5);
    let parted = first & (second(3) | second(4) | second(5)) & any_letter;

    three
        | doubled
        | inside
        | among
        | leading
        | trailing
        | between
        | before_word
        | behind_word
        | parted
}

/// The bits as they were `by` bytes before: bit *i* of the result tells of byte *i* − `by`.
fn behind(now: u64, before: u64, by: u32) -> u64 {
    now << by | before >> (64 - by)
}
