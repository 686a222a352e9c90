//! Where capitals stand behind small letters: `JackSmith`.
//!
//! In: the bytes of a text. Out: the places of such capitals, and whether any byte is beyond ASCII. Sixteen
//! bytes are compared at once.

use wide::u8x16;

/// How many bytes are compared at once.
const LANES: usize = 16;

/// Calls `at` with the place of each ASCII capital behind a small ASCII letter, as long as it says `false`.
/// Out: whether it said `true`, and whether any byte is beyond ASCII.
#[inline]
pub(crate) fn any_rise(bytes: &[u8], mut at: impl FnMut(usize) -> bool) -> (bool, bool) {
    let mut beyond = u8x16::ZERO;
    let mut start = 0;
    while let Some(step) = lanes(bytes, start) {
        beyond |= step;
        // The byte behind the last step is compared with what is left over.
        let Some(next) = lanes(bytes, start + 1) else { break };
        let mut rises = (within(step, b'a', b'z') & within(next, b'A', b'Z')).to_bitmask();
        while rises != 0 {
            if at(start + rises.trailing_zeros() as usize + 1) {
                return (true, false);
            }
            rises &= rises - 1;
        }
        start += LANES;
    }
    let rest = bytes.get(start..).unwrap_or_default();
    let mut before = 0;
    let mut odd = 0;
    for (place, byte) in (start..).zip(rest) {
        if byte.is_ascii_uppercase() && u8::is_ascii_lowercase(&before) && at(place) {
            return (true, false);
        }
        before = *byte;
        odd |= *byte;
    }
    (false, beyond.to_bitmask() != 0 || odd & 0x80 != 0)
}

#[inline]
fn lanes(bytes: &[u8], at: usize) -> Option<u8x16> {
    bytes.get(at..)?.first_chunk::<LANES>().map(|bytes| u8x16::from(*bytes))
}

/// Lanes from `low` to `high`.
#[inline]
fn within(bytes: u8x16, low: u8, high: u8) -> u8x16 {
    let above = bytes - u8x16::splat(low);
    above.min(u8x16::splat(high - low)).simd_eq(above)
}

#[cfg(test)]
mod tests {
    use super::any_rise;

    #[test]
    fn every_rise_is_seen_at_every_place() {
        for length in 2..70 {
            for place in 1..length {
                let mut text = vec![b'x'; length];
                text[place] = b'Q';
                let mut seen = Vec::new();
                let found = any_rise(&text, |at| {
                    seen.push(at);
                    false
                });
                assert_eq!((seen, found), (vec![place], (false, false)), "{length} {place}");
            }
        }
    }

    #[test]
    fn the_first_wanted_one_ends_the_search() {
        let text = b"aB cD eF gH iJ kL mN oP qR";
        let mut seen = 0;
        let wanted = |_| {
            seen += 1;
            seen == 2
        };
        assert!(any_rise(text, wanted).0);
        assert_eq!(seen, 2);
    }

    #[test]
    fn bytes_beyond_ascii_are_seen_at_every_place() {
        for length in 1..70 {
            for place in 0..length {
                let mut text = vec![b'x'; length];
                text[place] = 0xc3;
                assert_eq!(any_rise(&text, |_| false), (false, true), "{length} {place}");
            }
        }
        assert_eq!(any_rise(b"", |_| true), (false, false));
    }
}
