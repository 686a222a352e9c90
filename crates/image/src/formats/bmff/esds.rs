//! The elementary stream descriptor, by which MP4 configures AAC and MPEG-4 picture decoders.
//!
//! In: the content of an `esds` box: descriptors within descriptors (ISO/IEC 14496-1 section 7.2.6). Out: the
//! same with the stream's number, the decoder's configuration and nothing else. Words that an encoder left in
//! an MPEG-4 picture's configuration (ISO/IEC 14496-2, user data) do not go over.

use super::boxes::{SHORT, u16_at};
use crate::error::CleanError;

const STREAM: u8 = 3;
const DECODER: u8 = 4;
const SPECIFIC: u8 = 5;
/// Kind of object, of stream, size of buffer and two bit rates.
const DECODER_BYTES: usize = 13;
/// The kind of object that MPEG-4 pictures are.
const MPEG4_PICTURE: u8 = 0x20;

const ODD: CleanError =
    CleanError::Malformed("the configuration of its sound or picture is built in an unusual way");

/// Rewrites the content of the box, with version and flags.
pub(super) fn rewrite(body: &[u8]) -> Result<Vec<u8>, CleanError> {
    let (tag, stream, _) = descriptor(body.get(4..).ok_or(SHORT)?)?;
    let number = u16_at(stream, 0).ok_or(SHORT)?;
    // A dependence, a URL or a clock of another stream would each change what follows.
    if tag != STREAM || stream.get(2).ok_or(SHORT)? & 0xE0 != 0 {
        return Err(ODD);
    }
    let (tag, decoder, _) = descriptor(stream.get(3..).ok_or(SHORT)?)?;
    let (fixed, mut rest) = decoder.split_at_checked(DECODER_BYTES).ok_or(SHORT)?;
    if tag != DECODER {
        return Err(ODD);
    }
    let mut inside = fixed.to_vec();
    while !rest.is_empty() {
        let (tag, specific, behind) = descriptor(rest)?;
        if tag == SPECIFIC {
            let mut specific = specific.to_vec();
            if fixed.first() == Some(&MPEG4_PICTURE) {
                specific = without_words(&specific);
            }
            inside.extend(written(SPECIFIC, &specific));
            break;
        }
        rest = behind;
    }
    let [high, low] = number.to_be_bytes();
    let content = [&[high, low, 0], written(DECODER, &inside).as_slice(), &[6, 1, 2]].concat();
    Ok([&[0; 4], written(STREAM, &content).as_slice()].concat())
}

/// The tag, the content, and what follows. Lengths come in groups of seven bits.
fn descriptor(bytes: &[u8]) -> Result<(u8, &[u8], &[u8]), CleanError> {
    let tag = *bytes.first().ok_or(SHORT)?;
    let mut length = 0_usize;
    for (index, &byte) in bytes.iter().enumerate().skip(1).take(4) {
        length = length << 7 | usize::from(byte & 0x7F);
        if byte & 0x80 == 0 {
            let behind = bytes.get(index + 1..).ok_or(SHORT)?;
            let (content, rest) = behind.split_at_checked(length).ok_or(SHORT)?;
            return Ok((tag, content, rest));
        }
    }
    Err(ODD)
}

/// A descriptor with its length in four bytes, as most programs write it.
fn written(tag: u8, content: &[u8]) -> Vec<u8> {
    let length = content.len();
    let group = |shift: usize| u8::try_from(length >> shift & 0x7F).unwrap_or_default();
    let head = [tag, 0x80 | group(21), 0x80 | group(14), 0x80 | group(7), group(0)];
    [head.as_slice(), content].concat()
}

/// An MPEG-4 picture's configuration without what stands behind start codes of user data.
fn without_words(configuration: &[u8]) -> Vec<u8> {
    const START: &[u8] = &[0, 0, 1];
    const WORDS: u8 = 0xB2;
    let is_words = |part: &[u8]| part.starts_with(START) && part.get(3) == Some(&WORDS);
    let mut kept = Vec::with_capacity(configuration.len());
    let mut rest = configuration;
    while !rest.is_empty() {
        let next = memchr::memmem::find(rest.get(1..).unwrap_or_default(), START);
        let (part, behind) = rest.split_at(next.map_or(rest.len(), |next| next + 1));
        if !is_words(part) {
            kept.extend_from_slice(part);
        }
        rest = behind;
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_configuration_goes_over_and_nothing_else() {
        let specific = written(SPECIFIC, b"\x12\x10");
        let decoder =
            written(DECODER, &[b"\x40\x15\0\0\0\0\0\0\0\0\0\0\0".as_slice(), &specific].concat());
        let noted =
            [b"\0\x01\0".as_slice(), &decoder, &written(6, b"\x02"), &written(0x0D, b"note")];
        let body = [&[0; 4], written(STREAM, &noted.concat()).as_slice()].concat();
        let clean = rewrite(&body).unwrap();
        let plain = [b"\0\x01\0".as_slice(), &decoder, &[6, 1, 2]].concat();
        assert_eq!(clean, [&[0; 4], written(STREAM, &plain).as_slice()].concat());
        assert_eq!(rewrite(&clean), Ok(clean.clone()));
        assert!(rewrite(&body[..12]).is_err());
        assert!(rewrite(b"\0\0\0\0\x03\xff\xff\xff\xff\xff").is_err());
    }

    #[test]
    fn words_among_picture_configuration_are_left_out() {
        let noted = b"\0\0\x01\xb0\x01\0\0\x01\xb2Lavc\0\0\x01\x20\x08";
        assert_eq!(without_words(noted), b"\0\0\x01\xb0\x01\0\0\x01\x20\x08");
        assert_eq!(without_words(b"\0\0\x01\xb0\x01\0\0\x01\xb2Lavc"), b"\0\0\x01\xb0\x01");
        assert_eq!(without_words(b"plain"), b"plain");
        assert_eq!(without_words(b""), b"");
    }
}
