//! Runs the automaton of all statements over a text, one step for a word.
//!
//! In: the tokens of a text. Out: the looks whose statements may stand there. A deterministic automaton
//! is made of the nondeterministic one on the way, as far as texts lead into it, and forgotten when it
//! grows too large (the subset construction of Rabin and Scott 1959, made lazy as in many engines of
//! regular expressions). Each thread has its own.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use gatepost_model::{Prose, Token};

use super::nfa::Nfa;
use crate::gate::Looks;

/// How many bits of its hash choose the slot that a word is remembered in with its symbol.
const SLOT_BITS: u32 = 14;

/// How many steps are remembered.
const STEPS: usize = 1 << 16;

/// How many states and symbols are.
const STATES: usize = 1 << 13;

/// Marks the symbols of words that are several run together.
const RUN_TOGETHER: u32 = 1 << 31;

/// The symbol of the end of a sentence.
const STOP: u32 = 0;

/// The state in which no statement has begun.
const IDLE: u32 = 0;

/// What a thread has made of the automaton so far.
#[derive(Default)]
pub(crate) struct Lazy {
    /// By the first bits of a hash: a word's hash and its symbol, with [`RUN_TOGETHER`] where it is so.
    slots: Vec<(u64, u32)>,
    /// Words that no step tells apart: their class, and the patterns that they fit as bits.
    symbols: Vec<u32>,
    fits: Vec<u64>,
    symbol_numbers: HashMap<u64, u32, BuildHasherDefault<Mixed>>,
    /// Where the states of each state end in `members`, and the looks that it opens.
    states: Vec<(usize, Looks)>,
    members: Vec<u32>,
    state_numbers: HashMap<u64, u32, BuildHasherDefault<Mixed>>,
    /// By state and symbol.
    steps: HashMap<u64, u32, BuildHasherDefault<Mixed>>,
    /// Kept for their memory.
    next: Vec<u32>,
    bits: Vec<u64>,
    letters: String,
}

impl Lazy {
    /// The looks whose statements may stand in a text, and whether words of one are run together there.
    pub(crate) fn read(&mut self, nfa: &Nfa, prose: &Prose) -> (Looks, bool) {
        if self.slots.is_empty() {
            self.reset();
        }
        let mut open = Looks::default();
        let mut marks = 0;
        let mut state = IDLE;
        let mut before: Option<&Token> = None;
        for token in prose.tokens() {
            if self.steps.len() >= STEPS
                || self.states.len() >= STATES
                || self.symbols.len() >= STATES
            {
                state = self.forget(state);
            }
            if let Some(before) = before
                && state != IDLE
                && ends_sentence(prose.between(before, token))
            {
                state = self.step(nfa, state, STOP);
            }
            let symbol = match self.slots.get(slot(token)) {
                Some((hash, symbol)) if *hash == token.hash && *symbol != STOP => *symbol,
                _ => self.symbol(nfa, prose, token),
            };
            marks |= symbol;
            state = self.step(nfa, state, symbol & !RUN_TOGETHER);
            if let Some((_, looks)) = self.states.get(state as usize) {
                open.extend(*looks);
            }
            before = Some(token);
        }
        (open, marks & RUN_TOGETHER != 0)
    }

    /// Forgets everything.
    fn reset(&mut self) {
        self.slots.clear();
        self.slots.resize(1 << SLOT_BITS, (0, STOP));
        self.symbols.clear();
        self.symbols.push(0);
        self.fits.clear();
        self.symbol_numbers.clear();
        self.states.clear();
        self.states.push((0, Looks::default()));
        self.members.clear();
        self.state_numbers.clear();
        self.steps.clear();
    }

    /// Forgets everything but one state, and gives its new number.
    fn forget(&mut self, state: u32) -> u32 {
        let mut next = std::mem::take(&mut self.next);
        next.clear();
        next.extend(self.members_of(state));
        let looks = self.states.get(state as usize).map(|(_, looks)| *looks).unwrap_or_default();
        self.reset();
        self.next = next;
        self.state(looks)
    }

    fn members_of(&self, state: u32) -> &[u32] {
        let state = state as usize;
        let end = self.states.get(state).map_or(0, |(end, _)| *end);
        let start = state.checked_sub(1).and_then(|before| self.states.get(before));
        self.members.get(start.map_or(0, |(end, _)| *end)..end).unwrap_or_default()
    }

    fn step(&mut self, nfa: &Nfa, state: u32, symbol: u32) -> u32 {
        let key = u64::from(state) << 32 | u64::from(symbol);
        match self.steps.get(&key) {
            Some(next) => *next,
            None => self.new_step(nfa, state, symbol),
        }
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
        let looks = Nfa::take_ends(&mut next);
        self.next = next;
        let next = self.state(looks);
        self.steps.insert(u64::from(state) << 32 | u64::from(symbol), next);
        next
    }

    /// The number of the state of the members in `next`.
    fn state(&mut self, looks: Looks) -> u32 {
        if self.next.is_empty() && looks.is_empty() {
            return IDLE;
        }
        let mut key = self.next.iter().fold(1, |key, member| mix(key ^ u64::from(*member)));
        key = looks.iter().fold(key, |key, look| mix(key ^ !(look as u64)));
        // Two sets of one key are rare, and kept apart.
        while let Some(&number) = self.state_numbers.get(&key) {
            let same = self.states.get(number as usize).is_some_and(|(_, known)| *known == looks);
            if same && self.members_of(number) == self.next {
                return number;
            }
            key = mix(key);
        }
        let number = u32::try_from(self.states.len()).unwrap_or(u32::MAX);
        self.members.extend(&self.next);
        self.states.push((self.members.len(), looks));
        self.state_numbers.insert(key, number);
        number
    }

    /// The symbol of a token, which is remembered.
    #[cold]
    fn symbol(&mut self, nfa: &Nfa, prose: &Prose, token: &Token) -> u32 {
        self.letters.clear();
        self.letters.extend(prose.folded(token).chars());
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
        let parts = class == 0 && nfa.parts(&self.letters).is_some();
        let number = if parts { number | RUN_TOGETHER } else { number };
        if let Some(slot) = self.slots.get_mut(slot(token)) {
            *slot = (token.hash, number);
        }
        number
    }
}

fn slot(token: &Token) -> usize {
    (token.hash >> (u64::BITS - SLOT_BITS)) as usize
}

/// True where plain text ends a sentence between two words, at the least.
fn ends_sentence(between: &str) -> bool {
    between != " "
        && (between.contains(['!', '?', ';']) || (between.len() > 1 && between.contains('.')))
}

fn mix(number: u64) -> u64 {
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
