//! Private affairs of somebody who can be told: a fact, tied to a person or a handful of people.
//!
//! *Children with asthma bring their inhalers* is general. *Maya has asthma*, *his asthma*, *two
//! pupils in 4B have asthma* and *the asthma plan for our Year 3 girl* are somebody's. In: a text and
//! the facts of a rule, as patterns of plain text. Out: the places where a fact is tied.

use std::ops::Range;

use gatepost_model::Span;

use crate::aim;
use crate::sight::Sight;
use crate::statement::{Class, Statement};

/// Who: a person by a capital (proved later), by what they are, or a handful.
pub(crate) const WHO: &[&str] = &[concat!(
    r"(?:(?:mr|mrs|miss|ms|mx|dr) (?P<titled>[a-z]+)",
    r"|(?:a|an|one|another|this|that|our|the|my|one of (?:our|the|my)|a certain|the only|our only|our one|the one|a (?:little|young|new|former|lovely|poor)|an? older) (?:\w+ )?(?:pupil|child|boy|girl|student|kid|lad|lass|learner|teacher|ta|teaching assistant|colleague|cook|caretaker|member of (?:staff|our team)|mum|dad|mother|father|parent|family|governor|brother|sister|twin|pair|headteacher|receptionist|cleaner)s?(?: in (?:year|y|class|form|set|room|[0-9]+)(?: ?\w+)?| of mine| from (?:year|class|y) ?\w+)?",
    r"|(?:(?:our|the|these|those|all|just) )*(?:two|three|four|five|six|2|3|4|5|6|a couple of|a few|a handful of|some of (?:our|the)|several of (?:our|the)|both) (?:of (?:our|the|my) )?(?:\w+ )?(?:pupils|children|boys|girls|students|kids|lads|learners|teachers|staff|colleagues|families|mums|dads|parents|brothers|sisters|twins|siblings|year (?:[0-9]|1[0-3])s?)(?: in (?:year|y|class|form|set|room|[0-9]+)(?: ?\w+)?| from (?:year|class|y) ?\w+)?",
    r"|(?:a |the |our |one |that )?(?:year|y) ?(?:[0-9]|1[0-3]) (?:girl|boy|pupil|child|student|lad|lass)",
    r"|(?:pupil|child|student|name) (?:a|b|x|y|initials \w+)",
    r"|(?:(?P<kin>[a-z]+) s|his|her|their) (?:mum|dad|mother|father|parents|brother|sister|stepdad|stepmum|step dad|step mum|nan|gran|grandad|family|husband|wife|partner|boyfriend|girlfriend|son|daughter|baby|twin|uncle|aunt|auntie)",
    r"|(?:the )?(?:mum|dad|mother|father|brother|sister|parents) of (?P<owner>[a-z]+)",
    r"|(?P<pronoun>he|she)",
    r"|(?P<name>[a-z]+)(?: (?P<surname>[a-z]+))?(?: (?:in|from|of) (?:year|y|class|form|set|[0-9]+)(?: ?\w+)?| , (?:year|y|class|[0-9]+)(?: ?\w+)?(?: ,)?| , (?:aged? )?[0-9]+ ,?)?)",
)];

/// Somebody who is spoken of, in the possessive.
pub(crate) const WHOSE: &[&str] = &[
    r"(?:(?P<his>his|her)|(?P<owner>[a-z]+)(?: [a-z]+)? s|(?:the|our|this|that|one|a) (?:\w+ )?(?:pupil|child|boy|girl|student|lad|kid|family|teacher|mum|dad|colleague|twins?)(?: in \w+ ?\w*)? s|(?P<mr>mr|mrs|miss|ms|dr) [a-z]+ s)",
];

/// Maya has been diagnosed with asthma; two pupils in 4B are on free school meals.
const TOLD: &str = r"{WHO} (?:, |who |also |still |sadly |now |just |really |has |recently |both |all |currently |unfortunately |always )*(?:(?:has|have|had|got|s got|ve got|with|needs|need|receives?|receiving|gets?|getting|takes|sees|suffers? (?:from|with)|living with|lives with|struggles? with|struggling with|battling|recovering from|diagnosed with|is being tested for|being assessed for|assessed for|was diagnosed with|(?:is|are|was|were|been) (?:\w+ )?(?:diagnosed with|assessed for|tested for|on|given|eligible for|entitled to|getting|receiving|claiming|having)|qualifies for|qualify for|claims?|wears?|uses|on|off (?:school )?with|absent with|away with|has been given|missed \w+ with) (?:a |an |the |his |her |their |very |quite |bad |severe |mild |some |type [12] |suspected |chronic |more |extra |ongoing |serious |such |been |to |have )*{HAS}|(?:is|are|s|was|were|being|re|has been|have been|became|turned out to be|identified as|identifies as|came out as|registered) (?:a |an |the |also |both |very |quite |really |badly |severely |mildly |profoundly |now |currently |being |seriously |still |our only |the only |so |once |previously |only |sadly |actually |probably |in |on |clearly )*{IS}|(?:has |have |had |is |are |was |were |been |got |being |s |re |will |be |going |to |just |also |both |sadly |recently |finally |nearly |almost |just been |never |keeps? |kept )*{DID})";

/// His EHCP; Maya's diagnosis; the support plan for Tom.
const PAPERS: &str = r"{WHOSE} (?:\w+ ){0,2}?(?:{THING}|{HAS})|(?:{THING}|{HAS}) (?:\w+ ){0,3}?(?:for|of|about|regarding|re|concerning|belonging to) (?:our |the |little |young |former )?(?:(?P<for>[a-z]+)(?: [a-z]+)?(?: in (?:year|y|class)? ?\w+)?)";

/// Our FSM children in 4B; the three SEN pupils; FSM list: ...
const LISTS: &str = r"(?:the|our|these|those|all|my|both)(?: only| one| two| three| four| five| few| handful of| little group of)? (?:{HAS}|{IS}|{THING}) (?:pupils?|child|children|kids?|boys?|girls?|lads?|students?|learners?|family|families|ones?)(?: (?:\w+ ){0,6}: (?P<owner>[a-z]+)(?: , [a-z]+| and [a-z]+)| (?:in|from|of) (?:the |our )?(?:year|y|class|form|set|table|group|[0-9]+)(?: ?\w+)?| (?:: |, )?(?P<name>[a-z]+) (?:, [a-z]+|and [a-z]+)| :)|(?:our|the|my|both) (?:one|two|three|four|five|few|handful of|couple of|little group of) (?:\w+ )?(?:{HAS}|{IS}) (?:pupils|children|kids|boys|girls|students|families|ones|lads|staff)|our (?:\w+ )?(?:{IS}) (?P<for>[a-z]+)|(?:our|the) (?:only|one) (?:{HAS}|{IS}) (?:pupil|child|boy|girl|student|family|kid|teacher|staff member)|(?:{THING}|{HAS}) (?:list|register|pupils|children|kids|group) (?:\w+ )?: (?P<kin>[a-z]+)|{THING} (?:review |meeting |hearing |plan )?(?:today |tomorrow )?(?:for|about) (?:a|one|two|three|the) (?:\w+ )?(?:pupil|pupils|child|children|boy|boys|girl|girls|family)(?: in \w+ ?\w*)?";

/// The statements of a rule's facts.
pub(crate) struct Affairs {
    /// Each of them.
    pub(crate) statements: [Statement; 3],
}

impl Affairs {
    /// Statements of states (*has asthma*, *is autistic*: the classes `HAS` and `IS`), deeds and
    /// events (`DID`: *was excluded*), and papers (`THING`: *EHCP*, *diagnosis*). The classes `WHO`
    /// and `WHOSE` are [`WHO`] and [`WHOSE`].
    pub(crate) const fn new(classes: &'static [Class]) -> Self {
        let statement = [
            Statement::new(TOLD, classes),
            Statement::new(PAPERS, classes),
            Statement::new(LISTS, classes),
        ];
        Self { statements: statement }
    }

    /// The places where a fact is tied to somebody.
    pub(crate) fn find(&self, sight: &Sight<'_>) -> Vec<(Range<usize>, Span)> {
        self.statements.iter().flat_map(|statement| tied(sight, statement)).collect()
    }
}

/// The places of a statement that are about a person: what its groups `name`, `owner`, `for`,
/// `titled` or `kin` stand for must be written as a name.
pub(crate) fn tied(sight: &Sight<'_>, statement: &Statement) -> Vec<(Range<usize>, Span)> {
    let mut all = Vec::new();
    let mut reach = sight.reach_of(statement);
    let plain = sight.plain();
    while let Some(found) = statement.find(plain.text(), reach.clone()) {
        let Some(found) = statement.expression().captures_at(plain.text(), found.start) else {
            break;
        };
        let Some(whole) = found.get(0) else { break };
        let person = ["name", "owner", "for", "titled", "kin"].iter().find_map(|group| {
            let group = found.name(group)?;
            Some(is_person(sight, group.start(), group.as_str()))
        });
        if person.unwrap_or(true) {
            all.extend(plain.place(whole.range()).map(|span| (whole.range(), span)));
            reach.start = whole.end();
        } else {
            // The next word may be the one that is meant.
            reach.start = plain
                .text()
                .get(whole.start()..)
                .and_then(|rest| rest.find(' '))
                .map_or(whole.end(), |blank| whole.start() + blank + 1);
        }
    }
    all
}

/// Words that begin a sentence with a capital, or have one, and are nobody's name.
const NOBODY: &[&str] = &[
    "a",
    "about",
    "after",
    "all",
    "also",
    "an",
    "and",
    "any",
    "anyone",
    "anybody",
    "april",
    "are",
    "as",
    "asthma",
    "at",
    "august",
    "autism",
    "because",
    "before",
    "being",
    "both",
    "british",
    "but",
    "by",
    "can",
    "charity",
    "child",
    "children",
    "christmas",
    "class",
    "club",
    "coffee",
    "congratulations",
    "covid",
    "december",
    "diabetes",
    "did",
    "do",
    "does",
    "dyslexia",
    "each",
    "easter",
    "ehcp",
    "ehcps",
    "england",
    "english",
    "epilepsy",
    "every",
    "everyone",
    "everybody",
    "families",
    "family",
    "february",
    "first",
    "for",
    "free",
    "friday",
    "from",
    "get",
    "good",
    "governors",
    "great",
    "had",
    "half",
    "has",
    "have",
    "head",
    "health",
    "help",
    "here",
    "how",
    "i",
    "if",
    "in",
    "information",
    "is",
    "it",
    "its",
    "january",
    "july",
    "june",
    "just",
    "key",
    "lessons",
    "let",
    "like",
    "many",
    "march",
    "may",
    "meet",
    "mental",
    "monday",
    "more",
    "most",
    "my",
    "national",
    "new",
    "no",
    "nobody",
    "not",
    "november",
    "nurse",
    "october",
    "of",
    "on",
    "one",
    "or",
    "our",
    "parents",
    "people",
    "please",
    "primary",
    "pupil",
    "pupils",
    "reception",
    "resource",
    "base",
    "unit",
    "provision",
    "centre",
    "hub",
    "remember",
    "saturday",
    "school",
    "schools",
    "science",
    "sen",
    "senco",
    "send",
    "september",
    "she",
    "he",
    "so",
    "some",
    "somebody",
    "someone",
    "special",
    "sports",
    "staff",
    "still",
    "students",
    "such",
    "summer",
    "sunday",
    "support",
    "teachers",
    "team",
    "thank",
    "thanks",
    "that",
    "the",
    "their",
    "them",
    "there",
    "these",
    "they",
    "this",
    "those",
    "thursday",
    "to",
    "today",
    "tuesday",
    "under",
    "until",
    "uk",
    "very",
    "visit",
    "was",
    "we",
    "wednesday",
    "welcome",
    "were",
    "what",
    "when",
    "which",
    "while",
    "who",
    "why",
    "will",
    "winter",
    "with",
    "world",
    "year",
    "years",
    "you",
    "your",
    "britain",
    "anyway",
    "nor",
    "yes",
    "well",
    "done",
    "ks1",
    "ks2",
    "hospital",
    "council",
    "government",
    "police",
    "nhs",
    "everything",
    "nothing",
    "something",
    "now",
    "then",
    "rights",
    "love",
    "islam",
    "christianity",
    "jesus",
    "god",
    "muhammad",
    "buddha",
    "rome",
    "london",
    "king",
    "queen",
    "prince",
    "princess",
    "sir",
    "lord",
    "lady",
    "saint",
    "st",
    "president",
    "prime",
    "minister",
    "adults",
    "girls",
    "boys",
    "men",
    "women",
    "dogs",
    "cats",
    "animals",
    "plants",
    "us",
    "her",
    "his",
    "him",
    "me",
    "it",
];

/// True if a word of the plain text is written as a name.
fn is_person(sight: &Sight<'_>, at: usize, word: &str) -> bool {
    if word.len() < 2 || NOBODY.contains(&word) {
        return false;
    }
    sight.plain().token(at).and_then(|index| sight.prose.tokens().get(index)).is_some_and(|token| {
        aim::is_name(sight, token)
            || sight.plain().before(&(at..at)).ends_with("mr ")
            || sight.plain().before(&(at..at)).ends_with("mrs ")
    })
}

/// How many tokens before a place a name in the same sentence may stand.
const NEAR: usize = 8;

/// True if a word before a place, in the same sentence and not its first, is written as a name.
pub(crate) fn names_somebody(sight: &Sight<'_>, span: Span) -> bool {
    let tokens = sight.prose.tokens();
    let end = sight.token_at(span.start);
    (end.saturating_sub(NEAR)..end).rev().any(|index| {
        let Some(word) = sight.plain().word(index) else { return false };
        let begins = sight.plain().before(&word).trim().is_empty();
        let text = sight.plain().text().get(word.clone()).unwrap_or_default();
        let between =
            tokens.get(index).and_then(|token| sight.text().get(token.span.end..span.start));
        let inside = between.is_some_and(|between| !between.contains(['.', '!', '?', '\n']));
        inside && !begins && is_person(sight, word.start, text)
    })
}
