//! Clean copies, and the proof that they are clean.
//!
//! In: the bytes of a picture. Out: a copy with the coded picture, its colours and its orientation, and
//! nothing else; or the reason why there is none. A copy is written by the list of what is kept, and then
//! read anew, by nothing but its own bytes: it must be built as such a file is, its coded picture must
//! equal the original's, its metadata must say nothing, and writing it once more must give the same bytes,
//! so that no byte of it is there without a reason.

use gatepost_model::Limits;

use crate::error::CleanError;
use crate::examine::Walked;
use crate::exposure::Removed;
use crate::format::Format;
use crate::stream;

/// A clean copy, verified.
#[derive(Clone, PartialEq, Eq)]
pub struct Clean {
    /// The copy.
    pub bytes: Vec<u8>,
    /// Its format, which is the original's.
    pub format: Format,
    /// What it is without, each once and always in the same order.
    pub removed: Vec<Removed>,
}

/// Makes a clean copy, reads it again, and hands it out if it is proven clean. Cleaning a clean copy gives
/// the same bytes. That it decodes is for [`prove_decodes`](crate::prove_decodes) to show.
///
/// ```
/// use gatepost_image::{clean, CleanError};
/// let bitmap = b"BM...";
/// let outcome = clean(bitmap, &gatepost_model::Limits::default());
/// assert!(matches!(outcome, Err(CleanError::Unsupported(_))));
/// ```
///
/// # Errors
///
/// Whatever stands against a clean copy. There is no partial one.
pub fn clean(bytes: &[u8], limits: &Limits) -> Result<Clean, CleanError> {
    if stream::is_streamed(bytes) {
        return stream::in_memory(bytes, "", limits).1?.clean(bytes);
    }
    Walked::new(bytes, limits).clean(limits)
}

/// [`clean`] into a buffer, the content of which goes, for whoever cleans many files: new memory for each takes longer
/// than the cleaning. It gives what the copy is without.
///
/// # Errors
///
/// As [`clean`]; what the buffer then holds is no copy.
pub fn clean_into(
    bytes: &[u8],
    limits: &Limits,
    copy: &mut Vec<u8>,
) -> Result<Vec<Removed>, CleanError> {
    if stream::is_streamed(bytes) {
        let clean = stream::in_memory(bytes, "", limits).1?.clean(bytes)?;
        *copy = clean.bytes;
        return Ok(clean.removed);
    }
    write_walked(&Walked::new(bytes, limits), limits, copy)
}

/// Reads a copy and its original and compares them.
///
/// # Errors
///
/// If the copy gives anything away, does not have the picture, colours and orientation of the original, or
/// holds a byte that is there for no reason; and if the original cannot be cleaned.
pub fn verify(original: &[u8], copy: &[u8], limits: &Limits) -> Result<(), CleanError> {
    if stream::is_streamed(original) {
        return stream::in_memory(original, "", limits).1?.proves(original, copy);
    }
    let original = Walked::new(original, limits);
    if let Some(obstacle) = original.obstacle() {
        return Err(obstacle.clone());
    }
    verify_walked(&original, copy, limits)
}

pub(crate) fn clean_walked(original: &Walked<'_>, limits: &Limits) -> Result<Clean, CleanError> {
    let mut bytes = Vec::new();
    let removed = write_walked(original, limits, &mut bytes)?;
    Ok(Clean { bytes, format: original.format, removed })
}

fn write_walked(
    original: &Walked<'_>,
    limits: &Limits,
    bytes: &mut Vec<u8>,
) -> Result<Vec<Removed>, CleanError> {
    if let Some(obstacle) = original.obstacle() {
        return Err(obstacle.clone());
    }
    let container = original.container.ok_or(CleanError::Unsupported(original.format))?;
    // Every length in it is one of a slice of the original.
    let kept: usize = original.walk.kept.iter().map(|kept| kept.bytes.len() + OVERHEAD).sum();
    bytes.clear();
    bytes.reserve(kept + 2 * OVERHEAD);
    (container.emit)(&original.walk, original.gathered.orientation(), &mut |part| {
        bytes.extend_from_slice(part);
    });
    verify_walked(original, bytes, limits)?;
    Ok(original.removed())
}

/// Bytes that frame a piece, or make up the orientation, at most.
const OVERHEAD: usize = 40;

fn verify_walked(original: &Walked<'_>, copy: &[u8], limits: &Limits) -> Result<(), CleanError> {
    let container = original.container.ok_or(CleanError::Unsupported(original.format))?;
    let again = Walked::new(copy, limits);
    if again.format != original.format || again.obstacle().is_some() {
        return Err(CleanError::Unverified("it is not built as it should be"));
    }
    if again.walk.size != original.walk.size || again.walk.kept != original.walk.kept {
        return Err(CleanError::Unverified("its picture is not that of the original"));
    }
    if again.gathered.orientation() != original.gathered.orientation() {
        return Err(CleanError::Unverified("it is turned in another way than the original"));
    }
    let silent = again.gathered.exposures.is_empty()
        && again.gathered.texts.is_empty()
        && again.gathered.device.is_empty();
    if !silent {
        return Err(CleanError::Unverified("something is left in it that gives something away"));
    }
    let mut rest = Some(copy);
    (container.emit)(&again.walk, again.gathered.orientation(), &mut |part| {
        rest = rest.and_then(|rest| behind(part, rest));
    });
    if rest.is_none_or(|rest| !rest.is_empty()) {
        return Err(CleanError::Unverified(
            "something is left in it that has no reason to be there",
        ));
    }
    Ok(())
}

/// What follows a part at the front of some bytes. Most parts are slices of these very bytes, at that very
/// place: they need no comparison.
fn behind<'b>(part: &[u8], bytes: &'b [u8]) -> Option<&'b [u8]> {
    if std::ptr::eq(part.as_ptr(), bytes.as_ptr()) {
        bytes.get(part.len()..)
    } else {
        bytes.strip_prefix(part)
    }
}

impl std::fmt::Debug for Clean {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Clean")
            .field("bytes", &self.bytes.len())
            .field("format", &self.format)
            .field("removed", &self.removed)
            .finish()
    }
}
