//! A file that is read by places, never whole.
//!
//! In: anything that can be read and sought in. Out: stretches of it, each of a length that lies inside the
//! file and under a bound, so that no header decides how much memory is taken.

use std::io::{self, SeekFrom, Write};

use crate::error::CleanError;
use crate::stream::Stream;

/// Bytes that are read at one go where much is copied or compared.
const PAGE: usize = 64 << 10;

/// A file that can be read at any place.
pub(crate) struct Source<'s> {
    stream: &'s mut dyn Stream,
    /// Bytes of the whole.
    pub(crate) length: u64,
    /// Where the stream stands.
    at: u64,
}

impl<'s> Source<'s> {
    pub(crate) fn new(stream: &'s mut dyn Stream) -> io::Result<Self> {
        let length = stream.seek(SeekFrom::End(0))?;
        Ok(Self { stream, length, at: length })
    }

    /// The bytes from a place on, of this length; an error where the file ends before or there are more of
    /// them than may be.
    pub(crate) fn read(
        &mut self,
        at: u64,
        length: u64,
        most: usize,
    ) -> Result<Vec<u8>, CleanError> {
        if at.checked_add(length).is_none_or(|end| end > self.length) {
            return Err(CleanError::CutOff);
        }
        let length = usize::try_from(length)
            .ok()
            .filter(|&length| length <= most)
            .ok_or(CleanError::TooLarge("a part of it is longer than it may be"))?;
        let mut bytes = vec![0; length];
        self.fill(at, &mut bytes).map_err(|_| CleanError::Unread)?;
        Ok(bytes)
    }

    /// The bytes from a place on, as many as there are up to this length.
    pub(crate) fn head(&mut self, at: u64, length: usize) -> Result<Vec<u8>, CleanError> {
        let left = self.length.saturating_sub(at);
        let wanted = u64::try_from(length).unwrap_or(u64::MAX).min(left);
        self.read(at, wanted, length)
    }

    fn fill(&mut self, at: u64, bytes: &mut [u8]) -> io::Result<()> {
        if self.at != at {
            self.stream.seek(SeekFrom::Start(at))?;
        }
        self.stream.read_exact(bytes)?;
        self.at = at + bytes.len() as u64;
        Ok(())
    }

    /// Writes a stretch of it.
    pub(crate) fn copy(&mut self, at: u64, length: u64, to: &mut dyn Write) -> io::Result<()> {
        let mut page = vec![0; PAGE];
        let mut done = 0;
        while done < length {
            let part = page_of(&mut page, length - done);
            self.fill(at + done, part)?;
            to.write_all(part)?;
            done += part.len() as u64;
        }
        Ok(())
    }

    /// True if a stretch of it equals one of the same length of another.
    pub(crate) fn equals(
        &mut self,
        at: u64,
        length: u64,
        other: &mut Source<'_>,
        other_at: u64,
    ) -> io::Result<bool> {
        let (mut page, mut other_page) = (vec![0; PAGE], vec![0; PAGE]);
        let mut done = 0;
        while done < length {
            let part = page_of(&mut page, length - done);
            let other_part = page_of(&mut other_page, length - done);
            self.fill(at + done, part)?;
            other.fill(other_at + done, other_part)?;
            if part != other_part {
                return Ok(false);
            }
            done += part.len() as u64;
        }
        Ok(true)
    }
}

fn page_of(page: &mut [u8], left: u64) -> &mut [u8] {
    let length = usize::try_from(left).unwrap_or(PAGE).min(PAGE);
    page.get_mut(..length).unwrap_or_default()
}
