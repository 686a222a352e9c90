//! `text/solicits-personal-data`: readers asked to send a pupil's data.
//!
//! By comment, reply or message, in public or on a network. Forms of the school's own systems and
//! an e-mail to the office with a name for a club are how schools work, and are only possible.

mod fishing;

use std::sync::LazyLock;

use gatepost_model::{Certainty, Excerpt, Rule};
use regex::Regex;

use crate::gate::Gate;
use crate::plain::pattern;
use crate::screen::{Look, Screen, Sighting};
use crate::sight::Sight;
use crate::statement::Statement;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    id: "text/solicits-personal-data",
    title: "Asking for pupils' data",
    finds: "Requests to comment, reply, message or send names, dates of birth, addresses, photos or medical facts of pupils.",
    why: "What families write under a post, everyone can read, and a network keeps.",
    remedy: "Ask families to use the school's own form or to ring the office.",
    flagged: &[
        "⟦Comment below with your child's full name⟧ to join",
        "⟦Message us your son's date of birth⟧",
        "⟦Tell us in the comments which class your child is⟧ in",
    ],
    clean: &[
        "Comment below with your favourite book",
        "Please update your contact details on the school's app",
        "Send us your recipes",
    ],
    misses: &["A game that asks for data in passing."],
    excerpt: Excerpt::Plain,
};

/// How it looks.
pub(crate) static SCREEN: Screen = Screen {
    rule: &RULE,
    looks: &[
        Look::Pattern { gate: Gate::statement(&REQUEST), find: requests },
        Look::Pattern { gate: Gate::statement(&fishing::DATA_ASKED), find: fishing::fishing },
    ],
};

/// What is asked for.
const DATA: &[&str] = &[
    "names?",
    "surnames?",
    "dob",
    "dobs",
    "birth",
    "birthdays?",
    "birth ?dates?",
    "ages?",
    "address(?:es)?",
    "postcodes?",
    "phone",
    "phones",
    "mobiles?",
    "telephone",
    "numbers?",
    "emails?",
    "photos?",
    "pictures?",
    "pics?",
    "selfies?",
    "videos?",
    "class",
    "classes",
    "form",
    "upn",
    "upns",
    "nhs",
    "allerg(?:y|ies)",
    "medical",
    "medication",
    "conditions?",
    "dietary",
    "diagnos(?:is|es)",
    "details",
    "passports?",
    "passwords?",
    "logins?",
    "usernames?",
    "snapchat",
    "instagram",
    "gamertag",
    "school",
    "religion",
    "reports?",
];

static REQUEST: Statement = Statement::new(
    concat!(
        r"(?:comment|reply|respond|post|drop|share|tell us|let us know|leave|upload|tag us with|answer|dm|pm|inbox|message|whatsapp|text|snap|send|email|submit|give us|give)(?: it| us| me| a comment| them| this| to us| on messenger| a message| a dm| a reply| your reply| your answer| directly)*(?: (?:below|here|underneath|in the comments?|in the chat|in the replies|under this post|on this post|privately|on messenger|by dm|via dm|by message|on facebook|on whatsapp|, please|now|today|,))*(?: with| including| and include| stating| your answers? with| what| which| to say| saying| telling us| us| and tell us| of)? (?:the |a |some |all |their |what |which |us |clear |recent |nice |baby |class |form |year |school |age |name |names |date |dates |of |birth |address |and )*",
        r"(?:(?:your|ur|his|her|their) (?:child|children|kid|kids|son|daughter|little one|little ones|pupil|teen|teenager|boy|girl|son or daughter|daughter or son|childs|sons|daughters)(?: s)?|(?:the |each |every )?(?:child|pupil|student|kid)(?:ren)? ?s?|(?:names?|dobs?|dates? of birth|ages?|photos?|pictures?|pics|address|addresses|postcode|phone numbers?|mobile numbers?|class|details) (?:and \w+ |, \w+ (?:and )?)*(?:of|for) (?:your|the|any|all|each|every) (?:\w+ )?(?:child|children|kids?|pupils?|son|daughter|students?|little ones?))",
        r"(?: (?:is|are|has|have|goes|was|s|full|first|last|sur|real|and|or|of|,|the|year|group|any|medical|home|school|own|mobile|latest|their|your|current|name|date|dates|names|class|age|dob)){0,6}(?: {DATA})?",
        r"|(?:comment|reply|respond|dm|pm|inbox|message|whatsapp)(?: us| me| below| here| underneath| in the comments)*(?: with)? your (?:full |home |current |own )*(?:address|phone|mobile|telephone|date of birth|dob|postcode|passport|password|email)(?: numbers?| address)?",
    ),
    &[("DATA", DATA)],
);

/// The data itself, which must stand in the request.
static ASKED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:full |first |last )?names?|surnames?|dobs?|date of birth|dates of birth|birthdays?|ages?|address(?:es)?|postcodes?|phone|mobile|telephone|numbers?|emails?|photos?|pictures?|pics|selfies?|videos?|class|classes|form|upns?|nhs|allerg(?:y|ies)|medical|medication|conditions?|dietary|diagnos(?:is|es)|details|passports?|passwords?|logins?|usernames?|snapchat|instagram|religion|reports?",
        &[],
    )
});

/// The school's own ways.
static OWN_WAYS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"office|reception|parentpay|arbor|mcas|sims|parentmail|class ?dojo|scopay|schoolcomms|google form|microsoft form|our form|online form|the form|consent form|reply slip|permission slip|envelope|book ?bag|in their bag|label(?:led)?|named|written in|app|portal|admissions|in person|on paper|letter",
        &[],
    )
});

fn requests(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    for (range, span) in sight.own_words(&REQUEST) {
        let words = sight.plain().text().get(range.clone()).unwrap_or_default();
        if !ASKED.is_match(words) {
            continue;
        }
        let certainty =
            if sight.beside(&range, &OWN_WAYS) { Certainty::Possible } else { Certainty::Likely };
        seen.push(Sighting::new(span, certainty, "Words that ask for a pupil's data."));
    }
}
