//! A purpose that the account does not serve.
//!
//! In: the purpose that the manifest gives, the account's platform and the purposes that the policy allows.

use gatepost_model::{Excerpt, Findings, Rule};

use crate::case::{Case, finding};

/// `draft/purpose-not-allowed`
pub(crate) static RULE: Rule = Rule {
    id: "draft/purpose-not-allowed",
    title: "The account is not for this purpose",
    finds: "A draft whose `purpose` is not among those that the policy allows on the account's \
            platform, or is none of the five that a draft can have.",
    why: "An account that is used for everything soon tells its readers more than the school \
          meant to tell.",
    remedy: "Choose the purpose that fits. If none of those allowed does, the website or a \
             letter home may be the better place.",
    flagged: &[
        "A draft with the purpose `learning` under a policy that allows reminders, good news, achievements and information.",
    ],
    clean: &["A draft with the purpose `achievement` under the same policy."],
    misses: &["A purpose that does not fit the words of the draft."],
    excerpt: Excerpt::Plain,
};

/// The purposes that a draft can have.
const PURPOSES: [&str; 5] = ["reminder", "good-news", "achievement", "information", "learning"];

/// Looks for the draft's purpose among those allowed.
pub(crate) fn look(case: &Case<'_>, findings: &mut Findings) {
    let purpose = case.reading.draft.purpose.as_deref().map_or("", str::trim);
    if purpose.is_empty() {
        return;
    }
    if !PURPOSES.contains(&purpose) {
        findings.push(finding(
            &RULE,
            format!("The purpose of this draft is none of: {}.", PURPOSES.join(", ")),
        ));
        return;
    }
    let platform = case.account.map_or("any", |account| account.platform.as_str());
    let purposes = &case.terms.purposes;
    let Some(allowed) = purposes.get(platform).or_else(|| purposes.get("any")) else { return };
    if !allowed.iter().any(|other| other == purpose) {
        findings.push(finding(
            &RULE,
            format!(
                "The purpose of this draft is `{purpose}`; on this account the policy allows: {}.",
                allowed.join(", ")
            ),
        ));
    }
}
