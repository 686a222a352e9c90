//! Pictures made by code, with the metadata that real cameras, telephones and programs leave in them.
//!
//! Scenes are drawn, nobody is on them, and the places in them are invented. The same builder gives
//! the same bytes. See [`Jpeg`] and [`Png`]; [`tiny_gif`] is a file of another kind.
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

/// A GIF of one pixel (`GIF89a`, section 17 and on).
pub fn tiny_gif() -> Vec<u8> {
    let mut gif = b"GIF89a".to_vec();
    // One pixel by one, a palette of two colours.
    gif.extend([1, 0, 1, 0, 0x80, 0, 0]);
    gif.extend([255, 255, 255, 28, 78, 120]);
    // One image that covers it, of the second colour, and the end.
    gif.extend([0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0]);
    gif.extend([2, 2, 0x4C, 0x01, 0, 0x3B]);
    gif
}
