//! What school posts are full of and no disguise is made of: `3rd`, `9.15am`, `wow!!`, `KS2`.

/// True for a number with a unit, a word with marks behind it, or an abbreviation of capitals with a
/// number.
pub(super) fn is_plain(chunk: &[u8]) -> bool {
    let last = chunk.iter().rposition(u8::is_ascii_alphanumeric);
    let Some((word, marks)) = last.and_then(|last| chunk.split_at_checked(last + 1)) else {
        return false;
    };
    if !marks.iter().all(|byte| matches!(byte, b'!' | b'.' | b',' | b'?' | b')' | b':' | b';')) {
        return false;
    }
    let number = |byte: &&u8| matches!(**byte, b'0'..=b'9' | b'.' | b':' | b'-');
    let digits = word.iter().take_while(number).count();
    match word.get(digits..).unwrap_or_default() {
        b"st" | b"nd" | b"rd" | b"th" | b"am" | b"pm" | b"km" | b"kg" | b"cm" | b"mm" | b"ml" => {
            digits > 0
        }
        b"www" => true,
        rest if digits == 0 => {
            let letters = rest.iter().take_while(|byte| byte.is_ascii_uppercase()).count();
            let number = rest.get(letters..).unwrap_or_default();
            // `KS2` and the first half of a postcode.
            letters <= 2 && letters > 0 && number.iter().all(u8::is_ascii_digit)
                || rest.iter().all(u8::is_ascii_lowercase) && !runs(rest)
        }
        _ => false,
    }
}

fn runs(word: &[u8]) -> bool {
    word.array_windows().any(|[a, b]| a == b)
}

#[cfg(test)]
mod tests {
    use super::is_plain;

    #[test]
    fn times_and_abbreviations_are_plain_and_disguises_are_not() {
        for plain in ["3rd", "9.15am", "10-11.30am.", "wow!!", "KS2", "SW1", "www", "25cm,"] {
            assert!(is_plain(plain.as_bytes()), "{plain}");
        }
        for other in ["b4d", "w0rd", "sooo", "wee!!", "3x", "KSA2", "s**t", "3rdd", "!!", "a_b"] {
            assert!(!is_plain(other.as_bytes()), "{other}");
        }
    }
}
