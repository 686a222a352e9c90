//! Photoshop's image resources.
//!
//! In: a row of resource blocks, each `8BIM`, a number, a name and data (Adobe Photoshop File Formats
//! Specification, "Image Resource Blocks"). Out: what they say: IPTC, EXIF, XMP and thumbnails are among
//! them. JPEG carries it in APP13, a long one in several segments that are to be joined.

use super::{Gathered, exif, iptc, xmp};
use crate::exposure::{Exposure, HiddenPicture, Origin};

/// The signature of an APP13 segment that carries a part of the row.
pub(crate) const SIGNATURE: &[u8] = b"Photoshop 3.0\0";

const IPTC: u16 = 0x0404;
const THUMBNAIL_OLD: u16 = 0x0409;
const THUMBNAIL: u16 = 0x040C;
const EXIF: u16 = 0x0422;
const XMP: u16 = 0x0424;

/// Reads a row of resource blocks.
pub(crate) fn read(row: &[u8], gathered: &mut Gathered) {
    gathered.expose(Exposure::Block(Origin::Photoshop));
    let mut rest = row;
    while let Some((number, data, after)) = resource(rest) {
        rest = after;
        match number {
            IPTC => iptc::read(data, gathered),
            EXIF => gathered.nested(data.len(), |gathered| exif::read(data, gathered)),
            XMP => xmp::read(data, Origin::Xmp, gathered),
            THUMBNAIL | THUMBNAIL_OLD => gathered.expose(Exposure::Thumbnail {
                picture: HiddenPicture::Thumbnail,
                bytes: data.len(),
            }),
            _ => {}
        }
    }
}

/// The first resource of a row, and what follows it. Names and data are padded to an even length.
fn resource(row: &[u8]) -> Option<(u16, &[u8], &[u8])> {
    let rest = row.strip_prefix(b"8BIM")?;
    let (number, rest) = rest.split_first_chunk::<2>()?;
    let name = usize::from(*rest.first()?) + 1;
    let rest = rest.get(name + name % 2..)?;
    let (length, rest) = rest.split_first_chunk::<4>()?;
    let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
    let data = rest.get(..length)?;
    let after = rest.get(length.checked_add(length % 2)?..).unwrap_or_default();
    Some((u16::from_be_bytes(*number), data, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_resource_with_a_name_and_odd_data() {
        let row = b"8BIM\x04\x04\x03abc\0\0\0\x03xyz\0rest";
        assert_eq!(resource(row), Some((IPTC, b"xyz".as_slice(), b"rest".as_slice())));
        assert_eq!(resource(b"8BIM\x04\x04\0\0\0\0\0\x09xyz"), None);
        assert_eq!(resource(b"8BIM\x04\x04\xff"), None);
    }
}
