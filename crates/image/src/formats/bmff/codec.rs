//! What a decoder must know before the first picture: the boxes that configure codecs and say how colours,
//! pixels and channels are meant.
//!
//! In: a box inside a sample entry (a film) or a property (a still). Out: the same box with what a decoder
//! reads and nothing else, or nothing for a box that it can do without, or an obstacle. Sources: ISO/IEC
//! 14496-15 (avcC, hvcC), AV1-ISOBMFF (av1C), ISO/IEC 14496-12 (colr, pasp, clap), `QuickTime` File Format.
//! It does not decode: parameter sets are carried over as they are, after their lengths were checked.

use super::boxes::{Kind, SHORT, boxed, boxes, u16_at, u32_at};
use super::{esds, nal};
use crate::error::CleanError;
use crate::formats::profile;

/// The longest configuration that is carried over without being understood to its last bit.
const MOST_OPAQUE: usize = 64;

/// What becomes of a box.
pub(super) enum Rewritten {
    /// It goes over in this form.
    Kept(Vec<u8>),
    /// Nobody needs it.
    Dropped,
}

/// Rewrites a box that configures a decoder or says how its output is to be shown.
pub(super) fn rewrite(kind: Kind, body: &[u8]) -> Result<Rewritten, CleanError> {
    let kept = |bytes: &[u8]| Ok(Rewritten::Kept(boxed(kind, &[bytes])));
    let first = |length: usize| body.get(..length).ok_or(SHORT);
    match &kind {
        b"avcC" => kept(nal::avc_configuration(body)?),
        b"hvcC" => kept(&nal::hevc_configuration(body, nal::HEVC_HEAD)?),
        b"lhvC" => kept(&nal::hevc_configuration(body, nal::LAYERED_HEAD)?),
        b"av1C" => kept(&super::obu::configuration(body)?),
        b"vpcC" => kept(&[first(10)?, &[0, 0]].concat()),
        b"esds" => kept(&esds::rewrite(body)?),
        b"colr" => colour(body),
        b"pasp" | b"amve" | b"ccst" | b"srat" | b"CoLL" => kept(first(8)?),
        b"clap" => kept(first(32)?),
        b"fiel" => kept(first(2)?),
        b"gama" | b"clli" => kept(first(4)?),
        b"mdcv" => kept(first(24)?),
        b"SmDm" | b"alac" => kept(first(28)?),
        b"btrt" => kept(first(12)?),
        // Dolby Vision: five bytes say something, the rest is reserved.
        b"dvcC" | b"dvvC" | b"dvwC" => kept(&[first(5)?, &[0; 19]].concat()),
        // Both begin with four letters for the program that wrote them.
        b"d263" | b"damr" => {
            let length = if kind == *b"d263" { 7 } else { 9 };
            kept(&[&[0; 4], body.get(4..length).ok_or(SHORT)?].concat())
        }
        b"dac3" => kept(first(3)?),
        b"dec3" | b"dac4" | b"dapa" if body.len() <= MOST_OPAQUE => kept(body),
        b"pcmC" => kept(first(6)?),
        b"dOps" => kept(opus(body)?),
        b"dfLa" => kept(&flac(body)?),
        b"chan" => {
            let count = u32_at(body, 12).and_then(|count| usize::try_from(count).ok());
            let length = count.and_then(|count| count.checked_mul(20)).map(|length| length + 16);
            kept(first(length.ok_or(SHORT)?)?)
        }
        b"wave" => wave(body),
        b"sinf" | b"senc" | b"tenc" | b"schm" => Err(CleanError::Malformed("it is encrypted")),
        _ => Ok(Rewritten::Dropped),
    }
}

/// How colours are meant: by numbers, or by a profile, which is carried over byte for byte.
fn colour(body: &[u8]) -> Result<Rewritten, CleanError> {
    let length = match body.get(..4).ok_or(SHORT)? {
        b"nclx" => 11,
        b"nclc" => 10,
        b"prof" | b"rICC" => {
            profile::validate(body.get(4..).unwrap_or_default())?;
            body.len()
        }
        _ => return Err(CleanError::Malformed("its colours are told in a way that is not known")),
    };
    let numbers = body.get(..length).ok_or(SHORT)?;
    Ok(Rewritten::Kept(boxed(*b"colr", &[numbers])))
}

/// Eleven bytes, and a table of channels where the mapping is not one of the usual.
fn opus(body: &[u8]) -> Result<&[u8], CleanError> {
    let channels = usize::from(*body.get(1).ok_or(SHORT)?);
    let length = match body.get(10).ok_or(SHORT)? {
        0 => 11,
        _ => 13 + channels,
    };
    body.get(..length).ok_or(SHORT)
}

/// Of FLAC's blocks only the first says how to decode; the others are tags, pictures and padding.
fn flac(body: &[u8]) -> Result<Vec<u8>, CleanError> {
    const INFO: usize = 34;
    match body.get(4..8).ok_or(SHORT)? {
        [0 | 0x80, 0, 0, 34] => {}
        _ => return Err(CleanError::Malformed("its sound is told in a way that is not known")),
    }
    let info = body.get(8..8 + INFO).ok_or(SHORT)?;
    Ok([&[0, 0, 0, 0, 0x80, 0, 0, 34], info].concat())
}

/// `QuickTime` packs the configuration of sound into a box of its own, which an empty box ends.
fn wave(body: &[u8]) -> Result<Rewritten, CleanError> {
    let mut parts = Vec::new();
    for child in boxes(body) {
        let child = child?;
        let first = |length: usize| child.body.get(..length).ok_or(SHORT);
        let part = match &child.kind {
            b"frma" => boxed(child.kind, &[first(4)?]),
            b"enda" => boxed(child.kind, &[first(2)?]),
            b"mp4a" => boxed(child.kind, &[&[0; 4]]),
            [0, 0, 0, 0] => boxed(child.kind, &[]),
            b"esds" | b"alac" | b"chan" | b"dac3" | b"dec3" => {
                match rewrite(child.kind, child.body)? {
                    Rewritten::Kept(part) => part,
                    Rewritten::Dropped => continue,
                }
            }
            _ => continue,
        };
        parts.push(part);
    }
    Ok(Rewritten::Kept(boxed(*b"wave", &[&parts.concat()])))
}

/// The channels and the bits of a sample that a sound entry claims.
pub(super) fn sound_numbers(head: &[u8]) -> Option<(u64, u64)> {
    Some((u64::from(u16_at(head, 16)?), u64::from(u16_at(head, 18)?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(kind: Kind, body: &[u8]) -> Vec<u8> {
        match rewrite(kind, body) {
            Ok(Rewritten::Kept(bytes)) => bytes[8..].to_vec(),
            _ => panic!("not kept"),
        }
    }

    #[test]
    fn only_what_a_decoder_reads_goes_over() {
        assert_eq!(kept(*b"pasp", b"\0\0\0\x01\0\0\0\x01hidden"), b"\0\0\0\x01\0\0\0\x01");
        assert_eq!(
            kept(*b"colr", b"nclx\0\x01\0\x01\0\x01\x80more"),
            b"nclx\0\x01\0\x01\0\x01\x80"
        );
        assert_eq!(kept(*b"damr", b"FFMP\0\x81\xff\0\x01"), b"\0\0\0\0\0\x81\xff\0\x01");
        let flac = [b"\0\0\0\0\0\0\0\x22".as_slice(), &[7; 34], b"\x84\0\0\x04tags"].concat();
        assert_eq!(kept(*b"dfLa", &flac).len(), 42);
        let wave = [boxed(*b"frma", &[b"mp4a"]), boxed(*b"note", &[b"hidden"])].concat();
        assert_eq!(kept(*b"wave", &wave).len(), 12);
    }

    #[test]
    fn what_cannot_be_read_holds() {
        assert!(rewrite(*b"colr", b"prof not a profile").is_err());
        assert!(rewrite(*b"colr", b"odd ").is_err());
        assert!(rewrite(*b"pasp", b"\0").is_err());
        assert!(rewrite(*b"sinf", b"").is_err());
        assert!(rewrite(*b"chan", &[0xFF; 16]).is_err());
        assert!(matches!(rewrite(*b"note", b"words"), Ok(Rewritten::Dropped)));
    }
}
