//! Lines of a plain text, broken at a width.

/// How many characters a line holds.
const WIDTH: usize = 78;

/// Appends `text` to `page` as a paragraph: the first line begins with `first`, the others with as many
/// blanks. A word longer than a line keeps a line to itself.
pub(crate) fn paragraph(page: &mut String, first: &str, text: &str) {
    let indent = first.chars().count();
    page.push_str(first);
    let mut column = indent;
    for word in text.split_whitespace() {
        let length = word.chars().count();
        if column > indent && column + 1 + length > WIDTH {
            page.push('\n');
            page.extend(std::iter::repeat_n(' ', indent));
            column = indent;
        }
        if column > indent {
            page.push(' ');
            column += 1;
        }
        page.push_str(word);
        column += length;
    }
    page.push('\n');
}

#[cfg(test)]
mod tests {
    use super::paragraph;

    #[test]
    fn lines_hang_from_their_mark_and_fit() {
        let mut page = String::new();
        paragraph(&mut page, "1. ", &"word ".repeat(40));
        assert!(page.lines().all(|line| line.chars().count() <= 78));
        assert!(page.lines().skip(1).all(|line| line.starts_with("   word")));
        assert_eq!(page.split_whitespace().count(), 41);
    }
}
