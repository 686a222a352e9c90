//! Shunning and hounding: leave somebody out, drive somebody away, be glad that somebody is gone.
//!
//! *Nobody sit with him*, *keep messaging until she quits*, *good riddance*, *ask her why her dad
//! left*, *first one to make him cry*. In: plain text. Out: the statement, and the words that excuse it
//! in the same sentence.

use std::sync::LazyLock;

use regex::Regex;

use crate::plain::pattern;
use crate::statement::Statement;

/// What is done to leave somebody out.
const SHUN: &[&str] = &[
    "sit (?:with|next to|by|near|beside)",
    "talk to",
    "speak to",
    "play with",
    "partner(?: up)? with",
    "work with",
    "pair up with",
    "go near",
    "stand near",
    "stand next to",
    "invite",
    "pick",
    "choose",
    "pass to",
    "pass (?:the ball )?to",
    "vote for",
    "clap for",
    "clap",
    "cheer for",
    "cheer",
    "hang (?:out|around|about) with",
    "be (?:friends|mates|partners|seen|nice|kind) (?:with|to)",
    "reply to",
    "answer",
    "follow",
    "add",
    "lend (?:\\w+ )?to",
    "share with",
    "dance with",
    "go out with",
    "eat with",
    "help",
    "trust",
    "listen to",
    "laugh at anything",
    "look at",
    "be in a group with",
    "let",
    "touch",
    "hire",
    "believe",
    "save (?:a )?seat for",
    "sign",
    "marry",
    "date",
    "snog",
    "wave at",
    "smile at",
    "room with",
    "share a room with",
];

/// What is done to somebody by many.
const HOUND: &[&str] = &[
    "ignore",
    "blank",
    "avoid",
    "unfollow",
    "unfriend",
    "block",
    "unadd",
    "boo(?: when| at)?",
    "heckle",
    "hiss at",
    "laugh at",
    "laugh when",
    "laugh",
    "boo when",
    "shun",
    "air",
    "bin off",
    "freeze out",
    "move away from",
    "stay away from",
    "steer clear of",
    "keep away from",
    "keep your kids away from",
    "back away from",
    "run away from",
    "walk out on",
    "walk out when",
    "groan when",
    "cough when",
    "egg",
    "prank",
    "troll",
    "trip up",
    "throw things at",
    "throw paper at",
    "chuck things at",
    "bark at",
    "moo at",
    "oink at",
    "make fun of",
    "take the mick out of",
    "pick on",
    "gang up on",
    "wind up",
    "mass report",
    "spam",
    "message",
    "tag",
    "prank call",
    "ring",
    "flood",
    "bombard",
    "dislike",
    "one star",
    "give one star to",
    "leave one star",
    "complain about",
    "sign the petition against",
    "snigger at",
    "snigger when",
    "point at",
    "stare at",
    "hold your nose when",
    "tease",
    "wolf whistle at",
    "record",
    "film",
    "leave out",
    "vote out",
    "vote off",
    "kick out",
    "chuck out",
    "throw out",
    "uninvite",
    "cancel",
    "delete",
    "make (?:\\w+ )?(?:cry|leave|quit|resign|miserable)",
];

/// How somebody gives way.
const BREAKS: &[&str] = &[
    "cr(?:y|ies|ied|ying)",
    "quits?",
    "quitting",
    "leaves?",
    "left",
    "resigns?",
    "gives? (?:up|in)",
    "cracks?",
    "breaks? down",
    "goes",
    "gone",
    "apologises?",
    "admits? it",
    "snaps?",
    "moves? (?:schools?|away|house)",
    "begs?",
    "deletes? \\w+",
    "closes? \\w+",
    "is sacked",
    "gets (?:sacked|fired|the sack)",
    "hands? in \\w+ notice",
    "has a breakdown",
    "explodes?",
    "loses? it",
    "blubs?",
    "is gone",
];

/// Somebody: by a word for them, a title, or a name that the statement does not prove.
const SOMEBODY: &[&str] = &[
    "him",
    "her",
    "them",
    "you",
    "u",
    "(?:mr|mrs|miss|ms|mx|dr|sir|coach|madame|mlle|senor|frau|herr) [a-z]+",
    "(?:that|this|the|our|your|those|these|a certain|certain) (?:\\w+ ){0,2}?(?:boys?|girls?|kids?|lads?|child|children|pupils?|students?|famil(?:y|ies)|teachers?|ta|heads?|headteacher|deputy|caretaker|cook|receptionist|secretary|governors?|parents?|mums?|dads?|mothers?|fathers?|neighbours?|ref|coach|m[ae]n|wom[ae]n|bloke|person|snitch|grass|lot|weirdo|freak|loser|chair|supply|assistant|vicar|twins|brothers|sisters)",
];

pub(super) static SHUNNED: Statement = Statement::new(
    concat!(
        // nobody sit with Osian; everyone unfollow Lacey-Mae
        r"(?:nobody|no one|noone|no 1|no1|don t anyone|dont anyone|don t any of you|don t|dont|do not|never|none of us|not one of us|nobody is to|nobody should|please don t|refuse to|we don t|we dont|we do not|we won t|we never|i won t|stop) (?:even |ever |want to |wanna |wants to |likes to |going to |to |please |dare |ever again )*(?:{SHUN}) (?:{SOMEBODY}|(?P<name>[a-z]+)(?: [a-z]+)?)(?: (?:today|tomorrow|at (?:lunch|break|school|the \w+)|on the (?:coach|bus|trip)|for your|in (?:your|the|our)|any ?more|either|again|ever|unless|she|he|shes|hes|they|it ll|because|or else|until|till|till|from now|pass it on|if (?:you|u)|again|please|all (?:day|week)|, (?:nobody|ever|she|he|they|s?hes)))",
        r"|(?:everyone|everybody|every1|all of you|you all|guys|lads|girls|people|whole (?:class|year|school|team)|the whole (?:class|year|school|team)|let s|lets|let s all|we should|we all|can we|can everyone|can we all|please|just|remember to|shall we|year [0-9]+s?|reminder to|time to|who wants to|challenge|whoever can|keep|start|go and|carry on) (?:please |just |must |should |has to |have to |needs to |need to |all |to |now |agree to |remember to |go and |be sure to |make sure (?:you|to) )*{HOUND} (?:{SOMEBODY}|(?P<owner>[a-z]+)(?: [a-z]+)?) (?:when|today|tomorrow|tonight|at|on|in|from|until|till|til|if|for|she|he|they|shes|hes|and|pass|gets?|goes|walks?|comes|reads?|sings?|speaks?|this|all|as|because|like|please|\.|, )",
        r"|(?:keep|keeps|kept|keep on|carry on|everyone|go on|all) (?:messaging|texting|calling|ringing|dming|tagging|trolling|pranking|bombarding|spamming|reporting|mocking|laughing at|teasing|picking on|emailing|complaining about|bullying|hounding|winding up|pestering|following|filming|heckling|booing|hassling|harassing|pushing|baiting|prodding|goading) (?:\w+ ){1,3}?(?:until|till|til|so (?:he|she|they)|and see (?:if|how)) (?:\w+ ){0,3}?{BREAKS}|(?:until|till|til|before|when|see if|see when|how long (?:before|until|till|til)|how soon|let s see|see who can|wait until|bets on|bets on when|first (?:one|person|to)) (?:\w+ ){0,2}?(?:he|she|they|[a-z]+(?: [a-z]+)?) (?:finally |actually |just )?(?:quits?|cracks|resigns|cries|hands? in \w+ notice|breaks down|has a breakdown|gets the sack|is sacked|moves schools?|gives up and)|(?:first|whoever|see who|prize for|points? (?:for|if)|who can|try to|trying to|let s|lets|we can|we could|gonna|going to|how to|game|challenge|mission) (?:[^.¶ ]+ ){0,4}?(?:make|makes|making|get|getting) (?:\w+(?: \w+)? )(?:to )?(?:cry|cries|crying|quit|leave|resign|break down|miserable|squirm|move schools?|snap|crack|sacked|expelled|fired)|make (?:\w+ ){1,4}?(?:lives|life) (?:hell|a misery|miserable|not worth|a living)|(?:we|i) (?:ve )?(?:got|get|getting|finally got) rid of (?:the last|him|her|them|mr|mrs|miss|that|another|[a-z]+)",
        // glad that she is gone
        r"|good riddance(?: to(?: \w+){0,3})?|(?:hope|hopes|hoping|pray|praying|wish|let s hope|fingers crossed|please god) (?:that |to god |we never |you |he |she |they |it s |i |he s |she s |and pray |\w+ \w+ )*(?:never (?:comes?|see|has|set|returns?|gets?|recovers?|teach(?:es)?|works?|finds?)|doesn t come|don t come|does not come|stays? (?:away|off|gone|ill|sick)|moves? (?:schools?|away|to)|leaves? (?:soon|for good|this|the)|fails?|gets? (?:the sack|sacked|fired|expelled|caught|kicked|divorced|struck off|nits|dumped)|goes? (?:back|for good|bald))|(?:can t|cannot|cant|couldn t) wait (?:for|until|till|til) (?:{SOMEBODY}|he|she|they|(?P<for>[a-z]+)(?: [a-z]+)?) (?:to )?(?:finally )?(?:leave|leaves|quit|quits|resign|resigns|retire|retires|go|goes|be gone|is gone|get (?:sacked|fired|expelled|out)|gets (?:sacked|fired|expelled)|fail|fails|move schools?|move away|be sacked)|(?:glad|happy|pleased|delighted|relieved|thank (?:god|goodness|heavens|the lord|christ)|thrilled|hooray|hurrah|hallelujah|about time|at last) (?:\w+ )?(?:to see the back of|to be rid of|to be shot of|(?:\w+ ){1,3}?(?:has gone|have gone|is gone|are gone|has left us|was sacked|got sacked|got fired|has been sacked|is leaving for good|finally left|has finally (?:left|gone|retired|quit)))|(?:nobody|no one|noone|none of us|not many|few of us|who) (?:will|ll|is going to|s going to|would|d) (?:be )?(?:miss|missing|notice|mourn|cry over|shed a tear for|remember) (?:him|her|them|you|mr|mrs|miss|the (?:shouting|smell|breath|moaning|voice|face|stench|whining|lessons|attitude)|that|his|your|[a-z]+ s)|(?:won t|will not|not) be (?:missed|sorry to see)(?: (?:by|here|at|him|her|the|mr|mrs|miss|you|that)(?: \w+)?)?|(?:school|place|class|world|village|team|staffroom|street|choir|club|year|lessons?|bus) (?:\w+ )?(?:is|was|would be|will be|d be|ll be) (?:so much |much |a lot |far |a better |a nicer |a happier )*(?:better off|better|nicer|happier|quieter|cleaner|brighter|place) (?:place )?(?:without|now that|since|once|when) (?:{SOMEBODY}|he|she|they|(?P<kin>[a-z]+))|do (?:us|everyone|everybody|the (?:world|school|class|team)) (?:all )?a favou?r (?:and |, )*(?:\w+ )?(?:leave|quit|resign|retire|go|stay|shut|move|disappear|die|don t|emigrate|drop|stop)|don t (?:come|hurry|rush|bother coming) back|(?:door|gate) hit (?:you|him|her|them)|reason (?:why )?(?:that )?(?:\w+ ){0,3}?(?:good|decent|all the|so many|other|best|everyone|people|nobody|no one|half|we) (?:\w+ )?(?:teachers?|staff|families|pupils|kids|parents|friends|left|leaves?|leaving|hates?|avoids?|lost|lose|likes|wants|quit|transferred|can t have)",
        // can't stand; sick of; nobody wants
        r"|(?:can t|cannot|cant|couldn t|can barely|can hardly|nobody can|no one can|who can) (?:\w+ )?(?:stand|bear|stomach|abide) (?:{SOMEBODY}|the sight of|the (?:woman|man|girl|boy|kid|teacher|head))(?: (?:either|any|or|,|and|in|on|at|for)(?: \w+)?)?|(?:sick|sick to death|sick and tired|fed up|bored|tired|had enough|heartily sick|done) (?:to (?:death|the back teeth) )?(?:of|with) (?:{SOMEBODY}|(?:her|his|your|their|mrs \w+|mr \w+|miss \w+|[a-z]+) (?:s )?(?:whining|moaning|whingeing|whinging|complaining|complaints|drama|face|voice|lies|excuses|tears|tantrums|bragging|showing off|emails|attitude|constant \w+|nonsense|smell))|(?:nobody|no one|noone|no1|no 1|none of us|not one of us|nobody in \w+(?: \w+)?|who|who on earth) (?:even |ever |actually |really |here |else )*(?:wants?|wanted|likes?|liked|needs?|invited|asked for|asked|cares? about|fancies|rates|trusts?|believes|respects|listens to|would miss|voted for|picked|missed) (?:to (?:hear|see|listen to|sit with|be with|work with|look at|play with|read|know|dance with) )?(?:{SOMEBODY}|(?P<titled>[a-z]+)(?: [a-z]+)?) (?:sing|singing|at|in|on|here|there|anyway|any ?more|speak|dance|play|read|around|to|either|because|anyhow|these days|back|on our|talk|whine|moan|try)|(?:if|when) (?:ur|you re|youre|you are|u r|u|you) (?:still )?(?:friends|mates|talking|nice|hanging out|hanging around) (?:with|to) (?:\w+ ){1,3}?(?:ur|you re|youre|you are|u r|your|then|we|ur not|don t)|fake (?:friends?|mates?)|(?:is|are|s) (?:\w+ )?a (?:fake|snake|rat|two faced|backstabber|grass|fake friend)|(?:petition|sign|campaign|vote|motion) (?:\w+ ){0,3}?(?:to (?:get|have|remove|sack|ban|expel|fire|exclude|replace)|for the (?:sacking|removal|expulsion)) (?:{SOMEBODY}|[a-z]+(?: [a-z]+)?)(?: (?:removed|sacked|fired|banned|expelled|out|off|kicked|thrown|replaced|gone|excluded))?|(?:who|whoever) (?:told|grassed|snitched|blabbed|reported|ratted)(?: on us| us)?(?: \w+){0,3} (?:will|ll|is going|you|we|watch|better|pay|know)|(?:for|on|to) the (?:snitch|grass|rat) (?:who|that|in|from)",
        // gossip
        r"|(?:ask|tell|someone ask|everyone ask|go and ask|let s ask|maybe ask) (?:{SOMEBODY}|[a-z]+(?: [a-z]+)?) (?:why|about (?:his|her|their|the time|what)|what (?:happened|he|she|they|really|his|her)|where (?:his|her|their)|who (?:his|her|their|he|she)|how (?:his|her|he|she|many times)) (?:\w+ ){0,4}?(?:dad|mum|mother|father|parents|brother|sister|boyfriend|girlfriend|husband|wife|ex|left|moved|prison|jail|happened|behind|party|live|lives|cried|crying|wet|dumped|expelled|excluded|fired|sacked|divorced|police|night|toilets|changed|smells?|absent|off sick)|(?:steer|stay|keep) (?:well )?(?:clear|away)(?: \.| of (?:{SOMEBODY}|[a-z]+))|bit (?:odd|weird|strange|creepy|funny|off|special|simple|slow|thick|dim|backward)(?: (?:\. steer|\. stay|\. keep|\. avoid|steer|isn t|don t|if|lol|or|and|that))|difference between (?:mr|mrs|miss|ms|dr|our|the|sir|a year|[a-z]+ s|[a-z]+ and)(?: \w+){0,3}? (?:and|lessons?) (?:\w+ )?(?:anaesthetic|a bucket|a brick|a pig|a donkey|a bag|an? (?:ape|chimp|idiot|ox)|sheep|torture|hell|dental|root canal|death|watching|a zombie|a corpse|a dead|prison|a monkey)|(?:collection|crowdfund\w*|whip ?round|saving up|fundraiser|raffle|club together|chip in) (?:to|for|so|and) (?:\w+ )?(?:buy|get|send) (?:\w+ ){1,4}?(?:a |an |some )(?:personality|sense of humou?r|brain|life|haircut|new face|nose job|wig|toupee|deodorant|bath|calculator|map|diet|one way ticket|girlfriend|boyfriend|backbone|spine|manners|clue)|get a life|take (?:a |the )?hint (?:and|,|nobody|mate|love)?|not welcome (?:here|at|in|on|near)|(?:isn t|is not|aren t|are not|not) (?:invited|allowed|welcome) (?:and|because|to sit|to our|so don t|for a reason|ever)|(?:everyone|everybody|whole (?:class|year|team)) (?:but|except|apart from|bar) (?:{SOMEBODY}|[a-z]+) (?:is|was|gets?|got|are|can|will|please|who)(?: (?:invited|coming|knows|going|welcome|having|allowed|a|in))?",
    ),
    &[("SHUN", SHUN), ("HOUND", HOUND), ("BREAKS", BREAKS), ("SOMEBODY", SOMEBODY)],
);

/// Help, safety, characters and what is kindly left out.
pub(super) static MEANT_WELL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        concat!(
            r"bull(?:y|ying|ied)|be kind|kindness|strangers?|worr(?:y|ied|ies)|talk to (?:someone|us|a|your)|tell (?:someone|somebody|a grown up|an adult|a teacher)|(?:speak|talk) to (?:a|the|your|us|our)|scams?|phishing|emails?|links?|dogs?|geese|goose|swans?|wasps?|ducks?|horses?|bulls?|cows|fire|ice|pond|river|railway|railings|building site|medicines?|allerg\w+|nits|coughs?|sick bug|norovirus|road|roads|crossing|traffic|door|gates?|zigzags?|field|fence|paint|scaffolding|stairs",
            r"|story|stories|character|characters|books?|poems?|poetry|novel|film|villains?|panto(?:mime)?|drama|shakespeare|macbeth|song|lyrics|quiz|chess|elves|elf|santa|father christmas|easter bunny|tooth fairy|referendum|motion|debate|councils?|museum|history|science|reading books?|plants?|seedlings|eggs|sale|tickets|deadline|form|forms|bake|cakes?|homework|competition|lunch menu|photographer|helpers?|volunteers?|offer",
        ),
        &[],
    )
});
