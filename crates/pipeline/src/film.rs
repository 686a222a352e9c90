//! Media files that are read page by page, because they may be longer than memory: films, and stills that are built
//! like them.
//!
//! In: the path of a file. Out: what is in it and its clean copy, written and proven in a file without a name, or in one
//! that goes away by itself. No more of either is ever in memory than a table of contents and a few pages.

use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{self, Read, Seek, Write};
use std::path::Path;

use gatepost_image::{
    CleanError, Examination, Prepared, StreamError, examine_stream, is_streamed, is_whole_stream,
};
use gatepost_model::Limits;
use sha2::{Digest, Sha256};

use crate::intake::is_same_file;

/// Bytes by which it is told whether a file is one of these.
const HEAD: u64 = 1024;
/// Bytes of a page.
const PAGE: usize = 64 << 10;

/// A file that is read page by page.
pub(crate) struct Film {
    pub(crate) file: File,
    pub(crate) before: fs::Metadata,
    pub(crate) examination: Examination,
    pub(crate) prepared: Result<Prepared, CleanError>,
}

impl Film {
    /// Opens a file, if it is one that is read page by page, and looks at all of it.
    ///
    /// # Errors
    ///
    /// If it cannot be read. That it is a link or a folder is no error here: nothing is opened.
    pub(crate) fn open(path: &Path, name: &str, limits: &Limits) -> io::Result<Option<Self>> {
        let Some((mut file, before)) = opened(path)? else { return Ok(None) };
        let (examination, prepared) = examine_stream(&mut file, name, limits)?;
        Ok(Some(Self { file, before, examination, prepared }))
    }

    /// Writes the clean copy to an empty file and proves it. Out: its hash.
    ///
    /// # Errors
    ///
    /// If it cannot be written, or is not what it should be.
    pub(crate) fn write(&mut self, copy: &mut File) -> Result<String, StreamError> {
        let prepared = self.prepared.as_ref().map_err(Clone::clone)?;
        prepared.write(&mut self.file, copy)?;
        Ok(hex_sha256_of(copy)?)
    }
}

/// A regular file of a kind that is read page by page, open; `None` if it is of another.
fn opened(path: &Path) -> io::Result<Option<(File, fs::Metadata)>> {
    let found = fs::symlink_metadata(path)?;
    if !found.is_file() {
        return Ok(None);
    }
    let mut file = File::open(path)?;
    if !is_same_file(&found, &file.metadata()?) {
        return Ok(None);
    }
    let mut head = Vec::new();
    (&mut file).take(HEAD).read_to_end(&mut head)?;
    Ok(is_streamed(&head).then_some((file, found)))
}

/// Limits for a file outside any draft: one that is read page by page may be as long as it is.
pub(crate) fn unbounded_films(path: &Path, limits: &Limits) -> Limits {
    let streamed = opened(path).is_ok_and(|found| found.is_some());
    Limits { media_bytes: if streamed { u64::MAX } else { limits.media_bytes }, ..*limits }
}

/// Whether a file that is read page by page has arrived whole; `None` if it is of another kind.
///
/// # Errors
///
/// If it cannot be read.
pub fn is_whole_film(path: &Path, limits: &Limits) -> io::Result<Option<bool>> {
    match opened(path)? {
        Some((mut file, _)) => is_whole_stream(&mut file, limits).map(Some),
        None => Ok(None),
    }
}

/// SHA-256 of a whole file, in lower-case hexadecimal.
pub(crate) fn hex_sha256_of(file: &mut File) -> io::Result<String> {
    file.rewind()?;
    let mut digest = Sha256::new();
    let mut page = vec![0; PAGE];
    loop {
        let length = file.read(&mut page)?;
        if length == 0 {
            break;
        }
        digest.update(page.get(..length).unwrap_or_default());
    }
    let mut hex = String::with_capacity(64);
    for byte in digest.finalize() {
        write!(hex, "{byte:02x}").expect("writing into a string does not fail");
    }
    Ok(hex)
}

/// Copies a whole file to a new one.
pub(crate) fn copy_to(mut file: &File, to: &mut File) -> io::Result<()> {
    file.rewind()?;
    io::copy(&mut file, to)?;
    to.flush()
}
