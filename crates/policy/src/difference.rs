//! In what two packs differ, in plain English.
//!
//! In: two packs and every rule of the house. Out: one sentence's worth a difference: what it is about,
//! and what each pack says. A rule is told by what it comes to (holds, holds under a condition, advice),
//! not by the clauses that say so, so that two packs of different make can be compared.

use gatepost_model::{Rule, Severity};

use crate::clause::Clause;
use crate::pack::Pack;
use crate::parameters::{AccountEmail, ConsentLasts, Exception, Parameters, Requirement};

/// Something on which two packs differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// What it is about: `The platform would not take it as it is (draft/platform-limit)`.
    pub about: String,
    /// What the first says.
    pub one: String,
    /// What the second says.
    pub other: String,
}

/// Everything on which two packs differ: what they ask for, what they want confirmed, whom a draft goes
/// to, then rule by rule in the order of the catalogue.
pub fn differences(one: &Pack, other: &Pack, catalogue: &[&'static Rule]) -> Vec<Difference> {
    let mut found = Vec::new();
    let mut say = |about: &str, one: String, other: String| {
        if one != other {
            found.push(Difference { about: about.to_owned(), one, other });
        }
    };
    for (about, of) in ASKED {
        say(about, of(one.parameters()), of(other.parameters()));
    }
    say("The next review", review(one), review(other));
    say("A held draft goes to", listed(one.route()), listed(other.route()));
    say(
        "An exception is granted by",
        listed(one.exception_roles()),
        listed(other.exception_roles()),
    );
    for key in ["dress", "dignity", "learning", "rights"] {
        let about = format!("Confirmation `{key}`");
        say(&about, confirmed(one, key), confirmed(other, key));
    }
    for rule in catalogue {
        let about = format!("{} ({})", rule.title, rule.id);
        say(&about, comes_to(one, rule), comes_to(other, rule));
    }
    found
}

type Asked = (&'static str, fn(&Parameters) -> String);

const ASKED: &[Asked] = &[
    ("Training of authors", |asked| match (asked.training, asked.training_months) {
        (Requirement::NotAsked, _) => "not asked for".into(),
        (Requirement::Asked, None) => "asked for, once".into(),
        (Requirement::Asked, Some(months)) => format!("asked for, every {months} months"),
    }),
    ("A signed agreement", |asked| requirement(asked.agreement)),
    ("The purpose of a draft", |asked| requirement(asked.purpose)),
    ("The purposes that are allowed", |asked| {
        let purposes = asked.purposes.iter();
        let lists = purposes.map(|(platform, allowed)| {
            let platform = if platform == "any" { "anywhere" } else { platform };
            format!("{platform}: {}", allowed.join(", "))
        });
        let lists: Vec<String> = lists.collect();
        if lists.is_empty() { "all".into() } else { lists.join("; ") }
    }),
    ("A post in lessons with pupils who are taught social media", |asked| {
        match asked.teaching_exception {
            Exception::Allowed => "in order".into(),
            Exception::None => "no exception".into(),
        }
    }),
    ("An account is approved by", |asked| listed(&asked.account_approvers)),
    ("What must be on record of an account", |asked| listed(&asked.account_particulars)),
    ("The e-mail address of an account", |asked| match asked.account_email {
        AccountEmail::SchoolDomain => "the school's own".into(),
        AccountEmail::Any => "any".into(),
    }),
    ("People who can run an account", |asked| match asked.operators_at_least {
        0 | 1 => "any number".into(),
        number => format!("{number} at least"),
    }),
    ("The risk assessment of an account is signed by", |asked| listed(&asked.risk_assessment)),
    ("A consent without a last day", |asked| match asked.consent_lasts {
        ConsentLasts::AcademicYear => "ends on 31 August".into(),
        ConsentLasts::UntilWithdrawn => "lasts until it is withdrawn".into(),
    }),
    ("The age of the consent register", |asked| {
        asked.consent_register_days.map_or("any".into(), |days| format!("{days} days at most"))
    }),
    ("Pictures of groups", |asked| requirement(asked.group_pictures)),
];

fn requirement(asked: Requirement) -> String {
    match asked {
        Requirement::Asked => "asked for".into(),
        Requirement::NotAsked => "not asked for".into(),
    }
}

fn listed(words: &[String]) -> String {
    if words.is_empty() { "nobody and nothing".into() } else { words.join(", ") }
}

fn review(pack: &Pack) -> String {
    pack.next_review().map_or("no date".into(), |day| format!("by {}", day.strftime("%-d %B %Y")))
}

fn confirmed(pack: &Pack, key: &str) -> String {
    let whens: Vec<&str> = pack
        .attestations()
        .iter()
        .filter(|wanted| wanted.key == key)
        .map(|wanted| wanted.when.told())
        .collect();
    if whens.is_empty() {
        "not asked for".into()
    } else {
        format!("asked for {}", whens.join(" and "))
    }
}

/// What a finding of a rule comes to under a pack.
pub(crate) fn comes_to(pack: &Pack, rule: &Rule) -> String {
    let holding: Vec<&Clause> =
        pack.clauses_of(rule).filter(|clause| clause.severity == Severity::Hold).collect();
    let mut conditions: Vec<String> = Vec::new();
    for clause in &holding {
        let condition = condition(clause);
        if condition.is_empty() {
            return "holds".into();
        }
        if !conditions.contains(&condition) {
            conditions.push(condition);
        }
    }
    if conditions.is_empty() {
        "is advice".into()
    } else {
        format!("holds {}", conditions.join(", or "))
    }
}

/// When a clause holds, in words; empty: always.
fn condition(clause: &Clause) -> String {
    let mut parts = Vec::new();
    if !clause.fields.is_empty() {
        let fields: Vec<&str> = clause.fields.iter().map(|field| field.told()).collect();
        parts.push(format!("in {}", fields.join(" and ")));
    }
    if let Some(when) = clause.when {
        parts.push(when.told().to_owned());
    }
    if !clause.with.is_empty() {
        let rules: Vec<&str> = clause.with.iter().map(|rule| rule.id).collect();
        parts.push(format!("together with {}", rules.join(" or ")));
    }
    if let Some(key) = &clause.unless_attested {
        parts.push(format!("unless `{key}` is confirmed"));
    }
    if clause.unless_name_consent {
        parts.push("unless the family consented to the name".to_owned());
    }
    parts.join(" ")
}
