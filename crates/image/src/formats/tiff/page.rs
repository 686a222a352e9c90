//! One page of a TIFF: its kept entries and its picture data.
//!
//! The number and length of strips and tiles follow from the size of the page (TIFF 6.0, sections 3 and 15). What
//! is longer is cut to what is needed, and what is shorter holds.

use super::data::{self, Packing};
use super::directory::{Directory, Entry, Layout, Reach, TEXT, UNDEFINED};
use super::tags::{self, MOST_SAMPLES, Most, Need};
use crate::error::CleanError;
use crate::examination::Size;
use crate::format::Format;
use crate::formats::{jpeg, profile};

/// A page that is shown.
pub(super) struct Page<'b> {
    pub(super) size: Size,
    /// Kept entries by tag, without the places and lengths of picture data.
    pub(super) entries: Vec<Entry<'b>>,
    pub(super) tiled: bool,
    /// Strips or tiles: as they stand, and as far as they are needed.
    pub(super) data: Vec<Stretch<'b>>,
}

/// A strip or tile: as it stands, and as far as it is needed.
type Stretch<'b> = (&'b [u8], &'b [u8]);

const WRONG: CleanError = CleanError::Malformed("a page of it does not say how it is built");
const LENGTH: CleanError = CleanError::Malformed("its picture data are not of the right length");
const COLOUR_FILTER: u64 = 32803;
const LINEAR_RAW: u64 = 34892;
const LUMINANCE: u64 = 6;

/// True if a directory belongs to a camera's raw file.
pub(super) fn is_raw(directory: &Directory<'_>, layout: Layout) -> bool {
    directory.entry(tags::DNG).is_some()
        || matches!(directory.number(layout, tags::PHOTOMETRIC), Some(COLOUR_FILTER | LINEAR_RAW))
}

impl<'b> Page<'b> {
    /// Reads a page; `None` for a directory that holds a thumbnail in the way of EXIF and no page.
    pub(super) fn read(
        bytes: &'b [u8],
        layout: Layout,
        directory: &Directory<'b>,
    ) -> Result<Option<Self>, CleanError> {
        if is_raw(directory, layout) {
            return Err(CleanError::Unsupported(Format::Raw));
        }
        let has = |tag| directory.entry(tag).is_some();
        let tiled = has(tags::TILE_PLACES);
        if !tiled && !has(tags::STRIP_PLACES) && has(tags::JPEG_PICTURE) {
            return Ok(None);
        }
        let entries = kept(directory, layout)?;
        let plan = Plan::read(directory, layout, tiled)?;
        let data = plan.data(bytes, layout, directory)?;
        Ok(Some(Self { size: plan.size, entries, tiled, data }))
    }
}

/// The entries that are kept, in order, each tag once.
fn kept<'b>(directory: &Directory<'b>, layout: Layout) -> Result<Vec<Entry<'b>>, CleanError> {
    let bits = directory.number(layout, tags::BITS).unwrap_or(1);
    // Of a page in JPEG the kind is written anew: without it some programs take the page for a preview.
    let renewed =
        (directory.number(layout, tags::COMPRESSION) == Some(tags::JPEG)).then_some(tags::SUBFILE);
    let mut kept: Vec<Entry<'b>> = Vec::new();
    for entry in &directory.entries {
        let Some((need, most)) = tags::kept(entry.tag) else { continue };
        if renewed == Some(entry.tag) || kept.iter().any(|other| other.tag == entry.tag) {
            continue;
        }
        match sound(entry, most, bits) {
            Ok(()) => kept.push(*entry),
            Err(problem) if need == Need::Pixels => return Err(problem),
            Err(_) => {}
        }
    }
    kept.sort_by_key(|entry| entry.tag);
    Ok(kept)
}

/// Nothing, if an entry has numbers as it should and no more.
fn sound(entry: &Entry<'_>, most: Most, bits: u64) -> Result<(), CleanError> {
    match entry.reach {
        Reach::Whole => {}
        Reach::Unknown => return Err(WRONG),
        Reach::Outside => return Err(CleanError::CutOff),
    }
    let most = match (entry.tag, most) {
        (tags::PROFILE, _) => return profile::validate(entry.value),
        (tags::JPEG_TABLES, _) => {
            let length = jpeg::bare(entry.value, jpeg::Part::Tables)?;
            return if length == entry.value.len() { Ok(()) } else { Err(LENGTH) };
        }
        (_, Most::Of(most)) => most,
        (_, Most::Shades(times)) => times << bits.min(16),
        (_, Most::Looked) => return Err(WRONG),
    };
    let words = matches!(entry.kind, TEXT | UNDEFINED);
    if words || entry.value.is_empty() || entry.count() > most { Err(WRONG) } else { Ok(()) }
}

/// How the picture data of a page are cut up.
struct Plan {
    size: Size,
    packing: Packing,
    tiled: bool,
    /// Bits of the samples of a pixel.
    bits: Vec<u64>,
    planar: bool,
    /// Width and height of a strip or tile.
    width: u64,
    rows: u64,
    /// Luminance samples across and down for each pair of colours, where those are fewer.
    subsampling: Option<(u64, u64)>,
}

impl Plan {
    fn read(directory: &Directory<'_>, layout: Layout, tiled: bool) -> Result<Self, CleanError> {
        let number = |tag| directory.number(layout, tag);
        let side =
            |tag| number(tag).and_then(|side| u32::try_from(side).ok()).filter(|&side| side > 0);
        let (width, height) = side(tags::WIDTH).zip(side(tags::HEIGHT)).ok_or(WRONG)?;
        let samples = usize::try_from(number(tags::SAMPLES).unwrap_or(1)).map_err(|_| WRONG)?;
        if samples == 0 || samples > MOST_SAMPLES {
            return Err(WRONG);
        }
        let bits = match directory.entry(tags::BITS) {
            None => vec![1; samples],
            Some(entry) if entry.count() == 1 => vec![number(tags::BITS).ok_or(WRONG)?; samples],
            Some(entry) => (0..samples)
                .map(|index| entry.number(layout, index))
                .collect::<Option<_>>()
                .ok_or(WRONG)?,
        };
        if bits.iter().any(|&bits| bits == 0 || bits > 64) {
            return Err(WRONG);
        }
        let packing = Packing::of(number(tags::COMPRESSION).unwrap_or(1))?;
        let (chunk_width, rows) = if tiled {
            number(tags::TILE_WIDTH).zip(number(tags::TILE_HEIGHT)).ok_or(WRONG)?
        } else {
            let rows = number(tags::STRIP_ROWS).unwrap_or(u64::MAX);
            (u64::from(width), rows.min(u64::from(height)))
        };
        if chunk_width == 0 || rows == 0 || chunk_width > 1 << 20 || rows > 1 << 32 {
            return Err(WRONG);
        }
        let planar = number(tags::PLANAR) == Some(2);
        let subsampled = !planar && number(tags::PHOTOMETRIC) == Some(LUMINANCE);
        let subsampling = subsampled.then(|| {
            let entry = directory.entry(tags::SUBSAMPLING);
            let side = |index| entry.and_then(|entry| entry.number(layout, index));
            (side(0).unwrap_or(2), side(1).unwrap_or(2))
        });
        if subsampling.is_some_and(|(x, y)| !matches!((x, y), (1 | 2 | 4, 1 | 2 | 4))) {
            return Err(WRONG);
        }
        let size = Size { width, height };
        Ok(Self { size, packing, tiled, bits, planar, width: chunk_width, rows, subsampling })
    }

    fn data<'b>(
        &self,
        bytes: &'b [u8],
        layout: Layout,
        directory: &Directory<'b>,
    ) -> Result<Vec<Stretch<'b>>, CleanError> {
        let (places, lengths) = if self.tiled {
            (tags::TILE_PLACES, tags::TILE_LENGTHS)
        } else {
            (tags::STRIP_PLACES, tags::STRIP_LENGTHS)
        };
        let places = directory.entry(places).ok_or(WRONG)?;
        let lengths = directory.entry(lengths);
        let reached = |entry: &Entry<'_>| entry.reach != Reach::Outside;
        if !reached(places) || !lengths.is_none_or(reached) {
            return Err(CleanError::CutOff);
        }
        let height = u64::from(self.size.height);
        let across = if self.tiled { u64::from(self.size.width).div_ceil(self.width) } else { 1 };
        let of_plane = across * height.div_ceil(self.rows);
        let planes = if self.planar { self.bits.len() as u64 } else { 1 };
        let chunks = usize::try_from(of_plane * planes).map_err(|_| WRONG)?;
        if places.count() < chunks {
            return Err(LENGTH);
        }
        let mut data = Vec::new();
        let mut total = 0usize;
        for index in 0..chunks {
            let at = index as u64;
            let rows = if self.tiled {
                self.rows
            } else {
                self.rows.min(height - at % of_plane * self.rows)
            };
            let plane = usize::try_from(at / of_plane).unwrap_or_default();
            let (wanted, most) = (self.unpacked(rows, plane), self.unpacked(self.rows, plane));
            let place = places.place(layout, index).ok_or(WRONG)?;
            let length = match lengths {
                Some(lengths) => lengths.place(layout, index).ok_or(LENGTH)?,
                // Old writers left the length out where there is but one strip.
                None if chunks == 1 && self.packing == Packing::None => {
                    usize::try_from(wanted).map_err(|_| LENGTH)?
                }
                None => return Err(LENGTH),
            };
            let end = place.checked_add(length).ok_or(CleanError::CutOff)?;
            let whole = bytes.get(place..end).ok_or(CleanError::CutOff)?;
            // Strips that share their bytes could make a copy far larger than the file.
            total = total.saturating_add(length);
            if total > bytes.len() {
                return Err(CleanError::Malformed("its parts overlap"));
            }
            data.push((whole, data::needed(self.packing, whole, wanted, most)?));
        }
        Ok(data)
    }

    /// Bytes of so many rows of a plane when they are unpacked.
    fn unpacked(&self, rows: u64, plane: usize) -> u64 {
        if let Some((x, y)) = self.subsampling {
            let bits = self.bits.first().copied().unwrap_or(8);
            let units = self.width.div_ceil(x).saturating_mul(rows.div_ceil(y));
            return units.saturating_mul((x * y + 2) * bits / 8);
        }
        let bits = if self.planar {
            self.bits.get(plane).copied().unwrap_or(8)
        } else {
            self.bits.iter().sum()
        };
        self.width.saturating_mul(bits).div_ceil(8).saturating_mul(rows)
    }
}
