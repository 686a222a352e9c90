//! Text that others wrote, made safe to look at.
//!
//! Some characters show nothing, or turn the words after them around; with them a draft could make a
//! page, a note or a terminal say what it does not. They are written out by number here. Left as they
//! are: the joiners and selectors that emoji and many scripts need.

/// A stretch of text, or one character that is written out because it would not be seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Run {
    /// What to show.
    pub(crate) text: String,
    /// Which of the two.
    pub(crate) kind: RunKind,
}

/// What a [`Run`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RunKind {
    /// Words as they stand.
    Words,
    /// The number of a character that shows nothing.
    Unseen,
}

impl Run {
    /// For templates, which cannot name the kind.
    pub(crate) fn is_unseen(&self) -> bool {
        self.kind == RunKind::Unseen
    }
}

/// Takes a text apart into what can be shown as it is and what cannot.
pub(crate) fn runs(text: &str) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for character in text.chars() {
        if is_unseen(character) {
            runs.push(Run { text: number(character), kind: RunKind::Unseen });
            continue;
        }
        match runs.last_mut() {
            Some(run) if run.kind == RunKind::Words => run.text.push(character),
            _ => runs.push(Run { text: character.to_string(), kind: RunKind::Words }),
        }
    }
    runs
}

/// A text on one line, with unseen characters as `[U+202E]`.
pub fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\n' | '\t' | '\u{85}' | '\u{2028}' | '\u{2029}' => line.push(' '),
            '\r' => {}
            unseen if is_unseen(unseen) => {
                line.push('[');
                line.push_str(&number(unseen));
                line.push(']');
            }
            seen => line.push(seen),
        }
    }
    line
}

fn number(character: char) -> String {
    format!("U+{:04X}", u32::from(character))
}

/// Controls, marks of direction, and letters of no width.
fn is_unseen(character: char) -> bool {
    match character {
        '\n' | '\r' | '\t' => false,
        '\u{ad}'
        | '\u{61c}'
        | '\u{115f}'
        | '\u{1160}'
        | '\u{180e}'
        | '\u{200b}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{3164}'
        | '\u{feff}'
        | '\u{ffa0}'
        | '\u{fff9}'..='\u{fffb}' => true,
        other => other.is_control(),
    }
}

#[cfg(test)]
mod tests {
    use super::{one_line, runs};

    #[test]
    fn what_turns_words_around_is_written_out() {
        assert_eq!(one_line("photo\u{202e}gpj.exe"), "photo[U+202E]gpj.exe");
        assert_eq!(one_line("a\u{1b}[31mb\r\nc"), "a[U+001B][31mb c");
        let runs = runs("ab\u{200b}c");
        assert_eq!(runs.len(), 3);
        assert!(runs.get(1).is_some_and(super::Run::is_unseen));
    }

    #[test]
    fn emoji_stay_whole() {
        let family = "👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿 ❤️";
        assert_eq!(one_line(family), family);
    }
}
