//! `gatepost review ...`.

use std::io::Write;

use gatepost_report::visible;
use gatepost_store::{Phase, StoreError};
use gatepost_watch::{Choice, Decided, HeldDraft, Review, WatchError};
use serde_json::json;

use super::{Audience, Status, open_school};
use crate::args::{self, Decision, SchoolArg};
use crate::screen::{BAD, FAINT, GOOD, STRONG, count, styled};

/// Lists held drafts, shows one, or decides on it.
pub(crate) fn run(command: &args::Review) -> anyhow::Result<Status> {
    match command {
        args::Review::List { school, json } => list(school, (*json).into()),
        args::Review::Show { school, draft, json } => show(school, draft, (*json).into()),
        args::Review::Claim(decision) => decide(decision, Choice::Claim),
        args::Review::Approve(decision) => decide(decision, Choice::Approve),
        args::Review::Undo(decision) => decide(decision, Choice::Undo),
        args::Review::Return(decision) => decide(decision, Choice::Return),
        args::Review::Reject(decision) => decide(decision, Choice::Reject),
    }
}

fn list(school: &SchoolArg, audience: Audience) -> anyhow::Result<Status> {
    let review = Review::open(open_school(school)?, None)?;
    let drafts = review.list()?;
    let mut out = anstream::stdout().lock();
    for draft in &drafts {
        match audience {
            Audience::Programs => writeln!(out, "{}", brief(draft))?,
            Audience::People => print(&mut out, draft)?,
        }
    }
    if audience == Audience::People {
        writeln!(out, "{}.", count(drafts.len(), "draft is held", "drafts are held"))?;
    }
    Ok(Status::Done)
}

fn brief(draft: &HeldDraft) -> serde_json::Value {
    let verdict = draft.state.judgement.as_ref();
    json!({
        "key": draft.key,
        "draft": draft.state.name,
        "account": draft.state.account,
        "state": draft.state.phase.word(),
        "since": draft.state.since.to_string(),
        "draft_hash": draft.state.seal,
        "rules": verdict.map(|verdict| &verdict.rules),
        "needs": verdict.map(|verdict| &verdict.needs),
        "claimed_by": draft.state.claim.as_ref().map(|claim| &claim.by),
        "approved_by": draft.state.approvals.iter().map(|given| &given.by).collect::<Vec<_>>(),
    })
}

fn print(out: &mut impl Write, draft: &HeldDraft) -> std::io::Result<()> {
    let state = &draft.state;
    let name = visible(&format!("{}/{}", state.account, state.name));
    writeln!(out, "{}  {}", styled(STRONG, &name), styled(FAINT, &draft.key))?;
    if let Some(verdict) = &state.judgement {
        let people = match verdict.needs.number {
            0 | 1 => "one of",
            2 => "two of",
            _ => "several of",
        };
        writeln!(out, "    {}", verdict.rules.join(", "))?;
        let mut needs = format!("to be approved by {people} {}", verdict.needs.roles.join(", "));
        if !verdict.needs.must.is_empty() {
            needs = format!("{needs}; {} among them", verdict.needs.must.join(", "));
        }
        writeln!(out, "    {}", styled(FAINT, &needs))?;
    }
    for given in &state.approvals {
        writeln!(
            out,
            "    {} by {} ({})",
            styled(GOOD, "approved"),
            given.by,
            visible(&given.reason)
        )?;
    }
    if let Some(claim) = &state.claim {
        writeln!(out, "    claimed by {} until {}", claim.by, claim.until.strftime("%H:%M UTC"))?;
    }
    Ok(())
}

fn show(school: &SchoolArg, named: &str, audience: Audience) -> anyhow::Result<Status> {
    let review = Review::open(open_school(school)?, None)?;
    let draft = review.find(named)?;
    let history = review.history(&draft)?;
    let verdict = review.verdict(&draft)?;
    let mut out = anstream::stdout().lock();
    if audience == Audience::Programs {
        let mut shown = brief(&draft);
        shown["verdict"] = serde_json::to_value(&verdict)?;
        shown["history"] = serde_json::to_value(&history)?;
        writeln!(out, "{shown}")?;
        return Ok(Status::Done);
    }
    print(&mut out, &draft)?;
    writeln!(out)?;
    for ruling in &verdict.findings {
        let style = if ruling.severity == gatepost::Severity::Hold { BAD } else { FAINT };
        writeln!(out, "{} {}", styled(style, &ruling.rule), visible(&ruling.message))?;
        writeln!(out, "    {}", styled(FAINT, &ruling.clauses.join(", ")))?;
    }
    writeln!(out)?;
    for record in &history {
        let at = record.at.strftime("%Y-%m-%d %H:%M:%S UTC");
        writeln!(out, "{}  {}", styled(FAINT, &at.to_string()), record.entry.word())?;
    }
    let report = draft.folder.join("report.html");
    if report.is_file() && draft.folder.ends_with(&draft.state.name) {
        writeln!(
            out,
            "\nThe page with everything on it: {}",
            visible(&report.display().to_string())
        )?;
    }
    Ok(Status::Done)
}

fn decide(decision: &Decision, choice: Choice) -> anyhow::Result<Status> {
    let mut review = Review::open(open_school(&decision.school)?, None)?;
    let draft = review.find(&decision.draft)?;
    let reason = decision.reason.as_deref().unwrap_or_default();
    let decided = match review.decide(&draft, choice, &decision.staff, reason) {
        Err(problem @ (WatchError::Refused(_) | WatchError::Ledger(StoreError::Refused(_)))) => {
            refused(decision, &draft, &problem.to_string())?;
            return Ok(Status::Held);
        }
        decided => decided?,
    };
    let (state, told) = match &decided {
        Decided::Claimed(until) => {
            ("claimed", format!("yours until {}", until.strftime("%H:%M UTC")))
        }
        Decided::NeedsMore => ("held", "approved; more approvals are needed".to_owned()),
        Decided::ReleasedLater(at) => (
            Phase::Approved.word(),
            format!("approved; released at {} unless that is undone", at.strftime("%H:%M:%S UTC")),
        ),
        Decided::Released(_) => ("released", "approved, and released".to_owned()),
        Decided::Undone => ("held", "the approval is taken back".to_owned()),
        Decided::Returned(_) => {
            ("returned", "back in the inbox, beside a note to its author".to_owned())
        }
        Decided::Rejected(_) => ("rejected", "not to be posted; it lies in rejected/".to_owned()),
    };
    let mut out = anstream::stdout().lock();
    let name = format!("{}/{}", draft.state.account, draft.state.name);
    match Audience::from(decision.json) {
        Audience::Programs => {
            writeln!(
                out,
                "{}",
                json!({ "key": draft.key, "draft": draft.state.name, "state": state })
            )?;
        }
        Audience::People => {
            writeln!(out, "{}  {}: {told}", styled(GOOD, "done"), styled(STRONG, &visible(&name)))?;
        }
    }
    Ok(Status::Done)
}

fn refused(decision: &Decision, draft: &HeldDraft, why: &str) -> std::io::Result<()> {
    let mut out = anstream::stdout().lock();
    if decision.json {
        let refused = json!({ "key": draft.key, "draft": draft.state.name, "refused": why });
        writeln!(out, "{refused}")
    } else {
        let name = visible(&format!("{}/{}", draft.state.account, draft.state.name));
        writeln!(out, "{}  {}: {}", styled(BAD, "refused"), styled(STRONG, &name), visible(why))
    }
}
