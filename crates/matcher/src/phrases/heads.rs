//! A bit table in front of the phrases: which hashes may begin one.

/// Which hashes begin a phrase: two bits each in one word of a table that has at least sixteen bits
/// for every phrase, so that few of the tokens that begin none are let through.
#[derive(Clone, Default)]
pub(super) struct Heads {
    bits: Vec<u64>,
    /// Every hash put in, for when the table must grow.
    hashes: Vec<u64>,
}

impl Heads {
    /// Adds a hash.
    pub(super) fn insert(&mut self, hash: u64) {
        self.hashes.push(hash);
        if self.hashes.len() * 16 > self.bits.len() * 64 {
            let words = (self.bits.len() * 2).max(64);
            self.bits.clear();
            self.bits.resize(words, 0);
            for hash in std::mem::take(&mut self.hashes) {
                self.set(hash);
                self.hashes.push(hash);
            }
        }
        self.set(hash);
    }

    fn set(&mut self, hash: u64) {
        let place = self.place(hash);
        if let Some(word) = self.bits.get_mut(place) {
            *word |= bits(hash);
        }
    }

    /// The table alone, for many questions in a row.
    #[inline]
    pub(super) fn view(&self) -> View<'_> {
        View { bits: &self.bits }
    }

    fn place(&self, hash: u64) -> usize {
        place(hash, self.bits.len())
    }
}

/// A table to be asked.
#[derive(Clone, Copy)]
pub(super) struct View<'h> {
    bits: &'h [u64],
}

impl View<'_> {
    /// False if this hash begins no phrase.
    #[inline]
    pub(super) fn may_hold(self, hash: u64) -> bool {
        let bits = bits(hash);
        self.bits.get(place(hash, self.bits.len())).is_some_and(|word| word & bits == bits)
    }
}

/// Which word of a table of this length, a power of two, a hash falls in.
#[inline]
fn place(hash: u64, length: usize) -> usize {
    (hash >> 12) as usize & length.wrapping_sub(1)
}

/// The two bits of a hash.
#[inline]
fn bits(hash: u64) -> u64 {
    1 << (hash & 63) | 1 << (hash >> 6 & 63)
}
