//! The segments of a JPEG that a decoder needs, to the last byte.
//!
//! Each is built exactly as ITU-T T.81 annex B.2 says, or it is an obstacle: bytes left over in a table
//! would be carried into the copy unseen.

use crate::error::CleanError;
use crate::examination::Size;

/// A frame header: what the scans may refer to.
pub(super) struct Frame {
    /// The size of the picture; a height of 0 is given later.
    pub(super) size: Size,
    components: Vec<u8>,
}

impl Frame {
    /// Reads a frame header. Baseline, extended and progressive frames, coded by Huffman or arithmetic
    /// (section B.2.2, table B.1); lossless and hierarchical ones are an obstacle.
    pub(super) fn read(marker: u8, body: &[u8]) -> Result<Self, CleanError> {
        const WRONG: CleanError = CleanError::Malformed("its header is wrong");
        if !matches!(marker, 0xC0..=0xC2 | 0xC9 | 0xCA) {
            return Err(CleanError::Malformed("it is a JPEG of a kind that few programs open"));
        }
        let &[precision, y1, y0, x1, x0, count, ref components @ ..] = body else {
            return Err(WRONG);
        };
        let size = Size {
            width: u32::from(u16::from_be_bytes([x1, x0])),
            height: u32::from(u16::from_be_bytes([y1, y0])),
        };
        let (components, rest) = components.as_chunks::<3>();
        let fits = matches!(precision, 8 | 12)
            && matches!(count, 1..=4)
            && components.len() == usize::from(count)
            && rest.is_empty()
            && size.width > 0;
        let sampled = |&[_, sampling, table]: &[u8; 3]| {
            matches!(sampling >> 4, 1..=4) && matches!(sampling & 15, 1..=4) && table <= 3
        };
        if !fits || !components.iter().all(sampled) {
            return Err(WRONG);
        }
        Ok(Self { size, components: components.iter().map(|&[id, _, _]| id).collect() })
    }

    /// Nothing, if a scan header (section B.2.3) is for this frame.
    pub(super) fn allows_scan(&self, body: &[u8]) -> Result<(), CleanError> {
        let fits = match body {
            &[count, ref rest @ ..] if matches!(count, 1..=4) => {
                let (components, rest) =
                    rest.split_at_checked(2 * usize::from(count)).unwrap_or_default();
                let (components, _) = components.as_chunks::<2>();
                let known = |&[id, tables]: &[u8; 2]| {
                    self.components.contains(&id) && tables >> 4 <= 3 && tables & 15 <= 3
                };
                components.len() == usize::from(count)
                    && components.iter().all(known)
                    && matches!(rest, &[from, to, _] if from <= 63 && to <= 63)
            }
            _ => false,
        };
        if fits { Ok(()) } else { Err(CleanError::Malformed("a scan header is wrong")) }
    }
}

/// Nothing, if this is a row of quantisation tables (section B.2.4.1).
pub(super) fn quantisation_tables(mut body: &[u8]) -> Result<(), CleanError> {
    const WRONG: CleanError = CleanError::Malformed("a quantisation table is wrong");
    while let Some((&head, rest)) = body.split_first() {
        let length = match head >> 4 {
            0 => 64,
            1 => 128,
            _ => return Err(WRONG),
        };
        if head & 15 > 3 {
            return Err(WRONG);
        }
        body = rest.get(length..).ok_or(WRONG)?;
    }
    Ok(())
}

/// Nothing, if this is a row of Huffman tables (section B.2.4.2).
pub(super) fn huffman_tables(mut body: &[u8]) -> Result<(), CleanError> {
    const WRONG: CleanError = CleanError::Malformed("a code table is wrong");
    while let Some((&head, rest)) = body.split_first() {
        let (counts, rest) = rest.split_first_chunk::<16>().ok_or(WRONG)?;
        let codes = counts.iter().map(|&count| usize::from(count)).sum::<usize>();
        if head >> 4 > 1 || head & 15 > 3 || codes > 256 {
            return Err(WRONG);
        }
        body = rest.get(codes..).ok_or(WRONG)?;
    }
    Ok(())
}

/// Nothing, if this is a row of arithmetic conditioning values (section B.2.4.3).
pub(super) fn arithmetic_conditioning(body: &[u8]) -> Result<(), CleanError> {
    let (pairs, rest) = body.as_chunks::<2>();
    let fits = rest.is_empty() && pairs.iter().all(|&[head, _]| head >> 4 <= 1 && head & 15 <= 3);
    if fits { Ok(()) } else { Err(CleanError::Malformed("a conditioning table is wrong")) }
}

/// The one number of a DRI or DNL segment (sections B.2.4.4, B.2.5).
pub(super) fn word(body: &[u8]) -> Result<u16, CleanError> {
    match body {
        &[high, low] => Ok(u16::from_be_bytes([high, low])),
        _ => Err(CleanError::Malformed("a number in it has the wrong length")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_with_a_byte_to_spare_is_refused() {
        let mut table = vec![0x00];
        table.extend([16; 64]);
        assert_eq!(quantisation_tables(&table), Ok(()));
        table.push(0);
        assert!(quantisation_tables(&table).is_err());

        let mut codes = vec![0x10];
        codes.extend([0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7, 9]);
        assert_eq!(huffman_tables(&codes), Ok(()));
        assert!(huffman_tables(&codes[..18]).is_err());
        codes.push(0);
        assert!(huffman_tables(&codes).is_err());

        assert_eq!(word(&[1, 0]), Ok(256));
        assert!(word(&[1, 0, 0]).is_err());
        assert!(arithmetic_conditioning(&[0x20, 0]).is_err());
    }

    #[test]
    fn a_scan_names_components_of_its_frame() {
        let frame = Frame::read(0xC0, &[8, 0, 9, 0, 16, 1, 1, 0x11, 0]).expect("a grey frame");
        assert_eq!(frame.size, Size { width: 16, height: 9 });
        assert_eq!(frame.allows_scan(&[1, 1, 0, 0, 63, 0]), Ok(()));
        assert!(frame.allows_scan(&[1, 2, 0, 0, 63, 0]).is_err());
        assert!(frame.allows_scan(&[1, 1, 0, 0, 63, 0, 0]).is_err());
        assert!(Frame::read(0xC3, &[8, 0, 9, 0, 16, 1, 1, 0x11, 0]).is_err());
    }
}
