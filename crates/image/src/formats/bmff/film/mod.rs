//! Films: the box `moov`, with a track for each picture, sound and everything else.
//!
//! In: the content of `moov`. Out: a [`Film`]: the tracks that are shown or heard, rewritten by a list of what
//! players need (ISO/IEC 14496-12 section 8; `QuickTime` File Format), with every stretch of coded data that they
//! point at. Dropped: all other tracks (positions, subtitles, chapters, time codes, depth), user data, metadata,
//! names and dates. A film in fragments, encrypted, compressed or with its data in another file is an obstacle.

use super::boxes::{Boxed, Kind, SHORT, blank, boxed, boxes, u32_at};
use super::payload::{Payload, Range};
use crate::error::CleanError;
use crate::examination::Size;

mod entry;
pub(super) mod tables;
mod track;

use track::{Role, Track};
pub(super) use track::{chunks_of, handler, is_transparency};

/// Tracks in a film; cameras write up to a dozen.
const MOST_TRACKS: usize = 64;

/// Why a film cannot be cleaned, where it is a matter of its kind and not of damage.
pub(super) const FRAGMENTED: &str = "in fragments, as streaming sites send them";
pub(super) const ENCRYPTED: &str = "that is encrypted";
const COMPRESSED: &str = "with a compressed table of contents";
const ELSEWHERE: &str = "that keeps its picture in other files";
pub(super) const PHOTOS: &str = "made of single photos, each with its own metadata";

/// An obstacle while a film or still is read.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// It is of a kind that cannot be cleaned.
    Kind(&'static str),
    /// It is damaged, unusual or too large.
    Error(CleanError),
}

impl From<CleanError> for Stop {
    fn from(error: CleanError) -> Self {
        Self::Error(error)
    }
}

/// Which tracks show pictures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shows {
    /// Those of a film.
    Film,
    /// Those of a moving picture, as AVIF and HEIC have it, with their transparency.
    Sequence,
}

/// A film, as far as it is carried over.
pub(super) struct Film {
    header: Vec<u8>,
    tracks: Vec<Track>,
    /// Coded data of tracks that are dropped, as far as they could be read.
    pub(super) dropped: Vec<Range>,
    pub(super) size: Size,
}

impl Film {
    pub(super) fn read(moov: &[u8], shows: Shows) -> Result<Self, Stop> {
        let mut header = None;
        let mut tracks = Vec::new();
        for child in boxes(moov) {
            let Boxed { kind, body } = child?;
            match &kind {
                b"mvhd" if header.is_none() => header = Some(movie_header(body)?),
                b"mvhd" => return Err(TWICE.into()),
                b"trak" if tracks.len() < MOST_TRACKS => tracks.push(track::read(body, shows)?),
                b"trak" => return Err(CleanError::TooLarge("it has too many tracks").into()),
                b"mvex" => return Err(Stop::Kind(FRAGMENTED)),
                b"pssh" => return Err(Stop::Kind(ENCRYPTED)),
                b"cmov" => return Err(Stop::Kind(COMPRESSED)),
                b"rmra" => return Err(Stop::Kind(ELSEWHERE)),
                _ => {}
            }
        }
        let header = header.ok_or(CleanError::Malformed("it does not say how long it is"))?;
        let chapters: Vec<u32> = tracks.iter().flat_map(|track| track.chapters.clone()).collect();
        for track in &mut tracks {
            if chapters.contains(&track.number) {
                track.role = Role::Dropped;
            }
        }
        let shown = |track: &Track| matches!(track.role, Role::Picture);
        if !tracks.iter().any(shown) {
            let photos = tracks.iter().any(|track| track.role == Role::Photos);
            return Err(if photos { Stop::Kind(PHOTOS) } else { NOTHING.into() });
        }
        let (mut kept, gone): (Vec<_>, Vec<_>) =
            tracks.into_iter().partition(|track| track.role.is_kept());
        let pictures: Vec<u32> =
            kept.iter().filter(|track| shown(track)).map(|track| track.number).collect();
        for track in &mut kept {
            track.of.retain(|of| pictures.contains(of));
        }
        kept.retain(|track| track.role != Role::Transparency || !track.of.is_empty());
        let size = kept
            .iter()
            .filter_map(|track| track.size)
            .max_by_key(|size| size.pixels())
            .filter(|size| size.pixels() > 0)
            .ok_or(NOTHING)?;
        if kept.iter().map(|track| track.chunks.len()).sum::<usize>() > tables::MOST_CHUNKS {
            return Err(tables::TOO_MANY.into());
        }
        if kept.iter().filter(|track| shown(track)).all(Track::is_empty) {
            return Err(NOTHING.into());
        }
        let dropped = gone.into_iter().flat_map(|track| track.chunks).collect();
        Ok(Self { header, tracks: kept, dropped, size })
    }

    /// The stretches of coded data that it points at, track by track.
    pub(super) fn stretches(&self) -> impl Iterator<Item = Range> {
        self.tracks.iter().flat_map(|track| track.chunks.iter().copied())
    }

    /// The box `moov` anew, for coded data that lie as the payload says, from this place of the file on.
    pub(super) fn written(&self, payload: &Payload, base: u64, width: tables::Width) -> Vec<u8> {
        let place = |chunk: Range| {
            if chunk.length() == 0 { base } else { base.saturating_add(payload.place(chunk.start)) }
        };
        let tracks: Vec<u8> =
            self.tracks.iter().flat_map(|track| track.written(&place, width)).collect();
        boxed(*b"moov", &[&self.header, &tracks])
    }
}

const TWICE: CleanError = CleanError::Malformed("a part of it is there twice");
/// No track shows anything.
pub(super) const NOTHING: CleanError = CleanError::Malformed("it holds no picture");

/// The one box of this kind among the children; `None` if there is none.
pub(super) fn only(body: &[u8], kind: Kind) -> Result<Option<&[u8]>, CleanError> {
    let mut found = None;
    for child in boxes(body) {
        let child = child?;
        if child.kind == kind && found.replace(child.body).is_some() {
            return Err(TWICE);
        }
    }
    Ok(found)
}

/// As [`only`], for a box that must be there.
pub(super) fn needed(body: &[u8], kind: Kind) -> Result<&[u8], CleanError> {
    only(body, kind)?.ok_or(CleanError::Malformed("a part that it needs is missing"))
}

/// Durations and how it is shown and heard; its dates and the places of a preview become zero.
fn movie_header(body: &[u8]) -> Result<Vec<u8>, CleanError> {
    let fixed = if wide_times(body)? { 112 } else { 100 };
    let mut header = body.get(..fixed).ok_or(SHORT)?.to_vec();
    forget_times(&mut header)?;
    blank(&mut header, fixed - 74..fixed - 64);
    blank(&mut header, fixed - 28..fixed - 4);
    Ok(boxed(*b"mvhd", &[&header]))
}

/// True if the times in a header have eight bytes, false if four.
fn wide_times(body: &[u8]) -> Result<bool, CleanError> {
    match body.first() {
        Some(0) => Ok(false),
        Some(1) => Ok(true),
        _ => Err(CleanError::Malformed("a part of it is of a version that is not known")),
    }
}

/// Puts zeros over the dates of a header, and over its flags but those of a track.
fn forget_times(header: &mut [u8]) -> Result<(), CleanError> {
    let end = if wide_times(header)? { 20 } else { 12 };
    blank(header, 4..end);
    Ok(())
}

/// The seconds since 1904 that a header says it was made and changed at.
pub(super) fn times(body: &[u8]) -> [u64; 2] {
    let wide = |at| super::boxes::u64_at(body, at).unwrap_or_default();
    let narrow = |at| u64::from(u32_at(body, at).unwrap_or_default());
    match wide_times(body) {
        Ok(true) => [wide(4), wide(12)],
        Ok(false) => [narrow(4), narrow(8)],
        Err(_) => [0, 0],
    }
}
