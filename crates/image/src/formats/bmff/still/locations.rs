//! Where the data of a still's items lie.
//!
//! In: the box `iloc` (ISO/IEC 14496-12 section 8.11.3), in each of its versions. Out: for each item its extents, in the
//! file or in the box `idat`. Data in other files or within other items, and extents without a length, are an obstacle
//! for an item that is needed.

use super::items::{Ids, TOO_MANY};
use crate::error::CleanError;
use crate::formats::bmff::boxes::{SHORT, u16_at, u32_at, u64_at, versioned};
use crate::formats::bmff::payload::Range;
use crate::formats::bmff::source::Source;

/// Extents of all items together.
const MOST_EXTENTS: usize = 16_384;

/// In what an item's extents count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    File,
    Inner,
    Elsewhere,
}

/// Where the data of an item lie.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::formats::bmff) struct Location {
    pub(super) place: Place,
    /// Start and length of each extent.
    pub(super) extents: Vec<(u64, u64)>,
}

const ODD: CleanError = CleanError::Malformed("where its picture lies cannot be read");

pub(in crate::formats::bmff) fn read(body: &[u8]) -> Result<Vec<(u32, Location)>, CleanError> {
    let (version, rest) = versioned(body)?;
    let &[sizes, more, ..] = rest else { return Err(SHORT) };
    let [offset_size, length_size] = [sizes >> 4, sizes & 0x0F];
    let (base_size, index_size) = (more >> 4, if version == 0 { 0 } else { more & 0x0F });
    if version > 2
        || [offset_size, length_size, base_size, index_size].iter().any(|s| ![0, 4, 8].contains(s))
    {
        return Err(ODD);
    }
    let ids = if version < 2 { Ids::Short } else { Ids::Long };
    let mut reader = Reader { bytes: rest, at: 2 };
    let count = reader.id(ids)?;
    let mut locations = Vec::new();
    let mut left = MOST_EXTENTS;
    for _ in 0..count {
        let number = reader.id(ids)?;
        let method = if version == 0 { 0 } else { reader.short()? & 0x0F };
        let place = match (method, reader.short()?) {
            (0, 0) => Place::File,
            (1, 0) => Place::Inner,
            _ => Place::Elsewhere,
        };
        let base = reader.number(base_size)?;
        let extent_count = usize::from(reader.short()?);
        left = left.checked_sub(extent_count + 1).ok_or(TOO_MANY)?;
        let mut extents = Vec::new();
        for _ in 0..extent_count {
            reader.number(index_size)?;
            let start = base.checked_add(reader.number(offset_size)?).ok_or(CleanError::CutOff)?;
            extents.push((start, reader.number(length_size)?));
        }
        locations.push((number, Location { place, extents }));
    }
    Ok(locations)
}

/// The location of an item; of one that has none, nothing.
pub(super) fn of(locations: &[(u32, Location)], number: u32) -> Location {
    let found = locations.iter().find(|(of, _)| *of == number);
    let nothing = Location { place: Place::File, extents: Vec::new() };
    found.map_or(nothing, |(_, location)| location.clone())
}

impl Location {
    /// Where each extent begins and ends in the file.
    pub(super) fn ranges(&self) -> Result<Vec<Range>, CleanError> {
        self.extents.iter().map(|&(start, length)| Range::of(start, length)).collect()
    }

    /// Bytes of all its extents.
    pub(super) fn length(&self) -> usize {
        let all = self.extents.iter().fold(0_u64, |all, (_, length)| all.saturating_add(*length));
        usize::try_from(all).unwrap_or(usize::MAX)
    }

    /// Its data, which lie in this box `idat`.
    pub(super) fn inside(&self, inner: &[u8]) -> Result<Vec<u8>, CleanError> {
        let mut data = Vec::new();
        for range in self.ranges()? {
            let (start, end) = (usize::try_from(range.start), usize::try_from(range.end));
            let part = start.ok().zip(end.ok()).and_then(|(start, end)| inner.get(start..end));
            data.extend_from_slice(part.ok_or(CleanError::CutOff)?);
            if data.len() > inner.len() {
                return Err(CleanError::Malformed("parts of it share their data"));
            }
        }
        Ok(data)
    }

    /// Its data, wherever they lie.
    pub(in crate::formats::bmff) fn read(
        &self,
        source: &mut Source<'_>,
        inner: &[u8],
        most: usize,
    ) -> Result<Vec<u8>, CleanError> {
        if self.extents.is_empty() || self.extents.iter().any(|&(_, length)| length == 0) {
            return Err(ODD);
        }
        match self.place {
            Place::Elsewhere => Err(ODD),
            Place::Inner => self.inside(inner),
            Place::File => {
                let mut data = Vec::new();
                for &(start, length) in &self.extents {
                    data.extend(source.read(start, length, most.saturating_sub(data.len()))?);
                }
                Ok(data)
            }
        }
    }

    /// Its entry in a new `iloc` of version 1 or 2, with starts and lengths of four bytes.
    pub(super) fn written(&self, ids: Ids, number: u32, place: &dyn Fn(u64) -> u64) -> Vec<u8> {
        let method = u16::from(self.place == Place::Inner);
        let count = u16::try_from(self.extents.len()).unwrap_or(u16::MAX);
        let mut entry = ids.written(number);
        for short in [method, 0, count] {
            entry.extend(short.to_be_bytes());
        }
        for &(start, length) in &self.extents {
            let start = if self.place == Place::Inner { start } else { place(start) };
            for number in [start, length] {
                entry.extend(u32::try_from(number).unwrap_or(u32::MAX).to_be_bytes());
            }
        }
        entry
    }
}

struct Reader<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl Reader<'_> {
    fn short(&mut self) -> Result<u16, CleanError> {
        let number = u16_at(self.bytes, self.at).ok_or(SHORT)?;
        self.at += 2;
        Ok(number)
    }

    fn id(&mut self, ids: Ids) -> Result<u32, CleanError> {
        let number = ids.read(self.bytes, self.at).ok_or(SHORT)?;
        self.at += ids.bytes();
        Ok(number)
    }

    fn number(&mut self, size: u8) -> Result<u64, CleanError> {
        let number = match size {
            0 => Some(0),
            4 => u32_at(self.bytes, self.at).map(u64::from),
            _ => u64_at(self.bytes, self.at),
        };
        self.at += usize::from(size);
        number.ok_or(SHORT)
    }
}
