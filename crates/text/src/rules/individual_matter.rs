//! `text/individual-matter`: the affairs of one person or a handful.
//!
//! Discipline, attendance, learning, family, staffing: named or recognisable. Praise, birthdays and
//! general notes are none, and health and the like are the matter of `privacy/special-category`.

mod troubles;

use std::sync::LazyLock;

use gatepost_model::{Certainty, Excerpt, Rule};
use regex::Regex;

use crate::affairs::{Affairs, WHO, WHOSE};
use crate::gate::Gate;
use crate::plain::pattern;
use crate::screen::{Look, Screen, Sighting};
use crate::sight::Sight;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    id: "text/individual-matter",
    title: "A person's own affairs",
    finds: "Discipline, attendance, learning difficulties, family troubles and staffing matters of a person or a handful of people.",
    why: "Such matters belong between the school and the family, or the school and its staff.",
    remedy: "Take it out; speak to those whom it concerns.",
    flagged: &[
        "⟦Three boys in Year 9 were caught vaping⟧ again",
        "⟦Jayden is in detention⟧ until Friday",
        "⟦Mrs Lowe was suspended⟧ last week",
    ],
    clean: &[
        "100 % attendance for 6B this week!",
        "Ruby was caught being kind and won a star",
        "Pupils who are late sign in at the office",
        "Happy birthday to our oldest governor",
    ],
    misses: &["A matter told by hints."],
    excerpt: Excerpt::Plain,
};

/// How it looks.
pub(crate) static SCREEN: Screen = Screen {
    rule: &RULE,
    looks: &[
        Look::Pattern { gate: Gate::statements(&MATTERS.statements), find: matters },
        Look::Pattern { gate: Gate::statement(&troubles::TROUBLE), find: troubles::troubles },
    ],
};

const HAS: &[&str] = &[
    "detentions?",
    "(?:two|three|four|five|several|another|[0-9]+) detentions?",
    "a behaviour (?:point|log|card|report|contract)",
    "behaviour points",
    "a final warning",
    "an? (?:written )?warning(?: letter)?",
    "isolation",
    "(?:a )?(?:poor|low|terrible|bad|awful|shocking|dreadful|worrying) (?:attendance|behaviour|attitude|punctuality|grades?|results?|report|marks?|scores?)",
    "attendance (?:of|below|problems|issues)",
    "unauthorised absences?",
    "family (?:problems|issues|troubles|breakdown)",
    "problems at home",
    "trouble at home",
    "marriage (?:problems|trouble)",
    "money (?:problems|troubles|worries)",
    "debts?",
    "rent arrears",
    "a disciplinary(?: \\w+)?",
    "a grievance",
    "a new boyfriend",
    "a new girlfriend",
    "the reading age of \\w+",
    "a reading age of \\w+",
    "an affair",
    "a drink(?:ing)? problem",
    "a temper",
    "behaviour problems",
    "dinner money (?:debt|arrears)",
    "unpaid (?:dinner|lunch|club|trip) (?:money|bills?|fees)",
];
const IS: &[&str] = &[
    "in (?:detention|isolation|trouble|internal exclusion|disgrace|prison|jail|court|custody|police custody|arrears|debt|the bottom (?:set|group|ability group)|bottom set|the lowest (?:set|group)|the remedial group|a refuge|the middle of a (?:divorce|custody \\w+))",
    "on (?:report|a behaviour \\w+|a warning|a final warning|bail|probation|capability|gardening leave|long term sick|sick leave|stress leave|red report|yellow report|a part time timetable|a reduced timetable)",
    "under (?:investigation|arrest|review for \\w+)",
    "late (?:[0-9]{1,3} times|again|every day|every morning|every single \\w+|as usual)",
    "always late",
    "(?:absent|off|missing|truanting|bunking off) (?:again|without|since|all week|for the \\w+ time|from)",
    "behind (?:with|in|on) (?:his|her|their) (?:reading|maths|work|payments?|fees|rent|dinner money)",
    "failing(?: \\w+)?",
    "(?:the )?(?:worst|naughtiest|weakest|slowest|most disruptive|rudest|laziest)(?: (?:in|pupil|child|reader|boy|girl|of))?",
    "naughty",
    "a bully",
    "bullies",
    "a thief",
    "a liar",
    "a troublemaker",
    "trouble ?makers?",
    "bullying \\w+",
    "going through (?:a |an )?(?:\\w+ )?(?:divorce|separation|custody \\w+|bad time|break ?up|rough patch)",
    "getting (?:divorced|separated|evicted|a divorce)",
    "divorc(?:ed|ing)",
    "separat(?:ed|ing) from \\w+",
    "splitting up",
    "evicted",
    "bankrupt",
    "unemployed",
    "redundant",
    "sacked",
    "dismissed",
    "suspended",
    "let go",
    "arrested",
    "charged with \\w+",
    "banned from \\w+",
    "leaving (?:us )?(?:because|after|following|due to|under)",
    "underperforming",
    "incompetent",
    "illiterate",
    "unable to (?:read|write|spell)",
    "below average",
    "not (?:allowed|permitted) (?:on|to go on) the trip",
    "fighting over custody",
    "owed? \\w+",
];
const DID: &[&str] = &[
    "caught (?:\\w+ )?(?:vaping|smoking|cheating|stealing|shoplifting|fighting|drinking|swearing|bunking|truanting|lying|with (?:a |an )?(?:\\w+ )?(?:knife|drugs?|vape|phone|cannabis|alcohol|weed)|sexting|bullying|kissing|plagiari\\w+)",
    "(?:sent|put) (?:home|out|in isolation|in detention|on report|to the head|to the headteacher|to isolation|in internal exclusion)(?: (?:for|after|because))?(?: \\w+)?",
    "sacked",
    "dismissed",
    "suspended",
    "fired",
    "let go",
    "made redundant",
    "given (?:a |an )?(?:detention|final warning|written warning|warning|lunchtime detention|caution|police caution|behaviour \\w+)",
    "arrested",
    "charged(?: with \\w+)?",
    "evicted",
    "sent to prison",
    "jailed",
    "banned from (?:the|our|school) ?\\w*",
    "resigned (?:after|following|over|because|amid|under|due)\\b",
    "quit (?:after|following|over|because)",
    "walked out(?: (?:after|over|of))?",
    "(?:bullied|bullies|bullying|punched|slapped|kicked|bit|hit|attacked|threatened|spat at|swore at|stole from|robbed|assaulted) (?:a |an |another |the |our |his |her |two |some |other |younger )*(?:pupils?|child|children|boys?|girls?|teachers?|ta|staff|classmates?|kids?|students?|[a-z]+ again)",
    "(?:sw(?:ore|ears?)|shouted) at (?:a |the |his |her |our )?(?:teachers?|staff|ta|head)",
    "stole (?:a |the |some |from |money |\\w+ s )",
    "truant(?:s|ed|ing)",
    "bunk(?:s|ed|ing) off",
    "skipped (?:school|lessons?|class|detention)",
    "fail(?:s|ed) (?:his|her|their|the|every|all|most|maths|english|gcse|sats?|phonics|to (?:pay|return|attend|hand in))",
    "got (?:a |an )?(?:u|ungraded|fail|zero|grade [1-3]|detention|[0-9] detentions) ?(?:in)?",
    "scored (?:only )?[0-9]+ (?:out of|%|per cent) ?\\w*",
    "missed (?:[0-9]+|\\w+) (?:days|weeks|lessons|sessions)(?: of school)?",
    "lost (?:his|her|their) (?:job|temper|rag|house|home|licence)",
    "parents (?:have |are |re |just )*(?:split|separated|divorc\\w+|separating|fighting)",
    "(?:mum|dad|mother|father|brother|sister|husband|wife|partner|gran|nan) (?:has |have |is |was |just |s )*(?:left|died|in prison|passed away|in jail|arrested|sacked|lost (?:her|his) job|drunk|walked out|ill|in hospital|moved out|redundant|been \\w+)",
    "(?:having|had) (?:an )?affair(?: with)?",
    "owes? (?:us |the school |over |£ )*(?:£|[0-9]+|dinner money|money)(?: \\w+)?",
    "hasn t paid (?:\\w+)",
    "have(?:n t| not) paid (?:\\w+)",
    "did not return (?:his|her|their) \\w+",
    "can t (?:read|write|spell|count|add up|afford \\w+)",
    "cannot (?:read|write|spell|afford \\w+)",
    "struggl(?:es|ing|ed) (?:with|in|to) (?:his |her |their |basic |simple )?(?:reading|writing|maths|spelling|phonics|behaviour|friendships|reading age|keep up|read|write|english)",
    "(?:refused|refuses) to (?:do|wear|follow|come|attend|apologise|work|go|pay|leave) ?\\w*",
    "had a (?:fight|meltdown|tantrum|outburst|row|blazing row) ?(?:with|in)?",
    "moved down (?:a set|to)",
    "kept (?:back|behind)",
    "(?:wet|soiled|wets|wetting) (?:the bed|himself|herself|his \\w+|her \\w+)",
    "removed from (?:class|the class|lessons|the trip|roll|the team for)",
    "taken (?:off the trip|out of (?:class|school))",
];
const THING: &[&str] = &[
    "detention",
    "behaviour",
    "bad behaviour",
    "attendance",
    "poor attendance",
    "lateness",
    "punctuality",
    "disciplinary(?: hearing)?",
    "grievance",
    "divorce",
    "custody (?:battle|case|hearing|arrangements)",
    "marriage",
    "debt",
    "arrears",
    "dismissal",
    "suspension",
    "sacking",
    "redundancy",
    "sick leave",
    "sickness absence",
    "maternity cover reason",
    "appraisal",
    "capability",
    "eviction",
    "arrest",
    "court case",
    "prison sentence",
    "criminal record",
    "school fees debt",
    "reading age",
    "test (?:results?|scores?)",
    "sats? (?:results?|scores?)",
    "gcse (?:results?|grades?)",
    "mock (?:results?|grades?)",
    "report card",
    "family (?:problems|situation|troubles)",
    "home (?:life|situation)",
    "parents (?:divorce|separation|break ?up|split)",
    "funeral",
    "drinking",
    "temper",
    "complaint",
];

static MATTERS: Affairs = Affairs::new(&[
    ("WHO", WHO),
    ("WHOSE", WHOSE),
    ("HAS", HAS),
    ("IS", IS),
    ("DID", DID),
    ("THING", THING),
]);

/// Praise, notes to everybody, stories and public life.
static PUBLIC: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        concat!(
            r"stole (?:the|our) (?:show|scene|stage|limelight|spotlight|ball|lead|win|victory|points?|hearts?)|well done|congratulations|congrats|proud|fantastic|excellent|improved|improving|100 ?%|caught being|caught reading|star|award|winners?|won|celebrat\w+|brilliant|amazing|super|wonderful|outstanding|best|top|highest|record|thank you|farewell|retir\w+|happy birthday|good luck|achiev\w+|success\w*|superb|great",
            r"|if (?:your|a|any|you)|any (?:child|pupil|parent|family)|every(?:one|body| child| pupil)|pupils who|children who|parents who|our policy|policy|policies|reminder|please|story|novel|book|character|film|play|poem|panto\w*|shakespeare|macbeth|romeo|history|king|queen|henry|tudor|victorian|romans?|museum|pretend|mock trial|role play|drama|sherlock|detective|police officer|pc [a-z]+|visitor|author|prime minister|president|mp|election|suffragett\w+|rosa parks|mandela|gandhi|martin luther king|oliver twist|goldilocks|humpty|wolf|fox|rainbow|storm|train|bus|coach|trains|buses|match|game|final|league|season|team|club|lost property|library books?|snow|weather|bell|boiler|heating|train services?",
        ),
        &[],
    )
});

fn matters(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    for (range, span) in MATTERS.find(sight) {
        if !sight.beside(&range, &PUBLIC) {
            seen.push(Sighting::new(
                span,
                Certainty::Likely,
                "A matter that belongs to a person or a family.",
            ));
        }
    }
}
