//! A draft as the pipeline read it.

use gatepost_matcher::Prose;
use jiff::Zoned;

use crate::draft::Draft;
use crate::place::Field;

/// A draft, read once: every text in it folded and tokenised, every media file opened.
#[derive(Debug)]
pub struct Reading<'d> {
    /// What was read.
    pub draft: &'d Draft,
    /// The moment for which every dated rule is judged, in the school's time zone: when it is to be
    /// published, or else the moment of the call.
    pub at: Zoned,
    /// The moment of the call (or what `--as-of` says), in the school's time zone.
    pub now: Zoned,
    /// Every text: the words first, then by media file its name, alternative text and metadata. The
    /// texts of one file's metadata make one passage, with a blank line between each two.
    pub passages: Vec<Passage>,
    /// The media files, in the draft's order.
    pub pictures: Vec<Picture>,
}

/// A text of a draft and where it stands.
#[derive(Debug, Clone)]
pub struct Passage {
    /// Which part of the draft.
    pub field: Field,
    /// The text and its tokens.
    pub prose: Prose,
}

/// A media file of a draft, as far as all detectors need to know it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Picture {
    /// What kind of medium.
    pub kind: MediaKind,
    /// Whether alternative text was given for it.
    pub has_alt: bool,
    /// How many bytes it has; 0 where it could not be read.
    pub bytes: u64,
}

/// What kind of medium a file is, by its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MediaKind {
    /// A still or animated picture.
    Image,
    /// A film.
    Video,
    /// Anything else, and what could not be read.
    Other,
}

impl Reading<'_> {
    /// The words of the post.
    pub fn text(&self) -> Option<&Prose> {
        self.passages
            .iter()
            .find(|passage| passage.field == Field::Text)
            .map(|passage| &passage.prose)
    }

    /// True if anything stands beside the words that may show a person. A file that could not be read may.
    pub fn has_media(&self) -> bool {
        !self.pictures.is_empty()
    }

    /// True if pupils are, or may be, pictured: there are media, and the draft does not say that
    /// nobody is on them.
    pub fn may_picture_pupils(&self) -> bool {
        let nobody = self.draft.pupils.as_ref().is_some_and(Vec::is_empty)
            && self.draft.groups.as_ref().is_none_or(Vec::is_empty);
        self.has_media() && !nobody
    }
}
