//! `link/blocked-domain`: links to kinds of sites that no school links to.
//!
//! Adult, gambling, dating, piracy, weapons, vapes, loans, essay mills and chats with strangers: by
//! top-level domains made for them, by words in the host's labels, by well-known hosts, and hosts
//! that are bare numbers.

use std::net::Ipv4Addr;

use gatepost_model::{Certainty, Excerpt, Rule};

use crate::gate::Gate;
use crate::screen::{Look, Screen, Sighting};
use crate::shapes::Shapes;
use crate::sight::Sight;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    id: "link/blocked-domain",
    title: "Links to unfit sites",
    finds: "Links to adult, gambling, dating, piracy, weapons and similar sites, and to hosts that are bare numbers.",
    why: "Pupils follow what their school links to.",
    remedy: "Take the link out. If the site is harmless, list its domain in school.toml.",
    flagged: &[
        "Odds at ⟦https://www.best-casino.example/win⟧",
        "See ⟦http://203.0.113.7/download⟧",
        "Film free on ⟦123movies.example⟧",
    ],
    clean: &[
        "Sussex and Essex libraries: www.oakfield.example/essex",
        "Read https://www.oakfield.example/anti-gambling-week",
    ],
    misses: &["An unfit page on a site that is fit as a whole."],
    excerpt: Excerpt::Plain,
};

/// How it looks.
pub(crate) static SCREEN: Screen = Screen {
    rule: &RULE,
    looks: &[Look::Pattern {
        gate: Gate::shapes(Shapes::DOTTED.or(Shapes::SCHEME)).or_cues(&[&["www"]]),
        find: unfit,
    }],
};

/// Top-level domains made for such sites.
const ENDINGS: &[&str] = &[
    "adult", "bet", "casino", "cam", "dating", "porn", "poker", "sex", "sexy", "sucks", "tattoo",
    "vodka", "webcam", "xxx", "onion", "rip",
];

/// Labels, or parts between hyphens, that say what a site is for.
const LABELS: &[&str] = &[
    // adult
    "adult",
    "bdsm",
    "camgirls",
    "camsoda",
    "chaturbate",
    "escort",
    "escorts",
    "fetish",
    "hentai",
    "milf",
    "naked",
    "nude",
    "nudes",
    "onlyfans",
    "porn",
    "porno",
    "pornhub",
    "redtube",
    "rule34",
    "sex",
    "sexcam",
    "sexy",
    "spankbang",
    "stripchat",
    "tits",
    "xhamster",
    "xnxx",
    "xvideos",
    "xxx",
    "youporn",
    // gambling
    "888casino",
    "bet",
    "bet365",
    "betfair",
    "betfred",
    "betting",
    "betway",
    "bingo",
    "bookies",
    "casino",
    "casinos",
    "coral",
    "gamble",
    "gambling",
    "jackpot",
    "ladbrokes",
    "odds",
    "paddypower",
    "pokerstars",
    "roulette",
    "skybet",
    "slots",
    "stake",
    "unibet",
    "williamhill",
    // meeting strangers
    "badoo",
    "bumble",
    "chatroulette",
    "dating",
    "grindr",
    "hinge",
    "kik",
    "monkeyapp",
    "ometv",
    "omegle",
    "plentyoffish",
    "tinder",
    "yubo",
    "chathub",
    "emeraldchat",
    // piracy
    "123movies",
    "1337x",
    "annas",
    "crack",
    "cracked",
    "cracks",
    "fmovies",
    "kickass",
    "libgen",
    "limetorrents",
    "piratebay",
    "putlocker",
    "rarbg",
    "scihub",
    "serialkey",
    "soap2day",
    "thepiratebay",
    "torrent",
    "torrents",
    "warez",
    "yts",
    "zlibrary",
    // the rest
    "8chan",
    "8kun",
    "4chan",
    "kiwifarms",
    "bestgore",
    "liveleak",
    "gore",
    "stormfront",
    "gab",
    "bitchute",
    "dailystormer",
    "essaymill",
    "essaywriter",
    "buyessay",
    "ukessays",
    "fakeid",
    "guns",
    "ammo",
    "firearms",
    "knives",
    "replicaguns",
    "cannabis",
    "weed",
    "cbd",
    "vape",
    "vapes",
    "vaping",
    "elfbar",
    "loans",
    "payday",
    "paydayloans",
    "quickquid",
    "darkweb",
    "hacks",
    "keygen",
];

fn unfit(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    for link in sight.links() {
        if sight.own.has_link(&link.host) {
            continue;
        }
        let number = link.host.parse::<Ipv4Addr>().is_ok();
        let public = [".gov.uk", ".nhs.uk", ".ac.uk", ".sch.uk", ".police.uk"]
            .iter()
            .any(|end| link.host.ends_with(end));
        let ending = link.host.rsplit('.').next().is_some_and(|end| ENDINGS.contains(&end));
        let label = link.host.split(['.', '-']).any(|label| LABELS.contains(&label));
        if number {
            seen.push(Sighting::new(
                link.span,
                Certainty::Likely,
                "A link to a bare number, which names nobody.",
            ));
        } else if !public && (ending || label) {
            seen.push(Sighting::new(
                link.span,
                Certainty::Certain,
                "A link to a kind of site that no school links to.",
            ));
        }
    }
}
