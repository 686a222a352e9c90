//! `privacy/credential`: passwords, PINs, keys and meeting codes.
//!
//! Words that announce a secret, and the secret behind them. With a colon or an equals sign nearly
//! anything is one; behind *is* or nothing at all it must look like one: digits, signs or capitals
//! among small letters.

use std::sync::LazyLock;

use gatepost_model::{Certainty, Excerpt, Rule, Span};
use regex::Regex;

use crate::expression::{captures, compile};
use crate::gate::Gate;
use crate::links::without_end;
use crate::screen::{Look, Screen, Sighting};
use crate::shapes::Shapes;
use crate::sight::Sight;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    id: "privacy/credential",
    title: "Passwords, PINs and codes",
    finds: "Passwords, PINs, Wi-Fi keys, door and meeting codes, and links that let anyone into a meeting.",
    why: "What opens an account, a door or a lesson opens it for everybody who reads the post.",
    remedy: "Take it out, and change it if it was ever public. Send it to those who need it another way.",
    flagged: &[
        "Wi-Fi password: ⟦Oakfield2026!⟧",
        "The door code is ⟦4471X⟧",
        "Zoom meeting ID ⟦812 3456 7890⟧, all welcome",
    ],
    clean: &[
        "Forgotten your password? Ask the school office",
        "Password: see the letter in your child's bag",
        "Pin badges are £1 and the dress code is red",
    ],
    misses: &["A secret that nothing announces."],
    excerpt: Excerpt::Masked,
};

/// How it looks.
pub(crate) static SCREEN: Screen = Screen {
    rule: &RULE,
    looks: &[
        Look::Pattern { gate: Gate::cues(&[WORDS]), find: secrets },
        Look::Pattern { gate: Gate::shapes(Shapes::NINE_DIGITS), find: meetings },
    ],
};

/// Words that announce a secret, or stand among those that do.
const WORDS: &[&str] = &[
    "log ?in",
    "user ?name",
    "pass ?word",
    "pass ?code",
    "pass ?phrase",
    "pass ?key",
    "pwd",
    "pw",
    "combination",
    "pin",
    "(?:fi|wifi)",
    "network",
    "(?:door|gate|alarm|entry|access|key|safe|security|joining|class|meeting)?code",
];

static SECRET: LazyLock<Regex> = LazyLock::new(|| {
    compile(concat!(
        r"(?i)\b(?:(?:log-?\s?in|user\s?name|pass\s?word|pass\s?code|pass\s?phrase|pass\s?key|pwd|pw|(?:safe\s|lock\s|locker\s)?combination|pin(?:\s(?:number|code))?",
        r"|wi-?fi\s(?:key|code)|network\skey|(?:door|gate|alarm|entry|access|key|safe|security|joining|class|classroom|meeting)\s?code|2fa\scode)",
        r"(?:\s(?:for|to)\s(?:the\s)?[\w-]{1,20}(?:\s[\w-]{1,20})?)?)",
        r"(?P<sep>\s?[:=]\s?|\s(?:is|are)(?:\s?:)?\s|\s?-\s|\s)(?P<quote>[\x{22}'“‘`]?)(?P<secret>[^\s\x{22}“”‘’«»`,;]{3,40})",
    ))
});

static MEETING: LazyLock<Regex> = LazyLock::new(|| {
    compile(concat!(
        r"(?i)\b(?:meeting|zoom|webinar|teams)(?:\s(?:meeting|webinar))?\s?(?:id|number|no)[\s:=.]{1,3}(?:is\s)?(?P<id>[0-9]{3}[ -]?[0-9]{3,4}[ -]?[0-9]{3,4})\b",
        r"|(?P<link>(?:https?://)?(?:[\w-]+\.)?zoom\.us/j/[0-9]{9,11}[^\s<>()]*)",
    ))
});

/// Words behind an announcement that announce nothing.
const NO_SECRETS: &[&str] = &[
    "ask",
    "available",
    "be",
    "below",
    "can",
    "changed",
    "contact",
    "details",
    "email",
    "from",
    "given",
    "has",
    "have",
    "in",
    "is",
    "needed",
    "not",
    "on",
    "please",
    "protected",
    "provided",
    "required",
    "reset",
    "safe",
    "same",
    "see",
    "secret",
    "secure",
    "sent",
    "the",
    "their",
    "tbc",
    "to",
    "via",
    "was",
    "will",
    "with",
    "your",
];

fn secrets(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    for found in captures(&SECRET, sight.text()) {
        let (Some(secret), Some(sep)) = (found.name("secret"), found.name("sep")) else { continue };
        let value = secret.as_str().trim_end_matches(['.', '!', '?', ')', ':', '\'']);
        let value = if secret.as_str().starts_with(value) && looks_secret(secret.as_str()) {
            secret.as_str().trim_end_matches(['.', ')', ':', '\''])
        } else {
            value
        };
        let quoted = found.name("quote").is_some_and(|quote| !quote.as_str().is_empty());
        let announced = sep.as_str().contains([':', '=']);
        let word = value.to_lowercase();
        if value.chars().count() < 3 || NO_SECRETS.contains(&word.as_str()) {
            continue;
        }
        let certainty =
            if looks_secret(value) && (announced || quoted || sep.as_str().contains("is")) {
                Certainty::Certain
            } else if looks_secret(value) {
                Certainty::Likely
            } else if announced || quoted {
                Certainty::Possible
            } else {
                continue;
            };
        let span = Span::new(secret.start(), secret.start() + value.len());
        seen.push(Sighting::new(
            span,
            certainty,
            "What follows the word for a password, PIN or code.",
        ));
    }
}

fn meetings(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    for found in captures(&MEETING, sight.text()) {
        if let Some(part) = found.name("id").or_else(|| found.name("link")) {
            let span = Span::new(part.start(), part.start() + without_end(part.as_str()).len());
            seen.push(Sighting::new(span, Certainty::Certain, "A way into an online meeting."));
        }
    }
}

/// Digits, signs, or capitals behind small letters: plain words have none. A time, a date, a price
/// or a web address is none either.
fn looks_secret(value: &str) -> bool {
    let inner = value.get(1..).unwrap_or_default();
    let odd = value.contains(|c: char| {
        c.is_ascii_digit() || matches!(c, '!' | '@' | '#' | '$' | '%' | '&' | '*' | '_' | '^')
    }) || (inner.contains(char::is_uppercase) && value.contains(char::is_lowercase));
    let plain = value.starts_with('£')
        || value.trim_end_matches(['!', '?']).chars().all(char::is_alphabetic)
            && !inner.contains(char::is_uppercase)
        || value.contains("://")
        || value.starts_with("www.")
        || (value.contains(':') && value.chars().all(|c| c.is_ascii_digit() || c == ':'));
    odd && !plain
}
