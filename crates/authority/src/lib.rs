//! May this person post this, on this account, now.
//!
//! In: a draft's manifest, the school's accounts, people and calendar, the staff register, and
//! [`Terms`]: what the policy asks for. Out: findings on the account, the author, the time, the purpose,
//! what the platform takes, and the confirmations that a draft needs. Whether words or pictures are
//! suitable is not looked at, no clock is read
//! (every date is judged by the reading's), and how grave a finding is, the policy says.

mod case;
mod detector;
mod phrases;
mod platforms;
mod rules;
mod terms;

pub use case::valid_attestations;
pub use detector::AuthorityDetector;
pub use rules::RULES;
pub use terms::{
    AccountEmail, Particular, RequiredAttestation, Requirement, Situation, TeachingException,
    Terms, Training,
};
