//! The registers, the policy and the gate made from them: read again, whole or not at all, when a file of
//! theirs changes.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use gatepost::{Gate, School};
use jiff::Timestamp;

use crate::error::WatchError;

/// Names, sizes and times of the files that a school is read from.
type Stamp = Vec<(PathBuf, u64, Option<SystemTime>)>;

/// A school and its gate.
#[derive(Debug)]
pub(crate) struct InForce {
    pub(crate) school: School,
    pub(crate) gate: Gate,
    as_of: Option<Timestamp>,
    stamp: Stamp,
    /// A stamp that was seen to differ: read again once it stays the same for one look.
    changing: Option<Stamp>,
}

/// What a look at the files came to.
#[derive(Debug)]
pub(crate) enum Renewed {
    /// They are as they were.
    Same,
    /// They have changed, and are still changing.
    Changing,
    /// They were read again, and what is judged from here on is judged by them.
    Anew,
    /// They cannot be read: nothing may be judged until they can.
    Unreadable(WatchError),
}

impl InForce {
    /// Builds the gate of a school.
    pub(crate) fn new(school: School, as_of: Option<Timestamp>) -> Result<Self, WatchError> {
        let stamp = stamp(school.folder(), &school);
        let gate = gate(&school, as_of)?;
        Ok(Self { school, gate, as_of, stamp, changing: None })
    }

    /// True if the files are those that were read.
    pub(crate) fn is_current(&self) -> bool {
        stamp(self.school.folder(), &self.school) == self.stamp
    }

    /// Looks at the files, and reads them again where they have changed and lie still.
    pub(crate) fn renew(&mut self) -> Renewed {
        let now = stamp(self.school.folder(), &self.school);
        if now == self.stamp {
            self.changing = None;
            return Renewed::Same;
        }
        if self.changing.as_ref() != Some(&now) {
            self.changing = Some(now);
            return Renewed::Changing;
        }
        let folder = self.school.folder().to_owned();
        let read = School::open(&folder).map_err(WatchError::from).and_then(|school| {
            let gate = gate(&school, self.as_of)?;
            Ok((school, gate))
        });
        match read {
            Ok((school, gate)) if stamp(&folder, &school) == now => {
                (self.school, self.gate) = (school, gate);
                self.stamp = now;
                self.changing = None;
                Renewed::Anew
            }
            // A pack file that the new school.toml names, or another change meanwhile: look once more.
            Ok((school, gate)) => {
                let again = stamp(&folder, &school);
                if self.changing.as_ref().is_some_and(|seen| is_within(seen, &again)) {
                    (self.school, self.gate) = (school, gate);
                    self.stamp = again;
                    self.changing = None;
                    return Renewed::Anew;
                }
                self.changing = Some(again);
                Renewed::Changing
            }
            Err(problem) => Renewed::Unreadable(problem),
        }
    }
}

/// True if everything in one stamp stands in another too.
fn is_within(one: &Stamp, other: &Stamp) -> bool {
    one.iter().all(|file| other.contains(file))
}

fn gate(school: &School, as_of: Option<Timestamp>) -> Result<Gate, WatchError> {
    let gate = Gate::new(school)?;
    Ok(match as_of {
        Some(moment) => gate.with_as_of(moment),
        None => gate,
    })
}

fn stamp(folder: &Path, school: &School) -> Stamp {
    let mut files = Vec::new();
    let registers = ["pupils.", "staff.", "consent."];
    let folders = ["pupils", "words"];
    for path in listed(folder) {
        let name = crate::inbox::name_of(&path).to_lowercase();
        let is_settings = path.extension().is_some_and(|ending| ending == "toml");
        if is_settings || registers.iter().any(|start| name.starts_with(start)) {
            files.push(path);
        } else if folders.contains(&name.as_str()) {
            files.extend(listed(&path));
            files.push(path);
        }
    }
    let pack = folder.join(&school.records().school.policy);
    if pack.is_file() {
        files.push(pack);
    }
    files.sort();
    files
        .into_iter()
        .map(|path| {
            let found = fs::metadata(&path).ok();
            let size = found.as_ref().map_or(0, fs::Metadata::len);
            (path, size, found.and_then(|found| found.modified().ok()))
        })
        .collect()
}

fn listed(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .collect()
}
