//! Advertisements by what they do: they price, push, promise, and send customers to somebody.
//!
//! In: a text. Out: places that only an advertisement has, and trades and wares beside words that sell
//! them. A school's own prices (tickets, clubs, uniform, music lessons) have other words around them.

use std::sync::LazyLock;

use regex::Regex;

use super::wares::{HELPERS, TRADES};
use crate::plain::pattern;
use crate::screen::Sighting;
use crate::sight::Sight;
use crate::statement::Statement;

/// What only an advertisement says: mention the school when you ring; 10 % off if you quote; prices from £45.
pub(super) static PUSH: Statement = Statement::new(
    concat!(
        r"(?:tell|let) (?:them|him|her|the \w+|[a-z]+)(?: know)? (?:that )?(?:we sent you|you re (?:from (?:our|the) school|an? (?:\w+ ){1,3}?(?:parent|mum|dad|family))|you saw (?:this|it|them|him|her) (?:here|on)|who sent you|the school sent you)|(?:say|saying) (?:that )?(?:you saw (?:this|it|us)|we sent you|the school sent you|you re from (?:our|the) school)|(?:mention|quote|quoting|name drop|mentioning) (?:the |our |this )?(?:school|post|advert|ad|page|tweet|us|name|[a-z0-9]+) (?:when|if|at|on|and|for|while) (?:you |the |your |they |we |a |an )*(?:book|ring|call|order|buy|visit|pay|phone|till|booking|checkout|counter|desk|get|save|receive|discount|join|enquire|sign)|if you (?:quote|mention) (?:the |our )?\w+|(?:show|flash|bring|print) (?:them |him |her )?(?:this|your) (?:post|page|advert|flyer|tweet|message|newsletter|story) (?:for|at|and|to|in)",
        r"|(?:use|using|with|enter|quote|type|add|apply|through|via|follow|click|tap|clicking|grab|share) (?:the |our |my |her |his |their |this |a )(?:\w+ ){0,2}?(?:code|link)(?: [a-z0-9]+)? (?:at|for|and|to|when|below|gets|earns|saves|gives)|(?:use|enter|quote|apply|try) (?:the )?(?:code|discount) [a-z0-9]+|(?:my|her|his|our (?:\w+ )?) ?(?:partner|invite|invitation|referral|referrer|affiliate|sign up|discount|joining) (?:code|link)|(?:partner|invite|referral|referrer|affiliate) (?:code|link|bonus)|(?:the|a) referrer|at (?:the )?checkout|link (?:is )?in (?:my |our |the |her |his )?bio|we both get|we each get|you get £ [0-9]+ and so do|so do i",
        r"|[0-9]{1,2} (?:%|per cent|percent) (?:off|discount|cheaper|cashback)|(?:five|ten|fifteen|twenty|twenty five|thirty|forty|fifty) (?:%|per cent|percent|quid|pounds) (?:off|discount|cheaper)|(?:a|special|exclusive|generous|tidy|nice|cheeky|school|parent|family|staff|big|parents|member) (?:\w+ )?discount (?:for|to|at|with|if|when|on)|(?:two|three|2|3|four|4) for (?:one|two|1|2|the price of|a tenner|a fiver)|(?:buy|order) (?:one|two|2) (?:and )?get (?:one|another|the|a) (?:\w+ )?(?:free|half)|(?:half|reduced|knockdown|rock bottom|trade|wholesale|mates|mate s|sale|closing down|unbeatable|bargain) (?:price|prices|rates)(?: \w+)?|cheap as chips|dirt cheap|going (?:cheap|for a song|fast|like hot cakes)|selling (?:fast|out fast|like hot cakes)|(?:the )?(?:best|cheapest|lowest|keenest|fairest|tastiest|finest|freshest) (?:{TRADE} (?:\w+ )?(?:in|around|for miles|on)|(?:prices?|rates|deals?|value|service|quality|sausages|pies|pizzas?|burgers|chips|coffee|cakes|kebabs|curry|curries|haircuts?|meat|bread|ice cream|roast|steaks?|pints?|beer)(?: \w+)? (?:in|around|for miles|money can buy|on the high street|of any|anywhere)|prices)|cheapest (?:around|going|anywhere)|why (?:go anywhere else|pay more|shop (?:anywhere|around)|go elsewhere|pay (?:full|high|shop|supermarket))|(?:don t|never) (?:pay|overpay) (?:\w+ ){0,2}?(?:prices|again|more)|(?:can t|cannot|won t) be (?:beaten|bettered) on|best prices",
        r"|money back|(?:or )?your money back|no (?:deposit|joining fee|contract|strings) (?:needed|required|necessary|attached)|no (?:obligation|contract|joining fee|call ?out charge)|no job too (?:small|big)|(?:fully |gas safe |city and guilds )(?:insured|qualified|licensed|registered|certified)|gas safe|dbs checked and|years? (?:of )?experience in|approved in (?:minutes|seconds)|(?:pay ?day|cash|short term) (?:loans?|advances?|lenders?)|(?:apply|enrol|join|subscribe|sign up|switch|book|order|call|ring|register|upgrade|download) (?:today|tonight|now|online today) (?:and|to|for|via|through|with|at|on|before) (?:our|get|save|receive|claim|my|his|her|their|£|a free|[0-9]+)|order (?:yours|now|today|tonight|online now|before)|(?:get|bag|grab|buy|book|bag yourself) (?:yours|one|it) (?:now|today|tonight|from|at|before|while)|buy (?:it|one|them) , |shop (?:now|online|today|local at)|test drive|show ?homes?|(?:[0-9]+ |free |gift |amazon |m and s |holiday |argos |store )(?:gift )?(?:vouchers?|gift card)(?: (?:when|for|if|with|on|just))?",
        r"|free (?:\w+ ){0,3}?(?:with (?:any|every|each|all) (?:\w+ )?(?:coffee|order|purchase|booking|drink|meal|main|pizza|cut|treatment|car|fitting|sale|spend|visit|kitchen|window)|when you (?:buy|book|order|spend|quote|sign up|switch|join|refer|say|mention)|if you (?:buy|book|order|spend|quote|sign up|mention|say))|free (?:quote|quotes|estimate|estimates|valuation|valuations|fitting|underlay|installation|home visit|survey|design visit|consultation|colour match)|goody bags? (?:for|to) (?:the )?first|(?:first|opening) (?:\w+ ){0,2}?(?:customers?|clients?|orders|through the (?:door|doors))|(?:every|all|each|any) new (?:customers?|clients?|members?|subscribers?) (?:who|get|gets|receive|save|that|will)|(?:new|existing|loyal|happy|satisfied) (?:customers|clients)|first (?:lesson|class|session|week|month|box|treatment|visit|hour|drink|order|trial|taster) (?:is |are |only |just |at |for )*(?:free|half price|£)|sold separately|(?:£ [0-9]+ )?(?:[0-9]+ )?in (?:paperback|hardback)|kindle (?:version|edition|copy|unlimited|only)|on kindle|on (?:etsy|ebay|vinted|depop|gumtree|facebook marketplace|amazon|waterstones|not on the high street)",
        r"|(?:this|today s|this week s|this month s|our|the) (?:\w+ )?(?:post|newsletter|bulletin|update|message|page|account|feed|tweet|story|video|reel) (?:is |was |comes to you |has been )*(?:sponsored|brought to you|paid for|powered|presented) by|brought to you by|(?:proud(?:ly)?|delighted|excited|pleased|thrilled) (?:to be |to |be )?(?:partner(?:ed|s|ing)?|sponsored|teaming up|team up|working|to announce our partnership|in partnership|collaborat\w+|official \w+) (?:up )?(?:with|by|partners?|of)|(?:our|the) (?:good |dear |lovely )?(?:friends|pals|mates|partners) at [a-z]+ (?:\w+ ){0,2}?(?:have|has|are|is|can|will|offer|do|sell|ve|re)|(?:official|proud) (?:\w+ )?(?:sponsor|partner)s? of",
        r"|or near(?:est)? offer|\w+ ono|o n o|(?:one|two) (?:lady|careful|previous) owners?|(?:full|fresh|long|new|12 months) mot|low mileage|hardly (?:used|worn|ridden|touched)|barely (?:used|worn|ridden)|buyer (?:to )?collects?|will (?:deliver|post) (?:locally|for)|cash (?:on collection|only please)|on the market (?:\w+ ){0,4}?(?:catchment|now|for|from|with|at|this)|(?:homes?|houses?|bungalows?|flats?|apartments?|plots?|properties) (?:\w+ ){0,4}?(?:for sale|to let|to rent|on the market|available from|released)|releasing plots|sleeps (?:two|four|five|six|eight|ten|[2-9]|1[0-9])(?: \w+)?|(?:two|three|a few|some|[0-9]) weeks (?:left|free|available) in|chain free|stamp duty",
        r"|(?:earn|earning|earns|make|making|made|doubled?|doubling|tripled?|grow|invest) (?:\w+ ){0,3}?(?:from home|around the (?:kids|school run|children)|round the (?:kids|school run|children)|from your (?:phone|sofa|kitchen)|while you sleep|in your spare time|(?:her|his|my|your|their) (?:savings|money|cash|income|investment|pension))|(?:build|builds|building|grow|growing|expanding|join|joining) (?:her|his|my|our) (?:team|downline|empire|sales team|network of)|starter (?:kit|pack) (?:is|costs|for|£|only|and|included)|the starter kit|trading (?:from|signals|app|account|platform)|(?:passive|second|extra|residual|side) (?:income|hustle)|get rich|financial freedom|side hustle|hand poured by|hand made by|handmade by|(?:on the side|as a sideline) (?:, |\w+ )",
    ),
    &[("TRADE", TRADES)],
);

/// Trades, wares and the people who offer them.
pub(super) static TRADE: Statement = Statement::new(
    concat!(
        r"{TRADE}",
        // one of our dads runs; our TA makes; her shop opens; made by Miss Pruett
        r"|{HELPER} (?:\w+ ){0,3}?(?:also |now |has |just |always |has just |also now |who )*(?:sells?|selling|makes?|making|bakes?|knits?|crochets?|runs?|owns?|has (?:opened|launched|started|written|published|released|set up|got|a)|opened|launched|started up|has (?:just )?(?:opened|launched|started|written|published|released|set up)|offers?|does|designs|paints|writes|is (?:now )?(?:selling|offering|launching|opening|taking|available|qualified|registered|an? \w+ (?:consultant|agent|rep|trainer|stylist|plumber|electrician|builder|photographer|therapist))|will (?:fix|clean|build|paint|fit|groom|walk|sort|do) your|turned \w+|hens?|is gas safe|has dates|s (?:new |lovely |gorgeous |amazing |own |debut |first |latest |\w+ )*(?:shop|salon|boutique|cafe|bakery|business|firm|company|studio|villa|cottage|caravan|lodge|lodges|novel|book|thriller|album|single|range|stall|hens|candles|cakes|jewellery|gym|classes|bootcamp|course|garage|restaurant|pub))",
        r"|(?:made|baked|crafted|written|designed|knitted|painted|poured|hand poured|run|owned|grown|brewed|sewn|offered|handmade|hand made|built) by {HELPER}|(?:villa|cottage|caravan|lodges?|apartment|flat|chalet|holiday home|boat|shop|salon|pub|cafe|firm) (?:\w+ ){0,3}?(?:owned|run) by",
    ),
    &[("TRADE", TRADES), ("HELPER", HELPERS)],
);

/// Words that sell, beside a trade.
static SELLS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\w+ (?:, |: )?£ [0-9]+|[0-9]{2} ?p|(?:a )?(?:tenner|fiver|couple of quid|few quid|quid)|discount|bargains?|cheap\w*|price|prices|priced|deals?|offers?|voucher|half price|mates ?rates|for sale|on sale|sale now|stockists?|in stock|stocks|order|orders|ordering|preorder|book (?:now|your|a|with|in|early|him|her|at|online|it)|bookings?|shop (?:now|with|at|online)|buy|purchase|get in touch|give (?:him|her|them|\w+) a (?:call|ring|shout|bell)|(?:message|dm|call|ring|text|email|ask|see|whatsapp|contact|pm) (?:me|him|her|them|[a-z]+ (?:on|for|to|at|in)|miss \w+|mr \w+|mrs \w+|our \w+)|catalogue|brochure|delivers?|delivery|customers?|clients?|appointments?|slots|free (?:\w+ )?(?:with|when|delivery|trial|quote|taster)|fully (?:booked|qualified)|treat yourself|why not treat|look no further|highly recommend(?:ed)?|recommend (?:him|her|them)|(?:is|are|s) brilliant and|open(?:s|ing)? (?:on|this|in|today|tomorrow|its|her|his)|now open|check (?:it |them |her |him )?out|pop in|head (?:over|down) to|get yours|spaces (?:going|left|available)|sign up|join (?:her|him|us|me|now|today|our)|starts monday|message for|catch (?:her|him|me) at|shout if|search [a-z]+|\w+ example",
        &[],
    )
});

/// The school's own, its friends' and its lessons' sales.
static OWN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        concat!(
            r"kit orders?|(?:via|to|through|from) the (?:\w+ )?office|worked out|compared|pta|ptfa|a shop (?:gives|has|sells)|what does|how much|fosa|friends of|parents association|parentpay|fundrais\w+|raise[ds]?|raising|charity|charities|in aid of|donat\w+|proceeds|all profits|every penny|raffle|tombola|auction|fair|fete|fayre|bazaar|market stall|christmas market|stalls?|bake sale|cake sale|book fair|book sale|nearly new|jumble|comic relief|children in need|macmillan|hospice|red nose|appeal|uniforms?|blazers?|our supplier|school ?wear|swap shop|school shop|school library|school bank|tuck shop|(?:at|in|from|through) the office|school photos?|photographs?|photo day|yearbooks?|leavers|prom|panto|tickets?|school price|holiday club|breakfast club|after school club|wraparound|nursery (?:places|spaces|sessions|fees)|music (?:service|office|lessons)|lettings|hire our|school lunches|school dinners|dinner money|lost property",
            r"|(?:year|y|class|nursery|reception) ?(?:[1-9]|1[0-3])?[a-z]?s? (?:\w+ ){0,2}?(?:designed|designing|wrote|writing|made|making|created|invented|baked|visited|pitched|built|opened a|ran a|found out)|enterprise|young enterprise|tycoon|apprentice|dragons den|role play|pretend|maths (?:lesson|problem|quiz|week)|in maths|percentages?|profit and loss|money week|business studies|economics|design technology|product design|food tech|textiles|in (?:the |our |this |today s )?lessons?|lessons? on|learn(?:t|ed|ing)?|homework|vacancy|vacancies|we re hiring|recruiting|apply by|closing date|salary|pro rata|hrs|school council|survey|story|stories|poem|museum|thank you to|thanks to \w+ for|huge thanks|many thanks|donated|invited in|visited us|who sponsored|sponsored our|sponsored (?:walk|swim|read|run|silence|bounce|spell)|beware|scams?|warning|avoid|careful",
        ),
        &[],
    )
});

const MESSAGE: &str = "Words that sell or advertise.";

pub(super) fn pushes(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    sight.tell_all(&PUSH, &OWN, MESSAGE, seen);
}

pub(super) fn trades(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    sight.tell_among(&TRADE, &[&SELLS], &OWN, MESSAGE, seen);
}
