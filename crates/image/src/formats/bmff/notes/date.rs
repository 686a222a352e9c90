//! Dates of films: seconds since the first of January 1904 (ISO/IEC 14496-12 section 8.2.2).

const DAY: u64 = 86_400;

/// The date as people write it, in coordinated universal time.
pub(super) fn written(seconds: u64) -> String {
    let (days, rest) = (seconds / DAY, seconds % DAY);
    let (year, month, day) = civil(days);
    let (hour, minute, second) = (rest / 3600, rest / 60 % 60, rest % 60);
    format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}")
}

/// Year, month and day of so many days after the first of January 1904.
fn civil(days: u64) -> (u64, u64, u64) {
    /// Days from the first of March of the year 0 to the first of January 1904.
    const TO_1904: u64 = 695_361;
    /// Days in four hundred, a hundred and four years, as the Gregorian calendar counts them.
    const ERA: u64 = 146_097;
    // A year that begins in March ends with its leap day, if it has one.
    let days = days.saturating_add(TO_1904);
    let (era, day_of_era) = (days / ERA, days % ERA);
    let year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let march_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * march_month + 2) / 5 + 1;
    let month = if march_month < 10 { march_month + 3 } else { march_month - 9 };
    let year = era * 400 + year_of_era + u64::from(month <= 2);
    (year, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_are_counted_from_1904() {
        assert_eq!(written(0), "1904-01-01 00:00:00");
        assert_eq!(written(2_082_844_800), "1970-01-01 00:00:00");
        assert_eq!(written(2_082_844_800 + 951_782_399), "2000-02-28 23:59:59");
        assert_eq!(written(2_082_844_800 + 951_868_799), "2000-02-29 23:59:59");
        assert_eq!(written(2_082_844_800 + 1_778_754_667), "2026-05-14 10:31:07");
        assert!(!written(u64::MAX).is_empty());
    }
}
