//! ISO base media files: MP4, M4V and `QuickTime` films; HEIC, HEIF and AVIF stills and moving pictures.
//!
//! A file is a row of boxes (ISO/IEC 14496-12 section 4.2). Those that say where what lies, `moov` of a film and `meta`
//! of a still, are read into memory, within a bound; coded picture and sound stay in the file and are read page by
//! page. A clean copy is `ftyp`, `meta` and `moov` rewritten by a list of what is needed, and one `mdat` with the
//! stretches that these point at, byte for byte and without gaps. Everything else is dropped, whatever it is. A film in
//! fragments, encrypted, or with anything that is needed and not known is held.

use gatepost_model::Limits;

use crate::error::CleanError;
use crate::examination::Size;
use crate::exposure::{Exposure, TrailingKind};
use crate::format::Format;
use crate::metadata::Gathered;

mod boxes;
mod brands;
mod codec;
mod esds;
mod film;
mod nal;
mod notes;
mod obu;
mod payload;
mod source;
mod still;

pub(crate) use payload::{Payload, Range};
pub(crate) use source::Source;

use boxes::{Boxed, Kind, boxed, u32_at, u64_at};
use film::tables::Width;
use film::{Film, Shows, Stop};
use still::Still;

/// The longest table of contents: a film of eight hours has about as much.
const MOST_CONTENTS: usize = 12 << 20;
/// The longest block of metadata beside it that is read.
const MOST_NOTES: usize = 4 << 20;
/// Boxes on the top level.
const MOST_BOXES: usize = 4096;

/// The formats that are built of boxes and can be cleaned.
pub(crate) fn is_ours(format: Format) -> bool {
    matches!(format, Format::Mp4 | Format::Mov | Format::Heif | Format::Avif)
}

/// What was read of a file.
pub(crate) struct Walked {
    pub(crate) size: Option<Size>,
    /// What a clean copy is made of, or why there is none.
    pub(crate) plan: Result<Plan, CleanError>,
}

/// A clean copy, as it is to be written.
pub(crate) struct Plan {
    /// Everything before the coded data.
    pub(crate) head: Vec<u8>,
    /// The coded data, in the order of the original.
    pub(crate) payload: Payload,
    /// The coded data, part by part, in the order of tracks and items.
    pub(crate) parts: Vec<Range>,
}

/// Goes over a file.
pub(crate) fn walk(
    format: Format,
    source: &mut Source<'_>,
    limits: &Limits,
    gathered: &mut Gathered,
) -> Walked {
    let mut layout = Layout::default();
    let outcome = layout.read(source, gathered);
    let mut size = None;
    let plan = layout.plan(format, source, limits, &mut size, gathered);
    // What stands against the file as a whole counts before what stands against a part of it.
    let plan = outcome.and(plan).map_err(|stop| match stop {
        Stop::Error(error) => error,
        Stop::Kind(how) => CleanError::UnsupportedKind(format, how),
    });
    Walked { size, plan }
}

/// What stands where on the top level.
#[derive(Default)]
struct Layout {
    kind_box: Vec<u8>,
    moov: Option<Vec<u8>>,
    meta: Option<Vec<u8>>,
    homes: Vec<Range>,
}

/// A box on the top level, of which the head was read.
struct Outer {
    kind: Kind,
    body: Range,
}

impl Layout {
    fn read(&mut self, source: &mut Source<'_>, gathered: &mut Gathered) -> Result<(), Stop> {
        const TWICE: CleanError = CleanError::Malformed("a part of it is there twice");
        let mut at = 0;
        for _ in 0..MOST_BOXES {
            if at == source.length {
                return self.is_complete();
            }
            let Some(outer) = self.outer(at, source, gathered)? else {
                // What stands behind the last box may as well be the begin of one that is missing.
                return if self.homes.is_empty() {
                    Err(CleanError::CutOff.into())
                } else {
                    self.is_complete()
                };
            };
            let Outer { kind, body } = outer;
            match &kind {
                b"ftyp" if at == 0 => {
                    self.kind_box = source.read(body.start, body.length(), 4096)?;
                }
                b"moov" if self.moov.is_none() => {
                    let moov = source.read(body.start, body.length(), MOST_CONTENTS)?;
                    notes::read(&moov, source, gathered);
                    self.moov = Some(moov);
                }
                b"meta" if self.meta.is_none() => {
                    self.meta = Some(source.read(body.start, body.length(), MOST_CONTENTS)?);
                }
                b"moov" | b"meta" => return Err(TWICE.into()),
                b"mdat" => self.homes.push(body),
                b"moof" | b"sidx" | b"ssix" | b"styp" | b"mfra" => {
                    return Err(Stop::Kind(film::FRAGMENTED));
                }
                b"pssh" => return Err(Stop::Kind(film::ENCRYPTED)),
                b"free" | b"skip" | b"wide" if body.length() == 0 => {}
                _ => other(kind, body, source, gathered),
            }
            at = body.end;
        }
        Err(CleanError::TooLarge("it is made of too many parts").into())
    }

    /// The box that begins at a place; `None` if what stands there is no box but something behind the last.
    fn outer(
        &self,
        at: u64,
        source: &mut Source<'_>,
        gathered: &mut Gathered,
    ) -> Result<Option<Outer>, Stop> {
        let head = source.head(at, 16)?;
        let kind: Option<Kind> = head.get(4..8).and_then(|kind| kind.try_into().ok());
        let (start, end) = match u32_at(&head, 0) {
            Some(0) => (8, Some(source.length)),
            Some(1) => (16, u64_at(&head, 8).and_then(|length| at.checked_add(length))),
            Some(length) => (8, at.checked_add(u64::from(length))),
            None => (8, None),
        };
        let start = at + start;
        let body = end.filter(|&end| start <= end && end <= source.length);
        let is_box = kind.is_some_and(|kind| TOP_LEVEL.contains(&&kind));
        let contents = self.moov.is_some() || self.meta.is_some();
        match (kind, body) {
            (Some(kind), Some(end)) if is_box || is_word(kind) => {
                Ok(Some(Outer { kind, body: Range { start, end } }))
            }
            _ if contents && !is_box => {
                let bytes = usize::try_from(source.length - at).unwrap_or(usize::MAX);
                let film = memchr::memmem::find(&head, b"ftyp").is_some();
                let kind = if film { TrailingKind::Film } else { TrailingKind::Other };
                gathered.expose(Exposure::TrailingData { bytes, kind });
                Ok(None)
            }
            (Some(_), Some(_)) => Err(CleanError::Malformed("a part of it is not known").into()),
            _ => Err(CleanError::CutOff.into()),
        }
    }

    fn is_complete(&self) -> Result<(), Stop> {
        if self.moov.is_none() && self.meta.is_none() {
            return Err(CleanError::CutOff.into());
        }
        Ok(())
    }

    fn plan(
        &self,
        format: Format,
        source: &mut Source<'_>,
        limits: &Limits,
        size: &mut Option<Size>,
        gathered: &mut Gathered,
    ) -> Result<Plan, Stop> {
        let moves = matches!(format, Format::Mp4 | Format::Mov);
        let mut still = None;
        if let Some(meta) = &self.meta {
            if moves {
                let found = Boxed { kind: *b"meta", body: meta };
                notes::note(found, 4, gathered);
            } else {
                still::read_notes(meta, source, gathered);
                still = Some(Still::read(meta, source)?);
            }
        }
        let shows = if moves { Shows::Film } else { Shows::Sequence };
        let film = match (&self.moov, &still) {
            (Some(moov), None) => Some(Film::read(moov, shows)?),
            // A still may have a film beside it that is no moving picture: it goes.
            (Some(moov), Some(_)) => match Film::read(moov, shows) {
                Ok(film) => Some(film),
                Err(Stop::Error(film::NOTHING)) => {
                    gathered.expose(Exposure::TrailingData {
                        bytes: moov.len(),
                        kind: TrailingKind::Film,
                    });
                    None
                }
                Err(stop) => return Err(stop),
            },
            (None, _) => None,
        };
        for found in still.iter().map(|still| still.size).chain(film.iter().map(|film| film.size)) {
            let larger = size.is_none_or(|size| size.pixels() < found.pixels());
            if larger {
                *size = Some(found);
            }
            if found.pixels() > limits.image_pixels {
                let words = "the picture has more pixels than the limit allows";
                return Err(CleanError::TooLarge(words).into());
            }
        }
        let mut parts = match &still {
            Some(still) => still.stretches()?,
            None => Vec::new(),
        };
        let mut dropped = Vec::new();
        dropped.extend(still.iter().flat_map(|still| still.dropped.iter().copied()));
        if let Some(film) = &film {
            parts.extend(film.stretches());
            dropped.extend(film.dropped.iter().copied());
        }
        let payload = Payload::new(parts.clone(), dropped.clone(), &self.homes)?;
        self.report_gaps(&payload, &dropped, gathered);
        let sequence = film.is_some() && !moves;
        let kind_box = brands::rewrite(&self.kind_box, format, sequence);
        let head = head(&kind_box, still.as_ref(), film.as_ref(), &payload)?;
        Ok(Plan { head, payload, parts })
    }

    /// Says so where media data hold bytes that nothing points at.
    fn report_gaps(&self, payload: &Payload, dropped: &[Range], gathered: &mut Gathered) {
        let all: u64 = self.homes.iter().map(|home| home.length()).sum();
        let told: u64 = dropped.iter().map(|range| range.length()).sum();
        let gaps = all.saturating_sub(payload.length).saturating_sub(told);
        if gaps > 0 {
            let bytes = usize::try_from(gaps).unwrap_or(usize::MAX);
            gathered.expose(Exposure::UnknownData { bytes });
        }
    }
}

/// Boxes that a file may have on its top level, and that something is missing from where they are cut off.
const TOP_LEVEL: &[&Kind] = &[
    b"ftyp", b"moov", b"mdat", b"meta", b"free", b"skip", b"wide", b"uuid", b"udta", b"pnot",
    b"moof",
];

fn is_word(kind: Kind) -> bool {
    kind.iter().all(|byte| byte.is_ascii_graphic() || matches!(byte, b' ' | 0xA9))
}

/// A box on the top level that does not go over.
fn other(kind: Kind, body: Range, source: &mut Source<'_>, gathered: &mut Gathered) {
    if let Ok(bytes) = source.read(body.start, body.length(), MOST_NOTES) {
        notes::note(Boxed { kind, body: &bytes }, 4, gathered);
    } else {
        let bytes = usize::try_from(body.length()).unwrap_or(usize::MAX);
        gathered.expose(Exposure::UnknownData { bytes });
    }
}

/// Everything before the coded data: its length decides where these begin, and so what it says of their place.
fn head(
    kind_box: &[u8],
    still: Option<&Still>,
    film: Option<&Film>,
    payload: &Payload,
) -> Result<Vec<u8>, Stop> {
    let longest = u64::from(u32::MAX) - 16;
    let media = if payload.length > longest {
        [&[0, 0, 0, 1], b"mdat".as_slice(), &(payload.length + 16).to_be_bytes()].concat()
    } else {
        let length = u32::try_from(payload.length + 8).unwrap_or(u32::MAX);
        [&length.to_be_bytes(), b"mdat".as_slice()].concat()
    };
    let written = |base: u64, width: Width| {
        let meta = still.map(|still| still.written(payload, base)).unwrap_or_default();
        let moov = film.map(|film| film.written(payload, base, width)).unwrap_or_default();
        [kind_box, &meta, &moov, &media].concat()
    };
    let end = |width: Width| {
        let length = u64::try_from(written(0, width).len()).unwrap_or(u64::MAX);
        (length, length.saturating_add(payload.length))
    };
    let (mut base, last) = end(Width::Four);
    let mut width = Width::Four;
    if last > longest {
        if still.is_some() {
            return Err(CleanError::TooLarge("it has more coded data than a picture may").into());
        }
        width = Width::Eight;
        base = end(width).0;
    }
    Ok(written(base, width))
}

/// The box `ftyp` with these brands.
fn kind_box(major: Kind, compatible: &[Kind]) -> Vec<u8> {
    boxed(*b"ftyp", &[&major, &[0; 4], &compatible.concat()])
}
