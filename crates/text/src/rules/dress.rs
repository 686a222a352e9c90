//! `text/dress`: pupils described in swimwear or a state of undress.
//!
//! Kit lists (*bring your costume and a towel*), lessons and galas are none: a garment counts where
//! somebody is told to be in it, to change out of it, or to be pictured so.

mod bodies;

use std::sync::LazyLock;

use gatepost_model::{Excerpt, Rule};
use regex::Regex;

use crate::gate::Gate;
use crate::plain::pattern;
use crate::screen::{Look, Screen, Sighting};
use crate::sight::Sight;
use crate::statement::Statement;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    id: "text/dress",
    title: "Swimwear and undress",
    finds: "Pupils told of or captioned in swimwear, underwear, leotards or a state of undress, and pictures of changing rooms.",
    why: "Such words turn a picture of children into one that people with bad intentions look for.",
    remedy: "Say what the pupils did, not what they wore, and choose a picture in which they are dressed.",
    flagged: &[
        "Year 4 ⟦in their swimming costumes⟧ after the gala",
        "Our lads ⟦shirtless⟧ on the beach",
        "Cheeky ⟦snap from the girls' changing room⟧",
    ],
    clean: &[
        "Please bring a swimming costume and a towel on Friday",
        "Year 6 swimming gala on Friday",
        "Everyone looked wonderful in their World Book Day costumes",
    ],
    misses: &["What only the picture shows."],
    excerpt: Excerpt::Plain,
};

/// How it looks.
pub(crate) static SCREEN: Screen = Screen {
    rule: &RULE,
    looks: &[
        Look::Pattern { gate: Gate::statement(&DRESSED), find: undress },
        Look::Pattern { gate: Gate::statement(&bodies::BODIES), find: remarks },
    ],
};

/// What one swims or sleeps in, and what is worn underneath.
const GARMENTS: &[&str] = &[
    "swim(?:ming)? ?(?:costumes?|suits?|trunks|shorts|things|kit|gear|stuff|wear|cozz(?:ie|y|ies)|cossies?)",
    "swimmers",
    "costume and goggles",
    "bikinis?",
    "trunks",
    "speedos?",
    "budgie smugglers?",
    "tankinis?",
    "one pieces?",
    "wetsuits? half (?:off|down)",
    "bathers",
    "cossies?",
    "cozzies?",
    "bathing (?:costumes?|suits?)",
    "leotards?",
    "underwear",
    "undies",
    "underpants",
    "pants",
    "pants and vests?",
    "vests? and pants",
    "vests? and knickers",
    "just (?:their |his |her )?(?:pants|vests?|shorts|towels?|socks)",
    "boxers?(?: shorts)?",
    "briefs",
    "knickers",
    "bras?",
    "sports bras?",
    "crop tops?",
    "thongs?",
    "lingerie",
    "nightie",
    "nighties",
    "nappies",
    "a nappy",
    "(?:swim|swimming|disposable|reusable) nappies",
    "(?:swim|bathing) wear",
    "board shorts",
    "undercrackers",
    "y fronts",
    "nighties and nothing \\w+",
    "(?:wet|tight|skin tight|see through|skimpy|revealing|tiny) (?:\\w+ )?(?:tops?|shorts|t shirts?|tee shirts?|shirts?|skirts?|lycra|leggings|outfits?|costumes?|clothes|dresses|dress)",
    "hot pants",
    "short shorts",
    "mini ?skirts?",
    "nothing but (?:a |their |his |her )?\\w+",
    "next to nothing",
    "very little",
    "(?:only |just )?(?:a |his |her |their )?(?:little )?towels?",
    "bath ?robes?",
    "birthday suits?",
];

static DRESSED: Statement = Statement::new(
    concat!(
        r"(?:in|wearing|wore|wears|sporting|modelling|flaunting|showing off|down to|stripped to|wrapped in|squeezed into|changed into|changing into|dressed in|out of|pulling (?:on|off)|taking off) (?:only |just |nothing but |matching |their |his |her |our |my |the |a |these |those |little |tiny |new |swim |gym |wet |skimpy |cute |colourful |pink |red |blue |school |team |tight |best |finest |favourite |full |lovely |brand |soaking |cheeky )*{GARMENT}",
        r"|(?:bikini|swimsuit|swimwear|underwear|towel|lycra|leotard|scantily|barely|half|semi) (?:clad|dressed|clothed|naked|nude)|(?:{GARMENT}) (?:pics?|photos?|pictures?|snaps?|shots?|selfies?|photoshoot|shoot|parade|competition)",
        r"|(?:just |straight |fresh )?out of the (?:showers?|bath|changing rooms?)|mid change|topless|shirtless|bare ?chested|bare chests?|bare (?:bums?|bottoms?|backs?|midriffs?|tummies|skin)|half ?naked|half ?dressed|undressed|partially clothed|scantily clad|in the (?:nude|buff|altogether|nuddy)|(?:stark |completely |totally |half |butt |buck |all |running around |running about |running |caught |nearly |almost |practically )*(?:naked|starkers|nude) (?:in|at|on|for|lads|boys|girls|pupils|children|toddlers|babies|kids|bottoms?|bums?|swim|dip|paddle|romp|showers?|selfies?|water|mud|team|teacher|and (?:proud|loving|happy|wet|muddy|cold))(?: the)?|(?:children|boys|girls|pupils|lads|toddlers|kids|nursery|reception|year [0-9]+s?|team) (?:\w+ ){0,3}?(?:naked|nude|starkers)|(?:as )?naked as the day|bare (?:chested|bottomed|bummed|footed and bare chested)|in (?:a state of|various states of|different states of) (?:un)?dress|skinny ?dip(?:s|ped|ping|pers?)?|flesh on show|showing (?:a bit|a lot|plenty|too much|lots) of (?:leg|flesh|skin)",
        r"|(?:shirts?|tops?|t shirts?|tees|trousers|shorts|kit|clothes|pants|nappies|vests?|tights|skirts?|jumpers? and shirts?|everything) (?:came |come |were |are |went |straight |all )*(?:off|down|round (?:his|her|their) ankles|hitched up|tucked up)|(?:took|taking|take|ripped|ripping|whipped|whipping) (?:off )?(?:his|her|their|our) (?:shirts?|tops?|t shirts?|clothes|trousers)(?: off)?|strip(?:ped|ping|s)? (?:off|down|to)|(?:tops?|shirts?|kit|vests?|t shirts?) (?:off|came off)(?: (?:and|in|for|on|lads|boys|at|time))?|wardrobe malfunctions?|(?:saw|see|seeing|show(?:s|ed|ing)?|glimpse of|flash of|exposed|exposing|revealed|revealing|caught sight of) (?:his|her|their|everyone s|my|all his|all her|all their|off his|off her|off their) (?:\w+ )?(?:pants|knickers|bra|bum|boxers|underwear|bottoms?|undies|underpants|cleavage|chest|tummies|legs|six packs?|midriffs?|tan lines?|bits)|(?:shorts|trousers|skirts?|pants|tights|trunks|costumes?|bikinis?|bikini top|dress|dresses|towels?|leotards?|swimming costumes?|knickers|nappy|nappies|bottoms) (?:\w+ )?(?:fell|fall|falls|falling|came|come|coming|slipped|slipping|slid|dropped|dropping|blew|ripped|ripping|split|splitting|riding|rode|ride|rolled|flew|tore) (?:right |clean |straight |all the way )?(?:down|off|up|open|round|at the (?:back|seams))|knickers (?:showing|on show)|pants (?:showing|on show)|bra straps?|flash(?:ed|ing)? (?:his|her|their) (?:\w+)",
        r"|(?:(?:pics?|photos?|pictures?|snaps?|shots?|selfies?|video|clip|caught|spotted|peek|look|behind the scenes|backstage|goings on|fun|giggles|chaos|scenes|antics|gossip|party|getting ready|preparing) (?:\w+ ){0,5}?|straight |live )(?:in|from|inside|of|at|into) (?:the )?(?:\w+ s? ?){0,2}(?:changing ?rooms?|changing|showers?|getting (?:changed|undressed|dressed|ready for bed)|locker room|toilets|communal showers|sauna|hot tub)|(?:while|as|whilst|before|mid|still|busy|in the middle of) (?:they |he |she |the \w+ |were |was |are |is |all |got |get )*(?:getting |got |get )?(?:changed|changing|undressing|undressed|showering|in the shower)(?: for (?:pe|swimming|bed|the))?",
        // getting changed for swimming; bath time; nothing but a towel
        r"|(?:pupils|children|boys|girls|kids|lads|nursery|reception|toddlers|class \w+|year (?:[0-9]|1[0-3])s?|they|he|she|everyone|squad|team|us|we) (?:\w+ )?(?:are |were |all |busy |is |was |while |whilst |as |still |just )*(?:getting|got|get|gets) (?:changed|undressed|dried|showered|ready) (?:for|after|before) (?:swimming|pe|bed|the gala|the pool|their (?:swim|bath|shower)|a (?:swim|bath|shower|dip))|(?:changed|changing|undressing|undressed|stripping) (?:for|after|before) (?:swimming|pe|bed|the gala|the pool|games|gym|sports)|(?:bath|shower|bedtime bath) time (?:at|for|on|in|fun|with|is|after|before)|bubble ?bath|(?:in|into|out of|enjoying|having|having a|splashing in|sharing) (?:a |the |his |her |their |our )(?:bubbly |hot |warm |big |lovely )*(?:bath|bathtub|tub|hot tub|jacuzzi|sauna|showers?) (?:together|after|at|with|before|on|in|time|fun|and)|nothing but (?:a |their |his |her |our )?(?:\w+ )?(?:towels?|pants|nappy|nappies|trunks|smiles?|socks|vests?|bikinis?|costumes?|swim\w*|bubbles|mud|knickers)|(?:sunbath(?:ing|ed)|lounging|posing|pose|posed|lined up|lining up|cuddled up|snuggled up|strutting|parading|parade|prancing|frolicking) (?:\w+ ){0,3}?in (?:their |his |her |our |matching |tiny |new |the |just |only )*{GARMENT}",
    ),
    &[("GARMENT", GARMENTS)],
);

/// Kit lists, rules and lessons, in the same sentence; art and history.
static KIT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        concat!(
            r"please|remember|bring|brings|bringing|pack|packed|packing|should|must|need|needs|needed|ought|require[sd]?|kit list|kit|can (?:wear|come|change|be|arrive)|may (?:wear|come|change)|lost property|label|labelled|named|spare|donat\w+|collect\w+|second hand|uniform shop|for sale|buy|allowed|not allowed|permitted|don t forget|do not|policy|rules?|make sure|reminder|have to|has to|will be able to|come to school",
            r"|statues?|sculptures?|paintings?|gladiators?|greeks?|egyptians?|romans?|olymp\w+|emperor|cave|neanderthals?|dolls?|mannequins?|captain underpants|aliens love|pants for|pirates?|sumo|costume department|story|book|penguins?|elephants?|dinosaurs?|teddies|teddy|scarecrows?|snowm[ae]n|nativity|shepherds|tea towels?|paper towels?|rolls?|bumper|polar bear|nspcc|dog|cat|horse",
            r"|mud kitchen|changing room (?:is|are|was|were|has|have|refurb\w*|floor|roof|door|closed|open|block)|lights|clocks?|leaves|fell off|new changing rooms?|bus|buses|sandals|roller|swimming lessons? (?:start|begin)|bird ?bath|the peg|pegs?|tortoises?|dogs?|pets?|guinea pigs?|hedgehogs?|chicks|dolls?|animals|reptiles?|lizards?|birds?|bath bombs?|bath (?:bun|university|spa|museum|cathedral|city|rugby)|roman baths?|costumes? (?:for|from) (?:the (?:play|show|panto)|world book)|dress up|dressing up|baby dolls?|washing day|pets?|elephant",
        ),
        &[],
    )
});

fn undress(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    sight.tell(&DRESSED, &KIT, "Words that describe people in swimwear or undress.", seen);
}

fn remarks(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    let message = "A remark on somebody's body, or on what their clothes show.";
    sight.tell_even_denied(&bodies::BODIES, &bodies::OF_KIT, message, seen);
}
