//! The directories of a TIFF: where they stand and what is in them.
//!
//! TIFF 6.0, section 2; `BigTIFF` has the same with wider numbers. Nothing is believed of a place or a count
//! before it was seen to lie within the file.

use crate::error::CleanError;

/// In what order and how wide numbers are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Layout {
    pub(super) little: bool,
    pub(super) big: bool,
}

/// A directory.
pub(super) struct Directory<'b> {
    /// All its bytes.
    pub(super) whole: &'b [u8],
    /// Its entries, as they stand.
    pub(super) entries: Vec<Entry<'b>>,
    /// Where the next one stands; 0 where there is none.
    pub(super) next: usize,
}

/// An entry of a directory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Entry<'b> {
    pub(super) tag: u16,
    pub(super) kind: u16,
    /// Tag, type and count, as they stand.
    pub(super) head: &'b [u8],
    /// The value, wherever it stands; empty where its type is not known or it lies outside the file.
    pub(super) value: &'b [u8],
    pub(super) reach: Reach,
}

/// Whether the value of an entry could be reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    Whole,
    /// Its type is not known.
    Unknown,
    /// It lies outside the file, in whole or in part.
    Outside,
}

/// Entries that a directory may have; cameras write some dozens.
const MOST_ENTRIES: usize = 4096;

const BYTE: u16 = 1;
pub(super) const TEXT: u16 = 2;
const SHORT: u16 = 3;
const LONG: u16 = 4;
pub(super) const UNDEFINED: u16 = 7;
const DIRECTORY: u16 = 13;
const LONG8: u16 = 16;
const DIRECTORY8: u16 = 18;

/// Bytes of one number of a type; `None` for a type that is not known.
pub(super) fn unit(kind: u16) -> Option<usize> {
    match kind {
        BYTE | TEXT | 6 | UNDEFINED => Some(1),
        SHORT | 8 => Some(2),
        LONG | 9 | 11 | DIRECTORY => Some(4),
        5 | 10 | 12 | LONG8 | 17 | DIRECTORY8 => Some(8),
        _ => None,
    }
}

impl Layout {
    /// Reads the front of a file. Out: how to read it, and where its first directory stands.
    pub(super) fn read(bytes: &[u8]) -> Result<(Self, usize), CleanError> {
        const WRONG: CleanError = CleanError::Malformed("it does not begin as a TIFF does");
        let order = bytes.first_chunk::<4>().ok_or(CleanError::CutOff)?;
        let (little, big) = match order {
            b"II*\0" => (true, false),
            b"MM\0*" => (false, false),
            b"II+\0" => (true, true),
            b"MM\0+" => (false, true),
            _ => return Err(WRONG),
        };
        let layout = Self { little, big };
        if big && (layout.short(bytes, 4) != Some(8) || layout.short(bytes, 6) != Some(0)) {
            return Err(if bytes.len() < 8 { CleanError::CutOff } else { WRONG });
        }
        let first = layout.place(bytes, if big { 8 } else { 4 }).ok_or(CleanError::CutOff)?;
        Ok((layout, first))
    }

    /// Bytes before the first directory may begin.
    pub(super) const fn header(self) -> usize {
        if self.big { 16 } else { 8 }
    }

    /// Bytes of a place, and of a value that stands in its entry.
    pub(super) const fn place_bytes(self) -> usize {
        if self.big { 8 } else { 4 }
    }

    /// Bytes of the tag, type and count of an entry.
    pub(super) const fn head_bytes(self) -> usize {
        if self.big { 12 } else { 8 }
    }

    /// Bytes of the number of entries.
    pub(super) const fn count_bytes(self) -> usize {
        if self.big { 8 } else { 2 }
    }

    pub(super) fn short(self, bytes: &[u8], at: usize) -> Option<u16> {
        let short = *bytes.get(at..)?.first_chunk::<2>()?;
        Some(if self.little { u16::from_le_bytes(short) } else { u16::from_be_bytes(short) })
    }

    pub(super) fn long(self, bytes: &[u8], at: usize) -> Option<u32> {
        let long = *bytes.get(at..)?.first_chunk::<4>()?;
        Some(if self.little { u32::from_le_bytes(long) } else { u32::from_be_bytes(long) })
    }

    fn long8(self, bytes: &[u8], at: usize) -> Option<u64> {
        let long = *bytes.get(at..)?.first_chunk::<8>()?;
        Some(if self.little { u64::from_le_bytes(long) } else { u64::from_be_bytes(long) })
    }

    /// A place, or a count of the same width.
    fn place(self, bytes: &[u8], at: usize) -> Option<usize> {
        let place = if self.big { self.long8(bytes, at)? } else { self.long(bytes, at)?.into() };
        usize::try_from(place).ok()
    }

    pub(super) fn put_short(self, value: u16) -> [u8; 2] {
        if self.little { value.to_le_bytes() } else { value.to_be_bytes() }
    }

    /// A place or a number of that width. Every place lies in a file whose own length fits.
    pub(super) fn put_place(self, value: usize, out: &mut Vec<u8>) {
        if self.big {
            let value = value as u64;
            out.extend(if self.little { value.to_le_bytes() } else { value.to_be_bytes() });
        } else {
            let value = u32::try_from(value).unwrap_or(u32::MAX);
            out.extend(if self.little { value.to_le_bytes() } else { value.to_be_bytes() });
        }
    }
}

impl<'b> Directory<'b> {
    /// Reads the directory at a place.
    pub(super) fn read(bytes: &'b [u8], layout: Layout, at: usize) -> Result<Self, CleanError> {
        let count = if layout.big {
            layout.place(bytes, at)
        } else {
            layout.short(bytes, at).map(usize::from)
        };
        let count = count.ok_or(CleanError::CutOff)?;
        if count == 0 || count > MOST_ENTRIES {
            return Err(CleanError::Malformed("a directory in it has no proper length"));
        }
        let width = layout.head_bytes() + layout.place_bytes();
        let first = layout.count_bytes();
        let length = first + count * width + layout.place_bytes();
        let rest = bytes.get(at..).ok_or(CleanError::CutOff)?;
        let whole = match rest.get(..length) {
            Some(whole) => whole,
            // Some writers forget that a next one could follow, where the file ends.
            None => rest
                .get(..length - layout.place_bytes())
                .filter(|whole| whole.len() == rest.len())
                .ok_or(CleanError::CutOff)?,
        };
        let next = layout.place(whole, first + count * width).unwrap_or_default();
        let entries = (0..count)
            .filter_map(|number| Entry::read(bytes, layout, at + first + number * width))
            .collect();
        Ok(Self { whole, entries, next })
    }

    /// The first entry of a tag.
    pub(super) fn entry(&self, tag: u16) -> Option<&Entry<'b>> {
        self.entries.iter().find(|entry| entry.tag == tag)
    }

    /// The first number of an entry, where there is one.
    pub(super) fn number(&self, layout: Layout, tag: u16) -> Option<u64> {
        self.entry(tag)?.number(layout, 0)
    }
}

impl<'b> Entry<'b> {
    fn read(bytes: &'b [u8], layout: Layout, at: usize) -> Option<Self> {
        let head = bytes.get(at..at + layout.head_bytes())?;
        let (tag, kind) = (layout.short(head, 0)?, layout.short(head, 2)?);
        let count = layout.place(head, 4);
        let (value, reach) = match (unit(kind), count) {
            (None, _) => (&[][..], Reach::Unknown),
            (Some(_), None) => (&[][..], Reach::Outside),
            (Some(unit), Some(count)) => {
                let length = count.saturating_mul(unit);
                let here = at + layout.head_bytes();
                let start = if length <= layout.place_bytes() {
                    Some(here)
                } else {
                    layout.place(bytes, here)
                };
                let value = start.and_then(|start| bytes.get(start..start.checked_add(length)?));
                value.map_or((&[][..], Reach::Outside), |value| (value, Reach::Whole))
            }
        };
        Some(Self { tag, kind, head, value, reach })
    }

    /// How many numbers it has.
    pub(super) fn count(&self) -> usize {
        unit(self.kind).map_or(0, |unit| self.value.len() / unit)
    }

    /// One of its numbers, if it is of whole ones.
    pub(super) fn number(&self, layout: Layout, index: usize) -> Option<u64> {
        let at = index.checked_mul(unit(self.kind)?)?;
        match self.kind {
            BYTE | UNDEFINED => self.value.get(at).copied().map(u64::from),
            SHORT => layout.short(self.value, at).map(u64::from),
            LONG | DIRECTORY => layout.long(self.value, at).map(u64::from),
            LONG8 | DIRECTORY8 => layout.long8(self.value, at),
            _ => None,
        }
    }

    /// One of its numbers as a place or length in memory.
    pub(super) fn place(&self, layout: Layout, index: usize) -> Option<usize> {
        self.number(layout, index).and_then(|number| usize::try_from(number).ok())
    }
}
