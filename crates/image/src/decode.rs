//! The proof that a file is a picture: it is decoded once, within limits.
//!
//! In: bytes of a clean copy. Out: its size. It costs about as much as opening the picture on a screen, and
//! is a step of its own so that a caller pays for it once.

use std::io::Cursor;

use gatepost_model::Limits;
use image::{ImageError, ImageFormat, ImageReader};

use crate::error::CleanError;
use crate::examination::Size;
use crate::format::Format;
use crate::formats::container;
use crate::stream;

/// Bytes that a pixel takes at most: four channels of sixteen bits.
const PIXEL_BYTES: u64 = 8;
/// What a decoder may take beside the pixels.
const SPARE_BYTES: u64 = 64 << 20;

/// Decodes a picture. Of a film, and of HEIC and AVIF, for which there is no decoder at hand, it shows that the coded
/// data are whole and of known kinds. Its size is known to be within the limits before anything is decoded. Of an
/// animation the first picture alone is decoded; the others were inflated and measured when it was walked.
///
/// # Errors
///
/// If it is of another format, not built as its format asks, past the limits, or if no picture comes out of
/// it, or one of another size than its header says.
pub fn prove_decodes(bytes: &[u8], limits: &Limits) -> Result<Size, CleanError> {
    let format = Format::of(bytes);
    if stream::is_streamed(bytes) {
        return stream::in_memory(bytes, "", limits).1.map(|prepared| prepared.size());
    }
    let container = container(format).ok_or(CleanError::Unsupported(format))?;
    let walk = (container.walk)(bytes, limits);
    if let Some(obstacle) = walk.obstacle {
        return Err(obstacle);
    }
    let size = walk.size.ok_or(CleanError::Undecodable)?;
    let decoder = match format {
        Format::Jpeg => ImageFormat::Jpeg,
        Format::WebP => ImageFormat::WebP,
        Format::Gif => ImageFormat::Gif,
        Format::Tiff => ImageFormat::Tiff,
        _ => ImageFormat::Png,
    };
    let mut allowed = image::Limits::default();
    allowed.max_image_width = Some(size.width);
    allowed.max_image_height = Some(size.height);
    allowed.max_alloc = Some(size.pixels().saturating_mul(PIXEL_BYTES).saturating_add(SPARE_BYTES));
    let mut reader = ImageReader::with_format(Cursor::new(bytes), decoder);
    reader.limits(allowed);
    let picture = match reader.decode() {
        Ok(picture) => picture,
        // Printers' colours and the like: the walk has measured every strip, and other programs show them.
        Err(ImageError::Unsupported(_)) if format == Format::Tiff => return Ok(size),
        Err(_) => return Err(CleanError::Undecodable),
    };
    if (picture.width(), picture.height()) != (size.width, size.height) {
        return Err(CleanError::Undecodable);
    }
    Ok(size)
}
