//! `privacy/email`: e-mail addresses that are not the school's.
//!
//! The shape is RFC 5321, section 4.1.2, as far as people write it: a dot-string, `@`, and a domain
//! of two labels or more. Written-out forms (`jo at mail dot example`, `jo(at)mail.example`) are
//! likely.

use std::sync::LazyLock;

use gatepost_model::{Certainty, Excerpt, Rule};
use regex::Regex;

use crate::expression::compile;
use crate::gate::Gate;
use crate::screen::{Look, Screen, Sighting};
use crate::shapes::Shapes;
use crate::sight::Sight;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    id: "privacy/email",
    title: "E-mail addresses",
    finds: "E-mail addresses, also written out with “at” and “dot”, unless they are the school's own or listed among its contacts.",
    why: "A private address in public invites strangers to write, and school business goes through school addresses.",
    remedy: "Take the address out, or give the school office's instead. If it may stand in posts, add it to the contacts in school.toml.",
    flagged: &[
        "Write to ⟦jo.bloggs@mail.example⟧ for tickets",
        "Ask ⟦jo at mail dot example⟧ about the raffle",
        "Tickets from ⟦jo(at)mail.example⟧",
    ],
    clean: &[
        "Write to office@oakfield.example for tickets",
        "Look at mail.example for news",
        "Meet us at the dot on the map",
    ],
    misses: &["An address told as a riddle."],
    excerpt: Excerpt::Masked,
};

/// How it looks.
pub(crate) static SCREEN: Screen = Screen {
    rule: &RULE,
    looks: &[
        Look::Pattern { gate: Gate::shapes(Shapes::AT), find: plain },
        Look::Pattern {
            gate: Gate::shapes(Shapes::BRACKETED.or(Shapes::AT)).or_cues(&[&["dot"], PROVIDERS]),
            find: written_out,
        },
    ],
};

/// Where people have their private addresses.
const PROVIDERS: &[&str] = &[
    "gmail",
    "googlemail",
    "hotmail",
    "outlook",
    "yahoo",
    "ymail",
    "icloud",
    "btinternet",
    "aol",
    "msn",
    "protonmail",
    "virginmedia",
    "talktalk",
];

static PLAIN: LazyLock<Regex> = LazyLock::new(|| {
    compile(r"[\w.!#$%&'*+/=?^`{|}~-]*[\w+][@﹫](?:[\w-]+\.)+(?:[^\W\d_]{2,24}|xn--[\w-]+)")
});

static WRITTEN_OUT: LazyLock<Regex> = LazyLock::new(|| {
    compile(concat!(
        r"(?i)\b[\w.+-]*\w(?:",
        // jo(at)mail.example, jo [at] mail [dot] example
        r"\s?[\[({<]\s?(?:at|a|@)\s?[\])}>]\s?\w[\w-]*(?:\.\w[\w-]*|\s?(?:[\[({<]\s?(?:dot|d0t|\.)\s?[\])}>]|\b(?:dot|d0t)\b)\s?\w[\w-]*)+",
        // jo@mail(dot)example
        r"|@\w[\w-]*(?:\.\w[\w-]*)*(?:\s?(?:[\[({<]\s?(?:dot|d0t|\.)\s?[\])}>]|\b(?:dot|d0t)\b)\s?\w[\w-]*)+",
        // jo at mail dot example
        r"|(?:\s(?:dot|underscore|dash)\s\w+){0,3}\s(?:at|@)\s\w[\w-]*(?:(?:\s(?:dot|d0t)\s|\.)\w[\w-]*){0,3}\s(?:dot|d0t)\s(?:com|net|org|uk|co|ac|sch|gov|info|me|io|eu|ie|example)\b",
        // jo at gmail.com, jo @ gmail . com, jo_at_gmail_dot_com
        r"|(?:\s?[@﹫]\s?|\sat\s|[-_]at[-_])(?:gmail|googlemail|hotmail|outlook|yahoo|ymail|icloud|btinternet|aol|msn|protonmail|virginmedia|talktalk)(?:(?:\s?\.\s?|\s(?:dot|d0t)\s|[-_]dot[-_]|\s)(?:com|co|net|uk|me)\b)+",
        // jo @ mail . example
        r"|(?:\s[@﹫]\s?|[@﹫]\s)\w[\w-]*\s?\.\s?(?:com|org|net|co\s?\.\s?uk|uk|info|example)\b",
        r")",
    ))
});

/// What stands before *at* and is nobody's name: *log in at outlook.com*.
const NO_NAMES: &[&str] =
    &["account", "book", "find", "in", "is", "look", "on", "page", "site", "up", "us", "website"];

fn plain(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    for found in PLAIN.find_iter(sight.clear()) {
        // Without the punctuation that a sentence may put before an address.
        let address = found.as_str();
        let Some(start) = address.find(|c: char| c.is_alphanumeric() || c == '+') else { continue };
        let span = sight.place(found.start() + start..found.end());
        let address = compact(address.get(start..).unwrap_or_default());
        let is_handle = sight.before(span) == Some('@');
        if !is_handle && !sight.own.has_email(&address) {
            seen.push(Sighting::new(
                span,
                Certainty::Certain,
                "An e-mail address that is not the school's.",
            ));
        }
    }
}

fn written_out(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    for found in WRITTEN_OUT.find_iter(sight.clear()) {
        let span = sight.place(found.range());
        let first = found.as_str().split(|c: char| !c.is_alphanumeric()).next();
        let nobody = first.is_some_and(|first| NO_NAMES.contains(&first.to_lowercase().as_str()));
        if !nobody && !sight.own.has_email(&spoken(found.as_str())) {
            seen.push(Sighting::new(
                span,
                Certainty::Likely,
                "What looks like an e-mail address that is written out, and is not the school's.",
            ));
        }
    }
}

fn compact(address: &str) -> String {
    address
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| if c == '﹫' { '@' } else { c })
        .collect()
}

/// What a written-out address says.
fn spoken(written: &str) -> String {
    let spaced: String =
        written.chars().map(|c| if "[](){}<>".contains(c) { ' ' } else { c }).collect();
    spaced
        .split_whitespace()
        .map(|word| match word.to_lowercase().as_str() {
            "at" => "@".to_string(),
            "dot" => ".".to_string(),
            "underscore" => "_".to_string(),
            "dash" => "-".to_string(),
            other => other.to_string(),
        })
        .collect()
}
