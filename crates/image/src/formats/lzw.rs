//! How far an LZW stream goes, without unpacking it.
//!
//! In: the bytes of a stream and how many values are wanted of it. Out: how many bytes of it are needed for
//! them, and how many values it gives. What stands behind is no part of a picture. Only the lengths of the
//! table's entries are kept. Sources: `GIF89a` specification, appendix F; TIFF 6.0, section 13.

/// Whose LZW it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Flavour {
    /// GIF's: low bits first, with this many bits in a value (2 to 8).
    Gif(u32),
    /// TIFF's: high bits first, bytes, and codes grow one early.
    Tiff,
}

/// What a stream took and gave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Extent {
    /// Bytes up to the end mark, or up to the last value that was wanted.
    pub(super) taken: usize,
    /// Values that it gives, never many more than were wanted.
    pub(super) given: u64,
}

/// It holds a code that means nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Damaged;

const WIDEST: u32 = 12;
const TABLE: usize = 1 << WIDEST;

/// Goes over a stream until it ends, the bytes end, or as many values have come out as are wanted.
pub(super) fn measure(
    bytes: impl Iterator<Item = u8>,
    flavour: Flavour,
    wanted: u64,
) -> Result<Extent, Damaged> {
    let bits = match flavour {
        Flavour::Gif(bits) => bits.clamp(1, 8),
        Flavour::Tiff => 8,
    };
    let clear = 1usize << bits;
    let mut codes = Codes { bytes, flavour, buffer: 0, held: 0, taken: 0 };
    let mut lengths = [1u32; TABLE];
    let mut width = bits + 1;
    let mut next = clear + 2;
    let mut before: Option<u32> = None;
    let mut extent = Extent { taken: 0, given: 0 };
    while let Some(code) = codes.next(width) {
        if code == clear + 1 {
            extent.taken = codes.taken;
            return Ok(extent);
        }
        if extent.given >= wanted {
            // Not the end mark that was to come here: it belongs to nothing.
            return Ok(extent);
        }
        if code == clear {
            (width, next, before) = (bits + 1, clear + 2, None);
            extent.taken = codes.taken;
            continue;
        }
        let length = match before {
            None if code < clear => 1,
            Some(_) if code < next => lengths.get(code).copied().ok_or(Damaged)?,
            Some(before) if code == next && next < TABLE => before + 1,
            None | Some(_) => return Err(Damaged),
        };
        if let (Some(before), Some(entry)) = (before, lengths.get_mut(next)) {
            *entry = before + 1;
            next += 1;
            let early = usize::from(flavour == Flavour::Tiff);
            if next + early >= 1 << width && width < WIDEST {
                width += 1;
            }
        }
        before = Some(length);
        extent.given += u64::from(length);
        extent.taken = codes.taken;
    }
    Ok(extent)
}

struct Codes<I> {
    bytes: I,
    flavour: Flavour,
    buffer: u32,
    held: u32,
    taken: usize,
}

impl<I: Iterator<Item = u8>> Codes<I> {
    fn next(&mut self, width: u32) -> Option<usize> {
        let low_first = self.flavour != Flavour::Tiff;
        while self.held < width {
            let byte = u32::from(self.bytes.next()?);
            self.taken += 1;
            if low_first {
                self.buffer |= byte << self.held;
            } else {
                self.buffer = self.buffer << 8 | byte;
            }
            self.held += 8;
        }
        self.held -= width;
        let mask = (1u32 << width) - 1;
        let code = if low_first {
            let code = self.buffer & mask;
            self.buffer >>= width;
            code
        } else {
            self.buffer >> self.held & mask
        };
        usize::try_from(code).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gif(bytes: &[u8], bits: u32, wanted: u64) -> Result<Extent, Damaged> {
        measure(bytes.iter().copied(), Flavour::Gif(bits), wanted)
    }

    #[test]
    fn a_small_gif_stream() {
        // Clear, 1, 6 (which is 1 1), end: three bits each, low bits first.
        let stream = [0x8C, 0x0B];
        let long = [&stream[..], b"behind"].concat();
        for bytes in [&stream[..], &long] {
            assert_eq!(gif(bytes, 2, 3), Ok(Extent { taken: 2, given: 3 }));
            assert_eq!(gif(bytes, 2, 9), Ok(Extent { taken: 2, given: 3 }));
            assert_eq!(gif(bytes, 2, 1), Ok(Extent { taken: 1, given: 1 }));
        }
        assert_eq!(gif(b"", 8, 5), Ok(Extent { taken: 0, given: 0 }));
        assert_eq!(gif(&[0xFF, 0xFF], 2, 5), Err(Damaged));
    }

    #[test]
    fn a_tiff_stream_from_the_specification() {
        // TIFF 6.0, section 13: 7 7 7 8 8 7 7 6 6 as Clear 7 258 8 8 258 6 6 End.
        let codes = [256u32, 7, 258, 8, 8, 258, 6, 6, 257];
        let mut bits = codes.map(|code| format!("{code:09b}")).concat();
        while !bits.len().is_multiple_of(8) {
            bits.push('0');
        }
        let mut bytes: Vec<u8> = (0..bits.len() / 8)
            .map(|at| u8::from_str_radix(&bits[8 * at..8 * at + 8], 2).unwrap())
            .collect();
        let taken = bytes.len();
        bytes.extend(b"behind");
        let extent = measure(bytes.iter().copied(), Flavour::Tiff, 9);
        assert_eq!(extent, Ok(Extent { taken, given: 9 }));
        let early = measure(bytes.iter().copied(), Flavour::Tiff, 3);
        assert!(early.is_ok_and(|extent| extent.taken < taken && extent.given == 3));
    }
}
