//! Large JPEGs as cameras write them: 3 to 8 MB, with EXIF, a position, a thumbnail and a maker's note.
//!
//! Cameras' pictures are large because sensors make noise; here a seed makes it. A few pictures are encoded, and
//! every file gets one of them under metadata of its own.

use std::io::Cursor;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use gatepost_example::photo::Jpeg;
use image::codecs::jpeg::JpegEncoder;
use image::{Rgb, RgbImage};

use crate::random::Random;

/// Width and height of the pictures, from about 3 to about 8 MB.
const SIZES: [(u32, u32); 6] =
    [(2000, 1500), (2240, 1680), (2480, 1860), (2720, 2040), (2960, 2220), (3200, 2400)];

/// Writes so many files into a folder. Out: their paths.
///
/// # Errors
///
/// If a picture cannot be encoded or a file cannot be written.
pub fn write(folder: &Path, count: usize) -> Result<Vec<PathBuf>> {
    std::fs::create_dir_all(folder)?;
    let pictures: Vec<Vec<u8>> = SIZES
        .iter()
        .take(count)
        .zip(1..)
        .map(|(&(width, height), seed)| picture(width, height, seed))
        .collect::<Result<_>>()?;
    let mut paths = Vec::new();
    for number in 0..count {
        let picture = pictures.get(number % pictures.len()).context("no picture")?;
        let path = folder.join(format!("IMG_{number:04}.JPG"));
        std::fs::write(&path, with_metadata(picture, number)?)?;
        paths.push(path);
    }
    Ok(paths)
}

/// A slope of colours under noise, encoded.
fn picture(width: u32, height: u32, seed: u64) -> Result<Vec<u8>> {
    let mut random = Random::new(seed);
    let byte = |value: u32| u8::try_from(value.min(255)).unwrap_or(u8::MAX);
    let pixels = RgbImage::from_fn(width, height, |x, y| {
        let noise = random.bits();
        let part = |shift: u64| u32::try_from(noise >> shift & 63).unwrap_or_default();
        Rgb([
            byte(x * 160 / width + part(0)),
            byte(y * 160 / height + part(8)),
            byte((x + y) * 160 / (width + height) + part(16)),
        ])
    });
    let mut bytes = Cursor::new(Vec::new());
    JpegEncoder::new_with_quality(&mut bytes, 88).encode_image(&pixels)?;
    Ok(bytes.into_inner())
}

/// The picture behind the segments of an invented camera's photo.
fn with_metadata(picture: &[u8], number: usize) -> Result<Vec<u8>> {
    let place = f64::from(u32::try_from(number % 100).unwrap_or_default()) / 1000.0;
    let seed = u64::try_from(number).unwrap_or_default();
    let small = Jpeg::new(64, 48, seed).canon().gps(54.3842 + place, -0.8517).build();
    let segments = small.get(2..applications_end(&small)).context("a photo without segments")?;
    let rest = picture.get(2..).context("a picture without a front")?;
    Ok([b"\xff\xd8", segments, rest].concat())
}

/// Where the application segments at the front of a JPEG end.
fn applications_end(jpeg: &[u8]) -> usize {
    let mut at = 2;
    while let Some(&[0xFF, 0xE0..=0xEF, high, low]) = jpeg.get(at..at + 4) {
        at += 2 + usize::from(u16::from_be_bytes([high, low]));
    }
    at
}
