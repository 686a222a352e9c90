//! `gatepost explain RULE`.

use std::io::Write;

use anyhow::bail;
use gatepost::{Gate, Pack, Rule, catalogue, nearest_rule};
use gatepost_model::Marked;
use serde_json::json;

use super::{Audience, Status, open_school};
use crate::args::SchoolArg;
use crate::screen::{BAD, FAINT, STRONG, WIDTH, styled, wrap};

/// Explains one rule; with the clauses of the school's policy where there is a school, else of every
/// built-in pack.
pub(crate) fn run(id: &str, school: &SchoolArg, audience: Audience) -> anyhow::Result<Status> {
    let Some(rule) = gatepost::rule(id) else {
        let hint = nearest_rule(id).map_or_else(
            || "gatepost rules lists them".to_owned(),
            |near| format!("did you mean {near}?"),
        );
        bail!("there is no rule {id}; {hint}");
    };
    let packs = packs(school)?;
    let mut out = anstream::stdout().lock();
    if audience == Audience::Programs {
        let clauses: Vec<_> = cited(&packs, rule)
            .map(|(reference, clause)| {
                json!({ "clause": reference, "section": clause.section, "asks": clause.asks,
                        "severity": clause.severity, "why": clause.why })
            })
            .collect();
        let line = json!({
            "rule": rule.id, "title": rule.title, "finds": rule.finds, "why": rule.why,
            "remedy": rule.remedy, "flagged": rule.flagged, "clean": rule.clean,
            "misses": rule.misses, "clauses": clauses,
        });
        writeln!(out, "{line}")?;
        return Ok(Status::Done);
    }
    writeln!(out, "{}  {}\n", styled(STRONG, rule.id), rule.title)?;
    for (heading, text) in [
        ("What it finds", rule.finds),
        ("Why it matters", rule.why),
        ("How to mend a draft", rule.remedy),
    ] {
        writeln!(out, "{}\n{}\n", styled(STRONG, heading), wrap(text, WIDTH, 2))?;
    }
    for (heading, examples) in
        [("Found in", rule.flagged), ("Not found in", rule.clean), ("Known misses", rule.misses)]
    {
        if examples.is_empty() {
            continue;
        }
        writeln!(out, "{}", styled(STRONG, heading))?;
        for example in examples {
            writeln!(out, "  - {}", highlighted(example))?;
        }
        writeln!(out)?;
    }
    writeln!(out, "{}", styled(STRONG, "Clauses"))?;
    let mut any = false;
    for (reference, clause) in cited(&packs, rule) {
        any = true;
        writeln!(out, "  {} ({})", reference, clause.section)?;
        writeln!(out, "{}", wrap(&clause.asks, WIDTH, 4))?;
    }
    if !any {
        writeln!(out, "  {}", styled(FAINT, "No clause names it: it is advice."))?;
    }
    Ok(Status::Done)
}

/// The packs whose clauses are shown.
fn packs(school: &SchoolArg) -> anyhow::Result<Vec<Pack>> {
    if school.school.is_some() || gatepost::find_school(std::path::Path::new(".")).is_some() {
        let gate = Gate::new(&open_school(school)?)?;
        return Ok(vec![gate.pack().clone()]);
    }
    Ok(gatepost_policy::builtin_ids()
        .map(|id| Pack::builtin(id, catalogue()))
        .collect::<Result<_, _>>()?)
}

fn cited<'p>(
    packs: &'p [Pack],
    rule: &'p Rule,
) -> impl Iterator<Item = (String, &'p gatepost_policy::Clause)> {
    packs
        .iter()
        .flat_map(move |pack| pack.clauses_of(rule).map(move |clause| (pack.cite(clause), clause)))
}

/// An example with what is found in it picked out.
fn highlighted(example: &str) -> String {
    let marked = Marked::parse(example);
    let mut shown = String::new();
    let mut from = 0;
    for span in &marked.spans {
        shown.push_str(marked.text.get(from..span.start).unwrap_or_default());
        shown.push_str(&styled(BAD, span.slice(&marked.text).unwrap_or_default()));
        from = span.end;
    }
    shown.push_str(marked.text.get(from..).unwrap_or_default());
    shown
}
