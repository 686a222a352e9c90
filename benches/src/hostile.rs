//! Texts made to be slow to read: one disguise or odd sign over and over.
//!
//! In: a size. Out: texts of that size, each of one kind, beside plain words to measure them against.
//! The words come from the posts of [`crate::corpus`], so that the same size gives the same texts on every
//! machine.

use std::fmt::{self, Write};

use crate::corpus::Corpus;

/// A text of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hostile {
    /// What it is made of.
    pub name: &'static str,
    /// The text.
    pub text: String,
}

/// How a word is written.
type Writer = fn(&str) -> String;

/// Every word of a plain text written so.
const WRITERS: &[(&str, Writer)] = &[
    ("a Cyrillic a, 3 for e, a zero width", |word| {
        let signs = word.replace('a', "а").replace('e', "3");
        signs.chars().flat_map(|sign| [sign, '\u{200b}']).collect()
    }),
    ("digits for letters", |word| {
        word.chars().map(|letter| "oizeasgtbg".find(letter).map_or(letter, digit)).collect()
    }),
    ("digits for letters, signs between", |word| word.replace('a', "@").replace('i', "!1")),
    ("piles of accents", |word| each(word, "\u{337}\u{322}\u{31b}")),
    ("accents", |word| word.replace('a', "á").replace('e', "é").replace('o', "ö")),
    ("a dot after each letter", |word| each(word, ".")),
    ("a blank after each letter", |word| each(word, " ")),
    ("a star after each letter", |word| each(word, "*")),
    ("an emoji after each letter", |word| each(word, "👏")),
    ("short hashtags", |word| format!("#{word}")),
    ("hashtags of several words", |word| format!("#{word}Day{word}Fun")),
    ("long hashtags", |word| format!("#{}", word.repeat(8))),
    ("entities", |word| built(word, |text, letter| write!(text, "&#{};", u32::from(letter)))),
    ("percent-escapes", |word| {
        built(word, |text, letter| write!(text, "%{:02x}", u32::from(letter)))
    }),
    ("letters behind stars", |word| match word.len() {
        0..=2 => word.to_string(),
        length => format!("{}{}{}", &word[..1], "*".repeat(length - 2), &word[length - 1..]),
    }),
    ("only first letters shown", |word| format!("{}{}", &word[..1], "*".repeat(word.len() + 2))),
    ("three of each letter", |word| word.chars().flat_map(|letter| [letter; 3]).collect()),
    ("two of each letter", |word| word.chars().flat_map(|letter| [letter; 2]).collect()),
    ("marks inside", |word| format!("{}**{}**", &word[..word.len() / 2], &word[word.len() / 2..])),
    ("full width", |word| word.chars().map(|letter| shifted(letter, 'A', 0xff21)).collect()),
    ("bold", |word| word.chars().map(|letter| shifted(letter, 'A', 0x1d400 - 6)).collect()),
    ("Cyrillic", |word| word.chars().map(|letter| shifted(letter, 'a', 0x430)).collect()),
    ("look-alikes", |word| written(word, "abcehijkmnoprstuxy", "аЬсеһіјкмпоргѕтцху")),
    ("upside down", |word| written(word, "acefhijkmrtvwy", "ɐɔǝɟɥᴉɾʞɯɹʇʌʍʎ")),
    ("backwards", |word| format!("\u{202e}{}\u{202c}", word.chars().rev().collect::<String>())),
    ("flags", |word| word.chars().map(|letter| shifted(letter, 'a', 0x1f1e6)).collect()),
    ("hyphens at line ends", |word| {
        format!("{}-\n{}", &word[..word.len() / 2], &word[word.len() / 2..])
    }),
    ("numbers behind words", |word| format!("{word}2025")),
    ("codes", |word| format!("{}{}4S", word[..1].to_uppercase(), word.len())),
];

/// Signs over and over.
const PIECES: &[(&str, &str)] = &[
    ("phones, postcodes, dates, addresses", "07700 900123, SW1A 1AA, 12/05/2014, a.b@x.example; "),
    ("web addresses", "https://www.oakfield.example/news/2025/05/11/sports-day?id=a5b&x=%66 "),
    ("words that begin entities", "&amp; "),
    ("a ligature of eighteen letters", "ﷺ "),
    ("Japanese", "日本語 の テキスト。"),
    ("emoji", "🎉👏🏽 "),
    ("controls inside words", "a\u{1}b\u{7f} "),
    ("single letters", "a "),
    ("single letters in one word", "a."),
    ("one letter", "a"),
    ("one digit and letter", "x5"),
    ("signs that may be two letters", "1l1!i1 "),
    ("underscores", "a_"),
    ("stars before letters", "*a"),
    ("zero widths", "\u{200b}"),
    ("accents on one word", "a\u{301}"),
    ("hyphens and lines", "-\n"),
    ("half hidden words", "s**t "),
];

/// Plain words, at the front, and texts of every kind: each of so many bytes, or a few less.
pub fn texts(bytes: usize) -> Vec<Hostile> {
    let posts: String =
        Corpus::of_bytes(5, bytes * 2).into_iter().map(|post| post.text + "\n").collect();
    let small = |sign: char| match sign.to_ascii_lowercase() {
        letter if letter.is_ascii_lowercase() || " .,\n".contains(sign) => letter,
        _ => ' ',
    };
    let plain: String = posts.chars().map(small).collect();
    let words: Vec<&str> = plain
        .split_whitespace()
        .filter(|word| word.bytes().all(|b| b.is_ascii_lowercase()))
        .collect();
    let cut = |mut text: String| {
        text.truncate(text.floor_char_boundary(bytes));
        text
    };
    let mut texts = vec![
        Hostile { name: "plain words", text: cut(plain.clone()) },
        Hostile { name: "ordinary posts", text: cut(posts.clone()) },
    ];
    for (name, write) in WRITERS {
        let mut text = String::with_capacity(bytes + 1000);
        for word in words.iter().cycle() {
            if text.len() >= bytes {
                break;
            }
            text += &write(word);
            text.push(' ');
        }
        texts.push(Hostile { name, text: cut(text) });
    }
    let repeated = |piece: &str| piece.repeat(bytes / piece.len());
    texts.extend(PIECES.iter().map(|(name, piece)| Hostile { name, text: repeated(piece) }));
    texts
}

/// A word with something after each letter.
fn each(word: &str, sign: &str) -> String {
    word.chars().flat_map(|letter| std::iter::once(letter).chain(sign.chars())).collect()
}

/// A word, letter by letter. Writing to a string does not fail.
fn built(word: &str, write: fn(&mut String, char) -> fmt::Result) -> String {
    word.chars().fold(String::new(), |mut text, letter| {
        let _ = write(&mut text, letter);
        text
    })
}

fn digit(value: usize) -> char {
    u8::try_from(value).map_or('0', |value| char::from(b'0' + value))
}

/// A letter as far from another as it is from `from`.
fn shifted(letter: char, from: char, to: u32) -> char {
    let place = u32::from(letter).wrapping_sub(u32::from(from));
    char::from_u32(to.wrapping_add(place)).unwrap_or(letter)
}

/// Letters of one row written as those of another.
fn written(word: &str, from: &str, to: &str) -> String {
    let write = |letter| from.find(letter).and_then(|at| to.chars().nth(at)).unwrap_or(letter);
    word.chars().map(write).collect()
}

#[cfg(test)]
mod tests {
    use super::texts;

    #[test]
    fn each_kind_is_as_long_as_was_asked_and_unlike_the_others() {
        let texts = texts(20_000);
        assert!(texts.len() > 40);
        for one in &texts {
            assert!(
                (19_900..=20_000).contains(&one.text.len()),
                "{}: {}",
                one.name,
                one.text.len()
            );
        }
        let mut distinct: Vec<&str> = texts.iter().map(|one| one.text.as_str()).collect();
        distinct.sort_unstable();
        distinct.dedup();
        assert_eq!(distinct.len(), texts.len());
        // A flag is two letters of this block, of four bytes each.
        let flags = texts.iter().find(|one| one.name == "flags").map(|one| one.text.as_str());
        let letters =
            flags.unwrap_or_default().chars().filter(|c| ('\u{1f1e6}'..='\u{1f1ff}').contains(c));
        assert!(letters.count() > 2_000);
    }
}
