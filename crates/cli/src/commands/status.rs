//! `gatepost status`.

use std::io::Write;

use gatepost::{Gate, School};
use gatepost_report::visible;
use gatepost_watch::DraftStatus;

use super::{Audience, Status, school_folder};
use crate::args::SchoolArg;
use crate::screen::{BAD, FAINT, GOOD, MILD, STRONG, count, styled, warn};

/// Says what lies where, and why.
pub(crate) fn run(argument: &SchoolArg, audience: Audience) -> anyhow::Result<Status> {
    let folder = school_folder(argument)?;
    // Registers that cannot be read keep nobody from seeing what waits for them.
    let gate = School::open(&folder)
        .map_err(anyhow::Error::from)
        .and_then(|school| Ok(Gate::new(&school)?));
    let found = gatepost_watch::status(&folder, gate.as_ref().ok())?;
    let mut out = anstream::stdout().lock();
    if audience == Audience::Programs {
        writeln!(out, "{}", serde_json::to_string(&found)?)?;
        return Ok(Status::Done);
    }
    for draft in &found.drafts {
        line(&mut out, draft)?;
    }
    if !found.drafts.is_empty() {
        writeln!(out)?;
    }
    writeln!(
        out,
        "{} in the inbox ({} settling), {}, {}.",
        found.inbox,
        found.settling,
        styled(BAD, &format!("{} held", found.held)),
        styled(GOOD, &format!("{} released", found.released)),
    )?;
    if found.under_way > 0 {
        writeln!(out, "{} taken and not placed yet.", count(found.under_way, "draft", "drafts"))?;
    }
    if found.junk > 0 {
        writeln!(
            out,
            "{} that systems leave behind left out.",
            count(found.junk, "file", "files")
        )?;
    }
    if found.strays > 0 {
        let files = count(found.strays, "file lies", "files lie");
        writeln!(
            out,
            "{files} in the inbox under no account: move them into an account's folder."
        )?;
    }
    match found.watch.as_deref() {
        Some("ended") | None => {
            writeln!(out, "The inbox is not being watched: gatepost watch")?;
        }
        Some(mode) => {
            writeln!(out, "{}", styled(FAINT, &format!("The inbox is watched ({mode}).")))?;
        }
    }
    if let Some(problem) = &found.problem {
        warn(&visible(problem));
    }
    if let Err(problem) = gate {
        warn(&format!("nothing is released until this is mended: {problem:#}"));
    }
    Ok(Status::Done)
}

fn line(out: &mut impl Write, draft: &DraftStatus) -> std::io::Result<()> {
    let style = match draft.state.as_str() {
        "held" | "stuck" => BAD,
        "released" => GOOD,
        _ => MILD,
    };
    let name = visible(&format!("{}/{}", draft.account, draft.draft));
    writeln!(out, "{}  {}", styled(style, &format!("{:8}", draft.state)), styled(STRONG, &name))?;
    if !draft.why.is_empty() {
        writeln!(out, "          {}", visible(&draft.why.join(", ")))?;
    }
    if !draft.route.is_empty() {
        writeln!(out, "          {}", styled(FAINT, &format!("for {}", draft.route.join(", "))))?;
    }
    Ok(())
}
