//! A verdict and what it was made from, for those who show it or carry it out.

use std::fmt;

use gatepost_image::Examination;
use gatepost_model::{Field, MediaKind, Verdict};

/// A verdict on a draft, with the texts that its findings point into and what each file gave away.
///
/// `Debug` shows sizes alone.
pub struct Outcome {
    /// The verdict.
    pub verdict: Verdict,
    /// Every text that was read, in the order of reading.
    pub texts: Vec<ShownText>,
    /// The media files, in the draft's order.
    pub files: Vec<MediaOutcome>,
    /// The name under which the words are released; `None` if the draft has no words.
    pub text_name: Option<String>,
    /// The clauses that hold it, `pack:id`, in the pack's order; empty for a released draft.
    pub held_by: Vec<String>,
}

/// A text of a draft.
pub struct ShownText {
    /// Where it stands.
    pub field: Field,
    /// The same, as the verdict's findings write it.
    pub label: String,
    /// The text: as the author wrote it, not masked.
    pub text: String,
}

/// What became of a media file.
pub struct MediaOutcome {
    /// Its name as the verdict writes it: `#1`, `#2`, ... where the name is personal.
    pub label: String,
    /// What kind of medium it is.
    pub kind: MediaKind,
    /// The name under which its clean copy is released.
    pub release_name: String,
    /// What it gives away; `None` where it could not be read.
    pub examination: Option<Examination>,
    /// Its alternative text.
    pub alt: Option<String>,
}

impl fmt::Debug for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Outcome")
            .field("decision", &self.verdict.decision)
            .field("texts", &self.texts.len())
            .field("files", &self.files.len())
            .finish_non_exhaustive()
    }
}
