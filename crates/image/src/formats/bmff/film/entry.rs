//! Sample entries: how the samples of a track are coded.
//!
//! In: the content of `stsd` (ISO/IEC 14496-12 sections 8.5.2 and 12; `QuickTime` File Format, sample description
//! atoms). Out: the same with what a decoder needs. Names of encoders and makers become zeros. A codec that is not
//! known here is an obstacle: whether its samples hold more than a picture nobody could say.

use super::tables::Unit;
use super::{ENCRYPTED, PHOTOS, Shows, Stop};
use crate::error::CleanError;
use crate::examination::Size;
use crate::formats::bmff::boxes::{Kind, SHORT, blank, boxed, boxes, u16_at, u32_at};
use crate::formats::bmff::codec::{self, Rewritten};

/// Bytes of an entry before the boxes in it.
const PICTURE_HEAD: usize = 78;
const SOUND_HEAD: usize = 28;
const SOUND_MORE: usize = 16;
const SOUND_MOST: usize = 36;

/// Where an entry of a picture has its size and the name of its encoder.
const WIDTH: usize = 24;
const HEIGHT: usize = 26;

const PICTURES: &[&Kind] = &[
    b"avc1", b"avc2", b"avc3", b"avc4", b"hvc1", b"hev1", b"hvc2", b"hev2", b"dvh1", b"dvhe",
    b"dva1", b"dvav", b"av01", b"vp08", b"vp09", b"mp4v", b"s263", b"h263", b"H263", b"apcn",
    b"apch", b"apcs", b"apco", b"ap4h", b"ap4x",
];
/// Codecs whose every sample is a picture file with metadata of its own.
const PHOTO_FILES: &[&Kind] =
    &[b"jpeg", b"mjpa", b"mjpb", b"mjpg", b"MJPG", b"dmb1", b"png ", b"mjp2", b"tiff"];
const SOUNDS: &[&Kind] = &[
    b"mp4a", b"alac", b"ac-3", b"ec-3", b"ac-4", b"Opus", b"fLaC", b"samr", b"sawb", b"sawp",
    b"sowt", b"twos", b"in24", b"in32", b"fl32", b"fl64", b"lpcm", b"ipcm", b"fpcm", b"raw ",
    b"NONE", b"ulaw", b"alaw", b"ima4", b".mp3", b"apac",
];
const SECRET: &[&Kind] = &[b"encv", b"enca", b"encs", b"drms", b"drmi", b"drmt", b"resv"];

/// What the entries of a track say.
pub(super) struct Entries {
    /// The box `stsd` anew.
    pub(super) bytes: Vec<u8>,
    pub(super) count: u32,
    pub(super) size: Option<Size>,
    pub(super) unit: Option<Unit>,
    /// The meaning of a helping picture, such as transparency.
    pub(super) helps_as: Option<Vec<u8>>,
}

/// What a track is of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Medium {
    Picture(Shows),
    Sound,
}

pub(super) fn rewrite(body: &[u8], medium: Medium) -> Result<Entries, Stop> {
    let version = *body.first().ok_or(SHORT)?;
    let claimed = u32_at(body, 4).ok_or(SHORT)?;
    let mut entries =
        Entries { bytes: Vec::new(), count: 0, size: None, unit: None, helps_as: None };
    let mut written = Vec::new();
    for entry in boxes(body.get(8..).ok_or(SHORT)?) {
        let entry = entry?;
        let kind = &entry.kind;
        if SECRET.contains(&kind) {
            return Err(Stop::Kind(ENCRYPTED));
        }
        let known = match medium {
            Medium::Picture(_) if PHOTO_FILES.contains(&kind) => return Err(Stop::Kind(PHOTOS)),
            Medium::Picture(Shows::Film) => PICTURES.contains(&kind),
            Medium::Picture(Shows::Sequence) => {
                matches!(kind, b"hvc1" | b"hev1" | b"av01" | b"avc1")
            }
            Medium::Sound => SOUNDS.contains(&kind),
        };
        if !known {
            return Err(UNKNOWN.into());
        }
        let content = match medium {
            Medium::Picture(_) => picture(entry.body, &mut entries)?,
            Medium::Sound => sound(entry.kind, entry.body, version, &mut entries)?,
        };
        written.extend(boxed(entry.kind, &[&content]));
        entries.count += 1;
    }
    if entries.count == 0 || entries.count != claimed {
        return Err(CleanError::Malformed("it does not say how its picture is coded").into());
    }
    let count = entries.count.to_be_bytes();
    entries.bytes = boxed(*b"stsd", &[&[version, 0, 0, 0], &count, &written]);
    Ok(entries)
}

const UNKNOWN: CleanError =
    CleanError::Malformed("its picture or sound is coded in a way that is not known here");

fn picture(body: &[u8], entries: &mut Entries) -> Result<Vec<u8>, Stop> {
    let (head, children) = body.split_at_checked(PICTURE_HEAD).ok_or(SHORT)?;
    let mut content = head.to_vec();
    let side = |at| u16_at(head, at).map(u32::from).ok_or(SHORT);
    let size = Size { width: side(WIDTH)?, height: side(HEIGHT)? };
    entries.size = entries.size.max_by_pixels(size);
    for unneeded in [0..6, 8..WIDTH, 36..40, 42..74] {
        blank(&mut content, unneeded);
    }
    content.extend(inside(children, entries)?);
    Ok(content)
}

fn sound(
    kind: Kind,
    body: &[u8],
    table_version: u8,
    entries: &mut Entries,
) -> Result<Vec<u8>, Stop> {
    let version = u16_at(body, 8).ok_or(SHORT)?;
    let head = SOUND_HEAD
        + match version {
            0 => 0,
            // ISO's own version 1 has nothing more; QuickTime's has.
            1 if table_version == 1 => 0,
            1 => SOUND_MORE,
            2 => SOUND_MOST,
            _ => return Err(UNKNOWN.into()),
        };
    let (head, children) = body.split_at_checked(head).ok_or(SHORT)?;
    entries.unit = entries.unit.or(sample_unit(kind, head, version));
    let mut content = head.to_vec();
    blank(&mut content, 0..6);
    blank(&mut content, 10..16);
    content.extend(inside(children, entries)?);
    Ok(content)
}

fn inside(children: &[u8], entries: &mut Entries) -> Result<Vec<u8>, Stop> {
    let mut kept = Vec::new();
    for child in boxes(children) {
        let child = child?;
        match &child.kind {
            b"sinf" => return Err(Stop::Kind(ENCRYPTED)),
            b"auxi" => {
                let name = child.body.get(4..).ok_or(SHORT)?;
                let end = memchr::memchr(0, name).unwrap_or(name.len());
                let name = name.get(..end).unwrap_or_default();
                kept.extend(boxed(child.kind, &[&[0; 4], name, &[0]]));
                entries.helps_as = Some(name.to_vec());
            }
            _ => {
                if let Rewritten::Kept(bytes) = codec::rewrite(child.kind, child.body)? {
                    kept.extend(bytes);
                }
            }
        }
    }
    Ok(kept)
}

/// How many bytes samples of sound take that have all one size; `None` where the table of sizes says so.
fn sample_unit(kind: Kind, head: &[u8], version: u16) -> Option<Unit> {
    let (channels, bits) = codec::sound_numbers(head)?;
    if version == 2 {
        let bytes = u64::from(u32_at(head, 56)?);
        return (bytes > 0).then_some(Unit::Bytes(bytes));
    }
    let each = match &kind {
        b"sowt" | b"twos" | b"raw " | b"NONE" | b"lpcm" | b"ipcm" | b"fpcm" => bits / 8,
        b"ulaw" | b"alaw" => 1,
        b"in24" => 3,
        b"in32" | b"fl32" => 4,
        b"fl64" => 8,
        _ => 0,
    };
    if each * channels > 0 {
        return Some(Unit::Bytes(each * channels));
    }
    let samples = u64::from(u32_at(head, SOUND_HEAD)?);
    let bytes = u64::from(u32_at(head, SOUND_HEAD + 8)?);
    (version == 1 && head.len() > SOUND_HEAD && samples > 1 && bytes > 0)
        .then_some(Unit::Packed { samples, bytes })
}

/// Which of two sizes has more pixels.
trait Larger {
    fn max_by_pixels(self, other: Size) -> Option<Size>;
}

impl Larger for Option<Size> {
    fn max_by_pixels(self, other: Size) -> Option<Size> {
        Some(self.filter(|size| size.pixels() >= other.pixels()).unwrap_or(other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn description(entry: &[u8]) -> Vec<u8> {
        [&[0, 0, 0, 0, 0, 0, 0, 1], entry].concat()
    }

    fn picture_entry(kind: Kind, children: &[u8]) -> Vec<u8> {
        let mut head = [7; PICTURE_HEAD];
        head[WIDTH..WIDTH + 4].copy_from_slice(&[2, 0, 1, 0]);
        description(&boxed(kind, &[&head, children]))
    }

    #[test]
    fn encoders_and_makers_are_not_named() {
        let noted = picture_entry(*b"mp4v", &boxed(*b"note", &[b"hidden"]));
        let entries = rewrite(&noted, Medium::Picture(Shows::Film)).unwrap();
        assert_eq!(entries.size, Some(Size { width: 512, height: 256 }));
        let entry = &entries.bytes[16..];
        assert_eq!(entry.len(), 8 + PICTURE_HEAD);
        assert!(entry[8 + 8..8 + 24].iter().chain(&entry[8 + 42..8 + 74]).all(|&byte| byte == 0));
    }

    #[test]
    fn what_is_secret_or_unknown_is_refused() {
        let of = |entry: &[u8]| rewrite(entry, Medium::Picture(Shows::Film)).err();
        assert_eq!(of(&picture_entry(*b"encv", &[])), Some(Stop::Kind(ENCRYPTED)));
        assert_eq!(of(&picture_entry(*b"jpeg", &[])), Some(Stop::Kind(PHOTOS)));
        assert_eq!(of(&picture_entry(*b"odd!", &[])), Some(Stop::Error(UNKNOWN)));
        let sealed = picture_entry(*b"avc1", &boxed(*b"sinf", &[]));
        assert_eq!(of(&sealed), Some(Stop::Kind(ENCRYPTED)));
        assert!(of(&description(&boxed(*b"avc1", &[b"short"]))).is_some());
        assert!(of(&description(&[])).is_some());
    }

    #[test]
    fn sound_that_is_not_packed_has_the_size_of_its_channels() {
        let mut head = [0; SOUND_HEAD];
        head[17] = 2;
        head[19] = 16;
        let entries = rewrite(&description(&boxed(*b"sowt", &[&head])), Medium::Sound).unwrap();
        assert!(matches!(entries.unit, Some(Unit::Bytes(4))));
    }
}
