//! A file that is packed as a whole, such as `tar.gz`: it can be read from its beginning alone.
//!
//! Streams into it are kept when they are done with, so that who reads members in their order unpacks
//! the file once.

use std::io::{self, Read};
use std::sync::{Mutex, PoisonError};

use super::Shared;

/// How many streams are kept.
const KEPT: usize = 3;

/// A packed file.
pub(super) struct Packed {
    method: Method,
    file: Shared,
    /// Streams, each with the place that it has come to.
    kept: Mutex<Vec<Stream>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Method {
    /// RFC 1952.
    Gzip,
    /// RFC 8878.
    Zstandard,
}

struct Stream {
    at: u64,
    source: Box<dyn Read + Send>,
}

/// Some bytes of a packed file.
pub(super) struct Part<'p> {
    packed: &'p Packed,
    stream: Option<Stream>,
    left: u64,
}

impl Packed {
    /// A packed file, by its first bytes.
    pub(super) fn of(head: &[u8], file: &Shared) -> Option<Self> {
        let method = match head {
            [0x1f, 0x8b, ..] => Method::Gzip,
            [0x28, 0xb5, 0x2f, 0xfd, ..] => Method::Zstandard,
            _ => return None,
        };
        Some(Self { method, file: file.clone(), kept: Mutex::default() })
    }

    /// All of it, unpacked.
    pub(super) fn begin(&self) -> io::Result<Box<dyn Read + Send>> {
        let source = io::BufReader::with_capacity(1 << 16, self.file.from(0));
        Ok(match self.method {
            Method::Gzip => Box::new(flate2::bufread::MultiGzDecoder::new(source)),
            Method::Zstandard => {
                let damaged = |_| io::Error::new(io::ErrorKind::InvalidData, "damaged");
                let decoder = ruzstd::decoding::StreamingDecoder::new(source).map_err(damaged)?;
                Box::new(decoder)
            }
        })
    }

    /// The bytes from a place on, as many as `length`.
    pub(super) fn stream(&self, start: u64, length: u64) -> io::Result<Part<'_>> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let nearest = kept
            .iter()
            .enumerate()
            .filter(|(_, stream)| stream.at <= start)
            .max_by_key(|(_, stream)| stream.at)
            .map(|(index, _)| index);
        let taken = nearest.map(|index| kept.swap_remove(index));
        drop(kept);
        let mut stream = match taken {
            Some(stream) => stream,
            None => Stream { at: 0, source: self.begin()? },
        };
        let behind = start - stream.at;
        let skipped = io::copy(&mut stream.source.by_ref().take(behind), &mut io::sink())?;
        if skipped < behind {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        stream.at = start;
        Ok(Part { packed: self, stream: Some(stream), left: length })
    }
}

impl Read for Part<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let Some(stream) = &mut self.stream else { return Ok(0) };
        let room = usize::try_from(self.left).unwrap_or(usize::MAX).min(buffer.len());
        let read = stream.source.read(buffer.get_mut(..room).unwrap_or_default())?;
        stream.at += read as u64;
        self.left -= read as u64;
        if read == 0 && room > 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        Ok(read)
    }
}

impl Drop for Part<'_> {
    fn drop(&mut self) {
        let mut kept = self.packed.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.extend(self.stream.take());
        if kept.len() > KEPT {
            kept.remove(0);
        }
    }
}
