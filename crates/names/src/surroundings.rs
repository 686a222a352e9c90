//! What stands around a piece: capitals, sentence ends, and what parts it from its neighbour.

use std::borrow::Cow;

use gatepost_matcher::{Prose, Span};
use gatepost_model::{Field, Passage};

use crate::index::Index;
use crate::letters::Letters;
use crate::lexicon::Kinds;
use crate::pieces::{Piece, Pieces};

/// A passage in pieces, and what its capitals are worth.
pub(crate) struct Scene<'p> {
    pub(crate) index: &'p Index,
    pub(crate) prose: &'p Prose,
    pub(crate) pieces: &'p Pieces,
    pub(crate) field: Field,
    capitals: Capitals,
}

/// What capitals tell in a passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Capitals {
    /// Some words have them and some have not.
    Mixed,
    /// Every word is written in capitals, or it is a file name: they tell nothing.
    Mute,
    /// No word has any: the author does not use them.
    Small,
}

/// What parts two neighbouring tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Gap {
    /// Nothing that ends a name: a space, a hyphen, a line break, a bracket, an emoji.
    Joins,
    /// The same, with one comma.
    Comma,
    /// Something that ends a name: a full stop, a colon, a blank line, a long way.
    Parts,
}

/// A letter with its accents has as many bytes at most.
const LONGEST_LETTER: usize = 8;

/// The longest stretch, in characters, that may stand between two words of a name.
const LONGEST_GAP: usize = 8;

impl<'p> Scene<'p> {
    /// Looks at a passage, read in pieces.
    pub(crate) fn new(index: &'p Index, passage: &'p Passage, pieces: &'p Pieces) -> Self {
        let prose = &passage.prose;
        let has = |wanted: fn(char) -> bool| prose.text().chars().any(wanted);
        let capitals = match passage.field {
            Field::Name(_) => Capitals::Mute,
            _ if !has(char::is_uppercase) => Capitals::Small,
            _ if !has(char::is_lowercase) => Capitals::Mute,
            _ => Capitals::Mixed,
        };
        Self { index, prose, pieces, field: passage.field, capitals }
    }

    /// The pieces of the passage.
    pub(crate) fn list(&self) -> &'p [Piece] {
        &self.pieces.list
    }

    /// A piece.
    pub(crate) fn piece(&self, at: usize) -> Option<&'p Piece> {
        self.pieces.list.get(at)
    }

    /// What the word at a place may be.
    pub(crate) fn kinds(&self, at: usize) -> Kinds {
        self.piece(at).map(|piece| self.index.lexicon.kinds(piece.hash)).unwrap_or_default()
    }

    /// The place before this one, if nothing parts them.
    pub(crate) fn joined_before(&self, at: usize) -> Option<usize> {
        at.checked_sub(1).filter(|&left| self.gap(left) == Gap::Joins)
    }

    /// The place after this one, if nothing parts them.
    pub(crate) fn joined_after(&self, at: usize) -> Option<usize> {
        (self.gap(at) == Gap::Joins).then_some(at + 1)
    }

    /// Where pieces `first..=last` stand.
    pub(crate) fn span(&self, first: usize, last: usize) -> Span {
        let pieces = self.list().get(first..=last).unwrap_or_default().iter();
        pieces.map(|piece| piece.span).reduce(Span::join).unwrap_or(Span::new(0, 0))
    }

    /// True if a token begins with a capital, or capitals tell nothing here.
    pub(crate) fn is_capital(&self, at: usize) -> bool {
        self.is_mute(at) || self.first_letter(at).is_some_and(char::is_uppercase)
    }

    /// True if a token begins with a small letter although the author uses capitals.
    pub(crate) fn is_small(&self, at: usize) -> bool {
        self.capitals == Capitals::Mixed
            && !self.is_mute(at)
            && self.first_letter(at).is_some_and(char::is_lowercase)
    }

    fn is_mute(&self, at: usize) -> bool {
        self.capitals == Capitals::Mute || self.piece(at).is_some_and(|piece| piece.is_mute)
    }

    /// True if no word of the passage has a capital.
    pub(crate) fn has_no_capitals(&self) -> bool {
        self.capitals == Capitals::Small
    }

    /// True if a token of two letters or more is in capitals while others are not.
    pub(crate) fn is_shouted(&self, at: usize) -> bool {
        self.capitals == Capitals::Mixed
            && self.slice(at).chars().count() > 1
            && self.slice(at).chars().all(char::is_uppercase)
    }

    /// The character just before a piece.
    pub(crate) fn before(&self, at: usize) -> Option<char> {
        let start = self.piece(at)?.span.start;
        self.prose.text().get(..start)?.chars().next_back()
    }

    /// The character just after a piece.
    pub(crate) fn after(&self, at: usize) -> Option<char> {
        let end = self.piece(at)?.span.end;
        self.prose.text().get(end..)?.chars().next()
    }

    /// A piece as it is written.
    pub(crate) fn slice(&self, at: usize) -> &'p str {
        self.piece(at).map_or("", |piece| self.prose.slice(piece.span))
    }

    /// The letter of a piece of one letter; `None` of others.
    pub(crate) fn letter(&self, at: usize) -> Option<char> {
        let piece = self.piece(at).filter(|piece| piece.span.len() <= LONGEST_LETTER)?;
        if piece.span.len() == 1 {
            return self.pieces.plain_letter(self.prose, at).filter(|_| !piece.is_mute);
        }
        if self.slice(at).is_ascii() {
            return None;
        }
        let mut letters = Letters::default();
        self.pieces.write(self.prose, at, &mut letters)?;
        let mut letters = letters.as_str().chars();
        let letter = letters.next().filter(|letter| letter.is_alphabetic());
        letter.filter(|_| letters.next().is_none() && !piece.is_mute)
    }

    /// What stands between a piece and the next.
    pub(crate) fn between(&self, left: usize) -> &'p str {
        match (self.piece(left), self.piece(left + 1)) {
            (Some(left), Some(right)) => {
                self.prose.text().get(left.span.end..right.span.start).unwrap_or_default()
            }
            _ => "",
        }
    }

    /// What parts a piece and the next; nothing follows the last, which parts too.
    pub(crate) fn gap(&self, left: usize) -> Gap {
        if left + 1 >= self.list().len() {
            return Gap::Parts;
        }
        gap_between(self.slice(left), self.between(left))
    }

    /// True if a token begins a sentence or a line.
    pub(crate) fn begins_sentence(&self, at: usize) -> bool {
        at.checked_sub(1).is_none_or(|left| {
            let between = self.between(left);
            if between == " " {
                return false;
            }
            // The full stop of `Jack S. in 4W` ends no sentence.
            let mut letters = self.slice(left).chars();
            let is_letter =
                letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none();
            let is_initial = is_letter && between.starts_with('.');
            ends_sentence(if is_initial { between.trim_start_matches('.') } else { between })
        })
    }

    /// The tokens of the sentence that a token is in, the token itself among them: `first..end`.
    pub(crate) fn sentence(&self, at: usize) -> std::ops::Range<usize> {
        let first = (0..=at).rev().find(|&token| self.begins_sentence(token)).unwrap_or_default();
        let count = self.list().len();
        let end = (at + 1..count).find(|&token| self.begins_sentence(token)).unwrap_or(count);
        first..end
    }

    fn first_letter(&self, at: usize) -> Option<char> {
        self.slice(at).chars().find(|c| c.is_alphanumeric())
    }
}

/// What parts a word from the next, with this between them.
#[inline]
pub(crate) fn gap_between(left: &str, between: &str) -> Gap {
    if between == " " { Gap::Joins } else { wide_gap(left, between) }
}

fn wide_gap(left: &str, between: &str) -> Gap {
    let between = plain(between);
    let breaks = between.matches('\n').count();
    let commas = between.chars().filter(|c| matches!(c, ',' | '，' | '،')).count();
    // A full stop before a space ends a sentence, but for that of `J. Smith` or `St. John`.
    let stops = left.chars().count() > 2
        && between.chars().zip(between.chars().skip(1)).any(|(l, r)| l == '.' && r.is_whitespace());
    if between.chars().count() > LONGEST_GAP
        || breaks > 1
        || commas > 1
        || stops
        || !between.chars().all(may_join)
    {
        return Gap::Parts;
    }
    if commas == 1 { Gap::Comma } else { Gap::Joins }
}

/// What stands between two pieces, without what an address or a page writes for a space.
fn plain(between: &str) -> Cow<'_, str> {
    if between.contains(['&', '%']) {
        let escapes = [("&nbsp;", " "), ("&NBSP;", " "), ("%20", " "), ("%2D", "-"), ("%27", "'")];
        let between =
            escapes.iter().fold(between.to_owned(), |text, (from, to)| text.replace(from, to));
        Cow::Owned(between)
    } else {
        Cow::Borrowed(between)
    }
}

fn ends_sentence(between: &str) -> bool {
    between.contains(['!', '?', '\n', '…']) || between.starts_with('.') && between.len() > 1
}

/// Spaces, hyphens, apostrophes, quotation marks, brackets, Markdown, underscores, dots, commas, `#`,
/// and symbols outside ASCII, such as emoji, that do not end a phrase.
fn may_join(character: char) -> bool {
    match character {
        '-' | '\'' | '"' | '`' | '_' | '.' | ',' | '*' | '~' | '#' | '(' | ')' | '[' | ']'
        | '{' | '}' => true,
        '…' | '·' | '•' | '‼' | '⁇' | '⁈' | '⁉' | '¿' | '¡' | '。' | '、' | '；' | '：' | '！'
        | '？' => false,
        other => other.is_whitespace() || !other.is_ascii(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Gap, Scene};
    use crate::index::Index;
    use crate::pieces::Pieces;
    use gatepost_matcher::Prose;
    use gatepost_model::{Field, Passage, PupilKey};
    use gatepost_records::{Pupil, Roster, StaffRegister};

    fn scene<T>(text: &str, look: impl FnOnce(&Scene<'_>) -> T) -> T {
        let jack = Pupil {
            key: PupilKey::new("P1"),
            forename: "Jack".into(),
            preferred_forename: None,
            middle_names: None,
            surname: "Smith".into(),
            preferred_surname: None,
            year: None,
            class: None,
            born: None,
            leaves: None,
            do_not_publish: false,
        };
        let index = Index::new(&Roster::new(vec![jack]), &StaffRegister::default());
        let passage = Passage { field: Field::Text, prose: Prose::new(text) };
        let mut pieces = Pieces::default();
        pieces.read(&index, &passage);
        look(&Scene::new(&index, &passage, &pieces))
    }

    #[test]
    fn a_name_ends_where_a_sentence_does() {
        for (text, gap) in [
            ("Jack Smith", Gap::Joins),
            ("Jack\u{a0}Smith", Gap::Joins),
            ("Jack\nSmith", Gap::Joins),
            ("Jack\r\nSmith", Gap::Joins),
            ("**Jack** (Smith)", Gap::Joins),
            ("Jack ⭐\u{fe0f}👩\u{200d}🚀 Smith", Gap::Joins),
            ("jack.smith", Gap::Joins),
            ("J. Smith", Gap::Joins),
            ("SMITH, Jack", Gap::Comma),
            ("Jack. Smith", Gap::Parts),
            ("Jack\n\nSmith", Gap::Parts),
            ("Jack: Smith", Gap::Parts),
            ("Jack! Smith", Gap::Parts),
            ("Jack & Smith", Gap::Parts),
            ("Jack • Smith", Gap::Parts),
            ("Jack                Smith", Gap::Parts),
            ("Jack", Gap::Parts),
        ] {
            assert_eq!(scene(text, |scene| scene.gap(0)), gap, "{text:?}");
        }
    }

    #[test]
    fn a_sentence_is_found_from_any_of_its_words() {
        scene("Hello all. Jack is in Year 5! Bye", |scene| {
            for at in 2..7 {
                assert_eq!(scene.sentence(at), 2..7);
            }
            assert_eq!(scene.sentence(7), 7..8);
        });
    }
}
