//! The report as a page: what kinds of exposure, when, where, and the worst posts first.

use std::cmp::Reverse;

use askama::Template;

use super::summary::{Summary, Worst};

/// The page.
#[derive(Template)]
#[template(path = "page.html")]
struct Page<'s> {
    summary: &'s Summary,
    rules: Vec<Bar<'s>>,
    years: Vec<Bar<'s>>,
    accounts: Vec<Bar<'s>>,
    worst: Vec<&'s Worst>,
}

/// A line of a chart.
struct Bar<'s> {
    name: &'s str,
    title: &'s str,
    count: u64,
    /// Its length in a hundred.
    percent: u64,
}

/// A page of a summary.
pub(super) fn page(summary: &Summary) -> String {
    let mut worst: Vec<&Worst> = summary.worst.iter().map(|Reverse(one)| one).collect();
    worst.sort_by(|one, other| other.cmp(one));
    let mut rules = bars(summary.by_rule.iter());
    rules.sort_by_key(|bar| Reverse(bar.count));
    for bar in &mut rules {
        bar.title = gatepost::rule(bar.name).map_or("", |rule| rule.title);
    }
    let page = Page {
        summary,
        rules,
        years: bars(summary.held_by_year.iter()),
        accounts: bars(summary.held_by_account.iter()),
        worst,
    };
    page.render().expect("a template of this crate, compiled with it")
}

fn bars<'s>(counts: impl Iterator<Item = (&'s String, &'s u64)> + Clone) -> Vec<Bar<'s>> {
    let most = counts.clone().map(|(_, count)| *count).max().unwrap_or(1).max(1);
    counts
        .map(|(name, count)| Bar {
            name,
            title: "",
            count: *count,
            percent: (count * 100 / most).max(1),
        })
        .collect()
}
