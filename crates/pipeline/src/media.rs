//! A media file of a draft, opened once.

use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Arc;

use gatepost_image::{
    AltText, Clean, CleanError, DeviceRegister, Examination, StreamError, Surroundings,
};
use gatepost_model::{
    CleanedFile, Defect, DefectKind, Field, Finding, Limits, Media, MediaKind, MediaSource, Place,
};
use sha2::{Digest, Sha256};

use crate::error::GateError;
use crate::film::{self, Film};
use crate::intake::{read_source, too_long};
use crate::rules;

/// What was read of a media file, and its clean copy where one could be made and proved.
pub(crate) struct MediaReading {
    pub(crate) examination: Option<Examination>,
    /// The words of its metadata, with a blank line between each two.
    pub(crate) meta_text: String,
    /// How many bytes it has; 0 where it could not be read.
    pub(crate) bytes: u64,
    sha256_in: Option<String>,
    /// The clean copy, or why there is none, where the file itself is the reason.
    clean: Result<CleanCopy, Option<CleanError>>,
    defects: Vec<(Defect, &'static gatepost_model::Rule)>,
}

struct CleanCopy {
    body: Body,
    sha256: String,
    removed: Vec<String>,
}

/// Where a clean copy is.
enum Body {
    Memory(Vec<u8>),
    /// A file without a name, which goes away by itself.
    Disk(File),
    /// It was not wanted.
    Gone,
}

/// Where the clean copy of a film is made, which may be longer than memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Workshop<'p> {
    /// In this folder, without a name.
    Folder(&'p Path),
    /// Where the system keeps what is soon gone.
    System,
    /// Nowhere: whether one can be made is enough.
    Nowhere,
}

/// Reads the bytes of a media file, within the limits.
///
/// # Errors
///
/// If it cannot be read, is no regular file, or is larger than the limit.
pub fn read_media(file: &Media, limits: &Limits) -> Result<Arc<[u8]>, Defect> {
    read_source(&file.source, limits.media_bytes)
}

impl MediaReading {
    /// Opens a file, looks at all of it, and makes its clean copy. Whatever goes wrong is a finding.
    pub(crate) fn open(file: &Media, limits: &Limits, workshop: Workshop<'_>) -> Self {
        if let MediaSource::File(path) = &file.source
            && let Some(read) = Self::open_film(path, &file.name, limits, workshop)
        {
            return read;
        }
        let bytes = match read_media(file, limits) {
            Ok(bytes) => bytes,
            Err(defect) => {
                let rule = rules::of(defect.kind);
                return Self::unread(None, defect, rule);
            }
        };
        if bytes.is_empty() {
            let message = "The file is empty: copy it again from where it came.".into();
            let defect = Defect { kind: DefectKind::Unreadable, message };
            return Self::unread(None, defect, rules::of(DefectKind::Unreadable));
        }
        let sha256_in = hex_sha256(&bytes);
        let looked = catch_unwind(AssertUnwindSafe(|| {
            let (examination, clean) =
                gatepost_image::examine_and_clean(&bytes, &file.name, limits);
            let proved = clean.and_then(|clean| {
                gatepost_image::prove_decodes(&clean.bytes, limits).map(|_| clean)
            });
            (examination, proved)
        }));
        let size = bytes.len() as u64;
        let read = match looked {
            Ok((examination, clean)) => Self::examined(sha256_in, examination, clean),
            Err(_) => Self::unread(
                Some(sha256_in),
                Defect {
                    kind: DefectKind::Unreadable,
                    message: "A part of gatepost failed while it read this file.".into(),
                },
                rules::UNCHECKED,
            ),
        };
        Self { bytes: size, ..read }
    }

    /// The same for a file that is read page by page; `None` if it is none, or cannot be opened.
    fn open_film(path: &Path, name: &str, limits: &Limits, workshop: Workshop<'_>) -> Option<Self> {
        let looked = catch_unwind(AssertUnwindSafe(|| {
            let Some(mut film) = Film::open(path, name, limits)? else { return Ok(None) };
            if film.before.len() > limits.media_bytes {
                let defect = too_long(limits.media_bytes);
                return Ok(Some(Self::unread(None, defect, rules::of(DefectKind::TooLarge))));
            }
            let sha256_in = film::hex_sha256_of(&mut film.file)?;
            let clean = copy_of(&mut film, workshop);
            let bytes = film.before.len();
            let read = Self::of_parts(sha256_in, film.examination, clean);
            Ok::<_, io::Error>(Some(Self { bytes, ..read }))
        }));
        match looked {
            Ok(read) => read.ok().flatten(),
            Err(_) => Some(Self::unread(
                None,
                Defect {
                    kind: DefectKind::Unreadable,
                    message: "A part of gatepost failed while it read this file.".into(),
                },
                rules::UNCHECKED,
            )),
        }
    }

    fn examined(
        sha256_in: String,
        examination: Examination,
        clean: Result<Clean, CleanError>,
    ) -> Self {
        let clean = clean.map(|clean| CleanCopy {
            sha256: hex_sha256(&clean.bytes),
            removed: clean.removed.iter().map(ToString::to_string).collect(),
            body: Body::Memory(clean.bytes),
        });
        Self::of_parts(sha256_in, examination, clean)
    }

    fn of_parts(
        sha256_in: String,
        examination: Examination,
        clean: Result<CleanCopy, CleanError>,
    ) -> Self {
        let meta_text = examination
            .texts
            .iter()
            .map(|text| text.text.as_str())
            .collect::<Vec<_>>()
            .join("\n\n");
        Self {
            examination: Some(examination),
            meta_text,
            bytes: 0,
            sha256_in: Some(sha256_in),
            clean: clean.map_err(Some),
            defects: Vec::new(),
        }
    }

    fn unread(
        sha256_in: Option<String>,
        defect: Defect,
        rule: &'static gatepost_model::Rule,
    ) -> Self {
        Self {
            examination: None,
            meta_text: String::new(),
            bytes: 0,
            sha256_in,
            clean: Err(None),
            defects: vec![(defect, rule)],
        }
    }

    /// What kind of medium it is; [`MediaKind::Other`] where it could not be read.
    pub(crate) fn kind(&self) -> MediaKind {
        self.examination.as_ref().map_or(MediaKind::Other, |examination| examination.kind)
    }

    /// What the file gives away, or why it could not be read.
    pub(crate) fn findings(
        &self,
        index: usize,
        devices: &DeviceRegister,
        has_alt: bool,
        own_names: &[&str],
    ) -> Vec<Finding> {
        let place = Place::whole(Field::Media(index));
        let mut findings: Vec<Finding> = self
            .defects
            .iter()
            .map(|(defect, rule)| Finding::new(rule, place, defect.message.clone()))
            .collect();
        if let Some(examination) = &self.examination {
            let alt = if has_alt { AltText::Given } else { AltText::Missing };
            let surroundings = Surroundings { devices, alt, own_names };
            findings.extend(gatepost_image::findings(examination, index, &surroundings));
        }
        if let Err(Some(obstacle)) = &self.clean {
            let told = findings.iter().any(|finding| finding.rule == obstacle.rule());
            if !told {
                findings.push(Finding::new(
                    obstacle.rule(),
                    place,
                    sentence(&obstacle.to_string()),
                ));
            }
        }
        findings
    }

    /// What the verdict says of cleaning it.
    pub(crate) fn cleaned(&self, label: &str) -> CleanedFile {
        CleanedFile {
            file: label.to_owned(),
            sha256_in: self.sha256_in.clone(),
            sha256_out: self.clean.as_ref().ok().map(|clean| clean.sha256.clone()),
            removed: self.clean.as_ref().map(|clean| clean.removed.clone()).unwrap_or_default(),
            verified: self.clean.is_ok(),
        }
    }

    /// Lets go of the clean copy's bytes; what the verdict says of it stays.
    pub(crate) fn forget_copy(&mut self) {
        if let Ok(clean) = &mut self.clean {
            clean.body = Body::Gone;
        }
    }

    /// Whether a clean copy could be made and proved.
    pub(crate) fn is_cleaned(&self) -> bool {
        self.clean.is_ok()
    }

    /// Why there is no clean copy, for people.
    pub(crate) fn obstacle(&self) -> String {
        match (&self.clean, self.defects.first()) {
            (Err(Some(obstacle)), _) => sentence(&obstacle.to_string()),
            (_, Some((defect, _))) => defect.message.clone(),
            _ => "No clean copy could be made and proved.".into(),
        }
    }

    /// Writes the clean copy, if there is one, to a file that must not exist yet, and waits until it is
    /// on disk.
    pub(crate) fn write_clean(&self, path: &Path) -> Result<(), GateError> {
        let Ok(clean) = &self.clean else { return Ok(()) };
        fs::OpenOptions::new()
            .write(true)
            .create_new(true)
            .open(path)
            .and_then(|mut file| {
                match &clean.body {
                    Body::Memory(bytes) => file.write_all(bytes)?,
                    Body::Disk(copy) => film::copy_to(copy, &mut file)?,
                    Body::Gone => return Err(io::Error::other("the copy was not kept")),
                }
                file.sync_all()
            })
            .map_err(|source| GateError::Stage {
                folder: path.parent().unwrap_or(path).to_owned(),
                source,
            })
    }
}

/// The clean copy of a film, written and proven. What the disk refuses is an obstacle like any other.
fn copy_of(film: &mut Film, workshop: Workshop<'_>) -> Result<CleanCopy, CleanError> {
    let prepared = film.prepared.as_ref().map_err(Clone::clone)?;
    let removed = prepared.removed().iter().map(ToString::to_string).collect();
    let made = match workshop {
        Workshop::Folder(folder) => tempfile::tempfile_in(folder),
        Workshop::System => tempfile::tempfile(),
        Workshop::Nowhere => {
            return Ok(CleanCopy { body: Body::Gone, sha256: String::new(), removed });
        }
    };
    let mut copy = made.map_err(|_| NO_ROOM)?;
    let sha256 = film.write(&mut copy).map_err(|problem| match problem {
        StreamError::Refused(problem) => problem,
        _ => NO_ROOM,
    })?;
    Ok(CleanCopy { body: Body::Disk(copy), sha256, removed })
}

const NO_ROOM: CleanError =
    CleanError::Unverified("it could not be written; there may be no room on the disk");

/// The words of an error as a sentence.
pub(crate) fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| {
        format!("{}{}.", first.to_uppercase(), letters.as_str().trim_end_matches('.'))
    })
}

/// SHA-256 in lower-case hexadecimal, as verdicts write it.
pub fn hex_sha256(bytes: &[u8]) -> String {
    let mut hex = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        write!(hex, "{byte:02x}").expect("writing into a string does not fail");
    }
    hex
}
