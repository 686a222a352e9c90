//! Masking: enough to recognise by who knows it, not enough to learn.

/// Masks a text as the contract asks: the first letter of each word stays, every other letter and
/// every digit becomes a middle dot, the rest stays.
///
/// ```
/// assert_eq!(gatepost::mask("Maya Patel"), "M··· P····");
/// assert_eq!(gatepost::mask("07700 900123"), "····· ······");
/// ```
pub fn mask(text: &str) -> String {
    let mut inside = false;
    let mut masked = String::with_capacity(text.len());
    for character in text.chars() {
        if character.is_numeric() {
            masked.push('·');
        } else if character.is_alphabetic() {
            masked.push(if inside { '·' } else { character });
            inside = true;
        } else if !is_mark(character) {
            // A mark goes: it would show which letter it stands on.
            masked.push(character);
            inside = false;
        }
    }
    masked
}

/// Combining marks and characters that show nothing.
fn is_mark(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe2f}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{ad}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::mask;

    #[test]
    fn keeps_no_more_than_first_letters() {
        assert_eq!(mask("O'Neill-Smith"), "O'N····-S····");
        assert_eq!(mask("jo.bloggs@mail.example"), "j·.b·····@m···.e······");
        assert_eq!(mask("Zoe\u{308} 4W"), "Z·· ·W");
    }
}
