//! What the words of a draft say of time and money, as far as its purpose and its hour depend on it.
//!
//! Small lists, read whole: what is unsuitable in words is for the detector of words. A text is taken
//! word by word, in lower case, without punctuation.

/// Words that name a day or a time by themselves.
const TIMES: &[&str] = &[
    "today",
    "tonight",
    "tomorrow",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "mon",
    "tue",
    "tues",
    "wed",
    "thu",
    "thur",
    "thurs",
    "fri",
    "january",
    "february",
    "march",
    "april",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "jan",
    "feb",
    "apr",
    "jun",
    "jul",
    "aug",
    "sept",
    "sep",
    "oct",
    "nov",
    "dec",
    "noon",
    "midday",
    "weekend",
    "fortnight",
    "half-term",
    "bedtime",
    "o'clock",
    "daily",
    "weekly",
    "now",
    "yfory",
    "heddiw",
];

/// Words that name a time together with one before them: `this week`, `next term`.
const SPANS: &[&str] = &[
    "week",
    "month",
    "term",
    "half",
    "year",
    "morning",
    "afternoon",
    "evening",
    "day",
    "lunchtime",
    "break",
];

/// What stands before them.
const BEFORE_SPANS: &[&str] =
    &["this", "next", "every", "each", "all", "in", "the", "by", "of", "after"];

/// Ways to say that something is sold.
const SALES: &[&[&str]] = &[
    &["for", "sale"],
    &["on", "sale"],
    &["buy"],
    &["price"],
    &["prices"],
    &["pounds", "each"],
    &["discount"],
    &["tickets", "cost"],
    &["order", "yours"],
    &["selling"],
];

/// Ways to say that something is going on.
const LIVE: &[&[&str]] = &[
    &["live", "now"],
    &["right", "now"],
    &["happening", "now"],
    &["at", "this", "very", "moment"],
    &["as", "we", "speak"],
    &["going", "live"],
    &["we", "are", "live"],
    &["we're", "live"],
    &["live", "from"],
    &["currently", "at"],
    &["are", "now", "on", "stage"],
];

/// True if a text names a day or a time.
pub(crate) fn names_a_time(text: &str) -> bool {
    let words = words(text);
    let spans = words.windows(2).any(|pair| {
        matches!(pair, [before, span]
            if BEFORE_SPANS.contains(&before.as_str()) && SPANS.contains(&span.as_str()))
    });
    spans
        || words.iter().any(|word| TIMES.contains(&word.as_str()) || is_time(word))
        || says(&words, &[&["in", "may"], &["of", "may"], &["may", "half", "term"]])
}

/// True if a text sells something.
pub(crate) fn sells(text: &str) -> bool {
    text.contains('£') || says(&words(text), SALES)
}

/// True if a text says that something is going on at this moment.
pub(crate) fn is_live(text: &str) -> bool {
    says(&words(text), LIVE)
}

fn says(words: &[String], phrases: &[&[&str]]) -> bool {
    phrases.iter().any(|phrase| {
        words.windows(phrase.len()).any(|window| window.iter().zip(*phrase).all(|(a, b)| a == b))
    })
}

/// `3pm`, `15:30`, `3.15`, `21st`, `21/11`, `2026-11-21`.
fn is_time(word: &str) -> bool {
    let digits = word.chars().take_while(char::is_ascii_digit).count();
    if !(1..=4).contains(&digits) {
        return false;
    }
    let after = word.get(digits..).unwrap_or_default();
    ["am", "pm", "st", "nd", "rd", "th"].contains(&after)
        || after.starts_with([':', '/', '.', '-'])
            && after.chars().skip(1).any(|character| character.is_ascii_digit())
}

fn words(text: &str) -> Vec<String> {
    let inside = |c: char| c.is_alphanumeric() || ":/.-'".contains(c);
    text.replace('’', "'")
        .split(|c: char| !inside(c))
        .map(|word| word.trim_matches(|c: char| ":/.-'".contains(c)).to_lowercase())
        .filter(|word| !word.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{is_live, names_a_time, sells};

    #[test]
    fn days_and_times_in_many_ways() {
        for text in [
            "Photographs are on Wednesday.",
            "Doors open at 3.15.",
            "Back at 3pm sharp",
            "By 21/11, please",
            "See you next week!",
            "In May we plant.",
            "The 2nd of the month",
        ] {
            assert!(names_a_time(text), "{text}");
        }
        for text in ["Please bring your PE kit.", "Year 4 may need wellies.", "Room 12"] {
            assert!(!names_a_time(text), "{text}");
        }
    }

    #[test]
    fn sales_and_live_events() {
        assert!(sells("Hoodies are £12"));
        assert!(sells("Cakes on sale at the gate"));
        assert!(!sells("We learned about trade"));
        assert!(is_live("We’re live from the hall"));
        assert!(is_live("Happening NOW: the egg race"));
        assert!(!is_live("Live music by Year 5 next week."));
        assert!(!is_live("Book now."));
    }
}
