//! Photos made by code, with whatever a test wants them to give away.
//!
//! The picture is a small pattern that `image` encodes; segments and chunks are put around it by hand, as
//! cameras and programs write them. All people, places and devices are invented.

#![allow(dead_code, reason = "each test uses another part of it")]

pub(crate) mod boxes;

use std::io::Cursor;

use flate2::{Compression, write::ZlibEncoder};
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};

pub(crate) mod others;

/// A photo to be made. As a row of a fixture it says what differs from a picture that gives nothing away.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Photo {
    /// The file's name; `photo.jpg` unless given.
    pub(crate) name: Option<String>,
    /// `jpeg` unless given; `png`; or a format that cannot be cleaned.
    pub(crate) format: Option<String>,
    pub(crate) orientation: Option<u16>,
    /// Degrees north and east, in EXIF.
    pub(crate) gps: Option<[f64; 2]>,
    pub(crate) make: Option<String>,
    pub(crate) model: Option<String>,
    pub(crate) serial: Option<String>,
    pub(crate) taken: Option<String>,
    pub(crate) owner: Option<String>,
    pub(crate) artist: Option<String>,
    pub(crate) copyright: Option<String>,
    pub(crate) description: Option<String>,
    /// Bytes of a thumbnail in EXIF.
    pub(crate) thumbnail: Option<usize>,
    /// Bytes of a maker's private block.
    pub(crate) maker_note: Option<usize>,
    /// Properties of an XMP packet: names with their usual prefix, and values.
    pub(crate) xmp: Vec<[String; 2]>,
    /// Data sets of record 2: numbers and values.
    pub(crate) iptc: Vec<(u8, String)>,
    pub(crate) comment: Option<String>,
    /// What stands behind the end.
    pub(crate) trailing: Option<String>,
    /// Cut off after this share of its bytes, in hundredths.
    pub(crate) cut: Option<usize>,
    /// Whether the draft describes it.
    pub(crate) alt: bool,
}

impl Photo {
    pub(crate) fn file_name(&self) -> &str {
        self.name.as_deref().unwrap_or("photo.jpg")
    }

    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut bytes = match self.format.as_deref().unwrap_or("jpeg") {
            "jpeg" => self.jpeg(),
            "png" => self.png(),
            "heic" => {
                boxes::Still { exif: self.exif(), xmp: self.packet(), ..Default::default() }.bytes()
            }
            "heic-burst" => boxes::Still { second: true, ..Default::default() }.bytes(),
            "webp" => self.webp(),
            "gif" => self.gif(),
            "tiff" => self.tiff(),
            "bmp" => b"BM\x3a\0\0\0".to_vec(),
            "pdf" => b"%PDF-1.7\n".to_vec(),
            "mp4" => self.film().bytes(),
            "fragmented-mp4" => {
                boxes::Film { behind: boxes::full(b"moof", 0, &[]), ..Default::default() }.bytes()
            }
            "mkv" => b"\x1aE\xdf\xa3\x01\0\0\0".to_vec(),
            "broken-jpeg" => {
                let mut jpeg = jpeg(32, 24);
                let frame = find(&jpeg, &[0xFF, 0xC0]);
                jpeg[frame + 1] = 0xC3;
                jpeg
            }
            "huge-png" => {
                let mut header = Vec::new();
                header.extend(1_000_000u32.to_be_bytes());
                header.extend(1_000_000u32.to_be_bytes());
                header.extend([8, 2, 0, 0, 0]);
                png_of(&[(b"IHDR", header), (b"IDAT", zlib(b"")), (b"IEND", Vec::new())])
            }
            other => panic!("no such format: {other}"),
        };
        bytes.extend(self.trailing.as_deref().unwrap_or_default().as_bytes());
        if let Some(hundredths) = self.cut {
            bytes.truncate(bytes.len() * hundredths / 100);
        }
        bytes
    }

    fn jpeg(&self) -> Vec<u8> {
        let mut segments = Vec::new();
        if let Some(block) = self.exif() {
            segments.push(segment(0xE1, &[b"Exif\0\0".as_slice(), &block].concat()));
        }
        if let Some(packet) = self.packet() {
            let signature = b"http://ns.adobe.com/xap/1.0/\0".as_slice();
            segments.push(segment(0xE1, &[signature, packet.as_bytes()].concat()));
        }
        if let Some(row) = self.row() {
            segments.push(segment(0xED, &[b"Photoshop 3.0\0".as_slice(), &row].concat()));
        }
        if let Some(comment) = &self.comment {
            segments.push(segment(0xFE, comment.as_bytes()));
        }
        with_segments(&jpeg(32, 24), &segments.concat())
    }

    fn png(&self) -> Vec<u8> {
        let mut chunks: Vec<(&[u8; 4], Vec<u8>)> = Vec::new();
        if let Some(block) = self.exif() {
            chunks.push((b"eXIf", block));
        }
        if let Some(packet) = self.packet() {
            let head = b"XML:com.adobe.xmp\0\0\0\0\0".as_slice();
            chunks.push((b"iTXt", [head, packet.as_bytes()].concat()));
        }
        if let Some(row) = self.row() {
            chunks.push((b"zTXt", raw_profile("iptc", &row)));
        }
        if let Some(comment) = &self.comment {
            chunks.push((b"tEXt", [b"Comment\0".as_slice(), comment.as_bytes()].concat()));
        }
        with_chunks(&png(32, 24), &chunks)
    }

    /// A film with notes as phones write them.
    fn film(&self) -> boxes::Film {
        let mut entries: Vec<(&str, String)> = Vec::new();
        if let Some([north, east]) = self.gps {
            entries.push((
                "com.apple.quicktime.location.ISO6709",
                format!("{north:+09.5}{east:+010.5}/"),
            ));
        }
        let words = [
            ("com.apple.quicktime.make", &self.make),
            ("com.apple.quicktime.model", &self.model),
            ("com.apple.quicktime.creationdate", &self.taken),
            ("com.apple.quicktime.author", &self.owner),
            ("com.apple.quicktime.description", &self.description),
            ("com.apple.quicktime.copyright", &self.copyright),
        ];
        for (name, value) in words {
            entries.extend(value.clone().map(|value| (name, value)));
        }
        let entries: Vec<_> = entries.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let notes = if entries.is_empty() { Vec::new() } else { boxes::keyed(&entries) };
        boxes::Film { notes, ..Default::default() }
    }

    fn packet(&self) -> Option<String> {
        (!self.xmp.is_empty()).then(|| packet(&self.xmp))
    }

    fn row(&self) -> Option<Vec<u8>> {
        let mut sets = Vec::new();
        for (number, value) in &self.iptc {
            sets.extend([0x1C, 2, *number]);
            sets.extend(u16::try_from(value.len()).unwrap().to_be_bytes());
            sets.extend(value.as_bytes());
        }
        let mut row = b"8BIM\x04\x04\0\0".to_vec();
        row.extend(u32::try_from(sets.len()).unwrap().to_be_bytes());
        row.extend(&sets);
        row.extend(vec![0; sets.len() % 2]);
        (!sets.is_empty()).then_some(row)
    }

    pub(crate) fn exif(&self) -> Option<Vec<u8>> {
        let (main, exif, gps, thumbnail) = self.entries();
        let empty = main.is_empty() && exif.is_empty() && gps.is_empty() && thumbnail.is_none();
        (!empty).then(|| tiff(main, &exif, &gps, thumbnail))
    }

    /// The entries of the main directory, of EXIF and GPS, and a thumbnail.
    fn entries(&self) -> (Vec<Entry>, Vec<Entry>, Vec<Entry>, Option<Vec<u8>>) {
        let mut main = Vec::new();
        let mut exif = Vec::new();
        let mut gps = Vec::new();
        let text = |tag: u16, words: &Option<String>, entries: &mut Vec<Entry>| {
            if let Some(words) = words {
                entries.push(Entry::text(tag, words));
            }
        };
        text(0x010E, &self.description, &mut main);
        text(0x010F, &self.make, &mut main);
        text(0x0110, &self.model, &mut main);
        if let Some(orientation) = self.orientation {
            main.push(Entry {
                tag: 0x0112,
                kind: 3,
                count: 1,
                value: orientation.to_be_bytes().to_vec(),
            });
        }
        text(0x013B, &self.artist, &mut main);
        text(0x8298, &self.copyright, &mut main);
        text(0x9003, &self.taken, &mut exif);
        if let Some(bytes) = self.maker_note {
            exif.push(Entry { tag: 0x927C, kind: 7, count: bytes, value: vec![0x5A; bytes] });
        }
        text(0xA430, &self.owner, &mut exif);
        text(0xA431, &self.serial, &mut exif);
        if let Some([latitude, longitude]) = self.gps {
            gps.push(Entry::text(1, if latitude < 0.0 { "S" } else { "N" }));
            gps.push(Entry::degrees(2, latitude));
            gps.push(Entry::text(3, if longitude < 0.0 { "W" } else { "E" }));
            gps.push(Entry::degrees(4, longitude));
        }
        let thumbnail = self.thumbnail.map(|bytes| vec![0x77; bytes]);
        (main, exif, gps, thumbnail)
    }
}

/// An entry of a TIFF directory.
#[derive(Clone)]
struct Entry {
    tag: u16,
    kind: u16,
    count: usize,
    value: Vec<u8>,
}

impl Entry {
    fn text(tag: u16, words: &str) -> Self {
        let value = [words.as_bytes(), b"\0"].concat();
        Self { tag, kind: 2, count: value.len(), value }
    }

    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a test's own numbers"
    )]
    fn degrees(tag: u16, degrees: f64) -> Self {
        let thousandths = (degrees.abs() * 3_600_000.0).round() as u32;
        let parts = [
            (thousandths / 3_600_000, 1),
            (thousandths % 3_600_000 / 60_000, 1),
            (thousandths % 60_000, 1000),
        ];
        let value = parts.iter().flat_map(|(num, denom): &(u32, u32)| {
            [num.to_be_bytes(), denom.to_be_bytes()].concat()
        });
        Self { tag, kind: 5, count: 3, value: value.collect() }
    }

    fn long(tag: u16, value: usize) -> Self {
        let value = u32::try_from(value).unwrap().to_be_bytes().to_vec();
        Self { tag, kind: 4, count: 1, value }
    }
}

/// A TIFF block, high byte first.
fn tiff(
    mut main: Vec<Entry>,
    exif: &[Entry],
    gps: &[Entry],
    thumbnail: Option<Vec<u8>>,
) -> Vec<u8> {
    // Directories are laid out one behind the other: the pointers are known once the sizes are.
    let size = |entries: &[Entry]| {
        6 + 12 * entries.len()
            + entries
                .iter()
                .map(|entry| if entry.value.len() > 4 { entry.value.len() } else { 0 })
                .sum::<usize>()
    };
    for (tag, entries) in [(0x8769, exif), (0x8825, gps)] {
        if !entries.is_empty() {
            main.push(Entry::long(tag, 0));
        }
    }
    let exif_at = 8 + size(&main);
    let gps_at = exif_at + size(exif);
    let small_at = gps_at + size(gps);
    for entry in &mut main {
        match entry.tag {
            0x8769 => *entry = Entry::long(0x8769, exif_at),
            0x8825 => *entry = Entry::long(0x8825, gps_at),
            _ => {}
        }
    }
    let mut block = b"MM\0*\0\0\0\x08".to_vec();
    let next = if thumbnail.is_some() { small_at } else { 0 };
    directory(&mut block, &main, next);
    directory(&mut block, exif, 0);
    directory(&mut block, gps, 0);
    if let Some(thumbnail) = thumbnail {
        let entries = [Entry::long(0x0201, small_at + 30), Entry::long(0x0202, thumbnail.len())];
        directory(&mut block, &entries, 0);
        block.extend(thumbnail);
    }
    block
}

fn directory(block: &mut Vec<u8>, entries: &[Entry], next: usize) {
    let mut behind = block.len() + 6 + 12 * entries.len();
    block.extend(u16::try_from(entries.len()).unwrap().to_be_bytes());
    let mut values: Vec<u8> = Vec::new();
    for entry in entries {
        block.extend(entry.tag.to_be_bytes());
        block.extend(entry.kind.to_be_bytes());
        block.extend(u32::try_from(entry.count).unwrap().to_be_bytes());
        if entry.value.len() > 4 {
            block.extend(u32::try_from(behind).unwrap().to_be_bytes());
            behind += entry.value.len();
            values.extend(&entry.value);
        } else {
            let mut value = entry.value.clone();
            value.resize(4, 0);
            block.extend(value);
        }
    }
    block.extend(u32::try_from(next).unwrap().to_be_bytes());
    block.extend(values);
}

/// An XMP packet with these properties.
pub(crate) fn packet(properties: &[[String; 2]]) -> String {
    let properties: Vec<_> = properties
        .iter()
        .map(|[name, value]| {
            format!("<{name}><rdf:Bag><rdf:li>{value}</rdf:li></rdf:Bag></{name}>")
        })
        .collect();
    let properties = properties.concat();
    format!(
        "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF \
         xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description>{properties}\
         </rdf:Description></rdf:RDF></x:xmpmeta>"
    )
}

fn pattern(width: u32, height: u32) -> DynamicImage {
    let pixel = |x: u32, y: u32| {
        let byte = |value: u32| u8::try_from(value % 256).unwrap();
        Rgb([byte(x * 7 + y), byte(y * 5), byte((x ^ y) * 3)])
    };
    RgbImage::from_fn(width, height, pixel).into()
}

/// The pixels of the picture that every photo here shows, as red, green and blue bytes.
pub(crate) fn pixels(width: u32, height: u32) -> Vec<u8> {
    pattern(width, height).into_bytes()
}

fn encoded(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    pattern(width, height).write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// A JPEG that gives nothing away.
pub(crate) fn jpeg(width: u32, height: u32) -> Vec<u8> {
    encoded(width, height, ImageFormat::Jpeg)
}

/// A PNG that gives nothing away.
pub(crate) fn png(width: u32, height: u32) -> Vec<u8> {
    encoded(width, height, ImageFormat::Png)
}

/// A JPEG segment.
pub(crate) fn segment(marker: u8, body: &[u8]) -> Vec<u8> {
    let length = u16::try_from(body.len() + 2).unwrap().to_be_bytes();
    [&[0xFF, marker], &length[..], body].concat()
}

/// A JPEG with more segments behind its first two bytes.
pub(crate) fn with_segments(jpeg: &[u8], segments: &[u8]) -> Vec<u8> {
    [&jpeg[..2], segments, &jpeg[2..]].concat()
}

/// A JPEG with more segments before its first scan.
pub(crate) fn before_scan(jpeg: &[u8], segments: &[u8]) -> Vec<u8> {
    let scan = find(jpeg, &[0xFF, 0xDA]);
    [&jpeg[..scan], segments, &jpeg[scan..]].concat()
}

/// Where some bytes stand first.
pub(crate) fn find(bytes: &[u8], wanted: &[u8]) -> usize {
    bytes.windows(wanted.len()).position(|window| window == wanted).expect("it is there")
}

/// A PNG of these chunks.
pub(crate) fn png_of(chunks: &[(&[u8; 4], Vec<u8>)]) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n".to_vec();
    for (name, body) in chunks {
        bytes.extend(chunk(**name, body));
    }
    bytes
}

/// A PNG chunk.
pub(crate) fn chunk(name: [u8; 4], body: &[u8]) -> Vec<u8> {
    let length = u32::try_from(body.len()).unwrap().to_be_bytes();
    let named = [name.as_slice(), body].concat();
    [&length[..], &named, &crc32fast::hash(&named).to_be_bytes()].concat()
}

/// A PNG with more chunks behind its header.
pub(crate) fn with_chunks(png: &[u8], chunks: &[(&[u8; 4], Vec<u8>)]) -> Vec<u8> {
    let more: Vec<u8> = chunks.iter().flat_map(|(name, body)| chunk(**name, body)).collect();
    [&png[..33], &more, &png[33..]].concat()
}

/// The chunks of a PNG.
pub(crate) fn chunks_of(png: &[u8]) -> Vec<([u8; 4], Vec<u8>)> {
    let mut chunks = Vec::new();
    let mut rest = &png[8..];
    while !rest.is_empty() {
        let length = u32::from_be_bytes(rest[..4].try_into().unwrap()) as usize;
        chunks.push((rest[4..8].try_into().unwrap(), rest[8..8 + length].to_vec()));
        rest = &rest[12 + length..];
    }
    chunks
}

/// A zlib stream.
pub(crate) fn zlib(bytes: &[u8]) -> Vec<u8> {
    use std::io::Write;
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// The body of a zTXt chunk with a block in hexadecimal.
pub(crate) fn raw_profile(kind: &str, block: &[u8]) -> Vec<u8> {
    use std::fmt::Write;
    let mut text = format!("\n{kind}\n{:8}\n", block.len());
    for byte in block {
        write!(text, "{byte:02x}").unwrap();
    }
    let head = format!("Raw profile type {kind}\0\0");
    [head.as_bytes(), &zlib(text.as_bytes())].concat()
}

/// An ICC profile: a header and no tags.
pub(crate) fn profile(length: usize) -> Vec<u8> {
    let mut profile: Vec<u8> = (0..length).map(|at| u8::try_from(at % 251).unwrap()).collect();
    profile[..4].copy_from_slice(&u32::try_from(length).unwrap().to_be_bytes());
    profile[36..40].copy_from_slice(b"acsp");
    profile
}
