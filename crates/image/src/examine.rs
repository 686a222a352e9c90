//! Reading what a file gives away.
//!
//! In: bytes, a file name and limits. Out: an [`Examination`], always: what could not be read is said in it.

use gatepost_model::Limits;

use crate::clean::{Clean, clean_walked};
use crate::error::CleanError;
use crate::examination::{Examination, ExtensionMismatch};
use crate::exposure::Removed;
use crate::format::Format;
use crate::formats::{Container, Walk, container};
use crate::metadata::Gathered;
use crate::stream;

/// Reads what a file is and gives away. It never fails: a file that cannot be cleaned says why under
/// `obstacle`, and is read as far as it goes.
pub fn examine(bytes: &[u8], file_name: &str, limits: &Limits) -> Examination {
    if stream::is_streamed(bytes) {
        return stream::in_memory(bytes, file_name, limits).0;
    }
    Walked::new(bytes, limits).examination(file_name)
}

/// [`examine`] and [`clean`](crate::clean()) in one, for the price of one walk less.
pub fn examine_and_clean(
    bytes: &[u8],
    file_name: &str,
    limits: &Limits,
) -> (Examination, Result<Clean, CleanError>) {
    if stream::is_streamed(bytes) {
        let (examination, prepared) = stream::in_memory(bytes, file_name, limits);
        return (examination, prepared.and_then(|prepared| prepared.clean(bytes)));
    }
    let walked = Walked::new(bytes, limits);
    let clean = walked.clean(limits);
    (walked.examination(file_name), clean)
}

/// Whether a file has arrived whole, as far as its format tells: false where its end is
/// missing. Of a file that is damaged otherwise, or of another format, nothing more is to be expected.
pub fn is_whole(bytes: &[u8], limits: &Limits) -> bool {
    if stream::is_streamed(bytes) {
        return stream::in_memory(bytes, "", limits).1.err() != Some(CleanError::CutOff);
    }
    Walked::new(bytes, limits).obstacle() != Some(&CleanError::CutOff)
}

/// A file that was walked, and what its metadata say.
pub(crate) struct Walked<'b> {
    pub(crate) format: Format,
    pub(crate) container: Option<&'static Container>,
    pub(crate) walk: Walk<'b>,
    pub(crate) gathered: Gathered,
}

impl<'b> Walked<'b> {
    pub(crate) fn new(bytes: &'b [u8], limits: &Limits) -> Self {
        let format = Format::of(bytes);
        let container = container(format);
        let mut gathered = Gathered::new(limits);
        let mut walk = Walk::default();
        if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > limits.media_bytes {
            walk.obstacle =
                Some(CleanError::TooLarge("the file has more bytes than the limit allows"));
        } else if let Some(container) = container {
            walk = (container.walk)(bytes, limits);
            (container.read)(&walk, &mut gathered);
            if gathered.overflowed() && walk.obstacle.is_none() {
                let words = "it has more words hidden in it than can be looked through";
                walk.obstacle = Some(CleanError::TooLarge(words));
            }
        } else {
            walk.obstacle = Some(CleanError::Unsupported(format));
        }
        Self { format, container, walk, gathered }
    }

    pub(crate) fn obstacle(&self) -> Option<&CleanError> {
        self.walk.obstacle.as_ref()
    }

    pub(crate) fn clean(&self, limits: &Limits) -> Result<Clean, CleanError> {
        clean_walked(self, limits)
    }

    /// What a clean copy is without, in the order of [`Removed`], each once.
    pub(crate) fn removed(&self) -> Vec<Removed> {
        let mut removed: Vec<_> =
            self.gathered.exposures.iter().map(crate::exposure::Exposure::removed).collect();
        removed.sort_unstable();
        removed.dedup();
        removed
    }

    fn examination(self, file_name: &str) -> Examination {
        let extension = mismatch(self.format, file_name);
        Examination {
            format: self.format,
            kind: self.format.kind(),
            size: self.walk.size,
            orientation: self.gathered.orientation(),
            device: Some(self.gathered.device).filter(|device| !device.is_empty()),
            exposures: self.gathered.exposures,
            texts: self.gathered.texts,
            extension,
            obstacle: self.walk.obstacle,
        }
    }
}

/// Whether the name's ending promises another format.
pub(crate) fn mismatch(actual: Format, file_name: &str) -> Option<ExtensionMismatch> {
    Format::promised_by(file_name)
        .filter(|promised| actual != Format::Unknown && !actual.passes_for(*promised))
        .map(|promised| ExtensionMismatch { promised, actual })
}
