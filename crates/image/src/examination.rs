//! What was read of a media file.

use std::fmt;

use gatepost_model::MediaKind;

use crate::device::DeviceData;
use crate::error::CleanError;
use crate::exposure::Exposure;
use crate::format::Format;

/// What a media file is and gives away. `Debug` shows counts: the values are personal data.
#[derive(Clone, PartialEq)]
pub struct Examination {
    /// What it is, by its content.
    pub format: Format,
    /// What kind of medium.
    pub kind: MediaKind,
    /// How large the picture is, as its header says; `None` where that could not be read.
    pub size: Option<Size>,
    /// How it must be turned to stand upright: 1 (as stored) to 8, as EXIF counts.
    pub orientation: u8,
    /// The device that took it; `None` where the file says nothing of one.
    pub device: Option<DeviceData>,
    /// Everything that it gives away, in the order in which it was read.
    pub exposures: Vec<Exposure>,
    /// Words in the metadata, to be screened as `meta:FILE`.
    pub texts: Vec<MetaText>,
    /// Set where the name's ending promises another format than the content is.
    pub extension: Option<ExtensionMismatch>,
    /// Why it cannot be cleaned; `None` where nothing is known that stands against it.
    pub obstacle: Option<CleanError>,
}

/// Width and height of a picture as stored, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Size {
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
}

/// Words in the metadata of a file. `Debug` does not show them.
#[derive(Clone, PartialEq, Eq)]
pub struct MetaText {
    /// What the words are, for people: `caption`, `keyword`, `name of a person`.
    pub label: &'static str,
    /// The words.
    pub text: String,
    /// What they are, for programs.
    pub kind: TextKind,
}

/// What words in metadata are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum TextKind {
    /// A caption, title, headline or description.
    Caption,
    /// A keyword or tag.
    Keyword,
    /// The name of a person in the picture.
    Person,
    /// The name or address of an owner, author or photographer.
    Owner,
    /// A copyright notice, credit, source or terms of use.
    Copyright,
    /// A place.
    Place,
    /// A comment, or any other words.
    Comment,
}

/// A file whose name promises one format and whose content is another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ExtensionMismatch {
    /// What the name's ending promises.
    pub promised: Format,
    /// What the content is.
    pub actual: Format,
}

impl Size {
    /// How many pixels.
    pub const fn pixels(self) -> u64 {
        // Lossless: u32 into u64. `From` is not const.
        self.width as u64 * self.height as u64
    }
}

impl fmt::Debug for Examination {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Examination")
            .field("format", &self.format)
            .field("size", &self.size)
            .field("exposures", &self.exposures)
            .field("texts", &self.texts.len())
            .field("obstacle", &self.obstacle)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for MetaText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "MetaText({}, ···)", self.label)
    }
}
