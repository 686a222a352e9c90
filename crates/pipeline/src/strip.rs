//! Cleaning files outside any draft: no school is needed.

use std::fs::{self, FileTimes};
use std::io::Write;
use std::path::{Path, PathBuf};

use gatepost_model::{CleanedFile, Limits, Media, MediaSource};

use crate::media::MediaReading;

/// Where the clean copy of a file goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Destination<'p> {
    /// Into a folder, under the file's own name, or with `-2`, `-3`, ... where that is taken.
    Folder(&'p Path),
    /// Beside the original: `IMG_1-clean.jpg`.
    Beside,
    /// In the original's place, with its permissions and times.
    InPlace,
}

/// What became of a file that was to be cleaned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stripped {
    /// What was done, as a verdict says it; `file` is the path that was given.
    pub cleaned: CleanedFile,
    /// Where the clean copy is; `None` where there is none.
    pub output: Option<PathBuf>,
    /// Why there is none, for people.
    pub problem: Option<String>,
}

/// Writes a copy of a photo that gives nothing away, after proving it. Nothing is overwritten but, in
/// place, the original, by one rename and only once the copy is whole and on disk.
pub fn strip(path: &Path, destination: Destination<'_>, limits: &Limits) -> Stripped {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let file = Media { name, source: MediaSource::File(path.to_owned()) };
    let reading = MediaReading::open(&file, limits);
    let mut cleaned = reading.cleaned(&path.display().to_string());
    let written = match reading.clean_bytes() {
        Some(bytes) => write(path, bytes, destination, cleaned.sha256_in == cleaned.sha256_out)
            .map_err(|problem| format!("the clean copy cannot be written: {problem}")),
        None => Err(reading.obstacle()),
    };
    match written {
        Ok(output) => Stripped { cleaned, output: Some(output), problem: None },
        Err(problem) => {
            cleaned.verified = false;
            cleaned.sha256_out = None;
            cleaned.removed.clear();
            Stripped { cleaned, output: None, problem: Some(problem) }
        }
    }
}

fn write(
    path: &Path,
    bytes: &[u8],
    destination: Destination<'_>,
    is_same: bool,
) -> std::io::Result<PathBuf> {
    match destination {
        Destination::InPlace if is_same => Ok(path.to_owned()),
        Destination::InPlace => {
            let before = fs::metadata(path)?;
            let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
            let mut fresh = tempfile::NamedTempFile::new_in(folder.unwrap_or(Path::new(".")))?;
            fresh.write_all(bytes)?;
            let mut times = FileTimes::new().set_modified(before.modified()?);
            if let Ok(accessed) = before.accessed() {
                times = times.set_accessed(accessed);
            }
            fresh.as_file().set_permissions(before.permissions())?;
            fresh.as_file().set_times(times)?;
            fresh.as_file().sync_all()?;
            fresh.persist(path).map_err(|problem| problem.error)?;
            Ok(path.to_owned())
        }
        Destination::Folder(folder) => {
            fs::create_dir_all(folder)?;
            let name = path.file_name().map_or(path, Path::new);
            write_new(folder, name, "", bytes)
        }
        Destination::Beside => {
            let name = path.file_name().map_or(path, Path::new);
            write_new(path.parent().unwrap_or(Path::new("")), name, "-clean", bytes)
        }
    }
}

/// Writes a file under the first name that is free, and gives it.
fn write_new(folder: &Path, name: &Path, mark: &str, bytes: &[u8]) -> std::io::Result<PathBuf> {
    let stem = name.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let ending =
        name.extension().map(|ending| format!(".{}", ending.to_string_lossy())).unwrap_or_default();
    let mut number = 1_u64;
    loop {
        let count = if number == 1 { String::new() } else { format!("-{number}") };
        let path = folder.join(format!("{stem}{mark}{count}{ending}"));
        match fs::OpenOptions::new().write(true).create_new(true).open(&path) {
            Ok(mut file) => {
                let written = file.write_all(bytes).and_then(|()| file.sync_all());
                if written.is_err() {
                    // Half a copy must not be taken for one.
                    fs::remove_file(&path)?;
                }
                return written.map(|()| path);
            }
            Err(problem) if problem.kind() == std::io::ErrorKind::AlreadyExists => number += 1,
            Err(problem) => return Err(problem),
        }
    }
}
