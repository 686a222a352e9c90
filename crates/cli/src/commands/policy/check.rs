//! `gatepost policy check FILE`.

use std::io::Write;
use std::path::Path;

use gatepost::{Pack, PolicyError, Rule, Severity, catalogue};
use serde_json::json;

use crate::commands::{Audience, Status};
use crate::screen::{BAD, FAINT, GOOD, WIDTH, count, styled, wrap};

/// Reads a pack file, and says everything that is wrong with it. Found if anything is.
pub(crate) fn run(file: &Path, audience: Audience) -> anyhow::Result<Status> {
    let mut out = anstream::stdout().lock();
    let pack = match Pack::open(file, catalogue()) {
        Ok(pack) => pack,
        Err(PolicyError::Faulty { faults, .. }) => {
            for fault in &faults {
                if audience == Audience::Programs {
                    let line = json!({ "line": fault.line, "message": fault.kind.to_string() });
                    writeln!(out, "{line}")?;
                } else {
                    let told = format!("{}, {fault}", file.display());
                    writeln!(out, "{}", wrap(&told, WIDTH, 0))?;
                }
            }
            if audience == Audience::People {
                let faults = count(faults.len(), "thing is", "things are");
                writeln!(out, "{}", styled(BAD, &format!("{faults} to be mended.")))?;
            }
            return Ok(Status::Held);
        }
        Err(problem) => return Err(problem.into()),
    };
    if audience == Audience::People {
        tell(&mut out, &pack)?;
    }
    Ok(Status::Done)
}

/// A few words on a pack that is in order.
fn tell(out: &mut impl Write, pack: &Pack) -> std::io::Result<()> {
    let own =
        if pack.base() == pack.id() { String::new() } else { format!(" over `{}`", pack.base()) };
    let clauses = count(pack.clauses().len(), "clause", "clauses");
    let told = format!("`{}`{own} is in order: {clauses}.", pack.id());
    writeln!(out, "{}", styled(GOOD, &told))?;
    let holds = |rule: &&&'static Rule| {
        pack.clauses_of(rule).any(|clause| clause.severity == Severity::Hold)
    };
    let holding = catalogue().iter().filter(holds).count();
    let unnamed: Vec<&str> = catalogue()
        .iter()
        .filter(|rule| pack.clauses_of(rule).next().is_none())
        .map(|rule| rule.id)
        .collect();
    writeln!(out, "{} can hold a draft.", count(holding, "rule", "rules"))?;
    if !unnamed.is_empty() {
        let told =
            format!("No clause names these, so that they are advice: {}.", unnamed.join(", "));
        writeln!(out, "{}", styled(FAINT, &wrap(&told, WIDTH, 0)))?;
    }
    Ok(())
}
