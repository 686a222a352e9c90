//! `[calendar]` of `school.toml`: bells, terms, half terms (`breaks`), inset days and the time zone.

use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use toml::Spanned;
use toml::de::DeValue;

use crate::calendar::{Calendar, Term};
use crate::platform::nearest;
use crate::settings::{self, Section, Settings};

/// Reads the section.
pub(crate) fn read(settings: &Settings<'_>, mut section: Section<'_>) -> Calendar {
    let calendar = Calendar {
        timezone: timezone(settings, &mut section),
        teaching: section
            .one_or_more("teaching")
            .into_iter()
            .filter_map(|(text, span)| {
                let lesson = lesson(&text);
                if lesson.is_none() {
                    let message = "A time of lessons is written \"08:50-10:30\": hours from 00 to 23, the start \
                                   before the end.";
                    settings.stop(&span, message);
                }
                lesson
            })
            .collect(),
        terms: section.sections("terms", "{ from = ..., to = ... }").into_iter().filter_map(term(settings)).collect(),
        inset: inset(settings, &mut section),
        breaks: section
            .sections("breaks", "{ from = ..., to = ... }")
            .into_iter()
            .filter_map(term(settings))
            .collect(),
    };
    if calendar.teaching.is_empty() {
        let message = "No teaching times are given, so a post during lessons cannot be noticed. Add \
                       teaching = [\"08:50-10:30\", ...].";
        settings.warn(Some(section.span()), message);
    } else if calendar.terms.is_empty() {
        let message = "No terms are given, so every weekday counts as a school day. Add terms = [{ from = \
                       2026-09-02, to = 2026-12-18 }, ...].";
        settings.warn(Some(section.span()), message);
    }
    section.finish();
    calendar
}

fn timezone(settings: &Settings<'_>, section: &mut Section<'_>) -> TimeZone {
    let default = Calendar::default().timezone;
    let Some(name) = section.text("timezone") else { return default };
    if let Ok(zone) = TimeZone::get(&name) {
        return zone;
    }
    let known: Vec<String> = jiff::tz::db().available().map(|zone| zone.to_string()).collect();
    let lower: Vec<String> = known.iter().map(|zone| zone.to_lowercase()).collect();
    let near = nearest(&name, lower.iter().map(String::as_str));
    let near = near.and_then(|near| known.iter().find(|zone| zone.eq_ignore_ascii_case(near)));
    let hint = near.map(|near| format!(" Did you mean \"{near}\"?")).unwrap_or_default();
    if let Some(value) = section.value("timezone") {
        let message = format!(
            "This time zone is not known. Schools in the UK write \"Europe/London\".{hint}"
        );
        settings.stop(&value.span(), message);
    }
    default
}

/// `08:50-10:30`, with a hyphen or a dash.
fn lesson(text: &str) -> Option<(Time, Time)> {
    let (start, end) = text.split_once(['-', '–', '—'])?;
    let (start, end) = (clock(start)?, clock(end)?);
    (start < end).then_some((start, end))
}

fn clock(text: &str) -> Option<Time> {
    let (hour, minute) = text.trim().split_once([':', '.'])?;
    let decimal = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let fits = (1..=2).contains(&hour.len()) && minute.len() == 2;
    if !(fits && decimal(hour) && decimal(minute)) {
        return None;
    }
    Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()
}

fn term<'s>(settings: &'s Settings<'_>) -> impl Fn(Section<'_>) -> Option<Term> + use<'s> {
    |mut section| {
        let span = section.span().clone();
        let (from, to) = (section.date("from"), section.date("to"));
        section.value("name");
        for (key, day) in [("from", from), ("to", to)] {
            if day.is_none() && section.value(key).is_none() {
                settings.stop(&span, format!("This term has no \"{key}\". Write {{ from = 2026-09-02, to = 2026-12-18 }}."));
            }
        }
        section.finish();
        let term = Term { from: from?, to: to? };
        if term.to < term.from {
            settings.stop(&span, "This term ends before it begins. Correct one of the two days.");
        }
        Some(term)
    }
}

fn inset(settings: &Settings<'_>, section: &mut Section<'_>) -> Vec<Date> {
    let Some(value) = section.value("inset") else { return Vec::new() };
    let Some(days) = value.get_ref().as_array() else {
        settings::wrong(settings, "inset", value, "a list of dates, such as [2026-11-27]");
        return Vec::new();
    };
    let day = |day: &Spanned<DeValue<'_>>| settings::date(settings, "inset", day);
    days.iter().filter_map(day).collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::time;

    use super::lesson;

    #[test]
    fn lessons_are_written_with_a_hyphen_or_a_dash() {
        let expected = Some((time(8, 50, 0, 0), time(10, 30, 0, 0)));
        for written in ["08:50-10:30", "8:50 – 10:30", "08.50-10.30"] {
            assert_eq!(lesson(written), expected, "{written}");
        }
        for wrong in ["10:30-08:50", "08:50", "8-9", "25:00-26:00", "08:5-09:00", "08:50-08:50", ""]
        {
            assert_eq!(lesson(wrong), None, "{wrong}");
        }
    }
}
