//! An account whose entry leaves out what the policy wants known.
//!
//! In: the account's entry and the particulars that the policy asks for.

use gatepost_model::{Excerpt, Findings, Rule};

use crate::case::{Case, finding};
use crate::terms::Particular;

/// `account/incomplete`
pub(crate) static RULE: Rule = Rule {
    id: "account/incomplete",
    title: "The account's entry is incomplete",
    finds: "An account whose entry in school.toml leaves out its aim, its audience, how it is \
            made known, or whether it is open or closed, where the policy asks for these.",
    why: "An account that nobody can say the point of tends to drift, and its readers may not be \
          the ones that families had in mind when they consented.",
    remedy: "Write what is missing into the account's entry in school.toml.",
    flagged: &["An account without an `audience`, under a policy that asks for it."],
    clean: &["An account with aim, audience, promotion and access."],
    misses: &["Words that say nothing: an aim of \"tbc\" counts as one."],
    excerpt: Excerpt::Plain,
};

/// Looks for the particulars that the policy asks for.
pub(crate) fn look(case: &Case<'_>, findings: &mut Findings) {
    let Some(account) = case.account else { return };
    let missing: Vec<&str> = case
        .terms
        .account_particulars
        .iter()
        .filter(|particular| {
            let words = match particular {
                Particular::Aim => &account.aim,
                Particular::Audience => &account.audience,
                Particular::Promotion => &account.promotion,
                Particular::Access => &account.access,
            };
            words.as_deref().is_none_or(|words| words.trim().is_empty())
        })
        .map(|particular| particular.word())
        .collect();
    if !missing.is_empty() {
        findings.push(finding(
            &RULE,
            format!("The entry of this account in school.toml lacks: {}.", missing.join(", ")),
        ));
    }
}
