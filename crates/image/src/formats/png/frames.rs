//! The picture data of a PNG: the picture itself and the frames of an animation.
//!
//! Chunks are gathered as they come; at the end every compressed stream is inflated once, into nothing, to
//! see that it holds exactly the pixels that its header says. PNG third edition, sections 10.1, 11.2.3, 11.3.6.

use super::header::Header;
use crate::error::CleanError;
use crate::examination::Size;
use crate::metadata::inflate::{self, Stop};

/// What was gathered so far.
#[derive(Default)]
pub(super) struct Frames<'b> {
    picture: Vec<&'b [u8]>,
    /// A chunk that is none of the picture's has come after the first that is.
    picture_closed: bool,
    /// How many frames an animation says it has.
    announced: Option<u32>,
    animation: Vec<Frame<'b>>,
    sequence: u32,
}

struct Frame<'b> {
    size: Size,
    data: Vec<&'b [u8]>,
    /// Its pixels are those of the picture itself.
    is_picture: bool,
}

const WRONG: CleanError = CleanError::Malformed("its animation is wrong");

impl<'b> Frames<'b> {
    /// True once picture data have come.
    pub(super) fn begun(&self) -> bool {
        !self.picture.is_empty()
    }

    /// True if it says that it is an animation.
    pub(super) fn animated(&self) -> bool {
        self.announced.is_some()
    }

    /// A chunk of the picture itself. They follow one another.
    pub(super) fn data(&mut self, body: &'b [u8]) -> Result<(), CleanError> {
        if self.picture_closed {
            return Err(CleanError::Malformed("its picture comes in pieces"));
        }
        if let Some(frame) = self.animation.last_mut() {
            frame.is_picture = true;
        }
        self.picture.push(body);
        Ok(())
    }

    /// A chunk of an animation.
    pub(super) fn control(
        &mut self,
        name: [u8; 4],
        body: &'b [u8],
        header: &Header,
    ) -> Result<(), CleanError> {
        match &name {
            b"acTL" => {
                let &[a, b, c, d, _, _, _, _] = body else { return Err(WRONG) };
                if self.begun() || self.announced.is_some() {
                    return Err(WRONG);
                }
                self.announced = Some(u32::from_be_bytes([a, b, c, d]));
                Ok(())
            }
            b"fcTL" => {
                self.picture_closed = self.begun();
                let body = self.in_sequence(body)?;
                self.animation.push(Frame {
                    size: frame(body, header)?,
                    data: Vec::new(),
                    is_picture: false,
                });
                Ok(())
            }
            _ => {
                self.picture_closed = true;
                let body = self.in_sequence(body)?;
                let frame = self.animation.last_mut().ok_or(WRONG)?;
                if frame.is_picture || !self.picture_closed || self.picture.is_empty() {
                    return Err(WRONG);
                }
                frame.data.push(body);
                Ok(())
            }
        }
    }

    /// What follows the sequence number, if that is the next.
    fn in_sequence(&mut self, body: &'b [u8]) -> Result<&'b [u8], CleanError> {
        let (number, body) = body.split_first_chunk::<4>().ok_or(WRONG)?;
        if u32::from_be_bytes(*number) != self.sequence {
            return Err(WRONG);
        }
        self.sequence = self.sequence.checked_add(1).ok_or(WRONG)?;
        Ok(body)
    }

    /// Inflates everything. Out: how many bytes of the picture's chunks stand behind the end of its stream.
    pub(super) fn measure(&self, header: &Header) -> Result<usize, CleanError> {
        if self.picture.is_empty() {
            return Err(CleanError::Malformed("it holds no picture"));
        }
        let taken = stream(&self.picture, header, header.size)?;
        let total = self.picture.iter().map(|part| part.len()).sum::<usize>();
        if let Some(announced) = self.announced {
            if usize::try_from(announced).ok() != Some(self.animation.len()) {
                return Err(WRONG);
            }
            for frame in self.animation.iter().filter(|frame| !frame.is_picture) {
                let taken = stream(&frame.data, header, frame.size)?;
                if taken != frame.data.iter().map(|part| part.len()).sum::<usize>() {
                    return Err(CleanError::Malformed(
                        "something stands behind a frame of its animation",
                    ));
                }
            }
        }
        Ok(total.saturating_sub(taken))
    }

    /// The last bytes of the picture's chunks, as slices.
    pub(super) fn leftover(&self, mut bytes: usize) -> Vec<&'b [u8]> {
        let mut parts = Vec::new();
        for part in self.picture.iter().rev() {
            if bytes == 0 {
                break;
            }
            let from = part.len().saturating_sub(bytes);
            let tail = part.get(from..).unwrap_or_default();
            bytes -= tail.len();
            if !tail.is_empty() {
                parts.push(tail);
            }
        }
        parts
    }
}

/// The size of a frame, if it lies within the picture and its controls have a meaning.
fn frame(body: &[u8], header: &Header) -> Result<Size, CleanError> {
    let (longs, rest) = body.as_chunks::<4>();
    let &[width, height, x, y, _delay] = longs else { return Err(WRONG) };
    let &[dispose, blend] = rest else { return Err(WRONG) };
    let [width, height, x, y] = [width, height, x, y].map(u32::from_be_bytes);
    let within = |from: u32, length: u32, most: u32| {
        length > 0 && from.checked_add(length).is_some_and(|end| end <= most)
    };
    let fits = within(x, width, header.size.width)
        && within(y, height, header.size.height)
        && dispose <= 2
        && blend <= 1;
    if fits { Ok(Size { width, height }) } else { Err(WRONG) }
}

/// How many bytes a stream takes, if it holds the pixels of a picture of this size and no more.
fn stream(parts: &[&[u8]], header: &Header, size: Size) -> Result<usize, CleanError> {
    let expected = header
        .raw_bytes(size)
        .ok_or(CleanError::TooLarge("the picture has more pixels than can be counted"))?;
    match inflate::measure(parts, expected, |_| ()) {
        Ok(extent) if extent.given == expected => Ok(extent.taken),
        Ok(_) => Err(CleanError::Malformed("part of its picture is missing")),
        Err(Stop::Budget) => Err(CleanError::Malformed("there is more behind its last line")),
        Err(Stop::Damaged) => Err(CleanError::Malformed("its picture data are damaged")),
    }
}
