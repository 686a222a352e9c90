//! The formats that archives come in: one file each.
//!
//! Each knows its archives by the names of their files, and reads them into posts through an [`Intake`],
//! which keeps count.

use serde::{Deserialize, Serialize};

use crate::members::Members;

mod drafts;
mod facebook;
mod instagram;
mod intake;
mod lines;
mod mastodon;
mod scheduler;
mod wordpress;
mod x;
mod youtube;

pub(crate) use intake::{Given, Intake, Item, Lines, Stop, is_media};

/// What an archive is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// Folders of drafts.
    Drafts,
    /// One draft in JSON a line.
    JsonLines,
    /// X's data archive, once Twitter's.
    X,
    /// *Download your information* of a Facebook page or profile, in JSON.
    Facebook,
    /// Instagram's *Download your information*, in JSON.
    Instagram,
    /// Mastodon's archive (ActivityPub).
    Mastodon,
    /// WordPress' eXtended RSS.
    WordPress,
    /// Google Takeout's folder of YouTube.
    YouTube,
    /// The table of a scheduler: Hootsuite, Buffer and their like.
    Scheduler,
}

/// How a format reads an archive.
type Read = fn(&mut Intake<'_>) -> Result<(), Stop>;

/// Whether an archive is of a format.
type IsIt = fn(&Members) -> bool;

/// The format of an archive, if it is known.
pub(crate) fn recognise(members: &Members) -> Option<Format> {
    const KNOWN: &[(Format, IsIt)] = &[
        (Format::X, x::is_it),
        (Format::Mastodon, mastodon::is_it),
        (Format::Instagram, instagram::is_it),
        (Format::Facebook, facebook::is_it),
        (Format::YouTube, youtube::is_it),
        (Format::WordPress, wordpress::is_it),
        (Format::JsonLines, lines::is_it),
        (Format::Scheduler, scheduler::is_it),
        (Format::Drafts, drafts::is_it),
    ];
    KNOWN.iter().find(|(_, is_it)| is_it(members)).map(|(format, _)| *format)
}

impl Format {
    /// How archives of it are read.
    pub(crate) fn reader(self) -> Read {
        match self {
            Self::Drafts => drafts::read,
            Self::JsonLines => lines::read,
            Self::X => x::read,
            Self::Facebook => facebook::read,
            Self::Instagram => instagram::read,
            Self::Mastodon => mastodon::read,
            Self::WordPress => wordpress::read,
            Self::YouTube => youtube::read,
            Self::Scheduler => scheduler::read,
        }
    }
}

impl Format {
    /// Why a file that holds no posts is left out: one word for the counts.
    pub(crate) fn reason(self, name: &str) -> &'static str {
        let name = name.to_lowercase();
        let file = file_name(&name);
        let has = |parts: &[&str]| parts.iter().any(|part| name.contains(part));
        if self == Self::Drafts || self == Self::JsonLines {
            "no-draft"
        } else if has(&["message", "inbox/", "direct", "chat"]) {
            "messages"
        } else if file.starts_with("ad-") || has(&["ads_", "advert", "personalization"]) {
            "advertising"
        } else if has(&["follow", "friend", "contact", "block", "mute", "subscri"]) {
            "followers"
        } else if has(&["login", "logged", "ip-audit", "security", "session", "device"]) {
            "log-ins"
        } else if has(&["comment", "deleted", "like", "bookmark", "reaction"]) {
            "not-published-by-us"
        } else if ending(file) == "html" {
            "html"
        } else {
            "no-posts"
        }
    }
}

/// The last part of a member's name.
fn file_name(name: &str) -> &str {
    name.rsplit('/').next().unwrap_or(name)
}

/// The ending of a member's name, in small letters.
fn ending(name: &str) -> String {
    file_name(name).rsplit_once('.').map(|(_, end)| end.to_lowercase()).unwrap_or_default()
}

/// True if any member's name is of this kind.
fn any(members: &Members, is: impl Fn(&str) -> bool) -> bool {
    members.list.iter().any(|member| is(&member.name))
}
