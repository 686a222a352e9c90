//! `privacy/phone`: telephone numbers that are not the school's.
//!
//! A number counts when it has the shape and length of the United Kingdom's numbering plan (Ofcom,
//! *National Telephone Numbering Plan*, part A), whatever parts its digits, or begins with `+` and
//! another country's code. The ranges that Ofcom keeps for drama count as real.

use gatepost_model::{Certainty, Excerpt, Rule, Span};

use crate::gate::Gate;
use crate::numbers::Run;
use crate::screen::{Look, Screen, Sighting};
use crate::shapes::Shapes;
use crate::sight::Sight;
use crate::surroundings::{Whose, speaks_at_once_of, speaks_of, whose};

/// The rule.
pub(crate) static RULE: Rule = Rule {
    id: "privacy/phone",
    title: "Telephone numbers",
    finds: "Mobile, landline and foreign telephone numbers in any notation, also with spelled-out digits, unless they are the school's own, listed among its contacts, or a national helpline.",
    why: "A private number cannot be taken back once it is public, and parents reach the school by its own number.",
    remedy: "Take the number out, or give the school office's instead. If it may stand in posts, add it to the contacts in school.toml.",
    flagged: &[
        "Ring Mrs Patel on ⟦07700 900123⟧ for the minibus",
        "Text ⟦+44 (0)7700 900-456⟧ tonight",
        "Home: ⟦(01632) 960 987⟧",
        "Call ⟦oh seven seven double oh nine double oh one two three⟧",
    ],
    clean: &[
        "Ring the school office on 01632 960123",
        "Childline is there day and night: 0800 1111",
        "Sports day is on 07/07/2026 at 09:30 in room 12",
        "We raised £1,632.96 in 2025-2026",
    ],
    misses: &["Local numbers without their area code."],
    excerpt: Excerpt::Masked,
};

/// How it looks.
pub(crate) static SCREEN: Screen = Screen {
    rule: &RULE,
    looks: &[Look::Pattern { gate: Gate::shapes(Shapes::NUMBER), find: numbers }],
};

/// Digits that a number must have, written as digits or spelled out, besides letters that look like digits.
const FEWEST_WRITTEN: usize = 4;

/// The longest number with its way into the country: `0044` and eleven digits.
const LONGEST: usize = 15;

/// Whose number it is likely to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Mobile,
    Landline,
    Firm,
    Foreign,
}

fn numbers(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    for run in sight.runs() {
        let mut first = 0;
        while first < run.groups.len() {
            let Some((last, kind, number)) = number_at(sight, run, first) else {
                first += 1;
                continue;
            };
            if let Some(digits) = run.span(first, last)
                && !sight.own.has_phone(&number)
            {
                let span = with_sign(sight, digits);
                let (certainty, message) = match kind {
                    Kind::Mobile => {
                        (Certainty::Certain, "A mobile number that is not the school's.")
                    }
                    Kind::Foreign => (
                        Certainty::Likely,
                        "A telephone number of another country that is not the school's.",
                    ),
                    Kind::Landline if !is_public(sight, span, FIRMS) => {
                        (Certainty::Likely, "A landline number that is not the school's.")
                    }
                    Kind::Firm if !is_public(sight, span, SERVICES) => {
                        (Certainty::Likely, "A service's number that is not the school's.")
                    }
                    Kind::Landline | Kind::Firm => (
                        Certainty::Possible,
                        "A telephone number that is not the school's; it seems to be a firm's or a venue's.",
                    ),
                };
                seen.push(Sighting::new(span, certainty, message));
            }
            first = last + 1;
        }
    }
}

/// The place of a number with the `+` or the bracket that it begins with.
fn with_sign(sight: &Sight<'_>, digits: Span) -> Span {
    let closes =
        sight.prose.slice(digits).split_once(')').is_some_and(|(before, _)| !before.contains('('));
    let mut span = digits;
    for sign in [['+', '＋'], ['(', '（']] {
        let wanted = sign.contains(&'+') || closes;
        if let Some(c) = sight.before(span).filter(|c| wanted && sign.contains(c)) {
            span.start -= c.len_utf8();
        }
    }
    span
}

/// The longest number that begins with a group: its last group, its kind, its digits with the way
/// into the country.
fn number_at(sight: &Sight<'_>, run: &Run, first: usize) -> Option<(usize, Kind, String)> {
    let group = run.groups.get(first)?;
    let plus = first == 0 && sight.before(group.span).is_some_and(|c| matches!(c, '+' | '＋'));
    if is_decimal(run, first) {
        return None;
    }
    let mut digits = String::new();
    let mut best = None;
    for (last, group) in run.groups.iter().enumerate().skip(first) {
        digits.push_str(&group.digits);
        if digits.len() > LONGEST {
            break;
        }
        let abroad = digits.strip_prefix("00").filter(|rest| first == 0 && !rest.starts_with("44"));
        let kind = if plus && !digits.starts_with("44") {
            foreign(&digits)
        } else if let Some(rest) = abroad {
            foreign(rest).filter(|_| digits.len() > 11)
        } else if !plus && digits.len() == 10 && digits.starts_with('7') {
            // A mobile number without its 0.
            let call = speaks_at_once_of(sight, group.span, CALLS, 3);
            call.then_some(Kind::Mobile)
        } else {
            national(&digits, plus).and_then(domestic)
        };
        if let Some(kind) = kind {
            let sign = if plus { "+" } else { "" };
            best = Some((last, kind, format!("{sign}{digits}")));
        }
    }
    best.filter(|(last, _, _)| written_enough(run, first, *last) && !counts(run, first, *last))
}

/// `0.77009...` is a part of one, and no telephone number.
fn is_decimal(run: &Run, first: usize) -> bool {
    let [whole, part, ..] = run.groups.get(first..).unwrap_or_default() else { return false };
    whole.digits == "0" && part.parted_by == "." && part.digits.len() > 1
}

/// `0 1 2 3 5 8 13`: numbers that only grow, as one counts.
fn counts(run: &Run, first: usize, last: usize) -> bool {
    let groups = run.groups.get(first..=last).unwrap_or_default();
    let values = || groups.iter().map(|group| group.digits.parse::<u64>().unwrap_or(u64::MAX));
    groups.len() > 5 && values().zip(values().skip(1)).all(|(one, next)| one <= next)
}

/// Letters that look like digits count for little: some digits must be digits.
fn written_enough(run: &Run, first: usize, last: usize) -> bool {
    let groups = run.groups.get(first..=last).unwrap_or_default();
    groups.iter().any(|group| group.written)
        || groups.iter().map(|group| group.digits.len()).sum::<usize>() >= FEWEST_WRITTEN
}

/// The digits behind the way into the country, which must be there.
fn national(digits: &str, plus: bool) -> Option<&str> {
    if let Some(rest) = digits.strip_prefix("0044") {
        return Some(rest.strip_prefix('0').unwrap_or(rest));
    }
    if plus {
        let rest = digits.strip_prefix("44")?;
        return Some(rest.strip_prefix('0').unwrap_or(rest));
    }
    digits.strip_prefix('0')
}

/// Bodies and services whose numbers anybody may give.
const SERVICES: &[&str] = &[
    "abuse",
    "advice",
    "advisers",
    "bereavement",
    "bookings",
    "breakdown",
    "bullying",
    "childline",
    "citizens",
    "confidential",
    "counselling",
    "crimestoppers",
    "crisis",
    "customer",
    "dental",
    "enquiries",
    "freephone",
    "gas",
    "helpdesk",
    "hotline",
    "line",
    "lines",
    "mencap",
    "nhs",
    "nspcc",
    "ofsted",
    "police",
    "railcard",
    "rspca",
    "samaritans",
    "service",
    "services",
    "supplier",
    "support",
    "tickets",
    "trust",
    "vaccination",
    "victims",
    "water",
    "youngminds",
];

/// Words of firms, whose landlines anybody may give.
const FIRMS: &[&str] = &[
    "bakery",
    "builders",
    "butchers",
    "catering",
    "company",
    "dentist",
    "dentists",
    "electrical",
    "electricals",
    "estate",
    "florist",
    "garage",
    "hire",
    "limited",
    "ltd",
    "nhs",
    "photography",
    "plc",
    "plumbing",
    "police",
    "solicitors",
    "sponsor",
    "sponsored",
    "sponsors",
    "stockist",
    "supplier",
    "tickets",
    "travel",
];

/// Words behind which a mobile number may lack its 0.
const CALLS: &[&str] =
    &["call", "cell", "mob", "mobile", "phone", "ring", "tel", "telephone", "text", "whatsapp"];

/// True for a number of a firm, a service or a venue, as far as the words around it say so.
fn is_public(sight: &Sight<'_>, span: Span, words: &[&str]) -> bool {
    match whose(sight, span) {
        Whose::Person => false,
        Whose::Venue => true,
        Whose::Unknown => speaks_of(sight, span, words),
    }
}

/// The kind of a number by the numbering plan, without its leading 0.
fn domestic(number: &str) -> Option<Kind> {
    let mut digits = number.chars();
    let (first, second) = (digits.next()?, digits.next()?);
    match (number.len(), first, second) {
        (10, '7', '0'..='9') => Some(Kind::Mobile),
        (10, '1', '1'..='9') | (10, '2', '0' | '3' | '4' | '8' | '9') => {
            is_local(number).then_some(Kind::Landline)
        }
        (9, '1', '2'..='9') if SHORT.contains(&number.get(..4)?) => {
            is_local(number).then_some(Kind::Landline)
        }
        (10, '5', '5' | '6') => Some(Kind::Landline),
        (10, '3', '0' | '3' | '4' | '7')
        | (10, '8', '2' | '4' | '7')
        | (10, '9', '0' | '1' | '8') => Some(Kind::Firm),
        (9 | 10, '8', '0')
            if number.starts_with("800") || (number.len() == 10 && number.starts_with("808")) =>
        {
            Some(Kind::Firm)
        }
        _ => None,
    }
}

/// Area codes some of whose numbers have one digit less (Ofcom, *National Telephone Numbering Plan*,
/// appendix A), without their 0.
const SHORT: &[&str] = &[
    "1204", "1208", "1254", "1276", "1297", "1298", "1363", "1364", "1384", "1386", "1404", "1420",
    "1460", "1461", "1480", "1488", "1524", "1527", "1562", "1566", "1606", "1629", "1635", "1647",
    "1659", "1695", "1697", "1726", "1744", "1750", "1768", "1827", "1837", "1884", "1900", "1905",
    "1935", "1946", "1949", "1963", "1995",
];

/// True if the number behind the area code begins like one: with no 0 and no 1.
fn is_local(number: &str) -> bool {
    let code = match number.as_bytes() {
        [b'2', ..] => 2,
        [b'1', b'1', ..] | [b'1', _, b'1', ..] => 3,
        _ => 4,
    };
    number.as_bytes().get(code).is_some_and(|digit| (b'2'..=b'9').contains(digit))
}

/// A number of another country (ITU-T E.164): a code that begins with no 0, 15 digits at most.
fn foreign(digits: &str) -> Option<Kind> {
    ((9..=15).contains(&digits.len()) && !digits.starts_with('0')).then_some(Kind::Foreign)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_follow_the_numbering_plan() {
        for (number, kind) in [
            ("7012345678", Kind::Mobile),
            ("7640123456", Kind::Mobile),
            ("5512345678", Kind::Landline),
            ("5612345678", Kind::Landline),
            ("1632960123", Kind::Landline),
            ("120423456", Kind::Landline),
            ("3001234567", Kind::Firm),
            ("800123456", Kind::Firm),
            ("8451234567", Kind::Firm),
            ("9812345678", Kind::Firm),
        ] {
            assert_eq!(domestic(number), Some(kind), "{number}");
        }
        for number in ["163296012", "2612345678", "4012345678", "6012345678", "1632060123"] {
            assert_eq!(domestic(number), None, "{number}");
        }
    }
}
