//! Boxes, the bricks of ISO base media files (ISO/IEC 14496-12 section 4.2; `QuickTime` calls them atoms).
//!
//! In: bytes in memory, the content of a box. Out: the boxes in it, one behind the other, each whole or an
//! error. A box has a length and a kind of four letters; nothing here descends by itself, so that the depth
//! of a file is that of the code that reads it. Numbers stand with the high byte first.

use crate::error::CleanError;

/// What a box is, in four letters.
pub(super) type Kind = [u8; 4];

/// A box in memory.
#[derive(Clone, Copy)]
pub(super) struct Boxed<'b> {
    /// What it is.
    pub(super) kind: Kind,
    /// Its content, behind length and kind.
    pub(super) body: &'b [u8],
}

/// Bytes of a box's length and kind.
pub(super) const HEAD: usize = 8;

/// The boxes in the content of another, as far as they are whole: an error is the last that comes.
pub(super) fn boxes(bytes: &[u8]) -> Boxes<'_> {
    Boxes { rest: bytes }
}

/// Goes over boxes that follow one another.
pub(super) struct Boxes<'b> {
    rest: &'b [u8],
}

impl<'b> Iterator for Boxes<'b> {
    type Item = Result<Boxed<'b>, CleanError>;

    fn next(&mut self) -> Option<Self::Item> {
        // QuickTime ends some lists with zeros.
        if self.rest.iter().all(|&byte| byte == 0) {
            return None;
        }
        let taken = split(self.rest);
        self.rest = taken.map_or(&[], |(_, rest)| rest);
        Some(taken.map(|(taken, _)| taken).ok_or(CleanError::Malformed("a part of it has no end")))
    }
}

fn split(bytes: &[u8]) -> Option<(Boxed<'_>, &[u8])> {
    let kind: Kind = bytes.get(4..8)?.try_into().ok()?;
    let (head, length) = match u32_at(bytes, 0)? {
        1 => (16, usize::try_from(u64_at(bytes, 8)?).ok()?),
        length => (HEAD, usize::try_from(length).ok()?),
    };
    let body = bytes.get(head..length)?;
    Some((Boxed { kind, body }, bytes.get(length..)?))
}

/// Writes a box. Its parts are from a box that was in memory or made here, and fit into its length.
pub(super) fn boxed(kind: Kind, parts: &[&[u8]]) -> Vec<u8> {
    let length = HEAD + parts.iter().map(|part| part.len()).sum::<usize>();
    let mut bytes = Vec::with_capacity(length);
    bytes.extend(u32::try_from(length).unwrap_or(u32::MAX).to_be_bytes());
    bytes.extend(kind);
    for part in parts {
        bytes.extend_from_slice(part);
    }
    bytes
}

/// The version and the content behind version and flags of a box that has these.
pub(super) fn versioned(body: &[u8]) -> Result<(u8, &[u8]), CleanError> {
    match body {
        [version, _, _, _, rest @ ..] => Ok((*version, rest)),
        _ => Err(SHORT),
    }
}

/// The flags of a box that has version and flags.
pub(super) fn flags(body: &[u8]) -> u32 {
    u32_at(body, 0).unwrap_or_default() & 0x00FF_FFFF
}

/// A box ends before what it must hold.
pub(super) const SHORT: CleanError = CleanError::Malformed("a part of it is too short");

pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..)?.first_chunk().copied().map(u16::from_be_bytes)
}

pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..)?.first_chunk().copied().map(u32::from_be_bytes)
}

pub(super) fn u64_at(bytes: &[u8], at: usize) -> Option<u64> {
    bytes.get(at..)?.first_chunk().copied().map(u64::from_be_bytes)
}

/// Puts zeros over a stretch, as far as there is one.
pub(super) fn blank(bytes: &mut [u8], range: std::ops::Range<usize>) {
    if let Some(stretch) = bytes.get_mut(range) {
        stretch.fill(0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boxes_are_whole_or_an_error() {
        let two = [boxed(*b"free", &[b"abc"]), boxed(*b"skip", &[])].concat();
        let read: Vec<_> = boxes(&two).map(|found| found.unwrap().body.len()).collect();
        assert_eq!(read, [3, 0]);
        assert!(boxes(&two[..18]).last().unwrap().is_err());
        assert!(boxes(b"\0\0\0\x04free").last().unwrap().is_err());
        assert!(boxes(b"\0\0\0\x01free\xff\xff\xff\xff\xff\xff\xff\xff").last().unwrap().is_err());
        assert_eq!(boxes(b"\0\0\0\0").count(), 0);
        let wide = b"\0\0\0\x01free\0\0\0\0\0\0\0\x11x";
        assert_eq!(boxes(wide).next().unwrap().unwrap().body, b"x");
    }
}
