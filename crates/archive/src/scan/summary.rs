//! What a scan found, in numbers.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

use gatepost::Gate;
use gatepost_model::{PolicyRef, RecordsRef, Severity};
use serde::Serialize;

use super::judge::Judged;
use crate::tally::ArchiveSummary;

/// How many of the worst posts the page shows.
const WORST: usize = 500;

/// What a scan found.
#[derive(Debug, Clone, Serialize)]
pub struct Summary {
    /// How many posts, and what became of them.
    pub totals: Totals,
    /// How many posts have a holding finding of each rule.
    pub by_rule: BTreeMap<String, u64>,
    /// How many have one that is advice.
    pub advice_by_rule: BTreeMap<String, u64>,
    /// How many posts of each account are held.
    pub held_by_account: BTreeMap<String, u64>,
    /// How many posts of each year are held; `unknown` where the archive does not say.
    pub held_by_year: BTreeMap<String, u64>,
    /// How many posts stood in the earlier report as they are, and were left out.
    pub unchanged: u64,
    /// Each archive.
    pub archives: Vec<ArchiveSummary>,
    /// The pack.
    pub policy: PolicyRef,
    /// The registers.
    pub records: RecordsRef,
    /// The posts with most that holds them, for the page.
    #[serde(skip)]
    pub(super) worst: BinaryHeap<Reverse<Worst>>,
}

/// Posts by what became of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Totals {
    /// All lines of the report.
    pub posts: u64,
    /// Those that may stand.
    pub released: u64,
    /// Those that should be looked at.
    pub held: u64,
    /// Those of them that people outside may see.
    pub takedown: u64,
}

/// A held post, as the page shows it. Greater is worse.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Worst {
    pub(super) count: usize,
    pub(super) draft: Reverse<String>,
    pub(super) url: Option<String>,
    pub(super) published: Option<String>,
    pub(super) visibility: String,
    pub(super) rules: Vec<String>,
    pub(super) messages: Vec<String>,
}

impl Summary {
    pub(super) fn new(gate: &Gate) -> Self {
        let digests = &gate.records().digests;
        Self {
            totals: Totals::default(),
            by_rule: BTreeMap::new(),
            advice_by_rule: BTreeMap::new(),
            held_by_account: BTreeMap::new(),
            held_by_year: BTreeMap::new(),
            unchanged: 0,
            archives: Vec::new(),
            policy: gate.pack().reference(),
            records: RecordsRef {
                pupils: digests.pupils.clone(),
                consent: digests.consent.clone(),
                staff: digests.staff.clone(),
            },
            worst: BinaryHeap::new(),
        }
    }

    pub(super) fn add(&mut self, judged: &Judged) {
        self.totals.posts += 1;
        let held = judged.is_held();
        let Some(record) = &judged.record else {
            self.totals.released += 1;
            return;
        };
        let rules = |severity: Severity| {
            let all = record.verdict.findings.iter().filter(move |one| one.severity == severity);
            let mut rules: Vec<&str> = all.map(|one| one.rule.as_str()).collect();
            rules.sort_unstable();
            rules.dedup();
            rules
        };
        for rule in rules(Severity::Advice) {
            *self.advice_by_rule.entry(rule.to_owned()).or_default() += 1;
        }
        if !held {
            self.totals.released += 1;
            return;
        }
        self.totals.held += 1;
        let holding = rules(Severity::Hold);
        for rule in &holding {
            *self.by_rule.entry((*rule).to_owned()).or_default() += 1;
        }
        let origin = &record.origin;
        let account = record.verdict.account.clone().unwrap_or_else(|| "unknown".into());
        *self.held_by_account.entry(account).or_default() += 1;
        let year =
            origin.published.as_deref().and_then(|moment| moment.get(..4)).unwrap_or("unknown");
        *self.held_by_year.entry(year.to_owned()).or_default() += 1;
        self.totals.takedown += u64::from(origin.visibility.is_exposed());
        let mut messages: Vec<String> =
            record.verdict.holding().map(|ruling| ruling.message.clone()).collect();
        messages.dedup();
        self.worst.push(Reverse(Worst {
            count: record.verdict.holding().count(),
            draft: Reverse(record.verdict.draft.clone()),
            url: origin.url.clone(),
            published: origin.published.clone(),
            visibility: format!("{:?}", origin.visibility).to_lowercase(),
            rules: holding.into_iter().map(str::to_owned).collect(),
            messages,
        }));
        if self.worst.len() > WORST {
            self.worst.pop();
        }
    }
}
