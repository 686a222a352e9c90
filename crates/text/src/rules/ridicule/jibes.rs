//! Jibes: praise for a failure, pictures and habits held up to laughter, looks, wits and washing.
//!
//! *Round of applause for Tyler, who managed to score nought*, *funniest caption for this picture*,
//! *the personality of a wet lettuce*, *she could do with a hairbrush*, *one brain cell between them*. In:
//! plain text. Out: the statements, and the words that excuse them in the same sentence.

use std::sync::LazyLock;

use regex::Regex;

use crate::plain::pattern;
use crate::statement::Statement;

/// What nobody wants to be praised for.
const FAILING: &[&str] = &[
    "(?:coming|came|come|finishing|finished|comes|finishes) (?:\\w+ )?(?:last|bottom)",
    "(?:failing|failed|fails|flunking|flunked)(?: \\w+)?",
    "(?:crying|cried|cries|sobbing|sobbed|blubbing|blubbed|bawling|weeping|wailing)",
    "(?:wetting|wet|soiling|soiled|pooing|weeing|weed) (?:himself|herself|themselves|his|her|their|the)",
    "(?:being|was|were|getting) (?:\\w+ )?(?:sick|dumped|lapped|relegated|told off|stuck|wedged|the (?:slowest|worst|fattest|laziest|thickest|smelliest|ugliest|only one|last one|dumbest|loudest|rudest))",
    "(?:got|gets|get) (?:\\w+ )?(?:stuck|lapped|dumped|nought|zero|none|nothing|wedged|lost (?:in|on|again))",
    "(?:managed|managing|manages|contrived|contriving|contrives) (?:to |not to )(?:score (?:nought|zero|nothing|none|an own|0)|get (?:nought|zero|none|nothing|lost|stuck|every|0|[0-9] out)|lose|fail|fall|trip|miss|forget|break|spill|set fire|burn|spell|wet|be sick|throw up|offend|bore|come last|drop|misspell|upset|ruin|wreck|annoy)",
    "(?:boring|sending|putting) (?:\\w+ ){1,5}?(?:to tears|to sleep|to death|into a coma|to distraction|rigid|senseless|stiff|half to death|the pants off)",
    "(?:scor(?:e|ed|ing)|getting|got|achieving) (?:\\w+ )?(?:nought|zero|nil|nothing|none|an own goal|the lowest|the worst)",
    "(?:spelling|spelled|spelt|misspelling|forgetting|forgot) (?:his|her|their) (?:own )?(?:name|lines|pe kit again|trousers|birthday)",
    "(?:finally|at last|for once|actually|remembering to|learning to|managing to|discovering) (?:learning to |remembering to |managing to |deciding to )?(?:wash(?:ing)?|shower(?:ing)?|brush(?:ing)?|bath(?:ing)?|comb(?:ing)?|smil(?:e|ing)|turn(?:ing)? up|pass(?:ing)?|shut(?:ting)? up|stop(?:ping)? (?:crying|talking|moaning)|do(?:ing)? (?:some|any|his|her|their) (?:work|job|homework)|discover(?:ing)? (?:soap|deodorant|a comb|shampoo)|(?:get|getting|got) (?:a |some )?(?:job|haircut|friend|girlfriend|boyfriend|deodorant))",
    "(?:ruining|ruined|spoiling|spoilt|spoiled|wrecking|wrecked) (?:\\w+ ){0,3}?(?:photo|show|play|day|match|concert|game|assembly|everything|it for)",
    "(?:throwing up|threw up|vomiting|vomited|snoring|snored|dribbling|dribbled|farting|farted|picking (?:his|her|their) nose|burping)",
    "(?:letting in|let in|conceding|conceded) (?:[0-9]+|a dozen|ten|eleven|twelve|fifteen|twenty|nine|eight|seven|six|five|every)",
    "still (?:the (?:slowest|worst|smallest|fattest|last|only|weakest|thickest)|unable|not able|can t|couldn t|cannot|struggling to|learning to)",
    "(?:the )?(?:slowest|worst|weakest|laziest|dullest|thickest|smelliest|ugliest|fattest|least \\w+) (?:\\w+ )?(?:in|of|on|at|ever)",
];

/// What people are mocked for and cannot help.
const FEATURES: &[&str] = &[
    "stammers?",
    "stutters?",
    "stammering",
    "stuttering",
    "lisps?",
    "acne",
    "spots",
    "zits",
    "braces",
    "glasses",
    "limps?",
    "twitch(?:es)?",
    "tics?",
    "hearing aids?",
    "wheelchair",
    "nose",
    "teeth",
    "ears",
    "forehead",
    "monobrow",
    "unibrow",
    "birthmark",
    "freckles",
    "double chins?",
    "chins?",
    "belly",
    "bellies",
    "bum",
    "backside",
    "bald (?:patch|spot|head)",
    "baldness",
    "comb ?over",
    "wig",
    "toupee",
    "moustache",
    "haircuts?",
    "hair ?cut",
    "hair",
    "hairline",
    "fringe",
    "ginger (?:hair|nut)",
    "red hair",
    "body odou?r",
    "bo",
    "breath",
    "voice",
    "squeaky voice",
    "funny walk",
    "walk",
    "accent",
    "eyebrows?",
    "face",
    "warts?",
    "verrucas?",
    "dandruff",
    "eczema",
    "sweat(?: patches)?",
    "armpits?",
    "weight",
    "moobs",
    "squint",
    "lazy eye",
    "monotone",
    "snort",
    "laugh",
    "meltdowns?",
    "tantrums?",
    "panic attacks?",
    "asthma",
    "wheez(?:e|ing)",
    "tears",
    "falling over",
    "fall",
    "crying",
    "spelling",
    "dress sense",
    "shoes",
    "trainers",
];

/// What laughs at somebody, or spreads it.
const LAUGHTER: &[&str] = &[
    "jokes?",
    "memes?",
    "gifs?",
    "captions?",
    "impressions?",
    "nicknames?",
    "remix(?:es)?",
    "compilations?",
    "clips?",
    "impersonations?",
    "piss ?takes?",
    "sweepstakes?",
    "tiktoks?",
    "edits?",
    "photoshops?",
    "stickers?",
    "limericks?",
    "comedy gold",
    "parod(?:y|ies)",
    "roasts?",
    "caricatures?",
    "emojis?",
    "highlights reel",
    "bloopers?",
    "comments?",
    "insults?",
];

/// What somebody is said to be like.
const OBJECTS: &[&str] = &[
    "(?:a |an |two |some |your |the )?(?:\\w+ )?(?:lettuces?|planks?|bricks?|doorknobs?|door ?mats?|teapots?|turnips?|potato(?:es)?|cabbages?|sprouts?|puddles?|dishcloths?|flannels?|sponges?|spoons?|wardrobes?|fridges?|bins?|wheelie bins?|traffic cones?|lamp ?posts?|haddocks?|kippers?|cods?|trouts?|fish|slugs?|snails?|sloths?|gnats?|goldfish|hamsters?|gerbils?|guinea pigs?|pigeons?|sheep|donkeys?|mules?|cows?|pigs?|warthogs?|walrus(?:es)?|hippos?|whales?|toads?|rats?|weasels?|vultures?|skunks?|jellyfish|amoebas?|houseplants?|cacti|cactus|pot plants?|bag of (?:\\w+)|sack of (?:\\w+)|wet (?:\\w+)|damp (?:\\w+)|dead (?:\\w+)|drunk (?:\\w+)|stunned (?:\\w+)|slapped (?:\\w+)|smacked (?:\\w+)|bulldogs?|gargoyles?|trolls?|ogres?|ghouls?|corpses?|zombies?|coffins?|tombstones?|parking meters?|sat ?navs?|toddlers?|shopping trolleys?|cheese graters?|foghorns?|chainsaws?|drains?|blancmanges?|dictators?|prison (?:guards?|wardens?)|crash test dumm(?:y|ies)|scarecrows?|bollards?|paving slabs?|concrete|custard|porridge|wallpaper|paint)",
];

pub(super) static MOCK_PRAISE: Statement = Statement::new(
    concat!(
        r"(?:congratulations|congrats|well done|well played|good job|great job|nice one|bravo|round of applause|applause|big hand|slow clap|slow hand ?clap|clap|shout ?out|shout out|props|kudos|hats off|medals?|trophy|prizes?|awards?|give it up|hear it for|cheers|thanks|thank you|thanx|hooray|hurray|three cheers|salute|credit|mention|celebrate|kiss|gold star|certificate|cup) (?:[^.¶ ]+ ){0,7}?(?:on |for |who |to |at |goes |went |is |that |our |and |, )+(?:\w+ ){0,4}?{FAILING}",
        r"|(?:he|she|they|[a-z]+(?: [a-z]+)?) (?:who )?{FAILING} (?:again |yet again |for the \w+ (?:time|year) |as usual |as ever |as always |like a baby |in front of everyone )+|(?:thanks|no thanks|down) to (?:you )?[a-z]+ (?:[a-z]+ )?(?:, )?we (?:all )?(?:lost|got (?:detention|relegated|knocked out|told off|thrashed)|missed|came last|have to|can t)|thanks (?:a lot |a bunch |so much )?for nothing (?:to |, )?[a-z]+|(?:blame|thank) [a-z]+(?: [a-z]+)? for (?:the |our |your |that )?(?:loss|defeat|result|detention|goal|mess|smell|score|embarrassing|disaster)|maybe (?:try|stick to|take up) (?:knitting|chess|tiddlywinks|ballet|netball|crochet|reading|something else|another \w+)|(?:cost|costs|lost) us (?:the )?(?:match|game|cup|final|title|league|trophy|win)(?: again)?|somebody had to(?: ,)?(?: eh)?(?: \w+)?$|(?:even|if even) [a-z]+(?: [a-z]+)? (?:can|could|managed|manages|passed|got|did|scored) (?:\w+ )?(?:it|that|this|one|pass|a pass|to|more|better)",
        // a special kind of stupid; brains; being lost
        r"|(?:special|rare|particular|whole new|new) (?:kind|level|sort|type|breed) of (?:stupid|idiot|thick|dumb|useless|lazy|ugly|special|clueless|weird|hopeless|daft|pathetic|awful|rubbish)|(?:one|two|single|half an?|a few|three|shared|only|last|lone) (?:working |functioning )?brain ?cells?|brain cells? (?:between|among|left|short)|(?:not|nt|t) exactly (?:a |an |the )?(?:genius|rocket scientist|brain of britain|einstein|oil painting|looker|oxford material|academic|sharp|bright|brightest|sharpest|mastermind|olympian|athlete|model)|(?:iq|reading age|intelligence|attention span|charm|charisma|personality|warmth|humou?r|sense of humou?r|reflexes|brains?|looks?|speed|grace|memory|work ethic|wit|manners|voice|patience|fashion sense|dress sense|table manners|face|turning circle|enthusiasm|brainpower|talent|stamina|ball control|touch|hygiene|empathy|backbone|spine) of (?:{OBJECT})|(?:lose|lost|losing|loses) (?:a |an |the |any )?(?:\w+ )?(?:to|against|with) (?:a|an|two|some) (?:{OBJECT})|in (?:your|his|her|their) (?:nan|gran|granny|mum|dad|grandad|brother|sister) s (?:old )?(?:curtains|clothes|coat|jumper|dress|tights|shoes|suit|wardrobe|tablecloth|nightie)|evolution (?:can|could|went|goes|has|might) (?:\w+ )?(?:go|gone|backwards?|wrong|reverse|into)|missing link|(?:human )?zoo (?:. |, )*(?:feeding|animals|keeper)|= (?:human )?zoo|human zoo|feeding time|bottom (?:set|table|group) (?:\w+ )?(?:human|are|is|zoo|animals|thick|=)",
        r"|(?:couldn t|could not|can t|cannot|couldnt|cant|wouldn t|unable to|still can t|still couldn t) (?:\w+ )?(?:find|spell|count|add|point to|locate|name|tie|tell|pour|run|organise|organize|manage|teach|lead|boil|fight|hit|catch|kick|throw|score|sell|draw|read|write|coach|train|control|know|recognise|recognize|park|cook|burn|keep|hold|blow|win|pass|beat|defend|save|sing) (?:\w+ ){0,3}?(?:(?:on|with|without) (?:a |an |the |both |two )?(?:map|sat ?nav|hands?|calculator|compass|manual|instructions|torch|guide dog|help)|to (?:save|bark|sit|swim|fly) ?(?:\w+ life)?|in a (?:brewery|month|barn|bucket|million|bag|paper bag)|barn door|banjo|cow s|cold|a bath|bath|water|an egg|own (?:name|shoelaces|laces|nose|backside|shoes|bottom|desk|feet|classroom)|their own|his own|her own|past (?:ten|five|three|twenty|10|5|3|20)|the time|his shoelaces|her shoelaces|shoe ?laces|if (?:it|they|he|she|you|we) (?:slapped|bit|hit|paid|sat|fell|jumped|smacked|came|tried|had)|a (?:bun fight|jumble sale|raffle|whelk stall|tap|bath|lesson|class|school|team|tune|note|cup of tea|piss ?up|party))|wouldn t (?:know|recogni[sz]e|spot|notice|understand) (?:\w+ ){1,6}?(?:if (?:it|one|they|he|she|you)|from (?:a|his|her|their))|about as (?:useful|much use|exciting|interesting|sharp|quick|fast|bright|funny|welcome|popular|lively|fit|graceful|subtle|clever|warm|friendly|pretty|attractive|mobile|charming) as (?:{OBJECT})|(?:lights are on|lift doesn t go|few \w+ short|not playing with a full|sandwich short|one \w+ short of|not the full (?:shilling|ticket|quid)|short of a (?:picnic|full))|(?:only|the only) (?:thing|test|exam|race|subject|prize|competition) (?:[a-z]+|he|she|they|you|mr \w+|mrs \w+|miss \w+) (?:\w+ )?(?:has |have |had |s |ve |is |will |could |can |ever |good at )+(?:ever |going to )?(?:passed|pass|won|win|caught|catch|good|ran|run|read|finished|mastered|be)",
        // guess which; who is; bets
        r"|(?:guess|anyone know|can you guess|spot|bet you can t guess) (?:which|who|whose|what) (?:\w+ ){0,3}?(?:teacher|pupil|boy|girl|kid|child|staff|parent|mum|dad|one|who|year|couple|s|ta|governor|in|has|still|got|was|is|wet|forgot|failed|cried) (?:\w+ ){0,4}?(?:dumped|cried|cries|crying|wet|failed|smells|nits|drunk|divorced|sick|fired|sacked|caught|dropped|fell|snogg\w+|kissed|lost|last|bald|fat|pregnant|left|wears|ugly|worst)|(?:vote|poll|votes|voting|rate|rank|ranking|nominate|nominations|nominees|list|lists|top (?:five|ten|three|[0-9]+)|countdown of|who s|whos|who is|which|winner|king|queen|title|hall) (?:[^.¶ ]+ ){0,7}?(?:worst (?:haircut|hair|teacher|dressed|dancer|singer|player|hair ?do|breath|shoes|parent|driver|kid|pupil|family|class|voice|trainers|outfit|reader|skin|legs)|ugliest|fattest|dumbest|stupidest|thickest|smelliest|laziest|scruffiest|weirdest|spottiest|skinniest|uglies|fittest (?:girl|boy|teacher|mum|dad|lad|sixth)|most (?:annoying|boring|hated|useless|pathetic|disgusting|unpopular|spotty)|least (?:popular|attractive|likely|favou?rite|liked|intelligent|fanciable)|biggest (?:loser|idiot|nose|ears|bum|head|liar|snob|moaner|gossip|cry ?baby|weirdo|geek|nerd|swot|flirt|lard \w+|waste)|shame)|(?:taking|place your|any|start(?:ing)?|placing|open the|opened a) (?:bets?|book|sweepstake|wagers?) on (?:how long|when|who|which|whether|what|[a-z]+) (?:\w+ )?(?:\w+ ){0,6}?(?:lasts?|cry|cries|quits?|fails?|leaves?|resigns?|gets?|falls?|drops?|break|new head|last|turns? up|going to)|taking bets on|most likely to (?:end up|be single|stay|live with|peak|go bald|be fat|work in|flip burgers|become|fail|cry)",
    ),
    &[("FAILING", FAILING), ("OBJECT", OBJECTS)],
);

pub(super) static HELD_UP: Statement = Statement::new(
    concat!(
        // pictures, clips and impressions of somebody
        r"(?:funniest|best|worst|cruellest|meanest|rudest|wittiest|better|add a|write a|your|need a) (?:\w+ )?captions? (?:for|to|wins|in|below|under|of|gets)|caption (?:contest|competition|challenge|time|needed|required|me|that|him|her|please)|{LAUGHTER} (?:of|about|for|from|featuring|at|based on|on) (?:[^.¶ ]+ ){0,4}?(?:{FEATURE}|crying|asleep|sobbing|falling|below|lol)|(?:post|send|share|drop|submit|comment|give us|leave|tell us|add|do) (?:us |in |your |me |in your |all your |some |the |a )*(?:best |worst |funniest |favourite |cruellest |rudest |meanest |ginger |fat |blonde |carrot |bald |short |\w+ )*(?:jokes|memes|impressions?|nicknames?|gifs|insults|impersonations?|roasts?) (?:about|of|for|on|at|below|in the comments|aimed)|(?:clipped|filmed|recorded|videoed|screenshotted|screen ?shotted|photographed|slowed|looped|edited|photoshopped|memed) (?:it|him|her|them|the (?:whole )?(?:thing|moment|lot|meltdown)|(?:his|her|their) (?:\w+ )?{FEATURE})(?: (?:and|down|all|so|crying|for|in|set|with)(?: \w+){0,3})?|(?:put|set|setting|putting) (?:it|that|him|her|them) (?:to|on a loop|on loop|on repeat|in slow|in slo)|put (?:music|a filter|a soundtrack|sound effects|clown \w+) (?:on|over|to) (?:it|him|her|them)|(?:video|clip|footage|photos?|pictures?|pics?|snap|shot|film|screenshot|recording|selfie) of (?:\w+ ){1,4}?(?:crying|sobbing|in tears|falling|tripping|asleep|snoring|dribbling|being sick|throwing up|picking|stuck|failing|wetting|wet|having a (?:meltdown|tantrum)|losing it|eating|sweating|panicking|stammering|stuttering|bald)|(?:video|clip|photo|picture|it|meltdown) (?:is |was )?on (?:a )?(?:loop|repeat)|(?:make|made|making|turn(?:ed|ing)?) (?:him|her|them|[a-z]+|it) (?:into )?a (?:meme|gif|sticker|laughing stock)|we (?:all )?(?:naturally |obviously |of course |even )*(?:filmed|recorded|videoed|clipped) (?:it|him|her|them)",
        r"|(?:have you |has anyone |anyone |did (?:you|everybody|everyone|anyone) |remember |remember when |look at |check out |get a load of |clock |feast your eyes on |behold |seen |zoom in on |don t miss |who noticed |did anyone notice )+(?:\w+ ){0,2}?(?:[a-z]+ s|his|her|their|that|those) (?:\w+ )?{FEATURE} (?:in|at|during|on|when|lol|haha|yet|today|this|. (?:you|we|he|she|it|lol|haha|hilarious))|(?:[a-z]+ s|his|her|their|your) (?:\w+ )?{FEATURE} (?:\w+ )?(?:could (?:pick|pull|scare|curdle|strip|clear|stop|frighten|cut|blind|kill|shatter|double|feed|guide|power|fry|park|grate|crack|open|be seen)|deserves? its own|has its own|have their own|needs? its own|need their own|is (?:visible|so (?:big|bad|loud|long|bright|greasy|ugly|high|annoying))|are so (?:big|bad|long|huge|yellow|wonky|crooked)|makes? (?:me|us|everyone)|looks? like (?:he|she|they|it|a|an|something|someone|the)|arrived before|entered the|enters the|lost a fight|has been|like a (?:\w+)|(?:was|were|is) cut (?:with|by|round)|should be (?:illegal|banned|arrested))|(?:cuts?|cutting) (?:his|her|their) (?:own )?hair with|park (?:a|the|your) (?:bus|car|bike|lorry|truck|coach) in|(?:seen|spotted|lost|find|counted|how many) (?:\w+ s |his |her |all |of )*(?:chins?|double chins?|neck|waist)|(?:dressed|dresses|dress|makeup|make up|hair|hair ?cut|haircut|fringe|outfit) (?:\w+ )?(?:by|in the|with a|applied with|done by|cut by) (?:a |an |the )?(?:blind|dark|drunk|toddler|trowel|bowl|knife and fork|blindfold\w*|lawn ?mower|strimmer|hedge ?trimmer|bread ?knife|garden shears|roller|plasterer|enemy|chimp\w*|two year old|monkey|dog|moped)|what not to wear|fashion (?:police|crime|disaster|victim)|(?:hit|hitting) every branch|fell out of the ugly|beaten with (?:the|an) ugly|face only a mother|(?:face|body) for radio|oil painting|back end of a bus|no oil painting|ugly (?:sisters?|tree|stick|duckling) (?:of|in|award|from|has|have)|(?:broke|breaks|broken|cracked|snapped|buckled|flattened|sank|squashed) (?:the )?(?:scales|chair|bench|seesaw|see saw|trampoline|mirror|camera lens|lens|swing|pony|bike|diving board) (?:again|when|by|because|with|under)",
        // size
        r"|(?:so|too|that) (?:thin|skinny|fat|tall|short|ugly|big|wide|small|tiny|bony|spotty|greasy|pale|smelly|boring|slow|hairy|thick|stupid|dense|lazy|old|orange|scrawny|lanky|podgy|chubby|dim|bald) (?:that )?(?:you|he|she|they|we|even|his|her|their|the|it|i) (?:could|can|have|has|had|need|needs|needed|disappears?|d|would|almost|must|broke|got|makes?|made|would have|couldn t|can t|was|were|thought|fell|blocks?|takes?)|(?:a lot|plenty|lots|so much|too much|twice as much|more|an awful lot) of (?:him|her|them|[a-z]+) (?:to (?:go round|lift|carry|move|shift)|there|about|in that|these days)|gravity (?:won|always wins|wins|had other|did)|(?:ate|eaten|eats|eating|scoffed|hoovered up|had) (?:all )?(?:the|every|all the) (?:pies|cakes|pudding|mince pies|buffet|biscuits|sandwiches|lot)|(?:needs?|takes? up|took up|requires?|filled|fills|bought|buy|booked) (?:two|three|2|3|four|his own|her own) (?:seats?|chairs?|seat ?belts?|postcodes?|places?|rows?|gaps)|(?:look|looks|looked|looking) (?:\w+ )?like (?:a |an |he |she |they |some |something |someone )*(?:\w+ )?(?:boiled|egg|thumb|potato|hedge|haystack|sausage|tent|sofa|scarecrow|corpse|zombie|undertaker|tramp|bin|skip|mop|toilet brush|loo brush|burst|exploded|melted|slapped|lost a|slept in|been dragged|fell|fallen|crawled|escaped|got dressed in|cut (?:his|her|their)|lego)|(?:crack|cracks|break|breaks|broke|cracked) the (?:lens|camera|mirror|screen)|(?:boy|girl|kid|he|she|child|lad|man|woman|class|room) (?:really |always |still )?(?:hums|honks|whiffs|pongs|minges|reeks|stinks)|(?:has|have|got|with|had) (?:absolutely |literally )?no (?:friends|mates|chin|neck|brain|personality|charisma|talent|idea how|manners|sense of humou?r|dress sense|shame)(?: (?:so|and|at|because|whatsoever|to|left)(?: \w+)?)?|(?:is|are|s|be) cancelled(?: (?:now|by|as|from|pass|lol))?$|give up (?:, )?(?:love|mate|darling|son|lad|now)|(?:take|takes|taking) (?:your|his|her|their) (?:perfume|aftershave|moaning|breath|attitude|misery|smell|dandruff)(?: with)?|(?:thoughts and prayers|rip to|pray for|pity (?:the|whoever)|spare a thought for|condolences to) (?:\w+ ){0,3}?(?:whoever|anyone|class|sat|sits|sitting|teacher|his|her|partner|next to)|(?:couldn t|can t|could not|cannot) (?:direct|organise|sell|fill|pull|give|work|operate|start|cross|catch|park|run|draw|follow|lead|name|hold) (?:a |an |the |some |his |her |own )*(?:traffic|whelk stall|tap|bus queue|two minute silence|road|room|skin|door|map|recipe|orders|conversation|ladder|toaster|kettle|pen|crowd|queue|shoe ?lace|straight line|lesson|classroom|raffle|bath|choir)|like (?:he|she|they) (?:s|is|are|re|was|were) (?:carrying|wearing|made of|wading|stuck|being chased|dragging|hiding|pregnant|asleep|drunk|dead|swallowing|strangling)|(?:full of|bunch of|nothing but) (?:cows|witches|snakes|cackling|old hags|gossips|bitter|moaners|losers|snobs|rejects|weirdos|has beens|chavs)|you know who you are|mentioning no names|naming no names|no names mentioned|(?:starts|begins|rhymes) with (?:a |an )?[a-z]+(?: lol| haha| and)?$|puddle on (?:the|his|her) (?:chair|floor|seat|carpet)|(?:only) (?:\w+ ){0,2}?(?:child|kid|boy|girl|pupil|one|person|lad|family|class) (?:\w+ ){0,5}?who (?:can t|cannot|couldn t|still|hasn t|doesn t|failed|cried|forgot|never|is too)|(?:never|not) (?:\w+ )?(?:met|seen|heard of|discovered|learnt about|been near|touched) (?:a |an |the |any )*(?:flannel|bar of soap|soap|bath|shower|toothbrush|vegetable|book|comb|hairbrush|iron|washing machine|razor)|(?:the )?(?:dog|dogs|cat|cats|windows?|glass|birds|babies|children|neighbours|paint) (?:\w+ ){0,3}?(?:howl(?:ed|ing)?|shatter(?:ed)?|ran away|crying|cry|peel(?:ed)?|covered their ears|moved out)|(?:get|buy|give|fetch|send|lend) (?:that |the |this |him|her|them|[a-z]+)(?: ?(?:boy|girl|kid|child|woman|man|family|lad|lass|teacher))? (?:a |an |some |the )*(?:treadmill|gym membership|salad|diet|hairbrush|comb|shower|bath|bar of soap|soap|deodorant|toothbrush|mirror|personality|life|dictionary|sense of humou?r|dummy|bib|nappy|map|brain|clue|stylist|iron|tissue|haircut|manners|backbone|watch|razor|facelift|paper bag|muzzle|lead)|(?:fetch|throw|threw|spat|spitting|toys?|dummy) (?:his|her|their|the|out) (?:\w+ )?(?:dummy|dummies|toys|rattle|pram|cot)|(?:needs?|could (?:do with|use)|wants?|ought to (?:get|buy|try)|should (?:get|buy|try|invest in)|has never (?:seen|met|heard of|owned|used)|have never (?:seen|met|heard of|owned|used)|hasn t (?:seen|met|heard of|discovered)|haven t (?:seen|met|heard of|discovered)|doesn t (?:own|possess|know what)|don t (?:own|possess|know what)|afraid of|scared of|allergic to|allergic to his|stranger to|strangers to|thinks?|think) (?:\w+ )?(?:a |an |some |any |that |the |new )*(?:\w+ )?(?:mirror|bar of soap|soap|deodorant|shower gel|shampoo|toothbrush|toothpaste|hairbrush|comb|treadmill|bath(?: is)?|shower(?: is)?|personality|girlfriend|sense of humou?r|flannel|washing machine|iron|salad|diet|nose job|facelift|wash|hard work|a life|dictionary)(?: (?:is optional|optional|are optional))?",
        // washing and money
        r"|(?:soap|baths?|showers?|washing|manners|homework|brains|deodorant|brushing|reading) (?:is|are|was|were) (?:clearly |obviously |an? )*(?:optional|optional extra|a foreign|foreign|alien|for other people|a mystery|unknown|something that happens)|bar of soap between|(?:sit|stand|sat|be|stay|walk) (?:\w+ )?(?:down ?wind|upwind)(?: of)?|(?:open|opened) (?:a |the |all the )?windows? (?:\w+ ){0,3}?(?:after|when|before|whenever|if) [a-z]+(?: \w+)? (?:leaves?|left|comes?|came|walks?|has|enters?|sits?|takes?)|(?:hold|pinch) (?:your|our) nos(?:e|es)|(?:smells?|stinks?|reeks?|pongs?|whiffs?|smelling|stinking|reeking|whiffing|hums) (?:\w+ )?of (?:wee|pee|piss|urine|poo|sweat|feet|bo|b o|chip fat|cabbage|fags|cigarettes|booze|drink|damp|dog|wet dog|cat|bins|fish|onions|cheese|rotten \w+|old \w+|desperation|failure|poverty|mothballs|egg|sick|body odou?r|weed|gin|stale \w+|biscuits)|(?:moth eaten|hand ?me ?down|holey|second hand|charity shop|jumble sale|threadbare|scruffy|cheap|tatty|filthy|grubby|stinking) (?:\w+ )?(?:coat|clothes|shoes|jumper|trainers|uniform|blazer|shirt|bag|family|families|kids) (?:\w+ ){0,3}?(?:again|lol|there are|tramp|embarrassing|what a|you know|says it all|needs|is|are|someone|poor)|there are charity shops|(?:can t|couldn t|cannot) afford (?:a |an |any |to buy |to get |to )?(?:proper |real |decent |new |his |her )*(?:trainers|shoes|soap|haircut|phone|coat|uniform|school trip|deodorant|wash|holiday)(?: \w+)? (?:lol|haha|poor|tramp|embarrassing|bless|because|so)|says (?:it all|everything) (?:\w+ )?about (?:the|his|her|their|that|those) (?:parents?|mum|dad|family|upbringing|home|mother|father)|breed(?:s|ing)? like rabbits|(?:none|not one|neither) of them (?:can|could|has|have|own|know|wash)|(?:got|has|have|had|gave|spread|caught|catch) (?:\w+ )?(?:the )?(?:lurgy|lurgi|cooties|fleas|dreaded lurgy)|(?:marry|wed|snog|date|kiss|fancy) (?:\w+ )?(?:cousins?|sisters?|brothers?|sheep|goats)|will ever have a (?:girlfriend|boyfriend|date|friend|job)|never (?:going to |gonna )?(?:get|have|had|kissed) (?:a )?(?:girlfriend|boyfriend|girl|boy|date|mates?)|die(?:s|d)? (?:alone|a virgin)|pinned (?:it|them|his|her) up (?:as a|to show|so)|as a warning to|how not to|(?:proof|walking proof|living proof) (?:that|of why) (?:\w+ ){0,4}?(?:nobody|no one|evolution|brains?|stupid|anyone|contraception|incest|some people|natural selection|size|never|can|should)|(?:another|yet another|latest|usual|daily|one of (?:his|her|their|those)) (?:tantrums?|strops?|hissy fits?|meltdowns?|tears|sulks?|paddy|wobbly|flounces?)|(?:had|having|has|throwing|threw|throws) (?:another|a|yet another|one of|his|her) (?:\w+ )?(?:tantrum|strop|hissy fit|meltdown|sulk|paddy|wobbly)|(?:resident|office|staffroom|local|village|class) (?:drama queen|idiot|moaner|gossip|witch|dragon|bore|clown|grump|fossil|dinosaur|snob|snitch|liar|hypochondriac|weirdo|creep|lunatic)|shock horror|what a (?:baby|cry ?baby|big baby|wimp|drip|wet blanket|sap|bore|snob|shambles of a|sorry|excuse for|poor excuse)|poor excuse for|sorry excuse for|king and queen of the|(?:isn t|is not|not|wasn t) (?:really |actually )?(?:one of|a proper|a real|their real|his real|her real) (?:the |a |son|daughter|dad|mum|family|brother|sister|child)|(?:is|was|they re|he s|she s) (?:\w+ )?adopted (?:and|lol|haha|so|because|didn t|btw)|only got (?:\w+ )?(?:[0-9]+|one|two|three|a couple of|a single) (?:votes?|marks?|cards?|likes?|friends?)|(?:votes?|one|cards?) (?:\w+ ){0,3}?(?:was|were|from) (?:his|her) (?:own|mum|nan)|also known as (?:the )?(?:no hopers|thickos|dunces|losers|rejects|zoo|special|sad|muppets|slow|remedial|idiots|geeks|babies|freaks|weirdos|duds|dregs|dross)",
    ),
    &[("FEATURE", FEATURES), ("LAUGHTER", LAUGHTER)],
);

/// Kindness, the writer's own mishaps, characters, animals and things.
pub(super) static KINDLY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        concat!(
            r"bull(?:y|ying|ied)|be kind|kindness|brave(?:ly)?|got (?:back )?up|kept (?:going|smiling|on)|never gave up|carried on|raised|raising|for charity|charity (?:event|run|appeal|week|day|bake|single|walk)|fundrais\w+|sponsored|movember|donate\w*|clowns?|comic relief|red nose|panto(?:mime)?|character|story|stories|books?|poems?|poetry|novel|film|play|plays|scrooge|twits|wolf|gruffalo|troll bridge|giant|villain|puppets?|scarecrows?|snowm[ae]n|teddy|teddies|toys?|dogs?|cats?|hamsters?|chickens?|hens?|ducks?|guinea pigs?|rabbits?|class pets?|tortoise|snails?|robots?|penguins?|birds?|bees|stick insects?|caterpillars?|tadpoles?|sunflowers?|worms?|wormery|donkey ride|farm shop|museum|victorians?|romans?|tudors?|vikings?|cave|history",
            r"|weather|rain|snow|trainers?|boots|wellies|lost property|owner|label\w*|collect|staff team|staff quiz|our teachers|my own|myself|school photographer|nursery rhymes?|crisps|custard|the boiler|kettle|photocopier|printer|laminator|wi fi|bus|minibus|cakes?|pumpkins?|hats?|easter bonnets?|sports day for dads|not me|and still|smiling|everyone who|in a lift|sorry in advance|ofsted letter|head lice",
            r"|hair (?:raising|on end|cut for|off for)|shave\w*|leukaemia|cancer|first aid|dentist|tooth fairy|brush your teeth|oral health|optician|eye tests?|spelling bee winners?",
        ),
        &[],
    )
});
