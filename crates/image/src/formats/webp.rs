//! WebP: lossy, lossless, with alpha, animated.
//!
//! A file is one RIFF chunk that holds others (RFC 9649, section 2). Kept: the coded pictures, their alpha
//! planes, the frames and timing of an animation, the size of the canvas, and the ICC profile. Dropped: EXIF,
//! XMP, every chunk that is not on the list, and all behind the end of the RIFF chunk. The flags at the front
//! are written anew, by what is kept. Chunks in an order in which they have no meaning, or pictures of
//! another size than the canvas says, are an obstacle.
//!
//! It does not decode the coded pictures: bytes that an encoder left at the end of one are part of it. If they
//! read as words they are an obstacle.

use gatepost_model::Limits;

use super::{Container, Fate, Kept, Sink, Walk, coded, profile};
use crate::error::CleanError;
use crate::examination::Size;
use crate::format::Format;
use crate::metadata::tiff;

mod metadata;
mod picture;

pub(super) static CONTAINER: Container =
    Container { format: Format::WebP, walk, read: metadata::read, emit };

const fn mark(name: [u8; 4]) -> u32 {
    u32::from_be_bytes(name)
}

const CANVAS: u32 = mark(*b"VP8X");
/// The canvas has transparent parts, as its flags say.
const TRANSPARENT: u32 = mark(*b"alph");
const PROFILE: u32 = mark(*b"ICCP");
const ANIMATION: u32 = mark(*b"ANIM");
const FRAME: u32 = mark(*b"ANMF");
const ALPHA: u32 = mark(*b"ALPH");
const LOSSY: u32 = mark(*b"VP8 ");
const LOSSLESS: u32 = mark(*b"VP8L");
const EXIF: u32 = mark(*b"EXIF");
const XMP: u32 = mark(*b"XMP ");

/// Flags of a canvas (RFC 9649, section 2.7.1).
mod flag {
    pub(super) const ANIMATION: u8 = 0x02;
    pub(super) const EXIF: u8 = 0x08;
    pub(super) const ALPHA: u8 = 0x10;
    pub(super) const PROFILE: u8 = 0x20;
}

/// Place, size, time and flags of a frame.
const FRAME_HEAD: usize = 16;

const CUT: CleanError = CleanError::CutOff;

fn walk<'b>(bytes: &'b [u8], limits: &Limits) -> Walk<'b> {
    let mut walker = Walker { walk: Walk::default(), canvas: None, parts: Parts::default() };
    let outcome = walker.run(bytes, limits);
    walker.walk.note(outcome);
    walker.walk
}

struct Walker<'b> {
    walk: Walk<'b>,
    canvas: Option<Canvas<'b>>,
    parts: Parts<'b>,
}

#[derive(Clone, Copy)]
struct Canvas<'b> {
    flags: u8,
    /// Width and height less one, three bytes each.
    sizes: &'b [u8],
    size: Size,
}

/// What is kept, by what it is.
#[derive(Default)]
struct Parts<'b> {
    profile: Option<&'b [u8]>,
    animation: Option<&'b [u8]>,
    frames: Vec<Kept<'b>>,
    /// An alpha plane that waits for its picture.
    alpha: Option<&'b [u8]>,
    pictures: usize,
}

/// A chunk and what follows it.
struct Chunk<'b> {
    mark: u32,
    body: &'b [u8],
    rest: &'b [u8],
}

/// The first chunk of a row. The pad byte behind an odd one may be missing at the end.
fn chunk(row: &[u8]) -> Result<Chunk<'_>, CleanError> {
    let (name, rest) = row.split_first_chunk::<4>().ok_or(CUT)?;
    let (length, rest) = rest.split_first_chunk::<4>().ok_or(CUT)?;
    let length = usize::try_from(u32::from_le_bytes(*length)).unwrap_or(usize::MAX);
    let (body, rest) = rest.split_at_checked(length).ok_or(CUT)?;
    let rest = rest.get(length % 2..).unwrap_or_default();
    Ok(Chunk { mark: mark(*name), body, rest })
}

impl<'b> Walker<'b> {
    fn run(&mut self, bytes: &'b [u8], limits: &Limits) -> Result<(), CleanError> {
        let (head, rest) = bytes.split_first_chunk::<12>().ok_or(CUT)?;
        let &[b'R', b'I', b'F', b'F', a, b, c, d, b'W', b'E', b'B', b'P'] = head else {
            return Err(CleanError::Malformed("it does not begin as a WebP does"));
        };
        let length = usize::try_from(u32::from_le_bytes([a, b, c, d])).unwrap_or(usize::MAX);
        let inner =
            length.checked_sub(4).ok_or(CleanError::Malformed("a part of it is too short"))?;
        let (mut row, trailing) = rest.split_at_checked(inner).ok_or(CUT)?;
        let mut first = true;
        while !row.is_empty() {
            let chunk = chunk(row)?;
            row = chunk.rest;
            // The row goes on behind a bad chunk, and what it says is worth reading.
            let outcome = self.chunk(chunk.mark, chunk.body, first, limits);
            self.walk.note(outcome);
            self.walk.countable()?;
            first = false;
        }
        // The RIFF chunk of an odd length has a pad byte as well.
        if trailing.iter().any(|&byte| byte != 0) || trailing.len() > 1 {
            self.walk.piece(0, trailing, Fate::Trailing)?;
        }
        if self.walk.obstacle.is_none() { self.finish() } else { Ok(()) }
    }

    fn animated(&self) -> bool {
        self.canvas.is_some_and(|canvas| canvas.flags & flag::ANIMATION != 0)
    }

    fn chunk(
        &mut self,
        mark: u32,
        body: &'b [u8],
        first: bool,
        limits: &Limits,
    ) -> Result<(), CleanError> {
        match mark {
            CANVAS if first => {
                let canvas = Canvas::read(body)?;
                self.walk.claim(canvas.size, limits)?;
                self.canvas = Some(canvas);
                self.walk.piece(mark, body, Fate::Kept)
            }
            PROFILE if self.canvas.is_some() && self.parts.profile.is_none() => {
                profile::validate(body)?;
                self.parts.profile = Some(body);
                self.walk.piece(mark, body, Fate::Kept)
            }
            ANIMATION if self.animated() && self.parts.animation.is_none() => {
                if body.len() != 6 {
                    return Err(CleanError::Malformed("its animation is wrong"));
                }
                self.parts.animation = Some(body);
                self.walk.piece(mark, body, Fate::Kept)
            }
            FRAME if self.animated() => self.frame(body, limits),
            ALPHA | LOSSY | LOSSLESS if !self.animated() => {
                let size = self.canvas.map(|canvas| canvas.size);
                self.coded(mark, body, size, limits)
            }
            // A picture beside an animation, or frames beside a picture: nobody is shown them.
            _ => self.walk.piece(mark, body, Fate::Dropped),
        }
    }

    fn frame(&mut self, body: &'b [u8], limits: &Limits) -> Result<(), CleanError> {
        const WRONG: CleanError = CleanError::Malformed("a frame of its animation is wrong");
        let (head, mut row) = body.split_at_checked(FRAME_HEAD).ok_or(WRONG)?;
        let number = |at: usize| picture::three_bytes(head.get(at..)?);
        let numbers = number(0).zip(number(3)).zip(number(6)).zip(number(9));
        let (((x, y), width), height) = numbers.ok_or(WRONG)?;
        let size = Size { width: width + 1, height: height + 1 };
        let canvas = self.canvas.ok_or(WRONG)?.size;
        if 2 * x + size.width > canvas.width || 2 * y + size.height > canvas.height {
            return Err(WRONG);
        }
        self.walk.piece(FRAME, head, Fate::Kept)?;
        self.parts.frames.push(Kept { mark: FRAME, bytes: head });
        let before = self.parts.pictures;
        self.parts.alpha = None;
        while !row.is_empty() {
            let chunk = chunk(row).map_err(|_| WRONG)?;
            row = chunk.rest;
            match chunk.mark {
                ALPHA | LOSSY | LOSSLESS => {
                    self.coded(chunk.mark, chunk.body, Some(size), limits)?;
                }
                _ => self.walk.piece(chunk.mark, chunk.body, Fate::Dropped)?,
            }
            self.walk.countable()?;
        }
        if self.parts.pictures == before + 1 && self.parts.alpha.is_none() {
            Ok(())
        } else {
            Err(WRONG)
        }
    }

    /// An alpha plane or a picture. The plane stands before the picture that it belongs to.
    fn coded(
        &mut self,
        mark: u32,
        body: &'b [u8],
        wanted: Option<Size>,
        limits: &Limits,
    ) -> Result<(), CleanError> {
        self.walk.piece(mark, body, Fate::Kept)?;
        if mark == ALPHA {
            let size = wanted.ok_or(CleanError::Malformed("its transparency is out of place"))?;
            picture::alpha(body, size)?;
            if self.parts.alpha.replace(body).is_some() {
                return Err(CleanError::Malformed("its transparency is out of place"));
            }
            return Ok(());
        }
        coded::wordless(body)?;
        let size = if mark == LOSSY { picture::lossy(body)? } else { picture::lossless(body)? };
        match wanted {
            Some(wanted) if wanted != size => {
                return Err(CleanError::Malformed("it says two things about its size"));
            }
            Some(_) => {}
            None => self.walk.claim(size, limits)?,
        }
        if let Some(alpha) = self.parts.alpha.take() {
            if mark == LOSSLESS {
                return Err(CleanError::Malformed("its transparency is out of place"));
            }
            self.parts.frames.push(Kept { mark: ALPHA, bytes: alpha });
        }
        self.parts.frames.push(Kept { mark, bytes: body });
        self.parts.pictures += 1;
        Ok(())
    }

    /// Puts what is kept in order.
    fn finish(&mut self) -> Result<(), CleanError> {
        let parts = std::mem::take(&mut self.parts);
        let fits = if self.animated() {
            parts.animation.is_some() && parts.pictures > 0
        } else {
            parts.pictures == 1 && parts.alpha.is_none()
        };
        if !fits {
            return Err(CleanError::Malformed("it does not hold the pictures that it should"));
        }
        let kept = &mut self.walk.kept;
        let mut add = |mark, bytes| kept.push(Kept { mark, bytes });
        if let Some(canvas) = self.canvas {
            add(CANVAS, canvas.sizes);
            if canvas.flags & flag::ALPHA != 0 {
                add(TRANSPARENT, &[]);
            }
        }
        for (mark, part) in [(PROFILE, parts.profile), (ANIMATION, parts.animation)] {
            if let Some(bytes) = part {
                add(mark, bytes);
            }
        }
        kept.extend(parts.frames);
        Ok(())
    }
}

impl<'b> Canvas<'b> {
    fn read(body: &'b [u8]) -> Result<Self, CleanError> {
        const WRONG: CleanError = CleanError::Malformed("its header is wrong");
        let (&[flags, _, _, _], sizes) = body.split_first_chunk::<4>().ok_or(WRONG)?;
        if sizes.len() != 6 {
            return Err(WRONG);
        }
        let (width, height) = picture::three_bytes(sizes)
            .zip(sizes.get(3..).and_then(picture::three_bytes))
            .ok_or(WRONG)?;
        Ok(Self { flags, sizes, size: Size { width: width + 1, height: height + 1 } })
    }
}

fn emit(walk: &Walk<'_>, orientation: u8, sink: &mut Sink<'_>) {
    let kept = walk.kept.as_slice();
    let any = |mark: u32| kept.iter().any(|part| part.mark == mark);
    // Without a canvas there is no place that says how to turn a picture.
    let turned = orientation > 1 && any(CANVAS);
    let block = tiff::orientation_block(orientation);
    let frames = kept.iter().position(|part| part.mark == FRAME).unwrap_or(kept.len());
    let (lead, frames) = kept.split_at(frames);
    let lead: Vec<_> = lead.iter().filter(|part| part.mark != TRANSPARENT).collect();
    let frames: Vec<&[Kept<'_>]> = frames.chunk_by(|_, next| next.mark != FRAME).collect();
    let padded = |length: usize| 8 + length + length % 2;
    let frame_length = |frame: &[Kept<'_>]| {
        frame
            .iter()
            .map(|part| if part.mark == FRAME { FRAME_HEAD } else { padded(part.bytes.len()) })
            .sum()
    };
    let lead_length = lead.iter().map(|part| {
        let more = if part.mark == CANVAS { 4 } else { 0 };
        padded(part.bytes.len() + more)
    });
    let frames_length = frames.iter().map(|frame| padded(frame_length(frame)));
    let length = 4
        + lead_length.chain(frames_length).sum::<usize>()
        + if turned { padded(block.len()) } else { 0 };
    sink(b"RIFF");
    sink(&long(length));
    sink(b"WEBP");
    for part in lead {
        if part.mark == CANVAS {
            let flags = [
                (TRANSPARENT, flag::ALPHA),
                (PROFILE, flag::PROFILE),
                (ANIMATION, flag::ANIMATION),
            ];
            let flags =
                flags.iter().filter(|(mark, _)| any(*mark)).map(|(_, flag)| flag).sum::<u8>()
                    + if turned { flag::EXIF } else { 0 };
            write(CANVAS, &[&[flags, 0, 0, 0], part.bytes], sink);
        } else {
            write(part.mark, &[part.bytes], sink);
        }
    }
    for frame in frames {
        sink(&FRAME.to_be_bytes());
        sink(&long(frame_length(frame)));
        for part in frame {
            if part.mark == FRAME {
                sink(part.bytes);
            } else {
                write(part.mark, &[part.bytes], sink);
            }
        }
    }
    if turned {
        write(EXIF, &[&block], sink);
    }
}

fn write(mark: u32, parts: &[&[u8]], sink: &mut Sink<'_>) {
    let length = parts.iter().map(|part| part.len()).sum::<usize>();
    sink(&mark.to_be_bytes());
    sink(&long(length));
    for part in parts {
        sink(part);
    }
    if !length.is_multiple_of(2) {
        sink(&[0]);
    }
}

/// A length. Every part is one of a file whose own length fits.
fn long(length: usize) -> [u8; 4] {
    u32::try_from(length).unwrap_or(u32::MAX).to_le_bytes()
}
