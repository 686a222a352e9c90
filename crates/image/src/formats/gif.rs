//! GIF, 87a and 89a, still or animated.
//!
//! A file is a header with a screen and its colours, and a row of blocks to a trailer (`GIF89a` specification).
//! Kept: the header, each picture with its own colours, the graphic control before it (timing and
//! transparency), how often the animation runs, and an ICC profile. Dropped: comments, plain text, XMP and
//! every other application's block, and all after the trailer. Of picture data, what stands behind the end
//! of the packed stream is dropped. A code that means nothing, or a byte between blocks that is no block, is
//! an obstacle.

use gatepost_model::Limits;

use super::lzw::{self, Flavour};
use super::{Container, Fate, Kept, Sink, Walk, profile};
use crate::error::CleanError;
use crate::examination::Size;
use crate::format::Format;

mod metadata;

pub(super) static CONTAINER: Container =
    Container { format: Format::Gif, walk, read: metadata::read, emit };

/// What pieces and kept parts are.
mod mark {
    /// Signature, screen, and the colours for all pictures.
    pub(super) const HEADER: u32 = 0;
    /// The four bytes of a graphic control.
    pub(super) const CONTROL: u32 = 0xF9;
    /// How often the animation runs: two bytes.
    pub(super) const LOOP: u32 = 1;
    /// A colour profile, in sub-blocks.
    pub(super) const PROFILE: u32 = 2;
    /// Place and size of a picture, its own colours, and the width of its codes.
    pub(super) const PICTURE: u32 = 0x2C;
    /// Whole sub-blocks of packed data.
    pub(super) const DATA: u32 = 3;
    /// The content of the last sub-block of a picture.
    pub(super) const LAST: u32 = 4;
    pub(super) const COMMENT: u32 = 0xFE;
    pub(super) const PLAIN_TEXT: u32 = 0x01 << 8;
    pub(super) const APPLICATION: u32 = 0xFF;
    /// An extension of another kind.
    pub(super) const OTHER: u32 = 5;
    pub(super) const TRAILER: u32 = 0x3B;
}

const SCREEN: usize = 13;
const DESCRIPTOR: usize = 10;
const APPLICATION_ID: usize = 11;
const PROFILE_ID: &[u8] = b"ICCRGBG1012";

const WRONG: CleanError = CleanError::Malformed("a block of it is wrong");

fn walk<'b>(bytes: &'b [u8], limits: &Limits) -> Walk<'b> {
    let mut walker = Walker {
        bytes,
        at: 0,
        walk: Walk::default(),
        control: None,
        looped: false,
        coloured: false,
        pictures: 0,
    };
    let outcome = walker.run(limits);
    walker.walk.note(outcome);
    walker.walk
}

struct Walker<'b> {
    bytes: &'b [u8],
    at: usize,
    walk: Walk<'b>,
    /// The control that belongs to the picture to come.
    control: Option<&'b [u8]>,
    looped: bool,
    coloured: bool,
    pictures: usize,
}

impl<'b> Walker<'b> {
    fn run(&mut self, limits: &Limits) -> Result<(), CleanError> {
        let &[_, _, _, _, _, _, w0, w1, h0, h1, flags, ..] =
            self.bytes.get(..SCREEN).ok_or(CleanError::CutOff)?
        else {
            return Err(CleanError::CutOff);
        };
        let size = Size {
            width: u32::from(u16::from_le_bytes([w0, w1])),
            height: u32::from(u16::from_le_bytes([h0, h1])),
        };
        let header = self.take(SCREEN + colours(flags))?;
        self.walk.claim(size, limits)?;
        if size.pixels() == 0 {
            return Err(CleanError::Malformed("its picture has no size"));
        }
        self.walk.keep(mark::HEADER, header, header)?;
        loop {
            let start = self.at;
            match self.take(1)? {
                [0x3B] => return self.finish(),
                [0x21] => self.extension()?,
                [0x2C] => self.picture(start, limits)?,
                // Some writers end a block twice.
                [0] => {
                    let stray = self.bytes.get(start..self.at).unwrap_or_default();
                    self.walk.piece(0, stray, Fate::Stray)?;
                }
                _ => return Err(CleanError::Malformed("it has a part that is not known")),
            }
        }
    }

    fn take(&mut self, length: usize) -> Result<&'b [u8], CleanError> {
        let end = self.at.checked_add(length).ok_or(CleanError::CutOff)?;
        let taken = self.bytes.get(self.at..end).ok_or(CleanError::CutOff)?;
        self.at = end;
        Ok(taken)
    }

    /// Sub-blocks up to and with the empty one that ends them.
    fn sub_blocks(&mut self) -> Result<&'b [u8], CleanError> {
        let start = self.at;
        while let &[length] = self.take(1)? {
            if length == 0 {
                break;
            }
            self.take(usize::from(length))?;
        }
        Ok(self.bytes.get(start..self.at).unwrap_or_default())
    }

    fn extension(&mut self) -> Result<(), CleanError> {
        let label = self.take(1)?.first().copied().unwrap_or_default();
        let body = self.sub_blocks()?;
        match label {
            0xF9 => {
                // A length, four bytes, an empty sub-block.
                let control = match body {
                    [4, control @ .., 0] if control.len() == 4 => control,
                    _ => return Err(WRONG),
                };
                if let Some(unused) = self.control.replace(control) {
                    self.walk.piece(mark::OTHER, unused, Fate::Dropped)?;
                }
                Ok(())
            }
            0xFF => self.application(body),
            0xFE => self.walk.piece(mark::COMMENT, body, Fate::Dropped),
            0x01 => self.walk.piece(mark::PLAIN_TEXT, body, Fate::Dropped),
            _ => self.walk.piece(mark::OTHER, body, Fate::Dropped),
        }
    }

    fn application(&mut self, body: &'b [u8]) -> Result<(), CleanError> {
        let name = body.get(1..=APPLICATION_ID).unwrap_or_default();
        let data = body.get(APPLICATION_ID + 1..).unwrap_or_default();
        match (name, data) {
            (b"NETSCAPE2.0" | b"ANIMEXTS1.0", &[3, 1, _, _, ..]) if !self.looped => {
                self.looped = true;
                self.walk.keep(mark::LOOP, body, data.get(2..4).unwrap_or_default())
            }
            (PROFILE_ID, _) if !self.coloured => {
                self.coloured = true;
                profile::validate(&joined(data))?;
                self.walk.keep(mark::PROFILE, body, data)
            }
            _ => self.walk.piece(mark::APPLICATION, body, Fate::Dropped),
        }
    }

    fn picture(&mut self, start: usize, limits: &Limits) -> Result<(), CleanError> {
        let &[_, _, _, _, w0, w1, h0, h1, flags] = self.take(DESCRIPTOR - 1)? else {
            return Err(CleanError::CutOff);
        };
        self.take(colours(flags))?;
        let bits = self.take(1)?.first().copied().unwrap_or_default();
        if !(1..=8).contains(&bits) {
            return Err(CleanError::Malformed("its picture data are wrong"));
        }
        let head = self.bytes.get(start..self.at).unwrap_or_default();
        let data = self.sub_blocks()?;
        let [width, height] = [[w0, w1], [h0, h1]].map(|pair| u32::from(u16::from_le_bytes(pair)));
        let pixels = Size { width, height }.pixels();
        if pixels == 0 || pixels > limits.image_pixels {
            return Err(CleanError::Malformed("a picture in it has no proper size"));
        }
        if let Some(control) = self.control.take() {
            self.walk.keep(mark::CONTROL, control, control)?;
        }
        self.walk.keep(mark::PICTURE, head, head)?;
        let extent = lzw::measure(Content::of(data), Flavour::Gif(u32::from(bits)), pixels)
            .map_err(|_| CleanError::Malformed("its picture data are wrong"))?;
        let (whole, last, rest) = divide(data, extent.taken);
        self.walk.keep(mark::DATA, whole, whole)?;
        self.walk.keep(mark::LAST, last, last)?;
        if rest.iter().any(|&byte| byte != 0) {
            self.walk.piece(mark::DATA, rest, Fate::Stray)?;
        }
        self.pictures += 1;
        Ok(())
    }

    fn finish(&mut self) -> Result<(), CleanError> {
        self.walk.piece(mark::TRAILER, &[], Fate::Kept)?;
        if let Some(unused) = self.control.take() {
            self.walk.piece(mark::OTHER, unused, Fate::Dropped)?;
        }
        let trailing = self.bytes.get(self.at..).unwrap_or_default();
        if !trailing.is_empty() {
            self.walk.piece(0, trailing, Fate::Trailing)?;
        }
        if self.pictures == 0 {
            return Err(CleanError::Malformed("it holds no picture"));
        }
        Ok(())
    }
}

/// How many bytes a table of colours takes, by the flags before it.
fn colours(flags: u8) -> usize {
    if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) }
}

/// Divides sub-blocks behind so many bytes of content: whole sub-blocks, the content of the one in which they
/// end, and what is left.
fn divide(blocks: &[u8], mut taken: usize) -> (&[u8], &[u8], &[u8]) {
    let mut at = 0;
    while let Some(&length) = blocks.get(at).filter(|&&length| length > 0) {
        let length = usize::from(length);
        if taken <= length {
            let last = blocks.get(at + 1..=at + taken).unwrap_or_default();
            let rest = blocks.get(at + 1 + taken..).unwrap_or_default();
            return (blocks.get(..at).unwrap_or_default(), last, rest);
        }
        taken -= length;
        at += 1 + length;
    }
    (blocks.get(..at).unwrap_or_default(), &[], &[])
}

/// The content of sub-blocks, without their lengths.
struct Content<'b> {
    blocks: &'b [u8],
    left: u8,
}

impl<'b> Content<'b> {
    fn of(blocks: &'b [u8]) -> Self {
        Self { blocks, left: 0 }
    }
}

impl Iterator for Content<'_> {
    type Item = u8;

    fn next(&mut self) -> Option<u8> {
        let (&first, rest) = self.blocks.split_first()?;
        self.blocks = rest;
        if self.left > 0 {
            self.left -= 1;
            return Some(first);
        }
        self.left = first.checked_sub(1)?;
        let (&content, rest) = self.blocks.split_first()?;
        self.blocks = rest;
        Some(content)
    }
}

fn joined(blocks: &[u8]) -> Vec<u8> {
    Content::of(blocks).collect()
}

fn emit(walk: &Walk<'_>, _: u8, sink: &mut Sink<'_>) {
    for &Kept { mark, bytes } in &walk.kept {
        match mark {
            mark::CONTROL => {
                sink(&[0x21, 0xF9, 4]);
                sink(bytes);
                sink(&[0]);
            }
            mark::LOOP => {
                sink(b"\x21\xff\x0bNETSCAPE2.0\x03\x01");
                sink(bytes);
                sink(&[0]);
            }
            mark::PROFILE => {
                sink(b"\x21\xff\x0b");
                sink(PROFILE_ID);
                sink(bytes);
            }
            mark::LAST => {
                // A sub-block has a length of one byte, and this is part of one.
                if let Ok(length @ 1..) = u8::try_from(bytes.len()) {
                    sink(&[length]);
                    sink(bytes);
                }
                sink(&[0]);
            }
            _ => sink(bytes),
        }
    }
    sink(&[0x3B]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sub_blocks_are_divided_where_the_stream_ends() {
        let blocks = b"\x03abc\x02de\0";
        assert_eq!(joined(blocks), b"abcde");
        assert_eq!(divide(blocks, 5), (&b"\x03abc"[..], &b"de"[..], &b"\0"[..]));
        assert_eq!(divide(blocks, 4), (&b"\x03abc"[..], &b"d"[..], &b"e\0"[..]));
        assert_eq!(divide(blocks, 3), (&b""[..], &b"abc"[..], &b"\x02de\0"[..]));
        assert_eq!(divide(blocks, 0), (&b""[..], &b""[..], &b"abc\x02de\0"[..]));
        assert_eq!(divide(b"\0", 0), (&b""[..], &b""[..], &b""[..]));
    }
}
