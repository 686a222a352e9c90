//! The files of a zip archive (APPNOTE 6.3), by its central directory.

use std::io::{self, Read};
use std::path::Path;

use gatepost_model::Limits;
use zip::{CompressionMethod, ZipArchive};

use super::{At, How, Member, Refusal, Shared, safe_name, too_large};
use crate::error::ArchiveError;

pub(super) fn list(
    path: &Path,
    shared: Shared,
    limits: &Limits,
) -> Result<Vec<Member>, ArchiveError> {
    let broken = |read: usize| {
        move |_| ArchiveError::Broken {
            path: path.to_owned(),
            reason: "its list of contents is not there".into(),
            read,
        }
    };
    let mut archive = ZipArchive::new(shared).map_err(broken(0))?;
    let mut list = Vec::with_capacity(archive.len());
    for index in 0..archive.len() {
        let file = archive.by_index_raw(index).map_err(broken(list.len()))?;
        if file.is_dir() {
            continue;
        }
        let written = file.name().map(std::borrow::Cow::into_owned).unwrap_or_default();
        let name = safe_name(&written);
        let (size, packed) = (file.size(), file.compressed_size());
        let how = match file.compression() {
            CompressionMethod::Stored => Ok(How::Stored(file.crc32())),
            CompressionMethod::Deflated => Ok(How::Deflated(file.crc32())),
            _ => Err("compression-method"),
        };
        let refused: Option<Refusal> = if file.is_symlink() {
            Some("link")
        } else if file.encrypted() {
            Some("encrypted")
        } else {
            name.as_ref().err().copied().or_else(|| too_large(size, packed, limits))
        };
        let at = match (refused, how, file.data_start()) {
            (Some(refused), ..) | (None, Err(refused), _) => Err(refused),
            (None, Ok(how), Some(start)) => Ok(At::Bytes { start, length: packed, how }),
            (None, Ok(_), None) => Err("damaged"),
        };
        list.push(Member { name: name.unwrap_or_else(|_| plain(&written)), size, at });
    }
    list.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(list)
}

/// A name that was refused, as it may be told.
fn plain(name: &str) -> String {
    name.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// A stream that is proved at its end: its length, and its checksum.
pub(super) struct Proved<R> {
    source: R,
    hasher: crc32fast::Hasher,
    sum: u32,
    left: u64,
}

impl<R: Read> Proved<R> {
    pub(super) fn new(source: R, sum: u32, size: u64) -> Self {
        Self { source, hasher: crc32fast::Hasher::new(), sum, left: size }
    }
}

impl<R: Read> Read for Proved<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let damaged = || io::Error::new(io::ErrorKind::InvalidData, "damaged");
        let read = self.source.read(buffer)?;
        self.hasher.update(buffer.get(..read).unwrap_or_default());
        self.left = self.left.checked_sub(read as u64).ok_or_else(damaged)?;
        let ended = read == 0 && !buffer.is_empty();
        if ended && (self.left > 0 || self.hasher.clone().finalize() != self.sum) {
            return Err(damaged());
        }
        Ok(read)
    }
}
