//! Small pictures for a page.
//!
//! In: the bytes of a media file. Out: two small JPEGs, upright: one so coarse that nobody can be known
//! on it, and one that shows what the photo shows. They are encoded anew, so that nothing but pixels
//! comes over. What cannot be decoded within the limits has no preview.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use gatepost_model::{Limits, Media};
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
pub(crate) fn previews(file: &Media, orientation: u8, limits: &Limits) -> Previews {
    let Ok(bytes) = gatepost::read_media(file, limits) else { return Previews::default() };
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

fn decode(bytes: &[u8], orientation: u8, most_pixels: u64) -> Option<DynamicImage> {
    let format = image::guess_format(bytes).ok()?;
    let known = [
        ImageFormat::Jpeg,
        ImageFormat::Png,
        ImageFormat::WebP,
        ImageFormat::Gif,
        ImageFormat::Tiff,
    ];
    if !known.contains(&format) {
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
        let [red, green, blue, alpha] = from.0;
        let over = |colour: u8| {
            let mixed = u16::from(colour) * u16::from(alpha) + 255 * u16::from(255 - alpha);
            u8::try_from(mixed / 255).unwrap_or(u8::MAX)
        };
        *to = Rgb([over(red), over(green), over(blue)]);
    }
    paper
}

/// True if the small picture is clearly not a copy of the whole one. Cameras squeeze their copies, or
/// put bars beside them; neither counts.
fn differ(whole: &DynamicImage, small: &DynamicImage) -> bool {
    const SIDE: u32 = 12;
    /// Levels of grey, of 255, by which a twelfth of the picture each way may differ.
    const IN_A_PART: u8 = 30;
    /// The same, over the whole picture.
    const ON_AVERAGE: u32 = 7;
    let small = without_bars(small);
    let parts = |picture: &DynamicImage| picture.thumbnail_exact(SIDE, SIDE).to_luma8().into_raw();
    let differences: Vec<u8> =
        parts(whole).iter().zip(parts(&small)).map(|(&here, there)| here.abs_diff(there)).collect();
    let sum: u32 = differences.iter().map(|&difference| u32::from(difference)).sum();
    differences.iter().any(|&difference| difference > IN_A_PART) || sum > ON_AVERAGE * SIDE * SIDE
}

/// The picture without black bars at its edges, of at most a quarter each.
fn without_bars(picture: &DynamicImage) -> DynamicImage {
    const BLACK: u8 = 24;
    let grey = picture.to_luma8();
    let (width, height) = grey.dimensions();
    let row = |y: u32| (0..width).all(|x| grey.get_pixel(x, y).0[0] < BLACK);
    let column = |x: u32| (0..height).all(|y| grey.get_pixel(x, y).0[0] < BLACK);
    let bar = |length: u32, is_black: &dyn Fn(u32) -> bool| {
        (0..length / 4).take_while(|&line| is_black(line)).count()
    };
    let side = |count: usize| u32::try_from(count).unwrap_or(0);
    let top = side(bar(height, &row));
    let bottom = side(bar(height, &|line| row(height - 1 - line)));
    let left = side(bar(width, &column));
    let right = side(bar(width, &|line| column(width - 1 - line)));
    picture.crop_imm(left, top, width - left - right, height - top - bottom)
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

#[cfg(test)]
mod tests {
    use super::*;

    /// A picture with something to tell apart in every part of it.
    fn scene(width: u32, height: u32, face: u8) -> DynamicImage {
        RgbImage::from_fn(width, height, |x, y| {
            let (across, down) = (x * 100 / width, y * 100 / height);
            let inside = (40..60).contains(&across) && (30..55).contains(&down);
            let shade = u8::try_from(60 + across + down / 2).unwrap_or(0);
            if inside { Rgb([face; 3]) } else { Rgb([shade; 3]) }
        })
        .into()
    }

    #[test]
    fn a_small_copy_is_told_from_another_picture() {
        let whole = scene(400, 300, 230);
        assert!(!differ(&whole, &scene(160, 120, 230)));
        assert!(!differ(&whole, &scene(160, 100, 230)), "squeezed");
        assert!(differ(&whole, &scene(160, 120, 120)), "something covered");
        assert!(differ(&whole, &whole.crop_imm(100, 0, 300, 300)), "something cut off");

        let mut barred = RgbImage::new(160, 120);
        image::imageops::replace(&mut barred, &scene(160, 106, 230).to_rgb8(), 0, 7);
        assert!(!differ(&whole, &barred.into()), "with bars");
        assert!(differ(&whole, &RgbImage::new(160, 120).into()), "black");
    }

    #[test]
    fn a_picture_is_turned_upright_and_small() {
        let mut bytes = Vec::new();
        scene(900, 300, 230)
            .write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png)
            .expect("a picture");
        let upright = decode(&bytes, 6, PIXELS).expect("it can be decoded");
        assert_eq!((upright.width(), upright.height()), (140, 420));
        assert!(decode(&bytes, 1, 900 * 300 - 1).is_none(), "past the limit");
        assert!(decode(b"no picture", 1, PIXELS).is_none());
    }

    #[test]
    fn the_small_picture_is_found_in_the_exif_block_alone() {
        let mut bytes = b"\xff\xd8\xff\xe1\x00\x0fExif\0\0ab\xff\xd8\xffcd".to_vec();
        assert_eq!(small_picture_inside(&bytes), Some(b"\xff\xd8\xffcd".as_slice()));
        bytes[3] = 0xe2;
        assert_eq!(small_picture_inside(&bytes), None);
        assert_eq!(small_picture_inside(&bytes[..9]), None);
    }
}
