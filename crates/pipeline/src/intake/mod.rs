//! Opening a draft: a folder, a loose text file or a JSON object becomes a [`Draft`].
//!
//! Words and manifest are read here; photos and videos are only listed, and opened once by the gate.
//! Opening never fails: whatever is wrong becomes a defect of the draft, and holds it.

use std::fs;
use std::io::Read;
use std::panic::catch_unwind;
use std::path::Path;
use std::sync::Arc;

use gatepost_model::{Defect, DefectKind, Draft, Limits, Media, MediaSource};
use serde_json::{Map, Value};

mod json;
mod manifest;
mod words;

use manifest::Form;
pub(crate) use manifest::malformed;
pub(crate) use manifest::nearest;
pub(crate) use words::too_large;

/// The name of the manifest in a draft's folder.
const MANIFEST: &str = "post.toml";
/// How large a manifest may be: far more than anyone types.
const MANIFEST_BYTES: u64 = 256 << 10;
/// How large a Word file may be. Its words are limited as those of any draft.
const WORD_FILE_BYTES: u64 = 16 << 20;
const WORDS: &[&str] = &["txt", "md", "docx"];
/// Endings of words that are not read: no pictures, whatever else they hold.
const OTHER_WORDS: &[&str] = &["rtf", "odt", "doc", "pages"];

/// A draft that was opened, and what lay in its folder that belongs to no draft.
#[derive(Debug, Clone, Default)]
pub struct Opened {
    /// The draft.
    pub draft: Draft,
    /// How many files were left out as junk that systems leave behind ([`is_junk`]).
    pub junk: usize,
}

/// Opens the draft at `path`: a folder, or one file.
///
/// `account` is the inbox folder in which it lay, if it did; the manifest may name another.
/// Links are not followed, and a folder within a draft is not entered: both hold the draft.
pub fn open_draft(path: &Path, account: Option<&str>, limits: &Limits) -> Opened {
    open(path, account, limits, &[])
}

/// Opens a draft that lies in `held/`, without the three files that were put beside its own. Where the
/// draft brought a file of such a name itself, ours have another, and nothing is left out.
pub fn open_held_draft(path: &Path, account: Option<&str>, limits: &Limits) -> Opened {
    const OURS: [&str; 3] = ["verdict.json", "report.html", "WHY.txt"];
    let renamed = ["verdict-2.json", "report-2.html", "WHY-2.txt"]
        .iter()
        .any(|name| fs::symlink_metadata(path.join(name)).is_ok());
    open(path, account, limits, if renamed { &[] } else { &OURS })
}

/// Opens a draft of the past, in `held/`, in `released/` or still in the inbox, without the files that
/// were put beside its own.
pub fn open_past_draft(path: &Path, account: Option<&str>, limits: &Limits) -> Opened {
    open(path, account, limits, &["verdict.json", "report.html", "WHY.txt", "release.json"])
}

fn open(path: &Path, account: Option<&str>, limits: &Limits, leave_out: &[&str]) -> Opened {
    let opened = catch_unwind(|| open_unguarded(path, account, limits, leave_out));
    opened.unwrap_or_else(|_| {
        let mut draft = Draft { id: file_name(path), ..Draft::default() };
        draft.account = account.map(str::to_owned);
        draft.defects.push(unreadable("A part of gatepost failed while it opened this draft."));
        Opened { draft, junk: 0 }
    })
}

fn open_unguarded(
    path: &Path,
    account: Option<&str>,
    limits: &Limits,
    leave_out: &[&str],
) -> Opened {
    let mut opened = Opened::default();
    let draft = &mut opened.draft;
    draft.account = account.map(str::to_owned);
    if path.file_name().is_some_and(|name| name.to_str().is_none()) {
        draft.defects.push(unnamable());
    }
    match fs::symlink_metadata(path) {
        Ok(found) if found.is_dir() => {
            draft.id = file_name(path);
            open_folder(path, limits, leave_out, &mut opened);
        }
        Ok(found) if found.is_file() => {
            draft.id = stem(path);
            open_file(path, limits, draft);
        }
        Ok(_) => {
            draft.id = stem(path);
            draft.defects.push(unreadable(
                "The draft is a link, not a folder or a file: copy what it leads to.",
            ));
        }
        Err(problem) => {
            draft.id = stem(path);
            draft
                .defects
                .push(unreadable(&format!("The draft cannot be opened: {}.", reason(&problem))));
        }
    }
    opened
}

/// Reads a draft written as one JSON object, with media paths relative to `base`.
///
/// What is no JSON object becomes a draft with a defect, and no id.
pub fn read_json(json: &str, base: &Path, limits: &Limits) -> Draft {
    let mut draft = Draft::default();
    let object: Map<String, Value> = match serde_json::from_str(json) {
        Ok(json::Strict(Value::Object(object))) => object,
        Ok(_) => {
            draft.defects.push(malformed("A draft in JSON must be one object, in braces.".into()));
            return draft;
        }
        Err(problem) => {
            draft.defects.push(malformed(format!(
                "The draft is not written as JSON asks, or a key stands twice (line {}, column {}).",
                problem.line(),
                problem.column()
            )));
            return draft;
        }
    };
    manifest::read_object(&object, Form::Json, &mut draft);
    match object.get("id") {
        Some(Value::String(id)) => id.clone_into(&mut draft.id),
        Some(Value::Number(id)) => draft.id = id.to_string(),
        None | Some(Value::Null) => {}
        Some(_) => {
            draft.defects.push(malformed("the draft: \"id\" must be a text or a number.".into()));
        }
    }
    match object.get("text") {
        Some(Value::String(text)) => text.clone_into(&mut draft.text),
        None | Some(Value::Null) => {}
        Some(_) => draft.defects.push(malformed("the draft: \"text\" must be a text.".into())),
    }
    match object.get("media") {
        None | Some(Value::Null) => {}
        Some(Value::Array(paths)) if paths.iter().all(Value::is_string) => {
            draft.media = paths
                .iter()
                .filter_map(Value::as_str)
                .map(|path| {
                    let path = base.join(path);
                    Media { name: file_name(&path), source: MediaSource::File(path) }
                })
                .collect();
        }
        Some(_) => {
            draft.defects.push(malformed("the draft: \"media\" must be a list of paths.".into()));
        }
    }
    settle(&mut draft, limits);
    draft
}

/// True for files that systems and programs leave in folders, and that belong to no draft:
/// `Thumbs.db`, `.DS_Store`, `desktop.ini`, `~$...`, `._*`, `@eaDir`.
pub fn is_junk(name: &str) -> bool {
    ["thumbs.db", ".ds_store", "desktop.ini", "@eadir"].contains(&name.to_lowercase().as_str())
        || name.starts_with("~$")
        || name.starts_with("._")
}

fn open_folder(folder: &Path, limits: &Limits, leave_out: &[&str], opened: &mut Opened) {
    let mut entries = Vec::new();
    let listing = fs::read_dir(folder).and_then(|listing| {
        for entry in listing {
            entries.push(entry?.path());
        }
        Ok(())
    });
    let draft = &mut opened.draft;
    if let Err(problem) = listing {
        draft
            .defects
            .push(unreadable(&format!("The folder cannot be listed: {}.", reason(&problem))));
        return;
    }
    entries.sort();
    let mut files = Vec::new();
    for path in entries {
        let name = file_name(&path);
        if is_junk(&name) {
            opened.junk += 1;
            continue;
        }
        if leave_out.contains(&name.as_str()) {
            continue;
        }
        match fs::symlink_metadata(&path) {
            Ok(found) if found.is_dir() => draft.defects.push(malformed(
                "A folder lies inside the draft: a draft is one folder of files. If this is an account's \
                 folder, name the drafts in it one by one.".into(),
            )),
            Ok(found) if !found.is_file() => draft.defects.push(unreadable(
                "Something in the draft is a link or a device, not a file: copy what it leads to.",
            )),
            Ok(_) if path.file_name().is_none_or(|name| name.to_str().is_none()) => {
                draft.defects.push(unnamable());
            }
            Ok(_) => files.push(Media { name, source: MediaSource::File(path) }),
            Err(problem) => draft.defects.push(unreadable(&format!(
                "A file in the draft cannot be opened: {}.",
                reason(&problem)
            ))),
        }
    }
    sort_in(files, limits, draft);
}

/// Makes a draft of files that lie together, such as those of a folder in an archive: one of words, a
/// manifest, and media. Whatever is wrong with them becomes a defect of the draft, and holds it.
pub fn draft_of_files(id: impl Into<String>, files: Vec<Media>, limits: &Limits) -> Draft {
    let mut draft = Draft { id: id.into(), ..Draft::default() };
    sort_in(files, limits, &mut draft);
    draft
}

/// Adds files to a draft: its words, its manifest, its media.
fn sort_in(files: Vec<Media>, limits: &Limits, draft: &mut Draft) {
    let mut words = Vec::new();
    for file in files {
        let name = Path::new(&file.name);
        if file.name.eq_ignore_ascii_case(MANIFEST) {
            read_manifest(&file.source, draft);
        } else if is_words(name) {
            words.push(file);
        } else if OTHER_WORDS.contains(&extension(name).as_str()) {
            draft.defects.push(unreadable(
                "There are words in a format that is not read: save them as .txt, .md or .docx.",
            ));
        } else {
            draft.media.push(file);
        }
    }
    match words.as_slice() {
        [] => {}
        [only] => read_words(only, limits, draft),
        several => draft.defects.push(malformed(format!(
            "The draft has {} files of words: keep one, best called post.txt.",
            several.len()
        ))),
    }
    settle(draft, limits);
}

fn open_file(path: &Path, limits: &Limits, draft: &mut Draft) {
    let file = Media { name: file_name(path), source: MediaSource::File(path.to_owned()) };
    if is_words(path) {
        read_words(&file, limits, draft);
    } else {
        draft.media.push(file);
    }
    settle(draft, limits);
}

fn read_words(file: &Media, limits: &Limits, draft: &mut Draft) {
    draft.text_name = Some(file.name.clone());
    let is_word_file = extension(Path::new(&file.name)) == "docx";
    let limit = if is_word_file { WORD_FILE_BYTES } else { limits.text_bytes.saturating_mul(4) };
    let read = read_source(&file.source, limit).and_then(|bytes| {
        if is_word_file {
            words::read_docx(&bytes, limits.text_bytes)
        } else {
            words::decode(&bytes)
        }
    });
    match read {
        Ok(text) => draft.text = text,
        Err(defect) => draft.defects.push(defect),
    }
}

fn read_manifest(source: &MediaSource, draft: &mut Draft) {
    match read_source(source, MANIFEST_BYTES).and_then(|bytes| words::decode(&bytes)) {
        Ok(text) => manifest::read_toml(&text, draft),
        Err(defect) => draft.defects.push(Defect {
            kind: defect.kind,
            message: "post.toml cannot be read: save it as plain text.".into(),
        }),
    }
}

/// What can be said of a draft once all of it is there.
fn settle(draft: &mut Draft, limits: &Limits) {
    if draft.text.len() as u64 > limits.text_bytes {
        draft.defects.push(too_large());
        // It is held whatever stands in it, and reading it could take any time.
        draft.text.clear();
    }
    if draft.text.trim().is_empty() && draft.media.is_empty() && draft.defects.is_empty() {
        draft
            .defects
            .push(malformed("The draft is empty: it has neither words nor pictures.".into()));
    }
    if draft.media.len() > limits.media_files {
        draft.defects.push(Defect {
            kind: DefectKind::TooLarge,
            message: format!(
                "The draft has {} files beside its words; at most {} are taken.",
                draft.media.len(),
                limits.media_files
            ),
        });
        draft.media.truncate(limits.media_files);
    }
    let mut names: Vec<&str> = draft.media.iter().map(|media| media.name.as_str()).collect();
    if draft.alt.keys().any(|name| !names.contains(&name.as_str())) {
        draft.defects.push(malformed(
            "An alternative text (\"alt\") is for a file that is not in the draft: mind its spelling.".into(),
        ));
    }
    names.sort_unstable();
    if names.windows(2).any(|pair| pair.first() == pair.last()) {
        draft.defects.push(malformed("Two of its files have the same name.".into()));
    }
}

/// Reads a file of a draft whole, unless it is larger than `limit` bytes.
pub(crate) fn read_source(source: &MediaSource, limit: u64) -> Result<Arc<[u8]>, Defect> {
    match source {
        MediaSource::File(path) => read_limited(path, limit).map(Into::into),
        MediaSource::Bytes(bytes) if bytes.len() as u64 > limit => Err(too_long(limit)),
        MediaSource::Bytes(bytes) => Ok(bytes.clone()),
    }
}

/// What is wrong with a file past its limit.
pub(crate) fn too_long(limit: u64) -> Defect {
    Defect {
        kind: DefectKind::TooLarge,
        message: format!("A file is larger than the limit of {}.", size(limit)),
    }
}

/// Reads a regular file whole, unless it is larger than `limit` bytes.
pub(crate) fn read_limited(path: &Path, limit: u64) -> Result<Vec<u8>, Defect> {
    let mut bytes = Vec::new();
    read_limited_into(path, limit, &mut bytes).map(|()| bytes)
}

/// [`read_limited`] into a buffer, the content of which goes.
pub(crate) fn read_limited_into(
    path: &Path,
    limit: u64,
    bytes: &mut Vec<u8>,
) -> Result<(), Defect> {
    let broken = |problem: std::io::Error| {
        unreadable(&format!("A file cannot be read: {}.", reason(&problem)))
    };
    let found = fs::symlink_metadata(path).map_err(broken)?;
    if !found.is_file() {
        return Err(unreadable("A file is a link, a folder or a device: copy what it leads to."));
    }
    // What the system says of its length saves growing; a file that is longer is read all the same.
    let length = usize::try_from(found.len().min(limit)).unwrap_or_default();
    bytes.clear();
    bytes.reserve(length + 1);
    let file = fs::File::open(path).map_err(broken)?;
    if !is_same_file(&found, &file.metadata().map_err(broken)?) {
        return Err(unreadable("A file was replaced by another while it was opened."));
    }
    file.take(limit + 1).read_to_end(bytes).map_err(broken)?;
    if bytes.len() as u64 > limit {
        return Err(too_long(limit));
    }
    Ok(())
}

/// True if what was opened is what was looked at, as far as the system can tell.
#[cfg(unix)]
pub(crate) fn is_same_file(looked_at: &fs::Metadata, opened: &fs::Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    opened.is_file() && (looked_at.dev(), looked_at.ino()) == (opened.dev(), opened.ino())
}

#[cfg(not(unix))]
pub(crate) fn is_same_file(_looked_at: &fs::Metadata, opened: &fs::Metadata) -> bool {
    opened.is_file()
}

/// A number of bytes for people.
fn size(bytes: u64) -> String {
    match bytes {
        0..1024 => format!("{bytes} bytes"),
        1024..1_048_576 => format!("{} KiB", bytes >> 10),
        _ => format!("{} MiB", bytes >> 20),
    }
}

/// Why the system refused, without the path: it may hold a name.
fn reason(problem: &std::io::Error) -> String {
    use std::io::ErrorKind;
    match problem.kind() {
        ErrorKind::NotFound => "it is not there".into(),
        ErrorKind::PermissionDenied => "its permissions do not allow it".into(),
        kind => kind.to_string(),
    }
}

fn unreadable(message: &str) -> Defect {
    Defect { kind: DefectKind::Unreadable, message: message.into() }
}

fn unnamable() -> Defect {
    malformed("A name is not written in letters that this system knows: rename it.".into())
}

fn is_words(path: &Path) -> bool {
    WORDS.contains(&extension(path).as_str())
}

fn extension(path: &Path) -> String {
    path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default()
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

fn stem(path: &Path) -> String {
    path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
