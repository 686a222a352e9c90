//! What a still says beside its picture: EXIF, XMP, thumbnails, depth and gain maps, names.
//!
//! In: the content of `meta`, and the file. Out: exposures and words, read leniently. How the picture is to be
//! turned, a still's properties say: the EXIF block has no say in it (ISO/IEC 23008-12 section 6.5.10).

use super::items::{Item, Items};
use super::locations;
use super::properties::Properties;
use crate::exposure::{Exposure, HiddenPicture, Origin};
use crate::formats::bmff::boxes::{boxes, u32_at};
use crate::formats::bmff::film::only;
use crate::formats::bmff::notes;
use crate::formats::bmff::source::Source;
use crate::metadata::{Gathered, exif, xmp};

/// The longest block of metadata that is read.
const MOST_BYTES: usize = 8 << 20;

pub(in crate::formats::bmff) fn read(
    meta: &[u8],
    source: &mut Source<'_>,
    gathered: &mut Gathered,
) {
    gathered.turn(1);
    let body = meta.get(4..).unwrap_or_default();
    for child in boxes(body).flatten() {
        match &child.kind {
            b"hdlr" => notes::named(child.body, gathered),
            b"pitm" | b"iloc" | b"iinf" | b"iref" | b"iprp" | b"idat" | b"dinf" | b"grpl"
            | b"ipro" => {}
            _ => notes::note(child, 2, gathered),
        }
    }
    described(body, gathered);
    let Ok(items) = Items::read(body) else { return };
    let places = only(body, *b"iloc").ok().flatten().map(locations::read);
    let Some(Ok(places)) = places else { return };
    let inner = only(body, *b"idat").ok().flatten().unwrap_or_default();
    let properties = only(body, *b"iprp").ok().flatten().map(Properties::read);
    let transparent = |number: u32| {
        properties.as_ref().is_some_and(|properties| {
            properties.as_ref().is_ok_and(|properties| properties.says_transparent(number))
        })
    };
    for item in &items.list {
        let is_from = |kind: &[u8; 4]| {
            items.references.iter().any(|found| found.kind == *kind && found.from == item.number)
        };
        let data = |source: &mut Source<'_>| {
            locations::of(&places, item.number).read(source, inner, MOST_BYTES).ok()
        };
        let bytes = locations::of(&places, item.number).length();
        if is_from(b"thmb") {
            let picture = HiddenPicture::Thumbnail;
            gathered.expose(Exposure::Thumbnail { picture, bytes });
        } else if is_from(b"auxl") && !transparent(item.number) || item.kind == *b"tmap" {
            let picture = HiddenPicture::Auxiliary;
            gathered.expose(Exposure::Thumbnail { picture, bytes });
        } else if !item.is_picture() {
            metadata(item, data(source), bytes, gathered);
        }
    }
}

fn metadata(item: &Item<'_>, data: Option<Vec<u8>>, bytes: usize, gathered: &mut Gathered) {
    let unread = Exposure::UnknownData { bytes };
    match (&item.kind, data) {
        (b"Exif", Some(data)) => match tiff(&data) {
            Some(block) => exif::read(block, gathered),
            None => gathered.expose(unread),
        },
        (b"mime", Some(data)) if item.content_type() == b"application/rdf+xml" => {
            xmp::read(&data, Origin::Xmp, gathered);
        }
        (b"jumb" | b"c2pa", _) => gathered.expose(Exposure::ContentCredentials),
        _ => gathered.expose(unread),
    }
}

/// The TIFF block in an EXIF item: its place stands before it.
fn tiff(data: &[u8]) -> Option<&[u8]> {
    let skip = usize::try_from(u32_at(data, 0)?).ok()?;
    let block = data.get(4..)?.get(skip..)?;
    Some(block.strip_prefix(b"Exif\0\0").unwrap_or(block))
}

/// Properties that describe the picture in words or say when it was made.
fn described(body: &[u8], gathered: &mut Gathered) {
    let list = only(body, *b"iprp").ok().flatten().map(|found| only(found, *b"ipco"));
    let Some(Ok(Some(list))) = list else { return };
    for property in boxes(list).flatten() {
        match &property.kind {
            b"udes" | b"altt" => {
                let words = property.body.get(4..).unwrap_or_default();
                for words in words.split(|&byte| byte == 0) {
                    notes::said(b"description", &crate::metadata::text::of_bytes(words), gathered);
                }
            }
            b"crtt" | b"mdft" => {
                let written = "1 (a date of its own)".to_owned();
                gathered.expose(Exposure::Timestamp { written, origin: Origin::Film });
            }
            b"uuid" => notes::marked(property.body, gathered),
            _ => {}
        }
    }
}
