//! `text/derogatory`: insults, contempt and hostility to groups.
//!
//! Phrases of a list, words that count only where they are said of somebody, and a pattern: a
//! group, *are* or *should be*, and a hostile predicate. *Not all*, *nobody should say* and words
//! of teaching near turn it round.

use std::sync::LazyLock;

use gatepost_model::{Certainty, Excerpt, Rule};
use regex::Regex;

use crate::screen::{Look, Screen, Sighting};
use crate::sight::Sight;
use crate::surroundings::speaks_of;
use crate::wordlists;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    id: "text/derogatory",
    title: "Insults and contempt",
    finds: "Insults of people, contempt for families, colleagues or the school, and hostility to groups.",
    why: "It hurts, it may be defamation, and what a school says of people it says to all their neighbours.",
    remedy: "Take it out. A concern about somebody belongs in a conversation, not in a post.",
    flagged: &[
        "⟦What an idiot⟧ - Mr Lowe forgot the keys again",
        "⟦Stupid parents⟧ at the gate again",
        "⟦Immigrants are vermin⟧, he wrote",
    ],
    clean: &[
        "There is no such thing as a stupid question",
        "We learned that nobody should say immigrants are vermin",
        "George's Marvellous Medicine: Grandma is a grumpy character",
    ],
    misses: &["Irony."],
    excerpt: Excerpt::Plain,
};

/// How it looks.
pub(crate) static SCREEN: Screen = Screen {
    rule: &RULE,
    looks: &[
        Look::Words(&wordlists::DEROGATORY),
        Look::Pattern { gate: |_| true, find: hostility },
    ],
};

static HOSTILITY: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&concat!(
        r"(?i)\b(?:i\s(?:hate|despise|detest|can['’]?t\sstand)\s(?:all\s)?(?:the\s|these\s|those\s)?GROUP|(?:all\s|the\s|these\s|those\s)?GROUP\s",
        r"(?:(?:are|is)\s(?:all\s|just\s|nothing\sbut\s|a\sbunch\sof\s|always\s|so\s|such\s|a\s|an\s|the\s)?(?:\w+ing\s)?(?:vermin|scum|thieves|thief|criminals?|animals|filth|filthy|dirty|parasites|savages|terrorists|rapists|rats|cockroaches|subhuman|sub-human|inferior|disgusting|evil|a\sdisease|a\splague|a\scancer|cancer|scroungers|stupid|idiots|dumb|freaks|perverts|sick|degenerates?|an\sabomination|abominations?|worthless|pigs|trash|barbarians|invaders|ruining\s\w+|destroying\s\w+|not\swelcome|weak|liars|greedy|mentally\sill)",
        r"|(?:should|must|need\sto|ought\sto|deserve\sto)\s(?:all\s|just\s)?(?:die|leave|go\shome|go\sback|be\s(?:deported|shot|killed|banned|hanged|sterilised|removed|locked\sup|wiped\sout|gassed|exterminated|sent\sback|put\sdown|kicked\sout)|burn|rot|know\stheir\splace|get\sout|disappear)",
        r"|(?:don['’]?t|do\snot)\s(?:belong|deserve\s(?:to\slive|rights))))\b",
    )
    .replace("GROUP", GROUP))
    .expect("a pattern of this file, compiled by its tests")
});

/// Groups by a protected characteristic, as a part of the pattern.
const GROUP: &str = concat!(
    r"(?:muslims?|islam|jews?|jewish\speople|christians|catholics|protestants|hindus|sikhs|buddhists|atheists|refugees?|asylum\sseekers|immigrants?|migrants|foreigners|",
    r"black\speople|blacks|white\speople|whites|asians|arabs|pakistanis|indians|bangladeshis|africans|nigerians|somalis|poles|polish\speople|romanians|roma|gyps(?:y|ies)|travellers|",
    r"chinese\speople|the\schinese|the\sirish|the\sfrench|the\sgermans|women|girls|females|feminists|gays|gay\speople|gay\smen|lesbians|bisexuals|homosexuals|queer\speople|trans\speople|trans\swomen|",
    r"transgender\speople|transgenders|disabled\speople|the\sdisabled|autistic\speople|deaf\speople|blind\speople|old\speople|poor\speople|benefit\sclaimants)"
);

/// Words that turn it round, or speak of teaching.
const TURNED: &[&str] = &[
    "claimed",
    "false",
    "history",
    "lesson",
    "lie",
    "myth",
    "myths",
    "never",
    "nobody",
    "nazi",
    "nazis",
    "no",
    "not",
    "propaganda",
    "racism",
    "stereotype",
    "stereotypes",
    "wrong",
];

fn hostility(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    for found in HOSTILITY.find_iter(sight.text()) {
        let span = found.range().into();
        if !speaks_of(sight, span, TURNED) {
            seen.push(Sighting::new(span, Certainty::Likely, "Hostility to a group of people."));
        }
    }
}
