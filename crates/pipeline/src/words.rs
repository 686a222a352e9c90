//! The school's own words: every `words/*.txt` of its folder.
//!
//! In: a school's folder and what the school calls itself. Out: its additions to and exceptions from the
//! word lists, or all that is wrong with them, by file and line. What is wrong stops everything: an
//! exception that is not understood might have been meant to hold something.

use std::fs;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use gatepost_records::{Problem, ProblemKind, SchoolFile};
use gatepost_text::SchoolWords;

/// The folder in which the files lie.
const FOLDER: &str = "words";

/// How many bytes a file of words may have.
const MOST_BYTES: u64 = 1 << 20;

/// Reads the words of a school, files in the order of their names.
///
/// # Errors
///
/// Everything that is wrong, if anything is.
pub(crate) fn read_words(folder: &Path, school: &SchoolFile) -> Result<SchoolWords, Vec<Problem>> {
    let mut words = SchoolWords::default();
    let mut problems = Vec::new();
    match files(&folder.join(FOLDER)) {
        Ok(files) => {
            for (file, path) in files {
                match text(&path) {
                    Ok(text) => {
                        let (read, wrong) = SchoolWords::parse(&text, &file);
                        words.join(read);
                        problems.extend(wrong);
                    }
                    Err(message) => problems.push(stop(&file, message)),
                }
            }
        }
        Err(_) => problems.push(stop(
            FOLDER,
            "This folder cannot be read. Ask whoever looks after the computer for leave to read it.",
        )),
    }
    problems.extend(words.check(school));
    if problems.is_empty() { Ok(words) } else { Err(problems) }
}

/// The files of words, each with the name that people know it by; none where there is no folder.
fn files(folder: &Path) -> std::io::Result<Vec<(String, PathBuf)>> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let mut files = Vec::new();
    for entry in entries {
        let path = entry?.path();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        let Some(name) = name.filter(|name| !name.starts_with('.')) else { continue };
        if path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("txt")) {
            files.push((format!("{FOLDER}/{name}"), path));
        }
    }
    files.sort();
    Ok(files)
}

fn text(path: &Path) -> Result<String, &'static str> {
    const UNREADABLE: &str = "This file cannot be read. Look whether it is open elsewhere.";
    let file = fs::File::open(path).map_err(|_| UNREADABLE)?;
    let mut bytes = Vec::new();
    file.take(MOST_BYTES + 1).read_to_end(&mut bytes).map_err(|_| UNREADABLE)?;
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > MOST_BYTES {
        return Err("This file is longer than a million letters. Words are one a line.");
    }
    String::from_utf8(bytes).map_err(|_| "This file is not plain text. Save it as text (UTF-8).")
}

fn stop(file: &str, message: &str) -> Problem {
    Problem {
        kind: ProblemKind::Stop,
        file: file.to_string(),
        row: None,
        column: None,
        message: message.to_string(),
    }
}
