//! What a cell means: dates and yes or no, as people in British schools write them.
//!
//! Anything that could mean two things is refused. What stands in a cell is never repeated.

use jiff::civil::Date;

use crate::sheet::Cell;

/// What dates are accepted, for messages.
pub(crate) const DATES: &str = "a date such as 2026-10-05 or 05/10/2026 (day first)";
/// What answers are accepted, for messages.
pub(crate) const ANSWERS: &str = "y or n (also yes, no, true, false, 1, 0 or a tick)";

/// Letters that a name, class or id may have; more is a sign of rows run together.
const LONGEST: usize = 200;

/// Why a cell cannot be understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Misread {
    /// A date cell where a text belongs.
    DateForText,
    /// Several lines, or too long.
    Sprawling,
    /// A formula's error, or a date that no calendar has.
    Broken,
    /// Not one of what is accepted.
    Other,
}

/// The text of a cell; `None` of an empty one.
pub(crate) fn text<'c>(cell: &'c Cell<'_>) -> Result<Option<&'c str>, Misread> {
    match cell {
        Cell::Empty => Ok(None),
        Cell::Text(text) => {
            let sprawls =
                text.len() > LONGEST || text.bytes().any(|byte| byte < b' ' && byte != b'\t');
            if sprawls { Err(Misread::Sprawling) } else { Ok(Some(text)) }
        }
        Cell::Date(_) => Err(Misread::DateForText),
        Cell::Broken => Err(Misread::Broken),
    }
}

/// The date in a cell; `None` of an empty one.
pub(crate) fn date(cell: &Cell<'_>) -> Result<Option<Date>, Misread> {
    match cell {
        Cell::Empty => Ok(None),
        Cell::Text(text) => parse_date(text).map(Some).ok_or(Misread::Other),
        Cell::Date(date) => Ok(Some(*date).filter(|&date| plausible(date)))
            .and_then(|date| date.map(Some).ok_or(Misread::Broken)),
        Cell::Broken => Err(Misread::Broken),
    }
}

/// Yes or no; `None` of an empty cell.
pub(crate) fn yes(cell: &Cell<'_>) -> Result<Option<bool>, Misread> {
    match cell {
        Cell::Empty => Ok(None),
        Cell::Text(text) => parse_yes(text).map(Some).ok_or(Misread::Other),
        Cell::Date(_) => Err(Misread::Other),
        Cell::Broken => Err(Misread::Broken),
    }
}

/// `2026-10-05` or `05/10/2026`; exports write midnight behind it.
pub(crate) fn parse_date(text: &str) -> Option<Date> {
    let text = text.trim();
    let day = text
        .strip_suffix(":00")
        .map(|rest| rest.strip_suffix(":00").unwrap_or(rest))
        .and_then(|rest| rest.strip_suffix("00").or_else(|| rest.strip_suffix('0')))
        .and_then(|rest| rest.strip_suffix([' ', 'T']))
        .unwrap_or(text);
    let (year, month, day) = if let Some((day, rest)) = day.split_once('/') {
        let (month, year) = rest.split_once('/')?;
        (number(year, 4, 4)?, number(month, 1, 2)?, number(day, 1, 2)?)
    } else {
        let (year, rest) = day.split_once('-')?;
        let (month, day) = rest.split_once('-')?;
        (number(year, 4, 4)?, number(month, 2, 2)?, number(day, 2, 2)?)
    };
    let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    Date::new(year, month, day).ok().filter(|&date| plausible(date))
}

fn number(digits: &str, least: usize, most: usize) -> Option<i16> {
    let fits = (least..=most).contains(&digits.len());
    let decimal = digits.bytes().all(|byte| byte.is_ascii_digit());
    if fits && decimal { digits.parse().ok() } else { None }
}

/// A year that a school of today can mean.
fn plausible(date: Date) -> bool {
    (1900..2200).contains(&date.year())
}

/// Yes or no, in the ways that registers write it. A cross is neither: to some it ticks a box.
pub(crate) fn parse_yes(text: &str) -> Option<bool> {
    const YES: &[&str] = &["y", "yes", "true", "1", "✓", "✔", "✔\u{fe0f}", "☑", "☑\u{fe0f}", "✅"];
    const NO: &[&str] = &["n", "no", "false", "0"];
    let text = text.trim();
    let is = |words: &[&str]| words.iter().any(|word| text.eq_ignore_ascii_case(word));
    if is(YES) {
        Some(true)
    } else if is(NO) {
        Some(false)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use jiff::civil::date;

    use super::{Misread, parse_date, parse_yes, text};
    use crate::sheet::Cell;

    #[test]
    fn dates_are_iso_or_day_first() {
        let fifth = Some(date(2026, 10, 5));
        for accepted in [
            "2026-10-05",
            "05/10/2026",
            "5/10/2026",
            " 05/10/2026 ",
            "05/10/2026 00:00:00",
            "05/10/2026 00:00",
            "05/10/2026 0:00",
            "2026-10-05T00:00:00",
        ] {
            assert_eq!(parse_date(accepted), fifth, "{accepted}");
        }
        for refused in [
            "5/10/26",
            "10/25/2026",
            "5 Oct 2026",
            "05-10-2026",
            "05.10.2026",
            "2026/10/05",
            "2026-13-05",
            "29/02/2026",
            "05/10/2026 10:30",
            "2026-10-5",
            "46300",
            "05/10/0026",
            "+5/10/2026",
            "",
            "00:00",
        ] {
            assert_eq!(parse_date(refused), None, "{refused}");
        }
    }

    #[test]
    fn yes_and_no_have_many_spellings_and_a_cross_is_neither() {
        for yes in ["y", "Yes", "TRUE", "1", "✓", "✔"] {
            assert_eq!(parse_yes(yes), Some(true), "{yes}");
        }
        for no in ["n", "NO", "False", "0"] {
            assert_eq!(parse_yes(no), Some(false), "{no}");
        }
        for neither in ["x", "✗", "maybe", "", "yes please"] {
            assert_eq!(parse_yes(neither), None, "{neither}");
        }
    }

    #[test]
    fn a_text_stands_on_one_line() {
        assert_eq!(text(&Cell::Text(Cow::Borrowed("4W"))), Ok(Some("4W")));
        assert_eq!(text(&Cell::Text(Cow::Borrowed("4W\n5W"))), Err(Misread::Sprawling));
        assert_eq!(text(&Cell::Date(date(2026, 6, 5))), Err(Misread::DateForText));
    }
}
