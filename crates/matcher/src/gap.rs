//! What may stand between two words that belong together.

use crate::letter::{self, Glyph};

/// What may stand between two words of a phrase.
///
/// ```
/// use gatepost_matcher::Gap;
///
/// assert!(Gap::Joined.allows("-") && Gap::Joined.allows("’") && Gap::Joined.allows("\r\n"));
/// assert!(!Gap::Joined.allows(", ") && Gap::Comma.allows(", "));
/// assert!(!Gap::Comma.allows("! ") && !Gap::Comma.allows("\n\n"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gap {
    /// White space, hyphens, apostrophes and dots, three at most, with no more than one line break,
    /// and up to four Markdown marks (`*`, `_`, `~`, `` ` ``). Invisible characters and marks do
    /// not count.
    Joined,
    /// The same, and one of the three may be a comma: `Smith, Jack`.
    Comma,
}

/// How many characters may part two words, Markdown marks left out.
const CHARACTERS: usize = 3;

/// How many Markdown marks may stand beside them: two words, each in `**`.
const MARKDOWN: usize = 4;

impl Gap {
    /// True if two words with this text between them may belong to one phrase.
    pub fn allows(self, between: &str) -> bool {
        // Nearly every gap there is.
        if between == " " {
            return true;
        }
        let mut characters = 0;
        let mut markdown = 0;
        let mut breaks = 0;
        let mut commas = 0;
        let mut before = ' ';
        for character in between.chars() {
            match character {
                '*' | '_' | '~' | '`' | '＊' | '＿' => markdown += 1,
                // The second half of one line break.
                '\n' if before == '\r' => {}
                '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                    characters += 1;
                    breaks += 1;
                }
                ',' | '，' | '﹐' => {
                    characters += 1;
                    commas += 1;
                }
                _ if character.is_whitespace() || is_joiner(character) => characters += 1,
                _ if matches!(letter::read(character), Glyph::Hidden | Glyph::Mark) => {}
                _ => return false,
            }
            if characters > CHARACTERS || markdown > MARKDOWN || breaks > 1 {
                return false;
            }
            before = character;
        }
        commas <= usize::from(self == Self::Comma)
    }
}

/// Hyphens and dashes, apostrophes straight and curly, dots.
fn is_joiner(character: char) -> bool {
    matches!(
        character,
        '-' | '‐'
            ..='―'
                | '−'
                | '﹘'
                | '﹣'
                | '－'
                | '\''
                | '‘'
                | '’'
                | '‛'
                | '′'
                | '＇'
                | '´'
                | '.'
                | '．'
                | '·'
                | '•'
    ) || letter::is_apostrophe(character)
}

#[cfg(test)]
mod tests {
    use super::Gap;

    #[test]
    fn words_may_be_bold_each_by_itself() {
        assert!(Gap::Joined.allows("** **"));
        assert!(Gap::Joined.allows("_ _"));
        assert!(!Gap::Joined.allows("*****"));
    }

    #[test]
    fn invisible_characters_do_not_count() {
        assert!(Gap::Joined.allows(&format!("{} {}", "\u{200b}".repeat(9), "\u{2060}".repeat(9))));
        assert!(!Gap::Joined.allows("    "));
        assert!(!Gap::Comma.allows(",,"));
    }

    #[test]
    fn one_line_break_but_no_blank_line() {
        for allowed in ["\n", "\r\n", "\r", " \n "] {
            assert!(Gap::Joined.allows(allowed), "{allowed:?}");
        }
        for refused in ["\n\n", "\r\n\r\n", "\n\r", "\u{2029}\n"] {
            assert!(!Gap::Joined.allows(refused), "{refused:?}");
        }
    }
}
