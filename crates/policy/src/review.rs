//! The day by which a policy is to be reviewed.
//!
//! A policy often names a month or a season. A month means its last day, and spring the 31st of May, so
//! that nobody is told too early.

use gatepost_model::{Field, Finding, Place};
use jiff::civil::Date;

use crate::pack::Pack;
use crate::rules::review_overdue;

impl Pack {
    /// Advice, if the policy should have been reviewed before this day.
    pub fn review_overdue(&self, day: Date) -> Option<Finding> {
        let due = self.next_review?;
        (day > due).then(|| {
            Finding::new(
                &review_overdue::RULE,
                Place::whole(Field::Draft),
                format!(
                    "The policy that this draft was judged by was due for review by {}.",
                    due.strftime("%-d %B %Y")
                ),
            )
        })
    }
}

/// The last day that `2024-03-15`, `2024-03` or `spring 2024` means; `None` of anything else.
pub(crate) fn last_day(written: &str) -> Option<Date> {
    if let Ok(day) = written.parse::<Date>() {
        return Some(day);
    }
    if let Some(year) = written.strip_prefix("spring ") {
        return Date::new(year.parse().ok()?, 5, 31).ok();
    }
    let (year, month) = written.split_once('-')?;
    if year.len() != 4 || month.len() != 2 {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, 1).ok().map(Date::last_of_month)
}

#[cfg(test)]
mod tests {
    use super::last_day;

    #[test]
    fn a_month_means_its_last_day_and_spring_the_end_of_may() {
        let meant = |written: &str| last_day(written).map(|day| day.to_string());
        assert_eq!(meant("2024-03-15").as_deref(), Some("2024-03-15"));
        assert_eq!(meant("2024-02").as_deref(), Some("2024-02-29"));
        assert_eq!(meant("spring 2024").as_deref(), Some("2024-05-31"));
        for nonsense in ["", "2024", "soon", "2024-13", "spring", "spring term 2024", "24-03"] {
            assert_eq!(meant(nonsense), None, "{nonsense}");
        }
    }
}
