//! Pictures made by code, with the metadata that real cameras, telephones and programs leave in them.
//!
//! Scenes are drawn, nobody is on them, and the places in them are invented. The same builder gives
//! the same bytes. See [`Jpeg`] and [`Png`]; [`tiny_bitmap`] is a file of another kind.
//!
//! ```
//! use gatepost_example::photo::Jpeg;
//!
//! let photo = Jpeg::new(640, 480, 7).canon().gps(54.3842, -0.8517).person("Maya Patel").build();
//! assert!(photo.starts_with(b"\xff\xd8\xff\xe1"));
//! ```

mod camera;
mod captions;
mod jpeg;
mod png;
mod profile;
mod scene;
mod tiff;

pub use camera::{CANON_MODEL, CANON_SERIAL, IPAD_MODEL, IPHONE_MODEL};
pub use jpeg::Jpeg;
pub use png::Png;

/// A Windows bitmap of one pixel.
pub fn tiny_bitmap() -> Vec<u8> {
    let mut bitmap = b"BM".to_vec();
    let longs =
        |longs: &[u32]| longs.iter().flat_map(|long| long.to_le_bytes()).collect::<Vec<_>>();
    // The file's length and where the pixels begin; a header of 40 bytes for one pixel by one.
    bitmap.extend(longs(&[58, 0, 54, 40, 1, 1]));
    // One plane of 24 bits, not packed, and nothing said of ink and colours.
    bitmap.extend([1, 0, 24, 0]);
    bitmap.extend(longs(&[0, 4, 2835, 2835, 0, 0]));
    bitmap.extend([120, 78, 28, 0]);
    bitmap
}
