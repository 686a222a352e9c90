//! Files that are read page by page: films, and stills that are built like them.
//!
//! In: anything that can be read and sought in, and limits. Out: an [`Examination`], and a [`Prepared`] copy that can be
//! written to anything that can be read again. A film of two gibibytes takes no more memory than its table of contents
//! and a few pages. The copy is proven like every other: walked anew, every byte accounted for, each part of the coded
//! picture and sound compared with the original's.

use std::io::{self, Cursor, Read, Seek, Write};

use gatepost_model::Limits;

use crate::clean::Clean;
use crate::error::CleanError;
use crate::examination::{Examination, Size};
use crate::examine::mismatch;
use crate::exposure::{Exposure, Removed};
use crate::format::Format;
use crate::formats::bmff::{self, Plan, Source};
use crate::metadata::Gathered;

/// What can be read at any place.
pub trait Stream: Read + Seek {}

impl<T: Read + Seek + ?Sized> Stream for T {}

/// Why a copy was not written, or not proven.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StreamError {
    /// The copy is not what it should be.
    #[error(transparent)]
    Refused(#[from] CleanError),
    /// The original could not be read, or the copy not be written.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// A clean copy that can be written.
pub struct Prepared {
    plan: Plan,
    format: Format,
    size: Size,
    removed: Vec<Removed>,
    limits: Limits,
}

/// Bytes of a file by which its format is told.
const HEAD: usize = 1024;

/// Whether files that begin like this are read page by page.
pub fn is_streamed(head: &[u8]) -> bool {
    bmff::is_ours(Format::of(head.get(..HEAD).unwrap_or(head)))
}

/// Reads what a file is and gives away, and prepares its clean copy.
///
/// # Errors
///
/// If the file cannot be read at all. What is wrong with its content is in the result.
pub fn examine_stream(
    file: &mut dyn Stream,
    file_name: &str,
    limits: &Limits,
) -> io::Result<(Examination, Result<Prepared, CleanError>)> {
    let mut source = Source::new(file)?;
    Ok(examine(&mut source, file_name, limits))
}

/// Whether a file has arrived whole, as far as its format tells.
///
/// # Errors
///
/// If the file cannot be read at all.
pub fn is_whole_stream(file: &mut dyn Stream, limits: &Limits) -> io::Result<bool> {
    let (_, prepared) = examine_stream(file, "", limits)?;
    Ok(prepared.err() != Some(CleanError::CutOff))
}

/// The same for a file in memory.
pub(crate) fn in_memory(
    bytes: &[u8],
    file_name: &str,
    limits: &Limits,
) -> (Examination, Result<Prepared, CleanError>) {
    let mut cursor = Cursor::new(bytes);
    match Source::new(&mut cursor) {
        Ok(mut source) => examine(&mut source, file_name, limits),
        Err(_) => {
            examined(Format::of(bytes), file_name, None, Err(CleanError::Unread), None, limits)
        }
    }
}

fn examine(
    source: &mut Source<'_>,
    file_name: &str,
    limits: &Limits,
) -> (Examination, Result<Prepared, CleanError>) {
    let head = match source.head(0, HEAD) {
        Ok(head) => head,
        Err(problem) => {
            return examined(Format::Unknown, file_name, None, Err(problem), None, limits);
        }
    };
    let format = Format::of(&head);
    let mut gathered = Gathered::new(limits);
    if !bmff::is_ours(format) {
        let problem = CleanError::Unsupported(format);
        return examined(format, file_name, None, Err(problem), Some(gathered), limits);
    }
    if source.length > limits.media_bytes {
        let problem = CleanError::TooLarge("the file has more bytes than the limit allows");
        return examined(format, file_name, None, Err(problem), Some(gathered), limits);
    }
    let walked = bmff::walk(format, source, limits, &mut gathered);
    let mut plan = walked.plan;
    if gathered.overflowed() && plan.is_ok() {
        let words = "it has more words hidden in it than can be looked through";
        plan = Err(CleanError::TooLarge(words));
    }
    examined(format, file_name, walked.size, plan, Some(gathered), limits)
}

fn examined(
    format: Format,
    file_name: &str,
    size: Option<Size>,
    plan: Result<Plan, CleanError>,
    gathered: Option<Gathered>,
    limits: &Limits,
) -> (Examination, Result<Prepared, CleanError>) {
    let gathered = gathered.unwrap_or_else(|| Gathered::new(limits));
    let mut removed: Vec<_> = gathered.exposures.iter().map(Exposure::removed).collect();
    removed.sort_unstable();
    removed.dedup();
    let examination = Examination {
        format,
        kind: format.kind(),
        size,
        orientation: 1,
        device: Some(gathered.device).filter(|device| !device.is_empty()),
        exposures: gathered.exposures,
        texts: gathered.texts,
        extension: mismatch(format, file_name),
        obstacle: plan.as_ref().err().cloned(),
    };
    let prepared = plan.and_then(|plan| {
        let size = size.ok_or(CleanError::Malformed("its picture has no size"))?;
        Ok(Prepared { plan, format, size, removed, limits: *limits })
    });
    (examination, prepared)
}

impl Prepared {
    /// What the copy is without, each once and always in the same order.
    pub fn removed(&self) -> &[Removed] {
        &self.removed
    }

    /// The size of the picture.
    pub const fn size(&self) -> Size {
        self.size
    }

    /// Writes the copy to something empty, reads it again, and proves that it is clean.
    ///
    /// # Errors
    ///
    /// If something cannot be read or written, or if the copy is not what it should be: it must be thrown away then.
    pub fn write<C: Read + Write + Seek>(
        &self,
        original: &mut dyn Stream,
        copy: &mut C,
    ) -> Result<(), StreamError> {
        let mut source = Source::new(original)?;
        copy.write_all(&self.plan.head)?;
        for range in self.plan.payload.ranges() {
            source.copy(range.start, range.length(), copy)?;
        }
        copy.flush()?;
        self.verify(&mut source, copy)
    }

    pub(crate) fn clean(&self, original: &[u8]) -> Result<Clean, CleanError> {
        let mut copy = Cursor::new(Vec::new());
        self.write(&mut Cursor::new(original), &mut copy).map_err(StreamError::into_clean)?;
        Ok(Clean { bytes: copy.into_inner(), format: self.format, removed: self.removed.clone() })
    }

    pub(crate) fn proves(&self, original: &[u8], copy: &[u8]) -> Result<(), CleanError> {
        let (mut original, mut copy) = (Cursor::new(original), Cursor::new(copy));
        let proven = Source::new(&mut original)
            .map_err(StreamError::from)
            .and_then(|mut original| self.verify(&mut original, &mut copy));
        proven.map_err(StreamError::into_clean)
    }

    fn verify(&self, original: &mut Source<'_>, copy: &mut dyn Stream) -> Result<(), StreamError> {
        const BUILT: CleanError = CleanError::Unverified("it is not built as it should be");
        const OTHER: CleanError = CleanError::Unverified("its picture is not that of the original");
        const LEFT: CleanError =
            CleanError::Unverified("something is left in it that has no reason to be there");
        let mut copy = Source::new(copy)?;
        if Format::of(&copy.head(0, HEAD)?) != self.format {
            return Err(BUILT.into());
        }
        let mut gathered = Gathered::new(&self.limits);
        let limits = Limits { media_bytes: u64::MAX, ..self.limits };
        let walked = bmff::walk(self.format, &mut copy, &limits, &mut gathered);
        let again = walked.plan.map_err(|_| BUILT)?;
        let silent = gathered.exposures.is_empty()
            && gathered.texts.is_empty()
            && gathered.device.is_empty();
        if !silent {
            let words = "something is left in it that gives something away";
            return Err(CleanError::Unverified(words).into());
        }
        if walked.size != Some(self.size)
            || again.head != self.plan.head
            || again.parts.len() != self.plan.parts.len()
        {
            return Err(OTHER.into());
        }
        // Every byte: what is written before the coded data, and these without gap to the end.
        let head_length = u64::try_from(again.head.len()).unwrap_or(u64::MAX);
        let coded = again.payload.ranges().map(|range| (range.start, range.end));
        let expected = (head_length < copy.length).then_some((head_length, copy.length));
        if copy.head(0, again.head.len())? != again.head || !coded.eq(expected) {
            return Err(LEFT.into());
        }
        let mut pairs: Vec<_> = self.plan.parts.iter().zip(&again.parts).collect();
        pairs.sort_unstable();
        for (part, again) in pairs {
            if part.length() != again.length()
                || !original.equals(part.start, part.length(), &mut copy, again.start)?
            {
                return Err(OTHER.into());
            }
        }
        Ok(())
    }
}

impl StreamError {
    fn into_clean(self) -> CleanError {
        match self {
            Self::Refused(problem) => problem,
            Self::Io(_) => CleanError::Unread,
        }
    }
}

impl std::fmt::Debug for Prepared {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Prepared")
            .field("format", &self.format)
            .field("removed", &self.removed)
            .finish_non_exhaustive()
    }
}
