//! `gatepost inspect FILE...`.

use std::io::Write;
use std::path::Path;

use gatepost::{Limits, inspect_file};
use serde_json::json;

use super::{Audience, Status};
use crate::screen::{BAD, FAINT, GOOD, STRONG, WIDTH, count, styled, wrap};

/// Says what photos give away. Held if any of them gives anything away or cannot be cleaned.
pub(crate) fn run(files: &[std::path::PathBuf], audience: Audience) -> anyhow::Result<Status> {
    let mut out = anstream::stdout().lock();
    let mut found = false;
    for path in files {
        found |= inspect(&mut out, path, audience)?;
    }
    Ok(Status::held_if(found))
}

fn inspect(out: &mut impl Write, path: &Path, audience: Audience) -> anyhow::Result<bool> {
    let inspected = inspect_file(path, &Limits::default());
    let gives_away = !inspected.findings.is_empty() || inspected.problem.is_some();
    if audience == Audience::Programs {
        let findings: Vec<_> = inspected
            .findings
            .iter()
            .map(|finding| json!({ "rule": finding.rule.id, "message": finding.message }))
            .collect();
        let line = json!({
            "file": path.display().to_string(),
            "format": inspected.format,
            "width": inspected.size.map(|(width, _)| width),
            "height": inspected.size.map(|(_, height)| height),
            "device": inspected.device,
            "location": inspected.location.map(|(north, east)| json!({ "latitude": north, "longitude": east })),
            "findings": findings,
            "removable": inspected.removable,
            "error": inspected.problem,
        });
        writeln!(out, "{line}")?;
        return Ok(gives_away);
    }
    let size =
        inspected.size.map_or_else(String::new, |(width, height)| format!(", {width} × {height}"));
    let format = inspected.format.unwrap_or("unreadable");
    let heading = styled(STRONG, &path.display().to_string());
    writeln!(out, "{heading} {}", styled(FAINT, &format!("({format}{size})")))?;
    if let Some(device) = &inspected.device {
        writeln!(out, "  taken with: {device}")?;
    }
    if let Some(problem) = &inspected.problem {
        writeln!(out, "{}", styled(BAD, &wrap(problem, WIDTH, 2)))?;
    }
    for finding in &inspected.findings {
        writeln!(
            out,
            "{}",
            wrap(&format!("- {} [{}]", finding.message, finding.rule.id), WIDTH, 2)
        )?;
    }
    if !gives_away {
        writeln!(out, "  {}", styled(GOOD, "It gives nothing away."))?;
    } else if !inspected.removable.is_empty() {
        let kinds = count(inspected.removable.len(), "kind of data", "kinds of data");
        let told = format!("gatepost strip takes out {kinds}: {}.", inspected.removable.join(", "));
        writeln!(out, "{}", styled(FAINT, &wrap(&told, WIDTH, 2)))?;
    }
    Ok(gives_away)
}
