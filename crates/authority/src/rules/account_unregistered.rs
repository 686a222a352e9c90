//! An account that the school's records do not have.
//!
//! In: the account that the draft names. Without one, or with one that `school.toml` does not list, it is
//! not known whose voice the post would be.

use gatepost_model::{Excerpt, Findings, Rule};

use crate::case::{Case, finding};

/// `account/unregistered`
pub(crate) static RULE: Rule = Rule {
    id: "account/unregistered",
    title: "The account is not registered",
    finds: "A draft for an account that school.toml does not list, or for no account at all.",
    why: "Only the school's official accounts speak for it. A post that goes out elsewhere is \
          nobody's responsibility, and consent that families gave for the school's accounts does \
          not cover it.",
    remedy: "Drop the draft into the folder of one of the school's accounts. If the account is \
             new, ask for it to be approved and added to school.toml first.",
    flagged: &[
        "A draft in the folder `inbox/pta-snapchat`, when school.toml lists `x` and `facebook` alone.",
    ],
    clean: &["A draft in the folder `inbox/x`, which school.toml lists."],
    misses: &[
        "An account that is listed here but was never the school's: the records are taken at their word.",
    ],
    excerpt: Excerpt::Plain,
};

/// Looks at the account that the draft names.
pub(crate) fn look(case: &Case<'_>, findings: &mut Findings) {
    if case.account.is_some() {
        return;
    }
    findings.push(finding(
        &RULE,
        if case.reading.draft.account.is_some() {
            "The account that this draft is for is not among the accounts in school.toml."
        } else {
            "This draft does not say which account it is for."
        },
    ));
}
