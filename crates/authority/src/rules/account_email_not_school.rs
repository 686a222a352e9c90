//! An account that is linked to an e-mail address outside the school.
//!
//! In: the account's address and the school's own domains.

use gatepost_model::{Excerpt, Findings, Rule};

use crate::case::{Case, finding};
use crate::terms::AccountEmail;

/// `account/email-not-school`
pub(crate) static RULE: Rule = Rule {
    id: "account/email-not-school",
    title: "The account is not linked to a school e-mail address",
    finds: "An account whose e-mail address is not on one of the school's own domains, or that \
            has none on record, where the policy asks for an official one.",
    why: "Whoever reads the e-mail of an account can reset its password and take it over. When \
          that person leaves, the account goes with them.",
    remedy: "Link the account to an official school address on the platform, then write that \
             address as `email` into its entry in school.toml.",
    flagged: &["An account linked to an address at a free mail provider."],
    clean: &["An account linked to an address on the school's own domain, or on a part of it."],
    misses: &["Whether the address on record is the one that the platform has."],
    excerpt: Excerpt::Plain,
};

/// Looks at the domain of the account's address.
pub(crate) fn look(case: &Case<'_>, findings: &mut Findings) {
    let Some(account) = case.account else { return };
    if case.terms.account_email == AccountEmail::Any {
        return;
    }
    let Some(email) = account.email.as_deref() else {
        findings.push(finding(&RULE, "No e-mail address is on record for this account."));
        return;
    };
    let official = email.rsplit_once('@').is_some_and(|(_, domain)| {
        case.school.domains.iter().any(|own| within(&domain.trim().to_lowercase(), own))
    });
    if !official {
        findings.push(finding(
            &RULE,
            "This account is linked to an e-mail address that is not on the school's own domains.",
        ));
    }
}

/// True if a domain is the school's own or a part of it.
fn within(domain: &str, own: &str) -> bool {
    domain.strip_suffix(own).is_some_and(|before| before.is_empty() || before.ends_with('.'))
}
