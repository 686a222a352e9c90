//! Questions that fish for a child's or a family's data.
//!
//! In: a text. Out: a request to write under a post, to reply or to send, beside data that make a child
//! easy to find or an account easy to enter. What goes to the office on paper or by its own form, and
//! harmless questions, have other words.

use std::sync::LazyLock;

use regex::Regex;

use crate::plain::pattern;
use crate::screen::Sighting;
use crate::sight::Sight;
use crate::statement::Statement;

/// Whom it is asked of or about.
const WHOSE: &[&str] = &[
    "(?:your|ur|the|each|every|their|his|her|a) (?:\\w+ )?(?:child|children|childs|childrens|kids?|sons?|daughters?|pupils?|students?|little ones?|teens?|teenagers?|family|boys?|girls?|baby|toddler|mum|dad|parents|gran|nan)(?: s)?",
    "your",
    "ur",
    "their",
    "his",
    "her",
    "the",
    "any",
    "all",
];

/// What is asked for.
const DATA: &[&str] = &[
    "(?:full |first |last |middle |real )+names?(?: and \\w+)?",
    "surnames?",
    "names? (?:, |and )(?:class|age|ages|address|dob|birthday|date|year|form|school|phone|number|photo|allergies|any)\\w*",
    "names? and (?:their |his |her )?(?:ages?|class|birthdays?|dates? of birth)",
    "dates? of birth",
    "dobs?",
    "birth ?da(?:y|te)s?",
    "birth certificates?",
    "ages? and (?:address|names?|where|school|class|photo)",
    "(?:home |full |current |new |postal |exact )*address(?:es)?",
    "post ?codes?",
    "house numbers?",
    "(?:your |home )street",
    "street (?:name|you live|they live|do you live)",
    "road you live",
    "(?:home |mobile |phone |telephone |contact |emergency )+(?:phone )?numbers?",
    "mobiles?",
    "phone number",
    "bank (?:details|account|card)",
    "(?:card|account) (?:details|number)",
    "sort code",
    "national insurance(?: number)?",
    "ni number",
    "passports?(?: number| photo| page)?",
    "upns?",
    "nhs (?:number|card)",
    "medical (?:card|details|conditions?|history|needs|information|records?)",
    "medication",
    "diagnos(?:is|es)",
    "allergies",
    "health (?:details|problems|conditions?)",
    "(?:\\w+ )?(?:passwords?|passcodes?|pins?|log ?ins?|login details)",
    "(?:snap|snapchat|insta|instagram|tiktok|discord|roblox|xbox|psn|gamer|gaming|social media)(?: \\w+)? (?:usernames?|user names?|handles?|names?|tags?|accounts?|ids?)",
    "(?:user ?names?|gamer ?tags?|handles?|snaps?|snapchats?|instas?|instagrams?|kids accounts|childrens accounts)",
    "(?:mum s |mother s )?maiden name",
    "(?:first |favourite )pet s? ?names?",
    "name of your first (?:pet|school|teacher|street)",
    "religion",
    "ethnicity",
    "nationality",
    "immigration status",
    "salary",
    "income",
    "(?:biggest |deepest |darkest |worst |best )secrets?",
    "(?:selfies?|photos?|pictures?|pics?|snaps?|videos?|scans?|copy|copies|screenshots?|photo|snap) (?:of|showing) (?:you in|yourself in|your|ur|their|his|her|the|them in) ?(?:\\w+ ){0,2}?(?:child\\w*|kids?|sons?|daughters?|little ones?|birth certificate|passport|bank card|medical card|school run|bedroom|room|pyjamas|pjs|swim\\w*|uniform|baby)",
    "(?:swimming|swimsuit|bikini|baby|bedroom|bath|pyjama) (?:pics|photos|pictures|selfies?)",
    "where (?:you|they|he|she|your \\w+|your \\w+ \\w+) (?:live|lives|goes?|play|plays|hang|hangs|walk|walks|is|are|will be) ?(?:after|out|to|on|alone|every|this|at)?",
    "which (?:street|road|estate|house|school|bus|route) (?:do |does |did )?(?:you|they|he|she|your \\w+)",
    "(?:what|which) school (?:do|does|did) (?:you|they|he|she|your \\w+)",
    "what time (?:do|does|will|are|is) (?:you|they|he|she|your \\w+) (?:\\w+ )?(?:get|come|go|walk|leave|home|alone|arrive|finish)",
    "who (?:meets|collects|picks|looks after|is home|is at home|s home|lives with|has custody)",
    "home alone",
];

/// The words of it.
pub(super) static DATA_ASKED: Statement = Statement::new(
    concat!(
        // comment with your child's full name; what's your first pet's name
        r"(?:(?:please |just |now |simply |then |or |and )*(?:comment|comments|reply|replying|respond|post|drop|pop|type|tag|tell|send|share|give|upload|message|dm|pm|inbox|whatsapp|text|snap|email|tweet|write|leave|add|list|stick|bung|let|put|tell me|show|submit|confirm|provide)(?: (?:us|me|it|them|this|below|underneath|here|now|back|a comment|a reply|a message|a dm|in|the|a|to|replies|comments|chat|thread|box|know|under|post|by|via|with|and|including|on|messenger|page|your answers?|quickly|asap|today|tonight|please|,|:|of|saying|what|which|stating|us know))*) (?:all |also |some |of |the |a |clear |recent |nice |cute |best |, )*(?:{WHOSE} )?(?:\w+ |, ){0,4}?(?:{WHOSE} )?{DATA}",
        r"|(?:what s|what is|what are|what was|whats|who s|who is|tell us|name|which is) (?:{WHOSE} )?(?:\w+ |, ){0,2}?{DATA}|{DATA} (?:\w+ |, ){0,9}?(?:in the (?:comments?|replies|chat|thread|box below)|in (?:a|your) (?:reply|comment|message|dm)|in replies|below|underneath|under this post|on this post|to this post|by (?:dm|private message|reply|message|text)|via (?:dm|messenger|whatsapp)|post (?:it|them)|drop (?:it|them)|type (?:it|them)|to us here|comment please|on our (?:wall|page|facebook|timeline))|(?:post|put|type|leave|share|drop|pop|stick) (?:them|it|these|yours|both|all) (?:in the comments|below|underneath|here|in a reply|under this|in the chat|in the replies) (?:with|and|plus|along) (?:\w+ ){0,3}?(?:names?|class|classes|dob|birthdays?)",
    ),
    &[("WHOSE", WHOSE), ("DATA", DATA)],
);

/// An answer that others can read, or that goes to a private inbox.
static OPENLY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"comment|comments|repl(?:y|ies|ying)|respond|post|posting|drop|pop|type|tag|tell us|send|share|upload|message|dm|dms|pm|inbox|whatsapp|text|snap|tweet|below|underneath|chat|thread|give us|let us know|kids|year (?:[1-9]|1[0-3])s?",
        &[],
    )
});

/// The school's own ways, and what is no fishing.
static OWN_WAYS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:the|school|our|to|ring the|call the|email the|tell the|contact the|via the) office|reception (?:desk|staff)|to reception|parentpay|arbor|mcas|sims|parentmail|class ?dojo|scopay|schoolcomms|(?:google|microsoft|online|paper|booking|entry|permission|consent|reply|data|admission|admissions|the|our|this) (?:form|slip|sheet)s?|envelope|book ?bags?|in (?:their|a) (?:bag|folder)|label(?:led|s)?|named|name ?tapes?|in every|on (?:every|each|their|the) (?:jumper|coat|label|bottle|lunch\w*|item)|portal|the (?:school )?app|in person|on paper|lost property|never (?:share|post|give|tell)|don t (?:share|post|give|tell)|do not (?:share|post|give)|safe online|online safety|e safety|internet safety|phishing|scams?|science|story|poem|book character|wizard|superhero in (?:the|our)",
        &[],
    )
});

pub(super) fn fishing(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    sight.tell_among(
        &DATA_ASKED,
        &[&OPENLY],
        &OWN_WAYS,
        "Words that ask for a pupil's data.",
        seen,
    );
}
