//! What a verdict writes in short words, said to people.

use gatepost::mask;
use gatepost_model::Certainty;
use jiff::civil::{Date, DateTime};

use crate::visible::one_line;

/// `a`, `a and b`, `a, b and c`.
pub(crate) fn listed<T: AsRef<str>>(items: &[T]) -> String {
    match items {
        [] => String::new(),
        [only] => only.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", first.join(", "), last.as_ref())
        }
    }
}

/// `1 photo`, `2 photos`.
pub(crate) fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

/// The same with a capital letter in front.
pub(crate) fn capital(text: &str) -> String {
    let mut characters = text.chars();
    characters
        .next()
        .map_or(String::new(), |first| first.to_uppercase().chain(characters).collect())
}

/// A sentence as it stands within another: without its capital and its full stop. A word in capitals
/// stays, and so does `I`.
pub(crate) fn within(sentence: &str) -> String {
    let sentence = sentence.trim().trim_end_matches('.');
    let mut characters = sentence.chars();
    let Some(first) = characters.next() else { return String::new() };
    let second = characters.clone().next();
    let ordinary = match second {
        Some(' ') => first == 'A',
        Some(second) => second.is_lowercase(),
        None => false,
    };
    if ordinary { first.to_lowercase().chain(characters).collect() } else { sentence.to_owned() }
}

/// The sentences of a message, each with its full stop.
pub(crate) fn sentences(message: &str) -> impl Iterator<Item = &str> {
    message.split_inclusive(". ").map(str::trim).filter(|sentence| !sentence.is_empty())
}

/// A text cut at its backticks: every second part is what somebody types. One without its partner is
/// no mark.
pub(crate) fn typed(text: &str) -> Vec<&str> {
    let parts: Vec<&str> = text.split('`').collect();
    if parts.len() % 2 == 1 { parts } else { vec![text] }
}

/// Who fills a role, in words: `the head teacher`.
pub(crate) fn role(role: &str) -> String {
    match role {
        "dsl" => "the designated safeguarding lead".into(),
        "head" => "the head teacher".into(),
        "slt" => "the senior leadership team".into(),
        "business-manager" => "the school business manager".into(),
        other => format!("the {}", one_line(other).replace(['-', '_'], " ")),
    }
}

/// How sure a rule is.
pub(crate) const fn certainty(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Certain => "Gatepost is certain of this.",
        Certainty::Likely => "Gatepost thinks this is likely; please look.",
        Certainty::Possible => "This may be a coincidence; please look.",
    }
}

/// Where a field of a verdict is, to follow upon `found` or to stand alone: `in the words of the post`.
pub(crate) fn place(field: &str) -> String {
    match field.split_once(':') {
        Some(("alt", name)) => format!("in the description of {}", file(name)),
        Some(("name", name)) if name.starts_with('#') => format!("in the name of {}", file(name)),
        Some(("name", name)) => format!("in the file name {}", file(name)),
        Some(("meta", name)) => format!("in the hidden data of {}", file(name)),
        Some((_, name)) => format!("in {}", file(name)),
        None if field == "text" => "in the words of the post".into(),
        None => "in the draft as a whole".into(),
    }
}

/// A file as a verdict names it: its name, or `file 2` where the verdict says `#2`.
pub(crate) fn file(label: &str) -> String {
    match label.strip_prefix('#') {
        Some(number) if number.bytes().all(|byte| byte.is_ascii_digit()) => {
            format!("file {number}")
        }
        _ => one_line(label),
    }
}

/// What a word of [`CleanedFile::removed`](gatepost_model::CleanedFile) means to people; `None` for
/// what says nothing about anyone, such as a block of metadata as such.
pub(crate) fn removed(word: &str) -> Option<&'static str> {
    Some(match word {
        "gps" => "place",
        "timestamp" => "date and time",
        "serial" => "serial number",
        "device" => "device",
        "owner" => "name of the owner",
        "person-tag" => "people’s names",
        "caption" => "captions",
        "copyright-notice" => "copyright notice",
        "thumbnail" => "hidden small picture",
        "preview" => "hidden second picture",
        "auxiliary-picture" => "hidden extra picture",
        "trailing-data" => "data behind the picture",
        "motion" => "hidden film",
        "software" => "name of the program",
        "maker-note" => "camera maker’s notes",
        "identifier" => "tracing numbers",
        "content-credentials" => "record of edits",
        _ => return None,
    })
}

/// The order in which [`removed`] words are told: what says most about a child first.
pub(crate) const REMOVED_FIRST: &[&str] = &[
    "gps",
    "person-tag",
    "caption",
    "owner",
    "timestamp",
    "serial",
    "thumbnail",
    "preview",
    "motion",
    "trailing-data",
    "copyright-notice",
    "device",
    "content-credentials",
    "identifier",
    "maker-note",
    "software",
    "auxiliary-picture",
];

/// `Friday 20 November 2026, 15:45`.
pub(crate) fn moment(moment: DateTime) -> String {
    moment.strftime("%A %-d %B %Y, %H:%M").to_string()
}

/// An RFC 3339 time as people write it, in the zone that it was written in.
pub(crate) fn written_moment(rfc3339: &str) -> String {
    rfc3339
        .get(..16)
        .and_then(|text| text.parse::<DateTime>().ok())
        .map_or_else(|| one_line(rfc3339), moment)
}

/// The time that a photo's metadata give, as people write it: `2026:11:20 15:45:01`, or a day alone.
pub(crate) fn photo_moment(written: &str) -> String {
    let number = |part: &str| part.parse::<i16>().ok();
    let small = |part: &str| part.parse::<i8>().ok();
    let digits: Vec<&str> = written
        .split(|character: char| !character.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .collect();
    let told = match digits.as_slice() {
        [year, month, day, hour, minute, ..] => (|| {
            let (hour, minute) = (small(hour)?, small(minute)?);
            DateTime::new(number(year)?, small(month)?, small(day)?, hour, minute, 0, 0).ok()
        })()
        .map(moment),
        [year, month, day] => {
            (|| Date::new(number(year)?, small(month)?, small(day)?).ok())().map(day_in_words)
        }
        _ => None,
    };
    told.unwrap_or_else(|| one_line(written))
}

fn day_in_words(day: Date) -> String {
    day.strftime("%A %-d %B %Y").to_string()
}

/// The beginning of a long hexadecimal number, enough to compare by eye.
pub(crate) fn short(hexadecimal: &str) -> String {
    one_line(hexadecimal).chars().take(12).collect()
}

/// True if an excerpt is the masked form of what stands at its place, or the thing itself.
pub(crate) fn excerpt_fits(excerpt: &str, original: &str) -> bool {
    excerpt == original || excerpt == mask(original)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_fit_within_others() {
        assert_eq!(within("A photo says where it was taken."), "a photo says where it was taken");
        assert_eq!(within("GPS data are in the file."), "GPS data are in the file");
        assert_eq!(within("I am."), "I am");
        assert_eq!(within(""), "");
        assert_eq!(
            sentences("One thing. Another.").collect::<Vec<_>>(),
            ["One thing.", "Another."]
        );
    }

    #[test]
    fn places_are_told_in_words() {
        assert_eq!(place("text"), "in the words of the post");
        assert_eq!(place("name:#2"), "in the name of file 2");
        assert_eq!(place("meta:IMG_1.jpg"), "in the hidden data of IMG_1.jpg");
        assert_eq!(place("media:a:b.jpg"), "in a:b.jpg");
        assert_eq!(place("draft"), "in the draft as a whole");
    }

    #[test]
    fn times_are_told_as_people_write_them() {
        assert_eq!(written_moment("2026-11-20T15:45:00+00:00"), "Friday 20 November 2026, 15:45");
        assert_eq!(photo_moment("2026:11:20 15:45:01"), "Friday 20 November 2026, 15:45");
        assert_eq!(photo_moment("2026:11:20"), "Friday 20 November 2026");
        assert_eq!(photo_moment("2026:13:40 99:99"), "2026:13:40 99:99");
        assert_eq!(photo_moment("last summer"), "last summer");
        assert_eq!(written_moment("2026"), "2026");
    }

    #[test]
    fn lists_read_well() {
        assert_eq!(listed(&["a"]), "a");
        assert_eq!(listed(&["a", "b", "c"]), "a, b and c");
        assert_eq!(counted(1, "photo"), "1 photo");
        assert_eq!(counted(0, "photo"), "0 photos");
    }
}
