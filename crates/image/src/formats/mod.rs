//! The containers that can be walked, one a file.
//!
//! A walker goes over a whole file once and says of every byte what it is. What is needed to show the
//! picture is kept, for a reason that the walker's match arm names; all else is dropped; a structure
//! that it does not know, and that might be needed, is an obstacle. It trusts no length and no order
//! that it has not verified, visits every byte at most a fixed number of times, and allocates no more
//! than a list of pieces, the number of which is bounded.

use gatepost_model::Limits;

use crate::error::CleanError;
use crate::examination::Size;
use crate::format::Format;
use crate::metadata::Gathered;

pub(crate) mod bmff;
mod coded;
mod gif;
mod jpeg;
mod lzw;
mod png;
mod profile;
mod tiff;
mod webp;

/// Every container that can be cleaned.
pub(crate) static CONTAINERS: &[&Container] =
    &[&jpeg::CONTAINER, &png::CONTAINER, &webp::CONTAINER, &gif::CONTAINER, &tiff::CONTAINER];

/// Takes a file that is written, part by part.
pub(crate) type Sink<'s> = dyn FnMut(&[u8]) + 's;

/// How a container is walked, read and written.
pub(crate) struct Container {
    /// The format that it is for.
    pub(crate) format: Format,
    /// Goes over the file. Whatever is wrong becomes the obstacle of the walk, which then ends there.
    pub(crate) walk: for<'b> fn(&'b [u8], &Limits) -> Walk<'b>,
    /// Reads what the dropped pieces say.
    pub(crate) read: fn(&Walk<'_>, &mut Gathered),
    /// Writes a file of what is kept and an orientation, piece by piece, into a sink.
    pub(crate) emit: fn(&Walk<'_>, u8, &mut Sink<'_>),
}

/// What a walker found, in file order.
#[derive(Default)]
pub(crate) struct Walk<'b> {
    /// Every piece of the file.
    pub(crate) pieces: Vec<Piece<'b>>,
    /// What a clean copy is made of, in the order in which it is written.
    pub(crate) kept: Vec<Kept<'b>>,
    /// The size of the picture.
    pub(crate) size: Option<Size>,
    /// Why no clean copy can be made.
    pub(crate) obstacle: Option<CleanError>,
}

/// A stretch of a file. Pieces follow one another without gap.
#[derive(Clone, Copy)]
pub(crate) struct Piece<'b> {
    /// What it is: a marker, a chunk type, or whatever the walker calls its parts.
    pub(crate) mark: u32,
    /// Its content, without marker, lengths and checksums.
    pub(crate) body: &'b [u8],
    /// What becomes of it.
    pub(crate) fate: Fate,
}

/// What becomes of a piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fate {
    /// It is in the copy, whole or as far as it has a meaning.
    Kept,
    /// It is metadata or unknown, and not in the copy.
    Dropped,
    /// It stands where nothing should: between pieces, or after coded data that had ended.
    Stray,
    /// It stands after the end of the picture.
    Trailing,
}

/// What a clean copy carries over, byte for byte.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Kept<'b> {
    /// What it is: a marker, a chunk type, or whatever the walker calls its parts.
    pub(crate) mark: u32,
    /// The bytes that have a meaning.
    pub(crate) bytes: &'b [u8],
}

/// How many pieces a file may have: enough for a 256 MiB PNG in chunks of a kilobyte.
const MOST_PIECES: usize = 1 << 18;

const TOO_MANY: CleanError = CleanError::TooLarge("it is made of too many parts");

impl<'b> Walk<'b> {
    /// Notes a piece.
    pub(crate) fn piece(
        &mut self,
        mark: u32,
        body: &'b [u8],
        fate: Fate,
    ) -> Result<(), CleanError> {
        if self.pieces.len() >= MOST_PIECES {
            return Err(TOO_MANY);
        }
        self.pieces.push(Piece { mark, body, fate });
        Ok(())
    }

    /// Notes what went wrong; the first obstacle counts.
    pub(crate) fn note(&mut self, outcome: Result<(), CleanError>) {
        if let Err(problem) = outcome {
            self.obstacle.get_or_insert(problem);
        }
    }

    /// Nothing, while there are not too many pieces to go on.
    pub(crate) fn countable(&self) -> Result<(), CleanError> {
        if self.pieces.len() < MOST_PIECES { Ok(()) } else { Err(TOO_MANY) }
    }

    /// Notes a piece of which these bytes are carried over.
    pub(crate) fn keep(
        &mut self,
        mark: u32,
        body: &'b [u8],
        bytes: &'b [u8],
    ) -> Result<(), CleanError> {
        self.piece(mark, body, Fate::Kept)?;
        self.kept.push(Kept { mark, bytes });
        Ok(())
    }

    /// Notes the size that a header claims, if it is within the limits.
    pub(crate) fn claim(&mut self, size: Size, limits: &Limits) -> Result<(), CleanError> {
        self.size = Some(size);
        if size.pixels() > limits.image_pixels {
            return Err(CleanError::TooLarge("the picture has more pixels than the limit allows"));
        }
        Ok(())
    }
}

/// The container of a file; `None` where it cannot be cleaned.
pub(crate) fn container(format: Format) -> Option<&'static Container> {
    CONTAINERS.iter().copied().find(|container| container.format == format)
}

/// True for a format that is read and cleaned, as a list of pieces or page by page.
pub(crate) fn can_be_cleaned(format: Format) -> bool {
    container(format).is_some() || bmff::is_ours(format)
}
