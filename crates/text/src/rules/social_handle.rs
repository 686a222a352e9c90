//! `privacy/social-handle`: accounts of people on social networks.
//!
//! `@name`, links to a profile, and names behind the word for a network (`snap: name`). The
//! school's own and allowed accounts pass; an account whose name speaks of a public body is only
//! possible.

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
    id: "privacy/social-handle",
    title: "Accounts of others",
    finds: "Handles of and links to accounts on social networks that are neither the school's nor listed in school.toml.",
    why: "A tag leads from the school to a private person's page, and from there to a child's.",
    remedy: "Take the handle out. If posts may name the account, add it to the handles in school.toml.",
    flagged: &[
        "Well done ⟦@maya_runs14⟧",
        "Add Tom on snap: ⟦tom_the_goat11⟧",
        "Pictures at ⟦instagram.com/maya.runs⟧",
    ],
    clean: &[
        "Follow @OakfieldPrimary and @oakfieldpta",
        "3 for £2 @ the gate",
        "Write to office@oakfield.example",
        "See snap: dragons, our card game club",
    ],
    misses: &["A name on a network that the words do not call one."],
    excerpt: Excerpt::Masked,
};

/// How it looks.
pub(crate) static SCREEN: Screen = Screen {
    rule: &RULE,
    looks: &[
        Look::Pattern { gate: Gate::shapes(Shapes::AT), find: handles },
        Look::Pattern { gate: Gate::shapes(Shapes::DOTTED).and_cues(&[SITES]), find: profiles },
        Look::Pattern { gate: Gate::cues(&[NETWORKS]), find: announced },
    ],
};

static HANDLE: LazyLock<Regex> =
    LazyLock::new(|| compile(r"[@＠](?P<name>\w[\w.-]*\w)(?P<host>@[\w-]+(?:\.[\w-]+)+)?"));

static PROFILE: LazyLock<Regex> = LazyLock::new(|| {
    compile(concat!(
        r"(?i)(?:https?://)?(?:\b(?:www|m|mobile)\.)?\b(?:instagram\.com|facebook\.com|fb\.com|twitter\.com|x\.com|tiktok\.com|snapchat\.com/add",
        r"|threads\.net|bsky\.app/profile|t\.me|wa\.me|discord\.gg|linkedin\.com/in|twitch\.tv|youtube\.com/(?:user|c|@)|onlyfans\.com)/?@?(?P<name>[\w.-]+)",
    ))
});

/// One of these is a part of every address in [`PROFILE`].
const SITES: &[&str] = &[
    "instagram",
    "facebook",
    "fb",
    "twitter",
    "x",
    "tiktok",
    "snapchat",
    "threads",
    "bsky",
    "t",
    "wa",
    "discord",
    "linkedin",
    "twitch",
    "youtube",
    "onlyfans",
];

/// Words that announce a name on a network.
const NETWORKS: &[&str] = &[
    "snap(?:chat)?",
    "insta(?:gram)?",
    "ig",
    "tik ?tok",
    "discord",
    "twitter",
    "facebook",
    "fb",
    "roblox",
    "xbox",
    "psn",
    "gamertag",
    "telegram",
    "kik",
    "twitch",
    "fortnite",
];

static ANNOUNCED: LazyLock<Regex> = LazyLock::new(|| {
    compile(concat!(
        r"(?i)\b(?:snap(?:chat)?|insta(?:gram)?|ig|tik\s?tok|discord|twitter|facebook|fb|roblox|(?:(?:xbox|psn)\s)?gamertag|xbox|psn|telegram|kik|twitch|fortnite)",
        r"(?:\s(?:name|user\s?name|user|handle|account|tag|id))?(?P<sep>\s?[:=]\s?|\s?[-–]\s|\s?[^\x00-\x7f\w\s]{1,4}\s?|\sis\s(?:at\s)?|\s)(?P<name>[a-z0-9_.][a-z0-9_.-]{1,38}[a-z0-9_](?:#[0-9]{4})?)",
    ))
});

/// Parts of the names of public bodies.
const BODIES: &[&str] = &[
    "academy",
    "bbc",
    "bitesize",
    "booktrust",
    "cathedral",
    "church",
    "college",
    "council",
    "fire",
    "gallery",
    "gov",
    "library",
    "metoffice",
    "museum",
    "nasa",
    "national",
    "nhs",
    "nspcc",
    "ofsted",
    "police",
    "primary",
    "rnli",
    "rspb",
    "rspca",
    "school",
    "science",
    "scouts",
    "stadium",
    "theatre",
    "trust",
    "univ",
    "wildlife",
    "zoo",
];

/// What stands behind an `@` that means *at*.
const PLACES: &[&str] = &["home", "lunch", "lunchtime", "noon", "school", "the", "work"];

fn handles(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    for found in captures(&HANDLE, sight.text()) {
        let (Some(whole), Some(name)) = (found.get(0), found.name("name")) else { continue };
        let span = Span::from(whole.range());
        // `jo@mail.example` is an address, and `3@the` is a price.
        let glued = sight
            .before(span)
            .is_some_and(|c| c.is_alphanumeric() || matches!(c, '@' | '/' | '_' | '-' | '+'));
        let plain = PLACES.contains(&name.as_str().to_lowercase().as_str())
            || name.as_str().starts_with(|c: char| c.is_ascii_digit());
        if !glued && !plain {
            report(sight, span, name.as_str(), seen);
        }
    }
}

fn profiles(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    const PAGES: &[&str] = &[
        "events", "groups", "hashtag", "p", "photo", "reel", "reels", "search", "share", "sharer",
        "watch",
    ];
    for found in captures(&PROFILE, sight.text()) {
        let (Some(whole), Some(name)) = (found.get(0), found.name("name")) else { continue };
        let text = whole.as_str().trim_end_matches(['.', '-']);
        let name = name.as_str().trim_end_matches(['.', '-']);
        if !PAGES.contains(&name.to_lowercase().as_str()) {
            report(sight, Span::new(whole.start(), whole.start() + text.len()), name, seen);
        }
    }
}

fn announced(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    for found in captures(&ANNOUNCED, sight.text()) {
        let Some(name) = found.name("name") else { continue };
        // Plain words behind "Facebook:" are a heading; a handle has digits, dots or underscores.
        let told = found.name("sep").is_some_and(|sep| {
            sep.as_str().contains([':', '=', '-', '–']) || sep.as_str().trim().starts_with("is")
        });
        let text = name.as_str();
        let letters = text.starts_with(|c: char| c.is_ascii_alphabetic());
        let digits = text.contains(|c: char| c.is_ascii_digit());
        if text.contains('_') && letters
            || told && (digits || text.contains('.'))
            || digits && letters && text.len() > 6
        {
            report(sight, Span::from(name.range()), name.as_str(), seen);
        }
    }
}

fn report(sight: &Sight<'_>, span: Span, name: &str, seen: &mut Vec<Sighting>) {
    if sight.own.has_handle(name) {
        return;
    }
    let lower = name.to_lowercase();
    let (certainty, message) = if BODIES.iter().any(|body| lower.contains(body)) {
        (Certainty::Possible, "An account that is not listed; it seems to be a public body's.")
    } else {
        (Certainty::Likely, "An account that is neither the school's nor listed.")
    };
    seen.push(Sighting::new(span, certainty, message));
}
