//! Where the registers lie, and their bytes.
//!
//! A register is one file, `pupils.csv` or `pupils.xlsx`; the rosters may also be a folder of such
//! files. Two that could both be meant are an error: nobody would know which one counted. A file that
//! looks like a register and cannot be read (`.xls`, `.ods`) is one as well, as pupils would be missed.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::problem::{Problem, Problems};

/// Bytes of one register file.
const FILE_BYTES: u64 = 512 << 20;
/// Files of a register.
const FILES: usize = 2_000;

/// A file of a register, read into memory.
pub(crate) struct RegisterFile {
    /// Relative to the school folder, with `/` between folders.
    pub(crate) shown: String,
    /// What kind of file.
    pub(crate) format: Format,
    /// What it holds.
    pub(crate) bytes: Vec<u8>,
}

/// The kinds of files that registers come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    /// Comma-, semicolon- or tab-separated text.
    Text,
    /// An Excel workbook.
    Workbook,
}

/// Whether a register may be a folder of files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// One file.
    File,
    /// One file, or a folder of the same name full of them.
    FileOrFolder,
}

/// The files of a register, sorted by name; none where there is none, or where a problem stops.
pub(crate) fn find(
    school: &Path,
    register: &str,
    shape: Shape,
    problems: &mut Problems,
) -> Vec<RegisterFile> {
    let mut here = entries(school, "", problems);
    here.retain(|(name, path)| stem(name).eq_ignore_ascii_case(register) && !path.is_dir());
    let folder = school.join(register);
    if shape == Shape::FileOrFolder && folder.is_dir() {
        let mut inside = entries(&folder, &format!("{register}/"), problems);
        inside.retain(|(shown, path)| {
            if path.is_dir() {
                let message = "This folder within the register's folder was not read.";
                problems.push(Problem::warning(shown, message));
            }
            !path.is_dir()
        });
        if let ([(file, _), ..], false) = (here.as_slice(), inside.is_empty()) {
            problems.push(Problem::stop(
                file,
                format!(
                    "There is also a folder \"{register}\" with files, and only one of the two can be \
                     the register. Remove the one that is out of date."
                ),
            ));
            return Vec::new();
        }
        here.extend(inside);
    }
    let mut chosen: Vec<(String, PathBuf, Format)> = Vec::new();
    for (shown, path) in here {
        match format(&shown) {
            Some(format) => chosen.push((shown, path, format)),
            None if looks_like_register(&shown) => problems.push(Problem::stop(
                &shown,
                "This kind of file cannot be read. Open it in a spreadsheet, save it as .xlsx or .csv, \
                 and remove this one.",
            )),
            None => problems.push(Problem::warning(
                &shown,
                "This is neither .csv nor .xlsx and was not read.",
            )),
        }
    }
    chosen.sort_by(|first, second| first.0.cmp(&second.0));
    let mut rivals = false;
    for pair in chosen.windows(2) {
        if let [(first, ..), (second, ..)] = pair
            && stem(first).eq_ignore_ascii_case(stem(second))
        {
            rivals = true;
            problems.push(Problem::stop(
                second,
                format!(
                    "There is also {first}, and only one of the two can be the register. Remove the one \
                     that is out of date: {first} or {second}."
                ),
            ));
        }
    }
    if chosen.len() > FILES {
        let message =
            format!("There are more than {FILES} files. Put the classes together in fewer.");
        problems.push(Problem::stop(register, message));
        return Vec::new();
    }
    if rivals {
        return Vec::new();
    }
    chosen
        .into_iter()
        .filter_map(|(shown, path, format)| read(shown, &path, format, problems))
        .collect()
}

/// SHA-256 of a register in lower-case hexadecimal: of its one file as it is, or of the list of its
/// files as `sha256sum` prints it. `None` where there is none.
pub(crate) fn digest(files: &[RegisterFile]) -> Option<String> {
    match files {
        [] => None,
        [file] if !file.shown.contains('/') => Some(sha256(&file.bytes)),
        files => {
            let mut list = String::new();
            for file in files {
                list.extend([sha256(&file.bytes).as_str(), "  ", &file.shown, "\n"]);
            }
            Some(sha256(list.as_bytes()))
        }
    }
}

fn sha256(bytes: &[u8]) -> String {
    let digits = Sha256::digest(bytes).into_iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits.filter_map(|digit| char::from_digit(digit.into(), 16)).collect()
}

/// Names, with `prefix` before them, and paths in a folder, without what systems and editors leave
/// lying about.
fn entries(folder: &Path, prefix: &str, problems: &mut Problems) -> Vec<(String, PathBuf)> {
    let listing = fs::read_dir(folder).and_then(Iterator::collect::<Result<Vec<_>, _>>);
    match listing {
        Ok(entries) => entries
            .iter()
            .map(|entry| (entry.file_name().to_string_lossy().into_owned(), entry.path()))
            .filter(|(name, _)| !junk(name))
            .map(|(name, path)| (format!("{prefix}{name}"), path))
            .collect(),
        Err(error) => {
            let place = if prefix.is_empty() { "the school's folder" } else { prefix };
            let message = format!("What lies in this folder cannot be listed ({}).", error.kind());
            problems.push(Problem::stop(place, message));
            Vec::new()
        }
    }
}

fn junk(name: &str) -> bool {
    name.starts_with(['.', '~'])
        || ["thumbs.db", "desktop.ini"].contains(&name.to_lowercase().as_str())
}

/// The name without its ending.
fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

fn format(name: &str) -> Option<Format> {
    match name.rsplit_once('.')?.1.to_lowercase().as_str() {
        "csv" => Some(Format::Text),
        "xlsx" => Some(Format::Workbook),
        _ => None,
    }
}

fn looks_like_register(name: &str) -> bool {
    const ENDINGS: &[&str] = &["xls", "xlsb", "xlsm", "ods", "numbers", "tsv", "txt"];
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
    ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}

fn read(
    shown: String,
    path: &Path,
    format: Format,
    problems: &mut Problems,
) -> Option<RegisterFile> {
    let mut bytes = Vec::new();
    if !path.is_file() {
        let message = "This is not an ordinary file: its original may have been moved or deleted.";
        problems.push(Problem::stop(&shown, message));
        return None;
    }
    let whole =
        fs::File::open(path).and_then(|file| file.take(FILE_BYTES + 1).read_to_end(&mut bytes));
    let trouble = match whole {
        Ok(length) if length as u64 <= FILE_BYTES => {
            return Some(RegisterFile { shown, format, bytes });
        }
        Ok(_) => {
            "This file is larger than any register. Check that it is the right one.".to_owned()
        }
        Err(error) => format!(
            "This file cannot be read ({}). If it is open in another program, close it there.",
            error.kind()
        ),
    };
    problems.push(Problem::stop(&shown, trouble));
    None
}

#[cfg(test)]
mod tests {
    use super::{Format, RegisterFile, digest};

    fn file(shown: &str, bytes: &[u8]) -> RegisterFile {
        RegisterFile { shown: shown.into(), format: Format::Text, bytes: bytes.into() }
    }

    #[test]
    fn the_digest_of_one_file_is_that_of_its_bytes() {
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(digest(&[file("staff.csv", b"")]).as_deref(), Some(empty));
        assert_eq!(digest(&[]), None);
    }

    #[test]
    fn the_digest_of_a_folder_tells_names_and_bytes() {
        let whole = digest(&[file("pupils/4W.csv", b"a"), file("pupils/5A.csv", b"b")]);
        let renamed = digest(&[file("pupils/4W.csv", b"a"), file("pupils/5B.csv", b"b")]);
        let changed = digest(&[file("pupils/4W.csv", b"a"), file("pupils/5A.csv", b"c")]);
        assert_ne!(whole, renamed);
        assert_ne!(whole, changed);
    }
}
