//! Appeals and verdicts in politics that no fixed phrase foresees.
//!
//! In: a text. Out: how to vote and whom to remember, marches and petitions to join, sides in strikes,
//! verdicts on governments and causes. A school's own elections, its pupils' petitions for a bench, and
//! lessons have words of their own.

use std::sync::LazyLock;

use regex::Regex;

use crate::plain::pattern;
use crate::screen::Sighting;
use crate::sight::Sight;
use crate::statement::Statement;

/// Parties and people in office, where the word can mean nothing else.
const RULERS: &[&str] = &[
    "labour(?: party| government| council| mps?)?",
    "(?:the )?(?:conservatives|conservative party|tories|tory (?:party|government|council|mps?))",
    "tor(?:y|ies)",
    "(?:the )?(?:lib dems?|liberal democrats?)",
    "(?:the )?(?:greens|green party)",
    "reform(?: uk)?",
    "(?:the )?(?:snp|dup|sdlp|ukip)",
    "plaid(?: cymru)?",
    "sinn fein",
    "(?:sir )?keir(?: starmer)?",
    "starmer",
    "(?:rishi )?sunak",
    "(?:boris )?johnson",
    "boris",
    "(?:liz )?truss",
    "(?:nigel )?farage",
    "(?:kemi )?badenoch",
    "(?:jeremy )?corbyn",
    "(?:ed )?davey",
    "(?:angela )?rayner",
    "(?:rachel )?reeves",
    "(?:bridget )?phillipson",
    "(?:wes )?streeting",
    "swinney",
    "sturgeon",
    "(?:donald )?trump",
    "biden",
    "putin",
    "netanyahu",
    "(?:this|the|our|that|a labour|a tory) (?:\\w+ )?(?:government|prime minister|pm|education (?:secretary|minister)|health secretary|home secretary|chancellor|first minister|cabinet|schools minister|mayor|mp|police commissioner|council leader)",
    "(?:this|our) (?:\\w+ )?council",
    "(?:our|the|your) (?:local )?(?:councillors|mps|politicians|ministers)",
    "councillor [a-z]+(?: [a-z]+)?",
    "ministers",
    "politicians",
    "westminster",
    "downing street",
    "whitehall",
];

/// What is said of them: blame, contempt, praise.
const VERDICTS: &[&str] = &[
    "hates? (?:our |your )?(?:children|kids|schools?|teachers|families|us|the poor|pensioners)",
    "(?:don t|doesn t|couldn t|could not|won t|will never|never|do not|does not) (?:\\w+ )?(?:care|act|listen|understand|deserve|give a|do anything|fund|keep)(?: less)?(?: \\w+)?",
    "(?:couldn t|can t|could not|cannot|isn t fit to|aren t fit to|not fit to) (?:run|organise|manage|lead|govern|be trusted)(?: \\w+){0,3}",
    "(?:has|have|had|s|ve)? ?(?:\\w+ )?(?:bled|starved|gutted|trashed|abandoned|betrayed|failed|robbed|ruined|wrecked|destroyed|broken|conned|sold out|forgotten|punished|hammered|crippled|let down|turned (?:his|her|its|their) back on|washed (?:his|her|its|their) hands|lost the plot|run out of|had (?:his|her|its|their) chance|hung (?:us|schools|teachers) out|stolen|slashed|privatised)(?: \\w+){0,3}",
    "is (?:bleeding|starving|gutting|trashing|abandoning|betraying|failing|robbing|ruining|wrecking|destroying|breaking|conning|selling out|punishing|hammering|crippling|letting)(?: \\w+){0,3}",
    "(?:should|must|needs? to|has to|have to|ought to|can) (?:\\w+ )?(?:hang (?:his|her|its|their) heads?|resign|go|quit|step down|be (?:ashamed|sacked|jailed|kicked out|voted out|booted out|removed|ousted)|apologise|get out|stand down|pay|listen|wake up|do one|answer for)(?: \\w+){0,2}",
    "talks? (?:\\w+ )?(?:sense|rubbish|nonsense|tripe)",
    "(?:is|are|was|were|s|re) (?:\\w+ ){0,3}?(?:liars?|a liar|lying|corrupt|useless|hopeless|incompetent|clueless|pathetic|disgrace(?:ful)?|a joke|a shambles|a disaster|crooks?|clowns?|spineless|heartless|cruel|evil|to blame|the problem|pure envy|a con|a hero|a legend|the answer|our only hope|the only (?:one|party|choice|person)|right about|the best (?:thing|prime minister|pm|leader|mp|choice)|out of touch|history|toast|finished|doomed|a national embarrassment|on our side|brilliant for|good for (?:schools|our)|gone|out|wiped out|in charge at last)",
    "(?:get|gets|getting|got) (?:\\w+ )?(?:wiped out|hammered|thrashed|kicked out|voted out|booted out|annihilated|what they deserve|the boot|back in|in again|re elected|elected)",
    "(?:lose|loses|losing|lost) (?:\\w+ ){0,2}?(?:seat|seats|election|every seat|badly|the lot|deposit)",
    "(?:win|wins|winning|won) (?:\\w+ ){0,2}?(?:seat|election|ward|by a landslide|a landslide|here|this|back)",
    "voted (?:to|against|for) (?:\\w+ ){0,2}?(?:shut|close|cut|sell|scrap|free|axe|our|school|starve|end|slash|raise)",
];

/// Verdicts on those who rule, and how to vote.
pub(super) static VERDICT: Statement = Statement::new(
    concat!(
        r"{RULER} (?:s (?:\w+ ){1,5}?)?(?:all |just |clearly |simply |always |still |really |once again |now |who )*{VERDICT}",
        r"|(?:sack|fire|impeach|oust|jail|lock up|get rid of|kick out|vote out|boot out|chuck out|turf out|wipe out|stop|beat|anyone but|anybody but|never trust|don t let|do not let|thank god for|thank heavens for|no thanks to|because of|blame|shame on|boo to|hooray for|down with|up the|go on|good old|i blame|we blame) (?:the |this |that |our |all |every |these |those )*{RULER}",
        r"|(?:closing|closed|cut|cancelled|shut|stopped|ending|broke|freezing|crumbling|leaking|short staffed) (?:\w+ ){0,2}?(?:because|thanks to|courtesy of|due to) (?:of )?{RULER}|(?:relief|champagne|prosecco|celebrating|celebrations|party|dancing|drinks) (?:\w+ |, |: ){0,4}?(?:the )?(?:tories|labour|conservatives|reform|greens|lib dems|snp|trump|farage|starmer)(?: \w+){0,2}? (?:gone|out|lost|won|in|win|lose|beaten|wiped out)",
        r"|(?:proud|good|real|true|responsible|sensible|decent) (?:\w+ )?(?:parents|families|teachers|people|folk) (?:make|are) (?:proud |good )?(?:voters?|vote)|(?:get|put|send|return|elect|re elect|back|vote for|support|choose|welcome back) councillor (?:\w+ ){1,3}?(?:back in|back|in|again|for|to|elected)|(?:cross|tick|x|mark|vote) (?:next to|beside|in the box (?:next to|for|by)|against|alongside) [a-z]+(?: [a-z]+)? (?:on|is|for|in|this)|which box to (?:tick|cross)|(?:the|which) way to vote|you know (?:what to do|who to vote for|how to vote|where to put)(?: \w+){0,2}? (?:on|in|at|this|come) (?:polling|election|thursday|the (?:polls|ballot|polling|election)|may|[0-9])(?: \w+)?",
        r"|(?:remember|don t forget|think of|think about|bear in mind|keep in mind) (?:(?:that|this|it|him|her|them|(?:his|her|their|its|the) \w+|who \w+(?: \w+)?) )(?:\w+ ){0,3}?(?:in the (?:polling|voting) (?:booth|station)|at the (?:ballot|polls|polling|next election|election|general election)|on polling day|on election day|when you (?:vote|cast|go to the polls)|in (?:may|june|july) |when voting|come (?:polling|election) day|at the ballot box|in may)|remember (?:his|her|their|that) names? (?:in|on|at|when|come) \w+|(?:give|lend|giving) (?:them|him|her|it|us|[a-z]+) your (?:vote|cross|support on (?:thursday|polling day|election day))|(?:kicked|voted|booted|chucked|thrown|turfed|slung|drummed|hounded) out (?:of (?:office|power|parliament|westminster|government|number 10)|next time|next (?:month|year|may)|on (?:thursday|polling day|election day)|at the (?:next |ballot|polls|election)(?: \w+)?|in (?:may|june|july|the election))|(?:lose|losing|lost|win|hold|keep|fight|contest|contesting|stand for|standing for) (?:his|her|their|the|this|that) (?:\w+ )?seat|turn (?:this|our|the) (?:ward|seat|town|county|village|city|constituency|council) (?:red|blue|green|yellow|orange|turquoise|purple)",
        r"|(?:vote|voting) (?:for )?(?:him|her|them|it|change|hope|our kids|our children|your conscience|with your feet|tactically|red|blue|green|yellow|leave|remain|yes|no|independent) (?:on|in|this|at|next|and|out)|(?:the|our|your|a|brilliant|local) (?:\w+ ){0,3}?candidates? (?:for (?:us|you|our|the|\w+ (?:ward|council|north|south|east|west|central))|who (?:ll|will|can|actually|really|cares|gets)|to (?:back|beat|support)|gets our|has our|deserves)|(?:back|backs|backing|endorse|endorses|endorsing|support|supporting|meet|elect|vote for|campaign for|canvass for|delighted to endorse|rooting for|cheering on) (?:(?:our|the|your|a|their|former|ex|old|local|brilliant|excellent|own|only|pupil|parent|governor|teacher|fantastic|great) )*(?:[a-z]+ ){0,3}?(?:, )?(?:the |our |your )?(?:green |labour |conservative |tory |reform |lib dem |independent |snp |plaid |local |brilliant |excellent |parliamentary |council |only )*candidate(?: \w+)?|(?:he|she|they) (?:s|is|are|re) the (?:one|candidate|councillor|mp) (?:for us|to back|we need|for our)|selected (?:to (?:fight|stand|contest)|as (?:the|our|their) (?:\w+ )?candidate)|(?:labour|conservative|tory|green|reform|lib dem|snp|plaid) (?:\w+ )?(?:manifesto|policy|policies|plan|plans|pledge)(?: is| are| will| would)? (?:the only|the best|brilliant|right|fair|wrong|madness|disgraceful|cruel|our only|a disgrace|rubbish|a joke)|(?:leave|remain) voters|brexit(?:eers?)? (?:has|have|is|was|s) (?:\w+ )?(?:wrecked|ruined|destroyed|cost|killed|made|robbed|stolen|damaged|given|set us free|a disaster|a mistake|great|the best)|(?:had|have had) enough of (?:brexit|tory|labour|this government|the tories|politicians|reform|westminster|austerity|woke|net zero|the council)|no thanks to (?:the |this )?(?:council|government|mp)",
    ),
    &[("RULER", RULERS), ("VERDICT", VERDICTS)],
);

/// Petitions, marches, strikes, causes.
pub(super) static APPEAL: Statement = Statement::new(
    concat!(
        r"(?:sign|signing|share|support|back|join|launch|started|starting|start|backing) (?:our|the|this|a|your|their|my|that) (?:\w+ ){0,3}?(?:petition|open letter|pledge)(?: \w+){0,2}? (?:against|to (?:stop|save|scrap|block|demand|end|oppose|keep|bring|reject|sack|get|halt|overturn|reverse)|before|calling|demanding|for (?:a|the|fair|better|more)|we ve shared|at the office|in reception|now|today|online|and (?:make|get|tell|share))|petition (?:against|to (?:stop|save|scrap|block|demand|end|oppose|reject|sack|halt|overturn|reverse)|we ve shared)|(?:need|want|got|have|just) (?:\w+ ){0,3}?more (?:names|signatures)(?: \w+){0,2}? (?:to (?:stop|save|block|force|halt|end|scrap|get|keep|make|reach))|(?:sign here|add your names?) (?:to|and|if)(?: \w+){0,3}",
        r"|(?:stop|fight|fighting|resist|oppose|block|halt|reverse|defeat|scrap|bin|reject|no to|say no to|against|end|save us from|hands off|overturn) (?:the |this |our |any |a |all |new |proposed |planned |forced |school |hostile |council |government |mass |more )*(?:academy|academies|academisation|academi[sz]ation|takeover|takeovers|conversion|cuts?|funding cuts|boats|bypass|ring road|ulez|low traffic neighbourhood|ltn|clean air zone|estate|housing|houses being built|developers|closures?|schools bill|education bill|bill in parliament|two child (?:limit|cap)|benefit cap|bedroom tax|private school tax|school fees tax|immigration|migrants|asylum hotel|arms sales|war in \w+|genocide|occupation|fracking|pylons|incinerator|quarry|rwanda scheme|grammar schools|ofsted|sats|testing regime|strike ban|pay freeze|pay cap|privatisation|outsourcing)(?: \w+)?|(?:handsoff\w+|saveour\w+|standwith\w+|istandwith\w+|rejointheeu|votelabour|votetory|votegreen|votereform|toriesout|toryscum|starmerout|freepalestine|freegaza|notmyking|neustrike|supportthestrikes?|getbrexitdone)",
        r"|(?:junior doctors|resident doctors|doctors|nurses|teachers|our teachers|teaching assistants|support staff|train drivers|rail workers|bin (?:men|workers|crews)|refuse workers|postal workers|posties|firefighters|lecturers|tube drivers|bus drivers|ambulance (?:crews|workers)|civil servants|strikers|workers|border force|paramedics|dinner ladies) (?:\w+ )?(?:deserve|have every right|are right to|are worth|should (?:strike|be paid|get)|need (?:a|more|our)|aren t paid|are underpaid|are overpaid|shouldn t (?:strike|be allowed)|should be (?:sacked|ashamed)|are greedy|are fighting for)(?: \w+){0,3}|(?:support|supports|supporting|backing|back|backs|behind|stand(?:s|ing)? with|standing by|solidarity with|right behind|proud of|with|join|joining|love to) (?:the |our |their |them |all |those |every |striking |his |her )*(?:\w+ )?(?:strikes?(?: \w+)?|strikers|striking \w+|walk ?outs?|picket(?: lines?|s)?|industrial action|comrades|bin strike|action on the)|(?:bring|come|see you|down|out|stand|standing|soup|flasks|biscuits|coffee|meet) (?:\w+ ){0,4}?(?:on|to|at|for) the picket(?: lines?)?|(?:out|are|going|walking|walked) on strike (?:\w+ ){0,3}?(?:and |because |for |to |, )+(?:we|rightly|they|good|quite|about|fair|protect|demand|so)(?: \w+){0,3}|solidarity (?:to|forever|comrades)|victory to (?:the )?\w+",
        r"|(?:join|come to|come along to|come on|get down to|see you (?:all )?(?:at|on)|meet (?:us )?(?:at|for|on)|be at|marching (?:to|on|at)|off to|attend|attending|coaches? (?:to|for)|bring (?:\w+ ){1,4}?to|turn up (?:at|to|for)|everyone to|kids to) (?:the |a |our |this |saturday s |sunday s |tomorrow s |big |mass |local )*(?:\w+ )?(?:demo|demonstration|protest|march|rally|blockade|sit in|die in|anti \w+ march)(?: \w+){0,3}? (?:outside|at|on|about|against|for|to|with|in|over|tomorrow|saturday|sunday|placards)|(?:placards?|banners?) (?:provided|supplied|available|ready|made|in|at|waving)|(?:marched|marching|rallied|protested|protesting|demonstrated) (?:\w+ ){0,4}?against (?:the )?(?:\w+ )?(?:cuts|government|council|war|closure|brexit|tories|racism bill|bill|tax|trump|strike|israel|austerity)|(?:write to|email|ring|lobby|tell|contact|urge|pester|bombard|message|phone|tweet) (?:your|our|the|all|every|local|councillor|minister)(?: \w+){0,5}? (?:mps?|councillors?|council|minister|secretary|msps?|[a-z]+) (?:and |to )(?:tell (?:him|her|them)|ask (?:him|her|them)|demand|reject|vote|oppose|block|stop|say|scrap|make (?:him|her|them)|insist|resign|back|support)(?: \w+){0,3}|(?:lobby|lobbying) (?:your|their|our|the) (?:\w+ )?(?:mps?|council|councillors?|msps?|government)",
        r"|rejoin the eu|leave the (?:eu|echr|european \w+)|(?:yes|no) (?:to|for) (?:scottish |welsh |irish )?independence|(?:a |for a |time for a |big |say )(?:scottish |welsh )(?:yes|no)|independent (?:scotland|wales|ireland) (?:now|is|will|can)|independence (?:now|for)|united ireland|free (?:palestine|gaza|tibet|hong kong)|from the river|long live palestine|boycott (?:israel|russian|chinese|american|tesla|amazon|starbucks|mcdonald s|the (?:bbc|world cup|election|census|sats))(?: \w+)?|(?:abolish|scrap|end|ditch|bin|get rid of) (?:the )?(?:monarchy|royals|royal family|house of lords|lords|bbc|licence fee|private schools|grammar schools|ofsted|trident|two child (?:limit|cap)|tuition fees|net zero|foreign aid|human rights act|echr|nhs)|not my king|(?:net zero|climate change|global warming|ulez|immigration|brexit|austerity|woke|inheritance tax|the licence fee|gender ideology|multiculturalism|capitalism|socialism|the monarchy|the eu|academisation) (?:is|are|has been|was) (?:\w+ ){0,2}?(?:a con|a hoax|a scam|nonsense|rubbish|out of control|theft|a lie|a disaster|a joke|madness|ruining|killing|wrecking|costing|destroying|a betrayal|a disgrace|outdated|the answer|working|a failure|evil)|immigration is (?:\w+ )?(?:out of|too|ruining|the|a)|stop the boats|(?:too many|no more|send back|deport) (?:immigrants|migrants|illegals|asylum seekers)|(?:should|must|needs to|ought to|has to) be (?:publicly owned|in public hands|nationalised|re nationalised|renationalised|privatised|abolished|scrapped|defunded)|(?:water|trains|rail|the railways|energy|buses|the nhs|royal mail) (?:should|must|needs to|belongs?) (?:be|in|to) (?:\w+ )?(?:public|owned|nationalised|us|the people)|if you (?:value|love|care about|believe in) (?:the |our |your )?(?:nhs|schools?|country|children|teachers|britain|planet|libraries|library)(?: , | )you (?:know|ll|must|need to|should|will)(?: \w+){0,3}|tax the (?:rich|wealthy|millionaires|billionaires)|(?:retweet|share|like|rt) if you (?:agree|want (?:him|her|them|the)|think (?:he|she|they|the government))",
    ),
    &[],
);

/// A school's own elections, lessons, stories and plain civic news.
static CIVIC: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        concat!(
            r"mock|hustings|pretend|simulation|role play|in role|debat(?:e|ed|ing)|motion|this house|house captains?|school council(?:lors?)?|student council|eco (?:council|warriors|committee)|head (?:boy|girl|student)|pupil parliament|youth (?:parliament|council)|parliament week|suffragett\w+|chartists?|history|historical|1[0-9][0-9][0-9]|studied|studying|learn\w*|lessons?|gcse|a level|politics students|citizenship|source|sources|essay|exam|museum|read(?:s|ing)? about|watched|exhibition|speech marks|persuasive|(?:year|y|p) ?(?:[1-9]|1[0-3])s? (?:\w+ ){0,3}?(?:visited|met|asked|quizzed|interviewed|wrote|toured|took|delivered|handed|presented|petition|campaign)|answered (?:our |your )?questions|visited (?:us|our school|year|the school)",
            r"|labour ward|hard labour|labour of love|labours of|conservative estimate|trump card|top trumps|trumpet\w*|animal farm|hunger games|novel|book|story|film|play|musical|goals?|match|league|cup|rugby|football|netball|hockey|cricket|penalty|ref|referee|pirates?|robin hood|sheriff|tudors?|romans?|vikings?|medieval|king (?:henry|arthur|john|richard|george)|new bench|bench|longer (?:break|lunch|playtime)|homework|school dinners|chips|ice cream|hot chocolate|playtime|toy|teddy|mascot|guinea pig|hamster|fair trade fortnight|litter|kindness|anti bullying|cancer|hospice|children in need|comic relief|red nose|polling station is|hall is a polling station",
        ),
        &[],
    )
});

const MESSAGE: &str = "Words that take a side in politics or call for political action.";

pub(super) fn verdicts(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    sight.tell_all(&VERDICT, &CIVIC, MESSAGE, seen);
}

pub(super) fn appeals(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    sight.tell_all(&APPEAL, &CIVIC, MESSAGE, seen);
}
