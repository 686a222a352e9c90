//! An account whose risks nobody assessed.
//!
//! In: who signed the account's risk assessment and when, the roles that the policy wants to have signed, and
//! the day for which the draft is judged. One person who fills two of the roles signs once.

use gatepost_model::{Excerpt, Findings, Rule};

use crate::case::{Case, finding};

/// `account/no-risk-assessment`
pub(crate) static RULE: Rule = Rule {
    id: "account/no-risk-assessment",
    title: "The account's risks have not been assessed",
    finds: "An account without a risk assessment signed by everyone whom the policy names, or \
            one signed only after the day of the post.",
    why: "Somebody should have thought about who reads an account, who may write to it and what \
          could go wrong, before pupils appear on it.",
    remedy: "Have the risk assessment signed, then write `risk_assessed_by` and \
             `risk_assessed_on` into the account's entry in school.toml.",
    flagged: &[
        "An account whose assessment the head signed and the safeguarding lead did not, under a policy that wants both.",
    ],
    clean: &[
        "An account whose assessment was signed by one person who is both head and safeguarding lead.",
    ],
    misses: &["What the assessment says."],
    excerpt: Excerpt::Plain,
};

/// Looks at who signed the account's risk assessment, and when.
pub(crate) fn look(case: &Case<'_>, findings: &mut Findings) {
    let Some(account) = case.account else { return };
    if case.terms.risk_assessment.is_empty() {
        return;
    }
    let unsigned: Vec<&str> = case
        .terms
        .risk_assessment
        .iter()
        .map(String::as_str)
        .filter(|role| {
            !case.holders(role).iter().any(|holder| account.risk_assessed_by.contains(holder))
        })
        .collect();
    let problem = match account.risk_assessed_on {
        _ if !unsigned.is_empty() => format!(
            "The risk assessment of this account is not signed for these roles: {}.",
            unsigned.join(", ")
        ),
        None => "The day of this account's risk assessment is not on record.".into(),
        Some(on) if on > case.day => {
            "The risk assessment of this account was signed only after the day of this post.".into()
        }
        Some(_) => return,
    };
    findings.push(finding(&RULE, problem));
}
