//! Signs that are no letters: which may stand for a letter, hide one or part words.

use super::cell::Kind;

/// What a character that is no letter is to a word, in its plain form.
pub(super) fn sign(character: char) -> (char, Kind) {
    let plain = match character {
        '\u{ff01}'..='\u{ff5e}' => {
            u8::try_from(character as u32 - 0xfee0).map_or(character, char::from)
        }
        '﹡' | '∗' | '✱' | '⁎' => '*',
        '﹩' => '$',
        '﹫' => '@',
        '¡' | '❗' | '❕' => '!',
        '\u{1f1e6}'..='\u{1f1ff}' => {
            let letter = u8::try_from(character as u32 - 0x1f1e6).unwrap_or_default();
            return (char::from(b'a' + letter), Kind::Flag);
        }
        other => other,
    };
    let kind = match plain {
        '@' | '$' | '!' | '+' | '|' | '€' | '£' | '¢' | '¥' | '§' | '©' | '®' | '×' | '†' => {
            Kind::Leet
        }
        '*' | '#' | '_' | '%' | '&' | '^' | '\\' | '~' | '`' => Kind::Wild,
        '.' | '-' | '/' | ',' | '·' | '•' | '‐'..='―' | '−' | '…' => Kind::Part,
        other if other.is_whitespace() => Kind::Space,
        // Emoji and other signs, but no quotation marks.
        other if !other.is_ascii() && !matches!(other, '‘'..='‟' | '«' | '»' | '‹' | '›') => {
            Kind::Part
        }
        _ => Kind::Other,
    };
    (plain, kind)
}

/// True for a character beyond ASCII that is seldom seen but in disguises: a letter upside down or of
/// a flag, a full-width symbol, a sign that turns the direction of reading, or a symbol that is like
/// a letter.
pub(crate) fn is_suspect(character: char, is_letter: bool) -> bool {
    match character {
        '\0'..='\u{ff}' => matches!(character, '¢' | '£' | '¥' | '§' | '©' | '®' | '×'),
        '\u{183}' | '\u{1dd}' | '\u{250}'..='\u{2af}' | '\u{1d09}' | '\u{a781}' => {
            super::turned::is_turned(character)
        }
        '€' | '†' | '\u{202e}' | '\u{1f1e6}'..='\u{1f1ff}' => true,
        '\u{ff01}'..='\u{ff5e}' => !is_letter,
        _ => false,
    }
}
