//! AV1: the units that a coded picture is made of.
//!
//! In: the configuration of a decoder, or the coded data of a still. Out: the configuration without what is
//! no sequence header; or the word that the coded data are whole units of kinds that a picture is made of.
//! Source: AV1 bitstream specification sections 5.3 and 6.2.2 (open bitstream units). It does not decode.

use super::boxes::SHORT;
use crate::error::CleanError;

const SEQUENCE_HEADER: u8 = 1;
/// Frame header, tile group, frame.
const PICTURES: &[u8] = &[3, 4, 6];
/// The above, with a mark between pictures, metadata of colours, and a repeated header.
const KNOWN: &[u8] = &[1, 2, 3, 4, 5, 6, 7];

/// A unit, and its kind.
struct Unit<'b> {
    kind: u8,
    whole: &'b [u8],
}

/// The four bytes of a configuration and its sequence headers.
pub(super) fn configuration(body: &[u8]) -> Result<Vec<u8>, CleanError> {
    let (head, mut rest) = body.split_first_chunk::<4>().ok_or(SHORT)?;
    let mut kept = head.to_vec();
    while !rest.is_empty() {
        let (unit, behind) = split(rest)?;
        if unit.kind == SEQUENCE_HEADER {
            kept.extend_from_slice(unit.whole);
        }
        rest = behind;
    }
    Ok(kept)
}

/// Nothing, if coded data are whole units of known kinds, and pictures are among them.
pub(super) fn units(coded: &[u8]) -> Result<(), CleanError> {
    let mut rest = coded;
    let mut pictures = false;
    while !rest.is_empty() {
        let (unit, behind) = split(rest)?;
        if !KNOWN.contains(&unit.kind) {
            return Err(CleanError::Malformed("something that is no picture is in its picture"));
        }
        pictures |= PICTURES.contains(&unit.kind);
        rest = behind;
    }
    if pictures { Ok(()) } else { Err(CleanError::Malformed("it holds no picture")) }
}

fn split(bytes: &[u8]) -> Result<(Unit<'_>, &[u8]), CleanError> {
    let first = *bytes.first().ok_or(SHORT)?;
    let (forbidden, extended, sized) = (first & 0x80, first & 0x04, first & 0x02);
    if forbidden != 0 {
        return Err(CleanError::Malformed("its picture is built in an unusual way"));
    }
    let head = if extended == 0 { 1 } else { 2 };
    let length = if sized == 0 {
        bytes.len()
    } else {
        let (length, behind) = number(bytes, head).ok_or(SHORT)?;
        behind.checked_add(length).ok_or(SHORT)?
    };
    let (whole, rest) = bytes.split_at_checked(length).ok_or(SHORT)?;
    Ok((Unit { kind: first >> 3 & 0x0F, whole }, rest))
}

/// A number in groups of seven bits, the lowest first.
fn number(bytes: &[u8], at: usize) -> Option<(usize, usize)> {
    let mut number = 0_u64;
    for (index, &byte) in bytes.get(at..)?.iter().take(8).enumerate() {
        number |= u64::from(byte & 0x7F) << (7 * index);
        if byte & 0x80 == 0 {
            return Some((usize::try_from(number).ok()?, at + index + 1));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_whole_and_of_known_kinds() {
        assert_eq!(units(b"\x12\0\x0a\x01x\x32\x02ab"), Ok(()));
        assert_eq!(units(b"\x0a\x01x\x30to the end"), Ok(()));
        assert!(units(b"\x0a\x01x").is_err());
        assert!(units(b"\x32\x02ab\x7a\x06hidden").is_err());
        assert!(units(b"\x32\x09ab").is_err());
        assert!(units(b"\x32\xff\xff\xff\xff\xff\xff\xff\xff").is_err());
    }

    #[test]
    fn a_configuration_has_sequence_headers_alone() {
        assert_eq!(
            configuration(b"\x81\0\x0c\0\x0a\x01x\x2a\x05words"),
            Ok(b"\x81\0\x0c\0\x0a\x01x".to_vec())
        );
        assert!(configuration(b"\x81\0").is_err());
    }
}
