//! HTML entities and numeric references: `&#119;&#x6f;rd`, `caf&eacute;`.
//!
//! Of the named ones, those that stand for a letter with an accent are read by their make, a letter
//! and the name of an accent; the few others that occur inside words have a row. Source: HTML Living
//! Standard, 13.5 (named character references) and 13.2.5.72 on (numeric ones).

use super::{Disguise, Way};

pub(super) static WAY: Way = Way { name: "entities", disguise: Disguise::Entities };

/// Names for accents, behind a letter.
const ACCENTS: &[&str] = &[
    "acute", "grave", "circ", "uml", "tilde", "ring", "cedil", "slash", "caron", "macr", "breve",
    "ogon", "dot",
];

/// Names for other characters that may stand in a word.
const NAMED: &[(&str, char)] = &[
    ("amp", '&'),
    ("ast", '*'),
    ("commat", '@'),
    ("dollar", '$'),
    ("excl", '!'),
    ("hyphen", '-'),
    ("lowbar", '_'),
    ("nbsp", '\u{a0}'),
    ("num", '#'),
    ("period", '.'),
    ("shy", '\u{ad}'),
    ("szlig", 'ß'),
    ("zwj", '\u{200d}'),
    ("zwnj", '\u{200c}'),
    ("ZeroWidthSpace", '\u{200b}'),
];

/// How long the part between `&` and `;` may be.
const LONGEST: usize = 16;

pub(super) fn read(text: &str) -> Option<(char, usize)> {
    let body = text.strip_prefix('&')?;
    let numeric = body.strip_prefix('#');
    let length = body.bytes().take(LONGEST).position(|byte| byte == b';');
    if let Some(number) = numeric {
        let hexadecimal = number.strip_prefix(['x', 'X']);
        let (radix, digits) = hexadecimal.map_or((10, number), |digits| (16, digits));
        // Browsers read a reference without its semicolon too.
        let count =
            digits.bytes().take(8).take_while(|byte| char::from(*byte).is_digit(radix)).count();
        let code = u32::from_str_radix(digits.get(..count)?, radix).ok()?;
        let bytes = text.len() - digits.len() + count;
        let closed = digits.get(count..).is_some_and(|rest| rest.starts_with(';'));
        return Some((char::from_u32(code)?, bytes + usize::from(closed)));
    }
    let name = body.get(..length?)?;
    let bytes = name.len() + 2;
    if let Some((_, character)) = NAMED.iter().find(|(named, _)| *named == name) {
        return Some((*character, bytes));
    }
    let letter = name.chars().next().filter(char::is_ascii_alphabetic)?;
    ACCENTS.contains(&name.get(1..)?).then_some((letter, bytes))
}
