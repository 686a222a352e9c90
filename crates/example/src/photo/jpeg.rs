//! Builds JPEG files as cameras write them: pixels by the `image` crate, and segments of our own
//! around them (ITU-T T.81, annex B).

use image::ExtendedColorType;
use image::codecs::jpeg::JpegEncoder;
use jiff::civil::DateTime;

use super::camera::{self, Camera, Facts};
use super::captions::Captions;
use super::profile;
use super::scene::{Scene, render};
use super::tiff::{self, Directory, Order, Value};

/// A JPEG file to be: say what is in it, then [`build`](Jpeg::build) it.
///
/// A new one is bare pixels without any metadata. A picture by a [camera](Jpeg::canon) has EXIF with a
/// thumbnail and a maker note, and a colour profile.
#[derive(Debug, Clone)]
pub struct Jpeg {
    width: u32,
    height: u32,
    seed: u64,
    camera: Option<Camera>,
    orientation: u16,
    taken: Option<DateTime>,
    gps: Option<(f64, f64)>,
    caption: Option<String>,
    people: Vec<String>,
    keywords: Vec<String>,
    owner: Option<String>,
    copyright: Option<String>,
    comment: Option<String>,
    preview: Option<(u32, u32)>,
    film: Option<Vec<u8>>,
}

impl Jpeg {
    /// A picture of this size in pixels (each side is brought between 16 and 65,500). The seed sets
    /// what it looks like.
    pub fn new(width: u32, height: u32, seed: u64) -> Self {
        Self {
            width: width.clamp(16, 65_500),
            height: height.clamp(16, 65_500),
            seed,
            camera: None,
            orientation: 1,
            taken: None,
            gps: None,
            caption: None,
            people: Vec::new(),
            keywords: Vec::new(),
            owner: None,
            copyright: None,
            comment: None,
            preview: None,
            film: None,
        }
    }

    /// Taken with the school's camera, whose serial number is on the register.
    #[must_use]
    pub fn canon(mut self) -> Self {
        self.camera = Some(Camera::Canon);
        self
    }

    /// Taken with the school's tablet, which is on the register by its model.
    #[must_use]
    pub fn ipad(mut self) -> Self {
        self.camera = Some(Camera::Ipad);
        self
    }

    /// Taken with a telephone that is not the school's.
    #[must_use]
    pub fn iphone(mut self) -> Self {
        self.camera = Some(Camera::Iphone);
        self
    }

    /// Held upright: EXIF orientation 6.
    #[must_use]
    pub fn upright(mut self) -> Self {
        self.orientation = 6;
        self
    }

    /// When it was taken, in local time.
    #[must_use]
    pub fn taken(mut self, at: DateTime) -> Self {
        self.taken = Some(at);
        self
    }

    /// Where it was taken: degrees north and degrees east, negative for south and west.
    #[must_use]
    pub fn gps(mut self, latitude: f64, longitude: f64) -> Self {
        self.gps = Some((latitude, longitude));
        self
    }

    /// A caption, in XMP, IPTC and EXIF.
    #[must_use]
    pub fn caption(mut self, text: &str) -> Self {
        self.caption = Some(text.to_owned());
        self
    }

    /// Somebody whose face is marked in XMP, and who is an IPTC keyword. May be called again.
    #[must_use]
    pub fn person(mut self, name: &str) -> Self {
        self.people.push(name.to_owned());
        self
    }

    /// A keyword, in XMP and IPTC. May be called again.
    #[must_use]
    pub fn keyword(mut self, word: &str) -> Self {
        self.keywords.push(word.to_owned());
        self
    }

    /// The camera's owner: artist, owner's name and by-line.
    #[must_use]
    pub fn owner(mut self, name: &str) -> Self {
        self.owner = Some(name.to_owned());
        self
    }

    /// A copyright notice, in EXIF.
    #[must_use]
    pub fn copyright(mut self, notice: &str) -> Self {
        self.copyright = Some(notice.to_owned());
        self
    }

    /// A JPEG comment.
    #[must_use]
    pub fn comment(mut self, text: &str) -> Self {
        self.comment = Some(text.to_owned());
        self
    }

    /// A second, smaller picture behind the first, as the Multi-Picture Format has it (CIPA DC-007).
    #[must_use]
    pub fn preview(mut self) -> Self {
        self.preview = Some((self.width.div_ceil(6), self.height.div_ceil(6)));
        self
    }

    /// A short film behind the picture, as telephones keep for pictures that move. It is a film in
    /// form alone: there is nothing to see in it.
    #[must_use]
    pub fn film(mut self) -> Self {
        let mut film = b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom".to_vec();
        film.extend(b"\0\0\x02\x08mdat");
        film.resize(film.len() + 0x200, 0x55);
        self.film = Some(film);
        self
    }

    /// The file.
    pub fn build(&self) -> Vec<u8> {
        let pixels = render(Scene::Field, self.width, self.height, self.seed);
        let encoded = encode(&pixels, self.width, self.height, 90);
        let mut out = b"\xff\xd8".to_vec();
        if let Some(exif) = self.exif() {
            segment(&mut out, 0xE1, &[b"Exif\0\0", &exif]);
        }
        let captions = self.captions();
        if !captions.is_empty() {
            let xmp = captions.xmp();
            segment(&mut out, 0xE1, &[b"http://ns.adobe.com/xap/1.0/\0", xmp.as_bytes()]);
        }
        if self.camera.is_some() {
            segment(&mut out, 0xE2, &[b"ICC_PROFILE\0\x01\x01", &profile::srgb()]);
        }
        if self.caption.is_some() || !self.people.is_empty() || !self.keywords.is_empty() {
            segment(&mut out, 0xED, &[&captions.iptc()]);
        }
        if let Some(comment) = &self.comment {
            segment(&mut out, 0xFE, &[comment.as_bytes()]);
        }
        let body = body(&encoded);
        if let Some((width, height)) = self.preview {
            let second = self.small(width, height);
            let index = Index { before: out.len(), body: body.len(), second: second.len() };
            segment(&mut out, 0xE2, &[b"MPF\0", &index.write()]);
            out.extend_from_slice(body);
            out.extend(second);
        } else {
            out.extend_from_slice(body);
        }
        out.extend(self.film.iter().flatten());
        out
    }

    fn exif(&self) -> Option<Vec<u8>> {
        let wanted = self.camera.is_some()
            || self.orientation != 1
            || self.taken.is_some()
            || self.gps.is_some()
            || self.owner.is_some()
            || self.copyright.is_some();
        let facts = Facts {
            width: self.width,
            height: self.height,
            orientation: self.orientation,
            taken: self.taken,
            gps: self.gps,
            owner: self.owner.as_deref(),
            caption: self.caption.as_deref(),
            copyright: self.copyright.as_deref(),
            thumbnail: self.camera.map(|_| self.small(160, 120)),
        };
        wanted.then(|| camera::exif(self.camera, &facts))
    }

    fn captions(&self) -> Captions<'_> {
        Captions {
            caption: self.caption.as_deref(),
            people: &self.people,
            keywords: &self.keywords,
            author: self.owner.as_deref(),
            film: self.film.as_ref().map(Vec::len),
        }
    }

    /// The same scene, smaller and without metadata.
    fn small(&self, width: u32, height: u32) -> Vec<u8> {
        let (width, height) = (width.max(16), height.max(16));
        let encoded = encode(&render(Scene::Field, width, height, self.seed), width, height, 70);
        let mut out = b"\xff\xd8".to_vec();
        out.extend_from_slice(body(&encoded));
        out
    }
}

fn encode(pixels: &[u8], width: u32, height: u32, quality: u8) -> Vec<u8> {
    let mut out = Vec::new();
    JpegEncoder::new_with_quality(&mut out, quality)
        .encode(pixels, width, height, ExtendedColorType::Rgb8)
        .expect("pixels of this size, written to memory");
    out
}

/// What follows the start marker and the JFIF segment that the encoder writes and cameras do not.
fn body(encoded: &[u8]) -> &[u8] {
    let after_start = encoded.get(2..).unwrap_or_default();
    match after_start {
        [0xFF, 0xE0, high, low, ..] => {
            let length = usize::from(u16::from_be_bytes([*high, *low]));
            after_start.get(2 + length..).unwrap_or_default()
        }
        _ => after_start,
    }
}

/// Writes a segment: marker, length, parts. Parts past the 65,533 bytes of a segment are left out.
fn segment(out: &mut Vec<u8>, marker: u8, parts: &[&[u8]]) {
    let content = parts.concat();
    if let Ok(length) = u16::try_from(content.len() + 2) {
        out.extend([0xFF, marker]);
        out.extend(length.to_be_bytes());
        out.extend(content);
    }
}

/// The index of a multi-picture file, by the sizes of what it points to.
struct Index {
    before: usize,
    body: usize,
    second: usize,
}

impl Index {
    /// Marker, length and `MPF\0` stand before the index, whose offsets count from its own start.
    const AHEAD: usize = 8;
    const LENGTH: usize = 8 + 2 + 3 * 12 + 4 + 32;

    fn write(&self) -> Vec<u8> {
        let long = |number: usize| u32::try_from(number).unwrap_or(u32::MAX).to_be_bytes();
        let first = self.before + Self::AHEAD + Self::LENGTH + self.body;
        let mut entries = Vec::new();
        for (kind, size, offset) in
            [(0x2003_0000, first, 0), (0x0001_0001, self.second, first - self.before - Self::AHEAD)]
        {
            entries.extend([long(kind), long(size), long(offset), [0; 4]].concat());
        }
        let mut directory = Directory::default();
        directory.put(0xB000, Value::Undefined(b"0100".to_vec()));
        directory.put(0xB001, Value::Long(2));
        directory.put(0xB002, Value::Undefined(entries));
        tiff::write(Order::Big, vec![directory])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_index_has_the_length_it_counts_with() {
        let index = Index { before: 2, body: 100, second: 50 };
        assert_eq!(index.write().len(), Index::LENGTH);
    }
}
