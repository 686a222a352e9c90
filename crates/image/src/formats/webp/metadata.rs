//! What the dropped chunks of a WebP say.
//!
//! EXIF and XMP have a chunk each (RFC 9649, section 2.7.1.5). Some writers put the signature of a JPEG segment
//! before the EXIF block, and some end the name of the XMP chunk in a zero.

use super::super::{Fate, Walk};
use super::{ALPHA, ANIMATION, EXIF, FRAME, LOSSLESS, LOSSY, XMP, mark};
use crate::exposure::{Exposure, HiddenPicture, Origin, TrailingKind};
use crate::metadata::{Gathered, credentials, exif, xmp};

pub(super) fn read(walk: &Walk<'_>, gathered: &mut Gathered) {
    for piece in &walk.pieces {
        let body = piece.body;
        match (piece.fate, piece.mark) {
            (Fate::Kept, _) => {}
            (Fate::Trailing, _) => gathered
                .expose(Exposure::TrailingData { bytes: body.len(), kind: TrailingKind::of(body) }),
            (_, EXIF) => exif::read(body.strip_prefix(b"Exif\0\0").unwrap_or(body), gathered),
            (_, XMP) => xmp::read(body, Origin::Xmp, gathered),
            (_, FRAME | ANIMATION | LOSSY | LOSSLESS | ALPHA) => {
                let picture = HiddenPicture::Preview;
                gathered.expose(Exposure::Thumbnail { picture, bytes: body.len() });
            }
            (_, name) if name == mark(*b"XMP\0") => xmp::read(body, Origin::Xmp, gathered),
            (_, name) if name == mark(*b"C2PA") => credentials::read(body, gathered),
            _ => gathered.expose(Exposure::UnknownData { bytes: body.len() }),
        }
    }
}
