//! `text/extremism`: words of extremist movements.
//!
//! The Prevent duty (Counter-Terrorism and Security Act 2015, section 26). History, religious
//! studies and remembrance name the same things: where words of teaching stand near, ambiguous ones
//! pass.

mod creed;

use gatepost_model::{Certainty, Excerpt, Rule};

use crate::gate::Gate;
use crate::screen::{Look, Screen, Sighting};
use crate::sight::Sight;
use crate::statement::Statement;
use crate::wordlists;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    id: "text/extremism",
    title: "Extremism",
    finds: "Slogans, groups and codes of the far right, of violent Islamism, of sectarian and misogynist violence.",
    why: "The Prevent duty asks schools to keep people from being drawn into terrorism.",
    remedy: "Take it out and tell the safeguarding lead. If a lesson needs the word, say that it is a lesson.",
    flagged: &["⟦Heil Hitler⟧ from the back of the coach", "⟦Join the EDL⟧ march on Saturday"],
    clean: &[
        "Year 9 history studied how Hitler rose to power in Nazi Germany",
        "Isis and Osiris: Year 4 love the gods of Egypt",
        "A survivor spoke to us for Holocaust Memorial Day",
    ],
    misses: &["New codes and memes."],
    excerpt: Excerpt::Plain,
};

/// How it looks.
pub(crate) static SCREEN: Screen = Screen {
    rule: &RULE,
    looks: &[
        Look::Words(&wordlists::EXTREMISM),
        Look::Pattern { gate: Gate::statement(&CALL), find: calls },
        Look::Pattern { gate: Gate::statement(&creed::CREED), find: creeds },
    ],
};

/// Movements and figures of violent extremism.
const MOVEMENTS: &[&str] = &[
    "hitler",
    "adolf",
    "the fuhrer",
    "mussolini",
    "goebbels",
    "himmler",
    "the (?:nazis|third reich|klan|blackshirts|iron guard|ss)",
    "nazism",
    "fascism",
    "(?:oswald )?mosley",
    "enoch(?: powell)?",
    "breivik",
    "brenton tarrant",
    "tarrant",
    "dylann roof",
    "elliot rodger",
    "tommy robinson",
    "nick griffin",
    "nick fuentes",
    "andrew tate",
    "combat 18",
    "c18",
    "blood and honour",
    "national action",
    "atomwaffen",
    "patriotic alternative",
    "britain first",
    "the edl",
    "edl",
    "the bnp",
    "bnp",
    "national front",
    "generation identity",
    "proud boys",
    "the kkk",
    "kkk",
    "the base",
    "sonnenkrieg",
    "incels",
    "white power",
    "white pride",
    "the white race",
    "white nationalism",
    "isis",
    "isil",
    "daesh",
    "(?:the )?islamic state",
    "(?:the )?caliphate",
    "(?:al )?qaeda",
    "al qaeda",
    "al shabaab",
    "boko haram",
    "(?:the )?taliban",
    "hamas",
    "hezbollah",
    "bin laden",
    "osama",
    "anwar al awlaki",
    "anjem choudary",
    "al muhajiroun",
    "the mujahideen",
    "mujahideen",
    "jihad",
    "the jihad",
    "the martyrs",
    "the ira",
    "the uvf",
    "the uda",
    "the resistance fighters",
];

static CALL: Statement = Statement::new(
    concat!(
        r"{MOVEMENT} (?:was|were|is|are|had|did|has|have|will|shall|must) (?:so |absolutely |totally |always |the |a |an |our |my |right all along |completely |all |be |just )*(?:saints?|angels?|martyrs?|legendary|patriots|warriors|kings?|gods?|based|the goat|goats|a genius|geniuses|innocent men|our boys|the duty of|a duty|obligatory|compulsory|justified|beautiful|right(?: idea| about \w+)?|nothing wrong|the right idea|correct|hero(?:es)?|legends?|great (?:man|leader|men)|a good man|the (?:future|answer|way)|the only (?:hope|way|answer|solution)|on the right track|misunderstood|rise(?: again)?|prevail|win|return|be back|come(?:ing)?|avenged|glorious|brave|freedom fighters?|innocent|good people|god s \w+|ideas|point|a point|finish the job)",
        r"|(?:join|joining|support|supporting|back|backing|fund|funding|donate to|donations for|pledge (?:allegiance|loyalty|\w+) to|allegiance to|bay ah to|fight for|fighting for|die for|dying for|kill for|long live|hail|heil|glory to|all hail|praise|follow|viva|up|believe in|we need|we want|bring back|we are|i am|proud (?:of|to be|member of)|stand with|march with|recruiting for|recruits for|enlist(?:ing)? (?:in|with)|train(?:ing)? with) (?:the |our |your |brothers (?:in|of) |lions of |soldiers of |fighters of |brave |local |glorious |in |to )*{MOVEMENT}",
        r"|(?:the )?(?:caliphate|race war|civil war|great replacement|white genocide|holy war|fourth reich|day of (?:the rope|reckoning|judgement for \w+)|boogaloo|khilafah|revolution of blood|crusade) (?:is|will|has|are|must|shall) (?:real|coming|come|near|here|upon us|begun|begin|rise|happening|inevitable|starting|prevail|now)(?: (?:to|for|in|so|soon)(?: \w+)?)?",
        r"|(?:death to|kill|slay|behead|slaughter|fight|destroy|annihilate|crush|burn|purge|cleanse|exterminate|hang) (?:the |all |all the |every |these |those |our |of )*(?:unbelievers?|non believers?|infidels?|kuffar|kafirs?|apostates?|crusaders?|zionists?|heretics?|blasphemers?|westerners?|race traitors?|traitors|globalists|marxists|invaders|untermensch|degenerates|the west|non whites?|mixed races?)",
        r"|(?:go|going|travel|travelling|come|fight|fighting|train|training|brothers|sisters|join us) (?:to |and )?(?:fight |fighting |join the fight |for |in )*(?:syria|raqqa|mosul|afghanistan|somalia|the front|the holy land|dawlah|sham) (?:for|and|to|,|where|with)? ?(?:fight|jihad|paradise|allah|god|martyr\w*|glory|the cause|us|your brothers|the caliphate|is waiting|awaits)|paradise (?:awaits|is waiting|for (?:martyrs|the brave|those who (?:die|fight)))|(?:seventy two|72) virgins|(?:become|be|die) a martyr|martyrdom (?:awaits|is)|blessed are the martyrs",
        r"|(?:88|1488|14 88|14 words|hh) (?:and proud|mate|brother|brothers|forever|for life|til i die|lads|crew|all the way)|(?:14|fourteen) words(?: ,)? (?:88|forever|brother|brothers|we|say|never|. 88)|(?:rise|return|dawn|glory) of the (?:reich|fourth reich|third reich|caliphate|white (?:race|man)|klan)|(?:third|fourth|3rd|4th) reich (?:is|will|shall|rising|rises|now|2[0-9]|lads|forever)|reich (?:rise|rises|rising|forever)|pick up the sword|(?:jews?|jewish \w+|zionists?|zios?|the rothschilds?|soros|globalists?|freemasons|muslims?|immigrants) (?:pigs |rats |scum |bankers |elites? |all |really |secretly |who |already |now )*(?:controls?|owns?|runs?|rules?|behind|did|caused|planned|bought|invented) (?:the |all |this |every |our |whole |your |9 |both )*(?:media|banks?|world|governments?|schools?|exam boards?|11|hollywood|press|bbc|everything|country|councils?|news|money|labour|tories|covid|wars?|internet|nhs|city|lot)|(?:gas chambers?|death camps?|concentration camps?|the ovens|ovens|auschwitz|belsen|dachau|the holocaust|holocaust|shoah|six million|6 million|srebrenica) (?:\w+ )?(?:too good for|wasn t enough|weren t enough|not enough|never happened|didn t happen|is a (?:lie|hoax|myth|scam)|was a (?:lie|hoax|myth|scam|good thing|good idea)|is exaggerated|was exaggerated|is fake|was fake|should (?:come back|be brought back|reopen|be reopened|open again|have finished)|were fake|are fake|for (?:them|all|the \w+)|2 0|part two|denier and proud)|(?:reopen|bring back|fire up|back to) (?:the |for |them )*(?:gas chambers?|death camps?|concentration camps?|camps for|ovens|auschwitz|belsen)|(?:put|send|throw|stick|gas) (?:all |them |the |these |those |jews |muslims |migrants |immigrants |gypsies |you |back )+(?:in|into|to) (?:the |a )?(?:gas chambers?|ovens|camps|auschwitz|belsen|gulags?)|(?:muslims?|islam|immigrants?|migrants?|foreigners?|refugees|jews?|asylum seekers) (?:are |is |have |has |being |been |must be |should be |will be |need to be |to be )*(?:invading|taking over|replacing|outbreeding|driven out|expelled|wiped out|removed|cleansed|deported|repatriated|banned|rounded up|sent back|the enemy within)|deport (?:all |the |them |every |these )*(?:muslims?|jews?|immigrants?|migrants?|foreigners?|refugees|asians?|blacks?|them all|lot)|(?:whites|europeans|brits|english) only|for whites only|(?:white|european|british|english) (?:lives first|people first|children first|race first|homeland|resistance|ethnostate|boys are|man is)|(?:great replacement|white genocide|white extinction|eurabia|kalergi plan|replacement theory) (?:is|isn t|was|has|are)(?: \w+)?|incels? (?:rise|rise up|unite|revolution|rebellion|uprising|army|will)|(?:all )?(?:women|females|foids) (?:are|is) (?:property|objects|slaves|to be owned|ours to)|(?:white|aryan|english|british|european) (?:power|pride|brotherhood|supremacy|revolution|resistance|blood)(?: ,)? (?:brothers?|now|forever|worldwide|rise|lads|is coming|will)|(?:rise up|wake up|stand up|fight back|take to the streets|arm yourselves|defend our (?:race|blood|women|streets|borders)|take our (?:country|streets) back)(?: ,)? (?:patriots|brothers|whites|white \w+|aryans|true \w+|england|britain|lads|against (?:the )?(?:invaders|invasion|muslims|islam|immigrants|jews))|(?:islam|muslims|jews|immigrants|migrants|foreigners|refugees|blacks) (?:is|are) (?:not welcome|taking over|invading|the enemy|replacing us|an invasion)|(?:kick|throw|get|drive|force|keep|chuck) (?:all |the |these |those |every |out )*(?:muslims?|jews?|immigrants?|migrants?|foreigners?|refugees?|pakis?|blacks?|asians?|poles|gypsies|asylum seekers?|illegals?) (?:out|off our|from our|back)(?: of \w+)?",
    ),
    &[("MOVEMENT", MOVEMENTS)],
);

fn calls(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    for (_, span) in sight.own_words(&CALL) {
        seen.push(Sighting::new(
            span,
            Certainty::Likely,
            "Words that praise or call to an extremist movement.",
        ));
    }
}

fn creeds(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    let message = "Words that preach hatred or violence as a cause.";
    sight.tell(&creed::CREED, &creed::TAUGHT, message, seen);
}
