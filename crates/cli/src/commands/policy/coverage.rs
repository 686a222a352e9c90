//! `gatepost policy coverage PACK`.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::sync::Arc;

use anyhow::Context;
use gatepost::{
    Coverage, CoverageState, EXAMPLE_ACCOUNTS, Gate, Outcome, School, clause_examples,
    policy_examples,
};
use gatepost_policy::{Clause, Met, Pack, builtin_ids};
use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use rayon::prelude::*;
use serde_json::json;

use crate::commands::{Audience, Status};
use crate::screen::{BAD, FAINT, GOOD, MILD, STRONG, WIDTH, count, styled, wrap};

/// The day on which the example drafts are judged: their school is made for it.
const DAY: Date = date(2026, 11, 20);

/// Judges every example draft by a pack in the invented school, and prints what that shows of each clause.
pub(crate) fn run(name: &str, audience: Audience) -> anyhow::Result<Status> {
    let pack = super::open(name)?;
    let outcomes = judge(name, &pack)?;
    let coverage = Coverage::of(&pack, &clause_examples(pack.base()), &outcomes);
    let mut out = anstream::stdout().lock();
    if audience == Audience::People {
        writeln!(out, "{}  {}\n", styled(STRONG, pack.id()), pack.title())?;
    }
    for (clause, covered) in pack.clauses().iter().zip(&coverage.clauses) {
        if audience == Audience::Programs {
            let line = json!({
                "clause": pack.cite(clause), "section": clause.section,
                "met": clause.met.iter().map(|met| met.word()).collect::<Vec<_>>(),
                "rules": clause.rules.iter().map(|rule| rule.id).collect::<Vec<_>>(),
                "planned": planned(clause),
                "held": covered.held, "released": covered.released, "otherwise": covered.otherwise,
                "shown": covered.state != CoverageState::Lacking,
            });
            writeln!(out, "{line}")?;
        } else {
            tell(&mut out, clause, covered)?;
        }
    }
    if audience == Audience::People {
        sum_up(&mut out, &pack, &coverage)?;
    }
    Ok(Status::held_if(!coverage.is_complete()))
}

/// What the gate makes of every example under a pack, by the example's name.
pub(crate) fn judge(name: &str, pack: &Pack) -> anyhow::Result<BTreeMap<&'static str, Outcome>> {
    let folder = tempfile::tempdir().context("no folder can be made for the examples")?;
    write_school(folder.path(), name)?;
    let school = School::open(folder.path())?;
    let zone = TimeZone::get("Europe/London").unwrap_or(TimeZone::UTC);
    let as_of = DAY.at(8, 0, 0, 0).to_zoned(zone)?.timestamp();
    let gate = Gate::new(&school)?.with_as_of(as_of);
    anyhow::ensure!(
        gate.pack().reference() == pack.reference(),
        "the pack changed while it was read"
    );
    policy_examples()
        .par_iter()
        .map(|example| {
            let picture = example.photo.as_deref().map(|kind| {
                let file = gatepost_example::specimen(kind);
                file.with_context(|| format!("there is no picture of the kind {kind}"))
            });
            let picture = picture.transpose()?;
            let draft = example.draft(
                picture
                    .map(|file| (file.path.to_string_lossy().into_owned(), Arc::from(file.bytes))),
            );
            Ok((example.name.as_str(), gate.examine(&draft, None)?))
        })
        .collect()
}

/// The invented school, with accounts that have one thing wrong each.
fn write_school(folder: &Path, policy: &str) -> anyhow::Result<()> {
    let policy = if builtin_ids().any(|id| id == policy) {
        policy.to_owned()
    } else {
        fs::canonicalize(policy)?.to_string_lossy().into_owned()
    };
    for file in gatepost_example::registers(&policy, DAY) {
        let mut bytes = file.bytes;
        if file.path == Path::new("school.toml") {
            bytes.extend_from_slice(EXAMPLE_ACCOUNTS.as_bytes());
        }
        fs::write(folder.join(&file.path), bytes)?;
    }
    Ok(())
}

fn planned(clause: &Clause) -> Vec<String> {
    clause.planned_rules.iter().chain(&clause.planned).cloned().collect()
}

fn tell(
    out: &mut impl Write,
    clause: &Clause,
    covered: &gatepost::ClauseCoverage,
) -> std::io::Result<()> {
    let met: Vec<&str> = clause.met.iter().map(|met| met.word()).collect();
    let (style, state) = match covered.state {
        CoverageState::Shown => (GOOD, "shown"),
        CoverageState::Lacking => (BAD, "not shown"),
        CoverageState::NothingToShow if clause.met.contains(&Met::Planned) => (MILD, "planned"),
        CoverageState::NothingToShow => (FAINT, ""),
    };
    let numbers = format!("{} held, {} released", covered.held.len(), covered.released.len());
    let numbers = if covered.state == CoverageState::NothingToShow { "" } else { &numbers };
    writeln!(
        out,
        "{} {} {} {}",
        styled(STRONG, &clause.id),
        styled(FAINT, &format!("({}; {})", clause.section, met.join(", "))),
        styled(style, state),
        numbers,
    )?;
    if !covered.otherwise.is_empty() {
        let names = format!("came out otherwise: {}", covered.otherwise.join(", "));
        writeln!(out, "{}", styled(BAD, &wrap(&names, WIDTH, 4)))?;
    }
    for planned in planned(clause) {
        writeln!(out, "{}", styled(FAINT, &wrap(&format!("not yet met: {planned}"), WIDTH, 4)))?;
    }
    Ok(())
}

fn sum_up(out: &mut impl Write, pack: &Pack, coverage: &Coverage) -> std::io::Result<()> {
    let number = |state| coverage.clauses.iter().filter(|clause| clause.state == state).count();
    let waiting = pack.clauses().iter().filter(|clause| clause.met.contains(&Met::Planned)).count();
    let (shown, lacking) = (number(CoverageState::Shown), number(CoverageState::Lacking));
    writeln!(
        out,
        "\n{}; {} by rules and shown by drafts of both kinds, {lacking} not shown; {waiting} wait for \
         something in whole or in part and do not count as met.",
        count(pack.clauses().len(), "clause", "clauses"),
        shown,
    )?;
    if lacking > 0 {
        let message = "A clause that rules decide needs an example draft that it holds and a near miss that \
                       is released.";
        writeln!(out, "{}", styled(BAD, &wrap(message, WIDTH, 0)))?;
    }
    Ok(())
}
