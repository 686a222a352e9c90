//! The files of an archive: listed once, each opened as a stream as often as it is wanted.
//!
//! In: a path. Out: names, sizes and streams. A name is a text with `/` between its parts; it is never
//! used as a path of this computer. A member with a name that climbs out of its archive, a link, one that
//! is locked, one in an unknown compression and one that unpacks to more than [`Limits`] allow is listed
//! with the reason why it is not opened.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use gatepost_model::Limits;

use crate::error::ArchiveError;

mod folder;
mod packed;
mod tar;
mod zip;

use packed::Packed;

/// The files of an archive.
pub(crate) struct Members {
    pub(crate) list: Vec<Member>,
    store: Store,
}

/// A file of an archive.
pub(crate) struct Member {
    /// Its name, with `/` between folders.
    pub(crate) name: String,
    /// How many bytes it has, unpacked.
    pub(crate) size: u64,
    /// Where it is, or why it is not opened.
    at: Result<At, Refusal>,
}

/// Why a member is not opened: one word for the counts.
pub(crate) type Refusal = &'static str;

/// Where a member is.
enum At {
    Path(PathBuf),
    /// In one file: its first byte there, and how many.
    Bytes {
        start: u64,
        length: u64,
        how: How,
    },
}

/// How a member is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum How {
    Plain,
    /// Deflated (RFC 1951), with the checksum of what it unpacks to.
    Deflated(u32),
    /// As it stands, with its checksum.
    Stored(u32),
}

enum Store {
    Folder,
    File(Shared),
    Packed(Packed),
}

impl Members {
    /// Lists the files of a folder, a zip or a tar file, or the one file that a path is.
    pub(crate) fn open(path: &Path, limits: &Limits) -> Result<Self, ArchiveError> {
        let found = std::fs::metadata(path).map_err(|problem| unreadable(path, &problem))?;
        if found.is_dir() {
            let list = folder::list(path, limits).map_err(|problem| unreadable(path, &problem))?;
            return Ok(Self { list, store: Store::Folder });
        }
        let shared = Shared::open(path).map_err(|problem| unreadable(path, &problem))?;
        let mut head = Vec::new();
        let begin = shared.clone().take(512).read_to_end(&mut head);
        begin.map_err(|problem| unreadable(path, &problem))?;
        if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
            let list = zip::list(path, shared.clone(), limits)?;
            Ok(Self { list, store: Store::File(shared) })
        } else if head.get(257..262) == Some(b"ustar") {
            let list = tar::list(path, shared.clone(), limits)?;
            Ok(Self { list, store: Store::File(shared) })
        } else if let Some(packed) = Packed::of(&head, &shared) {
            // What unpacks to far more than its length is no archive of posts.
            let most = shared.length.saturating_mul(limits.archive_ratio).max(1 << 20);
            let unpacked = packed.begin().map_err(|problem| unreadable(path, &problem))?;
            let list = tar::list(path, unpacked.take(most), limits)?;
            Ok(Self { list, store: Store::Packed(packed) })
        } else {
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
            let at = Ok(At::Path(path.to_owned()));
            let one = Member { name: name.unwrap_or_default(), size: found.len(), at };
            Ok(Self { list: vec![one], store: Store::Folder })
        }
    }

    /// Why a member is not opened, if so.
    pub(crate) fn refusal(&self, index: usize) -> Option<Refusal> {
        self.list.get(index).and_then(|member| member.at.as_ref().err().copied())
    }

    /// Where a member lies as a file of its own.
    pub(crate) fn path(&self, index: usize) -> Option<&Path> {
        match &self.list.get(index)?.at {
            Ok(At::Path(path)) => Some(path),
            _ => None,
        }
    }

    /// Opens a member from its beginning.
    pub(crate) fn stream(&self, index: usize) -> io::Result<Box<dyn Read + Send + '_>> {
        let gone = || io::Error::new(io::ErrorKind::NotFound, "no such member");
        let member = self.list.get(index).ok_or_else(gone)?;
        match (member.at.as_ref(), &self.store) {
            (Ok(At::Path(path)), _) => {
                let file = File::open(path)?;
                if !file.metadata()?.is_file() {
                    return Err(gone());
                }
                Ok(Box::new(file.take(member.size)))
            }
            (Ok(At::Bytes { start, length, how }), Store::File(shared)) => {
                let bytes = shared.from(*start).take(*length);
                Ok(match how {
                    How::Plain => Box::new(bytes),
                    How::Stored(sum) => Box::new(zip::Proved::new(bytes, *sum, member.size)),
                    How::Deflated(sum) => Box::new(zip::Proved::new(
                        flate2::read::DeflateDecoder::new(io::BufReader::with_capacity(
                            1 << 16,
                            bytes,
                        )),
                        *sum,
                        member.size,
                    )),
                })
            }
            (Ok(At::Bytes { start, length, .. }), Store::Packed(packed)) => {
                Ok(Box::new(packed.stream(*start, *length)?))
            }
            _ => Err(gone()),
        }
    }

    /// All bytes of a member, if they are no more than `most`.
    pub(crate) fn bytes(&self, index: usize, most: u64) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        self.stream(index)?.take(most + 1).read_to_end(&mut bytes)?;
        if bytes.len() as u64 > most {
            return Err(io::Error::new(io::ErrorKind::InvalidData, "too large"));
        }
        Ok(bytes)
    }
}

/// A file that many streams read, each from a place of its own.
#[derive(Clone)]
pub(crate) struct Shared {
    file: Arc<Mutex<File>>,
    at: u64,
    length: u64,
}

impl Shared {
    fn open(path: &Path) -> io::Result<Self> {
        let file = File::open(path)?;
        let length = file.metadata()?.len();
        Ok(Self { file: Arc::new(Mutex::new(file)), at: 0, length })
    }

    /// The same file, read from a place.
    fn from(&self, at: u64) -> Self {
        Self { at, ..self.clone() }
    }
}

impl Read for Shared {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        file.seek(SeekFrom::Start(self.at))?;
        let read = file.read(buffer)?;
        self.at += read as u64;
        Ok(read)
    }
}

impl Seek for Shared {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let before = || io::Error::new(io::ErrorKind::InvalidInput, "before the beginning");
        let to = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::End(by) => self.length.checked_add_signed(by),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
        };
        self.at = to.ok_or_else(before)?;
        Ok(self.at)
    }
}

/// The name of a member, if it stays within its archive; else why it is refused.
fn safe_name(name: &str) -> Result<String, Refusal> {
    let name = name.replace('\\', "/");
    let climbs = name.starts_with('/')
        || name.split('/').any(|part| part == "..")
        || name.chars().nth(1) == Some(':')
        || name.contains('\0');
    let plain: Vec<&str> = name.split('/').filter(|part| !matches!(*part, "" | ".")).collect();
    if climbs || plain.is_empty() { Err("unsafe-name") } else { Ok(plain.join("/")) }
}

/// Why a member of these sizes is refused, if it is.
fn too_large(size: u64, packed: u64, limits: &Limits) -> Option<Refusal> {
    if size > limits.archive_member_bytes {
        Some("too-large")
    } else if size > 1 << 20 && size / packed.max(1) > limits.archive_ratio {
        Some("compression-ratio")
    } else {
        None
    }
}

fn unreadable(path: &Path, problem: &io::Error) -> ArchiveError {
    ArchiveError::Unreadable { path: path.to_owned(), reason: problem.kind().to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_climb_are_refused() {
        for name in ["../x", "a/../../x", "/etc/x", "C:\\x", "a\\..\\..\\x", ".", "a\0b"] {
            assert!(safe_name(name).is_err(), "{name}");
        }
        assert_eq!(safe_name("./a//b.json").unwrap(), "a/b.json");
    }
}
