//! What each byte of a block is.
//!
//! In: 64 bytes and the one after them. Out: for each class one bit a byte. Sixteen bytes are
//! compared at once, by vector instructions where the processor has them, and with equal results
//! where not.

use wide::u8x16;

use super::BLOCK;
use super::suspect::Bits;

/// How many bytes are compared at once.
const LANES: usize = 16;

/// A block, and the byte after it that its last one is compared with.
pub(crate) type Window = [u8; BLOCK + 1];

/// Classes the bytes of a block.
pub(crate) fn classify(window: &Window) -> Bits {
    let mut bits = Bits::default();
    let mut any_control = u8x16::ZERO;
    let small_bit = u8x16::splat(0x20);
    for part in 0..BLOCK / LANES {
        let at = part * LANES;
        let (Some(bytes), Some(next)) = (lanes(window, at), lanes(window, at + 1)) else { break };
        let small = bytes | small_bit;
        let letter = within(small, b'a', b'z');
        let digit = within(bytes, b'0', b'9');
        // `! # $ % & * +`, and what is no letter between 0x40 and 0x7e.
        let symbol = bytes.simd_eq(u8x16::splat(b'!'))
            | within(bytes, b'#', b'&')
            | (bytes | u8x16::splat(1)).simd_eq(u8x16::splat(b'+'))
            | within(small, b'`', 0x7f);
        let twin = small.simd_eq(next | small_bit);
        let rare = bytes.simd_eq(u8x16::splat(b'-')) | bytes.simd_eq(u8x16::splat(b'$'));
        any_control |=
            bytes.min(u8x16::splat(0x1f)).simd_eq(bytes) | bytes.simd_eq(u8x16::splat(0x7f));
        let put = |mask: u8x16| u64::from(mask.to_bitmask()) << at;
        bits.letter |= put(letter);
        bits.digit |= put(digit);
        bits.odd |= put(bytes);
        bits.symbol |= put(symbol);
        bits.twin |= put(twin);
        bits.rare |= put(rare);
    }
    if any_control.to_bitmask() != 0 {
        let controls = window.iter().take(BLOCK).enumerate();
        bits.odd |=
            controls.fold(0, |bits, (at, byte)| bits | u64::from(shows_nothing(*byte)) << at);
    }
    bits.symbol &= !(bits.letter | bits.odd);
    bits.twin &= bits.letter;
    bits
}

fn lanes(window: &Window, at: usize) -> Option<u8x16> {
    window.get(at..)?.first_chunk::<LANES>().map(|bytes| u8x16::from(*bytes))
}

/// Lanes from `low` to `high`.
fn within(bytes: u8x16, low: u8, high: u8) -> u8x16 {
    let above = bytes - u8x16::splat(low);
    above.min(u8x16::splat(high - low)).simd_eq(above)
}

/// True for a control character that is not white space.
fn shows_nothing(byte: u8) -> bool {
    byte == 0x7f || byte < 0x20 && !matches!(byte, b'\t'..=b'\r')
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
                assert_eq!(bits.rare, here(b"-$".contains(&byte)), "{byte} at {place}");
                window[place + 1] = byte.to_ascii_uppercase();
                assert_eq!(classify(&window).twin, here(byte.is_ascii_alphabetic()), "{byte}");
            }
        }
    }
}
