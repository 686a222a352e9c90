//! A policy past the day by which it was to be reviewed.
//!
//! In: the pack's next review and the day for which a draft is judged. It never holds: the policy
//! stands until the school changes it.

use gatepost_model::{Excerpt, Rule};

/// `policy/review-overdue`
pub(crate) static RULE: Rule = Rule {
    id: "policy/review-overdue",
    title: "The policy is due for review",
    finds: "That the day by which the school meant to review its social media policy has passed. A \
            month means its last day, and spring the 31st of May.",
    why: "Guidance, platforms and the school itself change. A policy that nobody has looked at for a \
          while may ask for less, or for something else, than the school needs today.",
    remedy: "The draft can go out. Ask whoever keeps the policy to have it reviewed, then bring the \
             review date in the policy pack up to date.",
    flagged: &["A draft for 1 February 2025 under a policy to be reviewed in January 2025."],
    clean: &["A draft for 31 January 2025 under a policy to be reviewed in January 2025."],
    misses: &["A policy that gives no date for its next review."],
    excerpt: Excerpt::Plain,
};
