//! Folding: what is left of a word when case, accents, styles and look-alikes are taken away.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Folds one word: lower case, compatibility forms resolved (NFKD), diacritics dropped, look-alike
/// letters of other scripts turned into the Latin letter that they show, everything that is
/// neither letter nor digit removed.
///
/// ```
/// assert_eq!(gatepost_matcher::fold("Zoë"), "zoe");
/// assert_eq!(gatepost_matcher::fold("ＪＡＣＫ"), "jack");
/// ```
pub fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for character in word.chars() {
        fold_character(character, &mut folded);
    }
    folded
}

/// Appends the folded form of one character, which may be nothing.
pub(crate) fn fold_character(character: char, out: &mut String) {
    if character.is_ascii() {
        if character.is_ascii_alphanumeric() {
            out.push(character.to_ascii_lowercase());
        }
        return;
    }
    for part in std::iter::once(character).nfkd().flat_map(char::to_lowercase).nfkd() {
        if is_combining_mark(part) {
            continue;
        }
        match latin_letters(part) {
            Some(letters) => out.push_str(letters),
            None => {
                let shown = look_alike(part);
                if shown.is_alphanumeric() {
                    out.extend(shown.to_lowercase());
                }
            }
        }
    }
}

/// Latin letters that normalisation leaves whole, as British writers spell them without the accent.
fn latin_letters(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'þ' => "th",
        'ħ' => "h",
        'ı' => "i",
        'ŧ' => "t",
        _ => return None,
    })
}

/// The ASCII letter that a letter of another script shows (UTS #39 skeleton), or the letter itself.
fn look_alike(letter: char) -> char {
    if letter.is_ascii() {
        return letter;
    }
    let mut buffer = [0; 4];
    let mut skeleton = unicode_security::skeleton(letter.encode_utf8(&mut buffer));
    match (skeleton.next(), skeleton.next()) {
        (Some(shown), None) if shown.is_ascii_alphanumeric() => shown,
        _ => letter,
    }
}
