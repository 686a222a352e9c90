//! What the dropped segments of a JPEG say.
//!
//! Segments are known by the signature that their content begins with: Exif (CIPA DC-008 section 4.7.2), XMP
//! and extended XMP (ISO 16684-3 section 3), Photoshop, JFIF and JFXX (ITU-T T.871), MPF (CIPA DC-007), gain maps
//! (ISO 21496-1), C2PA (JUMBF in APP11). A picture behind the end of the first is read as well: it was taken at the
//! same place by the same people.

use std::collections::BTreeMap;

use super::super::{Fate, Piece, Walk};
use super::{EXIF, JFIF, JFIF_SEGMENT, marker};
use crate::examination::TextKind;
use crate::exposure::{Exposure, HiddenPicture, Origin, TrailingKind};
use crate::metadata::{Gathered, credentials, exif, photoshop, text, xmp};

const COMMENT: u8 = 0xFE;
const APP11: u32 = 0xEB;
/// A JPEG XT box: its name, a number of its kind and one of its part, then the box (ISO 19566-5, annex D).
const JUMBF: &[u8] = b"JP";
const BOX_NUMBERS: usize = 8;
/// Length and type of a box.
const BOX_HEAD: usize = 8;
const JFXX: &[u8] = b"JFXX\0";
const MPF: &[u8] = b"MPF\0";
const GAIN_MAP: &[u8] = b"urn:iso:std:iso:ts:21496:-1\0";
/// The name of an extended packet, its length, and where in it this part belongs.
const EXTENSION_HEAD: usize = 32 + 4 + 4;
/// Pictures behind the first that are read: phones write up to five.
const MOST_PICTURES: usize = 8;

pub(super) fn read(walk: &Walk<'_>, gathered: &mut Gathered) {
    segments(walk, gathered);
    let mut trailing = trailing(walk);
    if let Some(bytes) = trailing {
        gathered.expose(Exposure::TrailingData { bytes: bytes.len(), kind: looks_like(bytes) });
        gathered.hidden_picture();
    }
    // The limits were kept by the walk over the whole: what lies behind is shorter.
    let limits = gatepost_model::Limits { image_pixels: u64::MAX, ..Default::default() };
    for _ in 0..MOST_PICTURES {
        let Some(start) = trailing.and_then(|bytes| {
            let start = memchr::memmem::find(bytes, b"\xff\xd8\xff")?;
            bytes.get(start..)
        }) else {
            break;
        };
        let behind = super::walk(start, &limits);
        segments(&behind, gathered);
        let rest = self::trailing(&behind);
        if behind.pieces.iter().any(is_gain_map) {
            let bytes = start.len() - rest.map_or(0, <[u8]>::len);
            gathered.expose(Exposure::Thumbnail { picture: HiddenPicture::GainMap, bytes });
        }
        // A moving photo may have its film behind the second picture.
        if let Some(rest) = rest.filter(|rest| TrailingKind::of(rest) == TrailingKind::Film) {
            let (bytes, kind) = (rest.len(), TrailingKind::Film);
            gathered.expose(Exposure::TrailingData { bytes, kind });
        }
        trailing = rest;
    }
}

/// True for the marks that Google, Apple and ISO put into a brightness map.
fn is_gain_map(piece: &Piece<'_>) -> bool {
    const MARKS: &[&[u8]] = &[b"hdrgm:", b"ns.adobe.com/hdr-gain-map", b"HDRGainMap", GAIN_MAP];
    piece.fate == Fate::Dropped
        && MARKS.iter().any(|mark| memchr::memmem::find(piece.body, mark).is_some())
}

fn trailing<'b>(walk: &Walk<'b>) -> Option<&'b [u8]> {
    walk.pieces.last().filter(|piece| piece.fate == Fate::Trailing).map(|piece| piece.body)
}

/// A part of an extended packet, and where in it that belongs.
type Part<'b> = (&'b [u8], &'b [u8]);

fn segments(walk: &Walk<'_>, gathered: &mut Gathered) {
    let mut photoshop = Vec::new();
    let mut record = Vec::new();
    let mut extended: BTreeMap<&[u8], Vec<Part<'_>>> = BTreeMap::new();
    for piece in &walk.pieces {
        match piece.fate {
            Fate::Kept => kept(piece, gathered),
            Fate::Stray if !piece.body.is_empty() => {
                gathered.expose(Exposure::UnknownData { bytes: piece.body.len() });
            }
            Fate::Stray | Fate::Trailing => {}
            Fate::Dropped => {
                if let Some(part) = piece.body.strip_prefix(photoshop::SIGNATURE) {
                    photoshop.extend_from_slice(part);
                } else if let Some(part) = piece.body.strip_prefix(xmp::EXTENSION)
                    && let Some((head, part)) = part.split_at_checked(EXTENSION_HEAD)
                    && let Some((name, place)) = head.split_at_checked(36)
                {
                    extended.entry(name).or_default().push((place, part));
                } else if piece.mark == APP11 && piece.body.starts_with(JUMBF) {
                    // A box that is too long for one segment goes on in the next, with its head repeated.
                    let head = if record.is_empty() { BOX_NUMBERS } else { BOX_NUMBERS + BOX_HEAD };
                    record.extend_from_slice(piece.body.get(head..).unwrap_or_default());
                } else {
                    dropped(piece, gathered);
                }
            }
        }
    }
    if !photoshop.is_empty() {
        crate::metadata::photoshop::read(&photoshop, gathered);
    }
    if !record.is_empty() {
        credentials::read(&record, gathered);
    }
    for mut parts in extended.into_values() {
        parts.sort_by_key(|(place, _)| *place);
        let packet = parts.into_iter().map(|(_, part)| part).collect::<Vec<_>>().concat();
        xmp::read(&packet, Origin::ExtendedXmp, gathered);
    }
}

/// What a kept segment brought along that is not kept.
fn kept(piece: &Piece<'_>, gathered: &mut Gathered) {
    let marker = u8::try_from(piece.mark).unwrap_or_default();
    let thumbnail = match marker {
        marker::APP0 => piece.body.len().saturating_sub(JFIF_SEGMENT),
        marker::APP14 => {
            let bytes = piece.body.len().saturating_sub(super::ADOBE_BYTES);
            if bytes > 0 {
                gathered.expose(Exposure::UnknownData { bytes });
            }
            0
        }
        _ => 0,
    };
    if thumbnail > 0 {
        let picture = HiddenPicture::Thumbnail;
        gathered.expose(Exposure::Thumbnail { picture, bytes: thumbnail });
    }
}

fn dropped(piece: &Piece<'_>, gathered: &mut Gathered) {
    let body = piece.body;
    match u8::try_from(piece.mark).unwrap_or_default() {
        COMMENT => {
            gathered.expose(Exposure::Block(Origin::Comment));
            gathered.text(TextKind::Comment, "comment", Origin::Comment, &text::of_bytes(body));
        }
        marker::APP0 if body.starts_with(JFXX) => {
            let picture = HiddenPicture::Thumbnail;
            gathered.expose(Exposure::Thumbnail { picture, bytes: body.len() - JFXX.len() });
        }
        // A second JFIF segment, or one that is too short to have a meaning.
        marker::APP0 if body.starts_with(JFIF) => {
            gathered.expose(Exposure::UnknownData { bytes: body.len() });
        }
        marker::APP2 if body.starts_with(MPF) => {
            gathered.expose(Exposure::Block(Origin::PictureTable));
        }
        // What it says is how to use the brightness map, which is a picture behind this one.
        marker::APP2 if body.starts_with(GAIN_MAP) => {
            gathered.expose(Exposure::Block(Origin::PictureTable));
        }
        _ => by_content(body, gathered),
    }
}

/// Programs put EXIF and XMP into other segments than they should, and with signatures of their own.
fn by_content(body: &[u8], gathered: &mut Gathered) {
    let exif_block = body
        .strip_prefix(EXIF)
        .or_else(|| body.strip_prefix(b"Exif\0\xff"))
        .or_else(|| body.strip_prefix(b"Exif\0"))
        .or_else(|| (body.starts_with(b"II*\0") || body.starts_with(b"MM\0*")).then_some(body));
    if let Some(block) = exif_block {
        exif::read(block, gathered);
    } else if let Some(packet) = body.strip_prefix(xmp::SIGNATURE) {
        xmp::read(packet, Origin::Xmp, gathered);
    } else if let Some(start) = memchr::memmem::find(body, b"<x:xmpmeta") {
        xmp::read(body.get(start..).unwrap_or_default(), Origin::Xmp, gathered);
    } else {
        gathered.expose(Exposure::UnknownData { bytes: body.len() });
    }
}

fn looks_like(bytes: &[u8]) -> TrailingKind {
    match TrailingKind::of(bytes) {
        TrailingKind::Other if bytes.trim_ascii_end().ends_with(b"\xff\xd9") => {
            TrailingKind::OldPicture
        }
        kind => kind,
    }
}
