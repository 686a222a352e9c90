//! Reads what a photo gives away and writes a copy that gives away nothing, without loss.
//!
//! In: the bytes of a media file and [`Limits`](gatepost_model::Limits). Out: an [`Examination`] (format, size, device,
//! every [`Exposure`], the words in the metadata), a [`Clean`] copy, and [`findings`] of the family
//! `image/`. A copy is made by keeping what is needed to show the picture and nothing else, each byte
//! for a named reason; it is walked again before anyone sees it, and what could not be proven clean
//! is a [`CleanError`], never a copy.
//!
//! JPEG, PNG, WebP, GIF and TIFF have a walker each, in `formats`; films (MP4, M4V, `QuickTime`) and HEIC, HEIF and AVIF
//! have one together, which reads a file page by page ([`examine_stream`]). Every other format is recognised by
//! its content and named. EXIF values come from `kamadak-exif`, XMP is read with `quick-xml`, IPTC by us.
//!
//! What it does not do: it opens no file, reads no clock, judges nothing (a policy does), changes no
//! pixel, and does not look at the picture itself.

mod clean;
mod decode;
mod device;
mod error;
mod examination;
mod examine;
mod exposure;
mod findings;
mod format;
mod formats;
mod metadata;
mod rules;
mod stream;

pub use clean::{Clean, clean, clean_into, verify};
pub use decode::prove_decodes;
pub use device::{DeviceData, DeviceMatch, DeviceRegister};
pub use error::CleanError;
pub use examination::{Examination, ExtensionMismatch, MetaText, Size, TextKind};
pub use examine::{examine, examine_and_clean, is_whole};
pub use exposure::{Cleaning, Exposure, HiddenPicture, Location, Origin, Removed, TrailingKind};
pub use findings::{AltText, Surroundings, findings};
pub use format::Format;
pub use rules::{RULES, cleaning};
pub use stream::{Prepared, Stream, StreamError, examine_stream, is_streamed, is_whole_stream};
