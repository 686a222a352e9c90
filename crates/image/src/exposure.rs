//! What a photo gives away beside the picture.
//!
//! An [`Exposure`] is one kind of thing that a stranger could read out of the file. Its `Debug` shows
//! the kind alone: values are personal data.

use std::fmt;

/// One thing that a file gives away.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum Exposure {
    /// Where it was taken: coordinates, or a place that is named in words.
    Location(Location),
    /// When it was taken, changed or digitised, as written in the file.
    Timestamp {
        /// As the file writes it.
        written: String,
        /// Where it stands.
        origin: Origin,
    },
    /// The maker and model of the device.
    Device(Origin),
    /// The serial number of a camera or lens.
    DeviceSerial(Origin),
    /// The name of the owner, photographer or author of the file.
    OwnerName(Origin),
    /// A copyright notice, credit, source or terms of use. The notice goes with cleaning; the right stays.
    Copyright {
        /// As the file writes it.
        notice: String,
        /// Where it stands.
        origin: Origin,
    },
    /// A person tagged by name.
    PersonTag(Origin),
    /// A caption, title, keyword, description or comment.
    Caption(Origin),
    /// A second picture inside the file.
    Thumbnail {
        /// What sort of picture.
        picture: HiddenPicture,
        /// Its size in bytes as stored.
        bytes: usize,
    },
    /// Bytes after the end of the picture.
    TrailingData {
        /// How many.
        bytes: usize,
        /// What they look like.
        kind: TrailingKind,
    },
    /// The program or firmware that wrote it.
    Software(Origin),
    /// A camera maker's private block, of unknown content.
    MakerNote,
    /// Identifiers by which copies and versions of a picture can be followed.
    Identifier(Origin),
    /// A record of origin and edits (C2PA content credentials).
    ContentCredentials,
    /// A mark that a program made the picture, in whole or in part, and no camera. It goes with cleaning; what it
    /// says stays true.
    AiGenerated(Origin),
    /// A track of a film that says something while it runs: positions, movements, subtitles, faces.
    TimedData {
        /// Its size in bytes as stored.
        bytes: usize,
    },
    /// A block of metadata as such, whatever it says.
    Block(Origin),
    /// A block of a kind that is not known, or that could not be read.
    UnknownData {
        /// Its size in bytes as stored.
        bytes: usize,
    },
}

/// Where a photo was taken.
#[derive(Clone, Copy, PartialEq)]
pub enum Location {
    /// Degrees north (−90 to 90) and east (−180 to 180).
    Coordinates {
        /// Degrees north; negative is south.
        latitude: f64,
        /// Degrees east; negative is west.
        longitude: f64,
    },
    /// Named in words; the words are among the texts of the examination.
    Named,
    /// A block of coordinates that could not be read.
    Unreadable,
}

/// Where in a file something stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// EXIF, as cameras and phones write it.
    Exif,
    /// XMP, as picture programs write it.
    Xmp,
    /// XMP that was too long for one segment.
    ExtendedXmp,
    /// IPTC, as picture desks write it.
    Iptc,
    /// A comment or text chunk of the file itself.
    Comment,
    /// Photoshop's own block.
    Photoshop,
    /// The name of a colour profile.
    ProfileName,
    /// The table of further pictures in the file.
    PictureTable,
    /// A signed record of origin and edits (C2PA).
    ContentCredentials,
    /// The notes of a film, or of a still that is built like one.
    Film,
}

/// A picture inside a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HiddenPicture {
    /// A small copy, as cameras and Photoshop leave it: it may show what was cropped or blurred since.
    Thumbnail,
    /// A large preview or a second shot.
    Preview,
    /// A depth map or another picture that programs use to show the first.
    Auxiliary,
    /// How much brighter each part is on an HDR screen. Without it the picture looks as it does on any other.
    GainMap,
}

/// What bytes after the end of a picture look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TrailingKind {
    /// A further picture.
    Picture,
    /// A short film, as motion photos have it.
    Film,
    /// Part of an older picture that the file once held.
    OldPicture,
    /// Anything else.
    Other,
}

impl TrailingKind {
    /// What bytes look like, by the signatures at their front.
    pub(crate) fn of(bytes: &[u8]) -> Self {
        let head = bytes.get(..bytes.len().min(HEAD)).unwrap_or_default();
        let holds = |signature: &[u8]| memchr::memmem::find(head, signature).is_some();
        if [&b"\xff\xd8\xff"[..], b"\x89PNG\r\n", b"WEBPVP8", b"GIF89a"].into_iter().any(holds) {
            Self::Picture
        } else if holds(b"ftyp") || holds(b"MotionPhoto_Data") {
            Self::Film
        } else {
            Self::Other
        }
    }
}

/// How far into what follows a picture its kind is looked for.
const HEAD: usize = 4096;

/// What cleaning does about something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cleaning {
    /// It is not in the clean copy any more.
    Removes,
    /// It is as it was: a person must see to it.
    Leaves,
}

/// What was taken out of a file, in the short words of a verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Removed {
    /// Coordinates and place names.
    Gps,
    /// Dates and times.
    Timestamp,
    /// Serial numbers.
    Serial,
    /// Maker and model.
    Device,
    /// Names of owners and authors.
    Owner,
    /// Names of people in the picture.
    PersonTag,
    /// Captions, titles, keywords, comments.
    Caption,
    /// Copyright notices.
    Copyright,
    /// Small copies of the picture.
    Thumbnail,
    /// Previews and second pictures.
    Preview,
    /// Depth maps and the like.
    AuxiliaryPicture,
    /// Brightness maps for HDR screens.
    GainMap,
    /// Bytes after the end.
    TrailingData,
    /// A film behind the picture.
    Motion,
    /// Names of programs.
    Software,
    /// Makers' private blocks.
    MakerNote,
    /// Identifiers of copies and versions.
    Identifier,
    /// C2PA content credentials.
    ContentCredentials,
    /// A mark that a program made the picture.
    AiMark,
    /// Tracks of a film that are neither picture nor sound.
    TimedData,
    /// EXIF, as a block.
    Exif,
    /// XMP, as a block.
    Xmp,
    /// IPTC or Photoshop's data, as a block.
    Iptc,
    /// The name of a colour profile (the profile itself stays).
    ProfileName,
    /// The table of further pictures.
    PictureTable,
    /// Anything else that is not needed to show the picture.
    Other,
}

impl Exposure {
    /// What cleaning does about it: every exposure lies outside the picture and goes, but a copyright, and who
    /// or what made the picture, stand whether or not the file says so.
    pub const fn removed_by_cleaning(&self) -> Cleaning {
        match self {
            Self::Copyright { .. } | Self::AiGenerated(_) => Cleaning::Leaves,
            _ => Cleaning::Removes,
        }
    }

    /// What a clean copy is said to be without.
    pub const fn removed(&self) -> Removed {
        match self {
            Self::Location(_) => Removed::Gps,
            Self::Timestamp { .. } => Removed::Timestamp,
            Self::Device(_) => Removed::Device,
            Self::DeviceSerial(_) => Removed::Serial,
            Self::OwnerName(_) => Removed::Owner,
            Self::Copyright { .. } => Removed::Copyright,
            Self::PersonTag(_) => Removed::PersonTag,
            Self::Caption(_) => Removed::Caption,
            Self::Thumbnail { picture: HiddenPicture::Thumbnail, .. } => Removed::Thumbnail,
            Self::Thumbnail { picture: HiddenPicture::Preview, .. }
            | Self::TrailingData { kind: TrailingKind::Picture, .. } => Removed::Preview,
            Self::Thumbnail { picture: HiddenPicture::Auxiliary, .. } => Removed::AuxiliaryPicture,
            Self::Thumbnail { picture: HiddenPicture::GainMap, .. } => Removed::GainMap,
            Self::AiGenerated(_) => Removed::AiMark,
            Self::TrailingData { kind: TrailingKind::Film, .. } => Removed::Motion,
            Self::TrailingData { .. } => Removed::TrailingData,
            Self::Software(_) => Removed::Software,
            Self::MakerNote => Removed::MakerNote,
            Self::Identifier(_) => Removed::Identifier,
            Self::ContentCredentials | Self::Block(Origin::ContentCredentials) => {
                Removed::ContentCredentials
            }
            Self::TimedData { .. } => Removed::TimedData,
            Self::Block(Origin::Exif) => Removed::Exif,
            Self::Block(Origin::Xmp | Origin::ExtendedXmp) => Removed::Xmp,
            Self::Block(Origin::Iptc | Origin::Photoshop) => Removed::Iptc,
            Self::Block(Origin::ProfileName) => Removed::ProfileName,
            Self::Block(Origin::PictureTable) => Removed::PictureTable,
            Self::Block(Origin::Comment | Origin::Film) | Self::UnknownData { .. } => {
                Removed::Other
            }
        }
    }
}

impl Removed {
    /// The word that a verdict uses.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Gps => "gps",
            Self::Timestamp => "timestamp",
            Self::Serial => "serial",
            Self::Device => "device",
            Self::Owner => "owner",
            Self::PersonTag => "person-tag",
            Self::Caption => "caption",
            Self::Copyright => "copyright-notice",
            Self::Thumbnail => "thumbnail",
            Self::Preview => "preview",
            Self::AuxiliaryPicture => "auxiliary-picture",
            Self::GainMap => "gain-map",
            Self::AiMark => "ai-mark",
            Self::TrailingData => "trailing-data",
            Self::Motion => "motion",
            Self::Software => "software",
            Self::MakerNote => "maker-note",
            Self::Identifier => "identifier",
            Self::ContentCredentials => "content-credentials",
            Self::TimedData => "timed-data",
            Self::Exif => "exif",
            Self::Xmp => "xmp",
            Self::Iptc => "iptc",
            Self::ProfileName => "profile-name",
            Self::PictureTable => "picture-table",
            Self::Other => "other",
        }
    }
}

impl fmt::Display for Removed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Exposure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Exposure({})", self.removed())
    }
}

impl fmt::Debug for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Coordinates { .. } => "Coordinates(···)",
            Self::Named => "Named",
            Self::Unreadable => "Unreadable",
        })
    }
}
