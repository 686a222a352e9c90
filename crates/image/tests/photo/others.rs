//! WebP, GIF and TIFF files made by code.

use image::codecs::gif::{GifEncoder, Repeat};
use image::{Delay, Frame, ImageFormat};

use super::{Entry, Photo, directory, encoded, pattern, tiff};

impl Photo {
    pub(super) fn webp(&self) -> Vec<u8> {
        let coded = webp_chunks(&encoded(32, 24, ImageFormat::WebP));
        let mut chunks = vec![(*b"VP8X", vec![0x0C, 0, 0, 0, 31, 0, 0, 23, 0, 0])];
        chunks.extend(coded);
        if let Some(block) = self.exif() {
            chunks.push((*b"EXIF", block));
        }
        if let Some(packet) = self.packet() {
            chunks.push((*b"XMP ", packet.into_bytes()));
        }
        if let Some(comment) = &self.comment {
            chunks.push((*b"note", comment.clone().into_bytes()));
        }
        webp_of(&chunks)
    }

    pub(super) fn gif(&self) -> Vec<u8> {
        let mut blocks = Vec::new();
        if let Some(comment) = &self.comment {
            blocks.extend(gif_extension(0xFE, &[comment.as_bytes()]));
        }
        if let Some(packet) = self.packet() {
            blocks.extend(b"\x21\xff\x0bXMP DataXMP");
            blocks.extend(packet.as_bytes());
            blocks.push(1);
            blocks.extend((0..=255).rev());
            blocks.push(0);
        }
        with_blocks(&gif(32, 24, 2), &blocks)
    }

    /// The page is the main directory of an EXIF block, with the pixels behind it.
    pub(super) fn tiff(&self) -> Vec<u8> {
        let (mut main, exif, gps, thumbnail) = self.entries();
        if let Some(packet) = self.packet() {
            main.push(Entry { tag: 700, kind: 1, count: packet.len(), value: packet.into_bytes() });
        }
        if let Some(row) = self.row() {
            main.push(Entry { tag: 34377, kind: 7, count: row.len(), value: row });
        }
        if let Some(comment) = &self.comment {
            main.push(Entry::text(65000, comment));
        }
        let pixels = pattern(32, 24).into_bytes();
        let page = |at: usize| {
            let mut entries: Vec<Entry> = main.clone();
            entries.extend(page_entries(32, 24, at, pixels.len()));
            tiff(entries, &exif, &gps, thumbnail.clone())
        };
        let at = page(0).len();
        [page(at), pixels].concat()
    }
}

/// What a page of red, green and blue bytes says of itself.
fn page_entries(width: usize, height: usize, at: usize, length: usize) -> Vec<Entry> {
    let short = |tag, value: usize| Entry {
        tag,
        kind: 3,
        count: 1,
        value: u16::try_from(value).unwrap().to_be_bytes().to_vec(),
    };
    vec![
        short(256, width),
        short(257, height),
        Entry { tag: 258, kind: 3, count: 3, value: vec![0, 8, 0, 8, 0, 8] },
        short(259, 1),
        short(262, 2),
        Entry::long(273, at),
        short(277, 3),
        short(278, height),
        Entry::long(279, length),
    ]
}

/// A TIFF of these pages: entries beside those that a page needs, and pixels of 8 × 6.
pub(crate) fn pages(more: &[Vec<(u16, Vec<u8>)>]) -> Vec<u8> {
    let pixels = pattern(8, 6).into_bytes();
    let mut bytes = b"MM\0*\0\0\0\x08".to_vec();
    for (number, page) in more.iter().enumerate() {
        let at = bytes.len() + 4096;
        let mut entries = page_entries(8, 6, at, pixels.len());
        entries.extend(page.iter().map(|(tag, value)| Entry {
            tag: *tag,
            kind: 7,
            count: value.len(),
            value: value.clone(),
        }));
        let last = number + 1 == more.len();
        directory(&mut bytes, &entries, if last { 0 } else { at + pixels.len() });
        assert!(bytes.len() <= at);
        bytes.resize(at, 0);
        bytes.extend(&pixels);
    }
    bytes
}

/// A `BigTIFF`, low byte first, with a description, a gap and one page of 8 × 6.
pub(crate) fn big_tiff(description: &str) -> Vec<u8> {
    let pixels = pattern(8, 6).into_bytes();
    let words = [description.as_bytes(), b"\0"].concat();
    let lines: [(u16, u16, u64, u64); 10] = [
        (256, 4, 1, 8),
        (257, 4, 1, 6),
        (258, 3, 3, 0x0008_0008_0008),
        (259, 3, 1, 1),
        (262, 3, 1, 2),
        (270, 2, words.len() as u64, 16 + 8 + 10 * 20 + 8),
        (273, 16, 1, 1024),
        (277, 3, 1, 3),
        (278, 3, 1, 6),
        (279, 16, 1, pixels.len() as u64),
    ];
    let mut bytes = b"II+\0\x08\0\0\0\x10\0\0\0\0\0\0\0".to_vec();
    bytes.extend((lines.len() as u64).to_le_bytes());
    for (tag, kind, count, value) in lines {
        bytes.extend(tag.to_le_bytes());
        bytes.extend(kind.to_le_bytes());
        bytes.extend(count.to_le_bytes());
        bytes.extend(value.to_le_bytes());
    }
    bytes.extend([0; 8]);
    bytes.extend(words);
    bytes.resize(1024, b'x');
    bytes.extend(pixels);
    bytes
}

/// A GIF with so many pictures, each shown a tenth of a second.
pub(crate) fn gif(width: u32, height: u32, pictures: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = GifEncoder::new(&mut bytes);
    encoder.set_repeat(Repeat::Infinite).unwrap();
    for _ in 0..pictures {
        let delay = Delay::from_numer_denom_ms(100, 1);
        let frame = Frame::from_parts(pattern(width, height).into_rgba8(), 0, 0, delay);
        encoder.encode_frame(frame).unwrap();
    }
    drop(encoder);
    bytes
}

/// A GIF extension with these sub-blocks.
pub(crate) fn gif_extension(label: u8, blocks: &[&[u8]]) -> Vec<u8> {
    let mut bytes = vec![0x21, label];
    for block in blocks {
        bytes.push(u8::try_from(block.len()).unwrap());
        bytes.extend(*block);
    }
    bytes.push(0);
    bytes
}

/// A GIF with more blocks behind its header.
pub(crate) fn with_blocks(gif: &[u8], blocks: &[u8]) -> Vec<u8> {
    let colours = if gif[10] & 0x80 == 0 { 0 } else { 3 << ((gif[10] & 7) + 1) };
    let (header, rest) = gif.split_at(13 + colours);
    [header, blocks, rest].concat()
}

/// The chunks of a WebP.
pub(crate) fn webp_chunks(webp: &[u8]) -> Vec<([u8; 4], Vec<u8>)> {
    let mut chunks = Vec::new();
    let mut rest = &webp[12..];
    while !rest.is_empty() {
        let length = u32::from_le_bytes(rest[4..8].try_into().unwrap()) as usize;
        chunks.push((rest[..4].try_into().unwrap(), rest[8..8 + length].to_vec()));
        rest = &rest[8 + length + length % 2..];
    }
    chunks
}

/// A WebP of these chunks.
pub(crate) fn webp_of(chunks: &[([u8; 4], Vec<u8>)]) -> Vec<u8> {
    let row: Vec<u8> = chunks.iter().flat_map(|(name, body)| webp_chunk(*name, body)).collect();
    let length = u32::try_from(row.len() + 4).unwrap().to_le_bytes();
    [b"RIFF", &length[..], b"WEBP", &row].concat()
}

/// A WebP chunk, with its pad byte.
pub(crate) fn webp_chunk(name: [u8; 4], body: &[u8]) -> Vec<u8> {
    let length = u32::try_from(body.len()).unwrap().to_le_bytes();
    [&name[..], &length[..], body, &vec![0; body.len() % 2]].concat()
}

/// An animated WebP: frames of the same picture, and what stands behind it in the last one.
pub(crate) fn animated_webp(more: &[([u8; 4], Vec<u8>)]) -> Vec<u8> {
    let coded = webp_chunks(&encoded(32, 24, ImageFormat::WebP));
    let head = [0, 0, 0, 0, 0, 0, 31, 0, 0, 23, 0, 0, 100, 0, 0, 0];
    let frame = |more: &[([u8; 4], Vec<u8>)]| {
        let row: Vec<u8> =
            coded.iter().chain(more).flat_map(|(name, body)| webp_chunk(*name, body)).collect();
        (*b"ANMF", [&head[..], &row].concat())
    };
    webp_of(&[
        (*b"VP8X", vec![0x02, 0, 0, 0, 31, 0, 0, 23, 0, 0]),
        (*b"ANIM", vec![0; 6]),
        frame(&[]),
        frame(more),
    ])
}
