//! H.264 and HEVC: parameter sets, and the units that a coded picture is made of.
//!
//! In: the configuration of a decoder, or the coded data of a still. Out: the configuration without what is
//! not a parameter set; or the word that the coded data are a row of whole units of kinds that a picture is
//! made of. Sources: ISO/IEC 14496-15 sections 5.3.3 and 8.3.3, ITU-T H.265 section 7.4.2.2 (kinds) and annex
//! D (messages). It does not decode. Encoders may leave a message of their own among the coded units of a
//! film; coded data are carried over byte for byte, and such a message with them.

use super::boxes::{SHORT, u16_at};
use crate::error::CleanError;

/// Bytes before the count of arrays in the configuration of HEVC, and of its further layers.
pub(super) const HEVC_HEAD: usize = 22;
pub(super) const LAYERED_HEAD: usize = 5;

/// Kinds of units.
const PARAMETER_SETS: std::ops::RangeInclusive<u8> = 32..=34;
const MESSAGES: std::ops::RangeInclusive<u8> = 39..=40;
/// Pictures, parameter sets, marks between pictures, filler and messages.
const LAST_KNOWN: u8 = 40;

/// Messages that say how colours and light are meant (ITU-T H.265 table D.1).
const COLOUR_MESSAGES: &[u32] = &[137, 144, 147, 148, 149];

const ODD: CleanError =
    CleanError::Malformed("the configuration of its picture is built in an unusual way");

/// The part of an H.264 configuration that says something.
pub(super) fn avc_configuration(body: &[u8]) -> Result<&[u8], CleanError> {
    let &[version, profile, _, _, _, counts] = body.first_chunk::<6>().ok_or(SHORT)?;
    if version != 1 {
        return Err(ODD);
    }
    let mut at = skip_sets(body, 6, counts & 0x1F)?;
    let count = *body.get(at).ok_or(SHORT)?;
    at = skip_sets(body, at + 1, count)?;
    if matches!(profile, 100 | 110 | 122 | 144 | 244)
        && let Some(&count) = body.get(at + 3)
        // Old writers leave this part away, and some pad instead.
        && let Ok(end) = skip_sets(body, at + 4, count)
    {
        at = end;
    }
    body.get(..at).ok_or(SHORT)
}

fn skip_sets(body: &[u8], mut at: usize, count: u8) -> Result<usize, CleanError> {
    for _ in 0..count {
        at += 2 + usize::from(u16_at(body, at).ok_or(SHORT)?);
    }
    if at > body.len() { Err(SHORT) } else { Ok(at) }
}

/// A HEVC configuration with its parameter sets, and those of its messages that tell of colours.
pub(super) fn hevc_configuration(body: &[u8], head: usize) -> Result<Vec<u8>, CleanError> {
    let mut kept = body.get(..head).ok_or(SHORT)?.to_vec();
    let count = *body.get(head).ok_or(SHORT)?;
    let mut arrays = Vec::new();
    let mut arrays_kept = 0_u8;
    let mut at = head + 1;
    for _ in 0..count {
        let kind = *body.get(at).ok_or(SHORT)? & 0x3F;
        let units = u16_at(body, at + 1).ok_or(SHORT)?;
        let start = at;
        let mut needed = PARAMETER_SETS.contains(&kind) || MESSAGES.contains(&kind);
        at += 3;
        for _ in 0..units {
            let length = usize::from(u16_at(body, at).ok_or(SHORT)?);
            let unit = body.get(at + 2..at + 2 + length).ok_or(SHORT)?;
            needed &= unit.first().is_some_and(|first| first >> 1 & 0x3F == kind);
            needed &= !MESSAGES.contains(&kind) || tells_of_colours(unit);
            at += 2 + length;
        }
        if needed && units > 0 {
            arrays.extend_from_slice(body.get(start..at).ok_or(SHORT)?);
            arrays_kept += 1;
        }
    }
    kept.push(arrays_kept);
    kept.append(&mut arrays);
    Ok(kept)
}

/// True if a unit of messages holds such as tell how colours and light are meant, and no other.
fn tells_of_colours(unit: &[u8]) -> bool {
    let mut at = 2;
    loop {
        let Some((kind, behind)) = message_number(unit, at) else { return false };
        let Some((length, body)) = message_number(unit, behind) else { return false };
        let Some(end) = usize::try_from(length).ok().map(|length| body + length) else {
            return false;
        };
        if !COLOUR_MESSAGES.contains(&kind) {
            return false;
        }
        match unit.get(end..) {
            Some([0x80]) => return true,
            Some([_, _, ..]) => at = end,
            _ => return false,
        }
    }
}

/// A number in bytes of 255 and a last one below that.
fn message_number(unit: &[u8], mut at: usize) -> Option<(u32, usize)> {
    let mut number = 0_u32;
    loop {
        let byte = *unit.get(at)?;
        number = number.checked_add(u32::from(byte))?;
        at += 1;
        if byte != 0xFF {
            return Some((number, at));
        }
    }
}

/// Nothing, if coded data are whole units with their lengths before them, of known kinds, and pictures are
/// among them.
pub(super) fn hevc_units(coded: &[u8], length_bytes: usize) -> Result<(), CleanError> {
    let mut rest = coded;
    let mut pictures = 0;
    while !rest.is_empty() {
        let (length, behind) = rest.split_at_checked(length_bytes).ok_or(SHORT)?;
        let length = length.iter().fold(0_usize, |length, &byte| length << 8 | usize::from(byte));
        let (unit, behind) = behind.split_at_checked(length).ok_or(SHORT)?;
        let kind = unit.first().map(|first| first >> 1 & 0x3F).ok_or(SHORT)?;
        if kind > LAST_KNOWN {
            return Err(CleanError::Malformed("something that is no picture is in its picture"));
        }
        pictures += usize::from(kind < 32);
        rest = behind;
    }
    if pictures == 0 { Err(CleanError::Malformed("it holds no picture")) } else { Ok(()) }
}

/// How many bytes the length before each unit has, by a HEVC configuration.
pub(super) fn hevc_length_bytes(configuration: &[u8]) -> Option<usize> {
    configuration.get(21).map(|byte| usize::from(byte & 3) + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hevc(arrays: &[(u8, &[&[u8]])]) -> Vec<u8> {
        let mut body = vec![1; HEVC_HEAD];
        body.push(u8::try_from(arrays.len()).unwrap());
        for (kind, units) in arrays {
            body.push(0x80 | kind);
            body.extend(u16::try_from(units.len()).unwrap().to_be_bytes());
            for unit in *units {
                body.extend(u16::try_from(unit.len()).unwrap().to_be_bytes());
                body.extend_from_slice(unit);
            }
        }
        body
    }

    #[test]
    fn an_encoders_own_words_do_not_go_over() {
        let sets: &[&[u8]] = &[&[66, 1, 7]];
        let words: &[&[u8]] = &[&[78, 1, 5, 3, b'x', b'y', b'z', 0x80]];
        let light: &[&[u8]] = &[&[78, 1, 144, 4, 0, 1, 0, 1, 0x80]];
        let both: &[&[u8]] = &[&[78, 1, 144, 1, 0, 5, 1, b'x', 0x80]];
        let whole = hevc(&[(33, sets), (39, words), (39, light), (39, both)]);
        assert_eq!(hevc_configuration(&whole, HEVC_HEAD), Ok(hevc(&[(33, sets), (39, light)])));
        assert!(hevc_configuration(&whole[..40], HEVC_HEAD).is_err());
    }

    #[test]
    fn an_h264_configuration_ends_where_it_ends() {
        let plain = b"\x01\x42\0\x1e\xff\xe1\0\x02\x67\x42\x01\0\x01\x68hidden";
        assert_eq!(avc_configuration(plain), Ok(&plain[..14]));
        let high = b"\x01\x64\0\x1e\xff\xe1\0\x02\x67\x42\x01\0\x01\x68\xfd\xf8\xf8\0hidden";
        assert_eq!(avc_configuration(high), Ok(&high[..18]));
        assert!(avc_configuration(&plain[..10]).is_err());
    }

    #[test]
    fn coded_units_are_whole_and_of_known_kinds() {
        assert_eq!(hevc_units(b"\0\0\0\x02\x26\x01\0\0\0\x01\x4e", 4), Ok(()));
        assert!(hevc_units(b"\0\0\0\x02\x4e\x01", 4).is_err());
        assert!(hevc_units(b"\0\0\0\x02\x26\x01\0\0\0\x02\x7e\x01", 4).is_err());
        assert!(hevc_units(b"\0\0\0\x09\x26\x01", 4).is_err());
        assert!(hevc_units(b"", 4).is_err());
    }
}
