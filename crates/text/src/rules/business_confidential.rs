//! `text/business-confidential`: the school's confidential business.
//!
//! Budgets and deficits, staffing plans, contracts and tenders, inspection drafts, minutes that are
//! not public. What a governing body has published is none; nothing in the words says so, and a
//! person must.

mod secrets;

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
    id: "text/business-confidential",
    title: "Confidential business",
    finds: "Staffing and business plans, finances, contracts, draft reports and anything that calls itself confidential.",
    why: "It harms staff, negotiations and trust when it is known before its time.",
    remedy: "Take it out. The head or the governors decide when it may be told.",
    flagged: &[
        "⟦Strictly confidential⟧: see the plan below",
        "Sorry to hear of the ⟦redundancies⟧ in the kitchen",
        "⟦Our budget deficit is now £90⟧,000",
    ],
    clean: &[
        "Childline is free and confidential",
        "Exam candidate entry codes are on the board",
        "In maths we planned a party on a budget of £20",
        "The governors meet on Tuesday; minutes are on our website",
    ],
    misses: &["A plan told in passing."],
    excerpt: Excerpt::Plain,
};

/// How it looks.
pub(crate) static SCREEN: Screen = Screen {
    rule: &RULE,
    looks: &[
        Look::Pattern { gate: Gate::statement(&BUSINESS), find: business },
        Look::Pattern { gate: Gate::statement(&secrets::HUSHED), find: secrets::hushed },
        Look::Pattern { gate: Gate::statement(&secrets::INNER), find: secrets::inner },
    ],
};

static BUSINESS: Statement = Statement::new(
    concat!(
        r"(?:strictly |highly |private and |commercially |company |staff )?(?:confidential|in confidence)(?: (?:document|memo|report|plans?|minutes|email|information|papers?|agenda|letter|item|matter|business|until|details))?|(?:commercially|politically|market) sensitive|(?:keep|kept) (?:this|it|that) (?:to (?:yourselves|ourselves|themselves)|hush hush|dark|on the quiet|secret for now)|mum s the word|not a word to (?:anyone|parents|staff|anybody)|(?:don t|do not|please don t|not to be) (?:breathe a word|forward(?:ed)?|circulate[d]?|distribute[d]?|copy (?:this|or)|screenshot|share(?:d)? (?:this )?(?:yet|until|outside|with (?:parents|staff|anyone)))|inside (?:info|information|track)|between ourselves|for internal use|(?:restricted|internal|private|sensitive|closed) (?:paper|document|emails?|memos?|report|strategy|minutes|draft|briefing|correspondence|governors?|governors meeting|meeting notes|file)|(?:paper|document|report|plan|strategy|memo|draft|minutes|email) , (?:restricted|internal|private|confidential)|private (?:email|letter|meeting|conversation|message) between|(?:slt|leadership|management|governors?|trustees|head s) (?:only|minutes|eyes)|not (?:public|announced) (?:yet|until|before)|(?:they|he|she|others|staff|parents|rest|people|team) (?:don t|doesn t|do not|does not|haven t been|hasn t been|has not been|have not been|won t be|aren t|is not to be) (?:know|told|informed|aware|find out)(?: \w+)? ?(?:yet|until|before)?|heard (?:it )?(?:in|from|at) (?:slt|the leadership|the governors|governors|a governor|the board)|not (?:yet )?(?:for (?:publication|release|circulation|public(?:ation)?|sharing|wider circulation)|public(?:ly announced)?|been announced|to be shared|announced)|internal (?:use )?only|internal (?:memo|document|email|staff email)|(?:staff|governors) eyes only|eyes only|embargo(?:ed)?|under embargo|(?:don t|do not) (?:share|tell|pass on|forward|repeat) (?:this|anyone|it)(?: (?:outside|beyond|yet|to anyone))?|keep (?:this|it) (?:quiet|to yourself|under wraps|under your hat|between us|secret until)|between you and me|before (?:it s|it is|it was|the) (?:officially |public |formal )*(?:announced|announcement|published|public)|you didn t hear (?:it|this) from (?:me|us)|leaked|sneak peek at the (?:draft|report|budget)",
        r"|redundanc(?:y|ies)|made redundant|at risk of redundancy|jobs? (?:are |is )?at risk|job (?:cuts|losses)|(?:staffing|staff) (?:cuts|restructure|restructuring|reductions?|plans?|review|structure|shortage)|restructur(?:e|ing) (?:of|plan|proposal|consultation)|(?:cutting|losing|axing) (?:\w+ )?(?:teaching assistants|tas|teachers|staff|jobs|posts)|tupe|settlement agreements?|compromise agreements?|non disclosure|ndas?|payouts?|pay (?:off|offs|rise for|scale of|award for|dispute)|salar(?:y|ies) of|(?:head s|heads|her|his|staff|teacher s|their) (?:salary|salaries|pay|wages|bonus|pension)|(?:pay|salary|wage|wages) (?:review|reviews|bands?|scales?|spine|freeze|cuts?|figures|grades?|increase for|point|range|slip|slips)|(?:head|deputy|ceo|principal|bursar|staff|teachers?|tas?|he|she|they) (?:will |is |are |to |now |s |re |would )*(?:go(?:es|ing)? up to|be paid|paid|earns?|earning|on a salary of|gets? paid|moves? to|be on) (?:l[0-9]+|m[0-9]|ups|£ [0-9]+)(?: [0-9]+)?|(?:taking|took|takes|offered|accepted|accepting|volunteer(?:ed|ing) for) (?:voluntary )?redundancy|(?:[0-9]+|one|two|three|four|five|six|seven|eight|several|some|more) (?:\w+ ){0,2}?(?:posts|jobs|roles|tas|teachers|staff|teaching assistants|cleaners|cooks) (?:to go|at risk|will go|are going|being cut|to be cut|under threat|face the axe|losing their jobs|facing redundancy|will be lost|to be lost)|(?:cut|cutting|axe|axing|lose|losing|shed|shedding) (?:[0-9]+|one|two|three|four|five|six|several|some) (?:\w+ )?(?:posts?|jobs?|tas?|teachers?|staff|roles?|positions?)|(?:handed|hands|handing|put) in (?:his|her|their) (?:notice|resignation)|(?:has|have|s) (?:quietly |just |now |secretly )?resigned|(?:being|be|been) (?:made redundant|let go|dismissed|sacked|suspended|pushed out|managed out|paid off)|staff (?:absence|sickness|turnover|survey|pay) (?:figures|data|rates|results|by)|performance management (?:of|results|outcomes|targets)|capability (?:procedures?|proceedings|process)|grievance(?:s)? (?:hearing|procedure|against|process|raised|lodged)|employment tribunal|tribunal|disciplinary (?:hearing|process|procedure|action against|panel)|whistle ?blow(?:s|n|ing|ers?)?|gagging (?:order|clause)",
        r"|(?:budget|school s|school|our|a|the|financial|in year|cumulative|huge|growing) (?:budget )?(?:deficits?|shortfall|overspend|debts|cash flow|bankruptcy|insolvency|reserves (?:are|of|stand))|(?:in|the) (?:the )?red by|overspent (?:by|on)|financial (?:difficulties|trouble|notice to improve|irregularit\w+|position|crisis)|licensed deficit|draft budget|budget (?:forecast|deficit|shortfall|cuts?|setting|gap|hole|monitoring|plan for)|(?:deficit|shortfall|overspend|loss|debt|reserves) of (?:over |nearly |almost |about )?£|reserves (?:\w+ )?(?:gone|exhausted|used up|running out|down to|empty)|£ [0-9]+ (?:[0-9]+ |k |m |million |thousand )?(?:in debt|in the red|overspent|short|deficit)|(?:bids?|tenders?|quotes?) (?:received |submitted |back )?(?:for|from) (?:the |our |a |new |sports |catering |cleaning |building |roof |kitchen |grounds |it |\w+ )*(?:contracts?|hall|roof|works?|supplier|contractors?|build|extension|services?)|contract (?:price|prices|talks|dispute|value)|price (?:was|is|of) £ [0-9]+ [0-9]+|audit (?:findings?|report|failings?)|(?:contract|tender|bid|quote|supplier|catering contract|cleaning contract) (?:negotiations?|prices?|figures?|award(?:ed)? to|terms|values?|bids?|submissions?|documents?|renewal)|(?:sealed|lowest|winning|rival|preferred) (?:bids?|bidder|tenders?)|tender(?:s|ing)? (?:for|process)|invoice(?:s|d)? (?:from|of|for|number|attached)|purchase order|business plan|(?:merger|merge|federation|conversion|takeover|academisation) (?:talks|plans?|negotiations?|discussions?|with \w+)|in talks (?:with|to|about)|(?:plans?|proposal|plan|decision|going) to (?:close|sell|merge|join the|convert|axe|scrap|cut|downsize|reduce) (?:the |our |a |some )?(?:school|nursery|site|sixth form|playing fields?|field|kitchen|building|trust|staff|jobs|posts|class|classes|teachers)|(?:plans?|planning|agreed|about|set|intends?|wants?|voted|decided|secretly|hoping|is|are|re|will|s) (?:to )?(?:sell(?:ing)?(?: off)?|clos(?:e|ing)|take over|taking over|merg(?:e|ing)|shut(?:ting)?(?: down)?|mothball(?:ing)?|outsourc(?:e|ing)|privatis(?:e|ing)|demolish(?:ing)?) (?:the |our |this |lower |upper |old |part of |some of |with |of |\w+ )*(?:playing fields?|fields?|land|nursery|sixth form|school site|site|caretaker s house|swimming pool|primary|academy|infants?|juniors?|kitchen|trust|school next year|school in (?:july|august|september|january|march|april|easter|summer)|campus)|(?:sell|selling|sale of) (?:off )?(?:the |our |some |of |lower |upper |playing |school )*(?:fields?|land|site|house) to|merge with|closing (?:the |our )?(?:nursery|sixth form|pool|kitchen|school for good)|school (?:is )?(?:set|due|going|likely) to (?:close|merge|convert|be sold)",
        r"|(?:part (?:2|two|b)|closed|confidential|unapproved|draft) (?:minutes|agenda|section of the minutes)|(?:draft|provisional|unpublished|advance|early) (?:ofsted|inspection|siams|audit|sats|exam|gcse|a level|results) ?(?:report|grades?|results|judg\w+|findings|outcome|copy)?|ofsted (?:are|is) (?:coming|in) (?:today|tomorrow|next|on)|(?:ofsted|inspectors|inspection team|hmi|siams) (?:have |has |just |s |ve |are |is |will be |re |have just |has just )*(?:rang|rung|called|phoned|due|coming|in tomorrow|in on|arriving|here (?:on|tomorrow)|visiting (?:on|tomorrow|next))|the (?:ofsted )?(?:call|phone call) (?:has come|came|is in)|safeguarding (?:log|logs|file|files|records?|chronology|register|list)|(?:alarm|door|gate|safe|entry|keypad|key safe) codes?|lockdown (?:procedure|codes?|password|signal|word)|(?:shortlist|short list|shortlisted|short listed|candidates?|applicants?|interviews?) (?:for|applying for) (?:the |our |new |post of |a |job of |role of )*(?:head|headteacher|head teacher|headship|deputy|deputy head|ceo|principal|assistant head)(?: \w+){0,2}|(?:been |was |s |is being )(?:offered|given|promised|lined up for) (?:the |a )?(?:\w+ )?(?:deputy|headship|head|job|post|role|promotion|assistant headship)|ofsted (?:draft|feedback|verbal feedback|grade) (?:before|is|says|was|gave)|governors (?:have )?(?:secretly|privately|voted to|agreed to (?:close|cut|sell|dismiss|pay))|(?:interview(?:ed|ing)?|shortlist(?:ed)?) (?:candidates|for (?:the )?(?:new )?head)|who (?:got|gets|didn t get) the (?:job|headship)|(?:leaving|resign(?:ed|ing)|handed in (?:his|her|their) notice) (?:but|and) (?:it s|it is|hasn t|not)",
    ),
    &[],
);

/// Help that keeps secrets, maths, and lessons.
static OPEN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"bursar(?:y|ies)|free school meals|fsm|pupil premium|hardship|uniform (?:bank|grant|help)|food ?bank|help with|year (?:[1-9]|1[0-3])s? business|(?:gcse|a level|btec) business|business (?:studies|lessons?|class|club|week|enterprise)|dragons?|pitch(?:es|ed)?|young enterprise|candidate entry|exam entry|childline|helplines?|samaritans|counsell\w+|voting|ballots?|votes?|nurse|free and confidential|kooth|advice|support line|drop in|service|listening|gdpr|data protection|maths|lesson|monopoly|history|story|spies|spy|notice s?board|code ?breakers?|enigma|bletchley|binary|qr codes?|parking|snow|ice|flood\w*|heating|boiler|burst|head (?:boy|girl|student|pupil|prefect|chorister)s?|house captains?|prefects?|at (?:1|2|3|noon|lunchtime)|early|detective|mission|top secret|surprise|victorian|project|enterprise|apprentice|pupils|children|egyptian|treasure|solutions?|goats?|tongue|loving|love and|steaks?|chicken|vegetables|published|on our website|cyberdog|water|pipes?|roof",
        &[],
    )
});

fn business(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    let told = sight.own_words(&BUSINESS).filter(|(range, _)| {
        // Help for families and lessons are told in another sentence than they are called private in.
        !OPEN.is_match(sight.plain().paragraph(range))
    });
    let message = "Words about confidential business of the school.";
    seen.extend(told.map(|(_, span)| Sighting::new(span, Certainty::Likely, message)));
}
