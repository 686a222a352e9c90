//! Policy packs: clauses turn findings into a verdict.
//!
//! A [`Pack`] is a school's policy as data: each of its [`Clause`]s says in our words what the policy
//! asks, how that is met, by which rules, and what their findings mean. [`judge`] puts findings and
//! clauses together. Six packs are built in ([`builtin_ids`]); how one is written stands in this
//! crate's README.
//!
//! In: findings, and the situations and attestations of a draft. Out: a decision, a route, and every
//! finding with its severity and clauses. Nothing here looks at the words or pictures of a draft, and
//! no rule is known by name but those of the floor, which hold in every pack.

mod clause;
mod difference;
mod error;
mod floor;
mod judge;
mod pack;
mod parameters;
mod parse;
mod review;
mod routes;
mod rules;
mod source;

pub use clause::{Clause, FieldKind, Met, When};
pub use difference::{Difference, differences};
pub use error::{Fault, FaultKind, PolicyError};
pub use judge::{Context, Judged, JudgedFinding, judge};
pub use pack::{Pack, builtin_ids};
pub use parameters::{
    AccountEmail, Attestation, ConsentLasts, Contact, Exception, Parameters, Requirement,
};
pub use rules::RULES;
