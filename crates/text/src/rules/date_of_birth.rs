//! `privacy/date-of-birth`: when somebody was born, to the day.
//!
//! A date counts only behind words of birth. Historical figures are born too: a year before 1920 is
//! none of a living pupil's, and a year before 2000 behind *born* alone is only possible.

use std::sync::LazyLock;

use gatepost_model::{Certainty, Excerpt, Rule, Span};
use regex::Regex;

use crate::expression::{captures, compile};
use crate::gate::Gate;
use crate::screen::{Look, Screen, Sighting};
use crate::shapes::Shapes;
use crate::sight::Sight;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    id: "privacy/date-of-birth",
    title: "Dates of birth",
    finds: "A day, month and year behind “born”, “DOB” or “date of birth”.",
    why: "With a name, a date of birth is what banks, doctors and games ask to know who somebody is.",
    remedy: "Take the date out: an age or a year group says enough.",
    flagged: &[
        "Mia, ⟦DOB 12/06/2017⟧, won",
        "Ollie (⟦born 9 September 2015⟧) wins the poetry prize",
        "⟦Date of birth: 2014-03-03⟧",
    ],
    clean: &[
        "William Shakespeare was born on 23 April 1564",
        "A new garden was born in 2019",
        "Sports day is on 12/06/2026",
    ],
    misses: &["A birthday whose year follows from an age told elsewhere."],
    excerpt: Excerpt::Masked,
};

/// How it looks.
pub(crate) static SCREEN: Screen = Screen {
    rule: &RULE,
    looks: &[Look::Pattern { gate: Gate::shapes(Shapes::DIGIT).and_cues(&[WORDS]), find: dates }],
};

/// Words of birth, as tokens: `d.o.b.` is three.
const WORDS: &[&str] = &["b", "birth", "birthdate", "born", "dob", "ob"];

static BIRTH: LazyLock<Regex> = LazyLock::new(|| {
    compile(concat!(
        r"(?i)\b(?P<word>d\.?\s?o\.?\s?b\b\.?|date\s+of\s+birth|birth\s?date|born)",
        r"[\s:=(\x{2013}-]{1,4}(?:(?:on|is|was|the)\s+){0,2}(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:the\s+)?",
        r"(?:[0-9]{1,2}\s?[/.-]\s?[0-9]{1,2}\s?[/.-]\s?(?P<a>[0-9]{4}|[0-9]{2})",
        r"|(?P<b>[0-9]{4})-[0-9]{2}-[0-9]{2}",
        r"|[0-9]{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?[a-z]{3,9}\.?,?\s+(?P<c>[0-9]{4}|'?[0-9]{2})",
        r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\s+[0-9]{1,2}(?:st|nd|rd|th)?,?\s+(?P<d>[0-9]{4}))\b",
    ))
});

fn dates(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    for found in captures(&BIRTH, sight.text()) {
        let Some(whole) = found.get(0) else { continue };
        let Some(year) = ["a", "b", "c", "d"].iter().find_map(|name| found.name(name)) else {
            continue;
        };
        let year = year.as_str().trim_start_matches('\'');
        let born =
            found.name("word").is_some_and(|word| word.as_str().eq_ignore_ascii_case("born"));
        let certainty = match year.parse::<u16>() {
            Ok(1900..=1919) | Err(_) => continue,
            Ok(100..=1899) if year.len() == 4 => continue,
            Ok(1920..=1999) if born => Certainty::Possible,
            Ok(_) if born => Certainty::Likely,
            Ok(_) => Certainty::Certain,
        };
        seen.push(Sighting::new(Span::from(whole.range()), certainty, "A date of birth."));
    }
}
