//! Small pictures for a page.
//!
//! In: the bytes of a media file. Out: two small JPEGs, upright: one so coarse that nobody can be known
//! on it, and one that shows what the photo shows. They are encoded anew, so that nothing but pixels
//! comes over. What cannot be decoded within the limits has no preview.

use std::fs::File;
use std::io::{Cursor, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use gatepost_model::{Limits, MediaSource};
use image::codecs::jpeg::JpegEncoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageFormat, ImageReader, Rgb, RgbImage};

use crate::data_uri;

/// Pixels of the longer side of the picture that is shown when somebody asks for it.
const SHOWN_SIDE: u32 = 420;

/// Pixels of the longer side of the coarse picture: a face on it is a dot or two.
const COARSE_SIDE: u32 = 14;

/// Most pixels that are decoded for a preview: more than any camera of a school takes.
const PIXELS: u64 = 120_000_000;

/// Most bytes that a decoder may ask for.
const DECODER_BYTES: u64 = 640 << 20;

/// Two small pictures of one, as `data:` addresses.
pub(crate) struct Preview {
    /// So coarse that nobody can be known on it.
    pub(crate) coarse: String,
    /// To be shown when asked for.
    pub(crate) shown: String,
    /// Size of the shown picture in pixels.
    pub(crate) width: u32,
    /// Size of the shown picture in pixels.
    pub(crate) height: u32,
}

/// What a file shows.
#[derive(Default)]
pub(crate) struct Previews {
    /// The picture, if it could be decoded.
    pub(crate) picture: Option<Preview>,
    /// The small picture inside the file, if it shows something else.
    pub(crate) inside: Option<Preview>,
}

/// Reads a file and makes its previews. `orientation` is as EXIF counts, 1 to 8.
pub(crate) fn previews(source: &MediaSource, orientation: u8, limits: &Limits) -> Previews {
    let Some(bytes) = read(source, limits.media_bytes) else { return Previews::default() };
    let most = limits.image_pixels.min(PIXELS);
    let made = catch_unwind(AssertUnwindSafe(|| {
        let Some(picture) = decode(&bytes, orientation, most) else { return Previews::default() };
        let inside = small_picture_inside(&bytes)
            .and_then(|bytes| decode(bytes, orientation, most))
            .filter(|inside| differ(&picture, inside));
        Previews { inside: inside.as_ref().and_then(preview), picture: preview(&picture) }
    }));
    made.unwrap_or_default()
}

fn read(source: &MediaSource, limit: u64) -> Option<Arc<[u8]>> {
    match source {
        MediaSource::Bytes(bytes) => Some(Arc::clone(bytes)),
        MediaSource::File(path) => {
            let mut bytes = Vec::new();
            File::open(path).ok()?.take(limit.saturating_add(1)).read_to_end(&mut bytes).ok()?;
            (bytes.len() as u64 <= limit).then(|| bytes.into())
        }
    }
}

fn decode(bytes: &[u8], orientation: u8, most_pixels: u64) -> Option<DynamicImage> {
    let format = image::guess_format(bytes).ok()?;
    if !matches!(format, ImageFormat::Jpeg | ImageFormat::Png) {
        return None;
    }
    let (width, height) =
        ImageReader::with_format(Cursor::new(bytes), format).into_dimensions().ok()?;
    if u64::from(width) * u64::from(height) > most_pixels {
        return None;
    }
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = image::Limits::default();
    limits.max_alloc = Some(DECODER_BYTES);
    reader.limits(limits);
    let mut picture = smaller(reader.decode().ok()?, SHOWN_SIDE);
    picture.apply_orientation(
        Orientation::from_exif(orientation).unwrap_or(Orientation::NoTransforms),
    );
    Some(picture)
}

/// The picture, made smaller if its longer side has more pixels than this.
fn smaller(picture: DynamicImage, side: u32) -> DynamicImage {
    if picture.width().max(picture.height()) > side {
        picture.thumbnail(side, side)
    } else {
        picture
    }
}

fn preview(picture: &DynamicImage) -> Option<Preview> {
    let coarse = picture.thumbnail(COARSE_SIDE, COARSE_SIDE);
    Some(Preview {
        coarse: data_uri::jpeg(&encoded(&coarse, 60)?),
        shown: data_uri::jpeg(&encoded(picture, 78)?),
        width: picture.width(),
        height: picture.height(),
    })
}

fn encoded(picture: &DynamicImage, quality: u8) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, quality).encode_image(&on_white(picture)).ok()?;
    Some(bytes)
}

/// The picture on white paper: JPEG knows nothing of transparency.
fn on_white(picture: &DynamicImage) -> RgbImage {
    let picture = picture.to_rgba8();
    let mut paper = RgbImage::new(picture.width(), picture.height());
    for (to, from) in paper.pixels_mut().zip(picture.pixels()) {
        let [red, green, blue, alpha] = from.0.map(u16::from);
        // At most 255 by construction.
        let over = |colour: u16| ((colour * alpha + 255 * (255 - alpha)) / 255) as u8;
        *to = Rgb([over(red), over(green), over(blue)]);
    }
    paper
}

/// True if one picture is clearly not a small copy of the other.
fn differ(one: &DynamicImage, other: &DynamicImage) -> bool {
    const SIDE: u32 = 12;
    const NOTICEABLE: u32 = 14;
    let ratio = |picture: &DynamicImage| f64::from(picture.width()) / f64::from(picture.height());
    if (ratio(one) / ratio(other) - 1.0).abs() > 0.03 {
        return true;
    }
    let grey = |picture: &DynamicImage| picture.thumbnail_exact(SIDE, SIDE).to_luma8().into_raw();
    let difference: u32 = grey(one)
        .iter()
        .zip(grey(other))
        .map(|(&here, there)| u32::from(here.abs_diff(there)))
        .sum();
    difference > NOTICEABLE * SIDE * SIDE
}

/// The small picture that cameras put into a JPEG file's EXIF block: the first start of a JPEG within
/// the block. JPEG: ITU-T T.81 annex B; the block: Exif 3.0 section 4.5.4.
fn small_picture_inside(bytes: &[u8]) -> Option<&[u8]> {
    const EXIF: &[u8] = b"Exif\0\0";
    let mut rest = bytes.strip_prefix(b"\xff\xd8")?;
    loop {
        let [0xff, marker, high, low, ..] = *rest else { return None };
        let end = 2 + usize::from(u16::from_be_bytes([high, low]));
        let block = rest.get(4..end)?;
        if marker == 0xe1 && block.starts_with(EXIF) {
            let start = block.windows(3).position(|window| window == b"\xff\xd8\xff")?;
            return block.get(start..);
        }
        if marker == 0xda {
            return None;
        }
        rest = rest.get(end..)?;
    }
}
