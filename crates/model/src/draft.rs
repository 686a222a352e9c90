//! What a school wants to post.

use std::collections::BTreeMap;
use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use jiff::{Timestamp, civil};

/// A draft as its author dropped it: words and manifest in memory, media yet to be opened.
///
/// `Debug` shows counts alone: the words are not ours to log.
#[derive(Clone, Default)]
pub struct Draft {
    /// The folder's name, a loose file's name without its ending, or the `id` given in JSON.
    pub id: String,
    /// The account it is meant for: the inbox subfolder, or what the manifest says.
    pub account: Option<String>,
    /// Who wrote it: a staff id or a school e-mail address.
    pub author: Option<String>,
    /// `reminder`, `good-news`, `achievement`, `information` or `learning`.
    pub purpose: Option<String>,
    /// When it is to be published.
    pub publish_at: Option<PublishAt>,
    /// When it is judged, where it does not say when it is to be published; the moment of the call if absent.
    pub as_of: Option<Timestamp>,
    /// Everyone pictured, by UPN or roster name. `Some` of nothing says that nobody is pictured;
    /// `None` says nothing.
    pub pupils: Option<Vec<String>>,
    /// Or: the classes pictured.
    pub groups: Option<Vec<String>>,
    /// Posted with pupils, while teaching social media.
    pub teaching: bool,
    /// The text or address replied to.
    pub in_reply_to: Option<String>,
    /// What named members of staff confirm.
    pub attest: Attestations,
    /// Alternative texts, by file name.
    pub alt: BTreeMap<String, String>,
    /// What is told of a media file beside it, by its name: an export writes down where a photo was taken,
    /// and from which address it was sent. Read as the file's metadata.
    pub told_of_media: BTreeMap<String, String>,
    /// The words of the post.
    pub text: String,
    /// The name of the file that the words were read from, if they were.
    pub text_name: Option<String>,
    /// Photos, videos and whatever else lies beside the words.
    pub media: Vec<Media>,
    /// What was wrong with the draft itself when it was opened; each becomes a finding.
    pub defects: Vec<Defect>,
}

/// When a draft is to be published, as its author wrote it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PublishAt {
    /// In the school's local time.
    Local(civil::DateTime),
    /// With an offset from UTC.
    Instant(Timestamp),
}

/// What named members of staff confirm of a draft: each value is a staff id or school e-mail address.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Attestations {
    /// By key: `dress`, `dignity`, `rights`, `learning`.
    pub given: BTreeMap<String, String>,
}

/// A file that goes with the words.
#[derive(Clone)]
pub struct Media {
    /// Its name, without folders.
    pub name: String,
    /// Where its bytes are.
    pub source: MediaSource,
}

/// Where the bytes of a media file are.
#[derive(Clone)]
pub enum MediaSource {
    /// In a file, opened once by the pipeline.
    File(PathBuf),
    /// In memory.
    Bytes(Arc<[u8]>),
}

/// Something wrong with the draft itself, which a rule will report: a bad manifest, a file that could
/// not be read, one that was too large.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Defect {
    /// What kind.
    pub kind: DefectKind,
    /// What, where and what to do about it, without personal data.
    pub message: String,
}

/// The kinds of [`Defect`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DefectKind {
    /// The manifest or the make-up of the draft is not as it should be (`draft/malformed`).
    Malformed,
    /// Something in it could not be read (`draft/unreadable`).
    Unreadable,
    /// It is past a limit (`draft/too-large`).
    TooLarge,
    /// It was still arriving when the time for that ran out (`draft/incomplete`).
    Incomplete,
    /// The same was released to the same account before (`draft/duplicate`).
    Duplicate,
    /// A file of an archive could not be read (`archive/bad-member`).
    BadMember,
    /// A post of an archive names a photo or video that is not in it (`archive/missing-media`).
    MissingMedia,
    /// A photo or video of an archive that no post names (`archive/orphan-media`).
    OrphanMedia,
}

impl Draft {
    /// A draft of words alone.
    pub fn from_text(id: impl Into<String>, text: impl Into<String>) -> Self {
        Self { id: id.into(), text: text.into(), ..Self::default() }
    }
}

impl fmt::Debug for Draft {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Draft")
            .field("bytes", &self.text.len())
            .field("media", &self.media.len())
            .field("defects", &self.defects.len())
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Media {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Media(···)")
    }
}
