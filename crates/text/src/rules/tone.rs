//! `text/tone`: shouting, text-speak, sarcasm, and signs by the dozen.
//!
//! Advice alone: engaging and conversational is wanted, careless is not.

use std::sync::LazyLock;

use gatepost_model::{Certainty, Excerpt, Rule, Span};
use regex::Regex;

use crate::gate::Gate;
use crate::screen::{Look, Screen, Sighting};
use crate::shapes::Shapes;
use crate::sight::Sight;
use crate::statement::Statement;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    id: "text/tone",
    title: "Tone",
    finds: "Sentences in capitals, rows of exclamation marks or emoji, text-speak, slang, sarcasm and scolding.",
    why: "A school's voice is friendly and clear, and every parent reads it.",
    remedy: "Say it as you would in a letter home.",
    flagged: &["⟦PLEASE STOP PARKING ON THE ZIGZAGS⟧", "Great day⟦!!!!!⟧", "⟦C u l8r⟧ at the fair"],
    clean: &[
        "GCSE RESULTS DAY: doors open at 9am",
        "What a day! Well done, Year 6!!",
        "PTA, SEN, PSHE and BBC are abbreviations",
    ],
    misses: &["A cold tone in polite words."],
    excerpt: Excerpt::Plain,
};

/// How it looks.
pub(crate) static SCREEN: Screen = Screen {
    rule: &RULE,
    looks: &[
        Look::Pattern { gate: Gate::shapes(Shapes::SHOUT), find: shouting },
        Look::Pattern { gate: Gate::statement(&MANNERS), find: manners },
    ],
};

static SIGNS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"[!?]{4,}|(?:\p{Extended_Pictographic}[\u{FE0F}\u{200D}\u{1F3FB}-\u{1F3FF}♀♂]*\s?){8,}",
    )
    .expect("a pattern of this file, compiled by its tests")
});

static MANNERS: Statement = Statement::new(
    concat!(
        r"c u (?:l8r|later|there|soon|all)|c ?ya|l8r|gr8|m8|2moro|2nite|2day|b4 (?:u|the|we)|thx|thnx|ty all|plz|pls|soz|ppl|cos u|coz|cuz|bcos|wot|wanna|gonna|gotta|dunno|innit|ain t|lol|lmao|rofl|roflmao|omg|tbh|ngl|idk|idc|imo|imho|smh|btw u|wyd|brb|jk|yolo|fomo|nvm|ikr|ily|bff|u r|r u|ur (?:kids?|child|children)|luv u|gurl|bruv|bruh|blud|fam bam|peng|wagwan|bare (?:good|people|funny)|slay(?:ed|ing)?|yass(?:s|ss|sss)?|yaas(?:s|ss|sss)?|lit af|on fleek|no cap|bussin|rizz|skibidi|sus|hella|totes|amazeballs|adorbs|cringe",
        r"|yeah right|whatever|as if|(?:oh )?big deal|boo hoo|get over it|get a life|not our problem|tough luck|do your job|how hard (?:can|is) it(?: to)?|is it really (?:so|that) (?:hard|difficult)|for the (?:hundredth|millionth|umpteenth|last|tenth|third) time|how many times (?:do|must|have) we|we shouldn t have to (?:say|ask|tell|remind)|some (?:people|parents|of you) (?:clearly |obviously |just )?(?:can t|don t|never|need to learn|think)|you know who you are|it s not rocket science|use your (?:brain|head|common sense)|common sense people|thanks for nothing|no excuses|end of|deal with it|what part of|if you can t be bothered|read the (?:letter|email|newsletter) properly|hello parents wake up",
    ),
    &[],
);

fn shouting(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    seen.extend(SIGNS.find_iter(sight.text()).map(|found| {
        let end = found.start() + found.as_str().trim_end().len();
        let span = Span::new(found.start(), end);
        Sighting::new(span, Certainty::Likely, "A row of signs says less than one.")
    }));
    let tokens = sight.prose.tokens();
    let loud = |index: usize| {
        tokens.get(index).is_some_and(|token| {
            let word = sight.prose.slice(token.span);
            word.chars().all(|c| !c.is_lowercase()) && word.chars().any(char::is_uppercase)
        })
    };
    let mut first = 0;
    while first < tokens.len() {
        let mut last = first;
        while loud(last) {
            last += 1;
        }
        let run = tokens.get(first..last).unwrap_or_default();
        let long = run.iter().filter(|token| {
            let digits = sight.prose.slice(token.span).contains(|c: char| c.is_ascii_digit());
            token.span.len() > 3 && !digits
        });
        if let (Some(from), Some(to)) = (run.first(), run.last())
            && run.len() >= 5
            && long.count() >= 3
        {
            seen.push(Sighting::new(
                from.span.join(to.span),
                Certainty::Likely,
                "A sentence in capitals shouts.",
            ));
        }
        first = last.max(first + 1);
    }
}

fn manners(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    for (_, span) in sight.own_words(&MANNERS) {
        seen.push(Sighting::new(
            span,
            Certainty::Possible,
            "Words too careless for a letter home.",
        ));
    }
}
