//! `privacy/date-of-birth`: when somebody was born, to the day.
//!
//! A date counts only behind words of birth, or where somebody of school age turns so many years on it. Historical figures are born too: a year before 1920 is
//! none of a living pupil's, and a year before 2000 behind *born* alone is only possible.

use std::sync::LazyLock;

use gatepost_model::{Certainty, Excerpt, Rule};
use regex::Regex;

use crate::expression::{captures, compile};
use crate::gate::Gate;
use crate::screen::{Look, Screen, Sighting};
use crate::shapes::Shapes;
use crate::sight::Sight;
use crate::surroundings::follows;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    id: "privacy/date-of-birth",
    title: "Dates of birth",
    finds: "A day, month and year behind “born”, “DOB”, “date of birth” or “birthday”, and the day on which a child turns so many years.",
    why: "With a name, a date of birth is what banks, doctors and games ask to know who somebody is.",
    remedy: "Take the date out: an age or a year group says enough.",
    flagged: &[
        "Mia, ⟦DOB 12/06/2017⟧, won",
        "Ollie (⟦born 9 September 2015⟧) wins the poetry prize",
        "⟦Date of birth: 2014-03-03⟧",
        "Maya ⟦turns 7 on 4 May⟧",
    ],
    clean: &[
        "William Shakespeare was born on 23 April 1564",
        "A new garden was born in 2019",
        "Sports day is on 12/06/2026",
        "Our school turns 10 on 4 May",
    ],
    misses: &["A birthday whose year follows from an age told elsewhere."],
    excerpt: Excerpt::Masked,
};

/// How it looks.
pub(crate) static SCREEN: Screen = Screen {
    rule: &RULE,
    looks: &[
        Look::Pattern { gate: Gate::shapes(Shapes::DIGIT).and_cues(&[WORDS]), find: dates },
        Look::Pattern { gate: Gate::shapes(Shapes::DIGIT).and_cues(&[TURNS]), find: turns },
    ],
};

/// Words of birth, as tokens: `d.o.b.` is three.
const WORDS: &[&str] = &["b", "birth", "birthdate", "birthday", "born", "dob", "ob"];

/// Words of a birthday to come.
const TURNS: &[&str] = &["turns", "turning", "turn", "be", "birthday"];

/// What turns so many years and is nobody.
const NOBODY: &[&str] = &[
    "academy", "building", "centre", "charity", "club", "company", "group", "hall", "it",
    "library", "museum", "nursery", "our", "project", "pta", "school", "team", "trust", "we",
    "website",
];

static BIRTH: LazyLock<Regex> = LazyLock::new(|| {
    compile(concat!(
        r"(?i)\b(?P<word>d\.?\s?o\.?\s?b\b\.?|date[\s-]+of[\s-]+birth|birth\s?date|birthday|born(?:\s(?:in|at)\s[a-z'-]+(?:\s[a-z'-]+)??)?|b\.)",
        r"[\s:=(\x{2013}-]{1,4}(?:(?:on|is|was|the)\s+){0,2}(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:the\s+)?",
        r"(?:(?P<day>[0-9]{1,2})(?:\s?[/.-]\s?|\s)(?P<month>[0-9]{1,2})(?:\s?[/.-]\s?|\s)(?P<a>[0-9]{4}|[0-9]{2})",
        r"|(?P<b>[0-9]{4})-[0-9]{2}-[0-9]{2}",
        r"|[0-9]{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?[a-z]{3,9}\.?,?\s+(?P<c>[0-9]{4}|'?[0-9]{2})",
        r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\s+[0-9]{1,2}(?:st|nd|rd|th)?,?\s+(?P<d>[0-9]{4}))\b",
    ))
});

static TURNING: LazyLock<Regex> = LazyLock::new(|| {
    compile(concat!(
        r"(?i)\b(?P<turns>(?:turns|turning|will\s(?:be|turn)|is\sgoing\sto\sbe)\s(?:[2-9]|1[0-9]|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen)(?:\syears\sold)?",
        r"|(?:his|her|their|[a-z]+['’]s)\s(?:[2-9]|1[0-9])(?:st|nd|rd|th)\sbirthday(?:\s(?:is|falls))?),?",
        r"\son\s(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s)?(?:the\s)?",
        r"(?:[0-9]{1,2}(?:st|nd|rd|th)?\s(?:of\s)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}",
        r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\s[0-9]{1,2}(?:st|nd|rd|th)?|[0-9]{1,2}[/.][0-9]{1,2}(?:[/.][0-9]{2,4})?)\b",
    ))
});

fn turns(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    for found in TURNING.find_iter(sight.clear()) {
        let span = sight.place(found.range());
        if !follows(sight, span, NOBODY) {
            let message = "The day on which somebody turns so many years.";
            seen.push(Sighting::new(span, Certainty::Likely, message));
        }
    }
}

fn dates(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    for found in captures(&BIRTH, sight.clear()) {
        let Some(whole) = found.get(0) else { continue };
        let Some(year) = ["a", "b", "c", "d"].iter().find_map(|name| found.name(name)) else {
            continue;
        };
        let year = year.as_str().trim_start_matches('\'');
        let part = |name| found.name(name).and_then(|part| part.as_str().parse::<u8>().ok());
        if let (Some(day), Some(month)) = (part("day"), part("month"))
            && (day.max(month) > 31 || day.min(month) > 12 || day.min(month) == 0)
        {
            continue;
        }
        let born =
            found.name("word").is_some_and(|word| word.as_str().to_lowercase().starts_with("born"));
        let certainty = match year.parse::<u16>() {
            Ok(1900..=1919) | Err(_) => continue,
            Ok(100..=1899) if year.len() == 4 => continue,
            Ok(1920..=1999) if born => Certainty::Possible,
            Ok(_) if born => Certainty::Likely,
            Ok(_) => Certainty::Certain,
        };
        seen.push(Sighting::new(sight.place(whole.range()), certainty, "A date of birth."));
    }
}
