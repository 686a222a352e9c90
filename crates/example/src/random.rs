//! Seeded randomness: the same seed gives the same school, on every machine and in every version.
//!
//! The step is Sebastiano Vigna's `SplitMix64` (public domain). It is neither fit for secrets nor meant
//! for them.

/// A stream of numbers that its seed fixes.
#[derive(Debug, Clone)]
pub(crate) struct Random(u64);

impl Random {
    /// The stream of this seed.
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next 64 bits.
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to but not including `end`; 0 where `end` is 0.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        // The lists here are short beside 2^64: the bias of a remainder is far below anything visible.
        let end = u64::try_from(end).unwrap_or(u64::MAX).max(1);
        usize::try_from(self.next() % end).unwrap_or(0)
    }

    /// True in about `percent` of a hundred calls.
    pub(crate) fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of these, or the empty string of none.
    pub(crate) fn pick<'a>(&mut self, these: &[&'a str]) -> &'a str {
        these.get(self.below(these.len())).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_fixes_the_stream() {
        let mut random = Random::new(0);
        // The first value of SplitMix64 for seed 0, as its author publishes it.
        assert_eq!(random.next(), 0xE220_A839_7B1D_CDAF);
        let (mut one, mut other) = (Random::new(7), Random::new(7));
        assert!((0..100).all(|_| one.below(13) == other.below(13)));
        assert!((0..1000).all(|_| one.below(5) < 5));
    }
}
