//! What people see: colour on a terminal, plain text elsewhere, wrapped to its width.

use std::io::Write;

use anstyle::{AnsiColor, Style};

/// For released drafts and what is in order.
pub(crate) const GOOD: Style = AnsiColor::Green.on_default().bold();
/// For held drafts and what must be mended.
pub(crate) const BAD: Style = AnsiColor::Red.on_default().bold();
/// For advice.
pub(crate) const MILD: Style = AnsiColor::Yellow.on_default();
/// For what stands in the background.
pub(crate) const FAINT: Style = Style::new().dimmed();
/// For headings.
pub(crate) const STRONG: Style = Style::new().bold();

/// Text in a style.
pub(crate) fn styled(style: Style, text: &str) -> String {
    format!("{style}{text}{style:#}")
}

/// Says why nothing could be done.
pub(crate) fn complain(problem: &anyhow::Error) {
    let mut told = String::new();
    for cause in problem.chain() {
        let cause = cause.to_string();
        // Errors that wrap another often repeat it.
        if !told.contains(&cause) {
            if !told.is_empty() {
                told.push_str(": ");
            }
            told.push_str(&cause);
        }
    }
    let _ = writeln!(anstream::stderr(), "{} {told}", styled(BAD, "gatepost:"));
}

/// Says something on standard error that stops nothing.
pub(crate) fn warn(message: &str) {
    let _ = writeln!(anstream::stderr(), "{} {message}", styled(MILD, "gatepost:"));
}

/// Wraps a paragraph to `width` columns, each line after `indent` blanks. Words longer than a line
/// stay whole.
pub(crate) fn wrap(text: &str, width: usize, indent: usize) -> String {
    let blank = " ".repeat(indent);
    let mut wrapped = String::new();
    let mut column = 0;
    for word in text.split_whitespace() {
        let length = word.chars().count();
        if column == 0 {
            wrapped.push_str(&blank);
            column = indent;
        } else if column + 1 + length > width {
            wrapped.push('\n');
            wrapped.push_str(&blank);
            column = indent;
        } else {
            wrapped.push(' ');
            column += 1;
        }
        wrapped.push_str(word);
        column += length;
    }
    wrapped
}

/// `1 draft`, `2 drafts`.
pub(crate) fn count(number: usize, one: &str, several: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { several })
}

/// Columns to use: the terminal's, within what reads well.
pub(crate) const WIDTH: usize = 96;

#[cfg(test)]
mod tests {
    use super::wrap;

    #[test]
    fn lines_are_no_longer_than_asked() {
        assert_eq!(wrap("one two three", 9, 2), "  one two\n  three");
        assert_eq!(wrap("a-very-long-word b", 5, 0), "a-very-long-word\nb");
        assert_eq!(wrap("", 9, 2), "");
    }
}
