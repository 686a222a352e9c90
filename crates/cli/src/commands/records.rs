//! `gatepost records check`.

use std::io::Write;

use gatepost::{Gate, RecordsError, Reveal, School};
use gatepost_records::{Problem, ProblemKind, Records, find_school};
use serde_json::json;

mod explain;

use super::{Audience, Status};
use crate::args::SchoolArg;
use crate::screen::{BAD, FAINT, GOOD, MILD, STRONG, WIDTH, count, styled, warn, wrap};

/// Reads every register and says what is wrong. Held if anything is worth mending; a school that
/// cannot be read ends with 2, after everything that is wrong with it was said.
pub(crate) fn run(
    argument: &SchoolArg,
    audience: Audience,
    reveal: Reveal,
) -> anyhow::Result<Status> {
    let folder = argument.school.clone().or_else(|| find_school(std::path::Path::new(".")));
    let folder = folder.unwrap_or_else(|| ".".into());
    let mut out = anstream::stdout().lock();
    match Records::open(&folder) {
        Ok(records) => {
            let gate = School::open(&folder)
                .map_err(anyhow::Error::from)
                .and_then(|school| Ok(Gate::new(&school)?));
            let gate = match gate.map_err(anyhow::Error::downcast::<RecordsError>) {
                Err(Ok(RecordsError::Registers(problems))) => {
                    return stopped(&mut out, &problems, audience);
                }
                Err(Ok(problem)) => Err(problem.into()),
                Err(Err(other)) => Err(other),
                Ok(gate) => Ok(gate),
            };
            tell_problems(&mut out, &records.problems, audience)?;
            if audience == Audience::People {
                summary(&mut out, &records)?;
                if let Ok(gate) = &gate {
                    explain::tell(&mut out, gate, reveal)?;
                }
            }
            explain::warn_of_readers(&folder);
            if records.remember_consent(&folder).is_err() {
                warn(
                    "who has an answer in the consent register cannot be noted in .gatepost, so an answer \
                      that is gone from the next export will not be noticed",
                );
            }
            // A school whose policy cannot be read releases nothing either.
            gate?;
            let worth_mending =
                records.problems.iter().any(|problem| problem.kind == ProblemKind::Warning);
            Ok(Status::held_if(worth_mending))
        }
        Err(RecordsError::Registers(problems)) => stopped(&mut out, &problems, audience),
        Err(problem) => Err(problem.into()),
    }
}

/// Says everything that is wrong with a school that cannot be read.
fn stopped(
    out: &mut impl Write,
    problems: &[Problem],
    audience: Audience,
) -> anyhow::Result<Status> {
    tell_problems(out, problems, audience)?;
    let stops = problems.iter().filter(|problem| problem.kind == ProblemKind::Stop).count();
    let problems = count(stops, "problem has", "problems have");
    anyhow::bail!("{problems} to be mended first: until then nothing is released")
}

fn tell_problems(
    out: &mut impl Write,
    problems: &[Problem],
    audience: Audience,
) -> std::io::Result<()> {
    for problem in problems {
        if audience == Audience::Programs {
            let line = json!({
                "kind": word(problem.kind), "file": problem.file, "row": problem.row,
                "column": problem.column, "message": problem.message,
            });
            writeln!(out, "{line}")?;
            continue;
        }
        let style = match problem.kind {
            ProblemKind::Stop => BAD,
            ProblemKind::Warning => MILD,
            ProblemKind::Ignored => FAINT,
        };
        let told = problem.to_string();
        writeln!(out, "{}", styled(style, word(problem.kind)))?;
        writeln!(out, "{}", wrap(&told, WIDTH, 2))?;
    }
    Ok(())
}

fn word(kind: ProblemKind) -> &'static str {
    match kind {
        ProblemKind::Stop => "stop",
        ProblemKind::Warning => "warning",
        ProblemKind::Ignored => "ignored",
    }
}

fn summary(out: &mut impl Write, records: &Records) -> std::io::Result<()> {
    let summary = records.summary();
    writeln!(out, "{}", styled(STRONG, &records.school.name))?;
    for line in summary.to_string().lines() {
        writeln!(out, "{}", wrap(line, WIDTH, 2))?;
    }
    let warnings =
        records.problems.iter().filter(|problem| problem.kind == ProblemKind::Warning).count();
    if warnings == 0 {
        writeln!(
            out,
            "{}",
            styled(GOOD, "Every register was read whole, and nothing needs mending.")
        )
    } else {
        let things = count(warnings, "thing is", "things are");
        writeln!(out, "Every register was read whole; {things} worth mending.")
    }
}
