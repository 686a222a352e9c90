//! `text/commercial-gain`: selling and advertising for a person or a firm.

mod adverts;
mod wares;

use std::ops::Range;
use std::sync::LazyLock;

use gatepost_model::{Certainty, Excerpt, Rule};
use regex::Regex;

use crate::expression::compile;
use crate::gate::Gate;
use crate::plain::pattern;
use crate::screen::{Look, Screen, Sighting};
use crate::shapes::Shapes;
use crate::sight::Sight;
use crate::statement::Statement;
use crate::wordlists;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    id: "text/commercial-gain",
    title: "Selling and advertising",
    finds: "Offers of goods and services, affiliate and discount codes, network marketing, betting, marks of paid advertising.",
    why: "A school account may not serve anybody's private purse.",
    remedy: "Take the offer out. Thanking a sponsor in a sentence is fine.",
    flagged: &[
        "⟦DM me to order⟧ a tea cosy",
        "⟦Paid partnership⟧ with Toothy Dental",
        "Lovely brushes ⟦#ad⟧",
    ],
    clean: &[
        "We are recruiting a lunchtime supervisor. Apply on our website",
        "Tickets for the PTA quiz are £5: buy now",
        "Thank you to Toothy Dental, who sponsored our kit",
    ],
    misses: &["An advertisement dressed up as praise."],
    excerpt: Excerpt::Plain,
};

/// How it looks.
pub(crate) static SCREEN: Screen = Screen {
    rule: &RULE,
    looks: &[
        Look::Words(&wordlists::COMMERCIAL_GAIN),
        Look::Pattern { gate: Gate::statement(&OFFER), find: offers },
        Look::Pattern { gate: Gate::shapes(Shapes::HASH).and_cues(&[LABELS]), find: labels },
        Look::Pattern { gate: Gate::statement(&adverts::PUSH), find: adverts::pushes },
        Look::Pattern { gate: Gate::statement(&adverts::TRADE), find: adverts::trades },
    ],
};

/// The words of [`LABEL`].
const LABELS: &[&str] = &[
    "ad",
    "advert",
    "advertisement",
    "spon",
    "sponsored",
    "gifted",
    "affiliate",
    "paidpartnership",
    "buynow",
    "discountcode",
];

/// Labels that the Advertising Standards Authority asks of paid posts.
static LABEL: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?i)#(?:ad|advert|advertisement|spon|sponsored|gifted|affiliate|paidpartnership|buynow|discountcode)\b",
    )
});

fn labels(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    seen.extend(LABEL.find_iter(sight.text()).map(|found| {
        Sighting::new(found.range().into(), Certainty::Certain, "A label of paid advertising.")
    }));
}

/// Trades and wares by which staff, families and firms earn.
const WARES: &[&str] = &[
    "business",
    "company",
    "firm",
    "shop",
    "online shop",
    "store",
    "boutique",
    "stall",
    "salon",
    "studio",
    "gym",
    "cafe",
    "restaurant",
    "pub",
    "bakery",
    "nursery business",
    "garage",
    "website",
    "web shop",
    "etsy(?: shop| store)?",
    "ebay(?: shop| store)?",
    "vinted",
    "depop",
    "amazon(?: store| page)?",
    "facebook marketplace",
    "marketplace",
    "onlyfans",
    "patreon",
    "youtube channel",
    "podcast",
    "merch",
    "franchise",
    "side ?line",
    "side hustle",
    "startup",
    "agency",
    "practice",
    "clinic",
    "airbnb",
    "holiday (?:cottage|let|home|flat)",
    "caravan",
    "villa",
    "(?:new |first |latest |debut )?(?:book|novel|album|single|ebook|cookbook)",
    "jewellery",
    "candles",
    "wax melts",
    "cakes?",
    "cupcakes",
    "bakes",
    "cookies",
    "hair bows",
    "bows",
    "crochet",
    "cards",
    "soaps?",
    "skincare",
    "make ?up",
    "lashes",
    "nails",
    "hair extensions",
    "tattoos?",
    "piercings?",
    "massages?",
    "facials?",
    "botox",
    "fillers?",
    "tanning",
    "spray tans?",
    "waxing",
    "eyebrows?",
    "supplements",
    "protein shakes?",
    "shakes",
    "diet plan",
    "weight loss \\w+",
    "fitness classes",
    "boot ?camp",
    "yoga classes",
    "pilates",
    "personal training",
    "slimming (?:club|group|world|class)",
    "tuition",
    "tutoring",
    "(?:private |piano |guitar |singing |swimming |driving |maths |english |drum |violin |dance |one to one )+(?:lessons?|tuition|classes|coaching)",
    "driving lessons?",
    "childminding",
    "babysitting",
    "dog walking",
    "dog grooming",
    "puppy",
    "puppies",
    "kittens?",
    "cleaning services?",
    "plumbing",
    "gardening services?",
    "decorating",
    "photography(?: packages?| business)?",
    "mortgages?",
    "mortgage deals?",
    "insurance",
    "loans?",
    "finance",
    "investments?",
    "crypto",
    "bitcoin",
    "forex",
    "properties",
    "property",
    "house",
    "flat to let",
    "car",
    "bike",
    "buggy",
    "pram",
    "sofa",
    "ps5",
    "xbox",
    "iphone",
    "phone",
    "laptop",
    "windows",
    "conservator(?:y|ies)",
    "kitchens?",
    "double glazing",
    "solar panels",
    "holidays?",
    "cruises?",
    "disney trips?",
    "tickets to (?:the )?(?:gig|concert|match|final)",
];

/// Who earns.
const SELLERS: &[&str] = &[
    "my",
    "[a-z]+ s (?:new |amazing |lovely |fabulous )?(?:nails|hair|beauty|salon|brows|lashes|barbers?|garage|gym|cafe|bakery|boutique|studio|carpets|motors|tyres|flowers|florists?|pizzas?|grill|chippy|kebabs|cakes|cupcakes|candles|driving|plumbing|roofing|windows|kitchens|cleaning|fitness|yoga|pilates|dance|tattoos?|spa|tanning|aesthetics)(?: and)?",
    "my (?:husband|wife|partner|son|daughter|mum|dad|brother|sister|friend|mate|cousin|boyfriend|girlfriend) s?",
    "our (?:head|deputy|ta|caretaker|cook|secretary|governor|chair of governors|headteacher|own \\w+) s",
    "(?:mr|mrs|miss|ms|dr) \\w+ s",
    "our (?:\\w+ )?parents? s?",
    "her",
    "his",
];

static OFFER: Statement = Statement::new(
    concat!(
        // my new book is out; visit Miss Carter's salon; 10% off at my shop
        r"(?:(?:visit|check out|have a look at|look at|try|support|follow|like|order from|buy from|shop at|shop|pop (?:in|along) to|book with|book|come to|come and see|at|from|promote|plug|launch(?:ing|ed)?|opening|opened|proud of|buy|get|grab|order|pre order|read|download|subscribe to|stream|find|i run|i own|i ve started|i have started|just started|set up|setting up) (?:to |out |the |a |some |all |more |great |fabulous |amazing |new |your |you |for |up )*)(?:{SELLER}) (?:\w+ ){0,2}?{WARE}",
        r"|(?:{SELLER}) (?:\w+ ){0,2}?{WARE} (?:is|are|was|has|have|opens?|starts?|offers?|sells?|for sale|sale|available|on sale|now|launch(?:es|ed)?)(?: (?:now |having |a |on |out |for |offering |open |selling |available |taking |back )*(?:sale|offer|sale now|out|bookings?|orders?|discounts?|open|available|order|cheap|half price|deals?|amazon|kindle))?",
        // mates' rates, free quote, £20 an hour
        r"|(?:mates ?rates?|free (?:quotes?|no obligation \w+|estimates?|consultation|trial|taster|delivery on|gift with)|no obligation|call (?:him|her|me|us|now|today|them) (?:for|on|to)(?: a)? (?:quote|price|prices|free|book|order|appointment|estimate|details)|for a (?:free )?quote|(?:very )?reasonable (?:rates|prices)|competitive (?:rates|prices)|bargain(?: at| price)?|£ [0-9]{1,4}(?:(?: ,)? [0-9]{1,4})? (?:ono|o n o|or nearest offer|an hour|per hour|a session|per session|a lesson|per lesson|a night|per night|a class|per class|each (?:ready|plus)|cash|collection only|and it s yours|deposit)|cash only|no time ?wasters?|first (?:week|month|class|session|lesson|consultation|box|one) (?:is )?free|(?:£ )?[0-9]{1,4} (?:%|per cent|percent|£) (?:off|discount|finance|interest|apr|cash ?back)(?: (?:at|for|with|everything|when|your|all|my|on|any))*|0 % (?:finance|interest|apr)|half price (?:at|for|if|when|with|lashes|nails|\w+ with)|two for one (?:at|on)|buy one get one|money off|cash ?back|% commission|commission|refer a friend|referrals?|loyalty points|gift vouchers? (?:available|from))",
        // anyone want a puppy; for sale; selling; wanted
        r"|(?:anyone|anybody|who|does anyone|does anybody|would anyone|would anybody) (?:want|wants|need|needs|interested in|like|fancy|fancies|looking for|after)(?: to buy| buying)?(?: a| an| some| any| my| our| cheap| new| cute)* {WARE}|{WARE} (?:is |are )?(?:for sale|to let|to rent|for hire from me|to buy|going cheap|available to buy|needs? a new home)|(?:i m|i am|we re|we are|he s|she s|mr \w+ is|mrs \w+ is|miss \w+ is|our \w+ is|my \w+ is) (?:now |also |just |still )*(?:selling|flogging|offering|renting out|letting|taking (?:bookings|orders|on (?:new )?clients)|accepting (?:clients|bookings|orders)|recruiting|an independent \w+(?: \w+)?|an? \w+ (?:consultant|ambassador|rep|distributor|agent|influencer))|(?:mr|mrs|miss|ms) \w+ (?:offers?|sells?|gives|teaches|runs|is offering|does) (?:\w+ ){0,2}?{WARE}(?: (?:£|for|at|from|on|privately))?",
        r"|(?:book|buy|get|order|grab|join|shop|reserve|try|pick up|sign up for|save on|switch to|invest in|upgrade) (?:a |an |the |your |your own |yours |my |some |all |cheap |cheapest |new |now |today |free |summer |winter |next |personal |family )*{WARE} (?:(?:orders? )?(?:through|with|from|via|by|to|off|at) (?:me|us|him|her|my \w+|our \w+|mr \w+|mrs \w+|miss \w+|\w+)|today|now|before (?:it|they|prices?)|while)|(?:orders?|bookings?|payments?|money|cash) (?:in )?(?:to|with|through|via|for) (?:me|mr|mrs|miss|ms|my \w+|our ta)(?: \w+)?|(?:avon|body shop|younique|tropic|oriflame|scentsy|tupperware|pampered chef|usborne|herbalife|juice plus|arbonne|forever living|nu skin|doterra|neals yard|kleeneze|betterware|ann summers|partylite|stella and dot|temple spa|utility warehouse|the body shop|vorwerk|thermomix|slimming world|weight ?watchers)(?: \w+)? (?:orders?|order|party|parties|rep|consultant|catalogue|brochure|products?|host|with me|with our|at \d|team)|join (?:slimming|weight) \w+|(?:earn|make|making|earning) (?:extra |some |some extra |easy |good |quick |serious |up to |a bit of extra |£ )*(?:money|cash|income|£ [0-9]{1,4}|[0-9]{1,4})(?: \w+)? (?:from home|online|fast|a (?:week|day|month)|with (?:me|us|my|our|this)|working|in your|selling|like)|work from home|be your own boss|join (?:my|our) (?:\w+ )?(?:team|downline|group) (?:and|to|of|as)|ask me how|dm for (?:info|details|prices|more)|message for (?:prices|details|a quote|orders)",
        r"|(?:sponsored|advert|advertisement|ad|paid post|promotion|promo|brought to you by|in (?:paid )?partnership with|paid partnership|gifted|pr product) (?::|by \w+ (?:: |, )?(?:the )?(?:best|get|visit|shop|buy|call))|(?:click|tap|follow|use|via|through|with) (?:on )?(?:my|our|this|the) (?:affiliate|referral|discount|promo|sponsor|voucher|shop|store|special)(?: \w+)? (?:link|code)|(?:use|enter|quote|with|mention) (?:the |my |our )?(?:promo |discount |voucher )?(?:code )?\w+ (?:for|to get|and get|to save) (?:an extra |£ |a |your |up to )*[0-9]{1,4}(?: (?:%|£|off|per cent|discount))?(?: off)?|(?:best|cheapest|lowest|unbeatable|great|amazing|hottest) (?:deals?|prices?|offers?|rates|windows|mortgage|insurance|broadband|kitchens?|lashes|nails|cakes|holidays)(?: \w+)? (?:in town|in the area|around|on|from|at|from \w+|with|this)|(?:limited|special|exclusive|introductory|unmissable|black friday|january|summer) (?:time )?(?:offer|deal|discount|sale|price)(?: for| at| on)?",
        // walk-ins welcome; sale ends Sunday; lashes £40; buy my guides
        r"|walk ins? (?:are )?welcome|no appointments? (?:needed|necessary)|(?:sale|offer|deal|discount|promotion) (?:must )?(?:ends?|ending|finishes|closes|expires?|starts|now on)(?: (?:on|at|this|soon|today|tomorrow|\w+day|midnight))?|(?:hurry|hurry up|be quick|don t miss(?: out)?|last chance)(?: ,)? (?:limited|only a few|only [0-9]+|last few|while|offer|sale|stocks?|before (?:it s|they re) gone|prices?)(?: \w+)?|guaranteed returns?|double your money|invest(?:ing)? (?:in|with) (?:my|our|his|her|crypto|bitcoin|forex|property)|(?:cheapest|lowest|unbeatable) (?:\w+ ){0,2}?(?:in (?:town|the (?:area|county|village|city|business)|[a-z]+shire)|around|prices|value)|best in (?:town|the business)",
        r"|(?:lashes|brows|nails|manicures?|pedicures?|facials?|haircuts?|cut and (?:blow dry|colour)|highlights|waxing|massages?|tan|spray tans?|makeup|piercings?|tattoos?|mot|mots|full service|valet|valeting|car wash|dog walks?|gutters?|oven clean(?:ing)?|carpet clean(?:ing)?|ironing|cupcakes|wedding cakes?|birthday cakes?|celebration cakes|portraits|photo ?shoots?|logos?|websites?|tuition|tutoring|lessons?|one to one) (?:are |is |cost |costs |starting |starts |start |only |just |now |priced |available )*(?:from |at |for )?£ [0-9]+|(?:book|booking|message|call|text|ring|whatsapp|dm|email|contact|see|ask) (?:me|him|her|kirsty|mr \w+|mrs \w+|miss \w+|ms \w+|my \w+|our ta \w+|[a-z]+) (?:now |today |directly |privately |on \w+ )*(?:for (?:a |your |an |details of |free |prices? |more )*(?:quotes?|prices?|booking|bookings|appointments?|price list|fittings?|orders?|rates|slots?|commission|consultation|availability)|to (?:book (?:a|your|an) (?:slot|appointment|session|lesson|party|table|stay|fitting)|order (?:one|yours|some|now|your)|place (?:an|your) order|reserve yours))",
        r"|(?:buy|order|get|grab|pre ?order|purchase|download|snap up) (?:my|his|her|our (?:head|teacher|ta)s? s?|mr \w+ s|mrs \w+ s|miss \w+ s) (?:new |latest |first |own |very own |handmade |hand made |home made |brand )*(?:\w+ ){1,3}?(?:, )?(?:£ [0-9]+|only £|just £|for (?:just |only )?£|on (?:my|amazon|etsy|ebay|vinted|depop|kindle)|from (?:my|amazon|etsy|waterstones)|at (?:my|all good)|via my|now for|today for|link)|(?:roofing|guttering|gutters?|fascias|soffits|plumbing|plumber|electrician|painter and decorator|decorator|handyman|man with a van|man and van|removals|plasterer|plastering|landscaping|fencing|driveways?|patios?|tree surgeon|skip hire|tarmac|loft conversions?|conservatories|double glazing|bouncy castles?|wedding (?:dj|photographer|cars?)|mobile (?:dj|hairdresser|disco|bar)|babysitter|cleaner|nanny|childminder|dog walker|personal trainer|life coach|tutor|nail tech|lash tech|make ?up artist) (?:\w+ |, ){0,4}?(?:available|free quotes?|competitive|call|ring|text|message|dm|contact|no job too small|from £|£ [0-9]+|needed , call|references|fully insured|for hire|weekends|prices|rates|enquire)|no job too small|fully insured|fully licensed|(?:[0-9]+|one|two|three) bed(?:s|room|rooms|roomed)? (?:\w+ ){0,3}?(?:for sale|to let|to rent|available|, £|pcm)|£ ?[0-9]+ (?:[0-9]+ )?(?:pcm|ono|o n o|pw|per month|a month|per calendar month)|offers (?:over|around|in excess of|in the region of) £|[0-9]+ (?:k |[0-9]+ )?miles(?: on the clock)? , £|(?:lose|drop) (?:a |[0-9]+ )?(?:stones?|pounds?|dress sizes?|kg) (?:by|in|for|with|before)(?: \w+)?|(?:earn|make) £ ?[0-9]+ (?:[0-9]+ )?(?:a|per|every) (?:day|week|month|year)",
        r"|[0-9]{1,2} (?:%|per cent|percent) (?:off|discount) (?:all|everything|selected|your|mots?|phones|orders|with|first|for|at|when|when you|on|this|until|lashes|nails|meals|kits?|any|for our)|(?:save|saving|get|grab|enjoy|claim|bag|receive) (?:yourself |an extra |up to |a |an |your |extra |£ )*[0-9]{1,3} (?:%|per cent|percent|£|pounds?)? ?(?:off|discount|credit|cash ?back|at|free|on)|(?:use|quote|enter|apply|with) (?:my |our |promo |discount |voucher )*code [a-z0-9]+ (?:for (?:£|[0-9]|free|your|an|money)|to (?:get|save|claim)|at (?:the )?checkout)|(?:use|with) (?:my|promo|discount|voucher) code|(?:quote|enter|use|mention) [a-z0-9]+ at (?:the )?(?:checkout|till|desk|counter)|(?:affiliate|referral|refer a friend|octopus referral|my \w+ referral)(?: link| code| and)?|(?:sign up|join|switch|register) (?:with|through|using|via|to) (?:my|this|our|his|her) (?:\w+ )?(?:link|code|referral)|host (?:a|your own|an) (?:\w+ )?(?:party|pamper evening|launch)(?: and)?|(?:consultant|ambassador|distributor|representative|stylist|rep|demonstrator) (?:for|with|at) \w+|(?:taking|accepting|open for|now open for) (?:orders|bookings|clients|commissions|new clients|new customers|pre ?orders)",
    ),
    &[("SELLER", SELLERS), ("WARE", WARES)],
);

/// The school's and its friends' own sales, thanks, and plain prices.
static OWN_SALES: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        concat!(
            r"kit orders?|worked out|pta|fosa|blazers?|school ?wear|our (?:uniform |kit )?suppliers?|jumpers?|swap shop|friends of|raffle|tombola|fair|fete|fayre|bazaar|bake sale|cake sale|cakes on friday|book fair|scholastic|tickets?|uniform|tuck shop|school shop|yearbooks?|leavers|hoodies|school photos?|photo orders|fundrais\w+|raise[ds]?|raising|charity|in aid of|donat\w+|proceeds|parentpay|school fund|comic relief|children in need|macmillan|thank you|thanks to|sponsored (?:walk|swim|read|run|silence|bounce|spell|our|the|by \w+ for our)|who sponsored|our sponsors?|lettings|hire our|breakfast club|after school club|wraparound|music service|peripatetic|school dinners|lunches|second hand|pre loved uniform|lost property|bag ?2 ?school|enterprise|young enterprise|apprentice|role play shop|class shop|maths|problem|lesson|learn\w*|year (?:[1-9]|1[0-3])|vacancy|vacancies|we re hiring|apply|job|teaching assistant|governors?|volunteers?|members?",
            r"|museum|theatre|cinema|zoo|story|stories|book club|book corner|library|author|reading|world book day|book bags?|phone us|his book|her book",
        ),
        &[],
    )
});

/// Posts that schools have to fill.
static POSTS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"supervisors?|teaching assistants?|teachers?|caretakers?|site managers?|cleaners?|cooks?|kitchen assistants?|governors?|lollipop|crossing patrols?|receptionists?|invigilators?|volunteers?|lunchtime|midday",
        &[],
    )
});

/// True where the school looks for staff of its own.
fn is_vacancy(sight: &Sight<'_>, range: &Range<usize>) -> bool {
    let words = sight.plain().text().get(range.clone()).unwrap_or_default();
    words.contains("recruiting") && POSTS.is_match(sight.plain().paragraph(range))
}

fn offers(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    for (range, span) in sight.own_words(&OFFER) {
        if !sight.beside(&range, &OWN_SALES) && !is_vacancy(sight, &range) {
            seen.push(Sighting::new(span, Certainty::Likely, "Words that sell or advertise."));
        }
    }
}
