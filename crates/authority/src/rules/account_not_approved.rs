//! An account without the approval that the policy asks for.
//!
//! In: who approved the account and when, the roles that may, and the day for which the draft is judged.

use gatepost_model::{Excerpt, Findings, Rule};

use crate::case::{Case, finding};

/// `account/not-approved`
pub(crate) static RULE: Rule = Rule {
    id: "account/not-approved",
    title: "The account has not been approved",
    finds: "An account without an approver and a date of approval, one approved by somebody who \
            does not fill a role that may do so, or one approved only after the day of the post.",
    why: "An account speaks for the school in public. Somebody who answers for the school must \
          have agreed to that before the first post.",
    remedy: "Ask the head to approve the account, then write `approved_by` and `approved_on` \
             into its entry in school.toml.",
    flagged: &[
        "An account approved by the site manager, who is neither the head nor in the leadership team.",
        "An account approved on 1 December, and a draft for 20 November.",
    ],
    clean: &["An account approved by the head on 1 September, and a draft for 20 November."],
    misses: &[
        "Whether the approver filled the role on the day of the approval: the roles are those of today.",
    ],
    excerpt: Excerpt::Plain,
};

/// Looks at who approved the account, and when.
pub(crate) fn look(case: &Case<'_>, findings: &mut Findings) {
    let Some(account) = case.account else { return };
    let problem = match (&account.approved_by, account.approved_on) {
        (None, _) => "Nobody is on record as having approved this account.",
        (Some(by), _) if !case.fills(by, &case.terms.account_approvers) => {
            "This account was approved by somebody who does not fill a role that may approve accounts."
        }
        (Some(_), None) => "The day on which this account was approved is not on record.",
        (Some(_), Some(on)) if on > case.day => {
            "This account was approved only after the day of this post."
        }
        (Some(_), Some(_)) => return,
    };
    findings.push(finding(&RULE, problem));
}
