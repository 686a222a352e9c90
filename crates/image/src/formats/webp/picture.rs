//! The headers of the coded pictures in a WebP.
//!
//! Lossy pictures are VP8 key frames (RFC 6386, section 9.1), lossless ones VP8L (RFC 9649, section 3.4), alpha
//! planes have a header of their own (RFC 9649, section 2.7.1.2).

use crate::error::CleanError;
use crate::examination::Size;

const WRONG: CleanError = CleanError::Malformed("its picture data are wrong");

/// A number of three bytes, the low one first.
pub(super) fn three_bytes(bytes: &[u8]) -> Option<u32> {
    let &[a, b, c] = bytes.first_chunk::<3>()?;
    Some(u32::from_le_bytes([a, b, c, 0]))
}

/// The size of a lossy picture.
pub(super) fn lossy(body: &[u8]) -> Result<Size, CleanError> {
    let &[a, b, c, 0x9D, 0x01, 0x2A, w0, w1, h0, h1] = body.first_chunk::<10>().ok_or(WRONG)?
    else {
        return Err(WRONG);
    };
    let tag = u32::from_le_bytes([a, b, c, 0]);
    let first_partition = usize::try_from(tag >> 5).map_err(|_| WRONG)?;
    // A key frame of a known version whose first partition is there.
    if tag & 1 != 0 || (tag >> 1 & 7) > 3 || first_partition > body.len() - 10 {
        return Err(WRONG);
    }
    // Fourteen bits of size; the two above them ask for scaling.
    sized(
        u32::from(u16::from_le_bytes([w0, w1]) & 0x3FFF),
        u32::from(u16::from_le_bytes([h0, h1]) & 0x3FFF),
    )
}

/// The size of a lossless picture.
pub(super) fn lossless(body: &[u8]) -> Result<Size, CleanError> {
    let &[0x2F, a, b, c, d] = body.first_chunk::<5>().ok_or(WRONG)? else { return Err(WRONG) };
    let bits = u32::from_le_bytes([a, b, c, d]);
    if bits >> 29 != 0 {
        return Err(WRONG);
    }
    sized((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
}

fn sized(width: u32, height: u32) -> Result<Size, CleanError> {
    if width == 0 || height == 0 { Err(WRONG) } else { Ok(Size { width, height }) }
}

/// Nothing, if this may be the alpha plane of a picture of this size. One that is not packed has one byte a
/// pixel and no more.
pub(super) fn alpha(body: &[u8], size: Size) -> Result<(), CleanError> {
    let (&head, plane) = body.split_first().ok_or(WRONG)?;
    let fits = match head & 3 {
        0 => u64::try_from(plane.len()) == Ok(size.pixels()),
        1 => !plane.is_empty(),
        _ => false,
    };
    if fits { Ok(()) } else { Err(WRONG) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_read_from_headers() {
        let lossy_head = [0x10, 0, 0, 0x9D, 0x01, 0x2A, 0x40, 0x00, 0x30, 0x40];
        assert_eq!(lossy(&lossy_head), Ok(Size { width: 64, height: 48 }));
        assert!(lossy(&lossy_head[..9]).is_err());
        assert!(lossy(&[0x11, 0, 0, 0x9D, 0x01, 0x2A, 0x40, 0, 0x30, 0]).is_err());
        assert!(lossy(&[0xF0, 0xFF, 0, 0x9D, 0x01, 0x2A, 0x40, 0, 0x30, 0]).is_err());
        let bits = (63u32 | 47 << 14).to_le_bytes();
        let lossless_head = [&[0x2F][..], &bits].concat();
        assert_eq!(lossless(&lossless_head), Ok(Size { width: 64, height: 48 }));
        assert!(lossless(&[0x2F, 0, 0, 0, 0xF0]).is_err());
        assert!(alpha(&[0, 1, 2, 3, 4], Size { width: 2, height: 2 }).is_ok());
        assert!(alpha(&[0, 1, 2, 3, 4, 5], Size { width: 2, height: 2 }).is_err());
        assert!(alpha(&[2, 1], Size { width: 2, height: 2 }).is_err());
    }
}
