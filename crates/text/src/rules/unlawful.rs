//! `text/unlawful`: drugs, weapons, fraud, theft and piracy.
//!
//! Phrases of a list, and a pattern: an unlawful thing beside the words of a deal, a wish or a way to
//! it (*weed for sale*, *can anyone get me a vape*, *how to cook meth*). The words of lessons, rules
//! and the police near excuse the pattern.

mod wrongs;

use std::sync::LazyLock;

use gatepost_model::{Certainty, Excerpt, Rule};
use regex::Regex;

use crate::expression::compile;
use crate::gate::Gate;
use crate::plain::pattern;
use crate::screen::{Look, Screen, Sighting};
use crate::shapes::Shapes;
use crate::sight::Sight;
use crate::statement::Statement;
use crate::wordlists;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    id: "text/unlawful",
    title: "Unlawful things",
    finds: "Words that offer, ask for or praise drugs, drink for children, weapons, fraud, theft, cheating or pirated works.",
    why: "A school that jokes about it has lost the argument in the next assembly; an offer may be a crime.",
    remedy: "Take it out. If it is an offer or a plan, tell the safeguarding lead.",
    flagged: &[
        "Legends ⟦smoking weed behind the pavilion⟧",
        "Watch it on a ⟦dodgy firestick⟧",
        "⟦Who can get me some pills⟧ for the party",
        "⟦Selling fake IDs⟧ at the back gate",
    ],
    clean: &[
        "The police visited us to talk about knife crime and drugs",
        "Vapes are banned on the school site",
        "The gardening club will weed the borders, and pots are for sale",
        "Crack the code and win a prize",
    ],
    misses: &["Slang that is new or local."],
    excerpt: Excerpt::Plain,
};

/// How it looks.
pub(crate) static SCREEN: Screen = Screen {
    rule: &RULE,
    looks: &[
        Look::Words(&wordlists::UNLAWFUL),
        Look::Pattern { gate: Gate::statement(&DEAL), find: deals },
        Look::Pattern { gate: Gate::statement(&WAY), find: ways },
        Look::Pattern { gate: Gate::statement(&wrongs::WRONG), find: wrongs },
        Look::Pattern { gate: Gate::shapes(Shapes::ASTRAL), find: emoji },
    ],
};

/// Drugs, and what is smoked or inhaled like them: words with hardly another meaning.
const DRUGS: &[&str] = &[
    "weed",
    "ganja",
    "spliffs?",
    "zoots?",
    "bongs?",
    "edibles?",
    "thc(?: carts?| vapes?| pens?| gummies)?",
    "cocaine",
    "ket",
    "ketamine",
    "mdma",
    "ecstasy",
    "xtc",
    "lsd",
    "shrooms?",
    "mushies",
    "magic mushrooms",
    "meth",
    "crystal meth",
    "heroin",
    "xans?",
    "xanax",
    "valium",
    "vallies",
    "benzos",
    "codeine",
    "tramadol",
    "ritalin",
    "adderall",
    "nangs?",
    "laughing gas",
    "mcat",
    "meow meow",
    "roids?",
    "drugs",
    "party drugs?",
    "baggies",
    "pingers?",
    "acid tabs?",
    "elf ?bars?",
    "lost marys?",
    "geek bars?",
    "vapes?",
    "puff bars?",
    "snus",
    "nicotine pouches",
    "ciggies",
    "cigs",
    "baccy",
];

/// Words for drugs that mostly mean something else: they count beside the words of a dealer alone.
const STUFF: &[&str] = &[
    "hash",
    "dope",
    "skunk",
    "joints?",
    "buds?",
    "cali",
    "carts",
    "coke",
    "charlie",
    "ching",
    "sniff",
    "gak",
    "crack",
    "rocks",
    "mandy",
    "molly",
    "pills?",
    "acid",
    "tabs?",
    "speed",
    "whizz",
    "smack",
    "brown",
    "spice",
    "mamba",
    "lean",
    "nos",
    "balloons?",
    "poppers",
    "steroids?",
    "gear",
    "booze",
    "vodka",
    "fags",
];

/// Weapons, forgeries and stolen or pirated things.
const GOODS: &[&str] = &[
    "fake (?:ids?|i ds?|passports?|driving licen[cs]es?|licen[cs]es?|certificates?|notes?|tenners?|twenties|money|vaccine \\w+|sick notes?|doctors notes?|bus pass(?:es)?|tickets?|designer \\w+|rolex(?:es)?|airpods|trainers|gear)",
    "forged \\w+",
    "counterfeit \\w+",
    "dodgy (?:fire ?sticks?|box(?:es)?|streams?|tickets?|dvds?|notes?|gear|phones?|bikes?)",
    "(?:stolen|nicked|robbed|hot|knocked off|half inched|hooky|jailbroken|cloned|chipped|hacked) (?:\\w+ )?(?:phones?|i ?phones?|bikes?|e ?bikes?|scooters?|laptops?|ipads?|cards?|cars?|mopeds?|airpods|trainers|goods|gear|stuff|sky cards?|fire ?sticks?|accounts?|boxes)",
    "(?:zombie|flick|butterfly|rambo|combat|hunting|lock|push) (?:knives|knife)",
    "machetes?",
    "knuckle ?dusters?",
    "tasers?",
    "glocks?",
    "shooters?",
    "bb guns?",
    "pepper spray",
    "shanks?",
    "blades?",
    "samurai swords?",
    "crossbows?",
    "bangers",
    "fireworks",
    "firecrackers",
    "(?:exam|test|mock|gcse|a level|sats|paper|maths|quiz) (?:answers?|papers?|mark schemes?|leaks?)",
    "(?:leaked|stolen|real|next week s|tomorrow s|friday s|monday s) (?:exam |test |mock |gcse )?(?:answers|papers?|exams?|questions)",
    "(?:essays?|coursework|dissertations?|assignments?|homework) (?:written|done|for sale|service|writing service)",
    "premier league streams?",
    "(?:free|pirate|pirated|ripped|cracked|illegal|bootleg|dodgy|knock ?off|bent) (?:\\w+ )?(?:movies?|films?|streams?|copies|copy|games?|software|downloads?|dvds?|photoshop|office|windows|minecraft|fifa|spotify|netflix|textbooks?|ebooks?|books?|pdfs?|channels?|iptv|sky|subscription)",
    "iptv",
    "moody \\w+",
];

static DEAL: Statement = Statement::new(
    concat!(
        // dm for vapes; weed for sale; selling fake ids; anyone got a zoot
        r"(?:dm|d m|pm|snap|text|message|hmu|hit me up|add me|ask \w+|see me|link me|shout me|holla|inbox)(?: me| us| \w+)? (?:for|4|if you want|if u want|to get|to buy|re) (?:the |best |cheap |some |any |ur |your |a |of |bag of |quality |proper |top )*(?:{DRUG}|{STUFF}|{GOODS})",
        r"|(?:{DRUG}|{GOODS})(?: (?:and|n|or|,) \w+(?: \w+)?)? (?:for sale|4 sale|for cheap|going cheap|in stock|back in stock|available|on offer|sorted|delivered|dm|d m|hmu|hit me up|pm me|ask for|ask \w+|no questions(?: asked)?|cheap|each|a bag|a gram|a pop|a pack|half price|from £ ?[0-9]*|£ [0-9]+|[0-9]+ quid|a tenner|tenner|fiver|a fiver|twenty quid)",
        r"|(?:selling|sellin|flogging|shifting|dealing|slinging|sell|sells|buying|buy|score|scoring|pick(?:ing)? up|stocking|supplying|supply|bringing|smuggling|sneak(?:ing)? in|nick(?:ing|ed)?|steal(?:ing)?|shoplift(?:ing)?) (?:some |any |your |my |his |the |cheap |real |a |an |bag of |bags of |bit of |loads of |more |proper |decent |quality |of |best )*(?:{DRUG}|{GOODS})",
        r"|(?:bags?|baggies|grams?|g|eighths?|ounces?|wraps?|lines?|bumps?|tabs?|strips?|boxes|canisters?|crates?) of (?:the |some |my |your |pure |good |best |proper )*(?:{DRUG}|{STUFF}) (?:for|on|in|at|off|tonight|later|dm|hmu|£ [0-9]+|[0-9]+ quid|lads|anyone|after|behind)(?: \w+)?|(?:got|any) (?:any |some |the )*(?:{DRUG}|booze|vodka|coke|pills) (?:on (?:you|u|me|him)|for (?:tonight|later|the party|prom|the weekend|me))",
        r"|(?:anyone|anybody|who|who s|whos|any1|someone|somebody|can (?:anyone|someone|anybody|somebody|any1|u|you)|where can i|i can|we can|i could) (?:else )?(?:can |wants? |want |need |needs? |got |has |have |know where to |know who s |to |up for |get |sort |buy |score |find |selling |bringing |fancy |bring |holding |sell |me |us |you |u |out |with )+(?:some |any |a |an |the |bag of |bit of |cheap |of |more |sorted |with )*(?:{DRUG}|{GOODS}|pills|coke|booze|vodka|fags)",
        r"|(?:got|have|has|had|having|with|need|want|love|more|free) (?:some |any |the |my |us |a |loads of |plenty of |bag of |bags of |gram of |grams of |bit of |line of |lines of |few |good |banging |proper |decent |sick |of )*(?:weed|ket|ketamine|mdma|cocaine|xans?|shrooms|zoots?|spliffs?|nangs?|thc \w+|edibles|meth|heroin|pingers|ganja)(?: (?:on me|in|for|on|at|to|sorted|and|if|lads|boys|later|tonight|after)(?: \w+)?)?",
        r"|(?:smok(?:e|ed|es|ing)|sniff(?:ed|ing)?|snort(?:ed|ing|s)?|blaz(?:e|ed|ing)|drop(?:ped|ping)|popp?(?:ed|ing)|bosh(?:ed|ing)?|rack(?:ed|ing) up|do(?:ing)?|did|take|taking|took|roll(?:ed|ing)?|bill(?:ed|ing)|skin(?:ned|ning) up|high on|off (?:my|his|her|their|your) \w+ on|buzzing on|on) (?:some |any |a |an |the |bag of |line of |lines of |bit of |few |massive |fat |big |cheeky |couple of |loads of |of |two |three |my )*(?:weed|spliffs?|joints?|zoots?|ket|ketamine|coke|cocaine|mdma|mandy|pingers|acid tabs?|lines|shrooms|ganja|bongs?|meth|crack|heroin|pills|nos|balloons|nangs|spice)(?: (?:in|at|before|behind|with|off|on|during|after|round)(?: the| \w+)?(?: \w+)?)",
        r"|(?:[0-9]+|ten|twenty|fifteen|thirty|forty|fifty|a tenner|a score|tenner|score|fiver|£ ?[0-9]+)(?: quid| pounds?)? (?:a|per|each|for a|for an|an|4 a) (?:gram|eighth|henry|ounce|oz|baggie|zoot|pill|wrap|cart|half ?ounce)(?: of \w+| , \w+| \w+)?|(?:a|an|half an?|two|three|couple of|[0-9]+) (?:eighth|gram|ounce|henry|baggie|wrap)s? of \w+",
    ),
    &[("DRUG", DRUGS), ("STUFF", STUFF), ("GOODS", GOODS)],
);

static WAY: Statement = Statement::new(
    concat!(
        // how to make, get round, not get caught
        r"(?:how (?:to|do (?:i|you|u|we))|here s how (?:to|you)|guide to|tutorial on|recipe for|instructions for|easy way to|best way to) (?:easily |quickly |\w+ly )?(?:make|build|cook|grow|mix|buy|get hold of|get|3d print|print|hotwire|hot ?wire|hack|crack|bypass|get (?:past|round|around)|cheat (?:in|at|on)|cheat|forge|fake|fiddle|dodge|avoid paying|steal|nick|shoplift|pick a lock|pick locks|break into|jailbreak|rip|pirate|torrent|download) (?:a |an |the |your |some |any |of |school s |school |with |in |on |from |free |own )*(?:meth|crystal|crack|weed|hash|drugs|bombs?|pipe bombs?|nail bombs?|petrol bombs?|molotovs?|explosives?|napalm|guns?|ghost guns?|fake \w+|cars?|wifi|wi fi|filters?|firewalls?|password|passwords|accounts?|cameras?|mocks?|exams?|gcses?|sats|tests?|signatures?|sick notes?|taxes|tax|benefits?|shops?|tesco|asda|boots|self checkout|locks?|netflix|spotify|films?|movies?|textbooks?|poppers|hooch|moonshine)",
        r"|(?:get|gets|getting|got|go|going|sneak|slip|way) (?:past|round|around|through|by) (?:the |our |school |stupid |this |school s )*(?:firewalls?|filters?|web filter|vape (?:detectors?|alarms?)|bouncers?|id check|age check|security|content filter|blocker|block list|paywalls?|exam rules|turnstiles?|ticket barriers?)(?: (?:with|by|using)(?: (?:a|this|my|the))?(?: \w+)?)?|(?:bypass|bypassing|hack|hacking|hacked|crack|cracked) (?:the |our |into |school |sir s |miss s |mr \w+ s |mrs \w+ s |head s |school s )*(?:firewalls?|filters?|wifi|wi fi|system|network|server|password|passwords|account|accounts|emails?|insta|instagram|snapchat|registers?|grades|sims|mis|arbor|cctv)|(?:vpn|proxy|tor) (?:that |to |which )?(?:works|gets|get|bypasses|beats|in school|unblocks|unblock)(?: \w+)?|unblocked games (?:link|site|here)|password (?:was|is|got|has been) hacked",
        // piracy
        r"|(?:watch|stream|download|get|grab|read|play) (?:it |the |this |all |every |any |full |whole |new |latest |set |entire )*(?:\w+ ){0,3}?(?:for )?(?:free|illegally|without paying|without a subscription)(?: (?:on|at|from|here|via|through|with))? (?:a |an |this |the |my )*(?:dodgy|pirate|pirated|torrent|torrents|illegal|ripped|firestick|fire stick|iptv|putlocker|123movies|mega link|telegram|ripped pdf|pdf ripped|cracked|moody)(?: \w+)?|(?:pirate|torrent|cracked|ripped|dodgy) (?:links?|sites?|streams?|pdfs?|versions?|copies|copy|channels?|download)(?: (?:here|below|in bio|in the bio))?|(?:ripped|scanned|copied|photocopied|uploaded) (?:the |a |his |her |their |our )*(?:whole|entire|full|complete) (?:\w+ )?(?:textbook|book|film|album|movie|game|series|workbook|scheme|paper)|no subscription(?: needed| required)?|all (?:the )?(?:sky )?channels (?:for|£)|here s a torrent|torrent (?:of|for|link|file) ?(?:the|it)?",
        // cheating
        r"|(?:buy|order|get|sell|selling|write|do) (?:your |ur |my |you |an |a )*(?:essays?|coursework|dissertation|assignment|homework) (?:here|online|for you|for (?:£|money|cash)|, guaranteed|guaranteed|done for you|from us|cheap)|guaranteed (?:grade|a|9|pass|top marks)|(?:i ve|ive|i have|we ve|got) (?:got |seen |the |all |all the )*(?:friday s|monday s|tuesday s|wednesday s|thursday s|tomorrow s|next week s|the real|actual|today s|leaked) (?:\w+ )?(?:exam answers|exam|test|paper|answers|mock|gcse)",
        // drink, theft, fraud and driving
        r"|(?:tell|say to|told) (?:them|him|her|the barman|the bouncer) (?:that )?(?:you re|youre|you are|i m|we re|ur) (?:18|eighteen|over 18|over eighteen)|(?:they|he|she|it|the \w+) (?:ll |will |always |don t |doesn t |never |dont |doesnt )*(?:serve|serves|id|ask for id|check id|checks id|ids) (?:you|u|anyone|kids|under ?age|underage|15 year olds|year (?:9|10|11)s?)|(?:buy|bought|buys|get|got|sneak|sneaked|sneaking|nick|nicked|nicking|bring|bringing|smuggle|smuggled) (?:us |me |them |the |some |kids |year \w+ |a |in |bottle of |bottles of |crate of |cans of |of )*(?:booze|vodka|cider|alcohol|beers|fags|cigs|ciggies|vapes|baccy)(?: (?:in|into|to|for|from|at|past)(?: \w+)?(?: \w+)?)?|(?:nick|nicked|nicking|pinch|pinched|pinching|rob|robbed|robbing|half inched|lifted|swiped|stole|steal|stealing) (?:\w+ ){1,4}?(?:from|off|out of) (?:the |a |an )*(?:shops?|co op|tesco|asda|aldi|lidl|sainsburys|boots|spar|morrisons|argos|jd|primark|next|corner shop|garage|staff room|staffroom|canteen|office|tuck shop|a[0-9]+|motorway|roadworks|m[0-9]+)|let s (?:\w+ )?(?:shoplift|nick|rob|steal|loot|burgle|vandalise|graffiti|smash up|trash|torch) (?:the |some |a |from )*\w+",
        r"|(?:drive|drives|driving|drove|ride|riding|rode) (?:\w+ ){0,4}?(?:without|with no|no) (?:a |any )?(?:licen[cs]e|insurance|mot|helmet and no insurance|tax)|(?:drink driv(?:e|ing)|drove|driving|drive) (?:\w+ )?(?:home )?(?:drunk|pissed|hammered|stoned|high|wasted|over the limit|after \w+ pints)|(?:don t|never|do not|just don t) (?:pay|bother paying|declare|tell)(?: \w+)? (?:the )?(?:tv licen[cs]e|council tax|income tax|tax man|taxman|hmrc|train fares?|bus fares?|fares?)|(?:jump|jumped|jumping|dodge|dodged|dodging|bunk|bunked|bunking) (?:the )?(?:trains?|fares?|barriers?|tube|tram|ticket barriers?)|(?:cash in hand|off the books|under the table) (?:so|no|and|job|work)(?: \w+)?|(?:money mules?|need your bank (?:account|details|card)|squares needed|deets needed|flip your money|click and collect scam|refund hack|refund method|fraud bible|bank drops?)",
    ),
    &[],
);

/// Lessons, rules, services and other meanings of the words.
static PLAINLY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        concat!(
            r"families can|what families|target(?:s|ed|ing)?|exploit\w*|young people|proof|seed bombs?|glitter|fete|poppers for|not allowed|banned|confiscat\w+|police|pcso|officers?|awareness|workshop|assembly|talk|helpline|frank|support|advice|dangers|risks?|safety|safely|lesson|lessons|pshe|science|biology|chemistry|history|victorian\w*|opium|policy|rules?|prevent\w*|campaign|charity|education|detectors?|report|reported|warning|beware|scams?|stop smoking|quit|never|novel|play|story|character|drama|film club|library|e library|borrowbox|museum|against|seized|surrender|amnesty|bonfire|display|fireworks (?:night|display)|organised|tickets?|pta",
            r"|garden\w*|flower\w*|border|beds?|allotment|hanging|basket|pots?|planters?|bulbs|lettuce|salad|recipe|bake|baking|cook|cookery|curry|kitchen|cake|parkin|christmas|cupcakes?|browns?ies?|helium|birthday|party balloons|balloon (?:race|release|arch)|rice|chilli|team|kit|pe|race|athletics?|record|reading|typing|camera|awareness course|rugby|ball|crack (?:the|on|open)|green (?:team|day|fingers|flag)|paint|chalk|rocks? and|fossils?|ice skat\w+|skates?|charlie (?:and|bucket|brown)|lean on|cough|inhalers?|prescri\w+|vitamins?|codes?|coding|hackathon|ethical|cyber ?first|cyber security|password manager|non alcoholic|alcohol free|mocktails?|ginger beer|bar|licensed|adults only|over 18s|wine|brewery|summer ball|quiz night|barbecue|bbq|raffle|tombola",
        ),
        &[],
    )
});

fn deals(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    sight.tell(&DEAL, &PLAINLY, "Words that offer or ask for what the law forbids.", seen);
}

fn ways(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    sight.tell(&WAY, &PLAINLY, "Words that tell how to do what the law or the rules forbid.", seen);
}

/// Emoji for drugs, beside one another or beside the words of a deal.
static EMOJI: LazyLock<Regex> = LazyLock::new(|| {
    compile(concat!(
        r"(?i)[🍄💊💉🍃🍁❄](?:\x{FE0F}|\s|and|&)*[💊💉🍄💨👃❄🔌](?:\x{FE0F})?",
        r"|[💊💉🔌🍃🍁❄🍄](?:\x{FE0F})?[^.!?\n]{0,40}?\b(?:hmu|plug|dm (?:for|me)|prices|per gram|delivery)\b",
        r"|\b(?:hmu|plug|dm me)\b[^.!?\n]{0,30}?[💊💉🔌🍃🍁❄🍄]",
    ))
});

/// One of these stands in every match of [`EMOJI`].
const SIGNS: &[char] = &['🍄', '💊', '💉', '🍃', '🍁', '❄', '🔌'];

fn emoji(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    if !sight.text().contains(SIGNS) {
        return;
    }
    seen.extend(EMOJI.find_iter(sight.text()).map(|found| {
        Sighting::new(found.range().into(), Certainty::Likely, "Emoji that stand for drugs.")
    }));
}

fn wrongs(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    let message = "Words that offer, ask for or make light of what the law forbids.";
    sight.tell_even_denied(&wrongs::WRONG, &wrongs::LAWFUL, message, seen);
}
