//! JPEG, with JFIF and MPO.
//!
//! A file is a row of segments from SOI to EOI (ITU-T T.81 annex B). Kept: the tables, the frame header,
//! every scan with its coded data, the twelve bytes of JFIF and of Adobe's APP14 that say how colours
//! are meant, and the ICC profile. Dropped: every other application segment and comment, wherever it
//! stands, JFIF thumbnails, fill bytes, stray bytes between segments, and all after EOI. A frame that is
//! not baseline, extended or progressive, a table with bytes left over, or a mark that has no business
//! there is an obstacle.
//!
//! It does not decode the coded data: bytes that an encoder left between the last block of a scan and
//! the next marker are part of the scan. If they read as words they are an obstacle.

use gatepost_model::Limits;
use memchr::memchr;

use super::{Container, Fate, Sink, Walk, coded, profile};
use crate::error::CleanError;
use crate::examination::Size;
use crate::format::Format;
use crate::metadata::tiff;

mod frame;
mod metadata;

pub(super) static CONTAINER: Container =
    Container { format: Format::Jpeg, walk, read: metadata::read, emit };

/// Markers, as the byte after `FF`.
pub(super) mod marker {
    pub(in super::super) const DHT: u8 = 0xC4;
    pub(in super::super) const DAC: u8 = 0xCC;
    pub(in super::super) const SOI: u8 = 0xD8;
    pub(in super::super) const EOI: u8 = 0xD9;
    pub(in super::super) const SOS: u8 = 0xDA;
    pub(in super::super) const DQT: u8 = 0xDB;
    pub(in super::super) const DNL: u8 = 0xDC;
    pub(in super::super) const DRI: u8 = 0xDD;
    pub(in super::super) const APP0: u8 = 0xE0;
    pub(in super::super) const APP1: u8 = 0xE1;
    pub(in super::super) const APP2: u8 = 0xE2;
    pub(in super::super) const APP14: u8 = 0xEE;
}

pub(super) const JFIF: &[u8] = b"JFIF\0";
pub(super) const ADOBE: &[u8] = b"Adobe";
pub(super) const ICC: &[u8] = b"ICC_PROFILE\0";
pub(super) const EXIF: &[u8] = b"Exif\0\0";

/// Signature, version, unit and densities of a JFIF segment.
const JFIF_BYTES: usize = 12;
/// The same with the two bytes for the size of a thumbnail.
const JFIF_SEGMENT: usize = 14;
/// Signature, version, two flags and the colour transform of an Adobe segment.
const ADOBE_BYTES: usize = 12;
/// More scans than any encoder writes: each costs a decoder a pass over the picture.
const MOST_SCANS: usize = 100;

fn walk<'b>(bytes: &'b [u8], limits: &Limits) -> Walk<'b> {
    let mut walker = Walker {
        bytes,
        at: 0,
        walk: Walk::default(),
        frame: None,
        lines_follow: false,
        restarts: Restarts::Unannounced,
        scans: 0,
        jfif: None,
        adobe: None,
        profile: Vec::new(),
    };
    let outcome = walker.run(limits).and_then(|()| walker.lead());
    walker.walk.note(outcome);
    walker.walk
}

struct Walker<'b> {
    bytes: &'b [u8],
    at: usize,
    walk: Walk<'b>,
    frame: Option<frame::Frame>,
    /// The number of lines stands after the first scan.
    lines_follow: bool,
    restarts: Restarts,
    scans: usize,
    jfif: Option<&'b [u8]>,
    adobe: Option<&'b [u8]>,
    profile: Vec<ProfilePart<'b>>,
}

/// Whether a scan may hold restart marks.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Restarts {
    Announced,
    Unannounced,
}

struct ProfilePart<'b> {
    number: u8,
    of: u8,
    body: &'b [u8],
}

impl<'b> Walker<'b> {
    fn run(&mut self, limits: &Limits) -> Result<(), CleanError> {
        if self.bytes.get(..2) != Some(&[0xFF, marker::SOI]) {
            return Err(CleanError::Malformed("it does not begin as a JPEG does"));
        }
        self.walk.piece(u32::from(marker::SOI), &[], Fate::Kept)?;
        self.at = 2;
        loop {
            let marker = self.next_marker()?;
            if marker == marker::EOI {
                return self.finish();
            }
            if !has_length(marker)? {
                self.walk.piece(u32::from(marker), &[], Fate::Stray)?;
                continue;
            }
            let body = self.body()?;
            // The row goes on behind a bad segment, and what it says is worth reading.
            let outcome = self.segment(marker, body, limits);
            self.walk.note(outcome);
            self.walk.countable()?;
        }
    }

    /// The next marker, as a decoder finds it: whatever stands before it is stray, and any number of `FF`
    /// may lead it.
    fn next_marker(&mut self) -> Result<u8, CleanError> {
        let start = self.at;
        let mut stray_end = start;
        loop {
            let rest = self.bytes.get(self.at..).unwrap_or_default();
            let ahead = memchr(0xFF, rest).ok_or(CleanError::CutOff)?;
            let filled = rest.get(ahead..).unwrap_or_default();
            let fill = filled.iter().position(|&byte| byte != 0xFF).ok_or(CleanError::CutOff)?;
            let marker = filled.get(fill).copied().ok_or(CleanError::CutOff)?;
            self.at += ahead + fill + 1;
            if marker != 0 {
                stray_end += ahead;
                let stray = self.bytes.get(start..stray_end).unwrap_or_default();
                if !stray.is_empty() {
                    self.walk.piece(0, stray, Fate::Stray)?;
                }
                return Ok(marker);
            }
            stray_end = self.at;
        }
    }

    /// The content of the segment whose marker was just read.
    fn body(&mut self) -> Result<&'b [u8], CleanError> {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let length = rest.first_chunk::<2>().map(|length| u16::from_be_bytes(*length));
        let length = usize::from(length.ok_or(CleanError::CutOff)?);
        if length < 2 {
            return Err(CleanError::Malformed("a part of it has no length"));
        }
        let body = rest.get(2..length).ok_or(CleanError::CutOff)?;
        self.at += length;
        Ok(body)
    }

    fn segment(&mut self, marker: u8, body: &'b [u8], limits: &Limits) -> Result<(), CleanError> {
        let mark = u32::from(marker);
        let before_scans = self.scans == 0;
        match marker {
            marker::DQT => frame::quantisation_tables(body)?,
            marker::DHT => frame::huffman_tables(body)?,
            marker::DAC => frame::arithmetic_conditioning(body)?,
            marker::DRI => {
                let interval = frame::word(body)?;
                self.restarts =
                    if interval == 0 { Restarts::Unannounced } else { Restarts::Announced };
            }
            marker::DNL => {
                let lines = frame::word(body)?;
                if !self.lines_follow || self.scans != 1 {
                    return Err(CleanError::Malformed("it says its height where it should not"));
                }
                self.lines_follow = false;
                let width = self.walk.size.map_or(0, |size| size.width);
                self.walk.claim(Size { width, height: u32::from(lines) }, limits)?;
            }
            0xC0..=0xCF => {
                if self.frame.is_some() {
                    return Err(CleanError::Malformed("it holds two pictures in one"));
                }
                let frame = frame::Frame::read(marker, body)?;
                self.lines_follow = frame.size.height == 0;
                self.walk.claim(frame.size, limits)?;
                self.frame = Some(frame);
            }
            marker::SOS => return self.scan(body),
            marker::APP0
                if body.starts_with(JFIF) && body.len() >= JFIF_SEGMENT && before_scans =>
            {
                // Of several only the first has a meaning, and it moves to the front.
                self.jfif = self.jfif.or(body.get(..JFIF_BYTES));
                return self.walk.piece(mark, body, Fate::Kept);
            }
            marker::APP14
                if body.starts_with(ADOBE) && body.len() >= ADOBE_BYTES && before_scans =>
            {
                let meant = body.get(..ADOBE_BYTES);
                if self.adobe.is_some() && self.adobe != meant {
                    return Err(CleanError::Malformed("it says two things about its colours"));
                }
                self.adobe = meant;
                return self.walk.piece(mark, body, Fate::Kept);
            }
            marker::APP2 if body.starts_with(ICC) && before_scans => {
                self.profile_part(body);
                return self.walk.piece(mark, body, Fate::Kept);
            }
            _ => return self.walk.piece(mark, body, Fate::Dropped),
        }
        self.keep(mark, body)
    }

    /// Carries a segment over, from its marker to its end but without what led it.
    fn keep(&mut self, mark: u32, body: &'b [u8]) -> Result<(), CleanError> {
        let start = self.at.saturating_sub(body.len() + 4);
        let whole = self.bytes.get(start..self.at).unwrap_or_default();
        self.walk.keep(mark, body, whole)
    }

    /// A scan header with the coded data behind it, to the next marker that is not a restart.
    fn scan(&mut self, body: &'b [u8]) -> Result<(), CleanError> {
        let frame = self
            .frame
            .as_ref()
            .ok_or(CleanError::Malformed("picture data come before its size"))?;
        frame.allows_scan(body)?;
        self.scans += 1;
        if self.scans > MOST_SCANS {
            return Err(CleanError::TooLarge("it is made of too many passes"));
        }
        let start = self.at.saturating_sub(body.len() + 4);
        let coded = self.bytes.get(self.at..).unwrap_or_default();
        let length = self.coded_length(coded)?;
        coded::wordless(coded.get(..length).unwrap_or_default())?;
        self.at += length;
        let whole = self.bytes.get(start..self.at).unwrap_or_default();
        self.walk.keep(u32::from(marker::SOS), body, whole)
    }

    fn coded_length(&self, coded: &[u8]) -> Result<usize, CleanError> {
        let mut fill_from = None;
        for at in memchr::memchr_iter(0xFF, coded) {
            // A run of FF: the first of it is where the marker's lead begins.
            let lead = match fill_from {
                Some((first, last)) if last + 1 == at => first,
                _ => at,
            };
            match coded.get(at + 1).copied().ok_or(CleanError::CutOff)? {
                0xFF => fill_from = Some((lead, at)),
                0x00 => fill_from = None,
                0xD0..=0xD7 if self.restarts == Restarts::Announced => fill_from = None,
                0xD0..=0xD7 => {
                    return Err(CleanError::Malformed(
                        "it holds restart marks that it does not announce",
                    ));
                }
                _ => return Ok(lead),
            }
        }
        Err(CleanError::CutOff)
    }

    fn profile_part(&mut self, body: &'b [u8]) {
        let numbers = body.get(ICC.len()..ICC.len() + 2);
        let (number, of) = match numbers {
            Some(&[number, of]) => (number, of),
            _ => (0, 0),
        };
        if !self.profile.iter().any(|part| part.body == body) {
            self.profile.push(ProfilePart { number, of, body });
        }
    }

    fn finish(&mut self) -> Result<(), CleanError> {
        self.walk.piece(u32::from(marker::EOI), &[], Fate::Kept)?;
        let trailing = self.bytes.get(self.at..).unwrap_or_default();
        if !trailing.is_empty() {
            self.walk.piece(0, trailing, Fate::Trailing)?;
        }
        if self.scans == 0 {
            return Err(NO_PICTURE);
        }
        if self.walk.size.is_none_or(|size| size.pixels() == 0) {
            return Err(CleanError::Malformed("its picture has no size"));
        }
        Ok(())
    }

    /// Puts what says how colours are meant before the rest, always in one order.
    fn lead(&mut self) -> Result<(), CleanError> {
        let mut lead = Vec::new();
        let mut add = |mark: u8, bytes| lead.push(super::Kept { mark: u32::from(mark), bytes });
        if let Some(jfif) = self.jfif {
            add(marker::APP0, jfif);
        }
        self.profile.sort_by_key(|part| part.number);
        for part in &self.profile {
            add(marker::APP2, part.body);
        }
        if let Some(adobe) = self.adobe {
            add(marker::APP14, adobe);
        }
        lead.append(&mut self.walk.kept);
        self.walk.kept = lead;
        self.profile_is_whole()
    }

    fn profile_is_whole(&self) -> Result<(), CleanError> {
        let Some(first) = self.profile.first() else { return Ok(()) };
        let in_row = self
            .profile
            .iter()
            .zip(1..=u8::MAX)
            .all(|(part, number)| part.number == number && part.of == first.of);
        if !in_row || usize::from(first.of) != self.profile.len() {
            return Err(CleanError::Profile("its parts do not make a whole"));
        }
        let parts = self.profile.iter().filter_map(|part| part.body.get(ICC.len() + 2..));
        profile::validate(&parts.collect::<Vec<_>>().concat())
    }
}

/// What a JPEG inside another file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// A picture, perhaps without its tables.
    Picture,
    /// Tables alone, for pictures elsewhere.
    Tables,
}

const NO_PICTURE: CleanError = CleanError::Malformed("it holds no picture");

/// How long a JPEG inside another file is, if it says nothing but how to show a picture.
///
/// # Errors
///
/// If it is not built as it should be, or holds anything beside.
pub(super) fn bare(bytes: &[u8], part: Part) -> Result<usize, CleanError> {
    const MORE: CleanError = CleanError::Malformed("a picture in it holds more than a picture");
    // Its size is that of a part of the picture around it, which was looked at.
    let limits = Limits { image_pixels: u64::MAX, ..Limits::default() };
    let walk = walk(bytes, &limits);
    match (&walk.obstacle, part) {
        (None, Part::Picture) => {}
        (Some(problem), Part::Tables) if *problem == NO_PICTURE => {}
        (Some(problem), _) => return Err(problem.clone()),
        (None, Part::Tables) => return Err(MORE),
    }
    let mut trailing = 0;
    for piece in &walk.pieces {
        let longest = match u8::try_from(piece.mark).unwrap_or_default() {
            marker::APP0 => JFIF_SEGMENT,
            marker::APP14 => ADOBE_BYTES,
            marker::APP2 => 0,
            _ => usize::MAX,
        };
        match piece.fate {
            Fate::Kept if piece.body.len() <= longest => {}
            Fate::Trailing if piece.body.iter().all(|&byte| byte == 0) => {
                trailing = piece.body.len();
            }
            _ => return Err(MORE),
        }
    }
    Ok(bytes.len() - trailing)
}

/// Whether a length follows this marker. Those that may not stand here are an obstacle.
fn has_length(marker: u8) -> Result<bool, CleanError> {
    match marker {
        // TEM: has no meaning outside an encoder.
        0x01 => Ok(false),
        0x02..=0xBF | 0xC8 => Err(CleanError::Malformed("it has a part that is not known")),
        0xD0..=0xD7 => Err(CleanError::Malformed("it has a restart mark outside its picture")),
        marker::SOI => Err(CleanError::Malformed("a second picture begins inside the first")),
        0xDE | 0xDF => {
            Err(CleanError::Malformed("it is a hierarchical JPEG, which few programs open"))
        }
        _ => Ok(true),
    }
}

fn emit(walk: &Walk<'_>, orientation: u8, sink: &mut Sink<'_>) {
    sink(&[0xFF, marker::SOI]);
    let mut orientation = Some(orientation).filter(|&orientation| orientation > 1);
    for kept in &walk.kept {
        let jfif = kept.mark == u32::from(marker::APP0);
        // EXIF stands first, or second behind JFIF.
        if !jfif && let Some(orientation) = orientation.take() {
            segment(marker::APP1, &[EXIF, &tiff::orientation_block(orientation)], sink);
        }
        match u8::try_from(kept.mark).unwrap_or_default() {
            marker::APP0 => segment(marker::APP0, &[kept.bytes, &[0, 0]], sink),
            mark @ (marker::APP2 | marker::APP14) => segment(mark, &[kept.bytes], sink),
            _ => sink(kept.bytes),
        }
    }
    sink(&[0xFF, marker::EOI]);
}

/// Writes a segment. Its parts are from a segment of the original or a few bytes of our own, and fit.
fn segment(marker: u8, parts: &[&[u8]], sink: &mut Sink<'_>) {
    let length = parts.iter().map(|part| part.len()).sum::<usize>() + 2;
    let [high, low] = u16::try_from(length).unwrap_or(u16::MAX).to_be_bytes();
    sink(&[0xFF, marker, high, low]);
    for part in parts {
        sink(part);
    }
}
