//! An author who was not trained, or not lately, for this platform.
//!
//! In: the author's training by platform, how long the policy lets one count, and the day for which the draft
//! is judged. A blank is not trained.

use gatepost_model::{Excerpt, Findings, Rule};

use jiff::civil::Date;
use jiff::{Span, ToSpan as _};

use crate::case::{Case, finding};
use crate::terms::Training;

/// `author/training-lapsed`
pub(crate) static RULE: Rule = Rule {
    id: "author/training-lapsed",
    title: "The author's training is missing or out of date",
    finds: "An author without a training for the account's platform that is still valid on the \
            day of the post. A date of the platform's own counts before the general one.",
    why: "Each platform has its own ways to give away more than was meant. People who were shown \
          them lately avoid them.",
    remedy: "Book the training, then have its date written into the staff register; until then \
             ask a trained colleague to post it.",
    flagged: &[
        "An author with nothing under `trained on`.",
        "An author trained three years ago, under a policy that wants it every two years.",
    ],
    clean: &["An author trained in September, and a draft for November."],
    misses: &["What the training was about."],
    excerpt: Excerpt::Plain,
};

/// Looks at the author's last training for the account's platform.
pub(crate) fn look(case: &Case<'_>, findings: &mut Findings) {
    let (Training::Asked { months }, Some(person)) = (case.terms.training, case.author_on_staff())
    else {
        return;
    };
    let own = case
        .account
        .and_then(|account| person.trained_on_platform.get(&account.platform.to_lowercase()));
    let problem = match own.copied().or(person.trained_on) {
        None => "The staff register has no training of the author for this platform.",
        Some(on) if on > case.day => "The author is to be trained only after the day of this post.",
        Some(on) if lapsed(on, months, case.day) => {
            "The author's training for this platform is older than the policy allows."
        }
        Some(_) => return,
    };
    findings.push(finding(&RULE, problem));
}

/// True if a training no longer counts on a day. Months past the end of the calendar never lapse.
fn lapsed(on: Date, months: Option<u32>, day: Date) -> bool {
    months
        .and_then(|months| 0.months().try_months(months).ok())
        .and_then(|validity: Span| on.checked_add(validity).ok())
        .is_some_and(|last| day > last)
}
