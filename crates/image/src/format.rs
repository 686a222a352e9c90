//! What a file is, by its content and by its name.
//!
//! In: the first bytes of a file, or its name. Out: a [`Format`]. Those that have a walker in `formats`
//! are read further; the others are recognised so that a refusal can name them. Signatures: the formats' own
//! specifications; brands of ISO base media files: ISO/IEC 14496-12 section 4.3, and the registry of
//! MP4 brands.

use gatepost_model::MediaKind;

/// A file format, as far as gatepost tells them apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Format {
    /// JPEG, with MPO and JFIF.
    Jpeg,
    /// PNG, animated or not.
    Png,
    /// WebP.
    WebP,
    /// GIF.
    Gif,
    /// TIFF, in its big form too.
    Tiff,
    /// HEIC or HEIF, as iPhones write them.
    Heif,
    /// AVIF.
    Avif,
    /// JPEG XL.
    JpegXl,
    /// JPEG 2000.
    Jpeg2000,
    /// A camera's raw file.
    Raw,
    /// Windows bitmap.
    Bmp,
    /// Windows icon.
    Ico,
    /// Photoshop document.
    Psd,
    /// SVG drawing.
    Svg,
    /// MP4 or M4V film.
    Mp4,
    /// `QuickTime` film.
    Mov,
    /// Matroska or `WebM` film.
    Matroska,
    /// AVI film.
    Avi,
    /// Windows Media film or sound.
    Asf,
    /// MPEG-1 or MPEG-2 film.
    Mpeg,
    /// PDF document.
    Pdf,
    /// ZIP archive, with everything that is one: DOCX, PPTX, ODT.
    Zip,
    /// Sound: MP3, WAV, OGG, FLAC, M4A.
    Audio,
    /// None of these.
    Unknown,
}

impl Format {
    /// The format of a file, by its content alone.
    pub fn of(bytes: &[u8]) -> Self {
        SIGNATURES
            .iter()
            .find(|(at, signature, _)| {
                bytes.get(*at..at + signature.len()).is_some_and(|here| here == *signature)
            })
            .map(|&(_, _, format)| format)
            .or_else(|| base_media(bytes))
            .or_else(|| riff(bytes))
            .or_else(|| svg(bytes))
            .unwrap_or(Self::Unknown)
    }

    /// The format that a file's name promises; `None` where it has no ending or one that is not known.
    pub fn promised_by(file_name: &str) -> Option<Self> {
        let (stem, ending) = file_name.rsplit_once('.')?;
        if stem.is_empty() {
            return None;
        }
        let ending = ending.to_ascii_lowercase();
        ENDINGS
            .iter()
            .find(|(_, endings)| endings.contains(&ending.as_str()))
            .map(|&(format, _)| format)
    }

    /// Its name, as people know it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Jpeg => "JPEG",
            Self::Png => "PNG",
            Self::WebP => "WebP",
            Self::Gif => "GIF",
            Self::Tiff => "TIFF",
            Self::Heif => "HEIC",
            Self::Avif => "AVIF",
            Self::JpegXl => "JPEG XL",
            Self::Jpeg2000 => "JPEG 2000",
            Self::Raw => "camera raw",
            Self::Bmp => "BMP",
            Self::Ico => "ICO",
            Self::Psd => "Photoshop",
            Self::Svg => "SVG",
            Self::Mp4 => "MP4",
            Self::Mov => "QuickTime",
            Self::Matroska => "WebM or Matroska",
            Self::Avi => "AVI",
            Self::Asf => "Windows Media",
            Self::Mpeg => "MPEG",
            Self::Pdf => "PDF",
            Self::Zip => "ZIP or Office",
            Self::Audio => "sound",
            Self::Unknown => "unknown",
        }
    }

    /// What kind of medium it is.
    pub const fn kind(self) -> MediaKind {
        match self {
            Self::Jpeg
            | Self::Png
            | Self::WebP
            | Self::Gif
            | Self::Tiff
            | Self::Heif
            | Self::Avif
            | Self::JpegXl
            | Self::Jpeg2000
            | Self::Raw
            | Self::Bmp
            | Self::Ico
            | Self::Psd
            | Self::Svg => MediaKind::Image,
            Self::Mp4 | Self::Mov | Self::Matroska | Self::Avi | Self::Asf | Self::Mpeg => {
                MediaKind::Video
            }
            Self::Pdf | Self::Zip | Self::Audio | Self::Unknown => MediaKind::Other,
        }
    }

    /// The name with its article and noun: `a GIF picture`, `an MP4 film`.
    pub(crate) fn with_article(self) -> String {
        if self == Self::Unknown {
            return "a file of a kind that is not known here".into();
        }
        let noun = match self.kind() {
            MediaKind::Image => "picture",
            MediaKind::Video => "film",
            MediaKind::Other => "file",
        };
        let article = match self {
            Self::Avif | Self::Ico | Self::Svg | Self::Mp4 | Self::Avi | Self::Mpeg => "an",
            _ => "a",
        };
        format!("{article} {} {noun}", self.name())
    }

    /// True if a file of this format may carry the ending of that one: pictures from cameras that
    /// store two kinds under one family name.
    pub(crate) fn passes_for(self, promised: Self) -> bool {
        self == promised
            || matches!(
                (self, promised),
                (Self::Tiff, Self::Raw)
                    | (Self::Raw, Self::Tiff)
                    | (Self::Mp4, Self::Mov | Self::Audio)
                    | (Self::Mov, Self::Mp4)
                    | (Self::Avif, Self::Heif)
                    | (Self::Heif, Self::Avif)
            )
    }
}

/// Where a signature stands, the signature, and what it means; the first that fits counts.
const SIGNATURES: &[(usize, &[u8], Format)] = &[
    (0, b"\xff\xd8", Format::Jpeg),
    (0, b"\x89PNG\r\n\x1a\n", Format::Png),
    (0, b"GIF87a", Format::Gif),
    (0, b"GIF89a", Format::Gif),
    (8, b"CR\x02\x00", Format::Raw),
    (0, b"IIRO", Format::Raw),
    (0, b"IIRS", Format::Raw),
    (0, b"IIU\0", Format::Raw),
    (0, b"FUJIFILMCCD-RAW", Format::Raw),
    (0, b"FOVb", Format::Raw),
    (0, b"\0MRM", Format::Raw),
    (0, b"II*\0", Format::Tiff),
    (0, b"MM\0*", Format::Tiff),
    (0, b"II+\0", Format::Tiff),
    (0, b"MM\0+", Format::Tiff),
    (0, b"\xff\x0a", Format::JpegXl),
    (0, b"\0\0\0\x0cJXL \r\n\x87\n", Format::JpegXl),
    (0, b"\0\0\0\x0cjP  \r\n\x87\n", Format::Jpeg2000),
    (0, b"\xff\x4f\xff\x51", Format::Jpeg2000),
    (0, b"8BPS", Format::Psd),
    (0, b"BM", Format::Bmp),
    (0, b"\0\0\x01\0", Format::Ico),
    (0, b"\x1aE\xdf\xa3", Format::Matroska),
    (0, b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", Format::Asf),
    (0, b"\0\0\x01\xba", Format::Mpeg),
    (0, b"\0\0\x01\xb3", Format::Mpeg),
    (0, b"%PDF-", Format::Pdf),
    (0, b"PK\x03\x04", Format::Zip),
    (0, b"PK\x05\x06", Format::Zip),
    (0, b"ID3", Format::Audio),
    (0, b"OggS", Format::Audio),
    (0, b"fLaC", Format::Audio),
    (0, b"\xff\xfb", Format::Audio),
];

/// File endings, in lower case.
const ENDINGS: &[(Format, &[&str])] = &[
    (Format::Jpeg, &["jpg", "jpeg", "jpe", "jfif", "jif", "mpo"]),
    (Format::Png, &["png", "apng"]),
    (Format::WebP, &["webp"]),
    (Format::Gif, &["gif"]),
    (Format::Tiff, &["tif", "tiff"]),
    (Format::Heif, &["heic", "heif", "hif", "heics"]),
    (Format::Avif, &["avif"]),
    (Format::JpegXl, &["jxl"]),
    (Format::Jpeg2000, &["jp2", "j2k", "jpx"]),
    (Format::Raw, &["cr2", "cr3", "nef", "arw", "dng", "orf", "raf", "rw2", "pef", "srw", "x3f"]),
    (Format::Bmp, &["bmp", "dib"]),
    (Format::Ico, &["ico"]),
    (Format::Psd, &["psd", "psb"]),
    (Format::Svg, &["svg"]),
    (Format::Mp4, &["mp4", "m4v", "3gp"]),
    (Format::Mov, &["mov", "qt"]),
    (Format::Matroska, &["mkv", "webm"]),
    (Format::Avi, &["avi"]),
    (Format::Asf, &["wmv", "asf", "wma"]),
    (Format::Mpeg, &["mpg", "mpeg", "vob"]),
    (Format::Pdf, &["pdf"]),
    (Format::Zip, &["zip", "docx", "pptx", "xlsx", "odt", "odp", "pages", "key"]),
    (Format::Audio, &["mp3", "wav", "ogg", "flac", "m4a", "aac"]),
];

/// Brands of pictures and films in ISO base media files.
const BRANDS: &[(&[u8; 4], Format)] = &[
    (b"crx ", Format::Raw),
    (b"avif", Format::Avif),
    (b"avis", Format::Avif),
    (b"heic", Format::Heif),
    (b"heix", Format::Heif),
    (b"heim", Format::Heif),
    (b"heis", Format::Heif),
    (b"hevc", Format::Heif),
    (b"hevx", Format::Heif),
    (b"mif1", Format::Heif),
    (b"msf1", Format::Heif),
    (b"mif2", Format::Heif),
    (b"jxl ", Format::JpegXl),
    (b"qt  ", Format::Mov),
    (b"M4A ", Format::Audio),
    (b"M4B ", Format::Audio),
];

/// How many brands of an ISO base media file are looked at.
const MOST_BRANDS: usize = 32;

fn base_media(bytes: &[u8]) -> Option<Format> {
    match bytes.get(4..8)? {
        b"ftyp" => {}
        b"moov" | b"mdat" | b"wide" | b"free" | b"skip" | b"pnot" => return Some(Format::Mov),
        _ => return None,
    }
    let length = u32::from_be_bytes(bytes.first_chunk::<4>().copied()?);
    let end = usize::try_from(length).ok()?.clamp(12, 16 + 4 * MOST_BRANDS);
    let box_end = bytes.get(..end).unwrap_or(bytes);
    let major = box_end.get(8..12)?;
    let minor_version = 1;
    let brands: Vec<&[u8]> = std::iter::once(major)
        .chain(box_end.get(12..)?.chunks_exact(4).skip(minor_version))
        .collect();
    let named = |wanted: &[u8]| BRANDS.iter().find(|(brand, _)| *brand == wanted);
    // AVIF files list HEIF's general brands too, and some put those first.
    if brands.iter().any(|brand| matches!(*brand, b"avif" | b"avis")) {
        return Some(Format::Avif);
    }
    if let Some((_, format)) = named(major) {
        return Some(*format);
    }
    if matches!(major, b"isom" | b"mp41" | b"mp42") {
        return Some(Format::Mp4);
    }
    let listed = brands.iter().find_map(|brand| named(brand)).map(|&(_, format)| format);
    Some(listed.unwrap_or(Format::Mp4))
}

fn riff(bytes: &[u8]) -> Option<Format> {
    if bytes.get(..4)? != b"RIFF" {
        return None;
    }
    match bytes.get(8..12)? {
        b"WEBP" => Some(Format::WebP),
        b"AVI " => Some(Format::Avi),
        b"WAVE" => Some(Format::Audio),
        _ => None,
    }
}

/// SVG has no signature: an `<svg` among the first bytes of what looks like XML.
fn svg(bytes: &[u8]) -> Option<Format> {
    let head = bytes.get(..bytes.len().min(1024))?;
    let text = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start();
    (text.first() == Some(&b'<') && memchr::memmem::find(text, b"<svg").is_some())
        .then_some(Format::Svg)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_counts_and_not_the_name() {
        assert_eq!(Format::of(b"\xff\xd8\xff\xe0rest"), Format::Jpeg);
        assert_eq!(Format::of(b"RIFF\x10\0\0\0WEBPVP8 "), Format::WebP);
        assert_eq!(Format::of(b"\0\0\0\x1cftypmif1\0\0\0\0mif1avifmiaf"), Format::Avif);
        assert_eq!(Format::of(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"), Format::Heif);
        assert_eq!(Format::of(b"\0\0\0\x18ftypisom\0\0\x02\0isommp41"), Format::Mp4);
        assert_eq!(Format::of(b"\0\0\0\x14ftypqt  \0\0\0\0qt  "), Format::Mov);
        assert_eq!(Format::of(b"<?xml version='1.0'?>\n<svg xmlns='x'/>"), Format::Svg);
        assert_eq!(Format::of(b"plain words"), Format::Unknown);
        assert_eq!(Format::of(b""), Format::Unknown);
    }

    #[test]
    fn endings_are_read_in_any_case() {
        assert_eq!(Format::promised_by("IMG_1.JPG"), Some(Format::Jpeg));
        assert_eq!(Format::promised_by("a.b.heic"), Some(Format::Heif));
        assert_eq!(Format::promised_by(".png"), None);
        assert_eq!(Format::promised_by("readme"), None);
    }
}
