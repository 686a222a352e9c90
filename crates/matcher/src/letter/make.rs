//! Works out what one character is to a word. Slow, and done once for each page of characters.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{canonical_combining_class, is_combining_mark};

use super::rows::{ALPHABETS, APOSTROPHES, DIGITS, ECHOES, LATIN, SMALL_CAPITALS, TWINS, ZEROS};
use super::{Look, Part};

/// The letters and digits that a character shows: none if it is a mark or parts words.
pub(super) fn parts(character: char) -> Vec<Part> {
    let mut parts = Vec::new();
    if !may_be_in_a_word(character) {
        return parts;
    }
    for shown in std::iter::once(character).nfkd() {
        if is_mark(shown) || is_hidden(shown) || APOSTROPHES.contains(shown) {
            continue;
        }
        if let Some(letters) = digit(shown).or_else(|| styled(shown)) {
            push_ascii(letters, &mut parts);
            continue;
        }
        // By way of the capital, so that letters that share one are the same: `ſ` and `s`, `ς` and
        // `σ`.
        for letter in shown.to_uppercase().flat_map(char::to_lowercase).nfkd() {
            if letter.is_ascii() {
                push_ascii(letter, &mut parts);
            } else if let Some(letters) = row(LATIN, letter) {
                letters.chars().for_each(|letter| push_ascii(letter, &mut parts));
            } else if letter.is_alphanumeric() && !is_mark(letter) {
                // Decomposition takes the lunate sigma, which shows a C, for a common one.
                let shown = if row(TWINS, character).is_some() { character } else { shown };
                let read = if is_combining_mark(letter) { None } else { look(shown, letter) };
                parts.push(match read {
                    Some((look, latin)) => Part { letter, latin, look },
                    None if is_combining_mark(letter) => {
                        Part { letter, latin: letter, look: Look::Sign }
                    }
                    None => Part { letter, latin: letter, look: Look::Own },
                });
            }
        }
    }
    parts
}

/// True if a character shows nothing: soft hyphen, zero-width and direction marks, variation
/// selectors, fillers and tags (`Default_Ignorable_Code_Point`, UAX #44), control characters, and
/// the Arabic stretching stroke.
pub(super) fn is_hidden(character: char) -> bool {
    matches!(character,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{640}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
        | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}')
        || character.is_control() && !character.is_whitespace()
}

/// True if a character is a mark that folding drops: accents, points and enclosing signs. Vowel
/// signs that are letters of their scripts stay.
pub(super) fn is_mark(character: char) -> bool {
    let shown = std::iter::once(character).nfkd().next().unwrap_or(character);
    is_combining_mark(shown) && (canonical_combining_class(shown) != 0 || !shown.is_alphanumeric())
}

/// Fractions and apostrophes part words although Unicode counts them among numbers and letters;
/// letters in brackets, squared units and the estimated sign `℮` belong to words although it does
/// not.
fn may_be_in_a_word(character: char) -> bool {
    let bracketed = matches!(character, '⒜'..='⒵' | '🄐'..='🄩' | '㋌'..='㋏' | '㍱'..='㏟');
    let fraction = || std::iter::once(character).nfkd().any(|part| part == '\u{2044}');
    (character.is_alphanumeric()
        || bracketed
        || digit(character).is_some()
        || row(LATIN, character).is_some())
        && !APOSTROPHES.contains(character)
        && !fraction()
}

fn push_ascii(letter: char, parts: &mut Vec<Part>) {
    if letter.is_ascii_alphanumeric() {
        let look = if letter.is_ascii_digit() { Look::Digit } else { Look::Latin };
        let letter = letter.to_ascii_lowercase();
        parts.push(Part { letter, latin: letter, look });
    }
}

/// The value of a decimal digit of any script (general category Nd), or of a digit in a circle.
fn digit(character: char) -> Option<char> {
    let zero = ZEROS.chars().rev().find(|zero| *zero <= character);
    let decimal = zero
        .map(|zero| character as u32 - zero as u32)
        .filter(|value| *value < 10)
        .and_then(|value| char::from_digit(value, 10));
    decimal.or_else(|| row(DIGITS, character)?.chars().next())
}

/// The letter of a styled alphabet that has no decomposition.
fn styled(character: char) -> Option<char> {
    let alphabet = ALPHABETS.iter().find(|alphabet| alphabet.contains(&character))?;
    let place = u8::try_from(character as u32 - *alphabet.start() as u32).ok()?;
    Some(char::from(b'a' + place))
}

/// How `letter`, shown as `shown` (a capital, it may be), reads among Latin letters, and as which:
/// as it is shown, or else as its small letter or its capital is. It is a twin if any of the three
/// is, so that case has no say in the script that a word is in.
fn look(shown: char, letter: char) -> Option<(Look, char)> {
    let capital = letter.to_uppercase().next().unwrap_or(letter);
    if shown == letter && capital == letter {
        return own_look(letter);
    }
    let looks = [shown, letter, capital].map(own_look);
    let is_twin = looks.iter().flatten().any(|(look, _)| *look == Look::Twin);
    let (_, latin) = looks.into_iter().flatten().next()?;
    Some((if is_twin { Look::Twin } else { Look::Echo }, latin))
}

/// How one letter reads, whatever its case: as a twin or an echo of a Latin one, or not at all.
fn own_look(letter: char) -> Option<(Look, char)> {
    let first = |letters: &str| letters.chars().next();
    if let Some(latin) = row(ECHOES, letter).and_then(first) {
        return Some((Look::Echo, latin));
    }
    if let Some(latin) = row(TWINS, letter).and_then(first) {
        return Some((Look::Twin, latin));
    }
    let mut buffer = [0; 4];
    let skeleton: String = unicode_security::skeleton(letter.encode_utf8(&mut buffer)).collect();
    let bare: String = skeleton.chars().filter(|part| !is_mark(*part)).collect();
    let (look, latin) = latin_of_skeleton(&bare)?;
    let has_capitals = letter.is_lowercase() || letter.is_uppercase();
    let exact = look == Look::Twin && has_capitals && bare.len() == skeleton.len();
    // A capital that looks like a small L is an I where its small letter is an i.
    let is_i = latin == 'l' && own_small(letter).and_then(own_look) == Some((Look::Twin, 'i'));
    Some((if exact { Look::Twin } else { Look::Echo }, if is_i { 'i' } else { latin }))
}

fn own_small(letter: char) -> Option<char> {
    letter.to_lowercase().next().filter(|small| *small != letter)
}

/// The Latin letter that a skeleton stands for: a twin if it is that letter, or a small capital.
/// Skeletons spell `m` as `rn`.
fn latin_of_skeleton(bare: &str) -> Option<(Look, char)> {
    if bare == "rn" {
        return Some((Look::Twin, 'm'));
    }
    let mut letters = bare.chars();
    let letter = letters.next().filter(|_| letters.next().is_none())?;
    if letter.is_ascii() {
        return letter.is_ascii_alphabetic().then(|| (Look::Twin, letter.to_ascii_lowercase()));
    }
    let small = letter.to_lowercase().next()?;
    let shown = row(LATIN, small)?;
    let latin = shown.chars().next().filter(|_| shown.len() == 1)?;
    Some((if SMALL_CAPITALS.contains(small) { Look::Twin } else { Look::Echo }, latin))
}

fn row(rows: &[(&'static str, &str)], character: char) -> Option<&'static str> {
    rows.iter().find(|(_, row)| row.contains(character)).map(|(shown, _)| *shown)
}
