//! Builds PNG files with what design programs and telephones leave in them (PNG, third edition).

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use image::codecs::png::PngEncoder;
use image::{ExtendedColorType, ImageEncoder};
use jiff::civil::DateTime;

use super::camera::{self, Facts};
use super::captions::Captions;
use super::profile;
use super::scene::{Scene, render};

/// A PNG file to be: a poster, on which nobody is pictured. A new one is bare pixels.
#[derive(Debug, Clone)]
pub struct Png {
    width: u32,
    height: u32,
    seed: u64,
    texts: Vec<(String, String)>,
    caption: Option<String>,
    changed: Option<DateTime>,
    owner: Option<String>,
    gps: Option<(f64, f64)>,
    profile: Option<Vec<u8>>,
}

impl Png {
    /// A poster of this size in pixels (at least 16 each way). The seed sets what it looks like.
    pub fn new(width: u32, height: u32, seed: u64) -> Self {
        Self {
            width: width.max(16),
            height: height.max(16),
            seed,
            texts: Vec::new(),
            caption: None,
            changed: None,
            owner: None,
            gps: None,
            profile: None,
        }
    }

    /// A `tEXt` chunk: a keyword of 1 to 79 Latin letters, and a text. May be called again.
    #[must_use]
    pub fn text(mut self, keyword: &str, text: &str) -> Self {
        self.texts.push((keyword.to_owned(), text.to_owned()));
        self
    }

    /// A caption: an XMP packet in an `iTXt` chunk.
    #[must_use]
    pub fn caption(mut self, text: &str) -> Self {
        self.caption = Some(text.to_owned());
        self
    }

    /// When it was last changed: a `tIME` chunk.
    #[must_use]
    pub fn changed(mut self, at: DateTime) -> Self {
        self.changed = Some(at);
        self
    }

    /// Who made it: an `eXIf` chunk with an artist.
    #[must_use]
    pub fn owner(mut self, name: &str) -> Self {
        self.owner = Some(name.to_owned());
        self
    }

    /// Where it was made: an `eXIf` chunk with a place, in degrees north and east.
    #[must_use]
    pub fn gps(mut self, latitude: f64, longitude: f64) -> Self {
        self.gps = Some((latitude, longitude));
        self
    }

    /// With a colour profile: an `iCCP` chunk.
    #[must_use]
    pub fn profile(mut self) -> Self {
        self.profile = Some(profile::srgb());
        self
    }

    /// The file.
    pub fn build(&self) -> Vec<u8> {
        let pixels = render(Scene::Poster, self.width, self.height, self.seed);
        let mut encoded = Vec::new();
        PngEncoder::new(&mut encoded)
            .write_image(&pixels, self.width, self.height, ExtendedColorType::Rgb8)
            .expect("pixels of this size, written to memory");
        // The signature and the header chunk take 8 and 25 bytes; metadata goes behind them.
        let (head, rest) = encoded.split_at(33);
        let mut out = head.to_vec();
        if let Some(profile) = &self.profile {
            let mut zipped = ZlibEncoder::new(b"profile\0\0".to_vec(), Compression::default());
            zipped.write_all(profile).expect("written to memory");
            chunk(&mut out, *b"iCCP", &zipped.finish().expect("written to memory"));
        }
        for (keyword, text) in &self.texts {
            chunk(&mut out, *b"tEXt", &[keyword.as_bytes(), b"\0", text.as_bytes()].concat());
        }
        if let Some(caption) = &self.caption {
            let captions = Captions { caption: Some(caption), ..Captions::default() };
            let xmp = captions.xmp();
            chunk(
                &mut out,
                *b"iTXt",
                &[b"XML:com.adobe.xmp\0\0\0\0\0".as_slice(), xmp.as_bytes()].concat(),
            );
        }
        if self.owner.is_some() || self.gps.is_some() {
            let facts = Facts {
                width: self.width,
                height: self.height,
                orientation: 1,
                gps: self.gps,
                owner: self.owner.as_deref(),
                ..Facts::default()
            };
            chunk(&mut out, *b"eXIf", &camera::exif(None, &facts));
        }
        if let Some(at) = self.changed {
            let mut time = at.year().to_be_bytes().to_vec();
            let parts = [at.month(), at.day(), at.hour(), at.minute(), at.second()];
            time.extend(parts.map(|part| u8::try_from(part).unwrap_or(0)));
            chunk(&mut out, *b"tIME", &time);
        }
        out.extend_from_slice(rest);
        out
    }
}

/// Writes a chunk: length, type, content, checksum over type and content.
fn chunk(out: &mut Vec<u8>, kind: [u8; 4], content: &[u8]) {
    out.extend(u32::try_from(content.len()).unwrap_or(0).to_be_bytes());
    out.extend(kind);
    out.extend_from_slice(content);
    let mut checksum = crc32fast::Hasher::new();
    checksum.update(&kind);
    checksum.update(content);
    out.extend(checksum.finalize().to_be_bytes());
}
