//! Percent-escapes of web addresses: `%77%6Frd`.
//!
//! Source: RFC 3986 section 2.1; the bytes are UTF-8.

use super::{Disguise, Way};

pub(super) static WAY: Way = Way { name: "percent", disguise: Disguise::Percent };

pub(super) fn read(text: &str) -> Option<(char, usize)> {
    let mut bytes = [0; 4];
    let length = match byte(text)? {
        0x20..=0x7e => 1,
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return None,
    };
    for (place, to) in bytes.iter_mut().take(length).enumerate() {
        *to = byte(text.get(place * 3..)?)?;
    }
    let character = std::str::from_utf8(bytes.get(..length)?).ok()?.chars().next()?;
    Some((character, length * 3))
}

/// The byte of one escape.
fn byte(text: &str) -> Option<u8> {
    let digits = text.strip_prefix('%')?.get(..2)?;
    let hexadecimal = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    hexadecimal.then(|| u8::from_str_radix(digits, 16).ok()).flatten()
}
