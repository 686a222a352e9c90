//! An account whose lead has left.
//!
//! In: the account's lead (its first operator, where none is named) and the staff register.

use gatepost_model::{Excerpt, Findings, Rule};

use crate::case::{Case, finding};

/// `account/lead-left`
pub(crate) static RULE: Rule = Rule {
    id: "account/lead-left",
    title: "The person who leads the account has left",
    finds: "An account whose lead, or first operator where no lead is named, has left the school \
            or is not on the staff register.",
    why: "An account without anybody in charge is not watched, and its password may have left \
          with its lead.",
    remedy: "Hand the account over: change its password, name a new `lead` in school.toml, or \
             close it.",
    flagged: &["An account whose lead left in July, and a draft for November."],
    clean: &["An account whose lead leaves in December, and a draft for November."],
    misses: &["A lead who is away for long without having left."],
    excerpt: Excerpt::Plain,
};

/// Looks for the account's lead on the staff register.
pub(crate) fn look(case: &Case<'_>, findings: &mut Findings) {
    let Some(account) = case.account else { return };
    let Some(lead) = account.lead.as_ref().or_else(|| account.operators.first()) else { return };
    if case.still_here(lead) {
        return;
    }
    findings.push(finding(
        &RULE,
        if case.staff.get(lead).is_some() {
            "The person who leads this account has left the school."
        } else {
            "The person who leads this account is not on the staff register."
        },
    ));
}
