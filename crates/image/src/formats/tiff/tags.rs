//! Which entries of a page are kept.
//!
//! The list holds what a viewer needs to show the pixels and colours as they are meant (TIFF 6.0, TIFF Technical
//! Notes 1 and 2, Supplement 1; ICC.1 annex B.4 for the profile). Each has the number of values that its section
//! gives, or fewer: a longer one would carry other things into the copy unseen.

/// What a kept entry is to the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Need {
    /// The picture would look otherwise without it: a wrong one is an obstacle.
    Pixels,
    /// It is of use, and a wrong one is dropped.
    Use,
}

/// How many values an entry may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Most {
    /// So many.
    Of(usize),
    /// So many times two to the power of the bits in a sample.
    Shades(usize),
    /// Any number: the content is looked at by itself.
    Looked,
}

pub(super) const SUBFILE: u16 = 254;
pub(super) const WIDTH: u16 = 256;
pub(super) const HEIGHT: u16 = 257;
pub(super) const BITS: u16 = 258;
pub(super) const COMPRESSION: u16 = 259;
pub(super) const PHOTOMETRIC: u16 = 262;
pub(super) const STRIP_PLACES: u16 = 273;
pub(super) const ORIENTATION: u16 = 274;
pub(super) const SAMPLES: u16 = 277;
pub(super) const STRIP_ROWS: u16 = 278;
pub(super) const STRIP_LENGTHS: u16 = 279;
pub(super) const PLANAR: u16 = 284;
pub(super) const TILE_WIDTH: u16 = 322;
pub(super) const TILE_HEIGHT: u16 = 323;
pub(super) const TILE_PLACES: u16 = 324;
pub(super) const TILE_LENGTHS: u16 = 325;
pub(super) const SUB_DIRECTORIES: u16 = 330;
pub(super) const JPEG_TABLES: u16 = 347;
pub(super) const JPEG_PICTURE: u16 = 513;
pub(super) const SUBSAMPLING: u16 = 530;
pub(super) const EXIF: u16 = 0x8769;
pub(super) const PROFILE: u16 = 34675;
pub(super) const GPS: u16 = 0x8825;
pub(super) const INTEROPERABILITY: u16 = 0xA005;
pub(super) const DNG: u16 = 50706;

/// The number of JPEG among the ways of packing.
pub(super) const JPEG: u64 = 7;

/// Samples that a pixel may have.
pub(super) const MOST_SAMPLES: usize = 16;

/// Kept tags, with what they are to the page and how many values they may have.
const KEPT: &[(u16, Need, Most)] = &[
    (SUBFILE, Need::Use, Most::Of(1)),
    (255, Need::Use, Most::Of(1)),
    (WIDTH, Need::Pixels, Most::Of(1)),
    (HEIGHT, Need::Pixels, Most::Of(1)),
    (BITS, Need::Pixels, Most::Of(MOST_SAMPLES)),
    (COMPRESSION, Need::Pixels, Most::Of(1)),
    (PHOTOMETRIC, Need::Pixels, Most::Of(1)),
    (263, Need::Use, Most::Of(1)),
    (264, Need::Use, Most::Of(1)),
    (265, Need::Use, Most::Of(1)),
    (266, Need::Pixels, Most::Of(1)),
    (ORIENTATION, Need::Use, Most::Of(1)),
    (SAMPLES, Need::Pixels, Most::Of(1)),
    (STRIP_ROWS, Need::Pixels, Most::Of(1)),
    (280, Need::Use, Most::Of(MOST_SAMPLES)),
    (281, Need::Use, Most::Of(MOST_SAMPLES)),
    (282, Need::Use, Most::Of(1)),
    (283, Need::Use, Most::Of(1)),
    (PLANAR, Need::Pixels, Most::Of(1)),
    (290, Need::Use, Most::Of(1)),
    (291, Need::Use, Most::Shades(1)),
    (292, Need::Pixels, Most::Of(1)),
    (293, Need::Pixels, Most::Of(1)),
    (296, Need::Use, Most::Of(1)),
    (297, Need::Use, Most::Of(2)),
    (301, Need::Use, Most::Shades(3)),
    (317, Need::Pixels, Most::Of(1)),
    (318, Need::Use, Most::Of(2)),
    (319, Need::Use, Most::Of(6)),
    (320, Need::Pixels, Most::Shades(3)),
    (321, Need::Use, Most::Of(2)),
    (TILE_WIDTH, Need::Pixels, Most::Of(1)),
    (TILE_HEIGHT, Need::Pixels, Most::Of(1)),
    (332, Need::Pixels, Most::Of(1)),
    (334, Need::Use, Most::Of(1)),
    (336, Need::Use, Most::Of(2 * MOST_SAMPLES)),
    (338, Need::Pixels, Most::Of(MOST_SAMPLES)),
    (339, Need::Pixels, Most::Of(MOST_SAMPLES)),
    (340, Need::Use, Most::Of(MOST_SAMPLES)),
    (341, Need::Use, Most::Of(MOST_SAMPLES)),
    (JPEG_TABLES, Need::Pixels, Most::Looked),
    (529, Need::Use, Most::Of(3)),
    (SUBSAMPLING, Need::Pixels, Most::Of(2)),
    (531, Need::Use, Most::Of(1)),
    (532, Need::Use, Most::Of(2 * MOST_SAMPLES)),
    (PROFILE, Need::Pixels, Most::Looked),
];

/// What a kept tag is to the page, and how many values it may have; `None` for a tag that is dropped.
pub(super) fn kept(tag: u16) -> Option<(Need, Most)> {
    KEPT.iter().find(|(known, _, _)| *known == tag).map(|&(_, need, most)| (need, most))
}

/// True for the places and lengths of picture data, which are written anew.
pub(super) fn is_place(tag: u16) -> bool {
    matches!(tag, STRIP_PLACES | STRIP_LENGTHS | TILE_PLACES | TILE_LENGTHS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_in_order_and_holds_no_words() {
        assert!(KEPT.is_sorted_by(|a, b| a.0 < b.0));
        // Names, dates, programs, makers, inks in words, and the places of hidden directories.
        for tag in
            [269, 270, 271, 272, 305, 306, 315, 316, 333, 700, 33432, 33723, 34377, EXIF, GPS]
        {
            assert_eq!(kept(tag), None, "{tag}");
        }
    }
}
