//! Moments in JSON: RFC 3339 in UTC, in the one form in which jiff writes them.

use jiff::Timestamp;
use serde::{Deserialize, Deserializer, Serializer, de};

pub(crate) fn serialize<S: Serializer>(moment: &Timestamp, to: S) -> Result<S::Ok, S::Error> {
    to.collect_str(moment)
}

pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Timestamp, D::Error> {
    let text = String::deserialize(from)?;
    text.parse::<Timestamp>()
        .ok()
        .filter(|moment| moment.to_string() == text)
        .ok_or_else(|| de::Error::custom("no moment"))
}
