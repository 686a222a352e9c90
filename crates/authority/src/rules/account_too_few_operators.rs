//! An account that too few people can run.
//!
//! In: the account's operators, who of them is still on the staff, and how many the policy asks for.

use gatepost_model::{Excerpt, Findings, Rule};

use std::collections::BTreeSet;

use crate::case::{Case, finding};

/// `account/too-few-operators`
pub(crate) static RULE: Rule = Rule {
    id: "account/too-few-operators",
    title: "Too few people can run the account",
    finds: "An account with fewer operators on the staff than the policy asks for. People who \
            have left, or who are not on the staff register, do not count.",
    why: "An account that depends on one person cannot be watched, or a post taken down, while \
          that person is ill or away.",
    remedy: "Name another operator for the account in school.toml, with the head's agreement.",
    flagged: &[
        "An account with two operators, one of whom left in July, under a policy that asks for two.",
    ],
    clean: &["An account with two operators who are both on the staff."],
    misses: &[],
    excerpt: Excerpt::Plain,
};

/// Counts the operators who are still there.
pub(crate) fn look(case: &Case<'_>, findings: &mut Findings) {
    let Some(account) = case.account else { return };
    let wanted = usize::try_from(case.terms.operators_at_least).unwrap_or(usize::MAX);
    let here: BTreeSet<_> =
        account.operators.iter().filter(|person| case.still_here(person)).collect();
    if wanted > 1 && here.len() < wanted {
        findings.push(finding(
            &RULE,
            format!(
                "The policy asks for {wanted} members of staff who can run an account; this one has {}.",
                here.len()
            ),
        ));
    }
}
