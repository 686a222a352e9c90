//! `text/ridicule`: pupils and others made fun of.
//!
//! A mishap told for laughs, a mock award, a caption contest over a child: words, and mishaps beside
//! the faces that laugh at them.

mod jibes;

use std::sync::LazyLock;

use gatepost_model::{Certainty, Excerpt, Rule, Span};
use regex::Regex;

use crate::expression::compile;
use crate::gate::Gate;
use crate::plain::pattern;
use crate::screen::{Look, Screen, Sighting};
use crate::shapes::Shapes;
use crate::sight::Sight;
use crate::statement::Statement;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    id: "text/ridicule",
    title: "Ridicule",
    finds: "Words and emoji that make fun of a person: mishaps told for laughs, mock awards, captions at somebody's cost.",
    why: "What is funny in a classroom follows a child for years once it is public.",
    remedy: "Leave the joke out, or tell what the person did well.",
    flagged: &[
        "⟦Caption this⟧! Mr Hall after the mud run",
        "Jake ⟦fell flat on his face at sports day 😂⟧",
        "⟦Look at the state of 7B⟧",
    ],
    clean: &[
        "Lucy fell and got straight back up to finish the race",
        "We fell about laughing at the clown 😂",
        "Look at the state of matter: solid, liquid or gas?",
    ],
    misses: &["Mockery that only insiders hear."],
    excerpt: Excerpt::Plain,
};

/// How it looks.
pub(crate) static SCREEN: Screen = Screen {
    rule: &RULE,
    looks: &[
        Look::Pattern { gate: Gate::statement(&MOCKERY), find: mockery },
        Look::Pattern { gate: Gate::statement(&jibes::MOCK_PRAISE), find: mock_praise },
        Look::Pattern { gate: Gate::statement(&jibes::HELD_UP), find: held_up },
        Look::Pattern { gate: Gate::shapes(Shapes::ASTRAL).and_cues(&[ACCIDENTS]), find: mishaps },
        Look::Pattern { gate: Gate::cues(&[LAUGHS]), find: mishaps },
    ],
};

static MOCKERY: Statement = Statement::new(
    concat!(
        r"caption this|caption competition|who wore it (?:worst|best)|laughing ?stocks?|butt of (?:the|every|all) jokes?|figures? of fun|make fun of|making fun of|made fun of|take the mick(?:ey)?|taking the mick(?:ey)?|took the mick(?:ey)?|take the piss|having a laugh at|laugh(?:ed|ing)? at (?:him|her|them|poor|how \w+|the \w+ (?:kid|boy|girl|pupil|child))|point and laugh|everyone laughed at",
        r"|(?:look at|check out|get|clock|imagine|what about) (?:the state of|the face on|the size of (?:him|her|his|their|that (?:kid|boy|girl|belly|nose|head|lad|lass|one|bum|backside))|the hair(?:cut)? on|what \w+ is wearing|that (?:face|hair|haircut|fringe|nose|outfit|belly|walk|run)|his (?:face|hair|haircut|ears|nose|teeth|belly|trousers)|her (?:face|hair|ears|nose|teeth|belly|legs|outfit))(?: \w+)?|(?:worst|ugliest|dumbest|stupidest|silliest|smelliest|slowest|fattest|thickest|weirdest|laziest|dopiest|clumsiest) (?:pupil|pupils|child|kid|kids|boy|girl|student|students|class|haircut|hair ?cut|face|outfit|reader|runner|swimmer|speller|in (?:the )?(?:class|school|year|team)|of the (?:week|day|year|class|bunch|lot))",
        r"|(?:award|prize|trophy|medal|crown|title|certificate|star|wooden spoon|dunce s? ?(?:cap|hat)?|booby prize) (?:for (?:the )?|goes to (?:the )?|of )(?:most |biggest |worst |laziest |slowest |poor |messiest |our resident )+(?:likely to (?:fail|fall|be late|end up|drop out|go to prison|cry|forget)|\w+)|most likely to (?:fail|drop out|end up in|go to (?:prison|jail)|get (?:expelled|excluded|lost|arrested)|never|be single|be late|fall over|cry|amount to nothing|work at)",
        r"|(?:spot|guess|find|name|tag) (?:the|who) (?:one |kid |boy |girl |person |\w+ )?(?:who |that )?(?:ate all|ate the|forgot|didn t|can t|cried|failed|came last|got lost|fell|hasn t|wet|needs a|smells)(?: \w+){0,3}|(?:ha|haha|hahaha|lol|lmao|rofl|omg|ew|eww|yuck|cringe)(?: ,)? (?:look at|check out|get|clock|have you seen|did you see|imagine|at|what is) (?:\w+ )?(?:his|her|their|that|this|those|the state|him|them)(?: \w+){0,2}|lol at \w+|what a (?:baby|wimp|wuss|crybaby|big girl|sight|state|embarrassment|clown|donkey|lemon|weirdo|freak)|look at the state of|(?:crying|cried|cries) because (?:he|she|they) (?:lost|couldn t|was|were|didn t|dropped|missed|fell|came)|(?:slowest|worst|weakest|laziest|fattest|dumbest|thickest|ugliest) (?:\w+ )?(?:in (?:the )?history|ever seen|we ve ever|of all time|since records)|bet (?:\w+ )?(?:can t|cant|couldn t|doesn t) even (?:\w+ )?(?:spell|read|write|count|tie|catch|kick|swim|add)(?: \w+){0,3}|wooden spoon (?:for|goes|to|award)|face ?plant(?:ing|ed|s)? (?:in|into|on|again)|(?:epic|massive|total|absolute|spectacular|hilarious|classic|what a) (?:fail|failure|muppet moment|plonker|wipe ?out|face ?plant|blooper|car crash|howler)|hash ?fail|fail of the (?:day|week|year)|(?:weirdo|freak|loser|moron|idiot|crybaby|geek|nerd|thicko|slowcoach|muppet|numpty|wally|plonker|dipstick|donkey|clown|blonde|doughnut|twit|pillock|dunce|dumbo) (?:of the (?:day|week|month|year)|award|alert|moment|prize)",
        r"|(?:bless (?:him|her|them|his|her)(?: cotton socks)?|poor (?:lad|lass|thing|kid|boy|girl|love|\w+)) (?:, )?(?:he|she|they|who|still|thought|thinks|couldn t|can t|only|tried) (?:\w+ ){0,3}?(?:thinks?|thought|can t|couldn t|cannot|could not|tried|tries|didn t|doesn t|hasn t|isn t|came last|managed)(?: (?:even|to|know|spell|read|count|tie|work out|the|a clue|quite))*|(?:can t|couldn t|cannot|doesn t know how to|didn t know how to) even (?:spell|tie|read|count|write|kick|catch|throw|swim|run|add|hold a|use a|find|pass)(?: (?:his|her|their|a|the|own|name|shoelaces|laces))*",
        r"|(?:looks?|looking|looked|dressed|sounds?|sounding|runs?|running|dances?|dancing|sings?|singing|swims?|walks?) (?:just |exactly |a bit |more |well |so |proper |totally )*like (?:a |an |the )?(?:tramps?|beached whale|drowned rat|sack of (?:spuds|potatoes)|potato|hippo|elephant|gorilla|monkey|ape|pig|cow|troll|ogre|shrek|scarecrow|zombie|clown|bag of (?:spanners|washing)|strangled cat|drunk giraffe|bin bag|orc|gremlin|donkey|walrus|dying (?:cat|walrus|duck)|homeless (?:man|person|woman)|old (?:man|woman|granny)|little (?:girl|boy)s?|girls?|wimps?)",
        r"|(?:wet|soiled|pooed|weed|peed) (?:himself|herself|themselves|his (?:pants|trousers)|her (?:pants|knickers)|their (?:pants|trousers))|(?:had|has|having) (?:a little |an |another )*(?:accident in (?:his|her|their) (?:pants|trousers|knickers)|toilet accident|meltdown|tantrum|hissy fit|strop)|(?:still|always) (?:sucks (?:his|her) thumb|wets? the bed|picks? (?:his|her) nose)|pick(?:s|ed|ing) (?:his|her|their) nose|(?:got|has|have|had|riddled with|crawling with|covered in) (?:head ?lice|nits)|cr(?:ied|ying|ies) like a (?:baby|girl|little \w+)|(?:big|proper|total|right) (?:cry ?baby|wimp|girl s blouse|scaredy cat)|came (?:dead |plum |stone cold )?last (?:again|as usual|as always|for the|lol|haha|by a mile)|last as (?:usual|always)|got (?:nought|zero|0|none) out of|bottom of the class|(?:thickos?|dunces?|dimwits?|remedials?|divvies|numpties|no hopers?|slow ones|thick ones|bottom set|special ones) (?:in|from|of|table|corner|group|class|set) (?:\w+)",
    ),
    &[],
);

/// A word of each mishap.
const ACCIDENTS: &[&str] = &[
    "fell",
    "slipped",
    "tripped",
    "planted",
    "faceplanted",
    "stacked",
    "flying",
    "stuck",
    "lost",
    "soaked",
    "locked",
    "hit",
    "scared",
    "frightened",
    "caught",
    "sick",
    "threw",
    "cried",
    "crying",
    "tears",
    "forgot",
    "split",
    "dropped",
    "missed",
    "goal",
    "last",
    "screamed",
    "ran",
    "burped",
    "farted",
    "snored",
    "snoring",
    "dribbled",
    "dribbling",
    "fluffed",
    "messed",
    "wrong",
    "couldn",
    "couldnt",
    "thought",
];

/// Words of laughter.
const LAUGHS: &[&str] = &[
    "lol",
    "lmao",
    "rofl",
    "ha",
    "haha",
    "hahaha",
    "hahahaha",
    "hahahahaha",
    "hahahahahaha",
    "hehe",
    "bahaha",
    "fail",
];

static MISHAPS: LazyLock<Regex> = LazyLock::new(|| {
    compile(concat!(
        r"(?i)\b(?:fell (?:flat |right |straight |off|over|in|into|on|down|asleep)|slipped|tripped|face[- ]?planted|stacked it|went flying|got (?:stuck|lost|soaked|locked|hit|scared|frightened|caught)|was sick|threw up|cried|crying|burst into tears|in tears|forgot (?:his|her|their)|split (?:his|her|their)|dropped (?:his|her|their|the)|missed (?:the|an open)|scored an own goal|own goal|came last|lost again|screamed|ran away|burped|farted|snor(?:ed|ing)|dribbl(?:ed|ing)|fluffed|messed up|got it (?:all )?wrong|couldn['’]t (?:spell|find|work|remember|do|tie)|thought (?:that )?(?:the|it|a|london|paris|africa))",
        r"[^.!?\n]{0,60}?[.!?]?\s?(?:[😂🤣😆😹🤡🙈🤦💀🫠][\u{1F3FB}-\u{1F3FF}\u{200D}♀♂\u{FE0F}]*|\b(?:lol|lmao|rofl|ha ?ha(?:ha){0,4}|hehe|bahaha|#fail|fail)\b)",
    ))
});

/// Nobody is laughed at: the class laughs together, or at a clown, a film or a fact.
static KINDLY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"matter|trainers|boots|wellies|shoes|socks|weather|playground|field|pitch|garden|my desk|bull(?:y|ying|ied)|be kind|kindness|never|nobody|don t|do not|should not|shouldn t|won t|clowns?|joke book|comedy|comic relief|red nose|panto(?:mime)?|character|story|book|poem|film|play|staff|teachers?|mr|mrs|miss|ms|head|we all|we fell|fell about|snow|rain|jelly|tower|penguins?|puppy|dog|rhymes?|economy|world|the nation",
        &[],
    )
});

fn mockery(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    for (range, span) in sight.own_words(&MOCKERY) {
        let caption = sight.prose.slice(span).to_lowercase().starts_with("caption");
        if caption || !sight.beside(&range, &KINDLY) {
            seen.push(Sighting::new(span, Certainty::Likely, "Words that make fun of somebody."));
        }
    }
}

fn mishaps(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    for found in MISHAPS.find_iter(sight.text()) {
        let words: Span = found.range().into();
        let (first, last) = (sight.token_at(words.start), sight.token_at(words.end));
        let Some((from, _)) =
            sight.plain().word(first).zip(sight.plain().word(last.saturating_sub(1)))
        else {
            continue;
        };
        if !sight.beside(&from, &KINDLY) {
            seen.push(Sighting::new(words, Certainty::Likely, "A mishap told for laughs."));
        }
    }
}

fn mock_praise(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    let message = "Words that praise somebody for a failure, or scoff at them.";
    sight.tell_even_denied(&jibes::MOCK_PRAISE, &jibes::KINDLY, message, seen);
}

fn held_up(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    let message = "Words that hold somebody up to laughter.";
    sight.tell_even_denied(&jibes::HELD_UP, &jibes::KINDLY, message, seen);
}
