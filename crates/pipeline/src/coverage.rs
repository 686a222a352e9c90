//! Whether each clause of a pack is shown by examples: drafts that it holds, and near misses that pass.
//!
//! In: a pack, which examples stand for which clause, and what the gate made of them. Out: a line for
//! each clause. A clause that rules decide is covered if at least one of its drafts is held by it and one
//! near miss is released; what is planned is never counted as met.

use std::collections::BTreeMap;

use gatepost_model::Decision;
use gatepost_policy::{Clause, Met, Pack};

use crate::examples::ClauseExamples;
use crate::outcome::Outcome;

/// How a pack's clauses are shown by examples.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coverage {
    /// One for each clause, in the pack's order.
    pub clauses: Vec<ClauseCoverage>,
}

/// How a clause is shown by examples.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClauseCoverage {
    /// The clause's id.
    pub id: String,
    /// Drafts that it holds, as they should be.
    pub held: Vec<String>,
    /// Near misses that are released, as they should be.
    pub released: Vec<String>,
    /// Drafts that came out otherwise than the clause's examples say, or do not exist.
    pub otherwise: Vec<String>,
    /// What this comes to.
    pub state: CoverageState,
}

/// What the examples of a clause come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CoverageState {
    /// It is decided by rules and shown by examples of both kinds.
    Shown,
    /// It is decided by rules, and an example of one kind is missing or came out otherwise.
    Lacking,
    /// No rule of it holds: there is nothing to be shown.
    NothingToShow,
}

impl Coverage {
    /// Holds a pack against its examples. `outcomes` is what the gate made of each, by name.
    pub fn of(pack: &Pack, wanted: &[ClauseExamples], outcomes: &BTreeMap<&str, Outcome>) -> Self {
        let clauses = pack
            .clauses()
            .iter()
            .map(|clause| {
                let own = wanted.iter().find(|examples| examples.id == clause.id);
                covered(pack, clause, own, outcomes)
            })
            .collect();
        Self { clauses }
    }

    /// True if no clause lacks an example.
    pub fn is_complete(&self) -> bool {
        self.clauses.iter().all(|clause| clause.state != CoverageState::Lacking)
    }
}

fn covered(
    pack: &Pack,
    clause: &Clause,
    wanted: Option<&ClauseExamples>,
    outcomes: &BTreeMap<&str, Outcome>,
) -> ClauseCoverage {
    let mut covered = ClauseCoverage {
        id: clause.id.clone(),
        held: Vec::new(),
        released: Vec::new(),
        otherwise: Vec::new(),
        state: CoverageState::NothingToShow,
    };
    let cited = pack.cite(clause);
    for name in wanted.iter().flat_map(|examples| &examples.held) {
        let holds = |outcome: &Outcome| outcome.held_by.contains(&cited);
        let held = outcomes.get(name.as_str()).is_some_and(holds);
        if held { &mut covered.held } else { &mut covered.otherwise }.push(name.clone());
    }
    for name in wanted.iter().flat_map(|examples| &examples.released) {
        let passes = |outcome: &Outcome| outcome.verdict.decision == Decision::Release;
        let released = outcomes.get(name.as_str()).is_some_and(passes);
        if released { &mut covered.released } else { &mut covered.otherwise }.push(name.clone());
    }
    let decides = clause.met.iter().any(|met| matches!(met, Met::Rule | Met::Attest));
    if decides {
        let both = !covered.held.is_empty() && !covered.released.is_empty();
        covered.state = if both && covered.otherwise.is_empty() {
            CoverageState::Shown
        } else {
            CoverageState::Lacking
        };
    }
    covered
}
