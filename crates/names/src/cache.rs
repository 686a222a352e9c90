//! The index of a large roster, kept in a file from one start to the next.
//!
//! In: a folder, and what tells the registers apart from all others (their SHA-256). Out: the index of those
//! registers, if the file holds it, whole. The file says by which version, with which tables and from which
//! registers it was made, and a checksum stands before the rest: one that is stale, damaged, cut off, or open
//! to others than its owner is as good as none, and the index is built again and kept anew. It holds names, so
//! only its owner may read it (where the system has such rights). Small rosters are not kept: they are built
//! as fast as a file is read.

use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use gatepost_matcher::word_hash;

use crate::bytes::{Reader, Writer};
use crate::families::Families;
use crate::index::Index;
use crate::lexicon::Lexicon;

/// Where the index of a roster is kept.
#[derive(Debug, Clone)]
pub struct IndexCache {
    folder: PathBuf,
    /// By what and of what it is made.
    stamp: String,
}

/// What the file begins with. The number is that of the format.
const MAGIC: &[u8; 16] = b"gatepost names 1";

/// The name of the file.
const FILE: &str = "names-index";

/// Rosters of fewer pupils are not kept.
const LEAST_PUPILS: usize = 5_000;

/// A larger file is not read: four thousand bytes for each of the most pupils there can be.
const MOST_BYTES: u64 = 4_000_000_000;

impl IndexCache {
    /// Keeps an index in this folder. `registers` differs wherever the registers differ: their digests.
    pub fn new(folder: &Path, registers: &str) -> Self {
        let tables = [Families::table(), Lexicon::tables()].map(word_hash);
        let version = env!("CARGO_PKG_VERSION");
        let stamp = format!("{version} {:016x} {:016x} {registers}", tables[0], tables[1]);
        Self { folder: folder.to_owned(), stamp }
    }

    /// The index as it was kept, or built now and then kept.
    pub(crate) fn index(&self, pupils: usize, build: impl FnOnce() -> Index) -> Index {
        if pupils < LEAST_PUPILS {
            return build();
        }
        self.load().unwrap_or_else(|| {
            let index = build();
            // Where it cannot be kept the next start takes longer, and nothing else is different.
            let _ = self.keep(&index);
            index
        })
    }

    fn load(&self) -> Option<Index> {
        let file = File::open(self.folder.join(FILE)).ok()?;
        let about = file.metadata().ok()?;
        if !about.is_file() || about.len() > MOST_BYTES || !is_private(&about) {
            return None;
        }
        let mut bytes = Vec::with_capacity(usize::try_from(about.len()).ok()?);
        file.take(MOST_BYTES).read_to_end(&mut bytes).ok()?;
        let mut head = Reader::new(bytes.strip_prefix(MAGIC)?);
        if head.raw()? != self.stamp.as_bytes() {
            return None;
        }
        let checksum = head.number()?;
        let body = head.raw()?;
        if !head.is_at_end() || crc32fast::hash(body) != checksum {
            return None;
        }
        let mut body = Reader::new(body);
        let index = Index::read(&mut body)?;
        body.is_at_end().then_some(index)
    }

    fn keep(&self, index: &Index) -> std::io::Result<()> {
        let mut body = Writer::default();
        index.write(&mut body);
        let mut head = Writer::default();
        head.raw(self.stamp.as_bytes());
        head.number(crc32fast::hash(&body.bytes));
        fs::create_dir_all(&self.folder)?;
        // Under another name until it is whole, and never into a file that others have made.
        let new = self.folder.join(format!("{FILE}.{}", std::process::id()));
        let _ = fs::remove_file(&new);
        let written = private(&new).and_then(|mut file| {
            file.write_all(MAGIC)?;
            file.write_all(&head.bytes)?;
            file.write_all(&(body.bytes.len() as u64).to_le_bytes())?;
            file.write_all(&body.bytes)?;
            file.sync_all()
        });
        let placed = written.and_then(|()| fs::rename(&new, self.folder.join(FILE)));
        if placed.is_err() {
            let _ = fs::remove_file(&new);
        }
        placed
    }
}

/// A new file that its owner alone may read.
fn private(path: &Path) -> std::io::Result<File> {
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// True if nobody but its owner may read or change a file, as far as the system tells.
#[cfg(unix)]
fn is_private(about: &fs::Metadata) -> bool {
    let others = std::os::unix::fs::PermissionsExt::mode(&about.permissions()) & 0o077;
    others == 0
}

#[cfg(not(unix))]
fn is_private(_: &fs::Metadata) -> bool {
    true
}

#[cfg(test)]
mod tests {
    use super::{FILE, IndexCache};
    use crate::bytes::Writer;
    use crate::index::Index;
    use gatepost_model::PupilKey;
    use gatepost_records::{Pupil, Roster, StaffRegister};
    use std::cell::Cell;
    use std::fs;

    fn index() -> Index {
        let pupil = |(key, forename, surname): (&str, &str, &str)| Pupil {
            key: PupilKey::new(key),
            forename: forename.into(),
            preferred_forename: None,
            middle_names: Some("Mae Rose".into()),
            surname: surname.into(),
            preferred_surname: None,
            year: Some("Reception".into()),
            class: Some("Holly".into()),
            born: Some("2018-02-03".parse().unwrap()),
            leaves: Some("2026-07-20".parse().unwrap()),
            do_not_publish: false,
        };
        let pupils = [
            ("P1", "Seán", "O'Neill"),
            ("P2", "Maya", "Patel-Hartley"),
            ("P3", "Bo", "."),
            ("P4", "Maya", "Patel"),
        ];
        Index::new(&Roster::new(pupils.map(pupil).into()), &StaffRegister::default())
    }

    fn bytes(index: &Index) -> Vec<u8> {
        let mut writer = Writer::default();
        index.write(&mut writer);
        writer.bytes
    }

    /// Takes an index of so many pupils from a cache; says whether it was built.
    fn take(cache: &IndexCache, pupils: usize) -> (Vec<u8>, bool) {
        let built = Cell::new(false);
        let index = cache.index(pupils, || {
            built.set(true);
            index()
        });
        (bytes(&index), built.get())
    }

    #[test]
    fn it_is_built_once_and_then_read() {
        let folder = tempfile::tempdir().unwrap();
        let cache = IndexCache::new(&folder.path().join("own"), "aa bb");
        let whole = bytes(&index());
        assert_eq!(take(&cache, 9_999), (whole.clone(), true));
        assert_eq!(take(&cache, 9_999), (whole.clone(), false));
        assert_eq!(fs::read_dir(folder.path().join("own")).unwrap().count(), 1);
        // Of other registers it is stale.
        let other = IndexCache::new(&folder.path().join("own"), "aa cc");
        assert_eq!(take(&other, 9_999), (whole.clone(), true));
        assert_eq!(take(&cache, 9_999), (whole, true));
    }

    #[test]
    fn a_small_roster_leaves_no_file() {
        let folder = tempfile::tempdir().unwrap();
        assert!(take(&IndexCache::new(folder.path(), "aa"), 400).1);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn a_damaged_file_is_never_trusted() {
        let folder = tempfile::tempdir().unwrap();
        let cache = IndexCache::new(folder.path(), "aa");
        let (whole, _) = take(&cache, 9_999);
        let file = folder.path().join(FILE);
        let good = fs::read(&file).unwrap();
        for at in (0..good.len()).step_by(good.len() / 7 + 1) {
            let mut bad = good.clone();
            bad[at] ^= 4;
            fs::write(&file, &bad).unwrap();
            assert_eq!(take(&cache, 9_999), (whole.clone(), true), "byte {at}");
            fs::write(&file, &good[..at]).unwrap();
            assert_eq!(take(&cache, 9_999), (whole.clone(), true), "cut off at {at}");
        }
        fs::write(&file, [&good[..], b"x"].concat()).unwrap();
        assert!(take(&cache, 9_999).1);
        assert!(!take(&cache, 9_999).1);
    }

    #[cfg(unix)]
    #[test]
    fn its_owner_alone_may_read_it() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let cache = IndexCache::new(folder.path(), "aa");
        let mode = || fs::metadata(folder.path().join(FILE)).unwrap().permissions().mode() & 0o777;
        take(&cache, 9_999);
        assert_eq!(mode(), 0o600);
        let open = fs::Permissions::from_mode(0o644);
        fs::set_permissions(folder.path().join(FILE), open).unwrap();
        assert!(take(&cache, 9_999).1);
        assert_eq!(mode(), 0o600);
    }
}
