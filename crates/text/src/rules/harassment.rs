//! `text/harassment`: words that hound somebody, or set others on them.
//!
//! Defamation Act 2013 and Protection from Harassment Act 1997 are what a school fears here; what it
//! sees is simpler: *nobody likes you*, *we know where she works*, *share until he is sacked*, *don't
//! let your children play with hers*.

mod shunning;

use std::sync::LazyLock;

use gatepost_model::{Certainty, Excerpt, Rule};
use regex::Regex;

use crate::affairs;
use crate::gate::Gate;
use crate::people::SCHOOL_PEOPLE;
use crate::plain::pattern;
use crate::screen::{Look, Screen, Sighting};
use crate::sight::Sight;
use crate::stance;
use crate::statement::Statement;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    id: "text/harassment",
    title: "Harassment",
    finds: "Words that hound, shun or expose somebody, spread rumours, or call on others to do so.",
    why: "A school's account reaches everyone who knows the person, and repeated unwanted attention is a crime.",
    remedy: "Take it out. Bullying is reported to the school, not answered in public.",
    flagged: &[
        "⟦Nobody likes you⟧, Tom, take the hint",
        "⟦Share until everyone knows what he did⟧",
        "⟦Don't let your kids play with that family⟧",
    ],
    clean: &[
        "We will not tolerate bullying: tell somebody if people say that nobody likes you",
        "Share this post so that everybody knows about the fair",
        "Don't let your child miss the deadline",
    ],
    misses: &["A campaign of posts, each of which is harmless."],
    excerpt: Excerpt::Plain,
};

/// How it looks.
pub(crate) static SCREEN: Screen = Screen {
    rule: &RULE,
    looks: &[
        Look::Pattern { gate: Gate::statement(&HOUNDING), find: hounding },
        Look::Pattern { gate: Gate::statement(&shunning::SHUNNED), find: shunning },
    ],
};

static HOUNDING: Statement = Statement::new(
    concat!(
        r"(?:nobody|no one|noone|none of us|not one of us) (?:here |in \w+ (?:\w+ )?|actually |even |really |ever |will ever )*(?:likes?|loves?|wants?|believes?|cares? about|trusts?|respects?|misses?|missed|would miss|rates?|can stand|invited|asked for|asked|fancies) (?:you|u|him|her|them|ya)(?: (?:here|anyway|anymore|any more|lot))?",
        r"|(?:everyone|everybody|the whole (?:school|class|year|village|team)|we all|all of us|all the \w+) (?:here |in \w+ (?:\w+ )?|secretly |really |already |just )*(?:hates?|laughs? at|laughed at|is laughing at|are laughing at|avoids?|ignores?|knows? what|talks? about|pities|is sick of|are sick of|can t stand|despises?) (?:you|u|him|her|them|ya|he|she|they)(?: (?:did|are|is|and).{0,20})?",
        r"|(?:go|crawl|run) (?:back )?(?:and )?(?:cry|home|away|hide|back to) (?:to (?:your )?(?:mummy|mum|mam|daddy)|and (?:don t|never) come back|under (?:your|a) rock|loser|freak|cry ?baby)|(?:why don t you|you should|just) (?:leave|change|quit|move) (?:this |our )?(?:schools?|the (?:school|club|team|village))|(?:you re|you are|she s|he s|they re|she is|he is) (?:not |never |no longer )(?:welcome|wanted|one of us)(?: (?:here|back|anywhere).{0,10})?",
        r"|(?:we|i) (?:all )?(?:know|ve found out|found out|have found|can find out|will find out|ll find out) (?:exactly )?(?:where|who) (?:you|u|he|she|they|your \w+|his \w+|her \w+) (?:live|lives|work|works|park|parks|are|is|sleep|hang out|go|goes)|(?:we re|i m|we are|i am) (?:all )?(?:watching|onto|coming after|after) (?:you|him|her|them)(?: now)?|you (?:can t|cannot|won t) (?:hide|escape|get away)|you (?:had )?better (?:watch out|be careful|apologise|delete)|(?:leave|delete) (?:this|that|now) or (?:else|we|i)",
        r"|(?:share|repost|retweet|pass (?:this|it) on|spread (?:this|it|the word)|screenshot)(?: this)?(?: post| far and wide| around)? (?:until|till|so) (?:that )?(?:everyone|everybody|people|all|they|he|she|the whole \w+|her|his) (?:knows?|sees?|find out|finds out|can see|is|are|gets?|learns?|boss) (?:\w+ ){0,3}?(?:what|who|how|that) (?:a |an )?(?:he|she|they|you|this|these|vile|nasty|horrible|liar|that)(?: (?:did|does|done|is|are|really|like|\w+))?",
        r"|(?:get|want|have) (?:him|her|them|that \w+|this \w+|the \w+) (?:sacked|fired|struck off|expelled|kicked out|banned|thrown out|removed|dismissed)(?: for good)?|(?:report|mass report|troll|bombard|flood|spam|dogpile|pile in(?:to| on)|boycott|doxx?|name and shame|expose|out) (?:his|her|their|him|them|this|that|the) (?:\w+ )?(?:account|profile|page|inbox|business|shop|teacher|parent|mum|dad|family|woman|man|family s)|(?:post|put|drop|comment|share) (?:his|her|their) (?:full )?(?:name|address|number|photo|details|face)(?: (?:here|below|everywhere|online))?",
        r"|(?:don t|do not|never|nobody|no one|stop) (?:let (?:your|our) (?:kids?|children|child|son|daughter) (?:play|sit|mix|talk|go|be friends|hang)|sit (?:with|next to|near)|talk to|speak to|play with|be friends with|hang around with|go near|invite|pick|pass to|partner with|vote for) (?:with |near |to |around )?(?:him|her|them|that (?:boy|girl|kid|child|family|woman|man|lot)|this (?:boy|girl|kid|child|family)|those (?:kids|children|people|families))?",
        r"|(?:let s|lets|we should|everyone should|can we|you should) all (?:just )?(?:ignore|avoid|block|unfollow|laugh at|gang up on|blank|exclude|freeze out|report|bully|pick on|prank|egg) (?:him|her|them|that \w+|\w+)|(?:rumou?r|word|gossip|apparently|i heard|have you heard|did you hear|everyone s saying|people are saying) (?:has it |is |that |about |around \w+ is )*(?:that )?(?:he|she|they|mr \w+|mrs \w+|miss \w+|ms \w+|the head|that \w+|a certain \w+) (?:\w+ ){0,3}?(?:stole|steals|cheated|cheats|slept|sleeping|affair|lied|lies|drunk|drinks|drugs|fiddl\w+|got \w+ sacked|was sacked|is being investigated|hits?|hit a|abus\w+|smells?|stinks?|having|dumped)",
        r"|(?:you|u|he|she|they) (?:re |are |is |s )?(?:such |just |always |still |only |so )*(?:(?:a|an) )?(?:embarrassing yourself|an embarrassment to (?:your|this|the|us)|a waste of (?:space|time|oxygen|air|skin)|not worth (?:it|the|our)|a nobody|a sad act|a laughing ?stock|dead to (?:us|me)|the reason (?:we lost|nobody|everyone))|(?:what(?:ever)? )?(?:is|s) wrong with (?:you|her|him|that (?:child|boy|girl|family)|your \w+)$|(?:no wonder|this is why) (?:nobody|no one|everyone|your|you re|his|her|she|he) (?:\w+ ){0,3}(?:likes?|left|hates?|leaves|friends|alone|bullied|single|divorced)",
        r"|(?:everyone|everybody|all of you|guys|whole (?:class|year|school|team)|people|girls|boys|lads|year [0-9]+s?) (?:please |just |must |should |has to |needs to |all |remember to |can we |let s )*(?:ignore|avoid|blank|block|unfollow|shun|unfriend|unadd|bin off|air|freeze out) (?:him|her|them|[a-z]+) (?:tomorrow|today|tonight|at (?:lunch|break|school|the \w+)|from now|until|till|til|on (?:monday|tuesday|wednesday|thursday|friday)|this week|all (?:day|week)|pass it on|she|he|they|and)|(?:keep|start|let s keep|everyone|everybody|go and|all|carry on) (?:messaging|texting|calling|ringing|dming|tagging|trolling|pranking|bombarding|spamming|reporting|mocking|laughing at|teasing|picking on|message|spam|troll|tag|dm|ring|text|prank call) (?:him|her|them|[a-z]+) (?:until|till|til|so|and see|constantly|all (?:day|night|week)|non stop|every)(?: \w+){0,3}|(?:nobody|no one|noone|none of us|we don t|we do not|nobody here) (?:wants?|likes?|needs?|invited|asked for|cares about|would miss|even likes) (?:you|u|her|him|them|[a-z]+) (?:here|in (?:our|the|this|my)|at (?:our|the|this|football|school)|on (?:our|the|this)|anyway|anymore|round here|near us)|(?:go away|get lost|get out|clear off|do one|jog on|back off)(?: ,)? [a-z]+(?: ,)? (?:nobody|no one|noone|we don t|you re not|your not|ur not|everyone)(?: \w+){0,3}|stop (?:coming|turning up|showing up|hanging around|following|talking to us|trying to|sitting with)(?: \w+){0,3}(?: ,)? (?:nobody|no one|you re not|we don t|everyone|loser|freak|weirdo)|has no (?:mates|friends)|have no (?:mates|friends)|you (?:re|are) an embarrassment(?: to (?:\w+ ){1,2}\w+)?|get (?:her|him|them|that (?:woman|man|teacher|head)) (?:out|gone|sacked)|a witch(?: ,)? get rid|get rid of (?:her|him|that (?:woman|man|teacher|head))",
        r"|(?:you|he|she) (?:have|has|ve|s|got) (?:got )?no (?:friends|mates|life|personality)|(?:billy|norman) no mates|{PERSON} of shame|shame on (?:you|him|her|that|this|those|these)(?: {PERSON})?",
    ),
    &[("PERSON", SCHOOL_PEOPLE)],
);

/// Words of help and of rules against bullying.
static AGAINST: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"bull(?:y|ying|ied)|kindness|be kind|kind words|anti bullying|tell (?:someone|somebody|a grown up|an adult|a teacher)|tolerate|worry box|support|story|stories|character|book|chapter|poem|drama|strangers?|deadline|miss out|song|lyrics|film",
        &[],
    )
});

fn hounding(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    sight.tell(&HOUNDING, &AGAINST, "Words that hound somebody, or set others on them.", seen);
}

fn shunning(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    let message = "Words that shut somebody out, drive them away or are glad that they are gone.";
    let told = affairs::tied(sight, &shunning::SHUNNED).into_iter();
    let told = told.filter(|(range, _)| !sight.beside(range, &shunning::MEANT_WELL));
    let told = told.filter(|(range, _)| !stance::is_reported(sight.plain(), range));
    seen.extend(told.map(|(_, span)| Sighting::new(span, Certainty::Likely, message)));
}
