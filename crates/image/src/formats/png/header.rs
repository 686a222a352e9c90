//! The header of a PNG: how large the picture is, and how many bytes its pixels take.
//!
//! PNG third edition, sections 7.2 (scan lines), 8.1 (interlacing) and 11.2.1 (IHDR).

use crate::error::CleanError;
use crate::examination::Size;

/// What IHDR says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Header {
    pub(super) size: Size,
    /// Colours are numbers of a palette.
    pub(super) indexed: bool,
    pub(super) colour: u8,
    pub(super) depth: u8,
    interlaced: bool,
}

/// Where each of Adam7's seven passes begins, and its steps: x, y, x step, y step.
const PASSES: [[u32; 4]; 7] = [
    [0, 0, 8, 8],
    [4, 0, 8, 8],
    [0, 4, 4, 8],
    [2, 0, 4, 4],
    [0, 2, 2, 4],
    [1, 0, 2, 2],
    [0, 1, 1, 2],
];

impl Header {
    /// Reads IHDR.
    pub(super) fn read(body: &[u8]) -> Result<Self, CleanError> {
        const WRONG: CleanError = CleanError::Malformed("its header is wrong");
        let &[w3, w2, w1, w0, h3, h2, h1, h0, depth, colour, 0, 0, interlace] = body else {
            return Err(WRONG);
        };
        let size = Size {
            width: u32::from_be_bytes([w3, w2, w1, w0]),
            height: u32::from_be_bytes([h3, h2, h1, h0]),
        };
        let depths: &[u8] = match colour {
            0 => &[1, 2, 4, 8, 16],
            3 => &[1, 2, 4, 8],
            2 | 4 | 6 => &[8, 16],
            _ => return Err(WRONG),
        };
        let side = 1..=i32::MAX.unsigned_abs();
        let fits = side.contains(&size.width)
            && side.contains(&size.height)
            && depths.contains(&depth)
            && interlace <= 1;
        if !fits {
            return Err(WRONG);
        }
        Ok(Self { size, indexed: colour == 3, colour, depth, interlaced: interlace == 1 })
    }

    /// How many bytes the scan lines of a picture of this size take, filter bytes included; `None` where that
    /// is past counting.
    pub(super) fn raw_bytes(&self, size: Size) -> Option<usize> {
        if !self.interlaced {
            return self.lines(size.width, size.height);
        }
        PASSES.iter().try_fold(0usize, |sum, &[x, y, x_step, y_step]| {
            let width = size.width.saturating_sub(x).div_ceil(x_step);
            let height = size.height.saturating_sub(y).div_ceil(y_step);
            sum.checked_add(self.lines(width, height)?)
        })
    }

    fn lines(&self, width: u32, height: u32) -> Option<usize> {
        if width == 0 || height == 0 {
            return Some(0);
        }
        let channels: u64 = match self.colour {
            2 => 3,
            4 => 2,
            6 => 4,
            _ => 1,
        };
        let bits = u64::from(width).checked_mul(channels * u64::from(self.depth))?;
        let line = bits.div_ceil(8).checked_add(1)?;
        usize::try_from(line.checked_mul(u64::from(height))?).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header(width: u32, height: u32, rest: [u8; 5]) -> Result<Header, CleanError> {
        Header::read(&[&width.to_be_bytes()[..], &height.to_be_bytes(), &rest].concat())
    }

    #[test]
    fn scan_lines_are_counted() {
        let grey = header(10, 3, [1, 0, 0, 0, 0]).unwrap();
        assert_eq!(grey.raw_bytes(grey.size), Some(9));
        let deep = header(2, 2, [16, 6, 0, 0, 0]).unwrap();
        assert_eq!(deep.raw_bytes(deep.size), Some(34));
        // One pixel is in the first pass alone; five by five have lines in all seven.
        let woven = header(1, 1, [8, 0, 0, 0, 1]).unwrap();
        assert_eq!(woven.raw_bytes(woven.size), Some(2));
        let woven = header(5, 5, [8, 0, 0, 0, 1]).unwrap();
        assert_eq!(woven.raw_bytes(woven.size), Some(25 + 1 + 1 + 1 + 2 + 1 + 3 + 2));
    }

    #[test]
    fn what_cannot_be_is_refused() {
        assert!(header(0, 1, [8, 0, 0, 0, 0]).is_err());
        assert!(header(1, 1, [4, 2, 0, 0, 0]).is_err());
        assert!(header(1, 1, [8, 1, 0, 0, 0]).is_err());
        assert!(header(1, 1, [8, 0, 1, 0, 0]).is_err());
        assert!(header(1, 1, [8, 0, 0, 0, 2]).is_err());
        let huge = header(0x7fff_ffff, 0x7fff_ffff, [16, 6, 0, 0, 1]).unwrap();
        assert!(huge.raw_bytes(huge.size).is_none_or(|bytes| bytes > 1 << 60));
    }
}
