//! `text/threat`: threats of violence.
//!
//! Phrases of a list, and a pattern: somebody announces or demands (*I will*, *gonna*, *someone
//! should*), a verb of violence, and a person who is meant. Plays and stories are full of it, so
//! that words of literature near excuse the pattern.

use std::sync::LazyLock;

use gatepost_model::{Certainty, Excerpt, Rule};
use regex::Regex;

use crate::screen::{Look, Screen, Sighting};
use crate::sight::Sight;
use crate::surroundings::speaks_of;
use crate::wordlists;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    id: "text/threat",
    title: "Threats",
    finds: "Threats and calls for violence against people, in words and in emoji.",
    why: "A threat is a safeguarding matter and may be a crime, whoever wrote it and however it was meant.",
    remedy: "Do not post it. Tell the safeguarding lead.",
    flagged: &[
        "If you park there again I will ⟦smash your face in⟧",
        "⟦Someone should stab the referee⟧",
        "⟦Gonna kill that caretaker⟧",
    ],
    clean: &[
        "In Macbeth the murderers are going to kill Banquo",
        "We are going to smash our target",
        "Stab the potato with a fork before baking",
    ],
    misses: &["A threat that only the reader understands."],
    excerpt: Excerpt::Plain,
};

/// How it looks.
pub(crate) static SCREEN: Screen = Screen {
    rule: &RULE,
    looks: &[
        Look::Words(&wordlists::THREAT),
        Look::Pattern { gate: |_| true, find: announced },
        Look::Pattern { gate: |marks| marks.beyond_ascii > 0, find: emoji },
    ],
};

static ANNOUNCED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?i)\b(?:i['’]?ll|i\swill|we['’]?ll|we\swill|i['’]?m\sgoing\sto|i\sam\sgoing\sto|i['’]?m\sgonna|gonna|we['’]?re\sgoing\sto|we['’]?re\sgonna|let['’]?s|i\swant\sto|i\swanna|i\scould",
        r"|i['’]?d\slike\sto|(?:some(?:one|body)|we|they|you)\s(?:should|needs?\sto|ought\sto|has\sto))\s(?:(?:all|just|really|go|personally|fucking|bloody)\s)?",
        r"(?:kill|stab|shoot|murder|strangle|throttle|batter|lynch|behead|hang|shank|knife|poison|punch|slap|kick|beat\sup|burn|hurt|smack|thump|deck|run\sover|execute|torture)\s",
        r"(?:you|ya|u|him|her|that|the|those|these|every|all|mr|mrs|ms|miss|your|his|our)\b(?:\s(?:of\s)?(?:stupid|bloody|fucking|damn|old|useless|whole|new)){0,2}",
        r"(?P<who>\s(?:ref|referee|umpire|linesman|head|headteacher|teachers?|caretaker|parents?|pupils?|kids?|driver|drivers|boys?|girls?|lot|mascot|man|woman|people|guy|lad|goalie|captain|coach|neighbours?|governors?|councillors?|mp|[a-z]+ers)\b)?",
    ))
    .expect("a pattern of this file, compiled by its tests")
});

static BLADES: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("[🔪🗡🔫💣](?:\\x{FE0F}|\\s)?[🩸💀⚰🔪🗡🔫😵]")
        .expect("a pattern of this file, compiled by its tests")
});

/// Words of literature and games.
const FICTION: &[&str] = &[
    "banquo",
    "book",
    "caesar",
    "character",
    "characters",
    "chess",
    "drama",
    "duncan",
    "film",
    "giant",
    "goal",
    "goals",
    "hamlet",
    "legend",
    "macbeth",
    "myth",
    "novel",
    "panto",
    "penalty",
    "play",
    "poem",
    "scene",
    "shakespeare",
    "story",
    "villain",
    "wolf",
];

fn announced(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    for found in ANNOUNCED.captures_iter(sight.text()) {
        let Some(whole) = found.get(0) else { continue };
        let text = whole.as_str().to_lowercase();
        // `the`, `all` and the like name no person by themselves: kicking the ball is sport.
        let person = [" you", " ya", " u", " him", " her"].iter().any(|who| text.ends_with(who));
        let span = whole.range().into();
        if (person || found.name("who").is_some()) && !speaks_of(sight, span, FICTION) {
            seen.push(Sighting::new(
                span,
                Certainty::Likely,
                "Words that announce or demand violence against somebody.",
            ));
        }
    }
}

fn emoji(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    seen.extend(BLADES.find_iter(sight.text()).map(|found| {
        Sighting::new(found.range().into(), Certainty::Likely, "Emoji of weapons and blood.")
    }));
}
