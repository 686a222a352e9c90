//! `privacy/email`: e-mail addresses that are not the school's.
//!
//! The shape is RFC 5321, section 4.1.2, as far as people write it: a dot-string, `@`, and a domain
//! of two labels or more. Written-out forms (`jo at mail dot example`, `jo(at)mail.example`) are
//! likely.

use std::sync::LazyLock;

use gatepost_model::{Certainty, Excerpt, Rule, Span};
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
    misses: &["An address told as a riddle, or with spaces around its @."],
    excerpt: Excerpt::Masked,
};

/// How it looks.
pub(crate) static SCREEN: Screen = Screen {
    rule: &RULE,
    looks: &[
        Look::Pattern { gate: Gate::shapes(Shapes::AT), find: plain },
        Look::Pattern {
            gate: Gate::shapes(Shapes::BRACKETED).or_cues(&[&["dot"]]),
            find: written_out,
        },
    ],
};

static PLAIN: LazyLock<Regex> =
    LazyLock::new(|| compile(r"[\w.!#$%&'*+/=?^`{|}~-]*[\w+][@＠﹫](?:[\w-]+\.)+\w{2,24}"));

static WRITTEN_OUT: LazyLock<Regex> = LazyLock::new(|| {
    compile(concat!(
        r"(?i)\b[\w.+-]*\w(?:",
        // jo(at)mail.example, jo [at] mail [dot] example
        r"\s?[\[({<]\s?(?:at|@)\s?[\])}>]\s?\w[\w-]*(?:\.\w[\w-]*|\s?(?:[\[({<]\s?(?:dot|\.)\s?[\])}>]|\bdot\b)\s?\w[\w-]*)+",
        // jo@mail(dot)example
        r"|@\w[\w-]*(?:\.\w[\w-]*)*(?:\s?(?:[\[({<]\s?(?:dot|\.)\s?[\])}>]|\bdot\b)\s?\w[\w-]*)+",
        // jo at mail dot example
        r"|(?:\s(?:dot|underscore|dash)\s\w+){0,3}\s(?:at|@)\s\w[\w-]*(?:(?:\s(?:dot)\s|\.)\w[\w-]*){0,3}\sdot\s(?:com|net|org|uk|co|ac|sch|gov|info|me|io|eu|ie|example)\b",
        r")",
    ))
});

fn plain(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    for found in PLAIN.find_iter(sight.text()) {
        let Some(span) = trimmed(sight, Span::from(found.range())) else { continue };
        let address: String = compact(sight.prose.slice(span));
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
    for found in WRITTEN_OUT.find_iter(sight.text()) {
        let span = Span::from(found.range());
        if !sight.own.has_email(&spoken(found.as_str())) {
            seen.push(Sighting::new(
                span,
                Certainty::Likely,
                "What looks like an e-mail address that is written out, and is not the school's.",
            ));
        }
    }
}

/// A span without the punctuation that a sentence may put before an address.
fn trimmed(sight: &Sight<'_>, span: Span) -> Option<Span> {
    let text = sight.prose.slice(span);
    let start = text.find(|c: char| c.is_alphanumeric() || c == '+')?;
    Some(Span::new(span.start + start, span.end))
}

fn compact(address: &str) -> String {
    address
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| if matches!(c, '＠' | '﹫') { '@' } else { c })
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
