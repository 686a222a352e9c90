//! What a film says beside picture and sound: user data, lists of metadata, dates, names, tracks of positions.
//!
//! In: the content of `moov`, and the file for what lies outside it. Out: exposures and words. It is read
//! leniently: what cannot be read is reported as unknown data, because a clean copy has none of it either
//! way. Sources: `QuickTime` File Format (user data, metadata), 3GPP TS 26.244 section 8 (loci and the
//! other 3GPP notes), Apple's and Google's names of keys.

use super::boxes::{Boxed, boxes, flags, u16_at, u32_at};
use super::film;
use super::source::Source;
use crate::examination::TextKind;
use crate::exposure::{Exposure, HiddenPicture, Location, Origin, TrailingKind};
use crate::metadata::{Gathered, exif, text, xmp};

mod date;
mod place;
mod timed;

const ORIGIN: Origin = Origin::Film;

/// Boxes within boxes of notes.
const DEEPEST: usize = 4;

/// The mark of an XMP packet, and of content credentials, in a box `uuid`.
const XMP: [u8; 16] = *b"\xbe\x7a\xcf\xcb\x97\xa9\x42\xe8\x9c\x71\x99\x94\x91\xe3\xaf\xac";
const CREDENTIALS: [u8; 16] = *b"\xd8\xfe\xc3\xd6\x1b\x0e\x48\x3c\x92\x97\x58\x28\x87\x7e\xc4\x81";

/// Reads the notes in `moov`.
pub(super) fn read(moov: &[u8], source: &mut Source<'_>, gathered: &mut Gathered) {
    for child in boxes(moov).flatten() {
        match &child.kind {
            b"mvhd" => dates(child.body, gathered),
            b"trak" => track(child.body, source, gathered),
            _ => note(child, DEEPEST, gathered),
        }
    }
}

fn dates(header: &[u8], gathered: &mut Gathered) {
    for seconds in film::times(header).into_iter().filter(|&seconds| seconds > 0) {
        let written = date::written(seconds);
        let exposure = Exposure::Timestamp { written, origin: ORIGIN };
        if !gathered.exposures.contains(&exposure) {
            gathered.expose(exposure);
        }
    }
}

fn track(trak: &[u8], source: &mut Source<'_>, gathered: &mut Gathered) {
    let mut handler = [0; 4];
    for child in boxes(trak).flatten() {
        match &child.kind {
            b"tkhd" => dates(child.body, gathered),
            b"mdia" => media(child.body, &mut handler, gathered),
            b"edts" | b"tapt" | b"tref" => {}
            _ => note(child, DEEPEST, gathered),
        }
    }
    match &handler {
        b"soun" => {}
        b"vide" | b"pict" | b"auxv" => picture(trak, gathered),
        _ => timed::read(trak, source, gathered),
    }
}

/// What a picture's track says of its encoder, and whether it is one that helps to show another.
fn picture(trak: &[u8], gathered: &mut Gathered) {
    let Some(entry) = first_entry(trak) else { return };
    let encoder = entry.body.get(42..74).unwrap_or_default();
    if encoder.iter().any(|&byte| byte > b' ')
        && !gathered.exposures.contains(&Exposure::Software(ORIGIN))
    {
        gathered.expose(Exposure::Software(ORIGIN));
    }
    let helps =
        entry.body.get(78..).and_then(|children| film::only(children, *b"auxi").ok().flatten());
    let name = helps.and_then(|helps| helps.get(4..)).unwrap_or_default();
    let name = name.split(|&byte| byte == 0).next().unwrap_or_default();
    if helps.is_some() && !film::is_transparency(name) {
        let picture = HiddenPicture::Auxiliary;
        gathered.expose(Exposure::Thumbnail { picture, bytes: trak.len() });
    }
}

fn media(mdia: &[u8], handler: &mut [u8; 4], gathered: &mut Gathered) {
    for child in boxes(mdia).flatten() {
        match &child.kind {
            b"mdhd" => dates(child.body, gathered),
            b"hdlr" => {
                named(child.body, gathered);
                if let Some(kind) = child.body.get(8..12).and_then(|kind| kind.try_into().ok()) {
                    *handler = kind;
                }
            }
            b"minf" => {
                for inner in boxes(child.body).flatten() {
                    match &inner.kind {
                        b"hdlr" => named(inner.body, gathered),
                        b"stbl" | b"vmhd" | b"smhd" | b"gmhd" | b"nmhd" | b"dinf" => {}
                        _ => note(inner, DEEPEST, gathered),
                    }
                }
            }
            b"elng" => {}
            _ => note(child, DEEPEST, gathered),
        }
    }
}

/// The name of a handler says which program or phone wrote the track.
pub(super) fn named(handler: &[u8], gathered: &mut Gathered) {
    let exposure = Exposure::Software(ORIGIN);
    let says = handler.get(24..).is_some_and(|name| name.iter().any(|&byte| byte > b' '));
    if says && !gathered.exposures.contains(&exposure) {
        gathered.expose(exposure);
    }
}

/// Reads one box of notes, wherever it stands.
pub(super) fn note(found: Boxed<'_>, depth: usize, gathered: &mut Gathered) {
    let Boxed { kind, body } = found;
    let unknown = Exposure::UnknownData { bytes: body.len() };
    let Some(depth) = depth.checked_sub(1) else {
        gathered.expose(unknown);
        return;
    };
    match &kind {
        b"free" | b"skip" | b"wide" if body.iter().all(|&byte| byte == 0) => {}
        b"iods" | b"hnti" | b"hinf" => {}
        b"udta" => boxes(body).flatten().for_each(|child| note(child, depth, gathered)),
        b"meta" => metadata(body, depth, gathered),
        b"uuid" => marked(body, gathered),
        b"XMP_" => xmp::read(body, Origin::Xmp, gathered),
        b"Exif" | b"EXIF" => exif::read(body, gathered),
        b"loci" => place::of_3gpp(body, gathered),
        b"kywd" => {
            let words = text::of_bytes(body.get(7..).unwrap_or_default());
            gathered.text(TextKind::Keyword, "keywords", ORIGIN, &words);
        }
        b"titl" | b"dscp" | b"perf" | b"auth" | b"cprt" | b"gnre" | b"albm" | b"coll" => {
            let value = text_3gpp(body);
            said(kind.as_slice(), &value, gathered);
        }
        b"thmb" | b"pict" | b"PICT" | b"PXTH" => {
            let picture = HiddenPicture::Thumbnail;
            gathered.expose(Exposure::Thumbnail { picture, bytes: body.len() });
        }
        b"mpvd" => {
            gathered.expose(Exposure::TrailingData { bytes: body.len(), kind: TrailingKind::Film });
        }
        b"GPMF" => timed::gopro(body, gathered),
        b"FIRM" => gathered.expose(Exposure::Software(ORIGIN)),
        b"CAME" | b"MUID" | b"LENS" => gathered.expose(Exposure::DeviceSerial(ORIGIN)),
        b"manu" => gathered.make(ORIGIN, &text_3gpp(body)),
        b"modl" => gathered.model(ORIGIN, &text_3gpp(body)),
        b"name" => {
            gathered.text(TextKind::Caption, "name of a track", ORIGIN, &text::of_bytes(body));
        }
        [0xA9 | b'@', ..] => international(kind, body, depth, gathered),
        b"CNTH" | b"NCDT" | b"MVTG" | b"PANA" | b"LEIC" | b"PENT" | b"QVMI" | b"MMA0" | b"MMA1"
        | b"SDLN" | b"smta" | b"htka" | b"CDJP" | b"TAGS" => makers(body, gathered),
        _ => gathered.expose(unknown),
    }
}

/// A box with a mark of sixteen bytes for its kind.
pub(super) fn marked(body: &[u8], gathered: &mut Gathered) {
    match body.split_first_chunk::<16>() {
        Some((&XMP, packet)) => xmp::read(packet, Origin::Xmp, gathered),
        Some((&CREDENTIALS, _)) => gathered.expose(Exposure::ContentCredentials),
        _ => gathered.expose(Exposure::UnknownData { bytes: body.len() }),
    }
}

/// A maker's private notes, which may hold a small picture.
fn makers(body: &[u8], gathered: &mut Gathered) {
    gathered.expose(Exposure::MakerNote);
    if memchr::memmem::find(body, b"\xff\xd8\xff").is_some() {
        let picture = HiddenPicture::Thumbnail;
        gathered.expose(Exposure::Thumbnail { picture, bytes: body.len() });
    }
}

/// A note that begins with `©`: texts with their lengths and languages, or a value as lists have it.
fn international(kind: [u8; 4], body: &[u8], depth: usize, gathered: &mut Gathered) {
    let name = kind.get(1..).unwrap_or_default();
    if body.get(4..8) == Some(b"data") && depth > 0 {
        for value in boxes(body).flatten().filter(|value| value.kind == *b"data") {
            listed(name, value.body, gathered);
        }
        return;
    }
    let mut rest = body;
    let mut found = false;
    while let Some(length) = u16_at(rest, 0).map(usize::from) {
        let Some(value) = rest.get(4..4 + length) else { break };
        found = true;
        said(name, &text::of_bytes(value), gathered);
        rest = rest.get(4 + length..).unwrap_or_default();
    }
    if !found {
        said(name, &text::of_bytes(body), gathered);
    }
}

/// Version, flags, language and a text, in UTF-8 or UTF-16.
fn text_3gpp(body: &[u8]) -> String {
    match body.get(6..).unwrap_or_default() {
        [0xFE, 0xFF, words @ ..] => text::of_utf16(words, text::Order::BigEndian),
        words => {
            let end = memchr::memchr(0, words).unwrap_or(words.len());
            text::of_bytes(words.get(..end).unwrap_or_default())
        }
    }
}

/// A list of metadata: Apple's with names in `keys`, or iTunes' with names of four letters.
fn metadata(body: &[u8], depth: usize, gathered: &mut Gathered) {
    // QuickTime's has no version and flags.
    let bare = body.get(4..8) == Some(b"hdlr");
    let body = if bare { body } else { body.get(4..).unwrap_or_default() };
    let mut keys: Vec<&[u8]> = Vec::new();
    for child in boxes(body).flatten() {
        match &child.kind {
            b"hdlr" => {}
            b"keys" => {
                keys = boxes(child.body.get(8..).unwrap_or_default())
                    .flatten()
                    .map(|key| key.body)
                    .collect();
            }
            b"ilst" => {
                for item in boxes(child.body).flatten() {
                    let index = usize::try_from(u32::from_be_bytes(item.kind)).unwrap_or(0);
                    let key = index.checked_sub(1).and_then(|index| keys.get(index));
                    entry(key.copied(), item, gathered);
                }
            }
            b"xml " => {
                let packet = child.body.get(4..).unwrap_or_default();
                xmp::read(packet, Origin::Xmp, gathered);
            }
            _ => note(child, depth, gathered),
        }
    }
}

fn entry(key: Option<&[u8]>, item: Boxed<'_>, gathered: &mut Gathered) {
    let mut own_name = None;
    for child in boxes(item.body).flatten() {
        match &child.kind {
            b"name" => own_name = child.body.get(4..),
            b"data" => {
                let kind = item.kind.as_slice();
                let short = kind.strip_prefix(&[0xA9]).unwrap_or(kind);
                listed(key.or(own_name).unwrap_or(short), child.body, gathered);
            }
            _ => {}
        }
    }
}

/// A value of a list: its type, its place, its bytes.
fn listed(name: &[u8], data: &[u8], gathered: &mut Gathered) {
    let value = data.get(8..).unwrap_or_default();
    match (flags(data), name) {
        (1, _) => said(name, &text::of_bytes(value), gathered),
        (2, _) => said(name, &text::of_utf16(value, text::Order::BigEndian), gathered),
        (13 | 14, _) | (_, b"covr") => {
            let picture = HiddenPicture::Preview;
            gathered.expose(Exposure::Thumbnail { picture, bytes: value.len() });
        }
        _ => gathered.expose(Exposure::UnknownData { bytes: value.len() }),
    }
}

/// What a note of this name says. Long names end with the one that counts.
pub(super) fn said(name: &[u8], value: &str, gathered: &mut Gathered) {
    let name = [b"com.apple.quicktime.".as_slice(), b"com.android.", b"com.apple.photos."]
        .iter()
        .find_map(|long| name.strip_prefix(*long))
        .unwrap_or(name);
    match name {
        b"xyz" | b"location.ISO6709" => match place::iso_6709(value) {
            Some(location) => gathered.expose(Exposure::Location(location)),
            None => gathered.expose(Exposure::Location(Location::Unreadable)),
        },
        b"location.name" | b"location.body" | b"location.note" | b"location.facing" | b"loc" => {
            gathered.text(TextKind::Place, "place", ORIGIN, value);
        }
        b"day" | b"creationdate" | b"dat" | b"TIM" | b"TSC" | b"TSZ" | b"yrrc" => {
            gathered.time(ORIGIN, value);
        }
        b"mak" | b"make" | b"manufacturer" => gathered.make(ORIGIN, value),
        b"mod" | b"model" => gathered.model(ORIGIN, value),
        b"swr" | b"too" | b"enc" | b"software" | b"version" | b"swf" | b"req" | b"hst" => {
            gathered.expose(Exposure::Software(ORIGIN));
        }
        b"ser" | b"serial" | b"camera.serial" | b"SNum" => gathered.serial(ORIGIN, value),
        b"ART" | b"art" | b"aut" | b"aART" | b"auth" | b"author" | b"artist" | b"perf" | b"prf"
        | b"wrt" | b"own" | b"dir" | b"prd" | b"director" | b"producer" | b"publisher" | b"com"
        | b"user.name" | b"pub" => {
            gathered.text(TextKind::Owner, "author", ORIGIN, value);
        }
        b"cpy" | b"cprt" | b"copyright" | b"lic" | b"rights" => {
            gathered.text(TextKind::Copyright, "copyright notice", ORIGIN, value);
        }
        b"nam" | b"titl" | b"title" | b"displayname" => {
            gathered.text(TextKind::Caption, "title", ORIGIN, value);
        }
        b"des" | b"desc" | b"dscp" | b"ldes" | b"sdes" | b"inf" | b"description"
        | b"information" => {
            gathered.text(TextKind::Caption, "description", ORIGIN, value);
        }
        b"keywords" | b"key" | b"keyw" => {
            gathered.text(TextKind::Keyword, "keyword", ORIGIN, value);
        }
        b"content.identifier" | b"camera.identifier" | b"originating.signature" => {
            gathered.expose(Exposure::Identifier(ORIGIN));
        }
        _ => gathered.text(TextKind::Comment, "comment", ORIGIN, value),
    }
}

/// The kind of the first sample entry of a track, and its content.
fn first_entry(trak: &[u8]) -> Option<Boxed<'_>> {
    let inside = |body, kind| film::only(body, kind).ok().flatten();
    let table = inside(inside(inside(trak, *b"mdia")?, *b"minf")?, *b"stbl")?;
    let entries = inside(table, *b"stsd")?;
    u32_at(entries, 4)?;
    boxes(entries.get(8..)?).next()?.ok()
}
