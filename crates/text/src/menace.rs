//! Threats that name a weapon, a part of the body or an hour: one statement of the rule on threats.
//!
//! *I've got a gun and I'm coming in on Monday*, *acid in your face*, *whoever told is getting
//! stabbed*, *I hope your house burns down*. In: plain text. Out: the statement; the rule decides by
//! the words around it.

use crate::people::SCHOOL_PEOPLE;
use crate::statement::Statement;

/// What is brought along to hurt people with.
const WEAPONS: &[&str] = &[
    "knife",
    "knives",
    "blade",
    "shank",
    "machete",
    "zombie knife",
    "gun",
    "guns",
    "glock",
    "shotgun",
    "rifle",
    "shooter",
    "strap",
    "bomb",
    "petrol bomb",
    "acid",
    "baseball bat",
    "cricket bat",
    "hammer",
    "crowbar",
    "knuckle ?dusters?",
    "axe",
    "samurai sword",
    "screwdriver",
    "chain",
    "metal bar",
    "iron bar",
    "bat",
];

/// What is done to somebody, in the passive.
const DONE: &[&str] = &[
    "stabbed",
    "shanked",
    "jumped",
    "battered",
    "bottled",
    "glassed",
    "knifed",
    "leathered",
    "decked",
    "sparked",
    "banged",
    "banged out",
    "smacked",
    "chinned",
    "lamped",
    "merked",
    "cheffed",
    "poked",
    "dipped",
    "shot",
    "killed",
    "knocked out",
    "knocked the \\w+ out",
    "kicked in",
    "filled in",
    "beaten up",
    "beat up",
    "done in",
    "done over",
    "hospitali[sz]ed",
    "murdered",
    "strangled",
    "slapped",
    "punched",
    "thumped",
    "run over",
    "mashed up",
    "smashed in",
    "duffed up",
    "set on fire",
    "sparked out",
    "headbutted",
    "buried",
    "dropped",
    "wet up",
    "slumped",
];

/// Threats of the rule, beside those of its own file.
pub(crate) static MENACE: Statement = Statement::new(
    concat!(
        // I've got a gun and I'm coming in; coming to that school with a bat
        r"(?:i|we|he|she|they|i m|im|i ve|ive|we re|we ve|my \w+|someone|somebody) (?:m |am |re |are |s |is |ve |have |has |ll |will |just |got |going to |gonna |definitely |be |all )*(?:bring(?:ing)?|brought|got|have|has|take|taking|carry(?:ing)?|pack(?:ing)?|hid(?:den|ing)?|come with|coming with|turn(?:ing)? up with|wait(?:ing)? with) (?:a |an |my |the |his |her |dad s |brother s |some |massive |big |real |loaded |sharp |kitchen |of )*{WEAPON} (?:and (?:\w+ ){0,4}?(?:coming|use it|know where|waiting|you|school|tomorrow|monday|on you|afraid)|in (?:tomorrow|on (?:monday|tuesday|wednesday|thursday|friday)|my (?:bag|blazer|locker|jacket)|to school|for (?:you|him|her|them|miss|sir|mr|mrs))|tomorrow|to (?:school|class|the (?:match|fight|exam|assembly|prom|disco)|your (?:house|gaff|yard))|with (?:your|ur|his|her) name|for (?:you|u|him|her|them)|on monday)",
        r"|(?:coming|come|turning up|be|down|round|waiting) (?:to |at |for |there |outside |in |the |that |this |your |school |gates? |house |gate |with |us |you |u |yours |here |tomorrow )*with (?:a |an |my |the |some |big |baseball |loaded )*{WEAPON}",
        // acid in your face; a bullet in him
        r"|(?:acid|fist|bat|bottle|brick|hammer|boot|bullet|knife|blade|axe|nail|shank|bleach|glass|pan|knuckles?|elbow|knee) (?:in(?:to)?|to|round|through|at|across|over|between|up) (?:your|ur|ya|yer|his|her|their|the ref s|that \w+ s|the \w+ s|that|the|those) (?:\w+ s )?(?:\w+ )?(?:face|head|skull|neck|back of|throat|gob|teeth|ribs|windows?|chest|guts|stomach|eyes?|jaw|brains?|legs|kneecaps)|(?:put|puts|putting|stick|sticking|send|pump|plant|take) (?:a |one |two |some |the |couple of )*(?:bullets?|knife|blade|axe|fist|brick|hammer) (?:in|into|through|between|to) (?:him|her|them|you|u|ya|that \w+|the \w+|every \w+|his|her|your|ur|their|those)",
        // break his kneecaps, without a word of will
        r"|(?:break(?:ing)?|snap(?:ping)?|smash(?:ing)?|slit(?:ting)?|wring(?:ing)?|bash(?:ing)?|stave|cave|stamp(?:ing)? on|shoot(?:ing)?|bust(?:ing)?|rip(?:ping)?|punch(?:ing)?|knock(?:ing)?|kick(?:ing)?|stove|crack(?:ing)?) (?:his|your|ur|ya|yer|their|that \w+ s|the \w+ s|them|everyone s) (?:\w+ )?(?:kneecaps?|kneecap|necks?|skulls?|throats?|teeth (?:in|out)|faces? in|heads? (?:in|off)|ribs|jaws?|nose|spine|knuckles|windows? in|brains? (?:in|out)|lights out|block off|legs off|arms off)",
        // whoever told is getting stabbed; one more word and you're getting bottled
        r"|(?:whoever|anyone who|anybody who|any \w+ who|next (?:person|one|kid|boy|girl|teacher) (?:who|to|that)|one more \w+ (?:and|from)|say (?:that|it|one) (?:again|more time|to my face)|try (?:it|that|me)|if (?:you|u|he|she|they|anyone|anybody|someone|i see|i catch)|touch|keep \w+(?: \w+)? and|come near) (?:[^.¶ ]+ ){0,9}?(?:is|are|re|s|ll|will|u|ur|you|your|gets?|gonna|be) (?:going to |gonna |about to |all |so |definitely |u |r |be |is )*(?:(?:get|getting|gets|got|be|end up) )*(?:{DONE}|dead|a dead man|dead meat|in hospital|in a coffin|in the ground|sorry|brown bread|finished|a goner|toast|going down|eating through a straw)",
        r"|(?:he|she|they|ur|u r|u|your|you|you re|youre|he s|shes|she s|they re|im|i m|we re|that (?:kid|boy|girl|teacher|ref)|{PERSON}) (?:is |are |all |s |re |r |gonna |going to |will |ll |so |about to |definitely )*(?:be |get |getting |gets |end up |got )+(?:{DONE})(?: (?:at|after|by|outside|behind|in|on|for|if|when|tomorrow|today|tonight|m8|mate|bro|soon|innit)(?: \w+)?)",
        r"|(?:ur|u r|u|your|you re|youre|you are|he s|she s|they re) (?:so |all |actually |as good as |a |already )*(?:dead(?: meat| man| m8| mate| bro| kid| boy| tomorrow| after| monday| lad)|brown bread|a goner|finished after school|dead when i|marked)|(?:card|cards|time|days) (?:is|are|s) (?:marked|coming to an end|numbered|up (?:mr|mrs|miss|sir|mate))|dead meat|dead man walking|six feet under|pushing up (?:the )?daisies",
        // I hope your house burns down
        r"|(?:hope|hopes|hoping|wish|pray|praying|bet|want) (?:that |to god |to see |all |ur |your |his |her |their |you |u |he |she |they |it |the |whole |entire |ll |will |would |family |kids |mum |dog |car |house |school |office |coach |bus |teacher |ref |head )*(?:burns? (?:down|to the ground|alive|in hell)|(?:get|gets|is|are) (?:run over|knocked (?:over|down)|hit by (?:a|the)|cancer|stabbed|shot|jumped|beaten up|battered|what\w* coming|attacked|mugged|raped|ebola|aids|blown up)|chokes?|dies?|drops? dead|crash(?:es)?|rots?|suffers?|drowns?|falls? (?:off|down|under|in front))",
        // we know where your kids go; see you after school, be ready
        r"|(?:i|we|we all|i also) (?:know|knows|found out|have seen|ve seen|have) (?:exactly )?(?:where|what|which|who|what time|when) (?:car |time |road |street |bus |school |nursery |way |house |door )*(?:you|u|ur|your|he|she|his|her|their|they|miss|mr|mrs|sir)(?: \w+){0,2} (?:lives?|live at|sleeps?|parks?|goes to (?:nursery|school|bed)|go to (?:nursery|school|bed)|leaves? (?:home|the house|school|for work)|walks? home|drives?|drive home|gets? the bus|works?)|(?:watch|mind) (?:your|ur|yer) (?:back|backs)(?: \w+)?|(?:sleep|sleeping) with (?:one|1) eye open|(?:wait|waiting|be|stand|stood) (?:\w+ )?outside (?:\w+ ){0,5}?(?:won t walk|wont walk|not walk|never walk|won t be walking|sort (?:you|him|her) out|have (?:you|him|her))(?: \w+)?|(?:won t|wont|not|never) (?:be )?(?:walk(?:ing)? (?:home|out of here|again)|make it (?:home|to (?:period|lesson|lunch|year|the end))|see (?:tomorrow|your next birthday|christmas)|live to (?:see|regret|tell))(?: alive)?",
        r"|(?:put|putting|puts) (?:you|u|him|her|them|that \w+|the \w+|every \w+|those \w+|any \w+) (?:all |lot |back )*(?:in|into|through) (?:a |the )?(?:hospital|hospitals|a and e|coma|coffin|ground|grave|wheelchair|wall|windscreen|window|morgue|bin lorry|intensive care)|(?:fill|kick|smash|bash|do|cave) (?:your|ur|ya|his|her|their|that \w+ s) (?:\w+ )?(?:face|heads?|teeth|faces) in|(?:gonna|going to|will|ll|wanna|want to|let s|lets) (?:all |just |so )*(?:jump|bang|rush|merk|shank|stab|chef|wet up|smoke|batter|leather|deck|spark|lamp|chin|knock out|do over|gang up on|kick off on) (?:someone|somebody|some \w+|a teacher|teachers|everyone|everybody|people|him|her|them|you|u|ya|year \w+|the year \w+|y[0-9]+s?|{PERSON})|(?:let s|lets|we should|gonna|going to|ll|will) (?:all |just )*(?:burn|blow|torch|bomb|petrol bomb|set fire to|smash up) (?:up |down )?(?:the |this |that |our |your |ur |whole |entire |bloody |stupid )*(?:school|place|building|office|classroom|science block|canteen|bus|car|gym|sports hall|toilets)",
        r"|(?:bring back|want|needs?|deserves?|asking for|give (?:him|her|them|you)|get|gets|got) (?:a |an |right |good |proper |old fashioned |serious |massive |him |her |them )*(?:kicking|pasting|leathering|battering|hiding|knuckle sandwich|beating|smacking|slapping|thrashing|bunch of fives|dead arm|fat lip|broken nose|stabbing|shanking)(?: (?:and|off|from|after|when|if|at)(?: \w+){0,3})?|(?:hang|string|shoot|lynch|behead|burn|drown|gas|strangle|hanged) (?:the |that |this |our |every |all |all the |mr |mrs |miss )(?:\w+ )?(?:{PERSON}|head from|tories|politicians|lot of (?:them|you))(?: (?:from|off|by|in|at|on)(?: \w+){0,2})?|happily (?:strangle|kill|murder|throttle|shoot|drown|stab|swing for|slap) (?:the |that |every |any |whoever |next |first |a |an |those |all |you |him |her )*(?:{PERSON}|whoever|person|one|lot)",
    ),
    &[("WEAPON", WEAPONS), ("DONE", DONE), ("PERSON", SCHOOL_PEOPLE)],
);
