//! An author who does not run this account.
//!
//! In: the author and the operators of the account.

use gatepost_model::{Excerpt, Findings, Rule};

use crate::case::{Case, finding};

/// `author/not-operator`
pub(crate) static RULE: Rule = Rule {
    id: "author/not-operator",
    title: "The author is not an operator of this account",
    finds: "An author who is on the staff register and not among the operators of the account \
            that the draft is for.",
    why: "Access to an account is for the people designated for it. Whoever posts on another's \
          account may not know its readers or its rules.",
    remedy: "Ask one of the account's operators to post it, or ask for the author to be added to \
             `operators` in school.toml.",
    flagged: &["A draft for the newsletter by somebody who runs the X account alone."],
    clean: &["A draft by one of the account's operators."],
    misses: &[],
    excerpt: Excerpt::Plain,
};

/// Looks for the author among the account's operators.
pub(crate) fn look(case: &Case<'_>, findings: &mut Findings) {
    if let (Some(account), Some(person)) = (case.account, case.author_on_staff())
        && !account.operators.contains(&person.id)
    {
        findings.push(finding(&RULE, "The author is not among the operators of this account."));
    }
}
