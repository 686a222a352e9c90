//! When the school teaches.
//!
//! A post during lessons is one that somebody wrote while in charge of a class. A moment is teaching
//! time if it falls between two bells on a school day: a weekday in a term that is not an inset day.

use jiff::civil::{Date, DateTime, Time, Weekday};
use jiff::tz::TimeZone;

/// The school's calendar: bells, terms and the days without teaching. All times are local.
#[derive(Debug, Clone)]
pub struct Calendar {
    /// The time zone; Europe/London unless given.
    pub timezone: TimeZone,
    /// Teaching time on a school day: half-open, start in and end out.
    pub teaching: Vec<(Time, Time)>,
    /// Terms: first and last day, both in.
    pub terms: Vec<Term>,
    /// Days within terms on which pupils are not taught.
    pub inset: Vec<Date>,
    /// Half terms and other breaks within terms: first and last day, both in.
    pub breaks: Vec<Term>,
}

/// A term: its first and its last day, both in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
}

impl Calendar {
    /// True if lessons are on at this local time. The bell that ends a lesson is no longer part of it.
    pub fn teaching_at(&self, local: DateTime) -> bool {
        let time = local.time();
        self.school_day(local.date())
            && self.teaching.iter().any(|&(start, end)| start <= time && time < end)
    }

    /// True if pupils are taught on this day: a weekday in a term, in no break and not an inset day. Where no terms
    /// are given every weekday is in one, so that a calendar half filled in errs on the side of care.
    pub fn school_day(&self, day: Date) -> bool {
        let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        let in_term = self.terms.is_empty()
            || self.terms.iter().any(|term| term.from <= day && day <= term.to);
        let in_break = self.breaks.iter().any(|gap| gap.from <= day && day <= gap.to);
        !weekend && in_term && !in_break && !self.inset.contains(&day)
    }
}

/// Europe/London, without teaching times, terms or inset days.
impl Default for Calendar {
    fn default() -> Self {
        let timezone = TimeZone::get("Europe/London").unwrap_or(TimeZone::UTC);
        Self {
            timezone,
            teaching: Vec::new(),
            terms: Vec::new(),
            inset: Vec::new(),
            breaks: Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};

    use super::{Calendar, Term};

    fn calendar() -> Calendar {
        Calendar {
            teaching: vec![
                (time(8, 50, 0, 0), time(10, 30, 0, 0)),
                (time(10, 50, 0, 0), time(12, 10, 0, 0)),
            ],
            terms: vec![Term { from: date(2026, 9, 2), to: date(2026, 12, 18) }],
            inset: vec![date(2026, 11, 27)],
            ..Calendar::default()
        }
    }

    #[test]
    fn the_first_bell_is_in_and_the_last_is_out() {
        let thursday = date(2026, 11, 19);
        let at = |hour, minute| calendar().teaching_at(thursday.at(hour, minute, 0, 0));
        assert!(!at(8, 49));
        assert!(at(8, 50));
        assert!(at(10, 29));
        assert!(!at(10, 30));
        assert!(at(10, 50));
        assert!(!at(12, 10));
    }

    #[test]
    fn weekends_inset_days_and_holidays_have_no_lessons() {
        let morning = |day: jiff::civil::Date| calendar().teaching_at(day.at(9, 0, 0, 0));
        assert!(morning(date(2026, 9, 2)), "the first day of term");
        assert!(morning(date(2026, 12, 18)), "the last day of term");
        assert!(!morning(date(2026, 12, 21)), "the holidays");
        assert!(!morning(date(2026, 11, 27)), "inset");
        assert!(!morning(date(2026, 11, 21)), "a Saturday");
        assert!(!morning(date(2026, 11, 22)), "a Sunday");
    }

    #[test]
    fn half_terms_within_a_term_have_no_lessons() {
        let half_term = Term { from: date(2026, 10, 26), to: date(2026, 10, 30) };
        let calendar = Calendar { breaks: vec![half_term], ..calendar() };
        let morning = |day: jiff::civil::Date| calendar.teaching_at(day.at(9, 0, 0, 0));
        assert!(morning(date(2026, 10, 23)));
        assert!(!morning(date(2026, 10, 26)) && !morning(date(2026, 10, 30)));
        assert!(morning(date(2026, 11, 2)));
    }

    #[test]
    fn without_terms_every_weekday_counts() {
        let calendar = Calendar { terms: Vec::new(), ..calendar() };
        assert!(calendar.teaching_at(date(2026, 8, 12).at(9, 0, 0, 0)));
        assert!(!calendar.teaching_at(date(2026, 8, 15).at(9, 0, 0, 0)));
    }

    #[test]
    fn the_default_is_london_time() {
        assert_eq!(Calendar::default().timezone.iana_name(), Some("Europe/London"));
    }
}
