//! `text/self-harm`: self-harm and suicide.
//!
//! Encouragement, methods and somebody's own state: phrases of a list, and a pattern of who does or
//! feels what. Samaritans' *Media Guidelines for Reporting Suicide* advise against methods and against
//! the phrase *commit suicide*.

mod despair;

use std::sync::LazyLock;

use gatepost_model::{Excerpt, Rule};
use regex::Regex;

use crate::gate::Gate;
use crate::plain::pattern;
use crate::screen::{Look, Screen, Sighting};
use crate::sight::Sight;
use crate::statement::Statement;
use crate::wordlists;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    id: "text/self-harm",
    title: "Self-harm and suicide",
    finds: "Words that encourage self-harm, tell how, or tell of somebody's own. Helplines and awareness weeks pass.",
    why: "A vulnerable child may read it; and about a person it is for the safeguarding lead alone.",
    remedy: "Do not post it. If it is about somebody, tell the safeguarding lead at once.",
    flagged: &[
        "Nobody likes you, ⟦kill yourself⟧",
        "She ⟦has been cutting herself⟧ for weeks",
        "⟦Everyone would be happier without me⟧",
        "⟦I cut my arms⟧ when it gets bad",
    ],
    clean: &[
        "Worried? Our webinar on self-harm tells you the signs and where to find help",
        "World Suicide Prevention Day: Samaritans answer on 116 123",
        "I cut my finger in cookery club and Miss Lane found me a plaster",
    ],
    misses: &["Despair without any of these words."],
    excerpt: Excerpt::Plain,
};

/// How it looks.
pub(crate) static SCREEN: Screen = Screen {
    rule: &RULE,
    looks: &[
        Look::Words(&wordlists::SELF_HARM),
        Look::Pattern { gate: Gate::statement(&HARM), find: harm },
        Look::Pattern { gate: Gate::statement(&despair::DESPAIR), find: despair },
    ],
};

static HARM: Statement = Statement::new(
    concat!(
        // nobody would miss me; better off without me
        r"(?:the )?(?:world|everyone|everybody|people|you|they|you all|my \w+|this school|my family|things) (?:would|will|d|ll|is|are|be) (?:all |just |really |probably |so much |much |a lot |far |be )*(?:better|happier|fine|safer)(?: off| place)? (?:without me|if i (?:was|were|wasn t|weren t|died|disappeared|didn t|left|just)(?: \w+){0,2}|when i m (?:gone|dead))|(?:no one|nobody|noone|no 1|nobody s|who) (?:would |will |d |wd |is going to |gonna |even )*(?:miss|notice|care|cry|be sad|cared|cares)(?: \w+){0,2} (?:if|when|that) (?:i|you|u|im|i m|you re|i ve|ur) (?:was |were |just |am |re |all |had )*(?:gone|dead|died|die|disappeared?|vanished|not here|not alive|killed \w+|weren t here|wasn t here|took an overdose)",
        // don't want to live; wish I was dead; can't go on
        r"|(?:i|im|i m|she|he|we) (?:really |just |honestly |don t |dont |do not |doesn t |didn t |no longer |never |can t |cant |cannot |would |d |do |even |ever |wish |wished )*(?:want|wanna|wanted|deserve|see the point (?:of|in)|wish|rather) (?:to |i |i d |he |she |just |be |was |were |never |not |could |of |in )*(?:alive|live anymore|live any more|live any longer|living anymore|exist|existing|wake up|waking up|go to sleep and never|disappear forever|fade away forever|end it|end everything|end things|die|dead|been born|be here (?:anymore|any more|any longer))|(?:i|im|i m) (?:really |just |honestly |not |so )*(?:can t|cant|cannot|tired of|sick of|done with|ready to) (?:go on|do this|carry on|keep going|take it|live like this|living|being alive|life|existing|end it|leave this world|take this|cope) ?(?:any ?more|any more|much longer|anymore|like this|with life)?",
        r"|(?:life|my life|living) (?:is|s|isn t|is not|isnt) (?:not |n t |just |really |so |no longer )*(?:worth (?:it|living)|pointless|meaningless|over|hell|unbearable)|(?:no|what s the|whats the|what is the|don t see the|see no|there s no) point (?:in |of |to )?(?:living|life|being alive|being here|going on|carrying on|existing|anymore|any more)|(?:nothing|no reason) (?:left )?(?:to live for|to live|to stay alive|to go on)|see (?:you|u|ya) (?:all )?(?:on|in) the (?:other side|next life)|goodbye (?:world|cruel world|forever)(?: (?:i m|im|it s|this is|i ve|i won t)(?: \w+)?)?|goodbye everyone (?:i m|im|it s|this is|i ve|i won t)(?: \w+)?|(?:this is )?my last (?:day|night|post|goodbye|message) (?:on earth|alive|here|ever|before|to you)|(?:thinking|thoughts?|thought|planning|plan|ideas?) (?:of|about|on) (?:suicide|ending (?:it|my life|things|everything|it all)|killing (?:my|him|her|them)sel(?:f|ves)|hanging (?:my|him|her)self|dying|jumping off|not being here|taking (?:my|his|her|their) (?:own )?life)|(?:feel|feels|feeling|felt|am|is|was|so) (?:\w+ )?suicidal",
        // cutting, pills, starving
        r"|(?:i|im|i m|she|he|they|we|i ve|ive|been|just|started|keep|always|used to|has been|have been|s been|caught|saw|is|was|s) (?:just |always |still |only |again |have |had |been |started |to |to start |like to |love |keep |kept |did |ll |will |gonna |m going to |going to |secretly )*(?:cut(?:s|ting)?|slit(?:s|ting)?|slash(?:ed|ing)?|burn(?:ed|t|ing|s)?|scratch(?:ed|ing)?|hurt(?:s|ing)?|harm(?:s|ed|ing)?|hit(?:ting|s)?|starv(?:e|ed|es|ing)|punish(?:ed|ing|es)?|kill(?:ed|ing|s)?|hang(?:ed|ing|s)?) (?:(?:my|his|her|their|our) (?:own )?(?:wrists?|arms?|thighs?|legs? (?:every|again|with|last|to)|skin|veins?|throat)|(?:my|him|her|them|our)sel(?:f|ves))",
        r"|(?:took|taking|take|taken|swallow(?:ed|ing)?|neck(?:ed|ing)?|down(?:ed|ing)?|popped|eat|ate) (?:a |an |the |my |her |his |all |of |whole |full |too many |loads of |load of |handful of |bottle of |pack of |packet of |box of |[0-9]+ |mum s |enough )*(?:overdose|od|paracetamols?|sleeping pills|sleeping tablets|ibuprofens?|pills (?:to|and|last|so|because)|tablets (?:to|and|last|so|because)|bleach|antifreeze)|how (?:many|much) (?:paracetamols?|pills|tablets|sleeping pills|ibuprofens?|bleach|aspirin)(?: \w+){0,4}|(?:drink|neck|down|swallow|gargle|chug) (?:some |the |a |of |bottle |pint |cup |more )*(?:bleach|antifreeze|weedkiller|drain cleaner|toilet duck)|(?:tie|tied|tying|make|buy|get|grab) (?:a |the |me |yourself |u |your own )*(?:noose|rope and|rope for your)|noose (?:round|around|is|for|waiting)",
        // encouragement
        r"|(?:go|just|you should|u should|you could|why don t (?:you|u)|do (?:us|everyone|everybody|the world)(?: all)? a (?:massive |huge |big )?favou?r(?: and)?|please|pls|should|hope (?:you|u)|everyone wants you to|someone tell (?:him|her|them) to) (?:go |and |just |just go |all |please |to |now |really |go and )*(?:die(?: in a \w+| already| alone| slowly| now| pls| please)?|drop dead|disappear forever|cease to exist|hang (?:yourself|urself|your ?self|ya ?self)|kill (?:yourself|urself|your ?self|ur ?self|ya ?self|yourselves)|top (?:yourself|urself)|end (?:it all|yourself|urself|your life|ur life|it)|rope (?:yourself|urself)|neck (?:yourself|urself)|shoot (?:yourself|urself)|drown (?:yourself|urself)|stab (?:yourself|urself)|unalive (?:yourself|urself|ur ?self)|hurt (?:yourself|urself)|cut (?:yourself|urself)(?: deeper| more)?|starve (?:yourself|urself)|jump off (?:a|the|that) \w+|jump in front of (?:a|the) \w+|walk (?:into|in front of) traffic|play (?:in|on) the (?:traffic|motorway|train tracks|railway)|slit (?:your|ur) \w+|overdose|od)",
        r"|(?:unalive|kill|hang|neck|rope|hurt|cut|end|delete|off|top) (?:urself|ur self|yaself|ya self|yerself|yer self|yourselfs)|jump (?:off|from) (?:a|the|that) (?:bridge|cliff|roof|building|multi ?storey|flyover|balcony|car park)(?: and (?:die|end|do))?|(?:chok(?:e|ing)|pass ?out|blackout|black out|fainting|skull ?breaker|fire|salt and ice|deodorant|benadryl|tide pod|chroming|huffing|hyperventilat\w+|paracetamol) (?:game|challenge|trend|dare)|(?:huff|huffing|sniff|sniffing|inhale|inhaling) (?:deodorant|aerosols?|lighter fluid|glue|petrol|gas canisters?)",
        // eating
        r"|(?:purg(?:e|ed|ing)|throw(?:ing)? up|threw up|vomit(?:ed|ing)?|being sick|sick on purpose|fingers down (?:your|my|her|his) throat|laxatives?) (?:\w+ )?(?:after|before) (?:every |each |all |your |my |her |eating |meals? |lunch |dinner |food )+(?:meals?|dinners?|lunch|eating|food)?|(?:stop|stopped|quit|quitting|skip|skipped|skipping|haven t been|not) (?:eating|eaten|ate|breakfast and lunch|breakfast and dinner|lunch and dinner|all meals|every meal|meals) (?:for|all|and|until|since|[0-9]+|to|so)(?: (?:\w+ ){0,5}?(?:thin|skinny|days?|week|lose|weight|fit|prom|summer|calories|size))|(?:starve|starv(?:ed|ing)|fast(?:ed|ing)?|binge and purge|binged and purged) (?:yourself |myself |herself |himself |urself |ourselves )?(?:until|till|to|before|for|so|all|and) (?:\w+ ){0,4}?(?:thin|skinny|prom|summer|beach|size|weight|perfect|bones|kg|stone|pretty|dress)|(?:ana|mia) (?:is my (?:friend|best friend|bestie)|buddy|buddies|coach|tips|diet|girls?)|pro (?:ana|mia|ed)(?: \w+)?|thigh gap (?:goals?|tips|check|diet)|how to (?:hide|cover) (?:my |your |the |ur )*(?:cuts|scars|burns|bruises|self harm|not eating|vomiting)|(?:hide|hiding|cover|covering) (?:my |your |the |ur |her |his )*(?:cuts|scars|self harm)",
    ),
    &[],
);

/// Words of help, and of stories, lessons and sport, around a statement.
static HELP: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        concat!(
            r"samaritans|childline|helplines?|papyrus|young minds|kooth|calm|beat|nspcc|awareness|prevention|prevent|support(?:s|ed|ing)?|webinar|workshop|training|assembly|charity|fundrais\w+|talk to (?:someone|us|a|an|your)|tell (?:someone|an adult|a teacher)|speak to|reach out|you are not alone|signs|worried about|if you (?:feel|are|need|or someone)|anyone who feels|help is|there is help|advice|pshe|rshe|lesson|science|first aid|safety",
            r"|hamlet|macbeth|romeo|juliet|ophelia|shakespeare|othello|inspector calls|eva smith|novel|character|poem|play|film|story|book|song|lyrics|opera|cleopatra|dracula|ramadan|lent|sponsored|famine|recipe|cook\w*|sewing|woodwork|plaster|paper ?cut|grazed|knee|pe|football|rugby|netball|cross country|gala|goldfish|hamster|dinosaur|battery|laptop|printer|calm down",
        ),
        &[],
    )
});

fn harm(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    sight.tell(&HARM, &HELP, "Words of self-harm: somebody's own, or a call to it.", seen);
}

fn despair(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    let message = "Words of despair, or of ways and calls to self-harm.";
    sight.tell_even_denied(&despair::DESPAIR, &despair::HELPED, message, seen);
}
