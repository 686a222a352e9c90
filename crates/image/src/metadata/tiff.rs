//! The bones of an EXIF block: is it safe to hand on, and how is the picture to be turned.
//!
//! In: a TIFF block as EXIF carries it (TIFF 6.0 section 2; CIPA DC-008 section 4.6). Out: a [`Survey`], or
//! nothing where the block is built so that reading it would cost far more than its size: directories
//! that point at each other, or thousands of values that share their bytes. It reads one value itself,
//! the orientation; the rest is `exif`'s.

/// What a survey of an EXIF block saw.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Survey {
    /// 1 to 8, where the main directory says it.
    pub(crate) orientation: Option<u8>,
}

/// Entries in all directories together; cameras write some hundreds.
const MOST_ENTRIES: usize = 8192;
/// Bytes of all values together.
const MOST_VALUE_BYTES: usize = 16 << 20;
/// Bytes of one text; cameras write some dozens, people some hundreds.
const MOST_TEXT_BYTES: usize = 1 << 20;
/// Directories in the main chain.
const MOST_DIRECTORIES: usize = 8;

const ORIENTATION: u16 = 0x0112;
const EXIF_DIRECTORY: u16 = 0x8769;
const GPS_DIRECTORY: u16 = 0x8825;
const INTEROPERABILITY_DIRECTORY: u16 = 0xA005;

/// Looks over a block; `None` if it is not one, or not safe.
pub(crate) fn survey(block: &[u8]) -> Option<Survey> {
    let mut surveyor = Surveyor {
        block,
        little: match block.get(..4)? {
            b"II*\0" => true,
            b"MM\0*" => false,
            _ => return None,
        },
        entries_left: MOST_ENTRIES,
        values_left: MOST_VALUE_BYTES,
        orientation: None,
    };
    let mut next = surveyor.long(4).unwrap_or_default();
    for number in 0..MOST_DIRECTORIES {
        if next == 0 {
            break;
        }
        let level = if number == 0 { Level::Main } else { Level::Further };
        next = surveyor.directory(next, level).ok()?.unwrap_or_default();
    }
    Some(Survey { orientation: surveyor.orientation })
}

/// An EXIF block that says how to turn the picture, and nothing else.
pub(crate) fn orientation_block(orientation: u8) -> [u8; 26] {
    let mut block = *b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0";
    block[19] = orientation;
    block
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Level {
    Main,
    Further,
    Exif,
    Leaf,
}

/// A block costs more to read than it may.
struct TooMuch;

struct Surveyor<'b> {
    block: &'b [u8],
    little: bool,
    entries_left: usize,
    values_left: usize,
    orientation: Option<u8>,
}

impl Surveyor<'_> {
    /// Goes over a directory and those below it. Out: where the next one stands, if it says so.
    fn directory(&mut self, at: usize, level: Level) -> Result<Option<usize>, TooMuch> {
        let Some(count) = self.short(at) else { return Ok(None) };
        for number in 0..usize::from(count) {
            let entry = at + 2 + 12 * number;
            let Some((tag, kind)) = self.short(entry).zip(self.short(entry + 2)) else {
                return Ok(None);
            };
            let Some((count, value)) = self.long(entry + 4).zip(self.long(entry + 8)) else {
                return Ok(None);
            };
            self.entries_left = self.entries_left.checked_sub(1).ok_or(TooMuch)?;
            self.spend(kind, count)?;
            let below = match (level, tag) {
                (Level::Main | Level::Further, EXIF_DIRECTORY) => Some(Level::Exif),
                (Level::Main | Level::Further, GPS_DIRECTORY)
                | (Level::Exif, INTEROPERABILITY_DIRECTORY) => Some(Level::Leaf),
                _ => None,
            };
            if let Some(below) = below {
                self.directory(value, below)?;
            } else if level == Level::Main && tag == ORIENTATION && self.orientation.is_none() {
                self.orientation = self.turn(kind, entry + 8);
            }
        }
        Ok(self.long(at + 2 + 12 * usize::from(count)))
    }

    /// A value that does not fit into the block is never read, and costs nothing.
    fn spend(&mut self, kind: u16, count: usize) -> Result<(), TooMuch> {
        let unit = match kind {
            1 | 2 | 6 | 7 => 1,
            3 | 8 => 2,
            4 | 9 | 11 => 4,
            5 | 10 | 12 => 8,
            _ => 0,
        };
        let bytes = count.saturating_mul(unit);
        if bytes > self.block.len() {
            return Ok(());
        }
        if kind == 2 && bytes > MOST_TEXT_BYTES {
            return Err(TooMuch);
        }
        self.values_left = self.values_left.checked_sub(bytes).ok_or(TooMuch)?;
        Ok(())
    }

    fn turn(&self, kind: u16, at: usize) -> Option<u8> {
        let value = match kind {
            1 => usize::from(*self.block.get(at)?),
            3 => usize::from(self.short(at)?),
            4 => self.long(at)?,
            _ => return None,
        };
        u8::try_from(value).ok().filter(|value| (1..=8).contains(value))
    }

    fn short(&self, at: usize) -> Option<u16> {
        let bytes = *self.block.get(at..)?.first_chunk::<2>()?;
        Some(if self.little { u16::from_le_bytes(bytes) } else { u16::from_be_bytes(bytes) })
    }

    fn long(&self, at: usize) -> Option<usize> {
        let bytes = *self.block.get(at..)?.first_chunk::<4>()?;
        let long = if self.little { u32::from_le_bytes(bytes) } else { u32::from_be_bytes(bytes) };
        usize::try_from(long).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_own_block_says_one_thing() {
        for orientation in 1..=8 {
            let block = orientation_block(orientation);
            assert_eq!(survey(&block), Some(Survey { orientation: Some(orientation) }));
        }
        assert_eq!(survey(&orientation_block(9)), Some(Survey { orientation: None }));
    }

    #[test]
    fn directories_that_point_at_each_other_are_refused() {
        // A main directory of 400 pointers to an EXIF directory of 400 entries.
        let mut block = b"II*\0\x08\0\0\0".to_vec();
        let directory = |tag: u16, value: u32| {
            let mut bytes = 400u16.to_le_bytes().to_vec();
            for _ in 0..400 {
                bytes.extend(tag.to_le_bytes());
                bytes.extend(4u16.to_le_bytes());
                bytes.extend(1u32.to_le_bytes());
                bytes.extend(value.to_le_bytes());
            }
            bytes.extend([0; 4]);
            bytes
        };
        let below = 8 + 6 + 4800;
        block.extend(directory(EXIF_DIRECTORY, below));
        block.extend(directory(0x9999, 0));
        assert_eq!(survey(&block), None);
        // A chain that comes back to itself ends.
        let mut chain = b"II*\0\x08\0\0\0\0\0\x08\0\0\0".to_vec();
        assert_eq!(survey(&chain), Some(Survey { orientation: None }));
        chain.truncate(9);
        assert_eq!(survey(&chain), Some(Survey { orientation: None }));
    }
}
