//! Digits of a text, however they are parted or written.
//!
//! In: a [`Prose`]. Out: its runs of digit groups, each with its place in the original. `07700-900
//! 123` is one run of three groups, and so is `oh double seven ...`; `Ｏ７７００`, keycap emoji and
//! digits with invisible characters between them come folded from the prose. What a run means, its
//! reader says: telephone, bank account, NHS number. A slash, colon, comma or line break ends a
//! run, so that dates, times and amounts do not flow into each other.

use gatepost_model::{Prose, Span, Token};

/// Words that stand for digits. `double` and its like repeat the digit behind them.
pub(crate) const SPELLED: &[(&str, Spelled)] = &[
    ("zero", Spelled::Digit('0')),
    ("oh", Spelled::Digit('0')),
    ("o", Spelled::Digit('0')),
    ("nought", Spelled::Digit('0')),
    ("one", Spelled::Digit('1')),
    ("two", Spelled::Digit('2')),
    ("three", Spelled::Digit('3')),
    ("four", Spelled::Digit('4')),
    ("five", Spelled::Digit('5')),
    ("six", Spelled::Digit('6')),
    ("seven", Spelled::Digit('7')),
    ("eight", Spelled::Digit('8')),
    ("nine", Spelled::Digit('9')),
    ("double", Spelled::Times(2)),
    ("triple", Spelled::Times(3)),
    ("treble", Spelled::Times(3)),
];

/// What a spelled-out word does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Spelled {
    /// It is a digit.
    Digit(char),
    /// It repeats the first digit that follows.
    Times(usize),
}

/// Digits that stand together. Not `Debug`: they may be anybody's number.
pub(crate) struct Group {
    /// ASCII digits, at least one.
    pub(crate) digits: String,
    /// Their place in the original.
    pub(crate) span: Span,
    /// What parts it from the group before; empty for the first.
    pub(crate) parted_by: String,
    /// True if all its digits were written as digits.
    pub(crate) written: bool,
}

/// Groups that follow each other with little between them.
#[derive(Default)]
pub(crate) struct Run {
    /// In the order of the text; at least one.
    pub(crate) groups: Vec<Group>,
}

impl Run {
    /// From the first byte of one group to the end of another; both indices must be in the run.
    pub(crate) fn span(&self, first: usize, last: usize) -> Option<Span> {
        Some(self.groups.get(first)?.span.join(self.groups.get(last)?.span))
    }

    /// The stretches of consecutive groups, from each group as far as `limit` digits allow: what a
    /// reader with a fixed length looks through. By first group, shortest first.
    pub(crate) fn stretches(&self, limit: usize) -> impl Iterator<Item = (usize, usize, String)> {
        (0..self.groups.len()).flat_map(move |first| {
            let mut digits = String::new();
            let groups = self.groups.get(first..).unwrap_or_default();
            groups.iter().enumerate().map_while(move |(more, group)| {
                digits.push_str(&group.digits);
                (digits.len() <= limit).then(|| (first, first + more, digits.clone()))
            })
        })
    }
}

/// The runs of a text, in order.
pub(crate) fn runs(prose: &Prose) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut previous: Option<&Token> = None;
    let mut repeat: Option<(usize, &Token)> = None;
    for token in prose.tokens() {
        let Some(numeral) = Numeral::of(prose, token) else {
            (previous, repeat) = (None, None);
            continue;
        };
        let parted_by = previous.map_or("", |last| prose.between(last, token));
        let continues = previous.is_some() && parts(parted_by, numeral.is_spelled());
        let (digits, written) = match numeral {
            Numeral::Times(times) => {
                if !continues || runs.is_empty() {
                    runs.push(Run::default());
                }
                repeat = Some((times, token));
                previous = Some(token);
                continue;
            }
            Numeral::Spelled(digit) => (digit.to_string(), false),
            Numeral::Written(digits) => (digits, true),
            Numeral::Resembling(digits) => (digits, false),
        };
        let (digits, span) = match repeat.take().filter(|_| continues) {
            Some((times, word)) => (repeated(&digits, times), word.span.join(token.span)),
            None => (digits, token.span),
        };
        if !continues || runs.is_empty() {
            runs.push(Run::default());
        }
        if let Some(run) = runs.last_mut() {
            let parted_by = if run.groups.is_empty() { String::new() } else { parted_by.into() };
            run.groups.push(Group { digits, span, parted_by, written });
        }
        previous = Some(token);
    }
    runs.retain(|run| !run.groups.is_empty());
    runs
}

/// What a token is as a numeral.
enum Numeral {
    Written(String),
    /// Digits with letters that look like them: `O77OO`.
    Resembling(String),
    Spelled(char),
    Times(usize),
}

impl Numeral {
    fn of(prose: &Prose, token: &Token) -> Option<Self> {
        let folded = prose.folded(token);
        let first = folded.chars().next()?;
        if !first.is_ascii_digit()
            && !matches!(first, 'd' | 'e' | 'f' | 'i' | 'l' | 'n' | 'o' | 's' | 't' | 'z')
        {
            return None;
        }
        if folded.chars().all(|c| c.is_ascii_digit()) {
            return Some(Self::Written(folded.chars().collect()));
        }
        if let Some((_, spelled)) = SPELLED.iter().find(|(word, _)| folded == *word) {
            return Some(match *spelled {
                Spelled::Digit(digit) => Self::Spelled(digit),
                Spelled::Times(times) => Self::Times(times),
            });
        }
        let resembles = |c| match c {
            '0'..='9' => Some(c),
            'o' => Some('0'),
            'i' | 'l' => Some('1'),
            _ => None,
        };
        let digits: Option<String> = folded.chars().map(resembles).collect();
        digits.filter(|_| folded.chars().any(|c| c.is_ascii_digit())).map(Self::Resembling)
    }

    const fn is_spelled(&self) -> bool {
        matches!(self, Self::Spelled(_) | Self::Times(_))
    }
}

/// True if two groups with this between them belong to one run. Spelled-out digits may be parted by
/// commas, as one reads them out.
fn parts(between: &str, spelled: bool) -> bool {
    between.chars().count() <= 3
        && between.chars().all(|c| match c {
            '\n' | '\r' => false,
            ',' => spelled,
            '-' | '‐'..='―' | '.' | '(' | ')' | '_' | '·' | '•' => true,
            other => other.is_whitespace(),
        })
}

fn repeated(digits: &str, times: usize) -> String {
    let mut rest = digits.chars();
    let mut out = String::new();
    if let Some(first) = rest.next() {
        out.extend(std::iter::repeat_n(first, times));
    }
    out.extend(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<Vec<String>> {
        let groups = |run: Run| run.groups.into_iter().map(|group| group.digits).collect();
        runs(&Prose::new(text)).into_iter().map(groups).collect()
    }

    #[test]
    fn digits_are_read_however_they_are_written() {
        assert_eq!(read("ring 07700-900 123 now"), [["07700", "900", "123"]]);
        assert_eq!(read("０７７００ ９００１２３"), [["07700", "900123"]]);
        assert_eq!(read("oh double seven, one"), [["0", "77", "1"]]);
        assert_eq!(read("O77OO 9OO123"), [["07700", "900123"]]);
        assert_eq!(read("0️⃣7️⃣7️⃣"), [["077"]]);
    }

    #[test]
    fn dates_times_and_lines_part_runs() {
        assert_eq!(read("01/02/2026"), [["01"], ["02"], ["2026"]]);
        assert_eq!(read("5\n6"), [["5"], ["6"]]);
        assert_eq!(read("10:30"), [["10"], ["30"]]);
        assert!(read("no digits, only words").is_empty());
    }
}
