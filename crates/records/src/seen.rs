//! Who had an answer in an earlier version of the consent register.
//!
//! A pupil whose row is gone from a new export was neither asked again nor withdrawn: somebody lost the
//! answer, and the picture waits. To notice that, a school folder keeps `.gatepost/consent-seen`: a
//! line for each pupil who ever had an answer and is still on a roster, as a hash of the key, without a
//! name. It is written by [`Records::remember_consent`] and read with the registers.

use std::collections::BTreeSet;
use std::fmt::{self, Write as _};
use std::fs;
use std::io;
use std::path::Path;

use gatepost_model::PupilKey;
use sha2::{Digest, Sha256};

use crate::open::Records;

/// Where it lies in the school's folder.
const FOLDER: &str = ".gatepost";
const FILE: &str = "consent-seen";

/// How many bytes of it are read: a line for each of far more pupils than any school has.
const MOST_BYTES: u64 = 64 << 20;

/// Pupils, by a hash of their keys. `Debug` shows their number.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Seen(BTreeSet<String>);

impl Seen {
    /// These pupils.
    pub fn of<'k>(pupils: impl IntoIterator<Item = &'k PupilKey>) -> Self {
        Self(pupils.into_iter().map(opaque).collect())
    }

    /// True if this pupil is among them.
    pub fn contains(&self, pupil: &PupilKey) -> bool {
        !self.0.is_empty() && self.0.contains(&opaque(pupil))
    }

    /// Reads what a school's folder remembers; nothing, where there is no such file.
    pub(crate) fn read(folder: &Path) -> io::Result<Self> {
        let path = folder.join(FOLDER).join(FILE);
        match fs::metadata(&path) {
            Err(problem) if problem.kind() == io::ErrorKind::NotFound => return Ok(Self::default()),
            Err(problem) => return Err(problem),
            Ok(found) if found.len() > MOST_BYTES => return Err(io::ErrorKind::FileTooLarge.into()),
            Ok(_) => {}
        }
        Ok(Self(fs::read_to_string(&path)?.lines().map(str::to_owned).collect()))
    }

    fn write(&self, folder: &Path) -> io::Result<()> {
        let folder = folder.join(FOLDER);
        fs::create_dir_all(&folder)?;
        let mut text = String::new();
        for line in &self.0 {
            text.push_str(line);
            text.push('\n');
        }
        let new = folder.join(format!("{FILE}.new"));
        fs::write(&new, text)?;
        fs::rename(&new, folder.join(FILE))
    }
}

impl Records {
    /// Writes down who has an answer today, and who of the rosters ever had one, in the school's folder:
    /// so that an answer that is gone from the next export is noticed (`consent/vanished`).
    ///
    /// # Errors
    ///
    /// If it cannot be written.
    pub fn remember_consent(&self, folder: &Path) -> io::Result<()> {
        let keys = self.roster.pupils().iter().map(|pupil| &pupil.key);
        let had = |key: &&PupilKey| {
            !self.consent.entries(key).is_empty() || self.consent.seen().contains(key)
        };
        let seen = Seen::of(keys.filter(had));
        if seen == *self.consent.seen() { Ok(()) } else { seen.write(folder) }
    }
}

impl fmt::Debug for Seen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Seen({} pupils)", self.0.len())
    }
}

/// Half of a SHA-256, in hexadecimal.
fn opaque(pupil: &PupilKey) -> String {
    let digest = Sha256::digest(format!("consent-seen:{}", pupil.as_str()).as_bytes());
    digest.iter().take(16).fold(String::with_capacity(32), |mut hex, byte| {
        // Writing to a `String` cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

#[cfg(test)]
mod tests {
    use gatepost_model::PupilKey;

    use super::Seen;

    #[test]
    fn it_knows_its_pupils_and_shows_none() {
        let (one, other) = (PupilKey::new("A1"), PupilKey::new("B2"));
        let seen = Seen::of([&one]);
        assert!(seen.contains(&one) && !seen.contains(&other));
        assert!(!Seen::default().contains(&one));
        assert_eq!(format!("{seen:?}"), "Seen(1 pupils)");
    }
}
