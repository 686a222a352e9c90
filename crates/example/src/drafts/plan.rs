//! A draft as it is planned: words, sheet and photos, before anything is drawn.

use super::manifest::Manifest;
use super::{ExampleDraft, Expect, Loose, text_file};
use crate::File;
use crate::photo::{Jpeg, Png, tiny_bitmap};

/// A draft before its photos are drawn.
#[derive(Debug)]
pub(super) struct Plan {
    pub(super) name: &'static str,
    pub(super) account: &'static str,
    pub(super) told: &'static str,
    pub(super) expect: &'static [(&'static str, Expect)],
    pub(super) text: &'static str,
    /// None for a loose text.
    pub(super) manifest: Option<Manifest>,
    pub(super) media: Option<(&'static str, Media)>,
}

/// A file that goes with the words.
#[derive(Debug)]
pub(super) enum Media {
    Photo(Box<Jpeg>),
    /// All of it is there, and its tables were scribbled over: it cannot be decoded.
    Damaged(Box<Jpeg>),
    Poster(Box<Png>),
    Bitmap,
}

impl Plan {
    /// Draws the photo, and writes everything.
    pub(super) fn make(&self) -> ExampleDraft {
        let (loose, mut files) = match &self.manifest {
            None => (Loose::Yes, vec![text_file(&format!("{}.txt", self.name), self.text)]),
            Some(manifest) => (
                Loose::No,
                vec![text_file("post.txt", self.text), text_file("post.toml", &manifest.write())],
            ),
        };
        if let Some((name, media)) = &self.media {
            files.push(File { path: (*name).into(), bytes: media.bytes() });
        }
        ExampleDraft {
            account: self.account,
            name: self.name,
            told: self.told,
            expect: self.expect,
            files,
            loose,
        }
    }
}

impl Media {
    /// A photo, whole.
    pub(super) fn photo(photo: Jpeg) -> Self {
        Self::Photo(Box::new(photo))
    }

    fn bytes(&self) -> Vec<u8> {
        match self {
            Self::Photo(photo) => photo.build(),
            Self::Damaged(photo) => {
                let mut bytes = photo.build();
                let tables = bytes.windows(2).rposition(|marker| marker == [0xFF, 0xC4]);
                // The counts of the last Huffman table, after marker, length and class.
                if let Some(counts) = tables.and_then(|at| bytes.get_mut(at + 5..at + 21)) {
                    counts.fill(0xFE);
                }
                bytes
            }
            Self::Poster(poster) => poster.build(),
            Self::Bitmap => tiny_bitmap(),
        }
    }
}
