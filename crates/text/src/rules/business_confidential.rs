//! `text/business-confidential`: the school's confidential business.
//!
//! Budgets and deficits, staffing plans, contracts and tenders, inspection drafts, minutes that are
//! not public. What a governing body has published is none; nothing in the words says so, and a
//! person must.

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
        "⟦Our budget deficit⟧ is now £90,000",
    ],
    clean: &[
        "Childline is free and confidential",
        "In maths we planned a party on a budget of £20",
        "The governors meet on Tuesday; minutes are on our website",
    ],
    misses: &["A plan told in passing."],
    excerpt: Excerpt::Plain,
};

/// How it looks.
pub(crate) static SCREEN: Screen = Screen {
    rule: &RULE,
    looks: &[Look::Pattern { gate: Gate::statement(&BUSINESS), find: business }],
};

static BUSINESS: Statement = Statement::new(
    concat!(
        r"(?:strictly |highly |private and |commercially |company |staff )?(?:confidential|in confidence)(?: (?:document|memo|report|plans?|minutes|email|information|papers?|agenda|letter|item|matter|business|until|details))?|(?:commercially|politically|market) sensitive|not (?:yet )?(?:for (?:publication|release|circulation|public(?:ation)?|sharing|wider circulation)|public(?:ly announced)?|been announced|to be shared|announced)|internal (?:use )?only|internal (?:memo|document|email|staff email)|(?:staff|governors) eyes only|eyes only|embargo(?:ed)?|under embargo|(?:don t|do not) (?:share|tell|pass on|forward|repeat) (?:this|anyone|it)(?: (?:outside|beyond|yet|to anyone))?|keep (?:this|it) (?:quiet|to yourself|under wraps|under your hat|between us|secret until)|between you and me|before (?:it s|it is|it was|the) (?:officially |public |formal )*(?:announced|announcement|published|public)|you didn t hear (?:it|this) from (?:me|us)|leaked|sneak peek at the (?:draft|report|budget)",
        r"|redundanc(?:y|ies)|made redundant|at risk of redundancy|jobs? (?:are |is )?at risk|job (?:cuts|losses)|(?:staffing|staff) (?:cuts|restructure|restructuring|reductions?|plans?|review|structure|shortage)|restructur(?:e|ing) (?:of|plan|proposal|consultation)|(?:cutting|losing|axing) (?:\w+ )?(?:teaching assistants|tas|teachers|staff|jobs|posts)|tupe|settlement agreements?|compromise agreements?|non disclosure|ndas?|payouts?|pay (?:off|offs|rise for|scale of|award for|dispute)|salar(?:y|ies) of|(?:head s|heads|her|his|staff|teacher s|their) (?:salary|salaries|pay|wages|bonus|pension)|performance management (?:of|results|outcomes|targets)|capability (?:procedures?|proceedings|process)|grievance(?:s)? (?:hearing|procedure|against|process|raised|lodged)|employment tribunal|tribunal|disciplinary (?:hearing|process|procedure|action against|panel)|whistle ?blow(?:s|n|ing|ers?)?|gagging (?:order|clause)",
        r"|(?:budget|school s|school|our|a|the|financial|in year|cumulative|huge|growing) (?:budget )?(?:deficits?|shortfall|overspend|debts|cash flow|bankruptcy|insolvency|reserves (?:are|of|stand))|(?:in|the) (?:the )?red by|overspent (?:by|on)|financial (?:difficulties|trouble|notice to improve|irregularit\w+|position|crisis)|licensed deficit|audit (?:findings?|report|failings?)|(?:contract|tender|bid|quote|supplier|catering contract|cleaning contract) (?:negotiations?|prices?|figures?|award(?:ed)? to|terms|values?|bids?|submissions?|documents?|renewal)|(?:sealed|lowest|winning|rival|preferred) (?:bids?|bidder|tenders?)|tender(?:s|ing)? (?:for|process)|invoice(?:s|d)? (?:from|of|for|number|attached)|purchase order|business plan|(?:merger|merge|federation|conversion|takeover|academisation) (?:talks|plans?|negotiations?|discussions?|with \w+)|in talks (?:with|to|about)|(?:plans?|proposal|plan|decision|going) to (?:close|sell|merge|join the|convert|axe|scrap|cut|downsize|reduce) (?:the |our |a |some )?(?:school|nursery|site|sixth form|playing fields?|field|kitchen|building|trust|staff|jobs|posts|class|classes|teachers)|school (?:is )?(?:set|due|going|likely) to (?:close|merge|convert|be sold)",
        r"|(?:part (?:2|two|b)|closed|confidential|unapproved|draft) (?:minutes|agenda|section of the minutes)|(?:draft|provisional|unpublished|advance|early) (?:ofsted|inspection|siams|audit|sats|exam|gcse|a level|results) ?(?:report|grades?|results|judg\w+|findings|outcome|copy)?|ofsted (?:are|is) (?:coming|in) (?:today|tomorrow|next|on)|ofsted (?:draft|feedback|verbal feedback|grade) (?:before|is|says|was|gave)|governors (?:have )?(?:secretly|privately|voted to|agreed to (?:close|cut|sell|dismiss|pay))|(?:interview(?:ed|ing)?|shortlist(?:ed)?) (?:candidates|for (?:the )?(?:new )?head)|who (?:got|gets|didn t get) the (?:job|headship)|(?:leaving|resign(?:ed|ing)|handed in (?:his|her|their) notice) (?:but|and) (?:it s|it is|hasn t|not)",
    ),
    &[],
);

/// Help that keeps secrets, maths, and lessons.
static OPEN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"childline|helplines?|samaritans|counsell\w+|voting|ballots?|votes?|nurse|free and confidential|kooth|advice|support line|drop in|service|listening|gdpr|data protection|maths|lesson|monopoly|history|story|spies|spy|detective|mission|top secret|surprise|victorian|project|enterprise|apprentice|pupils|children|egyptian|treasure|solutions?|goats?|tongue|loving|love and|steaks?|chicken|vegetables|published|on our website|cyberdog|water|pipes?|roof",
        &[],
    )
});

fn business(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    for (range, span) in sight.own_words(&BUSINESS) {
        if !sight.beside(&range, &OPEN) {
            seen.push(Sighting::new(
                span,
                Certainty::Likely,
                "Words about confidential business of the school.",
            ));
        }
    }
}
