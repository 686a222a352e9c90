//! Runs the automaton of all statements over a text, one step for a word.
//!
//! In: the tokens of a text. Out: the looks whose statements may stand there. A deterministic automaton
//! is made of the nondeterministic one on the way, as far as texts lead into it, and forgotten when it
//! grows too large (the subset construction of Rabin and Scott 1959, made lazy as in many engines of
//! regular expressions). Each thread has its own.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::ops::Range;

use gatepost_model::{Prose, Token};

use super::nfa::Nfa;
use crate::gate::Bits;
use crate::plain;

/// How many bits of its hash choose the slot that a word is remembered in with its symbol.
const WORD_BITS: u32 = 12;

/// How many bits of a number made of both choose the slot that a step from a state by a symbol is
/// remembered in.
const STEP_BITS: u32 = 17;

/// How many states and symbols are remembered.
const STATES: usize = 1 << 15;

/// Set in the number of a state in which a statement ends.
const ENDS_HERE: u32 = 1 << 31;

/// Marks the symbols of words that are several run together.
const RUN_TOGETHER: u32 = 1 << 30;

/// The symbol of the end of a sentence.
const STOP: u32 = 0;

/// The state in which no statement has begun.
const IDLE: u32 = 0;

/// What a thread has made of the automaton so far.
#[derive(Default)]
pub(crate) struct Lazy {
    /// The symbols of words, by their hashes, with [`RUN_TOGETHER`] where they are so.
    words: Slots<u64, WORD_BITS>,
    /// Words that no step tells apart: their class, and the patterns that they fit as bits.
    symbols: Vec<u32>,
    fits: Vec<u64>,
    symbol_numbers: HashMap<u64, u32, BuildHasherDefault<Mixed>>,
    /// Where the states of each state end in `members`, and the statements that end in it.
    states: Vec<(usize, Bits)>,
    members: Vec<u32>,
    state_numbers: HashMap<u64, u32, BuildHasherDefault<Mixed>>,
    /// The next states, by state and symbol.
    steps: Slots<u32, STEP_BITS>,
    /// The statements that ended in the text read last, and the first and the last token of what ended.
    ends: Vec<(Bits, Range<usize>)>,
    /// Kept for their memory.
    next: Vec<u32>,
    bits: Vec<u64>,
    letters: String,
}

impl Lazy {
    /// The looks whose statements may stand in a text, and whether words of one are run together there.
    pub(crate) fn read(&mut self, nfa: &Nfa, prose: &Prose) -> (Bits, bool) {
        if self.states.is_empty() {
            self.reset();
        }
        let text = prose.text().as_bytes();
        let mut open = Bits::default();
        let mut state = IDLE;
        let (mut end, mut begin, mut marks) = (0, 0, 0);
        self.ends.clear();
        for (number, token) in prose.tokens().iter().enumerate() {
            if self.states.len().max(self.symbols.len()) >= STATES {
                state = self.forget(state);
            }
            if state != IDLE {
                let between = text.get(end..token.span.start).unwrap_or_default();
                if between != b" " && ends_sentence(between) {
                    state = self.step(nfa, state, STOP);
                }
            }
            if state == IDLE {
                begin = number;
            }
            end = token.span.end;
            let known = self.words.get(token.hash, token.hash);
            let symbol = known.unwrap_or_else(|| self.symbol(nfa, prose, token));
            marks |= symbol;
            state = self.step(nfa, state, symbol & !RUN_TOGETHER);
            if state & ENDS_HERE != 0 {
                let statements = self.statements(state);
                statements
                    .iter()
                    .filter_map(|one| nfa.look(one))
                    .for_each(|look| open.insert(look));
                self.ends.push((statements, begin..number + 1));
            }
        }
        (open, marks & RUN_TOGETHER != 0)
    }

    /// The tokens that a statement may begin with in the text read last; none where it stands nowhere
    /// there.
    pub(crate) fn reach(&self, statement: usize) -> Option<Range<usize>> {
        let mut ends = self.ends.iter().filter(|(statements, _)| statements.contains(statement));
        let (_, first) = ends.next()?;
        let last = ends.next_back().map_or(first, |(_, last)| last);
        Some(first.start..last.end)
    }

    /// Forgets everything.
    fn reset(&mut self) {
        self.words.clear();
        self.symbols.clear();
        self.symbols.push(0);
        self.fits.clear();
        self.symbol_numbers.clear();
        self.states.clear();
        self.states.push((0, Bits::default()));
        self.members.clear();
        self.state_numbers.clear();
        self.steps.clear();
    }

    /// Forgets everything but one state, and gives its new number.
    fn forget(&mut self, state: u32) -> u32 {
        let mut next = std::mem::take(&mut self.next);
        next.clear();
        next.extend(self.members_of(state));
        let ends = self.statements(state);
        self.reset();
        self.next = next;
        self.state(ends)
    }

    /// The statements that end in a state.
    fn statements(&self, state: u32) -> Bits {
        let state = self.states.get((state & !ENDS_HERE) as usize);
        state.map(|(_, statements)| *statements).unwrap_or_default()
    }

    fn members_of(&self, state: u32) -> &[u32] {
        let state = (state & !ENDS_HERE) as usize;
        let end = self.states.get(state).map_or(0, |(end, _)| *end);
        let start = state.checked_sub(1).and_then(|before| self.states.get(before));
        self.members.get(start.map_or(0, |(end, _)| *end)..end).unwrap_or_default()
    }

    #[inline]
    fn step(&mut self, nfa: &Nfa, state: u32, symbol: u32) -> u32 {
        let key = pair(state, symbol);
        let known = self.steps.get(mix(u64::from(key)), key);
        known.unwrap_or_else(|| self.new_step(nfa, state, symbol))
    }

    #[cold]
    fn new_step(&mut self, nfa: &Nfa, state: u32, symbol: u32) -> u32 {
        let mut next = std::mem::take(&mut self.next);
        next.clear();
        if symbol == STOP {
            nfa.end_sentence(self.members_of(state), &mut next);
        } else {
            let number = symbol as usize;
            let stride = nfa.patterns().div_ceil(64);
            let fits = self.fits.get((number - 1) * stride..number * stride).unwrap_or_default();
            let fits = |pattern: usize| {
                fits.get(pattern / 64).is_some_and(|bits| bits >> (pattern % 64) & 1 == 1)
            };
            let class = self.symbols.get(number).copied().unwrap_or_default();
            nfa.step(self.members_of(state), class, fits, &mut next);
        }
        let ends = Nfa::take_ends(&mut next);
        self.next = next;
        let next = self.state(ends);
        let key = pair(state, symbol);
        self.steps.insert(mix(u64::from(key)), key, next);
        next
    }

    /// The number of the state of the members in `next`.
    fn state(&mut self, ends: Bits) -> u32 {
        if self.next.is_empty() && ends.is_empty() {
            return IDLE;
        }
        let mut key = self.next.iter().fold(1, |key, member| mix(key ^ u64::from(*member)));
        key = ends.iter().fold(key, |key, end| mix(key ^ !(end as u64)));
        // Two sets of one key are rare, and kept apart.
        while let Some(&number) = self.state_numbers.get(&key) {
            if self.statements(number) == ends && self.members_of(number) == self.next {
                return number;
            }
            key = mix(key);
        }
        let opens = if ends.is_empty() { 0 } else { ENDS_HERE };
        let number = u32::try_from(self.states.len()).unwrap_or(u32::MAX) | opens;
        self.members.extend(&self.next);
        self.states.push((self.members.len(), ends));
        self.state_numbers.insert(key, number);
        number
    }

    /// The symbol of a token, which is remembered.
    #[cold]
    fn symbol(&mut self, nfa: &Nfa, prose: &Prose, token: &Token) -> u32 {
        self.letters.clear();
        self.letters.extend(prose.folded(token).chars());
        if self.letters.len() > plain::LONGEST {
            self.letters.clear();
            self.letters.push(plain::UNKNOWN);
        }
        self.bits.clear();
        self.bits.resize(nfa.patterns().div_ceil(64), 0);
        let bits = &mut self.bits;
        nfa.fit(&self.letters, |pattern| {
            if let Some(bits) = bits.get_mut(pattern / 64) {
                *bits |= 1 << (pattern % 64);
            }
        });
        let class = nfa.class(token.hash);
        let stride = self.bits.len();
        let mut key = self.bits.iter().fold(mix(u64::from(class)), |key, bits| mix(key ^ bits));
        let number = loop {
            let Some(&number) = self.symbol_numbers.get(&key) else {
                let number = u32::try_from(self.symbols.len()).unwrap_or(u32::MAX);
                self.symbols.push(class);
                self.fits.extend(&self.bits);
                self.symbol_numbers.insert(key, number);
                break number;
            };
            let at = number as usize;
            let fits = self.fits.get((at - 1) * stride..at * stride);
            if self.symbols.get(at) == Some(&class) && fits == Some(&self.bits) {
                break number;
            }
            key = mix(key);
        };
        let parts = class == 0 && nfa.parts().of(&self.letters).is_some();
        let number = if parts { number | RUN_TOGETHER } else { number };
        self.words.insert(token.hash, token.hash, number);
        number
    }
}

/// One number for a state and a symbol, of which there are fewer than [`STATES`] each.
#[inline]
fn pair(state: u32, symbol: u32) -> u32 {
    (state & !ENDS_HERE) << STATES.ilog2() | symbol
}

/// A memory of numbers by keys, which forgets the oldest of a few.
#[derive(Default)]
struct Slots<K, const BITS: u32> {
    /// By the first bits of a hash: the last few keys, and their numbers.
    slots: Vec<[(K, u32); 4]>,
}

impl<K: Copy + Default + PartialEq, const BITS: u32> Slots<K, BITS> {
    /// No number.
    const NONE: u32 = u32::MAX;

    fn clear(&mut self) {
        self.slots.clear();
        self.slots.resize(1 << BITS, [(K::default(), Self::NONE); 4]);
    }

    #[inline]
    fn place(hash: u64) -> usize {
        let first = u32::try_from(hash >> u32::BITS).unwrap_or_default();
        (first >> (u32::BITS - BITS)) as usize
    }

    #[inline]
    fn get(&self, hash: u64, key: K) -> Option<u32> {
        let [first, rest @ ..] = self.slots.get(Self::place(hash))?;
        let (_, number) =
            if first.0 == key { first } else { rest.iter().find(|(known, _)| *known == key)? };
        // The key of an empty place is a key too.
        (*number != Self::NONE).then_some(*number)
    }

    fn insert(&mut self, hash: u64, key: K, number: u32) {
        if let Some(slot) = self.slots.get_mut(Self::place(hash)) {
            slot.rotate_right(1);
            slot.iter_mut().take(1).for_each(|first| *first = (key, number));
        }
    }
}

/// True where plain text ends a sentence between two words, at the least.
fn ends_sentence(between: &[u8]) -> bool {
    let ends =
        |byte: &u8| matches!(byte, b'!' | b'?' | b';') || (*byte == b'.' && between.len() > 1);
    between.iter().any(ends)
}

#[inline]
pub(super) fn mix(number: u64) -> u64 {
    let mixed = (number ^ number >> 29).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    mixed ^ mixed >> 32
}

/// Hashes a number.
#[derive(Default)]
pub(super) struct Mixed(u64);

impl Hasher for Mixed {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = mix(self.0 ^ number);
    }
}
