//! PNG, with APNG.
//!
//! A file is a signature and a row of chunks from IHDR to IEND, each with a checksum (PNG third edition,
//! sections 5 and 11). Kept: the header, palette and transparency, the chunks that say how colours and
//! pixels are meant, the picture data, and an animation's frames with their timing. Dropped: text, time,
//! EXIF, every chunk that is not on the list, and all after IEND. Of picture data, what stands behind the
//! end of the compressed stream is dropped: that is where a crop tool may have left the old picture. An
//! unknown chunk that claims to be needed, a wrong checksum, or data for more or fewer pixels than the
//! header says is an obstacle.

use gatepost_model::Limits;

use super::{Container, Fate, Kept, Sink, Walk};
use crate::error::CleanError;
use crate::format::Format;
use crate::metadata::tiff;

mod chunk;
mod frames;
mod header;
mod metadata;

use frames::Frames;
use header::Header;

pub(super) static CONTAINER: Container =
    Container { format: Format::Png, walk, read: metadata::read, emit };

const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";
/// The name under which every colour profile is kept: programs put the names of screens and people there.
const PROFILE_NAME: &[u8] = b"icc\0\0";

/// A chunk type as one number.
const fn mark(name: [u8; 4]) -> u32 {
    u32::from_be_bytes(name)
}

fn walk<'b>(bytes: &'b [u8], limits: &Limits) -> Walk<'b> {
    let mut walker = Walker {
        rest: bytes,
        walk: Walk::default(),
        header: None,
        frames: Frames::default(),
        once: Vec::new(),
    };
    let outcome = walker.run(limits);
    walker.walk.note(outcome);
    walker.walk
}

struct Walker<'b> {
    rest: &'b [u8],
    walk: Walk<'b>,
    header: Option<Header>,
    frames: Frames<'b>,
    /// Kept chunks that may come only once, so far.
    once: Vec<u32>,
}

/// A chunk as it stands in the file.
#[derive(Clone, Copy)]
struct Chunk<'b> {
    name: [u8; 4],
    body: &'b [u8],
    sound: bool,
}

impl<'b> Walker<'b> {
    fn run(&mut self, limits: &Limits) -> Result<(), CleanError> {
        self.rest = self
            .rest
            .strip_prefix(SIGNATURE)
            .ok_or(CleanError::Malformed("it does not begin as a PNG does"))?;
        loop {
            let chunk = self.next()?;
            if &chunk.name == b"IEND" {
                return self.finish(chunk);
            }
            // The row goes on behind a bad chunk, and what it says is worth reading.
            let outcome = self.chunk(chunk, limits);
            self.walk.note(outcome);
            self.walk.countable()?;
        }
    }

    fn next(&mut self) -> Result<Chunk<'b>, CleanError> {
        let (length, rest) = self.rest.split_first_chunk::<4>().ok_or(CleanError::CutOff)?;
        let length = usize::try_from(u32::from_be_bytes(*length)).unwrap_or(usize::MAX);
        let (name, _) = rest.split_first_chunk::<4>().ok_or(CleanError::CutOff)?;
        if !name.iter().all(u8::is_ascii_alphabetic) {
            return Err(CleanError::Malformed("a part of it has no proper name"));
        }
        if length > i32::MAX as usize {
            return Err(CleanError::Malformed("a part of it claims to be longer than any file"));
        }
        let (named, rest) = rest.split_at_checked(4 + length).ok_or(CleanError::CutOff)?;
        let (sum, rest) = rest.split_first_chunk::<4>().ok_or(CleanError::CutOff)?;
        self.rest = rest;
        let sound = crc32fast::hash(named) == u32::from_be_bytes(*sum);
        Ok(Chunk { name: *name, body: named.get(4..).unwrap_or_default(), sound })
    }

    fn chunk(&mut self, chunk: Chunk<'b>, limits: &Limits) -> Result<(), CleanError> {
        let mark = mark(chunk.name);
        if self.header.is_none() && &chunk.name != b"IHDR" {
            self.walk.piece(mark, chunk.body, Fate::Dropped)?;
            return Err(CleanError::Malformed("its header is not at its beginning"));
        }
        let header = self.header;
        let critical = chunk.name.first().is_some_and(u8::is_ascii_uppercase);
        let in_time = !self.frames.begun();
        match &chunk.name {
            b"IHDR" => {
                chunk.sound()?;
                if header.is_some() {
                    return Err(CleanError::Malformed("it has two headers"));
                }
                let header = Header::read(chunk.body)?;
                self.walk.claim(header.size, limits)?;
                self.header = Some(header);
                self.walk.keep(mark, chunk.body, chunk.body)
            }
            b"IDAT" => {
                chunk.sound()?;
                self.frames.data(chunk.body)?;
                self.walk.keep(mark, chunk.body, chunk.body)
            }
            b"acTL" | b"fcTL" | b"fdAT" if self.frames.animated() || &chunk.name == b"acTL" => {
                chunk.sound()?;
                if let Some(header) = &header {
                    self.frames.control(chunk.name, chunk.body, header)?;
                }
                self.walk.keep(mark, chunk.body, chunk.body)
            }
            name if in_time && !self.once.contains(&mark) && chunk::is_kept(*name) => {
                chunk.sound()?;
                if let Some(header) = &header {
                    chunk::validate(*name, chunk.body, header)?;
                }
                self.once.push(mark);
                let bytes = if name == b"iCCP" { chunk::profile(chunk.body)? } else { chunk.body };
                self.walk.keep(mark, chunk.body, bytes)
            }
            b"PLTE" => Err(CleanError::Malformed("its palette is not where it should be")),
            _ if critical => Err(CleanError::Malformed("it has a part that is not known")),
            _ => self.walk.piece(mark, chunk.body, Fate::Dropped),
        }
    }

    fn finish(&mut self, end: Chunk<'b>) -> Result<(), CleanError> {
        end.sound()?;
        if !end.body.is_empty() {
            return Err(CleanError::Malformed("something stands in its end mark"));
        }
        self.walk.piece(mark(*b"IEND"), end.body, Fate::Kept)?;
        if !self.rest.is_empty() {
            self.walk.piece(0, self.rest, Fate::Trailing)?;
        }
        if self.walk.obstacle.is_some() {
            return Ok(());
        }
        let header = self.header.ok_or(CleanError::Malformed("it has no header"))?;
        if header.indexed && !self.once.contains(&mark(*b"PLTE")) {
            return Err(CleanError::Malformed("its palette is missing"));
        }
        let leftover = self.frames.measure(&header)?;
        self.cut_picture(leftover)
    }

    /// Takes what stands behind the end of the compressed stream off the picture data.
    fn cut_picture(&mut self, mut leftover: usize) -> Result<(), CleanError> {
        let idat = mark(*b"IDAT");
        if leftover > 0 {
            let stray = self.frames.leftover(leftover);
            for body in stray {
                self.walk.piece(idat, body, Fate::Stray)?;
            }
        }
        let mut emptied = Vec::new();
        for (number, kept) in self.walk.kept.iter_mut().enumerate().rev() {
            if leftover == 0 {
                break;
            }
            if kept.mark == idat {
                let cut = leftover.min(kept.bytes.len());
                kept.bytes = kept.bytes.get(..kept.bytes.len() - cut).unwrap_or_default();
                leftover -= cut;
                if kept.bytes.is_empty() {
                    emptied.push(number);
                }
            }
        }
        for number in emptied {
            self.walk.kept.remove(number);
        }
        Ok(())
    }
}

impl Chunk<'_> {
    fn sound(&self) -> Result<(), CleanError> {
        if self.sound {
            Ok(())
        } else {
            Err(CleanError::Malformed("a part of it does not fit its checksum"))
        }
    }
}

fn emit(walk: &Walk<'_>, orientation: u8, sink: &mut Sink<'_>) {
    sink(SIGNATURE);
    for Kept { mark: name, bytes } in &walk.kept {
        let parts: &[&[u8]] =
            if *name == mark(*b"iCCP") { &[PROFILE_NAME, bytes] } else { &[bytes] };
        chunk(*name, parts, sink);
        if *name == mark(*b"IHDR") && orientation > 1 {
            chunk(mark(*b"eXIf"), &[&tiff::orientation_block(orientation)], sink);
        }
    }
    chunk(mark(*b"IEND"), &[], sink);
}

fn chunk(name: u32, parts: &[&[u8]], sink: &mut Sink<'_>) {
    let length = parts.iter().map(|part| part.len()).sum::<usize>();
    sink(&u32::try_from(length).unwrap_or(u32::MAX).to_be_bytes());
    let name = name.to_be_bytes();
    let mut sum = crc32fast::Hasher::new();
    sum.update(&name);
    sink(&name);
    for part in parts {
        sum.update(part);
        sink(part);
    }
    sink(&sum.finalize().to_be_bytes());
}
