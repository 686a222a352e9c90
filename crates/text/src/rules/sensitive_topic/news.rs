//! Deaths, crimes and accidents near a school, and verdicts on wars and on what divides families.
//!
//! In: a text. Out: somebody of the school or the place beside words of death, injury or crime; words of
//! mourning; accusations; wishes and verdicts on wars, faiths and contested questions. Deaths of history
//! and fiction, remembrance, pets and safety talks have other words around them.

use std::sync::LazyLock;

use regex::Regex;

use crate::plain::pattern;
use crate::screen::Sighting;
use crate::sight::Sight;
use crate::statement::Statement;

/// People whom readers know or might be.
const PEOPLE: &[&str] = &[
    "(?:our|a|an|the|one of our|two of our|three of our|another|this|that|former|ex|much loved|dear|beloved|young|local|little|lovely) (?:\\w+ ){0,3}?(?:pupils?|students?|child|children|boys?|girls?|lads?|teenagers?|teens?|youngsters?|toddlers?|bab(?:y|ies)|teachers?|headteacher|head|colleagues?|caretaker|cook|ta|teaching assistant|governor|lollipop (?:man|lady)|dinner lady|receptionist|cleaner|mums?|dads?|mother|father|parents?|grandparents?|nan|grandad|sister|brother|sibling|twins?|family|famil(?:y|ies)|man|men|woman|women|schoolboy|schoolgirl|sixth former|year (?:[1-9]|1[0-3])s?|y(?:[1-9]|1[0-3])s?|member of (?:staff|our \\w+|the school)|friend|neighbour|driver|cyclist|coach|vicar|jogger|pensioner|classmate)",
    "(?:mr|mrs|miss|ms|dr|sir) [a-z]+",
    "[a-z]+ (?:from|in|of) (?:our )?(?:year ?(?:[1-9]|1[0-3])|y ?(?:[1-9]|1[0-3])|reception|nursery|class \\w+|the sixth form|(?:[1-9]|1[0-3])[a-z]{1,3})",
    "[a-z]+ s (?:mum|dad|mother|father|brother|sister|nan|grandad|gran|parents|uncle|auntie)",
    "[a-z]+ , (?:class of (?:19|20)[0-9]{2}|(?:who )?(?:was|is) (?:only |just )?[0-9]{1,2}|aged? [0-9]{1,2}|[0-9]{1,2}|who taught)",
    "class of (?:19|20)[0-9]{2}",
    "[0-9]{1,2} year old(?: boy| girl| man| woman| pupil| student)?",
    "our thoughts",
    "(?:he|she)",
];

/// What befell them.
const FATES: &[&str] = &[
    "(?:has |have |had |sadly |tragically |suddenly |peacefully |very |recently |just )*(?:died|passed away|drowned|perished|collapsed (?:in|at|on|during|and)|slipped away)",
    "(?:(?:is|was|are|were|been|being|got|be|s) (?:\\w+ly |found |also |shot |reported |pronounced |not )*)(?:dead|killed|murdered|stabbed|slashed|shot|hit by (?:a|the) (?:car|van|lorry|bus|train|taxi|bike|vehicle|motorbike|truck|drunk \\w+)|struck by (?:a|the) (?:car|van|lorry|bus|train|taxi|vehicle)|knocked (?:down|off (?:his|her|their) \\w+)|run over|mown down|electrocuted|burned to death|pulled from|recovered from the \\w+|raped|abducted|kidnapped|snatched|assaulted|attacked (?:by (?:a|two|three) (?:man|men|gang|dog|stranger|group|youths?)|with a|outside|near|last|yesterday)|mugged|found (?:hanged|unconscious|unresponsive)|taken from us|in a coma|on life support|fighting for (?:his|her|their) li(?:fe|ves)|in (?:a )?critical condition|critically \\w+|airlifted)",
    "(?:has |have |is |was |been |went |gone |still |reported )+missing(?: since| from home| after| for| overnight)",
    "(?:found|shot|stabbed|knifed|burned) (?:dead|to death)",
    "fatally \\w+",
    "killed (?:by|in|on|at|outside|when|his|her|their|a|an|two|three|our|the)",
    "(?:has |have |had |sadly |tragically )*(?:lost|took|taken|ended|loses) (?:his|her|their|its) (?:own )?(?:li(?:fe|ves)|(?:\\w+ )?(?:battle|fight))(?: \\w+){0,2}",
    "(?:has |have |had |tried to )*(?:killed?|hanged?|hung|harmed?) (?:himself|herself|themselves)",
    "(?:has |have |had )*(?:jumped|fell|fallen) (?:from|off|in front of|under|through) (?:the|a) (?:\\w+ )?(?:bridge|building|train|roof|balcony|window|car park|multi ?storey|cliff|platform|flats?|tower)",
    "(?:has |have |had )*(?:overdosed|taken an overdose|took an overdose|self harmed|attempted suicide)",
    "(?:has |have |had |is |was |were |are |been |just |now )*(?:arrested|charged|convicted|found guilty|jailed|remanded|bailed|sentenced|questioned (?:by|about|over)|named (?:online|by police|in court|as the)|accused of|on trial|in custody|wanted by|helping police|under investigation|on bail|exposed as|outed as|on the run)(?: (?:of|for|with|over|in|on|after|at|yesterday|today|last) \\w+)?",
    "(?:tried|trying|attempted) to (?:grab|snatch|abduct|lure|kidnap|take|entice) (?:a|an|one|our|two|the|children|pupils)(?: \\w+){0,3}",
];

/// Somebody and what befell them.
pub(super) static FATE: Statement = Statement::new(
    concat!(
        r"{PERSON} (?:(?:, )?(?:who|whom|and|which) )?(?:\w+ |, ){0,7}?{FATE}",
        r"|(?:death|deaths|murder|suicide|suicides|killing|rape|abduction|stabbing|shooting|drowning|overdose|sudden loss|tragic loss|loss|passing|disappearance|arrest|assault|inquest|funeral|trial|attack) (?:of|into (?:the )?\w+ of|on|involving|for) (?:\w+ ){0,3}?{PERSON}|(?:the |last night s |yesterday s |this morning s |today s |saturday s |sunday s |friday s |tonight s |that )(?:awful |terrible |horrific |dreadful |tragic |fatal |recent |house |gang |knife |gas |car |coach |bus |minibus |alleged )*(?:stabbings?|shootings?|murders?|rapes?|drowning|overdose|suicide|abduction|hit and run|arson|explosion|bombing|crash|killings?|knife attack|acid attack|riots?|sex attack) (?:at|in|on|outside|near|by|last|yesterday|this|of|has|have|was|were|could|is|involving|took|that)",
        r"|(?:police|officers|detectives|forensics|paramedics|the police|armed police|ambulances?|emergency services|air ambulance|helicopter|counter terror \w+) (?:\w+ |, ){0,3}?(?:here|at (?:the )?(?:school|gate|gates|scene)|outside|called|on (?:site|the scene)|there now|attended|cordon\w*|appealing|looking for|hunting|investigating|treating|searching|aren t|were called|say (?:he|she|it|they|the)|have questions to answer|and tape|tape)(?: \w+){0,3}? (?:about|after|following|for|over|into|because|by|incident|arrest\w*|body|death|attack|boy|girl|man|woman|pupil|student|answer|now|suspicious)|(?:serious|major|critical|tragic|fatal|police|violent|ongoing) incident (?:on|at|in|near|outside|involving|by|this|last|yesterday)|(?:incident|accident|crash|collision|attack|tragedy|fire|blaze) (?:\w+ ){0,5}?(?:involving|involved|injured|killed|claimed|took|left) (?:\w+ ){0,3}?(?:pupils?|students?|child(?:ren)?|famil(?:y|ies)|staff|lives|life|dead|injured|member|our|one of)|took (?:one|two|three|four|five|[0-9]+) (?:young )?lives|(?:a|the|her|his|their) (?:\w+ )?bod(?:y|ies) (?:has |have |was |were |been |is )*(?:found|recovered|discovered|identified|pulled)|bod(?:y|ies) (?:has|have) been (?:found|recovered)|cause of death|post ?mortem|inquest (?:into|heard|has|will|was|found|opens|is)|dawn raids?|(?:murder|rape|abuse|grooming|manslaughter|terror) (?:trial|charges?|suspects?|investigation|inquiry|case|victim|victims|allegations?)|hit and run|knife crime (?:has|must|is|in our)|grooming (?:gang|gangs|trial)|(?:raped|abused|groomed|molested) (?:by|at|in|on)",
    ),
    &[("PERSON", PEOPLE), ("FATE", FATES)],
);

/// Mourning, accusation, and verdicts on what divides people.
pub(super) static GRIEF: Statement = Statement::new(
    concat!(
        r"(?:rip|r i p) (?:to )?(?:mr|mrs|miss|ms|dr|our|little|young|[a-z]+ (?:, )?(?:class|from|who|in year|year|aged|you|gone|our|always|xx|fly))|rest in (?:peace|power|eternal)|(?:gone|taken|left us) (?:from us )?(?:far |much |way |so |all )?too (?:soon|young|early)|(?:with|it is with|our) (?:the )?(?:\w+ )?(?:heavy|heaviest|broken|breaking|aching) hearts?|hearts? (?:are|is|go out|goes out) (?:broken|breaking|to (?:the|his|her|their|everyone|all|those) (?:\w+ ){0,3}?(?:famil(?:y|ies)|friends|affected|victims|parents|people|in|of))|(?:devastat(?:ed|ing)|heart ?breaking|tragic|terrible|awful|dreadful|horrendous|unbearable|shattering|saddest|shocking) (?:news|loss|day for (?:our|the) (?:school|community|family))|(?:devastated|heartbroken|shattered|deeply saddened|so sorry|deeply sorry|very sorry|saddened|shocked and saddened|numb|distraught) (?:to (?:share|hear|learn|tell|announce|report|say|have lost|inform)|at the|by the (?:death|loss|news|passing))(?: \w+){0,6}? (?:died|death|dead|lost|passed|killed|passing|loss|away|crash|accident|murder|suicide|life)|(?:thoughts|prayers|love|sympathy|sympathies|condolences)(?: and (?:thoughts|prayers|love|condolences))? (?:are |go |go out |is |goes |to be )*(?:with|to) (?:the |his |her |their |all |everyone |those |poor )*(?:\w+ ){0,3}?(?:famil(?:y|ies)|friends|parents|mum|dad|affected|victims|loved ones|classmates|relatives|widow|wife|husband|colleagues)|(?:deepest|heartfelt|sincere) (?:condolences|sympath(?:y|ies))|book of (?:condolence|remembrance)|flowers (?:can|may|are being|have been|and candles) (?:be )?(?:left|laid)|(?:candlelit |a |the )?vigil (?:for|will|is|tonight|at|outside)|lost (?:a|one|two) (?:of our own|much loved|dear|beloved|well loved|wonderful|cherished)(?: \w+){0,4}|(?:bereavement |grief |trauma )counsell(?:ing|ors)|counsell(?:ing|ors) (?:is |are |will be |in the |available |on hand |on site )+(?:library|hall|today|tomorrow|for (?:anyone|those|pupils|students|staff|friends|all)|all day|on)|(?:one|some) of (?:ours|our own)(?: \w+){0,2} (?:please|don t|speculat\w+)|please (?:don t|do not) speculate|(?:was|were|been) (?:only|just) (?:[0-9]|1[0-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen) years? old when (?:he|she) (?:died|was killed)",
        r"|(?:paedophiles?|paedos?|pedos?|pedophiles?|nonces?|sex offenders?|child molesters?|kiddy fiddlers?|rapists?|child abusers?) (?:who |is |has |have |are |was |\w+ly )*(?:living|lives?|lived|in|on|near|at|called|named|outside|moved|moves|moving|hanging|watching|roaming|loose|out|share|free)(?: \w+){0,3}|(?:the )?(?:man|woman|teacher|coach|bloke|guy|lad|boy|caretaker|vicar|driver|scout leader|babysitter) (?:on the news|in the (?:news|paper|papers|dock|court case)|who was (?:charged|arrested|jailed|convicted)|who (?:killed|attacked|stabbed|raped|abused|groomed))|(?:used to|did) (?:coach|work|teach|volunteer|help|study|come) (?:here|at (?:our|this) school|with us)(?: \w+){0,4}? (?:charged|arrested|jailed|convicted|killer|murderer|until)|(?:always|long) had (?:our |my |some )?(?:doubts|suspicions) about (?:him|her|them)|(?:seemed|was) (?:always )?(?:a |such a )?(?:\w+ )?(?:quiet|nice|lovely|normal|good|odd|strange|loner) (?:lad|boy|man|bloke|one|kid|guy) to us",
        r"|(?:russia|russians?|putin|hamas|hezbollah|israel|israelis?|idf|ukraine|iran|china|america|the west|nato|zelensky\w*|netanyahu|isis|taliban|palestinians?|gaza|syria|the ira|every last \w+|migrants?|refugees|asylum seekers) (?:\w+ ){0,3}?(?:must|should|deserves?|needs? to|has (?:every|a) right|have (?:every|a) right|had it coming|will pay|can (?:rot|burn|go)|are (?:butchers|terrorists|evil|nazis|murderers|savages|animals|monsters|to blame|victims|the real)|is (?:a|the|committing|evil|to blame|right|wrong|winning|the real|a terrorist)|started (?:it|this)|brought (?:it|this) on|won t win)(?: \w+){0,3}|(?:bombed?|bomb|nuked?|flatten(?:ed)?|wiped?|blown?|obliterate[d]?) (?:\w+ )?(?:into the ground|off the map|to dust|gaza|moscow|israel|russia|iran|back to the stone age|the lot of them|off the face)|(?:condemn|stand with|support|side with|praying for|pray for|defend|blame|sanction|bomb) (?:putin|russia\w*|israel\w*|hamas|palestin\w+|ukraine|gaza|the idf|zelensky|netanyahu|nato|iran)(?: s)?(?: \w+)?|(?:only )?one true (?:god|faith|religion)|(?:allah|jesus|islam|christianity|the bible|the quran) (?:\w+ )?(?:is|are) (?:\w+ )?(?:the only|superior|false|a lie|better than|wrong|the truth)|(?:false|wrong|fake) (?:god|gods|religion|prophet)|(?:jabs?|vaccines?|vaccination|the jab|mmr|boosters?|covid shots?) (?:\w+ ){0,2}?(?:kill(?:ed|s)? (?:more|people|kids|children|thousands|my|our|babies|you)|cause[sd]?|poison\w*|injur\w+|are (?:dangerous|poison|unsafe|a con|killing|untested)|is (?:dangerous|poison|unsafe|a con|killing)|don t work|give you|gave)(?: \w+){0,2}|(?:covid|the pandemic|the virus|climate change) (?:was|is) (?:a |just )?(?:hoax|fake|scam|planned|made up|flu)|(?:should|is it ever right|do you (?:support|agree with|believe in|think)|are you for or against|where do (?:you|we) stand on|what do (?:you|we) think (?:of|about)|is it time (?:for|to)|can we talk about) (?:\w+ ){0,4}?(?:abortion|euthanasia|assisted dying|trans\w*|gender|death penalty|hanging|immigration|migrants|asylum|smacking|same sex|gay marriage|hijabs?|burqas?|veil|halal|circumcision|conscription|cannabis|vaccin\w+|israel|gaza|palestine|ukraine|brexit|the war|racism|polygamy|surrogacy|fox hunting|single sex toilets)(?: \w+){0,3}|(?:migrants?|asylum seekers?|refugees|illegals) (?:\w+ )?(?:at|in|housed|staying|arriving|near|coming|moved into) (?:the |our |a )?(?:\w+ ){0,2}?(?:hotel|hostel|barracks|town|village|area|school|estate|camp)(?: \w+){0,2}",
    ),
    &[],
);

/// History, stories, lessons, remembrance, pets, and safety.
static PLAINLY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        concat!(
            r"tudors?|romans?|vikings?|victorians?|anglo saxons?|egyptians?|pharaohs?|1[0-9][0-9][0-9]|gunpowder|blitz|armada|peasants|shakespeare|macbeth|hamlet|romeo|juliet|tybalt|othello|king|queen|emperor|caesar|prince|princess|mummy|skeleton|story|stories|novel|chapter|character|characters|fiction|pirates?|dinosaurs?|crime scene|detectives?|whodunn?it|cluedo|murder mystery|mock|trial of|role play|in role|play|panto\w*|scene|stage|cast|audience|act (?:one|two|three|[1-5])|film|book|poem|poet|author|series|gcse|a level|lesson|lessons|learn\w*|studied|studying|history|museum|source|exhibition|drill|practice|rehearsal|training exercise|workshop|assembly on|talk on|awareness|safety (?:week|talk|day)",
            r"|world war|ww1|ww2|first world|second world|remembrance|armistice|poppy|poppies|soldiers?|trenches|holocaust|memorial day|survivor|dragon|wolf|giant|goliath|hamster|rabbit|guinea pig|goldfish|fish|chick|chicks|hens?|tadpoles?|caterpillar|butterfl\w+|pet|cat|dog|tortoise|plant|plants|sunflower|tree|phone|battery|printer|laptop|computer|kettle|gazebo|boiler|oven|minibus|photocopier|projector|bulb|lights|jokes?|laughing|laughter|gig|comedy|goal|match|goals|penalty|boots?|team|knocked out of the (?:cup|competition)|shot put|target|rugby|football|netball|hockey|cricket|raised|raising|charity|fundrais\w+|sponsored|in memory of|police (?:dog|cadets|officer|car|community|museum|band)|pcso|pc [a-z]+|visit(?:ed|ing|s|or)?|came to (?:visit|talk|see|meet|speak)|talk(?:ed|ing)? (?:to us )?about|careers?|first aid|fire (?:engine|service|drill)|cadets?|colour run|monologue|debat\w+|motion|citizenship|philosophy|ethics|re lesson",
        ),
        &[],
    )
});

const MESSAGE: &str = "A matter on which families differ or grieve.";

pub(super) fn fates(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    sight.tell_all(&FATE, &PLAINLY, MESSAGE, seen);
}

pub(super) fn griefs(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    sight.tell_all(&GRIEF, &PLAINLY, MESSAGE, seen);
}
