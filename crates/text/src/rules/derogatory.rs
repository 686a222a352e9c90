//! `text/derogatory`: insults, contempt and hostility to groups.
//!
//! Phrases of a list, words that count only where they are said of somebody, and a pattern: a
//! group and a hostile predicate (*are scum*, *ruin everything*, *should go home*, *I hate*, *no
//! place for*). A statement that is denied, quoted to be judged or taught about is none.

mod scorn;

use std::ops::Range;
use std::sync::LazyLock;

use gatepost_model::{Certainty, Excerpt, Rule};

use regex::Regex;

use crate::affairs;
use crate::gate::Gate;
use crate::hostility::{HOSTILITY, NEAR_A_GROUP, beside_a_group, hostility};
use crate::plain::pattern;
use crate::screen::{Look, Screen, Sighting};
use crate::sight::Sight;
use crate::stance::{self, Stance};
use crate::statement::Statement;
use crate::wordlists;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    id: "text/derogatory",
    title: "Insults and contempt",
    finds: "Insults of people, contempt for families, colleagues or the school, and hostility to groups.",
    why: "It hurts, it may be defamation, and what a school says of people it says to all their neighbours.",
    remedy: "Take it out. A concern about somebody belongs in a conversation, not in a post.",
    flagged: &[
        "⟦What an idiot⟧ - Mr Lowe forgot the keys again",
        "⟦Stupid parents⟧ at the gate again",
        "⟦Immigrants are vermin⟧, he wrote",
        "⟦Women don't belong in engineering⟧",
    ],
    clean: &[
        "There is no such thing as a stupid question",
        "Lost: one navy coat. Please check your child's bag",
        "We learned that nobody should say immigrants are vermin",
        "George's Marvellous Medicine: Grandma is a grumpy character",
        "Women are still paid less than men, Year 9 found",
    ],
    misses: &["Irony."],
    excerpt: Excerpt::Plain,
};

/// How it looks.
pub(crate) static SCREEN: Screen = Screen {
    rule: &RULE,
    looks: &[
        Look::Words(&wordlists::DEROGATORY),
        Look::Pattern { gate: Gate::statement(&INSULT), find: insults },
        Look::Pattern { gate: Gate::statement(&CONTEMPT), find: contempt },
        Look::Pattern { gate: Gate::statement(&scorn::SCORNED), find: scorned },
        Look::Pattern { gate: Gate::statement(&HOSTILITY), find: hostility },
        Look::Pattern { gate: Gate::statement(&NEAR_A_GROUP), find: beside_a_group },
    ],
};

/// Somebody who is insulted.
const WHOM: &[&str] = &[concat!(
    r"(?:(?:mr|mrs|miss|ms|dr) (?P<titled>[a-z]+)|he|she|you(?: lot| all| guys| people)?|they|this lot|that lot|half of (?:you|them)|some of (?:you|them)|(?:that|this|the|our|your|my|those|these|a certain|one) (?:new |old |little |poor |other |whole |entire |stupid |bloody |so called |rival |year \w+ )*(?:boys?|girls?|kids?|child|children|lads?|pupils?|students?|class|teachers?|ta|head|headteacher|deputy|caretaker|cook|receptionist|secretary|governors?|parents?|mums?|dads?|famil(?:y|ies)|neighbours?|ref|referee|coach|team|opposition|goalie|keeper|council|councillors?|inspectors?|bus driver|driver|lollipop lady|vicar|committee|pta|trust|people|man|woman|bloke)(?: (?:in|on|from|at|of) (?:the |this |our |that |year |class |y |set )*[a-z0-9]+)?",
    r"|(?:the )?(?P<kin>[a-z]+) (?:family|twins|brothers|sisters|kids|lot|boys|girls)|(?:year|y) ?(?:[1-9]|1[0-3])s?|(?:[1-9]|1[0-3])[a-z]{1,2}|st (?P<owner>[a-z]+)(?: s)?|(?P<name>[a-z]+)(?: [a-z]+)?(?: (?:in|from) (?:year|y|class|set) ?[a-z0-9]+)?)",
)];

/// What people are called.
const NAMES: &[&str] = &[
    "(?:old |silly |moody |miserable |fat |ugly |stupid |nasty |daft |lazy |grumpy |bitter |mean |spiteful |vicious |horrible |awful |smelly |useless |snotty |spoilt |jealous |sad |poor |crazy |mad |weird )*(?:bat|cow|hag|witch|crone|trout|bag|goat|git|fool|dragon|dinosaur|fossil|moo|mare|pig|toad|rat|snake|dog|donkey|ape|weasel|worm|slug|leech|parasite|dope|dunce|dimwit|simpleton|nitwit|halfwit|airhead|bimbo|blockhead|clot|clown|joker|buffoon|muppet|plank|doughnut|donut|div|wally|spanner|melt|drip|wimp|weed|weakling|wuss|baby|cry ?baby|coward|chicken|sissy|loser|failure|no hoper|reject|nobody|waste of (?:space|time|skin|oxygen|a place)|nuisance|pest|pain(?: in the (?:neck|backside|bum))?|menace|liability|disgrace|embarrassment|joke|shambles|laughing ?stock|liar|cheats?|thief|thieves|crook|crooks|con ?man|fraud|phoney|hypocrite|snake in the grass|backstabber|sneak|snitch|grass|tell ?tale|gossip|busybody|nosey parker|troublemaker|bully|bullies|thugs?|yobs?|louts?|hooligans?|brats?|monsters?|freaks?|weirdos?|creeps?|pervs?|psycho|nutter|nutcase|lunatic|maniac|control freak|drama queen|diva|princess|prima donna|show off|know (?:it )?all|teacher s pet|suck up|crawler|creep|swots?|nerds?|geeks?|slob|slacker|scruff|tramp|scrounger|sponger|skiver|layabout|lazybones|fatty|fatso|whale|beached whale|elephant|hippo|skeleton|stick insect|ginger|four eyes|shorty|midget|pig|swine|animals?|rabble|shower|bunch of (?:\\w+ )?(?:idiots|losers|cheats|clowns|thugs|cowards|liars|morons|animals|babies|girls|muppets|jokers|amateurs|cowboys|crooks|donkeys|brats|snobs|chavs|weirdos|wimps))",
    "(?:\\w+ )?(?:idiots?|morons?|imbeciles?|cretins?|halfwits?|nitwits?|dimwits?|losers|muppets|clowns|donkeys|plebs|thickos?|simpletons|cheats|liars|snobs|cowards|bullies|hypocrites|jobsworths?|numpt(?:y|ies)|pillocks?|fools|nobodies|crooks|cowboys|amateurs|scumbags?|scum|vermin|parasites|leeches|spongers|scroungers|wasters|layabouts|slackers|dunces|geeks|nerds|weirdos|freaks|creeps|chavs|snowflakes)",
    "(?:old |silly |moody |miserable |fat |ugly |stupid |nasty |daft |lazy |grumpy |bitter |mean |spiteful |horrible |smelly |useless |sad |poor |crazy |mad |weird )*(?:bats|cows|hags|witches|crones|trouts|goats|gits|fools|dragons|dinosaurs|pigs|toads|rats|snakes|donkeys|weasels|slugs|leeches|dopes|airheads|bimbos|buffoons|spanners|melts|drips|wimps|wusses|babies|cry ?babies|sissies|failures|rejects|nuisances|pests|frauds|phoneys|sneaks|snitches|gossips|busybodies|troublemakers|psychos|nutters|lunatics|divas|princesses|show offs|know (?:it )?alls|swots|slobs|tramps|skivers|whales|hippos)",
    "(?:the )?(?:worst|laziest|stupidest|dumbest|thickest|ugliest|fattest|rudest|nastiest|meanest|most (?:boring|useless|annoying|hated|pathetic|miserable|irritating|incompetent|arrogant)|biggest (?:liar|idiot|cheat|joke|loser|fool|baby|bully|gossip|moaner))(?: (?:\\w+ )?(?:in|on|at|of|ever|i ve|we ve|teacher|head|keeper|goalie|player|pupil|parent|ta|ref|family|class|team|driver))?",
];

/// What people are said to be.
const NATURES: &[&str] = &[
    "thick",
    "thick as (?:mince|two short planks|a brick|pig \\w+|they come)",
    "dense",
    "dim",
    "slow",
    "stupid",
    "dumb",
    "daft",
    "clueless",
    "gormless",
    "brainless",
    "witless",
    "useless(?: at \\w+)?",
    "hopeless(?: at \\w+)?",
    "rubbish(?: at \\w+)?",
    "terrible at \\w+",
    "pathetic",
    "worthless",
    "pointless",
    "incompetent",
    "inept",
    "unfit to \\w+",
    "not fit to \\w+",
    "past it",
    "lazy",
    "bone idle",
    "idle",
    "workshy",
    "two faced",
    "dishonest",
    "untrustworthy",
    "crooked",
    "sly",
    "sneaky",
    "spiteful",
    "vindictive",
    "bitter",
    "nasty",
    "vile",
    "evil",
    "toxic",
    "horrible",
    "hateful",
    "cruel",
    "mean",
    "rude",
    "ignorant",
    "arrogant",
    "stuck up",
    "snobby",
    "snooty",
    "big headed",
    "full of (?:himself|herself|themselves|it|hot air|rubbish)",
    "up (?:himself|herself|themselves)",
    "selfish",
    "greedy",
    "tight",
    "stingy",
    "jealous",
    "boring",
    "dull",
    "dreary",
    "annoying",
    "irritating",
    "insufferable",
    "unbearable",
    "creepy",
    "weird",
    "odd",
    "mental",
    "mad",
    "crazy",
    "insane",
    "unhinged",
    "deranged",
    "off (?:his|her|their) (?:head|rocker|trolley)",
    "not right in the head",
    "not all there",
    "a few \\w+ short(?: of a \\w+)?",
    "ugly",
    "hideous",
    "minging",
    "fat",
    "obese",
    "chubby",
    "massive",
    "a state",
    "scruffy",
    "smelly",
    "stinky",
    "dirty",
    "filthy",
    "disgusting",
    "gross",
    "grubby",
    "unwashed",
    "spotty",
    "greasy",
    "ginger and \\w+",
    "bald and \\w+",
    "a disgrace",
    "beyond help",
    "a lost cause",
    "good for nothing",
    "going nowhere",
    "not the (?:brightest|sharpest)(?: \\w+){0,3}",
    "brain ?dead",
    "feral",
    "out of control",
    "badly brought up",
    "dragged up",
    "common",
    "rough",
    "common as muck",
    "scum",
    "trash",
    "trailer trash",
    "inbred",
    "chavvy",
    "unlovable",
    "unwanted",
    "hated",
    "a waste of (?:space|time|money|skin)",
    "all talk",
    "all mouth",
];

static INSULT: Statement = Statement::new(
    concat!(
        r"{WHOM} (?:(?:is|are|was|were|s|re|looks?|looked|seems?|sounds?|acts?|will always be|has always been|have always been|must be|being|remains?|proved|proves) (?:such |just |so |really |still |always |clearly |obviously |absolutely |absolute |completely |complete |totally |total |utterly |utter |pretty |quite |very |too |all |both |honestly |literally |basically |simply |actually |officially |a |an |the |our |nothing but |a right |a proper |a real |right |proper |real |dead |well |like |a bit |little |big |bloody |as |of |by far |easily |probably |definitely |kind of |sort of |being |plain )*(?:{NATURE}|{NAME})",
        r"|(?:always |never |really |still |just |proper |absolutely |actually |honestly |clearly |seriously )*(?:smells?(?: of \w+| like \w+ ?\w*| bad| awful)?$|smells? (?:and|of|like|bad|so|lol|haha)|stinks?|reeks?|pongs?|needs? (?:a (?:wash|bath|shower|slap|haircut|life|diet|brain|lesson)|to (?:learn (?:how )?to (?:wash|read|behave|shut up|spell|drive|park)|wash|grow up|lose weight|get a life|shut up|go on a diet|get over)|deodorant)|never wash(?:es)?|doesn t wash|don t wash|couldn t (?:catch|hit|kick|run|organise|teach|manage) (?:a |the |his |her )?\w+|can t (?:spell|read|write|add up|count|park|drive|teach|cook|sing|dance|kick|catch) (?:for|to save|a |at all|or|properly|his|her|their)|has (?:no (?:friends|mates|brain|brains|clue|life|manners|shame|talent|taste)|a face like \w+|the brain of|the personality of|two left feet|a screw loose)|have no (?:friends|brains?|clue|manners|shame|class|life)|thinks? (?:he|she|they|you) (?:is|s|re|are) (?:it|all that|so|better|god|hard|clever|funny|special|queen|something)|makes? me (?:sick|cringe|puke|laugh)|loves? the sound of|ruins? everything|messed? (?:it )?up again|mess(?:es)? (?:it |everything )?up|let (?:the|us all|everyone|his|her) (?:team |side )?down again|cheated|lies about|talks? (?:rubbish|nonsense|out of)|wouldn t know (?:\w+ ){1,4}if|only got (?:the job|in|picked|here) because))",
        r"|(?:trust|typical|just like|bloody|stupid|fat|ugly|smelly|stinky|thick|dumb|lazy|useless|moody|grumpy old|miserable old|silly old|dopey|dozy|spotty|ginger|scruffy|nasty|creepy|weird|boring old|big fat|poor old|loser|slow) (?P<for>[a-z]+)(?: [a-z]+)? (?:to|is|was|has|had|again|trying|tried|can t|couldn t|thinks|thought|couldn|lost|failed|forgot|cried|at it|strikes|here|and|running|eating|falling|got|for|who|from|in|with|s |on)(?: \w+){0,3}|(?:can|could|will|would) (?:someone|somebody|anyone) (?:please )?(?:teach|tell|show|buy|get|give|help|remind|explain to) \w+(?: \w+)? (?:how to|to (?:read|write|spell|count|wash|shut up|tie|behave|kick|drive|park|smile|grow up)|a (?:bath|wash|brain|mirror|clue|diet|life|dictionary|personality)|some (?:deodorant|soap|manners|talent|friends))|(?:some|certain) (?:people|kids|boys|girls|pupils|parents|mums|dads|teachers|families|children) (?:\w+ ){0,5}?(?:learn|wash|grow up|behave|read|spell|shut up|look in|get a life|try harder|better parents|get over|clue|brains?|manners|home training)(?: \w+)?",
        r"|(?:what|such) an? (?:absolute |complete |total |utter |right |proper |real |massive |big |stupid |bloody |little |old |miserable |sad )*{NAME}|(?:ugly|uglier|fat|fatter|stupid|smelly|thick) (?:\w+ )?(?:teacher|teachers|kid|kids|parents?|mum|dad|head|boy|girl|class|family|ref|ta)",
    ),
    &[("WHOM", WHOM), ("NAME", NAMES), ("NATURE", NATURES)],
);

/// Contempt for people who are told by what they do or are, and not by a name.
static CONTEMPT: Statement = Statement::new(
    concat!(
        r"(?:people|parents|mums|dads|anyone|anybody|those|kids|families|pupils|drivers|teachers|whoever|men|women|neighbours|staff) who (?:\w+ ){1,6}?(?:are|is|must be|re|need to be) (?:just |all |such |a |an |absolute |complete |total |utter |bunch of |nothing but |bloody |selfish |lazy |either |the )*(?:idiots?|morons?|imbeciles?|losers?|muppets?|clowns?|scum|selfish|lazy|stupid|thick|ignorant|pathetic|disgrace|disgusting|vile|liars?|cowards?|bullies|cheats?|fools?|useless|rude|bad parents|unfit parents|not fit)|only (?:a|an) (?:complete |total |utter |absolute |\w+ )?(?:idiot|moron|imbecile|fool|cretin|halfwit|half wit|loser|simpleton|numpty|muppet|clown|pillock|dimwit|coward|bully) (?:would|could|parks|thinks|drives|brings|leaves|does)|(?:council|bus|school|parking|highways|trust|office|kitchen|exam|club|local|coach|taxi|county|other|away|pta|facebook|forum) (?:officers?|officials?|drivers?|workers?|staff|organisers?|bosses|wardens?|ladies|team|company|firm|leaders?|managers?|fans|parents|mums|dads|group|page) (?:are|is|were|was) (?:such |just |all |a |an |the |absolute |absolutely |complete |completely |total |totally |utter |utterly |bunch of |clueless |useless |lazy |rude |old |miserable |nothing but )*(?:{NATURE}|{NAME}|idiots|morons|muppets|clowns|cows?)|(?:idiot|moron|imbecile|thicko|weirdo|freak|loser|liar|geek|nerd|cry ?baby|slob|slacker|fool|cheat|creep|minger|munter|pig|fatty|dunce|tramp) of the (?:day|week|month|year|term|match|season|century)",
        r"|(?:[a-z]+ s|his|her|your|their|ur) (?:breath|feet|armpits|hair|house|mum|bag|clothes|family) (?:really |always |still |just )*(?:stinks?|reeks?|smells?(?: of \w+| like \w+| so bad)?)|makes? (?:her|him|them|you) look (?:like (?:a |an |the )?(?:boy|girl|tramp|clown|scarecrow|potato|granny|old \w+|pig|troll|idiot|joke|lollipop)|(?:even )?(?:fat|fatter|ugly|uglier|stupid|thick|daft|cheap|old))|couldn t (?:catch a (?:cold|bus|ball if)|hit a barn door|organise a|teach a|run a bath|pass water|score in a|fight \w+ way out|kick a ball|spell \w+ own|manage a|lead a|tie \w+ own|find \w+ own|care less about (?:our|your|the) (?:kids|children))|(?:dumbest|thickest|stupidest|worst|silliest|laziest|most stupid|most pathetic) (?:question|answer|excuse|haircut|mistake|moment|outfit|performance|parent|comment) (?:of the (?:day|week|month|year|term) )?(?:award|prize|goes to|:)|imagine (?:being|looking like|dating|having to sit next to) (?:[a-z]+|him|her|that)(?: ,)? (?:so |how |that s |absolutely |must be )*(?:embarrassing|ugly|fat|thick|poor|sad|pathetic|cringe|awful|tragic)",
        r"|(?:no one|nobody|noone|none of us|i don t|we don t|who) (?:ever )?(?:wants?|would want|wanna|likes) to (?:be (?:partners|friends|seen|in a group|in the same \w+) with|sit (?:with|next to|near|by)|work with|play with|go near|talk to|dance with|date|share with|pair up with) (?:you|u|him|her|them|that \w+|[a-z]+)|(?:your|his|her|their|whose) (?:son|daughter|kids?|children|mum|dad|mother|father|brother|sister|nan|child) (?:is|are) (?:such |just |nothing but |all |both |a |an |the |complete |total |absolute |right |real |proper )*(?:thugs?|bull(?:y|ies)|brats?|liars?|thie(?:f|ves)|tramps?|animals?|disgrace|idiots?|thick|feral|monsters?|nightmare|losers?|weirdos?|freaks?|scum|fat|ugly|cow|witch|joke|waste of \w+)|(?:you are|you re|youre|she is|he is|she s|he s|they are|they re) (?:such |just |really )*(?:a |an )?(?:terrible|bad|useless|awful|rubbish|disgusting|unfit|hopeless|dreadful|vile|shocking) (?:mother|father|mum|dad|parents?|teacher|person|head|headteacher|role model|governor|example|coach|human being|excuse for)|whoever (?:\w+ ){1,4}?(?:is|was|must be|has to be) (?:a |an |such a |such an |a complete |a total |an absolute |an utter )(?:idiot|moron|imbecile|fool|clown|muppet|numpty|thief|coward|liar|halfwit|selfish|lazy|cretin|pig|disgrace)(?: \w+)?|get rid of (?:mr|mrs|miss|ms|dr) [a-z]+|worst (?:head|headteacher|teacher|school|ta|coach|cook|keeper|goalie|class|driver|ref|referee|council|governors?|receptionist|parents?|neighbours?) (?:ever|in (?:the|this)|i ve|we ve|of all time|by far)",
        r"|(?:the |our |your |these |those |most |all |some )?(?:governors|teachers|tas|parents|mums|dads|councillors|inspectors|referees|refs|dinner ladies|lunchtime supervisors|cooks|cleaners|supply teachers|boys|girls|lads|kids|neighbours|drivers|cyclists|staff|ofsted|pupils|students)(?: (?:on|in|at|from|of) (?:this|the|our|that|your) (?:\w+ )?\w+)? (?:are|is|were) (?:just |all |such |so |a |an |the |absolute |absolutely |complete |completely |total |totally |utter |utterly |bunch of |load of |nothing but |really |actually |quite |bloody )*(?:{NATURE}|{NAME})|bottom of the (?:gene pool|barrel|food chain|pile)|(?:shallow end of the )gene pool",
        r"|(?:class|year (?:[0-9]|1[0-3])s?|y(?:[0-9]|1[0-3])s?|[0-9]{1,2}[a-z]|bottom set|top set|this (?:lot|class|year)|that (?:lot|class|family)|our (?:year \w+|class|team|lot)|the (?:b|c|girls|boys|first|second) team) (?:are|is|were) (?:all |just |such |so |a |an |the |bunch of |load of |absolutely |completely |totally |actually |nothing but )*(?:babies|thick|dumb|hopeless|useless|pathetic|feral|animals|thickos|morons|idiots|losers|stupid|a joke|embarrassing|a disgrace|an embarrassment|rubbish at \w+|cheats|wimps|snobs|scum)",
        r"|(?:why is|why are|why s|how is|how can) (?:[a-z]+|he|she|they|you|this lot) (?:\w+ )?(?:so|such|this|that) (?:a |an )?(?:fat|ugly|thick|stupid|dumb|weird|annoying|slow|useless|boring|smelly|lazy|idiots?|losers?|creep|freak|bitter|ginger|spotty)|how (?:thick|stupid|dumb|lazy|useless|dense|hard) (?:do|does|can|must|is) (?:you|he|she|they|anyone|someone|it) (?:\w+ ){0,3}?(?:be|get|to read|to park|to count)|(?:about )?as (?:much use|useful|sharp|bright|thick) as (?:a|an|two) (?:\w+ )?(?:chocolate (?:teapot|fireguard)|chocolate|teapot|fireguard|bag of \w+|brick|planks?|short planks|plank|spoon|doorknob|box of (?:rocks|frogs)|burnt out light bulb)|(?:face|breath|hair|voice|feet|brain|body) like (?:a |an )?(?:bulldog|slapped arse|smacked arse|wet weekend|bag of (?:spanners|chips)|horse|pig|dog|rat|tramp|sewer|foghorn|mop|pea|sieve|toilet|bin|bus)(?: \w+)?|(?:plays?|runs?|throws?|kicks?|bowls?|dresses|walks?|sings?|swims?|looks?|acts?|smells?|talks?|drives?) like (?:my|your|a|an|some|someone s) (?:nan|gran|grandma|grandad|granny|little (?:sister|brother)|tramp|girl|baby|old (?:man|woman|lady)|drunk|donkey|bin|wet (?:dog|lettuce|fish)|sick \w+|corpse|farmer|clown)",
    ),
    &[("NAME", NAMES), ("NATURE", NATURES)],
);

/// Stories, animals and kindness, in which such words are plain.
static TOLD: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"story|stories|novel|characters?|poems?|panto\w*|scene|villains?|macbeth|shakespeare|scrooge|twits?|matilda|dahl|cinderella|sisters|duckling|circus|animals?|zoo|farm|costumes?|dressed|nativity|bull(?:y|ying|ied)|kind(?:ness)?|not|never|should not|shouldn t|proud|brilliant|fantastic|well done|amazing|rhymes?|cheese|bins?|drains?|trainers|duckpond",
        &[],
    )
});

fn contempt(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    sight.tell(&CONTEMPT, &TOLD, "Contempt for people.", seen);
}

/// Stories, animals, weather and sport, in which such words are plain.
static PLAINLY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        concat!(
            r"story|stories|book|books|novel|chapter|character|characters|poem|play|played|panto\w*|film|scene|villain|wicked|witches|macbeth|shakespeare|hamlet|scrooge|twits?|matilda|trunchbull|dahl|walliams|goldilocks|cinderella|sisters|wolf|giant|ogre|troll|gruffalo|duckling|beast|dragon s?|pirate|king|queen|henry|tudor|victorians?|romans?|vikings?|dinosaurs?|caterpillar|penguins?|animals?|zoo|farm|donkey|nativity|costume|dressed|mask|museum|history|legend|myth",
            r"|weather|snow|rain|wind|sun|mud|heat|hill|race|weeds? (?:in|from)|allotment|garden|soup|cake|chilli|curry|cheese|boat|rocks?|dress up|comic relief|bully(?:ing)? (?:is|week|policy)|anti bullying|kindness|not|never|nobody|if (?:you|someone|your)|says you|feel(?:s|ing)?|learn(?:ed|t|ing)?|slow (?:down|cooker|and)|mean (?:the|that|by|to|average|of|median)|enough|rascals?|parkin|quarters?|fat (?:balls|tuesday|controller|friar)|circus|common (?:room|sense|land|factors?)|thick (?:fog|snow|ice|mud|soup|coats?)|dim (?:the|lights?)|odd (?:numbers?|socks|one)|crazy (?:hair|golf|science)|mad (?:science|hatter|hair|about)|massive (?:thank|well|congratulations|achievement|success|help|effort|hit)|evil king|proud|brilliant|fantastic|well done|amazing|lovely|wonderful|kind",
        ),
        &[],
    )
});

/// What children have, and are called too: *your child's bag* is one.
const POSSESSIONS: &[&str] = &[
    "baby", "bag", "bat", "cow", "dog", "donkey", "dragon", "goat", "grass", "monster", "pest",
    "pig", "princess", "rat", "snake", "spanner", "toad", "trout", "whale", "worm",
];

/// True if a statement ends with a possession: such a word at once behind the `s` of a noun.
fn is_possession(sight: &Sight<'_>, range: &Range<usize>) -> bool {
    let words = sight.plain().text().get(range.clone()).unwrap_or_default();
    let mut words = words.split(' ').rev();
    let (last, s, owner) = (words.next(), words.next(), words.next());
    // `Mr Erskine's odd atlas`: what stands behind the word belongs to somebody.
    let goes_on =
        sight.plain().behind(range).trim_start().starts_with(|c: char| c.is_ascii_lowercase());
    last.is_some_and(|last| POSSESSIONS.contains(&last) || goes_on && last == "odd")
        && s == Some("s")
        && owner.is_some_and(|owner| !matches!(owner, "he" | "she" | "it" | "that" | "who"))
}

fn insults(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    for (range, span) in affairs::tied(sight, &INSULT) {
        let own = stance::of(sight.plain(), &range) == Stance::Own;
        if own && !sight.beside(&range, &PLAINLY) && !is_possession(sight, &range) {
            seen.push(Sighting::new(span, Certainty::Likely, "An insult of somebody."));
        }
    }
}

fn scorned(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    sight.tell(&scorn::SCORNED, &scorn::IN_A_STORY, "Scorn for somebody.", seen);
}
