//! `text/sensitive-topic`: matters on which families differ or grieve.
//!
//! Not forbidden: a death in the community, a war in the news, vaccination, gender. Readers bring
//! their own stories to such words, and a second pair of eyes helps.

mod news;

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
    id: "text/sensitive-topic",
    title: "Sensitive topics",
    finds: "Bereavement, violence in the news, wars, migration, abortion, gender, vaccination, closures and other matters on which families differ or grieve.",
    why: "A careless word on such a matter hurts somebody who reads it, and looks like the school's opinion.",
    remedy: "Keep to neutral words, and ask a colleague to read it first.",
    flagged: &[
        "We are heartbroken ⟦that a former pupil has passed away⟧",
        "Assembly on the ⟦war in Gaza⟧",
        "Our statement on ⟦gender identity⟧",
    ],
    clean: &[
        "Year 5 built models of Viking war ships",
        "Our school council debated the menu",
        "The battery died halfway through the film",
    ],
    misses: &["What is sensitive to one family alone."],
    excerpt: Excerpt::Plain,
};

/// How it looks.
pub(crate) static SCREEN: Screen = Screen {
    rule: &RULE,
    looks: &[
        Look::Pattern { gate: Gate::statement(&TOPICS), find: topics },
        Look::Pattern { gate: Gate::statement(&news::FATE), find: news::fates },
        Look::Pattern { gate: Gate::statement(&news::GRIEF), find: news::griefs },
    ],
};

static TOPICS: Statement = Statement::new(
    concat!(
        // death and loss
        r"passed away|sad(?:dest|ly)? (?:death|loss|passing|died|news)|(?:tragic|untimely|sudden) (?:death|loss|passing|accident|events?)|(?:rest|rip) in peace|lost (?:his|her|their) (?:battle|fight|life|lives)|funeral|bereave(?:d|ment)|stillb(?:irth|orn)|miscarriage|cot death|terminal(?:ly)? (?:ill|illness|cancer)|end of life|life support|fatal (?:accident|crash|stabbing|fire)|(?:was|were|been) (?:murdered|stabbed|killed) (?:in|on|by|near|at) ",
        // violence and fear
        r"|terror(?:ist)? attacks?|terrorism|terrorists?|mass shooting|school shootings?|stabbings?|knife crime|knife attack|riots?|bomb(?:ing|ings)|hostages?|child abuse|sexual abuse|grooming gangs?|domestic (?:abuse|violence)|county lines|female genital mutilation|fgm|honour based|forced marriage|modern slavery|(?:abducted|abduction|kidnap(?:ped|ping)?)|missing (?:child|girl|boy|person)",
        // wars and migration of the day
        r"|(?:war|conflict|invasion|crisis|ceasefire|famine|genocide|situation|events) in (?:gaza|israel|palestine|ukraine|sudan|syria|yemen|the middle east|lebanon|iran|afghanistan|congo)|israel(?:i)? (?:and|palestin\w+|hamas) ?(?:conflict|war)?|small boats|channel crossings|migrant (?:crisis|hotel)|asylum (?:hotel|seekers?)|illegal immigration|rwanda (?:plan|scheme)|deportations?",
        // contested questions
        r"|abortions?|pro life|pro choice|assisted (?:dying|suicide)|euthanasia|gender (?:identity|ideology|reassignment|critical|dysphoria|neutral toilets?)|trans(?:gender)? (?:rights|issues|debate|pupils|policy)|single sex (?:spaces|toilets)|same sex marriage|conversion therapy|puberty blockers|drag queen story|critical race theory|white privilege|decoloni[sz](?:e[sd]?|ing|ations?)|culture wars?|taking the knee|black lives matter|colonial(?:ism)? (?:legacy|statues?)|reparations|islamophobia|antisemitism|anti semitism|blasphemy|hijab (?:ban|rules?)|niqab|burqa|headscarf ban|halal (?:meat|slaughter|only)|faith (?:schools?|selection) (?:debate|row|controvers\w+)",
        r"|vaccin(?:e|es|ation|ations) (?:debate|mandates?|injury|row|controvers\w+|passports?)|anti vax\w*|lockdowns?|mask mandates?|conspiracy theor\w+|chemtrails|5g masts?|climate (?:strike|protests?|emergency declaration|denial)|extinction rebellion|fox ?hunting|badger cull|death penalty|capital punishment|gun control|legali[sz]\w+ (?:of )?(?:cannabis|drugs)|smacking ban|brexit|independence referendum|abolish\w* the monarchy|private school (?:vat|tax)|vat on (?:private )?school fees|trade union dispute|strike action|teachers? strikes?|industrial action|school closures?|closure of (?:the|our) school|(?:proposed|forced) academi[sz]ation|redundanc(?:y|ies)|ofsted (?:downgrade|row|appeal|complaint|suicide)|special measures|serious incident|police (?:incident|investigation)|safeguarding (?:incident|concern|failings?)|allegations? (?:against|of)|withdraw (?:your child |their child )?from (?:sex|relationships|rse|religious)",
    ),
    &[],
);

/// History, stories and services in which such words are plain.
static PLAINLY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"tudors?|romans?|vikings?|victorians?|anglo saxons?|egyptians?|pharaohs?|1[0-8][0-9][0-9]|gunpowder|great fire|fire of london|blitz|spanish armada|wat tyler|peasants|shakespeare|macbeth|hamlet|romeo|story|novel|character|pirates?|dinosaurs?|drill|practice|colour run|riot of (?:colour|fun)|laughing|pet|hamster|rabbit|butterfl\w+",
        &[],
    )
});

fn topics(sight: &Sight<'_>, seen: &mut Vec<Sighting>) {
    for (range, span) in sight.all(&TOPICS) {
        if !sight.beside(&range, &PLAINLY) {
            seen.push(Sighting::new(
                span,
                Certainty::Likely,
                "A matter on which families differ or grieve.",
            ));
        }
    }
}
