//! TIFF and `BigTIFF`, every page of it.
//!
//! A file is a header and a chain of directories, one a page, that point at values and picture data anywhere
//! in the file (TIFF 6.0 part 1; `BigTIFF` by its design document). Kept of each page: the entries on the list
//! in `tags`, with their values, and the strips or tiles, byte for byte. Dropped: every other entry with
//! what it points at (EXIF, GPS, XMP, IPTC, Photoshop's data, makers' notes, previews in sub-directories),
//! pages that are nothing but a thumbnail in the way of EXIF, and all that no entry points at. The copy has
//! the same order of bytes and new places. A way of packing that is not known, picture data that are not of
//! the length that the page says, directories that form a loop, or a camera's raw file are an obstacle.

use gatepost_model::Limits;

use super::{Container, Fate, Kept, Sink, Walk};
use crate::error::CleanError;
use crate::format::Format;

mod data;
mod directory;
mod metadata;
mod page;
mod tags;
mod write;

use directory::{Directory, Layout};
use page::Page;

pub(super) static CONTAINER: Container =
    Container { format: Format::Tiff, walk, read: metadata::read, emit };

/// What pieces and kept parts are. Dropped entries have marks of their own: see `metadata`.
mod mark {
    /// The first bytes of the file, which say in what order and how wide numbers are.
    pub(super) const LAYOUT: u32 = 1 << 30;
    /// A page begins.
    pub(super) const PAGE: u32 = LAYOUT + 1;
    /// Tag, type and count of an entry.
    pub(super) const HEAD: u32 = LAYOUT + 2;
    /// The value of the entry before.
    pub(super) const VALUE: u32 = LAYOUT + 3;
    /// A strip of picture data.
    pub(super) const STRIP: u32 = LAYOUT + 4;
    /// A tile of picture data.
    pub(super) const TILE: u32 = LAYOUT + 5;
    /// A thumbnail in the way of EXIF.
    pub(super) const THUMBNAIL: u32 = LAYOUT + 6;
    /// A picture in a sub-directory.
    pub(super) const SUB_PICTURE: u32 = LAYOUT + 7;
    /// Bytes that nothing points at.
    pub(super) const GAP: u32 = LAYOUT + 8;
}

/// Pages that a file may have.
const MOST_PAGES: usize = 4096;

fn walk<'b>(bytes: &'b [u8], limits: &Limits) -> Walk<'b> {
    let mut walker = Walker { bytes, walk: Walk::default(), covered: Vec::new() };
    let outcome = walker.run(limits);
    walker.walk.note(outcome);
    walker.walk
}

struct Walker<'b> {
    bytes: &'b [u8],
    walk: Walk<'b>,
    /// Where what was read stands: start and end.
    covered: Vec<(usize, usize)>,
}

impl<'b> Walker<'b> {
    fn run(&mut self, limits: &Limits) -> Result<(), CleanError> {
        let (layout, mut next) = Layout::read(self.bytes)?;
        let head = self.bytes.get(..layout.header()).ok_or(CleanError::CutOff)?;
        self.cover(head);
        // The place of the first directory is written anew.
        let order = head.get(..4).unwrap_or_default();
        self.walk.keep(mark::LAYOUT, order, order)?;
        let mut places = Vec::new();
        let mut pages = 0usize;
        while next != 0 {
            if places.contains(&next) {
                return Err(CleanError::Malformed("its pages form a loop"));
            }
            if places.len() >= MOST_PAGES {
                return Err(CleanError::TooLarge("it has too many pages"));
            }
            places.push(next);
            let directory = Directory::read(self.bytes, layout, next)?;
            self.cover(directory.whole);
            next = directory.next;
            // The pages behind a bad one are worth reading.
            match self.page(layout, &directory, pages, limits) {
                Ok(Shown::Yes) => pages += 1,
                Ok(Shown::No) => {}
                problem @ Err(_) => self.walk.note(problem.map(|_| ())),
            }
            self.walk.countable()?;
        }
        self.gaps()?;
        if pages == 0 {
            return Err(CleanError::Malformed("it holds no picture"));
        }
        Ok(())
    }

    fn page(
        &mut self,
        layout: Layout,
        directory: &Directory<'b>,
        number: usize,
        limits: &Limits,
    ) -> Result<Shown, CleanError> {
        self.walk.piece(mark::PAGE, &[], Fate::Kept)?;
        let read = Page::read(self.bytes, layout, directory);
        for entry in &directory.entries {
            self.cover(entry.value);
        }
        metadata::note_dropped(&mut self.walk, &mut self.covered, self.bytes, layout, directory)?;
        let Some(page) = read? else {
            self.walk.piece(mark::THUMBNAIL, &[], Fate::Dropped)?;
            return Ok(Shown::No);
        };
        if number == 0 {
            self.walk.claim(page.size, limits)?;
        } else if page.size.pixels() > limits.image_pixels {
            return Err(CleanError::TooLarge("a page has more pixels than the limit allows"));
        }
        self.walk.kept.push(Kept { mark: mark::PAGE, bytes: &[] });
        for entry in &page.entries {
            self.walk.keep(mark::HEAD, entry.head, entry.head)?;
            self.walk.keep(mark::VALUE, entry.value, entry.value)?;
        }
        let kind = if page.tiled { mark::TILE } else { mark::STRIP };
        for (whole, needed) in page.data {
            self.cover(needed);
            self.walk.keep(kind, whole, needed)?;
        }
        Ok(Shown::Yes)
    }

    /// Notes where a part of the file stands.
    fn cover(&mut self, part: &[u8]) {
        cover(&mut self.covered, self.bytes, part);
    }

    /// Notes what nothing points at.
    fn gaps(&mut self) -> Result<(), CleanError> {
        self.covered.sort_unstable();
        let mut at = 0;
        let end = self.bytes.len();
        let covered = std::mem::take(&mut self.covered);
        for (start, stop) in covered.into_iter().chain([(end, end)]) {
            if start > at {
                let gap = self.bytes.get(at..start).unwrap_or_default();
                // Zeros say nothing.
                if gap.iter().any(|&byte| byte != 0) {
                    self.walk.piece(mark::GAP, gap, Fate::Stray)?;
                }
            }
            at = at.max(stop);
        }
        Ok(())
    }
}

/// Whether a directory is a page that is shown.
enum Shown {
    Yes,
    No,
}

/// Notes where a part of the file stands: parts are slices of it.
fn cover(covered: &mut Vec<(usize, usize)>, bytes: &[u8], part: &[u8]) {
    if part.is_empty() {
        return;
    }
    let start = part.as_ptr().addr().wrapping_sub(bytes.as_ptr().addr());
    if start < bytes.len() {
        covered.push((start, start + part.len()));
    }
}

fn emit(walk: &Walk<'_>, _: u8, sink: &mut Sink<'_>) {
    write::write(&walk.kept, sink);
}
