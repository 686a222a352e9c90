//! A bit table in front of the phrases: which hashes may begin one.

/// Which hashes begin a phrase: one bit each in a table that has at least sixteen bits for every
/// phrase, so that fewer than one in sixteen of the tokens that begin none is let through.
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
            *word |= 1 << (hash & 63);
        }
    }

    /// False if this hash begins no phrase.
    pub(super) fn may_hold(&self, hash: u64) -> bool {
        self.bits.get(self.place(hash)).is_some_and(|word| word >> (hash & 63) & 1 == 1)
    }

    /// Which word of the table a hash falls in; their number is a power of two.
    fn place(&self, hash: u64) -> usize {
        (hash >> 6) as usize & self.bits.len().wrapping_sub(1)
    }
}
