//! A post of an archive, and where it came from.

use gatepost_model::Draft;
use serde::{Deserialize, Serialize};

use crate::formats::Format;

/// Where in an archive a post stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// The path that was given.
    pub path: String,
    /// What the archive is.
    pub format: Format,
    /// The file in it; absent where the path is that file.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub member: Option<String>,
    /// Where in the file: a JSON Pointer (RFC 6901), or `line 12`.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub pointer: Option<String>,
}

/// What an archive says of a post beyond its words and media.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// Where it stands.
    pub source: Source,
    /// Its id on the network, or one made of its place.
    pub post_id: String,
    /// Its address.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub url: Option<String>,
    /// When it was published, RFC 3339 in UTC.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub published: Option<String>,
    /// Who can see it.
    pub visibility: Visibility,
    /// What it is.
    pub kind: Kind,
}

/// Who can see a post.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Visibility {
    /// Everyone.
    Public,
    /// Everyone who has the address.
    Unlisted,
    /// Those who follow the account.
    Followers,
    /// Those it is addressed to.
    Direct,
    /// Nobody yet: it is being written.
    Draft,
    /// Nobody yet: its time has not come.
    Scheduled,
    /// The account alone.
    Private,
    /// The archive does not say. It is scanned as public.
    Unknown,
}

impl Visibility {
    /// True if people outside the school may see it, as far as is known.
    pub const fn is_exposed(self) -> bool {
        matches!(self, Self::Public | Self::Unlisted | Self::Followers | Self::Unknown)
    }
}

/// What a post is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A post of the account's own.
    Original,
    /// Somebody else's, shared again.
    Reshare,
    /// An answer to another post.
    Reply,
    /// A picture or video that is shown for a day.
    Story,
    /// A short video.
    Reel,
    /// A picture of an album.
    Album,
    /// A media file that no post names.
    Media,
    /// A file of the archive that could not be read.
    File,
}

/// A post as a reader of a format hands it on.
pub(crate) struct Post {
    pub(crate) draft: Draft,
    pub(crate) origin: Origin,
}
