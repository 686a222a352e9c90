//! Hashing a folded word: sixteen bytes at a step, the same value on every machine and run.
//!
//! In: the bytes of a folded form, or the bytes of a plain ASCII word in any case. Out: 64 bits,
//! fit to be used as they are as the key of a table. The mixing step is the folded multiplication
//! that the wyhash and mum-hash families rest on.
//!
//! It is no defence against someone who seeks two words with one hash, so whoever finds something
//! by a hash compares the words too.

use std::hash::{BuildHasherDefault, Hasher};

/// How many bytes past its start a word in a padded text is read, whatever its length.
pub(crate) const STEP: usize = 16;

/// Keys of the two halves. Their bytes never occur in UTF-8, so that no word of sixteen bytes or
/// fewer can make a factor of the product zero.
const KEYS: (u64, u64) = (0xffc1_f9fd_f7c0_fbf5, 0xf6ff_fac1_fef8_c0fd);

/// Sets the bit by which small letters differ from capitals; digits have it already.
const SMALL: u128 = u128::from_le_bytes([0x20; STEP]);

/// By a number of bytes, the mask that keeps so many of a step: quicker than shifting 128 bits.
const KEPT: [u128; STEP + 1] = {
    let mut masks = [0; STEP + 1];
    let mut bytes = 1;
    while bytes <= STEP {
        masks[bytes] = masks[bytes - 1] << 8 | 0xff;
        bytes += 1;
    }
    masks
};

/// The hash that a token has whose folded form is this: for looking up parts of words, and words put
/// together, beside the tokens of a text. What is not folded has a hash that no token has.
///
/// ```
/// let prose = gatepost_matcher::Prose::new("Zoë");
/// assert_eq!(prose.tokens()[0].hash, gatepost_matcher::word_hash("zoe"));
/// ```
#[inline]
pub fn word_hash(folded: &str) -> u64 {
    of_folded(folded.as_bytes())
}

/// The hash of a folded form.
#[inline]
pub(crate) fn of_folded(form: &[u8]) -> u64 {
    let (steps, rest) = form.as_chunks::<STEP>();
    let mut state = 0;
    for step in steps {
        state = mix(state, u128::from_le_bytes(*step));
    }
    if steps.is_empty() || !rest.is_empty() { mix(state, short(rest)) } else { state }
}

/// The hash of a word of ASCII letters and digits: that of its small letters.
pub(crate) fn of_letters(word: &[u8]) -> u64 {
    let (steps, rest) = word.as_chunks::<STEP>();
    let mut state = 0;
    for step in steps {
        state = mix(state, u128::from_le_bytes(*step) | SMALL);
    }
    let kept = KEPT.get(rest.len()).copied().unwrap_or_default();
    let last = short(rest) | SMALL & kept;
    if steps.is_empty() || !rest.is_empty() { mix(state, last) } else { state }
}

/// Fewer than sixteen bytes, and zeros behind them: put together from their two ends, which may
/// overlap.
#[inline]
fn short(bytes: &[u8]) -> u128 {
    let length = bytes.len();
    let shifted = |high: u64, by: usize| high.checked_shr(8 * u32::try_from(by).unwrap_or(8));
    if let (Some(low), Some(high)) = (bytes.first_chunk(), bytes.last_chunk()) {
        let high = shifted(u64::from_le_bytes(*high), STEP - length).unwrap_or_default();
        return u128::from(u64::from_le_bytes(*low)) | u128::from(high) << 64;
    }
    if let (Some(low), Some(high)) = (bytes.first_chunk(), bytes.last_chunk()) {
        let high = u64::from(u32::from_le_bytes(*high)) >> (8 * (8 - length));
        return u128::from(u64::from(u32::from_le_bytes(*low)) | high << 32);
    }
    let byte = |at: usize| bytes.get(at).map_or(0, |byte| u128::from(*byte) << (8 * at));
    byte(0) | byte(1) | byte(2)
}

/// The hash of the word of ASCII letters and digits at `start..end` of `text`: that of its small
/// letters. `text` goes on for [`STEP`] bytes after the word.
#[cold]
#[inline(never)]
pub(crate) fn of_plain(text: &[u8], start: usize, end: usize) -> u64 {
    let mut state = 0;
    let mut at = start;
    while end - at > STEP {
        state = mix(state, step(text, at) | SMALL);
        at += STEP;
    }
    let kept = KEPT.get(end - at).copied().unwrap_or_default();
    mix(state, (step(text, at) | SMALL) & kept)
}

/// The hash of a word that is the first `length` of these bytes, ASCII letters and digits, and at most
/// all of them: that of its small letters.
#[inline]
pub(crate) fn of_step(bytes: &[u8; STEP], length: usize) -> u64 {
    let kept = KEPT.get(length).copied().unwrap_or_default();
    mix(0, (u128::from_le_bytes(*bytes) | SMALL) & kept)
}

fn step(text: &[u8], at: usize) -> u128 {
    text.get(at..).and_then(|rest| rest.first_chunk()).map_or(0, |step| u128::from_le_bytes(*step))
}

#[inline]
#[expect(clippy::cast_possible_truncation, reason = "each half is wanted by itself")]
fn mix(state: u64, step: u128) -> u64 {
    let (low, high) = (step as u64, (step >> 64) as u64);
    let product = u128::from(low ^ KEYS.0 ^ state) * u128::from(high ^ KEYS.1);
    (product as u64) ^ (product >> 64) as u64
}

/// A hasher for keys that are hashes already: it hands them on.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Ready(u64);

/// Builds [`Ready`] hashers.
pub(crate) type BuildReady = BuildHasherDefault<Ready>;

impl Hasher for Ready {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 ^= of_folded(bytes);
    }

    fn write_u64(&mut self, key: u64) {
        self.0 = key;
    }
}

#[cfg(test)]
mod tests {
    use super::{STEP, of_folded, of_letters, of_plain};

    #[test]
    fn values_are_fixed() {
        // Index files may hold these hashes: they must not change between versions or machines.
        assert_eq!(of_folded(b"jack"), 5_674_548_810_451_342_427);
        assert_eq!(of_folded("ї".as_bytes()), 11_479_680_200_049_096_790);
        assert_eq!(of_folded(b"antidisestablishmentarianism"), 3_241_041_374_441_011_894);
    }

    #[test]
    fn plain_words_hash_as_their_small_letters() {
        let word = "Aa0Zz9Qx".repeat(9);
        for length in 1..=word.len() {
            let text = word[..length].to_string() + &"#".repeat(STEP);
            let small = word[..length].to_ascii_lowercase();
            assert_eq!(
                of_plain(text.as_bytes(), 0, length),
                of_folded(small.as_bytes()),
                "{small}"
            );
            assert_eq!(of_letters(&word.as_bytes()[..length]), of_folded(small.as_bytes()));
        }
    }

    #[test]
    fn short_words_are_put_together_from_both_ends() {
        let word = b"abcdefghijklmno";
        for length in 0..=word.len() {
            let mut whole = [0; STEP];
            whole[..length].copy_from_slice(&word[..length]);
            assert_eq!(super::short(&word[..length]), u128::from_le_bytes(whole), "{length}");
        }
    }

    #[test]
    fn no_two_short_words_share_a_hash() {
        let letters = b"abcdefghijklmnopqrstuvwxyz0123456789";
        let mut seen = std::collections::HashSet::new();
        for a in letters {
            for b in letters {
                for c in letters {
                    for word in [&[*a, *b, *c][..], &[*a, *b, *c, *a, *b, *c, *c, *b, *a]] {
                        assert!(seen.insert(of_folded(word)));
                    }
                }
            }
        }
    }
}
