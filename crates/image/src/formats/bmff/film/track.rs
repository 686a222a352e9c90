//! One track of a film.
//!
//! In: the content of a box `trak` (ISO/IEC 14496-12 section 8.3). Out: a [`Track`]: what it is for, and, where it is
//! shown or heard, its headers without dates and names, its tables, and where its coded data lie. A track of another
//! kind is only asked where its data lie, so that they can be left out.

use super::entry::{self, Medium};
use super::tables::{self, Width};
use super::{PHOTOS, Shows, Stop, forget_times, needed, only, wide_times};
use crate::error::CleanError;
use crate::examination::Size;
use crate::formats::bmff::boxes::{Kind, SHORT, blank, boxed, boxes, flags, u32_at};
use crate::formats::bmff::payload::Range;

/// What a track is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Picture,
    Sound,
    /// Says where a moving picture can be seen through.
    Transparency,
    /// A film made of photo files, or a cover: not carried over.
    Photos,
    /// Neither seen nor heard.
    Dropped,
}

/// A track, as far as it is carried over.
pub(super) struct Track {
    pub(super) number: u32,
    pub(super) role: Role,
    pub(super) size: Option<Size>,
    /// Where each chunk lies.
    pub(super) chunks: Vec<Range>,
    /// Tracks that are its chapters.
    pub(super) chapters: Vec<u32>,
    /// Tracks that it helps to show.
    pub(super) of: Vec<u32>,
    /// Boxes before `mdia`.
    head: Vec<u8>,
    /// Boxes in `mdia` before `minf`.
    media: Vec<u8>,
    /// Boxes in `minf` before `stbl`.
    information: Vec<u8>,
    /// Boxes in `stbl` before the places of chunks.
    tables: Vec<u8>,
}

impl Role {
    pub(super) fn is_kept(self) -> bool {
        matches!(self, Self::Picture | Self::Sound | Self::Transparency)
    }
}

pub(super) fn read(trak: &[u8], shows: Shows) -> Result<Track, Stop> {
    let media = needed(trak, *b"mdia")?;
    let handler = needed(media, *b"hdlr")?.get(8..12).ok_or(SHORT)?;
    let medium = match (handler, shows) {
        (b"vide", Shows::Film) | (b"pict" | b"auxv", Shows::Sequence) => Medium::Picture(shows),
        (b"soun", Shows::Film) => Medium::Sound,
        _ => return dropped(trak, Role::Dropped),
    };
    let track = kept(trak, media, medium);
    match track {
        // A cover beside the film can go; a film that is nothing else is held, and it says so.
        Err(Stop::Kind(PHOTOS)) => dropped(trak, Role::Photos),
        Ok(track) if handler == b"auxv" && track.role != Role::Transparency => {
            dropped(trak, Role::Dropped)
        }
        track => track,
    }
}

/// A track of which only the places of its data matter, as far as they can be read.
fn dropped(trak: &[u8], role: Role) -> Result<Track, Stop> {
    let header = needed(trak, *b"tkhd")?;
    let number = track_number(header)?;
    let (chapters, _) = references(trak)?;
    Ok(Track {
        number,
        role,
        size: None,
        chunks: chunks_of(trak).unwrap_or_default(),
        chapters,
        of: Vec::new(),
        head: Vec::new(),
        media: Vec::new(),
        information: Vec::new(),
        tables: Vec::new(),
    })
}

/// Where the data of a track lie that is not carried over.
pub(in crate::formats::bmff) fn chunks_of(trak: &[u8]) -> Result<Vec<Range>, CleanError> {
    let table = needed(needed(needed(trak, *b"mdia")?, *b"minf")?, *b"stbl")?;
    let (kind, sizes) = either(table, *b"stsz", *b"stz2")?;
    let (sizes, _) = tables::sizes(kind, sizes, None)?;
    tables::chunks(either(table, *b"stco", *b"co64")?, needed(table, *b"stsc")?, &sizes, u32::MAX)
}

fn kept(trak: &[u8], media: &[u8], medium: Medium) -> Result<Track, Stop> {
    let information = needed(media, *b"minf")?;
    let table = needed(information, *b"stbl")?;
    let entries = entry::rewrite(needed(table, *b"stsd")?, medium)?;
    let (sizes_kind, sizes_box) = either(table, *b"stsz", *b"stz2")?;
    let (sizes, sizes_whole) = tables::sizes(sizes_kind, sizes_box, entries.unit)?;
    let in_chunks = needed(table, *b"stsc")?;
    let places = either(table, *b"stco", *b"co64")?;
    let chunks = tables::chunks(places, in_chunks, &sizes, entries.count)?;
    needed(table, *b"stts")?;
    for kind in [*b"ctts", *b"stss", *b"stps"] {
        only(table, kind)?;
    }
    let mut kept = entries.bytes;
    for child in boxes(table) {
        let child = child?;
        match &child.kind {
            b"stsd" | b"stco" | b"co64" => {}
            b"stsz" | b"stz2" => kept.extend(boxed(child.kind, &[sizes_whole])),
            b"senc" => return Err(Stop::Kind(super::ENCRYPTED)),
            _ => kept.extend(
                tables::rewrite(child.kind, child.body, sizes.count())?.unwrap_or_default(),
            ),
        }
    }
    let (head, number) = heading(trak)?;
    let (chapters, of) = references(trak)?;
    let transparent = entries.helps_as.as_deref().is_some_and(is_transparency);
    let role = match medium {
        Medium::Sound => Role::Sound,
        Medium::Picture(_) if transparent => Role::Transparency,
        Medium::Picture(_) => Role::Picture,
    };
    Ok(Track {
        number,
        role,
        size: entries.size,
        chunks,
        chapters,
        of,
        head,
        media: media_headers(media)?,
        information: information_headers(information)?,
        tables: kept,
    })
}

/// The names under which a helping picture says where to see through (ISO/IEC 23008-12 section 6.6.2.1.2).
pub(in crate::formats::bmff) fn is_transparency(name: &[u8]) -> bool {
    matches!(name, b"urn:mpeg:mpegB:cicp:systems:auxiliary:alpha" | b"urn:mpeg:hevc:2015:auxid:1")
}

fn either(body: &[u8], one: Kind, other: Kind) -> Result<(Kind, &[u8]), CleanError> {
    match (only(body, one)?, only(body, other)?) {
        (Some(found), None) => Ok((one, found)),
        (None, Some(found)) => Ok((other, found)),
        _ => Err(CleanError::Malformed("its parts cannot be found")),
    }
}

fn track_number(header: &[u8]) -> Result<u32, CleanError> {
    u32_at(header, if wide_times(header)? { 20 } else { 12 }).ok_or(SHORT)
}

/// The boxes of a track before its media: header, apertures, edits.
fn heading(trak: &[u8]) -> Result<(Vec<u8>, u32), CleanError> {
    let original = needed(trak, *b"tkhd")?;
    let number = track_number(original)?;
    let (length, behind_times) = if wide_times(original)? { (96, 20) } else { (84, 12) };
    let mut header = original.get(..length).ok_or(SHORT)?.to_vec();
    let shown = flags(&header) & 0x0F;
    forget_times(&mut header)?;
    blank(&mut header, 1..4);
    if let (Some(flags), Ok(shown)) = (header.get_mut(3), u8::try_from(shown)) {
        *flags = shown;
    }
    blank(&mut header, behind_times + 4..behind_times + 8);
    // Behind a duration of four or eight bytes.
    blank(&mut header, length - 60..length - 52);
    blank(&mut header, length - 46..length - 44);
    let mut kept = boxed(*b"tkhd", &[&header]);
    if let Some(apertures) = only(trak, *b"tapt")? {
        let mut inside = Vec::new();
        for child in boxes(apertures) {
            let child = child?;
            if matches!(&child.kind, b"clef" | b"prof" | b"enof") {
                inside.extend(boxed(child.kind, &[child.body.get(..12).ok_or(SHORT)?]));
            }
        }
        kept.extend(boxed(*b"tapt", &[&inside]));
    }
    if let Some(edits) = only(trak, *b"edts")?
        && let Some(list) = only(edits, *b"elst")?
    {
        let entry = if wide_times(list)? { 20 } else { 12 };
        let count = u32_at(list, 4).and_then(|count| usize::try_from(count).ok()).ok_or(SHORT)?;
        let length = count.checked_mul(entry).ok_or(SHORT)? + 8;
        let list = boxed(*b"elst", &[list.get(..length).ok_or(SHORT)?]);
        kept.extend(boxed(*b"edts", &[&list]));
    }
    Ok((kept, number))
}

/// The tracks that are this one's chapters, and those that it helps to show.
fn references(trak: &[u8]) -> Result<(Vec<u32>, Vec<u32>), CleanError> {
    let (mut chapters, mut of) = (Vec::new(), Vec::new());
    for child in boxes(only(trak, *b"tref")?.unwrap_or_default()) {
        let child = child?;
        let numbers = child.body.chunks_exact(4).take(64).filter_map(|number| u32_at(number, 0));
        match &child.kind {
            b"chap" => chapters.extend(numbers),
            b"auxl" => of.extend(numbers),
            _ => {}
        }
    }
    Ok((chapters, of))
}

/// The length and language of a track, and what it is of, without a name.
fn media_headers(media: &[u8]) -> Result<Vec<u8>, CleanError> {
    let original = needed(media, *b"mdhd")?;
    let length = if wide_times(original)? { 36 } else { 24 };
    let mut header = original.get(..length).ok_or(SHORT)?.to_vec();
    forget_times(&mut header)?;
    blank(&mut header, 1..4);
    blank(&mut header, length - 2..length);
    Ok([boxed(*b"mdhd", &[&header]), handler(needed(media, *b"hdlr")?)?].concat())
}

/// A handler box with its kind and no name.
pub(in crate::formats::bmff) fn handler(body: &[u8]) -> Result<Vec<u8>, CleanError> {
    let component = body.get(4..8).filter(|kind| matches!(*kind, b"mhlr" | b"dhlr"));
    let kind = body.get(8..12).ok_or(SHORT)?;
    Ok(boxed(*b"hdlr", &[&[0; 4], component.unwrap_or(&[0; 4]), kind, &[0; 13]]))
}

/// How picture and sound are mixed, and where the data lie: in this file.
fn information_headers(information: &[u8]) -> Result<Vec<u8>, Stop> {
    let mut kept = Vec::new();
    for child in boxes(information) {
        let child = child?;
        let first = |length: usize| child.body.get(..length).ok_or(SHORT);
        match &child.kind {
            b"vmhd" => kept.extend(boxed(child.kind, &[first(12)?])),
            b"smhd" => kept.extend(boxed(child.kind, &[first(8)?])),
            b"hdlr" => kept.extend(handler(child.body)?),
            b"dinf" => {
                let list = data_references(needed(child.body, *b"dref")?)?;
                kept.extend(boxed(child.kind, &[&list]));
            }
            _ => {}
        }
    }
    Ok(kept)
}

fn data_references(body: &[u8]) -> Result<Vec<u8>, Stop> {
    let mut entries = Vec::new();
    let mut count = 0_u32;
    for entry in boxes(body.get(8..).ok_or(SHORT)?) {
        let entry = entry?;
        if flags(entry.body) & 1 == 0 {
            return Err(Stop::Kind(super::ELSEWHERE));
        }
        let kind = if entry.kind == *b"alis" { entry.kind } else { *b"url " };
        entries.extend(boxed(kind, &[&[0, 0, 0, 1]]));
        count += 1;
    }
    Ok(boxed(*b"dref", &[&[0; 4], &count.to_be_bytes(), &entries]))
}

impl Track {
    /// True if nothing is coded in it.
    pub(super) fn is_empty(&self) -> bool {
        self.chunks.iter().all(|chunk| chunk.length() == 0)
    }

    /// The box `trak` anew.
    pub(super) fn written(&self, place: &dyn Fn(Range) -> u64, width: Width) -> Vec<u8> {
        let table = boxed(*b"stbl", &[&self.tables, &tables::places(&self.chunks, place, width)]);
        let information = boxed(*b"minf", &[&self.information, &table]);
        let media = boxed(*b"mdia", &[&self.media, &information]);
        let of: Vec<u8> = match self.role {
            Role::Transparency => {
                let numbers: Vec<u8> = self.of.iter().flat_map(|of| of.to_be_bytes()).collect();
                boxed(*b"tref", &[&boxed(*b"auxl", &[&numbers])])
            }
            _ => Vec::new(),
        };
        boxed(*b"trak", &[&self.head, &of, &media])
    }
}
