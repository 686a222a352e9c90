//! Invitations to meet, call or write in private.
//!
//! In: a text. Out: pupils or families asked to reach somebody by a private way, or to keep it from
//! others. The school's own office and its services are no private way.

use std::sync::LazyLock;

use regex::Regex;

use crate::plain::pattern;
use crate::screen::Sighting;
use crate::sight::Sight;
use crate::statement::Statement;

/// The words of it.
pub(super) static INVITATION: Statement = Statement::new(
    concat!(
        r"(?:message|dm|pm|text|whatsapp|snap|call|ring|phone|facetime|add|friend|follow|find|contact|reach|email|write to|chat to|chat with|talk to|hit up|meet|see|visit|inbox|drop) (?:me|miss|sir|mr [a-z]+|mrs [a-z]+|miss [a-z]+|us staff) (?:\w+ ){0,3}?(?:on (?:my (?:own|personal|private|home|other|new)?(?: )?\w+|insta\w*|snap\w*|facebook|tiktok|discord|whatsapp|telegram|xbox|roblox|his|her|his (?:own|personal|private) \w+|her (?:own|personal|private) \w+)|any ?time|day or night|at (?:night|home|weekends|the weekend|my house|my flat)|after (?:hours|school|dark)|out of hours|in (?:private|secret|the holidays)|privately|before you leave|when you leave|if you (?:ever|want|need|feel|re)|over (?:the|summer|half term)|alone|whenever|for a (?:chat|private|cuddle|coffee|drink|lift))|(?:any|all) (?:student|pupil|kid|teen|sixth former|girl|boy|child)s? who (?:want|wants|need|needs|fancy|fancies) (?:a |to )?(?:chat|talk|private|company|lift|meet)(?: \w+)?|my (?:own|personal|private|home|other|secret) (?:phone|mobile|number|facebook|insta\w*|snap\w*|account|profile|email|whatsapp|tiktok|discord|page|address)|on my own (?:facebook|phone|insta\w*|account|mobile)|my profile (?:is|s) (?:public|open)|my (?:dms?|inbox|messages?|door|phone|snap|insta\w*) (?:is|are|s) (?:always )?(?:open|on|public|here)",
        r"|(?:no need to|don t|do not|you needn t|never|without) (?:tell|telling|mention(?:ing)?(?: it)? to|involve|involving|ask|asking|bother|let) (?:the office|your (?:mum|mums|dad|parents|teacher|tutor|family|carers?)|anyone|anybody|mum|dad|school|the school|the head|other staff)|(?:our|a|my|your|little) secret|keep (?:it|this|that) between (?:us|you and me)|just (?:you and me|the two of us)|(?:fancy|want|like|love|happy|free|up for|keen) (?:to )?(?:meet(?:ing)?(?: up)?|hang(?:ing)? out|coming round|catch(?:ing)? up|come over|come round)(?: \w+){0,4}|(?:i ll|i will|let me|i can|happy to) (?:call|ring|text|phone|message|dm|facetime|pick up|meet|drive|collect|add|follow) (?:you|him|her|them|your (?:child|son|daughter|kids))(?: \w+)? (?:tonight|later|at home|after|on|up|in|back|privately|tomorrow|myself|alone)|(?:by|via|in|through) (?:private|personal|direct) (?:message|messages|messenger|chat|dm)s?|tag (?:your|the|ur) (?:kids|child|children|son|daughter)(?: s)?(?: \w+)? (?:accounts?|profiles?|below|here|so)|we want to follow (?:them|you|your)|follow (?:your|the) (?:kids|children|pupils)|(?:drop|send|give|leave|share|comment|reply with|post|put) (?:me |us |down |over )*(?:your|ur) (?:\w+ ){0,2}?(?:number|digits|mobile|snap\w*|insta\w*|whatsapp|handle|username|usernames|gamertag|discord|tiktok)|(?:private|secret|closed|separate|unofficial|little) (?:whatsapp|snapchat|discord|facebook|messenger|telegram|instagram|group) (?:group|chat|server)? ?(?:for|with|just|where|so|without)|(?:come|pop|drop) (?:to|round to|over to|by) (?:my|mine) (?:house|flat|place|home)?|i m (?:always )?(?:up late|awake|around at night|home alone|free (?:tonight|after|all))",
    ),
    &[],
);

/// The office, services, lessons, safety, jokes.
static OFFICIAL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"safer internet|internet|assembl(?:y|ies)|if (?:someone|somebody|anyone|a stranger)|scams?|office|helpline|childline|samaritans|counsellor|nurse|senco|parents evening|open (?:day|evening)|never|online safety|e safety|stranger|strangers|grooming|report it|lesson|story|novel|play|character|santa|elf|tooth fairy|mascot|surprise|birthday|secret (?:santa|garden|reader|ingredient|recipe|agent|to|of|weapon)|pta|alumni association|reunion|choir|orchestra|maths|number|teachers? only|quiz",
        &[],
    )
});

pub(super) fn invitations(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    sight.tell_all(&INVITATION, &OFFICIAL, "Words that ask for private contact.", seen);
}
