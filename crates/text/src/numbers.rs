//! Digits of a text, however they are parted or written.
//!
//! In: a [`Prose`]. Out: its runs of digit groups, each with its place in the original. `07700-900
//! 123` is one run of three groups, and so is `oh double seven ...`; `Ｏ７７００`, keycap emoji and
//! digits with invisible characters between them come folded from the prose. What a run means, its
//! reader says: telephone, bank account, NHS number. A slash, colon, comma or line break ends a
//! run, so that dates, times and amounts do not flow into each other.

use gatepost_model::{Prose, Span, Token};

use crate::shapes::EACH;

/// Words that stand for digits, two at most each. `double` and its like repeat the digit behind them,
/// and `nine hundred` is `900`.
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
    ("ten", Spelled::Digits("10")),
    ("eleven", Spelled::Digits("11")),
    ("twelve", Spelled::Digits("12")),
    ("thirteen", Spelled::Digits("13")),
    ("fourteen", Spelled::Digits("14")),
    ("fifteen", Spelled::Digits("15")),
    ("sixteen", Spelled::Digits("16")),
    ("seventeen", Spelled::Digits("17")),
    ("eighteen", Spelled::Digits("18")),
    ("nineteen", Spelled::Digits("19")),
    ("twenty", Spelled::Tens("20")),
    ("thirty", Spelled::Tens("30")),
    ("forty", Spelled::Tens("40")),
    ("fifty", Spelled::Tens("50")),
    ("sixty", Spelled::Tens("60")),
    ("seventy", Spelled::Tens("70")),
    ("eighty", Spelled::Tens("80")),
    ("ninety", Spelled::Tens("90")),
    ("hundred", Spelled::Noughts("00")),
    ("thousand", Spelled::Noughts("000")),
    ("double", Spelled::Times(2)),
    ("triple", Spelled::Times(3)),
    ("treble", Spelled::Times(3)),
];

/// What a spelled-out word does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Spelled {
    /// It is a digit.
    Digit(char),
    /// It is a few of them.
    Digits(&'static str),
    /// It is a ten, whose nought gives way to a digit that follows: *forty two*.
    Tens(&'static str),
    /// It adds noughts to the digit before it.
    Noughts(&'static str),
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
    /// True for a ten that is spelled out.
    tens: bool,
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

/// How many digits a run must have to be one: the shortest number that anybody looks for.
pub(crate) const FEWEST: usize = 9;

/// The runs of [`FEWEST`] digits or more in a text, in order.
pub(crate) fn runs(prose: &Prose) -> Vec<Run> {
    runs_of(prose, FEWEST)
}

/// Counts first and copies digits only where there are enough of them: most texts hold a few.
fn runs_of(prose: &Prose, fewest: usize) -> Vec<Run> {
    let tokens = prose.tokens();
    let mut runs = Vec::new();
    // The first token of the run at hand, and how many digits it may have.
    let mut here: Option<(usize, usize)> = None;
    let mut close = |here: Option<(usize, usize)>, end: usize| {
        if let Some((first, _)) = here.filter(|(_, digits)| *digits >= fewest) {
            let run = Run::read(prose, tokens.get(first..end).unwrap_or_default());
            let digits: usize = run.groups.iter().map(|group| group.digits.len()).sum();
            if digits >= fewest {
                runs.push(run);
            }
        }
    };
    for (index, token) in tokens.iter().enumerate() {
        let Some(numeral) = Numeral::of(prose, token) else {
            close(here.take(), index);
            continue;
        };
        let continues = index
            .checked_sub(1)
            .and_then(|before| tokens.get(before))
            .is_some_and(|before| parts(prose.between(before, token), numeral.is_spelled()));
        if !continues {
            close(here.take(), index);
        }
        let (first, digits) = here.unwrap_or((index, 0));
        here = Some((first, digits + numeral.digits()));
    }
    close(here, tokens.len());
    runs
}

impl Run {
    /// Reads numerals that follow each other.
    fn read(prose: &Prose, tokens: &[Token]) -> Self {
        let mut run = Self::default();
        let mut previous: Option<&Token> = None;
        let mut repeat: Option<(usize, &Token)> = None;
        for token in tokens {
            let parted_by = previous.map_or("", |last| prose.between(last, token));
            previous = Some(token);
            let Some(numeral) = Numeral::of(prose, token) else { continue };
            let (digits, written) = match numeral {
                Numeral::Spelled(Spelled::Times(times)) => {
                    repeat = Some((times, token));
                    continue;
                }
                Numeral::Spelled(spelled) => {
                    if run.takes_up(spelled, token) {
                        continue;
                    }
                    (spelled.digits(), false)
                }
                Numeral::Written(_) => (prose.folded(token).to_string(), true),
                Numeral::Resembling(_) => {
                    (prose.folded(token).chars().filter_map(resembled).collect(), false)
                }
            };
            let (digits, span) = match repeat.take() {
                Some((times, word)) => (repeated(&digits, times), word.span.join(token.span)),
                None => (digits, token.span),
            };
            let parted_by = if run.groups.is_empty() { String::new() } else { parted_by.into() };
            let tens = matches!(numeral, Numeral::Spelled(Spelled::Tens(_)));
            run.groups.push(Group { digits, span, parted_by, written, tens });
        }
        run
    }

    /// Adds a word to the group before it, where the two are one numeral.
    fn takes_up(&mut self, spelled: Spelled, token: &Token) -> bool {
        let Some(last) = self.groups.last_mut().filter(|last| !last.written) else { return false };
        match spelled {
            Spelled::Noughts(noughts) => last.digits.push_str(noughts),
            Spelled::Digit('1'..='9') if last.tens => {
                last.digits.pop();
                last.digits.push_str(&spelled.digits());
            }
            _ => return false,
        }
        last.tens = false;
        last.span = last.span.join(token.span);
        true
    }
}

impl Spelled {
    fn digits(self) -> String {
        match self {
            Self::Digit(digit) => digit.to_string(),
            Self::Digits(digits) | Self::Tens(digits) | Self::Noughts(digits) => digits.to_string(),
            Self::Times(_) => String::new(),
        }
    }
}

/// What a token is as a numeral.
#[derive(Clone, Copy)]
enum Numeral {
    /// So many digits.
    Written(usize),
    /// So many digits and letters that look like them: `O77OO`.
    Resembling(usize),
    Spelled(Spelled),
}

impl Numeral {
    fn of(prose: &Prose, token: &Token) -> Option<Self> {
        let folded = prose.folded(token);
        let first = folded.chars().next()?;
        if !first.is_ascii_digit()
            && !matches!(first, 'd' | 'e' | 'f' | 'h' | 'i' | 'l' | 'n' | 'o' | 's' | 't' | 'z')
        {
            return None;
        }
        let (mut digits, mut all) = (0, 0);
        let resembles = folded.chars().all(|c| {
            digits += usize::from(c.is_ascii_digit());
            all += 1;
            resembled(c).is_some()
        });
        if resembles && digits == all {
            return Some(Self::Written(all));
        }
        // Letters that look like digits may be twice as many as the digits, and no more.
        if resembles && digits * EACH >= all {
            return Some(Self::Resembling(all));
        }
        let spelled = SPELLED.iter().find(|(word, _)| word.starts_with(first) && folded == *word);
        spelled.map(|(_, spelled)| Self::Spelled(*spelled))
    }

    const fn is_spelled(self) -> bool {
        matches!(self, Self::Spelled(_))
    }

    /// How many digits it adds to its run, at most.
    const fn digits(self) -> usize {
        match self {
            Self::Written(digits) | Self::Resembling(digits) => digits,
            Self::Spelled(Spelled::Digit(_)) => 1,
            Self::Spelled(
                Spelled::Digits(digits) | Spelled::Tens(digits) | Spelled::Noughts(digits),
            ) => digits.len(),
            Self::Spelled(Spelled::Times(times)) => times - 1,
        }
    }
}

/// The digit that a folded character is or looks like.
const fn resembled(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        'o' => Some('0'),
        'i' | 'l' => Some('1'),
        _ => None,
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
        runs_of(&Prose::new(text), 1).into_iter().map(groups).collect()
    }

    #[test]
    fn digits_are_read_however_they_are_written() {
        assert_eq!(read("ring 07700-900 123 now"), [["07700", "900", "123"]]);
        assert_eq!(read("０７７００ ９００１２３"), [["07700", "900123"]]);
        assert_eq!(read("oh double seven, one"), [["0", "77", "1"]]);
        assert_eq!(read("07700 nine hundred forty two six"), [["07700", "900", "42", "6"]]);
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

    #[test]
    fn short_runs_are_none() {
        assert!(runs(&Prose::new("Year 5 won 12 34 56 78 at 9:30")).is_empty());
        assert_eq!(runs(&Prose::new("12 34 56 78 9")).len(), 1);
        assert!(runs(&Prose::new("ill oil 1oooooo 0 0")).is_empty());
    }
}
