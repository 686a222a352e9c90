//! Films outside any draft: cleaned page by page, beside where the copy is to stand.
//!
//! In: a path and where the copy goes. Out: what was done. The copy is written to a file with a passing name in the
//! folder that it goes to, proven there, and gets its own name by one rename: whatever goes wrong before, it goes away.

use std::fs::{self, FileTimes};
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use gatepost_image::StreamError;
use gatepost_model::{CleanedFile, Limits};
use tempfile::NamedTempFile;

use crate::film::{Film, hex_sha256_of, unbounded_films};
use crate::media::sentence;
use crate::strip::{Destination, Stripped, Sums};

/// Cleans a file, if it is one that is read page by page; `None` if it is another, or cannot be opened.
pub(crate) fn strip_film(
    path: &Path,
    destination: Destination<'_>,
    limits: &Limits,
    sums: Sums,
    nothing_yet: &CleanedFile,
) -> Option<Stripped> {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let limits = unbounded_films(path, limits);
    let stripped = catch_unwind(AssertUnwindSafe(|| {
        let film = Film::open(path, &name, &limits).ok().flatten()?;
        Some(cleaned_film(path, film, destination, sums, nothing_yet.clone()))
    }));
    stripped.unwrap_or_else(|_| {
        let problem = "A part of gatepost failed while it read this file.".into();
        Some(not_cleaned(nothing_yet.clone(), problem))
    })
}

fn cleaned_film(
    path: &Path,
    mut film: Film,
    destination: Destination<'_>,
    sums: Sums,
    mut cleaned: CleanedFile,
) -> Stripped {
    let removed: Vec<String> = match &film.prepared {
        Ok(prepared) => prepared.removed().iter().map(ToString::to_string).collect(),
        Err(obstacle) => {
            cleaned.sha256_in = hex_sha256_of(&mut film.file).ok();
            return not_cleaned(cleaned, sentence(&obstacle.to_string()));
        }
    };
    let written = fresh_file(path, destination).map_err(StreamError::from).and_then(|mut fresh| {
        let sha256_out = film.write(fresh.as_file_mut())?;
        cleaned.sha256_in = Some(hex_sha256_of(&mut film.file)?);
        let is_same = cleaned.sha256_in.as_ref() == Some(&sha256_out);
        cleaned.sha256_out = Some(sha256_out);
        if destination == Destination::InPlace && is_same {
            return Ok(path.to_owned());
        }
        Ok(place(fresh, path, &film.before, destination)?)
    });
    cleaned.removed = removed;
    cleaned.verified = true;
    if sums == Sums::Spared {
        cleaned.sha256_in = None;
        cleaned.sha256_out = None;
    }
    match written {
        Err(StreamError::Refused(obstacle)) => {
            not_cleaned(cleaned, sentence(&obstacle.to_string()))
        }
        Err(StreamError::Io(problem)) => finished(cleaned, Err(problem)),
        Err(problem) => not_cleaned(cleaned, problem.to_string()),
        Ok(output) => finished(cleaned, Ok(output)),
    }
}

fn finished(cleaned: CleanedFile, written: io::Result<PathBuf>) -> Stripped {
    match written {
        Ok(output) => Stripped { cleaned, output: Some(output), problem: None },
        Err(problem) => {
            not_cleaned(cleaned, format!("the clean copy cannot be written: {problem}"))
        }
    }
}

fn not_cleaned(mut cleaned: CleanedFile, problem: String) -> Stripped {
    cleaned.verified = false;
    cleaned.sha256_out = None;
    cleaned.removed.clear();
    Stripped { cleaned, output: None, problem: Some(problem) }
}

/// The folder that a copy goes to.
fn folder_of<'p>(path: &'p Path, destination: Destination<'p>) -> &'p Path {
    match destination {
        Destination::Folder(folder) => folder,
        Destination::Beside | Destination::InPlace => {
            path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
        }
    }
}

/// A file beside where the copy is to stand, which goes away unless it is put in place.
fn fresh_file(path: &Path, destination: Destination<'_>) -> io::Result<NamedTempFile> {
    let folder = folder_of(path, destination);
    fs::create_dir_all(folder)?;
    NamedTempFile::new_in(folder)
}

/// Gives a whole copy its name, by one rename, with the permissions of the original; in place its times too.
fn place(
    fresh: NamedTempFile,
    path: &Path,
    before: &fs::Metadata,
    destination: Destination<'_>,
) -> io::Result<PathBuf> {
    fresh.as_file().set_permissions(before.permissions())?;
    if destination == Destination::InPlace {
        let mut times = FileTimes::new().set_modified(before.modified()?);
        if let Ok(accessed) = before.accessed() {
            times = times.set_accessed(accessed);
        }
        fresh.as_file().set_times(times)?;
    }
    fresh.as_file().sync_all()?;
    if destination == Destination::InPlace {
        fresh.persist(path).map_err(|problem| problem.error)?;
        return Ok(path.to_owned());
    }
    let mark = if destination == Destination::Beside { "-clean" } else { "" };
    under_free_name(fresh, folder_of(path, destination), path, mark)
}

/// Gives a file the first name that is free.
fn under_free_name(
    mut fresh: NamedTempFile,
    folder: &Path,
    path: &Path,
    mark: &str,
) -> io::Result<PathBuf> {
    let name = path.file_name().map_or(path, Path::new);
    let stem = name.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let ending =
        name.extension().map(|ending| format!(".{}", ending.to_string_lossy())).unwrap_or_default();
    let mut number = 1_u64;
    loop {
        let count = if number == 1 { String::new() } else { format!("-{number}") };
        let path = folder.join(format!("{stem}{mark}{count}{ending}"));
        match fresh.persist_noclobber(&path) {
            Ok(_) => return Ok(path),
            Err(taken) if taken.error.kind() == io::ErrorKind::AlreadyExists => {
                fresh = taken.file;
                number += 1;
            }
            Err(problem) => return Err(problem.error),
        }
    }
}
