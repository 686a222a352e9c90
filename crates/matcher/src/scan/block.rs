//! What each byte of a block is.
//!
//! In: 64 bytes and the one after them. Out: for each class one bit a byte. Sixteen bytes are
//! compared at once, by vector instructions where the processor has them, and with equal results
//! where not. What few blocks hold (control characters, line breaks, dollar signs) is looked for in
//! those only.

use wide::u8x16;

use super::BLOCK;
use super::suspect::Bits;

/// How many bytes are compared at once.
const LANES: usize = 16;

/// A block, and the byte after it that its last one is compared with.
pub(crate) type Window = [u8; BLOCK + 1];

/// Classes the bytes of a block.
#[inline]
pub(crate) fn classify(window: &Window) -> Bits {
    let mut bits = Bits::default();
    let mut high = 0;
    let mut lowest = u8x16::splat(b' ');
    let mut dollar = u8x16::ZERO;
    let small_bit = u8x16::splat(0x20);
    for part in 0..BLOCK / LANES {
        let at = part * LANES;
        let (Some(bytes), Some(next)) = (lanes(window, at), lanes(window, at + 1)) else { break };
        let small = bytes | small_bit;
        // `! # $ % & * +`
        let symbol = bytes.simd_eq(u8x16::splat(b'!'))
            | within(bytes, b'#', b'&')
            | (bytes | u8x16::splat(1)).simd_eq(u8x16::splat(b'+'));
        lowest = lowest.min(bytes);
        dollar |= bytes.simd_eq(u8x16::splat(b'$'));
        let put = |mask: u8x16| u64::from(mask.to_bitmask()) << at;
        bits.letter |= put(within(small, b'a', b'z'));
        bits.digit |= put(within(bytes, b'0', b'9'));
        bits.odd |= put(bytes);
        bits.symbol |= put(symbol);
        bits.twin |= put(small.simd_eq(next | small_bit));
        high |= put(bytes + bytes);
    }
    // All of ASCII from `@` on that is no letter.
    let high = high & !(bits.letter | bits.odd);
    bits.symbol |= high;
    bits.twin &= bits.letter;
    let line_ends_behind = window.last().is_some_and(|next| *next < b' ');
    let rare = (dollar | !lowest.simd_eq(u8x16::splat(b' '))).to_bitmask();
    if line_ends_behind || rare != 0 || high != 0 {
        look_closer(window, &mut bits);
    }
    bits
}

/// Adds what few blocks hold.
#[cold]
fn look_closer(window: &Window, bits: &mut Bits) {
    for part in 0..BLOCK / LANES {
        let at = part * LANES;
        let (Some(bytes), Some(next)) = (lanes(window, at), lanes(window, at + 1)) else { break };
        let put = |mask: u8x16| u64::from(mask.to_bitmask()) << at;
        let line = within(next, b'\n', b'\r');
        let control = within(bytes, 0, 0x1f) & !within(bytes, b'\t', b'\r');
        let odd = put(control | bytes.simd_eq(u8x16::splat(0x7f)));
        bits.odd |= odd;
        bits.symbol &= !odd;
        bits.broken |= put(bytes.simd_eq(u8x16::splat(b'-')) & line);
        bits.dollar |= put(bytes.simd_eq(u8x16::splat(b'$')));
    }
}

#[inline]
fn lanes(window: &Window, at: usize) -> Option<u8x16> {
    window.get(at..)?.first_chunk::<LANES>().map(|bytes| u8x16::from(*bytes))
}

/// Lanes from `low` to `high`.
#[inline]
fn within(bytes: u8x16, low: u8, high: u8) -> u8x16 {
    let above = bytes - u8x16::splat(low);
    above.min(u8x16::splat(high - low)).simd_eq(above)
}

#[cfg(test)]
mod tests {
    use super::{BLOCK, Window, classify};

    #[test]
    fn every_byte_is_classed_at_every_place() {
        for byte in 0..=u8::MAX {
            let odd = byte >= 0x7f || byte.is_ascii_control() && !matches!(byte, 9..=13);
            for place in 0..BLOCK {
                let mut window: Window = [b' '; BLOCK + 1];
                window[place] = byte;
                let bits = classify(&window);
                let here = |is: bool| u64::from(is) << place;
                assert_eq!(bits.letter, here(byte.is_ascii_alphabetic()), "{byte} at {place}");
                assert_eq!(bits.digit, here(byte.is_ascii_digit()), "{byte} at {place}");
                assert_eq!(bits.odd, here(odd), "{byte} at {place}");
                let symbol = b"!#$%&*+@[\\]^_`{|}~".contains(&byte);
                assert_eq!(bits.symbol, here(symbol), "{byte} at {place}");
                assert_eq!(bits.dollar, here(byte == b'$'), "{byte} at {place}");
                assert_eq!(bits.broken, 0, "{byte} at {place}");
                window[place + 1] = byte.to_ascii_uppercase();
                assert_eq!(classify(&window).twin, here(byte.is_ascii_alphabetic()), "{byte}");
            }
        }
    }

    #[test]
    fn a_hyphen_at_the_end_of_a_line_is_seen_at_every_place() {
        for place in 0..BLOCK {
            for (after, is) in [(b'\n', true), (b'\r', true), (b'\t', false), (b'a', false)] {
                let mut window: Window = [b' '; BLOCK + 1];
                window[place] = b'-';
                window[place + 1] = after;
                assert_eq!(classify(&window).broken, u64::from(is) << place, "{after} at {place}");
            }
        }
    }
}
