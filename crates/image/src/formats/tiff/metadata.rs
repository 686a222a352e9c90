//! What the dropped entries of a TIFF say.
//!
//! EXIF and GPS stand in directories of their own below a page (CIPA DC-008, section 4.6.3). Of what is dropped of
//! a page a small EXIF block is made and read as any other is: so `BigTIFF`, later pages and huge files are
//! read as well, and no picture data.

use super::super::{Fate, Walk};
use super::directory::{Directory, Entry, Layout, UNDEFINED, unit};
use super::{cover, mark, page, tags};
use crate::error::CleanError;
use crate::exposure::{Exposure, HiddenPicture, Location};
use crate::format::Format;
use crate::metadata::{Gathered, exif};

/// Which directory an entry stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Level {
    Page,
    Exif,
    Gps,
    Interoperability,
}

const LEVELS: [Level; 4] = [Level::Page, Level::Exif, Level::Gps, Level::Interoperability];

/// Sub-directories with pictures that are looked at.
const MOST_SUB_PICTURES: usize = 16;
/// Bytes of one value beyond which it holds no words that a person wrote.
const LONGEST: usize = 1 << 20;
const XMP: u16 = 700;
const IPTC: u16 = 33723;
const PHOTOSHOP: u16 = 34377;
/// Places on the Earth in the way of map makers (OGC `GeoTIFF` 1.1, section 7.1).
const MAP: [u16; 6] = [33550, 33922, 34264, 34735, 34736, 34737];

fn mark_of(level: Level, entry: &Entry<'_>) -> u32 {
    (level as u32) << 28 | u32::from(entry.kind & 0xFF) << 16 | u32::from(entry.tag)
}

/// Notes the entries of a page that are not kept, and those of the directories below it.
pub(super) fn note_dropped<'b>(
    walk: &mut Walk<'b>,
    covered: &mut Vec<(usize, usize)>,
    bytes: &'b [u8],
    layout: Layout,
    directory: &Directory<'b>,
) -> Result<(), CleanError> {
    let mut below = Vec::new();
    for entry in &directory.entries {
        match entry.tag {
            tag if tags::kept(tag).is_some() || tags::is_place(tag) => {}
            tags::EXIF => below.extend(entry.place(layout, 0).map(|at| (Level::Exif, at))),
            tags::GPS => below.extend(entry.place(layout, 0).map(|at| (Level::Gps, at))),
            tags::SUB_DIRECTORIES => {
                for index in 0..entry.count().min(MOST_SUB_PICTURES) {
                    if let Some(at) = entry.place(layout, index) {
                        sub_picture(walk, covered, bytes, layout, at)?;
                    }
                }
            }
            tags::JPEG_PICTURE => {
                let length = directory.entry(tags::JPEG_PICTURE + 1);
                let picture = entry
                    .place(layout, 0)
                    .zip(length.and_then(|length| length.place(layout, 0)))
                    .and_then(|(at, length)| bytes.get(at..at.checked_add(length)?));
                cover(covered, bytes, picture.unwrap_or_default());
                walk.piece(mark::THUMBNAIL, picture.unwrap_or_default(), Fate::Dropped)?;
            }
            _ => walk.piece(mark_of(Level::Page, entry), entry.value, Fate::Dropped)?,
        }
    }
    // A directory below a page has at most one below itself: this ends.
    let mut number = 0;
    while let Some(&(level, at)) = below.get(number) {
        number += 1;
        let Ok(directory) = Directory::read(bytes, layout, at) else {
            walk.piece(mark::GAP, bytes.get(at..at).unwrap_or_default(), Fate::Dropped)?;
            continue;
        };
        cover(covered, bytes, directory.whole);
        for entry in &directory.entries {
            cover(covered, bytes, entry.value);
            if level == Level::Exif && entry.tag == tags::INTEROPERABILITY {
                if !below.iter().any(|(level, _)| *level == Level::Interoperability) {
                    below.extend(entry.place(layout, 0).map(|at| (Level::Interoperability, at)));
                }
            } else {
                walk.piece(mark_of(level, entry), entry.value, Fate::Dropped)?;
            }
        }
        walk.countable()?;
    }
    Ok(())
}

fn sub_picture<'b>(
    walk: &mut Walk<'b>,
    covered: &mut Vec<(usize, usize)>,
    bytes: &'b [u8],
    layout: Layout,
    at: usize,
) -> Result<(), CleanError> {
    let Ok(directory) = Directory::read(bytes, layout, at) else {
        return walk.piece(mark::SUB_PICTURE, &[], Fate::Dropped);
    };
    if page::is_raw(&directory, layout) {
        return Err(CleanError::Unsupported(Format::Raw));
    }
    cover(covered, bytes, directory.whole);
    for entry in &directory.entries {
        cover(covered, bytes, entry.value);
    }
    let pairs =
        [(tags::STRIP_PLACES, tags::STRIP_LENGTHS), (tags::TILE_PLACES, tags::TILE_LENGTHS)];
    for (places, lengths) in pairs {
        let both = directory.entry(places).zip(directory.entry(lengths));
        let Some((places, lengths)) = both else { continue };
        for index in 0..places.count() {
            let part = places
                .place(layout, index)
                .zip(lengths.place(layout, index))
                .and_then(|(at, length)| bytes.get(at..at.checked_add(length)?));
            let part = part.unwrap_or_default();
            cover(covered, bytes, part);
            walk.piece(mark::SUB_PICTURE, part, Fate::Dropped)?;
        }
    }
    Ok(())
}

pub(super) fn read(walk: &Walk<'_>, gathered: &mut Gathered) {
    let Some(little) = walk.pieces.first().map(|piece| piece.body.starts_with(b"II")) else {
        return;
    };
    let layout = Layout { little, big: false };
    let mut block = Block::default();
    let mut hidden = 0usize;
    let mut pages = 0usize;
    for (number, piece) in walk.pieces.iter().enumerate() {
        match (piece.fate, piece.mark) {
            (_, mark::PAGE) => {
                std::mem::take(&mut block).tell(layout, gathered);
                pages += 1;
            }
            (Fate::Kept, mark::HEAD) if pages == 1 => {
                if layout.short(piece.body, 0) == Some(tags::ORIENTATION)
                    && let Some(value) = walk.pieces.get(number + 1)
                    && let Some(turn) = turn(layout, piece.body, value.body)
                {
                    gathered.turn(turn);
                }
            }
            (Fate::Kept, _) => {}
            (Fate::Stray | Fate::Trailing, _) => {
                gathered.expose(Exposure::UnknownData { bytes: piece.body.len() });
            }
            (Fate::Dropped, mark::THUMBNAIL) => {
                let picture = HiddenPicture::Thumbnail;
                gathered.expose(Exposure::Thumbnail { picture, bytes: piece.body.len() });
            }
            (Fate::Dropped, mark::SUB_PICTURE) => hidden += piece.body.len().max(1),
            (Fate::Dropped, mark::GAP) => gathered.expose(Exposure::UnknownData { bytes: 0 }),
            (Fate::Dropped, mark) => block.add(mark, piece.body, gathered),
        }
    }
    block.tell(layout, gathered);
    if hidden > 0 {
        gathered.expose(Exposure::Thumbnail { picture: HiddenPicture::Preview, bytes: hidden });
    }
}

/// 1 to 8, where the value of an orientation entry says it.
fn turn(layout: Layout, head: &[u8], value: &[u8]) -> Option<u8> {
    let value = match layout.short(head, 2)? {
        1 => u32::from(*value.first()?),
        3 => u32::from(layout.short(value, 0)?),
        4 => layout.long(value, 0)?,
        _ => return None,
    };
    u8::try_from(value).ok().filter(|value| (1..=8).contains(value))
}

/// Dropped entries of one page, by the directory in which they stood.
#[derive(Default)]
struct Block<'b> {
    levels: [Vec<(u16, u16, &'b [u8])>; 4],
}

impl<'b> Block<'b> {
    fn add(&mut self, mark: u32, value: &'b [u8], gathered: &mut Gathered) {
        let [level_and_kind, kind, ..] = mark.to_be_bytes();
        let tag = u16::try_from(mark & 0xFFFF).unwrap_or_default();
        let level = usize::from(level_and_kind >> 4);
        if LEVELS.get(level) == Some(&Level::Page) && MAP.contains(&tag) {
            gathered.expose(Exposure::Location(Location::Unreadable));
        }
        let blocks = matches!(tag, XMP | IPTC | PHOTOSHOP);
        if value.len() > LONGEST && !blocks {
            gathered.expose(Exposure::UnknownData { bytes: value.len() });
            return;
        }
        // Rows of bytes are now and then said to be numbers.
        let kind = if blocks { UNDEFINED } else { u16::from(kind) };
        if let Some(entries) = self.levels.get_mut(level) {
            entries.push((tag, kind, value));
        }
    }

    /// Makes a block of the entries, and reads it.
    fn tell(mut self, layout: Layout, gathered: &mut Gathered) {
        if self.levels.iter().all(Vec::is_empty) {
            return;
        }
        let mut block = if layout.little { b"II*\0".to_vec() } else { b"MM\0*".to_vec() };
        block.extend([0; 4]);
        let mut places = [None; 4];
        for level in [Level::Interoperability, Level::Exif, Level::Gps, Level::Page] {
            let children: &[(Level, u16)] = match level {
                Level::Page => &[(Level::Exif, tags::EXIF), (Level::Gps, tags::GPS)],
                Level::Exif => &[(Level::Interoperability, tags::INTEROPERABILITY)],
                Level::Gps | Level::Interoperability => &[],
            };
            let pointers: Vec<_> = children
                .iter()
                .filter_map(|&(child, tag)| {
                    places.get(child as usize).copied().flatten().map(|at| (tag, at))
                })
                .collect();
            let entries =
                self.levels.get_mut(level as usize).map(std::mem::take).unwrap_or_default();
            if level == Level::Page || !entries.is_empty() || !pointers.is_empty() {
                let place = directory(&mut block, layout, &entries, &pointers);
                if let Some(known) = places.get_mut(level as usize) {
                    *known = Some(place);
                }
            }
        }
        let mut first = Vec::new();
        layout.put_place(places.first().copied().flatten().unwrap_or_default(), &mut first);
        if let Some(place) = block.get_mut(4..8) {
            place.copy_from_slice(&first);
        }
        exif::read(&block, gathered);
    }
}

/// Appends values and a directory. Out: where the directory stands.
fn directory(
    block: &mut Vec<u8>,
    layout: Layout,
    entries: &[(u16, u16, &[u8])],
    pointers: &[(u16, usize)],
) -> usize {
    const POINTER: u16 = 4;
    let mut lines = Vec::new();
    for &(tag, kind, value) in entries {
        let Some(unit) = unit(kind).filter(|_| kind <= 12) else { continue };
        lines.extend([layout.put_short(tag), layout.put_short(kind)].concat());
        layout.put_place(value.len() / unit, &mut lines);
        if value.len() > 4 {
            layout.put_place(block.len(), &mut lines);
            block.extend(value);
        } else {
            lines.extend(value);
            lines.resize(lines.len() + 4 - value.len(), 0);
        }
    }
    for &(tag, place) in pointers {
        lines.extend([layout.put_short(tag), layout.put_short(POINTER)].concat());
        layout.put_place(1, &mut lines);
        layout.put_place(place, &mut lines);
    }
    let place = block.len();
    block.extend(layout.put_short(u16::try_from(lines.len() / 12).unwrap_or(u16::MAX)));
    block.extend(lines);
    block.extend([0; 4]);
    place
}
