//! How far a strip or tile of a TIFF goes.
//!
//! In: the bytes of one and how many come out of it. Out: those that are needed for that; what stands behind
//! is no part of the picture. Packing: none, LZW (TIFF 6.0, section 13), zlib (Technical Note, Adobe Photoshop
//! TIFF), `PackBits` (section 9), JPEG (Technical Note 2), and the fax codes (sections 10 and 11), of which the length is
//! not measured.

use crate::error::CleanError;
use crate::formats::lzw::{self, Flavour};
use crate::formats::{coded, jpeg};
use crate::metadata::inflate;

/// How picture data are packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Packing {
    None,
    Fax,
    Lzw,
    Jpeg,
    Zlib,
    PackBits,
}

impl Packing {
    /// The packing of a number.
    pub(super) fn of(number: u64) -> Result<Self, CleanError> {
        match number {
            1 => Ok(Self::None),
            2..=4 => Ok(Self::Fax),
            5 => Ok(Self::Lzw),
            7 => Ok(Self::Jpeg),
            8 | 32946 => Ok(Self::Zlib),
            32773 => Ok(Self::PackBits),
            _ => Err(CleanError::Malformed("it is packed in a way that few programs open")),
        }
    }
}

const LENGTH: CleanError = CleanError::Malformed("its picture data are not of the right length");

/// The bytes that are needed for what is wanted. The last strip of a page may hold as many rows as the others.
pub(super) fn needed(
    packing: Packing,
    whole: &[u8],
    wanted: u64,
    most: u64,
) -> Result<&[u8], CleanError> {
    let (taken, given) = match packing {
        Packing::None => (usize::try_from(wanted).map_err(|_| LENGTH)?, wanted),
        Packing::Fax => {
            coded::wordless(whole)?;
            (whole.len(), wanted)
        }
        Packing::Lzw => {
            if let [0, 1 | 3 | 5 | 7, ..] = whole {
                return Err(CleanError::Malformed("it is packed in a way that few programs open"));
            }
            let extent = lzw::measure(whole.iter().copied(), Flavour::Tiff, most)
                .map_err(|_| CleanError::Malformed("its picture data are wrong"))?;
            (extent.taken, extent.given.min(most))
        }
        Packing::Jpeg => (jpeg::bare(whole, jpeg::Part::Picture)?, wanted),
        Packing::Zlib => {
            let budget = usize::try_from(most).map_err(|_| LENGTH)?;
            let extent = inflate::measure(&[whole], budget, |_| ()).map_err(|_| LENGTH)?;
            (extent.taken, extent.given as u64)
        }
        Packing::PackBits => pack_bits(whole, wanted)?,
    };
    if given < wanted || given > most {
        return Err(LENGTH);
    }
    whole.get(..taken).ok_or(LENGTH)
}

/// How many bytes are needed for so many, and how many they are.
fn pack_bits(whole: &[u8], wanted: u64) -> Result<(usize, u64), CleanError> {
    let (mut at, mut given) = (0usize, 0u64);
    while given < wanted {
        let head = *whole.get(at).ok_or(LENGTH)?;
        at += 1;
        match head {
            0..=127 => {
                at += usize::from(head) + 1;
                given += u64::from(head) + 1;
            }
            128 => {}
            129..=255 => {
                at += 1;
                given += 257 - u64::from(head);
            }
        }
    }
    // Runs do not cross the end of a row, and a row is what is wanted a number of times.
    if given == wanted { Ok((at, given)) } else { Err(LENGTH) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_too_long_is_cut_and_what_is_too_short_is_refused() {
        let none = |bytes| needed(Packing::None, bytes, 4, 8);
        assert_eq!(none(b"pixeltail"), Ok(&b"pixe"[..]));
        assert!(none(b"pix").is_err());
        let bits = |bytes| needed(Packing::PackBits, bytes, 5, 5);
        // Three as they are, one twice.
        assert_eq!(bits(b"\x02abc\xffdtail"), Ok(&b"\x02abc\xffd"[..]));
        assert!(bits(b"\x02abc\xfed").is_err());
        assert!(bits(b"\x02abc").is_err());
        assert!(needed(Packing::Zlib, b"no stream", 4, 4).is_err());
        assert!(Packing::of(34712).is_err());
    }
}
