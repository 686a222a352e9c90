//! `gatepost policy`: the packs, listed, shown and held against their examples.

use std::io::Write;
use std::path::Path;

use gatepost::{Pack, Severity, catalogue};
use gatepost_policy::{Clause, Met, builtin_ids, differences};
use serde_json::json;

pub(super) mod check;
pub(super) mod coverage;
pub(super) mod try_out;

use super::{Audience, Status};
use crate::screen::{BAD, FAINT, MILD, STRONG, WIDTH, count, styled, wrap};

/// Lists the built-in packs.
pub(crate) fn list(audience: Audience) -> anyhow::Result<Status> {
    let mut out = anstream::stdout().lock();
    for id in builtin_ids() {
        let pack = Pack::builtin(id, catalogue())?;
        if audience == Audience::Programs {
            let line = json!({
                "pack": pack.id(), "title": pack.title(), "version": pack.version(),
                "next_review": pack.next_review().map(|day| day.to_string()),
                "clauses": pack.clauses().len(),
            });
            writeln!(out, "{line}")?;
        } else {
            let clauses = count(pack.clauses().len(), "clause", "clauses");
            let id = styled(STRONG, &format!("{:<14}", pack.id()));
            writeln!(out, "{id} {} ({clauses})", pack.title())?;
        }
    }
    Ok(Status::Done)
}

/// A pack by the id of a built-in one, or by the path of its file.
fn open(name: &str) -> anyhow::Result<Pack> {
    let builtin = builtin_ids().any(|id| id == name) || !Path::new(name).exists();
    Ok(if builtin {
        Pack::builtin(name, catalogue())?
    } else {
        Pack::open(Path::new(name), catalogue())?
    })
}

/// Says in what two packs differ: found, if they differ at all.
pub(crate) fn diff(one: &str, other: &str, audience: Audience) -> anyhow::Result<Status> {
    let (one, other) = (open(one)?, open(other)?);
    let found = differences(&one, &other, catalogue());
    let mut out = anstream::stdout().lock();
    for difference in &found {
        if audience == Audience::Programs {
            let line = json!({
                "about": difference.about, one.id(): difference.one, other.id(): difference.other,
            });
            writeln!(out, "{line}")?;
            continue;
        }
        writeln!(out, "{}", styled(STRONG, &difference.about))?;
        for (pack, says) in [(&one, &difference.one), (&other, &difference.other)] {
            writeln!(out, "{}", wrap(&format!("{}: {says}", pack.id()), WIDTH, 4))?;
        }
    }
    if audience == Audience::People {
        let number = count(found.len(), "difference", "differences");
        writeln!(out, "\n{} and {}: {number}.", one.id(), other.id())?;
    }
    Ok(Status::held_if(!found.is_empty()))
}

/// Prints the JSON Schema of pack files.
pub(crate) fn schema() -> anyhow::Result<Status> {
    write!(anstream::stdout().lock(), "{}", gatepost::policy_schema())?;
    Ok(Status::Done)
}

/// Prints a pack as a page.
pub(crate) fn page(name: &str) -> anyhow::Result<Status> {
    let page = gatepost_report::policy_page(&open(name)?);
    write!(std::io::stdout().lock(), "{page}")?;
    Ok(Status::Done)
}

/// Prints a pack, clause by clause.
pub(crate) fn show(name: &str, audience: Audience) -> anyhow::Result<Status> {
    let pack = open(name)?;
    let mut out = anstream::stdout().lock();
    if audience == Audience::Programs {
        writeln!(out, "{}", as_json(&pack))?;
        return Ok(Status::Done);
    }
    writeln!(out, "{}  {}", styled(STRONG, pack.id()), pack.title())?;
    let review = pack.next_review().map_or_else(String::new, |day| {
        format!(", next review due by {}", day.strftime("%-d %B %Y"))
    });
    writeln!(out, "Version {}{review}. A draft that it holds: {}.\n", pack.version(), pack.held())?;
    for clause in pack.clauses() {
        let met: Vec<&str> = clause.met.iter().map(|met| met.word()).collect();
        writeln!(
            out,
            "{} {} {}",
            styled(STRONG, &clause.id),
            styled(FAINT, &format!("({})", clause.section)),
            met_by(clause, &met.join(", ")),
        )?;
        writeln!(out, "{}", wrap(&clause.asks, WIDTH, 4))?;
        if !clause.rules.is_empty() {
            let rules: Vec<&str> = clause.rules.iter().map(|rule| rule.id).collect();
            writeln!(out, "{}", styled(FAINT, &wrap(&rules.join(", "), WIDTH, 4)))?;
        }
        for planned in clause.planned.iter().cloned().chain(planned_rules(clause)) {
            writeln!(
                out,
                "{}",
                styled(FAINT, &wrap(&format!("not yet met: {planned}"), WIDTH, 4))
            )?;
        }
    }
    Ok(Status::Done)
}

fn planned_rules(clause: &Clause) -> Option<String> {
    (!clause.planned_rules.is_empty()).then(|| clause.planned_rules.join(", "))
}

fn met_by(clause: &Clause, met: &str) -> String {
    if clause.met.contains(&Met::Planned) {
        styled(MILD, met)
    } else if clause.severity == Severity::Hold && !clause.rules.is_empty() {
        format!("{met}, {}", styled(BAD, "holds"))
    } else {
        met.to_owned()
    }
}

fn as_json(pack: &Pack) -> serde_json::Value {
    let clauses: Vec<_> = pack
        .clauses()
        .iter()
        .map(|clause| {
            json!({
                "clause": pack.cite(clause), "section": clause.section, "asks": clause.asks,
                "met": clause.met.iter().map(|met| met.word()).collect::<Vec<_>>(),
                "rules": clause.rules.iter().map(|rule| rule.id).collect::<Vec<_>>(),
                "planned_rules": clause.planned_rules, "severity": clause.severity,
                "route": clause.route, "why": clause.why,
            })
        })
        .collect();
    json!({
        "pack": pack.id(), "title": pack.title(), "version": pack.version(),
        "next_review": pack.next_review().map(|day| day.to_string()),
        "sha256": pack.reference().sha256, "clauses": clauses,
    })
}
