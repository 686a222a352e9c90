//! Moments as exports write them.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::fmt::strtime;
use jiff::tz::TimeZone;
use serde_json::Value;

/// A moment in RFC 3339, or close to it: with a blank for the `T`, or with `UTC` behind it.
pub(crate) fn of_text(text: &str) -> Option<Timestamp> {
    let text = text.trim();
    let plain = text.trim_end_matches("UTC").trim_end();
    text.parse().ok().or_else(|| {
        let local: DateTime = plain.replace(' ', "T").parse().ok()?;
        local.to_zoned(TimeZone::UTC).ok().map(|zoned| zoned.timestamp())
    })
}

/// `Wed Oct 10 20:19:24 +0000 2018`.
pub(crate) fn of_x(text: &str) -> Option<Timestamp> {
    strtime::parse("%a %b %d %H:%M:%S %z %Y", text).ok()?.to_timestamp().ok()
}

/// Seconds since 1970, as a number or in digits.
pub(crate) fn of_seconds(value: &Value) -> Option<Timestamp> {
    let seconds = value.as_i64().or_else(|| value.as_str()?.parse().ok())?;
    Timestamp::from_second(seconds).ok().filter(|_| seconds > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_read() {
        let moment: Timestamp = "2018-10-10T20:19:24Z".parse().unwrap();
        assert_eq!(of_x("Wed Oct 10 20:19:24 +0000 2018"), Some(moment));
        assert_eq!(of_text("2018-10-10T20:19:24.000Z"), Some(moment));
        assert_eq!(of_text("2018-10-10 20:19:24 UTC"), Some(moment));
        assert_eq!(of_seconds(&Value::from(1_539_202_764)), Some(moment));
        assert_eq!(of_text("03/04/2026"), None);
        assert_eq!(of_seconds(&Value::from("soon")), None);
    }
}
