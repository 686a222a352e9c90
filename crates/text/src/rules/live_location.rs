//! `text/live-location`: where pupils are now, or will be.
//!
//! A venue or accommodation *and* a present or future time. A town alone, a trip that is over, an
//! event to which families are invited and a list of fixtures are none, and neither is the school
//! itself.

mod journeys;

use std::sync::LazyLock;

use gatepost_model::{Certainty, Excerpt, Rule};
use regex::Regex;

use crate::gate::Gate;
use crate::plain::pattern;
use crate::screen::{Look, Screen, Sighting};
use crate::sight::Sight;
use crate::statement::Statement;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    id: "text/live-location",
    title: "Where pupils are or will be",
    finds: "A venue or accommodation off site where pupils are now or will be at a time told.",
    why: "Whoever means harm need only go there, and parents who may not know find out.",
    remedy: "Post after the trip is over, or name the town alone.",
    flagged: &[
        "⟦We are now at the Castle Museum until 3pm⟧",
        "⟦Year 6 are staying at Lakeside Hostel until Friday⟧",
        "⟦Year 3 will be at Anytown Zoo⟧ on Tuesday",
    ],
    clean: &[
        "We had a wonderful day at the museum yesterday",
        "We have arrived safely in York",
        "Join us at St Mary's church on Friday at 2pm for our carol service",
        "We are in the school hall",
    ],
    misses: &["A venue that only locals know."],
    excerpt: Excerpt::Plain,
};

/// How it looks.
pub(crate) static SCREEN: Screen = Screen {
    rule: &RULE,
    looks: &[
        Look::Pattern { gate: Gate::statement(&NOW), find: now },
        Look::Pattern { gate: Gate::statement(&COMING), find: coming },
        Look::Pattern { gate: Gate::statement(&journeys::WHERE), find: journeys::journeys },
    ],
};

/// Places off site where pupils can be found.
const VENUES: &[&str] = &[
    "museum",
    "gallery",
    "zoo",
    "safari park",
    "aquarium",
    "sea ?life centre",
    "theme park",
    "alton towers",
    "legoland",
    "thorpe park",
    "chessington",
    "drayton manor",
    "gulliver s",
    "paultons park",
    "castle",
    "abbey",
    "cathedral",
    "minster",
    "palace",
    "stately home",
    "national trust",
    "beach",
    "seafront",
    "pier",
    "quarry",
    "reservoir",
    "lake",
    "river",
    "forest",
    "woods?",
    "country park",
    "nature reserve",
    "farm",
    "farm park",
    "city farm",
    "theatre",
    "cinema",
    "arena",
    "stadium",
    "o2",
    "wembley",
    "swimming pool",
    "leisure centre",
    "sports centre",
    "leisure pool",
    "ice rink",
    "bowling alley",
    "bowling",
    "trampoline park",
    "climbing wall",
    "climbing centre",
    "ski slope",
    "water ?sports centre",
    "outdoor centre",
    "activity centre",
    "adventure centre",
    "adventure park",
    "playground on \\w+",
    "park",
    "(?:town|city|central|public|local|village|county|community|british|branch) library",
    "town hall",
    "parliament",
    "downing street",
    "tower of london",
    "london eye",
    "natural history museum",
    "science centre",
    "science museum",
    "eden project",
    "planetarium",
    "observatory",
    "airport",
    "station",
    "services",
    "service station",
    "ferry port",
    "port",
    "coach station",
    "bus station",
    "mcdonald s",
    "pizza \\w+",
    "restaurant",
    "cafe",
    "shopping centre",
    "church",
    "mosque",
    "synagogue",
    "gurdwara",
    "temple",
    "university",
    "(?:roman |thermal |swimming )?baths",
    "lido",
    "water ?park",
    "splash ?pad",
    "soft play(?: centre)?",
    "skate ?park",
    "wildlife park",
    "animal park",
    "bird park",
    "(?:donkey|wildlife|animal) sanctuary",
    "arboretum",
    "(?:botanic|botanical|kew) gardens?",
    "caves?",
    "caverns?",
    "coal mine",
    "windmill",
    "lighthouse",
    "harbour",
    "marina",
    "dockyard",
    "village hall",
    "community centre",
    "scout hut",
    "concert hall",
    "opera house",
    "exhibition centre",
    "conference centre",
    "heritage centre",
    "visitor centre",
    "discovery centre",
    "space centre",
    "wetlands? centre",
    "garden centre",
    "steam railway",
    "roman villa",
    "waterfall",
    "golf (?:club|course)",
    "(?:cricket|football|rugby) (?:club|ground)",
    "(?:rowing|sailing|tennis) club",
    "athletics track",
    "velodrome",
    "stonehenge",
    "hadrian s wall",
    "hampton court",
    "blackpool tower",
    "cadbury world",
    "beamish",
    "bletchley park",
    "chatsworth",
    "longleat",
    "flamingo land",
    "go ape",
    "college",
    "high school",
    "fire station",
    "police station",
    "care home",
];

/// Where pupils sleep.
const BEDS: &[&str] = &[
    "hostel",
    "youth hostel",
    "yha \\w+",
    "hotel",
    "guest ?house",
    "campsite",
    "camp site",
    "camp",
    "lodge",
    "lodges",
    "chalets?",
    "dormitor(?:y|ies)",
    "dorms?",
    "bunkhouse",
    "holiday park",
    "caravan park",
    "travelodge",
    "premier inn",
    "pgl(?: \\w+)?",
    "kingswood(?: \\w+)?",
    "butlins(?: \\w+)?",
    "centre parcs?",
    "center parcs?",
    "condover(?: \\w+)?",
    "residential centre",
    "field ?studies centre",
    "field centre",
    "manor house",
    "host families",
    "accommodation",
    "apartments?",
];

static NOW: Statement = Statement::new(
    concat!(
        r"(?:{THEM} (?:are |r |is |re |s |am |have |has |ve |all |now |currently |just |safely |already |still |here |both |having \w+ |enjoying \w+ |spending \w+ |exploring |eating \w+ |queuing |waiting |playing |swimming |paddling |walking |learning |busy |out and about |off |right now |today |this morning |this afternoon |arrived |settled |settling in |checked in |camped |back |together |outside |live |on our way to |on the way to |heading to |heading for |en route to |travelling to |setting off (?:for|to) |about to (?:arrive at|enter|leave)? ?)+|(?:currently|right now|now|live|here we are|(?:just|safely|finally|we|all) arrived (?:safely |at last )*(?:at|in)|arrived safely (?:at|in)|day (?:one|two|three|four|five|[1-9]) (?:at|in)|checked in|reporting live|greetings|hello|morning all|lunch ?time|first stop|next stop|today we re|we re)(?: , | : | )(?:live |now |today |all )*)",
        r"(?:at|in|inside|outside|near|by|from|on|to|for)? ?(?:the |a |our |their )?(?:[a-z0-9]+ (?:s )?){0,4}?(?:{VENUE}|{BED})(?: (?:{VENUE}|{BED}))*(?: (?:right now|now|today|this (?:morning|afternoon|evening|week)|until \w+|till \w+))?",
        r"|{THEM} (?:at|inside) (?:the |a |our )?(?:[a-z0-9]+ (?:s )?){0,4}?(?:{VENUE}|{BED}) (?:right now|now|today|tonight|this (?:morning|afternoon|evening|week))",
    ),
    &[("THEM", THEM), ("VENUE", VENUES), ("BED", BEDS)],
);

static COMING: Statement = Statement::new(
    concat!(
        r"{THEM} (?:will (?:all |then |also |soon |next )?(?:be )?(?:at|in|staying|stay|visiting|visit|sleeping|sleep|spending|spend|camping|camp|arriving|arrive|leaving|leave|having|swimming|walking|climbing|sailing|canoeing|skiing|hiking|cycling|exploring|meeting|travelling|travel|going|based|heading)|(?:are|is|re) (?:all |also |then |now |off |currently |going to be |going |due )*(?:staying|visiting|sleeping|camping|heading|going|travelling|off|spending|arriving|based|walking|swimming|there|away|due|booked))(?: (?:overnight|to|at|in|for|on|the|a|their|our|by|with|from|two|three|four|five|nights?|days?|out|back|up|down|week|of|lunch|swimming|weekend|coach|train|minibus|into|until))*",
        r" (?:[a-z0-9]+ (?:s )?){0,4}?(?:{VENUE}|{BED})",
        r"|(?:accommodation|staying|our hostel|our hotel|our campsite|we sleep|they sleep|dorms?|rooms?|address for the week|residential address|residential|camp address|pick ?up point|drop ?off point|meeting point|collection point)(?: (?:is|are|will be|for the \w+|at|in|address|of|the|will|be|details|at the|on \w+))* ?:? (?:at |in |the |is )*(?:[a-z0-9]+ (?:s )?){0,4}?(?:{VENUE}|{BED})",
    ),
    &[("THEM", THEM), ("VENUE", VENUES), ("BED", BEDS)],
);

/// Pupils, as a post speaks of them.
const THEM: &[&str] = &[
    "we",
    "they",
    "year (?:[1-9]|1[0-3])s?",
    "y(?:[1-9]|1[0-3])s?",
    "years? [1-9] and [1-9]",
    "reception",
    "nursery",
    "(?:[1-9]|1[0-3])[a-z]{1,3}",
    "(?:the |our |all |your )?(?:pupils|children|class|classes|students|boys|girls|group|kids|choir|band|orchestra|team|teams|school council|cadets|cubs|sixth formers|sixth form|gcse \\w+|a level \\w+|geographers|historians|scientists|artists|linguists|explorers|campers|skiers|minibus|coach|coaches)",
    "everyone",
    "everybody",
    "the whole class",
];

/// A time that is not over.
static TIME: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        concat!(
            r"now|currently|right now|live|today|tonight|tomorrow|this (?:morning|afternoon|evening|week|weekend|monday|tuesday|wednesday|thursday|friday|saturday|sunday|month|term)|next (?:week|weekend|monday|tuesday|wednesday|thursday|friday|month|term)|(?:on |until |till |from |by |to )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)|[0-9]{1,2}(?: [0-9]{2})? ?(?:am|pm)|noon|midday|[0-9]{1,2}(?:st|nd|rd|th)?(?: of)? (?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)|(?:january|february|march|april|may|june|july|august|september|october|november|december) [0-9]{1,2}|all (?:week|day)|(?:for )?(?:the )?(?:two|three|four|five|next) (?:nights|days)|overnight|the weekend",
            r"|(?:[0-9]{1,2} ){2}(?:20)?[0-9]{2}|at [0-9]{1,2}(?: [0-9]{2})?|until [0-9]{1,2}",
        ),
        &[],
    )
});

/// Over, open to families, a fixture, the school itself, or no place at all.
static NO_MATTER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        concat!(
            r"polling|election|yesterday|last (?:week|night|month|term|year|monday|tuesday|wednesday|thursday|friday|weekend)|had a|enjoyed|visited|went to|were at|was at|spent|returned|back from|home from|what a (?:day|trip|week)|thank you for having us|join us|all welcome|everyone (?:is )?welcome|families (?:are )?(?:welcome|invited)|parents (?:are )?(?:welcome|invited)|come (?:along|and)|come to|tickets?|doors open|open (?:day|evening|morning)|service at|invite(?:d)?|public|drop in|stall|market|fete|fair|see you (?:there|at)",
            r"|room (?:change|swap)|change of room|new room|moved rooms?|arrived from|fixtures?|away (?:to|at|v)|kick off|home match|league|cup|match|versus|parents evening|in the (?:school|main|sports|dining) (?:hall|library|field|playground|pool)|school (?:library|hall|church|park|farm|forest|woods?|pool|theatre|camp)|forest school|our (?:library|playground|school|own|theatre|forest|nature reserve|pond)|reading (?:a |the )?|learning about|studying|drawing|painting|building a|model|design\w*|book|story|letter|topic|assembly|(?:art|class|dt|history|science|stem|topic|our) projects?|imagine|pretend|virtual\w*|online|zoom|fundrais\w+|raising|donat\w+|collect\w+ for|walk to school|park and stride|parking|car park|park (?:on|in|your|considerately|safely)|please (?:do not |don t )?park|road works|meeting minutes|payments?|deposit|letters?|consent|forms?|kit list|due (?:by|on)|information (?:evening|meeting)|governors|staff|teachers (?:are|will)|pta",
        ),
        &[],
    )
});

fn now(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    whereabouts(sight, &NOW, seen);
}

fn coming(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    whereabouts(sight, &COMING, seen);
}

fn whereabouts(sight: &Sight<'_>, statement: &Statement, seen: &mut Vec<Sighting>) {
    for (range, span) in sight.own_words(statement) {
        let words = sight.plain().sentence(&range);
        if TIME.is_match(words) && !NO_MATTER.is_match(words) {
            let message = "A place where pupils are or will be.";
            seen.push(Sighting::new(span, Certainty::Likely, message));
        }
    }
}
