//! Dealings with reporters: invitations, answers, complaints, instructions.
//!
//! In: a text. Out: people of the press beside words of asking, telling and quoting. Pupils who report,
//! visits, features and thanks for coverage have other words around them.

use std::sync::LazyLock;

use regex::Regex;

use crate::plain::pattern;
use crate::screen::Sighting;
use crate::sight::Sight;
use crate::statement::Statement;

/// Who reports.
const REPORTERS: &[&str] = &[
    "journalists?",
    "journos?",
    "reporters?",
    "news ?desks?",
    "newspapers?",
    "(?:the |local |national )*(?:press|media|papers|papers?|rag|tabloids?)",
    "(?:a |the |tv |radio |documentary |news )*producers?",
    "researchers? (?:from|at|for) (?:the |a )?(?:bbc|itv|sky|channel|tv|\\w+ (?:radio|tv|productions))",
    "(?:tv|camera|film|news|television|bbc|itv|sky) (?:crews?|cameras?|people|team|van)",
    "photographers? from",
    "paparazzi",
    "bbc(?: \\w+)?",
    "itv(?: \\w+)?",
    "sky(?: news)?",
    "channel (?:4|5|four|five)(?: news)?",
    "gb news",
    "talk ?(?:tv|radio|sport)",
    "radio [a-z]+",
    "(?:good morning britain|gmb|morning live|this morning|newsnight|panorama|dispatches|look north|north west tonight|the one show|bbc breakfast|loose women|crimewatch)",
    "the (?:daily |evening |sunday |weekly |morning |local |county )*(?:sun|mirror|guardian|times|telegraph|mail|express|star|independent|observer|echo|gazette|chronicle|post|herald|argus|advertiser|standard|courier|mercury|clarion|bugle|examiner|citizen|journal|record|tribune|messenger|news|press|reporter|tes|paper)",
    "(?:daily|evening|sunday|weekly|morning|local|county) (?:sun|mirror|times|telegraph|mail|express|star|echo|gazette|chronicle|post|herald|argus|advertiser|standard|courier|mercury|clarion|bugle|examiner|record|news|press|paper|tribune|journal)",
    "schools week",
    "(?:the )?(?:lady|man|woman|chap|bloke|gentleman|person|girl) from (?:the |radio |bbc |itv )*(?:paper|press|bbc|itv|sky|\\w+ (?:news|radio)|telegraph|mail|sun|times|guardian|mirror|gazette|echo|herald|chronicle|post|argus|express|star|standard|courier|radio \\w+|tv)",
    "(?:podcasters?|bloggers?|true crime \\w+)",
];

/// What passes between them and a school.
pub(super) static DEALING: Statement = Statement::new(
    concat!(
        // calling all reporters; looking for a journalist; anyone willing to speak to
        r"(?:calling|attention|wanted|hello|hi|dear|message (?:to|for)|note to|memo to|to|for|looking for|seeking|we need|need|want|is there|are there|know|does anyone know|anyone know|get|inviting|invite|we invite|alert|ring|phone|call|email|contact|tell|told|telling|tip off|tipping off|message|ask|asked|please (?:don t|do not) (?:talk|speak) to|(?:don t|do not|never|mustn t|should not|shouldn t) (?:talk|speak|respond|reply|comment|say anything|give interviews?) to|(?:talk|talking|talked|speak|speaking|spoke|spoken|chat|chatting|respond|responding|reply|replying|go|going|gone|went|complain|complained|complaining|leak|leaked|leaking|sell|sold|give|gave|given|giving|statement|comment|line|quotes?|interview|interviews|answer|response|apology|sent|send|sending|offered|available|confirm|confirmed|explain|explained|say|said|deny|denied) (?:\w+ ){0,5}?(?:to|for|with|by|from|on)|willing to (?:speak|talk|chat) to|(?:our|the) (?:comment|statement|response|reply|side|answer|line) (?:to|for|on)) (?:the |a |an |any |all |that |this |those |our |your |every |some |local |national |dear |you )*{REPORTER} (?:(?:who|that|who s|who are) )?(?:\w+ |, |: ){0,4}?(?:to cover|cover|keeps?|about|stop|ring|asking|ask(?:s|ed)?|emailing|emails|ringing|rings|please|no comment|we|our|you|the real|contact|get in touch|off the|on the record|tonight|tomorrow|that|it|this|over|for interviews?|reading|because|who|no|yes|he|she|what|exactly|instead|anything|print|printing|got it|message|dm|call|with the|whatever|nothing|everything|us|unless|until)",
        r"|{REPORTER} (?:(?:who|that) )?(?:has |have |had |is |are |was |were |s |ve |keeps? |kept |may |might |will |ll |been |still |just |also |again |now )*(?:asked|asks|asking|rung|rang|ringing|phoned|phoning|emailed|emailing|called|calling|contacted|contacting|been in touch|in touch|approached|approaching|want(?:s|ed|ing)?|would like|d like|looking for|look for|after|seeking|seek|chasing|sniffing|hanging around|outside|at (?:the|our) (?:gates?|school)|at the gates|camped|doorstepp\w+|hounding|harass\w+|knocking|turned up|showed up|arrived|stops? (?:you|anyone|them)|filming|film outside|paying|pays?|offering|offered|investigating|digging|running|planning|writing|printed|print|published|wrote|claims?|claimed|reported|reports|says?|said|alleges?|alleged|got (?:it|this|the story)|have got|has got|twisted|lied|misquoted|made up|accused|suggested|named)(?: \w+| ,){0,3}? (?:about|for|to|us|parents|mums|dads|you|our|a|an|the|that|we|school|on|if|at|outside|it|wrong|cash|interviews?|side|story|comment|of|into|in|today|yesterday|morning|tonight|again|me|staff|families|everyone)",
        r"|(?:our|the school s|official|press|media|head s|governors|here is our|here s our|her|his|full|a) (?:press |media |official |full |public |formal )*(?:statement|comment|response|rebuttal|side of (?:the|this) story|line|reply)(?: is| below)? (?:to (?:them|the press|the media|that)|on the (?:story|article|coverage|allegations|reports?|claims)|following (?:reports|the|media|press|recent)|in full|for publication|: (?:following|we|the|our))|(?:our|the head s|official) (?:comment|statement|response|side) (?:on|to|of) (?:the|this|that|today s|yesterday s|last night s) (?:\w+ )?(?:story|article|report|reports|headlines?|coverage|allegations|claims)|(?:media|press) (?:statement|line|release|officer|enquir(?:y|ies)|quer(?:y|ies)|request|release|call|conference|briefing|pack|interest|intrusion)|following (?:recent |media |press |today s |the )*(?:media |press |newspaper |news )*(?:reports|coverage|stories|allegations|speculation) (?:of|that|about|in|on)|(?:you (?:may|can) |feel free to |please |happy for you to |they can |do )(?:quote|print|report|publish|run|use) (?:us|me|that|this|him|her|it|the head)(?: on (?:that|this|it))?|quote (?:us|me) on|(?:quote|quotes) from (?:our|the) (?:head|chair|governors?|headteacher|principal|ceo)(?: \w+){0,3}? (?:for|press|journalists|reporters)|(?:no|declined? to|refused? to|unable to|won t|will not|not going to|happy to|glad to|available (?:for|to)|free (?:for|to)) comment|(?:for|on) the record|off the record|(?:head|headteacher|principal|chair|chair of governors|we|he|she|governor|spokes\w+|our ceo) (?:is |are |s |re |will be |will |ll |can |would be |d be |has agreed to |have agreed to )*(?:available|happy|glad|free|willing|ready|prepared|keen|do|give|giving|doing|be giving|be doing) (?:to (?:do|give) |for |an |a |any |all |live |more |radio |tv )*interviews?(?: \w+){0,3}",
        r"|(?:go|appear|be|speak|talk|on|live) on (?:camera|air|the news|live tv|tv tonight)(?: \w+){0,4}? (?:about|tonight|takers|to say|with)|(?:story|scoop|exclusive|tip) (?:about|on|for|to) (?:our|the|this) (?:school|head|academy|trust|papers?|press|news\w*)(?: \w+)?|(?:paying|pays?|paid|offering|cash|money|fee) (?:\w+ ){0,3}?for (?:interviews?|your stor(?:y|ies)|stories|photos of|pictures of|information|the story|exclusives?)|(?:paper|papers|press|article|story|media|headline|headlines|coverage|report|journalist|reporter) (?:has |have |had |got |is |are |was |were |s )*(?:it |this |that |the story |the facts |everything |us )?(?:wrong|wildly wrong|inaccurate|untrue|false|misleading|rubbish|nonsense|made up|lies|lying|a disgrace|unfair|one sided|biased|twisted|sensationalis\w+|libellous)|(?:printing|print|printed|publishing|published|peddling|spreading) (?:\w+ )?(?:lies|rubbish|nonsense|untruths|rumours|gossip|falsehoods|fake news|our (?:pupils|children s) names?)(?: \w+){0,2}|(?:we|head|school|governors|he|she) (?:are |is |re |s |will be |ll be )*(?:speaking|talking|live|on air|going live|interviewed) (?:to |with |on |by |live )+(?:the |bbc |local )*{REPORTER}(?: \w+){0,4}? (?:about|over|on the)|allegations (?:are|were|in|made) (?:\w+ )?(?:baseless|untrue|false|unfounded|in|by|to)|tv crews? (?:\w+ ){0,3}?(?:gates?|outside|morning|today|here)",
    ),
    &[("REPORTER", REPORTERS)],
);

/// Pupils who report, visits, features, lessons, other presses and posts.
static OWN_PRESS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"for covering|covering our|covered our|pick up a copy|lovely (?:piece|article|write up)|on page|prom photos|should tell the sun|young (?:journalists?|reporters?)|junior (?:journalists?|reporters?)|pupil (?:journalists?|reporters?)|student (?:journalists?|reporters?)|reporter (?:day|club)|school (?:newspaper|newsletter|radio|reporters?|magazine|report|podcast)|newsround|news ?paper club|newspaper (?:collection|hats?|towers?|fashion|bridge)|500 words|reception class|feature|featured|first class|in the (?:gazette|echo|herald|chronicle|paper|news|local paper) (?:this week|today|tomorrow)|well done|congratulations|proud|choir|band|orchestra|quiz|tune in to hear (?:our|the) (?:choir|pupils|children|year)|listen (?:again|out for (?:our|year))|sports? report|match report|weather|talent|filmed (?:our|a|the) (?:choir|lesson|nativity|play|pupils)|(?:year (?:[1-9]|1[0-3])s?|pupils|children|students|team|club|class) (?:\w+ ){0,3}?(?:interviewed|interview|met|quizzed|asked|wrote|write|writing|became|become|learn\w*|visited|toured|spoke|sang|performed|appeared|recorded|featured|went|made|created|produced|printed|questioned)|interviewed (?:by our|our|mr|mrs|miss)|role play|hot seating|work experience|careers|apprentic\w+|visit(?:ed|ing|s)? (?:us|the|our)|came to (?:talk|speak|visit)|workshop|drama|flower press|apple press|press (?:the|play|here|button|flowers|ups?)|bench press|hot off the press|stop press|school play|history|gcse|a level|lessons?|english|homework|times tables?|book|novel|theatre|museum|sky (?:was|is|at|tonight|full|lantern|blue)|night sky|blue sky|the sun (?:was|is|came|shone|comes|did|out|in)|sunday (?:times )?(?:school|best|roast)|the post (?:office|box)|last post|the star (?:of|on|award|pupil)|stars?|nativity|sun (?:cream|hats?)",
        &[],
    )
});

pub(super) fn dealings(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    sight.tell_all(
        &DEALING,
        &OWN_PRESS,
        "Words about an enquiry by the press, or an answer to one.",
        seen,
    );
}
