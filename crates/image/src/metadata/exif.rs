//! EXIF.
//!
//! In: an EXIF block (a TIFF block; CIPA DC-008), from wherever a walker found it. Out: what it says.
//! Values are read by `kamadak-exif`, after a survey has shown that the block is safe to read. Makers'
//! private blocks are noted and not read.

use exif::{Context, Exif, In, Reader, Tag, Value};

use super::text::{self, Order};
use super::{Gathered, iptc, photoshop, tiff, xmp};
use crate::examination::TextKind;
use crate::exposure::{Exposure, HiddenPicture, Location, Origin};

/// What the value of a tag is.
#[derive(Clone, Copy)]
enum Meaning {
    Words(TextKind, &'static str),
    /// Words in UTF-16, as Windows writes them.
    WindowsWords(TextKind, &'static str),
    /// Words with eight bytes before them that name their encoding.
    Comment,
    Time,
    Make,
    Model,
    Serial,
    OtherSerial,
    Software,
    Identifier,
    MakerNote,
    ThumbnailBytes,
    Xmp,
    Iptc,
    Photoshop,
}

const CAPTION: TextKind = TextKind::Caption;

/// The tags that say something, with their numbers (CIPA DC-008 annex, TIFF 6.0, Windows, DNG, Adobe).
const TAGS: &[(Context, u16, Meaning)] = &[
    (Context::Tiff, 0x010D, Meaning::Words(CAPTION, "document name")),
    (Context::Tiff, 0x010E, Meaning::Words(CAPTION, "description")),
    (Context::Tiff, 0x010F, Meaning::Make),
    (Context::Tiff, 0x0110, Meaning::Model),
    (Context::Tiff, 0x0131, Meaning::Software),
    (Context::Tiff, 0x0132, Meaning::Time),
    (Context::Tiff, 0x013B, Meaning::Words(TextKind::Owner, "photographer")),
    (Context::Tiff, 0x013C, Meaning::Words(TextKind::Owner, "computer name")),
    (Context::Tiff, 0x0202, Meaning::ThumbnailBytes),
    (Context::Tiff, 0x02BC, Meaning::Xmp),
    (Context::Tiff, 0x8298, Meaning::Words(TextKind::Copyright, "copyright notice")),
    (Context::Tiff, 0x83BB, Meaning::Iptc),
    (Context::Tiff, 0x8649, Meaning::Photoshop),
    (Context::Tiff, 0x9003, Meaning::Time),
    (Context::Tiff, 0x9C9B, Meaning::WindowsWords(CAPTION, "title")),
    (Context::Tiff, 0x9C9C, Meaning::WindowsWords(TextKind::Comment, "comment")),
    (Context::Tiff, 0x9C9D, Meaning::WindowsWords(TextKind::Owner, "author")),
    (Context::Tiff, 0x9C9E, Meaning::WindowsWords(TextKind::Keyword, "keywords")),
    (Context::Tiff, 0x9C9F, Meaning::WindowsWords(CAPTION, "subject")),
    (Context::Tiff, 0xC62F, Meaning::Serial),
    (Context::Exif, 0x9003, Meaning::Time),
    (Context::Exif, 0x9004, Meaning::Time),
    (Context::Exif, 0x927C, Meaning::MakerNote),
    (Context::Exif, 0x9286, Meaning::Comment),
    (Context::Exif, 0xA420, Meaning::Identifier),
    (Context::Exif, 0xA430, Meaning::Words(TextKind::Owner, "camera owner")),
    (Context::Exif, 0xA431, Meaning::Serial),
    (Context::Exif, 0xA435, Meaning::OtherSerial),
    (Context::Exif, 0xA436, Meaning::Words(CAPTION, "title")),
    (Context::Exif, 0xA437, Meaning::Words(TextKind::Owner, "photographer")),
    (Context::Exif, 0xA438, Meaning::Words(TextKind::Owner, "editor")),
    (Context::Exif, 0xA439, Meaning::Software),
    (Context::Exif, 0xA43A, Meaning::Software),
    (Context::Exif, 0xA43B, Meaning::Software),
    (Context::Exif, 0xFDE8, Meaning::Words(TextKind::Owner, "camera owner")),
    (Context::Exif, 0xFDE9, Meaning::Serial),
    (Context::Exif, 0xFDEA, Meaning::OtherSerial),
    (Context::Gps, 0x1C, Meaning::Comment),
    (Context::Gps, 0x1D, Meaning::Time),
];

/// Directories that are looked at: the picture's, and those of thumbnails behind it.
const DIRECTORIES: u16 = 3;

/// Reads a block. The block that the cleaner itself writes says nothing but how to turn the picture.
pub(crate) fn read(block: &[u8], gathered: &mut Gathered) {
    let Some(survey) = tiff::survey(block) else {
        gathered.expose(Exposure::UnknownData { bytes: block.len() });
        return;
    };
    if let Some(orientation) = survey.orientation {
        gathered.turn(orientation);
        if block == tiff::orientation_block(orientation) {
            return;
        }
    }
    gathered.expose(Exposure::Block(Origin::Exif));
    let exif = Reader::new().continue_on_error(true).read_raw(block.to_vec());
    let Ok(exif) = exif.or_else(|problem| problem.distill_partial_result(|_| ())) else {
        gathered.expose(Exposure::UnknownData { bytes: block.len() });
        return;
    };
    for directory in (0..DIRECTORIES).map(In) {
        for &(context, number, meaning) in TAGS {
            if let Some(field) = exif.get_field(Tag(context, number), directory) {
                tell(meaning, &field.value, gathered);
            }
        }
        place(&exif, directory, gathered);
    }
}

fn tell(meaning: Meaning, value: &Value, gathered: &mut Gathered) {
    let words = || text::of_bytes(&bytes_of(value));
    match meaning {
        Meaning::Words(kind, label) => gathered.text(kind, label, Origin::Exif, &words()),
        Meaning::WindowsWords(kind, label) => {
            let words = text::of_utf16(&bytes_of(value), Order::LittleEndian);
            gathered.text(kind, label, Origin::Exif, &words);
        }
        Meaning::Comment => {
            gathered.text(TextKind::Comment, "comment", Origin::Exif, &comment(&bytes_of(value)));
        }
        Meaning::Time => gathered.time(Origin::Exif, &words()),
        Meaning::Make => gathered.make(Origin::Exif, &words()),
        Meaning::Model => gathered.model(Origin::Exif, &words()),
        Meaning::Serial => gathered.serial(Origin::Exif, &words()),
        Meaning::OtherSerial if !words().trim_matches(['\0', ' ', '0']).is_empty() => {
            gathered.expose(Exposure::DeviceSerial(Origin::Exif));
        }
        Meaning::OtherSerial => {}
        Meaning::Software => gathered.expose(Exposure::Software(Origin::Exif)),
        Meaning::Identifier => gathered.expose(Exposure::Identifier(Origin::Exif)),
        Meaning::MakerNote => gathered.expose(Exposure::MakerNote),
        Meaning::ThumbnailBytes => {
            let bytes = value.get_uint(0).and_then(|bytes| usize::try_from(bytes).ok());
            let picture = HiddenPicture::Thumbnail;
            gathered.expose(Exposure::Thumbnail { picture, bytes: bytes.unwrap_or_default() });
        }
        Meaning::Xmp => xmp::read(&bytes_of(value), Origin::Xmp, gathered),
        Meaning::Iptc => iptc::read(&bytes_of(value), gathered),
        Meaning::Photoshop => {
            let row = bytes_of(value);
            gathered.nested(row.len(), |gathered| photoshop::read(&row, gathered));
        }
    }
}

/// The bytes of a value of one-byte units, with the parts of an ASCII value joined by blanks. Words are
/// now and then stored as numbers.
fn bytes_of(value: &Value) -> Vec<u8> {
    match value {
        Value::Ascii(parts) => {
            let parts: Vec<_> = parts.iter().filter(|part| !part.is_empty()).collect();
            parts.iter().map(|part| part.as_slice()).collect::<Vec<_>>().join(&b' ')
        }
        Value::Byte(bytes) | Value::Undefined(bytes, _) => bytes.clone(),
        Value::Long(longs) => longs.iter().flat_map(|long| long.to_be_bytes()).collect(),
        _ => Vec::new(),
    }
}

/// A comment: eight bytes that name the encoding, then the words (CIPA DC-008 section 4.6.6, `UserComment`).
fn comment(bytes: &[u8]) -> String {
    let Some((code, words)) = bytes.split_first_chunk::<8>() else { return text::of_bytes(bytes) };
    match code {
        b"UNICODE\0" => {
            // The order of bytes is not said: letters of Latin script tell it.
            let (pairs, _) = words.as_chunks::<2>();
            let low_first = pairs.iter().filter(|[_, second]| *second == 0).count();
            let high_first = pairs.iter().filter(|[first, _]| *first == 0).count();
            let order = if high_first > low_first { Order::BigEndian } else { Order::LittleEndian };
            text::of_utf16(words, order)
        }
        b"ASCII\0\0\0" | b"JIS\0\0\0\0\0" | [0, 0, 0, 0, 0, 0, 0, 0] => text::of_bytes(words),
        _ => text::of_bytes(bytes),
    }
}

fn place(exif: &Exif, directory: In, gathered: &mut Gathered) {
    let field = |tag| exif.get_field(tag, directory).map(|field| &field.value);
    let latitude = field(Tag::GPSLatitude);
    let longitude = field(Tag::GPSLongitude);
    if latitude.is_none() && longitude.is_none() {
        return;
    }
    let negative = |tag, letters: &[u8]| {
        let letter = field(tag).map(bytes_of).and_then(|bytes| bytes.first().copied());
        letter.is_some_and(|letter| letters.contains(&letter))
    };
    let south = negative(Tag::GPSLatitudeRef, b"Ss");
    let west = negative(Tag::GPSLongitudeRef, b"Ww");
    let coordinates = latitude
        .and_then(|value| degrees(value, 90.0))
        .zip(longitude.and_then(|value| degrees(value, 180.0)));
    if let Some((latitude, longitude)) = coordinates {
        gathered.expose(Exposure::Location(Location::Coordinates {
            latitude: if south { -latitude } else { latitude },
            longitude: if west { -longitude } else { longitude },
        }));
    } else if [latitude, longitude].into_iter().flatten().any(has_number) {
        gathered.expose(Exposure::Location(Location::Unreadable));
    }
}

/// Degrees, minutes and seconds as one number; `None` where one of them is not a number or the sum is
/// past the pole. A camera that has no position writes fractions of nothing.
fn degrees(value: &Value, most: f64) -> Option<f64> {
    let mut sum = 0.0;
    let mut unit = 1.0;
    let parts = fractions(value);
    for (number, &[numerator, denominator]) in parts.iter().take(3).enumerate() {
        if denominator != 0.0 {
            sum += numerator / denominator / unit;
        } else if number == 0 || numerator != 0.0 {
            return None;
        }
        unit *= 60.0;
    }
    (!parts.is_empty() && sum.is_finite() && sum.abs() <= most).then_some(sum)
}

/// Numerators and denominators. Some phones write signed fractions where EXIF asks for unsigned ones.
fn fractions(value: &Value) -> Vec<[f64; 2]> {
    match value {
        Value::Rational(parts) => {
            parts.iter().map(|part| [part.num, part.denom].map(f64::from)).collect()
        }
        Value::SRational(parts) => {
            parts.iter().map(|part| [part.num, part.denom].map(f64::from)).collect()
        }
        Value::Float(parts) => parts.iter().map(|&part| [f64::from(part), 1.0]).collect(),
        Value::Double(parts) => parts.iter().map(|&part| [part, 1.0]).collect(),
        _ => Vec::new(),
    }
}

fn has_number(value: &Value) -> bool {
    fractions(value).iter().any(|[numerator, _]| *numerator != 0.0)
        || bytes_of(value).iter().any(|&byte| byte != 0)
}

#[cfg(test)]
mod tests {
    use exif::Rational;

    use super::*;

    fn value(parts: &[(u32, u32)]) -> Value {
        Value::Rational(parts.iter().map(|&(num, denom)| Rational { num, denom }).collect())
    }

    #[test]
    fn degrees_minutes_seconds() {
        let close = |value: Option<f64>, wanted: f64| (value.unwrap() - wanted).abs() < 1e-9;
        assert!(close(degrees(&value(&[(52, 1), (40, 1), (84, 10)]), 90.0), 52.669));
        assert!(close(degrees(&value(&[(52, 1), (4014, 100), (0, 0)]), 90.0), 52.669));
        assert!(close(degrees(&value(&[(52_669, 1000)]), 90.0), 52.669));
        assert_eq!(degrees(&value(&[(0, 0), (0, 0), (0, 0)]), 90.0), None);
        assert_eq!(degrees(&value(&[(152, 1)]), 90.0), None);
        assert_eq!(degrees(&value(&[]), 90.0), None);
    }

    #[test]
    fn comments_name_their_encoding() {
        assert_eq!(comment(b"ASCII\0\0\0sports day"), "sports day");
        assert_eq!(comment(b"UNICODE\0Z\0o\0"), "Zo");
        assert_eq!(comment(b"UNICODE\0\0Z\0o"), "Zo");
        assert_eq!(comment(b"short"), "short");
        assert_eq!(comment(b"no encoding at all"), "no encoding at all");
    }
}
