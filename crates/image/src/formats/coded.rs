//! Words among coded picture data.
//!
//! Coded data are carried over byte for byte and are not decoded when a file is walked: what an encoder left
//! behind the last pixel goes with them. Coded data look like noise; words do not. So the end of a stretch of coded
//! data, where something can stand that no decoder misses, must not read as words.

use crate::error::CleanError;

/// How far from the end words are looked for.
const REACH: usize = 16 << 10;
/// Printable letters in a row that noise does not have: about once in a hundred million million places.
const ROW: usize = 32;
/// Different letters among them: flat pictures repeat a few.
const DIFFERENT: u32 = 9;

/// Nothing, if the end of coded data does not read as words.
pub(super) fn wordless(coded: &[u8]) -> Result<(), CleanError> {
    let start = coded.len().saturating_sub(REACH);
    let mut row = 0usize;
    let mut letters = 0u128;
    for &byte in coded.get(start..).unwrap_or_default() {
        if matches!(byte, b' '..=b'~') {
            row += 1;
            letters |= 1 << byte;
            if row >= ROW && letters.count_ones() >= DIFFERENT {
                return Err(CleanError::Malformed("words stand among its picture data"));
            }
        } else {
            (row, letters) = (0, 0);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_none_of_a_picture() {
        let noise: Vec<u8> =
            (0..10_000u32).flat_map(|n| n.wrapping_mul(2_654_435_761).to_le_bytes()).collect();
        assert_eq!(wordless(&noise), Ok(()));
        assert_eq!(wordless(&b"I$".repeat(9000)), Ok(()));
        let words = [&noise[..], b"Class 4W at Oakfield Primary, by Zarah Tideswell"].concat();
        assert!(wordless(&words).is_err());
        assert_eq!(wordless(b"short words"), Ok(()));
    }
}
