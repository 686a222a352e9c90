//! A text with its letters and digits as plain ones: what patterns of identifiers read.
//!
//! In: a text. Out: the same text with digits and letters of full width, styled and circled digits and
//! keycaps as ASCII, blanks of every width beside digits as one blank, and without the invisible
//! characters inside words. Everything else stays, capitals too, and each place leads back to the
//! original. Most texts are clear as they are, and cost no more than a look.

use std::ops::Range;

use gatepost_model::Span;

/// A text that was not clear.
pub(crate) struct Clear {
    text: String,
    /// For each byte of `text`, where its character stands in the original.
    places: Vec<Span>,
}

impl Clear {
    /// Reads a text; nothing where it is clear as it is.
    pub(crate) fn of(original: &str) -> Option<Self> {
        if !is_disguised(original) {
            return None;
        }
        let mut clear = Self { text: String::with_capacity(original.len()), places: Vec::new() };
        for (at, c, read) in chars(original) {
            let c = match read {
                Read::AsIs => c,
                Read::As(plain) => plain,
                Read::Nothing => continue,
            };
            clear.text.push(c);
            let place = Span::new(at, at + original_length(original, at));
            clear.places.resize(clear.text.len(), place);
        }
        Some(clear)
    }

    /// The whole of it.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Where a range stands in the original.
    pub(crate) fn place(&self, range: Range<usize>) -> Span {
        let first = self.places.get(range.start).copied();
        let last = range.end.checked_sub(1).and_then(|last| self.places.get(last).copied());
        match (first, last) {
            (Some(first), Some(last)) => first.join(last),
            _ => Span::new(0, 0),
        }
    }
}

/// True if a text holds characters that stand for plain ones.
pub(crate) fn is_disguised(text: &str) -> bool {
    let mut from = 0;
    // Up to the first that does, each character is as it is.
    while let Some(at) =
        text.as_bytes().get(from..).and_then(|rest| rest.iter().position(|byte| !byte.is_ascii()))
    {
        let at = from + at;
        let (before, rest) = text.split_at_checked(at).unwrap_or_default();
        let mut behind = rest.chars();
        let Some(c) = behind.next() else { return false };
        let before = before.chars().next_back().unwrap_or(' ');
        if read(before, c, behind.next().unwrap_or(' ')) != Read::AsIs {
            return true;
        }
        from = at + c.len_utf8();
    }
    false
}

/// What a character is read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Read {
    AsIs,
    As(char),
    Nothing,
}

fn original_length(text: &str, at: usize) -> usize {
    text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8)
}

/// The characters of a text, each with its place and what it is read as.
fn chars(text: &str) -> impl Iterator<Item = (usize, char, Read)> {
    let mut before = ' ';
    let mut rest = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (at, c) = rest.next()?;
        let behind = rest.peek().map_or(' ', |(_, next)| *next);
        let read = if c.is_ascii() { Read::AsIs } else { read(before, c, behind) };
        before = match read {
            Read::AsIs => c,
            Read::As(plain) => plain,
            Read::Nothing => before,
        };
        Some((at, c, read))
    })
}

fn read(before: char, c: char, behind: char) -> Read {
    let code = u32::from(c);
    let inside = |c: char| c.is_alphanumeric() || matches!(c, '@' | '.' | '-' | '+');
    let from = |first: u32, plain: char| {
        char::from_u32(u32::from(plain) + code - first).map_or(Read::AsIs, Read::As)
    };
    match code {
        // Keycaps: a digit, a selector and the cap.
        0xfe0f | 0x20e3 if before.is_ascii_digit() => Read::Nothing,
        // Soft hyphens, zero-width characters, marks of direction.
        0xad | 0x34f | 0x180e | 0x200b..=0x200f | 0x202a..=0x202e | 0x2060..=0x2069 | 0xfeff
            if inside(before) && (inside(behind) || !behind.is_ascii()) =>
        {
            Read::Nothing
        }
        0xa0 | 0x2000..=0x200a | 0x202f | 0x205f | 0x3000
            if before.is_ascii_digit() || behind.is_ascii_digit() =>
        {
            Read::As(' ')
        }
        0x2010..=0x2012 | 0x2212 if inside(before) && inside(behind) => Read::As('-'),
        0x2024 | 0x3002 | 0xff61 => Read::As('.'),
        0xff01..=0xff5e => from(0xff01, '!'),
        0x2460..=0x2468 => from(0x2460, '1'),
        0x2776..=0x277e => from(0x2776, '1'),
        0x24ea => Read::As('0'),
        0x1d7ce..=0x1d7ff => {
            char::from_digit((code - 0x1d7ce) % 10, 10).map_or(Read::AsIs, Read::As)
        }
        0x1d400..=0x1d6a3 => {
            let letter = (code - 0x1d400) % 52;
            let first = if letter < 26 { u32::from('A') } else { u32::from('a') - 26 };
            char::from_u32(first + letter).map_or(Read::AsIs, Read::As)
        }
        _ => Read::AsIs,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        Clear::of(text).map_or_else(|| text.to_string(), |clear| clear.text().to_string())
    }

    #[test]
    fn what_is_disguised_has_a_clear_text() {
        for text in [
            "",
            "é",
            "Zoë’s 7 – 9",
            "07\u{200b}7",
            "é\u{ad}é",
            "０",
            "7\u{a0}pm",
            "a \u{200d}",
            "👩🏽\u{200d}🏫",
        ] {
            let any = chars(text).any(|(_, _, read)| read != Read::AsIs);
            assert_eq!(is_disguised(text), any, "{text:?}");
        }
    }

    #[test]
    fn disguises_are_undone() {
        assert_eq!(read("ＡＢ１２\u{2007}ＣＤＥ"), "AB12 CDE");
        assert_eq!(read("A\u{200b}B\u{ad}12 0️⃣7️⃣ ⑦⓪ 𝟎𝐀𝐳"), "AB12 07 70 0Az");
        assert_eq!(read("jo＠mail․example"), "jo@mail.example");
    }

    #[test]
    fn what_is_clear_stays() {
        for text in ["Café 3–5pm ❤️ 👩🏽\u{200d}🏫", "plain", "naïve “quotes”"] {
            assert!(Clear::of(text).is_none(), "{text}");
        }
    }

    #[test]
    fn places_lead_back() {
        let text = "é Ａ\u{200b}Ｂ１ ñ";
        let clear = Clear::of(text).expect("it is disguised");
        let at = clear.text().find("AB1").expect("it is there");
        assert_eq!(clear.place(at..at + 3).slice(text), Some("Ａ\u{200b}Ｂ１"));
    }
}
