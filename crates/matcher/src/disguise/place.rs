//! A suspicious place: what of the text belongs to it, and what its characters are.
//!
//! In: a text and the marks of the scan. Out: for each place its [`Cell`]s, one for each letter and
//! sign that a reader sees, which are then handed to every disguise. A place is what stands between
//! white space; single letters with spaces between are one place, and so are the two halves of a
//! word that is parted at the end of a line. Each byte belongs to one place at most.

use super::{Disguise, Undo, WAYS, hashtag, word};
use crate::letter::{self, Glyph, Look};
use crate::reading::Found;
use crate::span::Span;

/// What a cell is to a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A letter.
    Letter,
    /// A digit, which may stand for a letter.
    Digit,
    /// A symbol that may stand for a letter.
    Leet,
    /// A symbol that may hide a letter, or mark words up.
    Wild,
    /// A sign that may part letters.
    Part,
    /// White space.
    Space,
    /// A letter of a flag.
    Flag,
    /// Anything else. It parts words.
    Other,
}

/// One letter or sign that a reader sees.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cell {
    /// The letter in lower case, as it reads among Latin letters; or the sign.
    pub(crate) sign: char,
    /// The letter in its own script.
    pub(crate) own: char,
    pub(crate) look: Look,
    pub(crate) kind: Kind,
    pub(crate) is_capital: bool,
    /// The escape that it was written as.
    pub(crate) escape: Option<Disguise>,
    /// Where it stands in the original, with the marks upon it.
    pub(crate) span: Span,
}

/// A suspicious place.
pub(crate) struct Place<'t> {
    /// The whole text.
    pub(crate) text: &'t str,
    pub(crate) cells: &'t [Cell],
    has: u16,
}

/// What a place may have among its cells, so that most disguises need not look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Trait {
    /// A mark of Markdown.
    Markup,
    /// A digit.
    Digit,
    /// `#` or `@`.
    Tag,
    /// A letter of a flag.
    Flag,
    /// The end of a line.
    Line,
    /// A sign that turns the direction of reading.
    Turn,
    /// A letter beyond ASCII.
    Odd,
    /// Three letters or more that each stand alone.
    Singles,
}

impl Place<'_> {
    /// True if the place has this.
    pub(crate) fn has(&self, one: Trait) -> bool {
        self.has & 1 << one as u16 != 0
    }
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

/// Undoes every disguise at the places marked: `plain` and `odd` are bytes of them, each in order.
/// `cells` is kept for its memory alone.
pub(crate) fn undo(
    text: &str,
    [plain, odd]: [&[usize]; 2],
    cells: &mut Vec<Cell>,
    found: &mut Found,
) {
    let (mut plain, mut odd) = (plain.iter().copied().peekable(), odd.iter().copied().peekable());
    let mut done = 0;
    let mut address = Span::new(0, 0);
    loop {
        let next = match (plain.peek(), odd.peek()) {
            (Some(left), Some(right)) if left <= right => plain.next(),
            (Some(_), None) => plain.next(),
            _ => odd.next(),
        };
        let Some(mark) = next else { return };
        if mark < done || mark >= text.len() {
            continue;
        }
        if let Some(end) = hashtag::read_plain(text, mark, found) {
            done = end;
            continue;
        }
        let span = extent(text, mark, done, &mut address);
        done = span.end;
        if is_plain(span.slice(text).unwrap_or_default().as_bytes()) {
            continue;
        }
        read(text, span, cells);
        let from = found.counts();
        let place = Place { text, cells, has: traits(cells) };
        as_written(&place, found);
        for way in WAYS {
            if let Undo::Join(join) = way.undo {
                join(&place, found);
            }
        }
        found.order(from);
    }
}

/// Every [`Trait`] of these cells: one bit each.
fn traits(cells: &[Cell]) -> u16 {
    let bit = |one: Trait| 1_u16 << one as u16;
    let mut has = 0;
    let mut singles = 0;
    let (mut before, mut alone) = (false, false);
    for cell in cells {
        has |= match cell.kind {
            Kind::Letter if cell.span.len() > 1 => bit(Trait::Odd),
            Kind::Letter | Kind::Part => 0,
            Kind::Digit => bit(Trait::Digit),
            Kind::Leet if cell.sign == '@' => bit(Trait::Tag),
            Kind::Wild if cell.sign == '#' => bit(Trait::Tag) | bit(Trait::Markup),
            Kind::Wild | Kind::Leet => bit(Trait::Markup),
            Kind::Flag => bit(Trait::Flag),
            Kind::Space => {
                if matches!(cell.sign, '\n' | '\r') {
                    bit(Trait::Line)
                } else {
                    0
                }
            }
            Kind::Other => {
                if cell.sign == '\u{202e}' {
                    bit(Trait::Turn)
                } else {
                    0
                }
            }
        };
        // A sign may be a letter that stands alone.
        let here = cell.is_plain();
        singles += usize::from(alone && !here) + usize::from(cell.kind == Kind::Leet);
        alone = here && !before;
        before = here;
    }
    singles += usize::from(alone);
    if singles > 2 { has | bit(Trait::Singles) } else { has }
}

/// Which part of the text belongs to the place at `mark`. It begins at `done` at the earliest.
/// `address` is the web address met last: its parts are places of their own, and it is measured once.
fn extent(text: &str, mark: usize, done: usize, address: &mut Span) -> Span {
    let bytes = text.as_bytes();
    if address.contains(mark) {
        return part_of_address(bytes, Span::new(done, address.end), mark);
    }
    let mut here = chunk(bytes, mark, done);
    if is_address(here.slice(text).unwrap_or_default()) {
        *address = here;
        return part_of_address(bytes, here, mark);
    }
    let single =
        |from, to| text.get(from..to).is_some_and(|part| !part.is_empty() && is_single(part));
    let end = here.end;
    if single(here.start, mark + 1) || single(here.start, end) {
        while let Some(before) = before(bytes, here.start, done) {
            let slice = before.slice(text).unwrap_or_default();
            let part = singles_behind(slice);
            if part.len() < slice.len() {
                let part = part.trim_start_matches(|sign| shows(sign) != Some(true));
                let cut = slice.strip_suffix(part).and_then(|rest| rest.chars().next_back());
                if !part.is_empty() && cut.is_some_and(parts_words) {
                    here.start = before.end - part.len();
                }
                break;
            }
            here.start = before.start;
        }
    }
    if single(mark, end) {
        while let Some(after) = after(bytes, here.end) {
            let slice = after.slice(text).unwrap_or_default();
            let part = singles_before(slice);
            if part.len() < slice.len() {
                let part = part.trim_end_matches(|sign| shows(sign) != Some(true));
                let cut = slice.strip_prefix(part).and_then(|rest| rest.chars().next());
                if !part.is_empty() && cut.is_some_and(parts_words) {
                    here.end = after.start + part.len();
                }
                break;
            }
            here.end = after.end;
        }
    }
    let slice = here.slice(text).unwrap_or_default();
    if slice.ends_with('-') {
        let gap = bytes.get(here.end..).unwrap_or_default();
        let blank = gap.iter().take(GAP * 4).take_while(|byte| byte.is_ascii_whitespace()).count();
        let breaks = gap.iter().take(blank).filter(|byte| **byte == b'\n').count();
        let returns = gap.iter().take(blank).filter(|byte| **byte == b'\r').count();
        if breaks.max(returns) == 1 {
            here.end = chunk(bytes, here.end + blank, here.end + blank).end;
        }
    }
    // What is written backwards may hold spaces.
    if let Some(at) = (!slice.is_ascii()).then(|| slice.find('\u{202e}')).flatten() {
        let rest = text.get(here.start + at..).unwrap_or_default();
        let end = rest.char_indices().take(BACKWARDS).find(|(_, c)| *c == '\u{202c}');
        here.end = here.end.max(end.map_or(0, |(end, _)| here.start + at + end));
        here.end = chunk(bytes, here.end, here.end).end;
    }
    here
}

fn is_address(chunk: &str) -> bool {
    let colon = chunk.bytes().position(|byte| byte == b':').and_then(|colon| chunk.get(colon..));
    colon.is_some_and(|rest| rest.starts_with("://")) || chunk.starts_with("www.")
}

/// The part of a web address around `mark`.
fn part_of_address(bytes: &[u8], address: Span, mark: usize) -> Span {
    let parts = |byte: &&u8| !matches!(**byte, b'/' | b':' | b'.' | b'?' | b'=' | b'&');
    let left = bytes.get(address.start..mark).unwrap_or_default();
    let right = bytes.get(mark + 1..address.end).unwrap_or_default();
    let back = left.iter().rev().take_while(parts).count();
    let ahead = right.iter().take_while(parts).count();
    Span::new(mark - back, mark + 1 + ahead)
}

/// How many blanks may stand between single letters.
const GAP: usize = 3;

/// How many characters may be written backwards.
const BACKWARDS: usize = 200;

fn is_blank(byte: u8) -> bool {
    matches!(byte, b'\t'..=b'\r' | b' ')
}

/// What stands between white space around `at`.
fn chunk(bytes: &[u8], at: usize, done: usize) -> Span {
    let left = bytes.get(done..at).unwrap_or_default();
    let right = bytes.get(at..).unwrap_or_default();
    let back = left.iter().rev().take_while(|byte| !is_blank(**byte)).count();
    let ahead = right.iter().take_while(|byte| !is_blank(**byte)).count();
    Span::new(at - back, at + ahead)
}

fn before(bytes: &[u8], start: usize, done: usize) -> Option<Span> {
    let left = bytes.get(done..start)?;
    let blank = left.iter().rev().take(GAP + 1).take_while(|byte| **byte == b' ').count();
    (1..=GAP)
        .contains(&blank)
        .then(|| chunk(bytes, start - blank, done))
        .filter(|one| !one.is_empty())
}

fn after(bytes: &[u8], end: usize) -> Option<Span> {
    let right = bytes.get(end..)?;
    let blank = right.iter().take(GAP + 1).take_while(|byte| **byte == b' ').count();
    (1..=GAP)
        .contains(&blank)
        .then(|| chunk(bytes, end + blank, end + blank))
        .filter(|one| !one.is_empty())
}

/// True for punctuation that belongs to no disguised word.
fn parts_words(character: char) -> bool {
    !matches!(sign(character).1, Kind::Leet | Kind::Wild)
}

/// True if no two letters or digits of it stand side by side.
fn is_single(chunk: &str) -> bool {
    singles_before(chunk).len() == chunk.len()
}

/// What stands before the first two letters or digits side by side.
fn singles_before(chunk: &str) -> &str {
    let mut before = None;
    for (at, character) in chunk.char_indices() {
        match shows(character) {
            Some(true) if before.is_some() => {
                return before.and_then(|before| chunk.get(..before)).unwrap_or_default();
            }
            Some(true) => before = Some(at),
            Some(false) => before = None,
            None => {}
        }
    }
    chunk
}

/// What stands behind the last two letters or digits side by side.
fn singles_behind(chunk: &str) -> &str {
    let mut after = None;
    for (at, character) in chunk.char_indices().rev() {
        match shows(character) {
            Some(true) if after.is_some() => {
                return after.and_then(|after| chunk.get(after..)).unwrap_or_default();
            }
            Some(true) => after = Some(at + character.len_utf8()),
            Some(false) => after = None,
            None => {}
        }
    }
    chunk
}

/// True for a letter or digit, false for what parts words, nothing for what is neither.
fn shows(character: char) -> Option<bool> {
    if character.is_ascii() && !character.is_ascii_control() {
        return Some(character.is_ascii_alphanumeric());
    }
    match letter::read(character) {
        Glyph::Letters(_) => Some(true),
        Glyph::Break => Some(sign(character).1 == Kind::Flag),
        Glyph::Hidden | Glyph::Mark => None,
    }
}

/// True for what school posts are full of and no disguise is made of: `3rd`, `9.15am`, `well!!`.
fn is_plain(chunk: &[u8]) -> bool {
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

/// Reads the characters of a part of the text.
fn read(text: &str, span: Span, cells: &mut Vec<Cell>) {
    cells.clear();
    let place = span.slice(text).unwrap_or_default();
    let mut at = 0;
    while let Some(&byte) = place.as_bytes().get(at) {
        let start = at;
        let here = Span::new(span.start + at, span.start + at + 1);
        if byte.is_ascii_alphanumeric() {
            cells.push(plain(byte, here));
            at += 1;
            continue;
        }
        if let Some(kind) = kind_of(byte) {
            let sign = char::from(byte);
            cells.push(Cell { sign, own: sign, kind, ..plain(b'0', here) });
            at += 1;
            continue;
        }
        let rest = place.get(start..).unwrap_or_default();
        let Some(character) = rest.chars().next() else { return };
        at += character.len_utf8();
        let mut meant = (character, None);
        if matches!(character, '&' | '%') {
            let escaped = WAYS.iter().find_map(|way| match way.undo {
                Undo::Escape(read) => read(rest).map(|read| (read, way.disguise)),
                _ => None,
            });
            if let Some(((character, bytes), way)) = escaped {
                meant = (character, Some(way));
                at = start + bytes;
            }
        }
        put(meant.0, meant.1, Span::new(here.start, span.start + at), cells);
    }
}

/// What an ASCII sign is; nothing for what needs a closer look.
fn kind_of(byte: u8) -> Option<Kind> {
    Some(match byte {
        b'@' | b'$' | b'!' | b'+' | b'|' => Kind::Leet,
        b'*' | b'#' | b'_' | b'^' | b'\\' | b'~' | b'`' => Kind::Wild,
        b'.' | b'-' | b'/' | b',' => Kind::Part,
        b' ' => Kind::Space,
        _ => return None,
    })
}

/// The cell of an ASCII letter or digit.
fn plain(byte: u8, span: Span) -> Cell {
    let sign = char::from(byte.to_ascii_lowercase());
    let is_digit = byte.is_ascii_digit();
    Cell {
        sign,
        own: sign,
        look: if is_digit { Look::Digit } else { Look::Latin },
        kind: if is_digit { Kind::Digit } else { Kind::Letter },
        is_capital: byte.is_ascii_uppercase(),
        escape: None,
        span,
    }
}

/// Adds the cells of one character.
fn put(character: char, escape: Option<Disguise>, span: Span, cells: &mut Vec<Cell>) {
    let mut cell = Cell {
        sign: character,
        own: character,
        look: Look::Digit,
        kind: Kind::Other,
        is_capital: character.is_uppercase(),
        escape,
        span,
    };
    match letter::read(character) {
        Glyph::Letters(letters) => {
            for part in letters {
                // A vowel sign says nothing about a Latin letter, as in folding.
                let last = cells.last_mut().filter(|last| last.is_plain());
                let kind = match part.look {
                    Look::Sign => match last {
                        Some(last) if last.sign.is_ascii() => {
                            last.span.end = span.end;
                            continue;
                        }
                        Some(_) => Kind::Letter,
                        None => Kind::Other,
                    },
                    Look::Digit => Kind::Digit,
                    _ => Kind::Letter,
                };
                cells.push(Cell {
                    sign: part.latin,
                    own: part.letter,
                    look: part.look,
                    kind,
                    ..cell
                });
            }
        }
        Glyph::Mark => {
            if let Some(last) = cells.last_mut() {
                last.span.end = span.end;
            }
        }
        Glyph::Hidden => {
            if let Some(last) = cells.last_mut().filter(|_| escape.is_some()) {
                last.escape = escape;
            }
            // Where the direction of reading turns.
            if matches!(character, '\u{202e}' | '\u{202c}') {
                cells.push(cell);
            }
        }
        Glyph::Break => {
            (cell.sign, cell.kind) = sign(character);
            cell.own = cell.sign;
            cells.push(cell);
        }
    }
}

/// What a character that is no letter is to a word, in its plain form.
fn sign(character: char) -> (char, Kind) {
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

/// The words as they are written, hidden letters and signs for letters among them.
fn as_written(place: &Place<'_>, found: &mut Found) {
    for segment in segments(place.cells) {
        word::spell(place.text, segment, None, found);
    }
}

/// The runs of cells that words may be made of.
pub(crate) fn segments(cells: &[Cell]) -> impl Iterator<Item = &[Cell]> {
    cells.split(|cell| !cell.is_wordy()).filter(|segment| !segment.is_empty())
}

impl Cell {
    /// True if a word may hold it.
    pub(crate) fn is_wordy(&self) -> bool {
        matches!(self.kind, Kind::Letter | Kind::Digit | Kind::Leet | Kind::Wild)
    }

    /// True if it is a letter or a digit.
    pub(crate) fn is_plain(&self) -> bool {
        matches!(self.kind, Kind::Letter | Kind::Digit)
    }

    /// True if it is a mark of Markdown.
    pub(crate) fn is_markup(&self) -> bool {
        self.kind == Kind::Wild && matches!(self.sign, '*' | '_' | '~' | '`')
    }
}
