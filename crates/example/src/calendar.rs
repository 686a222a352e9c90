//! The school's year: terms, days without teaching, and the next day on which the school is open.
//!
//! Everything is worked out from the day that the school is made for, so that an example made
//! tomorrow still lies in term. Half-terms and holidays follow the usual pattern of English schools;
//! no authority's real dates are copied.

use jiff::civil::{Date, Weekday, date};

/// The bells, as `school.toml` writes them. Half past ten on a school day is teaching time.
pub(crate) const BELLS: [&str; 3] = ["08:50-10:40", "11:00-12:15", "13:15-15:15"];

/// A run of weeks of teaching: first and last day, both in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Term {
    pub(crate) from: Date,
    pub(crate) to: Date,
}

/// The days that everything in the example is dated by.
#[derive(Debug, Clone)]
pub(crate) struct Calendar {
    /// The day for which the school is made.
    pub(crate) today: Date,
    /// The next school day after `today`: the day on which the drafts are to be published.
    pub(crate) publish: Date,
    /// The terms of the academic years of both, in order.
    pub(crate) terms: Vec<Term>,
    /// Days in those terms without teaching.
    pub(crate) inset: Vec<Date>,
    /// The years, by the calendar year in which each begins; two in the summer holidays.
    pub(crate) years: Vec<i16>,
}

impl Calendar {
    pub(crate) fn around(today: Date) -> Self {
        let first = academic_year(today);
        let publish = next_school_day(today);
        let years: Vec<i16> = (first..=academic_year(publish)).collect();
        Self {
            today,
            publish,
            terms: years.iter().flat_map(|&year| terms(year)).collect(),
            inset: years.iter().flat_map(|&year| inset(year)).collect(),
            years,
        }
    }

    /// The calendar year in which the academic year of the drafts begins.
    pub(crate) fn year(&self) -> i16 {
        academic_year(self.publish)
    }

    /// The first day of the academic year of `today`.
    pub(crate) fn year_began(&self) -> Date {
        date(academic_year(self.today), 9, 1)
    }
}

/// The calendar year in which the academic year of `day` begins, on 1 September.
pub(crate) fn academic_year(day: Date) -> i16 {
    if day.month() >= 9 { day.year() } else { day.year() - 1 }
}

/// The day `days` after (or, if negative, before) `day`.
pub(crate) fn shift(day: Date, days: i32) -> Date {
    day.saturating_add(jiff::Span::new().days(days))
}

fn next_school_day(today: Date) -> Date {
    let first = academic_year(today);
    let open = |day: &Date| {
        !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
            && [first, first + 1].into_iter().any(|year| {
                terms(year).iter().any(|term| term.from <= *day && *day <= term.to)
                    && !inset(year).contains(day)
            })
    };
    // The summer holidays are the longest gap, and far shorter than this.
    (1..100).map(|days| shift(today, days)).find(open).unwrap_or(today)
}

fn terms(year: i16) -> Vec<Term> {
    let easter = easter(year + 1);
    let autumn_break = last(Weekday::Monday, date(year, 10, 31));
    let spring_break = last(Weekday::Monday, date(year + 1, 2, 21));
    let summer_break = last(Weekday::Monday, date(year + 1, 5, 31));
    let mut autumn = date(year, 9, 2);
    while matches!(autumn.weekday(), Weekday::Saturday | Weekday::Sunday) {
        autumn = shift(autumn, 1);
    }
    let term = |from, to| Term { from, to };
    vec![
        term(autumn, shift(autumn_break, -3)),
        term(shift(autumn_break, 7), last(Weekday::Friday, date(year, 12, 21))),
        term(last(Weekday::Monday, date(year + 1, 1, 9)), shift(spring_break, -3)),
        term(shift(spring_break, 7), shift(easter, -9)),
        term(shift(easter, 8), shift(summer_break, -3)),
        term(shift(summer_break, 7), last(Weekday::Friday, date(year + 1, 7, 23))),
    ]
}

/// A training day each in autumn and spring, and the bank holiday in May.
fn inset(year: i16) -> Vec<Date> {
    vec![
        last(Weekday::Friday, date(year, 11, 30)),
        last(Weekday::Monday, date(year + 1, 1, 9)),
        last(Weekday::Monday, date(year + 1, 5, 7)),
    ]
}

/// The last such weekday up to and including `day`.
fn last(weekday: Weekday, day: Date) -> Date {
    shift(day, -i32::from(weekday.until(day.weekday())))
}

/// Easter Sunday of a Gregorian year, by the method that *Nature* printed in 1876.
fn easter(year: i16) -> Date {
    let (golden, century, rest) = (i32::from(year) % 19, i32::from(year) / 100, year % 100);
    let rest = i32::from(rest);
    let correction = century - century / 4 - (century - (century + 8) / 25 + 1) / 3;
    let moon = (19 * golden + correction + 15) % 30;
    let sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7;
    let late = (golden + 11 * moon + 22 * sunday) / 451;
    // The method counts in months of 31 days, so that 93 is the first of March.
    shift(date(year, 3, 1), moon + sunday - 7 * late + 114 - 93)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easters() {
        assert_eq!(easter(2024), date(2024, 3, 31));
        assert_eq!(easter(2025), date(2025, 4, 20));
        assert_eq!(easter(2026), date(2026, 4, 5));
        assert_eq!(easter(2027), date(2027, 3, 28));
        assert_eq!(easter(2038), date(2038, 4, 25));
    }

    #[test]
    fn a_friday_in_november() {
        let calendar = Calendar::around(date(2026, 11, 20));
        assert_eq!(calendar.publish, date(2026, 11, 23));
        assert_eq!(calendar.terms[0].from, date(2026, 9, 2));
        assert_eq!(calendar.terms[1].to, date(2026, 12, 18));
        assert!(calendar.inset.contains(&date(2026, 11, 27)));
    }

    #[test]
    fn every_day_of_ten_years_has_a_school_day_after_it_in_its_terms() {
        let mut day = date(2024, 1, 1);
        while day < date(2034, 1, 1) {
            let calendar = Calendar::around(day);
            let open = calendar.publish;
            assert!(open > day && (open - day).get_days() < 60, "{day} leads to {open}");
            assert!(!matches!(open.weekday(), Weekday::Saturday | Weekday::Sunday));
            assert!(calendar.terms.iter().any(|term| term.from <= open && open <= term.to));
            assert!(!calendar.inset.contains(&open));
            for pair in calendar.terms.windows(2) {
                assert!(pair[0].from < pair[0].to && pair[0].to < pair[1].from, "{pair:?}");
            }
            day = shift(day, 1);
        }
    }
}
