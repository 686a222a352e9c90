//! `text/political`: taking sides among parties, candidates and campaigns.
//!
//! Phrases of a list, and statements: a party, a person or a cause of politics, and words that side
//! with or against it. Education Act 1996, sections 406 and 407. Lessons, mock elections and visits told neutrally are
//! no side: words of teaching near excuse ambiguous ones.

mod appeals;

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
    id: "text/political",
    title: "Party politics",
    finds: "Calls to vote for or against a party or person, praise and blame of them, campaign slogans, strikes and protests to join.",
    why: "The law forbids a school to promote partisan political views.",
    remedy: "Take it out, or tell the event neutrally.",
    flagged: &[
        "Parents: ⟦vote Labour⟧ on Thursday",
        "Staff say ⟦stop Brexit⟧",
        "⟦Join staff on the picket line⟧ on Wednesday",
    ],
    clean: &[
        "In our mock election the posters said vote Labour, vote Conservative and vote Green",
        "Our MP visited Year 6 during Parliament Week",
    ],
    misses: &["A side taken in words of its own."],
    excerpt: Excerpt::Plain,
};

/// How it looks.
pub(crate) static SCREEN: Screen = Screen {
    rule: &RULE,
    looks: &[
        Look::Words(&wordlists::POLITICAL),
        Look::Pattern { gate: Gate::statement(&SIDE), find: sides },
        Look::Pattern { gate: Gate::statement(&CAUSE), find: causes },
        Look::Pattern { gate: Gate::statement(&appeals::VERDICT), find: appeals::verdicts },
        Look::Pattern { gate: Gate::statement(&appeals::APPEAL), find: appeals::appeals },
    ],
};

/// Parties, and people who stand for them.
const PARTY: &[&str] = &[
    "labour(?: party| government)?",
    "new labour",
    "conservatives?(?: party| government)?",
    "tor(?:y|ies)(?: party| government| council)?",
    "lib dems?",
    "liberal democrats?",
    "the greens",
    "green party",
    "reform(?: uk| party)",
    "reform",
    "ukip",
    "the brexit party",
    "snp",
    "plaid(?: cymru)?",
    "sinn fein",
    "dup",
    "sdlp",
    "ulster unionists?",
    "alliance party",
    "workers party",
    "your party",
    "restore britain",
    "tuv",
    "(?:keir |sir keir )?starmer(?: s)?",
    "keir",
    "(?:rishi )?sunak",
    "boris(?: johnson)?",
    "(?:liz )?truss",
    "(?:nigel )?farage",
    "(?:kemi )?badenoch",
    "(?:jeremy )?corbyn",
    "ed davey",
    "(?:zack )?polanski",
    "(?:angela )?rayner",
    "(?:rachel )?reeves",
    "bridget phillipson",
    "(?:robert )?jenrick",
    "priti patel",
    "suella braverman",
    "jacob rees mogg",
    "michael gove",
    "gove",
    "sadiq khan",
    "andy burnham",
    "(?:nicola )?sturgeon",
    "john swinney",
    "(?:donald )?trump",
    "(?:joe )?biden",
    "kamala harris",
    "maga",
    "netanyahu",
    "putin",
    "(?:this|the|our|your|that) (?:\\w+ )?(?:government|prime minister|pm|education secretary|chancellor|home secretary|cabinet|minister|mp|tory council|labour council|mayor of \\w+)",
    "(?:left|right) wingers?",
    "lefties",
    "socialis(?:m|ts?)",
    "communis(?:m|ts?)",
    "the woke(?: left| mob| brigade)?",
    "the (?:left|far left|far right|loony left|establishment)",
];

/// What a government is said to be by those who oppose it, as adjectives and nouns.
const BLAME: &[&str] = &[
    "useless",
    "corrupt",
    "incompetent",
    "clueless",
    "hopeless",
    "pathetic",
    "disgraceful",
    "shameful",
    "evil",
    "heartless",
    "cruel",
    "lying",
    "liars?",
    "crooks?",
    "clowns?",
    "idiots?",
    "cowards?",
    "traitors?",
    "scum",
    "a joke",
    "a disgrace",
    "a disaster",
    "a shambles",
    "an embarrassment",
    "a liar",
    "a clown",
    "a danger",
    "a threat",
    "finished",
    "toast",
    "wrong",
    "wrong about \\w+",
    "to blame",
    "a farce",
    "criminal",
    "racist",
    "fascists?",
    "out of touch",
    "not fit for \\w+",
    "the problem",
    "ruining \\w+",
    "destroying \\w+",
    "wrecking \\w+",
    "killing \\w+",
    "starving \\w+",
    "robbing \\w+",
    "failing \\w+",
    "letting \\w+ down",
    "all the same",
];

/// What it is said to be by those who side with it.
const PRAISE: &[&str] = &[
    "right(?: about \\w+)?",
    "the best \\w+",
    "brilliant",
    "a legend",
    "a hero",
    "the answer",
    "the future",
    "our only hope",
    "on our side",
    "on the right track",
    "a great (?:pm|man|leader|prime minister)",
    "the only (?:party|one|ones|person|choice)",
    "doing a (?:great|good|fantastic|brilliant) job",
];

static SIDE: Statement = Statement::new(
    concat!(
        r"(?:vote|voting|votes|voted|back|backing|support|supporting|supports|endorse|endorsing|elect|re elect|campaign for|campaigning for|canvass(?:ing)? for|leaflet(?:s|ing)? for|leaflets? (?:for|from)|deliver(?:ing)? (?:leaflets|flyers) for|knock(?:ing)? on doors for|stand(?:ing)? (?:for|with|by|up for|up to|against)|fight(?:ing)? (?:for|against)|join|rally (?:for|behind|with)|get behind|trust|choose|believe in|donate to|lend \w+ votes? to|thank goodness for|thank god for|hooray for|three cheers for|good on|well done to|congratulations to|go|come on|shame on|down with|boo to|to hell with|sick of|fed up (?:with|of)|tired of|kick out|throw out|chuck out|boot out|vote out|get rid of|stop|boycott|say no to|no more|reject|oppose|opposing|resist|beat|defeat|defeating|punish|never trust|don t trust|never vote|don t vote|do not vote|don t let|thanks to|blame|no thanks to|only|we need|we want|the country needs|britain needs|bring back|long live) (?:for |the |our |your |this |that |all |these |those |local |your local |our local |a |an |useless |corrupt |rotten |evil |lying |heartless |awful |great |brilliant |lot of |in |whole |so called |two faced |next |new |lovely |wonderful )*{PARTY}(?: (?:can|will|must|out|in|candidate|candidates|win|wreck|ruin|destroy|take))?",
        r"|{PARTY} (?:are |is |re |s |were |was |have been |has been )(?:all |just |so |such |a bunch of |a load of |nothing but |totally |absolutely |completely |always |still |the most |an absolute |an utter |a total |the |really |actually |simply |clearly |not |proving |truly )*(?:{BLAME}|{PRAISE})",
        r"|{PARTY} (?:s )?(?:\w+ ){0,6}?(?:is|are|was|were|has been|have been) (?:a |an |the |just |nothing but |so |such |totally |absolutely |pure |complete |utter |yet another |deliberate |\w+ly )*(?:spiteful|cruel|vicious|vindictive|heartless|callous|attack on|assault on|betrayal|insult|kick in the teeth|slap in the face|disaster|disgrace|joke|mistake|shambles|scandal|theft|robbery|madness|nonsense|lies?|con|war on|tax on|punishment|wrecking|ruining|destroying|killing|hurting|failing)(?: \w+)?|{PARTY} (?:winning here|gain|landslide|all the way|forever|til i die|for the win|ftw|4 pm|for pm|for president|for mayor|for prime minister|for britain|for change)|(?:trump|farage|corbyn|boris|starmer|sunak|badenoch|maga|kamala|polanski|jenrick|rayner|burnham) 20[2-9][0-9]|(?:posters?|leaflets?|placards?|garden stakes|stakeboards?|badges|window posters) (?:are |now )?(?:available|here|at reception|from the office|on request) (?:\w+ ){0,6}?{PARTY}|{PARTY} (?:\w+ ){0,3}?(?:posters?|leaflets?|placards?|stakeboards?|badges|rosettes?) (?:are |now )?(?:available|here|at|from|in|for)|{PARTY} (?:has |have |had |will |would |must |should |can |to |just |always |never |only |really |ve |ll |once again |yet again |again |all |did |does |do |don t |doesn t |didn t |won t |cannot |can t |couldn t |haven t |hasn t )*(?:betray(?:ed|s|ing)?|fail(?:ed|s)?|lie|lied|lies|broke(?:n)?|ruin(?:ed|s)?|wreck(?:ed|s)?|destroy(?:ed|s)?|rob(?:bed|s)?|starv(?:e|ed|es)|cut(?:s)? (?:our|school|funding)|steal|stole|care|cares|go|resign|step down|apologise|pay for this|let (?:us|our \w+|schools|teachers|the \w+|you) down|save (?:our|us|the|britain)|fix|deliver|win|lose|listen|understand|hate|hates|get(?:s)? it|sort it out|out)(?: (?:about|for|of|our|us|the|every|all|in|at)(?: \w+)?)?",
        r"|(?:delighted|thrilled|gutted|overjoyed|relieved|devastated|chuffed|over the moon|so happy|so pleased|so glad|sad|heartbroken|furious|proud|great news|fantastic news|brilliant news|good news|terrible news|hope|hoping|praying|let s hope|fingers crossed|glad|pleased)(?: to see)?(?: that)?(?: the| our| local)* {PARTY} (?:\w+ )?(?:won|win|wins|lost|lose|loses|in|out|got in|gets in|get in|winning|losing|held|gained|took|take|are back|is back|is gone|are gone|government|victory|resigned)(?: \w+)?",
        r"|(?:get|vote|kick|throw|chuck|boot|drive) (?:this |that |these |those |the |our |them )*(?:\w+ )?(?:{PARTY}|council|councillors?|lot|shower|government|mp) out|(?:proud|honoured|pleased|delighted|excited) to (?:be )?(?:support(?:ing)?|back(?:ing)?|endors(?:e|ing)|stand(?:ing)? (?:with|for|as)|campaign(?:ing)? (?:for|with)|announce \w+ candidacy|vote for|elect) (?:\w+ ){0,4}?(?:{PARTY}|candidate|councillor|mp)|(?:our|your|the) (?:\w+ ){0,2}?{PARTY} (?:candidate|councillor|mp|team|hopeful|canvassers?|campaign|activists?|manifesto|plans?)(?: for \w+)?|{PARTY} (?:candidate|membership|rally|fundraiser|leaflets?|posters?|canvass\w*|manifesto)",
    ),
    &[("PARTY", PARTY), ("BLAME", BLAME), ("PRAISE", PRAISE)],
);

/// Causes on which people take sides.
const CAUSES: &[&str] = &[
    "brexit",
    "the eu",
    "brussels",
    "palestine",
    "israel",
    "gaza",
    "the palestinians?",
    "the occupation",
    "ceasefire",
    "a ceasefire",
    "arms sales",
    "austerity",
    "the cuts",
    "school cuts",
    "cuts",
    "funding cuts",
    "education cuts",
    "privatisation",
    "academies",
    "academisation",
    "academy plans",
    "the neu(?: strike)?",
    "neu",
    "nasuwt",
    "unison",
    "gmb",
    "the unions?",
    "union action",
    "the strikes?",
    "strikes?",
    "strike action",
    "striking \\w+",
    "striking (?:teachers|nurses|doctors|workers|staff)",
    "the picket(?: line)?",
    "picket(?: line)?",
    "fair pay",
    "pay restoration",
    "scottish independence",
    "welsh independence",
    "independence",
    "a united ireland",
    "the union",
    "the monarchy",
    "the king",
    "royals",
    "net zero",
    "ulez",
    "ltns?",
    "low traffic neighbourhoods?",
    "hs2",
    "fracking",
    "new oil",
    "big oil",
    "capitalism",
    "socialism",
    "immigration",
    "mass immigration",
    "uncontrolled immigration",
    "the boats",
    "migrant hotels?",
    "asylum hotels?",
    "open borders",
    "refugees",
    "abortion",
    "the right to choose",
    "trans rights",
    "women s rights",
    "gay marriage",
    "assisted dying",
    "hunting",
    "the hunt",
    "the badger cull",
    "private schools",
    "grammar schools",
    "vat on \\w+",
    "tuition fees",
    "the nhs",
    "our nhs",
    "the bbc",
    "the licence fee",
    "the inheritance tax",
    "family farms",
    "farmers",
    "the two child cap",
    "winter fuel",
    "the death penalty",
    "hanging",
    "lockdowns?",
    "vaccine mandates?",
    "mask mandates?",
    "housing estate",
    "new housing(?: estate)?",
    "the bypass",
    "the new estate",
    "development",
    "the incinerator",
    "wind farms?",
    "solar farms?",
    "pylons",
    "black lives matter",
    "blm",
    "climate justice",
    "climate action",
    "extinction rebellion",
    "just stop oil",
];

static CAUSE: Statement = Statement::new(
    concat!(
        r"(?:(?:we|i|staff|our staff|all of us|our school|teachers|this school|everyone|join us|please|let s|stand|come and|come|vote|voted|voting|you|proud) )(?:all |must |will |should |can |to |now |need to |want to |are |re |m |am |have |ve |proud to |proudly |fully |firmly |strongly |and |stand |be |voted to |voted |us to |help |help us |us in |in )*(?:stand(?:ing)? (?:with|against|up for|up to|in solidarity with|by|in support of)|solidarity with|support(?:s|ing)?|back(?:s|ing)?|oppose(?:s|d)?|opposing|reject(?:s|ed)?|demand(?:s|ing)?|march(?:ing)? (?:for|against)|protest(?:ing)? (?:for|against|about)|campaign(?:ing)? (?:for|against)|fight(?:ing)? (?:for|against|to (?:save|stop))|rally(?:ing)? (?:for|against)|strike for|striking (?:for|against)|vote (?:for|against|no to|yes to|to end|to stop)|say (?:no|yes) to|end(?:ing)?|stop(?:ping)?|scrap|abolish|boycott(?:ing)?|condemn(?:s|ed)?|rejoin|leave|save|defend|free|resist|join(?:ing)?|object to|petition(?:ing)? (?:for|against)|call(?:ing)? for|tell \w+ to (?:stop|end|scrap)) (?:the |our |all |an |a |an end to |an immediate |this |with |to |for |against |any |more |new |these |plans for |plans to |immediate |permanent |people of |staff on |colleagues on |us on |them on |further )*{CAUSE}",
        r"|(?:stop|end|scrap|abolish|boycott|save|defend|hands off|free|no to|yes to|down with|solidarity with|death of|no more|reverse|rejoin|defund|nationalise|bring back|say no to|fight|smash|kick out) (?:the |our |this |all |these |new |to |country from |britain from |us from |ourselves from )*{CAUSE}",
        r"|(?:brexit|austerity|mass immigration|immigration|net zero|ulez|private schools?|the monarchy|capitalism|academisation|the cuts|lockdowns?|independence|hunting|the eu|socialism|leaving the eu) (?:is|are|was|were|has been|would be|will be) (?:always |just |such |a |an |the |our |most |complete |total |utter |absolute |huge |great |so |truly |one of |worst |best |biggest )*(?:disaster|mistake|betrayal|scam|con|lie|joke|disgrace|triumph|success|worst \w+|best \w+|decision|right|wrong|evil|cruel|vile|madness|insane|theft|good thing|bad thing|thing \w+ \w+|stupid|folly|nonsense|hoax|blessing|curse|outdated|essential|working|failing)",
        r"|(?:leave|leaving|remain|remaining|brexit|brexiteers?|remainers?|leavers?|leaving the eu|leaving europe) (?:was|were|has been|is|are) (?:and is |always |still |so |absolutely |definitely |the |a |an |simply |clearly )*(?:right (?:choice|thing|call|decision|vote)|wrong (?:choice|thing|call|decision|vote)|best thing|worst thing|mistake|disaster|triumph|act of|self harm|stupidity|betrayal|traitors|idiots|racists?|morons|sore losers)|(?:i|we|staff|parents|you) (?:voted|should have voted|should vote|would vote|d vote|will vote|ll vote|are voting|re voting|m voting|am voting) (?:for )?(?:leave|remain|yes|plaid|labour|tory|green|greens|reform|conservative|lib dem|snp|ukip|independence)|(?:yes|no) to (?:scottish |welsh |irish )?(?:independence|rejoin\w*|the eu|brexit)|(?:defund|abolish|disband|scrap|sack|nationalise|privatise) (?:the |our |all )*(?:police|monarchy|lords|house of lords|bbc|ofsted|royals|royal family|dfe|academies|private schools|grammar schools|nhs|trains|railways|water companies|energy companies|two child cap|council|home office|prisons|borders)|kick (?:this|that|the|them) (?:lot|government|shower|council|tories|mp) (?:all )?out|(?:this|the|that) government (?:must|has to|needs to|should|can|will) (?:go|fall|resign|pay|listen|be stopped|do one|get out)|join (?:us|me|staff|our staff|the staff|teachers|colleagues) (?:on|at|for|in) (?:the |a |our )*(?:march|demo|demonstration|protest|rally|picket|walkout|vigil for|strike|blockade|sit in) (?:against|for|to|on|about|in|over|outside)|(?:sign|signing|sign up to|add your name to|join|share) (?:our |the |this |a )*(?:\w+ s )?(?:petition|march|demo|demonstration|protest|rally|people s march|campaign|pledge|walkout|sit in|boycott) (?:against|for|to (?:stop|save|scrap|demand|end|block|ban)|calling|demanding)|(?:people s|mass|protest|climate|anti \w+|pro \w+|freedom|unity|hunger) (?:march|demo|rally|strike) (?:against|for|on|this|at|in)|(?:see|meet|join) (?:you|us|them|me|staff|colleagues) (?:all )?(?:on|at) the (?:picket(?: line)?|march|demo|barricades|protest|rally)|(?:tell|write to|email|lobby|urge|ask|pressure) (?:your|our|the) (?:\w+ )?(?:mp|mps|councillors?|council|msp|government) (?:to |and (?:tell|demand|ask) )(?:\w+ )?(?:vote|oppose|reject|block|stop|back|scrap|save|support|resign|demand|end|say|object)|make (?:britain|england|america|our country) great again|take back control|take our country back|we want our country back|get our country back|(?:rise up|wake up) (?:britain|england|patriots|sheeple|people)",
    ),
    &[("CAUSE", CAUSES)],
);

/// Teaching, mock votes, history, and other meanings of the words.
static CIVICS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        concat!(
            r"mock|hustings|pretend|simulation|role play|debate[sd]?|debating|house captains?|school council|student council|head (?:boy|girl)|pupil parliament|parliament week|suffragett\w+|chartists?|history|historical|1[0-9][0-9][0-9]|studied|studying|learn\w*|lessons?|gcse|a level|politics students|citizenship|source|museum|museums|cotton|year (?:[1-9]|1[0-3])s? (?:\w+ )?(?:visited|met|asked|quizzed|interviewed|wrote|toured)|visited (?:us|our school|year|the school)|came to (?:visit|see)|answered questions|toured|opened our|stories|story|novel|book|film|orwell|animal farm",
            r"|labour ward|hard labour|labours of|child labour|manual labour|labour day|conservative estimate|conservation|reform act|reformation|green party (?:food|dress)|garden party|birthday party|trump card|trumps|top trumps|trumpet|penalty|goals?|match|league|cup|rugby|football|pirates?|prince|princess|castle|knights?|kingdom|tudor|king (?:charles|henry|arthur|john|richard|george)|coronation|lightning|bowling|strike a|first strike|climate lesson|wonders|house system|the rainforest|rainforests?|hedgehogs?|bees|turtles?|plastic|litter|penguins?|poppy|remembrance|kindness|bullying|cancer|research|library|hospice|children in need|comic relief",
        ),
        &[],
    )
});

fn sides(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    sight.tell(
        &SIDE,
        &CIVICS,
        "Words that side with or against a party or a person in politics.",
        seen,
    );
}

fn causes(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    sight.tell(&CAUSE, &CIVICS, "Words that take a side in a political cause.", seen);
}
