//! Journeys and stays told ahead: who, where, when, and on the way.
//!
//! In: a text. Out: a street, a building or a stretch of country, where a group of pupils or one of them
//! is, goes or sleeps at a time to come. Events to which families come, fixtures, trips that are over and
//! the school's own rooms have other words around them.

use std::sync::LazyLock;

use gatepost_model::Certainty;
use regex::Regex;

use crate::plain::pattern;
use crate::screen::Sighting;
use crate::sight::Sight;
use crate::statement::Statement;

/// Kinds of places that have a name, and places that are told by their kind.
const PLACES: &[&str] = &[
    // streets and ways
    "(?:road|street|lane|avenue|drive|crescent|terrace|gardens|mews|row|square|quay|wharf|parade|embankment|ringway|bypass|esplanade|promenade|high street|market place|hill|rise|grove|rue \\w+)",
    "(?:the )?(?:common|rec|recreation ground|towpath|canal(?: towpath| path| bank)?|river ?bank|riverside|footpath|cycle path|bridleway|alley(?:way)?|underpass|subway|cut through|woods?|copse|forest|moor|heath|fell|crag|dales?|peak|summit|ridge|valley|beck|stream|weir|lock|pond|lake|reservoir|beach|sands?|dunes|cove|bay|cliffs?|pier|harbour|jetty|marina|bandstand|boating lake|skate ?park|play ?park|paddling pool|park|playing fields?|bus stop|bus station|coach (?:stop|park|station|bay)|train station|railway station|station|platform [0-9]+|car park|lay ?by|services|taxi rank|ferry terminal|airport|tram stop|drop off point)",
    "(?:lifeguard (?:hut|station)|beach hut|scout (?:hut|field|camp|hall)|guide (?:hut|hall|camp)|bird hide|visitor centre|field centre|barn|farm|farmhouse|lodge|hostel|bunkhouse|campsite|camp ?site|hotel|guest ?house|chalet|cabins?|cottage|manor|hall|abbey|priory|castle|fort|tower|mill|museum|gallery|cathedral|minster|church(?: hall)?|chapel|mosque|temple|gurdwara|synagogue|theatre|playhouse|cinema|arena|stadium|alhambra|hippodrome|empire|palladium|opera house|concert hall|guildhall|town hall|city hall|county hall|village hall|community centre|civic centre|leisure centre|sports (?:centre|hall)|swimming pool|pool|baths|lido|ice rink|bowling alley|climbing (?:wall|centre)|trampoline park|ski (?:centre|slope)|zoo|aquarium|safari park|theme park|garden centre|shopping centre|retail park|precinct|market|supermarket|tesco|asda|sainsbury s|morrisons|aldi|lidl|waitrose|co op|mcdonald s|mcdonalds|nando s|pizza \\w+|cafe|restaurant|pub|salon|office|fire (?:station|hq)|hq|house|university|college|academy|library|observatory|science centre|activity centre|outdoor centre|adventure centre|youth centre|residential centre|premier inn|travelodge|yha|pgl)",
];

/// A place told: at Hagg Wood scout field, outside Brunel House, via Cow Lane.
pub(super) static WHERE: Statement = Statement::new(
    concat!(
        r"(?:at|in|inside|outside|near|opposite|behind|beside|by|to|from|for|via|along|down|up|through|over|across|on|onto|under|past|around|into|reach|reaches|called|is|are) (?:the |a |our |their |st )*(?:[a-z0-9]+ (?:s |, )?){0,4}?{PLACE}",
        r"|(?:hotel|hostel|campsite|lodge|base|accommodation|address|venue|pick ?up|pickup|drop ?off|meeting point|coach) (?:is |s |point is |will be |: |at |from |the |for the week |tonight |, )+(?:the |at |in |from )*(?:\w+ (?:s |, )?){0,3}?{PLACE}?",
        r"|(?:row|rows|seats?|block|room|rooms|dorm|dorms|platform|gate|hut|pitch|lane|tent|cabin|chalet|carriage|coach) (?:[a-z] |[0-9]+ |to |and )+(?:at|in|of|on)|on the (?:[0-9]+ |next |first |last )*(?:train |bus |coach |ferry |flight |tram )?to [a-z]+|walk(?:s|ing)? (?:home|back|to school|in) (?:on (?:her|his|their) own|alone|by (?:herself|himself|themselves)|unaccompanied|without)|(?:home alone|on (?:her|his) own (?:until|till|from|at|in)|doors are never locked|with families in)",
    ),
    &[("PLACE", PLACES)],
);

/// Pupils, together or one of them.
static WHO: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        concat!(
            r"(?:year|years|yr|y) ?(?:[1-9]|1[0-3])s?|(?:[1-9]|1[0-3])[a-z]{1,2}|ks ?[1-4]|key stage [1-4]|reception|nursery|preschool|infants|juniors|sixth form(?:ers)?|eyfs|(?:our|the|all|your|my|these|those|some|[0-9]+|both|other|little|tired|excited) (?:\w+ ){0,2}?(?:pupils?|children|kids|students|class|classes|boys|girls|group|groups|choir|band|orchestra|team|squad|cast|geographers|historians|scientists|artists|linguists|explorers|campers|skiers|dancers|gymnasts|swimmers|runners|netballers|footballers|cadets|cubs|rangers|juniors|infants|little ones|school council|eco \w+|walkers|singers|musicians|prefects|leavers|ambassadors|young \w+)",
            r"|dofe|d of e|duke of edinburgh|gold group|silver groups?|bronze groups?|(?:group|team|party) [a-e1-6]|cross country (?:squad|team)|chess (?:team|club)|netball (?:girls|team|squad)|choir|debaters|kids|children|pupils|students|girls|boys|work experience|school trip|trip|residential|sleepover|camp|exchange|theatre trip|(?:is|are|s) walking home|walks? (?:home|back)|[a-z]+ and [a-z]+ are (?:with|at|waiting|stuck|outside|in)|stays in late|(?:her|his|their) lift|[a-z]+ is (?:waiting|at|with|on (?:her|his) own)|we ve arrived|here we are|we re here|just landed|on tour",
        ),
        &[],
    )
});

/// A time that is now or to come.
static WHEN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"now|currently|(?:is|are) (?:still )?(?:waiting|stuck|standing|stranded)|right now|at the moment|as we speak|live|today|tonight|tomorrow|this (?:morning|afternoon|evening|week|weekend|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|next (?:week|weekend|monday|tuesday|wednesday|thursday|friday|half term)|for the next|until|till|(?:on |every |each )?(?:mon|tues?|wed|weds|thurs?|fri|sat|sun|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?)|(?:at|from|by|about|around|leaving|arriving|back by|between|before|after|since|til) (?:about )?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midday|midnight|half past \w+|[0-9]{1,2}(?: [0-9]{2})?|dark|first light|dawn|lunch|tea|breakfast)|[0-9]{1,2}(?: [0-9]{2})? ?(?:am|pm)|day (?:one|two|three|four|five|[1-9])|(?:just|we ve|we have|have|safely) (?:arrived|landed|got here|checked in)|we re (?:here|at|in|off)|here we are|off we go|on (?:our|their|the|his|her) way|overnight|all (?:day|week)|dinner|breakfast at|lights out|(?:january|february|march|april|may|june|july|august|september|october|november|december) [0-9]{1,2}|[0-9]{1,2}(?:st|nd|rd|th)",
        &[],
    )
});

/// Words for being somewhere, going there, sleeping there.
static DOES: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"walk(?:s|ing)?|leav(?:e|es|ing)|leaves|set(?:s|ting)? off|off to|camp(?:s|ing|ed)?|sleep(?:s|ing|over)?|stay(?:s|ing)?|arriv(?:e|es|ed|ing)|based|get changed|gets? (?:back|in|off|there)|waiting|wait|having (?:lunch|dinner|tea|a|their)|eating|will be|are (?:all |now |currently |off |with |on |having |at |in |due |there |here |staying |back |outside |going |also )*(?:at|in|on|to|with|here|there|outside|inside|by|near|from)|is (?:at|in|with|on|waiting|warming)|re (?:at|in|on|off|here|having|outside|inside|by)|everyone s at|we ve arrived|landed|checked in|checking in|on (?:our|their|the|his|her) way|heading|headed|travel(?:s|ling)?|warming up|training|swim(?:s|ming)?|meet(?:s|ing)?|pick ?up|drop ?off|collect(?:ed|ion)?|fetch|reach(?:es|ing)?|climb(?:s|ing)?|hik(?:e|ing)|cycl(?:e|ing)|kayak\w*|canoe\w*|ski(?:ing|ers)?|building|petting|paddling|exploring|performing|rehears(?:e|ing)|tents? up|bonfire|dinner at|breakfast at|buying|visiting|visit|going|go(?:es)? (?:to|on|by|via|down)|take(?:s)? the|on foot|by foot|by coach|by train|minibus|coach|trip|residential|sleepover|rooms?|round one|work experience|live from|live now|here we are|at crucial crew|off we go|all day",
        &[],
    )
});

/// Events for families, fixtures, what is over, the school's own rooms, and what is no place.
static OTHERWISE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        concat!(
            r"room change|change of room|yesterday|last (?:week|night|month|term|year|monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend)|had a|enjoyed|visited|went to|were at|was at|spent|returned|back from|home from|home safely|what a (?:day|trip|week|night)|thank you (?:for having|to)|thanks (?:for|to)|loved|has been|have been|finished|raised|photos (?:from|of)|join us|all (?:are )?welcome|everyone (?:is )?(?:welcome|invited)|(?:families|parents|grandparents|carers|siblings|grown ups|community) (?:are |and \w+ )?(?:\w+ )?(?:welcome|invited)|parents (?:and|can|may|who)|come (?:along|and (?:join|see|watch|meet|support|try|have|help|sing|visit|find)|to (?:our|the|see))|tickets?|doors open|open (?:day|evening|morning|house)|service|invite[ds]?|invitation|drop in|stalls?|fete|fair|fayre|coffee morning|see you (?:there|at|all)|bring (?:a friend|your family|the family)|free entry|entry (?:is )?(?:free|£)|book (?:your|a) (?:place|seat|ticket|slot)|everyone who|public|performances? (?:at|on|is|start)|exhibition|on display",
            r"|fixtures?|kick off|tip off|home match|away (?:to|at|v|match|game)|league|cup (?:final|match|tie|game)|versus|v |parents evening|(?:the |our |school )(?:main |sports |dining |school |small |drama |new |lower |upper |junior |infant )*(?:hall|library|field|playground|studio|gym|office|house system|sixth form|music room|classroom|staff ?room|canteen|refectory|chapel)|in the hall|on the (?:school )?(?:field|playground)|school (?:library|hall|church|park|farm|forest|woods?|pool|theatre|camp|gate|gates|house|office|field)|front (?:gate|entrance|desk)|reception (?:desk|area)|main (?:entrance|reception|office)|ask at|hand(?:ed)? in (?:to|at)|forest school|our (?:library|playground|school|own|theatre|forest|nature reserve|pond|allotment|chapel|church)|house points?|house (?:captains?|team|competition)|reading|learn(?:ing|t)? about|studying|drawing|painting|model|design\w*|books?|story|stories|topic|assembly|projects?|imagine|pretend|virtual\w*|online|zoom|fundrais\w+|raising|donat\w+|appeal|food ?bank|collect\w+ for|park and stride|parking|park (?:on|in|your|considerately|safely|here)|road (?:works|safety|closure|closed)|roadworks|closed|payments?|deposit|letters? (?:home|went)|consent|(?:the|a|consent|reply|booking|your) forms?|kit list|due (?:by|on)|(?:information|info|revision|consultation) (?:evening|meeting|session)|governors|staff|teachers (?:are|will)|pta|friends of|volunteers?|vacanc\w+|applications?|apply|interviews?|lost|found|survey|measured|exam|exams|gcse|a level|homework|revision|club (?:is|will|on|starts|moves|cancelled|moved)|menu|cook|birdwatch|sponsored|uniform|jumpers?|history|romans?|tudors?|vikings?|1[0-9]{3}|war|bible|nativity",
        ),
        &[],
    )
});

pub(super) fn journeys(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    let message = "A place where pupils are or will be.";
    let told = sight.all(&WHERE).filter(|(range, _)| {
        // Who does what there stands in the same sentence; when, perhaps in another.
        let around = sight.plain().paragraph(range);
        sight.beside(range, &WHO)
            && sight.beside(range, &DOES)
            && WHEN.is_match(around)
            && !OTHERWISE.is_match(around)
    });
    seen.extend(told.map(|(_, span)| Sighting::new(span, Certainty::Likely, message)));
}
