//! `text/threat`: threats of violence, and calls and wishes for it.
//!
//! Phrases of a list, and patterns: somebody announces (*I will*, *gonna*), demands (*someone
//! should*, *ought to be*) or wishes (*I hope*) violence against people. Plays, history and football
//! are full of it, so that words of stories, teaching and sport near excuse the patterns.

mod dread;

use std::sync::LazyLock;

use gatepost_model::{Certainty, Excerpt, Rule};
use regex::Regex;

use crate::expression::compile;
use crate::gate::Gate;
use crate::menace::MENACE;
use crate::people::{GROUPS, SCHOOL_PEOPLE, THEM};
use crate::plain::{Plain, pattern};
use crate::screen::{Look, Screen, Sighting};
use crate::shapes::Shapes;
use crate::sight::Sight;
use crate::stance::{self, Stance};
use crate::statement::Statement;
use crate::wordlists;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    id: "text/threat",
    title: "Threats",
    finds: "Threats, and calls and wishes for violence against people, in words and in emoji.",
    why: "A threat is a safeguarding matter and may be a crime, whoever wrote it and however it was meant.",
    remedy: "Do not post it. Tell the safeguarding lead.",
    flagged: &[
        "If you park there again ⟦I will smash your face in⟧",
        "⟦Someone should stab the referee⟧",
        "⟦Gonna kill that caretaker⟧",
        "The ⟦inspectors deserve to be shot⟧",
    ],
    clean: &[
        "In Macbeth the murderers are going to kill Banquo",
        "We are going to smash our target",
        "Stab the potato with a fork before baking",
        "Wash your hands: soap will kill the germs",
    ],
    misses: &["A threat that only the reader understands."],
    excerpt: Excerpt::Plain,
};

/// How it looks.
pub(crate) static SCREEN: Screen = Screen {
    rule: &RULE,
    looks: &[
        Look::Words(&wordlists::THREAT),
        Look::Pattern { gate: Gate::statement(&ANNOUNCED), find: announced },
        Look::Pattern { gate: Gate::statement(&MENACE), find: menaces },
        Look::Pattern { gate: Gate::statement(&dread::DREAD), find: dread },
        Look::Pattern { gate: Gate::shapes(Shapes::ASTRAL), find: emoji },
    ],
};

/// Who announces or demands it, and with what degree of will.
const WILL: &[&str] = &[
    "i ll",
    "ill",
    "i will",
    "we ll",
    "we will",
    "i m going to",
    "i am going to",
    "i m gonna",
    "im gonna",
    "imma",
    "gonna",
    "going to",
    "we re going to",
    "we are going to",
    "we re gonna",
    "let s",
    "lets",
    "let us",
    "i want to",
    "i wanna",
    "i d love to",
    "i would love to",
    "i d like to",
    "i would like to",
    "i could",
    "i swear i ll",
    "i shall",
    "(?:some|every)(?:one|body) (?:should|needs? to|ought to|has to|must|please|better|go|will)",
    "(?:we|they|you|people|parents|the government|the police|i) (?:all |really |just |simply )*(?:should|need to|ought to|have to|must|gotta|got to|might as well|can)",
    "can someone",
    "can somebody",
    "who wants to",
    "time to",
    "why don t we",
    "why not",
    "about to",
    "ready to",
    "plan to",
    "planning to",
    "tempted to",
    "somebody",
    "someone",
];

/// Violence against people, whoever they are.
const HARM: &[&str] = &[
    "kill",
    "murder",
    "slaughter",
    "butcher",
    "stab",
    "shank",
    "knife",
    "shoot",
    "gun down",
    "strangle",
    "throttle",
    "choke",
    "lynch",
    "behead",
    "decapitate",
    "hang",
    "gas",
    "poison",
    "execute",
    "torture",
    "mutilate",
    "assault",
    "attack",
    "assassinate",
    "exterminate",
    "eradicate",
    "annihilate",
    "wipe out",
    "burn",
    "burn down",
    "drown",
    "bomb",
    "blow up",
    "run over",
    "run down",
    "mow down",
    "rape",
    "beat up",
    "beat (?:the \\w+ out of)?",
    "beat",
    "batter",
    "hurt",
    "harm",
    "injure",
    "maim",
    "punch",
    "slap",
    "smack",
    "thump",
    "whack",
    "clout",
    "kick",
    "headbutt",
    "nut",
    "deck",
    "lamp",
    "chin",
    "glass",
    "bang out",
    "bang",
    "spark out",
    "knock out",
    "floor",
    "jump",
    "skin",
    "gut",
    "bury",
    "end",
    "finish off",
    "finish",
    "do in",
    "put down",
    "put an end to",
    "get rid of",
    "eliminate",
    "crucify",
    "hunt down",
    "deal with",
    "break every bone of",
    "throw acid at",
    "smash",
    "smash up",
    "destroy",
    "punish",
    "chop up",
    "cut up",
    "cut",
    "spit on",
    "spit at",
    "set fire to",
    "set light to",
    "lock up",
    "castrate",
    "sterili[sz]e",
    "deport",
];

/// Violence that speaks for itself before *him*, *her* or *them*: what is done to nothing but people.
const HARM_THEM: &[&str] = &[
    "kill",
    "murder",
    "slaughter",
    "butcher",
    "stab",
    "shank",
    "strangle",
    "throttle",
    "lynch",
    "behead",
    "decapitate",
    "execute",
    "torture",
    "beat up",
    "batter",
    "hurt",
    "punch",
    "slap",
    "smack",
    "headbutt",
    "rape",
    "run over",
    "hunt down",
    "bang out",
    "spark out",
    "knock out",
    "skin",
    "end",
    "shoot",
    "poison",
    "attack",
];

/// Violence in the passive.
const HARMED: &[&str] = &[
    "shot",
    "killed",
    "murdered",
    "stabbed",
    "hanged",
    "hung",
    "strung up",
    "burned",
    "burnt",
    "drowned",
    "gassed",
    "lynched",
    "beheaded",
    "executed",
    "tortured",
    "beaten",
    "beaten up",
    "battered",
    "punched",
    "slapped",
    "kicked",
    "whipped",
    "flogged",
    "caned",
    "attacked",
    "raped",
    "castrated",
    "sterili[sz]ed",
    "put down",
    "put to death",
    "put to sleep",
    "wiped out",
    "exterminated",
    "eradicated",
    "eliminated",
    "annihilated",
    "slaughtered",
    "butchered",
    "run over",
    "bombed",
    "blown up",
    "poisoned",
    "strangled",
    "crucified",
    "stoned",
    "hurt",
    "dead",
    "bumped off",
    "taken out and shot",
    "lined up and shot",
    "thrown off \\w+",
    "fed to",
    "skinned",
    "buried",
    "shanked",
    "jumped",
    "glassed",
];

/// What somebody wishes that people suffer.
const FATE: &[&str] = &[
    "dies?",
    "drops? dead",
    "dead",
    "suffers?",
    "rots?",
    "burns?",
    "drowns?",
    "chokes?",
    "bleeds?(?: out)?",
    "gets? (?:\\w+ )?(?:hurt|shot|stabbed|killed|cancer|run over|hit by \\w+|beaten up|battered|jumped|what\\w* coming|aids|covid|raped|attacked|murdered)",
    "be (?:\\w+ )?(?:shot|killed|dead|hanged|hurt|murdered|stabbed|beaten|tortured|gassed|burned|attacked|raped|run over)",
    "falls? (?:off|down|under|in front)",
    "breaks? (?:your|his|her|their|a) \\w+",
    "has an accident",
    "crash(?:es)?",
    "disappears?",
];

static ANNOUNCED: Statement = Statement::new(
    concat!(
        // gonna kill that caretaker; someone should shoot those people
        r"{WILL} (?:all |just |really |simply |go |go and |personally |fucking |bloody |literally |seriously |happily |gladly |definitely |finally |start |come and )*{HARM} (?:(?:some|any|one|each|every|all|most|half|out) (?:of )?)*(?:(?:the|that|those|these|this|every|every single|all|all the|any|mr|mrs|ms|miss|your|his|our|their|my|you|an|a|u|some|both|my whole) )+(?:(?:stupid|bloody|fucking|damn|old|useless|whole|new|little|annoying|fat|ugly|filthy|dirty|disgusting|lazy|entire|next|first|so called|other|school|football|rival|away|year|bus|taxi|local|stinking|head|parking) )*{PERSON}",
        r"|{WILL} (?:all |just |really |simply |go |go and |personally |fucking |bloody |literally |seriously |happily |gladly |definitely |finally |start |come and )*{HARM} (?:all |some |most |every |any |these |those |the |you |of |bloody |fucking )*{GROUP}",
        r"|{WILL} (?:all |just |really |simply |go |go and |personally |fucking |bloody |literally |seriously |happily |gladly |definitely |finally |start |come and )*{HARM_THEM} (?:(?:all|both|every one|every single one|each one|one|some|any) of )?(?:{THEM}|someone|somebody|everyone|everybody)",
        r"|{WILL} (?:slit|cut|wring|break|smash|kick|punch|bash|cave|rip|tear|blow|stove|stab|rearrange|shove) (?:your|his|her|their|ya|ur|that \w+ s|the \w+ s|these|those|out|off|open|in) (?:\w+ ){0,3}(?:throats?|necks?|face|faces|heads?|skulls?|teeth|legs?|arms?|fingers?|brains?|guts|jaws?|nose|eyes|kneecaps|ribs|bones)",
        // death at my hands
        r"|(?:will|gonna|going to|shall|must|can all|can) (?:all |soon )?(?:die|bleed|suffer|burn|pay with \w+ (?:life|blood)|regret (?:this|it|being born)|wish \w+ (?:was|were) never born)(?: \w+){0,3} (?:at my hands?|by my hand|for this|slowly|in agony|in pain|tonight|tomorrow|without mercy)",
        // the ref deserves to be shot; those people should all be dead
        r"|(?:{GROUP}|{PERSON}|they|you|he|she|who|ones|lot|one of them) (?:like (?:you|him|her|them|that|this) |who \w+ \w+ )?(?:all |really |just |both )*(?:should|must|ought to|need to|needs to|deserve to|deserves to|want to|wants to|have to|has to|would|could) (?:all |just |really |only |simply |have )*be(?:en)? (?:all |taken out and |publicly |rounded up and |lined up and |tied up and |dragged out and |\w+ly )*{HARMED}",
        r"|{PERSON} (?:deserves?|needs?|wants?|is asking for|are asking for|is getting|are getting) (?:a |to be |to get )?(?:good |proper |right )?(?:punch|slap|kicking|beating|smack|bullet|knife|stabbing|hiding|pasting|battering|whipping|flogging|thrashing|clout|to die|die|shooting|lynching|hanging|killing|punching|slapping)",
        // somebody's getting stabbed; any parent who complains will get a smack
        r"|(?:someone|somebody|people|they|you|he|she|one of you|{PERSON}) (?:s |is |are |re |will |ll |gonna |going to |getting |get |be |about to |all )+(?:going to be |getting |get |be |to |end up )*{HARMED}|(?:will|ll|gonna|going to|is|are|s|re|be) (?:be )?(?:get|getting|gets|given|asking for|in for) (?:a |an |one |my |the |good |proper |right |massive |big )*(?:smack|slap|punch|kicking|battering|beating|bullet|thump|hiding|leathering|pasting|fat lip|black eye|bloody nose|knuckle sandwich|stabbing)",
        r"|(?:till|until|when|once|if) i (?:get|lay) my hands on {THEM}|(?:burn|blow|bomb|torch|petrol bomb) (?:that|the|this|your|his|her|their|those) (?:\w+ ){1,3}(?:down|up|to the ground)|watch (?:your|ur|yer) back|or you ll (?:regret|be sorry|pay|get hurt)",
        // I hope that you die
        r"|(?:i|we) (?:really |just |honestly |do |sincerely |so )*(?:hope|wish|pray|want|would love to see|d love to see|can t wait to see|want to see|long to see|can only hope|look forward to seeing|look forward to the day|dream of|dream about) (?:that |for |the day |when |to see |somebody |someone |something |will |would |him |her |them |you |they |he |she |it |all |every |those |these |the |that |your |family |whole |single )*(?:(?:{GROUP}|{PERSON}|you|u|they|he|she|him|her|them) )(?:like you |all |just |would |will |to |and your \w+ |soon |slowly |really )*{FATE}",
        r"|(?:the )?(?:world|country|school|place|planet|society|we|everyone) (?:would|will|d|is|are|was) (?:all |just |really |probably )*(?:be )?(?:so much |much |a lot |far )?(?:better|nicer|safer|happier|cleaner)(?: off| place)? (?:without|if (?:there were no|we got rid of|all)) (?:all |any |these |those |the |you )*(?:{GROUP}|him|her|them|you)",
        r"|(?:only|best) good {GROUP} is a dead (?:one|{GROUP})|one less {GROUP}|(?:somebody|someone) (?:will |should |needs to |has to )?(?:put|puts) an end to (?:all |these |those |the )*{GROUP}",
        r"|(?:murdering|killing|shooting|raping|beating|hanging|gassing|exterminating|eradicating|hurting|attacking|burning|stabbing|torturing|punching|lynching) (?:of )?(?:all |these |those |the |every |a |an |some |you )*(?:{GROUP})(?: \w+){0,3} (?:should|would|is|isn t|s|must|ought to|needs to) (?:be |not |never )?(?:a |an |just |so |totally |perfectly )*(?:legal|legali[sz]ed|decriminali[sz]ed|allowed|encouraged|compulsory|mandatory|rewarded|justified|fine|fun|ok|okay|good|acceptable|a sport|hobby|crime|duty|illegal|wrong)",
        r"|(?:start|started|keep|enjoy|love) (?:shooting|killing|stabbing|murdering|hurting|hanging|beating up) (?:{THEM}|all of them|(?:the |these |those |all )*(?:{GROUP}|{PERSON}))",
        r"|death to (?:all |the |these |those )*(?:{GROUP}|{PERSON})|kill all (?:the |these |those )*(?:{GROUP}|{PERSON})|(?:kill|shoot|hang|burn|stab|murder|exterminate|gas|behead|lynch) (?:all |the |these |those |every )+{GROUP}",
        // after school
        r"|(?:you re|your|youre|he s|hes|she s|shes|they re|you are|he is|she is) (?:so |gonna be |getting |gonna get |going to be |going to get |as good as |all |about to get )*(?:dead(?: (?:meat|after|when|if|next|tomorrow|mate|to me))?|getting (?:banged|battered|jumped|stabbed|shanked|knocked|decked|leathered|smashed|done|it)|(?:banged|battered|jumped|stabbed|shanked|leathered|sparked|merked|poked|dipped|cheffed|splashed)(?: out| up)?|toast after school)",
        r"|(?:wait|just wait) (?:till|til|until|for when) (?:i|we) (?:see|get|catch|find) (?:{THEM}|hold of)|it s on sight|on sight for (?:you|him|her|them)|(?:bring|bringing|brought|got|have|carry|carrying|take|taking) (?:a |my |the |his )?(?:knife|blade|shank|gun|glock|bomb|machete|weapon|hammer|zombie knife) (?:to|into|in|at|for|on) (?:the )?(?:school|class|exam|assembly|match|playground|bus|office|him|her|you|them|anyone)",
        r"|(?:i|we|he|she|they) (?:ve |have |has |m |am |is |will |ll |d |s )?(?:got |planted |put |hid |hidden |left |going to |gonna )*(?:a )?bomb (?:in|at|under|on|inside|threat)|there(?: s| is| will be) a bomb|(?:blow|bomb|shoot|burn|torch|petrol bomb) (?:up |down )?(?:the|this|that|our|your) (?:whole |entire |bloody |fucking |stupid )*(?:school|place|building|office|classroom|hall|mosque|synagogue|church|temple|council|house|car|bus)",
    ),
    &[
        ("WILL", WILL),
        ("HARM_THEM", HARM_THEM),
        ("HARMED", HARMED),
        ("HARM", HARM),
        ("THEM", THEM),
        ("FATE", FATE),
        ("GROUP", GROUPS),
        ("PERSON", SCHOOL_PEOPLE),
    ],
);

/// Stories, games, sport and cleaning, in which things are killed and people beaten in fun.
static IN_FUN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        concat!(
            r"banquo|caesar|characters?|chess|drama|duncan|films?|filming|giants?|goals?|hamlet|legends?|macbeth|myths?|novel|panto(?:mime)?|penalt(?:y|ies)|poems?|scene|shakespeare|story|stories|villains?|wolf|wolves|dragons?|monsters?|zombies?|vampires?|pirates?|romeo|beowulf|theseus|minotaur|ending|plot|narrator|theatre",
            r"|match|final|finals|league|cup|tournament|quiz|quizzes|race|relay|sports day|rounders|netball|football|hockey|rugby|dodgeball|tug of war|bake off|competition|score|scored|scores|record|records|points|trophy|board game|video games?|minecraft|fortnite|among us|mafia|murder mystery|wink murder|cluedo|laser|paintball|water fight|snowball|sponge|wet sponge|custard pie|gunge|pi[eñ]ata|stocks",
            r"|germs?|bacteria|virus(?:es)?|weeds?|slugs?|pests?|nits|lice|mosquito(?:es)?|flies|wasps?|dough|clay|photo\w*|camera|portrait|basket|hoop|bunting|posters?|washing|candles?|calories|camp ?fire|bonfire|guy fawkes|the guy|marshmallows|donations?|charity|raise|raising|for time|two birds|first aid|butterfl(?:y|ies)|sewing|woodwork|bob the builder|toffee|coconut|nuts|conkers|geodes?|rocks?|ice|egg\w*|easter|judo|karate|taekwondo|boxing|kickboxing|swim\w*|breaststroke|front crawl|warm up",
        ),
        &[],
    )
});

static BLADES: LazyLock<Regex> = LazyLock::new(|| {
    compile(concat!(
        r"(?i)[🔪🗡🔫💣](?:\x{FE0F}|\s)*[🩸💀⚰😵]|[🗡🔫💣](?:\x{FE0F}|\s)*[🔪🗡🔫💣]|🔪🔪(?:\s)*(?:for|to) |👊(?:\x{FE0F}|\s)*[🩸💀⚰🏥]",
        r"|[🔪🗡🔫💣][\x{FE0F}\s]*(?:for |to |at |watch out )?(?:you|u|ur|him|her|them|miss|sir|mr|mrs|teachers?|the ref|year \d+|snitch(?:es)?)\b",
        r"|\b(?:you|u|him|her|them|miss|sir|ref|snitch(?:es)?|teachers?)[\s.!]{0,3}[🔪🗡🔫💣]",
    ))
});

fn announced(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    report(sight, &ANNOUNCED, seen);
}

fn menaces(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    report(sight, &MENACE, seen);
}

/// Whatever denial stands before it: *if you do not stop, I will* is a threat.
fn dread(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    sight.tell_even_denied(&dread::DREAD, &dread::TOLD, "Words that threaten people.", seen);
}

fn report(sight: &Sight<'_>, statement: &Statement, seen: &mut Vec<Sighting>) {
    for range in statement.find_iter(sight) {
        let plain = sight.plain();
        if stance::of(plain, &range) == Stance::Own
            && !in_fun(plain, &range)
            && let Some(span) = plain.place(range)
        {
            seen.push(Sighting::new(
                span,
                Certainty::Likely,
                "Words that announce, demand or wish violence against somebody.",
            ));
        }
    }
}

fn in_fun(plain: &Plain, range: &std::ops::Range<usize>) -> bool {
    IN_FUN.is_match(plain.before(range)) || IN_FUN.is_match(plain.behind(range))
}

/// One of these stands in every match of [`BLADES`].
const WEAPONS: &[char] = &['🔪', '🗡', '🔫', '💣', '👊'];

fn emoji(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    if !sight.text().contains(WEAPONS) {
        return;
    }
    seen.extend(BLADES.find_iter(sight.text()).map(|found| {
        Sighting::new(found.range().into(), Certainty::Likely, "Emoji of weapons and blood.")
    }));
}
