//! Brands: by which rules a file is built.
//!
//! In: the content of `ftyp` (ISO/IEC 14496-12 section 4.3). Out: the same with the brands that any program may write.
//! Brands of one maker, and version numbers, say which device or program wrote a file, and no player needs them.

use super::boxes::Kind;
use super::kind_box;
use crate::format::Format;

/// Brands of films.
const FILMS: &[&Kind] = &[
    b"isom", b"iso2", b"iso3", b"iso4", b"iso5", b"iso6", b"iso7", b"iso8", b"iso9", b"mp41",
    b"mp42", b"mp71", b"avc1", b"hvc1", b"hev1", b"av01", b"qt  ", b"M4V ", b"M4VH", b"M4VP",
    b"3gp4", b"3gp5", b"3gp6", b"3gp7", b"3g2a", b"3g2b", b"3g2c", b"dby1",
];
/// Brands of stills.
const STILLS: &[&Kind] = &[
    b"mif1", b"mif2", b"miaf", b"heic", b"heix", b"heim", b"heis", b"avif", b"MA1A", b"MA1B",
    b"MiHB", b"MiHE", b"MiHA", b"MiPr", b"1pic",
];
/// Brands of moving pictures.
const SEQUENCES: &[&Kind] =
    &[b"msf1", b"hevc", b"hevx", b"avis", b"avio", b"iso8", b"isom", b"iso2", b"iso6"];

/// The box `ftyp` anew. `sequence` tells whether a still has a moving picture beside it.
pub(super) fn rewrite(body: &[u8], format: Format, sequence: bool) -> Vec<u8> {
    let is_film = matches!(format, Format::Mp4 | Format::Mov);
    let may = |kind: &Kind| {
        if is_film {
            FILMS.contains(&kind)
        } else {
            STILLS.contains(&kind) || sequence && SEQUENCES.contains(&kind)
        }
    };
    let (fours, _) = body.as_chunks::<4>();
    let mut listed: Vec<Kind> = Vec::new();
    for kind in fours.iter().skip(2).take(64) {
        if may(kind) && !listed.contains(kind) {
            listed.push(*kind);
        }
    }
    let usual = match format {
        Format::Mov => *b"qt  ",
        Format::Avif => *b"avif",
        Format::Heif if listed.contains(b"heic") => *b"heic",
        Format::Heif => *b"mif1",
        _ if listed.contains(b"mp42") => *b"mp42",
        _ => *b"isom",
    };
    let major = fours.first().copied().filter(|kind| may(kind)).unwrap_or(usual);
    if listed.is_empty() {
        listed.push(major);
    }
    kind_box(major, &listed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn makers_and_versions_are_left_out() {
        let sony = rewrite(b"XAVC\0\x10\x20\x30XAVCmp42iso2nras", Format::Mp4, false);
        assert_eq!(sony, kind_box(*b"mp42", &[*b"mp42", *b"iso2"]));
        let phone = rewrite(b"qt  \x20\x05\x03\0qt  ", Format::Mov, false);
        assert_eq!(phone, kind_box(*b"qt  ", &[*b"qt  "]));
        assert_eq!(rewrite(b"", Format::Mov, false), kind_box(*b"qt  ", &[*b"qt  "]));
        let still = rewrite(b"heic\0\0\0\0mif1msf1heicCAEP", Format::Heif, false);
        assert_eq!(still, kind_box(*b"heic", &[*b"mif1", *b"heic"]));
    }
}
