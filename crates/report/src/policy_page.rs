//! A policy pack as a page, for the people who review the policy each year.
//!
//! In: a pack. Out: one HTML page that needs no network and no script: what the policy asks, in our words, how each
//! clause is met, what a finding comes to, and what is not checked at all, said as plainly as the rest.

use askama::Template;
use gatepost::{Pack, Rule, Severity};
use gatepost_policy::{Clause, Met};

#[derive(Template)]
#[template(path = "policy.html")]
struct Page<'p> {
    pack: &'p Pack,
    review: Option<String>,
    date: Option<String>,
    clauses: Vec<Told<'p>>,
    version: &'static str,
}

/// A clause, as the page tells it.
struct Told<'p> {
    clause: &'p Clause,
    how: Vec<&'static str>,
    effect: &'static str,
    rules: Vec<&'static Rule>,
    waits: Vec<String>,
}

/// The page of a pack.
pub fn policy_page(pack: &Pack) -> String {
    let day = |day: jiff::civil::Date| day.strftime("%-d %B %Y").to_string();
    let page = Page {
        pack,
        review: pack.next_review().map(day),
        date: pack.date().map(day),
        clauses: pack.clauses().iter().map(told).collect(),
        version: env!("CARGO_PKG_VERSION"),
    };
    page.render().expect("writing into a string does not fail")
}

fn told(clause: &Clause) -> Told<'_> {
    let effect = match clause.severity {
        _ if clause.rules.is_empty() => "",
        Severity::Hold => "holds the draft",
        Severity::Advice => "is told to the author",
    };
    Told {
        clause,
        how: clause.met.iter().map(|met| how(*met)).collect(),
        effect,
        rules: clause.rules.clone(),
        waits: clause.planned.iter().chain(&clause.planned_rules).cloned().collect(),
    }
}

fn how(met: Met) -> &'static str {
    match met {
        Met::Floor => "checked in every school",
        Met::Rule => "checked",
        Met::Advice => "checked, as advice",
        Met::Attest => "confirmed by a member of staff",
        Met::Record => "kept on record",
        Met::Route => "sent to the right people",
        Met::Outside => "not checked: no draft shows it",
        Met::Planned => "not yet in whole",
    }
}
