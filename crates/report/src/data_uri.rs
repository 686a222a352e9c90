//! Bytes as a `data:` address, so that a page needs nothing beside it. RFC 2397, with base64 as in
//! RFC 4648 section 4.

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// A JPEG picture as an address.
pub(crate) fn jpeg(bytes: &[u8]) -> String {
    let mut address = String::from("data:image/jpeg;base64,");
    address.reserve(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let byte = |index: usize| u32::from(group.get(index).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for place in 0..4 {
            if place > group.len() {
                address.push('=');
            } else {
                let letter = (bits >> (18 - 6 * place)) & 63;
                address.push(char::from(LETTERS[letter as usize]));
            }
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use super::jpeg;

    #[test]
    fn the_examples_of_the_standard() {
        let encoded = |text: &str| jpeg(text.as_bytes()).replace("data:image/jpeg;base64,", "");
        assert_eq!(encoded(""), "");
        assert_eq!(encoded("f"), "Zg==");
        assert_eq!(encoded("fo"), "Zm8=");
        assert_eq!(encoded("foo"), "Zm9v");
        assert_eq!(encoded("foobar"), "Zm9vYmFy");
    }
}
