//! Text files as spreadsheets write them, turned into one kind of text.
//!
//! UTF-8 with or without a byte order mark, UTF-16 with one, and anything else as Windows-1252, in
//! which every byte means something; a file that is partly UTF-8 is damaged (contract, "Rosters and registers").

use std::borrow::Cow;

use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// A text file that cannot be turned into text whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Undecodable {
    /// Marked as UTF-16 or UTF-8, and is not that throughout.
    Malformed(&'static str),
    /// It has zero bytes: UTF-16 without its mark, or no text at all.
    NotText,
}

/// The text of a file, without its byte order mark.
pub(crate) fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, Undecodable> {
    let marked = [
        (&b"\xEF\xBB\xBF"[..], UTF_8, "UTF-8"),
        (&b"\xFF\xFE"[..], UTF_16LE, "UTF-16"),
        (&b"\xFE\xFF"[..], UTF_16BE, "UTF-16"),
    ];
    for (mark, encoding, name) in marked {
        if let Some(rest) = bytes.strip_prefix(mark) {
            let text = encoding.decode_without_bom_handling_and_without_replacement(rest);
            return text.filter(|text| !text.contains('\0')).ok_or(Undecodable::Malformed(name));
        }
    }
    if bytes.contains(&0) {
        return Err(Undecodable::NotText);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(Cow::Borrowed(text)),
        // Some of it is UTF-8 beyond ASCII, so all of it was, before it was damaged.
        Err(_) if bytes.utf8_chunks().any(|chunk| !chunk.valid().is_ascii()) => {
            Err(Undecodable::Malformed("UTF-8"))
        }
        Err(_) => Ok(WINDOWS_1252.decode_without_bom_handling(bytes).0),
    }
}

#[cfg(test)]
mod tests {
    use super::{Undecodable, decode};

    #[test]
    fn every_encoding_that_excel_writes_is_read() {
        let expected = "Zoë,Siân,O’Neill";
        let utf16 = |order: fn(u16) -> [u8; 2], mark: [u8; 2]| {
            mark.into_iter().chain(expected.encode_utf16().flat_map(order)).collect::<Vec<u8>>()
        };
        assert_eq!(decode(expected.as_bytes()).unwrap(), expected);
        let marked = [b"\xEF\xBB\xBF", expected.as_bytes()].concat();
        assert_eq!(decode(&marked).unwrap(), expected);
        assert_eq!(decode(&utf16(u16::to_le_bytes, [0xFF, 0xFE])).unwrap(), expected);
        assert_eq!(decode(&utf16(u16::to_be_bytes, [0xFE, 0xFF])).unwrap(), expected);
        assert_eq!(decode(b"Zo\xEB,Si\xE2n,O\x92Neill").unwrap(), expected);
        let mixed = [expected.as_bytes(), b",Zo\xEB"].concat();
        assert_eq!(decode(&mixed), Err(Undecodable::Malformed("UTF-8")));
    }

    #[test]
    fn what_is_no_text_is_refused() {
        assert_eq!(decode(b"\xFF\xFEa"), Err(Undecodable::Malformed("UTF-16")));
        assert_eq!(decode(b"\xFF\xFE\x00\xD8"), Err(Undecodable::Malformed("UTF-16")));
        assert_eq!(decode(b"\xEF\xBB\xBF\xE9"), Err(Undecodable::Malformed("UTF-8")));
        assert_eq!(decode(b"u\0p\0n\0"), Err(Undecodable::NotText));
    }
}
