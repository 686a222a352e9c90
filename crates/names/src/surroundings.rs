//! What stands around a token: capitals, sentence ends, and what parts it from its neighbour.

use gatepost_matcher::{Prose, Token};
use gatepost_model::{Field, Passage};

/// A passage, and what its capitals are worth.
pub(crate) struct Scene<'p> {
    pub(crate) prose: &'p Prose,
    pub(crate) field: Field,
    letters: Letters,
}

/// What capitals tell in a passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Letters {
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

/// The longest stretch, in characters, that may stand between two words of a name.
const LONGEST_GAP: usize = 8;

impl<'p> Scene<'p> {
    /// Looks at a passage.
    pub(crate) fn new(passage: &'p Passage) -> Self {
        let prose = &passage.prose;
        let has = |wanted: fn(char) -> bool| prose.text().chars().any(wanted);
        let letters = match passage.field {
            Field::Name(_) => Letters::Mute,
            _ if !has(char::is_uppercase) => Letters::Small,
            _ if !has(char::is_lowercase) => Letters::Mute,
            _ => Letters::Mixed,
        };
        Self { prose, field: passage.field, letters }
    }

    /// The tokens of the passage.
    pub(crate) fn tokens(&self) -> &'p [Token] {
        self.prose.tokens()
    }

    /// True if a token begins with a capital, or capitals tell nothing here.
    pub(crate) fn is_capital(&self, at: usize) -> bool {
        self.letters == Letters::Mute || self.first_letter(at).is_some_and(char::is_uppercase)
    }

    /// True if a token begins with a small letter although the author uses capitals.
    pub(crate) fn is_small(&self, at: usize) -> bool {
        self.letters == Letters::Mixed && self.first_letter(at).is_some_and(char::is_lowercase)
    }

    /// True if no word of the passage has a capital.
    pub(crate) fn has_no_capitals(&self) -> bool {
        self.letters == Letters::Small
    }

    /// True if a token of two letters or more is in capitals while others are not.
    pub(crate) fn is_shouted(&self, at: usize) -> bool {
        self.letters == Letters::Mixed
            && self.slice(at).chars().count() > 1
            && self.slice(at).chars().all(char::is_uppercase)
    }

    /// True if letters of both cases stand in a token with a capital after a small letter: `JackSmith`.
    pub(crate) fn is_camel_case(&self, at: usize) -> bool {
        let slice = self.slice(at);
        slice.chars().zip(slice.chars().skip(1)).any(|(l, r)| l.is_lowercase() && r.is_uppercase())
    }

    /// The character just before a token.
    pub(crate) fn before(&self, at: usize) -> Option<char> {
        let start = self.tokens().get(at)?.span.start;
        self.prose.text().get(..start)?.chars().next_back()
    }

    /// A token as it is written.
    pub(crate) fn slice(&self, at: usize) -> &'p str {
        self.tokens().get(at).map_or("", |token| self.prose.slice(token.span))
    }

    /// What stands between a token and the next.
    pub(crate) fn between(&self, left: usize) -> &'p str {
        match (self.tokens().get(left), self.tokens().get(left + 1)) {
            (Some(left), Some(right)) => self.prose.between(left, right),
            _ => "",
        }
    }

    /// What parts a token and the next; nothing follows the last, which parts too.
    pub(crate) fn gap(&self, left: usize) -> Gap {
        if left + 1 >= self.tokens().len() {
            return Gap::Parts;
        }
        let between = self.between(left);
        if between == " " {
            return Gap::Joins;
        }
        let breaks = between.matches('\n').count();
        let commas = between.chars().filter(|c| matches!(c, ',' | '，' | '،')).count();
        // A full stop before a space ends a sentence, but for that of `J. Smith` or `St. John`.
        let stops = self.slice(left).chars().count() > 2
            && between
                .chars()
                .zip(between.chars().skip(1))
                .any(|(l, r)| l == '.' && r.is_whitespace());
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

    /// True if tokens `first..=last` hang together without a comma.
    pub(crate) fn is_run(&self, first: usize, last: usize) -> bool {
        (first..last).all(|at| self.gap(at) == Gap::Joins)
    }

    /// True if a token begins a sentence or a line.
    pub(crate) fn begins_sentence(&self, at: usize) -> bool {
        at.checked_sub(1).is_none_or(|left| {
            let between = self.between(left);
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
        let count = self.tokens().len();
        let end = (at + 1..count).find(|&token| self.begins_sentence(token)).unwrap_or(count);
        first..end
    }

    fn first_letter(&self, at: usize) -> Option<char> {
        self.slice(at).chars().find(|c| c.is_alphanumeric())
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
    use gatepost_matcher::Prose;
    use gatepost_model::{Field, Passage};

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
            let passage = Passage { field: Field::Text, prose: Prose::new(text) };
            assert_eq!(Scene::new(&passage).gap(0), gap, "{text:?}");
        }
    }

    #[test]
    fn a_sentence_is_found_from_any_of_its_words() {
        let passage =
            Passage { field: Field::Text, prose: Prose::new("Hello all. Jack is in Year 5! Bye") };
        let scene = Scene::new(&passage);
        for at in 2..7 {
            assert_eq!(scene.sentence(at), 2..7);
        }
        assert_eq!(scene.sentence(7), 7..8);
    }
}
