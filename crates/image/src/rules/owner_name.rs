//! `image/owner-name`: the name of an owner, photographer or author, in EXIF, XMP, IPTC or a PNG
//! chunk.

use gatepost_model::{Excerpt, Rule};

use crate::examination::Examination;
use crate::exposure::Exposure;
use crate::findings::{At, Seen, Surroundings};

/// Name of the photographer.
pub(crate) static RULE: Rule = Rule {
    id: "image/owner-name",
    title: "Name of the photographer",
    finds: "The name of the owner or photographer in a photo’s hidden data.",
    why: "It names a member of staff, a parent or a pupil to everyone who downloads the photo.",
    remedy: "Nothing to do: cleaning takes it out. Most cameras let you clear the owner’s name in their menu.",
    flagged: &["A camera that is set up with its owner’s name."],
    clean: &["A camera without an owner’s name."],
    misses: &["Names in a maker’s private block: the block goes with cleaning, but is not named."],
    excerpt: Excerpt::Masked,
};

pub(crate) fn look(examination: &Examination, _: &Surroundings<'_>) -> Option<Seen> {
    let owner = |exposure: &Exposure| matches!(exposure, Exposure::OwnerName(_));
    examination
        .exposures
        .iter()
        .any(owner)
        .then(|| Seen::new(At::Meta, "The file names its owner, photographer or author."))
}
