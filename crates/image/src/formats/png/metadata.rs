//! What the dropped chunks of a PNG say.
//!
//! PNG third edition, section 11.3 (tEXt, zTXt, iTXt, tIME, eXIf, iCCP); `Raw profile type` is the way in which
//! `ImageMagick` and its kin put whole EXIF, IPTC and XMP blocks into text chunks, in hexadecimal.

use super::super::{Fate, Piece, Walk};
use crate::examination::TextKind;
use crate::exposure::{Exposure, Origin, TrailingKind};
use crate::metadata::{Gathered, credentials, exif, iptc, photoshop, text, xmp};

const XMP_KEYWORD: &[u8] = b"XML:com.adobe.xmp";
const RAW_PROFILE: &[u8] = b"Raw profile type ";

pub(super) fn read(walk: &Walk<'_>, gathered: &mut Gathered) {
    // EXIF of its own chunk counts before what a text chunk holds.
    for piece in &walk.pieces {
        if piece.mark == super::mark(*b"eXIf") {
            let block = piece.body.strip_prefix(b"Exif\0\0").unwrap_or(piece.body);
            exif::read(block, gathered);
        }
    }
    for piece in &walk.pieces {
        match piece.fate {
            Fate::Dropped => dropped(piece, gathered),
            Fate::Stray => {
                let (bytes, kind) = (piece.body.len(), TrailingKind::OldPicture);
                gathered.expose(Exposure::TrailingData { bytes, kind });
            }
            Fate::Trailing => {
                let (bytes, kind) = (piece.body.len(), looks_like(piece.body));
                gathered.expose(Exposure::TrailingData { bytes, kind });
            }
            Fate::Kept if piece.mark == super::mark(*b"iCCP") => {
                if !piece.body.starts_with(super::PROFILE_NAME) {
                    gathered.expose(Exposure::Block(Origin::ProfileName));
                }
            }
            Fate::Kept => {}
        }
    }
}

fn dropped(piece: &Piece<'_>, gathered: &mut Gathered) {
    let body = piece.body;
    match &piece.mark.to_be_bytes() {
        b"eXIf" => {}
        b"tEXt" => {
            if let Some((keyword, value)) = keyword(body) {
                words(keyword, value, gathered);
            }
        }
        b"zTXt" => {
            if let Some((keyword, [0, stream @ ..])) = keyword(body) {
                unpacked(keyword, stream, gathered);
            } else {
                gathered.expose(Exposure::UnknownData { bytes: body.len() });
            }
        }
        b"iTXt" => international(body, gathered),
        b"tIME" => {
            if let &[y1, y0, month, day, hour, minute, second] = body {
                let year = u16::from_be_bytes([y1, y0]);
                let written =
                    format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}");
                gathered.time(Origin::Comment, &written);
            } else {
                gathered.expose(Exposure::UnknownData { bytes: body.len() });
            }
        }
        b"caBX" => credentials::read(body, gathered),
        _ => gathered.expose(Exposure::UnknownData { bytes: body.len() }),
    }
}

fn keyword(body: &[u8]) -> Option<(&[u8], &[u8])> {
    let end = memchr::memchr(0, body)?;
    Some((body.get(..end)?, body.get(end + 1..)?))
}

fn unpacked(keyword: &[u8], stream: &[u8], gathered: &mut Gathered) {
    match gathered.inflate(stream) {
        Some(value) => words(keyword, &value, gathered),
        None => gathered.expose(Exposure::UnknownData { bytes: stream.len() }),
    }
}

/// Keyword, whether it is compressed and how, language, keyword in that language, text.
fn international(body: &[u8], gathered: &mut Gathered) {
    let parts = keyword(body).and_then(|(keyword_, rest)| {
        let (&[packed, _method], rest) = rest.split_first_chunk::<2>()?;
        let (_language, rest) = keyword(rest)?;
        let (_translated, value) = keyword(rest)?;
        Some((keyword_, packed, value))
    });
    match parts {
        Some((keyword, 0, value)) => words(keyword, value, gathered),
        Some((keyword, _, value)) => unpacked(keyword, value, gathered),
        None => gathered.expose(Exposure::UnknownData { bytes: body.len() }),
    }
}

fn words(keyword: &[u8], value: &[u8], gathered: &mut Gathered) {
    if keyword == XMP_KEYWORD {
        xmp::read(value, Origin::Xmp, gathered);
        return;
    }
    if let Some(kind) = keyword.strip_prefix(RAW_PROFILE) {
        raw_profile(kind, value, gathered);
        return;
    }
    let lower = keyword.to_ascii_lowercase();
    let value = text::of_bytes(value);
    let origin = Origin::Comment;
    match lower.as_slice() {
        b"title" => gathered.text(TextKind::Caption, "title", origin, &value),
        b"description" => gathered.text(TextKind::Caption, "description", origin, &value),
        b"author" | b"artist" => gathered.text(TextKind::Owner, "author", origin, &value),
        b"copyright" => gathered.text(TextKind::Copyright, "copyright notice", origin, &value),
        b"creation time" | b"date:create" | b"date:modify" | b"date:timestamp" => {
            gathered.time(origin, &value);
        }
        b"software" => gathered.expose(Exposure::Software(origin)),
        // Programs that paint from words write down the words.
        b"parameters" | b"prompt" | b"workflow" | b"dream" | b"sd-metadata" => {
            gathered.expose(Exposure::AiGenerated(origin));
            let label = "what a program was asked to paint";
            gathered.text(TextKind::Comment, label, origin, &value);
        }
        b"make" => gathered.make(origin, &value),
        b"model" => gathered.model(origin, &value),
        _ => gathered.text(TextKind::Comment, "comment", origin, &value),
    }
}

/// A name, a length and a block in hexadecimal, with line breaks wherever the writer liked.
fn raw_profile(kind: &[u8], value: &[u8], gathered: &mut Gathered) {
    let Some(block) = unhexed(value) else {
        gathered.expose(Exposure::UnknownData { bytes: value.len() });
        return;
    };
    let block = block.as_slice();
    match kind.trim_ascii() {
        b"exif" | b"EXIF" | b"app1" | b"APP1" => {
            if let Some(packet) = block.strip_prefix(xmp::SIGNATURE) {
                xmp::read(packet, Origin::Xmp, gathered);
            } else {
                exif::read(block.strip_prefix(b"Exif\0\0").unwrap_or(block), gathered);
            }
        }
        b"xmp" => xmp::read(block, Origin::Xmp, gathered),
        b"iptc" | b"8bim" => {
            let row = block.strip_prefix(photoshop::SIGNATURE).unwrap_or(block);
            if row.starts_with(b"8BIM") {
                photoshop::read(row, gathered);
            } else {
                iptc::read(row, gathered);
            }
        }
        _ => gathered.expose(Exposure::UnknownData { bytes: block.len() }),
    }
}

fn unhexed(value: &[u8]) -> Option<Vec<u8>> {
    let mut fields = value.trim_ascii_start().splitn(2, |&byte| byte == b'\n');
    let _name = fields.next()?;
    let rest = fields.next()?.trim_ascii_start();
    let end = rest.iter().position(u8::is_ascii_whitespace)?;
    let length: usize = std::str::from_utf8(rest.get(..end)?).ok()?.parse().ok()?;
    let digits: Option<Vec<u8>> = rest
        .get(end..)?
        .iter()
        .filter(|byte| !byte.is_ascii_whitespace() && **byte != 0)
        .map(|&byte| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok()))
        .collect();
    let digits = digits?;
    let (pairs, rest) = digits.as_chunks::<2>();
    let bytes: Vec<u8> = pairs.iter().map(|[high, low]| high * 16 + low).collect();
    (rest.is_empty() && bytes.len() == length).then_some(bytes)
}

fn looks_like(bytes: &[u8]) -> TrailingKind {
    let holds = |mark: &[u8]| memchr::memmem::find(bytes, mark).is_some();
    if bytes.starts_with(super::SIGNATURE) || bytes.starts_with(b"\xff\xd8\xff") {
        TrailingKind::Picture
    } else if holds(b"IDAT") || holds(b"IEND") {
        TrailingKind::OldPicture
    } else if holds(b"ftyp") {
        TrailingKind::Film
    } else {
        TrailingKind::Other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hexadecimal_has_the_length_that_it_says() {
        assert_eq!(unhexed(b"\nexif\n       3\n0a0B\n7f\n"), Some(vec![10, 11, 127]));
        assert_eq!(unhexed(b"\nexif\n 4\n0a0b7f\n"), None);
        assert_eq!(unhexed(b"\nexif\n 3\n0a0b7\n"), None);
        assert_eq!(unhexed(b"exif"), None);
    }
}
