//! Does a text say a thing, or does it speak of people who say it?
//!
//! *Women are weak* says it. *Nobody should say that women are weak*, *"women are weak" is a
//! stereotype* and *we learned why the Nazis claimed...* do not. Grammar on a shoestring: words that
//! deny in the same clause, quotation with a word of judgement around, words of teaching.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::plain::{Plain, pattern};

/// Whose words they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stance {
    /// The text's own.
    Own,
    /// Denied, quoted to be judged, or taught about.
    Distanced,
}

/// Denials and reports in front of a statement, in the same sentence.
static DENIED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        concat!(
            r"not (?:true|right|ok|okay|fair|acceptable|all|every)|never (?:said|say|saying|call|calling|ok|okay|acceptable|think|thought|told|tell|believe|believed)",
            r"|nobody|no one|noone|(?:isn|aren|wasn|wouldn|shouldn|couldn|mustn|don|doesn|didn|can|won|ain) t|cannot|can not|do not|does not|did not|should not|must not|would not|is not|are not|it s not",
            r"|wrong to|unacceptable to|racist to|sexist to|ignorant to|stupid to|offensive to|harmful to|how dare|stop (?:saying|calling|telling|thinking|pretending|claiming|with)|instead of|rather than",
            r"|(?:people|those|anyone|anybody|someone|whoever|idiots?|bigots?|racists?|sexists?|trolls?|man|men|guy|person|politicians?|newspapers?|nazis?|neighbours?|some|others?|many|who|they) (?:who |that )?(?:still |really |even |once |always |actually |just )?(?:say|says|said|saying|think|thinks|thought|thinking|claim|claims|claimed|claiming|believe|believes|believed|believing|argue|argues|argued|call|calls|called|calling|tell|tells|told|telling|shout|shouted|shouting|write|wrote|yell|yelled|yelling)",
            r"|the (?:idea|myth|claim|lie|notion|belief|view|stereotype|assumption|suggestion) (?:that|of)|(?:saying|claiming|thinking|believing|arguing|pretending|suggesting) (?:that|things|stuff)|(?:myth|myths|lie|lies|stereotype|stereotypes|propaganda|slogan|slogans) (?:that|such|like|about|including|said|claimed)",
            r"|you can t|you cannot|can t seriously|seriously believe|what makes you|if you (?:say|think|believe|call|tell)|calling|labelling|comparing|(?:challenge|challenges|challenged|challenging|tackle|tackling|tackled|condemn|condemns|condemned|condemning|reject|rejects|rejected|fight|fighting|against|oppose|opposing|opposed|call out|calling out|called out|report|reported|confront)",
        ),
        &[],
    )
});

/// Judgements of a quotation, anywhere around it.
static JUDGED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        concat!(
            r"racist|racism|sexist|sexism|misogyn\w+|homophob\w+|transphob\w+|islamophob\w+|antisemit\w+|anti semit\w+|ableis\w+|xenophob\w+|bigot\w*|prejudice\w*|discriminat\w+|hateful|hate speech|hate crime|ignorant|ignorance",
            r"|stereotyp\w+|myth|myths|propaganda|unacceptable|not ok|not okay|not acceptable|never ok|never okay|never acceptable|disgraceful|shameful|harmful|offensive|hurtful|wrong|awful thing|terrible thing|disgusting thing|horrible thing|vile thing|nonsense|rubbish|bullshit|insane|outrageous|appalling|shocking|intolerance|intolerant",
            r"|bigoted|hurtful|dehumani\w+|tolerate|blocked|blocking|in jail|in prison|shows how|shows what|does not reflect|doesn t reflect|reflects badly|makes you say|made you say|makes you think|if you say|if you think|whoever says|embarrass\w+|tweets? like|posts like|comments? like|messages like|statements like|slogans like|phrases like|words like|insults like|apologise\w*|apology|banned for|kicked out for|got fired|was fired|arrested|suspended|condemn\w*|call out|called out|speak up|spoke up|stand up to|anti bullying|anti racism|show racism the red card|kick it out|hurts|hurt people|you sound|sounds like something|is something|said no|says no|that s not",
        ),
        &[],
    )
});

/// Words of teaching and of stories, anywhere around a statement.
static TAUGHT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        concat!(
            r"(?:year|y) ?(?:[1-9]|1[0-3]) (?:\w+ ){0,3}(?:learn\w*|stud\w+|discuss\w*|debat\w+|explor\w+|look(?:ed|s|ing)? (?:at|into)|research\w*|wrote|read|reading|reads|examin\w+|analys\w+|history|english|rs|re|drama|pshe)",
            r"|(?:pupils|students|children|class|classes|we|they|lesson|assembly|exhibition|museum|workshop|speaker|survivor|novel|play|poem|book|film|story|chapter|source|sources|textbook|documentary) (?:\w+ ){0,4}(?:learn|learnt|learned|learning|study|studied|studying|studies|discuss|discussed|discussing|explore|explored|exploring|examined|examining|researched|analysed|analysing|taught|teaches|explained|describes|described|tells|told us|debated|debating)",
            r"|holocaust memorial|black history month|anti bullying week|show racism|anne frank|suffragettes?|apartheid|segregation|jim crow|civil rights|holocaust|nazi germany|nazi propaganda|the nazis|kristallnacht|slave trade|slavery|windrush|to kill a mockingbird|of mice and men|merchant of venice|noughts and crosses|macbeth|hamlet|othello|shakespeare|romeo|tybalt|an inspector calls|lord of the flies|animal farm|gcse|a level|key stage|citizenship lesson|history lesson|in history|lesson on|lessons on|unit on|assembly on",
        ),
        &[],
    )
});

/// How a statement stands in its text.
pub(crate) fn of(plain: &Plain, range: &Range<usize>) -> Stance {
    if denied(plain, range) || is_reported(plain, range) {
        return Stance::Distanced;
    }
    Stance::Own
}

/// True if it is quoted to be judged, or taught about: whether it is denied is not asked.
pub(crate) fn is_reported(plain: &Plain, range: &Range<usize>) -> bool {
    let around = [plain.paragraph_before(range), plain.paragraph_behind(range)];
    judged(plain, range) || around.iter().any(|text| TAUGHT.is_match(text))
}

/// True if the sentence denies it, or reports it, in front.
pub(crate) fn denied(plain: &Plain, range: &Range<usize>) -> bool {
    let before = plain.before(range);
    before.trim_end().ends_with(" no") || DENIED.is_match(before)
}

/// A judgement at once behind a statement.
static AT_ONCE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r#"^ ?["., ]*(?:is|are|was|that s|that is|this is|it s) (?:\w+ ){0,4}?(?:racist|racism|sexist|sexism|homophobic|transphobic|bigot\w*|hateful|ignoran\w+|stereotyp\w+|myths?|unacceptable|not ok|not okay|wrong|prejudice\w*|discriminat\w+|nonsense|propaganda|not true|a lie|untrue|false)\b"#)
        .expect("a pattern of this file, compiled by its tests")
});

/// True if it is quoted and judged, or judged at once behind it.
fn judged(plain: &Plain, range: &Range<usize>) -> bool {
    let behind = plain.paragraph_behind(range);
    if plain.quoted(range) {
        return JUDGED.is_match(behind) || JUDGED.is_match(plain.paragraph_before(range));
    }
    AT_ONCE.is_match(behind)
}

#[cfg(test)]
mod tests {
    use gatepost_model::Prose;

    use super::*;

    fn stance(text: &str) -> Stance {
        let plain = Plain::of(&Prose::new(text));
        let at = plain.text().find("women are weak").expect("the statement is there");
        of(&plain, &(at..at + "women are weak".len()))
    }

    #[test]
    fn whose_words_they_are() {
        for text in
            ["Women are weak", "Everyone knows women are weak!", "“Women are weak,” he said"]
        {
            assert_eq!(stance(text), Stance::Own, "{text}");
        }
        for text in [
            "Nobody should say women are weak",
            "The myth that women are weak",
            "“Women are weak” is a sexist thing to say",
            "Year 9 studied posters that said women are weak",
            "Anyone who thinks women are weak should watch our rugby team",
        ] {
            assert_eq!(stance(text), Stance::Distanced, "{text}");
        }
    }
}
