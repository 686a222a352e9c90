//! Bytes of metadata as text.

/// UTF-8 where it is that, else Latin-1: every byte has a letter there, so that nothing is lost.
pub(crate) fn of_bytes(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => bytes.iter().map(|&byte| char::from(byte)).collect(),
    }
}

/// UTF-16, little or big end first, as far as the bytes go.
pub(crate) fn of_utf16(bytes: &[u8], order: Order) -> String {
    let (pairs, _) = bytes.as_chunks::<2>();
    let units = pairs.iter().map(|&pair| match order {
        Order::LittleEndian => u16::from_le_bytes(pair),
        Order::BigEndian => u16::from_be_bytes(pair),
    });
    char::decode_utf16(units).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

/// Which byte of a pair comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    /// The low one.
    LittleEndian,
    /// The high one.
    BigEndian,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_is_read() {
        assert_eq!(of_bytes("Zoë".as_bytes()), "Zoë");
        assert_eq!(of_bytes(b"Zo\xeb"), "Zoë");
        assert_eq!(of_utf16(b"Z\0o\0\xeb\0\0", Order::LittleEndian), "Zoë");
        assert_eq!(of_utf16(b"\0Z\0o\0\xeb", Order::BigEndian), "Zoë");
    }
}
