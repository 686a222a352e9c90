//! Cleaning files outside any draft: no school is needed.

use std::cell::RefCell;
use std::fs::{self, FileTimes};
use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use gatepost_model::{CleanedFile, Limits};

use crate::intake::read_limited_into;
use crate::media::{hex_sha256, sentence};
use crate::strip_film::strip_film;

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

/// Whether the sums (SHA-256) of a file and its clean copy are told. Making them takes longer than cleaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sums {
    /// They are.
    Told,
    /// They are not, and are not made.
    Spared,
}

/// Writes a copy of a photo that gives nothing away, after proving it, and tells the sums. Nothing is overwritten
/// but, in place, the original, by one rename and only once the copy is whole and on disk.
pub fn strip(path: &Path, destination: Destination<'_>, limits: &Limits) -> Stripped {
    strip_with(path, destination, limits, Sums::Told)
}

/// [`strip`], with or without the sums. The proof is the second walk over the copy: its coded picture is the
/// original's, byte for byte, so it opens wherever that does, and is not decoded.
pub fn strip_with(
    path: &Path,
    destination: Destination<'_>,
    limits: &Limits,
    sums: Sums,
) -> Stripped {
    let mut cleaned = CleanedFile {
        file: path.display().to_string(),
        sha256_in: None,
        sha256_out: None,
        removed: Vec::new(),
        verified: false,
    };
    // A film may be longer than memory, and than the limit of a draft.
    if let Some(stripped) = strip_film(path, destination, limits, sums, &cleaned) {
        return stripped;
    }
    let done = BUFFERS.with_borrow_mut(|buffers| {
        let done = copy(path, destination, limits, sums, buffers, &mut cleaned);
        buffers.original.shrink_to(KEPT_BYTES);
        buffers.copy.shrink_to(KEPT_BYTES);
        done
    });
    match done {
        Ok(output) => Stripped { cleaned, output: Some(output), problem: None },
        Err(problem) => {
            let cleaned =
                CleanedFile { sha256_out: None, removed: Vec::new(), verified: false, ..cleaned };
            Stripped { cleaned, output: None, problem: Some(problem) }
        }
    }
}

thread_local! {
    static BUFFERS: RefCell<Buffers> = RefCell::default();
}

/// Memory that is used for one file after the other.
#[derive(Default)]
struct Buffers {
    original: Vec<u8>,
    copy: Vec<u8>,
}

/// Bytes of a buffer that are kept for the next file: enough for a camera's photo.
const KEPT_BYTES: usize = 16 << 20;

/// Cleans and writes, noting what was done. The problem is in words for people.
fn copy(
    path: &Path,
    destination: Destination<'_>,
    limits: &Limits,
    sums: Sums,
    Buffers { original, copy }: &mut Buffers,
    cleaned: &mut CleanedFile,
) -> Result<PathBuf, String> {
    read_limited_into(path, limits.media_bytes, original).map_err(|defect| defect.message)?;
    if original.is_empty() {
        return Err("The file is empty: copy it again from where it came.".into());
    }
    let sum = |bytes: &[u8]| (sums == Sums::Told).then(|| hex_sha256(bytes));
    cleaned.sha256_in = sum(original);
    let looked =
        catch_unwind(AssertUnwindSafe(|| gatepost_image::clean_into(original, limits, copy)));
    let removed = looked
        .map_err(|_| "A part of gatepost failed while it read this file.".to_owned())?
        .map_err(|obstacle| sentence(&obstacle.to_string()))?;
    cleaned.sha256_out = sum(copy);
    cleaned.removed = removed.iter().map(ToString::to_string).collect();
    let written = write(path, copy, destination, original == copy)
        .map_err(|problem| format!("the clean copy cannot be written: {problem}"))?;
    cleaned.verified = true;
    Ok(written)
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
                // The original stays: nothing is lost if the machine stops before this is on disk.
                let written = file.write_all(bytes);
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
