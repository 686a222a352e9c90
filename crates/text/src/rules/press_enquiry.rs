//! `text/press-enquiry`: the press asks, or is answered.
//!
//! A journalist's question goes through the media policy first. A school newspaper, a visit to a
//! studio and a report in the local paper are no enquiry.

mod dealings;

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
    id: "text/press-enquiry",
    title: "The press",
    finds: "Words of journalists' enquiries and answers to them: requests for comment or interviews, statements, reporters at the gate.",
    why: "What a school tells the press, its head decides; an answer in a post cannot be taken back.",
    remedy: "Pass the enquiry to the head, and leave it out of the post.",
    flagged: &[
        "⟦A journalist has been in touch about⟧ the parking",
        "⟦Our statement to the press⟧ is below",
        "⟦The Gazette has asked us for a comment⟧",
    ],
    clean: &[
        "Our young journalists interviewed the mayor for the school newspaper",
        "We are in the Anytown Gazette this week!",
        "BBC Newsround showed us how a reporter works",
    ],
    misses: &["An enquiry that is not called one."],
    excerpt: Excerpt::Plain,
};

/// How it looks.
pub(crate) static SCREEN: Screen = Screen {
    rule: &RULE,
    looks: &[
        Look::Pattern { gate: Gate::statement(&ENQUIRY), find: enquiries },
        Look::Pattern { gate: Gate::statement(&dealings::DEALING), find: dealings::dealings },
    ],
};

/// Who asks.
const PRESS: &[&str] = &[
    "journalists?",
    "reporters?",
    "news ?desk",
    "newspapers?",
    "the press",
    "the media",
    "press",
    "media",
    "bbc(?: news)?",
    "itv(?: news)?",
    "sky news",
    "channel 4 news",
    "the (?:sun|mirror|guardian|times|telegraph|daily \\w+|mail(?: online)?|express|star|independent|observer|tes|echo|gazette|chronicle|post|herald|argus|advertiser|standard|evening \\w+|local paper|local newspaper|local radio|papers?)",
    "mail online",
    "schools week",
    "(?:camera|film|tv|news|television) crews?",
    "photographers from",
    "radio stations?",
    "producers?",
    "documentary makers?",
    "bbc(?:news|leeds|london|looknorth|south|midlands|wales|scotland|breakfast|essex|kent|devon|norfolk|suffolk)",
    "itv(?:news|meridian|granada|anglia|central|calendar|westcountry| meridian| granada| anglia| central| calendar| westcountry)",
    "channel (?:4|5|four|five)(?: news)?",
    "newsnight",
    "panorama",
    "good morning britain",
    "(?:local |bbc |community |hospital )*radio(?: \\w+)?",
    "(?:daily|evening|sunday|morning|weekly) (?:mail|mirror|express|star|telegraph|post|news|courier|echo|times|record|chronicle|gazette|herald|standard|argus|mercury)",
    "the (?:mercury|courier|examiner|citizen|bugle|recorder|journal|leader|reporter|messenger|mercury news|scotsman|record|western mail)",
    "paparazzi",
];

static ENQUIRY: Statement = Statement::new(
    concat!(
        r"(?:a |an |any |some |the |several |two |local )*{PRESS} (?:from \w+ (?:\w+ )?)?(?:who )?(?:has |have |had |is |are |was |were |will |may |might |keeps? |s |ve )*(?:just |also |already |been |now )*(?:in touch|in contact|contacted|contacting|contact (?:you|us)|called|calling|rung|rang|ringing|phoned|phoning|emailed|emailing|approached|approaching|asked|asking|asks?|wants?|wanted|wanting|requested|requesting|enquired|enquiring|after|seeking|chasing|doorstepp\w+|hounding|outside|at the (?:gates?|school)|waiting|camped|sniffing|knocking|running a story|planning a (?:story|piece)|investigating|working on a story)(?: (?:us|you|parents|the school|staff|families|me))?(?: (?:for|about|to|on) (?:an? |some |the )?(?:comments?|interviews?|quotes?|statement|response|reaction|story|comment on|speak|talk)(?: \w+)?)?",
        r"|(?:press|media|journalist s?|reporter s?|newspaper) (?:enquir(?:y|ies)|inquir(?:y|ies)|requests?|statements?|questions?|conference|interest|attention|intrusion|coverage of (?:the|this) (?:incident|matter|case|allegations?))|(?:statement|comment|response|reply|answer|interview|quotes?|tip|story|leak(?:ed)?|talk(?:ing|ed)?|spoke|speak(?:ing)?|speak) (?:\w+ )?(?:to|for|with|by) (?:the |a |any |local )*{PRESS}",
        r"|(?:asked|asking|approached|contacted|pressed|invited) (?:us |me |the school |the head )?(?:by \w+ (?:\w+ )?)?for (?:a |an |our |some |any )*(?:comments?|interviews?|quotes?|statement|reaction)|has asked us for (?:a )?(?:comment|statement|quote|interview)|no comment|on the record|off the record|(?:we|the school|our head) (?:declined?|decline|refused?|are unable|is unable|will not|won t) (?:to )?(?:comment|be commenting|speak to)|unable to comment|right of reply|for immediate release|embargoed until|press release|what the papers (?:say|said) about|response to (?:the|recent|this week s) (?:press|media|newspaper|news) (?:reports?|coverage|stories|article|allegations)|set the record straight|do not speak to (?:the )?{PRESS}",
        // answers, offers and denials
        r"|(?:if you re|if you are|are you|anyone|anybody) (?:from|with|working for) (?:the )?(?:press|media|papers?|news|bbc|itv)|(?:response|reply|answer|reaction|statement|comments?|rebuttal|apology) (?:to|on|about) (?:the |today s |yesterday s |this week s |this morning s |last night s |recent |that |those |all the |a |an )*(?:{PRESS}|press|media|newspaper|news|headlines?) (?:articles?|stor(?:y|ies)|pieces?|reports?|coverage|headlines?|claims?|allegations|reporters?|column|front page)?",
        r"|(?:can|could|will|ll|happy to|glad to|able to|would|have agreed to|agreed to|d be happy to) (?:also |gladly |certainly )?(?:do|give|offer|arrange|set up|provide|speak|talk) (?:you |him |her |them )?(?:an? |some )?(?:(?:short |phone |live |radio |tv )*(?:interviews?|quotes?|statement|comments?|soundbites?)|on the record|on air|live on air)|(?:please |you can |you may |feel free to |happy for you to |you could )(?:quote|attribute)(?: (?:me|us|this|the head|our head|the chair|mr \w+|mrs \w+|to|as|saying))+|quote the (?:head|chair|school|governors) as|re your (?:media |press )?(?:enquir(?:y|ies)|inquiry|quer(?:y|ies)|questions?|requests?|email) (?:for|from|about|to) (?:the |an? )*(?:{PRESS}|article|story|piece|comment|statement|quote|interview|\w+ (?:, )?please quote)",
        r"|(?:making|filming|shooting|produc(?:e|ing)) (?:a |an )?(?:\w+ )?(?:documentary|film|programme|feature|item|news (?:item|report|story)|series) (?:on|about|into) (?:\w+ ){1,4}?(?:, )?(?:parents|families|staff|pupils|contact|get in touch|dm|message|email|reply|if you)|{PRESS} (?:is |are |s |re |have been |has been )?(?:looking for|appealing for|seeking|interested in|keen to (?:hear|speak|talk|film|interview)|would like to (?:film|interview|speak|talk|hear|feature)|d like to (?:film|interview|speak|talk|hear)|want(?:s)? to (?:film|interview|speak|talk|hear|know|come)|wants? (?:a )?(?:comments?|quotes?|interviews?|statements?|reaction|photos? of)|spoke to|quoted)(?: \w+){0,2}|what (?:the )?{PRESS} (?:got wrong|printed|wrote|claimed|didn t (?:say|print|tell)|won t (?:say|print|tell))",
        r"|(?:story|stories|article|articles|claims?|reports?|piece|headlines?|allegations|coverage) (?:made |published |printed |written )?(?:in|by|on) (?:the |today s |yesterday s |this week s )*{PRESS}(?: \w+)? (?:is|are|was|were) (?:\w+ )?(?:untrue|false|wrong|rubbish|misleading|inaccurate|not true|nonsense|lies|unfair|incorrect)|(?:to|dear) (?:the )?{PRESS} : (?:our|we|no|yes|the|it|your)|(?:told|tell|telling|said to|spoke to|spoken to|speak to|speaking to|talk to|talked to|talking to) (?:the |a |an |any |that |this |one |today s )*{PRESS}(?: \w+)? (?:that|off the|on the|about (?:the|our|this|it)|it s|we |not to|reporter|journalist|to (?:go|stop|leave))|(?:newspapers?|journalists?|reporters?|photographers|tv crews?|{PRESS}) (?:have |has |had |keep |were |are )(?:been )?(?:calling|ringing|phoning|emailing|messaging|on the phone|knocking|asking)(?: \w+){0,3}|stories (?:about (?:us|our school) )?in (?:the |today s )*{PRESS}",
    ),
    &[("PRESS", PRESS)],
);

/// School newspapers, visits and lessons.
static OWN_PRESS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"young (?:journalists?|reporters?)|junior (?:journalists?|reporters?)|pupil (?:journalists?|reporters?)|student (?:journalists?|reporters?)|school (?:newspaper|newsletter|radio|reporters?|magazine|report)|our reporters?|newsround|newspaper club|(?:year (?:[1-9]|1[0-3])s?|pupils|children|students|choir|team|club|class) (?:\w+ ){0,2}?(?:interviewed|interview|met|quizzed|asked|wrote|writing|became|learn\w*|visited|toured|spoke|sang|performed|appeared|recorded|were on|are on|was on|will be on|featured|went)|interviewed (?:by|on)|listen again|tune in|role play|hot seating|work experience|careers|visit(?:ed|ing|s)? (?:us|the|our)|workshop|drama|flower press|apple press|press (?:the|play|here|button|flowers)|bench press|hot off the press",
        &[],
    )
});

fn enquiries(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    for (range, span) in sight.all(&ENQUIRY) {
        if !sight.beside(&range, &OWN_PRESS) {
            seen.push(Sighting::new(
                span,
                Certainty::Likely,
                "Words about an enquiry by the press, or an answer to one.",
            ));
        }
    }
}
